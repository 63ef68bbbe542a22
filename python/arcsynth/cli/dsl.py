"""`arcsynth dsl`: the primitives, their signatures and what they do."""

from __future__ import annotations

import difflib
from itertools import groupby
from typing import Annotated

import typer
from rich.markup import escape

from arcsynth._engine import Primitive, primitives
from arcsynth._engine import constants as named_constants
from arcsynth.cli.options import AsJson, Seed, Threads
from arcsynth.cli.screen import console, print_json
from arcsynth.errors import UsageError


def dsl(
    name: Annotated[str | None, typer.Argument(help="A primitive or a constant; all if not given.")] = None,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """List the primitives of the DSL, or explain one."""
    known = primitives()
    constants = dict(named_constants())
    chosen = [primitive for primitive in known if name in (None, primitive.name)]
    if not chosen and name not in constants:
        near = difflib.get_close_matches(str(name), [*(p.name for p in known), *constants], n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UsageError(f"the DSL has no {name}{hint}")
    if as_json:
        shown = {key: value for key, value in constants.items() if name in (None, key)}
        print_json({"primitives": [_record(primitive) for primitive in chosen], "constants": shown})
        return
    out = console()
    if name in constants:
        out.print(f"{name} = {constants[name]}")
    elif name is not None:
        _explain(chosen[0])
    else:
        for family, group in groupby(chosen, key=lambda primitive: primitive.family):
            members = list(group)
            mark = "" if members[0].is_interface else " (arcsynth only)"
            out.print(f"\n[bold]{family}[/bold]{mark}")
            for member in members:
                out.print(f"  [cyan]{member.name}[/cyan]{escape(member.signature)}", soft_wrap=True)
        out.print(f"\n[bold]constants[/bold]\n  {', '.join(constants)}")
        out.print(f"\n{len(known)} primitives, {len(constants)} constants; arcsynth dsl NAME explains one.")


def _explain(primitive: Primitive) -> None:
    out = console()
    out.print(f"[cyan]{primitive.name}[/cyan]{escape(primitive.signature)}", soft_wrap=True)
    out.print(f"  {escape(primitive.doc)}")
    out.print(f"  family: {primitive.family}{'' if primitive.is_interface else ' (arcsynth only)'}")


def _record(primitive: Primitive) -> dict[str, object]:
    return {
        "name": primitive.name,
        "family": primitive.family,
        "interface": primitive.is_interface,
        "signature": primitive.signature,
        "parameters": primitive.parameters,
        "doc": primitive.doc,
    }
