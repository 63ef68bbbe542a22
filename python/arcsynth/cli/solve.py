"""`arcsynth solve`: search each task, write a submission, then grade it where the answers are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from arcsynth._engine import search
from arcsynth.cli.going_on import How, recorded, resumable
from arcsynth.cli.live import follow_search
from arcsynth.cli.options import (
    AsJson,
    Cluster,
    Ids,
    LibraryPath,
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
from arcsynth.journal import Journal
from arcsynth.known import KnownProgram, known_of_run, known_programs, write_known
from arcsynth.library import Library
from arcsynth.memory import held_under
from arcsynth.profile import Profile, profile_table
from arcsynth.report import write_report
from arcsynth.runs import REPORT, Run, peak_rss_mb
from arcsynth.solve import Solutions as Found
from arcsynth.solve import keep_found, results
from arcsynth.solve import solve as solve_tasks
from arcsynth.submission import ATTEMPTS, Grade, grade
from arcsynth.tasks import Task, dataset_version, load_tasks

RECORDED = ("data", "ids", "solutions", "limit", "effort", "strategies", "library", "seed", "threads")
"""What `config.json` must have for a run to go on or to be run again."""


def solve(
    data: OptionalData = None,
    tasks: Ids = None,
    effort: Annotated[float, typer.Option(min=0.001, help="Multiplies the search budget of a task.")] = 1.0,
    library: LibraryPath = None,
    strategy: Annotated[
        list[str] | None, typer.Option(help="A strategy to run; may be given several times; all if none.")
    ] = None,
    limit: Limit = None,
    solutions: Solutions = None,
    run: RunPath = None,
    resume: Annotated[Path | None, typer.Option(help="Go on with the run of this folder.")] = None,
    cluster: Cluster = None,
    memory: Memory = None,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Search each task for programs; write a run folder with submission.json; grade where answers are known.

    Without --library the programs that come with the package are tried; with it, the library's are, and what is found
    is kept in it. What is found for a task is in the run folder at once: a run that was stopped goes on with --resume.
    """
    profile = Profile()
    how = How.asked(profile, threads=threads, memory=memory, cluster=cluster, as_json=as_json)
    if resume is not None:
        folder, config = recorded(resume, "solve", RECORDED)
        if folder.has_profile():
            _say_done(folder, as_json=as_json)
            return
        with profile.phase("library"):
            known = known_of_run(folder.path) or known_programs(None)
        search_in(folder, {**config, "threads": how.threads}, known, how)
        return
    if data is None:
        raise UsageError("Missing option '--data' (or --resume with the folder of a run)")
    config = {
        "verb": "solve",
        **dataset_version(data),
        "solutions": str(solutions) if solutions else None,
        "ids": list(tasks) if tasks else None,
        "limit": limit,
        "effort": effort,
        "strategies": strategy,
        "library": str(library) if library else None,
        "seed": seed,
        "threads": how.threads,
    }
    with profile.phase("load"), held_under(how.ceiling):
        loaded = load_tasks(data, tasks or None, solutions=solutions)[:limit]
    with profile.phase("library"):
        known = known_programs(library)
    config["known_programs"] = len(known)
    folder = begin(run, config, None if library is None else known, profile)
    _search(folder, loaded, known, config, how)


def begin(run: Path | None, config: dict[str, Any], known: Sequence[KnownProgram] | None, profile: Profile) -> Run:
    """Make a run's folder with all that the run needs to go on: its config, and the known programs.

    These are None where they are the package's own.
    """
    with profile.phase("write"):
        folder = Run.create(run, verb="solve", data=config["data"])
        if config["library"]:
            with Library.open(config["library"]) as opened:
                config["run"] = opened.start_new(f"solve-{config['seed']}", config["seed"])
        if known is not None:
            write_known(folder.path, known)
        folder.write_config(config)
    return folder


def search_in(
    folder: Run,
    config: Mapping[str, Any],
    known: Sequence[KnownProgram],
    how: How,
) -> None:
    """Search what a run has not searched yet."""
    with how.profile.phase("load"), held_under(how.ceiling):
        loaded = load_tasks(config["data"], config["ids"], solutions=config["solutions"])[: config["limit"]]
    _search(folder, loaded, known, config, how)


def _search(
    folder: Run,
    tasks: Sequence[Task],
    known: Sequence[KnownProgram],
    config: Mapping[str, Any],
    how: How,
) -> None:
    journal = Journal(folder.path)
    with how.profile.phase("load"):
        done = journal.read(tasks)
    kept = dict(done)

    def what_is_kept() -> str:
        return f"what was found for {len(kept)} of {len(tasks)} tasks is kept"

    with resumable(folder, "solve", what_is_kept, how.ceiling):
        with (
            connected(
                how.cluster, cpus=config["threads"], profile=how.profile, ceiling=how.node_ceiling, ends_process=True
            ) as cluster,
            progress("solving", len(tasks)) as line,
        ):
            found = solve_tasks(
                tasks,
                library=known,
                effort=config["effort"],
                strategies=config["strategies"],
                threads=config["threads"],
                profile=how.profile,
                report=follow_search(folder, tasks, line, journal, kept, cluster),
                done=done,
                searcher=search if cluster is None else cluster.search,
            )
        submission = found.submission()
        with how.profile.phase("write"):
            folder.write_submission(submission.to_json())
        if config["library"]:
            with how.profile.phase("keep"), Library.open(config["library"]) as opened:
                keep_found(opened, tasks, found, seed=config["seed"], run=config["run"], threads=config["threads"])
        with how.profile.phase("grade"):
            graded = grade(found.found(), tasks)
            with_recalled = grade(submission, tasks)
        with how.profile.phase("write"):
            folder.write_results({**results(found, graded, with_recalled), "peak_rss_mb": peak_rss_mb()})
        with how.profile.phase("report"):
            write_report(folder, how.profile)
        how.profile.stop()
        folder.write_profile(how.profile)
        journal.remove()
    recalled = sorted(set(with_recalled.solved_tasks) - set(graded.solved_tasks))
    if how.as_json:
        print_json(_document(folder, how.profile))
    else:
        _print(found, graded, recalled, folder, how.profile)


def _say_done(folder: Run, *, as_json: bool) -> None:
    """What there is to say of a run that needs no more work."""
    if as_json:
        print_json(_document(folder, folder.read_profile()))
    else:
        console().print(f"Nothing to do: the run is done. Look: {folder.path / REPORT}", soft_wrap=True)


def _document(folder: Run, profile: Profile) -> dict[str, Any]:
    """What a run came to, from its folder."""
    results = folder.read_results()
    graded, with_recalled = results["grade"], results["grade_with_recalled"]
    return {
        **{name: graded[name] for name in ("tasks", "test_outputs", "graded_outputs", "solved_tasks")},
        "recalled_tasks": sorted(set(with_recalled["solved_tasks"]) - set(graded["solved_tasks"])),
        "fit_demo": sum(record["fits_demo"] for record in results["tasks"].values()),
        "solved_outputs": graded["solved_outputs"],
        "attempts": ATTEMPTS,
        "cpu_seconds": profile.cpu_seconds,
        "wall_seconds": profile.wall_seconds,
        "peak_rss_mb": results["peak_rss_mb"],
        "run": str(folder.path),
        "profile": profile.to_dict(),
    }


def _print(found: Found, graded: Grade, recalled: list[str], folder: Run, profile: Profile) -> None:
    out = console()
    out.print(profile_table(profile))
    fits = [solution for solution in found.tasks if solution.fits_demo]
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
