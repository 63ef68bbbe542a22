"""Several rules that act on each other: keys that say what is done, signs with a meaning, and processes in steps."""

from __future__ import annotations

import numpy as np

from families.making import (
    SQUARE,
    STEPS,
    Cells,
    CrowdedError,
    Maker,
    Pair,
    Place,
    after,
    draw,
    family,
    frame,
    inside,
    recoloured,
    turn,
)

several = family("several rules")

PLUS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.int8)
CROSS = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]], np.int8)


def _large(m: Maker) -> Cells:
    return m.blank(14, 20)


def _keyed(m: Maker) -> tuple[Cells, int]:
    """A large empty grid with a key, a colour of the sample's own, in its corner."""
    given = _large(m)
    key = m.pick(m.others(4))
    given[0, 0] = key
    return given, key


def _right_of(canvas: Cells, column: int) -> tuple[slice, slice]:
    """The part of a canvas from a column on."""
    return slice(0, canvas.shape[0]), slice(column, canvas.shape[1])


@several
def colour_of_the_key_falls(m: Maker) -> Pair:
    """The corner shows a colour: objects of that colour fall to the ground, the others stay."""
    given = _large(m)
    falling, *others = m.others(3)
    given[0, 0] = falling
    wanted = given.copy()
    column = 2
    for colour in m.some([falling, falling, *others], 4):
        blob = m.blob(m.int(3, 5))
        if column + blob.shape[1] > given.shape[1]:
            raise CrowdedError
        at = (m.int(1, given.shape[0] - 6), column)
        draw(given, blob * colour, at)
        draw(wanted, blob * colour, (given.shape[0] - blob.shape[0], column) if colour == falling else at)
        column += blob.shape[1] + 1
    return given, wanted


@several
def recoloured_or_gone_by_the_key(m: Maker) -> Pair:
    """Pairs of colours on the left border: objects of the first take the second; objects that no pair names go."""
    given = _large(m)
    old, older, new, newer, other = m.some(m.palette, 5)
    given[0, :2], given[2, :2] = (old, new), (older, newer)
    wanted = given.copy()
    for colour in m.some([old, older, other, m.pick((old, older)), other], m.int(4, 5)):
        blob = m.blob(m.int(3, 6))
        at = m.put(given, blob * colour, 1, _right_of(given, 3))
        if colour != other:
            draw(wanted, blob * {old: new, older: newer}[colour], at)
    return given, wanted


@several
def holes_say_which_of_the_key(m: Maker) -> Pair:
    """Bars of one, two and three cells on the left: an object with so many holes takes the colour of that bar."""
    given = m.blank(16, 21)
    key = m.others(3)
    for number, colour in enumerate(key):
        given[2 * number, : number + 1] = colour
    wanted = given.copy()
    for holes in m.some((1, 2, 3, m.int(1, 3)), m.int(3, 4)):
        patch = np.ones((3, 2 * holes + 1), np.int8)
        patch[1, 1::2] = 0
        patch = turn(patch, m.int(0, 1))
        draw(wanted, patch * key[holes - 1], m.put(given, patch * m.a, 1, _right_of(given, 4)))
    return given, wanted


@several
def shapes_say_which_way_they_shoot(m: Maker) -> Pair:
    """Upright crosses shoot up and down to the borders, lying ones to the left and right."""
    given = _large(m)
    wanted = given.copy()
    shots = np.zeros_like(given)
    for shape in (PLUS, CROSS):
        row, column = m.put(given, shape * m.a, 1)
        if shape is PLUS:
            shots[:row, column + 1] = shots[row + 3 :, column + 1] = m.b
        else:
            shots[row + 1, :column] = shots[row + 1, column + 3 :] = m.b
    wanted = np.where(given, given, shots).astype(np.int8)
    if np.count_nonzero(shots) != np.count_nonzero(wanted == m.b):
        raise CrowdedError
    return given, wanted


@several
def key_says_how_far_they_shoot(m: Maker) -> Pair:
    """The key names two colours with so many grey cells behind each: dots shoot as far to the right as theirs says."""
    given = _large(m)
    colours, lengths = m.others(2), m.some(range(1, 6), 2)
    for number, (colour, length) in enumerate(zip(colours, lengths, strict=True)):
        given[number, 0], given[number, 1 : length + 1] = colour, m.a
    wanted = given.copy()
    for row in m.some(range(3, given.shape[0]), m.int(3, 5)):
        number, column = m.int(0, 1), m.int(0, given.shape[1] - 7)
        given[row, column] = colours[number]
        wanted[row, column : column + lengths[number] + 1] = colours[number]
    return given, wanted


@several
def path_takes_the_colours_it_meets(m: Maker) -> Pair:
    """The dot shoots to the right; before each cell that it meets it turns right, and goes on in that cell's colour."""
    given = m.blank(14, 18)
    at, way, colour = (m.int(1, 4), 0), 0, m.a
    wanted = given.copy()
    given[at] = wanted[at] = colour
    turns, want = 0, m.int(2, 3)
    while True:
        for _ in range(m.int(3, 7)):
            at = after(at, STEPS[way])
            if not inside(given, at):
                break
            if wanted[at]:
                raise CrowdedError
            wanted[at] = colour
        following = after(at, STEPS[way])
        if not inside(given, at) or not inside(given, following):
            break
        if turns == want:
            _straight_on(wanted, at, STEPS[way], colour)
            break
        if wanted[following]:
            raise CrowdedError
        colour = m.pick([one for one in m.palette[1:] if one != colour])
        given[following] = wanted[following] = colour
        way, turns = (way + 1) % 4, turns + 1
    if turns < 2:
        raise CrowdedError
    return given, wanted


def _straight_on(canvas: Cells, at: Place, step: Place, colour: int) -> None:
    """A line from a place to the border."""
    while inside(canvas, at := after(at, step)):
        if canvas[at]:
            raise CrowdedError
        canvas[at] = colour


@several
def lowest_in_the_pile_changes(m: Maker) -> Pair:
    """Boxes fall onto the ground and onto each other; those that come to lie on the ground take another colour."""
    given = _large(m)
    wanted = np.zeros_like(given)
    piled = 0
    for left in range(m.int(0, 1), given.shape[1] - 3, 5):
        ground = given.shape[0]
        for number in range(m.int(1, 2)):
            height, width = m.int(1, 3), m.int(2, 4)
            bottom = given.shape[0] - m.int(2, 3) if number == 0 else m.int(4, 7)
            given[bottom - height : bottom, left : left + width] = m.a
            wanted[ground - height : ground, left : left + width] = m.b if number == 0 else m.a
            ground -= height
            piled += number
    if not piled:
        raise CrowdedError
    return given, wanted


@several
def tree_grows_up_to_the_ceiling(m: Maker) -> Pair:
    """From each dot a triangle grows upwards, two cells wider from row to row, until it meets the bar above it."""
    given = m.blank(14, 19)
    wanted = given.copy()
    for middle in range(m.int(3, 4), given.shape[1] - 4, 9):
        height = m.int(2, 4)
        bottom = m.int(height + 1, given.shape[0] - 1)
        given[bottom, middle] = wanted[bottom, middle] = m.a
        for step in range(1, height):
            wanted[bottom - step, middle - step : middle + step + 1] = m.b
        for cells in (given, wanted):
            cells[bottom - height, middle - 3 : middle + 4] = m.c
    return given, wanted


@several
def empty_rooms_take_the_key(m: Maker) -> Pair:
    """Boxes with a dot are filled with its colour, those without with the colour in the corner."""
    given, key = _keyed(m)
    wanted = given.copy()
    for dotted in (True, False, m.coin()):
        box = frame(m.int(4, 6), m.int(4, 6)) * m.a
        done = np.where(box, box, key).astype(np.int8)
        if dotted:
            colour = m.pick([one for one in m.others(4) if one != key])
            done = np.where(box, box, colour).astype(np.int8)
            box[m.int(1, box.shape[0] - 2), m.int(1, box.shape[1] - 2)] = colour
        draw(wanted, done, m.put(given, box))
    return given, wanted


@several
def shape_in_the_frame_names_the_others(m: Maker) -> Pair:
    """The frame shows a shape in a colour: objects of that shape, turned or not, take the colour."""
    given = _large(m)
    shown, other = m.odd_one(), m.odd_one()
    if any(np.array_equal(turn(shown, number), other) for number in range(8)):
        raise CrowdedError
    colour = m.pick(m.others(4))
    sample = np.pad(np.pad(shown * colour, 1), 1, constant_values=m.b)
    at = m.put(given, sample)
    wanted = np.zeros_like(given)
    draw(wanted, sample, at)
    for shape, new in ((shown, colour), (shown, colour), (other, m.a), (other, m.a)):
        patch = turn(shape, m.int(0, 7))
        draw(wanted, patch * new, m.put(given, patch * m.a))
    return given, wanted


@several
def lines_pass_what_has_their_colour(m: Maker) -> Pair:
    """Dots at the border shoot across: through walls of their own colour, and up to the first of another one."""
    given = _large(m)
    walls = m.others(2)
    columns = [m.int(4, 6), m.int(9, 11)]
    given[:, columns[0]], given[:, columns[1]] = walls
    wanted = given.copy()
    rows = m.some(range(0, given.shape[0], 2), m.int(4, 6))
    colours = [*walls, *(m.pick(walls) for _ in rows[2:])]
    for row, colour in zip(rows, colours, strict=True):
        given[row, 0] = colour
        wanted[row, : columns[0] if colour == walls[1] else columns[1]] = colour
        wanted[row, columns[0]] = walls[0]
    return given, wanted


@several
def turned_as_often_as_there_are_dots(m: Maker) -> Pair:
    """The object alone, turned by a quarter to the right for each dot."""
    given = _large(m)
    patch = recoloured(m.odd_one(), {1: m.pick(m.others(4))})
    patch[m.pick(list(zip(*np.nonzero(patch), strict=True)))] = m.b
    count = m.int(1, 3)
    m.put(given, patch)
    m.scatter(given, m.a, count, 1)
    return given, np.rot90(patch, -count)


@several
def signs_say_how_panes_are_mirrored(m: Maker) -> Pair:
    """Above each pane stands a sign: one colour mirrors the pane sideways, the other upside down; the signs go."""
    signs = m.some([m.b, m.c, m.pick((m.b, m.c))], 3)
    heads, panes, done = [], [], []
    line = np.full((4, 1), m.a, np.int8)
    for sign in signs:
        pane = m.noise(4, 4, (m.d,), 0.5)
        pane[0, :2] = m.d, 0
        heads += [np.array([[0, sign, sign, 0]], np.int8), np.zeros((1, 1), np.int8)]
        panes += [pane, line]
        done += [pane[:, ::-1] if sign == m.b else pane[::-1], line]
    return np.vstack([np.hstack(heads[:-1]), np.hstack(panes[:-1])]), np.hstack(done[:-1])


@several
def colour_of_the_line_says_what_is_kept(m: Maker) -> Pair:
    """Two panes: a line of one colour asks for cells that both have, one of the other for those that either has."""
    one, other = (m.noise(5, 5, (m.a,), 0.5) for _ in range(2))
    asks_for_both = m.by_turns("asked", (True, False))
    line = np.full((5, 1), m.b if asks_for_both else m.c, np.int8)
    kept = (one & other) if asks_for_both else (one | other)
    return np.hstack([one, line, other]), np.where(kept, m.d, 0).astype(np.int8)


@several
def odd_ones_left_even_ones_right(m: Maker) -> Pair:
    """A block with an odd number of dots goes to the left border, one with an even number to the right."""
    given = m.blank(13, 18)
    wanted = np.zeros_like(given)
    for top in range(0, given.shape[0] - 3, 4):
        block = np.full((3, 4), m.a, np.int8)
        count = m.pick((1, 2, 3, 4)) if top > 4 else 1 + (top > 0)
        for at in m.some(list(np.ndindex(3, 4)), count):
            block[at] = m.b
        draw(given, block, (top, m.int(1, given.shape[1] - 5)))
        draw(wanted, block, (top, 0 if count % 2 else given.shape[1] - 4))
    return given, wanted


@several
def replaced_as_the_table_shows(m: Maker) -> Pair:
    """Left of the line the table: a shape, and beside it another. Right of it each of the first becomes its second."""
    given = np.zeros((m.int(14, 18), m.int(19, 23)), np.int8)
    shapes = m.some((PLUS, CROSS, SQUARE, frame(3, 3)), 4)
    colours = m.others(4)
    given[:, 8] = m.a
    for number in range(2):
        draw(given, shapes[number] * colours[number], (1 + 5 * number, 0))
        draw(given, shapes[number + 2] * colours[number + 2], (1 + 5 * number, 4))
    wanted = given.copy()
    for number in (0, 1, m.int(0, 1)):
        at = m.put(given, shapes[number] * colours[number], 1, _right_of(given, 9))
        draw(wanted, shapes[number + 2] * colours[number + 2], at)
    return given, wanted


@several
def steps_listed_in_the_first_row(m: Maker) -> Pair:
    """The first row lists steps: one colour means one to the right, the other one down. The dot walks as it says."""
    given = m.blank(14, 18)
    steps = [m.pick((m.b, m.c)) for _ in range(m.int(4, 9))]
    given[0, : len(steps)] = steps
    at = (m.int(2, 4), m.int(0, 4))
    wanted = given.copy()
    wanted[at] = given[at] = m.a
    for step in steps:
        at = after(at, STEPS[0] if step == m.b else STEPS[1])
        if not inside(given, at):
            raise CrowdedError
        wanted[at] = m.a
    return given, wanted


@several
def each_row_from_the_one_above(m: Maker) -> Pair:
    """A cell is coloured where just one of the two cells diagonally above it is; from the first row to the last."""
    given = np.zeros((m.int(8, 14), m.int(13, 19)), np.int8)
    for column in m.some(range(2, given.shape[1] - 2), m.int(1, 2)):
        given[0, column] = m.a
    wanted = given.copy()
    for row in range(1, given.shape[0]):
        above = np.pad(wanted[row - 1] != 0, 1)
        wanted[row] = np.where(above[:-2] != above[2:], m.a, 0)
    return given, wanted


@several
def inner_ones_stay_outer_ones_go_to_the_key(m: Maker) -> Pair:
    """Dots within a frame take the frame's colour, dots outside take the colour of the corner."""
    given, key = _keyed(m)
    boxes = [m.pick([one for one in m.others(4) if one != key]) for _ in range(2)]
    wanted = given.copy()
    for _ in range(m.int(2, 4)):
        wanted[m.put(given, np.full((1, 1), m.a, np.int8), 1)] = key
    for colour in boxes:
        box = frame(m.int(5, 7), m.int(5, 7)) * colour
        done = box.copy()
        for at in m.some([at for at in np.ndindex(*box.shape) if not box[at]], m.int(1, 3)):
            box[at], done[at] = m.a, colour
        draw(wanted, done, m.put(given, box))
    return given, wanted
