"""Ranks: second-largest, No. 1, top two, ranked third, the world's largest."""

from __future__ import annotations

import re

from parley.reading.numbers.lexicon import RANK_VERBS, SUPERLATIVES, any_of
from parley.reading.numbers.numerals import Numeral
from parley.reading.numbers.page import Page

_SUPERLATIVE_AFTER = re.compile(
    rf"(?: |-| - )(?:(?:most|least)(?:[ -](?!of\b|likely\b|recent)[a-z]+)|{any_of(SUPERLATIVES)})(?![^\W_])"
)
_NUMBER_SIGN = re.compile(r"(?:(?<![^\W_])(?:no\.? ?|nos\.? |number[ -]|nr\.? ?)|#)$")
_NUMBER_WORD = re.compile(r"(?<![^\W_])(?:no\. |number[ -])$")
_RANKED = re.compile(rf"(?<![^\W_]){any_of(RANK_VERBS)} (?:joint |only |in |the )?$")
_TOP = re.compile(r"(?<![^\W_])top(?: |-)$")
_WORLDS = re.compile(r"(?:the|'s|s') (?:single |very |by far the |second )?$")
_ONE_OF_MANY = re.compile(r"(?:one of|among|some of|two of|three of|many of)(?: \S+){0,2} $")
_REACH = 40


def superlative_after(page: Page, ordinal: Numeral) -> int | None:
    """Where the superlative after an ordinal ends ("second-largest", "third most populous")."""
    found = _SUPERLATIVE_AFTER.match(page.low, ordinal.end)
    return found.end() if found else None


def is_ranked(page: Page, start: int) -> bool:
    """Whether an ordinal follows a word of ranking ("ranked third", "came second")."""
    return _RANKED.search(page.low, max(0, start - _REACH), start) is not None


def number_sign(page: Page, numeral: Numeral) -> int | None:
    """Where the "No." or "number" before a number begins; "no one" has none."""
    sign = _NUMBER_WORD if numeral.worded else _NUMBER_SIGN
    found = sign.search(page.low, max(0, numeral.start - 8), numeral.start)
    return found.start() if found else None


def is_top(page: Page, start: int) -> bool:
    """Whether "top" stands before the number ("the top two emitters")."""
    return _TOP.search(page.low, max(0, start - 5), start) is not None


def is_sole_superlative(page: Page, start: int) -> bool:
    """Whether a bare superlative says "the first of all" ("the world's largest"), not "one of the largest"."""
    before = page.low[max(0, start - _REACH) : start]
    return _WORLDS.search(before) is not None and _ONE_OF_MANY.search(before) is None
