"""The command line: one file a verb, the same errors and exit codes for all."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

import typer
from rich.markup import escape

from arcsynth.cli.dsl import dsl
from arcsynth.cli.evolve import evolve
from arcsynth.cli.library import library_app
from arcsynth.cli.profile import profile
from arcsynth.cli.report import report
from arcsynth.cli.rerun import rerun
from arcsynth.cli.score import score
from arcsynth.cli.screen import errors_console
from arcsynth.cli.show import show
from arcsynth.cli.solve import solve
from arcsynth.errors import ArcSynthError, InputError, InterruptedRunError

INTERRUPTED = 130
"""The exit code after Ctrl-C or SIGTERM."""

app = typer.Typer(
    name="arcsynth",
    help="Program synthesis for ARC: breed, search, score, validate and keep programs that solve its tasks.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command()(solve)
app.command()(evolve)
app.command()(rerun)
app.command()(score)
app.add_typer(library_app, name="library")
app.command()(show)
app.command()(report)
app.command()(profile)
app.command()(dsl)


def _print_version(wanted: bool) -> None:
    if wanted:
        from arcsynth import __version__

        print(f"arcsynth {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Print the version."),
) -> None:
    pass


def main() -> None:
    """Run the command line and exit: 0 done, 1 the work failed, 2 the call or its input is wrong, 130 interrupted."""
    # Asked to end, as by a scheduler, a run ends as after Ctrl-C: with what it found kept.
    signal.signal(signal.SIGTERM, _interrupt)
    code = run()
    # The work is over: what comes now can no longer change how it ended.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    sys.exit(code)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def run(arguments: list[str] | None = None) -> int:
    """Run the command line on arguments; gives the exit code."""
    try:
        code = typer.main.get_command(app).main(arguments, prog_name="arcsynth", standalone_mode=False)
        sys.stdout.flush()
    except typer.Abort:
        return _fail("interrupted", INTERRUPTED)
    except typer.exceptions.TyperException as error:
        message = error.format_message()
        # Without arguments the help has been printed, and there is nothing to add.
        return _fail(f"{message} (arcsynth --help lists what there is)", 2) if message else 2
    except InputError as error:
        return _fail(str(error), 2)
    except InterruptedRunError as interruption:
        return _fail(str(interruption), INTERRUPTED)
    except ArcSynthError as error:
        return _fail(str(error), 1)
    except KeyboardInterrupt:
        return _fail("interrupted", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the output has enough.
        _give_up_output()
        return 1
    except OSError as error:
        _give_up_output()
        return _fail(f"{error.filename or 'the output'}: {error.strerror}", 1)
    if code == INTERRUPTED:
        return _fail("interrupted", INTERRUPTED)
    return code if isinstance(code, int) else 0


def _give_up_output() -> None:
    """Keep the interpreter from flushing into what cannot be written when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str, code: int) -> int:
    line = " ".join(message.split())
    errors_console().print(f"arcsynth: {escape(line)}", style="none", soft_wrap=True, highlight=False)
    return code
