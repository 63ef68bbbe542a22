"""Where the time of a run went: nested phases with wall and CPU time apart, as a table and as a trace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter_ns, process_time_ns
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from arcsynth.nodes import NodeUse

if TYPE_CHECKING:
    from rich.table import Table

PHASES: Final[Mapping[str, str]] = {
    "load": "read the tasks and open the library",
    "round": "one turn of the evolutionary loop",
    "task": "everything done for one task",
    "parents": "draw parents from the library",
    "breed": "make well-typed candidates",
    "batch": "merge programs into one DAG",
    "score": "evaluate the DAG on every sample",
    "measure": "difference measures, iz and zo",
    "filter": "drop the known and the too weak",
    "inline": "canonical nested form and id",
    "validate": "run each survivor alone",
    "keep": "best 32 a task into the library",
    "library": "read from the library",
    "search": "enumerate and transform programs",
    "rank": "order programs, choose attempts",
    "grade": "compare attempts with the answers",
    "cluster": "send work out, wait for it",
    "report": "draw the run's page",
    "write": "write the run folder",
}
"""Every phase there is, and what it does. Another name cannot be timed, so names stay the design's."""

MAX_SPANS: Final = 100_000
"""How many single spans a profile holds for its trace unless told otherwise."""

_ROOT: Final = "total"


class _Node:
    """The totals of one phase under one chain of parents."""

    __slots__ = ("calls", "children", "cpu", "cpu_start", "index", "name", "parent", "start", "wall")

    def __init__(self, name: str, parent: _Node | None, index: int) -> None:
        self.name = name
        self.parent = parent
        self.index = index
        self.children: dict[str, _Node] = {}
        self.calls = 0
        self.wall = 0
        self.cpu = 0
        self.start = 0
        self.cpu_start = 0

    @property
    def path(self) -> str:
        above = self.parent
        return self.name if above is None or above.parent is None else f"{above.path}/{self.name}"

    def is_within(self, name: str) -> bool:
        above = self.parent
        return above is not None and (above.name == name or above.is_within(name))


class _Phase:
    """What `Profile.phase` hands out. It holds no times itself, so one phase may be entered within itself."""

    __slots__ = ("_name", "_profile")

    def __init__(self, profile: Profile, name: str) -> None:
        self._profile = profile
        self._name = name

    def __enter__(self) -> None:
        profile = self._profile
        node = profile._current.children.get(self._name) or profile._child(self._name)
        profile._current = node
        # Wall is read on the outside: then reading the CPU clock is a part of the phase, not a gap.
        node.start = perf_counter_ns()
        node.cpu_start = process_time_ns()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        cpu = process_time_ns()
        end = perf_counter_ns()
        profile = self._profile
        node = profile._current
        if node.name != self._name:
            # A generator abandoned inside a phase leaves its own phases open: they end with the outer one.
            # When the generator is collected at last, nothing is left to end; nor is it after `stop`.
            if not node.is_within(self._name):
                return
            while node.name != self._name:
                profile._close(node, end, cpu)
                node = profile._current
        profile._close(node, end, cpu)


@dataclass(frozen=True, slots=True)
class Row:
    """One phase under one chain of parents: seconds of wall and of CPU, all threads, and calls."""

    path: str
    name: str
    parent: str | None
    depth: int
    calls: int
    wall_seconds: float
    cpu_seconds: float
    unaccounted_seconds: float

    def to_dict(self) -> dict[str, Any]:
        """Give the row as `profile --json` prints it."""
        return {
            "name": self.name,
            "parent": self.parent,
            "path": self.path,
            "calls": self.calls,
            "wall_seconds": self.wall_seconds,
            "cpu_seconds": self.cpu_seconds,
            "unaccounted_seconds": self.unaccounted_seconds,
        }


class Profile:
    """Time the phases of a run, from the moment it is made until `stop`.

    Phases nest, and one name under two parents is two rows. Wall time is the clock's; CPU time is that of the
    whole process, summed over its threads, so on two busy cores it is twice the wall time. One thread enters
    phases: the one that drives the run. The engine's threads are seen through the process's CPU time.
    `max_spans` bounds how many single spans are held for the trace; the totals go on counting beyond it.

    >>> profile = Profile()
    >>> with profile.phase("round"), profile.phase("score"):
    ...     pass
    >>> [(row.name, row.parent, row.calls) for row in profile.rows()]
    [('round', None, 1), ('score', 'round', 1)]
    """

    def __init__(self, *, max_spans: int = MAX_SPANS) -> None:
        """Start the clock."""
        self._max_spans = max_spans
        self._spans: list[tuple[int, int, int, int]] = []
        self._spans_dropped = 0
        self._busy: list[float] = []
        self._workers_wall = 0.0
        self._cluster: dict[str, NodeUse] = {}
        self._stopped = False
        self._root = _Node(_ROOT, None, 0)
        self._nodes = [self._root]
        self._phases = {name: _Phase(self, name) for name in PHASES}
        self._current = self._root
        self._root.cpu_start = process_time_ns()
        self._root.start = perf_counter_ns()

    def phase(self, name: str) -> _Phase:
        """Give the context manager that times a phase.

        A name that is not in `PHASES` is a ValueError, a profile that has been stopped a RuntimeError.
        """
        try:
            return self._phases[name]
        except KeyError:
            if name in PHASES:
                raise RuntimeError(f"phase {name!r} comes after the profile was stopped") from None
            raise _unknown(name) from None

    def record(self, name: str, wall_seconds: float, cpu_seconds: float, *, calls: int = 1) -> None:
        """Add to a phase under the present one what was measured elsewhere, as the engine does in a call.

        It gives no span, because when it ran is not known. The errors are those of `phase`.
        """
        self.phase(name)
        node = self._child(name)
        node.calls += calls
        node.wall += round(wall_seconds * 1e9)
        node.cpu += round(cpu_seconds * 1e9)

    def workers(self, busy_seconds: Sequence[float], wall: float) -> None:
        """Add one parallel pass: the seconds that each worker was busy, and the wall seconds it took."""
        if len(busy_seconds) > len(self._busy):
            self._busy.extend([0.0] * (len(busy_seconds) - len(self._busy)))
        for worker, busy in enumerate(busy_seconds):
            self._busy[worker] += busy
        self._workers_wall += wall

    def cluster(self, nodes: Sequence[NodeUse]) -> None:
        """Add what the nodes of a cluster did; their CPU time counts to the run's."""
        for use in nodes:
            held = self._cluster.setdefault(use.node, NodeUse(use.node, use.cpus))
            held.jobs += use.jobs
            held.busy_seconds += use.busy_seconds
            held.cpu_seconds += use.cpu_seconds
            held.seconds += use.seconds

    def stop(self) -> None:
        """End the run: phases still open end here, later ones are errors; a second call does nothing."""
        if self._stopped:
            return
        end, cpu = perf_counter_ns(), process_time_ns()
        while self._current is not self._root:
            self._close(self._current, end, cpu)
        self._root.wall, self._root.cpu = end - self._root.start, cpu - self._root.cpu_start
        self._stopped = True
        self._phases = {}

    @property
    def wall_seconds(self) -> float:
        """Wall seconds from the start to now, or to `stop`."""
        return self._measured()[0][0] / 1e9

    @property
    def cpu_seconds(self) -> float:
        """CPU seconds of the process, all threads, and of a cluster, from the start to now, or to `stop`."""
        return self._measured()[0][1] / 1e9 + self._cluster_cpu

    @property
    def nodes(self) -> tuple[NodeUse, ...]:
        """What each node of a cluster did; none without one."""
        return tuple(self._cluster.values())

    @property
    def unaccounted_seconds(self) -> float:
        """Wall seconds in which no phase at all was open."""
        return self._uncovered(self._root, self._measured()) / 1e9

    def rows(self) -> list[Row]:
        """Give every phase, parents before children, in the order they first ran; open ones up to now."""
        return self._rows(self._measured())

    def to_dict(self, *, spans: bool = False) -> dict[str, Any]:
        """Give the profile as JSON data, as `profile --json` prints it; with spans, enough for the trace."""
        times = self._measured()
        wall, cpu = times[0]
        data: dict[str, Any] = {
            "rows": [row.to_dict() for row in self._rows(times)],
            "unaccounted_fraction": self._uncovered(self._root, times) / wall if wall else 0.0,
            "wall_seconds": wall / 1e9,
            "cpu_seconds": cpu / 1e9 + self._cluster_cpu,
            "workers": [
                {
                    "worker": worker,
                    "busy_seconds": busy,
                    "utilisation": busy / self._workers_wall if self._workers_wall else 0.0,
                }
                for worker, busy in enumerate(self._busy)
            ],
            "workers_wall_seconds": self._workers_wall,
            "spans_dropped": self._spans_dropped,
        }
        if self._cluster:
            uses = self._cluster.values()
            data["cluster"] = {
                "nodes": [use.to_dict() for use in uses],
                "busy_seconds": sum(use.busy_seconds for use in uses),
                "lost_seconds": sum(use.lost_seconds for use in uses),
            }
        if spans:
            order = {node.index: place for place, (node, _) in enumerate(_walk(self._root, 0))}
            # Nanoseconds: row, start since the run began, wall, CPU.
            data["spans"] = [[order[index], start, took, used] for index, start, took, used in self._spans]
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Profile:
        """Read back what `to_dict` gave, as a stopped profile; data of another shape is a ValueError."""
        profile = cls()
        try:
            by_path: dict[str, _Node] = {}
            placed: list[_Node] = []
            for row in data["rows"]:
                path, name = str(row["path"]), str(row["name"])
                above = path.rpartition("/")[0]
                profile._current = by_path[above] if above else profile._root
                node = profile._child(name)
                node.calls = int(row["calls"])
                node.wall, node.cpu = _nanoseconds(row["wall_seconds"]), _nanoseconds(row["cpu_seconds"])
                by_path[path] = node
                placed.append(node)
            profile._current = profile._root
            profile._root.wall = _nanoseconds(data["wall_seconds"])
            profile.cluster(
                [
                    NodeUse(
                        str(use["node"]),
                        float(use["cpus"]),
                        int(use["jobs"]),
                        float(use["busy_seconds"]),
                        float(use["cpu_seconds"]),
                        float(use["seconds"]),
                    )
                    for use in data.get("cluster", {"nodes": ()})["nodes"]
                ]
            )
            profile._root.cpu = _nanoseconds(float(data["cpu_seconds"]) - profile._cluster_cpu)
            profile._root.start = 0
            profile._busy = [float(worker["busy_seconds"]) for worker in data["workers"]]
            profile._workers_wall = float(data["workers_wall_seconds"])
            profile._spans_dropped = int(data["spans_dropped"])
            profile._spans = [
                (placed[int(place)].index, int(start), int(took), int(used))
                for place, start, took, used in data.get("spans", ())
            ]
        except (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError) as error:
            raise ValueError(f"not the data of a profile: {type(error).__name__}: {error}") from error
        profile._stopped = True
        profile._phases = {}
        return profile

    def to_trace(self) -> dict[str, Any]:
        """Give the spans as a trace for ui.perfetto.dev and chrome://tracing: JSON data, times in µs."""
        wall, cpu = self._measured()[0]
        events: list[dict[str, Any]] = [
            {"name": "process_name", "ph": "M", "pid": 1, "tid": 1, "args": {"name": "arcsynth"}},
            {"name": "thread_name", "ph": "M", "pid": 1, "tid": 1, "args": {"name": "phases"}},
            _event(_ROOT, 0, wall, cpu),
        ]
        events += [_event(self._nodes[index].name, *times) for index, *times in self._spans]
        return {
            "traceEvents": events,
            "displayTimeUnit": "ms",
            "otherData": {"spans": len(self._spans), "spans_dropped": self._spans_dropped},
        }

    @property
    def _cluster_cpu(self) -> float:
        return sum(use.cpu_seconds for use in self._cluster.values())

    def _child(self, name: str) -> _Node:
        """Give the node of that name under the present one, made when it is the first."""
        parent = self._current
        node = parent.children.get(name)
        if node is None:
            node = parent.children[name] = _Node(name, parent, len(self._nodes))
            self._nodes.append(node)
        return node

    def _close(self, node: _Node, end: int, cpu: int) -> None:
        """End a phase: add its times to its node and go back to its parent."""
        parent = node.parent
        assert parent is not None, "the whole run is ended by stop alone"
        took = end - node.start
        used = cpu - node.cpu_start
        node.calls += 1
        node.wall += took
        node.cpu += used
        self._current = parent
        if len(self._spans) < self._max_spans:
            self._spans.append((node.index, node.start - self._root.start, took, used))
        else:
            self._spans_dropped += 1

    def _measured(self) -> list[tuple[int, int]]:
        """Nanoseconds of wall and CPU of every node, by its index, those still open counted up to now."""
        times = [(node.wall, node.cpu) for node in self._nodes]
        if not self._stopped:
            now, cpu = perf_counter_ns(), process_time_ns()
            node: _Node | None = self._current
            while node is not None:
                times[node.index] = (node.wall + now - node.start, node.cpu + cpu - node.cpu_start)
                node = node.parent
        return times

    def _uncovered(self, node: _Node, times: list[tuple[int, int]]) -> int:
        """Nanoseconds of a node in which no child ran; not below 0, though `record` may add parallel time."""
        return max(0, times[node.index][0] - sum(times[child.index][0] for child in node.children.values()))

    def _rows(self, times: list[tuple[int, int]]) -> list[Row]:
        return [
            Row(
                path=node.path,
                name=node.name,
                parent=None if node.parent is None or node.parent is self._root else node.parent.name,
                depth=depth,
                calls=node.calls,
                wall_seconds=times[node.index][0] / 1e9,
                cpu_seconds=times[node.index][1] / 1e9,
                unaccounted_seconds=self._uncovered(node, times) / 1e9,
            )
            for node, depth in _walk(self._root, 0)
        ]


def profile_table(profile: Profile) -> Table:
    """Give the profile as a rich table that fits 80 columns and needs no colour.

    Shares are of the run's wall time. Children stand indented under their parent and are part of its time.
    The rows of the first level and `unaccounted` add up to `total`.
    """
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE, pad_edge=False)
    table.add_column("component", no_wrap=True)
    for heading in ("calls", "wall", "share", "CPU"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("what it does", overflow="fold")
    data = profile.to_dict()
    wall = data["wall_seconds"]

    def share(seconds: float) -> str:
        return f"{seconds / wall:.1%}" if wall else "-"

    for row in profile.rows():
        table.add_row(
            "  " * row.depth + row.name,
            f"{row.calls:,}",
            _seconds(row.wall_seconds),
            share(row.wall_seconds),
            _seconds(row.cpu_seconds),
            PHASES.get(row.name, ""),
        )
    if profile.nodes:
        table.add_section()
    for use in profile.nodes:
        table.add_row(
            f"node {use.node[:6]}",
            f"{use.jobs:,}",
            _seconds(use.seconds),
            f"{use.utilisation:.1%}",
            _seconds(use.cpu_seconds),
            f"{use.cpus:.0f} CPU; {_seconds(use.lost_seconds)} lost to Ray",
        )
    table.add_section()
    lost = data["unaccounted_fraction"] * wall
    table.add_row("unaccounted", "", _seconds(lost), share(lost), "", "outside every phase")
    table.add_row("total", "", _seconds(wall), share(wall), _seconds(data["cpu_seconds"]), _workers_line(data))
    return table


def _workers_line(data: Mapping[str, Any]) -> str:
    workers = data["workers"]
    if not workers:
        return "the whole run"
    shares = sorted(worker["utilisation"] for worker in workers)
    if len(shares) > 4:
        return f"{len(shares)} workers, {shares[0]:.0%} to {shares[-1]:.0%} busy"
    return f"workers {', '.join(format(worker['utilisation'], '.0%') for worker in workers)} busy"


def _walk(node: _Node, depth: int) -> Iterator[tuple[_Node, int]]:
    for child in node.children.values():
        yield child, depth
        yield from _walk(child, depth + 1)


def _event(name: str, start: int, took: int, used: int) -> dict[str, Any]:
    return {
        "name": name,
        "cat": "phase",
        "ph": "X",
        "ts": start / 1e3,
        "dur": took / 1e3,
        "pid": 1,
        "tid": 1,
        "args": {"cpu_ms": used / 1e6},
    }


def _nanoseconds(seconds: Any) -> int:
    return round(float(seconds) * 1e9)


def _seconds(seconds: float) -> str:
    """Seconds in at most eight characters, the unit said."""
    if seconds >= 1000:
        return f"{seconds:,.0f} s"
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1e3:.2f} ms"


def _unknown(name: str) -> ValueError:
    return ValueError(f"unknown phase {name!r}; the phases are {', '.join(PHASES)} (arcsynth.profile.PHASES)")
