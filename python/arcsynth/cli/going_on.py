"""Runs that stop before their end: what is kept of them, and how they are taken up again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from arcsynth._engine import __version__
from arcsynth.cli.options import thread_count
from arcsynth.cluster import LOCAL
from arcsynth.errors import InterruptedRunError, MemoryLimitError, UsageError
from arcsynth.memory import ceiling_mb, fitting_threads, held_under
from arcsynth.profile import Profile
from arcsynth.runs import Run
from arcsynth.tasks import dataset_version


@dataclass(frozen=True, slots=True)
class How:
    """How a run is run: what does not change its result."""

    profile: Profile
    ceiling: float | None
    """The memory ceiling in MB."""
    node_ceiling: float | None
    """That of each node of a cluster; None where none is asked for and the nodes may be other machines than this."""
    threads: int
    """As many as fit under the ceiling; with a local cluster, its processors."""
    cluster: str | None
    as_json: bool

    @staticmethod
    def asked(profile: Profile, *, threads: int, memory: int | None, cluster: str | None, as_json: bool) -> How:
        """What the options ask for."""
        ceiling = ceiling_mb(memory)
        nodes = ceiling if cluster == LOCAL else memory
        return How(profile, ceiling, nodes, fitting_threads(thread_count(threads), ceiling), cluster, as_json)


@contextmanager
def resumable(folder: Run, verb: str, kept: Callable[[], str], ceiling: float | None) -> Iterator[None]:
    """Say what is kept and how to go on when the work within is interrupted or comes to its memory ceiling."""
    how = f"arcsynth {verb} --resume {folder.path} goes on"
    try:
        with held_under(ceiling):
            yield
    except KeyboardInterrupt:
        raise InterruptedRunError(f"interrupted; {kept()}: {how}") from None
    except MemoryLimitError as error:
        raise MemoryLimitError(f"{error}; {kept()}: {how}") from None


def recorded(path: Path, verb: str | None, names: Iterable[str]) -> tuple[Run, dict[str, Any]]:
    """A run's folder and its config; raises `UsageError` unless this arcsynth and the data are those that it had."""
    folder = Run(path)
    config = folder.read_config(verb, names)
    if config.get("version") != __version__:
        raise UsageError(
            f"{path}: the run is of arcsynth {config.get('version')!s:.20}, this is {__version__}; use that version"
        )
    version = dataset_version(config["data"])
    if any(config.get(name) != value for name, value in version.items()):
        raise UsageError(f"{path}: the data are not those that the run began with")
    return folder, config
