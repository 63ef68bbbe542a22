from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from arcsynth import Library, evolve, load_tasks, solve
from arcsynth.cli import live
from arcsynth.journal import Journal
from arcsynth.runs import Run

ARCSYNTH = [sys.executable, "-c", "from arcsynth.cli import main; main()"]


def on_a_terminal(arguments: list[str], folder: Path) -> str:
    """Runs the command line with a terminal for its errors; gives what it wrote there."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(
        [*ARCSYNTH, *arguments], cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=theirs
    ) as command:
        os.close(theirs)
        written = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break  # Linux says so when the other side has closed.
            if not part:
                break
            written += part
        os.close(ours)
        assert command.wait() == 0
    return written.decode()


def test_solve_says_how_far_it_is_on_a_terminal(tmp_path: Path) -> None:
    written = on_a_terminal(["solve", "--data", "arc1-train", "--limit", "6", "--effort", "0.05"], tmp_path)
    assert "fit their demo samples" in written
    assert "values/s" in written
    assert "/6" in written


def test_evolve_says_how_far_it_is_on_a_terminal(tmp_path: Path) -> None:
    written = on_a_terminal(["evolve", "--data", "arc1-train", "--limit", "6", "--rounds", "3"], tmp_path)
    assert "tasks solved" in written
    assert "evaluations/s" in written


def test_nothing_is_said_where_there_is_no_terminal(tmp_path: Path) -> None:
    call = [*ARCSYNTH, "solve", "67a3c6ac", "--data", "arc1-train", "--effort", "0.01", "--json"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    json.loads(done.stdout)


def test_tasks_and_rounds_are_in_the_folder_as_they_land(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "WRITE_EVERY", 0.0)
    tasks = load_tasks("arc1-train", ["67a3c6ac", "68b16354"])
    run, lines = Run(tmp_path), []

    def line(done: int, remark: str = "") -> None:
        lines.append((done, remark))

    solve(tasks, effort=0.01, report=live.follow_search(run, tasks, line, Journal(tmp_path), {}))
    records = run.read_results()["tasks"]
    assert {id_: record["fits_demo"] for id_, record in records.items()} == {"67a3c6ac": True, "68b16354": True}
    assert lines[-1][0] == 2
    assert lines[-1][1].startswith("2 fit")
    with Library.open(tmp_path / "l.sqlite") as library:
        evolve(tasks, library, rounds=2, report=live.follow_rounds(run, [], line))
    assert [part["round"] for part in run.read_results()["rounds"]] == [1, 2]
    assert lines[-1][0] == 2
