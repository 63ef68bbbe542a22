"""Families of tasks by concept; importing the package registers them all."""

from families import copies, counts, lines, motions, objects, panes, places, symmetries  # noqa: F401
from families.making import FAMILIES, Family

__all__ = ["FAMILIES", "Family"]
