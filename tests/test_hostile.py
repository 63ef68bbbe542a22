"""Task files, programs and library files made to do harm end as an error of one line, and do none.

`tests/data/hostile` has those that are small; those that are large are made here.
"""

# ruff: noqa: D101, D102, PT017 (either outcome is right here, and each is looked at)
from __future__ import annotations

import json
import sqlite3
import string
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcsynth import Library, Program, load_tasks, read_json_lines, read_programs, score
from arcsynth.cli import run
from arcsynth.cli.library import parse_foreign
from arcsynth.errors import ArcSynthError, LibraryError, TaskError
from arcsynth.runs import Run
from arcsynth.tasks import json_megabytes
from conftest import Write

ARCSYNTH = [sys.executable, "-c", "from arcsynth.cli import main; main()"]
HOSTILE = Path(__file__).parent / "data" / "hostile"
GOOD: dict[str, Any] = {"train": [{"input": [[1, 2]], "output": [[2, 1]]}], "test": [{"input": [[3, 4]]}]}


def files(kind: str) -> list[Any]:
    return [pytest.param(path, id=path.name) for path in sorted((HOSTILE / kind).iterdir())]


def is_one_line(text: str) -> bool:
    return text.isprintable() and 0 < len(text) < 2000


@pytest.mark.parametrize("path", files("tasks"))
def test_a_malformed_task_file_is_refused_in_one_line(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(TaskError) as caught:
        load_tasks(path)
    assert is_one_line(str(caught.value))
    assert str(caught.value).startswith(str(path))
    assert run(["solve", "--data", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("path", files("programs"))
def test_a_hostile_program_is_an_error_of_its_own(path: Path, tmp_path: Path) -> None:
    """It stands between two good ones, which are scored as if it were not there."""
    good = "def solve_67a3c6ac(I):\n    return vmirror(I)\n"
    text = f"{good}\n{path.read_bytes().decode()}\n{good}"
    candidates = read_programs(text)
    results = score(candidates, load_tasks("arc1-train", ["67a3c6ac"])).results
    assert (results[0].matched, results[0].error) == (4, None)
    hostile = results[1:-1]
    assert hostile
    assert all(result.matched == 0 for result in hostile)
    assert any(result.error for result in hostile)
    assert all(is_one_line(result.error) for result in hostile if result.error)
    # An unclosed bracket or the like may swallow what follows it in its own file, never what stands before.
    assert results[-1].matched == 4 or results[-1].error


@pytest.mark.parametrize("path", files("libraries"))
def test_a_hostile_library_file_is_taken_line_by_line_or_refused(path: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "l.sqlite") as library:
        try:
            report = library.import_(path, parse_foreign, results=True)
        except LibraryError as error:
            assert is_one_line(str(error))
        else:
            assert report.bad_count or path.name == "sql.jsonl"
            assert all(is_one_line(bad.reason) for bad in report.bad)
        assert library.check() == []
        stored = library.programs(evicted=True)
        assert {one.id for one in stored} <= {Program.parse(text).id for text in ("vmirror(I)", "hmirror(I)")}
        assert all(one.id == Program.parse(one.text).id for one in stored)


def test_large_files_made_to_exhaust_are_refused_before_they_are_read(write: Write) -> None:
    deep = write("deep.json", "[" * 3_000_000)
    digits = write("digits.json", '{"train": [{"input": [[' + "1" * 3_000_000 + ']], "output": [[1]]}], "test": []}')
    wide = write("wide.json", '{"train": [{"input": [' + "[0]," * 1_000_000 + '[0]], "output": [[1]]}], "test": []}')
    many = write("many.json", '{"train": [' + "{}," * 1_000_000 + '{}], "test": []}')
    for path in (deep, digits, wide, many):
        with pytest.raises(TaskError) as caught:
            load_tasks(path)
        assert is_one_line(str(caught.value))


def test_a_small_file_that_takes_much_memory_is_refused_under_a_ceiling(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list of empty lists takes twenty times its size; 24 MB of it are too much for 400 MB."""
    bomb = write("bomb.json", "[" + "[]," * 8_000_000 + "[]]")
    assert json_megabytes(bomb.read_bytes()) > 800
    assert run(["solve", "--data", str(bomb), "--memory", "400"]) == 2
    assert "reading it may take" in capsys.readouterr().err


@settings(max_examples=20, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=5),
        max_leaves=30,
    )
)
def test_the_memory_of_a_document_is_never_underestimated(document: Any) -> None:
    text = json.dumps([document] * 200).encode()
    sizes, seen, waiting = 0, set(), [json.loads(text)]
    while waiting:
        value = waiting.pop()
        if id(value) not in seen:
            seen.add(id(value))
            sizes += sys.getsizeof(value)
            waiting += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    assert sizes <= 1e6 * json_megabytes(text) + 64 * len(text)


CELLS = st.one_of(st.integers(-2, 12), st.booleans(), st.none(), st.floats(), st.text(max_size=2), st.lists(st.just(1)))
GRIDS = st.one_of(st.lists(st.lists(CELLS, max_size=4), max_size=4), st.none(), st.text(max_size=3), st.integers())
SAMPLES = st.one_of(
    st.lists(st.dictionaries(st.sampled_from(["input", "output", "x"]), GRIDS, max_size=3), max_size=3), GRIDS
)
TASKS = st.dictionaries(st.sampled_from(["train", "test", "other"]), SAMPLES, max_size=3)
DOCUMENTS = st.one_of(TASKS, st.dictionaries(st.text(max_size=12), TASKS, max_size=3), SAMPLES)


@given(DOCUMENTS)
def test_any_document_is_tasks_or_an_error_of_one_line(document: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.json"
        path.write_text(json.dumps(document))
        try:
            tasks = load_tasks(path)
        except TaskError as error:
            assert is_one_line(str(error))
        else:
            assert all(sample.input.height > 0 for task in tasks for sample in task.demo + task.test)


@given(st.binary(max_size=200))
def test_any_bytes_are_tasks_or_an_error_of_one_line(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.json"
        path.write_bytes(data)
        with pytest.raises(TaskError) as caught:
            load_tasks(path)
        assert is_one_line(str(caught.value))


WORDS = [
    "def ",
    "solve",
    "(I):",
    "\n    ",
    "return ",
    "I",
    "vmirror(",
    ")",
    "x = ",
    "lambda",
    "=",
    ",",
    "0",
    "1" * 30,
    "C",
]


@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=30).map("".join)))
def test_any_text_is_programs_or_errors_of_one_line(text: str) -> None:
    for candidate in (*read_programs(text), *read_json_lines(text)):
        assert (candidate.program is None) == (candidate.error is not None)
        assert candidate.error is None or "\n" not in candidate.error
    try:
        Program.parse(text)
    except ArcSynthError as error:
        assert "\n" not in str(error)


RECORDS = st.fixed_dictionaries(
    {"kind": st.sampled_from(["program", "result", "birth", "task", "library", "x"])},
    optional={
        name: st.one_of(
            st.integers(-1, 2**70),
            st.sampled_from(["vmirror(I)", "hmirror(I)", "a", "", "\x00", "'; DROP TABLE result; --"]),
            st.lists(st.sampled_from(["a", "b", "t"]), max_size=3),
            st.booleans(),
            st.none(),
        )
        for name in ("text", "id", "task", "name", "program", "matched", "samples", "similarity", "fuel", "parents")
    },
)


@settings(deadline=None)
@given(st.lists(RECORDS | st.binary(max_size=40), max_size=12))
def test_any_lines_leave_a_library_whole(lines: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lines.jsonl"
        path.write_bytes(b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines))
        with Library.open(Path(folder) / "l.sqlite") as library:
            try:
                library.import_(path, parse_foreign, results=True)
            except LibraryError as error:
                assert is_one_line(str(error))
            assert library.check() == []
            assert all(one.id == Program.parse(one.text).id for one in library.programs(evicted=True))


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: Any) -> None:
        self.found.append(tag)
        assert not any(name.startswith("on") for name, _ in attributes), attributes


def test_names_are_text_in_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A task's id, and the words that came with an imported program, are shown as they are and do nothing."""
    monkeypatch.chdir(tmp_path)
    names = ["<img src=x onerror=alert(1)>", "<script>alert(1)", "a\"onmouseover='alert(1)", "{{7*7}}", "<!--", "&lt;"]
    Path("t.json").write_text(json.dumps(dict.fromkeys(names, GOOD)))
    assert run(["solve", "--data", "t.json", "--effort", "0.01", "--run", "s"]) == 0
    assert run(["evolve", "--data", "t.json", "--rounds", "2", "--library", "l.sqlite", "--run", "e"]) == 0
    scripts = {path: Path(path, "report.html").read_text() for path in ("s", "e")}
    for text in scripts.values():
        tags = Tags()
        tags.feed(text)
        assert "<img src=x" not in text
        assert "<script>alert" not in text
        assert ">49<" not in text
    assert set(json.loads(Path("s", "submission.json").read_text())) == set(names)


@given(st.text(min_size=1, max_size=30))
def test_no_id_of_a_task_is_a_way_out_of_a_folder(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.json"
        path.write_text(json.dumps({name: GOOD}))
        try:
            (task,) = load_tasks(path)
        except TaskError:
            return
        assert (Path(folder) / task.id).resolve().parent == Path(folder).resolve()
        assert task.id.isprintable()


@given(st.text(alphabet=string.printable, max_size=60))
def test_a_run_is_named_into_the_folder_of_runs(data: str) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        made = Run.create(None, verb="solve", data=data)
        assert made.path.resolve().parent == Path(folder).resolve() / "runs"


def test_a_hundred_thousand_tasks_are_read_and_searched(write: Write, tmp_path: Path) -> None:
    """They are of one pair each; all are read, and enough are searched to need more than one block."""
    path = write("many_challenges.json", {f"{number:06}": GOOD for number in range(100_000)})
    tasks = load_tasks(path)
    assert len(tasks) == 100_000
    call = ["solve", "--data", str(path), "--limit", "1500", "--effort", "0.001", "--strategy", "library"]
    done = subprocess.run(
        [*ARCSYNTH, *call, "--memory", "1500", "--json"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    assert printed["tasks"] == 1500
    assert printed["peak_rss_mb"] < 1500


def test_nothing_of_a_stranger_is_executed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a program nor a library nor a run's folder: what is read is data."""
    monkeypatch.chdir(tmp_path)
    attack = "__import__('pathlib').Path('attacked').touch()"
    Path("p.py").write_text(f"def solve_67a3c6ac(I):\n    return {attack}\n")
    Path("p.jsonl").write_text(json.dumps({"program": attack}) + "\n")
    Path("l.jsonl").write_text(json.dumps({"kind": "program", "text": attack}) + "\n")
    run(["score", "p.py", "--data", "arc1-train"])
    run(["score", "p.jsonl", "--data", "arc1-train", "--task", "67a3c6ac"])
    run(["library", "import", "l.jsonl", "--library", "l.sqlite"])
    with sqlite3.connect("l.sqlite") as db:
        db.execute(
            "INSERT INTO program (number, id, text, size, origin, pinned) VALUES (1, ?, ?, 1, ?, 1)",
            ("0" * 32, attack, attack),
        )
    db.close()
    assert run(["solve", "67a3c6ac", "--data", "arc1-train", "--library", "l.sqlite", "--effort", "0.01"]) in (1, 2)
    assert not Path("attacked").exists()
