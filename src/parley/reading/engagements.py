"""To come."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.context import Context
from parley.records import Engagement


def read_engagements(context: Context) -> Iterable[Engagement]:
    """All engagements of the document."""
    return ()
