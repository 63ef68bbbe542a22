"""Submissions: two attempts for each test input of each task, in the ARC Prize's format."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from arcsynth._engine import Grid
from arcsynth.tasks import Task

ATTEMPTS = 2
"""How many attempts the ARC Prize allows for a test input."""

Attempts = tuple[Grid, ...]
"""The attempts for one test input, best first; `ATTEMPTS` of them."""


@dataclass(frozen=True, slots=True)
class Submission:
    """The attempts for every test input of every task, by task id."""

    attempts: Mapping[str, tuple[Attempts, ...]]

    def to_json(self) -> str:
        """The text of `submission.json`: task id → a list per test input of `attempt_1`, `attempt_2`."""
        document = {
            task: [
                {f"attempt_{number}": grid.rows() for number, grid in enumerate(attempts, start=1)}
                for attempts in tests
            ]
            for task, tests in sorted(self.attempts.items())
        }
        return json.dumps(document, separators=(",", ":")) + "\n"

    def write(self, path: Path) -> None:
        """Write `submission.json`."""
        path.write_text(self.to_json(), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Grade:
    """How many tasks and test outputs a submission solves; over all tasks, whether attempted or not."""

    tasks: int
    """The number of tasks."""
    test_outputs: int
    """The number of test outputs."""
    graded_outputs: int
    """How many of them are known, so that they can be graded."""
    solved_tasks: tuple[str, ...]
    """The ids of the tasks with all test outputs right."""
    solved_outputs: int
    """The number of test outputs right."""


def grade(submission: Submission, tasks: Sequence[Task]) -> Grade:
    """Compare a submission with the answers: the only place where test outputs are read.

    A test output counts as solved if one of the attempts is exactly right, a task if all of its test outputs are. A
    task without known answers counts as unsolved.
    """
    solved_tasks = []
    solved_outputs = graded = 0
    for task in tasks:
        attempts = submission.attempts.get(task.id, ())
        right = [
            sample.output is not None and index < len(attempts) and sample.output in attempts[index]
            for index, sample in enumerate(task.test)
        ]
        graded += sum(sample.output is not None for sample in task.test)
        solved_outputs += sum(right)
        if right and all(right):
            solved_tasks.append(task.id)
    return Grade(
        tasks=len(tasks),
        test_outputs=sum(len(task.test) for task in tasks),
        graded_outputs=graded,
        solved_tasks=tuple(solved_tasks),
        solved_outputs=solved_outputs,
    )
