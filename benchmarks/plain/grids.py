"""Grids made, moved, painted, scaled, joined and cut."""

from __future__ import annotations

from .containers import first
from .patches import leftmost, lowermost, mostcolor, rightmost, shape, shift, toindices, ulcorner, uppermost


# Grids.
def canvas(value, dimensions):
    return ((value,) * dimensions[1],) * dimensions[0]


def rot90(grid):
    return tuple(zip(*grid[::-1], strict=True))


def rot180(grid):
    return tuple(row[::-1] for row in grid[::-1])


def rot270(grid):
    return tuple(zip(*grid, strict=True))[::-1]


def mirror(piece, place):
    """A patch with its places moved."""
    if isinstance(first(piece)[1], tuple):
        return frozenset((colour, place(i, j)) for colour, (i, j) in piece)
    return frozenset(place(i, j) for i, j in piece)


def hmirror(piece):
    if isinstance(piece, tuple):
        return piece[::-1]
    total = uppermost(piece) + lowermost(piece)
    return mirror(piece, lambda i, j: (total - i, j))


def vmirror(piece):
    if isinstance(piece, tuple):
        return tuple(row[::-1] for row in piece)
    total = leftmost(piece) + rightmost(piece)
    return mirror(piece, lambda i, j: (i, total - j))


def dmirror(piece):
    if isinstance(piece, tuple):
        return tuple(zip(*piece, strict=True))
    top, left = ulcorner(piece)
    return mirror(piece, lambda i, j: (j - left + top, i - top + left))


def cmirror(piece):
    if isinstance(piece, tuple):
        return tuple(zip(*(row[::-1] for row in piece[::-1]), strict=True))
    return vmirror(dmirror(vmirror(piece)))


def painted(grid, cells, background=None):
    rows = [list(row) for row in grid]
    high, wide = len(rows), len(rows[0])
    for colour, (i, j) in cells:
        if 0 <= i < high and 0 <= j < wide and (background is None or rows[i][j] == background):
            rows[i][j] = colour
    return tuple(map(tuple, rows))


def fill(grid, value, patch):
    return painted(grid, ((value, place) for place in toindices(patch)))


def paint(grid, obj):
    return painted(grid, obj)


def underfill(grid, value, patch):
    return painted(grid, ((value, place) for place in toindices(patch)), mostcolor(grid))


def underpaint(grid, obj):
    return painted(grid, obj, mostcolor(grid))


def cover(grid, patch):
    return fill(grid, mostcolor(grid), patch)


def move(grid, obj, offset):
    return paint(cover(grid, obj), shift(obj, offset))


def replace(grid, replacee, replacer):
    return tuple(tuple(replacer if colour == replacee else colour for colour in row) for row in grid)


def switch(grid, a, b):
    other_of = {a: b, b: a}
    return tuple(tuple(other_of.get(colour, colour) for colour in row) for row in grid)


def hupscale(grid, factor):
    return tuple(tuple(colour for colour in row for _ in range(factor)) for row in grid)


def vupscale(grid, factor):
    return tuple(row for row in grid for _ in range(factor))


def upscale(element, factor):
    if isinstance(element, tuple):
        return vupscale(hupscale(element, factor), factor)
    if not element:
        return element
    top, left = ulcorner(element)
    return frozenset(
        (colour, ((i - top) * factor + top + di, (j - left) * factor + left + dj))
        for colour, (i, j) in element
        for di in range(factor)
        for dj in range(factor)
    )


def downscale(grid, factor):
    return tuple(row[::factor] for row in grid[::factor])


def hconcat(a, b):
    return tuple(map(tuple.__add__, a, b))


def vconcat(a, b):
    return a + b


def crop(grid, start, dims):
    (i, j), (high, wide) = start, dims
    return tuple(row[j : j + wide] for row in grid[i : i + high])


def subgrid(patch, grid):
    return crop(grid, ulcorner(patch), shape(patch))


def hsplit(grid, n):
    wide, left_over = divmod(len(grid[0]), n)
    step = wide + (left_over != 0)
    return tuple(crop(grid, (0, step * k), (len(grid), wide)) for k in range(n))


def vsplit(grid, n):
    high, left_over = divmod(len(grid), n)
    step = high + (left_over != 0)
    return tuple(crop(grid, (step * k, 0), (high, len(grid[0]))) for k in range(n))


def cellwise(a, b, fallback):
    return tuple(
        tuple(x if x == y else fallback for x, y in zip(row, row_b, strict=False))
        for row, row_b in zip(a, b, strict=False)
    )


def index(grid, loc):
    i, j = loc
    return grid[i][j] if 0 <= i < len(grid) and 0 <= j < len(grid[0]) else None


def trim(grid):
    return tuple(row[1:-1] for row in grid[1:-1])


def tophalf(grid):
    return grid[: len(grid) // 2]


def bottomhalf(grid):
    return grid[(len(grid) + 1) // 2 :]


def lefthalf(grid):
    return tuple(row[: len(row) // 2] for row in grid)


def righthalf(grid):
    return tuple(row[(len(row) + 1) // 2 :] for row in grid)


def compress(grid):
    columns = [j for j in range(len(grid[0])) if len({row[j] for row in grid}) > 1]
    return tuple(tuple(row[j] for j in columns) for row in grid if len(set(row)) > 1)
