"""Ranking: which of the grids that programs propose for a test input are attempted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from arcsynth._engine import Grid, Proposal
from arcsynth.submission import ATTEMPTS
from arcsynth.tasks import Sample


class Origin(StrEnum):
    """Where an attempt comes from."""

    FOUND = "found"
    """A program that the search found, or one that was known for other tasks."""
    RECALLED = "recalled"
    """Only programs that the library had learned on this very task."""
    PADDED = "padded"
    """Nothing better: the input itself."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A grid to submit, where it comes from, and the id of the best program that gives it, if any does."""

    grid: Grid
    origin: Origin
    program: str | None = None


SHARE_A_BIT = 0.8
"""By what the weight of a program falls with each bit of its description."""


def choose_attempts(
    sample: Sample, test: int, found: Sequence[Proposal], recalled: Sequence[Proposal], *, demo_samples: int
) -> tuple[Attempt, ...]:
    """Choose `ATTEMPTS` different grids for a test input, its number among them being `test`.

    Grids from programs that solve all demo samples come first: a grid weighs what the programs that give it weigh
    together, and a program the less the longer it is. Then come those that solve most samples, most nearly. The input
    itself fills up.
    """
    own = {proposal.outputs[test]: proposal.program.id for proposal in reversed(found)}
    recalled_by = {proposal.outputs[test]: proposal.program.id for proposal in reversed(recalled)}
    attempts = [
        Attempt(grid, Origin.FOUND if grid in own else Origin.RECALLED, own.get(grid, recalled_by.get(grid)))
        for grid in ranked_grids(test, found, recalled, demo_samples)
    ]
    return tuple([*attempts, *[Attempt(sample.input, Origin.PADDED)] * ATTEMPTS][:ATTEMPTS])


def ranked_grids(test: int, found: Sequence[Proposal], recalled: Sequence[Proposal], demo_samples: int) -> list[Grid]:
    """All different grids that programs give for a test input, in the order in which they are attempted."""
    weights: dict[Grid, float] = {}
    for proposal in (*found, *recalled):
        grid = proposal.outputs[test]
        if grid is not None and proposal.matched == demo_samples:
            weights[grid] = weights.get(grid, 0.0) + SHARE_A_BIT**proposal.cost
    whole = sorted(weights, key=lambda grid: -weights[grid])
    partial = [grid for proposal in found if (grid := proposal.outputs[test]) is not None]
    return list(dict.fromkeys([*whole, *partial]))
