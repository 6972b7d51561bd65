"""What lists of all nouns share: the page asked for, and filters in the address."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from parley.web.answering import raw_list
from parley.web.catalogue.catalogue import Catalogue, Found


def catalogue_of(request: Request) -> Catalogue:
    """The newest catalogue: a dependency of every page."""
    catalogue: Catalogue = request.app.state.keeper.catalogue
    return catalogue


FromCatalogue = Annotated[Catalogue, Depends(catalogue_of)]


def _without_blanks(values: Any) -> Any:
    """A form sends what nobody chose as an empty text."""
    return [value for value in values if value != ""] if isinstance(values, list) else values


NotBlank = BeforeValidator(_without_blanks)
"""For filters that are lists: an empty text chooses nothing."""


class Paged(BaseModel):
    """The part of a list to show. A parameter that a list does not know is refused: a filter misspelt must not pass."""

    model_config = ConfigDict(extra="forbid")

    page: int = Field(default=1, ge=1, le=1_000_000, description="The page, from 1.")
    per_page: int = Field(default=50, ge=1, le=200, description="How many on a page.")

    @property
    def offset(self) -> int:
        """How many items come before the page."""
        return (self.page - 1) * self.per_page


def listing(found: Found, asked: Paged) -> dict[str, Any]:
    """The parts of a ``Listing``, its items among them, for ``compose``."""
    pages = max(1, -(-found.total // asked.per_page))
    return {"total": found.total, "page": asked.page, "pages": pages, "items": raw_list(found.items)}
