"""The exact words a record rests on: a W3C text-position and text-quote selector in one.

Source: W3C Web Annotation Data Model (2017), sections 4.2.4 and 4.2.5.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parley.errors import UngroundedRecord

CONTEXT_CHARACTERS = 32


class Quote(BaseModel):
    """``text[start:end] == exact`` in the document's cleaned text; ``end`` is excluded."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Quote:
        """The quote at ``text[start:end]``, outer white space left out.

        Raises UngroundedRecord when nothing is left.
        """
        exact = text[start:end]
        start += len(exact) - len(exact.lstrip())
        end -= len(exact) - len(exact.rstrip())
        if start >= end:
            raise UngroundedRecord(f"there are no words at {start}:{end}; a quote needs at least one")
        return cls(
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT_CHARACTERS) : start],
            suffix=text[end : end + CONTEXT_CHARACTERS],
        )

    def check(self, text: str) -> None:
        """Raises UngroundedRecord unless ``text`` has these words at this place."""
        if text[self.start : self.end] != self.exact:
            raise UngroundedRecord(
                f"the words {self.exact[:60]!r} are not at {self.start}:{self.end}, where the text says "
                f"{text[self.start : self.end][:60]!r}; read the document again"
            )
