"""The brood of a round: the candidates bred from the library, and the tasks that each is to be run on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from arcsynth._engine import Program, breed
from arcsynth.library import Breeder, Library
from arcsynth.starting import starting_programs

CANDIDATES = 32
"""How many candidates a round breeds, unless told otherwise."""

WRITTEN = "written"
"""The operator of programs that nothing bred."""

MAX_PARENTS = 512
"""How many programs of the library may become parents of a brood for all tasks."""

MIN_BOARD = 4
"""A task whose boards hold fewer programs borrows parents from the library at large."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bred program with its origin: the operator and the ids of its parents."""

    program: Program
    id: str
    operator: str
    parents: tuple[str, ...]


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

    library: Library
    keys: Sequence[str]
    seed: int
    count: int
    """How many candidates to breed: for all tasks together, or for each."""
    per_task: bool
    rates: Mapping[str, float] | None = None
    _parsed: dict[str, Program] = field(default_factory=dict)

    def breeders(self) -> list[Breeder]:
        """The programs of the library that a brood for all tasks is drawn from, best first."""
        return self.library.breeders(MAX_PARENTS)

    def brood(self, breeders: Sequence[Breeder], number: int) -> Brood:
        """The brood of a round: the starting programs while the library is empty."""
        tasks = len(self.keys)
        if not breeders:
            programs = starting_programs()
            candidates = [Candidate(program, program.id, WRITTEN, ()) for program in programs]
            return Brood(tuple(candidates), (tuple(range(len(candidates))),) * tasks)
        if not self.per_task:
            candidates = self._children(breeders, number)
            return Brood(tuple(candidates), (tuple(range(len(candidates))),) * tasks)
        places: dict[str, int] = {}
        gathered: list[Candidate] = []
        assignment = []
        boards = self.library.boards(self.keys)
        for key in self.keys:
            own = boards[key] if len(boards[key]) >= MIN_BOARD else [*boards[key], *breeders[:MAX_PARENTS]]
            assigned = []
            # Another stream for each task, the same whatever other tasks there are.
            for child in self._children(own, (int(key[:10], 16) << 20) + number):
                if child.id not in places:
                    places[child.id] = len(gathered)
                    gathered.append(child)
                assigned.append(places[child.id])
            assignment.append(tuple(assigned))
        return Brood(tuple(gathered), tuple(assignment))

    def _children(self, breeders: Sequence[Breeder], stream: int) -> list[Candidate]:
        children = breed(
            [self._program(breeder) for breeder in breeders],
            [_weight(breeder) for breeder in breeders],
            count=self.count,
            seed=self.seed,
            round=stream,
            rates=self.rates,
        )
        return [
            Candidate(
                child.program,
                child.program.id,
                child.operator,
                tuple(breeders[index].id for index in child.parents),
            )
            for child in children
        ]

    def _program(self, breeder: Breeder) -> Program:
        program = self._parsed.get(breeder.id)
        if program is None:
            program = self._parsed[breeder.id] = Program.parse(breeder.text)
        return program


def _weight(breeder: Breeder) -> float:
    """How likely a program becomes a parent: by the tasks it solves, then by the best share of one it solves."""
    return 1.0 + 4.0 * breeder.solved + 2.0 * breeder.share
