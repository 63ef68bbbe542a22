"""Families of tasks by concept; importing the package registers them all."""

from families import (  # noqa: F401
    beams,
    chains,
    conditions,
    contexts,
    copies,
    counts,
    fills,
    fitting,
    interplay,
    lines,
    minis,
    motions,
    objects,
    outcomes,
    panes,
    places,
    pointing,
    rays,
    relating,
    repeats,
    small,
    stamping,
    symmetries,
)
from families.making import FAMILIES, Family

__all__ = ["FAMILIES", "Family"]
