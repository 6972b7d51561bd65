"""Statements as search finds them."""

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
