"""One document while it is being read: the parse and everything found in it so far, by sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from spacy.tokens import Doc, Span

from parley.reading.agents import Agents
from parley.reading.dates import DateMention, read_dates
from parley.reading.numbers import NumberMention, find_numbers
from parley.reading.officeholders import complete_people, merge_namesakes
from parley.reading.parties import PartyMention, read_parties
from parley.reading.people import People, PersonMention, read_people
from parley.reading.places import PlaceMention, read_places
from parley.reading.quotations import Quotation, find_quotations
from parley.reading.titles import describe_people
from parley.records import Document, Quote, Statement
from parley.terms.when import Interval


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what was found in it, each tuple in order of place."""

    index: int
    span: Span
    dates: tuple[DateMention, ...]
    numbers: tuple[NumberMention, ...]
    parties: tuple[PartyMention, ...]
    places: tuple[PlaceMention, ...]
    people: tuple[PersonMention, ...]

    @property
    def start(self) -> int:
        return self.span.start_char

    @property
    def end(self) -> int:
        return self.span.end_char

    @property
    def text(self) -> str:
        return self.span.text


@dataclass(frozen=True, slots=True)
class Context:
    """What the extractors share.

    ``text`` is the prepared text, of the same length and offsets as ``document.text``; spaCy's own ``doc.text`` is
    joined anew at every asking. ``statements`` is empty until speech has been read.
    """

    document: Document
    doc: Doc
    text: str
    dates: tuple[DateMention, ...]
    numbers: tuple[NumberMention, ...]
    parties: tuple[PartyMention, ...]
    places: tuple[PlaceMention, ...]
    people: People
    quotations: tuple[Quotation, ...]
    agents: Agents
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...] = ()

    @property
    def published(self) -> Interval | None:
        return self.document.published

    def quote(self, start: int, end: int) -> Quote:
        """The document's words from character ``start`` to ``end``."""
        return Quote.of(self.document.text, start, end)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that character ``offset`` lies in."""
        index = bisect_right(self.quotations, offset, key=lambda quotation: quotation.start) - 1
        if index >= 0 and offset < self.quotations[index].end:
            return self.quotations[index]
        return None

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that character ``offset`` lies in."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[max(index, 0)]

    def name_of(self, person: int) -> str:
        """The name of person number ``person``."""
        return self.people.persons[person].name


def read_context(document: Document, doc: Doc) -> Context:
    """Everything the extractors need to know of a parsed document."""
    text = doc.text
    parties = read_parties(doc, text)
    people = read_people(doc, parties)
    describe_people(doc, people, parties)
    complete_people(doc, people, parties, document.published.anchor if document.published else None)
    people = merge_namesakes(people)
    places = read_places(doc, parties)
    dates = read_dates(doc, document.published, text)
    numbers = find_numbers(text)
    return Context(
        document=document,
        doc=doc,
        text=text,
        dates=dates,
        numbers=numbers,
        parties=parties,
        places=places,
        people=people,
        quotations=find_quotations(text),
        agents=Agents(doc, parties, people),
        sentences=tuple(_sentences(doc, dates, numbers, parties, places, people.mentions)),
    )


def _sentences(
    doc: Doc,
    dates: Sequence[DateMention],
    numbers: Sequence[NumberMention],
    parties: Sequence[PartyMention],
    places: Sequence[PlaceMention],
    people: Sequence[PersonMention],
) -> list[Sentence]:
    spans = [span for span in doc.sents if not span.text.isspace()]
    starts = [span.start_char for span in spans]
    return [
        Sentence(i, span, *rows)
        for i, (span, *rows) in enumerate(
            zip(
                spans,
                *(_by_sentence(starts, found) for found in (dates, numbers, parties, places, people)),
                strict=True,
            )
        )
    ]


def _by_sentence(starts: Sequence[int], found: Sequence[T]) -> list[tuple[T, ...]]:
    rows: list[list[T]] = [[] for _ in starts]
    for mention in found:
        rows[max(bisect_right(starts, mention.start) - 1, 0)].append(mention)
    return [tuple(row) for row in rows]
