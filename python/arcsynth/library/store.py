"""`Library`: open the store, keep a round, ask for programs, results and lineage."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from arcsynth.errors import LibraryInputError
from arcsynth.library import exchange
from arcsynth.library.board import BOARD_SIZE, MEASURE
from arcsynth.library.connection import Connection, rows_in
from arcsynth.library.keep import keep_round, require_ids, store_run, tried_key
from arcsynth.library.records import (
    Birth,
    Holding,
    Kept,
    Parent,
    ParsedProgram,
    Result,
    Round,
    Run,
    Stats,
    StoredProgram,
)

_PROGRAM = (
    "SELECT p.id, p.text, p.size, p.origin, p.pinned,"
    " NOT p.pinned AND NOT EXISTS (SELECT 1 FROM result WHERE program = p.number) AS evicted FROM program p"
)
_RESULT = "SELECT p.id, t.key, r.matched, r.samples, r.similarity, r.fuel, r.cpu_ns, r.with_test, r.niche, r.closed"
# CROSS JOIN makes SQLite take the tables in this order: it has no statistics to find the better one by.
_BY_TASK = (
    " FROM task t CROSS JOIN result r ON r.task = t.number CROSS JOIN program p ON p.number = r.program WHERE t.key"
)
_BY_PROGRAM = (
    " FROM program p CROSS JOIN result r ON r.program = p.number CROSS JOIN task t ON t.number = r.task WHERE p.id"
)
_BEST_FIRST = " ORDER BY r.closed DESC, r.matched DESC, r.similarity DESC, r.fuel, p.id"


class Library:
    """The store of programs in one SQLite file, shared by any number of processes.

    Each task has a main board of its 32 best programs, and boards of one elite for each niche that has been
    offered one. What a board loses stays as an ancestor. Every failure is a LibraryError of one line that
    names the file; a damaged file is never changed. One thread uses a Library, and a forked process opens
    its own. A round that `keep` has returned from survives the death of the process; of the machine, all
    but the last.
    """

    def __init__(self, connection: Connection) -> None:
        """Take an open connection; `Library.open` is the way to get one."""
        self._connection = connection

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, readonly: bool = False) -> Self:
        """Open the library at the path, a new one when there is no file; use it in a `with` statement.

        LibraryError when it is missing and `readonly`, damaged, of a newer arcsynth, no library, or not
        writable.
        """
        return cls(Connection(Path(path), readonly=readonly))

    @property
    def path(self) -> Path:
        """Where the library is."""
        return self._connection.path

    def __enter__(self) -> Self:
        """Give the library itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the library."""
        self.close()

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._connection.close()

    def start(self, run: Run) -> None:
        """Record a run before its first round, to be resumed from there; LibraryError if it is known."""
        self._connection.write(lambda db: store_run(db, run))

    def start_new(self, prefix: str, seed: int, config: str = "{}") -> str:
        """Record a run under a name of its own, the prefix and the first number that is free, and give the name.

        Of several processes that ask at once each has another; the name does not depend on the clock.
        """

        def work(db: sqlite3.Connection) -> str:
            known = {name for (name,) in db.execute("SELECT id FROM run")}
            number = 1
            while f"{prefix}-{number}" in known:
                number += 1
            store_run(db, Run(f"{prefix}-{number}", seed, config=config))
            return f"{prefix}-{number}"

        return self._connection.write(work)

    def keep(self, found: Round) -> Kept:
        """Keep what a round found, all in one transaction: boards, programs, births, tried, the run's state.

        Each main board then has the best 32 of all results ever offered to it, by matched, similarity,
        least fuel and id, each niche the best one. Programs that take no place are not stored, nor their
        births, unless they are pinned or ancestors of one that is. LibraryError, and nothing kept: an id
        that is none, a result or a birth of a program that nobody has, a round that its run has kept
        already.
        """
        return self._connection.write(lambda db: keep_round(db, found))

    def keep_all(self, rounds: Iterable[Round]) -> list[Kept]:
        """Keep many rounds as `keep` would one after the other, but all of them or none."""
        listed = list(rounds)
        return self._connection.write(lambda db: [keep_round(db, found) for found in listed])

    def snapshot(self) -> bytes:
        """Give the library as it is now as the bytes of a library file."""
        return bytes(self._connection.read(lambda db: db.serialize()))

    def programs(self, task: str | None = None, *, evicted: bool = False) -> list[StoredProgram]:
        """Give the programs that are held, by id, or those on the boards of one task, best first.

        With `evicted`, those too that stay only as ancestors; a task has none of these.
        """
        if task is not None:
            best: dict[str, StoredProgram] = {}
            for program, _ in self._standings(task, _BEST_FIRST):
                best.setdefault(program.id, program)
            return list(best.values())
        where = "" if evicted else " WHERE NOT evicted"
        return self._connection.read(lambda db: _programs(db, f"{_PROGRAM}{where} ORDER BY p.id"))

    def program(self, program: str) -> StoredProgram:
        """Give one program by its id, evicted or not; LibraryError if the library has never held it."""
        found = self._connection.read(lambda db: _programs_by_id(db, [program]))
        if not found:
            raise LibraryInputError(f"{self.path}: no program {program!r:.100}; list what there is")
        return found[program]

    def best(self, task: str, limit: int = BOARD_SIZE) -> list[tuple[StoredProgram, Result]]:
        """Give the main board of a task, best first; a task that is not known has an empty one."""
        return self._standings(task, f" AND r.niche = ''{_BEST_FIRST} LIMIT ?", limit)

    def elites(self, task: str) -> list[tuple[StoredProgram, Result]]:
        """Give the one elite of each niche of a task, by niche."""
        return self._standings(task, " AND r.niche <> '' ORDER BY r.niche")

    def threshold(self, task: str) -> Result | None:
        """Give the result that a new one must outrank on the task's main board; None while it has room."""
        return self.thresholds([task]).get(task)

    def thresholds(self, tasks: Iterable[str]) -> dict[str, Result]:
        """Give `threshold` of many tasks at once; those with room are left out."""
        query = (
            "SELECT id, key, matched, samples, similarity, fuel, cpu_ns, with_test, niche, closed FROM"
            f" ({_RESULT}, row_number() OVER (PARTITION BY r.task ORDER BY r.matched DESC, r.similarity DESC,"
            f" r.fuel, p.id) AS place{_BY_TASK} IN (*) AND r.niche = '') WHERE place = {BOARD_SIZE}"
        )
        found = self._connection.read(lambda db: list(rows_in(db, query, set(tasks))))
        return {result.task: result for result in map(_result, found)}

    def parents(self, limit: int | None = None) -> list[Parent]:
        """Give the solvers that are held, each with its results, in the order of what they are good for.

        First those that solve most tasks, then those with the greatest share of samples right on one task,
        then by similarity there, then by least fuel and by id; pinned ones without a result come last. The
        order is the same for the same contents.
        """
        order = (
            f"SELECT p.id FROM program p LEFT JOIN result r ON r.program = p.number AND r.niche <> '{MEASURE}'"
            " WHERE p.pinned OR r.program IS NOT NULL GROUP BY p.number ORDER BY"
            " count(DISTINCT CASE WHEN r.matched = r.samples AND r.samples > 0 THEN r.task END) DESC,"
            " coalesce(max(CAST(r.matched AS REAL) / max(r.samples, 1)), -1) DESC,"
            " coalesce(max(CAST(r.similarity AS REAL) / max(r.samples, 1)), -1) DESC,"
            " min(r.fuel), p.id LIMIT ?"
        )

        def work(db: sqlite3.Connection) -> list[Parent]:
            ids = [name for (name,) in db.execute(order, (-1 if limit is None else limit,))]
            programs = _programs_by_id(db, ids)
            results: dict[str, list[Result]] = {name: [] for name in ids}
            chosen = f" IN (*) AND r.niche <> '{MEASURE}' ORDER BY t.key, r.niche"
            for row in rows_in(db, f"{_RESULT}{_BY_PROGRAM}{chosen}", ids):
                results[row[0]].append(_result(row))
            return [
                Parent(programs[name], tuple(results[name]), len({r.task for r in results[name] if r.solved}))
                for name in ids
            ]

        return self._connection.read(work)

    def holdings(self) -> list[Holding]:
        """Give every place on every board and niche with the standing that holds it."""
        query = (
            "SELECT t.key, r.niche, -r.closed, -r.matched, -r.similarity, r.fuel, p.id, r.samples, r.with_test,"
            " r.cpu_ns FROM result r JOIN task t ON t.number = r.task JOIN program p ON p.number = r.program"
        )
        rows = self._connection.read(lambda db: db.execute(query).fetchall())
        return [Holding(task, niche, tuple(standing)) for task, niche, *standing in rows]

    def pinned(self) -> list[str]:
        """Give the ids of the programs that stay though no task holds them, in order."""
        query = "SELECT id FROM program WHERE pinned ORDER BY id"
        return [name for (name,) in self._connection.read(lambda db: db.execute(query).fetchall())]

    def texts(self, programs: Iterable[str]) -> dict[str, str]:
        """Give the texts of those of the programs (ids) that the library has."""
        query = "SELECT id, text FROM program WHERE id IN (*)"
        return dict(self._connection.read(lambda db: list(rows_in(db, query, programs))))

    def version(self) -> int:
        """Give a number that changes when another process, or another Library, has written to the file."""
        return int(self._connection.read(lambda db: db.execute("PRAGMA data_version").fetchone()[0]))

    def solved(self, tasks: Iterable[str]) -> set[str]:
        """Give those of the tasks of which one program has all samples right."""
        query = (
            "SELECT t.key FROM task t WHERE t.key IN (*) AND EXISTS (SELECT 1 FROM result r WHERE r.task = t.number"
            " AND r.niche = '' AND r.matched = r.samples AND r.samples > 0)"
        )
        return {key for (key,) in self._connection.read(lambda db: list(rows_in(db, query, set(tasks))))}

    def tried(self, task: str, programs: Iterable[str]) -> set[str]:
        """Give those of the programs (ids) that have been scored on the task, by any run."""
        return self.tried_on([task], programs)[task]

    def tried_on(self, tasks: Iterable[str], programs: Iterable[str]) -> dict[str, set[str]]:
        """Give `tried` of many tasks at once: for each of the tasks, those of the programs scored on it."""
        found: dict[str, set[str]] = {task: set() for task in tasks}
        names: dict[int, set[str]] = {}
        asked = set(programs)

        def work(db: sqlite3.Connection) -> list[tuple[str, set[str]]]:
            require_ids(asked)
            for program in asked:
                names.setdefault(tried_key(program), set()).add(program)
            scopes: dict[int, set[str]] = {}
            for key, scope in rows_in(db, "SELECT program, scope FROM tried WHERE program IN (*)", names):
                scopes.setdefault(scope, set()).update(names[key])
            query = "SELECT m.scope, t.key FROM member m JOIN task t ON t.number = m.task WHERE m.scope IN (*)"
            return [(key, scopes[scope]) for scope, key in rows_in(db, query, scopes) if key in found]

        for key, scored in self._connection.read(work):
            found[key] |= scored
        return found

    def lineage(self, program: str) -> list[Birth]:
        """Give the births of a program and its ancestors, nearest first; LibraryError if it is unknown."""
        self.program(program)
        return self._connection.read(lambda db: _lineage(db, program))

    def learned_on(self, program: str) -> set[str]:
        """Give the keys of the tasks that a program or any of its ancestors was learned on.

        A program that is to be tested on a task fairly must not have that task here.
        """

        def work(db: sqlite3.Connection) -> set[str]:
            family = {program}
            for birth in _lineage(db, program):
                family.update(birth.parents)
            return {task for tasks in _learned(db, family).values() for task in tasks}

        return self._connection.read(work)

    def task_names(self) -> dict[str, str]:
        """Give the name of every task that the library knows, by its key."""
        return self._connection.read(lambda db: dict(db.execute("SELECT key, name FROM task ORDER BY key")))

    def run(self, run: str) -> Run:
        """Give a run as it stood after its last whole round; LibraryError if it is not known."""
        for known in self.runs():
            if known.id == run:
                return known
        raise LibraryInputError(f"{self.path}: no run {run!r:.100}; its runs are {[r.id for r in self.runs()][-5:]}")

    def runs(self) -> list[Run]:
        """Give every run, by id."""
        query = "SELECT id, seed, round, random_state, config FROM run ORDER BY id"
        found = self._connection.read(lambda db: db.execute(query).fetchall())
        return [Run(name, int(seed), number, state, config) for name, seed, number, state, config in found]

    def stats(self) -> Stats:
        """Count what the library holds; a task is solved when one program has all its samples right."""
        query = """SELECT
            (SELECT count(*) FROM program p
                WHERE p.pinned OR EXISTS (SELECT 1 FROM result WHERE program = p.number)),
            (SELECT count(*) FROM program WHERE pinned),
            (SELECT count(*) FROM program),
            (SELECT count(DISTINCT task) FROM result),
            (SELECT count(DISTINCT task) FROM result WHERE niche = '' AND matched = samples AND samples > 0),
            (SELECT count(*) FROM result),
            (SELECT count(*) FROM result WHERE with_test),
            (SELECT count(*) FROM birth),
            (SELECT count(*) FROM run),
            (SELECT count(*) FROM tried),
            (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)"""
        held, pinned, every, *rest = self._connection.read(lambda db: db.execute(query).fetchone())
        return Stats(held, pinned, every - held, *rest)

    def check(self) -> list[str]:
        """Read the whole file and give what is wrong with it, one line each; nothing is changed."""

        def work(db: sqlite3.Connection) -> list[str]:
            problems = [line for (line,) in db.execute("PRAGMA integrity_check(20)") if line != "ok"]
            for table, _, other, _ in db.execute("PRAGMA foreign_key_check"):
                problems.append(f"a row of {table} names a row of {other} that is not there")
            boards = (
                "SELECT t.key, r.niche, count(*) FROM result r JOIN task t ON t.number = r.task"
                " GROUP BY r.task, r.niche HAVING count(*) > CASE r.niche WHEN '' THEN ? ELSE 1 END"
            )
            for key, niche, count in db.execute(boards, (BOARD_SIZE,)):
                problems.append(f"board {niche!r} of task {key!r} holds {count} programs")
            return problems

        return self._connection.read(work)

    def export(self, path: str | os.PathLike[str], *, timings: bool = True) -> int:
        """Write programs, results, lineage and task names as JSON lines, and give the number of lines.

        The file appears whole or not at all and replaces one that is there. It has neither what was tried
        nor the runs, whose config may be private. Without `timings` (cpu_ns) equal contents give equal
        bytes.
        """
        return exchange.export_library(self._connection, Path(path), timings=timings)

    def import_(
        self,
        path: str | os.PathLike[str],
        parse: Callable[[str], ParsedProgram],
        *,
        results: bool = True,
        origin: str | None = None,
    ) -> exchange.ImportReport:
        """Take in JSON lines as `export` writes them, or lines of `{"kind": "program", "text": …}` alone.

        Ids of the file only tie its lines together: each text is parsed again and named by the id that
        `parse` gives; what `parse` raises makes a bad line. A bad line is reported and the rest goes on.
        Scores are the file's word; with `results=False` they are left out and the programs pinned. `origin`
        replaces the file's. Importing twice is importing once. LibraryError when the file cannot be read or
        is of a newer format.
        """
        return exchange.import_library(self._connection, Path(path), parse, results=results, origin=origin)

    def _standings(self, task: str, tail: str, *values: Any) -> list[tuple[StoredProgram, Result]]:
        def work(db: sqlite3.Connection) -> list[tuple[StoredProgram, Result]]:
            results = [_result(row) for row in db.execute(f"{_RESULT}{_BY_TASK} = ?{tail}", (task, *values))]
            programs = _programs_by_id(db, {result.program for result in results})
            return [(programs[result.program], result) for result in results]

        return self._connection.read(work)


def _result(row: tuple[Any, ...]) -> Result:
    program, task, matched, samples, similarity, fuel, cpu_ns, with_test, niche, closed = row
    return Result(
        program, task, matched, samples, similarity, fuel, cpu_ns, bool(with_test), niche=niche, closed=closed
    )


def _programs(db: sqlite3.Connection, query: str) -> list[StoredProgram]:
    rows = db.execute(query).fetchall()
    tasks = _learned(db, [row[0] for row in rows])
    return [_program(row, tasks) for row in rows]


def _programs_by_id(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, StoredProgram]:
    rows = list(rows_in(db, f"{_PROGRAM} WHERE p.id IN (*)", ids))
    tasks = _learned(db, [row[0] for row in rows])
    return {row[0]: _program(row, tasks) for row in rows}


def _program(row: tuple[Any, ...], tasks: dict[str, list[str]]) -> StoredProgram:
    name, text, size, origin, pinned, evicted = row
    return StoredProgram(name, text, size, origin, bool(pinned), bool(evicted), tuple(tasks.get(name, ())))


def _learned(db: sqlite3.Connection, programs: Iterable[str]) -> dict[str, list[str]]:
    """Give the tasks by program: those that hold it, that once did, or that it came with."""
    found: dict[str, set[str]] = {}
    listed = list(programs)
    for table in ("result", "learned"):
        query = (
            f"SELECT p.id, t.key FROM program p CROSS JOIN {table} l ON l.program = p.number"
            " CROSS JOIN task t ON t.number = l.task WHERE p.id IN (*)"
        )
        for program, task in rows_in(db, query, listed):
            found.setdefault(program, set()).add(task)
    return {program: sorted(tasks) for program, tasks in found.items()}


def _lineage(db: sqlite3.Connection, program: str) -> list[Birth]:
    query = (
        "SELECT p.id, b.parents, b.operator, b.run, b.round FROM program p CROSS JOIN birth b"
        " ON b.program = p.number WHERE p.id IN (*) ORDER BY p.id, b.run, b.round"
    )
    births: list[Birth] = []
    seen: set[str] = set()
    generation = {program}
    # Two runs may breed two programs from each other, so the way up can be a circle.
    while generation:
        seen |= generation
        parents: set[str] = set()
        for name, names, operator, run, number in rows_in(db, query, sorted(generation)):
            births.append(Birth(name, tuple(names.split()), operator, run, number))
            parents.update(births[-1].parents)
        generation = parents - seen
    return births
