"""Pieces that fit: put together, into holes, onto each other; small outputs that are read off a large grid."""

from __future__ import annotations

import numpy as np

from families.making import SQUARE, CrowdedError, Maker, Pair, crop, draw, family, frame, recoloured, turn

fitting, reading = family("fitting pieces"), family("reading off")


@fitting
def pieces_in_order_of_size(m: Maker) -> Pair:
    """The boxes side by side, the smallest first, standing on the ground."""
    given = m.blank(11, 15)
    sides, colours = sorted(m.some(range(1, 6), 3)), m.others(3)
    wanted = np.zeros((max(sides), sum(sides)), np.int8)
    column = 0
    for side, colour in zip(sides, colours, strict=True):
        patch = np.full((side, side), colour, np.int8)
        m.put(given, patch)
        draw(wanted, patch, (max(sides) - side, column))
        column += side
    return given, wanted


@fitting
def four_corners(m: Maker) -> Pair:
    """Four corner pieces of two by two are put together to a square."""
    given = m.blank(9, 14)
    corner, colours = np.array([[1, 1], [1, 0]], np.int8), m.others(4)
    corners = [corner * colours[0], corner[:, ::-1] * colours[1]]
    corners += [corner[::-1] * colours[2], corner[::-1, ::-1] * colours[3]]
    for patch in corners:
        m.put(given, patch)
    return given, np.vstack([np.hstack(corners[:2]), np.hstack(corners[2:])])


@fitting
def laid_over_each_other(m: Maker) -> Pair:
    """Objects of one size, laid over each other at a cell that all have."""
    given = m.blank(10, 15)
    ring = m.some([at for at in np.ndindex(3, 3) if at != (1, 1)], 8)
    patches = [np.zeros((3, 3), np.int8) for _ in range(3)]
    for number, at in enumerate(ring[: m.int(6, 8)]):
        patches[number % 3][at] = 11 + number % 3
    colours = dict(zip((11, 12, 13), m.others(3), strict=True))
    wanted = np.full((3, 3), 0, np.int8)
    for patch in patches:
        patch[1, 1] = m.a
        done = recoloured(patch, colours)
        m.put(given, done)
        draw(wanted, done, (0, 0))
    return given, wanted


@fitting
def piece_into_notch(m: Maker) -> Pair:
    """The piece falls into the notch of its width."""
    given = m.blank(10, 14)
    width = m.int(1, 2)
    ground = np.full((3, given.shape[1]), m.a, np.int8)
    column = m.int(1, given.shape[1] - width - 1)
    ground[: m.int(1, 2), column : column + width] = 0
    given[-3:] = ground
    piece = np.full((m.int(1, 3), width), m.b, np.int8)
    row = m.int(0, 2)
    draw(given, piece, (row, column))
    wanted = given.copy()
    wanted[row : row + piece.shape[0], column : column + width] = 0
    bottom = next(row for row in range(given.shape[0]) if given[row, column] == m.a)
    draw(wanted, piece, (bottom - piece.shape[0], column))
    return given, wanted


@fitting
def fills_the_hole_of_its_shape(m: Maker) -> Pair:
    """Holes with the shape of one of the objects take its colour."""
    given = m.blank(13, 17)
    masks = [m.odd_one(), m.odd_one()]
    if any(np.array_equal(turn(masks[0], number), masks[1]) for number in range(8)):
        raise CrowdedError
    colours = m.others(2)
    wanted = given.copy()
    for mask, colour in zip(masks, colours, strict=True):
        draw(wanted, mask * colour, m.put(given, mask * colour))
    for index in (0, 1):
        box = np.pad(np.where(masks[index], 0, m.a), 1, constant_values=m.a).astype(np.int8)
        padded = np.pad(masks[index] * colours[index], 1)
        draw(wanted, np.where(box, box, padded).astype(np.int8), m.put(given, box))
    return given, wanted


@fitting
def towards_the_line_of_its_colour(m: Maker) -> Pair:
    """Two lines of two colours: dots move to the line of their colour, others go."""
    given = np.zeros((m.int(9, 14), m.int(9, 14)), np.int8)
    given[0], given[-1] = m.a, m.b
    wanted = given.copy()
    for column in m.some(range(given.shape[1]), m.int(4, 6)):
        colour = m.pick((m.a, m.b, m.c))
        given[m.int(2, given.shape[0] - 3), column] = colour
        if colour != m.c:
            wanted[1 if colour == m.a else -2, column] = colour
    return given, wanted


@fitting
def mirrored_beside_its_mark(m: Maker) -> Pair:
    """The object is mirrored at the side at which it has its mark."""
    given = m.blank(9, 14)
    mask = m.odd_one() * m.a
    mask[:, 2] = np.where(mask[:, 2], m.b, 0)
    both = np.hstack([mask, np.zeros_like(mask)])
    at = m.put(given, both)
    wanted = given.copy()
    draw(wanted, mask[:, ::-1], (at[0], at[1] + 3))
    return given, wanted


@reading
def number_in_box(m: Maker) -> Pair:
    """As many cells in a row as there are dots in the box; other dots do not count."""
    given = m.blank(10, 14)
    box = frame(5, 5) * m.a
    row, column = m.put(given, box)
    count = m.int(1, 5)
    for _ in range(count):
        m.put(given, np.full((1, 1), m.b, np.int8), 0, (slice(row + 1, row + 4), slice(column + 1, column + 4)))
    inner = given[row : row + 5, column : column + 5].copy()
    given[row : row + 5, column : column + 5] = m.c
    m.scatter(given, m.b, m.int(3, 6))
    given[row : row + 5, column : column + 5] = inner
    return given, np.full((1, count), m.b, np.int8)


@reading
def plan_of_blocks(m: Maker) -> Pair:
    """Rows and columns of different thickness become one cell each."""
    plan = m.noise(m.int(2, 3), m.int(2, 3), m.others(4))
    if any((plan[1:] == plan[:-1]).all(1)) or any((plan[:, 1:] == plan[:, :-1]).all(0)):
        raise CrowdedError
    heights, widths = [m.int(2, 5) for _ in plan], [m.int(2, 5) for _ in plan[0]]
    return np.repeat(np.repeat(plan, heights, 0), widths, 1), plan


@reading
def plan_of_blocks_with_noise(m: Maker) -> Pair:
    plan = m.noise(m.int(2, 3), m.int(2, 3), m.others(4))
    if any((plan[1:] == plan[:-1]).all(1)) or any((plan[:, 1:] == plan[:, :-1]).all(0)):
        raise CrowdedError
    heights, widths = [m.int(3, 5) for _ in plan], [m.int(3, 5) for _ in plan[0]]
    given = np.repeat(np.repeat(plan, heights, 0), widths, 1)
    for at in m.some(list(np.ndindex(*given.shape)), m.int(4, 8)):
        given[at] = m.a
    return given, plan


@reading
def most_frequent_shape(m: Maker) -> Pair:
    """The shape that occurs most often, in one colour for all."""
    given = m.blank(13, 17)
    masks = [m.odd_one(), m.odd_one(), m.odd_one()]
    if len({mask.tobytes() for mask in masks}) < 3:
        raise CrowdedError
    for mask, count in zip(masks, (3, 1, m.int(1, 2)), strict=True):
        for _ in range(count):
            m.put(given, mask * m.a)
    return given, masks[0] * m.a


@reading
def arrangement_of_objects(m: Maker) -> Pair:
    """Four boxes at the corners of an invisible square: their colours as they lie."""
    given = m.blank(10, 15)
    colours = m.noise(2, 2, m.others(4))
    rows = (slice(0, given.shape[0] // 2), slice(given.shape[0] // 2, given.shape[0]))
    columns = (slice(0, given.shape[1] // 2), slice(given.shape[1] // 2, given.shape[1]))
    top, left = m.int(0, 2), m.int(0, 2)
    for at in np.ndindex(2, 2):
        place = (rows[at[0]].start + top, columns[at[1]].start + left)
        draw(given, SQUARE[:2, :2] * colours[at], place)
    return given, colours


@reading
def colours_by_frequency(m: Maker) -> Pair:
    """The colours, one below the other, the most frequent first."""
    counts, colours = sorted(m.some(range(2, 12), 3), reverse=True), m.others(3)
    cells = [colour for colour, count in zip(colours, counts, strict=True) for _ in range(count)]
    given = np.zeros((m.int(6, 9), m.int(6, 9)), np.int8)
    for colour in cells:
        m.scatter(given, colour, 1)
    return given, np.array(colours, np.int8)[:, None]


@reading
def inner_picture_doubled(m: Maker) -> Pair:
    """What is in the frame, each cell twice as large."""
    given = m.blank(10, 15)
    content = m.noise(m.int(2, 4), m.int(2, 4), m.others(3), 0.7)
    m.put(given, np.pad(np.where(content, content, 0), 1, constant_values=m.a).astype(np.int8))
    return given, np.kron(content, np.ones((2, 2), np.int8))


@reading
def quarter_with_the_mark(m: Maker) -> Pair:
    """The part between the lines that holds a cell of the mark's colour, without the mark."""
    parts = [m.noise(4, 4, (m.b, m.c), 0.5) for _ in range(4)]
    chosen = m.int(0, 3)
    plain = parts[chosen].copy()
    at = (m.int(0, 3), m.int(0, 3))
    plain[at], parts[chosen][at] = 0, m.d
    across, down = np.full((1, 9), m.a, np.int8), np.full((4, 1), m.a, np.int8)
    top, bottom = np.hstack([parts[0], down, parts[1]]), np.hstack([parts[2], down, parts[3]])
    return np.vstack([top, across, bottom]), plain


@reading
def object_without_its_noise(m: Maker) -> Pair:
    """The box of two colours in the midst of noise."""
    given = m.noise(m.int(10, 14), m.int(10, 14), (m.a,), 0.25)
    height, width = m.int(4, 6), m.int(4, 6)
    patch = np.full((height, width), m.b, np.int8)
    for at in m.some(list(np.ndindex(height, width)), m.int(2, 5)):
        patch[at] = m.c
    row, column = m.int(0, given.shape[0] - height), m.int(0, given.shape[1] - width)
    given[row : row + height, column : column + width] = patch
    return given, patch


@reading
def tallest_of_each(m: Maker) -> Pair:
    """Of bars in columns, the colour of the highest, in a square as large as it is tall."""
    heights = m.some(range(1, 8), 4)
    given = np.zeros((9, 8), np.int8)
    colours = m.others(4)
    for number, (height, colour) in enumerate(zip(heights, colours, strict=True)):
        given[9 - height :, 2 * number] = colour
    best = max(heights)
    return given, np.full((best, best), colours[heights.index(best)], np.int8)


@reading
def cropped_and_recoloured(m: Maker) -> Pair:
    """The object of several cells takes the colour of the single one."""
    given = m.blank(8, 13)
    first, second = m.others(2)
    patch = m.blob(m.int(5, 8), 4, 4)
    m.put(given, patch * first)
    m.scatter(given, second, 1, 1)
    return given, crop(patch) * second
