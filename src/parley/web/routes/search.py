"""``/search``: everything that holds some words."""

from __future__ import annotations

import json
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from parley.errors import UsageError
from parley.web.addresses import place_of
from parley.web.answering import answer, page, wants_json
from parley.web.catalogue.catalogue import Catalogue, Match
from parley.web.listing import FromCatalogue, Paged
from parley.web.models.common import Facet
from parley.web.models.search import Mark, SearchHit, SearchPage

router = APIRouter(tags=["search"])
KINDS = {
    "event": ("Event", "Events"),
    "trip": ("Trip", "Trips"),
    "pledge": ("Pledge", "Pledges"),
    "claim": ("Claim", "Claims"),
    "conflict": ("Dispute", "Disputes"),
    "position": ("Position", "Positions"),
    "statement": ("Statement", "Statements"),
    "person": ("Person", "People"),
    "correction": ("Correction", "Corrections"),
    "document": ("Document", "Documents"),
    "judgement": ("Judgement", "Judgements"),
}
"""What can be found, in the order of the page."""
_Kind = Literal[
    "event",
    "trip",
    "pledge",
    "claim",
    "conflict",
    "position",
    "statement",
    "person",
    "correction",
    "document",
    "judgement",
]


class SearchFilter(Paged):
    """What to look for."""

    per_page: int = Field(default=20, ge=1, le=100, description="How many on a page.")
    q: str = Field(
        default="",
        max_length=500,
        description='Words that must all be there; "words in quotes" are a phrase, solar* begins a word.',
    )
    kind: _Kind | None = Field(default=None, description="Only of this kind.")


@page(router, "/search", SearchPage, summary="Everything that holds some words.")
async def search(request: Request, asked: Annotated[SearchFilter, Query()], catalogue: FromCatalogue) -> Response:
    """Everything that holds some words, best first, with how much there is of each kind."""
    if not any(character.isalnum() for character in asked.q):
        if wants_json(request):
            raise UsageError(
                f"there is no word in {asked.q[:40]!r} to search for; give at least one: /search.json?q=coal"
            )
        return answer(request, "search.html", _page(asked, {}, []))
    counts = {kind: n for kind, n in catalogue.tally(asked.q).items() if kind in KINDS}
    kinds = [asked.kind] if asked.kind else list(KINDS)
    _, matches = catalogue.search(asked.q, kinds=kinds, offset=asked.offset, limit=asked.per_page)
    return answer(request, "search.html", _page(asked, counts, [_hit(match, catalogue) for match in matches]))


def _page(asked: SearchFilter, counts: dict[str, int], hits: list[SearchHit]) -> SearchPage:
    total = counts.get(asked.kind, 0) if asked.kind else sum(counts.values())
    return SearchPage(
        total=total,
        page=asked.page,
        pages=max(1, -(-total // asked.per_page)),
        q=asked.q,
        kind=asked.kind,
        kinds=tuple(
            Facet(value=kind, label=label, count=counts[kind]) for kind, (_, label) in KINDS.items() if counts.get(kind)
        ),
        items=tuple(hits),
    )


def _hit(match: Match, catalogue: Catalogue) -> SearchHit:
    whole = json.loads(catalogue.get(match.kind, match.id))
    date = whole.get("date") or whole.get("published") or whole.get("since")
    return SearchHit(
        kind=match.kind,
        kind_label=KINDS[match.kind][0],
        id=match.id,
        title=match.title,
        address=place_of(match.kind, whole),
        date=date.get("words") if isinstance(date, dict) else None,
        snippet=match.snippet,
        marks=tuple(Mark(start=start, end=end) for start, end in match.marks),
    )
