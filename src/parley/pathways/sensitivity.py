"""What shares, capacity and phase-outs would come to by themselves: a sensitivity, never a level of a pathway.

It is measured against the mix of today held while demand grows at its rate of five years. Electricity without fossil
fuels displaces coal first, then oil, then gas, at the factors below: own rough figures from plant statistics. What such
a pledge saves is within an economy-wide target of the same Party and never added to it.

A cut below a business as usual that nobody has published, and emissions avoided against one, have a sensitivity too:
what they would save if that were our current policy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from parley.errors import InventoryError
from parley.inventory.energy import electricity, energy_share
from parley.inventory.series import Series
from parley.pathways.axes import CO2_FFI, LAST_YEAR, place, weights
from parley.pathways.base import party_base
from parley.pathways.pathway import NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.telling import tell_mt, tell_number

TCO2_PER_MWH = {"coal": 0.90, "oil": 0.70, "gas": 0.42}
"""Emissions of power plants by fuel, in the order in which they are displaced [tCO2/MWh]."""
CAPACITY_FACTOR = 0.20
"""Of wind and solar plants together, which most pledges of capacity are met with; from 0.15 to 0.25."""
TREND_YEARS = 5
_TWH_PER_GW_YEAR = 8.76


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What a pledge would save in its target year [MtCO2, or MtCO2e of all gases], and how that was worked out."""

    pledge: PathwayPledge
    year: int
    saved_mtco2: float
    steps: tuple[str, ...]


class _Power(NamedTuple):
    """Electricity of a Party as it would be in a year with today's mix [TWh]."""

    year: int
    of_year: int
    growth: float
    total: float
    fossil: dict[str, float]
    clean: float


def sensitivity_of(pledge: PathwayPledge, data_year: int) -> Sensitivity | NotQuantified:
    """What a share, capacity or phase-out would save, with what is known by ``data_year``; or why that is not known."""
    rule = _RULES.get(pledge.kind)
    if rule is None:
        return NotQuantified(pledge, f"there is no sensitivity of pledges of kind {pledge.kind}")
    if pledge.target_year is None or not data_year < pledge.target_year <= LAST_YEAR or pledge.qualifier == "from":
        return NotQuantified(pledge, "it names no year to come by which it is to be met")
    try:
        return rule(pledge, pledge.target_year, data_year)
    except InventoryError as error:
        return NotQuantified(pledge, str(error))


def _of_share(pledge: PathwayPledge, year: int, data_year: int) -> Sensitivity | NotQuantified:
    about, share = pledge.about or "", pledge.low if pledge.low is not None else pledge.high
    if share is None or pledge.unit != "%":
        return NotQuantified(pledge, "it names no share in per cent")
    if "primary energy" in about and "non-fossil" in about:
        return _of_energy(pledge, share / 100.0, year, data_year)
    if "electricity" not in about:
        return NotQuantified(pledge, f"there are no figures that a share of {about or 'what it means'} is taken from")
    kind = "renewables" if "renewable" in about else "non_fossil"
    power = _power(pledge.party, kind, year, data_year)
    more = share / 100.0 * power.total - power.clean
    step = f"{tell_number(share)} % of {tell_number(power.total)} TWh: {tell_number(more)} TWh more than today's share."
    return _displaced(pledge, power, more, step)


def _of_energy(pledge: PathwayPledge, share: float, year: int, data_year: int) -> Sensitivity:
    series = energy_share(pledge.party, "non_fossil")
    of_year = _newest(series, data_year)
    today = series.value(of_year) / 100.0
    co2 = float(party_base(pledge.party, data_year).emissions[CO2_FFI, place(year)])
    saved = max(0.0, co2 * (1.0 - (1.0 - share) / (1.0 - today)))
    steps = (
        f"Without fossil fuels: {100 * today:.1f} % of primary energy in {of_year}, {100 * share:.1f} % pledged.",
        f"Fossil energy in step: of {tell_mt(co2, 'MtCO2')} under current policy in {year}, {tell_mt(saved, 'MtCO2')}.",
    )
    return Sensitivity(pledge, year, saved, steps)


def _of_capacity(pledge: PathwayPledge, year: int, data_year: int) -> Sensitivity | NotQuantified:
    about, gigawatts = pledge.about or "", pledge.low if pledge.low is not None else pledge.high
    kind = {"wind and solar": "wind_and_solar", "renewables": "renewables"}.get(about)
    if gigawatts is None or pledge.unit != "GW" or kind is None:
        return NotQuantified(pledge, f"there is no figure of what {about or 'such capacity'} generates")
    power = _power(pledge.party, kind, year, data_year)
    generated = gigawatts * CAPACITY_FACTOR * _TWH_PER_GW_YEAR
    step = (
        f"{tell_number(gigawatts)} GW at a capacity factor of {CAPACITY_FACTOR} give {tell_number(generated)} TWh,"
        f" where today's share would give {tell_number(power.clean)}."
    )
    return _displaced(pledge, power, generated - power.clean, step)


def _of_phase_out(pledge: PathwayPledge, year: int, data_year: int) -> Sensitivity | NotQuantified:
    if pledge.about not in ("coal", "coal power", "unabated coal power"):
        return NotQuantified(pledge, f"ending {pledge.about or 'it'} has no level in the Party's own emissions")
    power = _power(pledge.party, "non_fossil", year, data_year)
    step = f"Coal power, {tell_number(power.fossil['coal'])} TWh in {year} at today's share, falls evenly to none."
    return _displaced(pledge, power, power.fossil["coal"], step)


def _of_reduction(pledge: PathwayPledge, year: int, data_year: int) -> Sensitivity | NotQuantified:
    cut = pledge.low if pledge.low is not None else pledge.high
    if pledge.basis != "bau" or cut is None or pledge.unit != "%" or pledge.about:
        return NotQuantified(pledge, "its level, or that there is none, is a matter of its rule")
    policy = _current_policy(pledge.party, year, data_year)
    saved = cut / 100.0 * policy
    steps = (
        f"No business as usual is published. Were it our current policy, {tell_mt(policy)} in {year}:"
        f" {tell_number(cut)} % of it is {tell_mt(saved)}.",
    )
    return Sensitivity(pledge, year, saved, steps)


def _of_avoided(pledge: PathwayPledge, year: int, data_year: int) -> Sensitivity | NotQuantified:
    avoided = pledge.low if pledge.low is not None else pledge.high
    if pledge.about != "emissions avoided a year" or avoided is None or pledge.unit != "MtCO2e":
        return NotQuantified(pledge, "it does not say what it comes to in a year")
    policy = _current_policy(pledge.party, year, data_year)
    saved = min(avoided, policy)
    steps = (
        f"What it is avoided against is not published. Were it our current policy, {tell_mt(policy)} in {year}:"
        f" {tell_mt(saved)} less.",
    )
    return Sensitivity(pledge, year, saved, steps)


def _current_policy(party: str, year: int, data_year: int) -> float:
    return float(weights(land=False) @ party_base(party, data_year).emissions[:, place(year)])


def _power(party: str, kind: str, year: int, data_year: int) -> _Power:
    total = electricity(party)
    of_year = _newest(total, data_year)
    now, then = total.value(of_year), total.value(of_year - TREND_YEARS)
    growth = (now / then) ** (1.0 / TREND_YEARS)
    factor = growth ** (year - of_year)
    fossil = {fuel: electricity(party, fuel).value(of_year) * factor for fuel in TCO2_PER_MWH}
    clean = electricity(party, kind)
    # Of some fuels the newest year is not in the table; their share of a year before stands for it.
    share = clean.value(_newest(clean, of_year)) / total.value(_newest(clean, of_year))
    return _Power(year, of_year, growth - 1.0, now * factor, fossil, share * now * factor)


def _displaced(pledge: PathwayPledge, power: _Power, more: float, step: str) -> Sensitivity:
    left, saved = max(more, 0.0), 0.0
    for fuel, factor in TCO2_PER_MWH.items():
        taken = min(left, power.fossil[fuel])
        saved += taken * factor
        left -= taken
    steps = (
        f"Demand grows by {100 * power.growth:.1f} % a year from {power.of_year}, to {tell_number(power.total)} TWh.",
        step,
        f"Coal, then oil, then gas displaced: {tell_mt(saved, 'MtCO2')} in {power.year}.",
    )
    return Sensitivity(pledge, power.year, saved, steps)


def _newest(series: Series, year: int) -> int:
    return max(each for each in series.years if each <= year)


_RULES: dict[str, Callable[[PathwayPledge, int, int], Sensitivity | NotQuantified]] = {
    "share": _of_share,
    "capacity": _of_capacity,
    "phase_out": _of_phase_out,
    "reduction": _of_reduction,
    "other": _of_avoided,
}
