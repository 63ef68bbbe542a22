"""A file that is no good library is refused in one line, and left as it is."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from arcsynth.errors import LibraryError
from arcsynth.library import (
    Library,
)
from library_cases import filled, make_round
from rights import folder_that_may_only_be_read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened


def refuse(path: Path, message: str, *, readonly: bool = False) -> None:
    """Check that opening fails with one line that names the file, and leaves all files as they are."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()} if path.parent.exists() else {}
    with pytest.raises(LibraryError, match=message) as error:
        Library.open(path, readonly=readonly)
    assert "\n" not in str(error.value)
    assert str(path) in str(error.value)
    if before:
        assert {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()} == before


@pytest.mark.parametrize("readonly", [False, True])
def test_a_garbage_file_is_refused(path: Path, readonly: bool) -> None:
    path.write_bytes(b"my thesis, the only copy" * 100)
    refuse(path, "not an SQLite file", readonly=readonly)


@pytest.mark.parametrize("readonly", [False, True])
def test_a_library_of_a_newer_schema_is_refused(path: Path, readonly: bool) -> None:
    filled(path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")
    refuse(path, r"newer arcsynth \(library version 999", readonly=readonly)


def test_another_programs_sqlite_file_is_refused(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE program (id)")
    refuse(path, "not a library of arcsynth")


def test_a_library_without_its_tables_is_refused(path: Path) -> None:
    filled(path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE tried")
    refuse(path, "damaged library .no table 'tried'")


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize("keep", [0, 10, 99, 100, 4096, 5000, 3 * 4096])
def test_a_truncated_library_is_refused(path: Path, keep: int, readonly: bool) -> None:
    filled(path)
    os.truncate(path, keep)
    refuse(path, "damaged library", readonly=readonly)


def test_damage_inside_is_an_error_or_found_by_check(path: Path) -> None:
    pristine = filled(path).read_bytes()
    pages = len(pristine) // 4096
    for page in range(1, pages):
        data = bytearray(pristine)
        data[page * 4096 : page * 4096 + 400] = b"\xa5" * 400
        path.write_bytes(data)
        with pytest.raises(LibraryError, match="damaged"):  # noqa: PT012
            with Library.open(path, readonly=True) as library:
                problems = library.check()
            raise LibraryError(f"damaged: {problems}" if problems else "not found")
        assert path.read_bytes() == bytes(data)


def test_a_library_that_is_gone_but_for_its_journal_is_refused(path: Path) -> None:
    path.with_name("library.db-wal").write_bytes(b"pages")
    refuse(path, "gone but its journal library.db-wal is still here")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    refuse(tmp_path, "this is a folder")


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    refuse(tmp_path / "no" / "library", "there is no folder")
    assert not (tmp_path / "no").exists()


def test_a_pipe_is_refused_at_once(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(LibraryError, match="not a regular file"):
        Library.open(path)


def test_a_path_that_cannot_be_is_refused() -> None:
    for wrong in ("a\0b", "x" * 5000):
        with pytest.raises(LibraryError, match=r"no library can be here|there is no folder"):
            Library.open(wrong)


def test_reading_only_makes_no_library(path: Path) -> None:
    refuse(path, "there is no library here", readonly=True)
    assert not path.exists()


def test_reading_only_writes_nothing(path: Path) -> None:
    filled(path)
    with Library.open(path, readonly=True) as library:
        assert library.stats().results == 200
        with pytest.raises(LibraryError, match="open for reading only"):
            library.keep(make_round(2))


def test_odd_names_are_only_names(tmp_path: Path) -> None:
    for odd in ("a?mode=memory", "b#c", "d%20e", "é ü", "f'g", "file:x"):
        with Library.open(tmp_path / odd):
            pass
        assert (tmp_path / odd).stat().st_size > 0
    assert len(list(tmp_path.iterdir())) == 6


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """Give a folder with a library, and take nobody's rights."""

    def prepare(folder: Path) -> None:
        filled(folder / "library")
        os.chmod(folder / "library", 0o644)

    with folder_that_may_only_be_read(prepare) as folder:
        yield folder


def test_a_readonly_folder_can_be_read_but_not_written(unprivileged: Path) -> None:
    with Library.open(unprivileged / "library", readonly=True) as library:
        assert library.stats().results == 200
    with pytest.raises(LibraryError, match="cannot be written; change"):
        Library.open(unprivileged / "library")
    with pytest.raises(LibraryError, match=r"cannot make a library here \(Permission denied\)"):
        Library.open(unprivileged / "new")


def test_what_is_wrong_inside_is_found_by_check(path: Path) -> None:
    filled(path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM program WHERE number = 1")
        db.commit()
    with Library.open(path) as library:
        assert library.check() == ["a row of result names a row of program that is not there"]


def test_a_closed_library_says_so(path: Path) -> None:
    with Library.open(path) as library:
        pass
    with pytest.raises(LibraryError, match="closed"):
        library.stats()
