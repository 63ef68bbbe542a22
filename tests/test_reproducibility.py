"""The same seed, version and flags give the same bytes: across runs, threads, hash seeds, clusters, and `rerun`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from arcsynth import Library

ARCSYNTH = [sys.executable, "-c", "from arcsynth.cli import main; main()"]
SOLVE = ["solve", "--data", "arc1-train", "--limit", "12", "--effort", "0.2", "--seed", "4"]
EVOLVE = ["evolve", "--data", "arc1-train", "--limit", "6", "--rounds", "5", "--seed", "4"]
MORE = [
    pytest.param(["--threads", "1"], "0", id="one thread"),
    pytest.param(["--threads", "7"], "12345", id="seven threads, yet another hash seed"),
]


def call(folder: Path, *arguments: str, hash_seed: str = "random") -> None:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [*ARCSYNTH, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def contents(path: Path) -> bytes:
    with Library.open(path) as library:
        library.export(path.with_suffix(".jsonl"), timings=False)
    return path.with_suffix(".jsonl").read_bytes()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a run of each verb, with the options that are usual."""
    folder = tmp_path_factory.mktemp("first")
    call(folder, *EVOLVE, "--library", "l.sqlite", "--run", "e")
    (folder / "copy.sqlite").write_bytes((folder / "l.sqlite").read_bytes())
    call(folder, *SOLVE, "--library", "l.sqlite", "--run", "s")
    return folder


@pytest.mark.parametrize(("options", "hash_seed"), MORE)
def test_the_same_call_gives_the_same_bytes(first: Path, tmp_path: Path, options: list[str], hash_seed: str) -> None:
    call(tmp_path, *EVOLVE, "--library", "l.sqlite", "--run", "e", *options, hash_seed=hash_seed)
    assert contents(tmp_path / "l.sqlite") == contents(first / "copy.sqlite")
    call(tmp_path, *SOLVE, "--library", "l.sqlite", "--run", "s", *options, hash_seed=hash_seed)
    assert (tmp_path / "s" / "submission.json").read_bytes() == (first / "s" / "submission.json").read_bytes()
    assert contents(tmp_path / "l.sqlite") == contents(first / "l.sqlite")


@pytest.mark.timeout(240)
def test_a_cluster_gives_the_same_bytes(first: Path, tmp_path: Path) -> None:
    """Of three processors; one of two is tested elsewhere."""
    pytest.importorskip("ray", reason="needs Ray: pip install 'arcsynth[cluster]'")
    options = ["--cluster", "local", "--threads", "3"]
    call(tmp_path, *EVOLVE, "--library", "l.sqlite", "--run", "e", *options)
    assert contents(tmp_path / "l.sqlite") == contents(first / "copy.sqlite")
    call(tmp_path, *SOLVE, "--library", "l.sqlite", "--run", "s", *options)
    assert (tmp_path / "s" / "submission.json").read_bytes() == (first / "s" / "submission.json").read_bytes()


def test_a_run_is_done_again_from_its_config(first: Path) -> None:
    """Though the library that `solve` began with has changed since."""
    call(first, "rerun", "s", "--run", "s2")
    assert (first / "s2" / "submission.json").read_bytes() == (first / "s" / "submission.json").read_bytes()
    call(first, "rerun", "e", "--run", "e2")
    assert contents(first / "e2" / "library.sqlite") == contents(first / "copy.sqlite")
    call(first, *EVOLVE, "--library", "l.sqlite", "--run", "later")
    refused = subprocess.run([*ARCSYNTH, "rerun", "later"], cwd=first, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "give a copy of what it was with --library" in refused.stderr
    assert json.loads((first / "e2" / "config.json").read_text())["seed"] == 4


def test_another_seed_is_another_run(first: Path, tmp_path: Path) -> None:
    call(tmp_path, *EVOLVE[:-1], "5", "--library", "l.sqlite", "--run", "e")
    assert contents(tmp_path / "l.sqlite") != contents(first / "copy.sqlite")
