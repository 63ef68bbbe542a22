"""Symmetry, rotation and reflection."""

from __future__ import annotations

import numpy as np

from families.making import CrowdedError, Maker, Pair, crop, draw, family, frame

symmetry, turning = family("symmetry"), family("rotation and reflection")


@symmetry
def mirror_to_the_side(m: Maker) -> Pair:
    given = m.noise(m.int(3, 6), m.int(3, 6), m.others(3), 0.6)
    return given, np.hstack([given, given[:, ::-1]])


@symmetry
def four_quarters(m: Maker) -> Pair:
    given = m.noise(m.int(2, 5), m.int(2, 5), m.others(3), 0.6)
    half = np.hstack([given, given[:, ::-1]])
    return given, np.vstack([half, half[::-1]])


def _ornament(m: Maker) -> Pair:
    """A grid that two mirrors map to itself, and the same with a hidden part."""
    quarter = m.noise(m.int(5, 8), m.int(5, 8), m.others(4))
    half = np.hstack([quarter, quarter[:, ::-1]])
    whole = np.vstack([half, half[::-1]])
    hidden = whole.copy()
    height, width = m.int(2, 4), m.int(2, 4)
    row, column = m.int(0, quarter.shape[0] - height), m.int(0, whole.shape[1] - width)
    if row + height > quarter.shape[0] or column < quarter.shape[1] < column + width:
        raise CrowdedError
    hidden[row : row + height, column : column + width] = m.a
    return hidden, whole


@symmetry
def hidden_part_of_ornament(m: Maker) -> Pair:
    return _ornament(m)


@symmetry
def what_is_hidden(m: Maker) -> Pair:
    hidden, whole = _ornament(m)
    rows, columns = np.nonzero(hidden == m.a)
    return hidden, whole[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1].copy()


@symmetry
def reflect_across_line(m: Maker) -> Pair:
    """What is on one side of the line is mirrored to the other, in another colour."""
    half = m.noise(m.int(6, 11), m.int(3, 6), (m.b,), 0.3)
    line = np.full((half.shape[0], 1), m.a, np.int8)
    mirrored = np.where(half[:, ::-1], m.c, 0).astype(np.int8)
    return np.hstack([half, line, half * 0]), np.hstack([half, line, mirrored])


@symmetry
def symmetric_ones_recoloured(m: Maker) -> Pair:
    given = m.blank(11, 16)
    wanted = given.copy()
    half = m.blob(5, 3, 2)
    even = np.hstack([half, half[:, -2::-1]]) if m.coin() else np.hstack([half, half[:, ::-1]])
    for mask, colour in ((even, m.b), (m.odd_one(), m.a), (m.odd_one(), m.a)):
        draw(wanted, mask * colour, m.put(given, mask * m.a))
    return given, wanted


@turning
def turn_the_grid(m: Maker) -> Pair:
    side = m.int(3, 8)
    given = m.noise(side, side, m.others(4), 0.7)
    return given, np.rot90(given, m.once("turns", (1, 2))).copy()


@turning
def mirror_the_object(m: Maker) -> Pair:
    """In its place."""
    given = m.blank(8, 13)
    patch = m.odd_one() * m.pick(m.others(4))
    at = m.put(given, patch)
    wanted = np.zeros_like(given)
    draw(wanted, patch[:, ::-1], at)
    return given, wanted


@turning
def turn_the_object(m: Maker) -> Pair:
    """The object alone, turned by a quarter."""
    given = m.blank(8, 13)
    patch = m.odd_one() * m.pick(m.others(4))
    m.put(given, patch)
    return given, np.rot90(patch).copy()


@turning
def four_turns(m: Maker) -> Pair:
    side = m.int(2, 4)
    given = m.noise(side, side, m.others(3), 0.7)
    return given, np.vstack([np.hstack([given, np.rot90(given, 3)]), np.hstack([np.rot90(given), np.rot90(given, 2)])])


@turning
def objects_mirrored_each(m: Maker) -> Pair:
    """Every object in its place, upside down."""
    given = m.blank(10, 15)
    wanted = given.copy()
    for _ in range(m.int(2, 3)):
        patch = m.odd_one() * m.pick(m.others(4))
        draw(wanted, patch[::-1], m.put(given, patch))
    return given, wanted


@turning
def turned_content_of_frame(m: Maker) -> Pair:
    """What is in the frame, mirrored, without the frame."""
    given = m.blank(10, 15)
    content = m.noise(m.int(2, 4), m.int(2, 4), m.others(3), 0.8)
    padded = np.pad(content, 1)
    m.put(given, np.where(frame(*padded.shape), m.a, padded).astype(np.int8))
    if crop(content).shape != content.shape:
        raise CrowdedError
    return given, content[:, ::-1].copy()
