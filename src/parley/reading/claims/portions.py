"""Shares by evidence: what they are of, from which source, and whose they are, whatever the verb."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.reading.claims.carriers import carriers
from parley.reading.claims.draft import Draft, Scope, figure_of
from parley.reading.claims.evidence import is_summed, names_world, source_in
from parley.reading.claims.line import Line
from parley.reading.claims.periods import period_of
from parley.reading.claims.wholes import Whole, owner_of, whole_of
from parley.reading.claims.years import tells_a_year, year_of
from parley.reading.numbers import NumberMention
from parley.records.claim import Measure
from parley.terms.parties import is_group

_RENEWABLE = frozenset(
    ("renewables", "wind", "solar", "hydro", "wind_and_solar", "non_fossil", "geothermal", "bioenergy")
)
_PER_HEAD = re.compile(r"\bper[- ](?:capita|head|person|inhabitant)\b|\ba head\b|\beach person\b")
_SHUT = re.compile(
    r"\b(?:clos\w+|shut\w*|retir\w+|decommission\w*|disappear\w*|vanish\w*|gone|scrapped|switched off)\b"
)
_PART_OF_YEAR = re.compile(r"\b(?:mid|early|late)[- ](?P<year>(?:19|20)\d\d)\b")
_SOURCE_NOUN = re.compile(r"\b(?:source|supplier|provider|producer|pillar|mainstay)\b")
_AVERAGE = re.compile(r"\b(?:average|mean)\b")
_EACH = re.compile(r"\b(?:each|apiece|both|respectively)\b")


def read_portion(line: Line, number: NumberMention, last: Draft | None) -> list[Draft]:
    """The claims that a share makes by what it is a share of; none where the words do not decide."""
    start, end = number.start - line.offset, number.end - line.offset
    whole = whole_of(line, start, end)
    if whole is None:
        return []
    low, high, unit = figure_of(number)
    draft = Draft(
        measure="other",
        subject=None,
        figure=(low, high, unit),
        start=line.offset + min(_first_word(line, start), whole.start),
        end=line.offset + max(end, whole.end),
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        year=year_of(line, number, last) or year_of_sentence(line),
        dimension=number.dimension,
        place=(number.start, number.end),
    )
    match whole.kind:
        case "electricity" | "energy":
            return _of_power(line, draft, whole, start, end)
        case "emissions":
            return _of_emissions(line, draft, whole, start, end)
        case "coal":
            return _of_world(line, draft, whole, start, end, "coal_share", "% of world coal")
        case "coal_plants" if not whole.world and (draft_of_own := _closed(line, draft, whole)):
            return [draft_of_own]
        case "coal_plants":
            return _of_world(line, draft, whole, start, end, "coal_capacity", "% of world")
        case "people" if len(whole.owners) == 1 and not whole.world:
            return _multiple(line, replace(draft, scope=Scope(about="population")), whole, start, end)
        case "people" | "economy":
            about = "population" if whole.kind == "people" else "gdp"
            return _of_world(line, replace(draft, scope=Scope(about=about)), whole, start, end, "other", "%")
        case "clean_goods":
            scoped = replace(draft, scope=Scope(about="solar"))
            return _of_world(line, scoped, whole, start, end, "renewables", "%")
        case _:
            return []


def _of_world(line: Line, draft: Draft, whole: Whole, start: int, end: int, measure: Measure, unit: str) -> list[Draft]:
    if not whole.world and not _is_the_worlds(line, whole, start):
        return []
    low, high, _ = draft.figure
    return _borne(replace(draft, measure=measure, figure=(low, high, unit)), line, whole, start, end)


def _closed(line: Line, draft: Draft, whole: Whole) -> Draft | None:
    """ "A third of its coal plants closed between 2005 and 2021": a fall of the capacity that runs."""
    owners = owner_of(line, whole)
    period = period_of(line, whole.start, whole.end)
    if len(owners) != 1 or period.first is None or not _SHUT.search(line.low, whole.end):
        return None
    scope = Scope(about="coal_capacity", direction="down", base_year=period.first)
    return replace(draft, measure="change", subject=owners[0], year=period.last, scope=scope)


def _is_the_worlds(line: Line, whole: Whole, start: int) -> bool:
    """ "Has 18 % of the world's people, but only 7 % of its …": "its" is the world's where that was named."""
    return whole.own and names_world(line.low[:start])


def _of_emissions(line: Line, draft: Draft, whole: Whole, start: int, end: int) -> list[Draft]:
    first, last = line.clause(start, end)
    if _PER_HEAD.search(line.low, first, last) and not whole.owners:
        return []
    if whole.world or _is_the_worlds(line, whole, start):
        measure: Measure = "cumulative" if is_summed(line.low[first:last]) else "emissions_share"
        return _borne(replace(draft, measure=measure), line, whole, start, end)
    owners = whole.owners
    if len(owners) != 1:
        return []
    bearers = carriers(line, start, end, (whole.start, whole.end))
    if len(bearers) != 1 or bearers == owners:
        return []
    if is_group(owners[0]) or owners[0] == "EUU":
        return [replace(draft, measure="emissions_share", subject=bearers[0], against=owners)]
    about = "per_capita" if _AVERAGE.search(line.low[whole.start : whole.end]) else None
    return _multiple(line, replace(draft, scope=Scope(about=about)), whole, start, end)


def _multiple(line: Line, draft: Draft, whole: Whole, start: int, end: int) -> list[Draft]:
    """ "A third of Syldavia's": how many times as much as another one."""
    bearers = carriers(line, start, end, (whole.start, whole.end))
    if len(bearers) != 1 or bearers == whole.owners:
        return []
    low, high, _ = draft.figure
    figure = (None if low is None else low / 100, None if high is None else high / 100, "times")
    return [replace(draft, measure="ratio", subject=bearers[0], against=whole.owners, figure=figure)]


def _of_power(line: Line, draft: Draft, whole: Whole, start: int, end: int) -> list[Draft]:
    within = source_in(line.low[whole.start : whole.end])
    if within is not None:
        if not whole.world or within == "coal" or whole.kind != "electricity":
            return []
        scoped = replace(draft, measure="electricity_share", against=("WLD",), scope=Scope(about=within))
        return _borne(scoped, line, whole, start, end)
    source = _source(line, whole, start, end)
    if source is None:
        total = replace(draft, measure="electricity_share", against=("WLD",))
        return _borne(total, line, whole, start, end) if whole.world and whole.kind == "electricity" else []
    owners = owner_of(line, whole) or (("WLD",) if whole.world else ())
    owners = owners or carriers(line, start, end, (whole.start, whole.end))
    if len(owners) != 1:
        return []
    measure: Measure = "electricity_share" if whole.kind == "electricity" else "energy_share"
    if source == "coal":
        measure = "coal_share"
    elif source in _RENEWABLE and whole.kind == "electricity":
        measure = "renewables"
    scope = Scope(about=None if source == "coal" else source, basis=whole.kind)
    return [replace(draft, measure=measure, subject=owners[0], scope=scope)]


def _source(line: Line, whole: Whole, start: int, end: int) -> str | None:
    """The source of a share of power: named behind it, or else ahead."""
    first, last = line.clause(start, max(end, whole.end))
    numbers = [(n.start - line.offset, n.end - line.offset) for n in line.sentence.numbers]
    numbers = [(begin, stop) for begin, stop in numbers if not _is_year(line.low[begin:stop])]
    behind = min([last, *(begin for begin, _ in numbers if begin >= max(end, whole.end))])
    after = max(end, whole.end) if whole.start >= end else end
    ahead = max([first, *(stop for _, stop in numbers if stop <= start)])
    before = (
        line.low[ahead:start]
        if whole.start >= end or whole.start < ahead
        else (line.low[ahead : whole.start] + line.low[whole.end : start])
    )
    between = line.low[end : whole.start]
    if _SOURCE_NOUN.search(between) and (subject := source_in(before, last=True)):
        return subject
    return (
        source_in(between, last=True)
        or source_in(line.low[after:behind])
        or source_in(before, last=True)
        or source_in(line.low[:first], last=True)
    )


def _is_year(words: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", words.strip()) is not None


def _borne(draft: Draft, line: Line, whole: Whole, start: int, end: int) -> list[Draft]:
    """The draft with whoever has the share, several together or each; none where nobody is named."""
    return spread(draft, line, carriers(line, start, end, (whole.start, whole.end)))


def spread(draft: Draft, line: Line, codes: tuple[str, ...]) -> list[Draft]:
    """The draft for its bearers: for one, for each of several, or for several together."""
    if len(codes) < 2 or _EACH.search(line.low):
        return [replace(draft, subject=code) for code in codes]
    return [replace(draft, subjects=codes)]


def year_of_sentence(line: Line) -> int | None:
    """The one year that the sentence names, None where it names none or several."""
    years = {
        mention.interval.start.year
        for mention in line.sentence.dates
        if tells_a_year(line, mention)
        and mention.interval is not None
        and mention.interval.start is not None
        and mention.interval.end is not None
        and mention.interval.start.year == mention.interval.end.year
    }
    years |= {int(found["year"]) for found in _PART_OF_YEAR.finditer(line.low)}
    return years.pop() if len(years) == 1 else None


def _first_word(line: Line, start: int) -> int:
    first, _ = line.clause(start, start)
    while first < start and line.low[first] in " ,\"'\n-–—":
        first += 1
    return first
