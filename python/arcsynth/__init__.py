"""Program synthesis for ARC: breeds, searches, scores, validates and keeps programs that solve its tasks."""

from arcsynth._engine import Batch, Grid, Program, __version__
from arcsynth.errors import (
    ArcSynthError,
    ClusterError,
    EvaluationError,
    GridError,
    InputError,
    InterruptedRunError,
    LibraryError,
    LibraryInputError,
    MemoryLimitError,
    ProgramError,
    RunError,
    TaskError,
    UsageError,
)
from arcsynth.evolve import Evolution, evolve
from arcsynth.known import KnownProgram, known_programs
from arcsynth.library import Library
from arcsynth.profile import Profile
from arcsynth.scoring import Scores, read_json_lines, read_programs, score
from arcsynth.solve import Solutions, solve
from arcsynth.submission import Grade, Submission, grade
from arcsynth.tasks import Sample, Task, load_tasks

__all__ = [
    "ArcSynthError",
    "Batch",
    "ClusterError",
    "EvaluationError",
    "Evolution",
    "Grade",
    "Grid",
    "GridError",
    "InputError",
    "InterruptedRunError",
    "KnownProgram",
    "Library",
    "LibraryError",
    "LibraryInputError",
    "MemoryLimitError",
    "Profile",
    "Program",
    "ProgramError",
    "RunError",
    "Sample",
    "Scores",
    "Solutions",
    "Submission",
    "Task",
    "TaskError",
    "UsageError",
    "__version__",
    "evolve",
    "grade",
    "known_programs",
    "load_tasks",
    "read_json_lines",
    "read_programs",
    "score",
    "solve",
]
