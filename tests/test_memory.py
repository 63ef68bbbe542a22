"""The memory ceiling: threads that fit under it, and a work that comes to it ends with what it found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from arcsynth import memory
from arcsynth.errors import MemoryLimitError
from arcsynth.memory import ceiling_mb, fitting_threads, free_mb, held_under, resident_mb

ARCSYNTH = [sys.executable, "-c", "from arcsynth.cli import main; main()"]


def test_the_ceiling_is_half_of_what_is_free_unless_another_is_asked_for() -> None:
    free, ceiling = free_mb(), ceiling_mb()
    assert free is not None
    assert ceiling is not None
    assert ceiling == pytest.approx(free / 2, rel=0.2)
    assert ceiling_mb(700) == 700.0


def test_a_container_with_less_says_what_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_free_of_group", lambda: 100.0)
    assert free_mb() == 100.0
    monkeypatch.setattr(memory, "_free_of_group", lambda: None)
    monkeypatch.setattr(memory, "_free_of_machine", lambda: None)
    assert ceiling_mb() is None
    assert fitting_threads(7, None) == 7


def test_as_many_threads_run_as_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "resident_mb", lambda: 100.0)
    assert fitting_threads(8, 100.0 + 3.5 * memory.THREAD_MB) == 3
    assert fitting_threads(2, 1e6) == 2
    assert fitting_threads(8, 64.0) == 1


def test_work_that_comes_to_the_ceiling_is_stopped() -> None:
    resident = resident_mb()
    assert resident is not None
    hoard = []
    with pytest.raises(MemoryLimitError, match="stopped at the memory ceiling"), held_under(resident + 100):  # noqa: PT012
        while True:
            hoard.append(os.urandom(1_000_000))
            time.sleep(0.001)
    assert len(hoard) < 2000


def test_an_interrupt_below_the_ceiling_is_an_interrupt() -> None:
    with pytest.raises(KeyboardInterrupt), held_under(1e6):
        raise KeyboardInterrupt


def test_solve_keeps_below_its_ceiling(tmp_path: Path) -> None:
    """With the ceiling that it asks for itself, and more threads than fit: these are fewer, the result is the same."""
    call = [*ARCSYNTH, "solve", "--data", "arc1-train", "--limit", "30", "--effort", "0.3", "--json"]
    submissions = set()
    for name, options in (("a", []), ("b", ["--memory", "400", "--threads", "16"])):
        done = subprocess.run(
            [*call, "--run", name, *options], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        submissions.add((tmp_path / name / "submission.json").read_bytes())
    assert json.loads(done.stdout)["peak_rss_mb"] < 400
    assert json.loads((tmp_path / "b" / "config.json").read_text())["threads"] == 1
    assert len(submissions) == 1


def test_the_peak_of_a_process_is_not_that_of_the_one_that_started_it() -> None:
    ballast = bytearray(os.urandom(1_000_000)) * 400
    code = "from arcsynth.runs import peak_rss_mb; print(peak_rss_mb())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert len(ballast) == 400_000_000
    assert 10 < float(done.stdout) < 200


def test_a_work_too_large_for_its_ceiling_ends_with_one_line(tmp_path: Path) -> None:
    """A million results take more than there is; in the middle of the engine's work, too, it ends."""
    text = "".join(json.dumps({"program": f"shift(I, astuple({n}, {n}))"}) + "\n" for n in range(20_000))
    (tmp_path / "p.jsonl").write_text(text)
    call = ["score", "p.jsonl", "--data", "arc1-train", "--memory", "200"]
    done = subprocess.run([*ARCSYNTH, *call], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("arcsynth: stopped at the memory ceiling of 200 MB (--memory)")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a text without end")
def test_a_text_without_end_comes_to_the_ceiling(tmp_path: Path) -> None:
    call = ["score", "/dev/zero", "--data", "arc1-train", "--memory", "300"]
    done = subprocess.run([*ARCSYNTH, *call], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "memory ceiling of 300 MB" in done.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a text without end")
def test_the_ceiling_holds_where_interrupts_are_ignored(tmp_path: Path) -> None:
    """As in what a script began in the background."""
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); from arcsynth.cli import main; main()"
    call = [sys.executable, "-c", ignoring, "score", "/dev/zero", "--data", "arc1-train", "--memory", "300"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "memory ceiling of 300 MB" in done.stderr
