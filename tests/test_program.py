from __future__ import annotations

import pickle

import pytest

from arcsynth import Grid, Program
from arcsynth._engine import parse_file
from arcsynth.errors import EvaluationError, ProgramError

GRID = Grid([[1, 2], [3, 4]])


def test_a_program_runs_on_a_grid() -> None:
    assert Program.parse("vconcat(I, hmirror(I))").run(GRID).rows() == [[1, 2], [3, 4], [3, 4], [1, 2]]


def test_a_program_sees_the_demo_pairs() -> None:
    program = Program.parse("last(first(S))")
    assert program.run(GRID, demo=[(GRID, Grid([[7]]))]) == Grid([[7]])


def test_equal_programs_have_equal_ids_and_survive_pickling() -> None:
    lines = Program.parse("def f(I):\n    a = hmirror(I)\n    unused = rot90(a)\n    return vconcat(I, a)")
    nested = Program.parse("vconcat(I, hmirror(I))")
    assert (lines, lines.id, hash(lines)) == (nested, nested.id, hash(nested))
    assert pickle.loads(pickle.dumps(nested)) == nested
    assert Program.parse(nested.definition()) == nested


def test_grids_are_values() -> None:
    assert pickle.loads(pickle.dumps(GRID)) == GRID
    assert {GRID: 1}[Grid([(1, 2), (3, 4)])] == 1
    assert eval(repr(GRID), {"Grid": Grid}) == GRID
    assert str(GRID) == "12\n34"


def test_errors_say_where() -> None:
    with pytest.raises(
        ProgramError, match=r"^line 2, column 12: found the unknown name `hmiror`; did you mean `hmirror`"
    ):
        Program.parse("def f(I):\n    return hmiror(I)")


def test_one_bad_function_does_not_spoil_its_file() -> None:
    definitions = parse_file("def a(I):\n    return I\ndef b(I)\n    return I\ndef c(I):\n    return rot90(I)\n")
    assert [(d.name, d.program is not None) for d in definitions] == [("a", True), ("b", False), ("c", True)]


@pytest.mark.parametrize(
    "text",
    [
        "canvas(ZERO, (1000000, 1000000))",
        "power(rbind(upscale, NINE), 100)(I)",
        "power(double, 1000000000)(ONE)",
        "power(identity, 0)(I)",
        "first(repeat(I, 1000000000000))",
        "canvas(ZERO, astuple(size(prapply(add, interval(0, 100000, 1), interval(0, 100000, 1))), ONE))",
        "power(initset, 100000)(I)",
        "power(lbind(compose, identity), 100000)(identity)(I)",
        "ONE",
    ],
)
def test_runaway_programs_fail_alone(text: str) -> None:
    with pytest.raises(EvaluationError):
        Program.parse(text).run(GRID)


@pytest.mark.parametrize("text", ["(" * 10_000 + "I" + ")" * 10_000, "x" * 10_000_000, "f(" * 50_000, ""])
def test_hostile_texts_are_errors(text: str) -> None:
    with pytest.raises(ProgramError):
        Program.parse(text)
