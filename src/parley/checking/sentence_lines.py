"""Sentences to check, one a line, each optionally after the date on which it was said and a tab."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.terms.when import Interval

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LONGEST_DATE = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text to check and when it was said; ``problem`` says why it cannot be checked, where it cannot."""

    text: str
    published: Interval | None = None
    problem: str = ""


def parse_lines(lines: Iterable[bytes], published: Interval | None = None) -> Iterator[Sentence]:
    """A sentence for each line of UTF-8, blank ones included; ``published`` counts where the line has no date.

    A line that cannot be used is a sentence with its ``problem``.
    """
    for place, line in enumerate(lines):
        content = line.removeprefix(_BYTE_ORDER_MARK) if place == 0 else line
        yield _parse_line(content.rstrip(b"\r\n"), published)


def _parse_line(line: bytes, published: Interval | None) -> Sentence:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        words = line.decode("utf-8", errors="replace").strip()
        return Sentence(words, published, f"byte {error.start + 1} of the line is not UTF-8; save the file as UTF-8")
    date, tab, sentence = text.partition("\t")
    if not tab:
        return Sentence(text.strip(), published)
    if not date.strip():
        return Sentence(sentence.strip(), published)
    try:
        return Sentence(sentence.strip(), Interval.parse(date.strip()))
    except ValueError:
        shown = date.strip()[:_LONGEST_DATE]
        problem = f"{shown!r} before the tab is not a day, month or year such as 2021-08-31, 2021-08, 2021"
        return Sentence(sentence.strip(), None, problem)
