"""To come."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.context import Context
from parley.records import Position


def read_positions(context: Context) -> Iterable[Position]:
    """All positions of the document."""
    return ()
