"""The whole DSL as Python reaches it: every primitive listed, documented, typed, and right in a program's text."""

import json
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcsynth import Grid, Program
from arcsynth._engine import Primitive, constants, parse_file, primitives
from arcsynth.errors import EvaluationError, ProgramError

DATA = Path(__file__).parent.parent / "crates" / "engine" / "tests" / "data"
SIGNATURES = json.loads((DATA / "signatures.json").read_text(encoding="utf-8"))
NAMES = [function["name"] for function in SIGNATURES["functions"]]
COMBINATORS = {"compose", "chain", "matcher", "rbind", "lbind", "power", "fork"}

CALLS: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMES}
for line in (DATA / "calls.jsonl").read_text(encoding="utf-8").splitlines():
    call = json.loads(line)
    CALLS[call["fn"]].append(call)


def expression(value: Any) -> str:
    """A recorded value as an expression of the DSL."""
    match value:
        case bool():
            return "T" if value else "F"
        case int():
            return str(value)
        case {"grid": rows}:
            return expression({"tuple": [{"tuple": [int(colour) for colour in row]} for row in rows]})
        case {"object": cells}:
            return expression({"set": [{"tuple": [colour, {"tuple": place}]} for colour, *place in cells]})
        case {"indices": places}:
            return expression({"set": [{"tuple": place} for place in places]})
        case {"tuple": items}:
            parts = [expression(item) for item in items]
            if any("(" in part and part[0] != "(" for part in parts):
                # Literals hold no computed values.
                singles = [f"repeat({part}, ONE)" for part in parts]
                return reduce(lambda made, single: f"combine({made}, {single})", singles)
            return "(" + "".join(f"{part}, " for part in parts) + ")"
        case {"set": items}:
            parts = [expression(item) for item in items]
            if not parts:
                return "difference(initset(ZERO), initset(ZERO))"
            return reduce(lambda made, part: f"insert({part}, {made})", parts[1:], f"initset({parts[0]})")
        case {"fn": str(name)}:
            return name
        case {"fn": [name, *parts]}:
            return f"{name}({', '.join(map(expression, parts))})"
    raise AssertionError(f"no expression for {value!r}")


def test_the_registry_is_the_whole_dsl() -> None:
    assert sorted(primitive.name for primitive in primitives() if primitive.is_interface) == sorted(NAMES)
    assert dict(constants()).keys() == SIGNATURES["constants"].keys()


@pytest.mark.parametrize("function", SIGNATURES["functions"], ids=lambda function: function["name"])
def test_every_function_has_the_parameters_of_the_interface(function: dict[str, Any]) -> None:
    primitive = next(primitive for primitive in primitives() if primitive.name == function["name"])
    assert primitive.parameters == [name for name, *_ in function["params"]]


@pytest.mark.parametrize("primitive", primitives(), ids=lambda primitive: primitive.name)
def test_every_primitive_is_documented_typed_and_reachable(primitive: Primitive) -> None:
    assert primitive.doc.endswith(".")
    assert primitive.family
    assert "->" in primitive.signature
    assert all(f"{name}: " in primitive.signature for name in primitive.parameters)
    assert Program.parse(f"apply({primitive.name}, I)").size > 0


def test_every_function_has_recorded_calls() -> None:
    in_arguments = json.dumps([call["args"] for calls in CALLS.values() for call in calls])
    for name in NAMES:
        assert CALLS[name] or (name in COMBINATORS and f'"fn": ["{name}", ' in in_arguments), name


@pytest.mark.parametrize("name", [name for name in NAMES if name not in COMBINATORS])
def test_programs_in_text_give_the_recorded_results(name: str) -> None:
    calls = [call for call in CALLS[name] if call["result"] is not None]
    for call in sorted(calls, key=lambda call: len(json.dumps(call)))[:5]:
        made = f"{name}({', '.join(map(expression, call['args']))})"
        text = f"canvas(branch(equality({made}, {expression(call['result'])}), ONE, ZERO), UNITY)"
        assert Program.parse(text).run(Grid([[0]])) == Grid([[1]]), text


def test_arguments_may_be_given_by_name() -> None:
    text = (
        "def f(I: Grid) -> Grid:\n    x = fill(patch=corners(patch=asindices(I)), grid=I, value=3)  # 3\n    return x"
    )
    assert Program.parse(text).run(Grid([[0, 0, 0]])) == Grid([[3, 0, 3]])


names = st.sampled_from(
    [*NAMES, *SIGNATURES["constants"], "I", "S", "x", "(", ")", ", ", "\n    ", "=", "return ", "12"]
)


@given(st.one_of(st.text(max_size=200), st.lists(names, max_size=60).map("".join)))
def test_any_text_is_a_program_or_an_error(text: str) -> None:
    parse_file(text)
    try:
        program = Program.parse(text)
    except ProgramError:
        return
    assert Program.parse(program.definition()) == program


expressions = st.recursive(
    st.sampled_from(["I", "S", *SIGNATURES["constants"], *NAMES]),
    lambda inner: st.sampled_from(SIGNATURES["functions"]).flatmap(
        lambda function: st.tuples(*[inner] * len(function["params"])).map(
            lambda parts: f"{function['name']}({', '.join(parts)})"
        )
    ),
    max_leaves=12,
)


@given(expressions)
def test_any_call_gives_a_grid_or_an_error(text: str) -> None:
    grid = Grid([[0, 1, 1], [2, 0, 1]])
    try:
        given = Program.parse(text).run(grid, demo=[(grid, grid)])
    except (ProgramError, EvaluationError):
        return
    assert given == Program.parse(text).run(grid, demo=[(grid, grid)])
