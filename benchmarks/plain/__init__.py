"""The DSL's primitives in plain Python: what `cpython.py` compares the engine with.

Grids are tuples of rows, places (row, column), cells (colour, place), patches frozensets of cells or of places. Each
function says what it means in the plainest way; sets iterate in CPython's order. `cpython.py` holds each against the
recorded calls of the DSL before it measures anything.
"""

from __future__ import annotations

from . import containers, grids, patches

NAMES = {
    name: value
    for module in (containers, patches, grids)
    for name, value in vars(module).items()
    if not name.startswith("_")
}
"""Every function and constant by its name."""
