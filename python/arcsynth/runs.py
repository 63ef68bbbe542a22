"""Run folders: what a run was given, what it found, and where its time went."""

from __future__ import annotations

import json
import os
import platform
import resource
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from arcsynth._engine import __version__
from arcsynth.errors import RunError, UsageError
from arcsynth.profile import Profile

CONFIG = "config.json"
SUBMISSION = "submission.json"
RESULTS = "results.json"
PROFILE = "profile.json"
REPORT = "report.html"


@dataclass(frozen=True, slots=True)
class Run:
    """A run's folder."""

    path: Path

    @staticmethod
    def create(path: Path | None, *, verb: str, data: str) -> Run:
        """Make a run's folder: the given one, or a new one below `runs` named after the verb, the data and the time.

        Raises `UsageError` if the folder cannot be made or holds another run.
        """
        if path is None:
            stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
            label = "".join(c if c.isalnum() or c in "-_" else "-" for c in Path(data).stem)[:40]
            path = Path("runs") / f"{stamp}-{verb}-{label}-{os.getpid()}"
        try:
            path.mkdir(parents=True, exist_ok=True)
            holds_run = (path / CONFIG).exists()
        except OSError as error:
            raise UsageError(f"{path}: cannot make the run's folder: {error.strerror}") from error
        if holds_run:
            raise UsageError(f"{path}: holds a run already; name another folder with --run")
        return Run(path)

    def write_config(self, config: Mapping[str, Any]) -> None:
        """Write `config.json`: the call, and the versions and the machine that it ran on."""
        self._write_json(CONFIG, {**config, **environment()})

    def write_results(self, results: Mapping[str, Any]) -> None:
        """Write `results.json`."""
        self._write_json(RESULTS, results)

    def write_submission(self, text: str) -> None:
        """Write `submission.json`."""
        self.write(SUBMISSION, text)

    def write_profile(self, profile: Profile) -> None:
        """Write `profile.json`, with the spans that the trace is made of."""
        self._write_json(PROFILE, profile.to_dict(spans=True))

    def read_profile(self) -> Profile:
        """Read `profile.json`; raises `UsageError` if it is missing or damaged."""
        try:
            return Profile.from_dict(self._read_json(PROFILE))
        except ValueError as error:
            raise UsageError(f"{self.path / PROFILE}: damaged: {error}") from error

    def has_profile(self) -> bool:
        """Whether the run came to its end: the profile is what it writes last but for the page."""
        return (self.path / PROFILE).exists()

    def read_config(self, verb: str | None, names: Iterable[str]) -> dict[str, Any]:
        """Read `config.json`; raises `UsageError` if it is missing or damaged, of another verb or without a name.

        A run of any verb will do where none is given.
        """
        config = self._read_json(CONFIG)
        if not isinstance(config, dict) or verb not in (None, config.get("verb")):
            raise UsageError(f"{self.path}: expected the folder of a run of {verb or 'solve or evolve'}")
        missing = [name for name in names if name not in config]
        if missing:
            raise UsageError(f"{self.path / CONFIG}: damaged: {missing[0]!r} is missing")
        return config

    def read_results(self) -> dict[str, Any]:
        """Read `results.json`; empty if the run did not come to writing it."""
        return self._read_object(RESULTS)

    def read_submission(self) -> dict[str, Any]:
        """Read `submission.json` as it is; empty if there is none."""
        return self._read_object(SUBMISSION)

    def _read_object(self, name: str) -> dict[str, Any]:
        if not (self.path / name).exists():
            return {}
        document = self._read_json(name)
        return document if isinstance(document, dict) else {}

    def _read_json(self, name: str) -> Any:
        path = self.path / name
        try:
            return json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise UsageError(f"{path}: not found; expected the folder of a run") from error
        except OSError as error:
            raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{path}: damaged: {error}") from error

    def _write_json(self, name: str, document: Mapping[str, Any]) -> None:
        self.write(name, json.dumps(document, indent=1, default=str) + "\n")

    def write(self, name: str, text: str) -> None:
        """Write a file of the folder whole or not at all: a reader never sees half of it."""
        path = self.path / name
        draft = path.with_suffix(".draft")
        try:
            draft.write_text(text, encoding="utf-8")
            draft.replace(path)
        except OSError as error:
            raise RunError(f"{path}: cannot be written: {error.strerror}") from error


def environment() -> dict[str, Any]:
    """The versions, the machine and the time: what a figure must be read with."""
    return {
        "version": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "processor": _processor(),
        "cpus": os.cpu_count(),
        "started": datetime.now().astimezone().isoformat(timespec="seconds"),
    }


def _processor() -> str:
    """The processor's own name where the system says it."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def peak_rss_mb() -> float:
    """The largest resident memory of this process so far, in MB."""
    try:
        # What getrusage says begins with the memory of the process that started this one.
        for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1e3
    except (OSError, ValueError, IndexError):
        pass
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # macOS counts bytes, the others kilobytes.
    return peak / (1e6 if sys.platform == "darwin" else 1e3)
