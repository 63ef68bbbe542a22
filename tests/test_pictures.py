from __future__ import annotations

import json
import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from arcsynth import Grid, Program, Sample, Task, score, solve
from arcsynth._engine import Batch
from arcsynth.cli import run
from arcsynth.panels import Panel, task_panels
from arcsynth.pictures import CELL, PALETTE, grid_svg, task_svg

EXAMPLE = Path(__file__).parent.parent / "examples" / "look.py"


def painted(svg: str) -> Grid:
    """The grid that the rectangles of a drawing cover."""
    root = ElementTree.fromstring(svg)
    width, height = (int(side) for side in root.attrib["viewBox"].split()[2:])
    cells = [[-1] * width for _ in range(height)]
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        for x, y, run_ in re.findall(r"M(\d+) (\d+)h(\d+)v1", path.attrib["d"]):
            for j in range(int(run_)):
                cells[int(y)][int(x) + j] = PALETTE.index(path.attrib["fill"])
    return Grid(cells)


def test_a_drawing_shows_every_cell(small_tasks: tuple[Task, ...]) -> None:
    for task in small_tasks:
        for sample in task.demo:
            assert painted(grid_svg(Panel("input", sample.input))) == sample.input


def test_wrong_cells_are_marked(small_tasks: tuple[Task, ...]) -> None:
    right, wrong = Grid([[1, 2], [3, 4]]), Grid([[1, 2], [3, 5]])
    assert Panel("p", wrong, right).wrong_cells == ((1, 1),)
    assert Panel("p", right, right).wrong_cells == Panel("p", Grid([[1]]), right).wrong_cells == ()
    assert 'stroke="#fff"' in grid_svg(Panel("p", wrong, right))
    assert 'stroke="#fff"' not in grid_svg(Panel("p", right, right))


def test_markup_in_names_stays_text() -> None:
    task = Task("<script>", (Sample(Grid([[1]]), Grid([[1]])),), (Sample(Grid([[2]]), None),))
    root = ElementTree.fromstring(task_svg(task, Program.parse("crop(I, ORIGIN, TEN)")))
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert "<script>" not in score(["def solve_<script>(I):\n return I"], [task])._repr_html_()


def test_show_writes_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    png, svg = tmp_path / "t.png", tmp_path / "t.svg"
    call = ["show", "67a3c6ac", "--program", "hmirror(I)", "--png", str(png), "--svg", str(svg), "--json"]
    assert run(call) == 0
    assert json.loads(capsys.readouterr().out)["task"] == "67a3c6ac"
    data = png.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    length = struct.unpack(">I", data[33:37])[0]
    assert len(zlib.decompress(data[41 : 41 + length])) == height * (3 * width + 1)
    assert width >= 3 * 3 * CELL
    assert "prediction wrong" in svg.read_text()
    ElementTree.fromstring(svg.read_text())
    assert run(["show", "I", "--png", str(png)]) == 2
    assert run(["show", "67a3c6ac", "--png", str(tmp_path / "no" / "t.png")]) == 2


def test_show_fits_80_columns_without_colour(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "007bbfb7", "--program", "upscale(I, THREE)"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out
    assert "prediction wrong" in out
    assert "x" in out.split("prediction wrong")[1]


def test_what_notebooks_show(small_tasks: tuple[Task, ...]) -> None:
    task, program = small_tasks[0], Program.parse("vmirror(I)")
    assert painted(task.demo[0].input._repr_html_()) == task.demo[0].input
    assert program.id in program._repr_html_()
    assert "2 programs" in Batch([program, Program.parse("hmirror(vmirror(I))")])._repr_html_()
    solutions = solve(small_tasks[:2], effort=0.01)
    for results in (score([program], small_tasks), solutions):
        html = results._repr_html_()
        assert html.count("<tr>") == len(results.to_records()) + 1
    assert [record["task"] for record in solutions.to_records()] == [task.id for task in small_tasks[:2]]
    assert task.to_records()[0]["input"] == task.demo[0].input.rows()
    assert len(task_panels(task, program)) == len(task.demo) + len(task.test)


def test_the_example_runs(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, EXAMPLE], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "67a3c6ac 4 of 4" in done.stdout
    assert "<svg" in (tmp_path / "look.html").read_text()
