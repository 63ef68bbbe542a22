"""Filling by size, shape and enclosure; borders and layers."""

from __future__ import annotations

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, draw, family, frame

fills, layers = family("fills"), family("layers")


@fills
def fill_by_area(m: Maker) -> Pair:
    """Squares of several colours are filled, the colour told by how large their inside is."""
    given = m.blank(13, 18)
    wanted = given.copy()
    for side in m.some((3, 3, 4, 4, 5, 5), 4):
        mask = frame(side, side)
        colour = m.pick(m.others(3))
        at = m.put(given, mask * colour)
        draw(wanted, np.where(mask, colour, (m.a, m.b, m.c)[side - 3]).astype(np.int8), at)
    return given, wanted


@fills
def closed_and_open_ones(m: Maker) -> Pair:
    """Closed boxes are filled in one colour, and open ones take another."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for is_open in (True, False, m.coin(), m.coin()):
        mask = frame(m.int(3, 5), m.int(3, 5))
        done = np.where(mask, m.a, m.b).astype(np.int8)
        if is_open:
            mask[m.pick(((0, 1), (1, 0), (-1, 1), (1, -1)))] = 0
            done = mask * m.c
        draw(wanted, done, m.put(given, mask * m.a))
    return given, wanted


@fills
def square_holes_only(m: Maker) -> Pair:
    """Holes in a large object: square ones are filled, the others left."""
    given = m.blank(12, 17)
    given[1:-1, 1:-1] = m.a
    wanted = given.copy()
    sizes = [(1, 1), (2, 2), (1, 2), (2, 3), (3, 1), m.pick(((2, 2), (3, 3), (2, 1)))]
    taken = np.pad(np.zeros((given.shape[0] - 4, given.shape[1] - 4), np.int8), 2, constant_values=1)
    for height, width in sizes:
        row, column = m.put(taken, np.ones((height, width), np.int8))
        given[row : row + height, column : column + width] = 0
        wanted[row : row + height, column : column + width] = m.b if height == width else 0
    return given, wanted


@fills
def striped_inside(m: Maker) -> Pair:
    """Boxes are filled with upright stripes, the first beside the left side."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for _ in range(2):
        mask = frame(m.int(5, 7), m.int(5, 8))
        colour = m.pick(m.others(4))
        done = np.zeros_like(mask)
        done[1:-1, 1:-1:2] = m.b
        draw(wanted, np.where(mask, colour, done).astype(np.int8), m.put(given, mask * colour))
    return given, wanted


@fills
def rooms_with_dots(m: Maker) -> Pair:
    """Walls part the grid; a room takes the colour of its dot, and stays black where it has two colours."""
    given = m.blank(11, 16)
    given[m.int(4, given.shape[0] - 5)] = m.a
    for column in (m.int(3, 4), given.shape[1] - m.int(4, 5)):
        given[:, column] = m.a
    rows = np.flatnonzero((given != m.a).any(1))
    wanted = given.copy()
    tops = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
    columns = np.flatnonzero((given != m.a).any(0))
    sides = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    for high in tops:
        for wide in sides:
            count = m.int(0, 2)
            places = m.some([(y, x) for y in high for x in wide], count)
            colours = m.some((m.b, m.c), count)
            for place, colour in zip(places, colours, strict=True):
                given[place] = wanted[place] = colour
            if count == 1:
                wanted[np.ix_(high, wide)] = colours[0]
    return given, wanted


@fills
def wider_gaps_of_objects(m: Maker) -> Pair:
    """The bay of each upturned cup is filled as high as its lower wall."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for _ in range(2):
        left, right = m.some(range(3, 6), 2)
        width = m.int(4, 6)
        cup = np.zeros((max(left, right), width), np.int8)
        cup[-left:, 0] = cup[-right:, -1] = cup[-1] = m.a
        done = cup.copy()
        done[-min(left, right) : -1, 1:-1] = m.b
        draw(wanted, done, m.put(given, cup))
    return given, wanted


@layers
def layers_in_reverse(m: Maker) -> Pair:
    """A square of rings, each of its own colour, turned inside out."""
    given = m.blank(11, 15)
    count = m.int(3, 4)
    colours = m.some(m.palette, count)
    side = 2 * count + m.int(-1, 0)
    box, done = np.zeros((side, side), np.int8), np.zeros((side, side), np.int8)
    for ring in range(count):
        box[ring : side - ring, ring : side - ring] = colours[ring]
        done[ring : side - ring, ring : side - ring] = colours[-1 - ring]
    at = m.put(given, box)
    wanted = given.copy()
    draw(wanted, done, at)
    return given, wanted


@layers
def rim_and_core_exchanged(m: Maker) -> Pair:
    """Every object's rim and core exchange their colours."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for _ in range(3):
        mask = frame(m.int(3, 5), m.int(3, 6))
        rim, core = m.some(m.palette, 2)
        at = m.put(given, np.where(mask, rim, core).astype(np.int8))
        draw(wanted, np.where(mask, core, rim).astype(np.int8), at)
    return given, wanted


@layers
def framed_in_the_core_colour(m: Maker) -> Pair:
    """Boxes get a border outside in the colour of their core."""
    given = m.blank(13, 18)
    wanted = given.copy()
    for _ in range(2):
        height, width = m.int(3, 4), m.int(3, 4)
        core = m.pick(m.others(4))
        box = np.where(frame(height, width), m.a, core).astype(np.int8)
        whole = np.pad(box, 1, constant_values=core)
        row, column = m.put(given, np.pad(box, 1))
        draw(wanted, whole, (row, column))
    return given, wanted


@layers
def rings_from_a_list(m: Maker) -> Pair:
    """A row of colours becomes a square of rings, the first outermost."""
    count = m.int(2, 5)
    colours = m.some(m.palette, count)
    given = np.zeros((3, m.int(6, 10)), np.int8)
    given[1, :count] = colours
    side = 2 * count - 1
    wanted = np.zeros((side, side), np.int8)
    for ring, colour in enumerate(colours):
        wanted[ring : side - ring, ring : side - ring] = colour
    return given, wanted


@layers
def as_many_rings_as_dots(m: Maker) -> Pair:
    """The box gets so many rings around it as there are dots elsewhere."""
    given = m.blank(13, 17)
    count = m.int(1, 3)
    size = 2 + 2 * count
    row, column = m.put(given, np.full((size, size), m.a, np.int8))
    given[row : row + size, column : column + size] = np.pad(np.full((2, 2), m.a, np.int8), count)
    wanted = given.copy()
    wanted[row : row + size, column : column + size][wanted[row : row + size, column : column + size] == 0] = m.b
    blocked = np.where(wanted, 1, 0).astype(np.int8)
    for place in m.scatter(blocked, 1, count, 1):
        given[place] = wanted[place] = m.b
    return given, wanted


@layers
def border_of_the_grid_by_sides(m: Maker) -> Pair:
    """The border of the grid takes the two colours of the object, one on the upright sides."""
    given = m.blank(9, 14)
    one, other = m.others(2)
    m.put(
        given,
        np.array([[one, one], [other, other]], np.int8),
        1,
        (slice(1, given.shape[0] - 1), slice(1, given.shape[1] - 1)),
    )
    wanted = given.copy()
    wanted[0], wanted[-1] = one, other
    return given, wanted


def _corner(m: Maker, side: int) -> Cells:
    """A noisy quarter whose corner has something."""
    quarter = m.noise(side, side, m.others(2), 0.6)
    if np.count_nonzero(quarter) < 3 or not quarter[-1, -1]:
        raise CrowdedError
    return quarter


@layers
def mirrored_around_its_middle(m: Maker) -> Pair:
    """A quarter beside a middle square is mirrored into the other three."""
    given = m.blank(12, 16)
    side = m.int(2, 3)
    quarter = _corner(m, side)
    size = 2 * side + 2
    given_part, part = np.zeros((size, size), np.int8), np.zeros((size, size), np.int8)
    given_part[side : side + 2, side : side + 2] = part[side : side + 2, side : side + 2] = m.a
    given_part[:side, :side] = quarter
    for rows in (1, -1):
        for columns in (1, -1):
            draw(part[::rows, ::columns], quarter, (0, 0))
    row, column = m.int(0, given.shape[0] - size), m.int(0, given.shape[1] - size)
    draw(given, given_part, (row, column))
    wanted = given.copy()
    draw(wanted, part, (row, column))
    return given, wanted
