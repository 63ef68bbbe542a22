"""Program synthesis for ARC: breeds, searches, scores, validates and keeps programs that solve its tasks."""

from arcsynth._engine import Grid, Program, __version__
from arcsynth.errors import ArcSynthError
from arcsynth.evolve import evolve
from arcsynth.library import Library
from arcsynth.profile import Profile
from arcsynth.scoring import read_json_lines, read_programs, score
from arcsynth.solve import solve
from arcsynth.submission import Submission, grade
from arcsynth.tasks import Sample, Task, load_tasks

__all__ = [
    "ArcSynthError",
    "Grid",
    "Library",
    "Profile",
    "Program",
    "Sample",
    "Submission",
    "Task",
    "__version__",
    "evolve",
    "grade",
    "load_tasks",
    "read_json_lines",
    "read_programs",
    "score",
    "solve",
]
