"""What the models of several nouns share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parley.briefing.view import DateView, PartyView

__all__ = ["DateView", "Facet", "JudgedRef", "Listing", "Model", "PartyView", "Quote", "ReportRef"]


class Model(BaseModel):
    """A frozen value with a closed set of fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)


class Quote(Model):
    """The words something rests on: ``exact`` is the document's text from ``start`` to ``end`` (excluded).

    ``source`` is the document's title or first words and ``published`` its date in words; ``before`` and ``after`` are
    the rest of the sentence.
    """

    document: str
    source: str
    published: str
    start: int
    end: int
    before: str
    exact: str
    after: str


class JudgedRef(Model):
    """A judgement that bears on a report; ``words`` say who decided what, when and why."""

    id: str
    verb: str
    words: str


class ReportRef(Model):
    """A report by its id, told by the first words of its quote: what a person points at who judges.

    ``judged`` are the judgements in force that bear on it.
    """

    id: str
    words: str
    document: str
    source: str
    published: str
    judged: tuple[JudgedRef, ...] = ()


class Facet(Model):
    """A value that a list can be filtered by, in words, and how many items of the whole list have it."""

    value: str
    label: str
    count: int


class Listing(Model):
    """A page of a list: ``total`` counts the items of all ``pages``; ``page`` counts from 1."""

    total: int = Field(ge=0)
    page: int = Field(ge=1)
    pages: int = Field(ge=1)
