"""The library as text: JSON lines out, and strangers' JSON lines in, each line checked by itself."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

from arcsynth.errors import LibraryInputError
from arcsynth.library.connection import Connection
from arcsynth.library.keep import merge_results, require_ids, store_births, store_programs, store_tasks
from arcsynth.library.records import Birth, ParsedProgram, Result, StoredProgram

FORMAT_VERSION: Final = 1
"""The version of the lines, said in the first of them."""

MAX_LINE_BYTES: Final = 1_000_000
"""A longer line is a bad line; it is never read whole."""

MAX_BAD_LINES: Final = 1_000
"""How many bad lines a report describes; it counts them all."""

_LINES_A_TRANSACTION: Final = 5_000
_MAX_NAME: Final = 200
_MAX_PARENTS: Final = 100
_MAX_INTEGER: Final = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of an import that was left out: its number, from 1, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import took in, in lines by kind, and what it left out.

    Results were offered to their boards; not all need have a place. `bad` describes the first 1,000 bad
    lines.
    """

    lines: int
    programs: int
    results: int
    births: int
    bad_count: int
    bad: tuple[BadLine, ...]


def export_library(connection: Connection, path: Path, *, timings: bool) -> int:
    """Write the library's contents to a new file that then takes its place; give the number of lines."""
    if path.exists() and path.samefile(connection.path):
        raise LibraryInputError(f"{path}: this is the library itself; export to another file")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:

                def work(db: sqlite3.Connection) -> int:
                    file.seek(0)
                    file.truncate()
                    count = 0
                    for record in _records(db, timings=timings):
                        file.write(json.dumps(record, ensure_ascii=False) + "\n")
                        count += 1
                    return count

                count = connection.read(work)
            umask = os.umask(0)
            os.umask(umask)
            os.chmod(name, 0o666 & ~umask)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise LibraryInputError(f"{path}: cannot export here ({error.strerror}); take another file") from error
    return count


def _records(db: sqlite3.Connection, *, timings: bool) -> Iterator[dict[str, Any]]:
    yield {"kind": "library", "version": FORMAT_VERSION}
    for key, name in db.execute("SELECT key, name FROM task ORDER BY key"):
        yield {"kind": "task", "task": key, "name": name}
    learned = db.execute(
        "SELECT p.id, t.key FROM (SELECT program, task FROM learned UNION SELECT program, task FROM result) l"
        " JOIN program p ON p.number = l.program JOIN task t ON t.number = l.task ORDER BY p.id, t.key"
    )
    pair = learned.fetchone()
    for name, text, size, origin, pinned, held in db.execute(
        "SELECT id, text, size, origin, pinned, pinned OR EXISTS"
        " (SELECT 1 FROM result WHERE program = number) FROM program ORDER BY id"
    ):
        tasks = []
        while pair is not None and pair[0] == name:
            tasks.append(pair[1])
            pair = learned.fetchone()
        yield {
            "kind": "program",
            "id": name,
            "text": text,
            "size": size,
            "origin": origin,
            "pinned": bool(pinned),
            "evicted": not held,
            "tasks": tasks,
        }
    for program, task, niche, closed, matched, samples, similarity, fuel, with_test, cpu in db.execute(
        "SELECT p.id, t.key, r.niche, r.closed, r.matched, r.samples, r.similarity, r.fuel, r.with_test,"
        " r.cpu_ns FROM result r JOIN task t ON t.number = r.task JOIN program p ON p.number = r.program"
        " ORDER BY t.key, r.niche, p.id"
    ):
        record = {
            "kind": "result",
            "program": program,
            "task": task,
            "niche": niche,
            "closed": closed,
            "matched": matched,
            "samples": samples,
            "similarity": similarity,
            "fuel": fuel,
            "with_test": bool(with_test),
        }
        yield {**record, "cpu_ns": cpu} if timings else record
    for program, run, number, operator, parents in db.execute(
        "SELECT p.id, b.run, b.round, b.operator, b.parents FROM birth b"
        " JOIN program p ON p.number = b.program ORDER BY p.id, b.run, b.round"
    ):
        yield {
            "kind": "birth",
            "program": program,
            "parents": parents.split(),
            "operator": operator,
            "run": run,
            "round": number,
        }


def import_library(
    connection: Connection,
    path: Path,
    parse: Callable[[str], ParsedProgram],
    *,
    results: bool,
    origin: str | None,
) -> ImportReport:
    """Read lines of records into the library, some thousands a transaction."""
    reader = _Reader(parse, results, origin)
    try:
        with path.open("rb") as file:
            for number, line in _lines(file):
                try:
                    reader.take(line)
                except ValueError as error:
                    reader.reject(number, str(error))
                if reader.waiting() >= _LINES_A_TRANSACTION:
                    _flush(connection, reader)
    except OSError as error:
        raise LibraryInputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except _NewerFormatError as error:
        raise LibraryInputError(f"{path}: {error}; update arcsynth") from None
    _flush(connection, reader)
    return reader.report()


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Lines by number, from 1; None for one that is too long."""
    number = 0
    while line := file.readline(MAX_LINE_BYTES):
        number += 1
        whole = True
        while line and not line.endswith(b"\n") and len(line) == MAX_LINE_BYTES:
            whole = False
            line = file.readline(MAX_LINE_BYTES)
        yield number, line if whole else None


def _flush(connection: Connection, reader: _Reader) -> None:
    def work(db: sqlite3.Connection) -> None:
        store_tasks(db, reader.names, reader.names)
        store_programs(db, reader.programs)
        merge_results(db, reader.results, reader.names)
        store_births(db, reader.births)

    connection.write(work)
    reader.written()


class _NewerFormatError(Exception):
    """The first line says a version that this code does not know."""


@dataclass(slots=True)
class _Reader:
    """Turns lines into records that wait to be written; a line that is none is a ValueError."""

    parse: Callable[[str], ParsedProgram]
    with_results: bool
    origin: str | None
    names: dict[str, str] = field(default_factory=dict)
    programs: list[StoredProgram] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    births: list[Birth] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    lines: int = 0
    bad: list[BadLine] = field(default_factory=list)
    bad_count: int = 0

    def take(self, line: bytes | None) -> None:
        self.lines += 1
        if line is None:
            raise ValueError(f"longer than {MAX_LINE_BYTES:,} bytes")
        if not line.strip():
            return
        record = _Record(_object(line))
        kind = record.text("kind")
        if kind == "library":
            version = record.integer("version")
            if version > FORMAT_VERSION:
                raise _NewerFormatError(f"lines of version {version}, this arcsynth reads {FORMAT_VERSION}")
        elif kind == "task":
            self.names[record.text("task")] = record.text("name")
        elif kind == "program":
            self._take_program(record)
        elif kind == "result":
            self._take_result(record)
        elif kind == "birth":
            self._take_birth(record)
        else:
            raise ValueError(f"unknown kind {kind!r}")
        self.counts[kind] = self.counts.get(kind, 0) + 1

    def reject(self, number: int, reason: str) -> None:
        self.bad_count += 1
        if len(self.bad) < MAX_BAD_LINES:
            self.bad.append(BadLine(number, reason))

    def waiting(self) -> int:
        return len(self.programs) + len(self.results) + len(self.births) + len(self.names)

    def written(self) -> None:
        for done in (self.programs, self.results, self.births, self.names):
            done.clear()

    def report(self) -> ImportReport:
        return ImportReport(
            lines=self.lines,
            programs=self.counts.get("program", 0),
            results=self.counts.get("result", 0),
            births=self.counts.get("birth", 0),
            bad_count=self.bad_count,
            bad=tuple(self.bad),
        )

    def _take_program(self, record: _Record) -> None:
        try:
            parsed = self.parse(record.text("text", MAX_LINE_BYTES))
            require_ids([parsed.id])
        except Exception as error:
            # Whatever a stranger's text makes the parser raise, it is this line that is bad.
            raise ValueError(f"not a program: {error}") from error
        label = record.text("id") if "id" in record.fields else parsed.id
        if self.known.setdefault(label, parsed.id) != parsed.id:
            raise ValueError(f"id {label!r} names another program on an earlier line")
        evicted = record.flag("evicted")
        pinned = record.flag("pinned") if "pinned" in record.fields else not evicted
        self.programs.append(
            StoredProgram(
                id=parsed.id,
                text=parsed.text,
                size=parsed.size,
                origin=self.origin or (record.text("origin") if "origin" in record.fields else "imported"),
                pinned=pinned or not (self.with_results or evicted),
                tasks=tuple(record.texts("tasks")) if "tasks" in record.fields else (),
            )
        )

    def _take_result(self, record: _Record) -> None:
        result = Result(
            program=self._program(record.text("program")),
            task=record.text("task"),
            matched=record.integer("matched"),
            samples=record.integer("samples"),
            similarity=record.integer("similarity"),
            fuel=record.integer("fuel"),
            cpu_ns=record.integer("cpu_ns") if "cpu_ns" in record.fields else 0,
            with_test=record.flag("with_test"),
            niche=record.text("niche", empty=True) if "niche" in record.fields else "",
            closed=record.integer("closed") if "closed" in record.fields else 0,
        )
        if result.matched > result.samples:
            raise ValueError(f"{result.matched} samples matched out of {result.samples}")
        if result.closed and not result.niche:
            raise ValueError("a difference closed, but no niche to which it belongs")
        if self.with_results:
            self.results.append(result)

    def _take_birth(self, record: _Record) -> None:
        self.births.append(
            Birth(
                program=self._program(record.text("program")),
                parents=tuple(self._program(parent) for parent in record.texts("parents", _MAX_PARENTS)),
                operator=record.text("operator"),
                run=record.text("run"),
                round=record.integer("round"),
            )
        )

    def _program(self, label: str) -> str:
        try:
            return self.known[label]
        except KeyError:
            raise ValueError(f"no good line before this one has program {label!r:.50}") from None


@dataclass(frozen=True, slots=True)
class _Record:
    """The fields of a line; one that is missing or of another type is a ValueError."""

    fields: dict[str, Any]

    def text(self, name: str, longest: int = _MAX_NAME, *, empty: bool = False) -> str:
        return _text(name, self._field(name), longest, empty=empty)

    def texts(self, name: str, most: int = 1_000_000) -> list[str]:
        value = self._field(name)
        if not isinstance(value, list) or len(value) > most:
            raise ValueError(f"{name!r} is not a list of at most {most:,}")
        return [_text(name, item, _MAX_NAME, empty=False) for item in value]

    def integer(self, name: str) -> int:
        value = self._field(name)
        if type(value) is not int or not 0 <= value <= _MAX_INTEGER:
            raise ValueError(f"{name!r} is not a whole number from 0")
        return value

    def flag(self, name: str) -> bool:
        value = self.fields.get(name, False)
        if value is not True and value is not False:
            raise ValueError(f"{name!r} is neither true nor false")
        return bool(value)

    def _field(self, name: str) -> Any:
        try:
            return self.fields[name]
        except KeyError:
            raise ValueError(f"{name!r} is missing") from None


def _text(name: str, value: Any, longest: int, *, empty: bool) -> str:
    if not isinstance(value, str) or len(value) > longest or not (value or empty):
        raise ValueError(f"{name!r} is not a text of 1 to {longest:,} characters")
    if not value.isprintable() and not all(letter.isprintable() or letter in "\n\t" for letter in value):
        raise ValueError(f"{name!r} has unprintable characters")
    return value


def _object(line: bytes) -> dict[str, Any]:
    try:
        data = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from None
    if type(data) is not dict:
        raise ValueError("not a JSON object")
    return data
