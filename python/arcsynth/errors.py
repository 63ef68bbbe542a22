"""The exceptions that arcsynth raises: one base, named children."""


class ArcSynthError(Exception):
    """What went wrong, in one line: what, where, and what to do."""


class InputError(ArcSynthError):
    """What the caller gave is wrong: the command line ends with exit code 2."""


class UsageError(InputError):
    """A call asks for what cannot be done."""


class TaskError(InputError):
    """A task or a file of tasks is not what it should be; names file, task and place."""


class GridError(InputError, ValueError):
    """Rows are no grid; names row and column."""


class ProgramError(InputError):
    """A program cannot be read; names line and column, what was found and what was expected."""


class EvaluationError(ArcSynthError):
    """A program failed on its input."""


class LibraryError(ArcSynthError):
    """A library cannot be read or written."""


class LibraryInputError(LibraryError, InputError):
    """What was given as a library or a file to exchange, or asked of a library, is not there or not right."""


class InterruptedRunError(ArcSynthError):
    """The work was interrupted; says what is kept and how to go on. The command line ends with exit code 130."""


class MemoryLimitError(ArcSynthError):
    """The process came to its memory ceiling; says what is kept and how to go on."""


class ClusterError(ArcSynthError):
    """A cluster cannot be reached, or its work failed for good."""


class RunError(ArcSynthError):
    """A run's folder cannot be made, read or written."""
