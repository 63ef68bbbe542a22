"""What is shown of a task wherever it is drawn: grids side by side, predictions with what was expected."""

from __future__ import annotations

from dataclasses import dataclass

from arcsynth._engine import Grid, Program
from arcsynth.errors import EvaluationError
from arcsynth.tasks import Task


@dataclass(frozen=True, slots=True)
class Panel:
    """A grid with its title; or, where there is none, why. Cells that differ from `expected` are to be marked."""

    title: str
    grid: Grid | None
    expected: Grid | None = None
    error: str = ""

    @property
    def wrong_cells(self) -> tuple[tuple[int, int], ...]:
        """The (row, column) of each cell that is not as expected; none where sizes differ or nothing is expected."""
        if self.grid is None or self.expected is None or self.grid.shape != self.expected.shape:
            return ()
        pairs = enumerate(zip(self.grid.rows(), self.expected.rows(), strict=True))
        return tuple(
            (i, j) for i, (given, wanted) in pairs for j, (a, b) in enumerate(zip(given, wanted, strict=True)) if a != b
        )


def task_panels(task: Task, program: Program | None = None) -> list[list[Panel]]:
    """The samples of a task, each as a row of panels: input, output where it is known, and what a program gives."""
    rows = []
    for kind, samples in (("demo", task.demo), ("test", task.test)):
        for number, sample in enumerate(samples, start=1):
            row = [Panel(f"{kind} {number}", sample.input)]
            if sample.output is not None:
                row.append(Panel("output", sample.output))
            if program is not None:
                row.append(_prediction(task, program, sample.input, sample.output))
            rows.append(row)
    return rows


def _prediction(task: Task, program: Program, grid: Grid, expected: Grid | None) -> Panel:
    pairs = [(sample.input, sample.output) for sample in task.demo if sample.output is not None]
    try:
        given = program.run(grid, demo=pairs)
    except EvaluationError as error:
        return Panel("prediction", None, expected, str(error))
    verdict = "" if expected is None else (" right" if given == expected else " wrong")
    return Panel(f"prediction{verdict}", given, expected)
