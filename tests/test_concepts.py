"""The concept suite: its tasks are valid and the same each time, and easy ones are solved."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from arcsynth import Task, solve

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from families import FAMILIES, Family

BY_NAME = {family.name: family for family in FAMILIES}


def test_names_are_unique() -> None:
    assert len(BY_NAME) == len(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_task_is_valid_and_the_same_each_time(family: Family) -> None:
    task = family.task(7)
    assert task == family.task(7)
    assert task != family.task(8)
    assert 3 <= len(task.demo) <= 4
    assert 1 <= len(task.test) <= 2
    samples = (*task.demo, *task.test)
    assert len({sample.input for sample in samples}) == len(samples)
    for sample in samples:
        assert sample.output is not None
        assert sample.output != sample.input
        assert max(sample.input.shape + sample.output.shape) <= 30


@pytest.mark.parametrize("name", ["two_by_two", "cells_fall", "both", "largest_object"])
def test_an_easy_task_is_solved(name: str) -> None:
    task: Task = BY_NAME[name].task(0)
    proposal = solve([task]).tasks[0].proposals[0]
    assert list(proposal.outputs) == [sample.output for sample in task.test]
