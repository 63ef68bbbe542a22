"""More of small grids and of single rows: what games do, what turns within a grid, what is worked out of few cells."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, Place, after, family, inside, recoloured

row, small = family("one row"), family("small grids")

SIDE = 5


def _dot(m: Maker, colour: int) -> tuple[Cells, Place]:
    """A grid with a single cell, and where that is."""
    given = np.zeros((SIDE, SIDE), np.int8)
    at = m.int(0, SIDE - 1), m.int(0, SIDE - 1)
    given[at] = colour
    return given, at


def _ring(side: int) -> list[Place]:
    """The cells at the border of a square, clockwise."""
    last = side - 1
    top, right = [(0, n) for n in range(last)], [(n, last) for n in range(last)]
    return [*top, *right, *((last, last - n) for n in range(last)), *((last - n, 0) for n in range(last))]


@small
def border_turns_by_one(m: Maker) -> Pair:
    """The cells at the border move on by one, clockwise; those within stay."""
    given = m.noise(SIDE, SIDE, m.others(3), 0.5)
    wanted = given.copy()
    ring = _ring(SIDE)
    for at, following in zip(ring, [*ring[1:], ring[0]], strict=True):
        wanted[following] = given[at]
    return given, wanted


@small
def middle_turns_by_a_quarter(m: Maker) -> Pair:
    """The inner square turns by a quarter, the border stays."""
    given = m.noise(SIDE, SIDE, m.others(3), 0.6)
    wanted = given.copy()
    wanted[1:-1, 1:-1] = np.rot90(given[1:-1, 1:-1])
    return given, wanted


@small
def full_rows_go(m: Maker) -> Pair:
    """Rows without a gap go, and what is above comes down."""
    given = m.noise(6, SIDE, m.others(3), 0.6)
    given[:2] = 0
    given[1, m.int(0, 4)] = m.pick(m.others(3))
    for line in m.some(range(2, 6), m.int(1, 2)):
        given[line] = [m.pick(m.others(3)) for _ in range(SIDE)]
    kept = given[~(given != 0).all(1)]
    return given, np.vstack([np.zeros((6 - len(kept), SIDE), np.int8), kept])


@small
def three_in_a_line_marked(m: Maker) -> Pair:
    """Two players' cells: the three of one in a line take another colour."""
    given = np.array([[m.pick((0, m.a, m.b)) for _ in range(3)] for _ in range(3)], np.int8)
    lines = [[(n, k) for k in range(3)] for n in range(3)] + [[(k, n) for k in range(3)] for n in range(3)]
    lines += [[(k, k) for k in range(3)], [(k, 2 - k) for k in range(3)]]
    won = [line for line in lines if given[line[0]] and len({given[at] for at in line}) == 1]
    if len(won) != 1:
        raise CrowdedError
    wanted = given.copy()
    for at in won[0]:
        wanted[at] = m.c
    return given, wanted


@small
def where_a_knight_may_go(m: Maker) -> Pair:
    """The cells two steps one way and one step the other."""
    given, at = _dot(m, m.a)
    wanted = given.copy()
    for step in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
        if inside(wanted, after(at, step)):
            wanted[after(at, step)] = m.b
    return given, wanted


@small
def each_colour_takes_the_next(m: Maker) -> Pair:
    """Three colours: each becomes the next, the last the first."""
    given = m.noise(m.int(3, 5), m.int(3, 5), (m.a, m.b, m.c), 0.8)
    return given, recoloured(given, {m.a: m.b, m.b: m.c, m.c: m.a})


@small
def water_in_the_cup(m: Maker) -> Pair:
    """A cup with walls of two heights is filled up to the lower one."""
    given = np.zeros((6, 6), np.int8)
    left, width = m.int(0, 1), m.int(4, 5)
    heights = m.int(2, 5), m.int(2, 5)
    given[5, left : left + width] = m.a
    given[6 - heights[0] :, left] = given[6 - heights[1] :, left + width - 1] = m.a
    wanted = given.copy()
    wanted[6 - min(heights) : 5, left + 1 : left + width - 1] = m.b
    return given, wanted


@small
def hand_of_the_clock_goes_on(m: Maker) -> Pair:
    """A line from the middle to the border goes on by an eighth of a turn."""
    ways = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
    number = m.int(0, 7)
    drawn = []
    for down, right in (ways[number], ways[(number + 1) % 8]):
        cells = np.zeros((SIDE, SIDE), np.int8)
        for length in range(3):
            cells[2 + down * length, 2 + right * length] = m.a
        cells[2, 2] = m.b
        drawn.append(cells)
    return drawn[0], drawn[1]


@small
def filled_with_what_there_is_more_of(m: Maker) -> Pair:
    """Two colours: the whole grid takes that of more cells."""
    one, other = m.some(m.palette, 2)
    given = m.noise(SIDE, SIDE, (one, one, other), 0.5)
    if np.count_nonzero(given == one) == np.count_nonzero(given == other):
        raise CrowdedError
    more = one if np.count_nonzero(given == one) > np.count_nonzero(given == other) else other
    return given, np.full((SIDE, SIDE), more, np.int8)


@small
def third_row_from_the_first_two(m: Maker) -> Pair:
    """The third row is coloured where just one of the two above is."""
    given = np.zeros((3, SIDE), np.int8)
    given[:2] = m.noise(2, SIDE, (m.a,), 0.5)
    wanted = given.copy()
    wanted[2] = np.where((given[0] != 0) != (given[1] != 0), m.b, 0)
    return given, wanted


@small
def rows_go_on_by_turns(m: Maker) -> Pair:
    """Two rows by turns down to the last one, of which the first three are given."""
    one, other = m.noise(2, SIDE, m.others(3), 0.7)
    wanted = np.array([one, other, one, other, one, other], np.int8)
    given = wanted.copy()
    given[3:] = 0
    return given, wanted


@small
def shadow_at_the_lower_right(m: Maker) -> Pair:
    """Each cell throws a shadow one down and one to the right, where there is nothing."""
    given = m.noise(SIDE, SIDE, (m.a,), 0.25)
    wanted = np.zeros_like(given)
    wanted[1:, 1:] = np.where(given[:-1, :-1] != 0, m.b, 0)
    return given, np.where(given != 0, given, wanted).astype(np.int8)


@small
def quarters_take_their_corner(m: Maker) -> Pair:
    """Dots in the corners: each quarter takes the colour of its corner; the cross between stays black."""
    given = np.zeros((SIDE, SIDE), np.int8)
    wanted = given.copy()
    for (top, left), colour in zip(((0, 0), (0, 3), (3, 0), (3, 3)), m.some(m.palette, 4), strict=True):
        wanted[top : top + 2, left : left + 2] = colour
        given[4 * (top > 0), 4 * (left > 0)] = colour
    return given, wanted


@small
def rows_from_the_ground_by_dots(m: Maker) -> Pair:
    """As many rows from the ground are filled as there are dots."""
    count = m.int(1, 4)
    given = np.zeros((SIDE, SIDE), np.int8)
    for at in m.some(list(np.ndindex(SIDE, SIDE)), count):
        given[at] = m.a
    wanted = np.zeros_like(given)
    wanted[SIDE - count :] = m.a
    return given, wanted


@small
def opposite_through_the_middle(m: Maker) -> Pair:
    """Each dot gets its image on the other side of the middle, in another colour."""
    given = np.zeros((SIDE, SIDE), np.int8)
    for at in m.some(list(np.ndindex(SIDE, SIDE)), m.int(1, 3)):
        given[at] = m.a
    image = np.where(given[::-1, ::-1] != 0, m.b, 0)
    return given, np.where(given != 0, given, image).astype(np.int8)


@small
def marks_at_the_border_name_a_cell(m: Maker) -> Pair:
    """A mark in the first row and one in the first column: the cell in that column and row."""
    given = np.zeros((SIDE, SIDE), np.int8)
    top, left = m.int(1, 4), m.int(1, 4)
    given[top, 0] = given[0, left] = m.a
    wanted = given.copy()
    wanted[top, left] = m.b
    return given, wanted


@small
def rows_by_their_number_of_cells(m: Maker) -> Pair:
    """The rows are put in order, that with the fewest cells first."""
    given = np.zeros((4, SIDE), np.int8)
    for line, count in enumerate(m.some(range(1, 6), 4)):
        given[line, m.some(range(SIDE), count)] = m.pick(m.others(4))
    return given, given[np.argsort((given != 0).sum(1))]


@small
def grid_of_the_corner_colours(m: Maker) -> Pair:
    """The four corners alone, as a grid of two by two."""
    given = m.noise(SIDE, SIDE, m.others(4), 0.8)
    return given, given[:: SIDE - 1, :: SIDE - 1].copy()


def _bars(m: Maker, lengths: list[int], colours: list[int], gap: int = 1) -> Cells:
    """Bars in their order, at random places."""
    parts: list[Cells] = []
    for length, colour in zip(lengths, colours, strict=True):
        parts += [np.zeros(m.int(gap, gap + 2), np.int8), np.full(length, colour, np.int8)]
    cells = np.concatenate([*parts, np.zeros(m.int(1, 3), np.int8)])
    if len(cells) > 30:
        raise CrowdedError
    return cells[None]


@row
def noise_of_many_colours_goes(m: Maker) -> Pair:
    """Single cells of many colours go, the one bar stays."""
    colour, count = m.pick(m.palette), m.int(3, 5)
    lengths, colours = [1] * count, [m.pick(m.palette) for _ in range(count)]
    at = m.int(0, count)
    lengths.insert(at, m.int(4, 8))
    colours.insert(at, colour)
    given = _bars(m, lengths, colours)
    padded = np.pad(given, ((0, 0), (1, 1)))
    single = (padded[:, :-2] == 0) & (padded[:, 2:] == 0)
    return given, np.where(single, 0, given).astype(np.int8)


@row
def all_the_longest_recoloured(m: Maker) -> Pair:
    """The longest bars, of which there may be several, take another colour."""
    most = m.int(3, 5)
    lengths = m.some([most, most, m.int(1, most - 1), m.int(1, most - 1)], m.int(3, 4))
    if most not in lengths:
        raise CrowdedError
    given = _bars(m, lengths, [m.a] * len(lengths))
    wanted = _by_length(given, lambda length: m.b if length == most else m.a)
    return given, wanted


def _by_length(cells: Cells, colour_of: Callable[[int], int]) -> Cells:
    """A row with a colour for each bar that depends on its length."""
    wanted = cells.copy()
    start = 0
    for end in range(cells.shape[1] + 1):
        if end == cells.shape[1] or not cells[0, end]:
            if end > start:
                wanted[0, start:end] = colour_of(end - start)
            start = end + 1
    return wanted


@row
def gaps_between_bars_close_to_one(m: Maker) -> Pair:
    """All bars move to the beginning, one cell apart."""
    lengths = [m.int(1, 4) for _ in range(m.int(2, 4))]
    colours = [m.pick(m.palette) for _ in lengths]
    given = _bars(m, lengths, colours)
    wanted = np.zeros_like(given)
    at = 0
    for length, colour in zip(lengths, colours, strict=True):
        wanted[0, at : at + length] = colour
        at += length + 1
    return given, wanted


@row
def bars_take_the_dot_before_them(m: Maker) -> Pair:
    """A dot before each grey bar: the bar takes its colour, the dot goes."""
    parts: list[int] = []
    wanted: list[int] = []
    for colour in m.some(m.others(5), m.int(2, 3)):
        gap, length = m.int(1, 2), m.int(2, 5)
        parts += [colour] + [0] * gap + [m.a] * length + [0] * 2
        wanted += [0] * (gap + 1) + [colour] * length + [0] * 2
    if len(parts) > 30:
        raise CrowdedError
    return np.array([parts], np.int8), np.array([wanted], np.int8)


@row
def bars_repeated_to_the_end(m: Maker) -> Pair:
    """Two bars as far apart as those that follow up to the end of the row."""
    length, gap, colour = m.int(1, 3), m.int(1, 3), m.pick(m.palette)
    width, start = m.int(18, 26), m.int(0, 3)
    places = np.arange(width)
    wanted = np.where((places >= start) & ((places - start) % (length + gap) < length), colour, 0)[None]
    given = np.where(places < start + 2 * length + gap, wanted, 0)
    return given.astype(np.int8), wanted.astype(np.int8)


@row
def as_many_cells_as_bars(m: Maker) -> Pair:
    """The output is a row of as many cells as the input has bars."""
    lengths = [m.int(1, 5) for _ in range(m.int(1, 5))]
    return _bars(m, lengths, [m.a] * len(lengths)), np.full((1, len(lengths)), m.a, np.int8)


@row
def second_bar_alone(m: Maker) -> Pair:
    """Of bars in several colours the second longest is left in its place."""
    lengths = m.some(range(1, 8), m.int(3, 4))
    colours = m.some(m.palette, len(lengths))
    given = _bars(m, lengths, colours)
    kept = colours[lengths.index(sorted(lengths)[-2])]
    return given, np.where(given == kept, given, 0).astype(np.int8)
