"""To come."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.context import Context
from parley.records import Pledge


def read_pledges(context: Context) -> Iterable[Pledge]:
    """All pledges of the document."""
    return ()
