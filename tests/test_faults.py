"""Disks fill up, folders may not be written, clocks go backwards: a clear line and nothing lost, or no harm at all."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from arcsynth import Library, Task, evolve, load_tasks
from arcsynth.cli import run
from rights import folder_that_may_only_be_read

ARCSYNTH = [sys.executable, "-c", "from arcsynth.cli import main; main()"]
EVOLVE = ["evolve", "--data", "arc1-train", "--limit", "6", "--candidates", "400", "--library", "l.sqlite"]


def call(arguments: list[str], folder: Path, before: Callable[[], None] | None = None) -> tuple[int, str]:
    done = subprocess.run(
        [*ARCSYNTH, *arguments], cwd=folder, capture_output=True, text=True, preexec_fn=before, check=False
    )
    return done.returncode, done.stderr


def limit_files(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def contents(path: Path) -> bytes:
    with Library.open(path) as library:
        assert library.check() == []
        library.export(path.with_name("contents.jsonl"), timings=False)
    return path.with_name("contents.jsonl").read_bytes()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[int, bytes]:
    """The library's contents after each round of `EVOLVE`."""
    folder = tmp_path_factory.mktemp("reference")
    after = {}
    with Library.open(folder / "l.sqlite") as library:

        def note(number: int) -> None:
            library.export(folder / "contents.jsonl", timings=False)
            after[number] = (folder / "contents.jsonl").read_bytes()

        evolve(
            load_tasks("arc1-train")[:6],
            library,
            rounds=12,
            candidates=400,
            report=lambda done: note(done.round),
            begun=lambda _: note(0),
        )
    return after


def round_of(path: Path) -> int:
    with Library.open(path, readonly=True) as library:
        return max((run.round for run in library.runs()), default=0)


def test_a_full_disk_loses_no_whole_round(small_disk: Path, reference: dict[int, bytes]) -> None:
    (small_disk / "ballast").write_bytes(bytes(1_100_000))
    code, errors = call([*EVOLVE, "--rounds", "12", "--run", "r"], small_disk)
    assert code == 1
    assert errors.count("\n") == 1
    assert "o space left" in errors
    (small_disk / "ballast").unlink()
    done = round_of(small_disk / "l.sqlite")
    assert done < 12
    assert contents(small_disk / "l.sqlite") == reference[done]
    (small_disk / "contents.jsonl").unlink()
    moved = small_disk.with_name("roomy")
    shutil.copytree(small_disk, moved)
    if (moved / "r" / "config.json").exists():
        assert call(["evolve", "--resume", "r"], moved) == (0, "")
        assert contents(moved / "l.sqlite") == reference[12]


@pytest.mark.parametrize("size", [20_000, 300_000, 600_000])
def test_a_write_that_fails_loses_no_whole_round(tmp_path: Path, reference: dict[int, bytes], size: int) -> None:
    """Files may not grow beyond a size: the write in the middle of which that happens fails."""
    code, errors = call([*EVOLVE, "--rounds", "12", "--run", "r"], tmp_path, limit_files(size))
    assert code == (2 if size == 20_000 else 1)
    assert errors.count("\n") == 1
    assert errors.startswith("arcsynth: ")
    if (tmp_path / "r" / "config.json").exists():
        done = round_of(tmp_path / "l.sqlite")
        assert done < 12
        assert contents(tmp_path / "l.sqlite") == reference[done]
        assert call(["evolve", "--resume", "r"], tmp_path) == (0, "")
        assert contents(tmp_path / "l.sqlite") == reference[12]


def test_a_search_whose_folder_is_full_goes_on_to_the_same_submission(tmp_path: Path) -> None:
    solve = ["solve", "--data", "arc1-train", "--limit", "12", "--effort", "0.1"]
    assert call([*solve, "--run", "whole"], tmp_path)[0] == 0
    code, errors = call([*solve, "--run", "r"], tmp_path, limit_files(60_000))
    assert code == 1
    assert errors.count("\n") == 1
    assert "File too large" in errors
    assert (tmp_path / "r" / "found.jsonl").stat().st_size > 0
    assert call(["solve", "--resume", "r", "--json"], tmp_path)[0] == 0
    assert (tmp_path / "r" / "submission.json").read_bytes() == (tmp_path / "whole" / "submission.json").read_bytes()


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder that may be read but not written, and nobody's rights."""

    def prepare(_: Path) -> None:
        # What is imported when it is first used may be where only root can read.
        run(["show", "67a3c6ac", "--data", "arc1-train"])

    with folder_that_may_only_be_read(prepare) as folder:
        yield folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["solve", "--data", "arc1-train", "--run", "r"],
        ["evolve", "--data", "arc1-train", "--library", "l.sqlite"],
    ],
)
def test_a_folder_that_may_not_be_written_is_said_before_the_work(
    unprivileged: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(unprivileged)
    assert run(arguments) == 2
    errors = capsys.readouterr().err
    assert errors.count("\n") == 1
    assert "Permission denied" in errors
    assert list(unprivileged.iterdir()) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: os.truncate(path, path.stat().st_size // 2),
        lambda path: path.write_bytes(b"\xa5" * 50_000),
        lambda path: path.write_bytes(path.read_bytes()[:8192] + os.urandom(8192) + path.read_bytes()[16384:]),
    ],
    ids=["truncated", "garbage", "torn"],
)
def test_no_verb_overwrites_a_damaged_library(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    path = tmp_path / "l.sqlite"
    with Library.open(path) as library:
        evolve(load_tasks("arc1-train")[:3], library, rounds=1)
    damage(path)
    before = path.read_bytes()
    for arguments in (
        [*EVOLVE, "--rounds", "2"],
        ["solve", "--data", "arc1-train", "--limit", "2", "--effort", "0.01", "--library", "l.sqlite"],
        ["library", "list", "--library", "l.sqlite"],
        ["library", "export", "out.jsonl", "--library", "l.sqlite"],
    ):
        code, errors = call(arguments, tmp_path)
        assert code in (1, 2), (arguments, errors)
        assert errors.count("\n") == 1
        assert "damaged" in errors or "not an SQLite file" in errors, errors
        assert path.read_bytes() == before


def test_clocks_may_go_backwards(
    tmp_path: Path, small_tasks: tuple[Task, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No result depends on the time of day, and no wait on it."""
    times = iter(range(2_000_000_000, 0, -86_400))
    monkeypatch.setattr(time, "time", lambda: float(next(times)))
    kept = []
    for name in ("a", "b"):
        with Library.open(tmp_path / f"{name}.sqlite") as library:
            evolve(small_tasks, library, rounds=2)
        kept.append(contents(tmp_path / f"{name}.sqlite"))
        os.utime(tmp_path / f"{name}.sqlite", (0, 0))
    assert kept[0] == kept[1]
    with Library.open(tmp_path / "a.sqlite") as library:
        assert library.stats().programs > 0


def test_a_resumed_run_whose_library_is_gone_makes_no_new_one(tmp_path: Path) -> None:
    assert call([*EVOLVE, "--rounds", "1", "--run", "r"], tmp_path)[0] == 0
    (tmp_path / "l.sqlite").unlink()
    code, errors = call(["evolve", "--resume", "r", "--rounds", "2"], tmp_path)
    assert code == 2
    assert "the run's library is gone" in errors
    assert not (tmp_path / "l.sqlite").exists()


def test_a_run_of_another_version_is_not_gone_on_with(tmp_path: Path) -> None:
    assert call([*EVOLVE, "--rounds", "1", "--run", "r"], tmp_path)[0] == 0
    config = json.loads((tmp_path / "r" / "config.json").read_text())
    (tmp_path / "r" / "config.json").write_text(json.dumps({**config, "version": "99.0"}))
    code, errors = call(["evolve", "--resume", "r", "--rounds", "2"], tmp_path)
    assert code == 2
    assert "the run is of arcsynth 99.0" in errors
