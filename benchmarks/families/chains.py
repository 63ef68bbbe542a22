"""Chains of things that lead from one to the next, lines that change on their way, tasks within boxes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from families.making import (
    STEPS,
    Cells,
    CrowdedError,
    Maker,
    Pair,
    Place,
    after,
    draw,
    family,
    frame,
    inside,
    laid_out,
    recoloured,
)

chains, contact, nested = family("chains"), family("contact"), family("nested")


def _between(one: Place, other: Place) -> list[Place]:
    """The places of the straight line from one to the other, both included."""
    rows = range(min(one[0], other[0]), max(one[0], other[0]) + 1)
    columns = range(min(one[1], other[1]), max(one[1], other[1]) + 1)
    return [(row, column) for row in rows for column in columns]


@chains
def dots_joined_in_turn(m: Maker) -> Pair:
    """Each dot lies in line with the next one; the dots are joined one after the other."""
    given = m.blank(11, 15)
    at = (m.int(0, 3), m.int(0, 3))
    wanted = given.copy()
    places = [at]
    for number in range(m.int(2, 4)):
        step = m.int(3, 5)
        at = (at[0], at[1] + step) if number % 2 == 0 else (at[0] + step, at[1])
        if not inside(given, at):
            raise CrowdedError
        places.append(at)
    for one, other in pairwise(places):
        for place in _between(one, other):
            wanted[place] = m.b
    for place in places:
        given[place] = wanted[place] = m.a
    return given, wanted


@chains
def line_by_way_of_the_third(m: Maker) -> Pair:
    """From the first dot down to the row of the second, along it, and through to the border beyond."""
    given = m.blank(9, 14)
    first = m.int(0, 2), m.int(0, 3)
    second = m.int(first[0] + 3, given.shape[0] - 1), m.int(first[1] + 3, given.shape[1] - 2)
    wanted = given.copy()
    wanted[first[0] : second[0] + 1, first[1]] = m.c
    wanted[second[0], first[1] :] = m.c
    for cells in (given, wanted):
        cells[first], cells[second] = m.a, m.b
    return given, wanted


@chains
def each_takes_the_next_colour(m: Maker) -> Pair:
    """Boxes in a row: each takes the colour of the one to its right, the last that of the first."""
    count = m.int(3, 5)
    given = np.zeros((m.int(4, 7), 3 * count + 1), np.int8)
    row = m.int(1, given.shape[0] - 3)
    colours = m.some(m.palette, count)
    wanted = given.copy()
    for number in range(count):
        place = np.s_[row : row + 2, 3 * number + 1 : 3 * number + 3]
        given[place], wanted[place] = colours[number], colours[(number + 1) % count]
    return given, wanted


@chains
def recoloured_along_contact(m: Maker) -> Pair:
    """What touches the coloured dot by a chain of cells takes its colour; separate pieces stay."""
    given = m.noise(m.int(8, 12), m.int(8, 12), (m.a,), 0.45)
    colour = m.pick(m.others(3))
    start = m.pick(list(zip(*np.nonzero(given), strict=True)))
    wanted = given.copy()
    reached, rest = set(), [start]
    while rest:
        at = rest.pop()
        if at in reached or not inside(given, at) or not given[at]:
            continue
        reached.add(at)
        rest += [after(at, step) for step in STEPS]
    if not 5 <= len(reached) <= np.count_nonzero(given) - 6:
        raise CrowdedError
    for place in reached:
        wanted[place] = colour
    given[start] = colour
    return given, wanted


@chains
def elbow_to_the_box_of_its_colour(m: Maker) -> Pair:
    """A dot of each colour goes up to the row of the box of its colour, and along the row to it."""
    given = m.blank(12, 15)
    colours = m.others(2)
    rows = (m.int(0, 2), m.int(5, 6))
    columns = sorted(m.some(range(0, 6), 2), reverse=True)
    wanted = given.copy()
    for row, column, colour in zip(rows, columns[::-1], colours, strict=True):
        box = np.full((2, 2), colour, np.int8)
        left = m.int(9, given.shape[1] - 2)
        draw(given, box, (row, left))
        given[-1, column] = colour
        wanted[row:, column] = colour
        wanted[row, column:left] = colour
        draw(wanted, box, (row, left))
    if columns[0] - columns[1] < 2:
        raise CrowdedError
    return given, np.where(given, given, wanted).astype(np.int8)


@contact
def line_changes_colour_behind_the_wall(m: Maker) -> Pair:
    """Lines from dots on the left go through the wall, and have its colour behind it."""
    given = m.blank(8, 14)
    wall = m.int(4, given.shape[1] - 4)
    given[:, wall] = m.b
    wanted = given.copy()
    for row in m.some(range(given.shape[0]), m.int(2, 4)):
        given[row, 0] = colour = m.pick(m.others(3))
        wanted[row, :wall] = colour
        wanted[row, wall:] = m.b
        wanted[row, wall] = colour
    return given, wanted


@contact
def lines_stop_before_and_mark_the_obstacle(m: Maker) -> Pair:
    """Dots at the bottom shoot up to an obstacle, of which the cell that is hit takes a third colour."""
    given = m.blank(9, 14)
    wanted = given.copy()
    for column in m.some(range(0, given.shape[1], 2), m.int(3, 4)):
        given[-1, column] = m.a
        stop = -1
        if m.int(0, 2):
            stop = m.int(1, given.shape[0] - 4)
            left = max(column - m.int(0, 1), 0)
            given[stop, left : column + 1] = m.b
            wanted[stop, left : column + 1] = m.b
            wanted[stop, column] = m.c
        wanted[stop + 1 :, column] = m.a
    return given, np.where(wanted, wanted, given).astype(np.int8)


@contact
def ray_around_the_block(m: Maker) -> Pair:
    """A line from the left goes around each block above it and comes back to its row."""
    given = m.blank(11, 15)
    row = m.int(4, given.shape[0] - 4)
    given[row, 0] = m.a
    column = 2
    tops: dict[int, int] = {}
    while column + 4 < given.shape[1]:
        width, above = m.int(1, 2), m.int(0, 2)
        given[row - above : row + m.int(1, 2), column : column + width] = m.b
        tops.update(dict.fromkeys(range(column - 1, column + width + 1), above + 1))
        column += width + m.int(3, 4)
    wanted = given.copy()
    for place in range(given.shape[1]):
        height = tops.get(place, 0)
        wanted[row - height, place] = m.a
        before = tops.get(place - 1, 0)
        if place in tops and (before != height or tops.get(place + 1, 0) != height):
            wanted[row - height : row + 1, place] = m.a
    return given, wanted


@contact
def dots_pushed_to_the_box(m: Maker) -> Pair:
    """Dots in line with the box move to it and stick to it; dots that are not stay."""
    given = m.blank(12, 15)
    side = m.int(2, 4)
    top, left = m.int(4, given.shape[0] - side - 4), m.int(4, given.shape[1] - side - 4)
    given[top : top + side, left : left + side] = m.a
    wanted = given.copy()
    rows, columns = m.some(range(top, top + side), 2), m.some(range(left, left + side), 2)
    given[rows[0], m.int(0, left - 2)] = wanted[rows[0], left - 1] = m.b
    given[rows[1], m.int(left + side + 1, given.shape[1] - 1)] = wanted[rows[1], left + side] = m.b
    given[m.int(0, top - 2), columns[0]] = wanted[top - 1, columns[0]] = m.b
    given[0, 0] = wanted[0, 0] = m.b
    return given, wanted


@contact
def grows_until_it_meets_another(m: Maker) -> Pair:
    """Each box grows to the right and to the left, in another colour, until it meets a box or the border."""
    given = m.blank(10, 14)
    wanted = given.copy()
    for top in range(0, given.shape[0] - 1, 3):
        columns = m.some(range(0, given.shape[1] - 2, 4), m.int(0, 2))
        for column in columns:
            given[top : top + 2, column : column + 2] = m.a
        if columns:
            wanted[top : top + 2] = m.b
    return given, np.where(given, given, wanted).astype(np.int8)


@contact
def diagonal_stops_at_the_box(m: Maker) -> Pair:
    """Dots shoot diagonally down to the right until they meet a box, which takes their colour."""
    given = m.blank(11, 15)
    wanted = given.copy()
    hit = m.int(1, 2)
    for number in range(2):
        colour = m.pick(m.others(4))
        length = m.int(3, 5)
        patch = np.zeros((length + 2, length + 2), np.int8)
        done = patch.copy()
        patch[0, 0] = colour
        for step in range(length):
            done[step, step] = colour
        if number < hit:
            patch[length:, length:] = m.a
            done[length:, length:] = colour
            at = m.put(given, np.where(patch + done, 1, 0).astype(np.int8), 1)
            given[at[0] : at[0] + length + 2, at[1] : at[1] + length + 2] = patch
            draw(wanted, done, at)
        else:
            box = np.full((2, 2), m.a, np.int8)
            draw(wanted, box, m.put(given, box, 2))
    if hit == 1 and np.count_nonzero(given == m.a) < 8:
        raise CrowdedError
    return given, wanted


def _pane(m: Maker, side: int, colours: list[int]) -> Cells:
    return m.noise(side, side, colours, 0.35)


@nested
def smaller_task_in_each_box(m: Maker) -> Pair:
    """In each framed box the one dot draws its row and its column; outside nothing is drawn."""
    given = m.blank(13, 18)
    wanted = given.copy()
    for colour in m.others(2):
        box = frame(m.int(5, 7), m.int(5, 7)) * m.a
        done = box.copy()
        row, column = m.int(1, box.shape[0] - 2), m.int(1, box.shape[1] - 2)
        done[row, 1:-1] = done[1:-1, column] = colour
        box[row, column] = colour
        draw(wanted, done, m.put(given, box))
    draw(wanted, np.full((1, 1), m.b, np.int8), m.put(given, np.full((1, 1), m.b, np.int8)))
    return given, wanted


@nested
def falls_within_its_box(m: Maker) -> Pair:
    """In each framed box the dots fall to its floor."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for _ in range(2):
        box = frame(m.int(5, 7), m.int(5, 7)) * m.a
        done = box.copy()
        for column in m.some(range(1, box.shape[1] - 1), 2):
            box[m.int(1, box.shape[0] - 3), column] = done[-2, column] = m.b
        draw(wanted, done, m.put(given, box))
    return given, wanted


@nested
def mirrored_within_each_pane(m: Maker) -> Pair:
    """Between the lines: each pane is mirrored sideways in its place."""
    side = m.int(3, 4)
    rows, columns = m.int(1, 3), m.int(2, 3)
    panes = [[_pane(m, side, [m.b, m.c]) for _ in range(columns)] for _ in range(rows)]
    return laid_out(panes, m.a), laid_out([[pane[:, ::-1] for pane in row] for row in panes], m.a)


@nested
def marked_panes_are_inverted(m: Maker) -> Pair:
    """Panes with a cell of the mark's colour have coloured and black exchanged, the others stay."""
    side = 4
    given, done = [], []
    for kind in m.some([0, 0, 1, 1, m.int(0, 1), 0], 6):
        pane = _pane(m, side, [m.b])
        if kind:
            pane[0, 0] = m.c
        given.append(pane)
        changed = recoloured(pane, {0: m.b, m.b: 0})
        done.append(changed if kind else pane)
    return laid_out([given[:3], given[3:]], m.a), laid_out([done[:3], done[3:]], m.a)


@nested
def rings_by_turns(m: Maker) -> Pair:
    """A hollow square is filled with rings inwards, its own colour and a second by turns."""
    given = m.blank(11, 17)
    wanted = given.copy()
    for _ in range(m.int(1, 2)):
        side = m.pick((5, 6, 7, 8))
        rows, columns = np.indices((side, side))
        depth = np.minimum(np.minimum(rows, columns), np.minimum(side - 1 - rows, side - 1 - columns))
        done = np.where(depth % 2 == 0, m.a, m.b).astype(np.int8)
        draw(wanted, done, m.put(given, frame(side, side) * m.a))
    return given, wanted


@nested
def colours_of_nested_boxes(m: Maker) -> Pair:
    """A square in a square in a square, anywhere and of any thickness: the colours as a column, from outside."""
    given = m.blank(11, 16)
    colours = m.some(m.palette, m.int(3, 4))
    core = np.full((m.int(1, 2), m.int(1, 3)), colours[-1], np.int8)
    for colour in colours[-2::-1]:
        core = np.pad(core, ((m.int(1, 2), 1), (1, m.int(1, 2))), constant_values=colour)
    m.put(given, core)
    return given, np.array([[colour] for colour in colours], np.int8)
