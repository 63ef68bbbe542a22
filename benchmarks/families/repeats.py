"""Tilings and periods, panes between separators, noise, and small outputs of a size told by what is there."""

from __future__ import annotations

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, draw, family, laid_out, recoloured

periods, lattices, repair, sizes = family("periods"), family("lattices"), family("repair"), family("output sizes")


def _wallpaper(m: Maker, height: int, width: int, colours: list[int]) -> Cells:
    """Tiles of a random size."""
    tile = m.noise(m.int(2, 4), m.int(2, 4), colours)
    if len(np.unique(tile)) < 2:
        raise CrowdedError
    return np.tile(tile, (height, width))[:height, :width]


@periods
def rows_go_on(m: Maker) -> Pair:
    """Each row begins with a pattern of its own, which goes on to the right."""
    given = m.blank(9, 16)
    wanted = given.copy()
    for row in range(0, given.shape[0], 2):
        pattern = m.some(m.palette, m.int(2, 3))
        whole = (pattern * given.shape[1])[: given.shape[1]]
        wanted[row] = whole
        given[row, : 2 * len(pattern)] = whole[: 2 * len(pattern)]
    return given, wanted


@periods
def wallpaper_under_patches(m: Maker) -> Pair:
    """A wallpaper shows through where several black patches hide it, framed by a border that stays."""
    whole = _wallpaper(m, m.int(11, 16), m.int(11, 16), m.others(4))
    whole[0] = whole[:, 0] = m.a
    hidden = whole.copy()
    for _ in range(3):
        row, column = m.int(1, whole.shape[0] - 4), m.int(1, whole.shape[1] - 4)
        hidden[row : row + m.int(2, 4), column : column + m.int(2, 4)] = 0
    return hidden, whole


@periods
def slanting_wallpaper(m: Maker) -> Pair:
    """Diagonal stripes of a random number of colours, with black patches, go on below them."""
    side, colours = m.int(8, 14), m.some(m.palette, m.int(3, 5))
    rows, columns = np.indices((side, side))
    whole = np.array(colours, np.int8)[(rows + columns) % len(colours)]
    given = whole.copy()
    for _ in range(3):
        row, column = m.int(0, side - 3), m.int(0, side - 3)
        given[row : row + m.int(2, 3), column : column + m.int(2, 4)] = 0
    return given, whole


@periods
def continued_in_another_colour(m: Maker) -> Pair:
    """A motif that is repeated along a row at equal distances goes on to the border in another colour."""
    given = m.blank(9, 12)
    given = np.zeros((given.shape[0], m.int(15, 19)), np.int8)
    motif = m.blob(m.int(3, 6)) * m.a
    step = motif.shape[1] + m.int(1, 2)
    row = m.int(0, given.shape[0] - motif.shape[0])
    wanted = given.copy()
    for number in range(12):
        column = number * step
        cut = motif[:, : max(given.shape[1] - column, 0)]
        if not cut.size:
            break
        draw(wanted, recoloured(cut, {} if number < 2 else {m.a: m.b}), (row, column))
        if number < 2:
            draw(given, cut, (row, column))
    return given, wanted


@periods
def tile_the_object(m: Maker) -> Pair:
    """The object is cut out, and the whole grid is tiled with it."""
    given = m.blank(8, 13)
    patch = m.noise(m.int(2, 4), m.int(2, 4), m.others(3))
    m.put(given, patch)
    return given, np.tile(patch, given.shape)[: given.shape[0], : given.shape[1]]


def _lattice(cells: Cells, size: int, colour: int) -> Cells:
    """A pane of one colour for each cell."""
    return laid_out([[np.full((size, size), cell, np.int8) for cell in row] for row in cells], colour)


@lattices
def panes_between_equal_ones(m: Maker) -> Pair:
    """Panes between two of one colour in a row or a column take their colour."""
    side = m.int(5, 7)
    cells = np.zeros((side, side), np.int8)
    done = cells.copy()
    for row in m.some(range(0, side, 2), 2):
        left, right = sorted(m.some(range(side), 2))
        cells[row, [left, right]] = colour = m.pick(m.others(3))
        done[row, left : right + 1] = colour
    size = m.int(1, 2)
    return _lattice(cells, size, m.a), _lattice(done, size, m.a)


@lattices
def rays_over_panes(m: Maker) -> Pair:
    """A coloured pane shoots along its row and column of panes, up to other ones."""
    rows, columns = m.int(4, 6), m.int(4, 6)
    cells = np.zeros((rows, columns), np.int8)
    row, column = m.int(0, rows - 1), m.int(0, columns - 1)
    cells[row, column] = m.b
    m.scatter(cells, m.c, 3)
    done = cells.copy()
    for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        y, x = row + down, column + right
        while 0 <= y < rows and 0 <= x < columns and not cells[y, x]:
            done[y, x], y, x = m.b, y + down, x + right
    size = m.int(1, 2)
    return _lattice(cells, size, m.a), _lattice(done, size, m.a)


@lattices
def pattern_in_the_colour_of_the_dot(m: Maker) -> Pair:
    """One pane has a pattern; each pane with a dot shows it in the dot's colour."""
    pattern = m.noise(3, 3, (1,), 0.6)
    pattern[1, 1] = 1
    if np.count_nonzero(pattern) < 4:
        raise CrowdedError
    given, done = [], []
    for kind in m.some([0, 1, 1, 1, 2, 2], 6):
        colour = m.pick(m.others(4))
        dot = np.zeros((3, 3), np.int8)
        dot[1, 1] = colour
        given.append((pattern * m.b, dot, dot * 0)[kind])
        done.append((pattern * m.b, pattern * colour, dot * 0)[kind].astype(np.int8))
    return laid_out([given[:3], given[3:]], m.a), laid_out([done[:3], done[3:]], m.a)


@lattices
def pane_says_which_panes(m: Maker) -> Pair:
    """The pane with marks in another colour says which panes are filled; all else goes."""
    marks = m.noise(3, 3, (m.b,), 0.5)
    if np.count_nonzero(marks) < 2:
        raise CrowdedError
    panes = [m.noise(3, 3, (m.c,), 0.4) for _ in range(8)]
    panes.insert(m.int(0, 8), marks)
    given = laid_out([panes[:3], panes[3:6], panes[6:]], m.a)
    return given, _lattice(marks, 3, m.a)


@lattices
def lines_of_the_lattice_by_number(m: Maker) -> Pair:
    """Each column of panes with more coloured panes than black ones is filled with its colour."""
    rows, columns = 5, m.int(4, 6)
    cells = np.zeros((rows, columns), np.int8)
    done = cells.copy()
    for column in range(columns):
        count, colour = m.pick((0, 1, 2, 3, 4)), m.pick(m.others(3))
        cells[m.some(range(rows), count), column] = colour
        done[:, column] = colour if count > 2 else cells[:, column]
    return _lattice(cells, 2, m.a), _lattice(done, 2, m.a)


@lattices
def halves_mirrored_and_compared(m: Maker) -> Pair:
    """Below the line is a mirror image with changes: cells that differ are marked in the upper half."""
    height, width = m.int(4, 6), m.int(7, 11)
    upper = m.noise(height, width, (m.b,), 0.4)
    lower = upper[::-1].copy()
    done = upper.copy()
    for _ in range(m.int(2, 4)):
        row, column = m.int(0, height - 1), m.int(0, width - 1)
        lower[height - 1 - row, column] = 0 if upper[row, column] else m.b
        done[row, column] = m.c
    line = np.full((1, width), m.a, np.int8)
    return np.vstack([upper, line, lower]), done


@repair
def noisy_wallpaper(m: Maker) -> Pair:
    """A wallpaper with single cells of one colour wrong."""
    whole = _wallpaper(m, m.int(10, 15), m.int(10, 15), m.others(3))
    given = whole.copy()
    for _ in range(m.int(6, 12)):
        given[m.int(0, whole.shape[0] - 1), m.int(0, whole.shape[1] - 1)] = m.a
    return given, whole


@repair
def noise_in_and_around_boxes(m: Maker) -> Pair:
    """Boxes of several colours and single cells of noise, in them and around them: both go."""
    wanted = m.blank(13, 18)
    for _ in range(3):
        m.put(wanted, m.box(4, 6) * m.pick(m.others(4)))
    given = wanted.copy()
    for _ in range(m.int(8, 14)):
        row, column = m.int(0, given.shape[0] - 1), m.int(0, given.shape[1] - 1)
        if (given[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2] == m.a).any():
            continue
        given[row, column] = m.a
    return given, wanted


@repair
def broken_lines(m: Maker) -> Pair:
    """Rows and columns of one colour with holes are whole again; the columns lie on top."""
    wanted = m.blank(11, 16)
    wanted[m.some(range(1, wanted.shape[0], 2), 2)] = m.a
    wanted[:, m.some(range(1, wanted.shape[1], 2), 2)] = m.b
    given = wanted.copy()
    for _ in range(6):
        row, column = m.pick(list(zip(*np.nonzero(wanted), strict=True)))
        given[row, column] = 0
    return given, wanted


@repair
def damaged_chequers(m: Maker) -> Pair:
    """Squares of chequers in two colours of their own, with black cells in them, made whole."""
    given = m.blank(13, 17)
    wanted = given.copy()
    for _ in range(2):
        height, width = m.int(4, 6), m.int(4, 6)
        one, other = m.some(m.palette, 2)
        rows, columns = np.indices((height, width))
        whole = np.where((rows + columns) % 2, one, other).astype(np.int8)
        hurt = whole.copy()
        for _ in range(3):
            hurt[m.int(1, height - 2), m.int(1, width - 2)] = 0
        draw(wanted, whole, m.put(given, hurt))
    return given, wanted


@sizes
def as_large_as_there_are_objects(m: Maker) -> Pair:
    """A square of the colour with most cells, as wide as there are objects."""
    given, count = m.blank(11, 16), m.int(2, 5)
    colours = m.others(2)
    sizes = [m.int(2, 6) for _ in range(count)]
    picks = [m.pick(colours) for _ in range(count)]
    cells = [sum(size for size, colour in zip(sizes, picks, strict=True) if colour == other) for other in colours]
    if cells[0] == cells[1]:
        raise CrowdedError
    for size, colour in zip(sizes, picks, strict=True):
        m.put(given, m.blob(size) * colour)
    return given, np.full((count, count), colours[cells.index(max(cells))], np.int8)


@sizes
def objects_of_each_colour(m: Maker) -> Pair:
    """A bar for each colour, as long as it has objects, the longest first; objects are of several sizes."""
    given, colours = m.blank(13, 17), m.others(3)
    counts = sorted(m.some(range(1, 6), 3), reverse=True)
    wanted = np.zeros((3, max(counts)), np.int8)
    for number, (colour, count) in enumerate(zip(colours, counts, strict=True)):
        for _ in range(count):
            m.put(given, m.blob(m.int(1, 4)) * colour)
        wanted[number, :count] = colour
    return given, wanted


@sizes
def colour_with_most_objects(m: Maker) -> Pair:
    """One cell: the colour of which there are most objects, which may be small."""
    given, colours = m.blank(12, 16), m.others(2)
    few = m.int(1, 2)
    for colour, count, size in ((colours[0], few + m.int(1, 2), 2), (colours[1], few, 7)):
        for _ in range(count):
            m.put(given, m.blob(size) * colour)
    return given, np.full((1, 1), colours[0], np.int8)


@sizes
def objects_side_by_side(m: Maker) -> Pair:
    """All objects, from left to right, with no gap between them."""
    given = m.blank(11, 16)
    height, found = 3, []
    for colour in m.others(m.int(2, 3)):
        patch = m.odd_one() * colour
        found.append((m.put(given, patch, 1)[1], patch))
    if len({column for column, _ in found}) < len(found):
        raise CrowdedError
    patches = [patch for _, patch in sorted(found, key=lambda item: item[0])]
    return given, np.hstack(patches).reshape(height, -1)


@sizes
def corner_marks_cut_out(m: Maker) -> Pair:
    """What lies between four corner marks in a noisy grid, with the marks' colour in the place of noise."""
    given = m.noise(m.int(12, 17), m.int(12, 17), (m.a,), 0.25)
    height, width = m.int(5, 8), m.int(5, 8)
    row, column = m.int(0, given.shape[0] - height), m.int(0, given.shape[1] - width)
    mark = m.pick(m.others(4))
    given[row : row + height : height - 1, column : column + width : width - 1] = mark
    inside = given[row + 1 : row + height - 1, column + 1 : column + width - 1]
    return given, recoloured(inside, {m.a: mark})


@sizes
def each_cell_as_often_as_its_row(m: Maker) -> Pair:
    """A pattern enlarged by the number of its cells that have a colour."""
    given = m.noise(3, 3, (m.pick(m.others(4)),), 0.4)
    count = np.count_nonzero(given)
    if not 2 <= count <= 5:
        raise CrowdedError
    return given, np.kron(given, np.ones((count, count), np.int8))


@sizes
def pattern_at_its_own_black_cells(m: Maker) -> Pair:
    """The pattern stands in a larger grid wherever it has the colour that is most common in it."""
    colours = m.others(3)
    given = m.noise(3, 3, colours)
    counts = [np.count_nonzero(given == colour) for colour in colours]
    if sorted(counts)[-1] == sorted(counts)[-2]:
        raise CrowdedError
    chosen = colours[counts.index(max(counts))]
    return given, np.kron((given == chosen).astype(np.int8), given)
