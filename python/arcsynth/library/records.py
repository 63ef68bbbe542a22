"""What goes into the library and comes out of it: plain frozen records, no behaviour but their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from arcsynth.library.board import Standing


@dataclass(frozen=True, slots=True)
class ParsedProgram:
    """What a parser makes of a program's text: canonical id (32 hex digits) and text, size in nodes."""

    id: str
    text: str
    size: int


@dataclass(frozen=True, slots=True)
class StoredProgram:
    """A program of the library, named by its canonical id (32 hex digits); `size` counts nodes.

    `origin` says where it came from in one word or two ("bred", "search", "written", an import's name). A
    `pinned` program stays though no task holds it. The last two fields the library fills in: `evicted`,
    when neither a task nor a pin holds it any more and it stays only as an ancestor; `tasks`, the keys of
    all tasks it was learned on, those it has been evicted from included. Tasks given on the way in are
    added to these.
    """

    id: str
    text: str
    size: int
    origin: str = "bred"
    pinned: bool = False
    evicted: bool = False
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """How a program did on a task: `matched` of `samples` right, `similarity` and `fuel` summed over samples.

    `task` is the task's key: its content's hash, so that one name with two contents is two tasks.
    `with_test` says that test outputs entered the score. The main board of a task has the niche ""; any
    other `niche` is a board of one elite, which is chosen first by `closed`, the difference that it closes
    there (0 on the main board).
    """

    program: str
    task: str
    matched: int
    samples: int
    similarity: int
    fuel: int
    cpu_ns: int = 0
    with_test: bool = False
    niche: str = ""
    closed: int = 0

    @property
    def rank(self) -> tuple[int, int, int, int, str]:
        """The order on a board, best first: difference closed, matched, similarity, least fuel, then id."""
        return (-self.closed, -self.matched, -self.similarity, self.fuel, self.program)

    @property
    def solved(self) -> bool:
        """Whether every sample of the score is right."""
        return 0 < self.samples == self.matched


@dataclass(frozen=True, slots=True)
class Birth:
    """How a program came to be: its parents in order (ids), the operator, and the round of the run."""

    program: str
    parents: tuple[str, ...]
    operator: str
    run: str
    round: int


@dataclass(frozen=True, slots=True)
class Tried:
    """Programs (ids) that were scored on each of these tasks (keys), so that they need not be again."""

    tasks: tuple[str, ...]
    programs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A run as far as `--resume` needs it: the last whole round, the random state after it, and the config.

    `config` and `random_state` are the caller's text (JSON, say); the library gives them back as they came.
    """

    id: str
    seed: int
    round: int = 0
    random_state: str = ""
    config: str = "{}"


@dataclass(frozen=True, slots=True)
class Round:
    """All that one round found, kept whole or not at all.

    `run` is the state after the round; its `round` is this round's number. `programs` holds at least every
    program of `results` that the library does not hold yet. `names` gives tasks' names by key, for people
    to read.
    """

    run: Run
    programs: tuple[StoredProgram, ...] = ()
    results: tuple[Result, ...] = ()
    births: tuple[Birth, ...] = ()
    tried: tuple[Tried, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Holding:
    """A place on a task's board: the task's key, the niche ("" for the main board), and the standing that holds it."""

    task: str
    niche: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Kept:
    """What `keep` did: programs that took or bettered a place, places written, and (task, niche, program) evicted."""

    programs: frozenset[str]
    placed: tuple[Holding, ...]
    evicted: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Parent:
    """A kept program and its results on all boards that hold it, by task; `solved` counts whole tasks."""

    program: StoredProgram
    results: tuple[Result, ...]
    solved: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The library in numbers; `programs` counts those held, `tried` pairs of a program and a set of tasks."""

    programs: int
    pinned: int
    evicted: int
    tasks: int
    tasks_solved: int
    results: int
    results_with_test: int
    births: int
    runs: int
    tried: int
    bytes: int
