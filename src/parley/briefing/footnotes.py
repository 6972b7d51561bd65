"""Footnotes: quotes numbered by first mention, each shown once with the sentence or so around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from parley.briefing.prose import tidy
from parley.briefing.shelf import Shelf
from parley.briefing.view import Citation, Citations, Note
from parley.records import Quote, Report

_LONGEST_CONTEXT = 200
_SHORT_CONTEXT = 12
# What a document says over and over is shown in a few places only.
_MOST_QUOTES = 3
# A full stop after one capital or a usual abbreviation ends no sentence; this decides only where a context is cut.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)[.!?][\"”’')\]]*\s+|\n\s*\n")

_Place = tuple[str, int, int]


@dataclass
class Footnotes:
    """The notes of one briefing, in the making: cite in the order in which the page will be read."""

    shelf: Shelf
    _places: list[_Place] = field(default_factory=list)
    _numbers: dict[_Place, int] = field(default_factory=dict)
    _mentions: dict[int, int] = field(default_factory=dict)

    def cite(self, reports: Iterable[Report], most: int = _MOST_QUOTES) -> Citations:
        """One citation for each different quote of ``reports``, of each report the first ``most``."""
        places = ((report.document, quote.start, quote.end) for report in reports for quote in report.quotes[:most])
        return tuple(self._mention(place) for place in dict.fromkeys(places))

    def notes(self) -> tuple[Note, ...]:
        """The notes mentioned so far, by number."""
        return tuple(self._note(place, number) for number, place in enumerate(self._places, start=1))

    def note(self, citation: Citation) -> Note:
        """The note that is mentioned."""
        place = self._places[citation.note - 1]
        return self._note(place, citation.note)

    def _mention(self, place: _Place) -> Citation:
        if place not in self._numbers:
            self._places.append(place)
        number = self._numbers.setdefault(place, len(self._places))
        self._mentions[number] = self._mentions.get(number, 0) + 1
        return Citation(number, self._mentions[number])

    def _note(self, place: _Place, number: int) -> Note:
        document, start, end = place
        text = self.shelf.documents[document].text
        before, after = context(text, start, end)
        return Note(
            number=number,
            document=document,
            source=self.shelf.label(document),
            date=self.shelf.published(document).words,
            start=start,
            end=end,
            before=before,
            exact=text[start:end],
            after=after,
            cited=self._mentions[number],
        )


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """The rest of the sentence before and after ``text[start:end]``, and a neighbour where that is next to nothing.

    White space is made single; an ellipsis marks where a sentence was cut short.
    """
    return _before(text[:start]), _after(text[end:])


def _before(text: str) -> str:
    window = text[-_LONGEST_CONTEXT:]
    starts = [found.end() for found in _SENTENCE_END.finditer(window)]
    if len(text) <= _LONGEST_CONTEXT:
        starts.insert(0, 0)
    long_enough = [start for start in starts if len(window) - start >= _SHORT_CONTEXT]
    if long_enough:
        return tidy(window[long_enough[-1] :], keep_end=True)
    if starts and len(text) <= _LONGEST_CONTEXT:
        return tidy(window[starts[0] :], keep_end=True)
    cut = window.find(" ")
    return "… " + tidy(window[cut + 1 :], keep_end=True)


def _after(text: str) -> str:
    window = text[:_LONGEST_CONTEXT]
    ends = [found.end() for found in _SENTENCE_END.finditer(window)]
    if len(text) <= _LONGEST_CONTEXT:
        ends.append(len(window))
    long_enough = [end for end in ends if end >= _SHORT_CONTEXT]
    if long_enough:
        return tidy(window[: long_enough[0]], keep_start=True)
    if len(text) <= _LONGEST_CONTEXT:
        return tidy(window, keep_start=True)
    return tidy(window[: window.rfind(" ")], keep_start=True) + " …"


def first_words(quote: Quote, limit: int = 320) -> str:
    """A quote's words on one line, cut at a word after ``limit`` characters."""
    words = tidy(quote.exact)
    if len(words) <= limit:
        return words
    return words[: words.rfind(" ", 0, limit)] + " …"
