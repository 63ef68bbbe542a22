"""Grids in the terminal: colours where there are any, digits where there are none."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from arcsynth._engine import Program
from arcsynth.panels import Panel, task_panels
from arcsynth.pictures import PALETTE
from arcsynth.tasks import Task

GAP = 3
"""The blank columns between grids."""


def draw_task(console: Console, task: Task, program: Program | None = None) -> None:
    """Draw the samples of a task one below the other, each with its output and, if asked for, a prediction.

    Wrong cells of a prediction are marked with `x`. Grids that do not fit side by side stand below each other.
    """
    console.print(f"[bold]{escape(task.id)}[/bold]  {len(task.demo)} demo, {len(task.test)} test", soft_wrap=True)
    for row in task_panels(task, program):
        console.print()
        _print_panels(console, [(panel.title, _cells(console, panel)) for panel in row])


def _cells(console: Console, panel: Panel) -> list[Text]:
    """The rows of a grid as text, two columns a cell; cells that differ from what is expected are marked."""
    if panel.grid is None:
        return [Text(panel.error)]
    in_colour = console.color_system is not None
    wrong = set(panel.wrong_cells)
    rows = []
    for i, row in enumerate(panel.grid.rows()):
        text = Text(no_wrap=True, overflow="crop")
        for j, colour in enumerate(row):
            mark = "x" if (i, j) in wrong else " "
            # Light digits on dark colours and dark ones on light colours.
            ink = "black" if colour in {4, 5, 8} else "white"
            background = PALETTE[colour] if 0 <= colour <= 9 else "#ffffff"
            text.append(f"{colour}{mark}", style=f"{ink} on {background}" if in_colour else "")
        rows.append(text)
    return rows


def _print_panels(console: Console, panels: Sequence[tuple[str, list[Text]]]) -> None:
    """Print titled blocks side by side as far as they fit the width."""
    lines: list[list[tuple[str, list[Text]]]] = [[]]
    used = 0
    for title, rows in panels:
        width = max(len(title), *(row.cell_len for row in rows)) + GAP
        if lines[-1] and used + width > console.width:
            lines.append([])
            used = 0
        lines[-1].append((title, rows))
        used += width
    for line in lines:
        blocks = [[Text(title, style="dim"), *rows] for title, rows in line]
        for index in range(max(len(block) for block in blocks)):
            text = Text(no_wrap=True, overflow="crop")
            for block in blocks:
                cell = block[index] if index < len(block) else Text()
                text.append_text(cell)
                text.append(" " * (max(part.cell_len for part in block) - cell.cell_len + GAP))
            text.rstrip()
            console.print(text, soft_wrap=True)
