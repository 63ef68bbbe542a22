"""Where things are: above and below, the centre, inside and outside, bounding boxes."""

from __future__ import annotations

import numpy as np

from families.making import SQUARE, Cells, CrowdedError, Maker, Pair, Place, crop, draw, family, frame, recoloured

above_below, centre = family("above and below"), family("centre")
inside_outside, bounds = family("inside and outside"), family("bounding boxes")


def _divided(m: Maker, colour: int) -> tuple[Cells, int]:
    """A canvas with a horizontal line, and the line's row."""
    canvas = m.blank(10, 15)
    row = m.int(4, canvas.shape[0] - 5)
    canvas[row] = colour
    return canvas, row


def _fill(m: Maker, canvas: Cells, colours: list[int], count: int) -> list[tuple[Cells, Place]]:
    """Blobs somewhere on the canvas, each with its place."""
    blobs = [m.blob(m.int(3, 6)) * m.pick(colours) for _ in range(count)]
    return [(blob, m.put(canvas, blob)) for blob in blobs]


@above_below
def keep_above_line(m: Maker) -> Pair:
    given, row = _divided(m, m.a)
    _fill(m, given, m.others(3), m.int(4, 6))
    wanted = given.copy()
    wanted[row + 1 :] = 0
    return given, wanted


@above_below
def recolour_by_side_of_line(m: Maker) -> Pair:
    given, row = _divided(m, m.a)
    _fill(m, given, [m.b], m.int(4, 6))
    wanted = given.copy()
    wanted[:row] = recoloured(given[:row], {m.b: m.c})
    wanted[row + 1 :] = recoloured(given[row + 1 :], {m.b: m.d})
    return given, wanted


@above_below
def topmost_recoloured(m: Maker) -> Pair:
    given = m.blank(9, 15)
    placed = _fill(m, given, [m.a], m.int(3, 5))
    top = min(row for _, (row, _) in placed)
    if sum(row == top for _, (row, _) in placed) > 1:
        raise CrowdedError
    wanted = given.copy()
    for blob, at in placed:
        if at[0] == top:
            draw(wanted, blob // m.a * m.b, at)
    return given, wanted


@above_below
def upper_object(m: Maker) -> Pair:
    given = m.blank(8, 14)
    placed = _fill(m, given, m.others(4), 2)
    (first, at), (second, other) = placed
    if abs(at[0] - other[0]) < 2:
        raise CrowdedError
    return given, first if at[0] < other[0] else second


@above_below
def dots_under_objects(m: Maker) -> Pair:
    """A dot is drawn below every object, under its left side."""
    given = m.blank(9, 15)
    placed = [(patch, m.put(given, patch, 2)) for patch in (m.box(2, 3) * m.pick(m.others(3)) for _ in range(3))]
    wanted = given.copy()
    for patch, (row, column) in placed:
        draw(wanted, np.full((1, patch.shape[1]), m.a, np.int8), (row + patch.shape[0], column))
    return given, wanted


@centre
def mark_centres(m: Maker) -> Pair:
    given = m.blank(10, 16)
    wanted = given.copy()
    for _ in range(m.int(2, 4)):
        patch = np.full((m.pick((3, 5)), m.pick((3, 5))), m.a, np.int8)
        at = m.put(given, patch)
        patch[patch.shape[0] // 2, patch.shape[1] // 2] = m.b
        draw(wanted, patch, at)
    return given, wanted


@centre
def middle_of_three(m: Maker) -> Pair:
    given = m.blank(11, 16)
    row, blob = m.int(0, given.shape[0] - 3), m.blob(5) * m.a
    wanted = given.copy()
    for number, column in enumerate(sorted(m.some(range(given.shape[1] - 2), 3))):
        if given[row : row + 3, max(column - 1, 0) : column + 4].any():
            raise CrowdedError
        draw(given, blob, (row, column))
        draw(wanted, blob // m.a * m.b if number == 1 else blob, (row, column))
    return given, wanted


@centre
def innermost_colour(m: Maker) -> Pair:
    rings = m.int(2, 4)
    side, colours = 2 * rings + m.int(-1, 1), m.others(4)
    patch = np.zeros((side, side), np.int8)
    for ring in range(rings):
        patch[ring : side - ring, ring : side - ring] = colours[ring]
    given = m.blank(10, 14)
    m.put(given, patch)
    return given, np.full((1, 1), patch[side // 2, side // 2], np.int8)


@centre
def move_to_centre(m: Maker) -> Pair:
    given = np.zeros((2 * m.int(4, 6) + 1, 2 * m.int(4, 6) + 1), np.int8)
    patch = m.odd_one() * m.pick(m.others(4))
    m.put(given, patch)
    wanted = np.zeros_like(given)
    draw(wanted, patch, (given.shape[0] // 2 - 1, given.shape[1] // 2 - 1))
    return given, wanted


@centre
def cross_through_middle(m: Maker) -> Pair:
    """Lines through the middle of a box, up to the borders of the grid."""
    given = m.blank(10, 15)
    row, column = m.put(given, SQUARE * m.a)
    wanted = given.copy()
    wanted[row + 1], wanted[:, column + 1] = m.b, m.b
    draw(wanted, SQUARE * m.a, (row, column))
    return given, wanted


def _boxes(m: Maker, canvas: Cells, count: int, colour: int) -> list[tuple[slice, slice]]:
    """Hollow boxes on the canvas; where the insides are."""
    insides = []
    for _ in range(count):
        height, width = m.int(4, 6), m.int(4, 6)
        row, column = m.put(canvas, frame(height, width) * colour)
        insides.append((slice(row + 1, row + height - 1), slice(column + 1, column + width - 1)))
    return insides


@inside_outside
def keep_dots_inside(m: Maker) -> Pair:
    given = m.blank(12, 17)
    insides = _boxes(m, given, 2, m.a)
    for inside in insides:
        for _ in range(m.int(1, 2)):
            m.put(given, np.full((1, 1), m.b, np.int8), 0, inside)
    wanted = given.copy()
    m.scatter(given, m.b, m.int(4, 7))
    return given, wanted


@inside_outside
def recolour_dots_inside(m: Maker) -> Pair:
    given = m.blank(11, 16)
    (rows, columns) = _boxes(m, given, 1, m.a)[0]
    m.scatter(given, m.b, m.int(12, 20))
    wanted = given.copy()
    wanted[rows, columns] = recoloured(given[rows, columns], {m.b: m.c})
    return given, wanted


@inside_outside
def boxes_filled_with_their_dot(m: Maker) -> Pair:
    given = m.blank(12, 17)
    insides = _boxes(m, given, m.int(2, 3), m.a)
    wanted = given.copy()
    for inside in insides:
        colour = m.pick(m.others(4))
        m.put(given, np.full((1, 1), colour, np.int8), 0, inside)
        wanted[inside] = colour
    return given, wanted


@inside_outside
def boxes_with_dot_recoloured(m: Maker) -> Pair:
    given = m.blank(12, 17)
    insides = _boxes(m, given, m.int(2, 3), m.a)
    wanted = given.copy()
    for number, (rows, columns) in enumerate(insides):
        if number % 2 == 0:
            row, column = m.put(given, np.full((1, 1), m.b, np.int8), 0, (rows, columns))
            box = (slice(rows.start - 1, rows.stop + 1), slice(columns.start - 1, columns.stop + 1))
            wanted[box] = recoloured(given[box], {m.a: m.c})
            wanted[row, column] = m.b
    return given, wanted


@inside_outside
def what_is_inside(m: Maker) -> Pair:
    """The content of the box, among cells of the same colours."""
    given = m.blank(11, 16)
    inside = _boxes(m, given, 1, m.a)[0]
    colours = m.others(3)
    for at in np.ndindex(*given.shape):
        if not given[at] and m.int(0, 2) == 0:
            given[at] = m.pick(colours)
    return given, given[inside].copy()


@inside_outside
def fill_closed_curves(m: Maker) -> Pair:
    """Closed rings are filled, those with a gap are not."""
    given = m.blank(12, 17)
    insides = _boxes(m, given, 3, m.a)
    wanted = given.copy()
    for number, (rows, columns) in enumerate(insides):
        if number == 0:
            gap = (rows.start - 1, m.int(columns.start, columns.stop - 1))
            given[gap] = wanted[gap] = 0
        else:
            wanted[rows, columns] = m.b
    return given, wanted


@bounds
def frame_around_objects(m: Maker) -> Pair:
    given = m.blank(10, 16)
    wanted = given.copy()
    for _ in range(m.int(1, 3)):
        blob = m.blob(m.int(3, 6)) * m.a
        padded = np.pad(blob, 1)
        at = m.put(given, padded)
        draw(wanted, np.where(frame(*padded.shape) == 1, m.b, padded), at)
    return given, wanted


@bounds
def fill_bounding_box(m: Maker) -> Pair:
    given = m.blank(10, 16)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        blob = m.blob(m.int(4, 6), 4, 4) * m.a
        draw(wanted, np.where(blob == 0, m.b, blob), m.put(given, blob))
    return given, wanted


@bounds
def crop_to_colour(m: Maker) -> Pair:
    """The smallest part that holds all cells of one colour."""
    given = m.blank(9, 14)
    m.scatter(given, m.b, m.int(10, 16))
    m.scatter(given, m.a, m.int(3, 4))
    rows, columns = np.nonzero(given == m.a)
    wanted = given[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    if min(wanted.shape) < 2:
        raise CrowdedError
    return given, wanted.copy()


@bounds
def rectangle_of_corners(m: Maker) -> Pair:
    """Two dots are opposite corners of a rectangle."""
    given = m.blank(9, 15)
    (top, left), (bottom, right) = m.scatter(given, m.a, 2)
    top, bottom, left, right = min(top, bottom), max(top, bottom), min(left, right), max(left, right)
    if bottom - top < 2 or right - left < 2:
        raise CrowdedError
    wanted = np.zeros_like(given)
    draw(wanted, frame(bottom - top + 1, right - left + 1) * m.b, (top, left))
    wanted[given != 0] = m.a
    return given, wanted


@bounds
def mark_corners(m: Maker) -> Pair:
    """The four cells at the corners of each solid box, outside of it."""
    given = m.blank(10, 16)
    wanted = given.copy()
    for _ in range(m.int(1, 3)):
        padded = np.pad(m.box(2, 4) * m.a, 1)
        at = m.put(given, padded)
        for corner in ((0, 0), (0, -1), (-1, 0), (-1, -1)):
            padded[corner] = m.b
        draw(wanted, padded, at)
    return given, wanted


@bounds
def object_with_its_box(m: Maker) -> Pair:
    """The largest object, cropped."""
    given = m.blank(10, 15)
    for size in m.pick(((9, 4, 3), (8, 3, 5), (10, 5, 2))):
        m.put(given, m.blob(size, 4, 4) * size)
    wanted = np.where(given == max(given.flat), given, 0)
    colours = dict(zip(np.unique(given)[1:].tolist(), m.others(3), strict=True))
    return recoloured(given, colours), recoloured(crop(wanted), colours)
