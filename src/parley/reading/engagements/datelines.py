"""The line that opens a piece of news: "OSLO, Norway, May 4 (Agency) — "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from parley.reading.places import PlaceMention
from parley.terms.places import country_of

_DATELINE = re.compile(
    r"\s*(?P<city>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?)\b[^\n]{0,50}?(?: - | -- | — | – |\): |: )",
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place it names, which "here" means, and the token that the text proper begins with."""

    place: PlaceMention
    last: int


def read_dateline(doc: Doc) -> Dateline | None:
    """The dateline at the head of the text, None where there is none or its city is unknown."""
    found = _DATELINE.match(doc.text)
    if found is None:
        return None
    city = found["city"].strip()
    name = city if country_of(city) else city.title()
    country = country_of(name)
    behind = doc.char_span(found.start("city"), found.end(), alignment_mode="expand")
    if country is None or behind is None:
        return None
    place = PlaceMention(found.start("city"), found.end("city"), 0, 0, name, country)
    return Dateline(place, behind.end)
