"""What the verbs share on the screen: consoles, progress bars, JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)


class Line(Protocol):
    """Moves the line of a progress bar to a number of things done, with a remark."""

    def __call__(self, done: int, remark: str = "") -> None:
        """Move the line."""


def console() -> Console:
    """The console for results, on standard output; plain text of 80 columns where that is no terminal."""
    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 80)


def errors_console() -> Console:
    """The console for errors and progress, on standard error."""
    return Console(stderr=True, highlight=False)


def print_json(document: Mapping[str, Any] | list[Any]) -> None:
    """Print one JSON document on standard output."""
    print(json.dumps(document, indent=1, default=str))


@contextmanager
def progress(label: str, total: int) -> Iterator[Line]:
    """Show a progress bar on standard error, if that is a terminal; gives the function that moves it, with a remark."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=16),
        MofNCompleteColumn(),
        TextColumn("{task.fields[remark]}"),
        TimeRemainingColumn(),
    )
    screen = errors_console()
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(label, total=total, remark="")

        def report(done: int, remark: str = "") -> None:
            bar.update(task, completed=done, remark=remark)

        yield report
