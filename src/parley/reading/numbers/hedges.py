"""Hedge words around a number: over, at least, nearly, up to, or more."""

from __future__ import annotations

import re

from parley.reading.numbers.lexicon import HEDGES, HEDGES_AFTER, any_of
from parley.reading.numbers.mention import Comparator
from parley.reading.numbers.page import Page

_COMPARATORS: tuple[Comparator, ...] = (">", "<", "~", "=")
_BEFORE: dict[str, Comparator] = {words: sign for sign in _COMPARATORS for words in HEDGES[sign]}
_AFTER: dict[str, Comparator] = {words: sign for sign in _COMPARATORS for words in HEDGES_AFTER.get(sign, ())}
_CLAUSE_BEFORE = re.compile(r".*(?:[,;:!?()\"“”\n]|(?<!approx)(?<! ca)\.)", re.DOTALL)
_AFTER_WORDS = re.compile(rf" ?({any_of(_AFTER)})(?![^\W_])(?! than\b| to \d)")
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "all"))
_PREPOSITIONS = frozenset(("over", "under", "above", "below", "about", "around", "within", "near", "beyond", "top"))
_SIGN = re.compile(r"(?<=[<>~≈≤≥∼])(?=[^\s=])|(?<=[^\s<>])(?=[<>~≈≤≥∼])")
_MEASURED = frozenset(("emissions", "mass", "percent", "power", "energy", "money", "temperature"))
_SUMMING = frozenset(("add", "adds", "added", "adding"))
_LONGEST_HEDGE = 6
_REACH = 48
_TAKES_TIME = re.compile(r"(?:for|last\w*|took|takes?|spen[dt]\w*|is|are|was|were|after|wait\w*|and|of|by)$")
_AGE = re.compile(r" (?:old|ago|earlier|later)\b")


def hedge_before(page: Page, start: int, dimension: str) -> tuple[Comparator, str | None]:
    """The comparator of the words that end at ``start``, and those words.

    Of several ("no more than about 30") the outermost that is "less" or "more" counts.
    """
    words = _words_before(page, start)
    comparator: Comparator = "="
    hedge: str | None = None
    determined = False
    while found := _last_hedge(words):
        sign, length = found
        phrase = " ".join(words[-length:])
        if determined and phrase in _PREPOSITIONS and dimension not in ("temperature", "percent"):
            break
        words = words[:-length]
        if phrase == "up to" and words and words[-1] in _SUMMING:
            break
        determined = determined or phrase in _DETERMINERS
        if sign != "=" and (comparator in ("=", "~") or sign in "<>"):
            comparator, hedge = sign, phrase
        elif hedge is None and phrase.startswith(("exactly", "precisely", "equal")):
            hedge = phrase
    if dimension == "duration" and hedge == "over" and not _exceeds(page, start, words):
        return "=", None
    if hedge == "top" and dimension in _MEASURED:
        return ">", hedge
    return comparator, hedge


def hedge_after(page: Page, end: int) -> tuple[Comparator, str, int] | None:
    """The comparator of words after the quantity: "or more", "or so"."""
    found = _AFTER_WORDS.match(page.low, end)
    return (_AFTER[found[1]], found[1], found.end()) if found else None


def _words_before(page: Page, start: int) -> list[str]:
    """The last few words before ``start``, of the same clause; signs such as ``>`` apart."""
    before = page.low[max(0, start - _REACH) : start]
    if earlier := _CLAUSE_BEFORE.match(before):
        before = before[earlier.end() :]
    return _SIGN.sub(" ", before).rstrip(" -").split()


def _last_hedge(words: list[str]) -> tuple[Comparator, int] | None:
    """The longest hedge that ends the list, and how many words it has."""
    for length in range(min(_LONGEST_HEDGE, len(words)), 0, -1):
        sign = _BEFORE.get(" ".join(words[-length:]))
        if sign is not None:
            return sign, length
    return None


def _exceeds(page: Page, start: int, words: list[str]) -> bool:
    """Whether "over two days" is said of a length ("took over two days"), not of a stretch of time."""
    said_of_length = bool(words) and _TAKES_TIME.match(words[-1]) is not None
    return said_of_length or _AGE.search(page.low, start, start + _REACH) is not None
