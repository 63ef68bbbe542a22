"""The page of a run in real headless Chromium."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from arcsynth.report import write_report
from arcsynth.report.live import LiveServer
from arcsynth.runs import Run
from arcsynth.tasks import dataset_version
from report_cases import MARKUP, TASKS, evolved_run, planted_run, solved_run

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

pytestmark = pytest.mark.skipif(
    not (BROWSER and DRIVER) and "CI" not in os.environ,
    reason="needs Chromium and its driver (Debian: apt-get install chromium chromium-driver)",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    assert BROWSER is not None, "continuous integration must have Chromium"
    assert DRIVER is not None, "continuous integration must have Chromium's driver"
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,1000"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER)) as driver:
        yield driver


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of the pages of three runs."""
    folder = tmp_path_factory.mktemp("pages")
    runs = {"solved": solved_run(folder), "evolved": evolved_run(folder), "planted": planted_run(folder)}
    write_report(runs["planted"])
    return {name: (run.path / "report.html").as_uri() for name, run in runs.items()}


def visit(browser: webdriver.Chrome, address: str) -> None:
    """Opens a page anew, whatever its fragment."""
    browser.get("about:blank")
    browser.get_log("browser")  # type: ignore[no-untyped-call]
    browser.get(address)


def complaints(browser: webdriver.Chrome) -> list[Any]:
    return list(browser.get_log("browser"))  # type: ignore[no-untyped-call]


def ids(browser: webdriver.Chrome) -> list[str | None]:
    """The tasks that the table shows, in its order."""
    rows = browser.find_elements(By.CSS_SELECTOR, "#table tbody tr:not([hidden])")
    return [row.get_attribute("data-id") for row in rows]


def until(browser: webdriver.Chrome, holds: Callable[[], object]) -> None:
    """Waits until something holds; what the page does on an event may come a moment after it."""
    WebDriverWait(browser, 10, poll_frequency=0.05).until(lambda _: holds())


def is_open(browser: webdriver.Chrome, task: str) -> bool:
    dialog = browser.find_element(By.ID, "task")
    return dialog.is_displayed() and browser.find_element(By.ID, "task-title").text == task


def named(browser: webdriver.Chrome, name: str) -> WebElement:
    return browser.find_element(By.NAME, name)


@pytest.mark.parametrize("name", ["solved", "evolved", "planted"])
def test_no_page_complains(browser: webdriver.Chrome, pages: dict[str, str], name: str) -> None:
    visit(browser, pages[name])
    for link in browser.find_elements(By.CSS_SELECTOR, "#table tbody th a"):
        name = link.text
        link.click()
        until(browser, lambda name=name: is_open(browser, name))
        browser.find_element(By.ID, "close").click()
    assert complaints(browser) == []


def test_planted_markup_does_nothing(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    visit(browser, pages["planted"])
    assert len(ids(browser)) == 4
    for link in browser.find_elements(By.CSS_SELECTOR, "#table tbody th a"):
        name = link.text
        link.click()
        until(browser, lambda name=name: is_open(browser, name))
        assert MARKUP in browser.find_element(By.ID, "task-body").text
        assert browser.find_elements(By.CSS_SELECTOR, "img, svg[onload], dialog script") == []
        browser.find_element(By.ID, "close").click()


def test_filters_leave_what_fits(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    visit(browser, pages["solved"])
    assert ids(browser) == sorted(TASKS)
    named(browser, "text").send_keys("3C6ac")
    until(browser, lambda: ids(browser) == ["67a3c6ac"])
    assert browser.find_element(By.ID, "shown").text == f"1 of {len(TASKS)} tasks"
    named(browser, "text").send_keys(Keys.CONTROL, "a")
    named(browser, "text").send_keys("vmirror")
    until(browser, lambda: len(ids(browser)) < len(TASKS) and "67a3c6ac" in ids(browser))
    browser.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
    until(browser, lambda: len(ids(browser)) == len(TASKS))
    Select(named(browser, "status")).select_by_value("unsolved")
    until(browser, lambda: ids(browser) == ["045e512c"])
    Select(named(browser, "status")).select_by_value("")
    named(browser, "cost").send_keys("0")
    until(browser, lambda: ids(browser) == [])
    assert browser.find_element(By.CLASS_NAME, "nothing").is_displayed()


def test_strategies_filter(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    visit(browser, pages["solved"])
    strategy = Select(named(browser, "strategy"))
    counts = []
    for option in strategy.options[1:]:
        strategy.select_by_visible_text(option.text)
        css = f"#table tbody tr:not([hidden])[data-strategy='{option.text}']"
        until(browser, lambda css=css: 0 < len(ids(browser)) == len(browser.find_elements(By.CSS_SELECTOR, css)))
        counts.append(len(ids(browser)))
    assert sum(counts) == 4


@pytest.mark.parametrize("key", ["cost", "seconds", "status", "id"])
def test_headings_sort_both_ways(browser: webdriver.Chrome, pages: dict[str, str], key: str) -> None:
    visit(browser, pages["solved"])
    heading = browser.find_element(By.CSS_SELECTOR, f"#table th[data-key={key}]")
    button = heading.find_element(By.TAG_NAME, "button")
    if key == "id":
        button.click()
    button.click()
    orders = []
    for direction in ("ascending", "descending"):
        assert heading.get_attribute("aria-sort") == direction
        cells = browser.find_elements(By.CSS_SELECTOR, "#table tbody tr")
        values = [cell.get_attribute(f"data-{key}") or "" for cell in cells]
        if key in {"cost", "seconds"}:
            numbers = [float(value) if value else float("inf") for value in values]
            assert numbers == sorted(numbers, reverse=direction == "descending")
        orders.append(values)
        button.click()
    assert orders[1] == orders[0][::-1] or key == "status"
    assert set(orders[0]) == set(orders[1])


def test_a_task_opens_by_keyboard_and_closes_again(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    visit(browser, pages["solved"])
    link = browser.find_element(By.LINK_TEXT, "67a3c6ac")
    link.send_keys(Keys.ENTER)
    dialog = browser.find_element(By.ID, "task")
    until(browser, lambda: is_open(browser, "67a3c6ac"))
    assert browser.switch_to.active_element.get_attribute("id") == "task-title"
    assert "✓ right" in dialog.text
    assert "wrong cell" in dialog.text
    assert len(dialog.find_elements(By.CSS_SELECTOR, ".wrong-cells")) == 1
    assert "vmirror(I)" in dialog.text
    labels = [svg.get_attribute("aria-label") for svg in dialog.find_elements(By.CSS_SELECTOR, "svg[role=img]")]
    assert "demo 1 input, 4 by 4" in labels
    assert any(label and label.startswith("the answer") for label in labels)
    browser.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    until(browser, lambda: browser.find_element(By.ID, "task-title").text == "68b16354")
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    until(browser, lambda: not dialog.is_displayed())
    until(browser, lambda: browser.switch_to.active_element.text == "68b16354")


def test_a_link_opens_its_task(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    visit(browser, f"{pages['solved']}#task=74dd1130")
    until(browser, lambda: is_open(browser, "74dd1130"))
    visit(browser, f"{pages['solved']}#task=nothing")
    assert not browser.find_element(By.ID, "task").is_displayed()
    assert complaints(browser) == []


def test_an_evolution_shows_lineage(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    visit(browser, f"{pages['evolved']}#task=67a3c6ac")
    until(browser, lambda: is_open(browser, "67a3c6ac"))
    for summary in browser.find_elements(By.CSS_SELECTOR, "#task summary"):
        summary.click()
    text = browser.find_element(By.ID, "task-body").text
    assert "Lineage" in text
    assert "in round" in text


def test_a_live_page_renews_itself(browser: webdriver.Chrome, tmp_path: Path) -> None:
    config = {"verb": "solve", **dataset_version("arc1-train"), "ids": ["67a3c6ac", "68b16354"], "seed": 0}
    (tmp_path / "config.json").write_text(json.dumps(config))
    with LiveServer(Run(tmp_path)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            visit(browser, server.address)
            pending = (By.CSS_SELECTOR, "#table tr[data-status=pending]")
            assert len(browser.find_elements(*pending)) == 2
            record = {"fits_demo": True, "fuel": 1, "values": 1, "finished": 0.5}
            Run(tmp_path).write_results({"tasks": {"67a3c6ac": record}})
            until(browser, lambda: len(browser.find_elements(*pending)) == 1)
            assert complaints(browser) == []
        finally:
            server.shutdown()
            thread.join()


def test_light_and_dark(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    for scheme in ("light", "dark", "light"):
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)  # type: ignore[no-untyped-call]
        visit(browser, pages["solved"])
        browser.execute_script("localStorage.clear()")  # type: ignore[no-untyped-call]
        visit(browser, pages["solved"])
        ink = browser.find_element(By.TAG_NAME, "body").value_of_css_property("color")
        browser.find_element(By.ID, "theme").click()
        other = browser.find_element(By.TAG_NAME, "body").value_of_css_property("color")
        assert ink != other
        assert (ink == "rgba(28, 29, 33, 1)") == (scheme == "light")


def test_narrow_screens_do_not_scroll_sideways(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    try:
        browser.set_window_size(500, 900)
        for name in ("solved", "evolved"):
            visit(browser, pages[name])
            widths = browser.execute_script(  # type: ignore[no-untyped-call]
                "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            )
            assert widths[0] <= widths[1]
    finally:
        browser.set_window_size(1280, 1000)
