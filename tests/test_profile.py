"""What the profile promises: every phase counted where it ran, and nothing lost between them."""

from __future__ import annotations

import io
import json
import threading
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from arcsynth.profile import PHASES, Profile, Row, profile_table

Tree = list[tuple[str, "Tree"]]
trees: st.SearchStrategy[Tree] = st.recursive(
    st.just([]),
    lambda inner: st.lists(st.tuples(st.sampled_from(["round", "score", "keep"]), inner), max_size=4),
    max_leaves=20,
)


def run(profile: Profile, tree: Tree) -> None:
    for name, inner in tree:
        with profile.phase(name):
            run(profile, inner)


def paths(tree: Tree, above: str = "") -> list[str]:
    found = []
    for name, inner in tree:
        path = f"{above}/{name}" if above else name
        found += [path, *paths(inner, path)]
    return found


def spin(seconds: float) -> None:
    """Use so much CPU time, however long that takes on a busy machine."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def by_path(profile: Profile) -> dict[str, Row]:
    return {row.path: row for row in profile.rows()}


def printed(profile: Profile, width: int = 80) -> str:
    out = io.StringIO()
    Console(file=out, width=width, no_color=True).print(profile_table(profile))
    return out.getvalue()


@given(trees)
def test_each_phase_is_counted_under_its_own_parents(tree: Tree) -> None:
    profile = Profile()
    run(profile, tree)
    expected = paths(tree)
    rows = by_path(profile)
    assert {path: row.calls for path, row in rows.items()} == {path: expected.count(path) for path in expected}
    for path, row in rows.items():
        assert row.parent == (path.split("/")[-2] if "/" in path else None)


@given(trees)
def test_children_and_unaccounted_add_up_to_their_parent(tree: Tree) -> None:
    profile = Profile()
    run(profile, tree)
    profile.stop()
    rows = profile.rows()
    top = sum(row.wall_seconds for row in rows if row.parent is None)
    assert top + profile.unaccounted_seconds == pytest.approx(profile.wall_seconds)
    for row in rows:
        inside = [r for r in rows if r.depth == row.depth + 1 and r.path.startswith(row.path + "/")]
        covered = sum(r.wall_seconds for r in inside)
        assert covered + row.unaccounted_seconds == pytest.approx(row.wall_seconds)


@given(trees)
def test_data_survives_a_round_trip_through_json(tree: Tree) -> None:
    profile = Profile()
    run(profile, tree)
    profile.workers([0.25, 0.5], 0.5)
    profile.stop()
    data = json.loads(json.dumps(profile.to_dict(spans=True)))
    again = Profile.from_dict(data)
    assert again.to_dict(spans=True) == data
    assert again.to_trace() == profile.to_trace()
    assert printed(again) == printed(profile)


def test_wall_and_cpu_are_apart() -> None:
    profile = Profile()
    with profile.phase("load"):
        time.sleep(0.05)
    with profile.phase("score"):
        spin(0.05)
    rows = by_path(profile)
    assert rows["load"].wall_seconds >= 0.05
    assert rows["load"].cpu_seconds < 0.03
    assert rows["score"].cpu_seconds > 0.02


def test_cpu_is_summed_over_threads() -> None:
    profile = Profile()
    with profile.phase("score"):
        thread = threading.Thread(target=spin, args=(0.05,))
        thread.start()
        thread.join()
    assert by_path(profile)["score"].cpu_seconds > 0.02


def test_time_outside_every_phase_is_unaccounted() -> None:
    profile = Profile()
    with profile.phase("round"):
        spin(0.02)
    spin(0.02)
    profile.stop()
    data = profile.to_dict()
    assert profile.unaccounted_seconds >= 0.02
    assert data["unaccounted_fraction"] == pytest.approx(profile.unaccounted_seconds / profile.wall_seconds)


def test_an_open_phase_counts_up_to_now() -> None:
    profile = Profile()
    with profile.phase("round"), profile.phase("score"):
        spin(0.02)
        rows = by_path(profile)
        assert rows["round"].wall_seconds >= rows["round/score"].wall_seconds >= 0.02
        assert profile.to_dict()["unaccounted_fraction"] < 0.5


def test_an_exception_ends_its_phases_and_goes_on() -> None:
    profile = Profile()
    with pytest.raises(KeyError, match="lost"), profile.phase("round"), profile.phase("score"):
        raise KeyError("lost")
    with profile.phase("keep"):
        pass
    assert [(row.name, row.parent) for row in profile.rows()] == [
        ("round", None),
        ("score", "round"),
        ("keep", None),
    ]


def test_a_phase_left_open_by_a_generator_ends_with_the_one_around_it() -> None:
    profile = Profile()

    def abandoned() -> Any:
        with profile.phase("search"):
            yield

    generator = abandoned()
    with profile.phase("task"):
        next(generator)
    generator.close()
    with profile.phase("write"):
        pass
    assert [(row.name, row.parent, row.calls) for row in profile.rows()] == [
        ("task", None, 1),
        ("search", "task", 1),
        ("write", None, 1),
    ]


def test_one_phase_object_may_be_entered_within_itself() -> None:
    profile = Profile()
    phase = profile.phase("search")
    with phase, phase, phase:
        pass
    assert [row.path for row in profile.rows()] == ["search", "search/search", "search/search/search"]


def test_an_unknown_name_is_an_error_that_names_the_known() -> None:
    with pytest.raises(ValueError, match=r"unknown phase 'batt'; the phases are .*breed.*score"):
        Profile().phase("batt")
    with pytest.raises(ValueError, match="unknown phase 'batt'"):
        Profile().record("batt", 1, 1)


def test_what_the_engine_measured_stands_under_the_present_phase() -> None:
    profile = Profile()
    with profile.phase("round"):
        profile.record("score", 0.5, 1.0, calls=3)
    row = by_path(profile)["round/score"]
    assert (row.calls, row.wall_seconds, row.cpu_seconds) == (3, 0.5, 1.0)


def test_workers_add_up_over_passes() -> None:
    profile = Profile()
    profile.workers([1.0], 2.0)
    profile.workers([1.0, 2.0], 2.0)
    assert profile.to_dict()["workers"] == [
        {"worker": 0, "busy_seconds": 2.0, "utilisation": 0.5},
        {"worker": 1, "busy_seconds": 2.0, "utilisation": 0.5},
    ]
    assert "workers 50%, 50% busy" in printed(profile)


def test_stop_ends_open_phases_and_what_comes_later_is_an_error() -> None:
    profile = Profile()
    with profile.phase("round"):
        profile.stop()
        wall = profile.wall_seconds
    assert profile.wall_seconds == wall
    assert by_path(profile)["round"].calls == 1
    with pytest.raises(RuntimeError, match="after the profile was stopped"):
        profile.phase("keep")


def test_spans_beyond_the_cap_are_counted_and_the_totals_go_on() -> None:
    profile = Profile(max_spans=3)
    for _ in range(5):
        with profile.phase("keep"):
            pass
    assert by_path(profile)["keep"].calls == 5
    assert profile.to_dict()["spans_dropped"] == 2
    trace = profile.to_trace()
    assert trace["otherData"] == {"spans": 3, "spans_dropped": 2}
    assert sum(event["name"] == "keep" for event in trace["traceEvents"]) == 3


def test_the_trace_is_what_perfetto_reads() -> None:
    profile = Profile()
    with profile.phase("round"), profile.phase("score"):
        spin(0.001)
    profile.stop()
    events = json.loads(json.dumps(profile.to_trace()))["traceEvents"]
    spans = {event["name"]: event for event in events if event["ph"] == "X"}
    assert set(spans) == {"total", "round", "score"}
    for outer, inner in [("total", "round"), ("round", "score")]:
        first, second = spans[outer], spans[inner]
        assert first["ts"] <= second["ts"]
        assert second["ts"] + second["dur"] <= first["ts"] + first["dur"]
        assert (first["pid"], first["tid"]) == (second["pid"], second["tid"])
    assert spans["score"]["dur"] >= 1000


def test_the_table_fits_80_columns_and_ends_with_unaccounted_and_total() -> None:
    profile = Profile()
    with profile.phase("round"):
        for name in PHASES:
            with profile.phase(name):
                pass
    profile.stop()
    lines = [line.rstrip() for line in printed(profile).splitlines() if line.strip()]
    assert max(map(len, lines)) <= 80
    assert lines[0].split() == ["component", "calls", "wall", "share", "CPU", "what", "it", "does"]
    assert [line.split()[0] for line in lines[-2:]] == ["unaccounted", "total"]
    assert "100.0%" in lines[-1]
    for name in PHASES:
        assert any(line.split()[0] == name for line in lines)


@pytest.mark.parametrize("data", [{}, {"rows": [{}]}, {"rows": 3}, [], {"rows": [{"path": "a", "name": "a"}]}])
def test_data_of_another_shape_is_an_error(data: Any) -> None:
    with pytest.raises(ValueError, match="not the data of a profile"):
        Profile.from_dict(data)


def test_entering_and_leaving_a_phase_costs_little() -> None:
    profile = Profile()
    count = 20_000

    def once() -> float:
        start = time.perf_counter()
        for _ in range(count):
            with profile.phase("score"):
                pass
        return (time.perf_counter() - start) / count

    # The design allows 2 µs (1.7 measured); a busy machine gets some room.
    assert min(once() for _ in range(5)) < 6e-6
