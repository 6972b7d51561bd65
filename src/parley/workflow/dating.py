"""Undated documents dated by the ledger that they are in.

Nothing is stored: the date is found anew whenever the ledger is looked at, from all that it holds. So neither the
ledger nor its export depends on which document came first, and a new document may date an old one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from parley.records import Document, Judgement, Links, Reading
from parley.terms.when import Interval

if TYPE_CHECKING:
    from parley.ledger import Ledger

_SURE_DAYS = 3


def link_dated(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> tuple[list[Reading], Links]:
    """The readings, their undated documents dated by the events that the others date, and what they say together."""
    from parley.linking import link
    from parley.linking.dating import date_documents, with_dates

    every, judged = list(readings), tuple(judgements)
    links = link(every, judged)
    if not any(_is_waiting(reading) for reading in every):
        return every, links
    dates = date_documents(every, links.events)
    if not dates:
        return every, links
    dated = with_dates(every, dates)
    return dated, link(dated, judged)


def dated_documents(
    ledger: Ledger, party: str | None = None, since: date | None = None, until: date | None = None
) -> list[Document]:
    """The documents of a ledger by date, undated last, those dated that it dates; see ``Ledger.documents``."""
    every = list(ledger.documents(party))
    if any(document.published is None or document.published_basis == "inferred" for document in every):
        dated, _ = link_dated(ledger.readings(with_rejected=True), ledger.judgements())
        by_id = {reading.document.id: reading.document for reading in dated}
        every = [by_id.get(document.id, document) for document in every]
    period = Interval(since, until) if since or until else None
    found = [one for one in every if period is None or (one.published and one.published.overlaps(period))]
    return sorted(found, key=_by_date)


def _is_waiting(reading: Reading) -> bool:
    """Whether the ledger could tell more of the date of a document that tells of engagements."""
    document = reading.document
    if document.published_basis not in ("unknown", "inferred") or not reading.engagements:
        return False
    return document.published is None or (document.published.days or _SURE_DAYS + 1) > _SURE_DAYS


def _by_date(document: Document) -> tuple[bool, date, str]:
    published = document.published
    return published is None, (published and published.start) or date.min, document.id
