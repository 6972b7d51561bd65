"""An outlook as rows with one number each, for spreadsheets and data frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import isnan

from parley.outlook.added_coal import AddedCoal
from parley.outlook.odds import QUANTILES, THRESHOLDS_K
from parley.outlook.outlook import MT_IN_GT, Outlook, quantile_key
from parley.outlook.shares import Shares
from parley.pathways.axes import GASES, GWP, LAST_YEAR, UNITS, place, total

COLUMNS = ("figure", "party", "pledge", "threshold_k", "quantile", "year", "value", "unit")
_DIGITS = 6

Row = tuple[str | float | int | None, ...]


def rows(outlook: Outlook, shares: Shares | None = None, coal: AddedCoal | None = None) -> Iterator[Row]:
    """Everything that has a number, with shares and added coal where they were worked out."""
    for part in (_emissions, _warming, _odds, _budgets, _parties, _corrections):
        yield from part(outlook)
    if shares is not None:
        yield from _shares(shares)
    if coal is not None:
        yield from _coal(coal)


def _row(
    figure: str,
    value: float | int | None,
    unit: str,
    *,
    party: str = "",
    pledge: str = "",
    threshold: float | None = None,
    quantile: str = "",
    year: int | None = None,
) -> Row:
    # An error that two orders do not tell is no number.
    shown = None if value is None or isnan(value) else round(value, _DIGITS)
    return figure, party, pledge, threshold, quantile, year, shown, unit


def _emissions(outlook: Outlook) -> Iterator[Row]:
    strong, weak = outlook.ends
    series = {
        "emissions": outlook.world.total()[0],
        "emissions_strong": strong.total()[0],
        "emissions_weak": weak.total()[0],
        "emissions_without_land_use": outlook.world.total(land=False)[0],
        "emissions_current_policy": outlook.current_policy.total()[0],
        "emissions_met_with_history": total(outlook.emissions),
    }
    for name, values in series.items():
        for year in outlook.warming.years.tolist():
            yield _row(name, float(values[place(year)]) / MT_IN_GT, f"GtCO2e/yr ({GWP})", party="WLD", year=year)
    for gas, (name, unit) in enumerate(zip(GASES, UNITS, strict=True)):
        for year in outlook.warming.years.tolist():
            value = float(outlook.emissions[gas, place(year)])
            yield _row(f"{name}_met_with_history", value, f"{unit}/yr", party="WLD", year=year)


def _warming(outlook: Outlook) -> Iterator[Row]:
    warming = outlook.warming
    for at, quantile in enumerate(QUANTILES):
        for year, value in zip(warming.years.tolist(), warming.by_quantile[at].tolist(), strict=True):
            yield _row("warming", value, "K", quantile=quantile_key(quantile), year=year)
        yield _row("peak_warming", float(warming.peak[at]), "K", quantile=quantile_key(quantile))
        yield _row("peak_year", warming.peak_year[at], "year", quantile=quantile_key(quantile))


def _odds(outlook: Outlook) -> Iterator[Row]:
    warming = outlook.warming
    for at, threshold in enumerate(THRESHOLDS_K):
        yield _row("odds_below", warming.below[at], "1", threshold=threshold)
        yield _row("odds_below", warming.below_at_end[at], "1", threshold=threshold, year=LAST_YEAR)
        for quantile, year in zip(QUANTILES, warming.crossing[at], strict=True):
            yield _row("crossing_year", year, "year", threshold=threshold, quantile=quantile_key(quantile))


def _budgets(outlook: Outlook) -> Iterator[Row]:
    yield _row("net_zero_co2_year", outlook.net_zero_co2, "year", party="WLD")
    yield _row("net_zero_ghg_year", outlook.net_zero_ghg, "year", party="WLD")
    for budget in outlook.budget:
        level, chance = budget.temperature_k, quantile_key(budget.likelihood)
        yield _row("budget", budget.gtco2, "GtCO2", threshold=level, quantile=chance, year=budget.since)
        yield _row("emitted", budget.emitted_gtco2, "GtCO2", threshold=level, quantile=chance, year=budget.since)
        yield _row("budget_used_up_year", budget.used_up, "year", threshold=level, quantile=chance)


def _parties(outlook: Outlook) -> Iterator[Row]:
    for party, pathway in outlook.world.pathways.items():
        emitted = pathway.total()[0]
        for year in outlook.warming.years.tolist():
            yield _row(
                "emissions", float(emitted[place(year)]) / MT_IN_GT, f"GtCO2e/yr ({GWP})", party=party, year=year
            )
        for level in pathway.levels:
            value = float(level.mtco2e[0]) / MT_IN_GT
            unit = "GtCO2/yr" if level.co2_only else f"GtCO2e/yr ({GWP})"
            yield _row("level_without_land_use", value, unit, party=party, pledge=level.pledge.id, year=level.year)


def _corrections(outlook: Outlook) -> Iterator[Row]:
    """How many correction notes bear on each pledge of documents that shapes a pathway."""
    for (party, pledge), notes in Counter((each.party, each.pledge) for each in outlook.corrections).items():
        yield _row("corrections", notes, "1", party=party, pledge=pledge)


def _shares(shares: Shares) -> Iterator[Row]:
    yield _row("current_policy_warming", shares.current_policy_k, "K", quantile="50", year=LAST_YEAR)
    for share in shares.parties:
        yield _row("share", share.change_k, "K", party=share.party, quantile="50", year=LAST_YEAR)
        yield _row("share_error", share.error_k, "K", party=share.party, quantile="50", year=LAST_YEAR)
        for each in share.pledges:
            for name, value in (("share", each.change_k), ("share_error", each.error_k)):
                pledge = each.pledge.id
                yield _row(name, value, "K", party=share.party, pledge=pledge, quantile="50", year=LAST_YEAR)


def _coal(coal: AddedCoal) -> Iterator[Row]:
    ends = (("low", "committed_coal_low"), ("central", "committed_coal"), ("high", "committed_coal_high"))
    for end, name in ends:
        yield _row(name, getattr(coal.committed.total_gtco2, end), "GtCO2", party=coal.party)
    yield _row("coal_budget_share", coal.budget_share_percent, "%", party=coal.party, threshold=1.5, quantile="50")
    yield _row("coal_warming_change", coal.warming_k, "K", party=coal.party, quantile="50", year=LAST_YEAR)
    for threshold, change in zip(THRESHOLDS_K, coal.odds_change, strict=True):
        yield _row("coal_odds_change", change, "1", party=coal.party, threshold=threshold)
