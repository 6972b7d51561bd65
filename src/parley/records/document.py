"""One text as published, cleaned, with its date and where that date comes from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from parley.records.base import Record
from parley.records.ids import document_id
from parley.terms.when import Interval

DateBasis = Literal["stated", "metadata", "inferred", "unknown"]


class Repair(Record):
    """A place where the cleaned text differs from what the bytes said, or should be doubted.

    ``kind``: ``mojibake`` (undone with certainty), ``lost_letter`` (cannot be undone; ``proposal`` is shown, never
    put into the text), ``control`` (a character left out). ``start``/``end`` are cleaned offsets.
    """

    kind: Literal["mojibake", "lost_letter", "control"]
    start: int
    end: int
    proposal: str | None = None


class Document(Record):
    """One text as published.

    ``text`` is the cleaned text that all quotes point into; ``sha256`` is of the original bytes;
    ``offsets`` maps cleaned to original: pairs (cleaned offset, original byte offset) where the shift changes.
    ``published`` is a day, or a range of days when it is inferred; ``published_ground`` says why.
    """

    id: str
    source: str
    title: str | None = None
    publisher: str | None = None
    published: Interval | None = None
    published_basis: DateBasis = "unknown"
    published_ground: str | None = None
    language: str = "en"
    text: str
    sha256: str = Field(min_length=64, max_length=64)
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    offsets: tuple[tuple[int, int], ...] = ((0, 0),)
    repairs: tuple[Repair, ...] = ()

    @classmethod
    def of_text(cls, text: str, sha256: str, source: str = "text", published: Interval | None = None) -> Document:
        """A document from text that needs no cleaning."""
        basis: DateBasis = "stated" if published else "unknown"
        return cls(
            id=document_id(sha256), source=source, text=text, sha256=sha256, published=published, published_basis=basis
        )

    def original_offset(self, cleaned: int) -> int:
        """The byte offset in the original of the cleaned offset ``cleaned``."""
        last = (0, 0)
        for pair in self.offsets:
            if pair[0] > cleaned:
                break
            last = pair
        return last[1] + len(self.text[last[0] : cleaned].encode(self.encoding, "replace"))
