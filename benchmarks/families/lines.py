"""Lines: extended to the boundary, connecting, horizontal and vertical."""

from __future__ import annotations

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, draw, family, recoloured

extend, connect, upright = family("extend to boundary"), family("connect"), family("horizontal and vertical")


def _ray(canvas: Cells, at: tuple[int, int], step: tuple[int, int], colour: int) -> None:
    """Draw from the next cell on up to the border or to what is in the way."""
    row, column = at[0] + step[0], at[1] + step[1]
    while 0 <= row < canvas.shape[0] and 0 <= column < canvas.shape[1] and not canvas[row, column]:
        canvas[row, column] = colour
        row, column = row + step[0], column + step[1]


@extend
def dots_shoot_down(m: Maker) -> Pair:
    given = m.blank(8, 14)
    columns = m.some(range(0, given.shape[1], 2), m.int(2, 4))
    for column in columns:
        given[m.int(0, given.shape[0] - 3), column] = m.pick(m.others(4))
    wanted = given.copy()
    for row, column in zip(*np.nonzero(given), strict=True):
        _ray(wanted, (row, column), (1, 0), given[row, column])
    return given, wanted


@extend
def segments_both_ways(m: Maker) -> Pair:
    """Segments of three cells go on along their direction."""
    given = m.blank(10, 15)
    placed = []
    for _ in range(2):
        upright = m.coin()
        segment = np.full((3, 1) if upright else (1, 3), m.a, np.int8)
        placed.append((m.put(given, segment), upright))
    if placed[0][1] != placed[1][1]:
        raise CrowdedError
    wanted = given.copy()
    for (row, column), upright in placed:
        line = wanted[:, column] if upright else wanted[row]
        line[line == 0] = m.b
    return given, wanted


@extend
def diagonals_from_dot(m: Maker) -> Pair:
    given = m.blank(8, 14)
    row, column = m.scatter(given, m.a, 1)[0]
    wanted = given.copy()
    for step in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        _ray(wanted, (row, column), step, m.b)
    return given, wanted


@extend
def rays_stop_at_walls(m: Maker) -> Pair:
    given = m.blank(9, 14)
    walls = m.noise(*given.shape, (m.b,), 0.08)
    given[walls != 0] = m.b
    starts = [row for row in range(0, given.shape[0], 2) if not given[row, 0]]
    for row in m.some(starts, min(3, len(starts))):
        given[row, 0] = m.a
    wanted = given.copy()
    for row in np.nonzero(given[:, 0] == m.a)[0]:
        _ray(wanted, (row, 0), (0, 1), m.a)
    return given, wanted


@extend
def cross_of_lines(m: Maker) -> Pair:
    """Dots of one colour draw their row, dots of the other their column, the rows over the columns."""
    given = m.blank(8, 14)
    rows, columns = m.some(range(1, given.shape[0], 2), 2), m.some(range(1, given.shape[1], 2), 2)
    wanted = given.copy()
    given[rows[0], m.int(0, given.shape[1] - 1)] = m.a
    for row, column in zip(rows[1:], columns, strict=False):
        given[row, column] = m.b
        wanted[:, column] = m.b
    wanted[rows[0]] = m.a
    return given, wanted


@extend
def rays_from_box(m: Maker) -> Pair:
    """A dot on the side of a box shoots away from it."""
    given = m.blank(10, 15)
    box = np.pad(m.box(3, 4) * m.a, 1)
    side = m.pick(("up", "down", "left", "right"))
    middle = m.int(1, 2)
    place, step = {
        "up": ((1, middle + 1), (-1, 0)),
        "down": ((box.shape[0] - 2, middle), (1, 0)),
        "left": ((middle, 1), (0, -1)),
        "right": ((middle + 1, box.shape[1] - 2), (0, 1)),
    }[side]
    if (place[0] in (1, box.shape[0] - 2)) and (place[1] in (1, box.shape[1] - 2)):
        raise CrowdedError
    box[place] = m.b
    row, column = m.put(given, box)
    wanted = given.copy()
    _ray(wanted, (row + place[0], column + place[1]), step, m.b)
    return given, wanted


@connect
def equal_dots_in_line(m: Maker) -> Pair:
    """Dots of one row are joined in their colour."""
    given = m.blank(8, 15)
    wanted = given.copy()
    for row in m.some(range(0, given.shape[0], 2), m.int(2, 4)):
        left, right = sorted(m.some(range(given.shape[1]), 2))
        colour = m.pick(m.others(4))
        given[row, [left, right]] = colour
        wanted[row, left : right + 1] = colour
    return given, wanted


@connect
def dots_in_row_and_column(m: Maker) -> Pair:
    """Dots that share a row or a column are joined by another colour."""
    given = m.blank(9, 15)
    row, column = m.int(1, given.shape[0] - 2), m.int(1, given.shape[1] - 2)
    above, right = m.int(0, row - 1), m.int(column + 1, given.shape[1] - 1)
    lone = (m.int(0, given.shape[0] - 1), m.int(0, given.shape[1] - 1))
    if lone[0] in (row, above) or lone[1] in (column, right) or row - above < 2 or right - column < 2:
        raise CrowdedError
    wanted = given.copy()
    wanted[above:row, column] = m.b
    wanted[row, column:right] = m.b
    for at in ((row, column), (above, column), (row, right), lone):
        given[at] = wanted[at] = m.a
    return given, wanted


@connect
def boxes_by_corridor(m: Maker) -> Pair:
    """Boxes that face each other are joined over their whole width."""
    given = m.blank(12, 16)
    height, column = m.int(2, 4), m.int(0, 3)
    row, width = m.int(1, given.shape[0] - height - 1), m.int(2, 3)
    end = m.int(column + width + 3, given.shape[1] - 3)
    draw(given, np.full((height, width), m.a, np.int8), (row, column))
    draw(given, np.full((height, 3), m.a, np.int8), (row, end))
    wanted = given.copy()
    wanted[row : row + height, column + width : end] = m.b
    return given, wanted


@connect
def elbow(m: Maker) -> Pair:
    """From the one dot along its row, then along the column to the other."""
    given = m.blank(8, 14)
    (row, column), (end_row, end_column) = m.scatter(given, m.a, 1)[0], m.scatter(given, m.b, 1)[0]
    if abs(row - end_row) < 2 or abs(column - end_column) < 2:
        raise CrowdedError
    wanted = given.copy()
    wanted[row, min(column, end_column) : max(column, end_column) + 1] = m.c
    wanted[min(row, end_row) : max(row, end_row) + 1, end_column] = m.c
    wanted[row, column], wanted[end_row, end_column] = m.a, m.b
    return given, wanted


@connect
def dots_to_their_box(m: Maker) -> Pair:
    """Each dot that faces the box is joined with it."""
    given = m.blank(10, 15)
    height, width = m.int(2, 4), m.int(2, 4)
    row, column = m.int(3, given.shape[0] - height - 3), m.int(3, given.shape[1] - width - 3)
    draw(given, np.full((height, width), m.a, np.int8), (row, column))
    wanted = given.copy()
    above = m.int(column, column + width - 1)
    left = m.int(row, row + height - 1)
    wanted[0:row, above] = m.b
    wanted[left, 0:column] = m.b
    given[0, above] = given[left, 0] = m.b
    away = m.pick([corner for corner in ((0, 0), (-1, -1), (-1, 0)) if not given[corner]])
    given[away] = wanted[away] = m.b
    return given, wanted


def _sticks(m: Maker, canvas: Cells, colours: tuple[int, ...]) -> list[tuple[Cells, tuple[int, int], bool]]:
    """Sticks, at least one upright and one that lies."""
    sticks = []
    for upright in (True, False, m.coin(), m.coin()):
        length = m.int(3, 5)
        stick = np.full((length, 1) if upright else (1, length), m.pick(colours), np.int8)
        sticks.append((stick, m.put(canvas, stick), upright))
    return sticks


@upright
def colour_by_direction(m: Maker) -> Pair:
    given = m.blank(10, 15)
    wanted = given.copy()
    for stick, at, is_upright in _sticks(m, given, (m.a,)):
        draw(wanted, recoloured(stick, {m.a: m.b if is_upright else m.c}), at)
    return given, wanted


@upright
def remove_one_direction(m: Maker) -> Pair:
    given = m.blank(10, 15)
    wanted = given.copy()
    for stick, at, is_upright in _sticks(m, given, tuple(m.others(3))):
        if is_upright:
            draw(wanted, stick, at)
    return given, wanted


@upright
def wide_and_tall_boxes(m: Maker) -> Pair:
    """Boxes wider than tall take one colour, others another."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for wide in (True, False, m.coin()):
        short, long = m.int(2, 3), m.int(4, 5)
        mask = np.ones((short, long) if wide else (long, short), np.int8)
        draw(wanted, mask * (m.b if wide else m.c), m.put(given, mask * m.a))
    return given, wanted


@upright
def lines_from_border_dots(m: Maker) -> Pair:
    """Dots on the left border draw rows, those on the upper one columns, rows on top."""
    given = m.blank(9, 14)
    row, column = m.int(1, given.shape[0] - 1), m.int(1, given.shape[1] - 1)
    given[row, 0], given[0, column] = m.others(2)
    wanted = given.copy()
    wanted[:, column] = given[0, column]
    wanted[row] = given[row, 0]
    return given, wanted


@upright
def colour_of_the_longest_line(m: Maker) -> Pair:
    given = m.blank(11, 15)
    lengths = m.some(range(3, 9), 3)
    colours = m.others(3)
    for length, colour in zip(lengths, colours, strict=True):
        m.put(given, np.full((length, 1) if m.coin() else (1, length), colour, np.int8))
    return given, np.full((1, 1), colours[lengths.index(max(lengths))], np.int8)
