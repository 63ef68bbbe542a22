"""The options that the verbs share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

_DATA = typer.Option(
    "--data", help="arc1-train, arc1-eval, arc2-train, arc2-eval; a folder of task files; a task or challenges file."
)
Data = Annotated[str, _DATA]
OptionalData = Annotated[str | None, _DATA]
Ids = Annotated[list[str] | None, typer.Argument(metavar="[TASK]...", help="The ids of the tasks; all if none.")]
Solutions = Annotated[
    Path | None, typer.Option(help="The answers to a challenges file, where they do not lie beside it.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Seed = Annotated[int, typer.Option(min=0, max=2**63 - 1, help="The seed: the same seed gives the same results.")]
Threads = Annotated[int, typer.Option(min=0, help="The number of threads; 0 for one a core.")]
LibraryPath = Annotated[Path | None, typer.Option("--library", help="The library's file.")]
RunPath = Annotated[Path | None, typer.Option("--run", help="The run's folder; a new one below `runs` if not given.")]
Cluster = Annotated[
    str | None,
    typer.Option("--cluster", help="Run on a Ray cluster: its address, or `local` for one of this machine."),
]
Memory = Annotated[
    int | None,
    typer.Option(min=64, help="The memory ceiling in MB; half of what is free if not given."),
]
Limit = Annotated[int | None, typer.Option(min=1, help="Take only the first so many tasks.")]


def thread_count(threads: int) -> int:
    """The number of threads to use: as many as cores that the process may use, if none is asked for."""
    return threads or len(os.sched_getaffinity(0))
