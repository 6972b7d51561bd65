"""``parley serve``: the ledger in the browser."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.exits import ExitCode
from parley.cli.judging_options import author_of
from parley.cli.options import LedgerOption, ModelOption, model_of, settings
from parley.cli.plain import plain

if TYPE_CHECKING:
    from parley.web.catalogue.maker import Tell

HostOption = Annotated[
    str,
    typer.Option(
        "--host", metavar="HOST", help="The address to listen on; others than this machine's open it to others."
    ),
]
PortOption = Annotated[int, typer.Option("--port", metavar="PORT", min=1, max=65535, help="The port to listen on.")]
EditOption = Annotated[bool, typer.Option("--edit", help="Allow judgements, and keeping documents in the ledger.")]


def serve(
    ledger: LedgerOption = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8350,
    edit: EditOption = False,
    model: ModelOption = None,
) -> None:
    """Open the ledger in the browser, until stopped with Ctrl-C.

    Nothing leaves this machine. With --edit events, people and pledges can be merged, split and rejected in the
    browser, and documents read there can be kept.
    """
    from parley.cli.figures import use_figures
    from parley.cli.output import print_line, say
    from parley.web.hosts import is_local
    from parley.web.options import ServeOptions
    from parley.web.serving import serve as serve_pages

    chosen = settings()
    options = ServeOptions(
        ledger=ledger or chosen.ledger,
        host=host,
        port=port,
        edit=edit,
        author=author_of(None) if edit else "",
        model=model_of(model),
        busy_seconds=chosen.busy_seconds,
    )
    use_figures()
    _log_to_terminal(chosen.debug)
    if not is_local(host):
        may = "read the ledger and change it" if edit else "read the ledger"
        say(f"parley: warning: whoever can reach {host} can {may}; there is no password, and nothing is encrypted")
    with _told() as tell:

        def ready() -> None:
            tell("")
            print_line(plain(f"http://{f'[{host}]' if ':' in host else host}:{port}"))
            sys.stdout.flush()

        try:
            serve_pages(options, tell, ready)
        except KeyboardInterrupt:
            # How a server is ended is nothing to speak of.
            raise typer.Exit(ExitCode.INTERRUPTED) from None


@contextmanager
def _told() -> Iterator[Tell]:
    """Shows how far the preparing is: on a terminal as it goes, elsewhere in one line. No words end it."""
    from rich.console import Console
    from rich.text import Text

    from parley.cli.output import say

    if not sys.stderr.isatty():
        say("parley: preparing the pages")
        yield lambda words: None
        return
    with Console(stderr=True).status(Text("parley: preparing the pages")) as status:
        yield lambda words: status.update(Text(f"parley: {plain(words)}")) if words else status.stop()


class _OneLine(logging.Formatter):
    """What the server has to say, as a harmless line that begins as all of the program's do."""

    def format(self, record: logging.LogRecord) -> str:
        fault = record.exc_info[1] if record.exc_info else None
        return plain(f"parley: {record.getMessage()}" + (f": {fault}" if fault else ""))


def _log_to_terminal(debug: bool) -> None:
    handler = logging.StreamHandler()
    if not debug:
        handler.setFormatter(_OneLine())
    for name, level in (("parley.web", logging.WARNING), ("uvicorn.error", logging.CRITICAL)):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)
