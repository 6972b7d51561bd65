"""``/pledges``: the pledge book, each Party's page of it beside the pledges of record, and each pledge."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BeforeValidator, Field
from starlette.concurrency import run_in_threadpool

from parley.briefing.pledges import FIRMNESS_LABELS
from parley.briefing.prose import capitalised, words_of
from parley.errors import RecordNotFound
from parley.terms.parties import name_of
from parley.web.answering import Raw, answer, compose, page, raw_list
from parley.web.catalogue.catalogue import Catalogue, Wanted
from parley.web.judging import answer_or_move
from parley.web.listing import FromCatalogue, Paged, listing
from parley.web.models.common import Facet
from parley.web.models.pledge import PartyPledgesPage, PledgeBrief, PledgesPage, PledgeWhole
from parley.web.routes.event_filter import Values
from parley.web.spreadsheet import CSV, write_csv

router = APIRouter(tags=["pledges"])

STATES = {"standing": "standing", "replaced": "replaced", "beside": "only urged or proposed"}
RECORD = {"known": "on record", "different": "the record has another", "new": "not on record"}
_COLUMNS = (
    *("id", "party", "party_name", "words", "kind", "firmness", "state", "gas", "low", "high", "unit", "base_year"),
    *("target_year", "about", "since_start", "since_end", "change", "record", "verdict", "reports", "conflicts"),
    "corrected",
)


class PledgeFilter(Paged):
    """Which pledges to list. Of values of one name any will do; different names must all hold."""

    per_page: int = Field(default=100, ge=1, le=200, description="How many on a page.")
    party: Values = Field(default=[], description="Only of these countries or blocs (CHN, EUU).", max_length=50)
    kind: Values = Field(default=[], description="Only of these kinds (net_zero, peak, reduction …).", max_length=20)
    firmness: Values = Field(default=[], description="Only so firm (urged, pledged, in_law …).", max_length=20)
    state: Annotated[
        Literal["standing", "replaced", "beside", "all"], BeforeValidator(lambda state: state or "standing")
    ] = Field(default="standing", description="What stands, what was replaced, what is only urged or proposed, or all.")
    record: Values = Field(
        default=[], description="How they stand beside the pledges of record: known, different, new.", max_length=10
    )
    q: str = Field(default="", max_length=200, description="Only with all these words.")

    def wanted(self, *, any_state: bool = False) -> Wanted:
        """What the catalogue is asked for."""
        lists = {name: getattr(self, name) for name in ("party", "kind", "firmness", "record")}
        states = [] if any_state or self.state == "all" else [self.state]
        return Wanted({**lists, "state": states}, words=self.q)


@page(router, "/pledges", PledgesPage, summary="The pledge book, by Party.")
async def pledges(request: Request, asked: Annotated[PledgeFilter, Query()], catalogue: FromCatalogue) -> Response:
    """The pledge book, by Party."""
    found = catalogue.find("pledge", asked.wanted(), offset=asked.offset, limit=asked.per_page)
    shown = dict.fromkeys(json.loads(item)["party"]["code"] for item in found.items)
    parties = catalogue.find("party_pledges", Wanted({"party": list(shown) or [""]})).items
    counts = dict(catalogue.values("pledge", "state", asked.wanted(any_state=True)))
    content = compose(
        **listing(found, asked),
        parties=raw_list(parties),
        state=[Facet(value=state, label=words, count=counts.get(state, 0)) for state, words in STATES.items()],
        party=sorted(_facets(catalogue, "party", name_of), key=lambda facet: facet.label),
        kind=_facets(catalogue, "kind", lambda kind: capitalised(words_of(kind))),
        firmness=_facets(catalogue, "firmness", lambda firmness: capitalised(FIRMNESS_LABELS.get(firmness, firmness))),
        record=_facets(catalogue, "record", lambda record: RECORD.get(record, "")),
    )
    return answer(request, "pledges.html", content)


@router.get(
    "/pledges.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "A table."}},
    summary="The pledges of a filter as a table for spreadsheets, all of them on one page.",
)
async def pledges_table(asked: Annotated[PledgeFilter, Query()], catalogue: FromCatalogue) -> Response:
    """The pledges of a filter as a table."""
    found = catalogue.find("pledge", asked.wanted())
    table = await run_in_threadpool(_table, found.items)
    headers = {"Content-Disposition": 'attachment; filename="parley-pledges.csv"'}
    return Response(table, headers=headers, media_type=CSV)


@page(router, "/pledges/entry/{pledge}", PledgeWhole, summary="One pledge with all reports of it.")
async def one_pledge(request: Request, pledge: str) -> Response:
    """One pledge with its history, what it replaced, and what the record says of it."""
    return answer_or_move(request, "pledge", pledge, "pledge.html")


@page(router, "/pledges/{party}", PartyPledgesPage, summary="The pledges of one Party, beside those of record.")
async def party_pledges(request: Request, party: str, catalogue: FromCatalogue) -> Response:
    """What a Party stands by, what that replaced, what is only wanted or proposed, and the pledges of record."""
    try:
        record = catalogue.get("party_pledges", party)
    except RecordNotFound:
        raise RecordNotFound(f"no Party or group has the code {party}; codes are written like CHN, EUU, G20") from None
    of_it = Wanted({"party": [party]})
    more = compose(
        **_told(party, catalogue),
        claims=catalogue.find("claim", of_it, limit=0).total,
        positions=catalogue.find("position", of_it, limit=0).total,
    )
    return answer(request, "party_pledges.html", f"{record[:-1]},{more[1:]}")


def _told(party: str, catalogue: Catalogue) -> dict[str, Raw]:
    """The pledges of a Party by their state."""
    return {
        state: raw_list(catalogue.find("pledge", Wanted({"party": [party], "state": [state]}), whole=True).items)
        for state in STATES
    }


def _facets(catalogue: Catalogue, name: str, label: Callable[[str], str]) -> list[Facet]:
    found = catalogue.values("pledge", name)
    return [Facet(value=value, label=label(value), count=number) for value, number in found if value]


def _table(briefs: Iterable[str]) -> str:
    return write_csv(_COLUMNS, (_row(PledgeBrief.model_validate_json(brief)) for brief in briefs))


def _row(pledge: PledgeBrief) -> tuple[str | float | int | None, ...]:
    return (
        *(pledge.id, pledge.party.code, pledge.party.name, pledge.words, pledge.kind, pledge.firmness, pledge.state),
        *(pledge.gas, pledge.low, pledge.high, pledge.unit, pledge.base_year, pledge.target_year, pledge.about),
        *(pledge.since.start, pledge.since.end, pledge.change, pledge.record),
        *(pledge.verdict.token if pledge.verdict else None, pledge.reports, pledge.conflicts),
        "yes" if pledge.corrected else "no",
    )
