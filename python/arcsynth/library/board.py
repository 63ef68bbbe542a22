"""Who holds a place on a task's boards: the best 32 of all results ever offered, and one elite a niche."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

BOARD_SIZE: Final = 32
"""How many programs the main board of a task holds."""

MEASURE: Final = "measure"
"""The niche of the difference measure that does best on a task; what it holds is no solver."""

Board = tuple[int, str]
"""A task's number and a niche; the niche of the main board is empty."""

Standing = tuple[int, int, int, int, str, int, int, int]
"""A result so that the lesser tuple is the better result: closed, matched and similarity negated, fuel,
program, and then, for two results of one program, samples, with_test and cpu_ns."""


class Changes(NamedTuple):
    """What must be written so that the boards are right again."""

    placed: list[tuple[Board, Standing]]
    evicted: list[tuple[Board, str]]


def merge(held: Iterable[tuple[Board, Standing]], offered: Iterable[tuple[Board, Standing]]) -> Changes:
    """Give the changes that bring boards from what they hold to the best of that and what is offered.

    A program counts by its best result; of two that differ in their time alone, by the first. What a board
    holds after any number of merges is the best of all that was ever offered to it, in whatever order: a place
    is lost only to better results, and these only get better.
    """
    before: dict[Board, dict[str, Standing]] = {}
    for board, standing in held:
        before.setdefault(board, {})[standing[4]] = standing
    empty: dict[str, Standing] = {}
    news: dict[Board, list[Standing]] = {}
    for board, standing in offered:
        news.setdefault(board, []).append(standing)
    changes = Changes([], [])
    for board, standings in news.items():
        places = BOARD_SIZE if board[1] == "" else 1
        old = before.get(board, empty)
        if len(old) >= places:
            # Most rounds change few boards: what is no better than the last of a full one is out at once.
            last = max(old.values())
            standings = [standing for standing in standings if standing < last]
            if not standings:
                continue
        everyone = old.copy()
        for standing in standings:
            program = standing[4]
            # That it was faster this time is no news: what is kept may not depend on the clock.
            if program not in everyone or standing[:-1] < everyone[program][:-1]:
                everyone[program] = standing
        best = {standing[4]: standing for standing in sorted(everyone.values())[:places]}
        changes.placed.extend((board, new) for program, new in best.items() if old.get(program) != new)
        changes.evicted.extend((board, program) for program in old if program not in best)
    return changes
