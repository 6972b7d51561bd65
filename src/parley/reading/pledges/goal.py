"""What a stretch of text wants to happen, before it is known whose pledge it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.context import Context, Sentence
from parley.reading.numbers import NumberMention
from parley.records.pledge import Gas, PledgeKind, ReductionBasis


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its text in lower case; ``offset`` is where it begins in the document."""

    context: Context
    sentence: Sentence
    low: str
    offset: int

    @classmethod
    def of(cls, context: Context, sentence: Sentence) -> Line:
        return cls(context, sentence, sentence.text.lower(), sentence.start)

    def token_at(self, position: int) -> Token | None:
        """The token that the character at ``low[position]`` belongs to."""
        span = self.context.doc.char_span(self.offset + position, self.offset + position + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens of ``low[start:end]``."""
        span = self.context.doc.char_span(self.offset + start, self.offset + max(end, start + 1), alignment_mode="expand")
        return list(span) if span is not None else []

    @property
    def numbers(self) -> tuple[NumberMention, ...]:
        return self.sentence.numbers


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal at ``line.low[start:end]``; ``figure`` is its value, as ``(low, high, unit)``.

    ``to_level`` is true for "to 40 % of". ``older`` marks the goal that another one of the sentence replaces.
    ``listed`` is true for a further figure of the kind of the goal before it in the sentence.
    ``reference`` is true for a mere mention of a known goal ("its 2030 target").
    """

    kind: PledgeKind
    start: int
    end: int
    figure: tuple[float, float, str | None] | None = None
    basis: ReductionBasis | None = None
    gas: Gas | None = None
    about: str | None = None
    to_level: bool = False
    older: bool = False
    reference: bool = False
    year: int | None = None
    listed: bool = False


_BEFORE_FIGURE = re.compile(r"(?: (?!will |would |has |have |had |and |is |are )[^\s\d,;]+){0,4} $")
_JOINED = re.compile(r"(?:[,;]|\band|\bwhile|\bbut|\bwith) (?:the )?$")


def gapped_party(line: Line, start: int) -> str | None:
    """The Party of a list that leaves out its verb: "Ruritania pledged 2 million euros, *Borduria* 3 million"."""
    for mention in reversed(line.sentence.parties):
        begin, end = mention.start - line.offset, mention.end - line.offset
        if end < start:
            fits = _BEFORE_FIGURE.fullmatch(line.low[end:start]) and _JOINED.search(line.low[:begin])
            return mention.code if fits and mention.code != "WLD" else None
    return None
