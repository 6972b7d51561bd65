"""Shares told without a number of their own kind: "nearly all", "the bulk of", "three tonnes in ten"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.evidence import frame
from parley.reading.claims.line import Line
from parley.reading.lexicon import load
from parley.reading.numbers import NumberMention
from parley.reading.numbers.mention import Comparator

_IN_SO_MANY, _EVERY = frame("parts", "in_so_many"), frame("parts", "every")
_TOLD = re.compile(
    r"\b(?:all|whole|everything|entire\w*|most|majority|bulk|lion's share|part of|every|hardly"
    r"|none|nothing|not a|barely any"
    r"|scarcely|exclusively|wholly|solely|hundred|thousand)\b|\b1,?000?\b"
    r"|\bof (?:every|each) |(?:\d|one|two|three|four|five|six|seven|eight"
    r"|nine)(?: [\w-]+){0,2} (?:in|of) "
)
_HUNDRED = re.compile(
    r" (?:in|out of|of) (?:every |each |a |any |one )?(?P<whole>hundred|thousand|100|1,000|1000)\b"
    r"(?! (?:percent|per|years?|million|billion))"
)
_OF_HUNDRED = re.compile(
    r"(?:^\W*|[,;:] |\b(?:and|but|that) )(?:out )?of (?:every |each |any |a |one )"
    r"(?P<whole>hundred|thousand|100|1,000|1000|ten|twenty|20|10) [^,;]{4,90}, "
    r"(?:about |some |nearly |roughly |almost |only |just )*$"
)
_WHOLES = {"ten": 10, "10": 10, "twenty": 20, "20": 20, "thousand": 1000, "1,000": 1000, "1000": 1000}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("", "other", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_MORE = re.compile(r"\b(?:more than|over|at least) $")
_LESS = re.compile(r"\b(?:less than|fewer than|under|not quite) $")
_ABOUT = re.compile(r"\b(?:nearly|almost|about|around|roughly|some|close to|just under) $")


def find_wordings(line: Line) -> Iterator[NumberMention]:
    """The shares of a sentence that are told in such words, as fractions."""
    if not _TOLD.search(line.low):
        return
    for name, (low, high) in load("frames")["quantifiers"].items():
        for found in frame("quantifier_words", name).finditer(line.low):
            yield _mention(line, found.start(), found.end(), low / 100, high / 100, "=")
    for found in _IN_SO_MANY.finditer(line.low):
        part, whole = _number(found["part"]), _number(found["whole"])
        if 0 < part < whole:
            yield _mention(
                line, found.start(), found.end(), part / whole, part / whole, _comparator(line, found.start())
            )
    for number in line.sentence.numbers:
        start, end = number.start - line.offset, number.end - line.offset
        if number.dimension != "count" or number.vague:
            continue
        behind = _HUNDRED.match(line.low, end)
        if found_whole := behind or _OF_HUNDRED.search(line.low[:start]):
            whole = _WHOLES.get(found_whole["whole"], 100)
            if 0 < number.high < whole:
                share = number.low / whole
                yield _mention(line, start, behind.end() if behind else end, share, share, number.comparator)
    for found in _EVERY.finditer(line.low):
        whole = _ORDINALS.index(found["order"])
        share = 1 / max(whole, 2)
        yield _mention(line, found.start(), found.end(), share, share, _comparator(line, found.start()))


def _number(words: str) -> int:
    return _NUMBERS.index(words) + 1 if words in _NUMBERS else int(words) if words.isdigit() else 0


def _comparator(line: Line, start: int) -> Comparator:
    before = line.low[:start]
    if _MORE.search(before):
        return ">"
    return "<" if _LESS.search(before) else "~" if _ABOUT.search(before) else "="


def _mention(line: Line, start: int, end: int, low: float, high: float, comparator: Comparator) -> NumberMention:
    text = line.context.document.text[line.offset + start : line.offset + end]
    return NumberMention(
        start=line.offset + start,
        end=line.offset + end,
        text=text,
        low=low,
        high=high,
        unit=None,
        dimension="fraction",
        comparator=comparator,
        written=text,
        base_low=low,
        base_high=high,
    )
