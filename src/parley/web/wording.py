"""Words for tokens, and how templates write values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from parley.briefing.pledges import FIRMNESS_LABELS
from parley.briefing.prose import count
from parley.briefing.timeline import STATUS_LABELS
from parley.briefing.verdicts import TOKEN_LABELS, TOKEN_MARKS, TOKEN_MEANINGS

LABELS: Mapping[str, Mapping[Any, str]] = {
    "status": STATUS_LABELS,
    "firmness": FIRMNESS_LABELS,
    "verdict": TOKEN_LABELS,
    "mark": TOKEN_MARKS,
    "meaning": TOKEN_MEANINGS,
}


def changed_query(params: Any, **changes: object) -> str:
    """The query of a page with some parameters set anew or, where None, left out: for links that keep the rest."""
    kept = [(name, value) for name, value in params.multi_items() if name not in changes and value]
    kept += [(name, str(value)) for name, value in changes.items() if value is not None]
    return f"?{urlencode(kept)}" if kept else "?"


FILTERS: Mapping[str, Callable[..., Any]] = {"changed": changed_query, "counted": count}
