from __future__ import annotations

import json

from arcsynth import Grid, Sample, Submission, Task, grade

ONE, TWO, THREE = (Grid([[colour]]) for colour in (1, 2, 3))


def task(name: str, *outputs: Grid | None) -> Task:
    return Task(name, (Sample(ONE, TWO),), tuple(Sample(ONE, output) for output in outputs))


def test_the_file_has_the_format_of_the_prize() -> None:
    text = Submission({"b": ((ONE, TWO),), "a": ((ONE, ONE), (TWO, THREE))}).to_json()
    assert json.loads(text) == {
        "a": [{"attempt_1": [[1]], "attempt_2": [[1]]}, {"attempt_1": [[2]], "attempt_2": [[3]]}],
        "b": [{"attempt_1": [[1]], "attempt_2": [[2]]}],
    }
    assert list(json.loads(text)) == ["a", "b"]


def test_a_task_is_solved_if_all_its_outputs_are() -> None:
    tasks = [task("all", ONE, TWO), task("half", ONE, THREE), task("second", TWO)]
    attempts = {"all": ((ONE, ONE), (THREE, TWO)), "half": ((ONE, ONE), (ONE, TWO)), "second": ((ONE, TWO),)}
    graded = grade(Submission(attempts), tasks)
    assert (graded.solved_tasks, graded.solved_outputs) == (("all", "second"), 4)
    assert (graded.tasks, graded.test_outputs, graded.graded_outputs) == (3, 5, 5)


def test_missing_tasks_and_unknown_answers_count_as_unsolved() -> None:
    graded = grade(Submission({"unknown": ((ONE, TWO),)}), [task("missing", ONE), task("unknown", None)])
    assert (graded.solved_tasks, graded.solved_outputs, graded.graded_outputs) == ((), 0, 1)
    assert (graded.tasks, graded.test_outputs) == (2, 2)
