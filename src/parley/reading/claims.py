"""To come."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.context import Context
from parley.records import Claim


def read_claims(context: Context) -> Iterable[Claim]:
    """All claims of the document."""
    return ()
