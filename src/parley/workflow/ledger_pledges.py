"""The pledges of a ledger put over those of record: each in its place, with the words that it rests on.

Which of them enter, and how each stands beside the book of record, is decided by the rule of the briefing's outlook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from parley.ledger import Ledger
from parley.outlook.corrected import Corrected, iso, note_in_words
from parley.outlook.told_pledges import Told, corrected, put_over, told_pledges
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.records import BookEntry
from parley.workflow.ledger_view import View, view


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document that a pledge rests on; ``published`` is its day or days, "" where there is no date."""

    report: str
    words: str
    source: str
    published: str


@dataclass(frozen=True, slots=True)
class LedgerPledges:
    """The book with the ledger's pledges in it, and what of them was left aside.

    ``quotes`` are the words of documents by id of the pledge that they tell, of one of record too; ``corrections`` the
    notes that bear on pledges which count.
    """

    book: tuple[PathwayPledge, ...]
    quotes: Mapping[str, tuple[Quoted, ...]]
    notes: tuple[str, ...]
    corrections: tuple[Corrected, ...]


def over_record(
    book: Iterable[PathwayPledge],
    ledger: Ledger | View,
    as_of: date | None,
    record_day: date,
    choices: Choices | None = None,
) -> LedgerPledges:
    """Put the pledges of a ledger over a book of record of ``record_day``; of documents by ``as_of`` where it is given.

    A document without a date counts as of ``record_day``, and not at all where ``as_of`` is given. A view of the ledger
    as of that day does as well.
    """
    shown, found = ledger if isinstance(ledger, View) else view(ledger, as_of), tuple(book)
    told = told_pledges(shown, record_day, found, choices or Choices())
    return LedgerPledges(put_over(found, told), _quotes(told, shown), _notes(told, shown), corrected(told, shown))


def _quotes(told: Iterable[Told], shown: View) -> dict[str, tuple[Quoted, ...]]:
    quotes: dict[str, tuple[Quoted, ...]] = {}
    for each in told:
        if each.is_counted:
            name = each.beside.pledge.id
            quotes[name] = (*quotes.get(name, ()), *_quoted(shown, each.entry))
    return quotes


def _notes(told: Iterable[Told], shown: View) -> tuple[str, ...]:
    """What was left aside, by reason."""
    aside: dict[str, list[str]] = {}
    for each in told:
        if not each.is_counted:
            aside.setdefault(_why(each, shown), []).append(f"{each.entry.party} {each.beside.pledge.id}")
    return tuple(f"of the ledger {', '.join(those)}: not counted, as {why}" for why, those in aside.items())


def _why(told: Told, shown: View) -> str:
    """Why it is left aside; of what was corrected with the words of the notes."""
    if told.beside.standing != "corrected":
        return told.beside.why
    notes = (bearing.note for bearing in told.notes)
    documents = ((note.quote.exact, shown.documents[note.document]) for note in notes)
    words = (note_in_words(exact, document.source, iso(document.published)) for exact, document in documents)
    return f"{told.beside.why}: {'; '.join(words)}"


def _quoted(shown: View, entry: BookEntry) -> Iterator[Quoted]:
    for report in shown.evidence(entry):
        document = shown.documents[report.document]
        yield Quoted(report.id, report.quote.exact, document.source, iso(document.published))
