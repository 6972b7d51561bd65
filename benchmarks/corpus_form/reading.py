"""A document of the corpus as a Parley reading: the way back from ``corpus_form.document``.

The corpus says less than our records, so the rest is read from the words and the dates: that a plan was put off, which
Party of a visit is the host, what is told as past history, what a pledge is about.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from benchmarks.corpus_form.dating import infer_published
from benchmarks.corpus_form.events import to_engagement
from benchmarks.corpus_form.figures import to_claim, to_pledge
from parley.records import (
    Attribution,
    Correction,
    Document,
    Person,
    Position,
    Quote,
    Reading,
    Report,
    Statement,
    document_id,
)
from parley.terms.titles import office_of
from parley.terms.when import Interval

R = TypeVar("R", bound=Report)
READER = "corpus"


@dataclass(frozen=True, slots=True)
class FromCorpus:
    """A reading, and for each report's id the ids that its corpus records have (several when they say the same)."""

    doc: str
    reading: Reading
    names: Mapping[str, tuple[str, ...]]


def from_corpus(row: Mapping[str, Any], text: str | None = None) -> FromCorpus:
    """Read one document of the corpus; ``text`` is what it was annotated on.

    Quotes stand where the text has their words; without a text, or where it lacks them, the document's text is the
    words themselves, one a line. Raises pydantic's ValidationError, or ValueError, when a record cannot be read.
    """
    page = _Page(text, row)
    names: dict[str, list[str]] = defaultdict(list)

    def read(kind: str, make: Callable[[Mapping[str, Any]], R]) -> tuple[R, ...]:
        found: dict[str, R] = {}
        for record in row.get(kind) or ():
            report = make(record)
            found[report.id] = report
            if record.get("id"):
                names[report.id].append(str(record["id"]))
        return tuple(sorted(found.values(), key=lambda report: (report.quote.start, report.id)))

    document = page.document(_published(row, text))
    engagements = read("engagements", lambda r: to_engagement(r, document, page.quotes(r)))
    pledges = read("pledges", lambda r: to_pledge(r, document, page.quotes(r)))
    claims = read("claims", lambda r: to_claim(r, document, page.quotes(r)))
    reading = Reading(
        document=document,
        reader=READER,
        people=read("people", lambda r: _person(r, document, page)),
        engagements=engagements,
        pledges=pledges,
        claims=claims,
        statements=read("quotes", lambda r: _statement(r, document, page)),
        positions=read("positions", lambda r: _position(r, document, page)),
        corrections=read(
            "corrections", lambda r: _correction(document, page.quotes(r), [*engagements, *pledges, *claims])
        ),
    )
    return FromCorpus(str(row["doc"]), reading, {report: tuple(ids) for report, ids in names.items()})


class _Page:
    """The text that quotes point into, made of the records' own words where there is no other."""

    def __init__(self, text: str | None, row: Mapping[str, Any]) -> None:
        missing = [words for words in dict.fromkeys(_all_words(row)) if text is None or words not in text]
        self.text = "\n".join(([text] if text else []) + missing) or str(row["doc"])
        self._doc = str(row["doc"])

    def document(self, published: Interval | None) -> Document:
        sha256 = hashlib.sha256(f"{self._doc}\n{self.text}".encode()).hexdigest()
        return Document(
            id=document_id(sha256),
            source=self._doc,
            text=self.text,
            sha256=sha256,
            published=published,
            published_basis="unknown" if published is None else "metadata" if published.days == 1 else "inferred",
            published_ground="from what its records say" if published and published.days != 1 else None,
        )

    def quotes(self, record: Mapping[str, Any]) -> tuple[Quote, ...]:
        return tuple(self.quote(words) for words in dict.fromkeys(_words(record)))

    def quote(self, words: str) -> Quote:
        start = self.text.index(words)
        return Quote.of(self.text, start, start + len(words))


def _all_words(row: Mapping[str, Any]) -> Iterable[str]:
    for kind in ("people", "engagements", "pledges", "claims", "quotes", "positions", "corrections"):
        for record in row.get(kind) or ():
            yield from _words(record)


def _words(record: Mapping[str, Any]) -> list[str]:
    """The words a record rests on; its name or id where it has none."""
    found = [record.get("evidence"), record.get("text"), *(record.get("more_evidence") or ())]
    found += record.get("mentions") or ()
    return [words for words in found if words and words.strip()] or [str(record.get("name") or record.get("id"))]


def _published(row: Mapping[str, Any], text: str | None) -> Interval | None:
    if row.get("published"):
        return Interval.parse(row["published"][:10])
    return infer_published(row, text)


def _person(record: Mapping[str, Any], document: Document, page: _Page) -> Person:
    role: str | None = record.get("role")
    return Person(
        document=document.id,
        quotes=page.quotes(record),
        name=record["name"],
        aliases=tuple(sorted({form for form in record.get("mentions") or () if form != record["name"]})),
        role=role,
        office=office_of(role) if role else None,
        party=record.get("party"),
        organisation=record.get("org"),
        former=(role or "").lower().startswith(("former ", "then-", "ex-")),
    )


def _statement(record: Mapping[str, Any], document: Document, page: _Page) -> Statement:
    speaker = record.get("speaker")
    said_by = Attribution(kind="named" if speaker else "anonymous", name=speaker)
    return Statement(document=document.id, quotes=page.quotes(record), speech="quoted", attribution=said_by)


def _position(record: Mapping[str, Any], document: Document, page: _Page) -> Position:
    issue = str(record.get("issue") or "other").replace(" ", "_")
    return Position(
        document=document.id, quotes=page.quotes(record), party=record.get("party") or "", issue=issue, stance="states"
    )


def _correction(document: Document, quotes: tuple[Quote, ...], reports: Iterable[Report]) -> Correction:
    """A note touches the records that rest on words inside it."""
    touched = {
        report.id
        for report in reports
        for quote in report.quotes
        if any(note.start <= quote.start and quote.end <= note.end for note in quotes)
    }
    return Correction(document=document.id, quotes=quotes, touches=tuple(sorted(touched)))
