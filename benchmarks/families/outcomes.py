"""Answers read off a grid whose size depends on it, panes compared, patterns continued, shapes kept and made whole."""

from __future__ import annotations

import numpy as np

from families.making import CrowdedError, Maker, Pair, draw, family, frame, laid_out, turn

answers, compared, continued = family("answers"), family("comparing"), family("continued")
whole = family("made whole")


@answers
def shapes_counted_as_bars(m: Maker) -> Pair:
    """A row for each of the three shapes shown in colour above: as many of its cells as there are in grey below."""
    shapes = [np.ones((2, 2), np.int8), np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.int8), np.ones((1, 3), np.int8)]
    given = m.blank(14, 18)
    colours = (m.b, m.c, m.d)
    wanted = np.zeros((3, 4), np.int8)
    for number, (shape, colour) in enumerate(zip(shapes, colours, strict=True)):
        count = m.int(1, 4)
        wanted[number, :count] = colour
        for _ in range(count):
            m.put(given, shape * m.a)
    return given, wanted


@answers
def odd_one_by_its_colours(m: Maker) -> Pair:
    """Of boxes of two colours, the one whose colours no other has, cut out."""
    given = m.blank(12, 17)
    usual, other = m.others(2), m.others(4)[2:]
    if set(usual) & set(other):
        raise CrowdedError
    boxes = [m.noise(3, 3, colours) for colours in (usual, usual, usual, other)]
    if any(len(np.unique(box)) < 2 for box in boxes):
        raise CrowdedError
    for box in boxes:
        m.put(given, box)
    return given, boxes[3]


@answers
def odd_one_by_its_size(m: Maker) -> Pair:
    """All boxes but one are of the same size: the colour and the size of that one."""
    given = m.blank(12, 17)
    sizes = m.some([(height, width) for height in (1, 2, 3) for width in (1, 2, 3)], 2)
    boxes = [
        np.full(size, colour, np.int8) for size, colour in zip((sizes[0], *[sizes[1]] * 3), m.others(4), strict=True)
    ]
    for box in boxes:
        m.put(given, box)
    return given, boxes[0]


@answers
def colour_that_lies_most_often_on_another(m: Maker) -> Pair:
    """Boxes with dots in several colours: one cell in the colour of most dots on boxes; dots beside do not count."""
    given = m.blank(12, 17)
    one, other = m.others(2)
    counts = m.some(range(1, 5), 2)
    box = m.box(4, 5) * m.a
    places = m.some(list(np.ndindex(*box.shape)), sum(counts))
    for number, at in enumerate(places):
        box[at] = one if number < counts[0] else other
    m.put(given, box)
    for _ in range(m.int(3, 6)):
        m.scatter(given, m.pick((one, other)), 1)
    return given, np.full((1, 1), one if counts[0] > counts[1] else other, np.int8)


@answers
def enlarged_by_its_number_of_colours(m: Maker) -> Pair:
    """The object, cut out, each cell as large as it has colours."""
    given = m.blank(9, 13)
    count = m.int(1, 3)
    mask = m.blob(6)
    patch = mask * m.pick(m.palette)
    colours = m.some(m.palette, count)
    cells = list(zip(*np.nonzero(mask), strict=True))
    for number, at in enumerate(cells):
        patch[at] = colours[number % count]
    m.put(given, patch)
    return given, np.kron(patch, np.ones((count, count), np.int8))


@answers
def square_for_each_object(m: Maker) -> Pair:
    """Squares of two by two along a diagonal, one for each object, from left to right in their colours."""
    given = m.blank(10, 14)
    found = []
    for colour in m.others(m.int(2, 4)):
        patch = m.blob(m.int(2, 4)) * colour
        found.append((m.put(given, patch)[1], colour))
    if len({column for column, _ in found}) < len(found):
        raise CrowdedError
    wanted = np.zeros((2 * len(found), 2 * len(found)), np.int8)
    for number, (_, colour) in enumerate(sorted(found)):
        wanted[2 * number : 2 * number + 2, 2 * number : 2 * number + 2] = colour
    return given, wanted


@answers
def distance_between_as_bar(m: Maker) -> Pair:
    """Two boxes in one row: as many cells as there are between them, in the colour of the left one."""
    given = m.blank(9, 14)
    left, right = m.others(2)
    gap = m.int(1, given.shape[1] - 5)
    row, column = m.int(0, given.shape[0] - 2), m.int(0, given.shape[1] - gap - 4)
    given[row : row + 2, column : column + 2] = left
    given[row : row + 2, column + gap + 2 : column + gap + 4] = right
    return given, np.full((1, gap), left, np.int8)


@compared
def pane_that_differs_from_its_neighbours(m: Maker) -> Pair:
    """All panes but one are equal up to one cell: the pane that differs is filled, the others are emptied."""
    usual = m.noise(3, 3, (m.b,), 0.5)
    other = usual.copy()
    at = m.int(0, 2), m.int(0, 2)
    other[at] = 0 if usual[at] else m.b
    where = m.int(0, 5)
    given = [other if number == where else usual for number in range(6)]
    full = [np.full((3, 3), m.c if number == where else 0, np.int8) for number in range(6)]
    return laid_out([given[:3], given[3:]], m.a), laid_out([full[:3], full[3:]], m.a)


@compared
def cells_that_all_panes_have(m: Maker) -> Pair:
    """Cells that are coloured in every pane, whatever their colours are, in one pane."""
    count = m.int(3, 4)
    panes = [m.noise(4, 4, (colour,), 0.75) for colour in m.others(count)]
    common = np.logical_and.reduce([pane != 0 for pane in panes])
    if not 2 <= common.sum() <= 10:
        raise CrowdedError
    return laid_out([panes], m.a), (common * m.b).astype(np.int8)


@compared
def pane_with_the_fewest_cells(m: Maker) -> Pair:
    """The pane with the fewest cells stays, the others are emptied."""
    counts = m.some(range(1, 9), 4)
    panes = []
    for count in counts:
        pane = np.zeros((3, 3), np.int8)
        for at in m.some(list(np.ndindex(3, 3)), count):
            pane[at] = m.b
        panes.append(pane)
    done = [pane if count == min(counts) else pane * 0 for pane, count in zip(panes, counts, strict=True)]
    return laid_out([panes[:2], panes[2:]], m.a), laid_out([done[:2], done[2:]], m.a)


@compared
def each_pane_by_its_number(m: Maker) -> Pair:
    """Panes with one, two and three dots are filled with one colour each."""
    colours = {1: m.b, 2: m.c, 3: m.d}
    given, done = [], []
    for count in m.some([1, 2, 3, m.int(1, 3), m.int(1, 3), m.int(1, 3)], 6):
        pane = np.zeros((3, 3), np.int8)
        for at in m.some(list(np.ndindex(3, 3)), count):
            pane[at] = m.a
        given.append(pane)
        done.append(np.full((3, 3), colours[count], np.int8))
    line = m.once("line", m.palette[4:])
    return laid_out([given[:3], given[3:]], line), laid_out([done[:3], done[3:]], line)


@compared
def moved_on_from_pane_to_pane(m: Maker) -> Pair:
    """In the first pane a dot; in each following one it lies one further to the right, and one lower."""
    count = m.int(3, 4)
    row, column = m.int(0, 1), m.int(0, 1)
    given, done = [], []
    for number in range(count):
        pane = np.zeros((5, 5), np.int8)
        at = row + number, column + number
        pane[at] = m.b
        done.append(pane)
        given.append(pane if number < 2 else pane * 0)
    if row + count > 5 or column + count > 5:
        raise CrowdedError
    return laid_out([given], m.a), laid_out([done], m.a)


@continued
def diagonal_of_boxes(m: Maker) -> Pair:
    """Two boxes along a diagonal, one of each colour: the sequence goes on to the border, the colours in turn."""
    size, side = m.int(2, 3), m.int(9, 14)
    one, other = m.others(2)
    wanted = np.zeros((side, side), np.int8)
    for number in range(side // size + 1):
        at = number * size
        wanted[at : at + size, at : at + size] = one if number % 2 == 0 else other
    given = wanted.copy()
    given[2 * size :] = 0
    return given, wanted


@continued
def zigzag_goes_on(m: Maker) -> Pair:
    """A zigzag of single cells along the rows goes on to the border in its two colours by turns."""
    width, height = m.int(12, 17), m.int(5, 8)
    one, other = m.others(2)
    depth, top = m.int(2, 3), m.int(0, 2)
    wanted = np.zeros((height, width), np.int8)
    for column in range(width):
        phase = column % (2 * depth - 2)
        wanted[top + min(phase, 2 * depth - 2 - phase), column] = one if column % 2 == 0 else other
    given = wanted.copy()
    given[:, 2 * (2 * depth - 2) :] = 0
    return given, wanted


@continued
def bars_of_growing_length(m: Maker) -> Pair:
    """Bars one, two, three long in the rows go on, each longer by one, the colours in turn, to the border."""
    height = m.int(6, 10)
    colours = m.others(m.int(2, 3))
    wanted = np.zeros((height, m.int(height, height + 4)), np.int8)
    for row in range(height):
        wanted[row, : row + 1] = colours[row % len(colours)]
    given = wanted.copy()
    given[len(colours) + 1 :] = 0
    return given, wanted


@continued
def row_pattern_shifts_by_one(m: Maker) -> Pair:
    """Below the pattern of the first row each row has it shifted by one to the right, around the end."""
    width = m.int(4, 8)
    row = m.noise(1, width, m.others(3), 0.7)[0]
    if len(np.unique(row)) < 3:
        raise CrowdedError
    height = m.int(4, 8)
    given = np.zeros((height, width), np.int8)
    given[0] = row
    return given, np.stack([np.roll(row, number) for number in range(height)])


@continued
def frames_wider_and_wider(m: Maker) -> Pair:
    """Around the dot and the first frame more frames, with a gap of one, their colours in turn, to the border."""
    side = m.int(11, 15)
    one, other = m.others(2)
    row, column = m.int(4, side - 5), m.int(4, side - 5)
    distance = np.maximum(*np.abs(np.indices((side, side)) - np.array([row, column])[:, None, None]))
    rings = np.where(distance % 2, 0, np.where(distance % 4 == 0, one, other)).astype(np.int8)
    return np.where(distance <= 2, rings, 0).astype(np.int8), rings


@continued
def alternating_copies_between(m: Maker) -> Pair:
    """The two objects at the ends of the row alternate in the gaps between: first, second, first, second."""
    count = m.pick((4, 6))
    first, second = m.odd_one() * m.pick(m.others(4)), m.odd_one() * m.pick(m.others(4))
    wanted = np.zeros((m.int(3, 6), 4 * count - 1), np.int8)
    row = m.int(0, wanted.shape[0] - 3)
    for number in range(count):
        draw(wanted, second if number % 2 else first, (row, 4 * number))
    given = np.zeros_like(wanted)
    draw(given, first, (row, 0))
    draw(given, second, (row, 4 * count - 4))
    return given, wanted


@whole
def made_symmetric_about_its_axis(m: Maker) -> Pair:
    """An upright axis of one colour; what is on either side of it is on the other one, too."""
    given = m.blank(10, 14)
    half = m.blob(6, 5, 3)
    if half.shape[0] < 3:
        raise CrowdedError
    height, width = half.shape
    kept = half * m.a
    left = m.coin()
    axis = np.full((height, 1), m.b, np.int8)
    nothing = np.zeros((height, width), np.int8)
    both = np.hstack([kept[:, ::-1], axis, kept])
    at = m.put(given, both)
    wanted = given.copy()
    shown = np.hstack([kept[:, ::-1], axis, nothing] if left else [nothing, axis, kept])
    given[at[0] : at[0] + height, at[1] : at[1] + 2 * width + 1] = shown
    return given, wanted


@whole
def each_symmetric_about_its_mark(m: Maker) -> Pair:
    """Objects around a marked centre: cells that lack of four-fold symmetry come in another colour."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for _ in range(m.int(1, 2)):
        quarter = m.noise(2, 2, (1,), 0.6)
        full = np.zeros((5, 5), np.int8)
        for number in range(4):
            full |= np.pad(np.rot90(np.pad(quarter, ((0, 3), (0, 3))), number), 0)
        full[2] |= 1
        full[:, 2] |= 1
        shown = full.copy()
        cells = [at for at in zip(*np.nonzero(full), strict=True) if 2 not in at]
        lacking = m.some(cells, m.int(1, 2)) if len(cells) > 4 else []
        for at in lacking:
            shown[at] = 0
        if not lacking:
            raise CrowdedError
        done = np.where(shown, m.a, np.where(full, m.c, 0)).astype(np.int8)
        shown = shown * m.a
        shown[2, 2] = done[2, 2] = m.b
        at = m.put(given, np.where(full, 1, 0).astype(np.int8))
        given[at[0] : at[0] + 5, at[1] : at[1] + 5] = shown
        draw(wanted, done, at)
    return given, wanted


@whole
def repeating_strip_repaired(m: Maker) -> Pair:
    """Strips of repeating patterns, each with its own period, with grey cells in them, made whole."""
    width = m.int(12, 17)
    rows = []
    for _ in range(m.int(2, 4)):
        tile = m.noise(2, m.int(2, 4), m.others(4))
        rows += [np.tile(tile, (1, width))[:, :width], np.zeros((1, width), np.int8)]
    full = np.vstack(rows[:-1]).astype(np.int8)
    given = full.copy()
    for row in range(0, full.shape[0], 3):
        column = m.int(1, width - 5)
        given[row : row + 2, column : column + m.int(2, 3)] = m.a
    return given, full


@whole
def lacking_cells_of_equal_shapes(m: Maker) -> Pair:
    """All objects are of one shape in colours of their own; one lacks some cells, which come."""
    shape = m.blob(7, 4, 4)
    given = m.blank(11, 16)
    wanted = given.copy()
    hurt = m.int(0, 2)
    for number, colour in enumerate(m.others(3)):
        at = m.put(given, shape * colour)
        draw(wanted, shape * colour, at)
        if number == hurt:
            cells = list(zip(*np.nonzero(shape), strict=True))
            for row, column in m.some(cells, 2):
                given[at[0] + row, at[1] + column] = 0
    return given, wanted


@whole
def noise_goes_lines_stay(m: Maker) -> Pair:
    """Cells of one colour as noise over boxes and lines of several: boxes and lines are whole afterwards."""
    wanted = m.blank(12, 17)
    for _ in range(m.int(2, 3)):
        m.put(wanted, frame(m.int(4, 6), m.int(4, 6)) * m.pick(m.others(4)))
    given = wanted.copy()
    for at in m.some(list(np.ndindex(*given.shape)), m.int(8, 12)):
        given[at] = m.a
    return given, wanted


@whole
def holes_of_one_shape_filled(m: Maker) -> Pair:
    """A large box has holes of several shapes: those of the shape of the sample beside it take its colour."""
    given = m.blank(13, 16)
    shape, other = m.blob(4, 2, 3), m.blob(m.int(3, 4), 3, 2)
    if any(np.array_equal(turn(shape, number), other) for number in range(8)):
        raise CrowdedError
    box = np.ones((given.shape[0] - 5, given.shape[1]), np.int8)
    holes, filled = np.zeros_like(box), np.zeros_like(box)
    within = slice(1, box.shape[0] - 1), slice(1, box.shape[1] - 1)
    for is_like in (True, False, m.coin(), False):
        mask = shape if is_like else other
        at = m.put(holes, mask, 1, within)
        if is_like:
            draw(filled, mask, at)
    draw(given, shape * m.b, (0, m.int(0, 3)))
    wanted = given.copy()
    draw(given, (1 - holes) * m.a, (5, 0))
    draw(wanted, np.where(filled, m.b, (1 - holes) * m.a).astype(np.int8), (5, 0))
    return given, wanted
