"""The benchmarks: each can be called, whatever of the package it uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parent.parent / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("benchmark", BENCHMARKS, ids=lambda path: path.stem)
def test_a_benchmark_says_what_it_does(benchmark: Path) -> None:
    call = [sys.executable, str(benchmark), "--help"]
    said = subprocess.run(call, capture_output=True, text=True, check=False, timeout=60)
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("usage:")
