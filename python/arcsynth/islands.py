"""Islands: populations that evolve apart for some rounds, then share all that they have found.

An island begins each epoch with a copy of the library as it was when the epoch began, and breeds with a random stream
of its own. At the end of an epoch the rounds of all islands go into the library together. What an island finds depends
on that copy and its number alone, so it does not matter where it lives, or how many live at a time.
"""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from random import Random
from typing import Any

from arcsynth.brood import CANDIDATES
from arcsynth.evolve import Evolution, OperatorReport, RoundReport, evolve, run_config
from arcsynth.library import Birth, Kept, Library, Round, StoredProgram
from arcsynth.profile import Profile
from arcsynth.tasks import Task

EPOCH = 5
"""The rounds after which islands share what they have found, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class World:
    """What the islands of an epoch have in common."""

    tasks: tuple[Task, ...]
    library: bytes
    """The library's file as the epoch begins, compressed: programs' texts are most of it, and much alike."""
    rounds: int
    """The last round of the epoch."""
    candidates: int
    per_task: bool
    with_test: bool
    threads: int


@dataclass(frozen=True, slots=True)
class Island:
    """An island: its seed, and the name of its run in the library."""

    seed: int
    run: str


Lived = tuple[list[Round], list[RoundReport]]
"""What an island has found in an epoch, round by round."""

Runner = Callable[[Callable[[World, Island], Lived], World, Sequence[Island]], Sequence[Lived]]
"""Lets all islands live for an epoch: one after the other in this process, or on many machines."""


def evolve_islands(
    tasks: Sequence[Task],
    library: Library,
    *,
    islands: int,
    rounds: int,
    epoch: int = EPOCH,
    candidates: int = CANDIDATES,
    per_task: bool = False,
    seed: int = 0,
    threads: int = 1,
    with_test: bool = False,
    run: str | None = None,
    profile: Profile | None = None,
    report: Callable[[RoundReport], None] | None = None,
    begun: Callable[[str], None] | None = None,
    runner: Runner | None = None,
) -> Evolution:
    """Improve the library on a number of islands, which share what they have found after every `epoch` rounds.

    What is left out is as for `evolve`; the reports are of all islands together. One island does exactly what `evolve`
    does. An epoch is in the library, whole, before the next one starts. The result does not depend on the `runner`.
    """
    profile = profile or Profile()
    with profile.phase("load"):
        puzzles = tuple(tasks) if with_test else tuple(task.without_answers() for task in tasks)
        keys = tuple(task.key for task in puzzles)
    with profile.phase("library"):
        if run is None:
            config = run_config(keys, candidates, per_task=per_task, rates=None, with_test=with_test)
            run = library.start_new(f"evolve-{seed}", seed, config)
        if begun is not None:
            begun(run)
        done = next((known.round for known in library.runs() if known.id == run), 0)
    places = [Island(_seed(seed, number), run if number == 0 else f"{run}.{number + 1}") for number in range(islands)]
    reports: list[RoundReport] = []
    while done < rounds:
        last = min(rounds, done - done % epoch + epoch)
        with profile.phase("library"):
            world = World(puzzles, zlib.compress(library.snapshot(), 1), last, candidates, per_task, with_test, threads)
        if runner is None:
            with profile.phase("round"):
                lived: Sequence[Lived] = [live(world, place) for place in places]
        else:
            lived = runner(live, world, places)
        with profile.phase("keep"):
            # By rounds, as if they had been kept as they were done.
            epochs = [_with_forebears(found) for found, _ in lived]
            library.keep_all(found for part in zip(*epochs, strict=True) for found in part)
            solved = len(library.solved(keys))
        epoch_reports = [_together(part) for part in zip(*(told for _, told in lived), strict=True)]
        epoch_reports[-1] = replace(epoch_reports[-1], tasks_solved=solved)
        for one in epoch_reports:
            if report is not None:
                report(one)
        reports += epoch_reports
        done = last
    return Evolution(run, len(puzzles), tuple(reports))


class _Diary(Library):
    """A library that remembers the rounds that it keeps."""

    rounds: list[Round]

    def keep(self, found: Round) -> Kept:
        self.rounds.append(found)
        return super().keep(found)


def live(world: World, island: Island) -> Lived:
    """Let an island live for an epoch, with a library of its own; gives the rounds that it would have kept."""
    reports: list[RoundReport] = []
    with tempfile.TemporaryDirectory(prefix="arcsynth-") as folder:
        path = Path(folder) / "library.sqlite"
        path.write_bytes(zlib.decompress(world.library))
        with _Diary.open(path) as library:
            library.rounds = []
            evolve(
                world.tasks,
                library,
                rounds=world.rounds,
                candidates=world.candidates,
                per_task=world.per_task,
                seed=island.seed,
                threads=world.threads,
                with_test=world.with_test,
                run=island.run,
                report=reports.append,
            )
            return library.rounds, reports


def _with_forebears(rounds: Sequence[Round]) -> Iterator[Round]:
    """The rounds, each with the programs and births of those before it.

    A parent that held a place on its island may hold none in the library, and is then kept with its children.
    """
    programs: dict[str, StoredProgram] = {}
    births: list[Birth] = []
    for found in rounds:
        given = {program.id for program in found.programs}
        earlier = tuple(program for program in programs.values() if program.id not in given)
        yield replace(found, programs=(*found.programs, *earlier), births=(*found.births, *births))
        programs.update((program.id, program) for program in found.programs)
        births = [*found.births, *births]


def _seed(seed: int, number: int) -> int:
    """The first island has the run's own seed, so that one island alone is no other run."""
    return seed if number == 0 else Random(f"{seed} island {number}").getrandbits(62)


def _together(reports: Sequence[RoundReport]) -> RoundReport:
    """The reports of one round of all islands as one."""
    sums: dict[str, Any] = {
        part.name: sum(getattr(one, part.name) for one in reports)
        for part in fields(RoundReport)
        if part.name not in ("round", "tasks_solved", "operators")
    }
    names = sorted({name for one in reports for name in one.operators})
    operators = {
        name: OperatorReport(
            *(
                sum(getattr(one.operators[name], part.name) for one in reports if name in one.operators)
                for part in fields(OperatorReport)
            )
        )
        for name in names
    }
    solved = max(one.tasks_solved for one in reports)
    return RoundReport(round=reports[0].round, tasks_solved=solved, operators=operators, **sums)
