"""Stretches between quotation marks.

Marks are straight in a prepared text, so which opens and which closes is told by what stands beside it. A quotation of
several paragraphs opens each of them and closes only the last; a mark may also be lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_BEFORE_OPENING = frozenset(" ([-–—/\u00a0")
_AFTER_CLOSING = frozenset(" .,;:!?)]-–—/'s")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` is what stands between the marks, marks left out.

    ``closed`` is false where the closing mark is missing; ``continues`` is true where the quotation goes on from the
    paragraph before, which opened it and did not close it.
    """

    start: int
    end: int
    closed: bool = True
    continues: bool = False


def find_quotations(prepared: str) -> tuple[Quotation, ...]:
    """Quoted stretches of a prepared text (marks already straight), in order."""
    found: list[Quotation] = []
    for start, end in _paragraphs(prepared):
        paragraph = prepared[start:end]
        continues = bool(found) and not found[-1].closed and _begins_with_mark(paragraph)
        for number, (opened, closed, is_closed) in enumerate(_pairs(paragraph)):
            if closed > opened:
                found.append(Quotation(start + opened, start + closed, is_closed, continues and number == 0))
    return tuple(found)


def _paragraphs(prepared: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph; lines are one paragraph where a line break stands inside a quotation."""
    paragraphs: list[tuple[int, int]] = []
    for line in _LINE.finditer(prepared):
        if paragraphs and line.start() == paragraphs[-1][1] + 1 and _closes_first(line.group()):
            start, end = paragraphs[-1]
            pairs = _pairs(prepared[start:end], shortest_open=1)
            if pairs and not pairs[-1][2]:
                paragraphs[-1] = (start, line.end())
                continue
        paragraphs.append(line.span())
    return paragraphs


def _closes_first(line: str) -> bool:
    """Whether the first mark of a line closes a quotation."""
    mark = line.find('"')
    return mark > 0 and line[mark - 1] not in _BEFORE_OPENING


def _begins_with_mark(paragraph: str) -> bool:
    return paragraph.lstrip().startswith('"')


def _pairs(paragraph: str, shortest_open: int = 20) -> list[tuple[int, int, bool]]:
    """(start, end, closed) of each quoted stretch of a paragraph; what is left open counts from a length on."""
    pairs: list[tuple[int, int, bool]] = []
    opened: int | None = None
    for mark in (i for i, character in enumerate(paragraph) if character == '"'):
        if opened is None:
            if _may_open(paragraph, mark):
                opened = mark + 1
        elif _only_opens(paragraph, mark):
            pairs.append((opened, _end_of_lost(paragraph, opened, mark), False))
            opened = mark + 1
        else:
            pairs.append((opened, mark, True))
            opened = None
    if opened is not None and len(paragraph.rstrip()) - opened > shortest_open:
        pairs.append((opened, len(paragraph.rstrip()), False))
    return pairs


def _may_open(paragraph: str, mark: int) -> bool:
    after = paragraph[mark + 1 : mark + 2]
    before = paragraph[mark - 1] if mark else " "
    return bool(after.strip()) and (before in _BEFORE_OPENING or (before.isalpha() and after.isupper()))


def _only_opens(paragraph: str, mark: int) -> bool:
    before, after = paragraph[mark - 1], paragraph[mark + 1 : mark + 2]
    return before in _BEFORE_OPENING and after.isalnum()


def _end_of_lost(paragraph: str, opened: int, following: int) -> int:
    """Where a quotation whose closing mark was lost most likely ended: its first sentence end."""
    end = _SENTENCE_END.search(paragraph, opened, following)
    return end.end() if end else following
