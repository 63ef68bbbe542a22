"""The memory ceiling: how much a process may take, how many threads fit under it, and a watch that keeps it."""

from __future__ import annotations

import _thread
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from types import FrameType

from arcsynth.errors import MemoryLimitError

THREAD_MB = 180
"""What a thread of the engine takes at most, in MB: its store of values, one evaluation under way, and its stack."""

_TICK_SECONDS = 0.05

_SIGNAL = getattr(signal, "SIGUSR1", signal.SIGINT)
"""What stops the work under way. Ctrl-C's own signal is ignored in processes that a script began in the background."""


def free_mb() -> float | None:
    """The memory that this process may still take, in MB; None where the system does not say."""
    rooms = [room for room in (_free_of_machine(), _free_of_group()) if room is not None]
    return min(rooms) if rooms else None


_asked_mb: float | None = None
"""The ceiling of the work under way, in MB."""


def ceiling_mb(asked: float | None = None) -> float | None:
    """The ceiling in MB: the one asked for, that of the work under way, or half of what is free.

    None where the system does not say what is free.
    """
    if asked is not None:
        return float(asked)
    if _asked_mb is not None:
        return _asked_mb
    free = free_mb()
    return None if free is None else free / 2


def fitting_threads(threads: int, ceiling: float | None) -> int:
    """As many of the threads as fit under a ceiling, and at least one; results do not depend on their number."""
    if ceiling is None:
        return threads
    return max(1, min(threads, int((ceiling - (resident_mb() or 0.0)) / THREAD_MB)))


def resident_mb() -> float | None:
    """The memory that this process takes now, in MB; None where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def held_under(ceiling: float | None) -> Iterator[None]:
    """Interrupt the work within when the process comes to the ceiling: it ends with a `MemoryLimitError`."""
    if ceiling is None or resident_mb() is None:
        yield
        return
    done, exceeded = Event(), Event()

    def watch() -> None:
        while not done.wait(_TICK_SECONDS):
            if (resident_mb() or 0.0) > ceiling:
                exceeded.set()
                _thread.interrupt_main(_SIGNAL if is_main else signal.SIGINT)
                return

    # Handlers can be set by the main thread alone; work on another one is not interrupted, but Python itself is.
    is_main = current_thread() is main_thread()
    handler = signal.signal(_SIGNAL, _interrupt) if is_main else None
    global _asked_mb
    before, _asked_mb = _asked_mb, ceiling
    watcher = Thread(target=watch, name="memory", daemon=True)
    watcher.start()
    message = f"stopped at the memory ceiling of {ceiling:.0f} MB (--memory); ask for fewer threads or give more"
    try:
        yield
    except (KeyboardInterrupt, MemoryError):
        if exceeded.is_set():
            raise MemoryLimitError(message) from None
        raise
    finally:
        _asked_mb = before
        done.set()
        watcher.join()
        if is_main:
            signal.signal(_SIGNAL, handler or signal.SIG_DFL)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _free_of_machine() -> float | None:
    try:
        for line in Path("/proc/meminfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) / 1e3
    except (OSError, ValueError, IndexError):
        pass
    return None


def _free_of_group() -> float | None:
    """What the control group leaves, as in a container."""
    group = Path("/sys/fs/cgroup")
    try:
        limit = (group / "memory.max").read_text(encoding="utf-8").strip()
        used = (group / "memory.current").read_text(encoding="utf-8").strip()
        return None if limit == "max" else max(0.0, (int(limit) - int(used)) / 1e6)
    except (OSError, ValueError):
        return None
