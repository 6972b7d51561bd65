"""What all records have in common: they are frozen, closed, and comparable by value."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from parley.records.ids import content_id
from parley.records.quote import Quote


class Record(BaseModel):
    """A frozen value with a closed set of fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Attribution(Record):
    """Who says what a report reports.

    ``named`` is a person, ``organisation`` a ministry, agency, company or report, ``anonymous`` a source
    without a name ("a person familiar with the plans"), ``outlet`` the document's own voice.
    """

    kind: Literal["named", "organisation", "anonymous", "outlet"] = "outlet"
    name: str | None = None
    party: str | None = None


OUTLET = Attribution()


class Report(Record):
    """What one document says. Never without a quote; its id is a hash of its content.

    ``quotes[0]`` is the one the record rests on, the others are restatements in the same document.
    ``inferred`` names the fields that were not stated and the ground of each guess.
    """

    prefix: ClassVar[str]
    kind_of_report: ClassVar[str]

    id: str = ""
    document: str
    quotes: tuple[Quote, ...] = Field(min_length=1)
    inferred: tuple[tuple[str, str], ...] = ()

    def model_post_init(self, _context: Any, /) -> None:
        # Defaults are left out, so that a field added later does not change the ids of records already kept.
        expected = content_id(self.prefix, self.model_dump(mode="json", exclude={"id"}, exclude_defaults=True))
        if self.id and self.id != expected:
            raise ValueError(f"the id {self.id} does not fit the record's content ({expected})")
        object.__setattr__(self, "id", expected)

    @property
    def quote(self) -> Quote:
        """The words the record rests on."""
        return self.quotes[0]
