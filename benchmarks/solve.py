"""Prints how many tasks `solve` solves, at what cost and by which strategy, and that the threads do not matter."""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import mean, median, quantiles
from time import perf_counter, process_time

from rich.console import Console

from arcsynth import Task, load_tasks, solve
from arcsynth._engine import strategies
from arcsynth.cli.options import thread_count
from arcsynth.known import KnownProgram, known_programs
from arcsynth.rank import ranked_grids
from arcsynth.runs import peak_rss_mb
from arcsynth.solve import Solutions, TaskSolution

GUESSES = (1, 2, 3)
"""The numbers of guesses at which solved tasks are counted."""

LEAST_DEMO = 3
"""How many demo pairs a task must have for one of them to be held out: two are left to learn from."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", nargs="+", default=["arc1-train", "arc1-eval"])
    parser.add_argument("--effort", type=float, nargs="+", default=[1.0], help="several give the curve over CPU time")
    parser.add_argument("--threads", type=int, nargs="+", default=[thread_count(0)])
    parser.add_argument("--only", nargs="+", choices=strategies(), help="run these strategies only")
    parser.add_argument("--without", nargs="+", choices=strategies(), default=[], help="run all but these")
    parser.add_argument("--each-off", action="store_true", help="run again with each strategy switched off in turn")
    parser.add_argument(
        "--held-out",
        action="store_true",
        help="let each demo pair stand in for its task's test, where there are 3 or more",
    )
    parser.add_argument("--ids", action="store_true", help="list the solved tasks; for arc1-train alone")
    options = parser.parse_args()
    console = Console(width=140, soft_wrap=True)
    chosen = [name for name in options.only or strategies() if name not in options.without]
    rows: list[Row] = []
    for data in options.data:
        tasks: Sequence[Task] = load_tasks(data)
        known: Sequence[KnownProgram] = known_programs(None)
        if options.held_out:
            tasks, known = _held_out(tasks, known)
            data += " held out"
        for effort in options.effort:
            digests = set()
            for threads in options.threads:
                row, solutions = _run(console, data, tasks, known, effort, chosen, threads)
                rows.append(row)
                digests.add(hashlib.sha256(solutions.submission().to_json().encode()).hexdigest())
                _print_strategies(console, tasks, solutions)
                if options.ids and data.startswith("arc1-train"):
                    ids = [task.id for task, one in _pairs(tasks, solutions) if _is_solved(task, one, 2)]
                    console.print(" ".join(ids))
            if len(options.threads) > 1:
                console.print("the same submission for all" if len(digests) == 1 else "DIFFERENT submissions")
            for name in chosen if options.each_off else ():
                rest = [other for other in chosen if other != name]
                rows.append(_run(console, data, tasks, known, effort, rest, threads, without=name)[0])
    if len(rows) > 1:
        _print_table(console, rows)


def _held_out(tasks: Sequence[Task], known: Sequence[KnownProgram]) -> tuple[list[Task], list[KnownProgram]]:
    """Each task as often as it has demo pairs, each time with one of them for its test; and the known programs.

    A program that was learned on a task counts as learned on all of these, and as one that has seen their answers.
    """
    held_out: list[Task] = []
    derived: dict[str, set[str]] = {}
    for task in tasks:
        for number, sample in enumerate(task.demo if len(task.demo) >= LEAST_DEMO else ()):
            rest = (*task.demo[:number], *task.demo[number + 1 :])
            one = Task(f"{task.id}-{number}", rest, (sample,))
            held_out.append(one)
            derived.setdefault(task.key, set()).add(one.key)
    return held_out, [_learned_on_parts(one, derived) for one in known]


def _learned_on_parts(known: KnownProgram, derived: Mapping[str, set[str]]) -> KnownProgram:
    """A known program that also counts as learned on the tasks derived from those that it was learned on."""
    parts = frozenset[str]().union(*(derived.get(key, ()) for key in known.learned_on))
    return replace(known, learned_on=known.learned_on | parts, saw_answers_of=known.saw_answers_of | parts)


@dataclass(frozen=True, slots=True)
class Row:
    """What one run came to, as a row of the table."""

    data: str
    effort: float
    threads: int
    without: str
    solved: str
    outputs: str
    cpu: float
    spread: str
    megabytes: float


def _run(
    console: Console,
    data: str,
    tasks: Sequence[Task],
    known: Sequence[KnownProgram],
    effort: float,
    chosen: Sequence[str],
    threads: int,
    without: str = "",
) -> tuple[Row, Solutions]:
    start, cpu_start = perf_counter(), process_time()
    solutions = solve(tasks, library=known, effort=effort, strategies=chosen, threads=threads)
    wall, cpu = perf_counter() - start, process_time() - cpu_start
    outputs = sum(len(task.test) for task in tasks)
    seconds = [solution.seconds for solution in solutions.tasks]
    pairs = _pairs(tasks, solutions)
    row = Row(
        data=data,
        effort=effort,
        threads=threads,
        without=without,
        solved=_slashed([sum(_is_solved(task, one, guesses) for task, one in pairs) for guesses in GUESSES]),
        outputs=_slashed([sum(_right_outputs(task, one, guesses) for task, one in pairs) for guesses in GUESSES]),
        cpu=cpu / outputs,
        spread=f"{mean(seconds):.2f}, {median(seconds):.2f}, {quantiles(seconds, n=10)[-1]:.2f}, {max(seconds):.2f}",
        megabytes=peak_rss_mb(),
    )
    console.print(
        f"{data}, effort {effort:g}, {threads} threads{f', without {without}' if without else ''}: {row.solved} of "
        f"{len(tasks)} tasks and {row.outputs} of {outputs} test outputs at {_slashed(GUESSES)} guesses; {wall:.1f} s, "
        f"{cpu:.1f} s CPU, {row.cpu:.3f} s CPU a test output; seconds a task (mean, median, p90, max) {row.spread}; "
        f"{row.megabytes:.0f} MB at most"
    )
    return row, solutions


def _print_table(console: Console, rows: Sequence[Row]) -> None:
    """All runs as a Markdown table; peak memory is that of all runs up to the row."""
    console.print(
        f"| set | effort | threads | without | tasks at {_slashed(GUESSES)} guesses | test outputs | CPU s an output "
        "| seconds a task: mean, median, p90, max | MB |"
    )
    console.print("|---|---:|---:|---|---|---|---:|---|---:|")
    for row in rows:
        console.print(
            f"| {row.data} | {row.effort:g} | {row.threads} | {row.without} | {row.solved} | {row.outputs} "
            f"| {row.cpu:.3f} | {row.spread} | {row.megabytes:.0f} |"
        )


def _print_strategies(console: Console, tasks: Sequence[Task], solutions: Solutions) -> None:
    """For each strategy the tasks whose best proposal is its own and fits all demo samples, and how many are right."""
    fits: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for task, solution in _pairs(tasks, solutions):
        if solution.fits_demo:
            name = solution.proposals[0].strategy
            fits[name] += 1
            right[name] += _is_solved(task, solution, 1)
    for name, count in fits.most_common():
        console.print(f"  first by {name}: {count} tasks with all demo samples solved, {right[name]} right")


def _pairs(tasks: Sequence[Task], solutions: Solutions) -> Sequence[tuple[Task, TaskSolution]]:
    return list(zip(tasks, solutions.tasks, strict=True))


def _right_outputs(task: Task, solution: TaskSolution, guesses: int) -> int:
    """How many test outputs are among the first grids that would be attempted."""
    grids = [ranked_grids(index, solution.proposals, (), solution.demo_samples) for index in range(len(task.test))]
    return sum(sample.output in guessed[:guesses] for sample, guessed in zip(task.test, grids, strict=True))


def _is_solved(task: Task, solution: TaskSolution, guesses: int) -> bool:
    return _right_outputs(task, solution, guesses) == len(task.test)


def _slashed(counts: Sequence[int]) -> str:
    return " / ".join(map(str, counts))


if __name__ == "__main__":
    main()
