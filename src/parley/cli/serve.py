"""``parley serve``: the ledger in the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.judging_options import author_of
from parley.cli.options import LedgerOption, ModelOption, model_of, settings
from parley.cli.plain import plain
from parley.errors import UsageError

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
    from parley.web.options import ServeOptions
    from parley.web.serving import serve as serve_pages

    use_figures()
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
    say("parley: preparing the pages …")
    print_line(plain(f"http://{host}:{port}"))
    try:
        serve_pages(options)
    except OSError as error:
        raise UsageError(f"{host}:{port} cannot be listened on: {error.strerror}; choose another --port") from error
