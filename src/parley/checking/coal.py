"""Coal: power plants by stage, the world's coal that a country burns, and what coal is in its energy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from parley.checking.account import Account, Way, Ways, account_of, divided, tried
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.coal_commitment import committed_references
from parley.checking.compare import Bounds, bounds_of, rank_bounds
from parley.checking.energy import electricity_share_ways, energy_share_ways, fact_ways
from parley.checking.places import AMONG, placed
from parley.checking.subject import WORLD, subject_of
from parley.checking.topics import Stage, stage_of, topic_words
from parley.checking.weigh import weigh
from parley.checking.wording import span_words
from parley.errors import InventoryError
from parley.inventory.coal import STATUS_DAY, coal_capacity, coal_status, coal_use
from parley.inventory.ranking import COUNTRIES
from parley.inventory.tables import remembered

_PLANTS = "units of 30 MW and more"
_USE = "coal burnt for all purposes, as energy"
_STATUS = {
    "operating": ("operating", "operating in July"),
    "construction": ("construction", "under construction"),
    "planned": ("before_construction", "announced, waiting for permits or permitted"),
    "development": ("pipeline", "under construction or planned"),
}
_FACTS = {
    "operating": "coal capacity operating",
    "planned": "coal capacity before construction",
    "development": "coal capacity in development",
    "added": "coal capacity commissioned",
}
_IN_PARTS = re.compile(r"(?P<construction>[\d.]+) building \+ (?P<planned>[\d.]+) before building")
_OF_YEARS: dict[str, Literal["operating", "added", "retired"]] = {
    "operating": "operating",
    "added": "added",
    "retired": "retired",
}
_TWH = {"J": 3.6e15, "Wh": 1e12, "TWh": 1.0, "EJ": 3.6e-3, "kWh": 1e9}
_WORLD_WORDS = ("world", "global", "planet")


def check_coal_capacity(assertion: Assertion, today: date | None) -> Finding:
    """ "China runs 1,100 gigawatts of coal power", "another 200 gigawatts are coming", "half of the world's fleet"."""
    party, bounds = subject_of(assertion), bounds_of(assertion)
    words = topic_words(assertion)
    stage = stage_of(words) or stage_of(assertion.words) or "operating"
    if (assertion.unit or "").startswith("%"):
        return weigh(assertion, today, capacity_share_ways(party, stage), bounds, "coal")
    if stage in _OF_YEARS:
        return weigh(assertion, today, capacity_ways(party, stage), bounds, "coal")
    found = weigh(assertion, today, capacity_ways(party, stage), bounds, "coal", confidence=0.8)
    if stage != "construction":
        found = _between_counts(party, found, bounds)
    return _with_commitment(party, found, assertion.low or 0.0, assertion.said or today)


def check_coal_share(assertion: Assertion, today: date | None) -> Finding:
    """The share of coal in a country's energy or electricity, or of the world's coal that it burns or can burn."""
    party = subject_of(assertion)
    words = f"{topic_words(assertion)} {assertion.basis or ''} {assertion.unit or ''}".casefold()
    of_world = any(word in words for word in _WORLD_WORDS) or WORLD in assertion.against
    if of_world and party != WORLD:
        if "capacity" in words or "plants" in words or "fleet" in words:
            ways, topic = capacity_share_ways(party, "operating"), "coal"
        else:
            ways, topic = use_share_ways(party), "energy"
        return weigh(assertion, today, ways, bounds_of(assertion), "coal" if topic == "coal" else "energy")
    power = "electric" in words or "power" in words
    energy = "energy" in words
    ways = tuple(
        Way(way.account, way.on_words and allowed)
        for found, allowed in (
            (electricity_share_ways(party, "coal"), power or not energy),
            (energy_share_ways(party, "coal"), energy or not power),
        )
        for way in found
    )
    return weigh(assertion, today, ways, bounds_of(assertion), "energy", confidence=1.0 if power or energy else 0.7)


def check_coal_use(assertion: Assertion, today: date | None) -> Finding:
    """Coal burnt, as energy, or as a share of the world's."""
    party, bounds = subject_of(assertion), bounds_of(assertion)
    if (assertion.unit or "").startswith("%"):
        return weigh(assertion, today, use_share_ways(party), bounds, "energy")
    scale = _TWH.get(assertion.unit or "")
    if scale is None:
        raise InventoryError(f"there are no figures of coal use in {assertion.unit}; there are TWh and shares")
    return weigh(assertion, today, use_ways(party), bounds.moved(1 / scale, 0.0), "energy")


def check_coal_rank(assertion: Assertion, today: date | None) -> Finding:
    """ "The world's largest user of coal", or the one with most coal power."""
    if assertion.low is None:
        raise InventoryError("the words give no place in an order")
    bounds = rank_bounds(assertion.low, assertion.comparator)
    words = f"{topic_words(assertion)} {assertion.words}".casefold()
    plants = any(word in words for word in ("capacity", "power", "plants", "fleet"))
    ways = coal_rank_ways(subject_of(assertion), plants)
    return weigh(assertion, today, ways, bounds, "energy")


@remembered
def capacity_ways(party: str, stage: Stage) -> Ways:
    """Coal power at a stage [GW]: by year for what runs, opens or shuts, on the days of the tracker for the rest."""
    found: list[Way] = []
    if kind := _OF_YEARS.get(stage):
        series = tried(coal_capacity, party, kind)
        if series is not None:
            basis = f"coal power {stage}, {_PLANTS}"
            found.append(Way(account_of(series, f"coal power {stage}", basis, f"capacity|{stage}")))
        if stage == "operating":
            found.append(Way(_status(party, stage)))
    else:
        found.append(Way(_status(party, stage)))
    if measure := _FACTS.get(stage):
        found.extend(fact_ways(party, measure, "GW"))
    found.extend(_parts(party, stage))
    if not found:
        raise InventoryError(f"there are no figures of coal power {stage} of {party}")
    return tuple(found)


@remembered
def capacity_share_ways(party: str, stage: Stage) -> Ways:
    """The share of the world's coal power at a stage [%]."""
    wholes = {way.account.key: way.account for way in capacity_ways(WORLD, stage)}
    return tuple(
        Way(divided(way.account, of, f"share of the world's {of.quantity}", "%", 100.0), way.on_words)
        for way in capacity_ways(party, stage)
        if way.account.key and (of := wholes.get(way.account.key))
    )


@remembered
def use_ways(party: str) -> Ways:
    """Coal burnt [TWh]. Raises InventoryError where it is not known."""
    return (Way(account_of(coal_use(party), "coal use", _USE, "coal use")),)


@remembered
def use_share_ways(party: str) -> Ways:
    """The share of the world's coal that is burnt there [%]."""
    part, whole = use_ways(party)[0].account, use_ways(WORLD)[0].account
    return (Way(divided(part, whole, "share of the world's coal use", "%", 100.0)),)


@remembered
def coal_rank_ways(party: str, plants: bool) -> Ways:
    """The place by coal burnt and by coal power; which of them is on the words."""
    found = []
    for order, quantity, basis, on_words in (
        ("coal use", "rank by coal use", _USE, not plants),
        ("coal capacity", "rank by coal power", f"coal power operating, {_PLANTS}", plants),
    ):
        account = placed(party, (order,), COUNTRIES, quantity, f"{basis}, {AMONG[COUNTRIES]}")
        if account is not None:
            found.append(Way(account, on_words))
    return tuple(found)


def _parts(party: str, stage: Stage) -> Iterator[Way]:
    """What a publication on coal power to come says of its parts: so much building, so much before building."""
    for way in fact_ways(party, _FACTS["development"], "GW"):
        account, parts = way.account, _IN_PARTS.fullmatch(way.account.basis)
        if parts is not None and stage in parts.groupdict():
            words = _STATUS[stage][1]
            figures = {account.first: float(parts[stage])}
            yield Way(replace(account, quantity=f"coal power {words}", basis=f"coal power {words}", figures=figures))


def _status(party: str, stage: Stage) -> Account:
    status, words = _STATUS[stage]
    found = coal_status(party, status)
    basis = f"coal power {words}, {_PLANTS}"
    source = f"{found.source}, {found.source.licence}"
    return Account(party, f"coal power {words}", basis, "GW", source, {STATUS_DAY.year: found.gw}, f"status|{stage}")


def _between_counts(party: str, found: Finding, bounds: Bounds) -> Finding:
    """The finding with the span from what is planned to that and what is being built, between which a count is close.

    What "coming" means is not told by the words, and counts differ by how far a plan must have come.
    """
    narrow = [c.reference for c in found.candidates if c.time == "then"]
    if any(reference.holds in ("supported", "close") for reference in narrow):
        return found
    every = [
        (way.account.figures[year], way.account, year)
        for stage in ("planned", "development")
        for way in capacity_ways(party, stage)
        for year in way.account.figures
        if any(reference.year == year for reference in narrow)
    ]
    if len(every) < 2:
        return found
    (low, least, _), (high, most, _) = min(every, key=_first), max(every, key=_first)
    if not (low <= bounds.high and bounds.low <= high):
        return found
    span = narrow[0].model_copy(
        update={
            "quantity": "coal power to come",
            "basis": f"between {least.quantity} and {most.quantity}",
            "value": None,
            "fact": span_words(low, high, "GW"),
            "source": f"{least.source}; {most.source}",
            "holds": "close",
        }
    )
    return replace(found, candidates=(*found.candidates, Candidate(span)), confidence=0.6)


def _with_commitment(party: str, found: Finding, gw: float, day: date | None) -> Finding:
    """The finding with what so much new coal power would emit over its life, beside what is left of the budget."""
    if day is None or gw <= 0:
        return found
    context = committed_references(gw, party, day)
    return replace(found, context=context, remark=context[0].fact)


def _first(item: tuple[float, Account, int]) -> float:
    return item[0]
