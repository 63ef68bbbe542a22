"""What the package offers from Python: documented, typed, keyword arguments, frozen results, one family of errors."""

from __future__ import annotations

import dataclasses
import inspect
from pathlib import Path

import pytest

import arcsynth
from arcsynth import ArcSynthError, Grid, Library, Program, Task, errors, evolve, grade, load_tasks, score, solve


def test_every_public_name_is_documented() -> None:
    names = [name for name in arcsynth.__all__ if not name.startswith("__")]
    assert names == sorted(names)
    assert [name for name in names if not inspect.getdoc(getattr(arcsynth, name))] == []


def test_every_error_is_of_the_family_and_at_hand() -> None:
    raised = [value for value in vars(errors).values() if inspect.isclass(value)]
    assert all(issubclass(error, ArcSynthError) for error in raised)
    assert {error.__name__ for error in raised} <= set(arcsynth.__all__)


@pytest.mark.parametrize(("function", "positional"), [(solve, 1), (evolve, 2), (score, 2), (load_tasks, 2), (grade, 2)])
def test_options_are_keywords(function: object, positional: int) -> None:
    assert callable(function)
    parameters = inspect.signature(function).parameters.values()
    assert [p.kind for p in parameters] == (
        [inspect.Parameter.POSITIONAL_OR_KEYWORD] * positional
        + [inspect.Parameter.KEYWORD_ONLY] * (len(parameters) - positional)
    )


def test_results_are_frozen_records(small_tasks: tuple[Task, ...], tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.sqlite") as library:
        evolution = evolve(small_tasks[:1], library, rounds=1)
    solutions = solve(small_tasks[:1], effort=0.001)
    results = (score(["I"], small_tasks[:1]), evolution, solutions, grade(solutions.submission(), small_tasks[:1]))
    for result in results:
        field = dataclasses.fields(result)[0].name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(result, field, None)
    assert len(evolution.to_records()) == 1
    assert "evaluations" in evolution._repr_html_()


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: Grid([[1], [1, 2]]), "GridError"),
        (lambda: Grid("no"), "GridError"),
        (lambda: Program.parse("nothing("), "ProgramError"),
        (lambda: Program.parse("crop(I, ORIGIN, ORIGIN)").run(Grid([[1]])), "EvaluationError"),
        (lambda: load_tasks("nowhere"), "TaskError"),
        (lambda: load_tasks("arc1-train", ["nothing"]), "TaskError"),
        (lambda: solve([], strategies=["nothing"]), "UsageError"),
        (lambda: Library.open("/nowhere/at/all.sqlite"), "LibraryError"),
    ],
)
def test_failures_have_their_own_error_in_one_line(call: object, error: str) -> None:
    assert callable(call)
    with pytest.raises(ArcSynthError) as raised:
        call()
    assert isinstance(raised.value, getattr(errors, error))
    assert str(raised.value)
    assert "\n" not in str(raised.value)
