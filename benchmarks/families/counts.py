"""Counts, and legends that say what colours stand for."""

from __future__ import annotations

import numpy as np

from families.making import CrowdedError, Maker, Pair, draw, family, frame, recoloured

counting, legend = family("count"), family("legend")


@counting
def objects_to_row(m: Maker) -> Pair:
    """As many cells in a row as there are objects."""
    given, count = m.blank(9, 14), m.int(1, 6)
    for _ in range(count):
        m.put(given, m.box(2, 2) * m.a)
    return given, np.full((1, count), m.a, np.int8)


@counting
def dots_to_filled_cells(m: Maker) -> Pair:
    """Of nine cells so many are coloured, row by row, as there are dots."""
    given, count = m.blank(5, 9), m.int(1, 8)
    m.scatter(given, m.a, count)
    return given, np.where(np.arange(9) < count, m.a, 0).reshape(3, 3).astype(np.int8)


@counting
def most_common_colour(m: Maker) -> Pair:
    given, colours = m.blank(8, 13), m.others(3)
    for colour, count in zip(colours, (m.int(5, 6), m.int(2, 4), m.int(1, 4)), strict=True):
        m.scatter(given, colour, count, 1)
    return given, np.full((1, 1), colours[0], np.int8)


@counting
def colours_to_bars(m: Maker) -> Pair:
    """A bar for each colour, as long as it has cells, the longest first."""
    given, colours = m.blank(6, 12), m.others(3)
    counts = sorted(m.some(range(1, 7), 3), reverse=True)
    wanted = np.zeros((3, max(counts)), np.int8)
    for number, (colour, count) in enumerate(zip(colours, counts, strict=True)):
        m.scatter(given, colour, count)
        wanted[number, :count] = colour
    return given, wanted


@counting
def colour_by_number_of_holes(m: Maker) -> Pair:
    given = m.blank(11, 16)
    wanted = given.copy()
    for holes in (1, 2, m.int(1, 3)):
        mask = np.ones((3, 2 * holes + 1), np.int8)
        mask[1, 1::2] = 0
        mask = mask.T if m.coin() else mask
        draw(wanted, mask * (m.b, m.c, m.d)[holes - 1], m.put(given, mask * m.a))
    return given, wanted


@counting
def count_to_diagonal(m: Maker) -> Pair:
    """A square with as many cells on its diagonal as there are objects."""
    given, count = m.blank(9, 14), m.int(2, 6)
    for _ in range(count):
        m.put(given, m.blob(m.int(2, 5)) * m.a)
    return given, np.diag(np.full(count, m.a, np.int8))


@counting
def enlarge_by_number_of_colours(m: Maker) -> Pair:
    colours = m.others(m.int(2, 4))
    given = m.noise(3, 3, colours)
    count = len(np.unique(given))
    if count != len(colours):
        raise CrowdedError
    return given, np.kron(given, np.ones((count, count), np.int8))


@legend
def pairs_in_the_corner(m: Maker) -> Pair:
    """Pairs of colours say what becomes of each."""
    given = m.blank(11, 15)
    sources, targets = m.some((m.a, m.b, m.c, m.d), 3), m.others(3)
    pairs = dict(zip(sources, targets, strict=True))
    given[0:3, 0] = sources
    given[0:3, 1] = targets
    wanted = given.copy()
    for source in sources:
        patch = m.blob(m.int(4, 6)) * source
        draw(wanted, recoloured(patch, pairs), m.put(given, patch))
    return given, wanted


@legend
def head_of_each_column(m: Maker) -> Pair:
    """Marks take the colour at the head of their column."""
    width = m.int(5, 10)
    given = np.zeros((m.int(6, 11), width), np.int8)
    given[0] = [m.pick(m.others(4)) for _ in range(width)]
    marks = m.noise(given.shape[0] - 2, width, (m.a,), 0.25)
    given[2:] = marks
    wanted = given.copy()
    wanted[2:] = np.where(marks != 0, given[0], 0)
    return given, wanted


@legend
def colour_by_shape(m: Maker) -> Pair:
    """Coloured shapes above the line, grey ones below it, which take the colour of their like."""
    given = np.zeros((12, 13), np.int8)
    given[4] = m.b
    masks = [m.odd_one() for _ in range(3)]
    if len({mask.tobytes() for mask in masks}) < 3:
        raise CrowdedError
    for number, (mask, colour) in enumerate(zip(masks, m.others(3), strict=True)):
        draw(given, mask * colour, (0, 1 + 4 * number))
    wanted = given.copy()
    for index in m.some(range(3), 3)[: m.int(2, 3)]:
        mask = masks[index]
        at = m.put(given, mask * m.a, 1, (slice(6, 12), slice(0, 13)))
        draw(wanted, mask * given[0:3, 1 + 4 * index : 4 + 4 * index].max(), at)
    return given, wanted


@legend
def colour_of_the_key(m: Maker) -> Pair:
    """A box is filled with the colour of the key in the grid's corner."""
    given = m.blank(10, 15)
    given[0, 0] = m.pick(m.others(4))
    wanted = given.copy()
    for _ in range(2):
        mask = frame(m.int(3, 5), m.int(3, 5))
        at = m.put(given, mask * m.a)
        draw(wanted, np.where(mask, m.a, given[0, 0]).astype(np.int8), at)
    return given, wanted


@legend
def number_says_how_many(m: Maker) -> Pair:
    """As many dots as there are in the corner are repeated as stripes."""
    count = m.int(1, 4)
    given = np.zeros((9, m.int(5, 12)), np.int8)
    given[0, :count] = m.a
    given[2] = m.b
    wanted = given.copy()
    wanted[4 : 4 + count] = m.a
    return given, wanted
