"""A sign of life on a terminal; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from rich.console import Console
from rich.text import Text

from parley.cli.plain import plain
from parley.workflow import Progress


@contextmanager
def shown_progress(activity: str) -> Iterator[Progress]:
    """Show how many documents are done, and the last of them, on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda source: None
        return
    done = count(1)
    with Console(stderr=True).status(Text(activity)) as status:
        yield lambda source: status.update(Text(f"{activity}: {next(done)} done, {plain(source)}"))
