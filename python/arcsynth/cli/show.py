"""`arcsynth show`: tasks and programs in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from arcsynth._engine import Program
from arcsynth.cli.options import AsJson, Data, LibraryPath, Seed, Solutions, Threads
from arcsynth.cli.screen import console, errors_console, print_json
from arcsynth.drawing import draw_task
from arcsynth.errors import EvaluationError, ProgramError, UsageError
from arcsynth.library import Library
from arcsynth.pictures import task_png, task_svg
from arcsynth.tasks import Task, load_tasks


def show(
    what: Annotated[str, typer.Argument(metavar="TASK|PROGRAM", help="A task's id, a program's text, file or id.")],
    data: Data = "arc1-train",
    program: Annotated[
        str | None, typer.Option(help="Draw what this program (text or file) gives on the task.")
    ] = None,
    library: LibraryPath = None,
    png: Annotated[Path | None, typer.Option(help="Write the drawing of a task as a PNG picture.")] = None,
    svg: Annotated[Path | None, typer.Option(help="Write the drawing of a task as an SVG picture.")] = None,
    solutions: Solutions = None,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Draw a task's grids, with a program's outputs beside them; or print a program in its canonical forms."""
    chosen = _find_program(what, library)
    if chosen is not None:
        if png or svg:
            raise UsageError("--png and --svg draw a task: arcsynth show TASK --program PROGRAM")
        _show_program(chosen, as_json=as_json)
        return
    (task,) = load_tasks(data, [what], solutions=solutions)
    shown_program = _find_program(program, library) if program is not None else None
    if program is not None and shown_program is None:
        raise UsageError(f"{program}: neither a program's text nor its file nor its id")
    if png is not None:
        _write(png, task_png(task, shown_program))
    if svg is not None:
        _write(svg, task_svg(task, shown_program).encode())
    if as_json:
        print_json(_task_record(task, shown_program))
    else:
        draw_task(console(), task, shown_program)


def _write(path: Path, picture: bytes) -> None:
    try:
        path.write_bytes(picture)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
    errors_console().print(f"wrote {path}", soft_wrap=True, markup=False)


def _find_program(what: str, library: Path | None) -> Program | None:
    """The program that a text, a file or an id stands for; None if it looks like none of them."""
    if library is not None and len(what) == 32:
        with Library.open(library, readonly=True) as opened:
            stored = opened.program(what)
        if stored is not None:
            return Program.parse(stored.text)
    if "(" in what or what == "I":
        return Program.parse(what)
    path = Path(what)
    if path.suffix in {".py", ".dsl", ".txt"}:
        try:
            return Program.parse(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
        except UnicodeDecodeError:
            raise UsageError(f"{path}: not UTF-8 text") from None
        except ProgramError as error:
            raise ProgramError(f"{path}: {error}") from None
    return None


def _show_program(program: Program, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "id": program.id,
                "size": program.size,
                "cost": program.cost,
                "nested": program.nested(),
                "definition": program.definition(),
            }
        )
        return
    out = console()
    out.print(f"[bold]{program.id}[/bold]  {program.size} steps, {program.cost} bits")
    out.print(escape(program.definition().rstrip()), soft_wrap=True)
    nested = program.nested()
    if nested is not None:
        out.print(escape(nested), soft_wrap=True)


def _task_record(task: Task, program: Program | None) -> dict[str, object]:
    samples = []
    for kind, part in (("demo", task.demo), ("test", task.test)):
        for sample in part:
            record: dict[str, object] = {
                "kind": kind,
                "input": sample.input.rows(),
                "output": sample.output.rows() if sample.output else None,
            }
            if program is not None:
                record["prediction"] = _prediction(task, program, record, sample.input)
            samples.append(record)
    return {"task": task.id, "key": task.key, "samples": samples}


def _prediction(task: Task, program: Program, record: dict[str, object], grid: object) -> object:
    pairs = [(sample.input, sample.output) for sample in task.demo if sample.output is not None]
    try:
        return program.run(grid, demo=pairs).rows()  # type: ignore[arg-type]
    except EvaluationError as error:
        record["error"] = str(error)
        return None
