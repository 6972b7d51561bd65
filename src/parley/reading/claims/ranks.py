"""Ranks: the world's second-largest emitter, the top two, ranks twelfth among, the first country to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from parley.reading.claims.bearers import bearers, joined_before, named_before, pair_before, subject_of
from parley.reading.claims.carriers import carriers
from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.followers import find_followers
from parley.reading.claims.line import Line
from parley.reading.claims.most import find_most
from parley.reading.claims.ordinals import place_of
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.vocabulary import construction, first_token, phrase
from parley.records.claim import Comparator, Measure
from parley.terms.parties import is_group

_NAMED, _PLACED, _RANKED, _GAPPED, _SECOND, _APPENDED = (
    construction("ranks", form) for form in ("named", "placed", "ranked", "gapped", "second", "appended")
)
_BEST, _FIRST, _SUPERLATIVE = (construction("ranks", form) for form in ("best", "first", "superlative"))
_ONE_OF, _WITHIN, _FOREMOST = (construction("ranks", form) for form in ("one_of", "within", "foremost"))
_EMITTERS, _ECONOMIES = phrase(r"<emitters>"), phrase(r"<economies>")
_EMITTING = phrase(r"<emitters>|\bemit(?:s|ted)?\b|<world> <emissions>")
_EMISSIONS, _ECONOMY = phrase(r"<emissions>"), phrase(r"\b(?:<economies>|gdp)\b")
_PEOPLE, _COAL = re.compile(r"\bpopulation\b"), re.compile(r"\bcoal\b")
_RENEWABLE = re.compile(r"renewable|solar|wind|clean|new energy")
_WORLD = re.compile(r"world|planet|globe|earth")
_OF_THE_WORLD = frozenset(["", "the", "its", "their", "world", "global", "planet", "globe"])

Groups = Mapping[str, str | None]


def find_ranks(line: Line) -> Iterator[Draft]:
    """The ranks that a sentence gives to Parties."""
    last: Draft | None = None
    given: list[Draft] = []
    for found in _matches(line):
        if last and found.start() < last.end - line.offset:
            continue
        drafts = list(_read(line, found, last))
        yield from drafts
        given += drafts
        last = drafts[-1] if drafts else last
    taken = last.end if last else 0
    yield from find_followers(line, given)
    yield from find_most(line)
    yield from (draft for draft in (*_find_firsts(line), *_find_highest(line)) if draft.start >= taken)


def _by_evidence(line: Line, found: re.Match[str]) -> tuple[str, ...]:
    """The only Party of the sentence."""
    codes = carriers(line, found.start(), found.end(), None)
    return codes if len(codes) == 1 and not is_group(codes[0]) else ()


def _matches(line: Line) -> list[re.Match[str]]:
    found = [match for form in (_NAMED, _PLACED, _RANKED, _GAPPED, _SECOND) for match in form.finditer(line.low)]
    found += [match for match in _APPENDED.finditer(line.low) if "world's" in line.low[: match.start()]]
    return sorted(found, key=lambda match: (match.start(), -match.end()))


def _read(line: Line, found: re.Match[str], last: Draft | None) -> Iterator[Draft]:
    """The claims of one phrase; ``last`` is the rank before it, whose noun a gapped phrase leaves out."""
    groups = found.groupdict()
    measure = _measure(line, found, groups, last)
    if measure is None or not _tells_a_place(found, groups):
        return
    count = groups.get("counted") or groups.get("count")
    if _is_plural(found, groups):
        if count and (opening := _WITHIN.search(line.low, 0, found.start())):
            for code in bearers(line, found, opening.start(), last):
                yield _draft(line, found, measure, code, (place_of(count), place_of(count), _unit(groups)), "<")
        else:
            yield from _shared(line, found, groups, measure)
    elif not _ONE_OF.search(line.before(found.start())):
        place = place_of(groups["order"])
        for code in bearers(line, found, found.start(), last) or _by_evidence(line, found):
            yield _draft(line, found, measure, code, (place, place, _unit(groups)))


def _tells_a_place(found: re.Match[str], groups: Groups) -> bool:
    """Whether there is a superlative, or an ordinal that needs none: "number two", "the sixth of the planet"."""
    if groups.get("superlative") or groups.get("top") or groups.get("count"):
        return True
    order = groups.get("order")
    if order is None or found.re is not _NAMED:
        return order is not None
    return order.startswith("n") or _WORLD.search(groups["of"] or groups["whose"] or "") is not None


def _is_plural(found: re.Match[str], groups: Groups) -> bool:
    noun = groups.get("noun") or ""
    head = noun.partition(" of ")[0]
    return found.re is _NAMED and head.endswith("s") and head not in ("emissions", "reserves")


def _measure(line: Line, found: re.Match[str], groups: Groups, last: Draft | None) -> Measure | None:
    noun = groups.get("noun") or groups.get("field")
    if noun is None:
        if found.re in (_SECOND, _RANKED):
            return "rank_emitter" if _EMITTING.search(line.low) else None
        return last.measure if last else None
    if _EMITTERS.fullmatch(noun):
        return "rank_emitter"
    if _ECONOMIES.fullmatch(noun):
        return "rank_economy"
    return _of_goods((groups.get("what") or "") + (groups.get("of") or ""))


def _of_goods(words: str) -> Measure:
    return "renewables" if _RENEWABLE.search(words) else "other"


def _unit(groups: Groups) -> str:
    """``rank`` in the world, else ``rank in`` that part of it."""
    whose = (groups.get("whose") or "").removesuffix("'s")
    return "rank" if whose in _OF_THE_WORLD else f"rank in {whose}"


def _shared(line: Line, found: re.Match[str], groups: Groups, measure: Measure) -> Iterator[Draft]:
    """A rank that two share: each is within the top two."""
    count = groups["counted"] or groups["count"]
    if place_of(count) != 2 if count else not _FOREMOST.fullmatch(groups.get("superlative") or ""):
        return
    named = pair_before(line, found.start()) if count else joined_before(line, found.start())
    if len(named) != 2 or any(is_group(code) and code != "EUU" for code in named):
        return
    for code in named:
        yield _draft(line, found, measure, code, (2, 2, "rank"), "<")


def _find_firsts(line: Line) -> Iterator[Draft]:
    """What a Party has or does first in the world, of whatever kind."""
    for found in (*_BEST.finditer(line.low), *_FIRST.finditer(line.low)):
        if _ONE_OF.search(line.before(found.start())):
            continue
        place = place_of(found["order"])
        for code in named_before(line, found.start()) or subject_of(line, found.start(), found.end() - 1):
            yield _draft(line, found, _of_goods(found["what"]), code, (place, place, "rank"))


def _find_highest(line: Line) -> Iterator[Draft]:
    """Of what a Party has the most, told at the end: "its emissions are the highest in the world"."""
    for found in _SUPERLATIVE.finditer(line.low):
        first, _ = line.clause(found.start(), found.start())
        said_of = line.low[first : found.start()]
        if _EMITTING.search(said_of) or _EMISSIONS.search(said_of):
            measure: Measure = "rank_emitter"
        elif _ECONOMY.search(said_of):
            measure = "rank_economy"
        elif _PEOPLE.search(said_of) or _COAL.search(said_of):
            measure = "other"
        else:
            continue
        place = place_of(found["order"] or found["place"])
        for code in find_subject(line, found.start())[:1]:
            if code is not None and code != "WLD":
                draft = _draft(line, found, measure, code, (place, place, "rank"))
                yield replace(draft, scope=Scope(about=first_token("topics", said_of))) if measure == "other" else draft


def _draft(
    line: Line,
    found: re.Match[str],
    measure: Measure,
    code: str,
    figure: tuple[float, float, str | None],
    comparator: Comparator = "=",
) -> Draft:
    start, end = line.offset + found.start(), line.offset + found.end()
    written = line.context.document.text[start:end]
    return Draft(measure, code, figure, start, end, line.sentence.index, comparator, written, place=(start, end))
