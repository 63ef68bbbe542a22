"""Grids of one row, where things move, grow and change along a line, and grids of few cells with one plain rule."""

from __future__ import annotations

from collections import Counter

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, draw, family, frame, recoloured, turn

row, small = family("one row"), family("small grids")


def _bars(m: Maker, lengths: list[int], colours: list[int], gap: int = 1, space: tuple[int, int] = (18, 28)) -> Cells:
    """A row with bars of the lengths and colours in their order, at random places with `gap` black cells between."""
    width = m.int(*space)
    spare = width - sum(lengths) - gap * (len(lengths) - 1)
    if spare < 0:
        raise CrowdedError
    cuts = sorted(m.int(0, spare) for _ in lengths)
    given = np.zeros((1, width), np.int8)
    used = 0
    for length, colour, cut in zip(lengths, colours, cuts, strict=True):
        given[0, cut + used : cut + used + length] = colour
        used += length + gap
    return given


def _span(cells: Cells, colour: int) -> tuple[int, int]:
    """Where a colour begins in a row, and where it ends."""
    columns = np.nonzero(cells[0] == colour)[0]
    return int(columns[0]), int(columns[-1]) + 1


@row
def bar_moves_on(m: Maker) -> Pair:
    """The bar moves on, by as many cells in each sample."""
    colour, steps = m.pick(m.palette), m.once("steps", (1, 2, 3))
    given = _bars(m, [m.int(2, 8)], [colour])
    if _span(given, colour)[1] + steps > given.shape[1]:
        raise CrowdedError
    return given, np.roll(given, steps, 1)


@row
def bar_moves_to_the_pivot(m: Maker) -> Pair:
    """The bar moves until it touches the one cell of the other colour."""
    colour = m.pick(m.others(4))
    given = _bars(m, [m.int(2, 6), 1], [colour, m.a], 2)
    start, end = _span(given, colour)
    pivot = _span(given, m.a)[0]
    wanted = np.where(given == m.a, given, 0).astype(np.int8)
    wanted[0, pivot - (end - start) : pivot] = colour
    return given, wanted


@row
def bar_moves_two_towards_the_pivot(m: Maker) -> Pair:
    """The bar moves two cells towards the one cell of the other colour, on whichever side that is."""
    colour = m.pick(m.others(4))
    given = _bars(m, [m.int(2, 6), 1], [colour, m.a], 4)
    wanted = np.where(given == m.a, given, np.roll(np.where(given == colour, given, 0), 2, 1)).astype(np.int8)
    return (given, wanted) if m.by_turns("side", (True, False)) else (given[:, ::-1], wanted[:, ::-1])


@row
def bar_moves_by_the_number_shown(m: Maker) -> Pair:
    """At the beginning stand as many cells as the bar moves on by."""
    colour, steps = m.pick(m.others(4)), m.int(1, 4)
    bar = _bars(m, [m.int(2, 6)], [colour], 1, (14, 20))
    if _span(bar, colour)[1] + steps > bar.shape[1]:
        raise CrowdedError
    shown = np.zeros((1, 6), np.int8)
    shown[0, :steps] = m.a
    return np.hstack([shown, bar]), np.hstack([shown, np.roll(bar, steps, 1)])


@row
def filled_between_its_ends(m: Maker) -> Pair:
    """Two cells of a colour, and the cells between them."""
    colour = m.pick(m.palette)
    given = _bars(m, [1, 1], [colour, colour], m.int(2, 7))
    start, end = _span(given, colour)
    wanted = given.copy()
    wanted[0, start:end] = colour
    return given, wanted


@row
def pairs_filled(m: Maker) -> Pair:
    """Several pairs of cells, all of one colour: between the two of each pair it is filled, not between the pairs."""
    colour, lengths = m.pick(m.palette), [m.int(3, 7) for _ in range(m.int(2, 4))]
    wanted = _bars(m, lengths, [colour] * len(lengths), 1, (22, 30))
    return _hollowed(wanted), wanted


def _hollowed(cells: Cells) -> Cells:
    """The ends of all bars of a row."""
    padded = np.pad(cells, ((0, 0), (1, 1)))
    inner = (padded[:, :-2] == cells) & (padded[:, 2:] == cells)
    return np.where(inner, 0, cells).astype(np.int8)


@row
def bars_hollowed_out(m: Maker) -> Pair:
    """Of each bar the ends are left."""
    colour, lengths = m.pick(m.palette), [m.int(3, 8) for _ in range(m.int(1, 3))]
    given = _bars(m, lengths, [colour] * len(lengths), 1, (20, 30))
    return given, _hollowed(given)


@row
def bar_turned_about(m: Maker) -> Pair:
    """A bar with a head of another colour: the head comes to the other end."""
    head, body = m.others(2)
    given = _bars(m, [m.int(3, 8)], [body])
    start, end = _span(given, body)
    wanted = given.copy()
    given[0, start] = wanted[0, end - 1] = head
    return given, wanted


@row
def bar_mirrored_about_its_pivot(m: Maker) -> Pair:
    """The bar goes to the other side of the pivot, as far from it as before."""
    colour = m.pick(m.others(4))
    given = _bars(m, [m.int(2, 6), 1], [colour, m.a])
    start, end = _span(given, colour)
    pivot = _span(given, m.a)[0]
    if 2 * pivot - start >= given.shape[1]:
        raise CrowdedError
    wanted = np.where(given == m.a, given, 0).astype(np.int8)
    wanted[0, 2 * pivot - end + 1 : 2 * pivot - start + 1] = colour
    return given, wanted


@row
def noise_about_the_bar_goes(m: Maker) -> Pair:
    """One long bar, and single cells of the same colour, which go."""
    colour, count = m.pick(m.palette), m.int(2, 5)
    lengths = [1] * count
    lengths.insert(m.int(0, count), m.int(4, 8))
    given = _bars(m, lengths, [colour] * len(lengths), 1, (20, 30))
    padded = np.pad(given, ((0, 0), (1, 1)))
    single = (padded[:, :-2] == 0) & (padded[:, 2:] == 0)
    return given, np.where(single, 0, given).astype(np.int8)


@row
def noise_in_the_bar_goes(m: Maker) -> Pair:
    """A bar with cells of other colours in it takes its own colour again throughout."""
    colour, *others = m.some(m.palette, 4)
    wanted = _bars(m, [m.int(7, 14)], [colour])
    start, end = _span(wanted, colour)
    given = wanted.copy()
    for column in m.some(range(start + 1, end - 1), m.int(1, 3)):
        given[0, column] = m.pick(others)
    return given, wanted


@row
def bar_onto_the_markers(m: Maker) -> Pair:
    """A bar and single cells of its colour: each of them becomes the middle of such a bar."""
    colour, length = m.pick(m.palette), m.pick((3, 5))
    lengths = [length] * m.int(3, 4)
    wanted = _bars(m, lengths, [colour] * len(lengths), 1, (22, 30))
    return _markers(wanted, length), wanted


def _markers(bars: Cells, length: int) -> Cells:
    """The first bar as it is, of the others their middles."""
    starts = [at for at in range(bars.shape[1]) if bars[0, at] and (at == 0 or not bars[0, at - 1])]
    given = np.zeros_like(bars)
    given[0, starts[0] : starts[0] + length] = bars[0, starts[0] : starts[0] + length]
    for start in starts[1:]:
        given[0, start + length // 2] = bars[0, start]
    return given


@row
def bar_onto_the_markers_in_their_colours(m: Maker) -> Pair:
    """The same where the markers have colours of their own, which their bars take."""
    length, count = m.pick((3, 5)), m.int(3, 4)
    wanted = _bars(m, [length] * count, m.some(m.palette, count), 1, (22, 30))
    return _markers(wanted, length), wanted


@row
def bars_by_odd_and_even_length(m: Maker) -> Pair:
    """Bars of odd length take one colour, those of even length another."""
    lengths = m.some([m.pick((1, 3, 5)), m.pick((2, 4, 6)), m.int(1, 5), m.int(1, 5)], 4)
    given = _bars(m, lengths, [m.a] * 4, 1, (22, 30))
    wanted = given.copy()
    _recoloured_bars(wanted, [m.b if length % 2 else m.c for length in lengths])
    return given, wanted


def _recoloured_bars(cells: Cells, colours: list[int]) -> None:
    """Gives the bars of a row other colours, in their order."""
    number = -1
    for at in range(cells.shape[1]):
        if cells[0, at]:
            number += at == 0 or not cells[0, at - 1]
            cells[0, at] = colours[number]


@row
def longest_bar_recoloured(m: Maker) -> Pair:
    """The longest bar takes another colour."""
    lengths = m.some(range(1, 9), m.int(3, 4))
    given = _bars(m, lengths, [m.a] * len(lengths), 1, (22, 30))
    wanted = given.copy()
    _recoloured_bars(wanted, [m.b if length == max(lengths) else m.a for length in lengths])
    return given, wanted


@row
def bars_coloured_by_their_length(m: Maker) -> Pair:
    """One cell, two and three: a colour for each length."""
    lengths = m.some([1, 2, 3, m.int(1, 3), m.int(1, 3)], m.int(4, 5))
    given = _bars(m, lengths, [m.a] * len(lengths))
    wanted = given.copy()
    _recoloured_bars(wanted, [(m.b, m.c, m.d)[length - 1] for length in lengths])
    return given, wanted


@row
def bars_by_their_rank(m: Maker) -> Pair:
    """Three bars of any lengths: the longest, the next one and the shortest have a colour each."""
    lengths = m.some(range(1, 9), 3)
    given = _bars(m, lengths, [m.a] * 3)
    wanted = given.copy()
    _recoloured_bars(wanted, [(m.b, m.c, m.d)[sorted(lengths).index(length)] for length in lengths])
    return given, wanted


@row
def pattern_scaled_to_the_marks(m: Maker) -> Pair:
    """A pattern at the beginning; it is drawn between the two marks, each cell so often that it fills the room."""
    pattern, times = m.some(m.others(4), 3), m.int(2, 4)
    given = np.zeros((1, m.int(22, 28)), np.int8)
    given[0, :3] = pattern
    start = m.int(4, given.shape[1] - 3 * times - 2)
    given[0, start] = given[0, start + 3 * times + 1] = m.a
    wanted = given.copy()
    wanted[0, start + 1 : start + 1 + 3 * times] = np.repeat(pattern, times)
    return given, wanted


@row
def stretched_to_the_pivot(m: Maker) -> Pair:
    """The bar grows until it touches the one cell of the other colour; another bar behind that stays."""
    colour, other = m.others(2)
    given = _bars(m, [m.int(1, 4), 1, m.int(2, 5)], [colour, m.a, other], 1)
    wanted = given.copy()
    wanted[0, _span(given, colour)[0] : _span(given, m.a)[0]] = colour
    return given, wanted


@small
def rolled_by_a_row(m: Maker) -> Pair:
    """All rows move by as many places, those at the end come in on the other side."""
    side = m.once("side", (3, 5))
    given = m.noise(side, side, m.some(m.palette, 3), 0.5)
    return given, np.roll(given, m.once("steps", (1, 2)), 0)


@small
def diagonal_goes_on(m: Maker) -> Pair:
    """A diagonal from a corner goes on to the opposite one, in a colour of its own."""
    given = np.zeros((5, 5), np.int8)
    count, colour = m.int(1, 3), m.pick(m.others(4))
    wanted = given.copy()
    for number in range(5):
        wanted[number, number] = colour if number < count else m.a
        given[number, number] = colour if number < count else 0
    return (given, wanted) if m.coin() else (given[:, ::-1], wanted[:, ::-1])


@small
def moves_on_in_its_direction(m: Maker) -> Pair:
    """A tail with a head: both move on by one cell, head first."""
    given = np.zeros((5, 5), np.int8)
    line, start, length = m.int(0, 4), m.int(0, 2), m.int(2, 4)
    if start + length > 4:
        raise CrowdedError
    given[line, start : start + length] = m.a
    given[line, start + length - 1] = m.b
    number = m.by_turns("direction", range(4))
    return turn(given, number), turn(np.roll(given, 1, 1), number)


@small
def number_of_colours_in_a_row(m: Maker) -> Pair:
    """As many cells as the grid has colours, in the first row."""
    count = m.int(1, 5)
    given = m.noise(5, 5, m.some(m.palette, count), 0.7)
    wanted = np.zeros((5, 5), np.int8)
    wanted[0, : len(set(given.flat) - {0})] = m.a
    return given, wanted


@small
def sides_and_corners_of_the_dot(m: Maker) -> Pair:
    """The dot's neighbours at its sides take one colour, those at its corners another."""
    given = np.zeros((5, 5), np.int8)
    top, left = m.int(0, 4), m.int(0, 4)
    given[top, left] = m.a
    distances = np.abs(np.indices((5, 5)) - np.array([[[top]], [[left]]]))
    wanted = np.where(distances.sum(0) == 1, m.b, given)
    return given, np.where((distances[0] == 1) & (distances[1] == 1), m.c, wanted).astype(np.int8)


@small
def other_half_of_the_shape(m: Maker) -> Pair:
    """Half of a symmetric shape with its axis, which is the middle column; the other half is drawn."""
    half = m.noise(5, 3, [m.pick(m.palette)], 0.6)
    half[m.int(0, 4), 0] = half[m.int(0, 4), 2] = half.max()
    wanted = np.hstack([half, half[:, 1::-1]])
    given = wanted.copy()
    given[:, 3:] = 0
    return given, wanted


@small
def its_two_colours_change_places(m: Maker) -> Pair:
    """Two colours, other ones in each sample, are exchanged; black is black."""
    one, other = m.some(m.palette, 2)
    side = m.int(3, 5)
    given = m.noise(side, side, (one, other), 0.75)
    if len(set(given.flat)) < 3:
        raise CrowdedError
    return given, recoloured(given, {one: other, other: one})


@small
def largest_of_the_grid_stays(m: Maker) -> Pair:
    """Of three objects the largest is left."""
    given = np.zeros((5, 5), np.int8)
    wanted = given.copy()
    for number, size in enumerate((m.int(5, 7), m.int(2, 3), m.int(1, 2))):
        blob = m.blob(size) * m.pick(m.palette)
        at = m.put(given, blob)
        if number == 0:
            draw(wanted, blob, at)
    return given, wanted


@small
def rows_take_what_most_have(m: Maker) -> Pair:
    """Each row takes the colour that most of its cells have."""
    side = m.once("side", (3, 5))
    colours = m.others(4)
    given = np.zeros((side, side), np.int8)
    wanted = given.copy()
    for line in range(side):
        given[line] = [m.pick(colours) for _ in range(side)]
        (colour, most), *rest = Counter(given[line].tolist()).most_common()
        if rest and rest[0][1] == most:
            raise CrowdedError
        wanted[line] = colour
    return given, wanted


@small
def all_to_the_side(m: Maker) -> Pair:
    """All cells slide to one side and keep their order."""
    given = m.noise(5, 5, m.others(3), 0.4)
    wanted = np.zeros_like(given)
    for line in range(5):
        kept = given[line][given[line] != 0]
        wanted[line, 5 - len(kept) :] = kept
    return given, wanted


@small
def rim_in_another_colour(m: Maker) -> Pair:
    """A box keeps its colour within; its rim takes another one."""
    given = np.zeros((m.int(5, 7), m.int(5, 7)), np.int8)
    height, width = m.int(3, 5), m.int(3, 5)
    colour = m.pick(m.others(4))
    top, left = m.put(given, np.full((height, width), colour, np.int8), 0)
    wanted = given.copy()
    draw(wanted, frame(height, width) * m.a, (top, left))
    return given, wanted


@small
def halves_change_places(m: Maker) -> Pair:
    """What is left and what is right of the line change places."""
    one, other = (m.noise(5, 2, m.others(2), 0.6) for _ in range(2))
    line = np.full((5, 1), m.a, np.int8)
    return np.hstack([one, line, other]), np.hstack([other, line, one])


@small
def just_one_of_the_halves(m: Maker) -> Pair:
    """Cells that one half has and the other has not."""
    one, other = (m.noise(5, 2, (m.a,), 0.5) for _ in range(2))
    line = np.full((5, 1), m.b, np.int8)
    return np.hstack([one, line, other]), np.where((one != 0) != (other != 0), m.c, 0).astype(np.int8)


@small
def one_more_in_each_column(m: Maker) -> Pair:
    """Bars from the ground, each of its own height: all grow by one cell in another colour."""
    given = np.zeros((5, 5), np.int8)
    wanted = given.copy()
    for column in range(5):
        height = m.int(0, 4)
        if height:
            given[5 - height :, column] = wanted[5 - height :, column] = m.a
            wanted[4 - height, column] = m.b
    return given, wanted
