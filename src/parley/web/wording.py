"""Words for tokens, and how templates write values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from parley.briefing.pledges import FIRMNESS_LABELS
from parley.briefing.prose import capitalised, count
from parley.briefing.timeline import STATUS_LABELS
from parley.briefing.verdicts import TOKEN_LABELS, TOKEN_MARKS, TOKEN_MEANINGS
from parley.web.charts import firmness_mark, verdict_bar, year_axis, year_strip, years_span
from parley.web.text_html import text_html

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


def clipped(words: str, most: int, left: bool = False) -> str:
    """``words`` cut at a word after ``most`` characters, or with ``left`` before the last of them."""
    if len(words) <= most:
        return words
    if left:
        return "… " + words[words.find(" ", len(words) - most) + 1 :]
    return words[: max(words.rfind(" ", 0, most), 0) or most].rstrip(",;:") + " …"


def in_runs(items: Iterable[Mapping[str, Any]], path: str) -> list[list[Mapping[str, Any]]]:
    """Items in lists of neighbours that have the same value at ``path`` (``party.code``)."""

    def value(item: Mapping[str, Any]) -> Any:
        found: Any = item
        for name in path.split("."):
            found = found[name]
        return found

    return [list(run) for _, run in groupby(items, key=value)]


FILTERS: Mapping[str, Callable[..., Any]] = {
    "changed": changed_query,
    "capitalised": capitalised,
    "clipped": clipped,
    "counted": count,
    "firmness_mark": firmness_mark,
    "in_runs": in_runs,
    "text_html": text_html,
    "verdict_bar": verdict_bar,
    "year_axis": year_axis,
    "year_strip": year_strip,
    "years_span": years_span,
}
