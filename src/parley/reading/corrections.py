"""To come."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.context import Context
from parley.records import Correction


def read_corrections(context: Context) -> Iterable[Correction]:
    """All corrections of the document."""
    return ()
