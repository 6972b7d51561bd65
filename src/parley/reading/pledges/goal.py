"""What a stretch of text wants to happen, before it is known whose pledge it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.context import Context, Sentence
from parley.reading.numbers import NumberMention
from parley.records.pledge import Gas, PledgeKind, ReductionBasis

Figure = tuple[float, float, str | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its text in lower case; ``offset`` is where it begins in the document."""

    context: Context
    sentence: Sentence
    low: str
    offset: int

    def token_at(self, position: int) -> Token | None:
        """The token that the character at ``low[position]`` belongs to."""
        return next(iter(self.tokens(position, position + 1)), None)

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens of ``low[start:end]``."""
        last = self.offset + max(end, start + 1)
        span = self.context.doc.char_span(self.offset + start, last, alignment_mode="expand")
        return list(span) if span is not None else []

    @property
    def numbers(self) -> tuple[NumberMention, ...]:
        return self.sentence.numbers


def lines_of(context: Context) -> Iterator[Line]:
    """The sentences of a document as lines."""
    text = context.text
    low = text.lower()
    if len(low) != len(text):  # a few letters grow in lower case; offsets must not move
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    for sentence in context.sentences:
        yield Line(context, sentence, low[sentence.start : sentence.end], sentence.start)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal at ``line.low[start:end]``; ``figure`` is its value, as ``(low, high, unit)``.

    ``to_level`` is true for "to 40 % of". ``older`` marks the goal that another one of the text replaces, ``given_up``
    is the figure that this one takes the place of in its own words ("from 26 % to 46 %").
    ``listed`` is true for a further figure of the kind of the goal before it in the sentence.
    ``reference`` is true for a mere mention of a known goal ("its 2030 target"), whose year is then ``year``.
    """

    kind: PledgeKind
    start: int
    end: int
    figure: Figure | None = None
    basis: ReductionBasis | None = None
    gas: Gas | None = None
    about: str | None = None
    to_level: bool = False
    older: bool = False
    reference: bool = False
    year: int | None = None
    listed: bool = False
    given_up: Figure | None = None
