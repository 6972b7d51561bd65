"""Where things are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

_PAGES = {
    "event": "/timeline/",
    "trip": "/trips/",
    "conflict": "/conflicts/",
    "pledge": "/pledges/entry/",
    "party_pledges": "/pledges/",
    "claim": "/claims/",
    "document": "/documents/",
    "person": "/people/",
}


def address_of(kind: str, item_id: str) -> str:
    """The page of a thing that has one, without a look at the thing. Raises KeyError for a kind that has none."""
    return f"{_PAGES[kind]}{quote(item_id)}"


def place_of(kind: str, whole: Mapping[str, Any]) -> str:
    """Where a thing is shown: its page, or its place on another's, from its JSON."""
    if kind == "position":
        return f"/positions/{quote(whole['party']['code'])}#{whole['id']}"
    if kind == "judgement":
        return f"/judgements#{whole['id']}"
    if kind in _PAGES:
        return address_of(kind, whole["id"])
    cited = whole["quote"]
    return f"/documents/{cited['document']}#c{cited['start']}-{cited['end']}"
