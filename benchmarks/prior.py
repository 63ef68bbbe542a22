"""Counts the project's own primitives in programs that `solve` finds for ARC-AGI-1's training tasks and that are right.

Prints the table of the search's prior (`crates/engine/src/search/prior.rs`), scaled to 400 programs as that of the
interface's primitives is. Only training tasks are counted, so that nothing is learned from those it is evaluated on.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter

from rich.console import Console

from arcsynth import load_tasks, solve
from arcsynth._engine import primitives
from arcsynth.known import known_programs

PROGRAMS = 400
"""The number of programs to which the counts are scaled."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--effort", type=float, default=1.0)
    options = parser.parse_args()
    tasks = load_tasks("arc1-train")
    solutions = solve(tasks, library=known_programs(None), effort=options.effort)
    uses: Counter[str] = Counter()
    programs = 0
    for task, solution in zip(tasks, solutions.tasks, strict=True):
        outputs = tuple(sample.output for sample in task.test)
        right = [one for one in solution.proposals if solution.fits_demo and tuple(one.outputs) == outputs]
        if right:
            programs += 1
            uses.update(set(re.findall(r"\w+", right[0].program.definition())))
    own = sorted(one.name for one in primitives() if not one.is_interface)
    scaled = {name: round(uses[name] * PROGRAMS / programs) for name in own if uses[name]}
    console = Console(width=120, soft_wrap=False)
    console.print(f"// {programs} programs, {len(scaled)} of {len(own)} own primitives among them")
    entries = sorted(scaled.items(), key=lambda entry: (-entry[1], entry[0]))
    console.print(" ".join(f'("{name}", {count}),' for name, count in entries), highlight=False)


if __name__ == "__main__":
    main()
