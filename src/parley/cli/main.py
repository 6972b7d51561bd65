"""The program: its commands, and how every error becomes one line and an exit code."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from parley.cli.brief import brief
from parley.cli.changes import changes
from parley.cli.check import check
from parley.cli.claims import claims
from parley.cli.climate import climate
from parley.cli.corrections import corrections
from parley.cli.data import data
from parley.cli.documents import documents
from parley.cli.exits import IN_WORDS, ExitCode, exit_code_of
from parley.cli.export import export
from parley.cli.judgements import judgements
from parley.cli.merge import merge
from parley.cli.note import note
from parley.cli.options import settings
from parley.cli.outlook import outlook
from parley.cli.people import people
from parley.cli.plain import plain
from parley.cli.pledges import pledges
from parley.cli.positions import positions
from parley.cli.read import read
from parley.cli.reject import reject
from parley.cli.search import search
from parley.cli.serve import serve
from parley.cli.show import show
from parley.cli.split import split
from parley.cli.statements import statements
from parley.cli.timeline import timeline
from parley.cli.undo import undo
from parley.cli.why import why
from parley.errors import ParleyError, UsageError
from parley.version import __version__


class Program(TyperGroup):
    """The group of all commands; ends every run with an exit code of ``exits.py`` and at most one line of error."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra) or ExitCode.GOOD
        except typer.TyperException as error:
            code = _complain(_usage_words(error), ExitCode.USAGE)
        except typer.Abort:
            code = ExitCode.INTERRUPTED
        if standalone_mode:
            sys.exit(code)
        return code

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except ParleyError as error:
            raise typer.Exit(_complain(str(error), exit_code_of(error))) from error
        except BrokenPipeError:
            # Whoever read our output has had enough, which is no error. What is left in the buffer goes nowhere.
            with contextlib.suppress(io.UnsupportedOperation):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(ExitCode.GOOD) from None
        except KeyboardInterrupt:
            words = "interrupted; what was read until now is kept, and reading goes on there next time"
            raise typer.Exit(_complain(words, ExitCode.INTERRUPTED)) from None
        except (typer.TyperException, typer.Exit, typer.Abort):
            raise
        except Exception as error:
            if _debugging():
                raise
            words = f"a fault in Parley itself ({type(error).__name__}: {error}); set PARLEY_DEBUG=1 to see where"
            raise typer.Exit(_complain(words, ExitCode.FAULT)) from error
        return result


app = typer.Typer(
    name="parley",
    cls=Program,
    help="Turn articles on climate diplomacy into a sourced ledger, and the ledger into a briefing.",
    epilog=IN_WORDS,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (
    *(brief, read, check, timeline, pledges, claims, statements, positions, corrections, changes, people, documents),
    *(show, search, export, serve),
    *(why, merge, split, reject, note, undo, judgements),
):
    app.command()(command)
app.add_typer(climate)
app.add_typer(data)
app.add_typer(outlook)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"parley {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def overview(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Turn articles on climate diplomacy into a sourced ledger, and the ledger into a briefing."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """Run the program; its output is UTF-8 wherever it runs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="parley")


def _debugging() -> bool:
    try:
        return settings().debug
    except UsageError:
        return False


def _usage_words(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"{error.format_message().rstrip('.')}; see: {context.command_path if context else 'parley'} --help"


def _complain(words: str, code: ExitCode) -> ExitCode:
    sys.stderr.write(f"parley: {plain(words)}\n")
    return code
