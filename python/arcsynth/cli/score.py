"""`arcsynth score`: programs from a file run on tasks."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from time import perf_counter, process_time
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from arcsynth.cli.options import AsJson, Memory, OptionalData, Seed, Solutions, Threads, thread_count
from arcsynth.cli.screen import console, print_json, progress
from arcsynth.errors import UsageError
from arcsynth.memory import ceiling_mb, fitting_threads, held_under
from arcsynth.scoring import Candidate, Result, check_any, read_json_lines, read_programs
from arcsynth.scoring import score as score_programs
from arcsynth.tasks import load_tasks

SHOWN = 40
"""How many results the table shows."""

NO_DATA = "score: expected --data, the tasks to run the programs on"
"""What is said to whoever gives no data."""


def score(
    file: Annotated[str, typer.Argument(help="A file of programs, arc-dsl style or JSON lines; - for standard input.")],
    data: OptionalData = None,
    task: Annotated[list[str] | None, typer.Option(help="Run all programs on this task; may be repeated.")] = None,
    solutions: Solutions = None,
    fuel: Annotated[int | None, typer.Option(min=1, help="What a program may use on a sample.")] = None,
    memory: Memory = None,
    as_json: AsJson = False,
    as_json_lines: Annotated[bool, typer.Option("--json-lines", help="Print each result as a line of JSON.")] = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Score programs on tasks: on the task in their name (solve_ID), else on every task."""
    start, cpu_start = perf_counter(), process_time()
    ceiling = ceiling_mb(memory)
    with held_under(ceiling):
        if data is None and file == "-":
            raise UsageError(NO_DATA)
        # What is wrong with the file is said first.
        text = _read(file)
        if data is None:
            raise UsageError(NO_DATA)
        candidates = _candidates(text, file)
        check_any(candidates, file)
        tasks = load_tasks(data, task, solutions=solutions)
        with progress("scoring", sum(len(t.demo) + len(t.test) for t in tasks)) as line:
            scores = score_programs(
                candidates,
                tasks,
                on_all=task is not None,
                threads=fitting_threads(thread_count(threads), ceiling),
                fuel=fuel,
                report=line,
            )
    times = {"cpu_seconds": process_time() - cpu_start, "wall_seconds": perf_counter() - start}
    if as_json_lines:
        for result in scores.results:
            print(json.dumps(asdict(result)))
        return
    if as_json:
        print_json(
            {
                "programs": scores.programs,
                "tasks": scores.tasks,
                "evaluations": scores.evaluations,
                "results": [asdict(result) for result in scores.results],
                **times,
            }
        )
        return
    out = console()
    out.print(_table(scores.results))
    solved = sum(result.samples > 0 and result.matched == result.samples for result in scores.results)
    failed = Counter(result.error.split(":")[0] for result in scores.results if result.error)
    out.print(
        f"{scores.programs} programs on {scores.tasks} tasks: {solved} of {len(scores.results)} solve all samples, "
        f"{sum(failed.values())} fail; {scores.evaluations:,} evaluations in {times['wall_seconds']:.2f} s "
        f"({times['cpu_seconds']:.2f} s CPU)"
    )


def _read(file: str) -> str:
    try:
        with sys.stdin if file == "-" else Path(file).open(encoding="utf-8") as source:
            # In parts, so that a text without end comes to the memory ceiling.
            text = "".join(iter(lambda: source.read(1 << 20), ""))
    except FileNotFoundError:
        raise UsageError(f"{file}: not found; expected a file of programs, or - for standard input") from None
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 text (byte {error.start})") from None
    # Editors of some systems mark UTF-8 so.
    return text.removeprefix("\ufeff")


def _candidates(text: str, file: str) -> list[Candidate]:
    """The programs of a text: JSON lines if it begins with a brace, function definitions otherwise."""
    return read_json_lines(text) if text.lstrip().startswith("{") else read_programs(text, file)


def _table(results: tuple[Result, ...]) -> Table:
    """The best results first."""
    table = Table(box=None, pad_edge=False)
    for heading in ("program", "task", "matched"):
        table.add_column(heading, no_wrap=True, justify="right" if heading == "matched" else "left")
    table.add_column("error", overflow="fold")
    ranked = sorted(results, key=lambda result: -(result.matched / result.samples if result.samples else -1))
    for result in ranked[:SHOWN]:
        name = result.program or result.id or "?"
        table.add_row(
            escape(name[:40]),
            escape(result.task or ""),
            f"{result.matched}/{result.samples}",
            escape(result.error or ""),
        )
    if len(ranked) > SHOWN:
        table.add_row(f"… {len(ranked) - SHOWN} more", "", "", "")
    return table
