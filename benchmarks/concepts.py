"""Makes tasks of our own by concept, and prints how many of each concept `solve` solves.

The families are in `families/`: each makes random pairs of one rule, so that there are as many tasks of it as seeds.
Without a network and without a data set it tells which abilities the search has.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from time import process_time

from families import FAMILIES, Family
from rich.console import Console
from rich.table import Table

from arcsynth import Task, solve
from arcsynth.cli.options import thread_count
from arcsynth.rank import ranked_grids
from arcsynth.solve import TaskSolution

GUESSES = (1, 2, 3)
"""The numbers of guesses at which solved tasks are counted."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--effort", type=float, default=1.0)
    parser.add_argument("--seeds", type=int, default=3, help="how many tasks of each family")
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=thread_count(0))
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these concepts or families only")
    parser.add_argument("--show", action="store_true", help="draw the first task of each family instead of solving")
    parser.add_argument("--list", action="store_true", help="a line for each family: solved seeds and programs")
    options = parser.parse_args()
    known = {name for one in FAMILIES for name in (one.concept, one.name)}
    if unknown := sorted(set(options.only or ()) - known):
        parser.error(f"no concept or family is named {', '.join(unknown)}")
    if options.seeds < 1:
        parser.error("--seeds is at least 1")
    console = Console(width=140)
    chosen = [one for one in FAMILIES if not options.only or {one.concept, one.name} & set(options.only)]
    if options.show:
        for one in chosen:
            print(f"{one.concept}: {one.name}")
            print(_drawn(one.task(options.first_seed)))
        return
    seeds = range(options.first_seed, options.first_seed + options.seeds)
    tasks = [one.task(seed) for one in chosen for seed in seeds]
    start = process_time()
    solutions = solve(tasks, effort=options.effort, threads=options.threads).tasks
    cpu = process_time() - start
    ranks = [_rank(task, solution) for task, solution in zip(tasks, solutions, strict=True)]
    by_family = {one: ranks[number * len(seeds) :][: len(seeds)] for number, one in enumerate(chosen)}
    if options.list:
        for number, one in enumerate(chosen):
            console.print(f"{one.concept}: {one.name}: ranks {by_family[one]}", highlight=False)
            for solution in solutions[number * len(seeds) :][: len(seeds)]:
                best = solution.proposals[0] if solution.proposals else None
                console.print(f"    {best and (best.strategy, best.matched, str(best.program))}", soft_wrap=True)
    _print_table(console, by_family)
    outputs = sum(len(task.test) for task in tasks)
    console.print(f"{len(tasks)} tasks; {cpu:.1f} s CPU, {cpu / outputs:.3f} s CPU a test output")
    never = [one.name for one, found in by_family.items() if all(rank > GUESSES[-1] for rank in found)]
    console.print(f"never solved: {', '.join(never) or 'none'}", soft_wrap=True)


def _rank(task: Task, solution: TaskSolution) -> int:
    """At how many guesses the task is solved, a number larger than all guesses where it is not."""
    ranks = []
    for index, sample in enumerate(task.test):
        grids = ranked_grids(index, solution.proposals, (), solution.demo_samples)
        ranks.append(grids.index(sample.output) + 1 if sample.output in grids[: GUESSES[-1]] else GUESSES[-1] + 1)
    return max(ranks)


def _print_table(console: Console, by_family: dict[Family, list[int]]) -> None:
    """A row for each concept; the last is their sum."""
    by_concept: dict[str, list[list[int]]] = defaultdict(list)
    for one, ranks in by_family.items():
        by_concept[one.concept].append(ranks)
    table = Table("concept", "families", "tasks", f"solved at {_slashed(GUESSES)} guesses", "families never solved")
    total: list[list[int]] = []
    for concept, families in sorted(by_concept.items()):
        table.add_row(concept, *_row(families))
        total += families
    table.add_section()
    table.add_row("all", *_row(total))
    console.print(table)


def _row(families: Sequence[Sequence[int]]) -> list[str]:
    ranks = [rank for found in families for rank in found]
    solved = _slashed([sum(rank <= guesses for rank in ranks) for guesses in GUESSES])
    never = sum(min(found) > GUESSES[-1] for found in families)
    return [str(len(families)), str(len(ranks)), solved, str(never)]


def _slashed(counts: Sequence[int]) -> str:
    return " / ".join(map(str, counts))


def _drawn(task: Task) -> str:
    """The grids of a task as digits, input beside output."""
    lines = []
    for sample in (*task.demo, *task.test):
        assert sample.output is not None
        left, right = sample.input.rows(), sample.output.rows()
        for number in range(max(len(left), len(right))):
            both = ["".join(map(str, rows[number])) if number < len(rows) else "" for rows in (left, right)]
            lines.append(f"{both[0]:32}{both[1]}".replace("0", "."))
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
