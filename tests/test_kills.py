"""Runs are killed at random moments: nothing of a whole round is lost, and going on gives what no kill would have."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from arcsynth import Library, evolve, load_tasks

ARCSYNTH = [sys.executable, "-c", "from arcsynth.cli import main; main()"]
KILLS = int(os.environ.get("KILLS", "50"))
"""How many times each is killed; `make trust` asks for more."""
SHORTEST, SHARE = 0.25, 0.6
"""A process is killed after this many seconds at the least, and this share of an uninterrupted run at the most."""

ROUNDS = 8
TASKS = 4


def text(library: Library, folder: Path) -> bytes:
    """The whole contents, without times."""
    library.export(folder / "contents.jsonl", timings=False)
    return (folder / "contents.jsonl").read_bytes()


def contents(path: Path, folder: Path) -> bytes:
    with Library.open(path) as library:
        return text(library, folder)


def run_for(call: list[str], folder: Path, seconds: float) -> bool:
    """Run a call and kill it after some seconds, with no chance to clean up; gives whether it was done before."""
    command = subprocess.Popen(
        [*ARCSYNTH, *call], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        _, errors = command.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        command.kill()
        command.communicate()
        return False
    assert command.returncode == 0, errors
    return True


def uninterrupted_seconds(call: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run([*ARCSYNTH, *call], cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def moment(chance: Random, whole: float) -> float:
    return chance.uniform(SHORTEST, max(SHORTEST, SHARE * whole))


@pytest.mark.timeout(400)
def test_a_killed_evolution_keeps_its_rounds_and_goes_on_to_the_same_library(tmp_path: Path) -> None:
    tasks = load_tasks("arc1-train")[:TASKS]
    after: dict[int, bytes] = {}
    with Library.open(tmp_path / "reference.sqlite") as library:
        evolve(
            tasks,
            library,
            rounds=ROUNDS,
            candidates=400,
            seed=3,
            begun=lambda _: after.update({0: text(library, tmp_path)}),
            report=lambda done: after.update({done.round: text(library, tmp_path)}),
        )
    call = ["evolve", "--data", "arc1-train", "--limit", str(TASKS), "--rounds", str(ROUNDS), "--seed", "3"]
    call += ["--candidates", "400"]
    whole = uninterrupted_seconds([*call, "--library", "whole.sqlite", "--run", "whole"], tmp_path)
    chance = Random(11)
    run, path = tmp_path / "r", tmp_path / "l.sqlite"
    kills = completed = 0
    stopped_at = set()
    while kills < KILLS or not completed:
        begun = (run / "config.json").exists()
        if not begun:
            shutil.rmtree(run, ignore_errors=True)
            for file in tmp_path.glob("l.sqlite*"):
                file.unlink()
        arguments = ["evolve", "--resume", "r"] if begun else [*call, "--library", "l.sqlite", "--run", "r"]
        if run_for(arguments, tmp_path, moment(chance, whole) if kills < KILLS else 100):
            assert contents(path, tmp_path) == after[ROUNDS]
            completed += 1
            shutil.rmtree(run)
            path.unlink()
            continue
        kills += 1
        if not path.exists():
            continue
        with Library.open(path) as library:
            assert library.check() == []
            done = max((one.round for one in library.runs()), default=0)
            if library.runs():
                assert text(library, tmp_path) == after[done]
            stopped_at.add(done)
    assert stopped_at & set(range(1, ROUNDS)), "some kill came between two rounds"


@pytest.mark.timeout(400)
def test_a_killed_search_keeps_what_it_found_and_goes_on_to_the_same_submission(tmp_path: Path) -> None:
    first = tmp_path / "first.sqlite"
    with Library.open(first) as library:
        evolve(load_tasks("arc1-train")[:TASKS], library, rounds=2)
    shutil.copy(first, tmp_path / "l.sqlite")
    call = ["solve", "--data", "arc1-train", "--limit", "24", "--effort", "0.5", "--library", "l.sqlite"]
    whole = uninterrupted_seconds([*call, "--run", "whole"], tmp_path)
    submission = (tmp_path / "whole" / "submission.json").read_bytes()
    kept = contents(tmp_path / "l.sqlite", tmp_path)
    shutil.copy(first, tmp_path / "l.sqlite")
    chance = Random(12)
    run = tmp_path / "r"
    kills = completed = longest = 0
    while kills < KILLS or not completed:
        begun = (run / "config.json").exists()
        if not begun:
            shutil.rmtree(run, ignore_errors=True)
            for file in tmp_path.glob("l.sqlite*"):
                file.unlink()
            shutil.copy(first, tmp_path / "l.sqlite")
        before = journal_lines(run)
        arguments = ["solve", "--resume", "r"] if begun else [*call, "--run", "r"]
        done = run_for(arguments, tmp_path, moment(chance, whole) if kills < KILLS else 100)
        with Library.open(tmp_path / "l.sqlite") as library:
            assert library.check() == []
        if done:
            assert (run / "submission.json").read_bytes() == submission
            assert contents(tmp_path / "l.sqlite", tmp_path) == kept
            completed += 1
            shutil.rmtree(run)
            continue
        kills += 1
        if not (run / "profile.json").exists():
            assert journal_lines(run) >= before, "what was found before is still there"
        longest = max(longest, journal_lines(run))
    assert longest > 0, "some kill came in the middle of the search"


def journal_lines(run: Path) -> int:
    journal = run / "found.jsonl"
    return journal.read_bytes().count(b"\n") if journal.exists() else 0
