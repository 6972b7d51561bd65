"""The line that opens a piece of news: "OSLO, Norway, May 4 (Agency) — ", "May 4 (Agency) — "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from parley.reading.places import PlaceMention
from parley.terms.places import country_of

_DATELINE = re.compile(
    r"\s*(?P<city>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?)\b[^\n]{0,50}?(?: - | -- | — | – |\): |: )",
)
_DAY_AND_AGENCY = re.compile(
    r"^[ ]*(?:(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.? \d{1,2}|\d{1,2} [A-Z][A-Za-z]{2,8})"
    r"(?:,? \d{4})?"
    r"[ ]*\([^)\n]{2,40}\)[ ]*(?:--?|—|–)[ ]",
    re.MULTILINE,
)
_HEAD = 400


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place it names, if any, which "here" means, and the token that the text proper begins with."""

    place: PlaceMention | None
    last: int


def read_dateline(doc: Doc) -> Dateline | None:
    """The dateline at the head of the text, None where there is none, or neither a known city nor an agency in it."""
    found = _DATELINE.match(doc.text)
    if found is None:
        return _without_place(doc)
    city = found["city"].strip()
    name = city if country_of(city) else city.title()
    country = country_of(name)
    behind = doc.char_span(found.start("city"), found.end(), alignment_mode="expand")
    if country is None or behind is None:
        return _without_place(doc)
    place = PlaceMention(found.start("city"), found.end("city"), 0, 0, name, country)
    return Dateline(place, behind.end)


def _without_place(doc: Doc) -> Dateline | None:
    """ "May 4 (Agency) — ", under a headline or not."""
    found = _DAY_AND_AGENCY.search(doc.text, 0, min(_HEAD, len(doc.text)))
    line = doc.char_span(found.start(), found.end(), alignment_mode="expand") if found else None
    return Dateline(None, line.end) if line is not None else None
