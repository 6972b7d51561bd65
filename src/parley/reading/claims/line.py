"""A sentence as the rules of claims see it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.claims.speakers import Speakers
from parley.reading.context import Context, Sentence
from parley.reading.parties import PartyMention

_BREAK = re.compile(
    r"[;]|:(?! that(?:,[^,]{2,30},)? (?:is|was|were|are)\b)|, (?:but|while|whereas|although|though|yet"
    r"|which|who|because)\b|\bbut\b|\bwhile\b| -- | – | — "
)
_GOES_ON = re.compile(r"\W*(?:they|it|this|that|these|those|its|their|but it|but they)\b")
_REACH = 130


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its text in lower case; ``offset`` is where it begins in the document,
    ``previous`` the sentence before it.

    All positions are of ``low`` unless said otherwise.
    """

    context: Context
    sentence: Sentence
    low: str
    offset: int
    speakers: Speakers
    previous: str

    @classmethod
    def of(cls, context: Context, sentence: Sentence, speakers: Speakers) -> Line:
        earlier = context.sentences[sentence.index - 1] if sentence.index else None
        low = context.text[sentence.start : sentence.end].lower()
        previous = context.text[earlier.start : earlier.end].lower() if earlier else ""
        return cls(context, sentence, low, sentence.start, speakers, previous)

    def speaks_of(self, matter: re.Pattern[str]) -> bool:
        """Whether the sentence, or the one before it where it goes on from that, speaks of a matter."""
        goes_on = _GOES_ON.match(self.low) is not None
        return matter.search(self.low) is not None or (goes_on and matter.search(self.previous) is not None)

    def before(self, position: int) -> str:
        """What stands before ``position``, not too far away."""
        return self.low[max(0, position - _REACH) : position]

    def after(self, position: int) -> str:
        """What stands behind ``position``, not too far away."""
        return self.low[position : position + _REACH]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The stretch around ``start`` to ``end`` up to the next semicolon, dash or "but" on either side."""
        earlier = [found.end() for found in _BREAK.finditer(self.low, 0, start)]
        later = _BREAK.search(self.low, end)
        return earlier[-1] if earlier else 0, later.start() if later else len(self.low)

    def parties(self, start: int, end: int) -> list[PartyMention]:
        """The mentions of Parties that begin in ``low[start:end]``."""
        return [m for m in self.sentence.parties if start <= m.start - self.offset < end]

    def token_at(self, position: int) -> Token | None:
        """The token that the character at ``position`` belongs to."""
        at = self.offset + position
        span = self.context.doc.char_span(at, at + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None
