"""``parley export``: the whole ledger in its canonical form."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from parley.cli.options import LedgerOption, open_ledger
from parley.errors import UsageError

OutputOption = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Write into this file, whole or not at all.", show_default=False),
]


AllOption = Annotated[bool, typer.Option("--all", help="Also what was rejected, and judgements undone.")]


def export(output: OutputOption = None, everything: AllOption = False, ledger: LedgerOption = None) -> None:
    """Write the whole ledger in its canonical form.

    JSON Lines, sorted, without times of recording. Two ledgers that hold the same readings and judgements give the
    same bytes, in whatever order their documents came. What judgements reject is left out.
    """
    with open_ledger(ledger) as store, _opened(output) as file:
        file.writelines(f"{line}\n" for line in store.export(everything))


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        os.replace(unfinished, path)
    except OSError as error:
        raise UsageError(f"--output {path} cannot be written: {error.strerror}; name another file") from error
    finally:
        unfinished.unlink(missing_ok=True)
