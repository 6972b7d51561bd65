"""Shares told as so many of so many: "one in five tonnes of the world's CO2 is emitted by Ruritania"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import NOBODY, find_subject
from parley.reading.claims.vocabulary import construction
from parley.records.claim import Comparator

_OF_TONNES, _FROM = (construction("figures", form) for form in ("of_tonnes", "from_whom"))
_GOODS = re.compile(
    r" (?:of (?:all |the )?(?:the )?(?:world['’]s |global )?)?(?:solar|photovoltaic|pv) (?:modules?|panels?)\b"
    r"(?! (?:sold|installed|bought|used|imported|on|in)\b)"
)
_MAKING = re.compile(
    r"\b(?:c[ao]me from|(?:is|are|was|were) (?:made|built|produced|manufactured|assembled|[a-z]{4,9}(?=[.,]|$))"
    r"|rolled off|roll off|left|bore|carried|made in|made by)\b"
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ABOUT = re.compile(r"\b(?:nearly|almost|about|around|roughly|some|close to)$")
_MORE, _LESS = re.compile(r"\b(?:more than|over|at least)$"), re.compile(r"\b(?:less than|fewer than|under)$")


def find_proportions(line: Line) -> Iterator[Draft]:
    """The shares of the world's emissions that a sentence tells as one tonne in so many."""
    if "tonne" not in line.low and "tons" not in line.low:
        return
    for found in _OF_TONNES.finditer(line.low):
        part, whole = _number(found["part"]), _number(found["whole"])
        named = _whose(line, found)
        if not part or not whole or part > whole or named in (None, "WLD"):
            continue
        share = round(100 * part / whole, 4)
        start, end = line.offset + found.start("part"), line.offset + found.end("whole")
        yield Draft(
            measure="emissions_share",
            subject=named,
            figure=(share, share, "%"),
            start=start,
            end=line.offset + found.end(),
            sentence=line.sentence.index,
            comparator=_comparator(line.low[: found.start("part")].rstrip()),
            written=line.context.document.text[start:end],
            year=_year(line),
            dimension="fraction",
            place=(start, end),
        )


def find_goods(line: Line) -> Iterator[Draft]:
    """Shares of the world's solar modules: "three out of four modules came from Ruritania"."""
    for number in line.sentence.numbers:
        goods = _GOODS.match(line.low, number.end - line.offset) if number.dimension == "fraction" else None
        maker = _maker(line, goods.end()) if goods else None
        if goods is None or maker is None or number.percent is None:
            continue
        yield Draft(
            measure="renewables",
            subject=maker,
            figure=(round(number.percent[0], 4), round(number.percent[1], 4), "%"),
            start=number.start,
            end=line.offset + goods.end(),
            sentence=line.sentence.index,
            comparator=number.comparator,
            written=number.written or number.text,
            year=_year(line),
            dimension="fraction",
            scope=Scope(about="solar"),
        )


def _maker(line: Line, position: int) -> str | None:
    """The one Party behind the goods, beside words of making."""
    named = list(dict.fromkeys(each.code for each in line.parties(position, len(line.low)) if each.code != "WLD"))
    return named[0] if len(named) == 1 and _MAKING.search(line.low, position) else None


def _whose(line: Line, found: re.Match[str]) -> str | None:
    behind = _FROM.match(line.low, found.end())
    named = line.parties(behind.end(), behind.end() + 1) if behind else []
    if named:
        return named[0].code
    subjects = find_subject(line, found.start("part"))
    return subjects[0] if behind is None and subjects != NOBODY and len(subjects) == 1 else None


def _number(words: str) -> int:
    return _NUMBERS.index(words) + 1 if words in _NUMBERS else int(words) if words.isdigit() else 0


def _comparator(before: str) -> Comparator:
    if _ABOUT.search(before):
        return "~"
    return ">" if _MORE.search(before) else "<" if _LESS.search(before) else "="


def _year(line: Line) -> int | None:
    starts = [mention.interval.start for mention in line.sentence.dates if mention.interval is not None]
    return next((start.year for start in starts if start is not None), None)
