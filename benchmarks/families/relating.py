"""Objects by what they have to do with others, motion that something in the grid directs, and two rules at once."""

from __future__ import annotations

import numpy as np

from families.making import Cells, CrowdedError, Maker, Pair, crop, draw, family, frame, recoloured, turn

relations, guided, two_rules = family("relations"), family("directed motion"), family("two rules")


@relations
def smallest_takes_colour_of_largest(m: Maker) -> Pair:
    """Objects of several colours: the smallest takes the colour of the largest, the others stay."""
    given = m.blank(11, 17)
    colours, sizes = m.others(4), m.some(range(1, 4), 3)
    wanted = given.copy()
    for size, colour in zip((9, *(size + 3 for size in sizes[:2]), 2), colours, strict=True):
        patch = m.blob(size)
        place = m.put(given, patch * colour)
        draw(wanted, patch * (colours[0] if size == 2 else colour), place)
    return given, wanted


@relations
def two_change_places(m: Maker) -> Pair:
    """Two boxes of two colours, and what is in them, change places."""
    given = m.blank(10, 15)
    colours = m.others(4)
    patches = [m.noise(3, 3, colours[:2]), m.noise(3, 3, colours[2:])]
    places = [m.put(given, patch) for patch in patches]
    m.scatter(given, m.a, m.int(2, 4), 1)
    wanted = given.copy()
    for patch, at in zip(patches[::-1], places, strict=True):
        draw(wanted, patch, at)
    return given, wanted


@relations
def in_line_with_the_mark(m: Maker) -> Pair:
    """Objects that share a row or a column with the mark take its colour."""
    given = m.blank(11, 16)
    mark = m.pick(m.others(4))
    row, column = m.scatter(given, mark, 1)[0]
    wanted = given.copy()
    hits = 0
    for _ in range(m.int(4, 6)):
        patch = m.blob(m.int(3, 5)) * m.a
        top, left = m.put(given, patch)
        is_hit = top <= row < top + patch.shape[0] or left <= column < left + patch.shape[1]
        hits += is_hit
        draw(wanted, recoloured(patch, {m.a: mark}) if is_hit else patch, (top, left))
    if not 0 < hits < 4:
        raise CrowdedError
    return given, wanted


@relations
def dots_take_colour_of_their_frame(m: Maker) -> Pair:
    """Dots in frames take the colour of the frame, dots outside go."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for colour in m.others(m.int(2, 3)):
        box = frame(m.int(4, 6), m.int(4, 6)) * colour
        inside = np.zeros_like(box)
        for at in m.some([at for at in np.ndindex(*box.shape) if not box[at]], m.int(1, 3)):
            inside[at] = m.a
        at = m.put(given, np.maximum(box, inside) if colour > m.a else np.where(box, box, inside).astype(np.int8))
        draw(wanted, np.where(inside, colour, box).astype(np.int8), at)
    m.scatter(given, m.a, m.int(3, 6), 1)
    return given, wanted


@relations
def frame_takes_majority_inside(m: Maker) -> Pair:
    """Each frame takes the colour that most cells in it have, and is emptied."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        most, few = m.others(2)
        box = frame(m.int(4, 6), m.int(4, 6)) * m.a
        free = m.some([at for at in np.ndindex(*box.shape) if not box[at]], 4)
        patch = box.copy()
        for number, at in enumerate(free):
            patch[at] = most if number else few
        draw(wanted, recoloured(box, {m.a: most}), m.put(given, patch))
    return given, wanted


@relations
def box_with_most_dots(m: Maker) -> Pair:
    """Of several boxes the one with the most dots, cut out; dots of another colour do not count."""
    given = m.blank(12, 17)
    counts = m.some(range(1, 6), 3)
    best = None
    for count, colour in zip(counts, m.others(3), strict=True):
        patch = np.full((m.int(3, 5), m.int(3, 5)), colour, np.int8)
        spots = m.some(list(np.ndindex(*patch.shape)), count + m.int(1, 3))
        for number, at in enumerate(spots):
            patch[at] = m.a if number < count else m.b
        m.put(given, patch)
        if count == max(counts):
            best = patch
    if best is None:
        raise CrowdedError
    return given, best


@relations
def beside_the_wall_goes(m: Maker) -> Pair:
    """Objects that touch a wall of another colour go, the others take the wall's colour."""
    given = m.blank(11, 16)
    wall = m.pick(m.others(3))
    given[:, 0] = wall
    wanted = given.copy()
    for number in range(4):
        patch = m.blob(m.int(3, 5)) * m.a
        if number < 2:
            patch[:, 0] = m.a
            columns = slice(1, 1 + patch.shape[1])
            row = m.int(0, given.shape[0] - patch.shape[0])
            if given[max(row - 1, 0) : row + patch.shape[0] + 1, 1 : columns.stop + 1].any():
                raise CrowdedError
            draw(given, patch, (row, 1))
        else:
            at = m.put(given, patch, 1, (slice(0, given.shape[0]), slice(2, given.shape[1])))
            draw(wanted, recoloured(patch, {m.a: wall}), at)
    return given, wanted


@guided
def to_the_wall_of_its_colour(m: Maker) -> Pair:
    """Two walls, left and right, in colours that vary: each dot moves to the wall of its colour, others stay."""
    given = m.blank(9, 14)
    first, second, other = m.others(3)
    given[:, 0], given[:, -1] = first, second
    wanted = given.copy()
    rows = m.some(range(given.shape[0]), m.int(4, 6))
    for number, row in enumerate(rows):
        colour = (first, second, other)[number % 3]
        column = m.int(2, given.shape[1] - 3)
        given[row, column] = colour
        wanted[row, {first: 1, second: -2}.get(colour, column)] = colour
    return given, wanted


@guided
def towards_the_bar(m: Maker) -> Pair:
    """A bar on one of the four borders, another one in each pair: all dots fall towards it."""
    side = m.int(9, 14)
    given = np.zeros((side, m.int(9, 14)), np.int8)
    given[-1] = m.a
    wanted = given.copy()
    for column in range(given.shape[1]):
        cells = [m.pick((m.b, m.c)) for _ in range(m.pick((0, 0, 1, 2, 3)))]
        if cells:
            rows = sorted(m.some(range(given.shape[0] - 2), len(cells)))
            given[rows, column] = cells
            wanted[given.shape[0] - 1 - len(cells) : given.shape[0] - 1, column] = cells
    turned = m.int(0, 3)
    return turn(given, turned), turn(wanted, turned)


@guided
def head_first(m: Maker) -> Pair:
    """A block with a head on one side flies that way to the border."""
    given = m.blank(11, 16)
    wanted = np.zeros_like(given)
    for _ in range(m.int(1, 2)):
        patch = np.full((2, 2), m.a, np.int8)
        turned = m.int(0, 3)
        patch = turn(np.vstack((np.full((1, 2), m.b, np.int8), patch)), turned)
        row, column = m.put(given, patch)
        goal = {
            0: (0, column),
            1: (row, 0),
            2: (given.shape[0] - patch.shape[0], column),
            3: (row, given.shape[1] - patch.shape[1]),
        }[turned]
        if wanted[goal[0] : goal[0] + patch.shape[0], goal[1] : goal[1] + patch.shape[1]].any():
            raise CrowdedError
        draw(wanted, patch, goal)
    return given, wanted


@guided
def as_far_as_it_is_long(m: Maker) -> Pair:
    """Each bar moves to the right by its own length."""
    rows = m.int(3, 5)
    given = np.zeros((2 * rows, m.int(12, 16)), np.int8)
    wanted = given.copy()
    for number in range(rows):
        length, colour = m.int(1, 4), m.pick(m.others(4))
        start = m.int(0, given.shape[1] - 2 * length)
        given[2 * number, start : start + length] = colour
        wanted[2 * number, start + length : start + 2 * length] = colour
    return given, wanted


@guided
def dots_fly_to_their_box(m: Maker) -> Pair:
    """Dots in line with the box of their colour fly to it and stay beside it; dots of other colours go."""
    given = m.blank(12, 17)
    first, other = m.others(2)
    patch = m.box(2, 4) * first
    row, column = m.put(given, np.pad(patch, 3), 0)
    row, column = row + 3, column + 3
    wanted = given.copy()
    ends = {
        "up": (range(row - 2), row - 1),
        "down": (range(row + patch.shape[0] + 1, given.shape[0]), row + patch.shape[0]),
    }
    columns = m.some(range(column, column + patch.shape[1]), 2)
    for side, at in zip(("up", "down"), columns, strict=True):
        rows, goal = ends[side]
        given[m.pick(list(rows) or [goal]), at] = first
        wanted[goal, at] = first
    m.scatter(given, other, m.int(2, 5), 1)
    return given, wanted


@guided
def dropped_into_the_cup(m: Maker) -> Pair:
    """Cups open above; a box over a cup falls into it to its floor, a box over none falls to the ground."""
    given = np.zeros((m.int(12, 15), 15), np.int8)
    wanted = given.copy()
    kinds = m.some((True, True, False), 3)
    for number, has_cup in enumerate(kinds):
        left, floor, colour = 5 * number, given.shape[0] - 1 - m.int(0, 3), m.pick(m.others(4))
        side = m.int(1, 3)
        top = m.int(0, 3)
        if has_cup:
            cup = np.full((4, 5), m.a, np.int8)
            cup[:-1, 1:-1] = 0
            for canvas in (given, wanted):
                draw(canvas, cup, (floor - 3, left))
        draw(given, np.full((side, 3), colour, np.int8), (top, left + 1))
        bottom = floor - 1 if has_cup else given.shape[0] - 1
        draw(wanted, np.full((side, 3), colour, np.int8), (bottom - side + 1, left + 1))
    return given, wanted


@two_rules
def content_in_colour_of_its_frame(m: Maker) -> Pair:
    """The object in the frame, cut out, in the frame's colour; objects outside are distractors."""
    given = m.blank(12, 17)
    first, second = m.others(2)
    shape = m.odd_one()
    box = frame(5, 5) * first
    box[1:-1, 1:-1] = shape * second
    m.put(given, box)
    for _ in range(m.int(1, 3)):
        m.put(given, m.blob(5) * m.pick((first, second)))
    return given, shape * first


@two_rules
def tiled_by_number_of_dots(m: Maker) -> Pair:
    """The object is repeated side by side as often as there are dots."""
    given = m.blank(9, 14)
    patch = m.noise(3, 3, m.others(2))
    m.put(given, patch)
    count = m.int(1, 4)
    m.scatter(given, m.a, count, 1)
    return given, np.tile(patch, (1, count))


@two_rules
def even_and_odd_size(m: Maker) -> Pair:
    """Objects with an even number of cells take one colour, the others another."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for size in (m.pick((2, 4, 6)), m.pick((3, 5)), *(m.int(2, 6) for _ in range(m.int(1, 3)))):
        patch = m.blob(size)
        draw(wanted, patch * (m.c if size % 2 else m.b), m.put(given, patch * m.a))
    return given, wanted


@two_rules
def filled_ones_fall(m: Maker) -> Pair:
    """Solid boxes fall to the ground, hollow ones rise and are filled."""
    width = m.int(12, 16)
    given = np.zeros((m.int(11, 14), width), np.int8)
    wanted = given.copy()
    kinds = [True, False, m.coin()]
    for number, solid in enumerate(m.some(kinds, 3)):
        height = m.int(3, 4)
        box = np.ones((height, 3), np.int8) if solid else frame(height, 3)
        at = (m.int(1, given.shape[0] - height - 1), 4 * number + m.int(0, 1))
        draw(given, box * m.a, at)
        done = box * m.a if solid else np.where(box, m.a, m.b).astype(np.int8)
        draw(wanted, done, (given.shape[0] - height if solid else 0, at[1]))
    return given, wanted


@two_rules
def whole_objects_without_noise(m: Maker) -> Pair:
    """Single cells go; of what is left the smallest object takes another colour."""
    given = m.blank(12, 17)
    wanted = given.copy()
    for number, size in enumerate((3, 5, 7)):
        patch = m.blob(size)
        draw(wanted, patch * (m.a if number else m.b), m.put(given, patch * m.a))
    m.scatter(given, m.a, m.int(4, 8), 1)
    return given, wanted


def _marked(m: Maker, shape: Cells) -> Cells:
    """The shape in `a` with one of its cells in `b`."""
    patch = shape * m.a
    patch[m.pick([at for at in np.ndindex(*shape.shape) if shape[at]])] = m.b
    return patch


@two_rules
def marked_one_mirrored(m: Maker) -> Pair:
    """The object with a marked cell, cut out, mirrored, its mark gone."""
    given = m.blank(11, 16)
    shape = m.odd_one()
    m.put(given, _marked(m, shape))
    for _ in range(2):
        m.put(given, m.odd_one() * m.a)
    return given, crop(shape[:, ::-1] * m.a)
