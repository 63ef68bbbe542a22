from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from arcsynth.cli import run as arcsynth
from arcsynth.report.live import LiveServer
from arcsynth.runs import Run
from arcsynth.tasks import dataset_version


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A run of two tasks that has just begun."""
    config = {"verb": "solve", **dataset_version("arc1-train"), "ids": ["67a3c6ac", "68b16354"], "seed": 0}
    (tmp_path / "config.json").write_text(json.dumps(config))
    return Run(tmp_path)


@pytest.fixture
def server(run: Run) -> Iterator[LiveServer]:
    with LiveServer(run) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server: LiveServer, path: str = "/", *, method: str = "GET", host: str | None = None) -> tuple[int, str]:
    """The status and the text of an answer."""
    connection = HTTPConnection(*server.server_address[:2], timeout=20)
    connection.request(method, path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_the_page_follows_the_run(server: LiveServer, run: Run) -> None:
    status, page = ask(server)
    assert status == 200
    assert "data-refresh" in page
    assert page.count('data-status="pending"') == 2
    run.write_results({"tasks": {"67a3c6ac": {"fits_demo": True, "fuel": 1, "values": 1, "finished": 0.5}}})
    _, page = ask(server)
    assert page.count('data-status="pending"') == page.count('data-status="demo"') == 1


def test_a_run_that_has_ended_does_not_ask_again(tmp_path: Path) -> None:
    path = tmp_path / "r"
    assert arcsynth(["solve", "67a3c6ac", "--data", "arc1-train", "--effort", "0.01", "--run", str(path)]) == 0
    assert "data-refresh" not in (path / "report.html").read_text()


def test_it_serves_this_machine_alone_and_nothing_but_the_page(server: LiveServer, run: Run) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert ask(server, "/config.json")[0] == 404
    assert ask(server, "/../config.json")[0] == 404
    assert ask(server, host="elsewhere.example")[0] == 403
    before = sorted(run.path.iterdir())
    for method in ("POST", "PUT", "DELETE"):
        assert ask(server, method=method)[0] == 501
    assert sorted(run.path.iterdir()) == before


def test_damaged_files_are_an_answer(server: LiveServer, run: Run) -> None:
    (run.path / "results.json").write_text("{")
    status, text = ask(server)
    assert status == 503
    assert "damaged" in text


def test_the_command_serves_until_interrupted(run: Run) -> None:
    call = [sys.executable, "-c", "from arcsynth.cli import main; main()", "report", str(run.path), "--live", "--json"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as command:
        assert command.stdout is not None
        printed = "".join(iter(command.stdout.readline, "}\n")) + "}"
        address = json.loads(printed)["address"].removeprefix("http://").rstrip("/")
        connection = HTTPConnection(address, timeout=20)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()
        os.kill(command.pid, signal.SIGINT)
        assert command.wait(timeout=20) == 130


def test_a_wrong_folder_or_a_taken_port_is_said_at_once(server: LiveServer, run: Run, tmp_path: Path) -> None:
    assert arcsynth(["report", str(tmp_path / "nothing"), "--live"]) == 2
    assert arcsynth(["report", str(run.path), "--live", "--port", str(server.server_address[1])]) == 2
