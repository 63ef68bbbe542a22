"""`arcsynth profile`: where a run's time went."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from arcsynth.cli.options import AsJson, Seed, Threads
from arcsynth.cli.screen import console, errors_console, print_json
from arcsynth.errors import UsageError
from arcsynth.profile import profile_table
from arcsynth.runs import Run


def profile(
    run: Annotated[Path, typer.Argument(help="The run's folder.")],
    trace: Annotated[Path | None, typer.Option(help="Write a trace for Perfetto or chrome://tracing.")] = None,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Print where the time of a run went, phase by phase."""
    measured = Run(run).read_profile()
    if trace is not None:
        try:
            trace.write_text(json.dumps(measured.to_trace()), encoding="utf-8")
        except OSError as error:
            raise UsageError(f"{trace}: cannot be written: {error.strerror}") from error
        errors_console().print(f"wrote {trace}", soft_wrap=True)
    if as_json:
        print_json(measured.to_dict())
    else:
        console().print(profile_table(measured))
