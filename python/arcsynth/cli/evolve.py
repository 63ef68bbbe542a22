"""`arcsynth evolve`: the evolutionary loop on a library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from arcsynth.brood import CANDIDATES
from arcsynth.cli.going_on import How, recorded, resumable
from arcsynth.cli.live import follow_rounds
from arcsynth.cli.options import (
    AsJson,
    Cluster,
    Ids,
    Limit,
    Memory,
    OptionalData,
    RunPath,
    Seed,
    Solutions,
    Threads,
)
from arcsynth.cli.screen import console, print_json, progress
from arcsynth.cluster import connected
from arcsynth.errors import UsageError
from arcsynth.evolve import Evolution
from arcsynth.evolve import evolve as run_rounds
from arcsynth.islands import EPOCH, evolve_islands
from arcsynth.library import Library
from arcsynth.memory import held_under
from arcsynth.profile import Profile, profile_table
from arcsynth.report import write_report
from arcsynth.report.boards import board_records
from arcsynth.runs import REPORT, Run, peak_rss_mb
from arcsynth.tasks import Task, dataset_version, load_tasks

RECORDED = (
    "data",
    "ids",
    "solutions",
    "limit",
    "rounds",
    "candidates",
    "per_task",
    "library",
    "with_test",
    "islands",
    "epoch",
    "seed",
    "threads",
    "run",
)
"""What `config.json` must have for a run to go on or to be run again."""


def evolve(
    data: OptionalData = None,
    tasks: Ids = None,
    rounds: Annotated[int | None, typer.Option(min=1, help="The number of rounds; 10 if not given.")] = None,
    candidates: Annotated[int, typer.Option(min=1, max=100_000, help="Programs bred a round.")] = CANDIDATES,
    per_task: Annotated[
        bool, typer.Option("--per-task", help="Breed as many for each task, from its own best.")
    ] = False,
    library: Annotated[Path, typer.Option(help="The library's file; made if there is none.")] = Path("library.sqlite"),
    with_test: Annotated[
        bool,
        typer.Option("--with-test", help="Let test outputs enter the scores; recorded with what is kept."),
    ] = False,
    limit: Limit = None,
    solutions: Solutions = None,
    run: RunPath = None,
    resume: Annotated[
        Path | None, typer.Option(help="Go on with the run of this folder; --rounds and --threads may be new.")
    ] = None,
    islands: Annotated[
        int, typer.Option(min=1, max=10_000, help="Populations that evolve apart and share what they found.")
    ] = 1,
    epoch: Annotated[int, typer.Option(min=1, help="The rounds after which islands share.")] = EPOCH,
    cluster: Cluster = None,
    memory: Memory = None,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Breed, score, filter, inline, validate and keep programs, round after round."""
    how = How.asked(Profile(), threads=threads, memory=memory, cluster=cluster, as_json=as_json)
    if resume is not None:
        folder, config = recorded(resume, "evolve", RECORDED)
        if not Path(config["library"]).exists():
            raise UsageError(f"{config['library']}: the run's library is gone; bring it back, or go on from its folder")
        config = {**config, "rounds": rounds or config["rounds"], "threads": how.threads}
        run_from(config, how, folder=folder)
        return
    if data is None:
        raise UsageError("evolve: expected --data, or --resume with the folder of a run")
    config = {
        "verb": "evolve",
        **dataset_version(data),
        "solutions": str(solutions) if solutions else None,
        "ids": list(tasks) if tasks else None,
        "limit": limit,
        "rounds": rounds or 10,
        "candidates": candidates,
        "per_task": per_task,
        "library": str(library),
        "with_test": with_test,
        "islands": islands,
        "epoch": epoch,
        "seed": seed,
        "threads": how.threads,
    }
    run_from(config, how, run=run)


def run_from(
    config: dict[str, Any],
    how: How,
    *,
    folder: Run | None = None,
    run: Path | None = None,
) -> None:
    """Do the rounds that a config asks for: those that are left of the run in a folder, or a new run's."""
    with how.profile.phase("load"), held_under(how.ceiling):
        loaded = load_tasks(config["data"], config["ids"], solutions=config["solutions"])[: config["limit"]]
    with how.profile.phase("library"):
        opened = Library.open(config["library"])
    with opened:
        with how.profile.phase("write"):
            if folder is None:
                config["library_programs"] = opened.stats().programs
                folder = Run.create(run, verb="evolve", data=config["data"])
            rounds_done = folder.read_results().get("rounds", [])
        evolution = _rounds(folder, loaded, opened, config, rounds_done, how)
    if how.as_json:
        print_json(_document(evolution, how.profile, folder, config))
    else:
        _print(evolution, how.profile, folder, config)


def _rounds(
    folder: Run,
    tasks: Sequence[Task],
    library: Library,
    config: dict[str, Any],
    rounds_done: list[dict[str, Any]],
    how: How,
) -> Evolution:
    shared = {name: config[name] for name in ("islands", "epoch")}

    def begun(name: str) -> None:
        if "run" not in config:
            config["run"] = name
            folder.write_config(config)

    with resumable(folder, "evolve", lambda: "every whole round is kept", how.ceiling):
        with (
            connected(
                how.cluster, cpus=config["threads"], profile=how.profile, ceiling=how.node_ceiling, ends_process=True
            ) as cluster,
            progress("evolving", config["rounds"]) as line,
        ):
            options: dict[str, Any] = {
                **{name: config[name] for name in ("rounds", "candidates", "per_task", "seed", "with_test")},
                "run": config.get("run"),
                "profile": how.profile,
                "report": follow_rounds(folder, rounds_done, line, cluster),
                "begun": begun,
            }
            if cluster is not None:
                # A job has one processor of its node.
                evolution = evolve_islands(tasks, library, **options, **shared, threads=1, runner=cluster.map)
            elif config["islands"] > 1:
                evolution = evolve_islands(tasks, library, **options, **shared, threads=config["threads"])
            else:
                evolution = run_rounds(tasks, library, **options, threads=config["threads"])
        with how.profile.phase("write"):
            folder.write_results(
                {
                    "run": evolution.run,
                    "rounds": rounds_done,
                    "tasks": board_records(library, tasks),
                    "peak_rss_mb": peak_rss_mb(),
                }
            )
        with how.profile.phase("report"):
            write_report(folder, how.profile)
        how.profile.stop()
        folder.write_profile(how.profile)
    return evolution


def _sums(evolution: Evolution) -> dict[str, int]:
    names = ("candidates", "unique", "evaluations", "survivors", "kept")
    return {name: sum(getattr(part, name) for part in evolution.rounds) for name in names}


def _operators(evolution: Evolution) -> dict[str, dict[str, int]]:
    """What the children of each operator came to, over all rounds."""
    sums: dict[str, dict[str, int]] = {}
    for part in evolution.rounds:
        for name, report in part.operators.items():
            total = sums.setdefault(name, dict.fromkeys(asdict(report), 0))
            for key, value in asdict(report).items():
                total[key] += value
    return sums


def _document(evolution: Evolution, profile: Profile, folder: Run, config: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "tasks": evolution.tasks,
        "rounds": len(evolution.rounds),
        **_sums(evolution),
        "tasks_solved": evolution.rounds[-1].tasks_solved if evolution.rounds else None,
        "operators": _operators(evolution),
        "wall_seconds": profile.wall_seconds,
        "cpu_seconds": profile.cpu_seconds,
        "peak_rss_mb": peak_rss_mb(),
        "run": str(folder.path),
        "library": config["library"],
        "profile": profile.to_dict(),
    }


def _print(evolution: Evolution, profile: Profile, folder: Run, config: Mapping[str, Any]) -> None:
    out = console()
    if not evolution.rounds:
        out.print(f"Nothing to do: the run has all its {config['rounds']} rounds; ask for more with --rounds.")
        return
    out.print(profile_table(profile))
    out.print(_operator_table(_operators(evolution)))
    sums = _sums(evolution)
    per_task = profile.wall_seconds / max(len(evolution.rounds) * evolution.tasks, 1)
    out.print(
        f"{len(evolution.rounds)} rounds on {evolution.tasks} tasks: {sums['candidates']:,} programs bred, "
        f"{sums['unique']:,} new, {sums['evaluations']:,} evaluations, {sums['kept']:,} results kept; "
        f"{1000 * per_task:.2f} ms a task and round."
    )
    out.print(f"The library solves all demo samples of {evolution.rounds[-1].tasks_solved} tasks: {config['library']}")
    out.print(f"Look: {folder.path / REPORT}", soft_wrap=True)


def _operator_table(operators: Mapping[str, Mapping[str, int]]) -> Table:
    """Each operator's share of the children, and how many of them were new and survived."""
    table = Table(box=None, pad_edge=False)
    headings: Sequence[str] = ("operator", "bred", "share", "new", "survived")
    for heading in headings:
        table.add_column(heading, justify="left" if heading == "operator" else "right")
    every = sum(report["bred"] for report in operators.values())
    for name, report in sorted(operators.items(), key=lambda item: -item[1]["bred"]):
        share = f"{100 * report['bred'] / max(every, 1):.1f}%"
        table.add_row(name, f"{report['bred']:,}", share, f"{report['unique']:,}", f"{report['survived']:,}")
    return table
