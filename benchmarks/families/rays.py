"""Rays and paths that turn, bounce and go around; regions that are reached."""

from __future__ import annotations

import numpy as np

from families.making import STEPS, Cells, CrowdedError, Maker, Pair, Place, after, draw, family, frame, inside

paths, regions = family("rays and paths"), family("regions")


@paths
def bounce_off_the_sides(m: Maker) -> Pair:
    """A diagonal from the bottom up that bounces off both sides."""
    height, width = m.int(9, 15), m.int(4, 7)
    given = np.zeros((height, width), np.int8)
    column, step = m.pick(((0, 1), (width - 1, -1)))
    given[-1, column] = m.a
    wanted = given.copy()
    for row in range(height - 2, -1, -1):
        step = -step if not 0 <= column + step < width else step
        column += step
        wanted[row, column] = m.a
    return given, wanted


@paths
def turn_right_at_obstacles(m: Maker) -> Pair:
    """A line from the left border that turns right before each obstacle."""
    given = m.blank(10, 15)
    at, turns = (m.int(2, given.shape[0] - 3), 0), 0
    given[at] = m.a
    wanted = given.copy()
    for _ in range(2):
        length = m.int(3, 7)
        for _ in range(length):
            at = after(at, STEPS[turns])
            if not inside(given, after(at, STEPS[turns])) or wanted[at]:
                raise CrowdedError
            wanted[at] = m.a
        block = after(at, STEPS[turns])
        if wanted[block]:
            raise CrowdedError
        given[block] = wanted[block] = m.b
        turns += 1
    while inside(given, after(at, STEPS[turns])):
        at = after(at, STEPS[turns])
        if wanted[at]:
            raise CrowdedError
        wanted[at] = m.a
    return given, wanted


@paths
def deflected_by_colour(m: Maker) -> Pair:
    """A line from the left that turns up at one colour and down at the other."""
    given = m.blank(9, 15)
    wanted = given.copy()
    for row in m.some(range(1, given.shape[0] - 1, 3), 2):
        column, goes_up = m.int(4, given.shape[1] - 2), m.coin()
        given[row, 0], given[row, column] = m.a, m.b if goes_up else m.c
        if wanted[:, column].any() or wanted[row].any():
            raise CrowdedError
        wanted[row, :column] = m.a
        line = wanted[:row, column - 1] if goes_up else wanted[row + 1 :, column - 1]
        if line.any():
            raise CrowdedError
        line[:] = m.a
        wanted[row, column] = given[row, column]
    return given, wanted


@paths
def spiral(m: Maker) -> Pair:
    """A spiral from the corner inwards, with a gap between its turns."""
    side = m.int(5, 14)
    given = np.zeros((side, side), np.int8)
    given[0, 0] = m.a
    wanted = given.copy()
    at, turns, stuck = (0, 0), 0, 0
    while stuck < 2:
        ahead, beyond = after(at, STEPS[turns % 4]), after(after(at, STEPS[turns % 4]), STEPS[turns % 4])
        if inside(given, ahead) and not wanted[ahead] and not (inside(given, beyond) and wanted[beyond]):
            wanted[ahead], at, stuck = m.a, ahead, 0
        else:
            turns, stuck = turns + 1, stuck + 1
    return given, wanted


@paths
def from_the_tip(m: Maker) -> Pair:
    """A triangle shoots from its tip."""
    given = m.blank(9, 14)
    colour, is_up = m.pick(m.others(4)), m.coin()
    triangle = np.array([[0, 0, 1, 0, 0], [0, 1, 1, 1, 0], [1, 1, 0, 1, 1]], np.int8) * colour
    triangle = triangle if is_up else triangle[::-1]
    row, column = m.put(given, triangle)
    wanted = given.copy()
    line = wanted[:row, column + 2] if is_up else wanted[row + 3 :, column + 2]
    line[:] = m.a
    return given, wanted


@paths
def staircase(m: Maker) -> Pair:
    """Steps of two cells from the dot to the border."""
    given = m.blank(8, 14)
    row, column = m.scatter(given, m.a, 1)[0]
    wanted = given.copy()
    while row < given.shape[0]:
        wanted[row, column : column + 2] = m.a
        row, column = row + 1, column + 1
    return given, wanted


@paths
def crossing_of_border_lines(m: Maker) -> Pair:
    """Dots on two borders draw lines, whose crossings take a third colour."""
    given = m.blank(9, 15)
    rows, columns = m.some(range(1, given.shape[0], 2), 2), m.some(range(1, given.shape[1], 2), m.int(1, 2))
    given[rows, 0], given[0, columns] = m.a, m.b
    wanted = given.copy()
    wanted[rows], wanted[:, columns] = m.a, m.b
    wanted[np.ix_(rows, columns)] = m.c
    return given, wanted


@paths
def copies_up_to_the_border(m: Maker) -> Pair:
    """The object again and again to one side, with a gap, as far as it goes."""
    given = m.blank(9, 15)
    patch = m.blob(m.int(3, 6)) * m.pick(m.others(4))
    row, column = m.put(given, patch, 1, (slice(0, given.shape[0]), slice(0, patch.shape[1] + 2)))
    wanted = given.copy()
    while column < given.shape[1]:
        cut = patch[:, : given.shape[1] - column]
        draw(wanted, cut, (row, column))
        column += patch.shape[1] + 1
    return given, wanted


@paths
def diagonal_from_corners(m: Maker) -> Pair:
    """A square shoots diagonally from all its corners."""
    given = m.blank(9, 15)
    side = m.int(2, 3)
    row, column = m.put(given, np.full((side, side), m.a, np.int8))
    wanted = given.copy()
    for at, step in (
        ((row, column), (-1, -1)),
        ((row, column + side - 1), (-1, 1)),
        ((row + side - 1, column), (1, -1)),
        ((row + side - 1, column + side - 1), (1, 1)),
    ):
        place = after(at, step)
        while inside(given, place):
            wanted[place], place = m.b, after(place, step)
    return given, wanted


def _reached(walls: Cells, start: Place) -> set[Place]:
    """The black cells that are reached from one over sides."""
    found, front = {start}, [start]
    while front:
        at = front.pop()
        for step in STEPS:
            place = after(at, step)
            if inside(walls, place) and not walls[place] and place not in found:
                found.add(place)
                front.append(place)
    return found


@regions
def flood_from_dot(m: Maker) -> Pair:
    """All that is reached from the dot takes its colour."""
    given = m.noise(m.int(8, 13), m.int(8, 13), (m.a,), 0.42)
    free = list(zip(*np.nonzero(given == 0), strict=True))
    start = m.pick(free)
    found = _reached(given, start)
    if not 5 < len(found) < len(free) - 4:
        raise CrowdedError
    wanted = given.copy()
    for place in found:
        wanted[place] = m.b
    given[start] = m.b
    return given, wanted


@regions
def largest_room(m: Maker) -> Pair:
    """Walls part the grid into rooms: the largest takes one colour, the smallest another."""
    given = m.blank(10, 15)
    rows = sorted(m.some(range(2, given.shape[0] - 2, 3), 1))
    columns = sorted(m.some(range(2, given.shape[1] - 2, 3), 2))
    given[rows] = m.a
    given[:, columns] = m.a
    rooms = []
    left = set(zip(*np.nonzero(given == 0), strict=True))
    while left:
        rooms.append(_reached(given, next(iter(left))))
        left -= rooms[-1]
    sizes = sorted(map(len, rooms))
    if sizes[0] == sizes[1] or sizes[-1] == sizes[-2]:
        raise CrowdedError
    wanted = given.copy()
    for room in rooms:
        for place in room if len(room) in (sizes[0], sizes[-1]) else ():
            wanted[place] = m.b if len(room) == sizes[-1] else m.c
    return given, wanted


@regions
def largest_black_rectangle(m: Maker) -> Pair:
    """Noise leaves a rectangle free, which is filled."""
    given = m.noise(m.int(11, 15), m.int(11, 15), (m.a,), 0.5)
    height, width = m.int(4, 6), m.int(4, 6)
    row, column = m.int(1, given.shape[0] - height - 1), m.int(1, given.shape[1] - width - 1)
    given[row - 1 : row + height + 1, column - 1 : column + width + 1] = m.a
    given[row : row + height, column : column + width] = 0
    wanted = given.copy()
    wanted[row : row + height, column : column + width] = m.b
    return given, wanted


@regions
def touching_the_border(m: Maker) -> Pair:
    """Objects at the border take another colour."""
    given = m.blank(10, 15)
    placed = [(patch, m.put(given, patch)) for patch in (m.blob(m.int(3, 6)) * m.a for _ in range(m.int(4, 5)))]
    wanted = given.copy()
    for patch, (row, column) in placed:
        bottom, right = row + patch.shape[0], column + patch.shape[1]
        if 0 in (row, column) or bottom == given.shape[0] or right == given.shape[1]:
            draw(wanted, np.where(patch, m.b, 0).astype(np.int8), (row, column))
    return given, wanted


@regions
def rings_around_dots(m: Maker) -> Pair:
    """Rings in two colours around the dot, alternately, to the border."""
    given = m.blank(7, 13)
    row, column = m.scatter(given, m.a, 1)[0]
    distance = np.maximum(*np.abs(np.indices(given.shape) - np.array([row, column])[:, None, None]))
    return given, np.where(distance % 2 == 0, m.a, m.b).astype(np.int8)


@regions
def line_parts_box(m: Maker) -> Pair:
    """A line parts the box, and each part takes the colour of its dot."""
    given = m.blank(12, 16)
    height, width = m.int(6, 8), m.int(7, 9)
    box = frame(height, width) * m.a
    middle = m.int(3, width - 4)
    box[:, middle] = m.a
    done = box.copy()
    for part in (slice(1, middle), slice(middle + 1, width - 1)):
        colour = m.pick(m.others(4))
        done[1:-1, part] = colour
        box[m.int(1, height - 2), m.int(part.start, part.stop - 1)] = colour
    at = m.put(given, box)
    wanted = given.copy()
    draw(wanted, done, at)
    return given, wanted


@regions
def closed_by_size(m: Maker) -> Pair:
    """Of several closed boxes the one with the largest hole is filled, the others in another colour."""
    given = m.blank(13, 17)
    sides = m.some(range(3, 7), 3)
    wanted = given.copy()
    for side in sides:
        mask = frame(side, side)
        fill = m.b if side == max(sides) else m.c
        draw(wanted, np.where(mask, m.a, fill).astype(np.int8), m.put(given, mask * m.a))
    return given, wanted
