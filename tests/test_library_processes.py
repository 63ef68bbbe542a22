"""Several processes share a library, die, wait and are interrupted, and no round is lost or halved."""

from __future__ import annotations

import contextlib
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from arcsynth.errors import LibraryError
from arcsynth.library import (
    Library,
    connection,
)
from library_cases import make_round, name, result


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened


def test_a_query_that_is_interrupted_outlives_its_database() -> None:
    db = sqlite3.connect(":memory:")
    rows = connection.rows_in(db, "SELECT 1 WHERE 1 IN (*)", [1])
    assert next(rows) == (1,)
    db.close()
    # What fails when it is collected would be an error here.
    del rows


WRITER = """
import sys
sys.path.insert(0, {tests!r})
from arcsynth.library import Library, Tried
from library_cases import make_round, name, result
path, run, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
offset = int(run[1:]) * 10_000
with Library.open(path) as library:
    print("ready", flush=True)
    for number in range(1, rounds + 1):
        results = [result(k, f"task {{k % 5}}", similarity=offset + number) for k in range(20)]
        tried = (Tried(("t",), tuple(name((run, number, k)) for k in range(10))),)
        library.keep(make_round(number, *results, result(199, f"{{run}} {{number}}"), run=run, tried=tried))
        print(number, flush=True)
"""


def start_writer(path: Path, run: str, rounds_: int) -> subprocess.Popen[str]:
    code = WRITER.format(tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", code, str(path), run, str(rounds_)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_processes_that_write_at_once_lose_nothing(path: Path) -> None:
    """They even race to make the file; each sees `database is locked` many times, and none says so."""
    writers = [start_writer(path, f"r{n}", 15) for n in range(4)]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert errors == ""
        assert writer.returncode == 0
    with Library.open(path) as library:
        assert library.check() == []
        assert [(run.id, run.round) for run in library.runs()] == [(f"r{n}", 15) for n in range(4)]
        for n in range(4):
            ids = {name((f"r{n}", number, k)) for number in range(1, 16) for k in range(10)}
            assert library.tried("t", ids) == ids
            assert all(library.best(f"r{n} {number}") for number in range(1, 16))
        # All four offered the same programs; each counts by the best result of any process.
        assert {r.similarity for _, r in library.best("task 3")} == {30_015}
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_killed_process_leaves_whole_rounds(path: Path) -> None:
    chance = random.Random(1)
    for attempt in range(8):
        run = f"r{attempt}"
        writer = start_writer(path, run, 100_000)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.15))
        writer.send_signal(signal.SIGKILL)
        told = writer.communicate()[0].split()
        with Library.open(path) as library:
            assert library.check() == []
            done = next((r.round for r in library.runs() if r.id == run), 0)
            # All that keep() returned from is there, and at most the round under way beyond it.
            assert done - len(told) in (0, 1)
            for number in range(1, done + 1):
                assert len(library.tried("t", [name((run, number, k)) for k in range(10)])) == 10
                assert library.best(f"{run} {number}")
            assert library.best(f"{run} {done + 1}") == []
            if done:
                assert library.best("task 0")[0][1].similarity == attempt * 10_000 + done


def test_a_writer_waits_for_another_and_then_gives_up(path: Path, library: Library) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            mock.patch.object(connection, "PATIENCE_SECONDS", 0.5),
            pytest.raises(LibraryError, match=r"another process has been writing for .* try again"),
        ):
            library.keep(make_round(1, result(1)))
        assert library.stats().results == 0
        other.execute("ROLLBACK")
    library.keep(make_round(1, result(1)))
    assert library.stats().results == 1


def test_an_interrupt_in_the_middle_of_keep_undoes_it(library: Library) -> None:
    late = mock.patch("arcsynth.library.keep._store_tried", side_effect=KeyboardInterrupt)
    with late, pytest.raises(KeyboardInterrupt):
        library.keep(make_round(1, result(1)))
    assert library.stats().programs == 0
    library.keep(make_round(1, result(1)))
    assert library.stats().programs == 1
