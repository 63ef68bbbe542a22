"""Throughput on a Ray cluster of one and of two single-core nodes on this machine, for `solve` and for `evolve`.

Nodes that share a machine share its caches and its memory, and the driver and Ray take processor time from them: on a
machine of two cores, two nodes and the driver want more than there is. Printed beside the wall time is therefore what
the nodes themselves were busy with, and what of their time was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from arcsynth import Library, Profile, load_tasks, solve
from arcsynth.cluster import Cluster, connected
from arcsynth.islands import evolve_islands
from arcsynth.known import known_programs

NODE = {"num_cpus": 1, "object_store_memory": 100_000_000}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=120)
    parser.add_argument("--effort", type=float, default=0.5)
    parser.add_argument("--islands", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--nodes", type=int, nargs="*", default=[1, 2])
    arguments = parser.parse_args()
    tasks = load_tasks("arc1-train")[: arguments.tasks]
    submissions, libraries = set(), set()

    def search(cluster: Cluster, profile: Profile, folder: Path) -> tuple[int, str]:
        found = solve(
            tasks, library=known_programs(None), effort=arguments.effort, profile=profile, searcher=cluster.search
        )
        submissions.add(found.submission().to_json())
        return len(tasks), "tasks"

    def evolve(cluster: Cluster, profile: Profile, folder: Path) -> tuple[int, str]:
        with Library.open(folder / "library.sqlite") as library:
            done = evolve_islands(
                tasks,
                library,
                islands=arguments.islands,
                rounds=arguments.rounds,
                epoch=10,
                candidates=64,
                runner=cluster.map,
                profile=profile,
            )
            library.export(folder / "contents.jsonl", timings=False)
        libraries.add((folder / "contents.jsonl").read_bytes())
        return sum(one.evaluations for one in done.rounds), "evaluations"

    rows = [measure(nodes, work) for work in (search, evolve) for nodes in arguments.nodes]
    for row in rows:
        first = next(one for one in rows if one["what"] == row["what"])
        row["speed_up"] = row["a_second"] / first["a_second"]
        # With a processor for each node, what counts is the work of a CPU second and the share of time that it is busy.
        rate, rate_of_first = (one["nodes"] * one["a_cpu_second"] * one["busy_share"] for one in (row, first))
        row["speed_up_with_own_processors"] = rate / rate_of_first
        print(json.dumps({key: round(value, 3) if isinstance(value, float) else value for key, value in row.items()}))
    print(json.dumps({"same_submission": len(submissions) == 1, "same_library": len(libraries) == 1}))


def measure(nodes: int, work: Callable[[Cluster, Profile, Path], tuple[int, str]]) -> dict[str, Any]:
    """Run some work on a cluster of nodes, once to start the workers and once to measure."""
    import ray
    from ray.cluster_utils import Cluster as Nodes

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    machine = Nodes(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    for _ in range(nodes):
        machine.add_node(**NODE)
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            connected(machine.address, cpus=1, profile=Profile()) as cluster,
        ):
            assert cluster is not None
            cluster.map(_warm, 0, range(2 * nodes))
            profile = Profile()
            cluster = Cluster(profile)
            start = perf_counter()
            count, what = work(cluster, profile, Path(folder))
            seconds = perf_counter() - start
            profile.stop()
    finally:
        ray.shutdown()
        machine.shutdown()
    busy = sum(use.busy_seconds for use in profile.nodes)
    cpu = sum(use.cpu_seconds for use in profile.nodes)
    return {
        "what": what,
        "nodes": nodes,
        "count": count,
        "seconds": seconds,
        "a_second": count / seconds,
        "a_cpu_second": count / cpu,
        "cpu_share_of_busy": cpu / busy,
        "busy_share": busy / sum(use.cpus * use.seconds for use in profile.nodes),
        "utilisation": [round(use.utilisation, 3) for use in profile.nodes],
        "lost_seconds": sum(use.lost_seconds for use in profile.nodes),
    }


def _warm(shared: int, job: int) -> int:
    """Start a worker, with everything imported."""
    return shared


if __name__ == "__main__":
    main()
