"""What a list leaves out: the unit of "20 % in Ruritania and 12 in Syldavia", the verb of "coal 30 %, nuclear 20 %"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from parley.reading.claims.draft import Draft, Scope, figure_of
from parley.reading.claims.evidence import frame, source_in
from parley.reading.claims.line import Line
from parley.reading.claims.segments import figures_of, own_words
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.vocabulary import first_token, phrase
from parley.reading.claims.years import year_of, years_after
from parley.reading.numbers import NumberMention
from parley.reading.parties import PartyMention
from parley.records.claim import Measure

_UNITS = frozenset(("percent", "emissions", "mass", "power"))
_PARTED = re.compile(r"[,;(:]|\b(?:and|but|while|whereas|against|with|from|to|than|as)\b|\n| – ")
_FURTHER = re.compile(r"\b(?:further|another|more|additional|former|latter|ones?|those|that)\b")
_PAIRED = re.compile(r",? (?:and|or) |, ")
_YEAR_AFTER = re.compile(r" the (?:year|following year|next year)\b")
_FURTHEST, _A_YEAR = 110, range(1850, 2101)
_STOPS = frozenset(("PUNCT", "ADP", "CCONJ", "SPACE", "SCONJ"))
_ABOUT_HUNDREDFOLD = 300.0
_SCALE = re.compile(r"\b(?:thousand|million|billion|trillion)\b", re.IGNORECASE)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_POWER: frozenset[Measure] = frozenset(("coal_share", "renewables", "electricity_share", "energy_share"))
_GAPPED: frozenset[Measure] = _POWER | frozenset(
    ("emissions_share", "emissions", "cumulative", "per_capita", "coal_capacity")
)
_RENEWABLE = frozenset(("renewables", "wind", "solar", "hydro", "wind_and_solar", "non_fossil", "geothermal"))
_FILLERS = frame("gaps", "fillers")
_ORDER = re.compile(r"\bthe (?:former|latter)\b")
_SOURCE_WORDS = phrase(
    r"\b<clean>\b|\b(?:power|energy|plants?|stations?|turbines?|panels?|farms?|fuels?|natural|modules)\b"
)
_CLOSING = re.compile(r",| [–—]| --|\)| to be (?:exact|precise),?")


def with_units(line: Line) -> Line:
    """The line with the unit of the figure before given to bare numbers that stand for another such figure."""
    numbers, last = list(line.sentence.numbers), None
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        if following is not None and _shares_unit(line, number, following):
            numbers[index] = last = _in_units_of(following, number)
        elif number.dimension in _UNITS and number.shape == "single":
            last = number
        elif last is not None and number.dimension == "count" and _is_gapped(line, last, number):
            numbers[index] = last = _in_units_of(last, number)
    changed = any(one is not other for one, other in zip(numbers, line.sentence.numbers, strict=True))
    return replace(line, sentence=replace(line.sentence, numbers=tuple(numbers))) if changed else line


def _shares_unit(line: Line, number: NumberMention, following: NumberMention) -> bool:
    """ "35 and 26 per cent"."""
    plain = number.dimension == "count" and number.unit is None and not number.vague
    between = line.low[number.end - line.offset : following.start - line.offset]
    return plain and following.dimension in _UNITS and _PAIRED.fullmatch(between) is not None


def is_bare(number: NumberMention) -> bool:
    """Whether a number has its unit from the one before."""
    return number.unit is not None and number.text == number.written


def _is_gapped(line: Line, last: NumberMention, number: NumberMention) -> bool:
    start, end = number.start - line.offset, number.end - line.offset
    between = line.low[last.end - line.offset : start]
    if number.unit is not None or number.vague or len(between) > _FURTHEST or not _PARTED.search(between):
        return False
    if (number.low in _A_YEAR and number.written.isdigit()) or any(
        date.start < number.end and number.start < date.end for date in line.sentence.dates
    ):
        return False
    if (last.dimension == "percent" and number.high > 100) or not _ends_here(line, number):
        return False
    first, stop = own_words(line, start, end)
    first = max(first, last.end - line.offset)
    words = line.low[first : min(stop, end + 45)]
    if _YEAR_AFTER.match(line.low, end):
        return True
    named = any(m.code != "UN" for m in line.parties(first, min(stop, end + 45)))
    dated = any(first <= date.start - line.offset < end + 25 for date in line.sentence.dates)
    return (
        named
        or dated
        or source_in(words) is not None
        or _FURTHER.search(words) is not None
        or bool(first_token("stages", words))
    )


def _ends_here(line: Line, number: NumberMention) -> bool:
    """Whether no noun follows that is counted: "12 plants"."""
    doc, span = line.context.doc, line.context.doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return span is not None
    following: Token = doc[span.end]
    if following.lower_ == "the" and _YEAR_AFTER.match(line.low, number.end - line.offset):
        return True
    return following.pos_ in _STOPS and following.lower_ not in ("of", "-", "per", "%")


def _in_units_of(last: NumberMention, number: NumberMention) -> NumberMention:
    """A bare number read in the unit of ``last``, and in its millions or billions where it has none of its own."""
    named = None if last.dimension == "percent" or _SCALE.search(number.text) else _SCALE.search(last.text)
    scale = _SCALES[named.group().lower()] if named else 1.0
    low, high = number.low * scale, number.high * scale
    factor = last.base_low / last.low if last.low else 1.0
    if last.dimension != "percent" and not 1 / _ABOUT_HUNDREDFOLD <= low / max(last.low, 1e-9) <= _ABOUT_HUNDREDFOLD:
        return number
    return replace(
        number,
        low=low,
        high=high,
        unit=last.unit,
        dimension=last.dimension,
        per=last.per,
        base_low=low * factor,
        base_high=high * factor,
        base_unit=last.base_unit,
    )


def with_restatement(line: Line, number: NumberMention) -> NumberMention:
    """A share with the words that say it once more: "51 percent – just over half – of …"."""
    if number.percent is None or number.same_as is None or number.same_as[0] < number.end:
        return number
    if line.low.find(" of ", number.end - line.offset, number.same_as[0] - line.offset) >= 0:
        return number
    end = number.same_as[1]
    closing = _CLOSING.match(line.low, end - line.offset)
    return replace(number, end=line.offset + closing.end() if closing else end)


def gapped(line: Line, number: NumberMention, last: Draft) -> Draft | None:
    """The claim of a figure beside which only a Party, a source or a year is said, all else being as in ``last``."""
    if last.measure not in _GAPPED or last.sentence != line.sentence.index or not _is_alike(number, last):
        return None
    start, end = number.start - line.offset, number.end - line.offset
    first, stop = own_words(line, start, end)
    parties = [m for m in line.parties(first, stop) if m.code != "UN"]
    words = _without(line, parties, first, stop, start, end)
    source = source_in(words) if last.measure in _POWER else None
    if _FILLERS.sub(" ", _SOURCE_WORDS.sub(" ", _without_sources(words))).strip(" ,.;:()-–—'\"’\n"):
        return None
    codes = tuple(dict.fromkeys(m.code for m in parties)) or _in_order(line, first, stop)
    year = year_of(line, number, None) or years_after(line, last, first, stop)
    dated = year if year is not None and year != last.year else None
    if len(codes) > 1 or not (codes or source or dated):
        return None
    low, high, unit = figure_of(number)
    draft = replace(
        last,
        subject=codes[0] if codes else last.subject,
        subjects=() if codes else last.subjects,
        figure=(low, high, last.figure[2] if number.percent else unit),
        start=line.offset + first,
        end=number.end,
        comparator=number.comparator,
        written=number.written or number.text,
        year=year or last.year,
        dimension=number.dimension,
        place=(number.start, number.end),
    )
    if source is None:
        return draft
    told = last.scope.basis or _whole_told(line, last)
    return of_source(replace(draft, scope=replace(draft.scope, basis=told)), source)


def _whole_told(line: Line, last: Draft) -> str | None:
    """Whether a share of power was told as one of electricity or of energy."""
    start, end = (at - line.offset for at in last.place or (last.start, last.end))
    first, stop = own_words(line, start, end)
    return first_token("wholes", line.low[first:stop])


def of_source(draft: Draft, source: str) -> Draft:
    """A share of power as one of another source."""
    energy = draft.scope.basis == "energy" or (draft.scope.basis is None and draft.measure == "energy_share")
    basis = "energy" if energy else "electricity"
    measure: Measure = "energy_share" if basis == "energy" else "electricity_share"
    if source == "coal":
        measure = "coal_share"
    elif source in _RENEWABLE and basis == "electricity":
        measure = "renewables"
    return replace(draft, measure=measure, scope=Scope(about=None if source == "coal" else source, basis=basis))


def of_own_source(line: Line, draft: Draft) -> Draft:
    """A share of power as one of the source that its own words name, where the sentence tells several figures."""
    if draft.measure not in _POWER or draft.place is None or draft.is_of_the_world or draft.against:
        return draft
    if len(figures_of(line)) < 2:
        return draft
    start, end = (at - line.offset for at in draft.place)
    first, stop = own_words(line, start, end)
    if source := _in_turn(line, start, end):
        return of_source(draft, source)
    named = {found for words in (line.low[first:start], line.low[end:stop]) if (found := source_in(words))}
    other = named - {_source_of(draft)}
    if len(named) != 1 or not other:
        return draft
    basis = draft.scope.basis or _whole_told(line, draft) or first_token("wholes", line.low)
    return of_source(replace(draft, scope=replace(draft.scope, basis=basis)), other.pop())


def _in_turn(line: Line, start: int, end: int) -> str | None:
    """The source of one of several figures that follow as many sources: "coal and nuclear made 35 and 26 per cent"."""
    run = run_of(line, start, end)
    if len(run) < 2:
        return None
    first = line.clause(start, end)[0]
    parts = re.split(r", (?:and )?| and ", line.low[first : run[0][0]])
    sources = [source for part in parts if (source := source_in(part))]
    return sources[run.index((start, end))] if len(sources) == len(run) else None


def run_of(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """The figures that stand in a row with the one at ``start`` to ``end``: "35 and 26 per cent"."""
    run: list[tuple[int, int]] = []
    for place in figures_of(line):
        joined = run and _PAIRED.fullmatch(line.low, run[-1][1], place[0])
        if run and not joined and (start, end) in run:
            break
        run = [*run, place] if joined else [place]
    return run if (start, end) in run else []


def _source_of(draft: Draft) -> str | None:
    return "coal" if draft.measure == "coal_share" else draft.scope.about


def _is_alike(number: NumberMention, last: Draft) -> bool:
    if number.percent is not None:
        return (last.figure[2] or "").startswith("%")
    if last.measure == "coal_capacity":
        return number.dimension == "power" and last.figure[2] == "GW"
    return number.dimension in ("emissions", "mass") and last.dimension in ("emissions", "mass")


def _without(line: Line, parties: list[PartyMention], first: int, stop: int, start: int, end: int) -> str:
    """The words of a stretch, its figure, its Parties and its dates left out."""
    gone = [(start, end), *((m.start - line.offset, m.end - line.offset) for m in parties)]
    gone += [(d.start - line.offset, d.end - line.offset) for d in line.sentence.dates]
    words = list(line.low[first:stop])
    for begin, finish in gone:
        for at in range(max(begin, first), min(finish, stop)):
            words[at - first] = " "
    return "".join(words)


def _without_sources(words: str) -> str:
    return _NAMES.sub(" ", words)


_NAMES = phrase(
    r"\b(?:coal|lignite|gas|oil|petroleum|nuclear|atomic|reactors?|hydro\w*|dams?|water|wind|solar|sun|biomass|geothermal|renewables?|fossil)\b"
)


def _in_order(line: Line, first: int, stop: int) -> tuple[str, ...]:
    """Whom "the former" and "the latter" stand for: the two Parties named first."""
    found = _ORDER.search(line.low, first, stop)
    return tuple(code for code in find_subject(line, found.end()) if code) if found else ()
