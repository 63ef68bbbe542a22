"""The generated reference pages: primitives from the registry, commands from the command line itself.

`make reference` writes them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import typer

from arcsynth._engine import constants, primitives
from arcsynth.cli import app


def primitives_page() -> str:
    """The page as Markdown: every primitive with its signature and what it does, by family; every constant."""
    known = primitives()
    interface = sum(primitive.is_interface for primitive in known)
    lines = [
        "# Primitives",
        "",
        f"The {interface} primitives of the interface by family, {len(known) - interface} of arcsynth's own, and the",
        "constants. Generated from the engine's registry. The types are explained in [concepts](concepts.md#types).",
    ]
    for family, group in groupby(known, key=lambda primitive: primitive.family):
        members = list(group)
        mark = "" if members[0].is_interface else " (arcsynth only)"
        lines += ["", f"## {family.capitalize()}{mark}", "", "| primitive | what it does |", "|---|---|"]
        lines += [f"| `{member.name}{member.signature}` | {member.doc} |" for member in members]
    lines += ["", "## Constants", "", "| name | value |", "|---|---|"]
    lines += [f"| `{name}` | `{value}` |" for name, value in constants()]
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    """The page as Markdown: every verb with its arguments and options."""
    lines = [
        "# Commands",
        "",
        "Every verb takes `--json`: one JSON document on standard output and nothing else. Exit codes: 0 done, 1 the",
        "work failed, 2 the call or its input is wrong, 130 interrupted. Generated from the command line itself.",
    ]
    for name, command in _commands("arcsynth", typer.main.get_command(app)):
        parameters = [parameter for parameter in command.params if parameter.name != "help"]
        arguments = [parameter for parameter in parameters if parameter.param_type_name == "argument"]
        options = [parameter for parameter in parameters if parameter.param_type_name == "option"]
        words = "".join(f" {argument.metavar or argument.name.upper()}" for argument in arguments)
        lines += ["", f"## {name}", "", f"`{name}{words}`", "", " ".join((command.help or "").split()), ""]
        lines += ["| option | what it does |", "|---|---|"]
        lines += [f"| {_names(option)} | {_cell(option.help)}{_default(option)} |" for option in options]
    return "\n".join(lines) + "\n"


def _commands(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    """Each verb with its whole name; a group stands for the verbs in it."""
    for part, child in getattr(command, "commands", {}).items():
        if hasattr(child, "commands"):
            yield from _commands(f"{name} {part}", child)
        else:
            yield f"{name} {part}", child


def _names(option: Any) -> str:
    return ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))


def _default(option: Any) -> str:
    default = option.default
    # What is not given has no value, or one that is not for people to read.
    plain = isinstance(default, (int, float, str, Path)) and not isinstance(default, bool)
    return f" Default: `{default}`." if plain else ""


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for page, text in (("primitives.md", primitives_page()), ("commands.md", commands_page())):
        (folder / page).write_text(text, encoding="utf-8")
