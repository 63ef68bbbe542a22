"""The evolutionary loop: breed, score, filter, inline, validate, keep, round after round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from arcsynth._engine import Batch, Program, Scoreboard, breed, validate
from arcsynth.library import Birth, Library, Parent, Result, Round, Run, StoredProgram, Tried
from arcsynth.profile import Profile
from arcsynth.starting import starting_programs
from arcsynth.tasks import Task

CANDIDATES = 32
"""How many candidates a round breeds."""

MAX_PARENTS = 512
"""How many programs of the library may become parents in a round."""

WITH_TEST = "bred with test"
"""The origin of programs whose selection has seen the test outputs of the tasks they were learned on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bred program with its origin: the operator and the ids of its parents."""

    program: Program
    id: str
    operator: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did, in numbers."""

    round: int
    candidates: int
    """Programs bred."""
    unique: int
    """Those not tried before on these tasks."""
    evaluations: int
    """Runs of a program on a sample."""
    survivors: int
    """(program, task) results that passed the filter."""
    rejected: int
    """Survivors whose scores alone differed from those in the batch."""
    kept: int
    """Results that took a place in the library."""
    tasks_solved: int
    """Tasks of the run with all demo samples solved by one program of the library."""


@dataclass(frozen=True, slots=True)
class Evolution:
    """What a run of the loop did."""

    run: str
    """The run's id in the library."""
    tasks: int
    rounds: tuple[RoundReport, ...]


@dataclass(frozen=True, slots=True)
class _Loop:
    """What stays the same from round to round."""

    puzzles: tuple[Task, ...]
    keys: tuple[str, ...]
    library: Library
    profile: Profile
    seed: int
    threads: int
    with_test: bool


def evolve(
    tasks: Sequence[Task],
    library: Library,
    *,
    rounds: int,
    candidates: int = CANDIDATES,
    seed: int = 0,
    threads: int = 1,
    with_test: bool = False,
    profile: Profile | None = None,
    report: Callable[[RoundReport], None] | None = None,
) -> Evolution:
    """Improve the library on tasks: breed candidates from it, keep what is good, for a number of rounds.

    Test outputs enter nothing, unless `with_test` says so, which the records then say too. A round is in the library
    before the next one starts. An empty library begins with the starting programs, as round 0. `report` is called after
    each round. The same seed, tasks and library give the same result for any number of threads.
    """
    profile = profile or Profile()
    with profile.phase("load"):
        puzzles = tuple(tasks) if with_test else tuple(task.without_answers() for task in tasks)
        loop = _Loop(puzzles, tuple(task.key for task in puzzles), library, profile, seed, threads, with_test)
    with profile.phase("library"):
        run = run_id(library, f"evolve-{seed}")
        library.start(Run(run, seed))
        parents = library.parents(MAX_PARENTS)
    reports = []
    for number in range(1, rounds + 1):
        if not parents:
            given = starting_programs()
            bred = [Candidate(program, program.id, "written", ()) for program in given]
        else:
            bred = _breed(loop, parents, candidates, number)
        reports.append(_round(loop, run, number, bred))
        if report is not None:
            report(reports[-1])
        with profile.phase("parents"):
            parents = library.parents(MAX_PARENTS)
    return Evolution(run, len(puzzles), tuple(reports))


def run_id(library: Library, prefix: str) -> str:
    """A name for a run that the library does not have yet and that does not depend on the clock."""
    known = {run.id for run in library.runs()}
    number = 1
    while f"{prefix}-{number}" in known:
        number += 1
    return f"{prefix}-{number}"


def _breed(loop: _Loop, parents: Sequence[Parent], count: int, number: int) -> list[Candidate]:
    with loop.profile.phase("breed"):
        programs = [Program.parse(parent.program.text) for parent in parents]
        weights = [_weight(parent) for parent in parents]
        children = breed(programs, weights, count=count, seed=loop.seed, round=number)
        return [
            Candidate(
                child.program,
                child.program.id,
                child.operator,
                tuple(parents[index].program.id for index in child.parents),
            )
            for child in children
        ]


def _weight(parent: Parent) -> float:
    """How likely a program becomes a parent: by the tasks it solves, then by the best share of one it solves."""
    shares = [result.matched / result.samples for result in parent.results if result.samples]
    return 1.0 + 4.0 * parent.solved + 2.0 * max(shares, default=0.0)


def _round(loop: _Loop, run: str, number: int, bred: Sequence[Candidate]) -> RoundReport:
    """Score, filter, inline, validate and keep one round's candidates."""
    profile = loop.profile
    with profile.phase("filter"):
        tried = loop.library.tried_on(loop.keys, [candidate.id for candidate in bred])
        tried_everywhere = set.intersection(*tried.values())
        fresh = [candidate for candidate in bred if candidate.id not in tried_everywhere]
        programs = [candidate.program for candidate in fresh]
    with profile.phase("batch"):
        batch = Batch(programs)
    with profile.phase("score"):
        start = perf_counter()
        board = batch.score(loop.puzzles, threads=loop.threads)
        profile.workers(board.busy_seconds, perf_counter() - start)
    with profile.phase("filter"):
        survivors = _survivors(loop, fresh, board)
    with profile.phase("inline"):
        stored = _stored(loop, fresh, survivors)
    with profile.phase("validate"):
        valid = _validated(loop, programs, board, survivors)
    with profile.phase("keep"):
        kept = loop.library.keep(
            Round(
                run=Run(run, loop.seed, number),
                programs=stored,
                results=tuple(valid),
                births=tuple(
                    Birth(candidate.id, candidate.parents, candidate.operator, run, number) for candidate in fresh
                ),
                tried=(Tried(loop.keys, tuple(candidate.id for candidate in fresh)),),
                names={key: task.id for key, task in zip(loop.keys, loop.puzzles, strict=True)},
            )
        )
        solved = loop.library.stats().tasks_solved
    return RoundReport(
        round=number,
        candidates=len(bred),
        unique=len(fresh),
        evaluations=board.evaluations,
        survivors=len(survivors),
        rejected=len(survivors) - len(valid),
        kept=kept.results,
        tasks_solved=solved,
    )


@dataclass(frozen=True, slots=True)
class _Survivor:
    """A candidate's result on a task that may take a place in the library."""

    candidate: int
    task: int
    result: Result


def _survivors(loop: _Loop, fresh: Sequence[Candidate], board: Scoreboard) -> list[_Survivor]:
    """The results that are better than the last of the task's best 32, and solve some sample or come near."""
    thresholds = loop.library.thresholds(loop.keys)
    survivors = []
    for task, key in enumerate(loop.keys):
        threshold = thresholds.get(key)
        for index, total in enumerate(board.totals(task, with_test=loop.with_test)):
            samples, matched, failed, similarity, fuel = total
            if failed or similarity == 0:
                continue
            result = Result(
                program=fresh[index].id,
                task=key,
                matched=matched,
                samples=samples,
                similarity=similarity,
                fuel=fuel,
                with_test=loop.with_test,
            )
            if threshold is None or result.rank < threshold.rank:
                survivors.append(_Survivor(index, task, result))
    return survivors


def _stored(loop: _Loop, fresh: Sequence[Candidate], survivors: Sequence[_Survivor]) -> tuple[StoredProgram, ...]:
    """The surviving programs in canonical form; written ones stay in the library whatever they score."""
    used = {survivor.candidate for survivor in survivors}
    bred_origin = WITH_TEST if loop.with_test else "bred"
    stored = []
    for index, candidate in enumerate(fresh):
        written = candidate.operator == "written"
        if written or index in used:
            stored.append(
                StoredProgram(
                    id=candidate.id,
                    text=canonical_text(candidate.program),
                    size=candidate.program.size,
                    origin="written" if written else bred_origin,
                    pinned=written,
                )
            )
    return tuple(stored)


def canonical_text(program: Program) -> str:
    """The canonical nested expression; the straight-line definition where that would be too long."""
    return program.nested() or program.definition()


def _validated(
    loop: _Loop, programs: Sequence[Program], board: Scoreboard, survivors: Sequence[_Survivor]
) -> list[Result]:
    """The results of those survivors that give the same scores and use the same fuel when they are run alone."""
    jobs = [(survivor.candidate, survivor.task) for survivor in survivors]
    alone = validate(list(programs), loop.puzzles, jobs, threads=loop.threads)
    return [
        Result(
            program=survivor.result.program,
            task=survivor.result.task,
            matched=survivor.result.matched,
            samples=survivor.result.samples,
            similarity=survivor.result.similarity,
            fuel=survivor.result.fuel,
            cpu_ns=round(validation.seconds * 1e9),
            with_test=loop.with_test,
        )
        for survivor, validation in zip(survivors, alone, strict=True)
        if validation.scores == board.program_scores(survivor.task, survivor.candidate)
        and validation.fuel == survivor.result.fuel
    ]
