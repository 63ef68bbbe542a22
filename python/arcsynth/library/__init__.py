"""The library: every program worth keeping, its results per task and its lineage, in one SQLite file."""

from arcsynth.library.board import BOARD_SIZE, MEASURE, Standing
from arcsynth.library.exchange import BadLine, ImportReport
from arcsynth.library.records import (
    Birth,
    Holding,
    Kept,
    Parent,
    ParsedProgram,
    Result,
    Round,
    Run,
    Stats,
    StoredProgram,
    Tried,
)
from arcsynth.library.store import Library

__all__ = [
    "BOARD_SIZE",
    "MEASURE",
    "BadLine",
    "Birth",
    "Holding",
    "ImportReport",
    "Kept",
    "Library",
    "Parent",
    "ParsedProgram",
    "Result",
    "Round",
    "Run",
    "Standing",
    "Stats",
    "StoredProgram",
    "Tried",
]
