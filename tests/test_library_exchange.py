"""The library as text: what goes out comes in again, and strangers' lines do no harm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcsynth.errors import LibraryError
from arcsynth.library import (
    Birth,
    Library,
)
from library_cases import contents, fresh, make_round, name, parse, program, result


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened


def rich(library: Library) -> None:
    births = (Birth(name(1), (name(150), name(0)), "graft", "run", 1),)
    library.keep(
        make_round(
            1,
            *(result(n, "t", 2, fuel=n, cpu_ns=n) for n in range(40)),
            result(1, "u", 4, with_test=True),
            result(2, "u", niche="palette/iz", closed=9),
            programs=(*(program(n) for n in range(40)), program(150), program(160, pinned=True)),
            births=births,
            names={"t": "007bbfb7"},
        )
    )


def test_export_and_import_give_the_same_library(library: Library, tmp_path: Path) -> None:
    rich(library)
    lines = library.export(tmp_path / "out.jsonl")
    with Library.open(tmp_path / "other") as other:
        for _ in range(2):
            report = other.import_(tmp_path / "out.jsonl", parse)
            assert (report.lines, report.bad_count) == (lines, 0)
        assert contents(other) == contents(library)
        assert other.programs(evicted=True) == library.programs(evicted=True)
        assert other.lineage(name(1)) == library.lineage(name(1))
        assert other.task_names() == library.task_names() == {"t": "007bbfb7", "u": "u"}
        other.export(tmp_path / "again.jsonl")
        assert other.check() == []
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()


def test_export_without_timings_depends_on_the_contents_alone(library: Library, tmp_path: Path) -> None:
    with Library.open(tmp_path / "other") as other:
        library.keep(make_round(1, result(1, cpu_ns=5), result(2, "u")))
        other.keep(make_round(1, result(2, "u", cpu_ns=7)))
        other.keep(make_round(2, result(1, cpu_ns=9)))
        library.export(tmp_path / "a", timings=False)
        other.export(tmp_path / "b", timings=False)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_export_does_not_overwrite_the_library(library: Library, path: Path) -> None:
    with pytest.raises(LibraryError, match="this is the library itself"):
        library.export(path)
    with pytest.raises(LibraryError, match="cannot export here"):
        library.export(path.parent / "no" / "out")


def take(library: Library, tmp_path: Path, *lines: Any, **options: Any) -> Any:
    file = tmp_path / "in.jsonl"
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    file.write_bytes(b"\n".join(encoded))
    return library.import_(file, parse, **options)


RESULT = {
    "kind": "result",
    "program": "p",
    "task": "t",
    "matched": 1,
    "samples": 4,
    "similarity": 5,
    "fuel": 6,
}
BIRTH = {"kind": "birth", "program": "p", "parents": ["p"], "operator": "graft", "run": "r", "round": 1}
PROGRAM = {"kind": "program", "id": "p", "text": "program 1"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[1]", "not a JSON object"),
        (b"[" * 100_000, "not JSON"),
        (b'{"kind": "program", "text": "' + b"x" * 1_000_000 + b'"}', "longer than"),
        (b'{"kind": "result", "fuel": ' + b"9" * 5000 + b"}", "not JSON"),
        ({"kind": "poem"}, "unknown kind 'poem'"),
        ({}, "'kind' is missing"),
        ({"kind": "program"}, "'text' is missing"),
        ({"kind": "program", "text": "import os"}, "not a program: unknown primitive import"),
        ({"kind": "program", "text": "one"}, "not a program"),
        ({"kind": "program", "text": "program 2", "id": "p"}, "id 'p' names another program"),
        ({"kind": "program", "text": "program \x1b[2J"}, "unprintable"),
        ({**PROGRAM, "tasks": "t"}, "'tasks' is not a list"),
        ({**PROGRAM, "pinned": 1}, "'pinned' is neither true nor false"),
        ({**RESULT, "program": "q"}, "no good line before this one has program 'q'"),
        ({**RESULT, "matched": 5}, "5 samples matched out of 4"),
        ({**RESULT, "matched": True}, "'matched' is not a whole number"),
        ({**RESULT, "fuel": -1}, "'fuel' is not a whole number"),
        ({**RESULT, "fuel": 2**63}, "'fuel' is not a whole number"),
        ({**RESULT, "fuel": 1.5}, "'fuel' is not a whole number"),
        ({**RESULT, "task": ""}, "'task' is not a text"),
        ({**RESULT, "task": "x" * 201}, "'task' is not a text"),
        ({**RESULT, "task": "\ud800"}, "'task' has unprintable"),
        ({**RESULT, "closed": 1}, "no niche"),
        ({**BIRTH, "parents": ["p"] * 101}, "'parents' is not a list"),
        ({**BIRTH, "parents": ["q"]}, "no good line before this one has program 'q'"),
    ],
)
def test_a_bad_line_is_reported_and_spoils_nothing(library: Library, tmp_path: Path, line: Any, reason: str) -> None:
    report = take(library, tmp_path, PROGRAM, line, RESULT, BIRTH)
    assert [bad.number for bad in report.bad] == [2]
    assert reason in report.bad[0].reason
    assert (report.lines, report.programs, report.results, report.births) == (4, 1, 1, 1)
    assert library.stats().results == 1


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=40),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
                lambda inner: st.dictionaries(
                    st.sampled_from(sorted({*RESULT, *BIRTH, *PROGRAM, "tasks", "niche"})), inner, max_size=8
                ),
            ),
            st.builds(
                lambda base, key, value: {**base, key: value},
                st.sampled_from([RESULT, BIRTH, PROGRAM]),
                st.sampled_from(["program", "parents", "matched", "text", "tasks", "task", "id", "round"]),
                st.none() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=3),
            ),
        ),
        max_size=8,
    )
)
def test_no_line_can_harm_a_library(lines: list[Any]) -> None:
    with fresh() as library:
        report = take(library, library.path.parent, PROGRAM, *lines)
        assert report.bad_count == len(report.bad) <= report.lines
        assert library.check() == []
        assert name(1) in {p.id for p in library.programs()}


def test_foreign_ids_are_not_believed(library: Library, tmp_path: Path) -> None:
    library.keep(make_round(1, result(2)))
    forged = {"kind": "program", "id": name(2), "text": "program 1"}
    take(library, tmp_path, forged, {**RESULT, "program": name(2), "matched": 4})
    assert library.program(name(2)).text == "program 2"
    assert [(p.text, r.matched) for p, r in library.best("t")] == [("program 1", 4), ("program 2", 1)]


def test_foreign_scores_can_be_left_out(library: Library, tmp_path: Path) -> None:
    take(library, tmp_path, PROGRAM, RESULT, results=False, origin="a friend")
    assert library.programs() == [program(1, pinned=True, origin="a friend")]
    assert library.best("t") == []


def test_programs_alone_can_be_imported(library: Library, tmp_path: Path) -> None:
    report = take(library, tmp_path, {"kind": "program", "text": "program 5", "tasks": ["x"]}, b"", b"  ")
    assert (report.programs, report.bad_count) == (1, 0)
    assert library.programs() == [program(5, pinned=True, origin="imported", tasks=("x",))]


def test_a_newer_format_and_a_missing_file_are_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="lines of version 2, this arcsynth reads 1; update"):
        take(library, tmp_path, {"kind": "library", "version": 2}, PROGRAM)
    with pytest.raises(LibraryError, match="cannot be read"):
        library.import_(tmp_path / "missing", parse)
    with pytest.raises(LibraryError, match="cannot be read"):
        library.import_(tmp_path, parse)
    assert library.stats().programs == 0
