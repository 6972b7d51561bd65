"""Shares of fuels in electricity and in primary energy, shares of the world's, and what is built of wind and solar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from parley.checking.account import Account, Way, Ways, account_of, divided, tried
from parley.checking.assertion import Assertion
from parley.checking.candidate import Finding
from parley.checking.compare import bounds_of, rank_bounds
from parley.checking.goals_reached import reached_ways
from parley.checking.places import AMONG, placed
from parley.checking.subject import WORLD, subject_of
from parley.checking.topics import fuel_of, topic_words
from parley.checking.weigh import weigh
from parley.errors import InventoryError
from parley.inventory.energy import electricity, electricity_share, energy_share, energy_use, facts, primary_energy
from parley.inventory.ranking import COUNTRIES
from parley.inventory.series import Series
from parley.inventory.tables import remembered

GENERATED = "electricity generated"
SUBSTITUTION = "primary energy by the substitution method"
_GOODS = {"polysilicon": "polysilicon", "wafer": "wafer", "cell": "cell", "module": "module", "panel": "module"}
_MADE = "manufactur"


def check_electricity_share(assertion: Assertion, today: date | None) -> Finding:
    """ "Wind and solar supplied 10 % of electricity": of a Party's own, or of the world's from that fuel."""
    party, fuel = subject_of(assertion), fuel_of(topic_words(assertion))
    if WORLD in assertion.against and party != WORLD:
        ways = world_share_ways(party, "electricity", fuel)
    elif fuel is None:
        raise InventoryError("the words do not tell which source of electricity the share is of")
    else:
        ways = electricity_share_ways(party, fuel)
    return weigh(assertion, today, ways, bounds_of(assertion), "energy")


def check_energy_share(assertion: Assertion, today: date | None) -> Finding:
    """ "Fossil fuels meet 80 % of its energy"."""
    party, fuel = subject_of(assertion), fuel_of(topic_words(assertion))
    if WORLD in assertion.against and party != WORLD:
        ways = world_share_ways(party, "energy", fuel)
    elif fuel is None:
        raise InventoryError("the words do not tell which source of energy the share is of")
    else:
        ways = energy_share_ways(party, fuel)
    return weigh(assertion, today, ways, bounds_of(assertion), "energy")


def check_renewables(assertion: Assertion, today: date | None) -> Finding:
    """Shares of renewable power, its capacity, what is made of it, and who is first in it."""
    party, words = subject_of(assertion), topic_words(assertion)
    fuel = fuel_of(words) or "renewables"
    if assertion.unit == "%":
        return weigh(assertion, today, _share_ways(assertion, party, fuel), bounds_of(assertion), "energy")
    if (assertion.unit or "").startswith("rank") and assertion.low is not None:
        bounds = rank_bounds(assertion.low, assertion.comparator)
        ways = _rank_ways(party, fuel, f"{words} {assertion.words}")
        return weigh(assertion, today, ways, bounds, "energy")
    if assertion.unit == "GW":
        ways = fact_ways(party, f"{fuel.replace('_', ' ')} capacity", "GW")
        ways = (*ways, *reached_ways(party, f"{fuel.replace('_', ' ')} capacity", assertion.words))
        if not ways:
            raise InventoryError(f"there are no figures of the capacity of {fuel_words(fuel)} of {party}")
        return weigh(assertion, today, ways, bounds_of(assertion), "coal")
    raise InventoryError("there are no figures of renewables of this kind; there are shares of electricity and energy")


@remembered
def electricity_ways(party: str, fuel: str | None) -> Ways:
    """Electricity from a fuel, or all of it [TWh]. Raises InventoryError where there is none."""
    return _single(electricity(party, fuel or "total"), _from("electricity", fuel), GENERATED)


@remembered
def electricity_share_ways(party: str, fuel: str) -> Ways:
    """The share of a fuel in electricity [%], with what publications state of later years."""
    words = f"share of {fuel_words(fuel)} in electricity"
    own = _single(electricity_share(party, fuel), words, GENERATED)
    return (*own, *fact_ways(party, f"{fuel} share of electricity", "%"))


@remembered
def energy_ways(party: str, fuel: str | None) -> Ways:
    """Primary energy from a fuel, or all of it, of which there are two sources [TWh]."""
    words = _from("primary energy", fuel)
    found = tried(primary_energy, party, fuel or "total")
    own = () if found is None else _single(found, words, SUBSTITUTION)
    return own if fuel else (*own, *_single(energy_use(party), words, SUBSTITUTION))


@remembered
def energy_share_ways(party: str, fuel: str) -> Ways:
    """The share of a fuel in primary energy [%], by the substitution method and as publications state it."""
    words = f"share of {fuel_words(fuel)} in primary energy"
    own = _single(energy_share(party, fuel), words, SUBSTITUTION)
    return (*own, *fact_ways(party, f"{fuel} share of primary energy", "%"))


@remembered
def world_share_ways(party: str, kind: str, fuel: str | None) -> Ways:
    """The share of a Party in the world's electricity or primary energy from a fuel [%]."""
    read: Callable[[str, str], Series] = electricity if kind == "electricity" else primary_energy
    whole = "electricity" if kind == "electricity" else "primary energy"
    basis = GENERATED if kind == "electricity" else SUBSTITUTION
    part, of = (account_of(read(code, fuel or "total"), _from(whole, fuel), basis, kind) for code in (party, WORLD))
    return (Way(divided(part, of, f"share of the world's {_from(whole, fuel)}", "%", 100.0)),)


@remembered
def fact_ways(party: str, measure: str, unit: str) -> Ways:
    """What publications state of a measure; of a range or a "more than" it is the lower end."""
    return tuple(
        Way(
            Account(
                party,
                fact.measure,
                fact.basis or fact.measure,
                fact.unit,
                fact.source,
                {_year(fact.period): fact.low},
            )
        )
        for fact in facts(party, measure)
        if fact.unit == unit
    )


def _year(period: str) -> int:
    """The year of a period; what stands in January is what the year before ended with."""
    year, _, month = period.partition("-")
    return int(year) - (month == "01")


def fuel_words(fuel: str) -> str:
    """A fuel as it is called in a sentence."""
    special = {
        "non_fossil": "sources without fossil fuels",
        "wind_and_solar": "wind and solar",
        "fossil": "fossil fuels",
    }
    return special.get(fuel, fuel.replace("_", " "))


def _share_ways(assertion: Assertion, party: str, fuel: str) -> Ways:
    if assertion.basis == "electricity" and WORLD not in assertion.against:
        return electricity_share_ways(party, fuel)
    words = f"{topic_words(assertion)} {assertion.words}".casefold()
    if goods := next((name for word, name in _GOODS.items() if word in words), None):
        return fact_ways(party, f"world {'solar ' if goods == 'module' else ''}{goods} output", "%")
    if _MADE in words:
        return fact_ways(party, "share of solar manufacturing", "%")
    if WORLD in assertion.against and party != WORLD:
        return world_share_ways(party, "electricity", fuel)
    in_energy = tuple(Way(way.account, "energy" in f"{words} {assertion.basis}") for way in _energy_shares(party, fuel))
    return (*electricity_share_ways(party, fuel), *in_energy)


def _energy_shares(party: str, fuel: str) -> Ways:
    try:
        return energy_share_ways(party, fuel)
    except InventoryError:
        return ()


@remembered
def _rank_ways(party: str, fuel: str, words: str) -> Ways:
    """Places by electricity generated; who makes most of the world's panels is first in making them."""
    if _MADE in words.casefold() or any(word in words.casefold() for word in _GOODS):
        most = [way.account for way in fact_ways(party, "world solar module output", "%")]
        return tuple(Way(_first_place(account)) for account in most if max(account.figures.values()) > 50)
    power = _from("electricity", fuel)
    account = placed(party, ("electricity", fuel), COUNTRIES, f"rank by {power}", f"{power}, {AMONG[COUNTRIES]}")
    return () if account is None else (Way(account),)


def _first_place(account: Account) -> Account:
    figures = dict.fromkeys(account.figures, 1.0)
    return Account(account.party, "rank by solar panels made", account.quantity, "rank", account.source, figures)


def _single(series: Series, quantity: str, basis: str) -> Ways:
    return (Way(account_of(series, quantity, basis, f"{quantity}|{series.source.key}")),)


def _from(quantity: str, fuel: str | None) -> str:
    return f"{quantity} from {fuel_words(fuel)}" if fuel else quantity
