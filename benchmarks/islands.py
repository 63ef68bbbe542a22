"""What the driver of a hundred islands has to do, measured on one machine: bytes moved, rows written, seconds spent.

All islands live, one after the other; what their nodes do is thus real, and so is what comes back. The driver's part,
taking the library's snapshot, sending, receiving and keeping, is timed by itself. From both follows how many islands
one driver can serve.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from arcsynth import Library, evolve, load_tasks
from arcsynth.islands import Island, Lived, World, evolve_islands


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--islands", type=int, default=100)
    parser.add_argument("--tasks", type=int, default=60)
    parser.add_argument("--candidates", type=int, default=32)
    parser.add_argument("--epoch", type=int, default=5)
    parser.add_argument("--before", type=int, default=20, help="rounds that the library has seen before")
    arguments = parser.parse_args()
    tasks = load_tasks("arc1-train")[: arguments.tasks]
    nodes: dict[str, float] = {}

    def live_all(work: Callable[[World, Island], Lived], world: World, islands: Sequence[Island]) -> list[Lived]:
        start = process_time()
        lived = [work(world, island) for island in islands]
        nodes["cpu_seconds"] = process_time() - start
        start = perf_counter()
        sent = pickle.dumps(world, protocol=5)
        received = [pickle.dumps(one, protocol=5) for one in lived]
        packed = perf_counter() - start
        nodes["world_bytes"] = len(sent)
        nodes["library_bytes"] = len(world.library)
        nodes["island_bytes"] = sum(map(len, received)) / len(received)
        start = process_time()
        for one in received:
            pickle.loads(one)
        nodes["unpack_seconds"] = process_time() - start
        nodes["pack_seconds"] = packed
        nodes["evaluations"] = sum(report.evaluations for _, reports in lived for report in reports)
        nodes["programs"] = sum(report.unique for _, reports in lived for report in reports)
        return lived

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        with Library.open(path) as library:
            evolve(tasks, library, rounds=arguments.before, candidates=arguments.candidates, seed=1)
            before, changes = rows(path), 0.0
            start, whole = process_time(), process_time()
            evolve_islands(
                tasks,
                library,
                islands=arguments.islands,
                rounds=arguments.epoch,
                epoch=arguments.epoch,
                candidates=arguments.candidates,
                runner=live_all,
            )
            whole = process_time() - start
            changes = rows(path) - before
    driver = whole - nodes["cpu_seconds"] - nodes["pack_seconds"]
    figures: dict[str, Any] = {
        "islands": arguments.islands,
        "tasks": arguments.tasks,
        "rounds_an_epoch": arguments.epoch,
        **nodes,
        "node_cpu_seconds_an_island": nodes["cpu_seconds"] / arguments.islands,
        "evaluations_a_node_cpu_second": nodes["evaluations"] / nodes["cpu_seconds"],
        "driver_cpu_seconds": driver,
        "driver_cpu_seconds_an_island": driver / arguments.islands,
        "rows_written": changes,
        "islands_a_driver_serves": nodes["cpu_seconds"] / driver,
    }
    print(json.dumps({key: round(value, 4) if isinstance(value, float) else value for key, value in figures.items()}))


def rows(path: Path) -> int:
    """The rows of all tables of a library."""
    with sqlite3.connect(path) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return sum(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)


if __name__ == "__main__":
    main()
