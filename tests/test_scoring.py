from __future__ import annotations

import json

import pytest

from arcsynth import Program, Task, load_tasks, read_json_lines, read_programs, score
from arcsynth.scoring import Result

FILE = """\
from dsl import *

def solve_67a3c6ac(I):
    return vmirror(I)

def verify_68b16354(I: Grid) -> Grid:
    return vmirror(I)

def anywhere(I):
    return dmirror(I)

def broken(I):
    return mirror(I)

def solve_unknown(I):
    return I

def solve_74dd1130(I):
    return first(ZERO)
"""


@pytest.fixture(scope="module")
def tasks() -> tuple[Task, ...]:
    return load_tasks("arc1-train", ["67a3c6ac", "68b16354", "74dd1130"])


def by_name(results: tuple[Result, ...]) -> dict[tuple[str | None, str | None], Result]:
    return {(result.program, result.task): result for result in results}


def test_programs_run_on_the_tasks_of_their_names(tasks: tuple[Task, ...]) -> None:
    results = by_name(score(read_programs(FILE), tasks).results)
    assert len(results) == 8
    solved = results["solve_67a3c6ac", "67a3c6ac"]
    assert (solved.matched, solved.samples, solved.error) == (4, 4, None)
    assert results["verify_68b16354", "68b16354"].matched == 0
    assert results["anywhere", "74dd1130"].matched == 5
    assert results["anywhere", "67a3c6ac"].matched == 0


def test_what_cannot_run_says_why(tasks: tuple[Task, ...]) -> None:
    results = by_name(score(read_programs(FILE), tasks).results)
    assert "unknown name `mirror`" in str(results["broken", None].error)
    assert results["solve_unknown", "unknown"].error == "the data have no task unknown"
    failed = results["solve_74dd1130", "74dd1130"]
    assert (failed.matched, failed.samples, failed.error) == (0, 5, "first: expected Container, found Integer")


def test_all_programs_run_on_tasks_that_are_named(tasks: tuple[Task, ...]) -> None:
    scores = score(read_programs(FILE), tasks[:1], on_all=True)
    assert {result.task for result in scores.results if result.samples} == {"67a3c6ac"}
    assert scores.evaluations == 5 * 4


def test_scores_do_not_depend_on_threads_or_company(tasks: tuple[Task, ...]) -> None:
    programs = read_programs(FILE)
    together = score(programs, tasks, threads=2)
    assert together == score(programs, tasks, threads=1)
    alone = [result for program in programs for result in score([program], tasks).results]
    assert list(together.results) == alone


def test_json_lines_keep_their_own_ids(tasks: tuple[Task, ...]) -> None:
    lines = [
        json.dumps({"id": "m-1", "program": "vmirror(I)", "task": "67a3c6ac"}),
        "not json",
        json.dumps({"id": 2, "program": 7}),
        json.dumps({"id": "m-3", "program": "vmirror("}),
        json.dumps({"id": "m-4", "program": "def solve_68b16354(I):\n    return hmirror(I)"}),
    ]
    results = score(read_json_lines("\n".join(lines)), tasks).results
    assert [(result.id, result.matched) for result in results] == [
        ("m-1", 4),
        (None, 0),
        (None, 0),
        ("m-3", 0),
        ("m-4", 4),
    ]
    assert results[1].error == "line 2: not JSON"
    assert results[2].error == "line 3: expected an object with a text `program`"


def test_a_solver_cannot_read_the_answer(tasks: tuple[Task, ...]) -> None:
    (result,) = score(read_programs("def solve_67a3c6ac(S, I, C):\n    return C\n"), tasks).results
    assert (result.matched, result.error) == (0, "C is known to difference measures only")


def test_texts_and_programs_are_scored_in_one_call(tasks: tuple[Task, ...]) -> None:
    given = [FILE, "vmirror(I)", Program.parse("dmirror(I)"), "no program", ""]
    results = score(given, tasks[:1]).results
    assert results[:6] == score(read_programs(FILE), tasks[:1]).results
    assert [result.matched for result in results[6:]] == [4, 0, 0, 0]
    assert results[-1].error == "found no program in the text"
