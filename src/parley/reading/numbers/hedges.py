"""Hedge words around a number: over, at least, nearly, up to, or more."""

from __future__ import annotations

import re

from parley.reading.numbers.lexicon import HEDGES, HEDGES_AFTER, any_of
from parley.reading.numbers.mention import Comparator
from parley.reading.numbers.page import Page

_COMPARATORS: tuple[Comparator, ...] = (">", "<", "~", "=")
_BEFORE: dict[str, Comparator] = {words: sign for sign in _COMPARATORS for words in HEDGES[sign]}
_AFTER: dict[str, Comparator] = {words: sign for sign in _COMPARATORS for words in HEDGES_AFTER.get(sign, ())}
_LAST_WORDS = re.compile(r"[^\s,;:.!?()\"“”]+\.?(?: [^\s,;:.!?()\"“”]+\.?)*[ -]?$")
_AFTER_WORDS = re.compile(rf" ?({any_of(_AFTER)})(?![^\W_])")
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "all"))
_PREPOSITIONS = frozenset(("over", "under", "above", "below", "about", "around", "within", "near", "beyond", "top"))
_SIGNS = ("<", ">", "~", "≈", "≤", "≥", "=", "∼")
_LONGEST_HEDGE = 6
_REACH = 48
_TAKES_TIME = re.compile(r"(?:for|last\w*|took|takes?|spen[dt]\w*|is|are|was|were|after|wait\w*|and|of|by) $")
_AGE = re.compile(r" (?:old|ago|earlier|later)\b")


def hedge_before(page: Page, start: int, dimension: str) -> tuple[Comparator, str | None, int]:
    """The comparator of the words that end at ``start``, those words, and where they begin.

    Of several ("no more than about 30") the outermost that is "less" or "more" counts.
    """
    words, cursor = _words_before(page, start), start
    comparator: Comparator = "="
    hedge: str | None = None
    determined = False
    while step := _last_hedge(words):
        sign, length = step
        phrase = " ".join(words[-length:])
        words = words[:-length]
        if determined and phrase in _PREPOSITIONS and dimension not in ("temperature", "percent"):
            break
        determined = determined or phrase in _DETERMINERS
        if sign != "=" and (comparator in ("=", "~") or sign in "<>"):
            comparator, hedge = sign, phrase
        elif phrase.startswith(("exactly", "precisely", "equal")) and hedge is None:
            hedge = phrase
        found = page.low.rfind(phrase, 0, cursor)
        cursor = found if found >= 0 else cursor
    if dimension == "duration" and hedge == "over" and not _exceeds(page, start, cursor):
        return "=", None, start
    return comparator, hedge, cursor


def hedge_after(page: Page, end: int) -> tuple[Comparator, str, int] | None:
    """The comparator of words after the quantity: "or more", "or so"."""
    found = _AFTER_WORDS.match(page.low, end)
    return (_AFTER[found[1]], found[1], found.end()) if found else None


def _words_before(page: Page, start: int) -> list[str]:
    """The last few words before ``start``, of the same clause; signs such as ``>`` apart."""
    before = page.low[max(0, start - _REACH) : start]
    for sign in _SIGNS:
        if sign in before:
            before = before.replace(sign, f" {sign}") if not before.rstrip().endswith(("<=", ">=", "=<")) else before
    found = _LAST_WORDS.search(before)
    return found[0].rstrip(" -").split() if found else []


def _last_hedge(words: list[str]) -> tuple[Comparator, int] | None:
    """The longest hedge that ends the list, and how many words it has."""
    for length in range(min(_LONGEST_HEDGE, len(words)), 0, -1):
        sign = _BEFORE.get(" ".join(words[-length:]))
        if sign is not None:
            return sign, length
    return None


def _exceeds(page: Page, start: int, cursor: int) -> bool:
    """Whether "over two days" is said of a length ("took over two days"), not of a stretch of time."""
    return _TAKES_TIME.search(page.low, max(0, cursor - 12), cursor) is not None or (
        _AGE.search(page.low, start, start + 30) is not None
    )
