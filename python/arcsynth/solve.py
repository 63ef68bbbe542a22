"""Solving: known programs and search on each task, ranking, two attempts a test input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from arcsynth._engine import Found, Landed, Program, Proposal, search, validate
from arcsynth._engine import strategies as strategy_names
from arcsynth.errors import UsageError
from arcsynth.evolve import canonical_text
from arcsynth.known import KnownProgram
from arcsynth.library import Library, Result, Round, Run, StoredProgram
from arcsynth.notebook import table_html
from arcsynth.profile import Profile
from arcsynth.rank import Attempt, Origin, choose_attempts
from arcsynth.submission import Grade, Submission
from arcsynth.tasks import Task

FUEL = 440_000_000
"""The fuel of a task at effort 1, for all strategies together; a unit is a nanosecond or two."""

EXACT = 1000
"""The score of a sample that is solved."""

PROPOSALS = 32
"""How many programs the search proposes for a task."""

BLOCK = 1000
"""How many tasks are handed to the engine at a time, each with its list of known programs."""


Proposer = Callable[[Task], Iterable[Program]]
"""A strategy in Python: takes a task without test outputs, gives programs to be tried on it with the library."""


class Searcher(Protocol):
    """What searches tasks: the engine's `search`, or something that gives the same by other means."""

    def __call__(
        self,
        tasks: Sequence[Task],
        *,
        library: Sequence[Sequence[Program]],
        fuel: int,
        proposals: int,
        strategies: Sequence[str] | None,
        threads: int,
        report: Callable[[list[Landed]], object] | None,
    ) -> list[Found]:
        """Search each of the tasks, which have no test outputs, with the known programs of its own."""


@dataclass(frozen=True, slots=True)
class TaskSolution:
    """What was found for a task."""

    task: str
    """The task's id."""
    proposals: tuple[Proposal, ...]
    """The programs found, best first."""
    recalled: tuple[Proposal, ...]
    """The programs that the library had learned on this very task, best first; none of them was found."""
    attempts: tuple[tuple[Attempt, ...], ...]
    """The attempts, `ATTEMPTS` of them for each test input, best first."""
    demo_samples: int
    """The number of demo samples."""
    fuel: int
    """The fuel used."""
    values: int
    """The number of distinct values met."""
    seconds: float
    """The seconds that the task took on its worker."""
    finished: float
    """The seconds from the start of the search to the task's end."""

    @property
    def fits_demo(self) -> bool:
        """Whether some program that was found solves all demo samples."""
        return bool(self.proposals) and self.proposals[0].matched == self.demo_samples


@dataclass(frozen=True, slots=True)
class Solutions:
    """What was found for every task, in the order of the tasks."""

    tasks: tuple[TaskSolution, ...]

    def submission(self) -> Submission:
        """The submission of all attempts."""
        return self._submission(Origin)

    def found(self) -> Submission:
        """The submission without what was recalled: what headline figures are of."""
        return self._submission(set(Origin) - {Origin.RECALLED})

    def to_records(self) -> list[dict[str, Any]]:
        """A record a task: whether its demo samples are solved, by which program, at what cost."""
        return [
            {
                "task": solution.task,
                "fits_demo": solution.fits_demo,
                "strategy": best.strategy if best else None,
                "cost": best.cost if best else None,
                "program": canonical_text(best.program) if best else None,
                "fuel": solution.fuel,
                "values": solution.values,
                "seconds": solution.seconds,
            }
            for solution in self.tasks
            for best in [solution.proposals[0] if solution.fits_demo else None]
        ]

    def _repr_html_(self) -> str:
        fits = sum(solution.fits_demo for solution in self.tasks)
        return table_html(f"All demo samples solved: {fits} of {len(self.tasks)} tasks", self.to_records())

    def _submission(self, origins: Iterable[Origin]) -> Submission:
        wanted = set(origins)
        return Submission(
            {
                solution.task: tuple(
                    tuple(attempt.grid for attempt in attempts if attempt.origin in wanted)
                    for attempts in solution.attempts
                )
                for solution in self.tasks
            }
        )


def solve(
    tasks: Sequence[Task],
    *,
    library: Sequence[KnownProgram] = (),
    effort: float = 1.0,
    strategies: Sequence[str] | None = None,
    proposers: Sequence[Proposer] = (),
    threads: int = 1,
    profile: Profile | None = None,
    report: Callable[[Sequence[Landed]], None] | None = None,
    done: Mapping[str, Found] | None = None,
    searcher: Searcher = search,
) -> Solutions:
    """Search each task for programs, and choose two attempts for each test input.

    The search is handed tasks without their test outputs, and no program that was learned on a task itself: those are
    run apart, and what they give is marked as recalled; those that have seen its test outputs are not run. `effort`
    multiplies the fuel of a task; `strategies` names those to run, all if none are named; `proposers` are strategies
    written in Python. The result does not depend on `threads`. `report` is called now and then with the
    tasks that have landed since. What is `done` is not searched again: what was found before, by task id. `searcher`
    does the searching: the engine in this process, unless it is one of many machines.
    """
    unknown = sorted(set(strategies or ()) - set(strategy_names()))
    if unknown:
        raise UsageError(f"no strategy {unknown[0]}; there are {', '.join(strategy_names())}")
    profile = profile or Profile()
    with profile.phase("load"):
        puzzles = [task.without_answers() for task in tasks]
    with profile.phase("library"):
        proposed = [[program for propose in proposers for program in propose(task)] for task in puzzles]
        recallable = {task: [one.program for one in library if _may_recall(one, task)] for task in puzzles}
        learned = {task: programs for task, programs in recallable.items() if programs}
    with profile.phase("search"):
        fuel = round(FUEL * effort)
        found = dict(done or {})
        left = [index for index, task in enumerate(puzzles) if task.id not in found]
        for start in range(0, len(left), BLOCK):
            block = left[start : start + BLOCK]
            searched = searcher(
                [puzzles[index] for index in block],
                library=[_known(puzzles[index], library, proposed[index]) for index in block],
                fuel=fuel,
                proposals=PROPOSALS,
                strategies=strategies,
                threads=threads,
                report=report and _at_their_places(report, block),
            )
            found.update((puzzles[index].id, result) for index, result in zip(block, searched, strict=True))
        recalled = search(
            list(learned),
            library=list(learned.values()),
            fuel=fuel,
            proposals=PROPOSALS,
            strategies=["library"],
            threads=threads,
        )
    with profile.phase("rank"):
        recalled_by_task = {task: result.proposals for task, result in zip(learned, recalled, strict=True)}
        solutions = [_choose(task, found[task.id], recalled_by_task.get(task, ())) for task in puzzles]
    return Solutions(tuple(solutions))


def _known(task: Task, library: Sequence[KnownProgram], proposed: Sequence[Program]) -> list[Program]:
    """The programs to try on a task: none that was learned on it."""
    return [*proposed, *(one.program for one in library if task.key not in one.learned_on)]


def _at_their_places(
    report: Callable[[Sequence[Landed]], None], places: Sequence[int]
) -> Callable[[Sequence[Landed]], None]:
    """A report on some of the tasks as one that numbers them among all."""
    return lambda landed: report([Landed(task=places[one.task], found=one.found) for one in landed])


def _may_recall(known: KnownProgram, task: Task) -> bool:
    return task.key in known.learned_on and task.key not in known.saw_answers_of


def _choose(task: Task, found: Found, recalled: Sequence[Proposal]) -> TaskSolution:
    """Choose the attempts among what was found and recalled for a task."""
    # A partial solution that was recalled says nothing that the search does not know.
    whole = tuple(proposal for proposal in recalled if proposal.matched == len(task.demo))
    return TaskSolution(
        task=task.id,
        proposals=tuple(found.proposals),
        recalled=whole,
        attempts=tuple(
            choose_attempts(sample, index, found.proposals, whole, demo_samples=len(task.demo))
            for index, sample in enumerate(task.test)
        ),
        demo_samples=len(task.demo),
        fuel=found.fuel,
        values=found.values,
        seconds=found.seconds,
        finished=found.finished,
    )


def keep_found(
    library: Library,
    tasks: Sequence[Task],
    solutions: Solutions,
    *,
    seed: int,
    run: str | None = None,
    threads: int = 1,
) -> None:
    """Keep in a library the programs that solve all demo samples of a task and do so again when run alone.

    They are kept as the round of a `run`, a new one if it is left out; one that has been kept is not kept again.
    """
    run = run or library.start_new(f"solve-{seed}", seed)
    if library.run(run).round:
        return
    puzzles = [task.without_answers() for task in tasks]
    found = [
        (index, proposal.program)
        for index, solution in enumerate(solutions.tasks)
        for proposal in solution.proposals
        if proposal.matched == solution.demo_samples
    ]
    programs = [program for _, program in found]
    jobs = [(number, index) for number, (index, _) in enumerate(found)]
    alone = validate(programs, puzzles, jobs, threads=threads)
    results = [
        Result(
            program=program.id,
            task=tasks[index].key,
            matched=len(tasks[index].demo),
            samples=len(tasks[index].demo),
            similarity=EXACT * len(tasks[index].demo),
            fuel=validation.fuel,
            cpu_ns=round(validation.seconds * 1e9),
        )
        for (index, program), validation in zip(found, alone, strict=True)
        if all(score == EXACT for score in validation.scores[: len(tasks[index].demo)])
    ]
    stored = {
        program.id: StoredProgram(program.id, canonical_text(program), program.size, origin="search")
        for program in programs
    }
    names = {task.key: task.id for task in tasks}
    library.keep(Round(Run(run, seed, 1), tuple(stored.values()), tuple(results), names=names))


def results(solutions: Solutions, found: Grade, everything: Grade) -> dict[str, Any]:
    """The document of `results.json`: what each task came to, and the grades without and with what was recalled."""
    solved = dict.fromkeys(everything.solved_tasks, Origin.RECALLED) | dict.fromkeys(found.solved_tasks, Origin.FOUND)
    return {
        "grade": asdict(found),
        "grade_with_recalled": asdict(everything),
        "tasks": {
            solution.task: {
                "solved": solution.task in solved,
                "origin": solved.get(solution.task),
                "fits_demo": solution.fits_demo,
                "fuel": solution.fuel,
                "values": solution.values,
                "seconds": solution.seconds,
                "finished": solution.finished,
                "attempts": [
                    [{"origin": attempt.origin, "program": attempt.program} for attempt in attempts]
                    for attempts in solution.attempts
                ],
                "proposals": [
                    *(_record(proposal, Origin.RECALLED) for proposal in solution.recalled),
                    *(_record(proposal, Origin.FOUND) for proposal in solution.proposals),
                ],
            }
            for solution in solutions.tasks
        },
    }


def _record(proposal: Proposal, origin: Origin) -> dict[str, Any]:
    return {
        "id": proposal.program.id,
        "program": canonical_text(proposal.program),
        "origin": origin,
        "strategy": proposal.strategy,
        "cost": proposal.cost,
        "matched": proposal.matched,
        "similarity": proposal.similarity,
        "fuel": proposal.fuel,
    }
