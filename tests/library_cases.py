"""What the tests of the library share: small programs, results and rounds."""

from __future__ import annotations

import contextlib
import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from arcsynth.library import (
    Library,
    ParsedProgram,
    Result,
    Round,
    Run,
    StoredProgram,
)


def name(number: object) -> str:
    return hashlib.md5(str(number).encode()).hexdigest()


def program(number: object, **fields: Any) -> StoredProgram:
    return StoredProgram(name(number), f"program {number}", 3, **fields)


def parse(text: str) -> ParsedProgram:
    """Parse as a parser would for which "program N" is a program, and all else is none."""
    word, number = text.split()
    if word != "program":
        raise ValueError(f"unknown primitive {word}")
    return ParsedProgram(name(number), text, 3)


def result(number: object, task: str = "t", matched: int = 1, **fields: Any) -> Result:
    values = {"samples": 4, "similarity": 100, "fuel": 10, **fields}
    return Result(name(number), task, matched, **values)


def make_round(number: int, *results: Result, run: str = "run", **fields: Any) -> Round:
    """Give a round of these results, each program with its text."""
    texts = {name(n): program(n) for n in range(200)}
    programs = tuple(texts[key] for key in sorted({r.program for r in results}))
    return Round(Run(run, 7, number), fields.pop("programs", programs), results, **fields)


def contents(library: Library) -> list[Result]:
    return sorted((r for p in library.parents() for r in p.results), key=lambda r: (r.task, r.niche, r.rank))


def filled(path: Path) -> Path:
    with Library.open(path) as library:
        results = [result(n, f"task {n % 40}", fuel=n) for n in range(200)]
        library.keep(make_round(1, *results))
    return path


@contextlib.contextmanager
def fresh() -> Iterator[Library]:
    """Open a new library for one example of a property."""
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "l") as opened:
        yield opened
