"""Tonnes and heads by evidence: who emitted them, who lives where, whatever the verb."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.reading.claims.carriers import carriers
from parley.reading.claims.draft import Draft, Scope, figure_of
from parley.reading.claims.evidence import frame, is_summed, names_world
from parley.reading.claims.line import Line
from parley.reading.claims.ordering import list_at
from parley.reading.claims.portions import spread, year_of_sentence
from parley.reading.claims.vocabulary import phrase
from parley.reading.claims.years import year_of
from parley.reading.numbers import NumberMention
from parley.terms.parties import is_group

_PLAIN, _LIVING, _OF_PARTY, _COUNTING, _NOT_ALL = (
    frame("people", form) for form in ("plain", "living", "of_party", "counting", "not_all")
)
_OF_WORLD = phrase(r"(?:<world>|\bglobal|\bworld)(?:'s)? (?:[\w-]+ ){0,3}?<emissions>")
_ONLY_THE_WORLD_T = 20e9
_MOST_OF_THE_WORLD_T = 100e9
_LEAST_SUM_T = 1e9
_MOST_A_YEAR_T = 13e9
_ARRIVED = phrase(r"\b(?:reached|touched|hit|stood at|stands at|climbed to|rose to|fell to|topped|passed) <hedges>$")
_TOGETHER_WITH = re.compile(r"\b(?:together|combined|along|jointly|added up|lumped together) with (?:the )?")
_OF_ALL = re.compile(r"(?:^\W*|[,;] )of the (?:about |some |nearly |roughly )?$")
_FEWEST = 100_000


def with_bearer(line: Line, draft: Draft) -> Draft:
    """A figure that a construction claimed for nobody, with whoever bears it by evidence."""
    tonnes = draft.measure in ("emissions", "cumulative") and draft.dimension in ("emissions", "mass")
    if tonnes and draft.place is not None and _OF_ALL.search(line.low[: draft.place[0] - line.offset]):
        return replace(draft, subject="WLD", subjects=())
    if draft.subject is not None or draft.subjects or draft.place is None:
        return draft
    start, end = (at - line.offset for at in draft.place)
    codes = carriers(line, start, end, None)
    if len(codes) == 1:
        return replace(draft, subject=codes[0])
    if len(codes) > 1:
        return replace(draft, subjects=codes)
    worlds = (
        _is_the_worlds(line, draft)
        if draft.measure == "emissions"
        else draft.measure == "change" and _OF_WORLD.search(line.low)
    )
    return replace(draft, subject="WLD") if worlds else draft


def _is_the_worlds(line: Line, draft: Draft) -> bool:
    """What no single Party has ever emitted in a year is the world's, and so is what mankind burns."""
    low, _, unit = draft.figure
    if draft.scope.about is not None or not (unit or "").startswith("tCO2"):
        return False
    return (low or 0.0) >= _ONLY_THE_WORLD_T or names_world(line.low)


def shared_with(line: Line, draft: Draft) -> Draft:
    """A share that one has "together with" another, as one of both."""
    if draft.measure not in ("emissions_share", "cumulative") or draft.subject is None or draft.place is None:
        return draft
    first, last = line.clause(*(at - line.offset for at in draft.place))
    for found in _TOGETHER_WITH.finditer(line.low, first, last):
        others = tuple(code for code in list_at(line, found.end()) if code != draft.subject)
        if others:
            return replace(draft, subject=None, subjects=(draft.subject, *others))
    return draft


def summed_up(line: Line, draft: Draft) -> Draft:
    """An amount that nobody emits in a year, or that the words tell of all years, as a sum over the years."""
    low, _, _ = draft.figure
    if draft.measure == "ratio" and draft.scope.about is None and draft.place and draft.against:
        words = line.low[slice(*line.clause(*(at - line.offset for at in draft.place)))]
        return replace(draft, scope=replace(draft.scope, about="cumulative")) if is_summed(words) else draft
    if draft.measure != "emissions" or draft.scope.about is not None or draft.place is None or low is None:
        return draft
    first, last = line.clause(*(at - line.offset for at in draft.place))
    most = _MOST_OF_THE_WORLD_T if draft.subject == "WLD" or is_group(draft.subject or "") else _ONLY_THE_WORLD_T
    arrived = low < _MOST_A_YEAR_T and _ARRIVED.search(line.low[first : draft.place[0] - line.offset]) is not None
    of_years = low >= most or (low >= _LEAST_SUM_T and is_summed(line.low[first:last]) and not arrived)
    if not of_years or (draft.subject is None and not draft.subjects):
        return draft
    return replace(draft, measure="cumulative")


def read_people(line: Line, number: NumberMention) -> list[Draft]:
    """How many people a Party has, whatever the verb: "1.4 billion people live in Ruritania"."""
    if number.dimension != "count" or number.low < _FEWEST or number.unit is not None or number.vague:
        return []
    start, end = number.start - line.offset, number.end - line.offset
    first, last = line.clause(start, end)
    after, before = line.low[end:last], line.low[first:start]
    if _NOT_ALL.search(after[:60]):
        return []
    code = (
        _behind(line, end, last) or _demonym(line, end) or (_owner(line, first, start) if _PLAIN.match(after) else None)
    )
    counted = _PLAIN.match(after) or "population" in before
    codes = (code,) if code else carriers(line, start, end, None) if counted and _COUNTING.search(before) else ()
    low, high, _ = figure_of(number)
    draft = Draft(
        measure="count",
        subject=None,
        figure=(low, high, "people"),
        start=number.start,
        end=number.end,
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        year=year_of(line, number, None) or year_of_sentence(line),
        dimension=number.dimension,
        place=(number.start, number.end),
        scope=Scope(about="population"),
    )
    return spread(draft, line, codes)


def _behind(line: Line, end: int, last: int) -> str | None:
    """ "1.4 billion people live in Ruritania", "84 million inhabitants of Syldavia"."""
    for form in (_LIVING, _OF_PARTY):
        found = form.match(line.low[end:last])
        named = line.parties(end + found.end(), end + found.end() + 1) if found else []
        if named and named[0].code != "WLD":
            return named[0].code
    return None


def _demonym(line: Line, end: int) -> str | None:
    """ "1.4 billion Ruritanians"."""
    named = line.parties(end, end + 2)
    plural = named and line.context.doc[named[0].last - 1].lower_.endswith(("s", "ese", "ish", "ch"))
    alone = named and not re.match(r"['’]? [a-z]+s\b(?! (?:live|emit))", line.low[named[0].end - line.offset :][:20])
    return named[0].code if named and named[0].form == "demonym" and plural and alone else None


def _owner(line: Line, first: int, start: int) -> str | None:
    """ "Ruritania's 1.4 billion people"."""
    named = [m for m in line.parties(first, start) if m.code != "WLD"]
    if named and re.fullmatch(
        r"['’]s? (?:(?:some|about|nearly|almost|over) |more than )?", line.low[named[-1].end - line.offset : start]
    ):
        return named[-1].code
    return None
