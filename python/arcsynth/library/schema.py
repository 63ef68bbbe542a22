"""The tables of a library file, and how a new file is made without ever being half made."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path
from typing import Final

APPLICATION_ID: Final = 0x41724353
"""Marks an SQLite file as a library of arcsynth ("ArCS")."""

SCHEMA_VERSION: Final = 1
"""The version of the tables below, kept in `PRAGMA user_version`."""

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first SQLite with STRICT tables."""

TABLES: Final = ("task", "program", "result", "learned", "birth", "scope", "member", "tried", "run")

# A candidate of a whole-run batch is tried on every task of the run. So `tried` does not pair programs with
# tasks but with *scopes*, sets of tasks: one row a candidate, not one a candidate and task. Its program is
# the first 8 bytes of the id as an integer; should two programs ever share them (once in about 10^7 for a
# million programs), one of the two is not scored.
# `learned` has the tasks that a program was learned on beyond those that still hold it in `result`.
_SCHEMA: Final = """
CREATE TABLE task (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;
CREATE TABLE program (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
    text TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    origin TEXT NOT NULL,
    pinned INTEGER NOT NULL CHECK (pinned IN (0, 1))
) STRICT;
CREATE TABLE result (
    task INTEGER NOT NULL REFERENCES task (number),
    niche TEXT NOT NULL,
    program INTEGER NOT NULL REFERENCES program (number),
    closed INTEGER NOT NULL CHECK (niche <> '' OR closed = 0),
    matched INTEGER NOT NULL CHECK (matched BETWEEN 0 AND samples),
    similarity INTEGER NOT NULL CHECK (similarity >= 0),
    fuel INTEGER NOT NULL CHECK (fuel >= 0),
    samples INTEGER NOT NULL,
    with_test INTEGER NOT NULL CHECK (with_test IN (0, 1)),
    cpu_ns INTEGER NOT NULL CHECK (cpu_ns >= 0),
    PRIMARY KEY (task, niche, program)
) STRICT, WITHOUT ROWID;
CREATE INDEX result_program ON result (program);
CREATE TABLE learned (
    program INTEGER NOT NULL REFERENCES program (number),
    task INTEGER NOT NULL REFERENCES task (number),
    PRIMARY KEY (program, task)
) STRICT, WITHOUT ROWID;
CREATE TABLE birth (
    program INTEGER NOT NULL REFERENCES program (number),
    run TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round >= 0),
    operator TEXT NOT NULL,
    parents TEXT NOT NULL, -- ids in order, a space between
    PRIMARY KEY (program, run, round)
) STRICT, WITHOUT ROWID;
CREATE TABLE scope (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE member (
    scope INTEGER NOT NULL REFERENCES scope (number),
    task INTEGER NOT NULL REFERENCES task (number),
    PRIMARY KEY (scope, task)
) STRICT, WITHOUT ROWID;
CREATE TABLE tried (
    program INTEGER NOT NULL,
    scope INTEGER NOT NULL REFERENCES scope (number),
    PRIMARY KEY (program, scope)
) STRICT, WITHOUT ROWID;
CREATE TABLE run (
    id TEXT PRIMARY KEY NOT NULL,
    seed TEXT NOT NULL, -- a decimal number, which may pass 63 bits
    round INTEGER NOT NULL CHECK (round >= 0),
    random_state TEXT NOT NULL,
    config TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def create(path: Path) -> None:
    """Make a new, empty library at the path, or leave alone what another process has put there meanwhile.

    The file is made whole under another name and then linked into place, so that a library of no bytes is
    never a new one: it is one that was truncated. Errors are sqlite3.Error and OSError.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    os.close(handle)
    made = Path(name)
    try:
        db = sqlite3.connect(made, isolation_level=None)
        try:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            db.executescript(f"BEGIN; {_SCHEMA} COMMIT;")
            db.execute("PRAGMA journal_mode = WAL")
        finally:
            db.close()
        umask = os.umask(0)
        os.umask(umask)
        made.chmod(0o666 & ~umask)
        _place(made, path)
    finally:
        made.unlink(missing_ok=True)


def _place(made: Path, path: Path) -> None:
    try:
        path.hardlink_to(made)
    except FileExistsError:
        pass
    except OSError:
        # Some file systems know no hard links. A rename could replace a library made this very moment.
        if not path.exists():
            made.rename(path)
