"""Ctrl-C and SIGTERM end every verb within a second, with what was found kept, a line on how to go on, and 130."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

ARCSYNTH = [sys.executable, "-c", "from arcsynth.cli import main; main()"]
WITHIN_SECONDS = 1.0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def interrupted(call: Sequence[str], number: signal.Signals, is_at_work: Path, after: float) -> tuple[int, str, float]:
    """Interrupt a call some time after a file of its appeared; gives its exit code, its errors and how long it took."""
    command = subprocess.Popen([*ARCSYNTH, *call], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not is_at_work.exists():
        assert command.poll() is None, command.communicate()
        time.sleep(0.01)
    time.sleep(after)
    start = time.perf_counter()
    os.kill(command.pid, number)
    _, errors = command.communicate(timeout=60)
    return command.returncode, errors, time.perf_counter() - start


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_solve_keeps_what_it_found_and_goes_on(folder: Path, number: signal.Signals) -> None:
    """The effort is such that a task takes many seconds: the search itself must end, not the task."""
    call = ["solve", "--data", "arc1-train", "--limit", "40", "--effort", "40", "--run", "r"]
    code, errors, seconds = interrupted(call, number, folder / "r" / "found.jsonl", 0.7)
    assert code == 130
    assert seconds < WITHIN_SECONDS
    kept = len((folder / "r" / "found.jsonl").read_text().splitlines())
    assert kept > 0
    assert errors == (
        f"arcsynth: interrupted; what was found for {kept} of 40 tasks is kept: arcsynth solve --resume r goes on\n"
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_evolve_keeps_its_rounds_and_goes_on(folder: Path, number: signal.Signals) -> None:
    call = ["evolve", "--data", "arc1-train", "--candidates", "20000", "--rounds", "9", "--run", "r"]
    code, errors, seconds = interrupted(call, number, folder / "r" / "results.json", 1.0)
    assert code == 130
    assert seconds < WITHIN_SECONDS
    assert errors == "arcsynth: interrupted; every whole round is kept: arcsynth evolve --resume r goes on\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_score_ends_in_the_middle_of_a_large_batch(folder: Path, number: signal.Signals) -> None:
    """All programs of a batch run on one sample before the next, here each until its fuel ends: that takes minutes."""
    fifo = folder / "programs.jsonl"
    fifo.write_text(
        "".join(
            json.dumps({"program": f"power(compose(hmirror, vmirror), {n})(I)"}) + "\n"
            for n in range(10**9, 10**9 + 20_000)
        )
    )
    command = subprocess.Popen(
        [*ARCSYNTH, "score", str(fifo), "--data", "arc1-train", "--task", "a85d4709", "--task", "007bbfb7"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    time.sleep(1.5)
    start = time.perf_counter()
    command.send_signal(number)
    _, errors = command.communicate(timeout=60)
    assert (command.returncode, errors) == (130, "arcsynth: interrupted\n")
    assert time.perf_counter() - start < WITHIN_SECONDS


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of many programs to import, and a library and runs to look at."""
    folder = tmp_path_factory.mktemp("runs")
    for call in (
        ["evolve", "--data", "arc1-train", "--limit", "30", "--rounds", "3", "--library", "l.sqlite", "--run", "e"],
        ["library", "export", "l.jsonl", "--library", "l.sqlite"],
    ):
        subprocess.run([*ARCSYNTH, *call], cwd=folder, check=True, capture_output=True)
    text = "".join(
        json.dumps({"kind": "program", "text": f"shift(I, astuple({n}, {n}))"}) + "\n" for n in range(40_000)
    )
    (folder / "many.jsonl").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("call", "number"),
    [
        (["library", "import", "many.jsonl", "--library", "new.sqlite"], signal.SIGINT),
        (["library", "import", "many.jsonl", "--library", "new.sqlite"], signal.SIGTERM),
        (["library", "export", "out.jsonl", "--library", "l.sqlite"], signal.SIGINT),
        (["library", "list", "--library", "l.sqlite"], signal.SIGINT),
        (["library", "stats", "--library", "l.sqlite"], signal.SIGINT),
        (["report", "e"], signal.SIGINT),
        (["report", "e"], signal.SIGTERM),
        (["profile", "e"], signal.SIGINT),
        (["show", "67a3c6ac"], signal.SIGTERM),
        (["dsl"], signal.SIGINT),
        (["rerun", "e", "--run", "again"], signal.SIGINT),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else signal.Signals(value).name,
)
def test_every_other_verb_ends_at_once(exported: Path, call: list[str], number: signal.Signals) -> None:
    """A second after it is interrupted a verb has ended with 130, or it was done before."""
    shutil.rmtree(exported / "again", ignore_errors=True)
    command = subprocess.Popen(
        [*ARCSYNTH, *call], cwd=exported, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(0.6)
    start = time.perf_counter()
    command.send_signal(number)
    _, errors = command.communicate(timeout=60)
    assert time.perf_counter() - start < WITHIN_SECONDS
    assert command.returncode in (0, 130), errors
    if command.returncode == 130:
        assert errors.startswith("arcsynth: interrupted")
        assert errors.count("\n") == 1


def test_what_serves_until_interrupted_is_done_then(exported: Path) -> None:
    command = subprocess.Popen(
        [*ARCSYNTH, "report", "e", "--live"], cwd=exported, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert command.stdout is not None
    command.stdout.readline()
    command.send_signal(signal.SIGTERM)
    command.communicate(timeout=10)
    assert command.returncode in (0, 130)
