"""Counts the primitives in programs that `solve` finds for ARC-AGI-1's training tasks and that are right.

Prints in how many tasks' best right programs each primitive of the project's own occurs, and how often the interface's
do in the same programs: what could stand in the search's prior (`crates/engine/src/search/prior.rs`) where it assumes
the same for all. Only training tasks are counted, so that nothing is learned from those that evaluation counts.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter

from rich.console import Console

from arcsynth import load_tasks, solve
from arcsynth._engine import primitives
from arcsynth.known import known_programs


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
        whole = [one for one in solution.proposals if one.matched == solution.demo_samples]
        right = [one for one in whole if tuple(one.outputs) == outputs]
        if right:
            programs += 1
            uses.update(set(re.findall(r"\w+", right[0].program.definition())))
    own = {one.name: uses[one.name] for one in primitives() if not one.is_interface}
    interface = sum(uses[one.name] for one in primitives() if one.is_interface)
    console = Console(width=120, soft_wrap=False)
    console.print(f"{programs} programs, {interface} uses of the interface's primitives")
    entries = sorted(((name, count) for name, count in own.items() if count), key=lambda entry: (-entry[1], entry[0]))
    console.print(" ".join(f'("{name}", {count}),' for name, count in entries), highlight=False)


if __name__ == "__main__":
    main()
