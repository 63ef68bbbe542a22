"""Which objects: extracted, filled or hollow, over each other, the same or different, noise, colours by a rule."""

from __future__ import annotations

import numpy as np

from families.making import SQUARE, Cells, CrowdedError, Maker, Pair, crop, draw, family, frame, recoloured, turn

extract, filled, overlap = family("extract objects"), family("filled and hollow"), family("overlap")
same, clean, mapping = family("same and different"), family("clean up"), family("colour mapping")


@extract
def largest_object(m: Maker) -> Pair:
    given = m.blank(10, 16)
    patches = [m.blob(size, 4, 4) * m.pick(m.others(4)) for size in (m.int(9, 12), m.int(3, 6), m.int(3, 6))]
    for patch in patches:
        m.put(given, patch)
    return given, patches[0]


@extract
def object_of_other_colour(m: Maker) -> Pair:
    given = m.blank(10, 16)
    one, many = m.others(2)
    patches = [m.blob(m.int(4, 7)) * colour for colour in (one, many, many, many)]
    for patch in patches:
        m.put(given, patch)
    return given, patches[0]


@extract
def symmetric_object(m: Maker) -> Pair:
    given = m.blank(10, 16)
    mask = m.blob(m.int(5, 7))
    while not (mask.shape == (3, 3) and np.array_equal(mask, mask[:, ::-1])):
        mask = m.blob(m.int(5, 7))
    patches = [mask * m.pick(m.others(4))] + [m.odd_one() * m.pick(m.others(4)) for _ in range(2)]
    for patch in patches:
        m.put(given, patch)
    return given, patches[0]


@extract
def object_with_a_dot(m: Maker) -> Pair:
    """The box that has a cell of another colour."""
    given = m.blank(11, 16)
    patches = [m.box(3, 5) * m.a for _ in range(3)]
    patches[0][m.int(0, patches[0].shape[0] - 1), m.int(0, patches[0].shape[1] - 1)] = m.b
    for patch in patches:
        m.put(given, patch)
    return given, patches[0]


@extract
def object_with_most_dots(m: Maker) -> Pair:
    given = m.blank(12, 17)
    patches = [m.box(3, 5) * colour for colour in m.others(3)]
    for patch, dots in zip(patches, (4, 2, 1), strict=True):
        for at in m.some(list(np.ndindex(*patch.shape)), dots):
            patch[at] = m.a
        m.put(given, patch)
    return given, patches[0]


@filled
def fill_hollow(m: Maker) -> Pair:
    given = m.blank(11, 16)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        patch = frame(m.int(3, 5), m.int(3, 5)) * m.a
        at = m.put(given, patch)
        draw(wanted, np.where(patch == 0, m.b, patch), at)
    return given, wanted


@filled
def hollow_out(m: Maker) -> Pair:
    given = m.blank(11, 16)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        patch = m.box(3, 6) * m.pick(m.others(4))
        draw(wanted, patch * frame(*patch.shape), m.put(given, patch))
    return given, wanted


@filled
def recolour_by_holes(m: Maker) -> Pair:
    """Hollow boxes take one colour, solid ones another."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for hollow in (True, False, m.coin()):
        size = m.int(3, 5), m.int(3, 5)
        mask = frame(*size) if hollow else np.ones(size, np.int8)
        draw(wanted, mask * (m.b if hollow else m.c), m.put(given, mask * m.a))
    return given, wanted


@filled
def keep_solid(m: Maker) -> Pair:
    given = m.blank(11, 16)
    wanted = given.copy()
    for solid in (True, False, m.coin()):
        size, colour = (m.int(3, 5), m.int(3, 5)), m.pick(m.others(4))
        patch = (np.ones(size, np.int8) if solid else frame(*size)) * colour
        at = m.put(given, patch)
        if solid:
            draw(wanted, patch, at)
    return given, wanted


@filled
def fill_by_size_of_hole(m: Maker) -> Pair:
    """Holes of one cell take one colour, larger ones another."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for side in (3, m.int(4, 5), m.int(3, 5)):
        patch = frame(side, side) * m.a
        draw(wanted, np.where(patch == 0, m.b if side == 3 else m.c, patch), m.put(given, patch))
    return given, wanted


def _overlapping(m: Maker) -> tuple[Cells, Cells, Cells]:
    """Two boxes, the second over the first, and what is seen of them."""
    canvas = m.blank(10, 14)
    under, over = m.others(2)
    rows, columns = canvas.shape
    first, second = np.zeros_like(canvas), np.zeros_like(canvas)
    top, left, height, width = m.int(1, 3), m.int(1, 3), m.int(4, 5), m.int(4, 5)
    draw(first, np.full((height, width), under, np.int8), (top, left))
    size = m.int(3, 5), m.int(3, 5)
    at = (top + m.pick((-1, 2)), left + m.pick((-1, 2)))
    draw(second, np.full(size, over, np.int8), at)
    if at[0] + size[0] > rows - 1 or at[1] + size[1] > columns - 1:
        raise CrowdedError
    seen = np.where(second != 0, second, first)
    hidden = np.count_nonzero(first) - np.count_nonzero(seen == under)
    if not 1 <= hidden < np.count_nonzero(first) - 4:
        raise CrowdedError
    return first, second, seen


@overlap
def top_object(m: Maker) -> Pair:
    _, second, seen = _overlapping(m)
    return seen, crop(second)


@overlap
def bring_to_front(m: Maker) -> Pair:
    first, second, seen = _overlapping(m)
    return seen, np.where(first != 0, first, second)


@overlap
def remove_the_upper(m: Maker) -> Pair:
    """What lies under it is whole then."""
    first, _, seen = _overlapping(m)
    return seen, first


@overlap
def colour_of_the_top(m: Maker) -> Pair:
    _, second, seen = _overlapping(m)
    return seen, np.full((1, 1), second.max(), np.int8)


@overlap
def stripes_cross(m: Maker) -> Pair:
    """Horizontal lines pass under vertical ones; afterwards over them."""
    across, down = m.others(2)
    height, width = m.int(8, 14), m.int(8, 14)
    rows = [row for row in range(1, height - 1, 2) if m.coin()]
    columns = [column for column in range(1, width - 1, 2) if m.coin()]
    if not rows or not columns:
        raise CrowdedError
    given = np.zeros((height, width), np.int8)
    given[rows] = across
    wanted = given.copy()
    given[:, columns] = down
    wanted[:, columns] = down
    wanted[rows] = across
    return given, wanted


@same
def odd_shape_out(m: Maker) -> Pair:
    """One object has another shape than all others: it alone is recoloured."""
    given = m.blank(11, 16)
    usual, other = m.odd_one(), m.blob(6)
    if np.array_equal(usual, other):
        raise CrowdedError
    wanted = given.copy()
    for mask, colour in ((other, m.b), (usual, m.a), (usual, m.a), (usual, m.a)):
        draw(wanted, mask * colour, m.put(given, mask * m.a))
    return given, wanted


@same
def equal_shapes_recoloured(m: Maker) -> Pair:
    """Objects whose shape occurs twice."""
    given = m.blank(11, 16)
    masks = [m.blob(m.int(3, 6)) for _ in range(3)]
    if any(np.array_equal(masks[one], masks[other]) for one, other in ((0, 1), (0, 2), (1, 2))):
        raise CrowdedError
    wanted = given.copy()
    for mask, colour in ((masks[0], m.b), (masks[0], m.b), (masks[1], m.a), (masks[2], m.a)):
        draw(wanted, mask * colour, m.put(given, mask * m.a))
    return given, wanted


@same
def like_the_sample(m: Maker) -> Pair:
    """Only objects of the shape of the one in the sample's colour stay."""
    given = m.blank(12, 16)
    mask, other = m.odd_one(), m.odd_one()
    if any(np.array_equal(turn(mask, number), other) for number in range(8)):
        raise CrowdedError
    m.put(given, mask * m.a)
    m.put(given, mask * m.b)
    wanted = given.copy()
    for _ in range(2):
        m.put(given, other * m.b)
    if m.coin():
        draw(wanted, mask * m.b, m.put(given, mask * m.b))
    return given, wanted


@same
def odd_pane_out(m: Maker) -> Pair:
    """Three patterns, two of them equal; the output is the third."""
    usual, other = m.noise(3, 3, (m.a,), 0.5), m.noise(3, 3, (m.a,), 0.5)
    if np.array_equal(usual, other):
        raise CrowdedError
    panes = m.some((usual, usual, other), 3)
    given = np.full((11, 3), m.b, np.int8)
    for number, pane in enumerate(panes):
        given[4 * number : 4 * number + 3] = pane
    return given, other


@same
def same_row_colours(m: Maker) -> Pair:
    """Rows of one colour become grey, the others black."""
    given = np.stack([m.pick([np.full(3, m.pick(m.others(4))), m.some(m.others(3), 3)]) for _ in range(m.int(3, 5))])
    given = given.astype(np.int8)
    uniform = (given == given[:, :1]).all(1)
    return given, np.where(uniform[:, None], m.a, np.zeros_like(given)).astype(np.int8)


@clean
def remove_single_cells(m: Maker) -> Pair:
    given = m.blank(10, 17)
    for _ in range(m.int(2, 3)):
        m.put(given, m.box(2, 5) * m.pick(m.others(3)))
    wanted = given.copy()
    m.scatter(given, m.a, m.int(5, 9))
    return given, wanted


@clean
def noise_on_boxes(m: Maker) -> Pair:
    """Noise of one colour on the ground and on the boxes."""
    wanted = m.blank(11, 17)
    for _ in range(m.int(2, 3)):
        m.put(wanted, m.box(4, 6) * m.pick(m.others(3)))
    given = wanted.copy()
    for row, column in m.some(list(np.ndindex(*given.shape)), m.int(8, 14)):
        if not (given[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2] == m.a).any():
            given[row, column] = m.a
    return given, wanted


@clean
def remove_small_objects(m: Maker) -> Pair:
    given = m.blank(10, 16)
    for _ in range(2):
        m.put(given, m.box(3, 5) * m.a)
    wanted = given.copy()
    for _ in range(m.int(3, 5)):
        m.put(given, m.blob(m.int(1, 3)) * m.a)
    return given, wanted


@clean
def close_gaps_in_lines(m: Maker) -> Pair:
    wanted = m.blank(9, 15)
    wanted[m.some(range(1, wanted.shape[0] - 1, 3), 2)] = m.a
    given = wanted.copy()
    for row, column in m.some(list(zip(*np.nonzero(wanted), strict=True)), m.int(3, 6)):
        given[row, column] = 0
    return given, wanted


@clean
def most_frequent_in_stripes(m: Maker) -> Pair:
    """Stripes of one colour with cells of noise."""
    wanted = np.concatenate([np.full((m.int(2, 4), 12), colour, np.int8) for colour in m.others(4)])
    given = wanted.copy()
    for at in m.some(list(np.ndindex(*given.shape)), m.int(6, 10)):
        given[at] = m.a
    return given, wanted


@mapping
def each_colour_to_another(m: Maker) -> Pair:
    given = m.noise(m.int(3, 7), m.int(3, 7), (m.a, m.b, m.c))
    return given, recoloured(given, {m.a: m.b, m.b: m.a, m.c: m.d})


@mapping
def largest_and_others(m: Maker) -> Pair:
    given = m.blank(11, 16)
    wanted = given.copy()
    for size, colour in ((9, m.b), (m.int(2, 6), m.c), (m.int(2, 6), m.c)):
        mask = m.blob(size, 4, 4)
        draw(wanted, mask * colour, m.put(given, mask * m.a))
    return given, wanted


@mapping
def colour_by_number_of_cells(m: Maker) -> Pair:
    given = m.blank(10, 15)
    wanted = given.copy()
    colours = {2: m.b, 3: m.c, 4: m.d}
    for size in (2, 3, 4, m.int(2, 4), m.int(2, 4)):
        mask = m.blob(size)
        draw(wanted, mask * colours[size], m.put(given, mask * m.a))
    return given, wanted


@mapping
def swap_two_colours(m: Maker) -> Pair:
    """Each object has two colours of its own, which change places."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for _ in range(m.int(1, 3)):
        one, other = m.others(2)
        patch = m.box(3, 5) * one
        patch[1:-1, 1:-1] = other
        draw(wanted, recoloured(patch, {one: other, other: one}), m.put(given, patch))
    return given, wanted


@mapping
def objects_take_colour_of_their_dot(m: Maker) -> Pair:
    given = m.blank(11, 16)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        mask, colour = m.box(3, 4), m.pick(m.others(4))
        patch = mask * m.a
        patch[m.int(0, mask.shape[0] - 1), m.int(0, mask.shape[1] - 1)] = colour
        draw(wanted, mask * colour, m.put(given, patch))
    return given, wanted


@mapping
def colour_of_the_corner(m: Maker) -> Pair:
    """All objects take the colour of the cell in the corner, which goes."""
    given = m.blank(10, 15)
    given[0, 0] = colour = m.pick(m.others(4))
    wanted = np.zeros_like(given)
    for patch in (m.blob(5), m.blob(4), SQUARE):
        draw(wanted, patch * colour, m.put(given, patch * m.a))
    return given, wanted
