"""Many machines: searches and islands as Ray tasks. This process alone hands out work and writes what comes back.

Only here is Ray known. A task that dies with its worker or its node is done again elsewhere; what it gives depends on
nothing but what it was given, so neither the size of the cluster nor a failure changes a result.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, TypeVar

from arcsynth._engine import Found, Landed, Program, __version__
from arcsynth._engine import search as search_here
from arcsynth.errors import ClusterError, MemoryLimitError
from arcsynth.journal import from_record, to_record
from arcsynth.memory import THREAD_MB, held_under
from arcsynth.nodes import NodeUse
from arcsynth.profile import Profile
from arcsynth.tasks import Task

LOCAL = "local"
"""The address that stands for a cluster of this machine alone, started for the run and ended with it."""

RETRIES = 8
"""How often a job is done again whose worker or node has died, before the run gives up."""

IN_HAND = 2
"""How many jobs a processor has in hand: one under way and one waiting, so that it does not wait for the driver."""

STORE_BYTES = 200_000_000
"""The memory in which a local cluster keeps what is sent."""

WORKER_MB = THREAD_MB + 170
"""What a worker takes at most, in MB: a thread of the engine, and Python with Ray."""

_TICK_SECONDS = 0.1
_LOOK_SECONDS = 0.5
_MOST_TASKS = 16
_CHUNKS_A_PROCESSOR = 32

S = TypeVar("S")
J = TypeVar("J")
R = TypeVar("R")


@contextmanager
def connected(
    address: str | None, *, cpus: int, profile: Profile, ceiling: float | None = None, ends_process: bool = False
) -> Iterator[Cluster | None]:
    """Connect to a Ray cluster, or with `local` start one of this machine with so many processors.

    Without an address there is none. The workers of each node together keep below a ceiling in MB, each below its share
    of it, and there are as many as fit. `ends_process` says that an interruption ends this process with 130, so that it
    need not wait for the cluster to be taken down. Raises `ClusterError` where Ray is not installed or the cluster
    cannot be reached.
    """
    if address is None:
        yield None
        return
    # Nothing is reported to anybody, and nothing is said about processors that are no business of arcsynth.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
    except ImportError:
        raise ClusterError("--cluster needs Ray: pip install 'arcsynth[cluster]'") from None
    _require_reachable(address)
    if ceiling is not None:
        cpus = min(cpus, _fitting(ceiling))
    local = {"num_cpus": cpus, "object_store_memory": STORE_BYTES, "include_dashboard": False}
    ended = signal.getsignal(signal.SIGTERM)
    others = _descendants(os.getpid())
    with profile.phase("cluster"):
        try:
            ray.init(
                address=address,
                log_to_driver=False,
                logging_level=logging.ERROR,
                **(local if address == LOCAL else {}),
            )
        except (ConnectionError, ValueError, RuntimeError, TimeoutError) as error:
            raise ClusterError(f"--cluster {address}: cannot be reached: {' '.join(str(error).split())}") from error
        # Ray ends the process its own way; a run ends with what it found kept.
        signal.signal(signal.SIGTERM, ended)
    try:
        yield Cluster(profile, ceiling)
    except KeyboardInterrupt:
        if not ends_process:
            ray.shutdown()
            raise
        # Ray would wait for its processes, longer than a second: they are asked to end, and end when they are ready.
        for child in _descendants(os.getpid()) - others:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGTERM)
        atexit.unregister(ray.shutdown)
        atexit.register(_leave)
        raise
    except BaseException:
        ray.shutdown()
        raise
    with profile.phase("cluster"):
        ray.shutdown()


class Cluster:
    """A cluster that is connected; what its nodes do goes into the profile."""

    def __init__(self, profile: Profile, ceiling: float | None = None) -> None:
        """Use the cluster that this process is connected to, with a memory ceiling in MB for each of its nodes."""
        self._profile = profile
        self._ceiling = ceiling
        self.remark = ""
        """How many nodes there are and how busy, for the line on the screen."""

    def map(
        self,
        work: Callable[[S, J], R],
        shared: S,
        jobs: Sequence[J],
        landed: Callable[[int, R], None] | None = None,
    ) -> list[R]:
        """Give `work(shared, job)` for each job, in order; `landed` is told of each as it comes, and its number.

        `work` is a function of a module that the nodes have too. Raises `ClusterError` when a job fails, or its workers
        die again and again, and `MemoryLimitError` when a worker comes to its share of the memory ceiling.
        """
        import ray

        nodes = _Nodes()
        nodes.look()
        # Where not all workers of a node fit, each has several processors to itself.
        most = max(1, nodes.most_cpus)
        cpus = 1 if self._ceiling is None else -(-most // _fitting(self._ceiling))
        share = None if self._ceiling is None else self._ceiling / (most // cpus)
        remote = ray.remote(num_cpus=cpus, max_retries=RETRIES)(_do)
        results: dict[int, R] = {}
        pending: dict[Any, int] = {}
        waiting = iter(range(len(jobs)))
        with self._profile.phase("cluster"):
            try:
                sent = ray.put(shared)
                while len(results) < len(jobs):
                    nodes.look()
                    for number in islice(waiting, max(0, max(2, IN_HAND * nodes.cpus) - len(pending))):
                        pending[remote.remote(__version__, share, work, sent, jobs[number])] = number
                    ready, _ = ray.wait(list(pending), num_returns=1, timeout=_TICK_SECONDS)
                    for reference in ready:
                        number = pending.pop(reference)
                        result, *used = ray.get(reference)
                        nodes.add(*used)
                        results[number] = result
                        self.remark = nodes.remark()
                        if landed is not None:
                            landed(number, result)
            except ray.exceptions.RayTaskError as error:
                if isinstance(error.cause, MemoryLimitError):
                    raise MemoryLimitError(f"a worker of the cluster {error.cause}") from error
                raise ClusterError(f"a job failed: {' '.join(str(error.cause).split())}") from error
            except ray.exceptions.RayError as error:
                raise ClusterError(f"the cluster failed: {' '.join(str(error).split())[:300]}") from error
            finally:
                nodes.look(last=True)
                self._profile.cluster(nodes.uses())
        return [results[number] for number in range(len(jobs))]

    def search(
        self,
        tasks: Sequence[Task],
        *,
        library: Sequence[Sequence[Program]],
        fuel: int,
        proposals: int,
        strategies: Sequence[str] | None,
        threads: int,
        report: Callable[[list[Landed]], object] | None,
    ) -> list[Found]:
        """Search as the engine does in one process, with the same results; `threads` has no say here."""
        numbers: dict[Program, int] = {}
        chosen = [[numbers.setdefault(program, len(numbers)) for program in programs] for programs in library]
        texts = tuple(program.definition() for program in numbers)
        shared = _Searching(texts, fuel, proposals, None if strategies is None else tuple(strategies))
        size = max(1, min(_MOST_TASKS, len(tasks) // max(1, _CHUNKS_A_PROCESSOR * _cpus())))
        chunks = [range(start, min(start + size, len(tasks))) for start in range(0, len(tasks), size)]
        jobs = [[(tasks[index], chosen[index]) for index in chunk] for chunk in chunks]
        found: dict[int, Found] = {}
        started = perf_counter()

        def landed(number: int, records: str) -> None:
            news = []
            for index, record in zip(chunks[number], json.loads(records), strict=True):
                record["finished"] = perf_counter() - started
                found[index] = from_record(record, {tasks[index].id: tasks[index]})[1]
                news.append(Landed(task=index, found=found[index]))
            if report is not None:
                report(news)

        self.map(_search_tasks, shared, jobs, landed)
        return [found[index] for index in range(len(tasks))]


@dataclass(frozen=True, slots=True)
class _Searching:
    """What all searches of a run share."""

    texts: tuple[str, ...]
    """The known programs."""
    fuel: int
    proposals: int
    strategies: tuple[str, ...] | None


def _search_tasks(how: _Searching, job: Sequence[tuple[Task, Sequence[int]]]) -> str:
    """Search some tasks, each with the known programs of the given numbers; what was found, as JSON."""
    programs = _parsed(how.texts)
    tasks = [task for task, _ in job]
    found = search_here(
        tasks,
        library=[[programs[number] for number in numbers] for _, numbers in job],
        fuel=how.fuel,
        proposals=how.proposals,
        strategies=how.strategies,
        threads=1,
    )
    return json.dumps([to_record(task.id, one) for task, one in zip(tasks, found, strict=True)])


@lru_cache(maxsize=1)
def _parsed(texts: tuple[str, ...]) -> tuple[Program, ...]:
    """The programs of a run, parsed once by each worker."""
    return tuple(Program.parse(text) for text in texts)


def _do(
    version: str, ceiling: float | None, work: Callable[[S, J], R], shared: S, job: J
) -> tuple[R, str, float, float]:
    """Do a job on a node, under a memory ceiling in MB; gives its result, the node, and its seconds and CPU seconds."""
    import ray

    node = ray.get_runtime_context().get_node_id()
    if version != __version__:
        raise ClusterError(f"node {node} has arcsynth {__version__}, the run is of {version}; install the same on both")
    start, cpu = perf_counter(), process_time()
    with held_under(ceiling):
        result = work(shared, job)
    return result, node, perf_counter() - start, process_time() - cpu


class _Nodes:
    """What the nodes do while jobs are out."""

    def __init__(self) -> None:
        self._uses: dict[str, NodeUse] = {}
        self._alive: set[str] = set()
        self._looked = perf_counter() - _LOOK_SECONDS
        self._since = perf_counter()
        self.cpus = 0
        self.most_cpus = 0
        """How many processors the largest node has."""

    def look(self, *, last: bool = False) -> None:
        """See now and then which nodes are there, and for how long they have been."""
        import ray

        now = perf_counter()
        if now - self._looked < _LOOK_SECONDS and not last:
            return
        for node in self._alive:
            self._uses[node].seconds += now - self._since
        self._looked = self._since = now
        if last or not ray.is_initialized():
            return
        nodes = {node["NodeID"]: node["Resources"].get("CPU", 0.0) for node in ray.nodes() if node["Alive"]}
        self._alive = {node for node, cpus in nodes.items() if cpus}
        self.cpus = int(sum(nodes.values()))
        self.most_cpus = int(max(nodes.values(), default=0.0))
        for node in self._alive:
            self._uses.setdefault(node, NodeUse(node, nodes[node]))

    def add(self, node: str, seconds: float, cpu_seconds: float) -> None:
        """Count a job that a node has done."""
        use = self._uses.setdefault(node, NodeUse(node, 1.0))
        use.jobs += 1
        use.busy_seconds += seconds
        use.cpu_seconds += cpu_seconds

    def remark(self) -> str:
        """How many nodes there are, and how busy they have been."""
        room = sum(use.cpus * use.seconds for use in self._uses.values())
        busy = sum(use.busy_seconds for use in self._uses.values())
        return f"{len(self._alive)} nodes {min(1.0, busy / room):.0%} busy" if room else f"{len(self._alive)} nodes"

    def uses(self) -> list[NodeUse]:
        """What each node did."""
        return list(self._uses.values())


def _require_reachable(address: str) -> None:
    """Ray waits for minutes where nobody answers; whoever mistyped an address need not."""
    if address in (LOCAL, "auto"):
        return
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or "/" in host:
        raise ClusterError(f"--cluster {address:.100}: expected HOST:PORT of a Ray cluster, auto or {LOCAL}")
    try:
        socket.create_connection((host, int(port)), timeout=10).close()
    except (OSError, OverflowError) as error:
        raise ClusterError(f"--cluster {address:.100}: cannot be reached: {error}") from error


def _fitting(ceiling: float) -> int:
    """How many workers fit under a ceiling in MB; at least one."""
    return max(1, int(ceiling / WORKER_MB))


def _leave() -> None:
    """End the process without what Ray does at its end."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(130)


def _descendants(process: int) -> set[int]:
    """The processes that one has started, and theirs, where the system says it."""
    found: set[int] = set()
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, listed.read_text(encoding="utf-8").split()):
                found |= {child, *_descendants(child)}
    return found


def _cpus() -> int:
    import ray

    return int(ray.cluster_resources().get("CPU", 1))
