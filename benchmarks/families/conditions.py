"""Objects changed in two ways or only some of them, and properties of one object that are applied to others."""

from __future__ import annotations

import numpy as np

from families.making import STEPS, CrowdedError, Maker, Pair, after, crop, draw, family, frame, inside, recoloured

conditional, applied = family("conditions"), family("applied properties")


@conditional
def small_ones_fall_large_ones_change(m: Maker) -> Pair:
    """Single cells fall to the ground; larger objects stay where they are and take another colour."""
    given = m.blank(10, 14)
    wanted = np.zeros_like(given)
    columns = m.some(range(given.shape[1]), m.int(2, 4))
    for column in columns:
        given[m.int(0, 2), column] = m.a
        wanted[-1, column] = m.a
    for _ in range(m.int(1, 2)):
        patch = m.blob(m.int(4, 7))
        at = m.put(given, patch * m.a, 1, (slice(4, given.shape[0] - 1), slice(0, given.shape[1])))
        if any(at[1] <= column < at[1] + patch.shape[1] for column in columns):
            raise CrowdedError
        draw(wanted, patch * m.b, at)
    return given, wanted


@conditional
def moved_and_recoloured(m: Maker) -> Pair:
    """Each object moves to the right border, and takes another colour there."""
    given = m.blank(11, 15)
    wanted = np.zeros_like(given)
    row = 0
    while row + 3 <= given.shape[0]:
        patch = m.blob(m.int(3, 6))
        column = m.int(0, given.shape[1] - patch.shape[1] - 2)
        draw(given, patch * m.a, (row, column))
        draw(wanted, patch * m.b, (row, given.shape[1] - patch.shape[1]))
        row += 4
    return given, wanted


@conditional
def marked_ones_are_mirrored(m: Maker) -> Pair:
    """Objects with a cell of another colour are mirrored in their place, the others go."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for marked in (True, True, False, m.coin()):
        patch = m.odd_one() * m.a
        if marked:
            patch[m.pick(list(zip(*np.nonzero(patch), strict=True)))] = m.b
        at = m.put(given, patch)
        if marked:
            draw(wanted, patch[:, ::-1], at)
    return given, wanted


@conditional
def only_square_ones_are_filled(m: Maker) -> Pair:
    """Square boxes are filled, the inside of the others stays black; all of them take another colour."""
    given = m.blank(13, 17)
    wanted = given.copy()
    for square in (True, False, m.coin()):
        height = m.int(3, 5)
        mask = frame(height, height if square else height + m.pick((1, 2)))
        done = np.where(mask, m.b, m.c if square else 0).astype(np.int8)
        draw(wanted, done, m.put(given, mask * m.a))
    return given, wanted


@conditional
def colour_and_height_decide(m: Maker) -> Pair:
    """Boxes of the first colour above the line take a third colour; those of the second colour below it go."""
    given = m.blank(13, 17)
    row = m.int(5, given.shape[0] - 6)
    given[row] = m.d
    wanted = given.copy()
    above, below = slice(0, row), slice(row + 1, given.shape[0])
    for colour, rows in ((m.a, above), (m.b, below), (m.pick((m.a, m.b)), above), (m.pick((m.a, m.b)), below)):
        patch = m.box(1, 3) * colour
        at = m.put(given, patch, 1, (rows, slice(0, given.shape[1])))
        if (colour, rows) == (m.b, below):
            continue
        draw(wanted, recoloured(patch, {m.a: m.c} if rows == above else {}), at)
    return given, wanted


@conditional
def alike_are_joined_others_go(m: Maker) -> Pair:
    """The two boxes of one colour that face each other are joined in it, boxes of a colour of which there is one go."""
    given = m.blank(11, 16)
    colours = m.others(4)
    top, height = m.int(0, given.shape[0] - 3), m.int(1, 3)
    left, right = m.int(0, 2), m.int(given.shape[1] - 5, given.shape[1] - 2)
    for column in (left, right):
        given[top : top + height, column : column + 2] = colours[0]
    wanted = given.copy()
    wanted[top : top + height, left : right + 2] = colours[0]
    blocked = np.where(wanted, 1, 0).astype(np.int8)
    for colour in colours[1:3]:
        patch = m.box(2, 2)
        draw(given, patch * colour, m.put(blocked, patch))
    return given, wanted


@conditional
def largest_stays_others_shrink(m: Maker) -> Pair:
    """Of each box but the largest only the middle cell is left."""
    given = m.blank(13, 18)
    wanted = given.copy()
    for size in (7, 3, 5, m.pick((3, 5))):
        colour = m.pick(m.others(4))
        patch = np.full((size, size), colour, np.int8)
        at = m.put(given, patch)
        if size == 7:
            draw(wanted, patch, at)
        else:
            wanted[at[0] + size // 2, at[1] + size // 2] = colour
    return given, wanted


@conditional
def dots_beside_them_protect(m: Maker) -> Pair:
    """Objects take another colour, but those that have a dot beside them stay; dots go."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for dotted in (True, False, m.coin(), m.coin()):
        patch = np.zeros((3, 4), np.int8)
        own = m.blob(m.int(4, 6))
        draw(patch, own, (0, 0))
        if not patch[1, own.shape[1] - 1]:
            raise CrowdedError
        both = patch * m.a
        if dotted:
            both[1, own.shape[1]] = m.b
        draw(wanted, patch * (m.a if dotted else m.c), m.put(given, both))
    return given, wanted


@applied
def moved_as_the_arrow_says(m: Maker) -> Pair:
    """The box with a marked side moves that way by as many cells as it has marks, the marks move along."""
    given = m.blank(11, 15)
    wanted = given.copy()
    patch = np.full((3, 3), m.a, np.int8)
    count = m.int(1, 3)
    side = m.int(0, 3)
    patch[0, :count] = m.b
    patch = np.rot90(patch, side).copy()
    step = ((-1, 0), (0, -1), (1, 0), (0, 1))[side]
    row, column = m.put(given, patch)
    end = row + step[0] * count, column + step[1] * count
    if not (0 <= end[0] <= given.shape[0] - 3 and 0 <= end[1] <= given.shape[1] - 3):
        raise CrowdedError
    draw(wanted, patch, end)
    return given, wanted


@applied
def shot_as_long_as_the_bar(m: Maker) -> Pair:
    """A bar on the left border says how many cells the dot draws to the right."""
    given = m.blank(9, 14)
    length = m.int(2, 5)
    given[m.int(0, given.shape[0] - length) :, 0][:length] = m.a
    rows = m.some(range(0, given.shape[0], 2), m.int(1, 3))
    wanted = given.copy()
    for row in rows:
        column = m.int(2, given.shape[1] - length - 1)
        given[row, column] = m.b
        wanted[row, column : column + length + 1] = m.b
    return given, wanted


@applied
def all_in_the_shape_of_the_framed(m: Maker) -> Pair:
    """Boxes get the shape of the object that has a frame around it, each in its colour."""
    given = m.blank(12, 17)
    shape = m.odd_one()
    framed = np.pad(np.pad(shape * m.a, 1), 1, constant_values=m.b)
    at = m.put(given, framed)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        colour = m.pick(m.others(4))
        draw(wanted, shape * colour, m.put(given, np.full((3, 3), colour, np.int8)))
    draw(wanted, framed, at)
    return given, wanted


@applied
def colours_by_the_bar_of_the_row(m: Maker) -> Pair:
    """A column of colours at the left border: each object takes that in whose rows it lies."""
    heights = [m.int(3, 4) for _ in range(m.int(2, 3))]
    colours = m.others(len(heights))
    given = np.zeros((sum(heights), m.int(10, 14)), np.int8)
    top = 0
    wanted = given.copy()
    for height, colour in zip(heights, colours, strict=True):
        wanted[top : top + height, 0] = given[top : top + height, 0] = colour
        for _ in range(m.int(1, 2)):
            patch = m.blob(m.int(3, 5))
            at = m.put(given, patch * m.a, 1, (slice(top, top + height), slice(2, given.shape[1])))
            draw(wanted, patch * colour, at)
        top += height
    return given, wanted


@applied
def smallest_gives_the_colour_largest_the_shape(m: Maker) -> Pair:
    """The largest object, cut out, in the colour of the smallest."""
    given = m.blank(11, 16)
    colours = m.others(3)
    masks = [m.blob(9, 4, 4), m.blob(m.int(4, 6)), m.blob(m.int(1, 2))]
    for mask, colour in zip(masks, colours, strict=True):
        m.put(given, mask * colour)
    return given, masks[0] * colours[2]


@applied
def frames_as_thick_as_the_legend(m: Maker) -> Pair:
    """As many dots as there are in the corner row, so many rings are drawn around each box."""
    given = m.blank(13, 18)
    count = m.int(1, 3)
    given[0, : 2 * count : 2] = m.a
    wanted = given.copy()
    for _ in range(m.int(1, 2)):
        patch = m.box(1, 2) * m.b
        at = m.put(given, np.pad(patch, count), 1)
        draw(wanted, np.pad(patch, count, constant_values=m.c), at)
    return given, wanted


@applied
def lines_in_the_direction_of_the_sample(m: Maker) -> Pair:
    """One dot already has its line, in a direction of its own: the others get the same."""
    given = m.blank(10, 15)
    step = m.pick(STEPS)
    wanted = given.copy()
    places = m.scatter(given, m.a, m.int(3, 4), 1)
    if len({row for row, _ in places}) < len(places) or len({column for _, column in places}) < len(places):
        raise CrowdedError
    for number, place in enumerate(places):
        wanted[place] = m.a
        at = after(place, step)
        if number == 0 and not inside(given, after(at, step)):
            raise CrowdedError
        while inside(given, at):
            wanted[at] = m.b
            if number == 0:
                given[at] = m.b
            at = after(at, step)
    return given, wanted


@applied
def repeated_as_often_as_it_has_dots(m: Maker) -> Pair:
    """The object is repeated side by side as often as it has cells of the second colour."""
    patch = m.blob(6) * m.a
    count = m.int(2, 4)
    for at in m.some(list(zip(*np.nonzero(patch), strict=True)), count):
        patch[at] = m.b
    given = m.blank(8, 12)
    m.put(given, patch)
    return given, np.tile(patch, (1, count))


@applied
def all_as_tall_as_the_marked(m: Maker) -> Pair:
    """Bars stand on the ground; all grow or shrink to the height of the one in another colour."""
    count = m.int(3, 6)
    given = np.zeros((m.int(7, 10), 2 * count + 1), np.int8)
    wanted = given.copy()
    heights = [m.int(1, given.shape[0] - 1) for _ in range(count)]
    marked = m.int(0, count - 1)
    for number, height in enumerate(heights):
        colour = m.b if number == marked else m.a
        given[given.shape[0] - height :, 2 * number + 1] = colour
        wanted[given.shape[0] - heights[marked] :, 2 * number + 1] = colour
    return given, wanted


@applied
def cropped_and_turned_by_its_mark(m: Maker) -> Pair:
    """The object in the frame, without it: mirrored sideways for one colour of the frame, upside down for the other."""
    given = m.blank(11, 15)
    which = m.coin()
    patch = m.odd_one() * m.c
    m.put(given, np.pad(np.pad(patch, 1), 1, constant_values=m.a if which else m.b))
    m.put(given, m.blob(5) * m.c)
    return given, crop(patch[:, ::-1] if which else patch[::-1])
