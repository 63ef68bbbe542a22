"""Templates stamped where marks are, legends and tables that are read from the grid, and what is ordered."""

from __future__ import annotations

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, draw, family, frame, recoloured, turn

stamps, tables, ordered = family("templates"), family("tables"), family("ordering")


@stamps
def template_in_colour_of_the_dot(m: Maker) -> Pair:
    """A pattern around a core: dots get the pattern around them, in their own colour."""
    given = m.blank(13, 18)
    pattern = m.noise(3, 3, (1,), 0.6)
    pattern[1, 1] = 1
    if pattern.sum() < 4:
        raise CrowdedError
    m.put(given, np.where(pattern, m.a, 0).astype(np.int8))
    wanted = given.copy()
    for colour in m.others(m.int(2, 3)):
        dot = np.zeros((5, 5), np.int8)
        row, column = m.put(given, dot)
        given[row + 2, column + 2] = colour
        draw(wanted, pattern * colour, (row + 1, column + 1))
        if not wanted[row + 2, column + 2]:
            raise CrowdedError
    return given, wanted


@stamps
def turned_to_fit_the_marks(m: Maker) -> Pair:
    """An object with three marks; elsewhere the marks alone, turned: the object is drawn to them, turned."""
    given = m.blank(13, 18)
    patch = m.odd_one() * m.a
    cells = [at for at in np.ndindex(3, 3) if patch[at]]
    first, second, third = m.some(cells, 3)
    if np.linalg.det(np.array([np.subtract(second, first), np.subtract(third, first)])) == 0:
        raise CrowdedError
    patch[first], patch[second], patch[third] = m.b, m.c, m.d
    m.put(given, patch)
    wanted = given.copy()
    for _ in range(m.int(1, 2)):
        copy = turn(patch, m.int(0, 7))
        marks = np.where(copy == m.a, 0, copy).astype(np.int8)
        place = m.put(given, np.ones((5, 5), np.int8))
        given[place[0] : place[0] + 5, place[1] : place[1] + 5] = 0
        at = (place[0] + 1, place[1] + 1)
        draw(given, marks, at)
        draw(wanted, copy, at)
    return given, wanted


@stamps
def template_as_large_as_the_mark(m: Maker) -> Pair:
    """A template with one marked cell; elsewhere a marked square: the template, as many times as large, around it."""
    given = m.blank(14, 18)
    pattern = m.odd_one() * m.a
    mark = m.pick([at for at in np.ndindex(3, 3) if pattern[at]])
    pattern[mark] = m.b
    m.put(given, pattern)
    large = np.kron(pattern, np.ones((2, 2), np.int8))
    wanted = given.copy()
    row, column = m.put(wanted, large)
    draw(given, np.where(large == m.b, m.b, 0).astype(np.int8), (row, column))
    return given, wanted


@stamps
def two_templates_by_colour(m: Maker) -> Pair:
    """Two patterns with cores of two colours: dots in the colour of a core get its pattern."""
    given = m.blank(14, 19)
    wanted = given.copy()
    first, second, around = m.others(3)
    patterns: dict[int, Cells] = {}
    for core in (first, second):
        ring = m.noise(3, 3, (around,), 0.55)
        ring[1, 1] = core
        if (ring != 0).sum() < 4:
            raise CrowdedError
        patterns[core] = ring
        draw(wanted, ring, m.put(given, ring))
    for core in (first, second, m.pick((first, second))):
        row, column = m.put(wanted, np.pad(patterns[core], 1))
        given[row + 2, column + 2] = core
    if np.array_equal(patterns[first] == around, patterns[second] == around):
        raise CrowdedError
    return given, wanted


@stamps
def copies_as_the_plan_says(m: Maker) -> Pair:
    """A small plan beside the object: the output has the object wherever the plan has a cell."""
    given = m.blank(10, 14)
    patch = m.noise(3, 3, m.others(2))
    plan = m.noise(2, 3, (m.a,), 0.6)
    if not plan[0, 0] or not plan[-1, -1] or plan.all():
        raise CrowdedError
    m.put(given, patch)
    m.put(given, plan, 1)
    return given, np.kron(plan != 0, patch).astype(np.int8)


@stamps
def empty_sockets_get_their_shape(m: Maker) -> Pair:
    """A filled socket shows what comes into the empty ones; its content's colour is that of each socket's lid."""
    given = m.blank(13, 18)
    shape = m.odd_one()
    wanted = given.copy()
    for number, colour in enumerate(m.others(3)):
        box = frame(5, 5) * m.a
        box[0] = colour
        full = box.copy()
        full[1:-1, 1:-1] = shape * colour
        draw(wanted, full, m.put(given, box if number else full))
    return given, wanted


@stamps
def object_at_each_dot_by_its_mark(m: Maker) -> Pair:
    """The object has one marked cell; at each dot of the mark's colour it is drawn so that the mark is on the dot."""
    given = m.blank(13, 18)
    patch = m.odd_one() * m.a
    patch[m.pick([at for at in np.ndindex(3, 3) if patch[at]])] = m.b
    m.put(given, patch)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        row, column = m.put(wanted, np.pad(patch, 1))
        draw(given, np.where(patch == m.b, m.b, 0).astype(np.int8), (row + 1, column + 1))
    return given, wanted


@tables
def colour_of_the_bar_of_its_size(m: Maker) -> Pair:
    """Coloured bars of one, two and three cells on the left; grey objects take the colour of the bar of their size."""
    given = m.blank(12, 17)
    colours = m.others(3)
    for number, colour in enumerate(colours):
        given[2 * number, : number + 1] = colour
    wanted = given.copy()
    sizes = [*m.some((1, 2, 3), 2), *(m.int(1, 3) for _ in range(m.int(1, 3)))]
    for size in sizes:
        patch = m.blob(size)
        at = m.put(given, patch * m.a, 1, (slice(0, given.shape[0]), slice(5, given.shape[1])))
        draw(wanted, patch * colours[size - 1], at)
    return given, wanted


_HOLES = {
    1: np.array([[1, 1, 1, 0, 0], [1, 0, 1, 1, 1], [1, 1, 1, 0, 0]], np.int8),
    2: np.array([[1, 1, 1, 1, 1], [1, 0, 1, 0, 1], [1, 1, 1, 1, 1]], np.int8),
    3: np.array([[1, 1, 1, 1, 1, 1, 1], [1, 0, 1, 0, 1, 0, 1], [1, 1, 1, 1, 1, 1, 1]], np.int8),
}
"""Masks by their number of holes."""


@tables
def three_colours_by_number_of_holes(m: Maker) -> Pair:
    """Objects with one, two and three holes take one colour each."""
    given = m.blank(13, 18)
    wanted = given.copy()
    for count in (*m.some((1, 2, 3), 3), m.int(1, 3)):
        mask = turn(_HOLES[count], m.int(0, 7))
        draw(wanted, mask * (m.b, m.c, m.d)[count - 1], m.put(given, mask * m.a))
    return given, wanted


@tables
def frames_from_the_table(m: Maker) -> Pair:
    """Pairs of colours in the corner: each box of a first colour gets a frame in its second."""
    given = m.blank(12, 17)
    colours = m.others(4)
    given[:2, 0], given[:2, 1] = colours[:2], colours[2:]
    wanted = given.copy()
    for colour in (*colours[:2], m.pick(colours[:2])):
        patch = m.box(1, 3) * colour
        padded = np.pad(patch, 1, constant_values=dict(zip(colours[:2], colours[2:], strict=True))[colour])
        row, column = m.put(wanted, padded)
        draw(given, patch, (row + 1, column + 1))
    return given, wanted


@tables
def shapes_named_by_the_legend(m: Maker) -> Pair:
    """Left of the wall shapes in colours; right of it the same shapes in grey, turned perhaps, which take them."""
    given = np.zeros((12, m.int(14, 17)), np.int8)
    given[:, 4] = m.b
    colours = m.others(3)
    shapes = [m.odd_one() for _ in colours]
    pairs = [(shapes[0], shapes[1]), (shapes[0], shapes[2]), (shapes[1], shapes[2])]
    if any(np.array_equal(turn(one, number), other) for one, other in pairs for number in range(8)):
        raise CrowdedError
    for number, (shape, colour) in enumerate(zip(shapes, colours, strict=True)):
        draw(given, shape * colour, (4 * number, 0))
    wanted = given.copy()
    for number in (*m.some((0, 1, 2), 2), m.int(0, 2)):
        mask = turn(shapes[number], m.int(0, 3))
        at = m.put(given, mask * m.a, 1, (slice(0, 12), slice(6, given.shape[1])))
        draw(wanted, mask * colours[number], at)
    return given, wanted


@tables
def rings_reversed(m: Maker) -> Pair:
    """The colours of nested frames change places: the outermost takes the innermost one's."""
    colours = m.others(3)
    side = m.int(6, 9)
    rings = np.zeros((side, side + m.int(0, 2)), np.int8)
    for number, colour in enumerate(colours):
        rings[number : rings.shape[0] - number, number : rings.shape[1] - number] = colour
    given = m.blank(11, 15)
    at = m.put(given, rings)
    wanted = np.zeros_like(given)
    draw(wanted, recoloured(rings, dict(zip(colours, colours[::-1], strict=True))), at)
    return given, wanted


@tables
def columns_by_the_key_below(m: Maker) -> Pair:
    """Keys in the last row: the noise in each block of three columns takes the key's colour, its ground goes."""
    blocks = m.int(3, 5)
    given = m.noise(m.int(7, 10), 4 * blocks - 1, (m.a, m.b))
    given[:, 3::4] = 0
    given[-1] = given[-2] = 0
    wanted = given.copy()
    for number in range(blocks):
        key = m.pick(m.others(4))
        given[-1, 4 * number + 1] = wanted[-1, 4 * number + 1] = key
        part = wanted[:-2, 4 * number : 4 * number + 3]
        part[:] = np.where(part == m.a, key, 0)
    return given, wanted


@ordered
def colours_by_number_of_dots(m: Maker) -> Pair:
    """Boxes with different numbers of dots: their colours in the order of these numbers."""
    given = m.blank(12, 17)
    counts, colours = sorted(m.some(range(1, 6), 3)), m.others(3)
    for count, colour in zip(counts, colours, strict=True):
        patch = np.full((3, m.int(3, 4)), colour, np.int8)
        for at in m.some(list(np.ndindex(*patch.shape)), count):
            patch[at] = m.a
        m.put(given, patch)
    return given, np.array([[colour] for colour in colours], np.int8)


@ordered
def first_second_third_by_size(m: Maker) -> Pair:
    """The largest object takes one colour, the second another, the smallest a third."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for size, colour in zip(sorted(m.some(range(2, 9), 3)), (m.b, m.c, m.d), strict=True):
        patch = m.blob(size)
        draw(wanted, patch * colour, m.put(given, patch * m.a))
    return given, wanted


@ordered
def hanging_bars_in_order(m: Maker) -> Pair:
    """Bars that hang from the top, each in its colour, are put in the order of their length; gaps stay."""
    count = m.int(4, 6)
    given = np.zeros((m.int(8, 11), 2 * count + 1), np.int8)
    wanted = given.copy()
    lengths = m.some(range(1, given.shape[0]), count)
    bars = [(length, m.pick(m.others(4))) for length in lengths]
    for canvas, order in ((given, bars), (wanted, sorted(bars))):
        for number, (length, colour) in enumerate(order):
            canvas[:length, 2 * number + 1] = colour
    return given, wanted


@ordered
def stacked_by_width(m: Maker) -> Pair:
    """Bars of different length anywhere: piled up in the middle of the output, the shortest on top."""
    widths, colours = m.some((1, 3, 5, 7), m.int(2, 4)), m.others(4)
    given = m.blank(12, 15)
    bars = sorted(zip(widths, colours, strict=False))
    for width, colour in bars:
        m.put(given, np.full((1, width), colour, np.int8))
    wanted = np.zeros((len(bars), max(widths)), np.int8)
    for row, (width, colour) in enumerate(bars):
        start = (max(widths) - width) // 2
        wanted[row, start : start + width] = colour
    return given, wanted
