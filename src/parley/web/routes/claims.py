"""``/claims``: what is claimed, what the record says of it, and the chart that shows both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BeforeValidator, Field, TypeAdapter
from starlette.concurrency import run_in_threadpool

from parley.briefing.claim_chart import key_of
from parley.briefing.claims import MEASURE_LABELS
from parley.briefing.prose import capitalised, words_of
from parley.briefing.verdict_view import ClaimChart
from parley.briefing.verdicts import TOKEN_LABELS, TOKEN_MARKS, TOKEN_MEANINGS
from parley.errors import RecordNotFound
from parley.interop import ReviewedClaim, write_claim_review, write_claim_reviews
from parley.records.verdict import SEVERITY, Token
from parley.terms.parties import name_of
from parley.web.answering import Raw, answer, compose, page
from parley.web.catalogue.catalogue import Catalogue, Wanted
from parley.web.catalogue.claims import CHECK, REVIEW
from parley.web.charts import chart_of_check, claim_picture, picture_policy
from parley.web.listing import FromCatalogue, Paged, listing
from parley.web.models.claim import ClaimBrief, ClaimPage, ClaimsPage, VerdictCount
from parley.web.models.common import Facet
from parley.web.models.problem import Problem
from parley.web.routes.event_filter import Values
from parley.web.spreadsheet import CSV, write_csv

router = APIRouter(tags=["claims"])

_JSON_LD = "application/ld+json"
_SVG = "image/svg+xml"
_CHART: TypeAdapter[ClaimChart | None] = TypeAdapter(ClaimChart | None)
_COLUMNS = (
    *("id", "verdict", "subject", "party", "measure", "reading", "low", "high", "unit", "comparator", "year"),
    *("against", "said_by", "published_start", "published_end", "words", "reason", "basis", "document", "source"),
    *("reports", "conflicts", "corrected"),
)
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    404: {"model": Problem, "description": "There is no such claim, or nothing of the kind for it."}
}


class ClaimFilter(Paged):
    """Which claims to list. Of values of one name any will do; different names must all hold."""

    verdict: Values = Field(default=[], description="Only with these verdicts (contradicted, close …).", max_length=10)
    measure: Values = Field(default=[], description="Only of these measures (emissions, change …).", max_length=30)
    party: Values = Field(default=[], description="Only of or against these countries or blocs (CHN).", max_length=50)
    q: str = Field(default="", max_length=200, description="Only with all these words.")
    sort: Annotated[Literal["verdict", "newest"], BeforeValidator(lambda sort: sort or "verdict")] = Field(
        default="verdict", description="What the record bears out least first, or the newest documents first."
    )

    def wanted(self, *, any_verdict: bool = False) -> Wanted:
        """What the catalogue is asked for."""
        facets = {"verdict": [] if any_verdict else self.verdict, "measure": self.measure, "party": self.party}
        return Wanted(facets, words=self.q)


Asked = Annotated[ClaimFilter, Query()]


@page(router, "/claims", ClaimsPage, summary="Claims with their verdicts.")
async def claims(request: Request, asked: Asked, catalogue: FromCatalogue) -> Response:
    """Claims with their verdicts, what the record bears out least first."""
    newest = asked.sort == "newest"
    found = catalogue.find("claim", asked.wanted(), offset=asked.offset, limit=asked.per_page, newest=newest)
    content = compose(
        **listing(found, asked),
        verdicts=_verdicts(catalogue, asked),
        measure=_facets(catalogue, "measure", lambda name: capitalised(MEASURE_LABELS.get(name, words_of(name)))),
        party=sorted(_facets(catalogue, "party", name_of), key=lambda facet: facet.label),
    )
    return answer(request, "claims.html", content)


@router.get(
    "/claims.csv",
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "A table."}},
    summary="The claims of a filter as a table for spreadsheets, all of them on one page.",
)
async def claims_table(asked: Asked, catalogue: FromCatalogue) -> Response:
    """The claims of a filter as a table."""
    found = catalogue.find("claim", asked.wanted(), newest=asked.sort == "newest")
    return _attached(await run_in_threadpool(_table, found.items), CSV, "parley-claims.csv")


@router.get(
    "/claims.claimreview.json",
    response_class=Response,
    responses={200: {"content": {_JSON_LD: {"schema": {"type": "object"}}}, "description": "A graph of reviews."}},
    summary="The claims of a filter that could be checked, as ClaimReview (schema.org).",
)
async def claims_reviews(request: Request, asked: Asked, catalogue: FromCatalogue) -> Response:
    """The claims of a filter that could be checked, as ClaimReview."""
    reviews, site = catalogue.forms("claim", REVIEW, asked.wanted()), str(request.base_url)

    def write() -> bytes:
        return write_claim_reviews(map(ReviewedClaim.model_validate_json, reviews), site)

    return _attached(await run_in_threadpool(write), _JSON_LD, "parley-claims.claimreview.json")


@router.get(
    "/claims/{claim}.claimreview.json",
    response_class=Response,
    responses={
        200: {"content": {_JSON_LD: {"schema": {"type": "object"}}}, "description": "A review."},
        **_PROBLEMS,
    },
    summary="A claim with its verdict as ClaimReview (schema.org).",
)
async def claim_review(request: Request, claim: str, catalogue: FromCatalogue) -> Response:
    """A claim that could be checked, as ClaimReview."""
    whole = _whole(claim, catalogue)
    if whole["verdict"]["token"] == "not_checkable":
        raise RecordNotFound(f"{claim} could not be checked, so there is no review of it; its page says why")
    review = ReviewedClaim.model_validate_json(catalogue.form("claim", REVIEW, whole["id"]))
    return Response(write_claim_review(review, str(request.base_url)), media_type=_JSON_LD)


@router.get(
    "/claims/{claim}/chart.svg",
    response_class=Response,
    responses={200: {"content": {_SVG: {"schema": {"type": "string"}}}, "description": "A picture."}, **_PROBLEMS},
    summary="A claim on the series of record, for a light or a dark page.",
)
async def claim_chart(
    claim: str,
    catalogue: FromCatalogue,
    narrow: Annotated[bool, Query(description="Drawn for a narrow page.")] = False,
) -> Response:
    """A claim on the series of record as a picture."""
    check = catalogue.form("claim", CHECK, _whole(claim, catalogue)["id"])
    picture = await run_in_threadpool(claim_picture, check, narrow)
    if picture is None:
        raise RecordNotFound(f"there is no series of record behind {claim} that a chart could show")
    return Response(picture, headers={"Content-Security-Policy": picture_policy()}, media_type=_SVG)


@page(router, "/claims/{claim}", ClaimPage, summary="One claim with its verdict, its quotes and what is on record.")
async def one_claim(request: Request, claim: str, catalogue: FromCatalogue) -> Response:
    """One claim with its verdict; the id of any of its reports leads to it."""
    whole = _whole(claim, catalogue)
    check = catalogue.form("claim", CHECK, whole["id"])
    chart = await run_in_threadpool(chart_of_check, check)
    parts = compose(chart=Raw(_CHART.dump_json(chart).decode()), key=key_of(chart) if chart else [])
    return answer(request, "claim.html", f"{catalogue.get('claim', whole['id'])[:-1]},{parts[1:]}")


def _whole(claim: str, catalogue: Catalogue) -> dict[str, Any]:
    """A claim by its id or by that of one of its reports. Raises RecordNotFound."""
    found = catalogue.find("claim", Wanted({"report": [claim]}), limit=1, whole=True)
    if not found.items:
        raise RecordNotFound(f"there is no claim {claim} in this ledger")
    whole: dict[str, Any] = json.loads(found.items[0])
    return whole


def _verdicts(catalogue: Catalogue, asked: ClaimFilter) -> list[VerdictCount]:
    """How many of the claims that the other filters leave have each verdict, the gravest first."""
    counts = dict(catalogue.values("claim", "verdict", asked.wanted(any_verdict=True)))
    return [_verdict(token, counts.get(token, 0)) for token in SEVERITY]


def _verdict(token: Token, count: int) -> VerdictCount:
    return VerdictCount(
        token=token, label=TOKEN_LABELS[token], mark=TOKEN_MARKS[token], meaning=TOKEN_MEANINGS[token], count=count
    )


def _facets(catalogue: Catalogue, name: str, label: Callable[[str], str]) -> list[Facet]:
    found = catalogue.values("claim", name)
    return [Facet(value=value, label=label(value), count=number) for value, number in found]


def _table(briefs: Iterable[str]) -> str:
    return write_csv(_COLUMNS, (_row(ClaimBrief.model_validate_json(brief)) for brief in briefs))


def _row(claim: ClaimBrief) -> tuple[str | float | int | None, ...]:
    return (
        *(claim.id, claim.verdict.token, claim.subject, claim.party.code if claim.party else None, claim.measure),
        *(claim.reading, claim.low, claim.high, claim.unit, claim.comparator, claim.year),
        *("; ".join(party.code for party in claim.against), claim.said_by.words),
        *(claim.published.start, claim.published.end, claim.words, claim.reason, claim.basis),
        *(claim.quote.document, claim.quote.source, len(claim.reports), claim.conflicts),
        "yes" if claim.corrected else "no",
    )


def _attached(content: str | bytes, media: str, name: str) -> Response:
    return Response(content, headers={"Content-Disposition": f'attachment; filename="{name}"'}, media_type=media)
