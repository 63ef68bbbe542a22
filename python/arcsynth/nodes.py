"""What the nodes of a cluster did, as far as the profile of a run needs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class NodeUse:
    """What a node of a cluster did: jobs, the seconds its processors were busy, and how long it was there."""

    node: str
    cpus: float
    jobs: int = 0
    busy_seconds: float = 0.0
    cpu_seconds: float = 0.0
    seconds: float = 0.0

    @property
    def lost_seconds(self) -> float:
        """Processor seconds in which it had no work under way: what waiting, sending and starting cost."""
        return max(0.0, self.cpus * self.seconds - self.busy_seconds)

    @property
    def utilisation(self) -> float:
        """The share of its processors' time that was work."""
        room = self.cpus * self.seconds
        return min(1.0, self.busy_seconds / room) if room else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Give it as `profile --json` prints it."""
        return {
            "node": self.node,
            "cpus": self.cpus,
            "jobs": self.jobs,
            "busy_seconds": self.busy_seconds,
            "cpu_seconds": self.cpu_seconds,
            "seconds": self.seconds,
            "utilisation": self.utilisation,
            "lost_seconds": self.lost_seconds,
        }
