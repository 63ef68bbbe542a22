"""What a library holds of the tasks of a run: the best programs of each, their lineage, the differences they close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from arcsynth.library import Library
from arcsynth.tasks import Task

BEST = 3
"""How many programs of a task's board are told of."""

ANCESTORS = 12
"""How many births of a program and its ancestors are told of, nearest first."""


def board_records(library: Library, tasks: Sequence[Task]) -> dict[str, Any]:
    """The boards of the tasks, by id, as `results.json` of an evolution has them."""
    return {task.id: _board(library, task) for task in tasks}


def _board(library: Library, task: Task) -> dict[str, Any]:
    best = library.best(task.key, BEST)
    closed: dict[str, list[tuple[str, int]]] = {}
    for program, result in library.elites(task.key):
        closed.setdefault(program.id, []).append((result.niche, result.closed))
    return {
        "fits_demo": bool(best) and best[0][1].solved,
        "proposals": [
            {
                "id": program.id,
                "program": program.text,
                "origin": program.origin,
                "matched": result.matched,
                "samples": result.samples,
                "similarity": result.similarity // max(result.samples, 1),
                "fuel": result.fuel,
                "seconds": result.cpu_ns / 1e9,
                "closed": closed.get(program.id, []),
                "lineage": [asdict(birth) for birth in library.lineage(program.id)[:ANCESTORS]],
            }
            for program, result in best
        ],
    }
