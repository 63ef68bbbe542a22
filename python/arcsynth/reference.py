"""The reference page of the primitives, generated from the registry; `make reference` writes it."""

from __future__ import annotations

from itertools import groupby

from arcsynth._engine import constants, primitives


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


if __name__ == "__main__":
    print(primitives_page(), end="")
