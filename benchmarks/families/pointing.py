"""Things that point somewhere, images across walls, and copies, noise and layers of all sizes."""

from __future__ import annotations

import numpy as np

from families.making import STEPS, Cells, CrowdedError, Maker, Pair, Place, after, draw, family, inside, turn

pointing, across, sizes = family("pointing"), family("across"), family("all sizes")

SLOPES = ((1, 1), (1, -1), (-1, -1), (-1, 1))
"""The four diagonal steps."""


def _shot(canvas: Cells, at: Place, step: Place, colour: int) -> None:
    """Draw a line from a place on, to the border or to what is in its way."""
    if not inside(canvas, at) or canvas[at]:
        raise CrowdedError
    while inside(canvas, at) and not canvas[at]:
        canvas[at] = colour
        at = after(at, step)


@pointing
def tails_go_on(m: Maker) -> Pair:
    """A square with a diagonal tail of one or two cells, which goes on to the border."""
    given = m.blank(9, 14)
    colour, side, length = m.pick(m.others(4)), m.int(2, 3), m.int(1, 2)
    patch = np.zeros((side + length, side + length), np.int8)
    patch[:side, :side] = colour
    for step in range(side, side + length):
        patch[step, step] = colour
    number = m.int(0, 3)
    row, column = m.put(given, turn(patch, number))
    corners = [(0, 0), (0, side + length - 1), (side + length - 1, side + length - 1), (side + length - 1, 0)]
    tail = next(corner for corner in corners if turn(np.where(_only_last(patch), patch, 0), number)[corner])
    slope = (1 if tail[0] else -1, 1 if tail[1] else -1)
    wanted = given.copy()
    _shot(wanted, after((row + tail[0], column + tail[1]), slope), slope, colour)
    return given, wanted


def _only_last(patch: Cells) -> Cells:
    mask = np.zeros_like(patch)
    mask[-1, -1] = 1
    return mask


@pointing
def segments_go_on_in_a_colour(m: Maker) -> Pair:
    """Lines of two or three cells go on at both ends in another colour."""
    given = m.blank(9, 14)
    ends: list[tuple[Place, Place]] = []
    for _ in range(2):
        length = m.int(2, 3)
        patch = turn(np.eye(length, dtype=np.int8) if m.coin() else np.ones((1, length), np.int8), m.int(0, 3))
        row, column = m.put(given, patch * m.a, 2)
        cells = [(row + int(y), column + int(x)) for y, x in np.argwhere(patch)]
        step = (cells[1][0] - cells[0][0], cells[1][1] - cells[0][1])
        ends += [(cells[-1], step), (cells[0], (-step[0], -step[1]))]
    wanted = given.copy()
    for at, step in ends:
        line = given.copy()
        if inside(line, after(at, step)):
            _shot(line, after(at, step), step, m.b)
        draw(wanted, line, (0, 0))
    return given, wanted


@pointing
def corners_shoot_over_their_gap(m: Maker) -> Pair:
    """A bent thing of three cells shoots in a colour from beyond its missing corner."""
    given = m.blank(8, 13)
    colour, (down, right) = m.pick(m.others(3)), m.pick(SLOPES)
    patch = np.full((2, 2), colour, np.int8)
    patch[(down + 1) // 2, (right + 1) // 2] = 0
    row, column = m.put(given, patch)
    wanted = given.copy()
    _shot(wanted, (row + (2 if down > 0 else -1), column + (2 if right > 0 else -1)), (down, right), m.a)
    return given, wanted


@pointing
def cups_pour(m: Maker) -> Pair:
    """A line in its own colour comes out of each cup, whichever side it is open to."""
    given = m.blank(10, 15)
    number, colour = m.int(0, 3), m.pick(m.others(4))
    cup = np.array([[1, 0, 1], [1, 0, 1], [1, 1, 1]], np.int8) * colour
    row, column = m.put(given, turn(cup, number))
    wanted = given.copy()
    step = STEPS[(3 - number) % 4]
    start = (row + 1 + 2 * step[0], column + 1 + 2 * step[1])
    _shot(wanted, start, step, colour)
    return given, wanted


@across
def mirrored_beyond_the_wall(m: Maker) -> Pair:
    """A shape beside a wall is shown beyond it as in a mirror, too."""
    given = m.blank(11, 15)
    wall = m.int(5, given.shape[1] - 5)
    given[:, wall] = m.a
    shape = m.odd_one() * m.pick(m.others(3))
    row = m.int(0, given.shape[0] - 3)
    column = m.int(max(2 * wall - given.shape[1] + 1, 0), wall - 3)
    draw(given, shape, (row, column))
    wanted = given.copy()
    draw(wanted, shape[:, ::-1], (row, 2 * wall - column - 2))
    return given, wanted


@across
def thrown_over_the_bar(m: Maker) -> Pair:
    """A shape changes to the other side of a thick bar, mirrored and as far from it as before."""
    given = m.blank(12, 16)
    top, height, width = m.int(5, given.shape[0] - 6), 2, m.int(4, 6)
    left = m.int(0, given.shape[1] - width)
    given[top : top + height, left : left + width] = m.a
    shape = m.odd_one() * m.b
    row, column = m.int(0, top - 3), m.int(left, left + width - 3)
    wanted = given.copy()
    goes_down = m.coin()
    below = 2 * top + height - 1 - row - 2
    if below + 3 > given.shape[0]:
        raise CrowdedError
    draw(given, shape if goes_down else shape[::-1], (row if goes_down else below, column))
    draw(wanted, shape[::-1] if goes_down else shape, (below if goes_down else row, column))
    return given, wanted


@sizes
def noise_in_and_beside_blocks(m: Maker) -> Pair:
    """Blocks of one colour, with noise of another in them and beside them; both colours are the sample's own."""
    wanted = m.blank(12, 17)
    colour, noise = m.others(2)
    for _ in range(m.int(3, 4)):
        m.put(wanted, m.box(3, 6) * colour)
    given = wanted.copy()
    places = [at for at in np.ndindex(*given.shape) if _is_calm(wanted, at)]
    chosen: list[Place] = []
    for row, column in m.some(places, min(len(places), 40)):
        if len(chosen) < 9 and all(max(abs(row - y), abs(column - x)) > 1 for y, x in chosen):
            chosen.append((row, column))
    for at in chosen:
        given[at] = noise
    if not any(wanted[at] for at in chosen) or all(wanted[at] for at in chosen):
        raise CrowdedError
    return given, wanted


def _is_calm(wanted: Cells, at: tuple[int, ...]) -> bool:
    """Whether noise at a place tells what it hides: beside it there is ground, or a block to two sides at least."""
    beside = [wanted[near] for near in (after((at[0], at[1]), step) for step in STEPS) if inside(wanted, near)]
    filled = sum(bool(colour) for colour in beside)
    return filled >= 2 if wanted[at] else filled < 2


@sizes
def copies_twice_and_thrice_as_large(m: Maker) -> Pair:
    """Marks of a figure are shown twice and thrice as large; the rest of it is to be drawn."""
    given = m.blank(16, 20)
    figure = m.odd_one() * m.a
    figure[tuple(m.pick([tuple(map(int, at)) for at in np.argwhere(figure)]))] = m.b
    m.put(given, figure)
    wanted = given.copy()
    for scale in m.some((1, 2, 3), 2):
        large = np.kron(figure, np.ones((scale, scale), np.int8))
        at = m.put(wanted, large, 1)
        mark = np.where(large == m.b, large, 0)
        draw(given, mark, at)
    return given, wanted


@sizes
def figure_of_blocks_in_noise(m: Maker) -> Pair:
    """A figure of large squares is shown small, in the colour of the noise around it."""
    given = m.blank(15, 20)
    colour, noise = m.others(2)
    scale = m.int(2, 4)
    figure = m.odd_one()
    m.put(given, np.kron(figure, np.ones((scale, scale), np.int8)) * colour, 0)
    free = [at for at in np.ndindex(*given.shape) if not given[at]]
    for at in m.some(free, len(free) // 6):
        given[at] = noise
    return given, figure * noise


@sizes
def shapes_around_one_centre(m: Maker) -> Pair:
    """Symmetric shapes of several colours, laid around one centre."""
    given = m.blank(13, 17)
    side = m.once("side", (5, 7))
    parts = []
    for reach, colour in zip((side // 2, side // 2 - 1, 0), m.others(3), strict=True):
        part = np.zeros((2 * reach + 1, 2 * reach + 1), np.int8)
        spread = m.int(0, reach)
        for down, right in ((reach, spread), (spread, reach)) if m.coin() else ((reach, reach), (reach, spread)):
            for y, x in ((down, right), (down, -right), (-down, right), (-down, -right)):
                part[reach + y, reach + x] = colour
        if not part[0].any() or not part[:, 0].any():
            raise CrowdedError
        m.put(given, part, 1)
        parts.append(part)
    wanted = np.zeros((side, side), np.int8)
    for part in parts:
        at = (side - part.shape[0]) // 2
        if wanted[at : at + part.shape[0], at : at + part.shape[0]][part != 0].any():
            raise CrowdedError
        draw(wanted, part, (at, at))
    return given, wanted


@sizes
def four_corners_laid_upon_each_other(m: Maker) -> Pair:
    """The corners of a small grid, of which the middle lines are in none or in two, are laid upon each other."""
    side = 3
    given = np.zeros((m.once("height", (5, 7)), m.once("width", (5, 7))), np.int8)
    wanted = np.zeros((side, side), np.int8)
    colour = m.pick(m.others(4))
    for top, left in ((0, 0), (0, -side), (-side, 0), (-side, -side)):
        at = m.int(0, 2), m.int(0, 2)
        rows, columns = range(given.shape[0])[top:][:side], range(given.shape[1])[left:][:side]
        given[rows[at[0]], columns[at[1]]] = colour
    for top, left in ((0, 0), (0, -side), (-side, 0), (-side, -side)):
        rows, columns = range(given.shape[0])[top:][:side], range(given.shape[1])[left:][:side]
        draw(wanted, given[np.ix_(list(rows), list(columns))], (0, 0))
    return given, wanted


@pointing
def a_colour_at_each_corner(m: Maker) -> Pair:
    """Four colours, always in the same order, stand around the corners of each block."""
    given = m.blank(11, 16)
    colours = m.palette[4:8]
    wanted = given.copy()
    for _ in range(m.int(1, 2)):
        block = m.box(2, 4) * m.a
        height, width = block.shape
        row, column = m.put(given, block, 2, (slice(1, given.shape[0] - 1), slice(1, given.shape[1] - 1)))
        draw(wanted, block, (row, column))
        corners = ((-1, -1), (-1, width), (height, -1), (height, width))
        for (down, right), colour in zip(corners, colours, strict=True):
            wanted[row + down, column + right] = colour
    return given, wanted
