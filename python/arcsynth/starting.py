"""The starting library: programs that come with the package, kept as text, written by hand or found by evolution."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from arcsynth._engine import Program, parse_file

_LEARNED: Final = "# learned on "
_ORIGIN: Final = "# found by "


@dataclass(frozen=True, slots=True)
class FoundProgram:
    """A program that evolution found: its text, the keys of the tasks it was learned on, and how it came to be.

    It was learned on the demo pairs of these tasks alone, and solves all of them.
    """

    text: str
    learned_on: tuple[str, ...]
    origin: str


@cache
def starting_programs() -> tuple[Program, ...]:
    """The programs written by hand for no task in particular, each once, in the order of their text."""
    programs = []
    for definition in parse_file(_text("starting.dsl")):
        if definition.program is None:
            raise ValueError(f"starting.dsl: {definition.name}: {definition.error}")
        programs.append(definition.program)
    return tuple(dict.fromkeys(programs))


@cache
def found_programs() -> tuple[tuple[Program, FoundProgram], ...]:
    """The programs that evolution found on the training tasks, each with what it was learned on."""
    return tuple((Program.parse(found.text), found) for found in read_found(_text("found.dsl")))


def read_found(text: str) -> list[FoundProgram]:
    """Read programs in the form in which `write_found` writes them."""
    found = []
    for block in text.split("\n\n")[1:]:
        lines = block.strip().splitlines()
        learned, origin = lines[0], lines[1]
        if not learned.startswith(_LEARNED) or not origin.startswith(_ORIGIN):
            raise ValueError(f"found.dsl: {learned!r:.80}: expected {_LEARNED!r} and {_ORIGIN!r} before each program")
        program = "\n".join(lines[2:]) + "\n"
        found.append(FoundProgram(program, tuple(learned.removeprefix(_LEARNED).split()), origin.removeprefix(_ORIGIN)))
    return found


def write_found(path: Path, programs: Iterable[FoundProgram]) -> int:
    """Write programs as a file of definitions, those first that solve most tasks, and give their number."""
    blocks = [
        "# Programs that evolution found on demo pairs of training tasks (make campaign); no test output was seen."
        "\n# Each names by content key the tasks that it was learned on, and the operator, run, round and parents."
    ]
    listed = sorted(programs, key=lambda found: (-len(found.learned_on), found.learned_on, found.text))
    for number, found in enumerate(listed, 1):
        definition = Program.parse(found.text).definition(f"found_{number}").strip()
        blocks.append(f"{_LEARNED}{' '.join(found.learned_on)}\n{_ORIGIN}{found.origin}\n{definition}")
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return len(listed)


def _text(name: str) -> str:
    return resources.files("arcsynth").joinpath("programs", name).read_text(encoding="utf-8")
