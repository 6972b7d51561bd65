"""``/people``: who is named, in which office, and what each of them did and said."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from parley.terms.parties import name_of
from parley.web.answering import answer, compose, page
from parley.web.catalogue.catalogue import Wanted
from parley.web.judging import answer_or_move
from parley.web.listing import FromCatalogue, NotBlank, Paged, listing
from parley.web.models.common import Facet
from parley.web.models.person import PeoplePage, PersonWhole

router = APIRouter(tags=["people"])

Chosen = Annotated[list[str], NotBlank]


class PeopleFilter(Paged):
    """Which people to list."""

    party: Chosen = Field(default=[], description="Only of these countries or blocs (CHN, EUU).", max_length=50)
    initial: str = Field(default="", max_length=3, description="Only those listed under this letter.")
    q: str = Field(default="", max_length=200, description="Only with all these words in names, roles or Party.")
    sort: Literal["name", "events"] = Field(default="name", description="By family name, or most events first.")

    @property
    def wanted(self) -> Wanted:
        """What the catalogue is asked for."""
        return Wanted({"party": self.party, "initial": [self.initial] if self.initial else []}, words=self.q)


@page(router, "/people", PeoplePage, summary="The people named.")
async def people(request: Request, asked: Annotated[PeopleFilter, Query()], catalogue: FromCatalogue) -> Response:
    """The people named, with their offices and how much is told of them."""
    by = "weight" if asked.sort == "events" else None
    found = catalogue.find("person", asked.wanted, offset=asked.offset, limit=asked.per_page, by=by)
    parties = [Facet(value=code, label=name_of(code), count=n) for code, n in catalogue.values("person", "party")]
    initials = [Facet(value=one, label=one, count=n) for one, n in sorted(catalogue.values("person", "initial"))]
    parties.sort(key=lambda facet: facet.label)
    return answer(request, "people.html", compose(**listing(found, asked), parties=parties, initials=initials))


@page(router, "/people/{person}", PersonWhole, summary="A person with all that is told of them.")
async def one_person(request: Request, person: str) -> Response:
    """A person with their offices, events, statements and positions."""
    return answer_or_move(request, "person", person, "person.html")
