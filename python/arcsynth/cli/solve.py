"""`arcsynth solve`: search each task, write a submission, then grade it where the answers are known."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from arcsynth.cli.live import follow_search
from arcsynth.cli.options import (
    AsJson,
    Data,
    Ids,
    LibraryPath,
    Limit,
    RunPath,
    Seed,
    Solutions,
    Threads,
    thread_count,
)
from arcsynth.cli.screen import console, print_json, progress
from arcsynth.library import Library
from arcsynth.profile import Profile, profile_table
from arcsynth.report import write_report
from arcsynth.runs import REPORT, Run, peak_rss_mb
from arcsynth.solve import keep_found, known_programs, results
from arcsynth.solve import solve as solve_tasks
from arcsynth.submission import ATTEMPTS, grade
from arcsynth.tasks import dataset_version, load_tasks


def solve(
    data: Data,
    tasks: Ids = None,
    effort: Annotated[float, typer.Option(min=0.001, help="Multiplies the search budget of a task.")] = 1.0,
    library: LibraryPath = None,
    strategy: Annotated[
        list[str] | None, typer.Option(help="A strategy to run; may be given several times; all if none.")
    ] = None,
    limit: Limit = None,
    solutions: Solutions = None,
    run: RunPath = None,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Search each task for programs; write a run folder with submission.json; grade where answers are known.

    Without --library the programs that come with the package are tried; with it, the library's are, and what is found
    is kept in it.
    """
    profile = Profile()
    with profile.phase("load"):
        loaded = load_tasks(data, tasks or None, solutions=solutions)[:limit]
    with profile.phase("library"):
        known = known_programs(library)
    with profile.phase("write"):
        folder = Run.create(run, verb="solve", data=data)
        folder.write_config(
            {
                "verb": "solve",
                **dataset_version(data),
                "solutions": str(solutions) if solutions else None,
                "ids": list(tasks) if tasks else None,
                "limit": limit,
                "effort": effort,
                "strategies": strategy,
                "library": str(library) if library else None,
                "known_programs": len(known),
                "seed": seed,
                "threads": thread_count(threads),
            }
        )
    with progress("solving", len(loaded)) as line:
        solutions_found = solve_tasks(
            loaded,
            library=known,
            effort=effort,
            strategies=strategy,
            threads=thread_count(threads),
            profile=profile,
            report=follow_search(folder, loaded, line),
        )
    submission = solutions_found.submission()
    with profile.phase("write"):
        folder.write_submission(submission.to_json())
    if library is not None:
        with profile.phase("keep"), Library.open(library) as opened:
            keep_found(opened, loaded, solutions_found, seed=seed, threads=thread_count(threads))
    with profile.phase("grade"):
        graded = grade(solutions_found.found(), loaded)
        with_recalled = grade(submission, loaded)
    with profile.phase("write"):
        folder.write_results({**results(solutions_found, graded, with_recalled), "peak_rss_mb": peak_rss_mb()})
    with profile.phase("report"):
        write_report(folder, profile)
    profile.stop()
    folder.write_profile(profile)
    recalled = sorted(set(with_recalled.solved_tasks) - set(graded.solved_tasks))
    fits = [solution for solution in solutions_found.tasks if solution.fits_demo]
    if as_json:
        print_json(
            {
                "tasks": graded.tasks,
                "test_outputs": graded.test_outputs,
                "graded_outputs": graded.graded_outputs,
                "fit_demo": len(fits),
                "solved_tasks": list(graded.solved_tasks),
                "recalled_tasks": list(recalled),
                "solved_outputs": graded.solved_outputs,
                "attempts": ATTEMPTS,
                "cpu_seconds": profile.cpu_seconds,
                "wall_seconds": profile.wall_seconds,
                "peak_rss_mb": peak_rss_mb(),
                "run": str(folder.path),
                "profile": profile.to_dict(),
            }
        )
        return
    out = console()
    out.print(profile_table(profile))
    strategies = Counter(solution.proposals[0].strategy for solution in fits)
    shares = ", ".join(f"{count} by {name}" for name, count in strategies.most_common())
    out.print(f"All demo samples solved: {len(fits)} of {graded.tasks} tasks{f' ({shares})' if shares else ''}.")
    if graded.graded_outputs:
        out.print(
            f"Graded at {ATTEMPTS} attempts: {len(graded.solved_tasks)} of {graded.tasks} tasks, "
            f"{graded.solved_outputs} of {graded.test_outputs} test outputs."
        )
        if graded.solved_tasks:
            out.print(f"Solved: {' '.join(graded.solved_tasks)}")
        if recalled:
            out.print(f"Not counted, recalled from the library as learned on these tasks: {' '.join(recalled)}")
    else:
        out.print("Not graded: the answers are not known.")
    out.print(
        f"{profile.wall_seconds:.1f} s, {profile.cpu_seconds:.1f} s CPU, {peak_rss_mb():.0f} MB at most. "
        f"Look: {folder.path / REPORT}",
        soft_wrap=True,
    )
