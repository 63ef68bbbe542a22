"""How things look in a notebook: HTML with everything that comes from elsewhere escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from arcsynth._engine import Grid, Program
from arcsynth.panels import Panel
from arcsynth.pictures import grid_svg

ROWS = 50
"""How many rows of a table are shown."""


def grid_html(grid: Grid) -> str:
    """A grid as a picture."""
    return grid_svg(Panel("grid", grid))


def program_html(program: Program) -> str:
    """A program with its id, its size and its cost."""
    return (
        f"<p><code>{program.id}</code> · {program.size} steps · {program.cost} bits</p>"
        f"<pre>{escape(program.definition())}</pre>"
    )


def table_html(summary: str, records: Sequence[Mapping[str, Any]]) -> str:
    """A sentence and a table of records, the first `ROWS` of them."""
    if not records:
        return f"<p>{escape(summary)}</p>"
    head = "".join(f"<th>{escape(name)}</th>" for name in records[0])
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in record.values())}</tr>" for record in records[:ROWS]
    )
    more = f"<p>and {len(records) - ROWS:,} more</p>" if len(records) > ROWS else ""
    return f"<p>{escape(summary)}</p><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"


def _cell(value: object) -> str:
    if value is None:
        return ""
    return escape(f"{value:.3f}" if isinstance(value, float) else str(value))
