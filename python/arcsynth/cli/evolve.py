"""`arcsynth evolve`: the evolutionary loop on a library."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from arcsynth.cli.options import AsJson, Data, Ids, Limit, RunPath, Seed, Solutions, Threads, thread_count
from arcsynth.cli.screen import console, print_json, progress
from arcsynth.evolve import CANDIDATES
from arcsynth.evolve import evolve as run_rounds
from arcsynth.library import Library
from arcsynth.profile import Profile, profile_table
from arcsynth.runs import Run, peak_rss_mb
from arcsynth.tasks import dataset_version, load_tasks


def evolve(
    data: Data,
    tasks: Ids = None,
    rounds: Annotated[int, typer.Option(min=1, help="The number of rounds.")] = 10,
    candidates: Annotated[int, typer.Option(min=1, max=100_000, help="Programs bred a round.")] = CANDIDATES,
    library: Annotated[Path, typer.Option(help="The library's file; made if there is none.")] = Path("library.sqlite"),
    with_test: Annotated[
        bool,
        typer.Option("--with-test", help="Let test outputs enter the scores; recorded with what is kept."),
    ] = False,
    limit: Limit = None,
    solutions: Solutions = None,
    run: RunPath = None,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Breed, score, filter, inline, validate and keep programs, round after round."""
    profile = Profile()
    with profile.phase("load"):
        loaded = load_tasks(data, tasks or None, solutions=solutions)[:limit]
    with profile.phase("library"):
        opened = Library.open(library)
    with opened:
        with profile.phase("write"):
            folder = Run.create(run, verb="evolve", data=data)
            folder.write_config(
                {
                    "verb": "evolve",
                    **dataset_version(data),
                    "tasks": [task.id for task in loaded],
                    "rounds": rounds,
                    "candidates": candidates,
                    "library": str(library),
                    "with_test": with_test,
                    "seed": seed,
                    "threads": thread_count(threads),
                }
            )
        with progress("evolving", rounds) as report:
            evolution = run_rounds(
                loaded,
                opened,
                rounds=rounds,
                candidates=candidates,
                seed=seed,
                threads=thread_count(threads),
                with_test=with_test,
                profile=profile,
                report=lambda done: report(done.round),
            )
        with profile.phase("write"):
            folder.write_results({"run": evolution.run, "rounds": [asdict(part) for part in evolution.rounds]})
    profile.stop()
    folder.write_profile(profile)
    sums = {
        name: sum(getattr(part, name) for part in evolution.rounds)
        for name in ("candidates", "unique", "evaluations", "kept")
    }
    if as_json:
        print_json(
            {
                "tasks": evolution.tasks,
                "rounds": len(evolution.rounds),
                **sums,
                "tasks_solved": evolution.rounds[-1].tasks_solved,
                "wall_seconds": profile.wall_seconds,
                "cpu_seconds": profile.cpu_seconds,
                "peak_rss_mb": peak_rss_mb(),
                "run": str(folder.path),
                "library": str(library),
                "profile": profile.to_dict(),
            }
        )
        return
    out = console()
    out.print(profile_table(profile))
    per_task = profile.wall_seconds / max(len(evolution.rounds) * evolution.tasks, 1)
    out.print(
        f"{len(evolution.rounds)} rounds on {evolution.tasks} tasks: {sums['candidates']:,} programs bred, "
        f"{sums['unique']:,} new, {sums['evaluations']:,} evaluations, {sums['kept']:,} results kept; "
        f"{1000 * per_task:.2f} ms a task and round."
    )
    out.print(f"The library solves all demo samples of {evolution.rounds[-1].tasks_solved} tasks: {library}")
    out.print(f"Run folder: {folder.path}", soft_wrap=True)
