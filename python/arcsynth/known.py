"""Known programs: what a search tries first, each with the tasks on which it would be no find."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from arcsynth._engine import Program
from arcsynth.errors import ArcSynthError, RunError, UsageError
from arcsynth.evolve import WITH_TEST
from arcsynth.library import Library
from arcsynth.starting import found_programs, starting_programs

KNOWN = "known.jsonl"
"""The known programs of a run, in its folder: the library that they came from may have changed since."""


@dataclass(frozen=True, slots=True)
class KnownProgram:
    """A program of the library with the content keys of the tasks that it was learned on."""

    program: Program
    learned_on: frozenset[str] = frozenset()
    saw_answers_of: frozenset[str] = frozenset()
    """The tasks whose test outputs its selection has seen: it is not run on these at all."""


def known_programs(path: Path | None) -> list[KnownProgram]:
    """The programs of a library, or those that come with the package where no library is named.

    A program whose selection has seen test outputs carries the tasks that its ancestors were learned on too.
    """
    if path is None:
        return _shipped_programs()
    with Library.open(path, readonly=path.exists()) as library:
        known = []
        for parent in library.parents():
            stored = parent.program
            seen = frozenset(library.learned_on(stored.id) if stored.origin == WITH_TEST else ())
            known.append(KnownProgram(Program.parse(stored.text), seen.union(stored.tasks), seen))
        return known or _shipped_programs()


def _shipped_programs() -> list[KnownProgram]:
    """The programs that come with the package: those written by hand, then those that evolution found."""
    written = [KnownProgram(program) for program in starting_programs()]
    return [*written, *(KnownProgram(program, frozenset(found.learned_on)) for program, found in found_programs())]


def write_known(folder: Path, known: Sequence[KnownProgram]) -> None:
    """Write known programs into a run's folder, so that the run can go on, or be run again, with the same ones."""
    lines = [
        json.dumps(
            {
                "program": one.program.definition(),
                "learned_on": sorted(one.learned_on),
                "saw_answers_of": sorted(one.saw_answers_of),
            }
        )
        for one in known
    ]
    try:
        (folder / KNOWN).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise RunError(f"{folder / KNOWN}: cannot be written: {error.strerror}") from error


def known_of_run(folder: Path) -> list[KnownProgram] | None:
    """Read what `write_known` wrote; None if it wrote nothing, as for the package's own programs.

    Raises `UsageError` if it is damaged.
    """
    path = folder / KNOWN
    if not path.exists():
        return None
    try:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [
            KnownProgram(Program.parse(one["program"]), frozenset(one["learned_on"]), frozenset(one["saw_answers_of"]))
            for one in records
        ]
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (ArcSynthError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"{path}: damaged: {error}") from error
