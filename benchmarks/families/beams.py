"""Beams that are thrown back, led around, tinted or spilled, and lines that grow in steps."""

from __future__ import annotations

import numpy as np

from families.making import STEPS, CrowdedError, Maker, Pair, after, draw, family, frame, inside

beams, joins = family("beams"), family("joins")


@beams
def bounce_between_walls(m: Maker) -> Pair:
    """A diagonal from a dot goes to and fro between two walls until the border."""
    given = np.zeros((m.int(6, 9), m.int(12, 18)), np.int8)
    top, bottom = m.int(0, 1), given.shape[0] - m.int(1, 2)
    given[top], given[bottom] = m.b, m.b
    row, step = m.int(top + 1, bottom - 1), m.pick((1, -1))
    given[row, 0] = m.a
    step = 1 if row == top + 1 else -1 if row == bottom - 1 else step
    step = m.once("step", (1, -1)) if top + 1 < row < bottom - 1 else step
    wanted = given.copy()
    for column in range(1, given.shape[1]):
        if given[row + step, column]:
            step = -step
        row += step
        wanted[row, column] = m.a
    return given, wanted


@beams
def detour_around_obstacle(m: Maker) -> Pair:
    """Lines rise from the lower border; before an obstacle each goes aside by one and rises further."""
    given = m.blank(10, 16)
    wanted = given.copy()
    for column in m.some(range(1, given.shape[1] - 2, 4), 2):
        given[-1, column] = m.a
        block = m.int(2, given.shape[0] - 4)
        given[block, column] = m.b
        wanted[block, column] = m.b
        wanted[block + 1 :, column] = m.a
        wanted[: block + 2, column + 1] = m.a
    return given, wanted


@beams
def mirrors_of_two_kinds(m: Maker) -> Pair:
    """A line goes on from mirror to mirror: one colour turns it to the right, the other to the left."""
    given = m.blank(11, 16)
    at, way = (m.int(2, given.shape[0] - 3), 0), 0
    given[at] = m.a
    wanted = given.copy()
    for number in range(4):
        steps = m.int(3, 7) if number < 3 else 99
        for _ in range(steps):
            ahead = after(at, STEPS[way])
            if not inside(given, ahead):
                if number < 3:
                    raise CrowdedError
                return given, wanted
            if wanted[ahead]:
                raise CrowdedError
            at = ahead
            wanted[at] = m.a
        mirror = after(at, STEPS[way])
        if not inside(given, mirror) or wanted[mirror]:
            raise CrowdedError
        turn = m.pick((1, -1))
        given[mirror] = wanted[mirror] = m.b if turn == 1 else m.c
        way = (way + turn) % 4
    raise CrowdedError


@beams
def takes_the_colour_of_bars(m: Maker) -> Pair:
    """Lines from the left take the colour of every bar that they pass."""
    given = np.zeros((m.int(7, 13), m.int(12, 18)), np.int8)
    for column, colour in zip(sorted(m.some(range(3, given.shape[1] - 2, 3), 2)), m.others(2), strict=True):
        given[:, column] = colour
    wanted = given.copy()
    for row in m.some(range(1, given.shape[0], 2), m.int(2, 3)):
        given[row, 0] = colour = m.a
        for column in range(given.shape[1]):
            colour = given[row, column] or colour
            wanted[row, column] = colour
    return given, wanted


@beams
def boxes_shoot_where_marked(m: Maker) -> Pair:
    """Boxes of several colours shoot in the colour of the mark on their side, up to what is in the way."""
    given = m.blank(13, 18)
    shots = []
    for _ in range(3):
        height, width = m.int(3, 4), m.int(3, 4)
        box = np.full((height, width), m.pick(m.others(3)), np.int8)
        way = m.int(0, 3)
        place = ((1, width - 1), (height - 1, 1), (1, 0), (0, 1))[way]
        box[place] = m.b
        row, column = m.put(given, box, 1)
        shots.append(((row + place[0], column + place[1]), way))
    wanted = given.copy()
    for start, way in shots:
        at = after(start, STEPS[way])
        while inside(given, at) and not given[at]:
            wanted[at], at = m.b, after(at, STEPS[way])
    return given, wanted


@beams
def spiral_from_dot(m: Maker) -> Pair:
    """A spiral winds outwards from the dot, two cells wider every other turn, until it leaves the grid."""
    given = m.blank(9, 15)
    at = m.int(3, given.shape[0] - 4), m.int(3, given.shape[1] - 4)
    given[at] = m.a
    wanted = given.copy()
    for number in range(40):
        for _ in range(2 * (number // 2 + 1)):
            at = after(at, STEPS[number % 4])
            if not inside(given, at):
                return given, wanted
            wanted[at] = m.a
    return given, wanted


@beams
def hit_boxes_take_the_colour(m: Maker) -> Pair:
    """Dots on the left border shoot; boxes that are hit take their colour, others stay."""
    given = m.blank(11, 16)
    boxes = []
    for _ in range(3):
        mask = m.box(2, 3)
        boxes.append((m.put(given, mask * m.a, 1, (slice(0, given.shape[0]), slice(3, given.shape[1]))), mask))
    wanted = given.copy()
    for (top, left), mask in m.some(boxes, 2):
        row = m.int(top, top + mask.shape[0] - 1)
        if given[row, :left].any() or given[:, 0][max(row - 1, 0) : row + 2].any():
            raise CrowdedError
        given[row, 0] = colour = m.pick(m.others(4))
        wanted[row, :left] = colour
        draw(wanted, mask * colour, (top, left))
    return given, wanted


@beams
def dashed_lines(m: Maker) -> Pair:
    """Dots on one border shoot dashed lines, each in its colour."""
    given = m.blank(9, 15)
    wanted = given.copy()
    for row in m.some(range(0, given.shape[0], 2), m.int(2, 3)):
        given[row, 0] = m.pick(m.others(4))
        wanted[row, ::2] = given[row, 0]
    return given, wanted


@beams
def diagonals_in_two_colours(m: Maker) -> Pair:
    """Two cells that touch at corners go on as a diagonal both ways, the colours in turn."""
    given = m.blank(9, 15)
    row, column = m.int(2, given.shape[0] - 4), m.int(2, given.shape[1] - 4)
    one, other = m.others(2)
    given[row, column], given[row + 1, column + 1] = one, other
    wanted = given.copy()
    for step in range(-16, 17):
        at = row + step, column + step
        if inside(given, at):
            wanted[at] = one if step % 2 == 0 else other
    return given, wanted


@beams
def to_the_nearest_border(m: Maker) -> Pair:
    """Every dot draws a line to the border nearest to it."""
    given = m.blank(10, 16)
    places = m.scatter(given, m.a, 3, 2)
    wanted = given.copy()
    for row, column in places:
        far = (given.shape[1] - 1 - column, given.shape[0] - 1 - row, column, row)
        if sorted(far)[0] == sorted(far)[1] or not min(far):
            raise CrowdedError
        at = (row, column)
        for _ in range(min(far)):
            at = after(at, STEPS[far.index(min(far))])
            if wanted[at]:
                raise CrowdedError
            wanted[at] = m.b
    return given, wanted


@beams
def water_spills_over_shelves(m: Maker) -> Pair:
    """Water runs down, along a shelf to both of its ends, and down again."""
    given = np.zeros((m.int(11, 16), m.int(11, 16)), np.int8)
    left, length = m.int(1, 3), m.int(4, 6)
    row = m.int(3, 4)
    given[row, left : left + length] = m.b
    second = row + m.int(3, 4)
    start = m.pick((left - 1, left + length))
    begin = start - m.int(1, 3)
    if begin < 1 or begin + 4 >= given.shape[1]:
        raise CrowdedError
    given[second, begin : begin + 4] = m.b
    given[0, m.int(left + 1, left + length - 2)] = m.a
    wanted = given.copy()
    front = list(zip(*np.nonzero(given == m.a), strict=True))
    while front:
        at = front.pop()
        below = after(at, (1, 0))
        if not inside(given, below) or wanted[below] == m.a:
            continue
        if not given[below]:
            wanted[below] = m.a
            front.append(below)
            continue
        for side in (-1, 1):
            place = after(at, (0, side))
            if inside(given, place) and not wanted[place]:
                wanted[place] = m.a
                front.append(place)
    return given, wanted


@beams
def through_the_gap(m: Maker) -> Pair:
    """A box with a gap is filled, and what fills it leaks out through the gap to the border."""
    given = m.blank(10, 15)
    height, width = m.int(4, 6), m.int(4, 6)
    box = frame(height, width) * m.a
    way, across = m.int(0, 3), m.int(1, 2)
    gap = ((across, width - 1), (height - 1, across), (across, 0), (0, across))[way]
    box[gap] = 0
    row, column = m.put(given, box)
    wanted = given.copy()
    wanted[row + 1 : row + height - 1, column + 1 : column + width - 1] = m.b
    at = row + gap[0], column + gap[1]
    while inside(given, at):
        wanted[at], at = m.b, after(at, STEPS[way])
    return given, wanted


@beams
def tinted_where_crossed(m: Maker) -> Pair:
    """Marks at the border draw lines through everything; objects take a third colour where they are crossed."""
    given = m.blank(10, 15)
    for _ in range(3):
        m.put(given, m.blob(m.int(5, 8)) * m.a, 1, (slice(1, given.shape[0]), slice(1, given.shape[1])))
    rows, columns = m.some(range(1, given.shape[0], 2), 1), m.some(range(1, given.shape[1], 2), 1)
    given[rows, 0] = given[0, columns] = m.b
    wanted = given.copy()
    for line in (np.s_[rows[0], :], np.s_[:, columns[0]]):
        wanted[line] = np.where(given[line] == m.a, m.c, m.b)
    return given, wanted


@joins
def middles_of_boxes(m: Maker) -> Pair:
    """Boxes in one row or column are joined between the middles of their sides."""
    given = m.blank(14, 19)
    row, column = m.int(2, given.shape[0] - 9), m.int(2, given.shape[1] - 9)
    far, low = m.int(column + 5, given.shape[1] - 3), m.int(row + 5, given.shape[0] - 3)
    wanted = given.copy()
    wanted[row, column : far + 1] = m.b
    wanted[row : low + 1, far] = m.b
    for y, x in ((row, column), (row, far), (low, far)):
        for canvas in (given, wanted):
            canvas[y - 1 : y + 2, x - 1 : x + 2] = m.a
    return given, wanted


@joins
def dots_in_a_ring(m: Maker) -> Pair:
    """Dots at the corners of a rectangle are joined around, and what is inside takes another colour."""
    given = m.blank(11, 16)
    height, width = m.int(4, 8), m.int(4, 8)
    row, column = m.int(0, given.shape[0] - height), m.int(0, given.shape[1] - width)
    m.scatter(given, m.d, 4)
    part = given[row : row + height, column : column + width]
    if part.any():
        raise CrowdedError
    wanted = given.copy()
    part[:: height - 1, :: width - 1] = m.a
    wanted[row : row + height, column : column + width] = np.where(frame(height, width), m.b, m.c)
    wanted[row : row + height : height - 1, column : column + width : width - 1] = m.a
    return given, wanted


@joins
def path_in_steps(m: Maker) -> Pair:
    """Two dots are joined by a line that goes along first and then down."""
    given = m.blank(10, 16)
    top, bottom = m.int(0, 3), m.int(5, given.shape[0] - 1)
    left, right = m.int(0, 3), m.int(5, given.shape[1] - 1)
    given[top, left], given[bottom, right] = m.a, m.b
    wanted = given.copy()
    wanted[top, left + 1 : right + 1] = m.c
    wanted[top:bottom, right] = m.c
    return given, wanted
