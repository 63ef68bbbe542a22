"""The brood of a round: the candidates bred from the library, and the tasks that each is to be run on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from arcsynth._engine import Program, breed
from arcsynth.library import Library
from arcsynth.standings import Merit, Standings
from arcsynth.starting import found_programs, starting_programs

CANDIDATES = 32
"""How many candidates a round breeds, unless told otherwise."""

WRITTEN = "written"
"""The origin of programs that were written by hand."""

FOUND = "found"
"""The origin of programs that come with the package and that evolution found."""

START = "start"
"""The operator of programs that nothing bred: a library begins with them."""

MAX_PARENTS = 512
"""How many programs of the library may become parents of a brood for all tasks."""

MIN_BOARD = 4
"""A task whose boards hold fewer programs takes its parents from the library at large."""

Parents = Mapping[str, float]
"""The ids of programs to breed from, with how likely each is."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A program with how it came to be: the operator and the ids of its parents, or the start that it is."""

    program: Program
    id: str
    operator: str
    parents: tuple[str, ...]
    start: Start | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """A program that a library begins with: its origin, and the keys of the tasks that it was learned on."""

    program: Program
    origin: str = WRITTEN
    learned_on: tuple[str, ...] = ()


def package_start() -> list[Start]:
    """What a library begins with unless told otherwise: the programs that come with the package."""
    written = [Start(program) for program in starting_programs()]
    known = {start.program for start in written}
    found = [(program, found) for program, found in found_programs() if program not in known]
    return [*written, *(Start(program, FOUND, origin.learned_on) for program, origin in found)]


@dataclass(frozen=True, slots=True)
class Brood:
    """The candidates of a round; `assignment` has the indices of those to run on each task, in the tasks' order."""

    candidates: tuple[Candidate, ...]
    assignment: tuple[tuple[int, ...], ...]

    @property
    def is_whole(self) -> bool:
        """Whether all candidates are to be run on all tasks."""
        return all(len(assigned) == len(self.candidates) for assigned in self.assignment)

    def untried(self, keys: Sequence[str], library: Library) -> Brood:
        """Those candidates and tasks that have not been scored together before, by any run."""
        tried = library.tried_on(keys, [candidate.id for candidate in self.candidates])
        ids = [candidate.id for candidate in self.candidates]
        left = [
            [index for index in assigned if ids[index] not in tried[key]]
            for key, assigned in zip(keys, self.assignment, strict=True)
        ]
        used = sorted({index for assigned in left for index in assigned})
        places = {index: place for place, index in enumerate(used)}
        return Brood(
            candidates=tuple(self.candidates[index] for index in used),
            assignment=tuple(tuple(places[index] for index in assigned) for assigned in left),
        )


@dataclass(slots=True)
class Breeding:
    """Draws broods from a library; the stream of a brood is given by the seed, the round and, if apart, the task."""

    standings: Standings
    keys: Sequence[str]
    seed: int
    count: int
    """How many candidates to breed: for all tasks together, or for each."""
    per_task: bool
    rates: Mapping[str, float] | None = None
    start: Sequence[Start] = ()
    """What an empty library begins with."""

    def parents(self, number: int) -> Parents:
        """The programs that a round's brood for all tasks is drawn from, with their weights.

        Half of them are those that are good for most. The others hold a place on a board or in a niche of a task that
        is not solved yet, drawn task by task, so that what is good for one thing alone is bred from as well.
        """
        chosen = {merit.program: _weight(merit) for merit in self.standings.best(MAX_PARENTS // 2)}
        chance = Random(f"{self.seed} {number}")
        open_tasks = [key for key in self.keys if not self.standings.is_solved(key)]
        boards: dict[str, list[str]] = {}
        for key in chance.choices(open_tasks, k=MAX_PARENTS // 2) if open_tasks else ():
            if key not in boards:
                boards[key] = [program for program, _ in self.standings.board(key)]
            if boards[key]:
                program = chance.choice(boards[key])
                chosen.setdefault(program, _weight(self.standings.merit(program)))
        return chosen

    def brood(self, parents: Parents, number: int) -> Brood:
        """The brood of a round: the starting programs while there are no parents."""
        tasks = len(self.keys)
        if not parents:
            candidates = [Candidate(start.program, start.program.id, START, (), start) for start in self.start]
            return Brood(tuple(candidates), (tuple(range(len(candidates))),) * tasks)
        if not self.per_task:
            candidates = self._children(parents, number)
            return Brood(tuple(candidates), (tuple(range(len(candidates))),) * tasks)
        places: dict[str, int] = {}
        gathered: list[Candidate] = []
        assignment = []
        for key in self.keys:
            board = self.standings.board(key)
            own = {program: 1.0 - 2.0 * standing[1] / max(standing[5], 1) for program, standing in board}
            assigned = []
            # Another stream for each task, the same whatever other tasks there are.
            for child in self._children(own if len(own) >= MIN_BOARD else parents, (int(key[:10], 16) << 20) + number):
                if child.id not in places:
                    places[child.id] = len(gathered)
                    gathered.append(child)
                assigned.append(places[child.id])
            assignment.append(tuple(assigned))
        return Brood(tuple(gathered), tuple(assignment))

    def _children(self, parents: Parents, stream: int) -> list[Candidate]:
        names = list(parents)
        children = breed(
            self.standings.programs(names),
            list(parents.values()),
            count=self.count,
            seed=self.seed,
            round=stream,
            rates=self.rates,
        )
        return [
            Candidate(child.program, child.program.id, child.operator, tuple(names[index] for index in child.parents))
            for child in children
        ]


def _weight(merit: Merit) -> float:
    """How likely a program becomes a parent: by the tasks it solves, then by the best share of one it solves."""
    return 1.0 - 4.0 * merit.solved - 2.0 * min(merit.share, 0.0)
