from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcsynth import Grid, load_tasks
from arcsynth.errors import TaskError
from conftest import Write

GOOD: dict[str, Any] = {
    "train": [{"input": [[1, 2], [3, 4]], "output": [[5]]}],
    "test": [{"input": [[6, 7]], "output": [[8]]}],
}


def changed(**parts: Any) -> dict[str, Any]:
    return {**GOOD, **parts}


def demo(grid: Any) -> dict[str, Any]:
    return changed(train=[{"input": [[0]], "output": grid}])


@pytest.mark.parametrize(
    ("name", "tasks", "outputs"),
    [("arc1-train", 400, 416), ("arc1-eval", 400, 419), ("arc2-train", 1000, 1076), ("arc2-eval", 120, 167)],
)
def test_the_bundled_sets_have_their_sizes(name: str, tasks: int, outputs: int) -> None:
    loaded = load_tasks(name)
    assert (len(loaded), sum(len(task.test) for task in loaded)) == (tasks, outputs)
    assert [task.id for task in loaded] == sorted(task.id for task in loaded)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("", "the file is empty"),
        ("{", "not JSON (line 1, column 2: Expecting property name enclosed in double quotes)"),
        ("[1]", "expected an object with `train` and `test`, or one of task ids"),
        ("[" * 100_000, "nested too deeply"),
        ('{"train": NaN}', "NaN is no JSON value"),
        ('{"a": 1, "a": 2}', "the key 'a' stands twice in one object"),
        (b"\xff", "not UTF-8 text (byte 0)"),
        ({}, "holds no tasks"),
        (changed(train=[]), "task t: has no demo samples; expected a list `train` of them"),
        (changed(test=[]), "task t: has no test samples; expected a list `test` of them"),
        (changed(train=[{"input": [[1]]}]), "task t: demo 1: has no output"),
        (changed(train=[7]), "task t: demo 1: expected an object with `input` and `output`"),
        (demo([[1, 2], [3]]), "task t: demo 1 output: row 2 has 1 cells, row 1 has 2"),
        (demo([[1, 10]]), "task t: demo 1 output: row 1, column 2: colour 10 is outside 0 to 9"),
        (demo([[-1]]), "task t: demo 1 output: row 1, column 1: colour -1 is outside 0 to 9"),
        (demo([[10**30]]), f"task t: demo 1 output: row 1, column 1: colour {str(10**30)[:20]}… is outside 0 to 9"),
        (
            demo([[True]]),
            "task t: demo 1 output: row 1, column 1: a value of type bool is no colour, expected an integer 0 to 9",
        ),
        (
            demo([[1.5]]),
            "task t: demo 1 output: row 1, column 1: a value of type float is no colour, expected an integer 0 to 9",
        ),
        (demo([]), "task t: demo 1 output: the grid has no rows"),
        (demo([[]]), "task t: demo 1 output: row 1 is empty"),
        (demo([[0] * 101]), "task t: demo 1 output: the grid is larger than 100 by 100"),
        (demo([[0]] * 101), "task t: demo 1 output: the grid is larger than 100 by 100"),
        (demo("text"), "task t: demo 1 output: the grid is a value of type str, expected a list"),
        ({"a/b": GOOD}, "'a/b' is no task id; expected up to 100 plain characters"),
        ({"x" * 101: GOOD}, f"'{'x' * 60}…' is no task id; expected up to 100 plain characters"),
    ],
)
def test_bad_input_is_one_line_that_names_the_place(write: Write, document: Any, message: str) -> None:
    path = write("t.json", document)
    with pytest.raises(TaskError) as caught:
        load_tasks(path)
    assert str(caught.value) == f"{path}: {message}"


def test_grids_of_93_by_93_are_tasks(write: Write) -> None:
    (task,) = load_tasks(write("wide.json", demo([[3] * 93] * 93)))
    assert task.demo[0].output is not None
    assert task.demo[0].output.shape == (93, 93)


def test_missing_files_and_empty_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(TaskError, match=r"nope: not found; expected a file, a folder or one of arc1-train"):
        load_tasks(tmp_path / "nope")
    with pytest.raises(TaskError, match=r"the folder holds no \.json files"):
        load_tasks(tmp_path)


def test_a_folder_gives_its_tasks_in_order(write: Write) -> None:
    write("tasks/b.json", GOOD)
    folder = write("tasks/a.json", GOOD).parent
    assert [task.id for task in load_tasks(folder)] == ["a", "b"]


def test_unknown_ids_are_answered_with_a_near_one() -> None:
    with pytest.raises(TaskError, match=r"arc1-train: has no task 007bbfb6; did you mean 007bbfb7\?"):
        load_tasks("arc1-train", ["007bbfb6"])


def test_answers_come_from_the_solutions_beside(write: Write) -> None:
    unanswered = changed(test=[{"input": [[6]]}])
    challenges = write("x_challenges.json", {"a": unanswered})
    assert load_tasks(challenges)[0].test[0].output is None
    write("x_solutions.json", {"a": [[[9]]]})
    assert load_tasks(challenges)[0].test[0].output == Grid([[9]])
    other = write("other.json", {"a": [[[1]], [[2]]]})
    with pytest.raises(TaskError, match="task a: has 2 outputs, the task has 1 test inputs"):
        load_tasks(challenges, solutions=other)


def test_a_task_without_answers_keeps_everything_else(write: Write) -> None:
    (task,) = load_tasks(write("t.json", GOOD))
    hidden = task.without_answers()
    assert hidden.demo == task.demo
    assert [sample.input for sample in hidden.test] == [sample.input for sample in task.test]
    assert [sample.output for sample in hidden.test] == [None]
    assert hidden.key == task.key


GRIDS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=1, max_size=5)
)
SAMPLES = st.lists(st.fixed_dictionaries({"input": GRIDS, "output": GRIDS}), min_size=1, max_size=3)


@given(st.fixed_dictionaries({"train": SAMPLES, "test": SAMPLES}))
def test_tasks_are_read_as_they_were_written(document: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.json"
        path.write_text(json.dumps(document))
        (task,) = load_tasks(path)
    for samples, written in ((task.demo, document["train"]), (task.test, document["test"])):
        for sample, expected in zip(samples, written, strict=True):
            assert sample.input.rows() == expected["input"]
            assert sample.output is not None
            assert sample.output.rows() == expected["output"]
