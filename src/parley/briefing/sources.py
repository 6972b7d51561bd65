"""The documents that a briefing rests on, with how each was dated and what was found in it."""

from __future__ import annotations

import re

from parley.briefing.prose import count, tidy
from parley.briefing.shelf import Shelf
from parley.briefing.view import SourceView
from parley.records import Reading

BASIS_LABELS = {
    "stated": "stated in the text",
    "metadata": "from the file’s metadata",
    "inferred": "inferred",
    "unknown": "unknown",
}


def sources(shelf: Shelf) -> tuple[SourceView, ...]:
    """Every document, by date, also those in which nothing was found."""
    return tuple(source_view(reading, shelf) for reading in shelf.readings)


def source_view(reading: Reading, shelf: Shelf) -> SourceView:
    """A document with how it was dated and what was found in it."""
    document = reading.document
    return SourceView(
        id=document.id,
        title=shelf.label(document.id),
        untitled=not (document.title and tidy(document.title)),
        publisher=tidy(document.publisher) if document.publisher else None,
        file=_file_name(document.source),
        date=shelf.published(document.id),
        basis=BASIS_LABELS[document.published_basis],
        ground=tidy(document.published_ground) if document.published_ground else None,
        language=document.language,
        sha256=document.sha256,
        counts=_counts(reading),
        repairs=sum(repair.kind == "lost_letter" for repair in document.repairs),
    )


def _counts(reading: Reading) -> tuple[str, ...]:
    """Numbers of reports by kind, those of which there are any."""
    people = (count(len(reading.people), "person", "people"),) if reading.people else ()
    kinds = ("engagement", "pledge", "claim", "statement", "position", "correction")
    numbers = ((kind, len(getattr(reading, f"{kind}s"))) for kind in kinds)
    return (*people, *(count(number, kind) for kind, number in numbers if number))


def _file_name(source: str) -> str:
    """The last part of a path, so that a briefing passed on does not tell whose machine made it."""
    if re.match(r"\w+://", source):
        return tidy(source)
    return tidy(re.split(r"[/\\]", source)[-1])
