"""To come."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.context import Context
from parley.records import Statement


def read_statements(context: Context) -> Iterable[Statement]:
    """All statements of the document."""
    return ()
