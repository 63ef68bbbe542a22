"""`arcsynth report`: the page of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arcsynth.cli.options import AsJson, Seed, Threads
from arcsynth.cli.screen import console, print_json
from arcsynth.report import write_report
from arcsynth.runs import REPORT, Run


def report(
    run: Annotated[Path, typer.Argument(help="The run's folder.")],
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Write the page of a run, report.html: one file that needs nothing else, drawn anew from the run's folder."""
    write_report(Run(run))
    page = run / REPORT
    if as_json:
        print_json({"run": str(run), "report": str(page), "bytes": page.stat().st_size})
    else:
        console().print(f"wrote {page}", soft_wrap=True)
