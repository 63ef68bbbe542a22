"""Rules that depend on context, sequences that go on, and growth."""

from __future__ import annotations

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, draw, family, frame, recoloured

context, sequences, growth = family("rules by context"), family("sequences"), family("growth")


@context
def recolour_where_they_touch(m: Maker) -> Pair:
    """Cells of one colour beside one of the other take a third."""
    given = m.noise(m.int(6, 11), m.int(6, 11), (m.a, m.b), 0.4)
    padded = np.pad(given, 1)
    beside = (
        (padded[:-2, 1:-1] == m.b) | (padded[2:, 1:-1] == m.b) | (padded[1:-1, :-2] == m.b) | (padded[1:-1, 2:] == m.b)
    )
    return given, np.where(beside & (given == m.a), m.c, given).astype(np.int8)


@context
def chequered_inside(m: Maker) -> Pair:
    """Every other cell of each box, from its corner on."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for _ in range(m.int(1, 3)):
        patch = m.box(3, 6) * m.a
        at = m.put(given, patch)
        odd = np.indices(patch.shape).sum(0) % 2 == 1
        draw(wanted, np.where(odd, m.b, patch).astype(np.int8), at)
    return given, wanted


@context
def objects_on_the_line(m: Maker) -> Pair:
    """Boxes that the line crosses are recoloured."""
    given = m.blank(11, 15)
    row = m.int(3, given.shape[0] - 4)
    line = np.zeros_like(given)
    line[row] = m.b
    boxes = [(patch, m.put(given, patch)) for patch in (m.box(2, 4) * m.a for _ in range(m.int(3, 5)))]
    touched = [top <= row < top + patch.shape[0] for patch, (top, _) in boxes]
    if all(touched) or not any(touched):
        raise CrowdedError
    wanted = np.zeros_like(given)
    for (patch, at), is_touched in zip(boxes, touched, strict=True):
        draw(wanted, recoloured(patch, {m.a: m.c}) if is_touched else patch, at)
    return np.where(given, given, line).astype(np.int8), np.where(wanted, wanted, line).astype(np.int8)


@context
def majority_in_object(m: Maker) -> Pair:
    """Each box takes the colour that most of its cells have."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for _ in range(2):
        most, few = m.others(2)
        patch = m.box(3, 5) * most
        for at in m.some(list(np.ndindex(*patch.shape)), m.int(2, 3)):
            patch[at] = few
        draw(wanted, np.full(patch.shape, most, np.int8), m.put(given, patch))
    return given, wanted


@context
def number_inside_decides(m: Maker) -> Pair:
    """One dot in the box: it turns one colour; two: another."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for count in (1, 2, m.int(1, 2)):
        box = frame(m.int(4, 5), m.int(4, 5)) * m.a
        inside = np.zeros_like(box)
        for at in m.some([at for at in np.ndindex(*box.shape) if not box[at]], count):
            inside[at] = m.b
        both = np.where(box, box, inside).astype(np.int8)
        draw(wanted, recoloured(both, {m.a: m.c if count == 1 else m.d}), m.put(given, both))
    return given, wanted


@context
def same_height_as_mark(m: Maker) -> Pair:
    """Objects in the rows of the mark on the border take its colour."""
    given = m.blank(10, 15)
    given[:, 0] = 0
    placed = []
    for _ in range(m.int(3, 4)):
        patch = m.box(2, 2) * m.a
        placed.append((patch, m.put(given, patch, 1, (slice(0, given.shape[0]), slice(2, given.shape[1])))))
    row = placed[0][1][0]
    given[row : row + 2, 0] = m.b
    rows = {row, row + 1}
    wanted = given.copy()
    for patch, at in placed:
        own = {at[0], at[0] + 1}
        if own & rows and own != rows:
            raise CrowdedError
        if own == rows:
            draw(wanted, recoloured(patch, {m.a: m.b}), at)
    return given, wanted


@context
def nearest_gives_its_colour(m: Maker) -> Pair:
    """Grey objects take the colour of the dot next to them."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        colour = m.pick(m.others(4))
        patch = np.zeros((3, 5), np.int8)
        patch[:, 2:] = np.pad(m.blob(5), ((0, 3), (0, 3)))[:3, :3] * m.a
        patch[1, 0] = colour
        draw(wanted, recoloured(patch, {m.a: colour}), m.put(given, patch, 2))
    return given, wanted


@context
def smaller_than_its_neighbour(m: Maker) -> Pair:
    """Two boxes in each row; the smaller one is taken away."""
    given = np.zeros((12, m.int(11, 14)), np.int8)
    wanted = given.copy()
    for top in (0, 4, 8):
        sizes = m.some((1, 2, 3), 2)
        for number, size in enumerate(sizes):
            patch, at = np.full((size, size), m.a, np.int8), (top, m.int(0, 2) + 6 * number)
            draw(given, patch, at)
            if size == max(sizes):
                draw(wanted, patch, at)
    return given, wanted


@context
def shown_replacement(m: Maker) -> Pair:
    """The corner shows two colours: all objects of the first take the second, whatever they are."""
    given = m.blank(10, 14)
    old, new, other = m.others(3)
    given[0, 0:2] = old, new
    wanted = given.copy()
    for colour in (old, old, other):
        patch = m.blob(m.int(4, 6)) * colour
        draw(wanted, recoloured(patch, {old: new}), m.put(given, patch))
    return given, wanted


@context
def latin_square(m: Maker) -> Pair:
    """Each colour once in every row and column; a few cells are lacking."""
    side = 4
    colours = m.some((m.a, m.b, m.c, m.d), 4)
    square = np.array([[colours[(row + column) % side] for column in range(side)] for row in range(side)], np.int8)
    square = square[m.some(range(side), side)][:, m.some(range(side), side)]
    given = square.copy()
    rows, columns = m.some(range(side), 3), m.some(range(side), 3)
    for row, column in zip(rows, columns, strict=True):
        given[row, column] = 0
    return given, square


def _row(cells: list[int], width: int) -> list[int]:
    return cells[:width] + [0] * (width - len(cells))


@sequences
def growing_bars(m: Maker) -> Pair:
    """Bars grow by one from column to column; the next ones are drawn, up to the border."""
    side, start = m.int(7, 11), m.int(1, 3)
    wanted = np.zeros((side, side), np.int8)
    for column in range(side):
        wanted[max(side - start - column, 0) :, column] = m.a if column % 2 == 0 else m.b
    given = wanted.copy()
    given[:, 3:] = 0
    return given, wanted


@sequences
def triangle_from_bar(m: Maker) -> Pair:
    """Below the bar ever shorter ones."""
    width = m.int(2, 7)
    given = np.zeros((m.int(5, 9), m.int(7, 9)), np.int8)
    row = m.int(0, 2)
    wanted = given.copy()
    given[row, :width] = m.a
    for number in range(min(width, given.shape[0] - row)):
        wanted[row + number] = _row([m.a if number == 0 else m.b] * (width - number), given.shape[1])
    return given, wanted


@sequences
def colours_in_turn(m: Maker) -> Pair:
    """A sequence of colours goes on to the end of the row."""
    colours, width = m.others(m.int(2, 3)), m.int(10, 16)
    given = np.zeros((m.int(3, 5), width), np.int8)
    wanted = given.copy()
    row = m.int(0, given.shape[0] - 1)
    sequence = [colours[column % len(colours)] for column in range(width)]
    wanted[row] = sequence
    given[row, : 2 * len(colours)] = sequence[: 2 * len(colours)]
    return given, wanted


@sequences
def rows_shifted_by_number(m: Maker) -> Pair:
    """Every row is one further to the right than the one above."""
    height = m.int(3, 6)
    pattern = m.noise(1, 3, m.others(3), 0.9)[0]
    given = np.zeros((height, height + 3), np.int8)
    wanted = given.copy()
    given[:, :3] = pattern
    for row in range(height):
        wanted[row, row : row + 3] = pattern
    return given, wanted


@sequences
def every_other_object(m: Maker) -> Pair:
    """Of a row of boxes the first, third and fifth take another colour."""
    count = m.int(4, 6)
    given = np.zeros((m.int(4, 7), 3 * count), np.int8)
    row = m.int(0, given.shape[0] - 2)
    wanted = given.copy()
    for number in range(count):
        given[row : row + 2, 3 * number : 3 * number + 2] = m.a
        wanted[row : row + 2, 3 * number : 3 * number + 2] = m.b if number % 2 == 0 else m.a
    return given, wanted


@sequences
def stripes_between_ends(m: Maker) -> Pair:
    """From the coloured row on, the colours of the two rows alternate downwards with a gap."""
    given = m.blank(9, 15)
    first, second = m.others(2)
    row, gap = m.int(0, 1), m.int(2, 3)
    given[row], given[row + gap] = first, second
    wanted = np.zeros_like(given)
    for number, at in enumerate(range(row, given.shape[0], gap)):
        wanted[at] = first if number % 2 == 0 else second
    return given, wanted


def _grown(m: Maker, canvas: Cells, patch: Cells, size: int) -> tuple[int, int]:
    """A place with room for growth by `size` cells on all sides."""
    row, column = m.put(canvas, np.pad(patch, size))
    return row + size, column + size


@growth
def nested_frames(m: Maker) -> Pair:
    """Two frames around each box, the inner in one colour, the outer in another."""
    given = m.blank(11, 16)
    wanted = given.copy()
    for _ in range(m.int(1, 2)):
        patch = m.box(1, 3) * m.a
        row, column = _grown(m, given, patch, 2)
        padded = np.pad(np.pad(patch, 1, constant_values=m.b), 1, constant_values=m.c)
        draw(wanted, padded, (row - 2, column - 2))
    return given, wanted


@growth
def colours_outward(m: Maker) -> Pair:
    """A box with a core: outside of it comes a frame in the colour of the core."""
    given = m.blank(10, 15)
    core, hull = m.others(2)
    patch = np.full((m.int(3, 4), m.int(3, 4)), hull, np.int8)
    patch[1:-1, 1:-1] = core
    row, column = _grown(m, given, patch, 1)
    wanted = given.copy()
    draw(wanted, np.pad(patch, 1, constant_values=core), (row - 1, column - 1))
    return given, wanted


@growth
def as_thick_as_the_core(m: Maker) -> Pair:
    """The frame around the box is as thick as the box is wide."""
    given = m.blank(12, 16)
    side = m.int(1, 3)
    patch = np.full((side, side), m.a, np.int8)
    row, column = _grown(m, given, patch, side)
    wanted = given.copy()
    draw(wanted, np.pad(patch, side, constant_values=m.b), (row - side, column - side))
    return given, wanted


@growth
def arms_as_long_as_bars(m: Maker) -> Pair:
    """Each dot on the left grows to the right, as far as its row has free cells up to the wall."""
    given = m.blank(8, 13)
    wall = m.int(5, given.shape[1] - 2)
    given[:, wall] = m.b
    wanted = given.copy()
    for row in m.some(range(given.shape[0]), m.int(2, 5)):
        given[row, 0] = m.a
        wanted[row, :wall] = m.a
    wanted[:, wall] = m.b
    return given, wanted


@growth
def bars_twice_as_long(m: Maker) -> Pair:
    height = m.int(3, 5)
    given = np.zeros((2 * height - 1, 12), np.int8)
    wanted = given.copy()
    for number in range(height):
        length, colour = m.int(1, 6), m.pick(m.others(4))
        given[2 * number, :length] = colour
        wanted[2 * number, : 2 * length] = colour
    return given, wanted


@growth
def enlarged_in_the_grid(m: Maker) -> Pair:
    """The object alone, each cell twice as large."""
    given = m.blank(8, 13)
    patch = m.noise(3, 3, m.others(2), 0.6)
    patch[0, 0], patch[2, 2] = m.others(2)
    m.put(given, patch)
    return given, np.kron(patch, np.ones((2, 2), np.int8))
