"""The writing side of the library: bulk steps of one transaction, and the round that is made of them."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from itertools import chain, count
from typing import Final

from arcsynth.errors import LibraryError
from arcsynth.library.board import Board, Changes, Standing, merge
from arcsynth.library.connection import rows_in
from arcsynth.library.records import Birth, Holding, Kept, Result, Round, Run, StoredProgram, Tried

_IDS: Final = re.compile(r"(?:[0-9a-f]{32},)*")

Numbers = dict[str, int]
"""Rows of the library by the text that names them: tasks by key, programs by id."""


def require_ids(ids: Collection[str]) -> None:
    """Raise a LibraryError unless each is a canonical id, 32 lower-case hex digits."""
    # One match for all is ten times as fast as one for each; the length rules out a comma within an id.
    joined = "".join(f"{name}," for name in ids)
    if len(joined) != 33 * len(ids) or not _IDS.fullmatch(joined):
        wrong = next(name for name in ids if len(name) != 32 or not _IDS.fullmatch(f"{name},"))
        raise LibraryError(f"{wrong!r:.100} is not a program's id (32 hex digits); give the canonical id")


def tried_key(program: str) -> int:
    """Give the 8-byte signed integer that stands for a program's id in `tried`."""
    number = int(program[:16], 16)
    return number - (1 << 64) if number >= 1 << 63 else number


def keep_round(db: sqlite3.Connection, found: Round) -> Kept:
    """Write a round within the open transaction, merged with what other processes have written meanwhile."""
    ids = {program.id for program in found.programs}
    ids.update(result.program for result in found.results)
    ids.update(*(birth.parents for birth in found.births), *(group.programs for group in found.tried))
    require_ids(ids)
    _advance_run(db, found.run)
    given = {program.id: program for program in found.programs}
    # A program that is born twice in a round has the first of its births.
    births = {birth.program: birth for birth in reversed(found.births)}
    tasks = store_tasks(
        db,
        chain((result.task for result in found.results), *(group.tasks for group in found.tried)),
        found.names,
    )
    changes = _changes(db, found.results, tasks)
    kept = {standing[4] for _, standing in changes.placed}
    wanted = _with_ancestors(kept.union(p.id for p in found.programs if p.pinned), given, births)
    programs = store_programs(db, [given[program] for program in sorted(wanted & given.keys())])
    born = [births[program] for program in sorted(wanted & births.keys())]
    unknown = {result.program for result in found.results} - given.keys()
    _require_known(db, unknown, "a result")
    _require_known(db, {parent for birth in born for parent in birth.parents} - programs.keys(), "a birth")
    programs.update(_program_numbers(db, kept & unknown))
    _write_results(db, changes, programs)
    store_births(db, born, programs)
    _store_tried(db, found.tried, tasks)
    keys = {number: key for key, number in tasks.items()}
    return Kept(
        programs=frozenset(kept),
        placed=tuple(Holding(keys[task], niche, standing) for (task, niche), standing in changes.placed),
        evicted=tuple((keys[task], niche, program) for (task, niche), program in changes.evicted),
    )


def store_run(db: sqlite3.Connection, run: Run) -> None:
    """Write the first state of a run; one of the same id is a LibraryError."""
    if db.execute("SELECT 1 FROM run WHERE id = ?", (run.id,)).fetchone():
        raise LibraryError(f"the library has a run {run.id!r} already; resume it or take another id")
    row = (run.id, str(run.seed), run.round, run.random_state, run.config)
    db.execute("INSERT INTO run (id, seed, round, random_state, config) VALUES (?, ?, ?, ?, ?)", row)


def store_tasks(db: sqlite3.Connection, keys: Iterable[str], names: Mapping[str, str]) -> Numbers:
    """Give tasks' numbers, adding those that are new, named by `names` or else by their key."""
    wanted = sorted(set(keys))
    query = "SELECT key, number FROM task WHERE key IN (*)"
    numbers: Numbers = dict(rows_in(db, query, wanted))
    new = [key for key in wanted if key not in numbers]
    if new:
        db.executemany("INSERT INTO task (key, name) VALUES (?, ?)", [(key, names.get(key, key)) for key in new])
        numbers.update(rows_in(db, query, new))
    return numbers


def store_programs(db: sqlite3.Connection, programs: Collection[StoredProgram]) -> Numbers:
    """Give programs' numbers, adding those that are new, pins, and the tasks they were learned on."""
    numbers = _program_numbers(db, {program.id for program in programs})
    last = db.execute("SELECT coalesce(max(number), 0) FROM program").fetchone()[0]
    new = {p.id: p for p in programs if p.id not in numbers}
    numbers.update(zip(new, count(last + 1), strict=False))
    db.executemany(
        "INSERT INTO program (number, id, text, size, origin, pinned) VALUES (?, ?, ?, ?, ?, ?)",
        ((numbers[p.id], p.id, p.text, p.size, p.origin, int(p.pinned)) for p in new.values()),
    )
    pins = [(numbers[p.id],) for p in programs if p.pinned]
    db.executemany("UPDATE program SET pinned = 1 WHERE number = ? AND pinned = 0", pins)
    taught = [(p.id, task) for p in programs for task in p.tasks]
    if taught:
        tasks = store_tasks(db, (task for _, task in taught), {})
        _store_learned(db, {(numbers[program], tasks[task]) for program, task in taught})
    return numbers


def merge_results(db: sqlite3.Connection, results: Collection[Result], names: Mapping[str, str]) -> None:
    """Offer results of programs that the library holds to their tasks' boards."""
    tasks = store_tasks(db, (result.task for result in results), names)
    changes = _changes(db, results, tasks)
    _write_results(db, changes, _program_numbers(db, {standing[4] for _, standing in changes.placed}))


def store_births(db: sqlite3.Connection, births: Collection[Birth], programs: Mapping[str, int] | None = None) -> None:
    """Add births of programs that the library has; a program has at most one in each round of a run."""
    if programs is None:
        programs = _program_numbers(db, {birth.program for birth in births})
    db.executemany(
        "INSERT INTO birth (program, run, round, operator, parents) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        ((programs[b.program], b.run, b.round, b.operator, " ".join(b.parents)) for b in births),
    )


def _advance_run(db: sqlite3.Connection, run: Run) -> None:
    row = db.execute("SELECT round FROM run WHERE id = ?", (run.id,)).fetchone()
    if row is None:
        store_run(db, run)
    elif run.round <= row[0]:
        raise LibraryError(
            f"run {run.id!r} has kept round {row[0]} already and cannot keep round {run.round}; "
            "is another process resuming it?"
        )
    else:
        db.execute("UPDATE run SET round = ?, random_state = ? WHERE id = ?", (run.round, run.random_state, run.id))


def _program_numbers(db: sqlite3.Connection, programs: Collection[str]) -> Numbers:
    """Give the numbers of those of the programs that the library has."""
    return dict(rows_in(db, "SELECT id, number FROM program WHERE id IN (*)", programs))


def _require_known(db: sqlite3.Connection, programs: set[str], what: str) -> None:
    """Raise a LibraryError when one of the programs is not in the library."""
    unknown = programs - _program_numbers(db, programs).keys() if programs else programs
    if unknown:
        raise LibraryError(
            f"{what} names program {min(unknown)}, which neither the round nor the library has; give it with the round"
        )


def _with_ancestors(programs: set[str], given: Mapping[str, StoredProgram], births: Mapping[str, Birth]) -> set[str]:
    """Give the programs and those of the round that they descend from: lineage has no holes."""
    found: set[str] = set()
    waiting = list(programs)
    while waiting:
        program = waiting.pop()
        if program not in found:
            found.add(program)
            birth = births.get(program)
            if birth is not None:
                waiting.extend(parent for parent in birth.parents if parent in given)
    return found


def _changes(db: sqlite3.Connection, results: Iterable[Result], tasks: Mapping[str, int]) -> Changes:
    """Give what the results change on the boards of their tasks."""
    offered: list[tuple[Board, Standing]] = [
        (
            (tasks[r.task], r.niche),
            (-r.closed, -r.matched, -r.similarity, r.fuel, r.program, r.samples, int(r.with_test), r.cpu_ns),
        )
        for r in results
    ]
    columns = "-r.closed, -r.matched, -r.similarity, r.fuel, p.id, r.samples, r.with_test, r.cpu_ns"
    query = f"SELECT r.task, r.niche, {columns} FROM result r CROSS JOIN program p ON p.number = r.program"
    # Most rounds change few boards of a task: those of one niche are read together.
    by_niche: dict[str, set[int]] = {}
    for (task, niche), _ in offered:
        by_niche.setdefault(niche, set()).add(task)
    held = (
        (row[:2], row[2:])
        for niche, numbers in by_niche.items()
        for row in rows_in(db, f"{query} WHERE r.task IN (*) AND r.niche = ?", numbers, niche)
    )
    return merge(held, offered)


def _write_results(db: sqlite3.Connection, changes: Changes, programs: Numbers) -> None:
    leaving = sorted(changes.evicted)
    if leaving:
        numbers = _program_numbers(db, {program for _, program in leaving})
        rows = [(task, niche, numbers[program]) for (task, niche), program in leaving]
        db.executemany("DELETE FROM result WHERE task = ? AND niche = ? AND program = ?", rows)
        _store_learned(db, {(program, task) for task, _, program in rows})
    db.executemany(
        "INSERT OR REPLACE INTO result (task, niche, program, closed, matched, similarity, fuel, samples,"
        " with_test, cpu_ns) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sorted(
            (task, niche, programs[program], -closed, -matched, -similarity, fuel, samples, with_test, cpu)
            for (task, niche), (
                closed,
                matched,
                similarity,
                fuel,
                program,
                samples,
                with_test,
                cpu,
            ) in changes.placed
        ),
    )


def _store_learned(db: sqlite3.Connection, pairs: Collection[tuple[int, int]]) -> None:
    db.executemany("INSERT INTO learned (program, task) VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(pairs))


def _store_tried(db: sqlite3.Connection, tried: Iterable[Tried], tasks: Mapping[str, int]) -> None:
    rows: set[tuple[int, int]] = set()
    for group in tried:
        if group.tasks and group.programs:
            scope = _scope(db, group.tasks, tasks)
            rows.update((tried_key(program), scope) for program in group.programs)
    db.executemany("INSERT INTO tried (program, scope) VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(rows))


def _scope(db: sqlite3.Connection, keys: Collection[str], tasks: Mapping[str, int]) -> int:
    """Give the number of a set of tasks, added when it is new."""
    ordered = sorted(set(keys))
    digest = hashlib.sha256(json.dumps(ordered).encode()).hexdigest()
    row = db.execute("SELECT number FROM scope WHERE digest = ?", (digest,)).fetchone()
    if row is not None:
        return int(row[0])
    scope = db.execute("INSERT INTO scope (digest) VALUES (?)", (digest,)).lastrowid
    assert scope is not None, "SQLite gives a number to each row it inserts"
    db.executemany("INSERT INTO member (scope, task) VALUES (?, ?)", sorted((scope, tasks[key]) for key in ordered))
    return scope
