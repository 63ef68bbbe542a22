from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from arcsynth.cli import run

ARCSYNTH = [sys.executable, "-c", "from arcsynth.cli import main; main()"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What a successful call prints, which must be one JSON document."""
    assert run([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_solve_writes_a_run_folder(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    printed = document(
        capsys, "solve", "67a3c6ac", "68b16354", "--data", "arc1-train", "--effort", "0.01", "--run", "r"
    )
    assert (printed["tasks"], printed["test_outputs"], printed["attempts"]) == (2, 2, 2)
    assert printed["solved_tasks"] == ["67a3c6ac", "68b16354"]
    assert {"solved_outputs", "cpu_seconds", "wall_seconds", "peak_rss_mb", "run"} <= printed.keys()
    written = {path.name for path in (folder / "r").iterdir()}
    assert written == {"config.json", "submission.json", "results.json", "profile.json", "report.html"}
    assert set(json.loads((folder / "r" / "submission.json").read_text())) == {"67a3c6ac", "68b16354"}


def test_solve_keeps_what_it_finds_in_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["solve", "67a3c6ac", "--data", "arc1-train", "--effort", "0.01", "--library", "l.sqlite"]
    document(capsys, *call, "--run", "a")
    assert document(capsys, "library", "stats", "--library", "l.sqlite")["tasks_solved"] == 1
    assert document(capsys, *call, "--run", "b")["solved_tasks"] == ["67a3c6ac"]


def test_evolve_fills_a_library(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["evolve", "67a3c6ac", "68b16354", "--data", "arc1-train", "--rounds", "2", "--library", "l.sqlite"]
    printed = document(capsys, *call)
    assert (printed["tasks"], printed["rounds"]) == (2, 2)
    assert {"candidates", "unique", "evaluations", "kept", "wall_seconds", "cpu_seconds"} <= printed.keys()
    assert {"rows", "unaccounted_fraction"} <= printed["profile"].keys()
    stats = document(capsys, "library", "stats", "--library", "l.sqlite")
    assert {"programs", "tasks", "tasks_solved"} <= stats.keys()
    listed = document(capsys, "library", "list", "--library", "l.sqlite", "--task", "67a3c6ac")
    shown = document(capsys, "library", "show", listed[0]["id"][:12], "--library", "l.sqlite")
    assert (shown["id"], shown["text"]) == (listed[0]["id"], listed[0]["text"])
    exported = document(capsys, "library", "export", "l.jsonl", "--library", "l.sqlite")
    assert exported["lines"] > stats["programs"]
    imported = document(capsys, "library", "import", "l.jsonl", "--library", "other.sqlite")
    assert (imported["programs"], imported["bad_count"]) == (stats["programs"], 0)


def test_profile_prints_the_rows_and_writes_a_trace(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    document(capsys, "solve", "67a3c6ac", "--data", "arc1-train", "--effort", "0.01", "--run", "r")
    printed = document(capsys, "profile", "r", "--trace", "trace.json")
    assert {"name", "parent", "calls", "wall_seconds", "cpu_seconds"} <= printed["rows"][0].keys()
    assert 0 <= printed["unaccounted_fraction"] < 1
    assert json.loads((folder / "trace.json").read_text())["traceEvents"]


def test_evolve_goes_on(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    call = ["evolve", "67a3c6ac", "68b16354", "--data", "arc1-train", "--candidates", "8"]
    assert run([*call, "--library", "l.sqlite", "--run", "r", "--rounds", "2"]) == 0
    assert "operator" in capsys.readouterr().out
    assert document(capsys, "evolve", "--resume", "r", "--rounds", "4")["rounds"] == 2
    results = json.loads((folder / "r" / "results.json").read_text())
    assert [part["round"] for part in results["rounds"]] == [1, 2, 3, 4]
    assert document(capsys, "evolve", "--resume", "r")["rounds"] == 0
    assert run(["evolve", "--resume", "missing"]) == 2
    assert run(["evolve"]) == 2
    assert "expected --data, or --resume" in capsys.readouterr().err


def test_score_reads_files_and_standard_input(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "p.py").write_text("def solve_67a3c6ac(I):\n    return vmirror(I)\n")
    printed = document(capsys, "score", "p.py", "--data", "arc1-train")
    assert (printed["programs"], printed["tasks"], printed["evaluations"]) == (1, 1, 4)
    (result,) = printed["results"]
    assert {key: result[key] for key in ("program", "task", "matched", "samples", "error")} == {
        "program": "solve_67a3c6ac",
        "task": "67a3c6ac",
        "matched": 4,
        "samples": 4,
        "error": None,
    }
    assert {"cpu_seconds", "wall_seconds"} <= printed.keys()
    piped = subprocess.run(
        [*ARCSYNTH, "score", "-", "--data", "arc1-train", "--task", "67a3c6ac", "--json"],
        input='{"id": "x", "program": "vmirror(I)"}\n',
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(piped.stdout)["results"][0]["id"] == "x"
    lines = ['{"id": "a\u2028", "program": "vmirror(I)"}', "", "no JSON", '{"id": "b", "program": "vmiror(I)"}']
    (folder / "proposed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run(["score", "proposed.jsonl", "--data", "arc1-train", "--task", "67a3c6ac", "--json-lines"]) == 0
    results = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(result["id"], result["matched"]) for result in results] == [("a\u2028", 4), (None, 0), ("b", 0)]
    assert results[1]["error"] == "line 3: not JSON"
    assert results[2]["error"].endswith("found the unknown name `vmiror`; did you mean `vmirror`?")


def test_show_marks_wrong_cells(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "67a3c6ac", "--program", "hmirror(I)"]) == 0
    shown = capsys.readouterr().out
    assert "prediction wrong" in shown
    assert "x" in shown
    assert max(len(line) for line in shown.splitlines()) <= 100
    assert document(capsys, "show", "67a3c6ac")["task"] == "67a3c6ac"
    assert document(capsys, "show", "vmirror(I)")["nested"] == "vmirror(I)"


def test_dsl_explains_primitives(capsys: pytest.CaptureFixture[str]) -> None:
    everything = document(capsys, "dsl")
    interface = [primitive for primitive in everything["primitives"] if primitive["interface"]]
    assert (len(interface), len(everything["constants"])) == (160, 28)
    assert run(["dsl", "fill"]) == 0
    assert capsys.readouterr().out.startswith("fill(grid: Grid, value: Integer, patch: Patch) -> Grid\n")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["solve", "--data", "nope"], "arcsynth: nope: not found; expected a file, a folder or one of arc1-train, "),
        (["solve", "xyz", "--data", "arc1-train"], "arcsynth: arc1-train: has no task xyz"),
        (["solve"], "arcsynth: Missing option '--data'"),
        (["slove"], "arcsynth: No such command 'slove'"),
        (["score", "missing.py", "--data", "arc1-train"], "arcsynth: missing.py: not found; expected a file"),
        (["score", "missing.py"], "arcsynth: missing.py: not found; expected a file"),
        (["score", "empty.py"], "arcsynth: score: expected --data, the tasks to run the programs on"),
        (["score", "-"], "arcsynth: score: expected --data, the tasks to run the programs on"),
        (["score", "empty.py", "--data", "arc1-train"], "arcsynth: empty.py: found no program"),
        (["show", "hmiror(I)"], "arcsynth: line 1, column 1: found the unknown name `hmiror`; did you mean `hmirror`?"),
        (["dsl", "fil"], "arcsynth: the DSL has no fil; did you mean fill?"),
    ],
)
def test_wrong_calls_end_with_one_line_and_2(
    capsys: pytest.CaptureFixture[str], folder: Path, arguments: list[str], line: str
) -> None:
    (folder / "empty.py").touch()
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(line)
    assert captured.err.count("\n") == 1


def test_wrong_files_end_with_one_line_and_2(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "garbage.sqlite").write_text("this is no library at all, only text " * 100)
    before = (folder / "garbage.sqlite").read_bytes()
    assert run(["evolve", "67a3c6ac", "--data", "arc1-train", "--library", "garbage.sqlite"]) == 2
    assert capsys.readouterr().err.startswith("arcsynth: garbage.sqlite: ")
    assert (folder / "garbage.sqlite").read_bytes() == before
    assert run(["library", "list", "--library", "missing.sqlite"]) == 2
    assert capsys.readouterr().err.startswith("arcsynth: missing.sqlite: ")
    assert run(["profile", "missing"]) == 2
    assert capsys.readouterr().err == "arcsynth: missing/profile.json: not found; expected the folder of a run\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["dsl"], ["dsl", "--json"]])
def test_failed_work_ends_with_one_line_and_1(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        command = subprocess.run([*ARCSYNTH, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert command.returncode == 1
    assert command.stderr == "arcsynth: the output: No space left on device\n"


def test_names_are_not_markup(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    task = {"train": [{"input": [[1]], "output": [[1]]}], "test": [{"input": [[2]]}]}
    (folder / "t.json").write_text(json.dumps({"[red]x": task}))
    assert run(["show", "[red]x", "--data", "t.json"]) == 0
    assert "[red]x" in capsys.readouterr().out


def test_a_closed_pipe_is_quiet() -> None:
    command = subprocess.Popen([*ARCSYNTH, "dsl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.close()
    assert command.stderr.read() == b""
    command.stderr.close()
    command.wait()


def test_a_byte_order_mark_is_no_program(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    text = "from dsl import *\r\n\r\ndef solve_67a3c6ac(I):\r\n    return vmirror(I)\r\n"
    (folder / "s.py").write_text(text, encoding="utf-8-sig", newline="")
    printed = document(capsys, "score", "s.py", "--data", "arc1-train")
    assert [(result["program"], result["matched"]) for result in printed["results"]] == [("solve_67a3c6ac", 4)]


@pytest.mark.parametrize("call", [[], ["library"]])
def test_without_arguments_the_help_is_all_that_is_said(capsys: pytest.CaptureFixture[str], call: list[str]) -> None:
    assert run(call) == 2
    printed = capsys.readouterr()
    assert "Usage: arcsynth" in printed.out + printed.err
    assert "arcsynth:" not in printed.err
