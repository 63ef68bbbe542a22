"""The starting library: programs that come with the package, kept as text."""

from __future__ import annotations

from functools import cache
from importlib import resources

from arcsynth._engine import Program, parse_file


@cache
def starting_programs() -> tuple[Program, ...]:
    """The programs of the starting library, each once, in the order of their text."""
    text = resources.files("arcsynth").joinpath("programs", "starting.dsl").read_text(encoding="utf-8")
    programs = []
    for definition in parse_file(text):
        if definition.program is None:
            raise ValueError(f"starting.dsl: {definition.name}: {definition.error}")
        programs.append(definition.program)
    return tuple(dict.fromkeys(programs))
