"""What moves: to the boundary, under gravity, into order."""

from __future__ import annotations

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, draw, family, recoloured

boundary, gravity, order = family("move to boundary"), family("gravity"), family("order")


def _fallen(cells: Cells, stays: int = -1) -> Cells:
    """Each cell falls by itself, down to the next that lies or stays."""
    wanted = np.zeros_like(cells)
    for column in range(cells.shape[1]):
        floor = cells.shape[0] - 1
        for row in range(floor, -1, -1):
            colour = cells[row, column]
            if colour == stays:
                wanted[row, column] = colour
                floor = row - 1
            elif colour:
                wanted[floor, column] = colour
                floor -= 1
    return wanted


@boundary
def one_object_down(m: Maker) -> Pair:
    given = m.blank(7, 13)
    blob = m.blob(m.int(3, 6)) * m.pick(m.others(3))
    _, column = m.put(given, blob)
    wanted = np.zeros_like(given)
    draw(wanted, blob, (given.shape[0] - blob.shape[0], column))
    return given, wanted


@boundary
def objects_down(m: Maker) -> Pair:
    """Whole objects, none over another."""
    given = m.blank(10, 15)
    wanted = np.zeros_like(given)
    for _ in range(3):
        blob = m.blob(m.int(3, 5)) * m.pick(m.others(4))
        _, column = m.put(given, blob)
        at = (given.shape[0] - blob.shape[0], column)
        columns = slice(max(column - 1, 0), column + blob.shape[1] + 1)
        if wanted[:, columns].any():
            raise CrowdedError
        draw(wanted, blob, at)
    return given, wanted


@boundary
def to_the_line(m: Maker) -> Pair:
    """Dots move to the line, and stay beside it."""
    given = m.blank(9, 14)
    row = m.int(3, given.shape[0] - 4)
    given[row] = m.a
    wanted = given.copy()
    for column in m.some(range(given.shape[1]), m.int(3, 5)):
        if m.coin():
            given[m.int(0, row - 1), column] = m.b
            wanted[row - 1, column] = m.b
        else:
            given[m.int(row + 1, given.shape[0] - 1), column] = m.b
            wanted[row + 1, column] = m.b
    return given, wanted


@boundary
def to_the_other_object(m: Maker) -> Pair:
    """The one object moves until it touches the other."""
    given = m.blank(10, 15)
    target, blob = m.box(2, 3) * m.a, m.box(2, 2) * m.b
    row, column = m.put(given, target)
    if m.coin():
        blob_column = m.int(column - 1, column + target.shape[1] - 1)
        start = m.int(0, given.shape[0] - 2)
        end = row - 2 if start < row else row + target.shape[0]
        place, goal = (start, blob_column), (end, blob_column)
    else:
        blob_row = m.int(row - 1, row + target.shape[0] - 1)
        start = m.int(0, given.shape[1] - 2)
        end = column - 2 if start < column else column + target.shape[1]
        place, goal = (blob_row, start), (blob_row, end)
    if place == goal or min(*place, *goal) < 0:
        raise CrowdedError
    around = given[max(place[0] - 1, 0) : place[0] + 3, max(place[1] - 1, 0) : place[1] + 3]
    if around.any():
        raise CrowdedError
    wanted = given.copy()
    draw(given, blob, place)
    draw(wanted, blob, goal)
    return given, wanted


@boundary
def direction_by_colour(m: Maker) -> Pair:
    """Dots of one colour go left, those of the other right."""
    given = m.blank(8, 13)
    wanted = given.copy()
    for row in m.some(range(given.shape[0]), m.int(4, 6)):
        column, left = m.int(1, given.shape[1] - 2), m.coin()
        given[row, column] = m.a if left else m.b
        wanted[row, 0 if left else -1] = given[row, column]
    return given, wanted


@boundary
def shift_by_one(m: Maker) -> Pair:
    given = m.blank(6, 12)
    for _ in range(m.int(1, 3)):
        blob = m.blob(m.int(3, 6)) * m.a
        m.put(given, blob, 1, (slice(0, given.shape[0] - 1), slice(0, given.shape[1])))
    wanted = recoloured(np.roll(given, 1, 0), {m.a: m.b})
    return given, wanted


@gravity
def cells_fall(m: Maker) -> Pair:
    given = m.noise(m.int(5, 11), m.int(5, 11), m.others(3), 0.3)
    return given, _fallen(given)


@gravity
def cells_fall_on_obstacles(m: Maker) -> Pair:
    given = m.noise(m.int(7, 11), m.int(7, 11), (m.a, m.b), 0.3)
    return given, _fallen(given, stays=m.b)


@gravity
def one_colour_falls(m: Maker) -> Pair:
    """Cells of one colour fall to the ground; boxes hang in the air and stay."""
    given = m.blank(9, 13)
    for _ in range(2):
        m.put(given, m.box(2, 3) * m.b)
    m.scatter(given, m.a, m.int(5, 8))
    return given, _fallen(given, stays=m.b)


@gravity
def bars_grow_from_below(m: Maker) -> Pair:
    """Columns fall and take another colour."""
    given = m.noise(m.int(5, 10), m.int(5, 10), (m.a,), 0.4)
    return given, recoloured(_fallen(given), {m.a: m.b})


@gravity
def objects_fall_on_each_other(m: Maker) -> Pair:
    given = m.blank(9, 13)
    wanted = np.zeros_like(given)
    placed = [(blob, m.put(given, blob)) for blob in (m.box(1, 3) * m.pick(m.others(4)) for _ in range(4))]
    for blob, (row, column) in sorted(placed, key=lambda one: -one[1][0] - one[0].shape[0]):
        columns = slice(column, column + blob.shape[1])
        while row + blob.shape[0] < given.shape[0] and not wanted[row + blob.shape[0], columns].any():
            row += 1
        draw(wanted, blob, (row, column))
    return given, wanted


def _bars(heights: list[int], colours: list[int], height: int, gap: int = 1) -> Cells:
    """Bars that stand on the ground, side by side."""
    canvas = np.zeros((height, len(heights) * (1 + gap) - gap), np.int8)
    for number, (tall, colour) in enumerate(zip(heights, colours, strict=True)):
        canvas[height - tall :, number * (1 + gap)] = colour
    return canvas


@order
def sort_bars(m: Maker) -> Pair:
    count, height = m.int(4, 6), m.int(8, 11)
    heights = m.some(range(1, height), count)
    colours = [m.pick(m.others(4)) for _ in heights]
    bars = sorted(zip(heights, colours, strict=True))
    return _bars(heights, colours, height), _bars([h for h, _ in bars], [c for _, c in bars], height)


@order
def colour_bars_by_rank(m: Maker) -> Pair:
    height = m.int(8, 11)
    heights = m.some(range(1, height), 3)
    ranks = dict(zip(sorted(heights), (m.b, m.c, m.d), strict=True))
    return _bars(heights, [m.a] * 3, height, 2), _bars(heights, [ranks[h] for h in heights], height, 2)


@order
def tallest_and_shortest(m: Maker) -> Pair:
    count, height = m.int(4, 5), m.int(8, 11)
    heights = m.some(range(1, height), count)
    ends = {max(heights): m.b, min(heights): m.c}
    return _bars(heights, [m.a] * count, height), _bars(heights, [ends.get(h, m.a) for h in heights], height)


@order
def colours_by_size(m: Maker) -> Pair:
    """The colours of the objects, from the largest to the smallest."""
    given = m.blank(11, 15)
    colours, sizes = m.others(4), sorted(m.some(range(2, 10), 4), reverse=True)
    for colour, size in zip(colours, sizes, strict=True):
        m.put(given, m.blob(size, 4, 4) * colour)
    return given, np.array([colours], np.int8)


@order
def rows_in_reverse(m: Maker) -> Pair:
    """Whole stripes, from the last to the first."""
    stripes = [m.pick(m.others(5)) for _ in range(m.int(4, 8))]
    given = np.repeat(np.array(stripes, np.int8)[:, None], m.int(4, 8), 1)
    return given, given[::-1].copy()


@order
def objects_by_position(m: Maker) -> Pair:
    """The colours of the objects, from left to right."""
    given = m.blank(9, 15)
    colours, count = m.others(4), 4
    columns = sorted(m.some(range(0, given.shape[1] - 1, 2), count))
    for colour, column in zip(colours, columns, strict=True):
        draw(given, np.full((2, 2), colour, np.int8), (m.int(0, given.shape[0] - 2), column))
    return given, np.array([colours], np.int8)
