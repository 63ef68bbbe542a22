"""Evolves on the training tasks with all operators and with each left out, and plots tasks solved over evaluations.

A variant goes ten rounds with one brood for all tasks, ten with a brood for each task, and so on, into one library.
Writes `campaign.csv` (a line a round) and `campaign.svg` into a folder, and with `--programs` the short ones of the
programs found by the first variant as a `.dsl` file for the package: one a task, each with all tasks whose demo pairs
it fits and its origin. Test outputs enter nothing: evolution is handed tasks without them. The budget is in
evaluations, so that the same seed finds the same programs on any machine.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from math import log10
from operator import itemgetter
from pathlib import Path
from time import process_time

from arcsynth import Library, Task, evolve, load_tasks
from arcsynth._engine import Batch, Program, operators
from arcsynth.brood import CANDIDATES, Start
from arcsynth.cli.options import thread_count
from arcsynth.evolve import RoundReport
from arcsynth.library import StoredProgram
from arcsynth.starting import FoundProgram, starting_programs, write_found

COLOURS = ("#111111", "#d62728", "#1f77b4", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#7f7f7f", "#bcbd22")
NO_OPERATOR = [f"no {name}" for name in operators()]
BROODS = {"one brood": (False,), "brood a task": (True,)}
"""Variants with rounds of one kind alone: whether each task has a brood of its own."""

MAX_SIZE = 8
"""The most calls of a program for the package: longer ones mostly fit the demo pairs by chance."""

TURN = 10
"""How many rounds of a kind a variant goes at a time."""
WIDTH, HEIGHT, MARGIN = 760, 440, 60


@dataclass(frozen=True, slots=True)
class Point:
    """What a variant had come to after a round."""

    variant: str
    round: int
    evaluations: int
    cpu_seconds: float
    tasks_solved: int


class EnoughError(Exception):
    """The budget is used up."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--evaluations", type=int, default=30_000_000, help="the budget with all operators")
    parser.add_argument("--share", type=float, default=0.1, help="the budget of the others, as a share of it")
    parser.add_argument("--candidates", type=int, default=CANDIDATES, help="those of a brood for all tasks")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--variants", nargs="+", default=["all", *BROODS, *NO_OPERATOR])
    parser.add_argument("--out", type=Path, default=Path("docs"))
    parser.add_argument("--programs", type=Path, help="where to write the programs found by the first variant")
    options = parser.parse_args()
    tasks = load_tasks("arc1-train")
    options.out.mkdir(parents=True, exist_ok=True)
    known = options.out / "campaign.csv"
    points = [point for point in read(known) if point.variant not in options.variants]
    for place, variant in enumerate(options.variants):
        budget = options.evaluations if variant == "all" else round(options.evaluations * options.share)
        with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.sqlite") as library:
            points += run(variant, tasks, library, budget, options)
            print(f"{variant}: {points[-1]}", flush=True)
            if place == 0 and options.programs:
                count = write_found(options.programs, found(library, tasks))
                print(f"{count} programs: {options.programs}")
        write(known, points)
        (options.out / "campaign.svg").write_text(plot(points, len(tasks)), encoding="utf-8")


def run(variant: str, tasks: Sequence[Task], library: Library, budget: int, options: argparse.Namespace) -> list[Point]:
    """Evolve into an empty library until the budget is used up."""
    points: list[Point] = []
    evaluations, began = 0, process_time()

    def report(done: RoundReport) -> None:
        nonlocal evaluations
        evaluations += done.evaluations
        points.append(Point(variant, len(points) + 1, evaluations, process_time() - began, done.tasks_solved))
        if evaluations >= budget:
            raise EnoughError

    rates = {variant.removeprefix("no "): 0.0} if variant.startswith("no ") else None
    # Every whole round is kept, so that a variant that is interrupted counts as far as it came.
    with contextlib.suppress(EnoughError, KeyboardInterrupt):
        for rounds in count(TURN, TURN):
            for per_task in BROODS.get(variant, (False, True)):
                evolve(
                    tasks,
                    library,
                    rounds=rounds,
                    candidates=CANDIDATES if per_task else options.candidates,
                    rates=rates,
                    start=[Start(program) for program in starting_programs()],
                    per_task=per_task,
                    seed=options.seed,
                    threads=thread_count(options.threads),
                    run=f"{'tasks' if per_task else 'all'}-{options.seed}",
                    report=report,
                )
    return points


def found(library: Library, tasks: Sequence[Task]) -> list[FoundProgram]:
    """The two shortest programs for each task that no written program fits, with all tasks they fit, and origins."""
    written = fitted(list(starting_programs()), tasks)
    chosen: dict[str, StoredProgram] = {}
    for task in tasks:
        if not any(task.key in keys for keys in written):
            board = [program for program, result in library.best(task.key) if result.solved]
            for program in sorted(board, key=lambda program: (program.size, program.id))[:2]:
                chosen[program.id] = program
    learned_on = fitted([Program.parse(program.text) for program in chosen.values()], tasks)
    programs = []
    for program, keys in zip(chosen.values(), learned_on, strict=True):
        birth = library.lineage(program.id)[0]
        origin = f"{birth.operator} in round {birth.round} of {birth.run}, of {' and '.join(birth.parents)}"
        programs.append(FoundProgram(program.text, tuple(sorted(keys)), origin))
    return shortest(programs)


def shortest(programs: Iterable[FoundProgram]) -> list[FoundProgram]:
    """The shortest program for each task, of those short enough not to fit by chance."""
    sized = [(Program.parse(program.text).size, program.text, program) for program in programs]
    kept: list[FoundProgram] = []
    covered: set[str] = set()
    for size, _, program in sorted(sized, key=itemgetter(0, 1)):
        if size <= MAX_SIZE and not covered.issuperset(program.learned_on):
            covered.update(program.learned_on)
            kept.append(program)
    return kept


def fitted(programs: Sequence[Program], tasks: Sequence[Task]) -> list[list[str]]:
    """For each program the keys of the tasks whose demo pairs it solves."""
    scores = Batch(programs).score([task.without_answers() for task in tasks])
    keys: list[list[str]] = [[] for _ in programs]
    for row, task in enumerate(tasks):
        for program, (_, matched, *_) in enumerate(scores.totals(row)):
            if matched == len(task.demo):
                keys[program].append(task.key)
    return keys


def read(path: Path) -> list[Point]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [Point(row[0], int(row[1]), int(row[2]), float(row[3]), int(row[4])) for row in rows]


def write(path: Path, points: Iterable[Point]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("variant", "round", "evaluations", "cpu_seconds", "tasks_solved"))
        for point in points:
            writer.writerow(
                (point.variant, point.round, point.evaluations, f"{point.cpu_seconds:.1f}", point.tasks_solved)
            )


def plot(points: Sequence[Point], tasks: int) -> str:
    """Lines of tasks solved over evaluations, on a logarithmic scale, as SVG."""
    least = log10(min(point.evaluations for point in points))
    most = log10(max(point.evaluations for point in points))
    least_solved = min(point.tasks_solved for point in points) // 10 * 10
    most_solved = -(-max(point.tasks_solved for point in points) // 10) * 10

    def place(evaluations: float, solved: float) -> str:
        x = MARGIN + (log10(evaluations) - least) / (most - least) * (WIDTH - 2 * MARGIN)
        y = HEIGHT - MARGIN - (solved - least_solved) / max(most_solved - least_solved, 1) * (HEIGHT - 2 * MARGIN)
        return f"{x:.1f},{y:.1f}"

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        ' font-size="12"><rect width="100%" height="100%" fill="white"/>'
    ]
    for solved in range(least_solved, most_solved + 1, 10):
        x, y = place(10**least, solved).split(",")
        lines.append(f'<line x1="{x}" x2="{WIDTH - MARGIN}" y1="{y}" y2="{y}" stroke="#ddd"/>')
        lines.append(f'<text x="{MARGIN - 8}" y="{y}" text-anchor="end" dominant-baseline="middle">{solved}</text>')
    for evaluations in (one * 10**power for power in range(3, 10) for one in (1, 3)):
        if least <= log10(evaluations) <= most:
            x, y = place(evaluations, least_solved).split(",")
            label = f"{evaluations / 1e6:g} M"
            lines.append(f'<text x="{x}" y="{float(y) + 18:.1f}" text-anchor="middle">{label}</text>')
    middle = f'x="{WIDTH / 2}" text-anchor="middle"'
    lines.append(f'<text {middle} y="{HEIGHT - 12}">evaluations (a program on a sample)</text>')
    lines.append(f'<text {middle} y="24">tasks of {tasks} with all demo pairs solved</text>')
    for number, variant in enumerate(dict.fromkeys(point.variant for point in points)):
        colour = COLOURS[number % len(COLOURS)]
        line = " ".join(place(point.evaluations, point.tasks_solved) for point in points if point.variant == variant)
        width = 2.5 if variant == "all" else 1.2
        lines.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
        lines.append(f'<text x="{MARGIN + 12}" y="{MARGIN + 4 + 16 * number}" fill="{colour}">{variant}</text>')
    return "\n".join([*lines, "</svg>", ""])


if __name__ == "__main__":
    main()
