"""Where titles stand: the words before a name and the apposition behind it."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc

from parley.reading.lexicon import words
from parley.terms.parties import find_code

Stretch = tuple[int, int]
"""Token numbers, the second excluded."""

HEADS = words("offices", "heads")
MODIFIERS = words("offices", "modifiers")
HONORIFICS = words("offices", "honorifics")
_LONGEST_TITLE = 16
_LONGEST_APPOSITION = 24
_JOINS = frozenset(["and", "of", "for", "on", "to", "the"])
_INSIDE_A_TITLE = frozenset(["of", "for", "on", "and", "to", "the", "'s", "'", "-", "&", "/"])


def title_before(doc: Doc, end: int, named: Container[int]) -> Stretch | None:
    if end == 0 or doc[end - 1].lower_ in _JOINS:
        return None
    first = end
    while first > max(0, end - _LONGEST_TITLE) and _may_be_title(doc, first - 1, named):
        first -= 1
    while first < end and (doc[first].lower_ in _INSIDE_A_TITLE or doc[first].is_punct):
        first += 1
    return (first, end) if holds_an_office(doc, first, end) else None


def _may_be_title(doc: Doc, index: int, named: Container[int]) -> bool:
    token = doc[index]
    lower = token.lower_
    if index in named or token.is_space or token.ent_type_ in ("DATE", "TIME"):
        return False
    if lower == "and":
        return index > 0 and doc[index - 1].lower_ in HEADS and doc[index + 1].text[0].isupper()
    if lower == "to":  # "ambassador to China", but not "adviser to President X"
        return index > 0 and doc[index - 1].lower_ in HEADS and find_code(doc[index + 1].text) is not None
    if token.is_sent_start and not token.text[0].isupper():
        return False
    return (
        lower in _INSIDE_A_TITLE
        or lower in HEADS
        or lower in MODIFIERS
        or lower in HONORIFICS
        or (token.text[0].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ"))
    )


def holds_an_office(doc: Doc, first: int, last: int) -> bool:
    return any(token.lower_ in HEADS for token in doc[first:last])


def apposition_behind(doc: Doc, start: int, named: Container[int]) -> Stretch | None:
    if start >= len(doc) - 1 or doc[start].text not in (",", "(", "-", "--"):
        return None
    first = start + 1
    if (
        doc[first].lower_ == "who"
        and first + 2 < len(doc)
        and doc[first + 1].lower_ in ("is", "was", "serves", "served")
    ):
        first += 2 + (doc[first + 2].lower_ in ("now", "also", "as"))
    last = first
    while last < min(len(doc), first + _LONGEST_APPOSITION) and not _ends_an_apposition(doc, last, first, named):
        last += 1
    if last < len(doc) and last in named and doc[last - 1].lower_ not in ("to", "of", "for", "under", "with"):
        return None
    return (first, last) if last > first and holds_an_office(doc, first, min(last, first + 14)) else None


def _ends_an_apposition(doc: Doc, index: int, first: int, named: Container[int]) -> bool:
    token = doc[index]
    if token.text in (",", ".", ";", ":", ")", '"', "--") or token.is_space:
        return True
    if token.pos_ == "AUX" or (token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP", "MD")):
        return True
    return index in named and index > first
