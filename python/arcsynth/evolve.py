"""The evolutionary loop: breed, score, filter, inline, validate, keep, round after round."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from time import perf_counter
from typing import Any

from arcsynth._engine import Batch, Program, Scoreboard, validate
from arcsynth.brood import CANDIDATES, Breeding, Brood, Candidate, Start, package_start
from arcsynth.errors import UsageError
from arcsynth.library import BOARD_SIZE, MEASURE, Birth, Library, Result, Round, Run, StoredProgram, Tried
from arcsynth.measuring import RoundMeasures, round_measures
from arcsynth.notebook import table_html
from arcsynth.profile import Profile
from arcsynth.standings import Standings
from arcsynth.tasks import Task

WITH_TEST = "bred with test"
"""The origin of programs whose selection has seen the test outputs of the tasks they were learned on."""

MAX_SCORES = 250_000
"""How many scores and outputs are held at a time; larger broods are scored on some tasks after the others."""


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
    measured: int
    """Outputs that difference measures were applied to."""
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
    """What stays the same from round to round, and the library's boards."""

    puzzles: tuple[Task, ...]
    keys: tuple[str, ...]
    library: Library
    profile: Profile
    seed: int
    threads: int
    with_test: bool
    standings: Standings = field(init=False)

    def __post_init__(self) -> None:
        self.standings = Standings(self.library)


def evolve(
    tasks: Sequence[Task],
    library: Library,
    *,
    rounds: int,
    candidates: int = CANDIDATES,
    per_task: bool = False,
    rates: Mapping[str, float] | None = None,
    start: Sequence[Start] | None = None,
    seed: int = 0,
    threads: int = 1,
    with_test: bool = False,
    run: str | None = None,
    profile: Profile | None = None,
    report: Callable[[RoundReport], None] | None = None,
    begun: Callable[[str], None] | None = None,
) -> Evolution:
    """Improve the library on tasks: breed candidates from it, keep what is good, for a number of rounds.

    The candidates of a round are scored on all tasks; `per_task` breeds as many for each task instead, from the
    programs on that task's boards. `rates` says how often an operator is drawn, by name; those left out are drawn as
    usual. Test outputs enter nothing, unless `with_test` says so, which the records then say too.

    A round is in the library before the next one starts. A `run` that the library has goes on after its last round,
    with the same random stream, up to `rounds` in all; a call that differs in anything but `rounds` and `threads` is a
    `UsageError`. An empty library begins with `start`, the package's own programs if it is left out. `report` is called
    after each round, and `begun` with the run's name before the first. The same seed, tasks and library give the same
    result for any number of threads.
    """
    profile = profile or Profile()
    with profile.phase("load"):
        puzzles = tuple(tasks) if with_test else tuple(task.without_answers() for task in tasks)
        loop = _Loop(puzzles, tuple(task.key for task in puzzles), library, profile, seed, threads, with_test)
        breeding = Breeding(
            loop.standings, loop.keys, seed, candidates, per_task, rates, package_start() if start is None else start
        )
        config = run_config(loop.keys, candidates, per_task=per_task, rates=rates, with_test=with_test)
    with profile.phase("library"):
        if run is None:
            run, done = library.start_new(f"evolve-{seed}", seed, config), 0
        else:
            done = _begin(library, run, seed, config)
        if begun is not None:
            begun(run)
        loop.standings.refresh()
    reports = []
    for number in range(done + 1, rounds + 1):
        with profile.phase("parents"):
            loop.standings.refresh()
            parents = breeding.parents(number)
        with profile.phase("breed"):
            brood = breeding.brood(parents, number)
            measures = _measures(loop, number)
        reports.append(_round(loop, Run(run, seed, number, config=config), brood, measures))
        if report is not None:
            report(reports[-1])
    return Evolution(run, len(puzzles), tuple(reports))


def run_config(
    keys: Sequence[str], candidates: int, *, per_task: bool, rates: Mapping[str, float] | None, with_test: bool
) -> str:
    """What must be the same for a run to go on."""
    tasks = hashlib.sha256(" ".join(keys).encode()).hexdigest()[:32]
    return json.dumps(
        {
            "tasks": tasks,
            "candidates": candidates,
            "per_task": per_task,
            "rates": dict(sorted((rates or {}).items())),
            "with_test": with_test,
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


def _measures(loop: _Loop, number: int) -> RoundMeasures:
    """The difference measures of a round, with challengers that have not been judged on all of these tasks."""
    chosen = round_measures(loop.standings, loop.seed, number, set())
    ids = [challenger.id for challenger in chosen.challengers]
    judged = [key for index, key in enumerate(loop.keys) if chosen.is_judged(index)]
    tried = set.intersection(*loop.library.tried_on(judged, ids).values()) if judged and ids else set()
    return round_measures(loop.standings, loop.seed, number, tried) if tried else chosen


def _round(loop: _Loop, run: Run, bred: Brood, measures: RoundMeasures) -> RoundReport:
    """Score, filter, inline, validate and keep one round's candidates."""
    profile = loop.profile
    with profile.phase("filter"):
        fresh = bred.untried(loop.keys, loop.library)
        programs = [candidate.program for candidate in fresh.candidates]
        niche_floors = measures.floors(loop.standings, loop.keys)
    with profile.phase("batch"):
        batch = Batch(programs)
    evaluations, measured, rejected = 0, 0, 0
    survivors: list[_Survivor] = []
    valid: list[Result] = []
    judged: list[Result] = []
    for tasks in _passes(loop, fresh):
        with profile.phase("score"):
            start = perf_counter()
            board = batch.score(
                loop.puzzles[tasks.start : tasks.stop],
                assignment=None if fresh.is_whole else fresh.assignment[tasks.start : tasks.stop],
                measures=measures.engine,
                niche_floors=niche_floors[tasks.start : tasks.stop],
                with_test=loop.with_test,
                threads=loop.threads,
            )
            profile.record("measure", *board.measuring_seconds)
            profile.workers(board.busy_seconds, perf_counter() - start)
            evaluations += board.evaluations
            measured += board.measured
        with profile.phase("filter"):
            found = _survivors(loop, fresh, board, tasks, measures)
            judged += _judged(loop, board, tasks, measures)
            survivors += found
        with profile.phase("validate"):
            passed = _validated(loop, programs, board, found, tasks)
            valid += [result for survivor in passed for result in survivor]
            rejected += len(found) - len(passed)
    with profile.phase("inline"):
        stored = (*_stored(loop, fresh.candidates, survivors), *_stored_measures(measures, judged))
    with profile.phase("keep"):
        kept = loop.library.keep(
            Round(
                run=run,
                programs=stored,
                results=(*valid, *judged),
                births=tuple(
                    Birth(born.id, born.parents, born.operator, run.id, run.round)
                    for born in (*fresh.candidates, *measures.challengers)
                ),
                tried=_tried(loop, fresh, measures),
                names={key: task.id for key, task in zip(loop.keys, loop.puzzles, strict=True)},
            )
        )
        loop.standings.learn(
            kept,
            (program.id for program in stored if program.pinned),
            [
                *((candidate.id, candidate.program) for candidate in fresh.candidates),
                *zip(measures.ids, measures.programs, strict=True),
            ],
        )
        return RoundReport(
            round=run.round,
            candidates=len(bred.candidates),
            unique=len(fresh.candidates),
            evaluations=evaluations,
            measured=measured,
            survivors=len(survivors),
            rejected=rejected,
            kept=len(kept.placed),
            tasks_solved=sum(map(loop.standings.is_solved, loop.keys)),
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


@dataclass(frozen=True, slots=True)
class _Survivor:
    """A candidate on a task where it may take a place in the library."""

    candidate: int
    task: int
    place: int
    """The candidate's position among those run on the task."""
    result: Result
    niches: Sequence[tuple[str, int]]
    """The boards on which it may take a place, "" for the main one, with the difference that it closes there."""


def _survivors(loop: _Loop, brood: Brood, board: Scoreboard, tasks: range, measures: RoundMeasures) -> list[_Survivor]:
    """The candidates that are better than the last of a task's best 32, or than what holds a niche of it."""
    survivors = []
    floors = [loop.standings.floor(loop.keys[task]) for task in tasks]
    for row, best, elites in board.survivors(floors=floors, limit=BOARD_SIZE, with_test=loop.with_test):
        task = tasks[row]
        niches: dict[int, list[tuple[str, int]]] = {place: [("", 0)] for place, _ in best}
        totals = dict(best)
        for place, niche, closed, total in elites:
            # Challengers have no niches yet.
            if niche < len(measures.niches):
                niches.setdefault(place, []).append((measures.niches[niche], closed))
                totals[place] = total
        for place, held in niches.items():
            samples, matched, _, similarity, fuel = totals[place]
            candidate = brood.assignment[task][place]
            result = Result(
                program=brood.candidates[candidate].id,
                task=loop.keys[task],
                matched=matched,
                samples=samples,
                similarity=similarity,
                fuel=fuel,
                with_test=loop.with_test,
            )
            survivors.append(_Survivor(candidate, task, place, result, held))
    return survivors


def _judged(loop: _Loop, board: Scoreboard, tasks: range, measures: RoundMeasures) -> list[Result]:
    """How the measures did where they are judged: those that are better than what is held to be best there."""
    judged = []
    for row, task in enumerate(tasks):
        if not measures.is_judged(task):
            continue
        key = loop.keys[task]
        held = loop.standings.held(key, MEASURE)
        for name, (samples, sees, agreement, fuel) in zip(measures.ids, board.measure_totals(row), strict=False):
            if sees and (held is None or (-sees, -agreement, fuel) < (-held[1], -held[2], held[3])):
                judged.append(
                    Result(name, key, sees, samples, agreement, fuel, with_test=loop.with_test, niche=MEASURE)
                )
    return judged


def _validated(
    loop: _Loop, programs: Sequence[Program], board: Scoreboard, survivors: Sequence[_Survivor], tasks: range
) -> list[list[Result]]:
    """The results of those survivors that give the same scores and use the same fuel when they are run alone."""
    jobs = [(survivor.candidate, survivor.task) for survivor in survivors]
    alone = validate(programs, loop.puzzles, jobs, threads=loop.threads)
    return [
        [
            replace(survivor.result, cpu_ns=round(validation.seconds * 1e9), niche=niche, closed=closed)
            for niche, closed in survivor.niches
        ]
        for survivor, validation in zip(survivors, alone, strict=True)
        if validation.scores == board.program_scores(survivor.task - tasks.start, survivor.place)
        and validation.fuel == survivor.result.fuel
    ]


def _stored(loop: _Loop, candidates: Sequence[Candidate], survivors: Sequence[_Survivor]) -> tuple[StoredProgram, ...]:
    """The surviving programs in canonical form; those that it begins with stay whatever they score."""
    used = {survivor.candidate for survivor in survivors}
    stored = []
    for index, candidate in enumerate(candidates):
        start = candidate.start
        if start is not None or index in used:
            stored.append(
                StoredProgram(
                    id=candidate.id,
                    text=canonical_text(candidate.program),
                    size=candidate.program.size,
                    origin=start.origin if start is not None else WITH_TEST if loop.with_test else "bred",
                    pinned=start is not None,
                    tasks=start.learned_on if start is not None else (),
                )
            )
    return tuple(stored)


def _stored_measures(measures: RoundMeasures, judged: Sequence[Result]) -> tuple[StoredProgram, ...]:
    """The measures that are best somewhere, and those that they were bred from."""
    used = {result.program for result in judged}
    used.update(parent for challenger in measures.challengers for parent in challenger.parents)
    return tuple(
        StoredProgram(name, canonical_text(program), program.size, origin="measure")
        for name, program in zip(measures.ids, measures.programs, strict=True)
        if name in used
    )


def canonical_text(program: Program) -> str:
    """The canonical nested expression; the straight-line definition where that would be too long."""
    return program.nested() or program.definition()


def _tried(loop: _Loop, brood: Brood, measures: RoundMeasures) -> tuple[Tried, ...]:
    """What has now been scored: programs that were run on the same tasks together."""
    judged = tuple(key for index, key in enumerate(loop.keys) if measures.is_judged(index))
    challengers = Tried(judged, tuple(challenger.id for challenger in measures.challengers))
    if brood.is_whole:
        return (Tried(loop.keys, tuple(candidate.id for candidate in brood.candidates)), challengers)
    return (
        *(
            Tried((key,), tuple(brood.candidates[index].id for index in assigned))
            for key, assigned in zip(loop.keys, brood.assignment, strict=True)
            if assigned
        ),
        challengers,
    )


def _by_operator(bred: Brood, fresh: Brood, survivors: Sequence[_Survivor]) -> dict[str, OperatorReport]:
    survived = {survivor.candidate for survivor in survivors}
    every = Counter(candidate.operator for candidate in bred.candidates)
    unique = Counter(candidate.operator for candidate in fresh.candidates)
    passed = Counter(fresh.candidates[index].operator for index in survived)
    return {name: OperatorReport(every[name], unique[name], passed[name]) for name in sorted(every)}
