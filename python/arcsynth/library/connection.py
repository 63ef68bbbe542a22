"""One open library file: what it is, whole transactions with patience, and errors that say what to do."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from arcsynth.errors import LibraryError, LibraryInputError
from arcsynth.library.schema import APPLICATION_ID, OLDEST_SQLITE, SCHEMA_VERSION, TABLES, create

T = TypeVar("T")

PATIENCE_SECONDS: Final = 60.0
"""How long a transaction waits for other processes before it gives up."""

# SQLite waits this long by itself; short, because Ctrl-C is not heard meanwhile. The rest of the patience
# is ours.
_BUSY_MILLISECONDS: Final = 200
_LONGEST_PAUSE_SECONDS: Final = 0.1
# In WAL mode NORMAL loses nothing when a process dies. The cache is in KiB, negated. The journal goes into
# the file at 4,000 pages, so that what several rounds write to one page is written to the file once.
_SETTINGS: Final = (
    "foreign_keys = ON",
    "synchronous = NORMAL",
    "cache_size = -65536",
    "wal_autocheckpoint = 4000",
)
_VARIABLES: Final = 10_000
_MAGIC: Final = b"SQLite format 3\x00"


class Connection:
    """An open library. One thread uses it; each process opens its own."""

    def __init__(self, path: Path, *, readonly: bool) -> None:
        """Open the library at the path, a new one when there is none and it may be written."""
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            oldest = ".".join(map(str, OLDEST_SQLITE))
            raise LibraryInputError(
                f"{path}: this Python has SQLite {sqlite3.sqlite_version}, the library needs {oldest}; "
                "use a newer Python"
            )
        self.path = path
        self.readonly = readonly
        _require_library(path, readonly=readonly)
        try:
            self._db = self._connect()
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise
        except sqlite3.Error as error:
            raise self._explained(error) from error

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run queries that all see the same state of the library, and give what they give."""
        return self._transact("BEGIN", work)

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run changes that happen all or not at all; while another process writes, wait for it.

        The work may be run again after a wait, so it must not keep anything from one attempt to the next.
        """
        if self.readonly:
            raise LibraryError(f"{self.path}: the library is open for reading only; open it for writing")
        return self._transact("BEGIN IMMEDIATE", work)

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._db.close()

    def _connect(self) -> sqlite3.Connection:
        place = self.path.absolute().as_uri()
        if not self.readonly or (_writable(self.path) and _writable(self.path.parent)):
            # WAL needs files beside the library even to read, and only who may write takes them away again.
            place += "?mode=rw"
        else:
            # Where these files are not and cannot be made, nobody writes.
            place += "?mode=ro" if _has_journal(self.path) else "?immutable=1"
        return sqlite3.connect(place, uri=True, isolation_level=None, timeout=_BUSY_MILLISECONDS / 1000)

    def _prepare(self) -> None:
        def look(db: sqlite3.Connection) -> tuple[int, set[str]]:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            return version, {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}

        for pragma in (
            "foreign_keys = ON",
            "synchronous = NORMAL",
            "cache_size = -65536",
            "wal_autocheckpoint = 4000",
        ):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute(f"PRAGMA query_only = {int(self.readonly)}")
        version, tables = self.read(look)
        if version > SCHEMA_VERSION:
            raise LibraryInputError(_newer(self.path, version))
        missing = [name for name in TABLES if name not in tables]
        if missing:
            raise LibraryInputError(f"{self.path}: damaged library (no table {missing[0]!r}); {_RESTORE}")
        if not self.readonly:
            # Nothing is written, but this fails now, not after the first round, when nothing can be.
            self.write(lambda db: None)

    def _transact(self, begin: str, work: Callable[[sqlite3.Connection], T]) -> T:
        deadline = time.monotonic() + PATIENCE_SECONDS
        pause = 0.002
        while True:
            try:
                self._db.execute(begin)
                try:
                    answer = work(self._db)
                    self._db.execute("COMMIT")
                except BaseException:
                    self._roll_back()
                    raise
                else:
                    return answer
            except sqlite3.Error as error:
                if not _is_busy(error) or time.monotonic() > deadline:
                    raise self._explained(error) from error
            except LibraryError as error:
                raise LibraryError(f"{self.path}: {error}") from error
            except (OverflowError, UnicodeEncodeError) as error:
                raise LibraryError(f"{self.path}: a value cannot be stored ({error}); nothing was kept") from error
            # Different pauses keep several waiting processes from meeting again; no result depends on them.
            time.sleep(pause * random.uniform(0.5, 1.0))
            pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)

    def _roll_back(self) -> None:
        try:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        except sqlite3.Error:
            # SQLite undoes the transaction itself when the library is next opened; the first error tells
            # more.
            pass

    def _explained(self, error: sqlite3.Error) -> LibraryError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        path = self.path
        if _is_busy(error):
            text = f"another process has been writing for {PATIENCE_SECONDS:.0f} s; try again when it is done"
        elif code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            text = f"damaged library ({error}); {_RESTORE}"
        elif code == sqlite3.SQLITE_FULL:
            text = "no space left; the last whole round is safe: make space and run again"
        elif code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
            if self.readonly:
                text = f"the library cannot be read ({error}); check the rights of the file and of its folder"
            else:
                text = "the file or its folder cannot be written; change their rights or take another --library"
        elif code == sqlite3.SQLITE_IOERR:
            text = f"the disk failed ({error}); the last whole round is safe: check the disk and run again"
        elif code in (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG):
            text = f"a value was refused ({error}); nothing was kept"
        else:
            text = f"{error}; if this comes again, check the library"
        return LibraryError(f"{path}: {text}")


def rows_in(
    db: sqlite3.Connection, query: str, values: Iterable[str | int], *rest: str | int
) -> Iterator[tuple[Any, ...]]:
    """Run a query that has one `IN (*)` for all the values, in as many parts as SQLite's limits ask for.

    `rest` are the values of the parameters behind it.
    """
    listed = list(values)
    for start in range(0, len(listed), _VARIABLES):
        part = listed[start : start + _VARIABLES]
        # Given up at `yield from`, it would close its cursor, which fails once the database is closed.
        for row in db.execute(query.replace("(*)", f"({','.join('?' * len(part))})"), (*part, *rest)):  # noqa: UP028
            yield row


_RESTORE: Final = "it was left as it is: restore a copy, or move it away to begin a new one"


def _require_library(path: Path, *, readonly: bool) -> None:
    """Look at the path before SQLite does, so that what is no library is not touched at all."""
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        _make(path, readonly=readonly)
        return
    except (OSError, ValueError) as error:
        raise LibraryInputError(f"{path}: no library can be here ({error}); take another --library") from error
    if stat.S_ISDIR(kind):
        raise LibraryInputError(f"{path}: this is a folder; name a file in it")
    if not stat.S_ISREG(kind):
        raise LibraryInputError(f"{path}: this is not a regular file; take another --library")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise LibraryInputError(f"{path}: cannot be read ({error.strerror}); change its rights") from error
    if not header:
        raise LibraryInputError(f"{path}: damaged library (the file is empty); {_RESTORE}")
    if not header.startswith(_MAGIC[: len(header)]):
        raise LibraryInputError(f"{path}: not an SQLite file, so not a library; take another --library")
    if len(header) < 100:
        raise LibraryInputError(f"{path}: damaged library (only {len(header)} bytes are left); {_RESTORE}")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise LibraryInputError(f"{path}: an SQLite file, but not a library of arcsynth; take another --library")
    version = int.from_bytes(header[60:64], "big")
    if version > SCHEMA_VERSION:
        raise LibraryInputError(_newer(path, version))
    _require_whole_pages(path, header)
    if not readonly and not _writable(path):
        raise LibraryInputError(f"{path}: cannot be written; change its rights or take another --library")


def _require_whole_pages(path: Path, header: bytes) -> None:
    """SQLite sees missing pages only after it has made files of its own, and a torn page not at all."""
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    whole = page * int.from_bytes(header[28:32], "big")
    # While a journal lies beside it, the file itself may be in the making; then the journal has the truth.
    # The size is asked for last, when a journal that has just gone has been written into the file.
    if page == 0 or _has_journal(path):
        return
    size = path.stat().st_size
    if size < whole or size % page:
        lost = f"{size:,} of {whole:,} bytes are left" if size < whole else "its last page is torn"
        raise LibraryInputError(f"{path}: damaged library ({lost}); {_RESTORE}")


def _make(path: Path, *, readonly: bool) -> None:
    if not path.parent.is_dir():
        raise LibraryInputError(f"{path}: there is no folder {path.parent}; make it first")
    if readonly:
        raise LibraryInputError(f"{path}: there is no library here; check the path")
    if _has_journal(path) and not path.exists():
        # SQLite would play an orphaned journal into the new file.
        raise LibraryInputError(
            f"{path}: the library is gone but its journal {path.name}-wal is still here; "
            "bring the library back, or move the journal away to begin a new one"
        )
    try:
        create(path)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise LibraryInputError(f"{path}: cannot make a library here ({reason}); take another --library") from error


def _has_journal(path: Path) -> bool:
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except OSError:
        return False


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _newer(path: Path, version: int) -> str:
    return (
        f"{path}: made by a newer arcsynth (library version {version}, this one reads {SCHEMA_VERSION}); "
        "update arcsynth"
    )
