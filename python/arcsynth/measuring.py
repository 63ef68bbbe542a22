"""The difference measures of a round: the starting views, the best that were bred, and challengers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from arcsynth._engine import Measures, Program, breed, parse_file
from arcsynth.brood import Candidate
from arcsynth.standings import Held, Standings

BRED_MEASURES = 2
"""How many bred measures have niches in a round: those that are best on most tasks."""

CHALLENGERS = 2
"""How many new measures a round breeds and judges."""

TURNS = 8
"""The measures are judged on every eighth task of the run, the next ones in the next round."""

_STREAM = 1 << 62
"""Keeps the random streams of measures apart from those of solvers."""

_CLOSED: Held = (1001, 0, 0, 0)
"""What nothing can outrank."""


@cache
def starting_measures() -> dict[str, Program]:
    """The measures that come with the package, by name: views of a pair of grids."""
    text = resources.files("arcsynth").joinpath("programs", "measures.dsl").read_text(encoding="utf-8")
    measures = {}
    for definition in parse_file(text):
        if definition.program is None or definition.name is None:
            raise ValueError(f"measures.dsl: {definition.name}: {definition.error}")
        measures[definition.name.removesuffix("_view")] = definition.program
    return measures


@dataclass(frozen=True, slots=True)
class RoundMeasures:
    """The measures of a round. Those before the challengers have niches, which are named `<measure>/iz` and `/zo`."""

    programs: tuple[Program, ...]
    ids: tuple[str, ...]
    niches: tuple[str, ...]
    challengers: tuple[Candidate, ...]
    turn: int
    """The measures are judged on the tasks whose index leaves this rest."""
    engine: Measures = field(compare=False)

    def floors(self, standings: Standings, keys: Sequence[str]) -> list[list[Held | None] | None]:
        """What is to be outranked in each niche of each task; None for a task that is solved, where nothing is left."""
        floors: list[list[Held | None] | None] = []
        for index, key in enumerate(keys):
            if standings.is_solved(key):
                floors.append(None)
                continue
            challenged = None if self.is_judged(index) else _CLOSED
            held = [standings.held(key, niche) for niche in self.niches]
            floors.append([*held, *[challenged] * (2 * len(self.challengers))])
        return floors

    def is_judged(self, task: int) -> bool:
        """Whether the measures are judged on the task of this index."""
        return task % TURNS == self.turn


def round_measures(standings: Standings, seed: int, number: int, tried: set[str]) -> RoundMeasures:
    """Choose the measures of a round and breed its challengers; those `tried` are left out."""
    starting = starting_measures()
    named = {program.id: name for name, program in starting.items()}
    standing = standings.measures()
    bred = sorted((name for name in standing if name not in named), key=lambda name: (-standing[name], name))
    bred = bred[:BRED_MEASURES]
    programs = [*starting.values(), *standings.programs(bred)]
    ids = [*named, *bred]
    children = breed(
        programs,
        [1.0 + standing.get(name, 0) for name in ids],
        count=2 * CHALLENGERS,
        seed=seed,
        round=_STREAM + number,
    )
    challengers = [
        Candidate(child.program, child.program.id, child.operator, tuple(ids[index] for index in child.parents))
        for child in children
    ]
    challengers = [challenger for challenger in challengers if challenger.id not in tried][:CHALLENGERS]
    every = [*programs, *(challenger.program for challenger in challengers)]
    return RoundMeasures(
        programs=tuple(every),
        ids=(*ids, *(challenger.id for challenger in challengers)),
        niches=tuple(f"{named.get(name, name)}/{kind}" for name in ids for kind in ("iz", "zo")),
        challengers=tuple(challengers),
        turn=number % TURNS,
        engine=Measures(every),
    )
