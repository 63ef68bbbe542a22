"""Eight processes evolve into one library at once, and every row that each of them has offered is in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from arcsynth import Library
from arcsynth.library.board import merge

PROCESSES = 8
SECONDS = float(os.environ.get("CROWD_SECONDS", "8"))
"""How long they evolve; `make trust` makes it a minute."""

# The command line itself, with a library that writes down what each round offers before it is kept.
RECORDING = """
import json, sys
from arcsynth.cli import main

evolve = sys.modules["arcsynth.cli.evolve"]

class Recording(evolve.Library):
    def keep(self, found):
        offered = {
            "run": found.run.id,
            "round": found.run.round,
            "tried": [[sorted(group.tasks), sorted(group.programs)] for group in found.tried if group.programs],
            "results": [
                [one.task, one.niche, [-one.closed, -one.matched, -one.similarity, one.fuel, one.program, one.samples]]
                for one in found.results
            ],
        }
        log.write(json.dumps(offered) + "\\n")
        log.flush()
        return super().keep(found)

log = open(sys.argv.pop(1), "a")
evolve.Library = Recording
main()
"""


@pytest.mark.timeout(SECONDS + 240)
def test_eight_processes_evolve_into_one_library(tmp_path: Path) -> None:
    """They begin at the same moment, with the same seed: they even make the file and name their runs at once."""
    call = ["evolve", "--data", "arc1-train", "--limit", "12", "--rounds", "100000", "--threads", "1"]
    call += ["--candidates", "64", "--library", "l.sqlite"]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", RECORDING, log, *call, "--run", run],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        for log, run in [(f"log{number}", f"r{number}") for number in range(PROCESSES)]
    ]
    time.sleep(SECONDS)
    for process in processes:
        process.terminate()
    for number, process in enumerate(processes):
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 130, errors
        how = f"arcsynth evolve --resume r{number} goes on"
        assert errors == f"arcsynth: interrupted; every whole round is kept: {how}\n"
    with Library.open(tmp_path / "l.sqlite") as library:
        assert library.check() == []
        rounds = {run.id: run.round for run in library.runs()}
        assert sorted(rounds) == sorted(f"evolve-0-{number}" for number in range(1, PROCESSES + 1))
        logs = [(tmp_path / f"log{number}").read_text().splitlines() for number in range(PROCESSES)]
        # The signal may come after a round is offered and before it is kept: it is then not there at all.
        offered = [one for log in logs for one in map(json.loads, log) if one["round"] <= rounds[one["run"]]]
        assert len(offered) == sum(rounds.values()) >= PROCESSES
        for run, last in rounds.items():
            assert [one["round"] for one in offered if one["run"] == run] == list(range(1, last + 1))
        pairs = {(program, tuple(tasks)) for one in offered for tasks, programs in one["tried"] for program in programs}
        assert library.stats().tried == len(pairs)
        for tasks, programs in (group for one in offered for group in one["tried"]):
            assert all(tried == set(programs) for tried in library.tried_on(tasks, programs).values())
        results = {(task, niche, tuple(rank)) for one in offered for task, niche, rank in one["results"]}
        # What each board holds is the best of all that any process ever offered to it.
        expected = merge([], (((task, niche), (*rank, 0, 0)) for task, niche, rank in results)).placed
        held = [((one.task, one.niche), (*one.standing[:6], 0, 0)) for one in library.holdings()]
        assert sorted(held) == sorted(expected)
    print(f"\n{len(offered)} rounds, {len(pairs)} programs tried, {len(results)} results of {PROCESSES} processes")
