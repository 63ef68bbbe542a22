"""`arcsynth report`: the page of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arcsynth.cli.options import AsJson, Seed, Threads
from arcsynth.cli.screen import console, print_json
from arcsynth.errors import UsageError
from arcsynth.report import write_report
from arcsynth.report.live import LiveServer
from arcsynth.report.page import gather
from arcsynth.runs import REPORT, Run


def report(
    run: Annotated[Path, typer.Argument(help="The run's folder.")],
    live: Annotated[
        bool, typer.Option("--live", help="Serve the page on this machine, renewed as the run goes.")
    ] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="With --live: the port; 0 for any free one.")] = 0,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Write the page of a run, report.html: one file that needs nothing else, drawn anew from the run's folder."""
    if live:
        _serve(Run(run), port, as_json=as_json)
        return
    write_report(Run(run))
    page = run / REPORT
    if as_json:
        print_json({"run": str(run), "report": str(page), "bytes": page.stat().st_size})
    else:
        console().print(f"wrote {page}", soft_wrap=True)


def _serve(run: Run, port: int, *, as_json: bool) -> None:
    """Serve until interrupted; what is wrong with the run is said before."""
    gather(run)
    try:
        server = LiveServer(run, port)
    except OSError as error:
        raise UsageError(f"port {port}: cannot be served on: {error.strerror}; try another --port") from error
    with server:
        if as_json:
            print_json({"run": str(run.path), "address": server.address})
        else:
            console().print(f"{server.address} shows {run.path}; Ctrl-C ends it", soft_wrap=True)
        console().file.flush()
        server.serve_forever()
