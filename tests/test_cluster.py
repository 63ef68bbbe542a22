"""A Ray cluster gives what one machine gives, also when its workers and nodes die under way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from arcsynth import Library, Profile, load_tasks, solve
from arcsynth.cluster import Cluster, connected
from arcsynth.errors import ClusterError, MemoryLimitError
from arcsynth.evolve import evolve
from arcsynth.islands import evolve_islands
from arcsynth.known import known_programs

ray = pytest.importorskip("ray", reason="needs Ray: pip install 'arcsynth[cluster]'")
# Ray's own threads and files are no matter of these tests.
pytestmark = [pytest.mark.timeout(240), pytest.mark.filterwarnings("ignore")]

ARCSYNTH = [sys.executable, "-c", "from arcsynth.cli import main; main()"]
NODE = {"num_cpus": 1, "object_store_memory": 80_000_000, "include_dashboard": False}


@pytest.fixture
def three_nodes() -> Iterator[Any]:
    """A cluster of three nodes of one processor each, on this machine."""
    from ray.cluster_utils import Cluster

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    cluster = Cluster(initialize_head=True, head_node_args=NODE)
    for _ in range(2):
        cluster.add_node(**{key: value for key, value in NODE.items() if key != "include_dashboard"})
    yield cluster
    ray.shutdown()
    cluster.shutdown()


def contents(library: Library, folder: Path) -> bytes:
    library.export(folder / "contents.jsonl", timings=False)
    return (folder / "contents.jsonl").read_bytes()


def test_a_node_that_goes_under_way_changes_nothing(three_nodes: Any, tmp_path: Path) -> None:
    """Once in the middle of searches, and once in the middle of an epoch of islands."""
    tasks = load_tasks("arc1-train")[:30]
    alone = solve(tasks, library=known_programs(None), effort=0.5, threads=2)
    profile = Profile()
    landed: list[int] = []
    leaving = three_nodes.list_all_nodes()[2]

    def report(news: Any) -> None:
        landed.extend(one.task for one in news)
        if len(landed) >= 8 and leaving in three_nodes.list_all_nodes():
            three_nodes.remove_node(leaving, allow_graceful=False)

    with connected(three_nodes.address, cpus=1, profile=profile) as cluster:
        assert cluster is not None
        together = solve(
            tasks, library=known_programs(None), effort=0.5, profile=profile, report=report, searcher=cluster.search
        )
        assert together.submission().to_json() == alone.submission().to_json()
        assert [without_times(one) for one in together.to_records()] == [
            without_times(one) for one in alone.to_records()
        ]
        assert sorted(landed) == list(range(30))
        uses = profile.nodes
        assert len(uses) == 3
        assert len(three_nodes.list_all_nodes()) == 2
        assert sum(use.jobs for use in uses) == 30, "a job that was done twice counts once"
        assert sum(use.busy_seconds > 0 for use in uses) >= 2

        options: dict[str, Any] = {"islands": 4, "rounds": 6, "epoch": 3, "candidates": 300, "seed": 5}
        with Library.open(tmp_path / "alone.sqlite") as library:
            one = evolve_islands(tasks[:12], library, **options)
            expected = contents(library, tmp_path)
        leaving = three_nodes.add_node(num_cpus=1, object_store_memory=80_000_000)
        three_nodes.wait_for_nodes()
        timer = threading.Timer(1.5, lambda: three_nodes.remove_node(leaving, allow_graceful=False))
        timer.start()
        with Library.open(tmp_path / "together.sqlite") as library:
            many = evolve_islands(tasks[:12], library, **options, runner=cluster.map, profile=profile)
            assert contents(library, tmp_path) == expected
            assert library.check() == []
        timer.join()
        assert len(three_nodes.list_all_nodes()) == 2
        assert many == one


def without_times(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "seconds"}


def test_one_island_is_evolution_as_it_is(tmp_path: Path) -> None:
    tasks = load_tasks("arc1-train")[:6]
    kept = []
    for name in ("plain", "island"):
        with Library.open(tmp_path / name) as library:
            if name == "plain":
                evolution = evolve(tasks, library, rounds=5, seed=2)
            else:
                assert evolve_islands(tasks, library, islands=1, rounds=5, epoch=2, seed=2) == evolution
            kept.append(contents(library, tmp_path))
    assert kept[0] == kept[1]


def test_islands_that_were_stopped_go_on_to_the_same_library(tmp_path: Path) -> None:
    tasks = load_tasks("arc1-train")[:6]
    options: dict[str, Any] = {"islands": 3, "epoch": 2, "seed": 2, "candidates": 100}
    with Library.open(tmp_path / "whole") as library:
        evolve_islands(tasks, library, rounds=6, **options)
        expected = contents(library, tmp_path)
        names = {run.id: run.round for run in library.runs()}
    assert names == {"evolve-2-1": 6, "evolve-2-1.2": 6, "evolve-2-1.3": 6}
    with Library.open(tmp_path / "stopped") as library:
        begun: list[str] = []

        def stop(done: Any) -> None:
            if done.round == 4:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            evolve_islands(tasks, library, rounds=6, **options, report=stop, begun=begun.append)
        evolution = evolve_islands(tasks, library, rounds=6, **options, run=begun[0])
        assert [one.round for one in evolution.rounds] == [5, 6]
        assert contents(library, tmp_path) == expected


def call(folder: Path, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [*ARCSYNTH, *arguments, "--json"], cwd=folder, capture_output=True, text=True, check=False, timeout=200
    )
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def test_a_local_cluster_gives_what_the_machine_gives(tmp_path: Path) -> None:
    solving = ["solve", "--data", "arc1-train", "--limit", "10", "--effort", "0.2", "--run"]
    evolving = ["evolve", "--data", "arc1-train", "--limit", "6", "--rounds", "4", "--islands", "2", "--epoch", "2"]
    local = ["--cluster", "local", "--threads", "2"]
    call(tmp_path, *solving, "s1")
    printed = call(tmp_path, *solving, "s2", *local)
    first, second = (tmp_path / name / "submission.json" for name in ("s1", "s2"))
    assert first.read_bytes() == second.read_bytes()
    (node,) = printed["profile"]["cluster"]["nodes"]
    assert (node["cpus"], node["jobs"]) == (2, 10)
    assert 0 < node["utilisation"] <= 1
    assert node["busy_seconds"] + node["lost_seconds"] == pytest.approx(2 * node["seconds"], rel=0.02)
    shown = subprocess.run([*ARCSYNTH, "profile", "s2"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "lost to Ray" in " ".join(shown.stdout.split())
    kept = []
    for name, options in (("e1", []), ("e2", local)):
        call(tmp_path, *evolving, "--library", f"{name}.sqlite", "--run", name, *options)
        with Library.open(tmp_path / f"{name}.sqlite") as library:
            kept.append(contents(library, tmp_path))
    assert kept[0] == kept[1]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_a_run_on_a_cluster_at_once(tmp_path: Path, number: signal.Signals) -> None:
    solving = ["solve", "--data", "arc1-train", "--effort", "2", "--cluster", "local", "--run", "r"]
    command = subprocess.Popen([*ARCSYNTH, *solving], cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    while not (tmp_path / "r" / "found.jsonl").exists():
        assert command.poll() is None
        time.sleep(0.05)
    start = time.perf_counter()
    command.send_signal(number)
    _, errors = command.communicate(timeout=60)
    assert time.perf_counter() - start < 1.0
    assert command.returncode == 130
    assert "arcsynth solve --resume r goes on" in errors


def test_workers_that_die_are_replaced_and_jobs_that_fail_are_said(tmp_path: Path) -> None:
    # Functions of a test go to the workers as they are; those of arcsynth by their names.
    def die_once(mark: str, job: int) -> int:
        path = Path(mark) / str(job)
        if not path.exists():
            path.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return job * job

    def fail(mark: str, job: int) -> int:
        raise ValueError(f"job {job} is wrong")

    with connected("local", cpus=2, profile=Profile()) as cluster:
        assert cluster is not None
        assert cluster.map(die_once, str(tmp_path), range(3)) == [0, 1, 4]
        with pytest.raises(ClusterError, match="a job failed: job 0 is wrong"):
            cluster.map(fail, "", range(1))


def test_workers_keep_below_their_share_of_the_ceiling(tmp_path: Path) -> None:
    """Of three processors only two have workers that fit."""

    def hoard(megabytes: int, job: int) -> int:
        ballast = []
        for _ in range(megabytes):
            ballast.append(os.urandom(1_000_000))
            time.sleep(0.002)
        return len(ballast)

    profile = Profile()
    with connected("local", cpus=3, profile=profile, ceiling=800) as cluster:
        assert cluster is not None
        assert cluster.map(hoard, 20, range(2)) == [20, 20]
        assert [node.cpus for node in profile.nodes] == [2.0]
        with pytest.raises(MemoryLimitError, match="a worker of the cluster stopped at the memory ceiling of 400 MB"):
            cluster.map(hoard, 600, range(1))
        # Where one fits, it has both processors of the node.
        with pytest.raises(MemoryLimitError, match="at the memory ceiling of 370 MB"):
            Cluster(Profile(), 370).map(hoard, 600, range(1))


def test_what_is_no_cluster_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        pytest.raises(ClusterError, match=r"--cluster 127\.0\.0\.1:1: cannot be reached"),
        connected("127.0.0.1:1", cpus=1, profile=Profile()),
    ):
        pass
    monkeypatch.setitem(sys.modules, "ray", None)
    with (
        pytest.raises(ClusterError, match=r"needs Ray: pip install 'arcsynth\[cluster\]'"),
        connected("local", cpus=1, profile=Profile()),
    ):
        pass
