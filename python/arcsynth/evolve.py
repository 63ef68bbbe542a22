"""The evolutionary loop: breed, score, filter, inline, validate, keep, round after round."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from time import perf_counter
from typing import Any

from arcsynth._engine import Batch, Program, Scoreboard, validate
from arcsynth.brood import CANDIDATES, WRITTEN, Breeding, Brood, Candidate
from arcsynth.errors import UsageError
from arcsynth.library import BOARD_SIZE, Birth, Library, Result, Round, Run, StoredProgram, Tried
from arcsynth.notebook import table_html
from arcsynth.profile import Profile
from arcsynth.tasks import Task

WITH_TEST = "bred with test"
"""The origin of programs whose selection has seen the test outputs of the tasks they were learned on."""

MAX_SCORES = 20_000_000
"""How many scores are held at a time; larger broods are scored on some tasks after the others."""


@dataclass(frozen=True, slots=True)
class OperatorReport:
    """What the children of one operator came to in a round."""

    bred: int
    unique: int
    """Those that had not been tried before."""
    survived: int
    """Those that passed the filter of some task."""


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did, in numbers."""

    round: int
    candidates: int
    """Programs bred."""
    unique: int
    """Those not tried before on all of these tasks."""
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
    operators: Mapping[str, OperatorReport]


@dataclass(frozen=True, slots=True)
class Evolution:
    """What a run of the loop did."""

    run: str
    """The run's id in the library."""
    tasks: int
    rounds: tuple[RoundReport, ...]
    """The rounds of this call: a run that was resumed has had others before."""

    def to_records(self) -> list[dict[str, Any]]:
        """A record a round; what operators came to is left out."""
        return [{name: value for name, value in asdict(part).items() if name != "operators"} for part in self.rounds]

    def _repr_html_(self) -> str:
        return table_html(f"{self.run}: {len(self.rounds)} rounds on {self.tasks} tasks", self.to_records())


@dataclass(slots=True)
class _Loop:
    """What stays the same from round to round, and the floors under the tasks' boards as far as they are known."""

    puzzles: tuple[Task, ...]
    keys: tuple[str, ...]
    library: Library
    profile: Profile
    seed: int
    threads: int
    with_test: bool
    floors: dict[str, tuple[int, int, int]] = field(default_factory=dict)


def evolve(
    tasks: Sequence[Task],
    library: Library,
    *,
    rounds: int,
    candidates: int = CANDIDATES,
    per_task: bool = False,
    rates: Mapping[str, float] | None = None,
    seed: int = 0,
    threads: int = 1,
    with_test: bool = False,
    run: str | None = None,
    profile: Profile | None = None,
    report: Callable[[RoundReport], None] | None = None,
) -> Evolution:
    """Improve the library on tasks: breed candidates from it, keep what is good, for a number of rounds.

    The candidates of a round are scored on all tasks; `per_task` breeds as many for each task instead, from the
    programs on that task's boards. `rates` says how often an operator is drawn, by name; those left out are drawn as
    usual. Test outputs enter nothing, unless `with_test` says so, which the records then say too.

    A round is in the library before the next one starts. A `run` that the library has goes on after its last round,
    with the same random stream, up to `rounds` in all; a call that differs in anything but `rounds` and `threads` is a
    `UsageError`. An empty library begins with the starting programs. `report` is called after each round. The same
    seed, tasks and library give the same result for any number of threads.
    """
    profile = profile or Profile()
    with profile.phase("load"):
        puzzles = tuple(tasks) if with_test else tuple(task.without_answers() for task in tasks)
        loop = _Loop(puzzles, tuple(task.key for task in puzzles), library, profile, seed, threads, with_test)
        breeding = Breeding(library, loop.keys, seed, candidates, per_task, rates)
        config = _config(loop, breeding)
    with profile.phase("library"):
        run = run or new_run(library, f"evolve-{seed}")
        done = _begin(library, run, seed, config)
        _learn_floors(loop, loop.keys)
        breeders = breeding.breeders()
    reports = []
    for number in range(done + 1, rounds + 1):
        with profile.phase("breed"):
            brood = breeding.brood(breeders, number)
        reports.append(_round(loop, Run(run, seed, number, config=config), brood))
        if report is not None:
            report(reports[-1])
        with profile.phase("parents"):
            breeders = breeding.breeders()
    return Evolution(run, len(puzzles), tuple(reports))


def new_run(library: Library, prefix: str) -> str:
    """A name for a run that the library does not have yet and that does not depend on the clock."""
    known = {run.id for run in library.runs()}
    number = 1
    while f"{prefix}-{number}" in known:
        number += 1
    return f"{prefix}-{number}"


def _config(loop: _Loop, breeding: Breeding) -> str:
    """What must be the same for a run to go on."""
    tasks = hashlib.sha256(" ".join(loop.keys).encode()).hexdigest()[:32]
    rates = dict(sorted((breeding.rates or {}).items()))
    return json.dumps(
        {
            "tasks": tasks,
            "candidates": breeding.count,
            "per_task": breeding.per_task,
            "rates": rates,
            "with_test": loop.with_test,
        }
    )


def _begin(library: Library, run: str, seed: int, config: str) -> int:
    """Start a run, or take up one that the library has; gives the number of its last whole round."""
    known = next((known for known in library.runs() if known.id == run), None)
    if known is None:
        library.start(Run(run, seed, config=config))
        return 0
    if known.seed != seed or known.config != config:
        raise UsageError(f"run {run}: was begun with other tasks, candidates, rates or seed; name another run")
    return known.round


def _round(loop: _Loop, run: Run, bred: Brood) -> RoundReport:
    """Score, filter, inline, validate and keep one round's candidates."""
    profile = loop.profile
    with profile.phase("filter"):
        fresh = bred.untried(loop.keys, loop.library)
        programs = [candidate.program for candidate in fresh.candidates]
    with profile.phase("batch"):
        batch = Batch(programs)
    evaluations, rejected = 0, 0
    survivors: list[_Survivor] = []
    valid: list[Result] = []
    for tasks in _passes(loop, fresh):
        with profile.phase("score"):
            start = perf_counter()
            puzzles = loop.puzzles[tasks.start : tasks.stop]
            assignment = None if fresh.is_whole else fresh.assignment[tasks.start : tasks.stop]
            board = batch.score(puzzles, assignment=assignment, threads=loop.threads)
            profile.workers(board.busy_seconds, perf_counter() - start)
            evaluations += board.evaluations
        with profile.phase("filter"):
            found = _survivors(loop, fresh, board, tasks)
            survivors += found
        with profile.phase("validate"):
            valid += _validated(loop, programs, board, found, tasks)
            rejected = len(survivors) - len(valid)
    with profile.phase("inline"):
        stored = _stored(loop, fresh.candidates, survivors)
    with profile.phase("keep"):
        kept = loop.library.keep(
            Round(
                run=run,
                programs=stored,
                results=tuple(valid),
                births=tuple(
                    Birth(candidate.id, candidate.parents, candidate.operator, run.id, run.round)
                    for candidate in fresh.candidates
                ),
                tried=_tried(loop, fresh),
                names={key: task.id for key, task in zip(loop.keys, loop.puzzles, strict=True)},
            )
        )
        _learn_floors(loop, sorted({result.task for result in valid}))
        solved = loop.library.solved(loop.keys)
    return RoundReport(
        round=run.round,
        candidates=len(bred.candidates),
        unique=len(fresh.candidates),
        evaluations=evaluations,
        survivors=len(survivors),
        rejected=rejected,
        kept=kept.results,
        tasks_solved=len(solved),
        operators=_by_operator(bred, fresh, survivors),
    )


def _passes(loop: _Loop, brood: Brood) -> Iterator[range]:
    """The tasks in as few parts as the memory for their scores allows: one, unless the brood is very large."""
    start, scores = 0, 0
    for task, assigned in enumerate(brood.assignment):
        size = len(assigned) * (len(loop.puzzles[task].demo) + len(loop.puzzles[task].test))
        if scores and scores + size > MAX_SCORES:
            yield range(start, task)
            start, scores = task, 0
        scores += size
    yield range(start, len(brood.assignment))


def _learn_floors(loop: _Loop, keys: Sequence[str]) -> None:
    """Look up what a result must outrank to take a place on the boards of these tasks.

    Another process may raise a floor meanwhile. Then more than necessary is offered to the library, which decides.
    """
    for key, last in loop.library.thresholds(keys).items():
        loop.floors[key] = (last.matched, last.similarity, last.fuel)


@dataclass(frozen=True, slots=True)
class _Survivor:
    """A candidate's result on a task that may take a place in the library."""

    candidate: int
    task: int
    place: int
    """The candidate's position among those run on the task."""
    result: Result


def _survivors(loop: _Loop, brood: Brood, board: Scoreboard, tasks: range) -> list[_Survivor]:
    """The results that are better than the last of the task's best 32, and solve some sample or come near."""
    survivors = []
    for row, task in enumerate(tasks):
        key = loop.keys[task]
        best = board.best(row, limit=BOARD_SIZE, floor=loop.floors.get(key), with_test=loop.with_test)
        for place, (samples, matched, _, similarity, fuel) in best:
            candidate = brood.assignment[task][place]
            result = Result(
                program=brood.candidates[candidate].id,
                task=key,
                matched=matched,
                samples=samples,
                similarity=similarity,
                fuel=fuel,
                with_test=loop.with_test,
            )
            survivors.append(_Survivor(candidate, task, place, result))
    return survivors


def _validated(
    loop: _Loop, programs: Sequence[Program], board: Scoreboard, survivors: Sequence[_Survivor], tasks: range
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
        if validation.scores == board.program_scores(survivor.task - tasks.start, survivor.place)
        and validation.fuel == survivor.result.fuel
    ]


def _stored(loop: _Loop, candidates: Sequence[Candidate], survivors: Sequence[_Survivor]) -> tuple[StoredProgram, ...]:
    """The surviving programs in canonical form; written ones stay in the library whatever they score."""
    used = {survivor.candidate for survivor in survivors}
    bred_origin = WITH_TEST if loop.with_test else "bred"
    stored = []
    for index, candidate in enumerate(candidates):
        written = candidate.operator == WRITTEN
        if written or index in used:
            stored.append(
                StoredProgram(
                    id=candidate.id,
                    text=canonical_text(candidate.program),
                    size=candidate.program.size,
                    origin=WRITTEN if written else bred_origin,
                    pinned=written,
                )
            )
    return tuple(stored)


def canonical_text(program: Program) -> str:
    """The canonical nested expression; the straight-line definition where that would be too long."""
    return program.nested() or program.definition()


def _tried(loop: _Loop, brood: Brood) -> tuple[Tried, ...]:
    """What has now been scored: programs that were run on the same tasks together."""
    if brood.is_whole:
        return (Tried(loop.keys, tuple(candidate.id for candidate in brood.candidates)),)
    return tuple(
        Tried((key,), tuple(brood.candidates[index].id for index in assigned))
        for key, assigned in zip(loop.keys, brood.assignment, strict=True)
        if assigned
    )


def _by_operator(bred: Brood, fresh: Brood, survivors: Sequence[_Survivor]) -> dict[str, OperatorReport]:
    survived = {survivor.candidate for survivor in survivors}
    every = Counter(candidate.operator for candidate in bred.candidates)
    unique = Counter(candidate.operator for candidate in fresh.candidates)
    passed = Counter(fresh.candidates[index].operator for index in survived)
    return {name: OperatorReport(every[name], unique[name], passed[name]) for name in sorted(every)}
