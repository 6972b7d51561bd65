"""What the words around a figure say of how it is counted: gas, basis, years, direction, what exactly is meant."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from parley.reading.claims.denials import is_denied
from parley.reading.claims.directions import direction_of
from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.matters import matter_of
from parley.reading.claims.others import compared_with
from parley.reading.claims.periods import Period, period_of, year_of_rank
from parley.reading.claims.stretch import Stretch
from parley.reading.claims.vocabulary import construction, first_token, phrase, tokens
from parley.records.claim import Comparator, Measure
from parley.records.pledge import Gas

_EMITTED = phrase(r"<emissions>|\bemit\w*|<emitters>|\bcarbon\b|\bghgs?\b|\bpollut\w*")
_ADDED, _REACHED = (construction("scope", form) for form in ("adding_up", "reaching"))
_OF_EMISSIONS: frozenset[Measure] = frozenset(
    ("emissions", "emissions_share", "per_capita", "cumulative", "change", "ratio", "rank_emitter")
)
_OF_POWER: frozenset[Measure] = frozenset(("coal_share", "renewables", "electricity_share", "energy_share"))
_OF_ECONOMIES: frozenset[Measure] = frozenset(("rank_economy", "money", "ratio", "change"))
_FROM_A_YEAR: frozenset[Measure] = frozenset(("change", "cumulative", "ratio", "warming", "budget", "coal_capacity"))
_WITH_TWO_YEARS: frozenset[Measure] = frozenset(("change", "cumulative", "ratio"))
_ADDING_UP: frozenset[Measure] = frozenset(("emissions", "emissions_share"))
_NOT_RENEWABLE = frozenset(("nuclear", "gas", "oil", "fossil"))
_WHOLES: dict[str, Measure] = {"electricity": "electricity_share", "energy": "energy_share"}
_MONEY_BASES = frozenset(("ppp", "market"))
# What stands when a year begins is what the year before ended with.
_BEGUN = re.compile(
    r"\b(?:at|since|by|from|with) the (?:very )?(?:start|beginning|outset|dawn|opening) of (?:the year )?(?P<a>20\d\d)"
    r"|\bas (?P<b>20\d\d) (?:began|opened|dawned|started|got under way)|\bin (?:early )?january (?P<c>20\d\d)"
)
_ARRIVED_FROM = re.compile(r"\bfrom (?:about |some |nearly |almost |over |just )*$")
_LEVELS: frozenset[Measure] = frozenset(
    ("emissions", "emissions_share", "per_capita", "coal_capacity", "coal_share", "electricity_share", "energy_share")
)
_SHORTEST_HISTORY_YEARS = 8
_OTHER_GASES = frozenset(("CH4", "N2O", "F-gases"))
_EQUIVALENT = re.compile(
    r"\bequivalent|\bequal|\bworth\b|\bco2-?eq?\b|\bas much (?:warming|heat)\b"
    r"|\b(?:tonnes|tons) of (?:co2|carbon dioxide)\b"
)
_WITH_OTHERS = re.compile(
    r"\b(?:and|plus|including|with|besides|excluding|without) (?:the |its )?"
    r"(?:methane|nitrous|other gas|carbon dioxide|co2)|\bgreenhouse"
)


def with_scope(line: Line, draft: Draft) -> Draft:
    """The draft with what its words say of how its figure is counted."""
    if draft.place is None:
        return draft
    start, end = (at - line.offset for at in draft.place)
    stretch = Stretch.around(line, start, end)
    period = period_of(line, start, end)
    draft = _dated(line, draft, period, start, end)
    scope = Scope(
        about=matter_of(line, draft, stretch, accumulated=period.runs_for(_SHORTEST_HISTORY_YEARS)),
        gas=_gas(line, draft, stretch),
        basis=_basis(line, draft, stretch),
        base_year=period.first if draft.measure in _FROM_A_YEAR else None,
        direction=direction_of(draft, stretch),
        denied=is_denied(line, start, end),
    )
    return _settled(compared_with(line, replace(draft, scope=draft.scope.completed(scope)), start, end))


def _dated(line: Line, draft: Draft, period: Period, start: int, end: int) -> Draft:
    """The year a figure is of, told apart from the one it is compared with; what adds up over years is cumulative."""
    if draft.dimension == "rank":
        return replace(draft, year=draft.year or year_of_rank(line, end))
    if draft.measure == "coal_capacity" and (begun := _BEGUN.search(line.low)):
        begins = int(begun["a"] or begun["b"] or begun["c"])
        return replace(draft, year=begins - 1) if draft.year in (None, begins) else draft
    if period.last is not None and _ARRIVED_FROM.search(line.low[:start]) and draft.measure in _LEVELS:
        return replace(draft, year=period.first)
    adds_up = draft.measure in _ADDING_UP and period.runs_for(_SHORTEST_HISTORY_YEARS) and _adds_up(line, start, end)
    measure: Measure = "cumulative" if adds_up else draft.measure
    year = draft.year
    if period.last is not None and (measure in _WITH_TWO_YEARS or year in (None, period.first)):
        year = period.last
    elif year == period.first or (year is None and measure in ("change", "ratio", "warming")):
        year = period.other
    return replace(draft, measure=measure, year=year)


def _adds_up(line: Line, start: int, end: int) -> bool:
    """Whether the words are of emitting, not of a level that was reached: "to 11 billion tonnes"."""
    first, last = line.clause(start, end)
    before = Stretch.around(line, start, end).before
    return _ADDED.search(line.low, first, last) is not None and _REACHED.search(before) is None


def _gas(line: Line, draft: Draft, stretch: Stretch) -> Gas | None:
    """The gas named beside the figure; of a rank, in the phrase itself."""
    if draft.measure not in _OF_EMISSIONS:
        return None
    if draft.measure == "emissions" and (alone := _gas_alone(line, stretch)):
        return alone
    places = (stretch.figure,) if draft.dimension == "rank" else (stretch.from_figure, stretch.before, line.low)
    words = next((words for words in places if _EMITTED.search(words)), "")
    return cast("Gas | None", first_token("gases", words))


def _gas_alone(line: Line, stretch: Stretch) -> Gas | None:
    """The one gas that is told in tonnes of CO2 which do as much: "its methane was equivalent to 800 Mt of CO2"."""
    if not _EQUIVALENT.search(line.low) or _WITH_OTHERS.search(line.low):
        return None
    named = {gas for gas, form in tokens("gases") if gas in _OTHER_GASES and form.search(stretch.before)}
    return cast("Gas", named.pop()) if len(named) == 1 else None


def _basis(line: Line, draft: Draft, stretch: Stretch) -> str | None:
    if draft.measure in _OF_POWER:
        nearest = first_token("wholes", stretch.from_figure) or first_token("wholes", stretch.before)
        return "world" if draft.is_of_the_world else nearest
    found = first_token("bases", line.low)
    fitting = _OF_ECONOMIES if found in _MONEY_BASES else _OF_EMISSIONS
    return found if draft.measure in fitting else None


def _settled(draft: Draft) -> Draft:
    """A ratio to nobody is a change ("half of what it was in 1990"), a share of nuclear power is none of renewables."""
    low, high, unit = draft.figure
    if draft.measure == "emissions" and draft.scope.gas in _OTHER_GASES and unit == "tCO2":
        draft = replace(draft, figure=(low, high, "tCO2e"))
    if draft.measure == "ratio" and not draft.against and unit == "%":
        return replace(draft, measure="change")
    if draft.measure == "ratio" and not draft.against and draft.scope.base_year is not None and low is not None:
        about = None if draft.scope.about == "cumulative" else draft.scope.about
        if low < 1 and high is not None:
            return _fallen(replace(draft, scope=replace(draft.scope, about=about, direction="down")), low, high)
        return replace(draft, measure="change", scope=replace(draft.scope, about=about, direction="up"))
    if draft.dimension == "rank":
        return draft
    if draft.measure == "renewables" and draft.scope.about in _NOT_RENEWABLE and draft.scope.basis in _WHOLES:
        return replace(draft, measure=_WHOLES[draft.scope.basis])
    return draft


def _fallen(draft: Draft, low: float, high: float) -> Draft:
    """ "A third of what it was" as a fall by two thirds; more than a third left is a fall by less than two thirds."""
    turned: dict[Comparator, Comparator] = {">": "<", "<": ">"}
    fall = (round(100 * (1 - high), 4), round(100 * (1 - low), 4), "%")
    return replace(draft, measure="change", figure=fall, comparator=turned.get(draft.comparator, draft.comparator))
