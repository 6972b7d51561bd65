"""One text as published, cleaned, with its date and where that date comes from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
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
    ``offsets`` maps cleaned to original: pairs (cleaned offset, original byte offset) where the shift changes, two with
    the same cleaned offset (start and end) where bytes were left out; between pairs the bytes are the text in
    ``encoding``. It is empty when the text does not stand in the bytes as such (PDF, base64).
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

    def original_offset(self, cleaned: int) -> int | None:
        """The byte offset in the original of the cleaned offset ``cleaned``; None without a map."""
        after = bisect_right(self.offsets, cleaned, key=itemgetter(0))
        return self._from_pair(after - 1, cleaned) if after else None

    def original_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where in the original bytes ``text[start:end]`` stands (end excluded); None without a map."""
        first = self.original_offset(start)
        if first is None:
            return None
        at_or_after = bisect_left(self.offsets, end, key=itemgetter(0))
        if at_or_after < len(self.offsets) and self.offsets[at_or_after][0] == end:
            return first, max(first, self.offsets[at_or_after][1])
        return first, self._from_pair(at_or_after - 1, end)

    def _from_pair(self, index: int, cleaned: int) -> int:
        """Counted from the pair at ``index``, and never past the next pair."""
        start, original = self.offsets[index]
        counted = original + len(self.text[start:cleaned].encode(self.encoding, "replace"))
        return min(counted, self.offsets[index + 1][1]) if index + 1 < len(self.offsets) else counted
