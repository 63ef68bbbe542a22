"""Copies, tilings, and shapes to complete."""

from __future__ import annotations

import numpy as np

from families.making import SQUARE, Cells, CrowdedError, Maker, Pair, draw, family, frame, recoloured

copying, tiling, complete = family("copy"), family("tiling"), family("complete shape")

CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.int8)
"""A cross of five cells."""


@copying
def beside_itself(m: Maker) -> Pair:
    """The object twice, side by side."""
    given = m.blank(8, 13)
    patch = m.odd_one() * m.pick(m.others(4))
    m.put(given, patch)
    return given, np.hstack([patch, patch])


@copying
def onto_marks(m: Maker) -> Pair:
    """A copy of the object is centred on every mark."""
    given = m.blank(12, 17)
    patch = SQUARE * 0
    while not patch[1, 1]:
        patch = m.odd_one() * m.a
    m.put(given, patch)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        row, column = m.put(given, np.pad(np.full((1, 1), m.b, np.int8), 1))
        draw(wanted, patch, (row, column))
    return given, wanted


@copying
def across_the_line(m: Maker) -> Pair:
    """What is on the one side of the line comes on the other, too."""
    side = m.int(3, 6)
    half = m.noise(m.int(5, 10), side, m.others(2), 0.3)
    line = np.full((half.shape[0], 1), m.a, np.int8)
    return np.hstack([half, line, half * 0]), np.hstack([half, line, half])


@copying
def one_to_the_right(m: Maker) -> Pair:
    """A copy of each object beside it, in another colour."""
    given = m.blank(10, 15)
    wanted = given.copy()
    for _ in range(m.int(1, 3)):
        mask = m.blob(5, 3, 2)
        both = np.hstack([mask * m.a, mask * m.b])
        both_given = both.copy()
        both_given[:, mask.shape[1] :] = 0
        draw(wanted, both, m.put(given, both_given))
    return given, wanted


@copying
def pattern_into_frames(m: Maker) -> Pair:
    """Empty frames get the pattern of the one that is not empty."""
    given = m.blank(13, 18)
    pattern = m.noise(3, 3, m.others(2), 0.6)
    box = np.pad(np.where(pattern, pattern, 0), 1, constant_values=m.a)
    m.put(given, box)
    wanted = given.copy()
    for _ in range(m.int(1, 2)):
        draw(wanted, box, m.put(given, frame(5, 5) * m.a))
    return given, wanted


@copying
def smear_to_the_side(m: Maker) -> Pair:
    """Copies of the pattern, one after another up to the border."""
    tile = m.noise(m.int(3, 6), 3, m.others(3), 0.7)
    count = m.int(3, 5)
    given = np.hstack([tile, np.zeros((tile.shape[0], 3 * (count - 1)), np.int8)])
    return given, np.hstack([tile] * count)


@tiling
def two_by_two(m: Maker) -> Pair:
    given = m.noise(m.int(2, 5), m.int(2, 5), m.others(3), 0.7)
    return given, np.tile(given, (2, 2))


@tiling
def every_other_one_mirrored(m: Maker) -> Pair:
    given = m.noise(m.int(2, 4), m.int(2, 4), m.others(3), 0.7)
    row, other = np.hstack([given] * 3), np.hstack([given[:, ::-1]] * 3)
    return given, np.vstack([row, other, row])


@tiling
def product_with_itself(m: Maker) -> Pair:
    given = m.noise(3, 3, (m.pick(m.others(4)),), 0.5)
    return given, np.kron((given != 0).astype(np.int8), given)


@tiling
def enlarge(m: Maker) -> Pair:
    given = m.noise(m.int(2, 5), m.int(2, 5), m.others(4), 0.7)
    return given, np.kron(given, np.ones((m.once("factor", (2, 3)),) * 2, np.int8))


@tiling
def smallest_tile(m: Maker) -> Pair:
    """The tile of which the grid is made."""
    tile = m.noise(m.int(2, 3), m.int(2, 4), m.others(3), 0.9)
    if any(np.array_equal(tile, np.roll(tile, 1, axis)) for axis in (0, 1)):
        raise CrowdedError
    return np.tile(tile, (m.int(2, 4), m.int(2, 4))), tile


@tiling
def hidden_part_of_a_pattern(m: Maker) -> Pair:
    tile = m.noise(m.int(2, 4), m.int(2, 4), m.others(4))
    wanted = np.tile(tile, (6, 6))[: m.int(10, 16), : m.int(10, 16)]
    given = wanted.copy()
    for _ in range(m.int(1, 3)):
        row, column = m.int(0, 7), m.int(0, 7)
        given[row : row + m.int(2, 4), column : column + m.int(2, 4)] = m.a
    return given, wanted


@tiling
def continue_diagonal_stripes(m: Maker) -> Pair:
    """Diagonals of a few colours, of which a triangle is given."""
    side, colours = m.int(7, 11), m.others(3)
    indices = np.add.outer(np.arange(side), np.arange(side))
    wanted = np.array(colours, np.int8)[indices % 3]
    return np.where(indices < m.int(4, side - 1), wanted, 0).astype(np.int8), wanted


def _shapes(m: Maker, shape: Cells, missing: int) -> Pair:
    """Copies of a shape, most lacking a few cells, which come in `b`."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for number in range(m.int(3, 4)):
        whole = shape * m.a
        lacking = whole.copy()
        for at in m.some(list(zip(*np.nonzero(shape), strict=True)), min(number, missing)):
            lacking[at] = 0
        at = m.put(given, whole)
        given[at[0] : at[0] + 3, at[1] : at[1] + 3] = lacking
        draw(wanted, np.where(lacking != whole, m.b, whole), at)
    return given, wanted


@complete
def complete_squares(m: Maker) -> Pair:
    return _shapes(m, SQUARE, 2)


@complete
def complete_crosses(m: Maker) -> Pair:
    return _shapes(m, CROSS, 1)


@complete
def complete_frames(m: Maker) -> Pair:
    """Rectangles with gaps in their sides."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for _ in range(2):
        mask = frame(m.int(4, 6), m.int(4, 6))
        lacking = mask.copy()
        sides = [at for at in zip(*np.nonzero(mask), strict=True) if at[0] not in (0, mask.shape[0] - 1)]
        for at in m.some(sides, 2):
            lacking[at] = 0
        draw(wanted, np.where(mask, m.a, 0).astype(np.int8), m.put(given, lacking * m.a))
    return given, wanted


@complete
def frame_from_corners(m: Maker) -> Pair:
    """Four dots at the corners of each rectangle are joined by its sides."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for _ in range(m.int(1, 2)):
        corners = np.zeros((m.int(4, 7), m.int(4, 7)), np.int8)
        corners[:: corners.shape[0] - 1, :: corners.shape[1] - 1] = m.a
        at = m.put(given, corners)
        draw(wanted, np.where(corners, corners, frame(*corners.shape) * m.b), at)
    return given, wanted


@complete
def complete_symmetric_object(m: Maker) -> Pair:
    """An object that two mirrors map to itself, but for a quarter that lacks."""
    given = m.blank(10, 15)
    quarter = m.noise(3, 3, m.others(2), 0.6)
    quarter[2, 2] = quarter[0, 1] = quarter[1, 0] = m.a
    half = np.hstack([quarter, quarter[:, ::-1]])
    whole = np.vstack([half, half[::-1]])
    lacking = whole.copy()
    row, column = m.pick((0, 3)), m.pick((0, 3))
    lacking[row : row + 3, column : column + 3] = 0
    at = m.put(given, whole)
    given[at[0] : at[0] + 6, at[1] : at[1] + 6] = lacking
    wanted = np.zeros_like(given)
    draw(wanted, whole, at)
    return given, wanted


@complete
def dots_grow_to_crosses(m: Maker) -> Pair:
    """Dots of one colour get arms, dots of another diagonal ones."""
    given = m.blank(10, 15)
    wanted = given.copy()
    for arms in (True, False, m.coin()):
        row, column = m.put(given, np.pad(np.full((1, 1), m.a if arms else m.b, np.int8), 1))
        around = CROSS if arms else recoloured(CROSS, {0: 1, 1: 0})
        patch = around * (m.c if arms else m.d)
        patch[1, 1] = m.a if arms else m.b
        draw(wanted, patch, (row, column))
    return given, wanted
