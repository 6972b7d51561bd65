"""``/documents``: what was read, and each document with every record in its place."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BeforeValidator, Field

from parley.terms.parties import name_of
from parley.web.answering import answer, compose, page
from parley.web.catalogue.catalogue import Catalogue, Wanted
from parley.web.listing import FromCatalogue, NotBlank, Paged, listing
from parley.web.models.common import Facet
from parley.web.models.document import DocumentsPage, DocumentWhole

router = APIRouter(tags=["documents"])
_MOST_FACETS = 300


Day = Annotated[date | None, BeforeValidator(lambda value: value or None)]
"""A day; a field of a form that was left empty is none."""


class DocumentFilter(Paged):
    """Which documents to list."""

    party: Annotated[list[str], NotBlank] = Field(
        default=[], description="Only with records of these countries or blocs.", max_length=50
    )
    publisher: Annotated[list[str], NotBlank] = Field(
        default=[], description="Only of these publishers.", max_length=50
    )
    since: Day = Field(default=None, description="Only those that may be of this day or a later one.")
    until: Day = Field(default=None, description="Only those that may be of this day or an earlier one.")
    q: str = Field(default="", max_length=200, description="Only with all these words.")

    @property
    def wanted(self) -> Wanted:
        """What the catalogue is asked for."""
        return Wanted(
            {"party": self.party, "publisher": self.publisher},
            since=self.since.isoformat() if self.since else None,
            until=self.until.isoformat() if self.until else None,
            words=self.q,
        )


@page(router, "/documents", DocumentsPage, summary="Documents, newest first.")
async def documents(request: Request, asked: Annotated[DocumentFilter, Query()], catalogue: FromCatalogue) -> Response:
    """Documents, newest first, the undated last."""
    found = catalogue.find("document", asked.wanted, offset=asked.offset, limit=asked.per_page)
    parties, publishers = _facets(catalogue, "party"), _facets(catalogue, "publisher")
    content = compose(**listing(found, asked), parties=parties, publishers=publishers)
    return answer(request, "documents.html", content)


@page(router, "/documents/{document}", DocumentWhole, summary="A document with every record in its place.")
async def one_document(request: Request, document: str, catalogue: FromCatalogue) -> Response:
    """A document: its text cut at its records, and each record in words."""
    return answer(request, "document.html", catalogue.get("document", document))


def _facets(catalogue: Catalogue, name: str) -> list[Facet]:
    """The most frequent values, by name, as people look for them."""
    facets = [
        Facet(value=value, label=name_of(value) if name == "party" else value, count=number)
        for value, number in catalogue.values("document", name)
    ]
    return sorted(facets[:_MOST_FACETS], key=lambda facet: (facet.label, facet.value))
