"""Grids of panes between separators, and halves laid over each other."""

from __future__ import annotations

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, family, laid_out

panes = family("panes")


def _halves(m: Maker) -> tuple[Cells, Cells, Cells]:
    """Two halves, and both with a line between them."""
    height, width = m.int(3, 6), m.int(3, 6)
    one, other = m.noise(height, width, (m.a,), 0.5), m.noise(height, width, (m.b,), 0.5)
    return one, other, np.hstack([one, np.full((height, 1), m.c, np.int8), other])


@panes
def both(m: Maker) -> Pair:
    one, other, given = _halves(m)
    return given, np.where((one != 0) & (other != 0), m.d, 0).astype(np.int8)


@panes
def either(m: Maker) -> Pair:
    one, other, given = _halves(m)
    return given, np.where((one != 0) ^ (other != 0), m.d, 0).astype(np.int8)


@panes
def one_over_the_other(m: Maker) -> Pair:
    one, other, given = _halves(m)
    return given, np.where(one != 0, one, other)


@panes
def pane_with_most_cells(m: Maker) -> Pair:
    count, side = m.int(2, 3), 3
    dots = m.some(range(1, 9), count * 2)
    cells = []
    for number in dots:
        pane = np.zeros((side, side), np.int8)
        m.scatter(pane, m.b, number)
        cells.append(pane)
    return laid_out([cells[:count], cells[count:]], m.a), cells[dots.index(max(dots))]


@panes
def pane_to_cell(m: Maker) -> Pair:
    """Each pane becomes a cell of its colour."""
    rows, columns = m.int(2, 3), m.int(2, 3)
    wanted = m.noise(rows, columns, m.others(4), 0.7)
    cells = [[np.full((2, 3), wanted[row, column], np.int8) for column in range(columns)] for row in range(rows)]
    return laid_out(cells, m.a), wanted


@panes
def panes_like_the_full_one(m: Maker) -> Pair:
    """The only pane with a pattern is repeated in all that have a dot in the middle."""
    pattern = m.noise(3, 3, (m.b,), 0.5)
    dot = np.zeros((3, 3), np.int8)
    dot[1, 1] = m.b
    pattern[1, 1] = m.b
    if np.count_nonzero(pattern) < 3:
        raise CrowdedError
    kinds = [0, 1, 1, *(m.int(1, 2) for _ in range(6))]
    given = [(pattern, dot, dot * 0)[kind] for kind in kinds]
    wanted = [(pattern, pattern, dot * 0)[kind] for kind in kinds]
    places = m.some(range(9), 9)
    layout = [[places[3 * row + column] for column in range(3)] for row in range(3)]
    return (
        laid_out([[given[place] for place in row] for row in layout], m.a),
        laid_out([[wanted[place] for place in row] for row in layout], m.a),
    )


@panes
def fill_panes_with_their_dot(m: Maker) -> Pair:
    given, wanted = [], []
    for _ in range(3):
        given_row, wanted_row = [], []
        for _ in range(3):
            pane, colour = np.zeros((3, 3), np.int8), m.pick((0, *m.others(2)))
            pane[m.int(0, 2), m.int(0, 2)] = colour
            given_row.append(pane)
            wanted_row.append(np.full((3, 3), colour, np.int8))
        given.append(given_row)
        wanted.append(wanted_row)
    return laid_out(given, m.a), laid_out(wanted, m.a)
