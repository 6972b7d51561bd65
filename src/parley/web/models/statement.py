"""Statements and corrections as search finds them."""

from __future__ import annotations

from parley.web.models.common import DateView, Model, PartyView, Quote


class StatementWhole(Model):
    """Who said what, where: ``person`` is the id of the speaker over all documents, where that is known."""

    id: str
    speaker: str
    person: str | None
    party: PartyView | None
    quoted: bool
    words: str
    date: DateView
    corrected: bool
    quote: Quote


class CorrectionWhole(Model):
    """A document's own note that it was wrong; ``touches`` says in words which lines it bears on."""

    id: str
    nature: str
    words: str
    date: DateView
    touches: tuple[str, ...]
    quote: Quote
