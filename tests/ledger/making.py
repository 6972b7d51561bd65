"""Readings made by hand, for tests that need something to keep."""

from __future__ import annotations

import hashlib
from datetime import date

from parley.records import (
    Attribution,
    Claim,
    Correction,
    Document,
    Engagement,
    Person,
    Place,
    Pledge,
    Position,
    Quote,
    Reading,
    Report,
    Statement,
)
from parley.terms.when import Interval

READER = "parley-rules/0.1 test"

MEETING = "Minister Ana Oru met envoy Tomas Vell in Lima on 4 May 2021."
PLEDGE = "Chile will cut emissions by 30 percent by 2030."
CLAIM = "Coal supplied half of its power."
SPEECH = "We will not wait"
STATEMENT = f"“{SPEECH},” Oru said."
POSITION = "Peru supports a carbon price."
CORRECTION = "Correction: an earlier version misspelled a name."
SENTENCES = (MEETING, PLEDGE, CLAIM, STATEMENT, POSITION, CORRECTION)


def make_document(text: str, source: str = "story.txt", published: str | None = "2021-05-05") -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document.of_text(text, sha256, source, Interval.parse(published) if published else None)


def make_story(number: int = 0) -> Document:
    """A document with one sentence for each kind of report."""
    return make_document(" ".join([f"Story number {number}.", *SENTENCES]), source=f"stories/{number:03}.txt")


def make_reading(document: Document, reader: str = READER, leave_out: tuple[str, ...] = ()) -> Reading:
    """What a good reader finds in a story; ``leave_out`` names fields that it leaves empty."""
    here = document.id
    oru = Attribution(kind="named", name="Ana Oru", party="PER")
    found: dict[str, tuple[Report, ...]] = {
        "people": (
            Person(document=here, quotes=_quotes(document, "Ana Oru"), name="Ana Oru", role="Minister", party="PER"),
            Person(document=here, quotes=_quotes(document, "Tomas Vell"), name="Tomas Vell", role="envoy", party="CHL"),
        ),
        "engagements": (
            Engagement(
                document=here,
                quotes=_quotes(document, MEETING),
                kind="meeting",
                status="held",
                mode="in_person",
                parties=("CHL", "PER"),
                people=("Ana Oru", "Tomas Vell"),
                place=Place(city="Lima", country="PER"),
                when=Interval.day(date(2021, 5, 4)),
            ),
        ),
        "pledges": (
            Pledge(
                document=here,
                quotes=_quotes(document, PLEDGE, "30 percent"),
                party="CHL",
                kind="reduction",
                basis="base_year",
                low=30,
                high=30,
                unit="%",
                target_year=2030,
                qualifier="by",
            ),
        ),
        "claims": (
            Claim(
                document=here, quotes=_quotes(document, CLAIM), subject="CHL", measure="coal_share", low=50, unit="%"
            ),
        ),
        "statements": (
            Statement(document=here, quotes=_quotes(document, SPEECH), speech="quoted", attribution=oru, cue="said"),
        ),
        "positions": (
            Position(
                document=here, quotes=_quotes(document, POSITION), party="PER", issue="finance", stance="supports"
            ),
        ),
        "corrections": (Correction(document=here, quotes=_quotes(document, CORRECTION)),),
    }
    return Reading(
        document=document, reader=reader, **{name: some for name, some in found.items() if name not in leave_out}
    )


def make_pledge(document: Document, words: str, year: int) -> Pledge:
    return Pledge(document=document.id, quotes=_quotes(document, words), party="CHL", kind="other", target_year=year)


def _quotes(document: Document, *words: str) -> tuple[Quote, ...]:
    starts = (document.text.index(some) for some in words)
    return tuple(Quote.of(document.text, start, start + len(some)) for start, some in zip(starts, words, strict=True))
