"""``/positions``: what Parties hold on each issue, through time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from parley.briefing.positions import STANCE_LABELS
from parley.briefing.prose import capitalised, party_heading, words_of
from parley.briefing.view import PartyView
from parley.errors import RecordNotFound
from parley.terms.parties import name_of
from parley.web.answering import answer, compose, page
from parley.web.catalogue.catalogue import Catalogue, Wanted
from parley.web.listing import FromCatalogue, NotBlank, Paged, listing
from parley.web.models.common import Facet
from parley.web.models.position import (
    IssueStances,
    Matrix,
    MatrixRow,
    PartyPositionsPage,
    PositionsPage,
    StanceBrief,
    StanceWhole,
)

router = APIRouter(tags=["positions"])

Chosen = Annotated[list[str], NotBlank]


class PositionsFilter(Paged):
    """Which stances to list."""

    party: Chosen = Field(default=[], description="Only of these countries or blocs (CHN, EUU).", max_length=50)
    issue: Chosen = Field(default=[], description="Only on these issues (coal, sanctions).", max_length=50)
    stance: Chosen = Field(default=[], description="Only these stances (links, opposes).", max_length=10)
    towards: Chosen = Field(default=[], description="Only addressed to these countries or blocs.", max_length=50)
    turned: bool = Field(default=False, description="Only those that depart from an earlier stance.")
    q: str = Field(default="", max_length=200, description="Only with all these words.")

    @property
    def wanted(self) -> Wanted:
        """What the catalogue is asked for."""
        facets = {"party": self.party, "issue": self.issue, "stance": self.stance, "towards": self.towards}
        return Wanted({**facets, "turned": ["yes"] if self.turned else []}, words=self.q)


@page(router, "/positions", PositionsPage, summary="What Parties hold, by issue.")
async def positions(request: Request, asked: Annotated[PositionsFilter, Query()], catalogue: FromCatalogue) -> Response:
    """What Parties hold on each issue, with a matrix of Parties by issues."""
    found = catalogue.find("position", asked.wanted, offset=asked.offset, limit=asked.per_page)
    whole = Matrix.model_validate_json(catalogue.get("matrix", "positions"))
    content = compose(
        **listing(found, asked),
        matrix=_cut(whole, asked),
        issues=sorted(whole.issues, key=lambda facet: facet.label),
        stances=[
            Facet(value=stance, label=STANCE_LABELS.get(stance, words_of(stance)), count=n)
            for stance, n in catalogue.values("position", "stance")
        ],
        parties=_parties(catalogue),
    )
    return answer(request, "positions.html", content)


@page(router, "/positions/{party}", PartyPositionsPage, summary="What a Party holds, through time.")
async def party_positions(request: Request, party: str, catalogue: FromCatalogue) -> Response:
    """What a Party holds on each issue, with every telling, and what others hold towards it."""
    own = catalogue.find("position", Wanted({"party": [party]}), whole=True)
    towards = catalogue.find("position", Wanted({"towards": [party]}))
    if not own.total and not towards.total:
        raise RecordNotFound(f"no document of this ledger tells what {party[:40]} holds; see: /positions")
    content = PartyPositionsPage(
        party=PartyView(party, party_heading(party)),
        issues=_by_issue(own.items),
        towards_it=tuple(StanceBrief.model_validate_json(text) for text in towards.items),
        parties=tuple(_parties(catalogue)),
    )
    return answer(request, "party_positions.html", content)


def _by_issue(stances: Iterable[str]) -> tuple[IssueStances, ...]:
    read = (StanceWhole.model_validate_json(text) for text in stances)
    return tuple(
        IssueStances(issue=issue, label=capitalised(words_of(issue)), stances=tuple(of_issue))
        for issue, of_issue in groupby(read, key=lambda stance: stance.issue)
    )


def _parties(catalogue: Catalogue) -> list[Facet]:
    parties = [Facet(value=code, label=name_of(code), count=n) for code, n in catalogue.values("position", "party")]
    return sorted(parties, key=lambda facet: facet.label)


def _cut(whole: Matrix, asked: PositionsFilter) -> Matrix:
    """The rows and columns that were asked for."""
    issues = tuple(facet for facet in whole.issues if not asked.issue or facet.value in asked.issue)
    columns = {facet.value for facet in issues}
    rows = (
        MatrixRow(party=row.party, cells=tuple(cell for cell in row.cells if cell.issue in columns))
        for row in whole.rows
        if not asked.party or row.party.code in asked.party
    )
    return Matrix(issues=issues, rows=tuple(row for row in rows if row.cells))
