from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from arcsynth import Task, load_tasks

# `make trust` and `make fuzz` look for longer. How long an example takes says nothing on a machine in use.
settings.register_profile("untimed", settings.default, deadline=None)
settings.register_profile("long", max_examples=20_000, deadline=None)
settings.load_profile("untimed")

# Scripts start what runs in the background with Ctrl-C ignored, and what the tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

Write = Callable[[str, Any], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a document as JSON, or a text as it is, into a file of the test's own folder."""

    def write(name: str, document: Any) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(document, bytes):
            path.write_bytes(document)
        else:
            text = document if isinstance(document, str) else json.dumps(document)
            path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def small_tasks() -> tuple[Task, ...]:
    """A few training tasks with small grids."""
    return load_tasks(
        "arc1-train", ["67a3c6ac", "68b16354", "74dd1130", "3c9b0459", "6150a2bd", "a416b8f3", "d10ecb37"]
    )
