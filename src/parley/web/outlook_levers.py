"""What can be changed in an outlook: for each large Party a switch and a slider for every pledge that has a level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from parley.briefing.outlook_words import subscript
from parley.briefing.pledges import FIRMNESS_LABELS
from parley.briefing.prose import and_list, party_heading
from parley.outlook.outlook import Outlook
from parley.outlook.pledge_words import pledge_in_words
from parley.pathways.axes import place
from parley.pathways.book import book_on
from parley.pathways.pledge import PathwayPledge
from parley.pathways.selection import NOT_COUNTED
from parley.web.models.common import PartyView
from parley.web.models.outlook import Lever, PartyLevers
from parley.web.outlook_runs import Ran
from parley.web.outlook_told import by_size, party_address, share_words

SHOWN = 8
"""How many Parties have their levers shown, the largest emitters."""
_NET_ZERO, _PEAK = (2035, 2080), (2025, 2045)
_WISHED_NET_ZERO, _WISHED_PEAK, _WISHED_CUT, _CUT_YEAR, _CUT_BASE = 2060, 2030, 50, 2035, 2005
_RISES = 1.02
"""How much more than today a Party emits under current policy where a peak is still to come."""


@dataclass(frozen=True, slots=True)
class _Range:
    low: float
    high: float
    step: float
    unit: str


_PERCENT = _Range(0, 100, 1, "%")


def levers_of(ran: Ran, start: Ran) -> tuple[PartyLevers, ...]:
    """The levers of the largest Parties and of those that the scenario names, as the scenario has them.

    ``start`` is the same book under the same choices with nothing changed.
    """
    largest = by_size(start)[:SHOWN]
    parties = list(dict.fromkeys([*largest, *(party for party in ran.scenario.parties if party in _parties(start))]))
    return tuple(_party(party, ran, start) for party in parties)


def _parties(ran: Ran) -> Mapping[str, object]:
    return ran.outlook.world.pathways


def _party(party: str, ran: Ran, start: Ran) -> PartyLevers:
    pathway, scenario = start.outlook.pathway(party), ran.scenario
    book = [pledge for pledge in start.outlook.book if pledge.party == party and pledge.firmness not in NOT_COUNTED]
    shaping = {pledge.id for pledge in pathway.pledges} | {
        pledge.id for pledge in start.outlook.left_out if pledge.party == party and _could_shape(pledge)
    }
    levers = tuple(_levers(party, [pledge for pledge in book if pledge.id in shaping], ran, start))
    withdrawn = party in scenario.asked.withdraw
    return PartyLevers(
        party=PartyView(party, party_heading(party)),
        share=share_words(start, party),
        summary=_summary(levers, withdrawn),
        changed=withdrawn or any(_is_changed(lever) for lever in levers),
        out=party in start.outlook.withdrawn,
        withdrawn=withdrawn,
        levers=levers,
        without_level=tuple(
            dict.fromkeys(subscript(pledge_in_words(pledge)) for pledge in book if pledge.id not in shaping)
        ),
        address=party_address(party, scenario.address),
    )


def _could_shape(pledge: PathwayPledge) -> bool:
    """Whether it is of a kind that shapes pathways under other choices."""
    return pledge.kind in ("net_zero", "peak") or (pledge.kind == "reduction" and pledge.low is not None)


def _levers(party: str, book: Sequence[PathwayPledge], ran: Ran, start: Ran) -> Iterator[Lever]:
    """Net zero, peak, and cuts by their year; what is not pledged can be wished for."""
    zero = [pledge for pledge in book if pledge.kind == "net_zero" and pledge.target_year]
    yield _year_lever(party, "net_zero", "Net zero", zero, _NET_ZERO, _WISHED_NET_ZERO, ran)
    peaks = [pledge for pledge in book if pledge.kind == "peak" and pledge.target_year]
    if peaks or _rises(party, start.outlook):
        yield _year_lever(party, "peak", "Peak", peaks, _PEAK, _WISHED_PEAK, ran)
    years = sorted({pledge.target_year for pledge in book if pledge.kind == "reduction" and pledge.target_year})
    for year in years:
        yield _cut_lever([pledge for pledge in book if (pledge.kind, pledge.target_year) == ("reduction", year)], ran)
    if _CUT_YEAR not in years:
        yield _wished_cut(party, start.outlook, ran)


def _rises(party: str, outlook: Outlook) -> bool:
    """Whether current policy leads a Party above its emissions of today."""
    emitted = outlook.current_policy.pathways[party].total(land=False)[0]
    at = place(outlook.choices.data_year)
    return bool(np.max(emitted[at:]) > _RISES * emitted[at])


def _year_lever(
    party: str,
    kind: str,
    label: str,
    pledges: Sequence[PathwayPledge],
    span: tuple[int, int],
    wished: int,
    ran: Ran,
) -> Lever:
    first = min(pledges, key=lambda pledge: pledge.target_year or 0) if pledges else None
    start = (first.target_year if first else None) or wished
    gas = " CO2" if first is not None and first.gas == "CO2" and kind == "peak" else ""
    return _lever(
        f"{party}.{kind}", label, f"{party} {kind} {{}}{gas}", pledges, start, _Range(*span, 1, ""), ran, kind=kind
    )


def _cut_lever(pledges: Sequence[PathwayPledge], ran: Ran) -> Lever:
    """Cuts of one year, of which the first that has a number is moved."""
    main = next((pledge for pledge in pledges if pledge.low is not None), pledges[0])
    form, span = _form(main), _PERCENT
    start = _start(main, ran)
    if main.basis == "absolute":
        span = _Range(0, max(100.0, 2 * start), 10.0 if start >= 100 else 1.0, "MtCO₂e")
    name = f"{main.party}.cut.{main.target_year}"
    return _lever(name, f"{_CUTS.get(main.basis or '', 'Cut')} {main.target_year}", form, pledges, start, span, ran)


_CUTS = {"intensity": "Cut per GDP,", "bau": "Cut below BAU,", "absolute": "Level,", "below_peak": "Cut below peak,"}


def _form(pledge: PathwayPledge) -> str:
    """The wish that takes a cut's place, "" where there is none of its kind."""
    head, year, gas = pledge.party, pledge.target_year, " CO2" if pledge.gas == "CO2" else ""
    match pledge.basis, pledge.unit:
        case "base_year", "%" if pledge.base_year:
            return f"{head} cut {{}}% {year} from {pledge.base_year}{gas}"
        case "below_peak", "%":
            return f"{head} cut {{}}% {year} below peak{gas}"
        case "intensity", "%" if pledge.base_year:
            return f"{head} intensity {{}}% {year} from {pledge.base_year}{gas}"
        case "bau", "%":
            return f"{head} bau {{}}% {year}"
        case "absolute", "MtCO2e":
            return f"{head} level {{}} {year}{gas}"
    return ""


def _start(pledge: PathwayPledge, ran: Ran) -> float:
    """The whole number that a pledge stands at: the middle of a range, or the end that counts."""
    low, high = pledge.low or 0.0, pledge.high if pledge.high is not None else pledge.low or 0.0
    if pledge.conditional == "stronger":
        stronger, weaker = (low, high) if pledge.basis == "absolute" else (high, low)
        return float(round(weaker if ran.scenario.asked.choices.policy == "unconditional" else stronger))
    return float(round((low + high) / 2))


def _wished_cut(party: str, outlook: Outlook, ran: Ran) -> Lever:
    """A cut by 2035 for a Party that has none, measured as its newest cut of record that can be."""
    last = [
        pledge
        for pledge in (*outlook.book, *book_on(None, "effective"))
        if pledge.party == party and pledge.kind == "reduction" and pledge.basis in ("base_year", "intensity")
    ]
    newest = max(last, key=lambda pledge: pledge.target_year or 0, default=None)
    base = (newest.base_year if newest else None) or _CUT_BASE
    how = "intensity" if newest is not None and newest.basis == "intensity" else "cut"
    label = f"{_CUTS['intensity'] if how == 'intensity' else 'Cut by'} {_CUT_YEAR}"
    form = f"{party} {how} {{}}% {_CUT_YEAR} from {base}"
    return _lever(f"{party}.cut.{_CUT_YEAR}", label, form, (), _WISHED_CUT, _PERCENT, ran)


def _lever(
    name: str,
    label: str,
    form: str,
    pledges: Sequence[PathwayPledge],
    start: float,
    span: _Range,
    ran: Ran,
    kind: str = "cut",
) -> Lever:
    wished = _wished(form, ran.scenario.wishes)
    without = ran.scenario.asked.without
    kept = [pledge for pledge in pledges if pledge.id not in without]
    step = span.step
    start = step * round(start / step)
    value = start if wished is None else wished
    if value % step:
        step = 1.0 if value % 1 == 0 else 0.01
    firm = pledges[0].firmness if pledges else None
    lever = Lever(
        id=name,
        label=label,
        pledged=subscript(and_list([pledge_in_words(pledge) for pledge in pledges])) if pledges else "not pledged",
        form=form,
        pledges=tuple(pledge.id for pledge in pledges),
        on=wished is not None or bool(kept),
        started=bool(pledges),
        value=value,
        start=start,
        low=min(span.low, start, value),
        high=max(span.high, start, value),
        step=step,
        unit=span.unit,
        words="",
        firmness=firm,
        firmness_label=FIRMNESS_LABELS[firm] if firm else "",
    )
    return lever.model_copy(update={"words": lever_words(lever, kind)})


def lever_words(lever: Lever, kind: str) -> str:
    """What a lever stands at: ``2060``, ``65 %``; ``none`` where its switch is off."""
    if not lever.on:
        return "none"
    return f"{lever.value:g}{f' {lever.unit}' if lever.unit else ''}"


def _wished(form: str, wishes: Sequence[str]) -> float | None:
    """The number of the wish of this form that counts, None where there is none."""
    before, _, after = form.partition("{}")
    for wish in reversed(wishes) if form else ():
        middle = wish[len(before) : len(wish) - len(after)]
        if wish.startswith(before) and wish.endswith(after) and middle.replace(".", "", 1).isdecimal():
            return float(middle)
    return None


def _is_changed(lever: Lever) -> bool:
    return lever.on != lever.started or (lever.on and lever.value != lever.start)


def _summary(levers: Sequence[Lever], withdrawn: bool) -> str:
    """The levers in one line."""
    if withdrawn:
        return "withdrawn: no pledge counts"
    said = [f"{lever.label[:1].lower()}{lever.label[1:]} {lever.words}" for lever in levers if lever.on]
    return ", ".join(said) or "nothing pledged"
