"""What a catalogue is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that has a page or a line of its own.

    ``content`` is the whole of it, ``brief`` what a list shows (the whole, where that is None). ``facets`` are pairs of
    a name and a value that lists are filtered by, ``words`` what a search looks through. ``first_day`` and ``last_day``
    are ISO 8601 days, None where there is no such day. ``forms`` are other shapes of it by their names, such as what a
    chart draws of it or what an export tells of it. ``holds`` are the ids of the reports that it joins, by which it is
    known again when more reports have given it another id.
    """

    kind: str
    id: str
    title: str
    content: BaseModel
    brief: BaseModel | None = None
    facets: Sequence[tuple[str, str]] = ()
    first_day: str | None = None
    last_day: str | None = None
    words: str = ""
    forms: Mapping[str, BaseModel] = field(default_factory=dict)
    holds: Sequence[str] = ()
