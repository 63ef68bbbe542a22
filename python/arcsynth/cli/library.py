"""`arcsynth library`: what a library holds."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from arcsynth._engine import Program
from arcsynth.cli.options import AsJson, Seed, Threads
from arcsynth.cli.screen import console, print_json
from arcsynth.evolve import canonical_text
from arcsynth.library import Library, ParsedProgram

library_app = typer.Typer(help="List, show, import, export and count what a library holds.", no_args_is_help=True)

LibraryFile = Annotated[Path, typer.Option("--library", help="The library's file.")]
DEFAULT = Path("library.sqlite")


@library_app.command("stats")
def stats(library: LibraryFile = DEFAULT, as_json: AsJson = False, seed: Seed = 0, threads: Threads = 0) -> None:
    """Count programs, tasks and results."""
    with Library.open(library, readonly=True) as opened:
        counts = asdict(opened.stats())
    if as_json:
        print_json(counts)
        return
    for name, count in counts.items():
        console().print(f"{name.replace('_', ' '):>18}  {count:,}")


@library_app.command("list")
def list_(
    library: LibraryFile = DEFAULT,
    task: Annotated[str | None, typer.Option(help="Only the programs of this task, best first.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many programs.")] = 50,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """List programs, the most useful first."""
    with Library.open(library, readonly=True) as opened:
        names = opened.task_names()
        parents = opened.parents()
    keys = {key for key, name in names.items() if task in (None, name, key)}
    rows: list[dict[str, Any]] = []
    for parent in parents:
        results = [result for result in parent.results if result.task in keys]
        if results or task is None:
            rows.append(
                {
                    "id": parent.program.id,
                    "origin": parent.program.origin,
                    "size": parent.program.size,
                    "solved": sorted({names[result.task] for result in results if result.solved}),
                    "results": len(results),
                    "text": parent.program.text,
                }
            )
    if as_json:
        print_json(rows[:limit])
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "origin", "solved", "program"):
        table.add_column(heading, no_wrap=heading != "program", overflow="ellipsis")
    for row in rows[:limit]:
        table.add_row(
            str(row["id"])[:12],
            escape(str(row["origin"])),
            str(len(row["solved"])),
            escape(str(row["text"])[:300]),
        )
    console().print(table)
    console().print(f"{min(limit, len(rows))} of {len(rows)} programs")


@library_app.command("show")
def show(
    program: Annotated[str, typer.Argument(help="A program's id; its first digits are enough.")],
    library: LibraryFile = DEFAULT,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Show a program: its text, its results, its lineage."""
    with Library.open(library, readonly=True) as opened:
        matching = [stored.id for stored in opened.programs(evicted=True) if stored.id.startswith(program)]
        stored = opened.program(matching[0] if len(matching) == 1 else program)
        births = opened.lineage(stored.id)
        names = opened.task_names()
        results = [result for parent in opened.parents() if parent.program.id == stored.id for result in parent.results]
    if as_json:
        print_json(
            {
                **asdict(stored),
                "results": [{**asdict(result), "name": names[result.task]} for result in results],
                "lineage": [asdict(birth) for birth in births],
            }
        )
        return
    out = console()
    out.print(f"[bold]{stored.id}[/bold]  {escape(stored.origin)}, {stored.size} steps")
    out.print(escape(Program.parse(stored.text).definition().rstrip()), soft_wrap=True)
    for result in results:
        out.print(f"  {escape(names[result.task])}: {result.matched}/{result.samples}, fuel {result.fuel:,}")
    for birth in births:
        parents = ", ".join(parent[:12] for parent in birth.parents) or "nobody"
        out.print(f"  {birth.program[:12]} by {birth.operator} from {parents} in round {birth.round} of {birth.run}")


@library_app.command("export")
def export(
    file: Annotated[Path, typer.Argument(help="The file to write, as JSON lines.")],
    library: LibraryFile = DEFAULT,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Write programs, results and lineage as JSON lines."""
    with Library.open(library, readonly=True) as opened:
        lines = opened.export(file)
    if as_json:
        print_json({"lines": lines, "file": str(file)})
    else:
        console().print(f"wrote {lines} lines to {file}", soft_wrap=True)


@library_app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A file that `export` wrote, or programs as JSON lines.")],
    library: LibraryFile = DEFAULT,
    results: Annotated[bool, typer.Option(help="Believe the file's scores.")] = False,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Take programs from JSON lines; bad lines are reported and do not spoil the others."""
    with Library.open(library) as opened:
        report = opened.import_(file, parse_foreign, results=results)
    if as_json:
        print_json(asdict(report))
        return
    out = console()
    for bad in report.bad:
        out.print(f"  line {bad.number}: {escape(bad.reason)}", soft_wrap=True)
    out.print(f"{report.programs} programs, {report.bad_count} bad lines: {library}", soft_wrap=True)


def parse_foreign(text: str) -> ParsedProgram:
    """The engine's word on a foreign program: its id is computed, never believed."""
    program = Program.parse(text)
    return ParsedProgram(program.id, canonical_text(program), program.size)
