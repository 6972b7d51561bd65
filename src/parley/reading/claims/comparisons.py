"""Comparisons without a number: emits more than, has fewer people than, more than any other country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.evidence import frame
from parley.reading.claims.figures import said_in
from parley.reading.claims.line import Line
from parley.reading.claims.ordering import list_at, quantity_by_evidence
from parley.reading.claims.others import others_behind
from parley.reading.claims.subjects import clause_subject, find_subject
from parley.reading.claims.told import about_of, is_free, is_of_share, is_per_head
from parley.reading.claims.vocabulary import construction, first_token, phrase
from parley.records.claim import Comparator, Measure

_ORDER, _VERB, _LESS, _MATTER = (construction("comparisons", form) for form in ("order", "verb", "less", "matter"))
_ANY_OTHER, _REST, _IN_YEAR = (construction("comparisons", form) for form in ("any_other", "rest", "in_year"))
_REST_OF_WORLD, _MOST, _MOVING = (construction("comparisons", form) for form in ("rest_of_world", "most", "moving"))
_NO_OTHER, _SUMMED, _ONLY = (construction("comparisons", form) for form in ("no_other", "summed", "only"))
_CONDITION = construction("scope", "condition")
_GUESSED = frame("guards", "guessed")
_GOAL = phrase(r"\b<goals>\b")
_EMITTING = phrase(r"<emissions>|\bemit\w*|<emitters>|\bpollut\w*")
_COAL = re.compile(r"\bcoal\b")
_PLANTS = re.compile(r"\bcoal(?:[- ]fired)?(?: power)? (?:plants?|stations?|capacity|fleet|power)\b")
_POWER = re.compile(r"\b(?:solar|wind|hydro\w*|renewable\w*|nuclear|electricity|power|energy)\b")
_COMPARES = re.compile(
    r" than | compared |exceed|eclips|surpass|outstrip|outpac|dwarf|overt|out-?emit|top[sp]|above|below"
    r"|\bno (?:other )?(?:single )?(?:country|nation|state)\b|the (?:most|highest|largest|biggest)"
)
_PLACED_VERBS: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (frame("orders", "behind_verb"), "<"),
    (frame("orders", "ahead_verb"), ">"),
    (frame("alike", "level_with"), "~"),
)
_ELSEWHERE = frame("orders", "elsewhere")
_BUT = frame("orders", "but")
_AS_MUCH, _NOBODY = frame("orders", "as_much"), frame("orders", "nobody")
_DENIED = re.compile(r"\bneither\b|\bnot\b|n['’]t\b|\bnever\b")
_EACH = re.compile(r"\b(?:each|both)\b")
_MANNER = re.compile(r" \w+ly$")
_OF_ITS = re.compile(r"\bof (?:its|their)\b")
_NONE = re.compile(r"\b(?:no(?! longer| fewer| less| more)|none|nobody|no-one|nowhere|not one)\b")
_COAL_POWER = re.compile(r"\b(?:has|have|had|runs?|ran|operat\w+)\b[^.;]{0,40}\bcoal(?:-fired)? power\b")
_MADE = re.compile(r"\b(?:generat|produc|mak|made|electricity|share|output|us(?:e|es|ed)\b)")
_MEMBERS = re.compile(r"['’]?s? (?:other |\d+ )*(?:member|countr|nation|state)\w*")
_WHOLE = construction("scope", "whole_party")
_HEADED_A_HEAD = phrase(r"\W*(?:measured |counted |reckoned )?<per_head>[^,;]{0,40},")
_BEHIND_WORDS = frozenset(("is below", "are below", "was below", "were below"))
_NEAR, _TAIL = 3, 25


def find_comparisons(line: Line) -> Iterator[Draft]:
    """The comparisons of Parties that a sentence makes without a number."""
    if not _MATTER.search(line.low):
        return
    for form, sign in _PLACED_VERBS if len(line.sentence.parties) > 1 else ():
        for found in form.finditer(line.low):
            if _speaks_of_matter(line, found) and not _is_wished(line, found.start()):
                drafts = _compared(line, found, found.end())
                yield from (replace(each, comparator=sign) if each.measure == "ratio" else each for each in drafts)
    for found in (
        _AS_MUCH.finditer(line.low)
        if " as " in line.low and not _DENIED.search(line.low) and not _NOBODY.search(line.low)
        else ()
    ):
        if not _goes_with_a_number(line, *found.span()) and not _is_wished(line, found.start()):
            yield from (replace(draft, comparator="=") for draft in _compared(line, found, found.end()))
    if not _COMPARES.search(line.low):
        return
    for found in _ORDER.finditer(line.low):
        if not _goes_with_a_number(line, *found.span()) and not _is_wished(line, found.start()):
            yield from _by_order(line, found)
    for found in _VERB.finditer(line.low):
        if (other := _ANY_OTHER.match(f"than{line.low[found.end() :]}")) and found["order"] not in _BEHIND_WORDS:
            yield from _first_of_all(line, found, found.end() + other.end() - len("than"))
        if not _is_wished(line, found.start()) and not _ELSEWHERE.search(line.low, *line.clause(*found.span())):
            yield from _compared(line, found, found.end())
    for found in _NO_OTHER.finditer(line.low):
        yield from _unmatched(line, found)
    for found in _MOST.finditer(line.low):
        yield from _first_of_all(line, found, found.end())


def _speaks_of_matter(line: Line, found: re.Match[str]) -> bool:
    """Whether the clause is of emissions or the like, and not of goals or talks, in which one may lead or lag, too."""
    clause = line.low[slice(*line.clause(found.start(), found.end()))]
    others = line.parties(found.end(), found.end() + 30)
    return bool(others) and _MATTER.search(clause) is not None and _ELSEWHERE.search(clause) is None


def _by_order(line: Line, found: re.Match[str]) -> Iterator[Draft]:
    tail = line.low[found.start("than") :]
    if not is_of_share(line.low[slice(*line.clause(*found.span()))]) and (
        _OF_ITS.search(found["what"] or "") or _MANNER.match(found["what"] or "")
    ):
        return
    if _MOVING.search(line.low, line.clause(found.start(), found.start())[0], found.start()):
        return
    if rest := _REST_OF_WORLD.match(tail):
        yield from _half_of_all(line, found, found.start("than") + rest.end())
    elif other := _ANY_OTHER.match(tail):
        if not _LESS.fullmatch(found["order"]):
            end = found.start("than") + other.end()
            yield from _first_of_all(line, found, end, place=1 + len(_left_out(line, end)))
    elif year := _IN_YEAR.match(tail):
        yield from _than_then(line, found, int(year["year"]), found.start("than") + year.end())
    elif not _REST.match(tail):
        yield from _compared(line, found, found.end("than"))


def _compared(line: Line, found: re.Match[str], end: int) -> Iterator[Draft]:
    if _NONE.search(line.low, line.clause(found.start(), found.start())[0], found.start()):
        return
    whose = _subjects(line, found.start())
    against, together = others_behind(line, end, own=whose[0] if len(whose) == 1 else None)
    if not whose or not against or set(whose) & set(against):
        return
    if _MEMBERS.match(line.low, _last_named(line, end, against)):
        return
    before = line.low[line.clause(found.start(), found.start())[0] : found.start()]
    quantity = quantity_by_evidence(line.low[: _last_named(line, end, against) + _TAIL])
    if _ONLY.search(before) and len(against) == 1 and quantity is not None:
        place = len(whose) + 1
        last = _last_named(line, end, against)
        scope = Scope(about=quantity.about)
        yield _draft(line, found, quantity.measure, against, last, figure=(place, place, "rank"), scope=scope)
        return
    less = any(_LESS.fullmatch(word) for word in found["order"].split())
    alone = len(whose) > 1 and _EACH.search(line.low, 0, found.start()) is not None
    for codes in [(code,) for code in whose] if alone else [whose]:
        yield _draft(
            line,
            found,
            "ratio",
            codes,
            _last_named(line, end, against),
            comparator="<" if less else ">",
            against=against,
            together=together,
            scope=Scope(about=_about(line, whose, found, _last_named(line, end, against))),
        )


def _about(line: Line, whose: tuple[str, ...], found: re.Match[str], end: int) -> str | None:
    """What is compared, where it is somebody's, a source's share of power or what can be made; else left to others."""
    start = found.start()
    if somebody := _somebody(line, whose, start):
        return somebody
    of_order = first_token("topics", found.groupdict().get("what") or "")
    if of_order in ("gdp", "population"):
        return of_order
    words = line.low[line.clause(start, end)[0] : end + _TAIL]
    if is_of_share(words):
        return about_of(words)
    if _HEADED_A_HEAD.match(line.low) and _EMITTING.search(line.low):
        return "per_capita"
    return "coal_capacity" if _COAL_POWER.search(words) and not _MADE.search(words) else None


def _somebody(line: Line, whose: tuple[str, ...], position: int) -> str | None:
    """Who in the country is meant, where it is not the whole: "Ruritanian bakers emit more than Syldavian ones"."""
    token = clause_subject(line, position)
    if token is None or token.pos_ != "NOUN" or line.context.agents.party_at(token.i) is not None:
        return None
    named = line.parties(token.left_edge.idx - line.offset, token.idx - line.offset)
    of_some = any(m.code in whose for m in named) and is_free(token.lower_) and not is_per_head(line.low)
    return token.lower_ if of_some and _WHOLE.fullmatch(token.lower_) is None else None


def _left_out(line: Line, end: int) -> tuple[str, ...]:
    """Those behind whom it is: "than any country but Ruritania"."""
    found = _BUT.match(line.low, end)
    return list_at(line, found.end()) if found else ()


def _first_of_all(line: Line, found: re.Match[str], end: int, place: int = 1) -> Iterator[Draft]:
    """ "More than any other country": the first place, or the one behind those left out."""
    whose = _subjects(line, found.start())
    if len(whose) != 1:
        return
    measure: Measure = "rank_emitter" if _EMITTING.search(line.low) else "other"
    if _POWER.search(found.group()):
        measure = "renewables"
    yield _draft(line, found, measure, whose, end, figure=(place, place, "rank"), scope=_history(line, found, measure))


def _unmatched(line: Line, found: re.Match[str]) -> Iterator[Draft]:
    """ "No country emits more than Ruritania": the first place of the one named."""
    named = line.parties(found.end(), found.end() + 1)
    if named and _EMITTING.search(line.low) and named[0].code != "WLD":
        scope = _history(line, found, "rank_emitter")
        end = named[0].end - line.offset
        yield _draft(line, found, "rank_emitter", (named[0].code,), end, figure=(1, 1, "rank"), scope=scope)


def _history(line: Line, found: re.Match[str], measure: Measure) -> Scope:
    """Whether all that was ever emitted is meant."""
    clause = line.low[slice(*line.clause(found.start(), found.end()))]
    return Scope(about="cumulative" if measure == "rank_emitter" and _SUMMED.search(clause) else None)


def _half_of_all(line: Line, found: re.Match[str], end: int) -> Iterator[Draft]:
    """ "More than the rest of the world": over half of what the world has."""
    whose = _subjects(line, found.start())
    of_coal = _COAL.search(line.low) is not None
    if not whose or not (of_coal or _EMITTING.search(line.low)):
        return
    comparator: Comparator = "<" if _LESS.fullmatch(found["order"]) else ">"
    measure: Measure = "coal_share" if of_coal else "emissions_share"
    unit = "% of world coal" if of_coal else "%"
    if of_coal and _PLANTS.search(line.low):
        measure, unit = "coal_capacity", "% of world"
    figure = (50.0, 50.0, unit)
    yield _draft(line, found, measure, whose, end, figure=figure, comparator=comparator)


def _than_then(line: Line, found: re.Match[str], year: int, end: int) -> Iterator[Draft]:
    """ "Emits more than in 1990": a change without a figure."""
    for whose in _subjects(line, found.start())[:1]:
        less = _LESS.fullmatch(found["order"]) is not None
        scope = Scope(base_year=year, direction="down" if less else "up")
        yield _draft(line, found, "change", (whose,), end, scope=scope)


def _subjects(line: Line, position: int) -> tuple[str, ...]:
    return tuple(code for code in find_subject(line, position) if code)


def _goes_with_a_number(line: Line, start: int, end: int) -> bool:
    """ "30 % more than", "more than 30": read with the figure."""
    first, last = line.offset + start, line.offset + end
    return any(
        0 <= first - number.end <= _NEAR or number.start <= first < number.end or 0 <= number.start - last <= _NEAR
        for number in line.sentence.numbers
    )


def _is_wished(line: Line, position: int) -> bool:
    first, _ = line.clause(position, position)
    before = said_in(line.low[first:position])
    if _GUESSED.search(before):
        return True
    return _GOAL.search(before) is not None or _CONDITION.search(line.low[:position]) is not None


def _last_named(line: Line, position: int, codes: tuple[str, ...]) -> int:
    named = [m for m in line.parties(position, len(line.low)) if m.code in codes]
    return named[len(codes) - 1].end - line.offset if len(named) >= len(codes) else position


def _draft(
    line: Line,
    found: re.Match[str],
    measure: Measure,
    whose: tuple[str, ...],
    end: int,
    figure: tuple[float | None, float | None, str | None] = (None, None, None),
    comparator: Comparator = "=",
    against: tuple[str, ...] = (),
    together: bool = False,
    scope: Scope = Scope(),  # noqa: B008
) -> Draft:
    start = line.clause(found.start(), found.start())[0]
    while line.low[start] in " ,\"'\n-–—":
        start += 1
    stop = found.end("order") if "order" in found.re.groupindex else found.end()
    return Draft(
        measure=measure,
        subject=whose[0] if len(whose) == 1 else None,
        figure=figure,
        start=line.offset + start,
        end=line.offset + end,
        sentence=line.sentence.index,
        comparator=comparator,
        written=line.context.document.text[line.offset + found.start() : line.offset + stop],
        against=against,
        together=together,
        subjects=whose if len(whose) > 1 else (),
        place=(line.offset + found.start(), line.offset + stop),
        dimension="rank" if figure[2] == "rank" else "comparison",
        scope=scope,
    )
