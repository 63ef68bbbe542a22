"""What the boards of a library hold, followed in memory from round to round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from arcsynth._engine import Program
from arcsynth.library import BOARD_SIZE, MEASURE, Kept, Library, Standing

Floor = tuple[int, int, int]
"""What a result must outrank on a task's main board: matched, similarity, fuel."""

Held = tuple[int, int, int, int]
"""What holds a niche: difference closed, matched, similarity, fuel."""


@dataclass(frozen=True, slots=True)
class Merit:
    """What a program is good for over all tasks; the lesser is the better one."""

    solved: int
    """The number of tasks solved, negated."""
    share: float
    """The best share of the samples of a task that it solves, negated."""
    near: float
    """Its best mean similarity on a task, negated."""
    fuel: int
    program: str

    @property
    def order(self) -> tuple[int, float, float, int, str]:
        """What programs are ordered by."""
        return (self.solved, self.share, self.near, self.fuel, self.program)


@dataclass(slots=True)
class Standings:
    """The boards and niches of a library; what this process keeps is told, what others keep is read again."""

    library: Library
    _boards: dict[str, dict[str, dict[str, Standing]]] = field(default_factory=dict)
    """By task, niche and program."""
    _places: dict[str, dict[tuple[str, str], Standing]] = field(default_factory=dict)
    """By program: what it holds, by task and niche."""
    _pinned: set[str] = field(default_factory=set)
    _merits: dict[str, tuple[int, float, float, int, str]] = field(default_factory=dict)
    _programs: dict[str, Program] = field(default_factory=dict)
    _version: int | None = None

    def refresh(self) -> None:
        """Read everything if another process has written, or nothing has been read yet."""
        version = self.library.version()
        if version == self._version:
            return
        self._version = version
        self._boards, self._places, self._merits = {}, {}, {}
        self._pinned = set(self.library.pinned())
        for holding in self.library.holdings():
            self._place(holding.task, holding.niche, holding.standing)
        self._judge(self._pinned | self._places.keys())

    def learn(self, kept: Kept, pinned: Iterable[str], programs: Iterable[tuple[str, Program]]) -> None:
        """Take in what a round has kept and pinned; `programs` are those that it may have kept."""
        changed = set(pinned)
        self._pinned |= changed
        for task, niche, program in kept.evicted:
            self._boards.get(task, {}).get(niche, {}).pop(program, None)
            self._places.get(program, {}).pop((task, niche), None)
            changed.add(program)
        for holding in kept.placed:
            self._place(holding.task, holding.niche, holding.standing)
            changed.add(holding.standing[4])
        self._programs.update((name, program) for name, program in programs if self._places.get(name))
        self._judge(changed)

    def programs(self, names: Sequence[str]) -> list[Program]:
        """The programs of the given ids, each parsed once."""
        missing = [name for name in names if name not in self._programs]
        if missing:
            texts = self.library.texts(missing)
            self._programs.update((name, Program.parse(texts[name])) for name in missing)
        return [self._programs[name] for name in names]

    def best(self, limit: int) -> list[Merit]:
        """The programs that are good for most, best first."""
        return [Merit(*merit) for merit in nsmallest(limit, self._merits.values())]

    def merit(self, program: str) -> Merit:
        """What a program that holds a place is good for."""
        return Merit(*self._merits[program])

    def board(self, task: str) -> list[tuple[str, Standing]]:
        """The programs on a task's board, best first, then those in its niches, each once."""
        niches = self._boards.get(task, {})
        found = {standing[4]: standing for standing in sorted(niches.get("", {}).values())}
        for niche in sorted(niches.keys() - {"", MEASURE}):
            for program, standing in niches[niche].items():
                found.setdefault(program, standing)
        return list(found.items())

    def floor(self, task: str) -> Floor | None:
        """What a result must outrank to take a place on a task's board; None while there is room."""
        board = self._boards.get(task, {}).get("", {})
        if len(board) < BOARD_SIZE:
            return None
        last = max(board.values())
        return (-last[1], -last[2], last[3])

    def held(self, task: str, niche: str) -> Held | None:
        """What holds a niche of a task; None while it is free."""
        for standing in self._boards.get(task, {}).get(niche, {}).values():
            return (-standing[0], -standing[1], -standing[2], standing[3])
        return None

    def is_solved(self, task: str) -> bool:
        """Whether one program has all of a task's samples right."""
        board = self._boards.get(task, {}).get("", {})
        return any(standing[5] > 0 and standing[5] == -standing[1] for standing in board.values())

    def measures(self) -> dict[str, int]:
        """The difference measures that are best on some task, with the number of these tasks."""
        counts: dict[str, int] = {}
        for niches in self._boards.values():
            for program in niches.get(MEASURE, {}):
                counts[program] = counts.get(program, 0) + 1
        return counts

    def _place(self, task: str, niche: str, standing: Standing) -> None:
        program = standing[4]
        self._boards.setdefault(task, {}).setdefault(niche, {})[program] = standing
        self._places.setdefault(program, {})[task, niche] = standing

    def _judge(self, programs: Iterable[str]) -> None:
        """Work out anew what programs are good for; a measure is good for nothing here."""
        for program in programs:
            places = self._places.get(program, {})
            results = [standing for (_, niche), standing in places.items() if niche != MEASURE]
            if not results and program not in self._pinned:
                self._merits.pop(program, None)
                continue
            solved = {task for (task, niche), held in places.items() if niche != MEASURE and held[5] == -held[1] > 0}
            self._merits[program] = (
                -len(solved),
                min((standing[1] / max(standing[5], 1) for standing in results), default=1.0),
                min((standing[2] / max(standing[5], 1) for standing in results), default=1.0),
                min((standing[3] for standing in results), default=0),
                program,
            )
