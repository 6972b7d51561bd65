"""A whole Reading as one document of the corpus."""

from __future__ import annotations

from typing import Any

from benchmarks.corpus_form.claims import has_form
from benchmarks.corpus_form.claims import to_corpus as claim_to_corpus
from benchmarks.corpus_form.engagements import to_corpus as engagement_to_corpus
from benchmarks.corpus_form.pledges import to_corpus as pledge_to_corpus
from parley.records import Person, Position, Reading


def to_corpus(reading: Reading, doc: str) -> dict[str, Any]:
    """The reading under the name ``doc``, every record type in the corpus's vocabulary."""
    published = reading.document.published
    return {
        "doc": doc,
        "published": published.start.isoformat() if published and published.days == 1 and published.start else None,
        "people": [_person(person) for person in reading.people],
        "engagements": [engagement_to_corpus(record) for record in reading.engagements],
        "pledges": [pledge_to_corpus(record) for record in reading.pledges],
        "claims": [claim_to_corpus(record) for record in reading.claims if has_form(record)],
        "quotes": [
            {"id": s.id, "speaker": s.speaker, "text": s.quote.exact}
            for s in reading.statements
            if s.speech == "quoted"
        ],
        "corrections": [{"id": c.id, "evidence": c.quote.exact} for c in reading.corrections],
        "positions": [_position(position) for position in reading.positions],
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "party": person.party,
        "org": person.organisation,
        "mentions": sorted({quote.exact for quote in person.quotes}),
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        "id": position.id,
        "party": position.party,
        "issue": position.issue.replace("_", " "),
        "stance": position.stance,
        "evidence": position.quote.exact,
        "more_evidence": [quote.exact for quote in position.quotes[1:]],
    }
