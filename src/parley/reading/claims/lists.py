"""Lists that leave words out: "30 % from A, compared to 12 % from B", "C follows with 8 %", "D (5 %)"."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.reading.claims.draft import Draft, Scope, figure_of
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import find_subject, joined
from parley.reading.claims.vocabulary import construction, phrase
from parley.reading.claims.years import turn_of_century, year_behind, year_of
from parley.reading.numbers import NumberMention
from parley.reading.parties import PartyMention
from parley.records.claim import Measure

_LISTED = frozenset(
    (
        "emissions_share",
        "cumulative",
        "per_capita",
        "emissions",
        "coal_share",
        "renewables",
        "electricity_share",
        "energy_share",
        "other",
        "change",
    )
)
_NAME_BEHIND, _NAME_BEFORE, _OF_THAT, _LINKED, _WORLD_BEFORE, _SHARES, _EARLIER, _WISHED = (
    construction("lists", form)
    for form in ("name_behind", "name_before", "of_that", "linked", "world_before", "shares", "earlier", "wished")
)
_POWER_SHARES = frozenset(("coal_share", "renewables", "electricity_share"))
_OTHER_SOURCES: tuple[tuple[Measure, str], ...] = (
    ("renewables", "<clean>"),
    ("coal_share", "coal"),
    ("electricity_share", "(?:nuclear|gas|natural gas|oil|fossil fuels)"),
)
_SOURCES: tuple[tuple[Measure, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (
        measure,
        phrase(rf"^ (?:came |comes |coming )?(?:from|by|is|was) (?:[\w-]+ )?{words}\b"),
        phrase(rf"(?:and|,|while|with) (?:[\w-]+ )?{words}(?: power)?(?: for| with| at| supplied| another)* <hedges>$"),
    )
    for measure, words in _OTHER_SOURCES
)
_KINDS = {
    "percent": "share",
    "fraction": "share",
    "emissions": "tonnes",
    "mass": "tonnes",
    "count": "count",
    "power": "power",
}


def follow(line: Line, number: NumberMention, last: Draft) -> list[Draft]:
    """The claims of a number that goes on from ``last`` and names only another Party or year."""
    if last.measure not in _LISTED or line.sentence.index - last.sentence > 1 or not _same_kind(number, last):
        return []
    start, end = number.start - line.offset, number.end - line.offset
    if named := _named(line, start, end):
        if (
            number.dimension == "count"
            and last.measure != "per_capita"
            and not (line.sentence.index == last.sentence and _LINKED.search(line.before(start)))
        ):
            return []
        other = _source(line, last, start, end) if line.sentence.index == last.sentence else None
        listed = [_another(line, number, last, code, span) for code, span in named]
        return [replace(draft, measure=other, scope=Scope()) for draft in listed] if other else listed
    if (
        last.measure == "emissions_share"
        and _SHARES.search(line.before(start))
        and not line.after(end).startswith(" of ")
    ):
        return [_another(line, number, last, code, (start, end)) for code in find_subject(line, start) if code]
    if line.sentence.index == last.sentence and (measure := _source(line, last, start, end)):
        return [replace(_another(line, number, last, last.subject, (start, end)), measure=measure)]
    if line.sentence.index == last.sentence and _EARLIER.search(line.before(start)):
        draft = _another(line, number, last, last.subject, (start, end))
        year = year_behind(line, number) or turn_of_century(line.low[end:])
        began = draft.start - len(_tail(_EARLIER, line, start))
        return [replace(draft, year=year, start=began)] if year else []
    return []


def names_behind(line: Line, number: NumberMention) -> bool:
    """Whether a Party stands right behind a number: "12 % from Ruritania"."""
    end = number.end - line.offset
    found = _NAME_BEHIND.match(line.low, end)
    return found is not None and bool(line.parties(found.end(), found.end() + 1))


def _source(line: Line, last: Draft, start: int, end: int) -> Measure | None:
    """What another source of power supplies: "40 % from coal and 6 % from wind"."""
    if last.measure not in _POWER_SHARES or _WISHED.search(line.low, 0, start):
        return None
    for measure, behind, ahead in _SOURCES:
        if behind.match(line.after(end)) or ahead.search(line.before(start)):
            return measure
    return None


def _tail(pattern: re.Pattern[str], line: Line, start: int) -> str:
    found = pattern.search(line.before(start))
    return found.group() if found else ""


def _same_kind(number: NumberMention, last: Draft) -> bool:
    if number.percent is not None and last.measure in ("emissions", "cumulative"):
        return True
    kind, before = _KINDS.get(number.dimension), _KINDS.get(last.dimension)
    if kind == "count" and before == "share":
        return number.low <= 100
    if kind == "count":
        return last.measure == "per_capita" and number.low < 100
    return kind is not None and (
        kind == before or (before == "count" and last.measure == "per_capita" and kind == "tonnes")
    )


def _named(line: Line, start: int, end: int) -> list[tuple[str, tuple[int, int]]]:
    """The Parties right beside a number, each with the stretch from name to number."""
    total = _OF_THAT.match(line.low, end)
    if found := _NAME_BEHIND.match(line.low, total.end() if total else end):
        behind = [m for m in line.parties(end, end + 60) if m.start - line.offset == found.end()]
        if behind:
            return [(behind[0].code, (start, behind[0].end - line.offset))]
    before = [m for m in line.parties(0, start) if m.end - line.offset <= start]
    if before and _NAME_BEFORE.fullmatch(line.low[before[-1].end - line.offset : start]):
        return _with_joined(line, before, start, end)
    if _WORLD_BEFORE.search(line.before(start)):
        return [("WLD", (start - len(_tail(_WORLD_BEFORE, line, start)), end))]
    return []


def _with_joined(line: Line, before: list[PartyMention], start: int, end: int) -> list[tuple[str, tuple[int, int]]]:
    return [(code, (before[-1].start - line.offset, end)) for code in joined(line, before)]


def _another(line: Line, number: NumberMention, last: Draft, code: str | None, span: tuple[int, int]) -> Draft:
    low, high, unit = figure_of(number)
    year = year_of(line, number, last)
    if unit == "%" and (last.figure[2] or "").startswith("% of"):
        unit = last.figure[2]
    return replace(
        last,
        measure="emissions_share" if last.measure == "emissions" and number.percent is not None else last.measure,
        subject=code,
        figure=(low, high, last.figure[2] if number.dimension == "count" or last.measure == "per_capita" else unit),
        start=line.offset + span[0],
        end=line.offset + span[1],
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        year=year or last.year,
        dimension=number.dimension,
        place=(number.start, number.end),
    )
