"""An outlook as plain data, ready for JSON: every figure with its unit, every pledge with its source."""

from __future__ import annotations

from dataclasses import asdict
from math import isnan
from typing import Any

from parley.outlook.added_coal import AddedCoal
from parley.outlook.five import five_choices
from parley.outlook.headline import headline
from parley.outlook.odds import QUANTILES, THRESHOLDS_K
from parley.outlook.outlook import MT_IN_GT, CarbonBudget, Outlook, quantile_key, quantiles_at
from parley.outlook.sensitivities import of_pathway
from parley.outlook.shares import Shares
from parley.pathways.axes import GASES, GWP, LAST_YEAR, UNITS, FloatArray, place, total
from parley.pathways.pathway import Level, Pathway
from parley.pathways.pledge import PathwayPledge

YEARS_SHOWN = (2030, 2035, 2050, 2100)
_DIGITS = 4


def told(outlook: Outlook, shares: Shares | None = None) -> dict[str, Any]:
    """Everything; ``shares`` is null where they were not worked out."""
    return {
        "outlook": outlook.name,
        "headline": headline(outlook),
        "as_of": outlook.as_of.isoformat() if outlook.as_of else None,
        "choices": told_choices(outlook),
        "emissions": _emissions(outlook),
        "warming": _warming(outlook),
        "odds": _by_threshold(outlook.warming.below),
        f"odds_{LAST_YEAR}": _by_threshold(outlook.warming.below_at_end),
        "crossing": _crossing(outlook),
        "budget": [_budget(budget) for budget in outlook.budget],
        "shares": _shares(shares) if shares else None,
        "parties": {party: _party(outlook, pathway) for party, pathway in outlook.world.pathways.items()},
        "corrections": [asdict(each) for each in outlook.corrections],
        "sources": _sources(outlook),
        "notes": list(outlook.notes),
    }


def told_coal(coal: AddedCoal) -> dict[str, Any]:
    """Added coal plants, with what is assumed of them."""
    total, yearly = coal.committed.total_gtco2, coal.committed.yearly_gtco2
    return {
        "party": coal.party,
        "gw": coal.gw,
        "first_year": coal.first_year,
        "committed_gtco2": {"low": total.low, "central": total.central, "high": total.high},
        "yearly_gtco2": {"low": yearly.low, "central": yearly.central, "high": yearly.high},
        "assumptions": coal.committed.assumptions,
        "emitted_by_2100_gtco2": round(coal.emitted_by_2100_gtco2, _DIGITS),
        "budget_1.5_percent": round(coal.budget_share_percent, _DIGITS),
        "warming_2100_k": round(coal.warming_k, _DIGITS),
        "odds_change": _by_threshold(coal.odds_change),
        "outlives_net_zero": coal.outlives_net_zero,
    }


def told_choices(outlook: Outlook) -> dict[str, Any]:
    """What was chosen, as tokens and in words."""
    choices = outlook.choices
    return {
        "policy": choices.policy,
        "extension": choices.extension,
        "likelihood": choices.likelihood,
        "hot_air": choices.hot_air,
        "leaving": choices.leaving,
        "data_year": choices.data_year,
        "withdrawn": sorted(outlook.withdrawn),
        "in_words": five_choices(choices),
    }


def _emissions(outlook: Outlook) -> dict[str, Any]:
    years = outlook.warming.years
    first, last = place(int(years[0])), place(int(years[-1])) + 1
    central, strong, weak = (world.total()[0] for world in (outlook.world, *outlook.ends))
    bounds = {"low": strong, "central": central, "high": weak}
    return {
        "unit": f"GtCO2e/yr ({GWP})",
        "years": years.tolist(),
        "with_land_use": {name: _gt(values[first:last]) for name, values in bounds.items()},
        "without_land_use": {"central": _gt(outlook.world.total(land=False)[0][first:last])},
        "met_with_history": {
            "total_gtco2e": _gt(total(outlook.emissions)[first:last]),
            **{
                f"{gas} [{unit}]": _rounded(outlook.emissions[row, first:last])
                for row, (gas, unit) in enumerate(zip(GASES, UNITS, strict=True))
            },
        },
        **{
            str(year): {
                "central": round(outlook.world_gtco2e(year), _DIGITS),
                "range": [round(value, _DIGITS) for value in outlook.range_gtco2e(year)],
                "without_land_use": round(outlook.world_gtco2e(year, land=False), _DIGITS),
            }
            for year in YEARS_SHOWN
        },
        "net_zero_co2": outlook.net_zero_co2,
        "net_zero_ghg": outlook.net_zero_ghg,
    }


def _warming(outlook: Outlook) -> dict[str, Any]:
    warming = outlook.warming
    first = int(warming.years[0])
    return {
        "unit": "K above 1850-1900",
        "members": outlook.members,
        "ensemble": outlook.ensemble,
        "headline": round(outlook.headline(), _DIGITS),
        **{
            str(year): _quantiles(warming.by_quantile[:, year - first], outlook.choices.likelihood)
            for year in YEARS_SHOWN
        },
        "peak": {
            **_quantiles(warming.peak, outlook.choices.likelihood),
            "year": {quantile_key(each): year for each, year in zip(QUANTILES, warming.peak_year, strict=True)},
        },
        "years": warming.years.tolist(),
        "by_year": {
            quantile_key(quantile): _rounded(values)
            for quantile, values in zip(QUANTILES, warming.by_quantile, strict=True)
        },
    }


def _quantiles(values: FloatArray, likelihood: int) -> dict[str, Any]:
    by_key = quantiles_at(values)
    return {
        "quantiles": by_key,
        "median": by_key["50"],
        "likely_below": by_key["66"],
        "headline": by_key[str(likelihood)],
    }


def _by_threshold(odds: tuple[float, ...]) -> dict[str, float]:
    return {f"{threshold:g}": round(share, _DIGITS) for threshold, share in zip(THRESHOLDS_K, odds, strict=True)}


def _crossing(outlook: Outlook) -> dict[str, dict[str, int | None]]:
    return {
        f"{threshold:g}": {quantile_key(each): year for each, year in zip(QUANTILES, years, strict=True)}
        for threshold, years in zip(THRESHOLDS_K, outlook.warming.crossing, strict=True)
    }


def _budget(budget: CarbonBudget) -> dict[str, Any]:
    return {
        "temperature_k": budget.temperature_k,
        "likelihood": budget.likelihood,
        "gtco2": budget.gtco2,
        "since": budget.since,
        "source": budget.source,
        "emitted_gtco2": round(budget.emitted_gtco2, 1),
        "used_up": budget.used_up,
    }


def _shares(shares: Shares) -> dict[str, Any]:
    return {
        "of": "median warming in 2100, change against current policy [K]",
        "current_policy_k": round(shares.current_policy_k, 6),
        "whole_k": shares.whole_k,
        "orders": shares.orders,
        "parties": [
            {
                "party": share.party,
                "change_k": share.change_k,
                "error_k": _error(share.error_k),
                "pledges": [
                    {"id": each.pledge.id, "change_k": each.change_k, "error_k": _error(each.error_k)}
                    for each in share.pledges
                ],
            }
            for share in shares.parties
        ],
    }


def _error(error_k: float) -> float | None:
    """Null where two orders do not tell it."""
    return None if isnan(error_k) else round(error_k, 6)


def _party(outlook: Outlook, pathway: Pathway) -> dict[str, Any]:
    emitted, without = pathway.total()[0], pathway.total(land=False)[0]
    return {
        "mtco2e": {str(year): round(float(emitted[place(year)]), 1) for year in YEARS_SHOWN},
        "mtco2e_without_land_use": {str(year): round(float(without[place(year)]), 1) for year in YEARS_SHOWN},
        "levels": [told_level(level) for level in pathway.levels],
        "net_zero": pathway.net_zero.target_year if pathway.net_zero else None,
        "not_quantified": [{"pledge": each.pledge.id, "reason": each.reason} for each in pathway.not_quantified],
        "sensitivities": [
            {
                "pledge": each.pledge.id,
                "year": each.year,
                "saved_mtco2": round(each.saved_mtco2, 1),
                "steps": list(each.steps),
            }
            for each in of_pathway(pathway, outlook)
        ],
        "flags": list(pathway.flags),
    }


def told_level(level: Level) -> dict[str, Any]:
    """What a target comes to, and how."""
    return {
        "pledge": level.pledge.id,
        "year": level.year,
        "mtco2e": round(float(level.mtco2e[0]), 1),
        "of": "fossil CO2" if level.co2_only else "all gases without land use",
        "steps": list(level.steps),
        "flags": list(level.flags),
    }


def _sources(outlook: Outlook) -> dict[str, Any]:
    return {
        "pledges": {pledge.id: _pledge(pledge) for pledge in outlook.book},
        "counted": [pledge.id for pledge in outlook.pledges],
        "data": [
            {"name": str(source), "licence": source.licence, "citation": source.citation} for source in outlook.data
        ],
        "ensemble": outlook.ensemble,
        "budgets": sorted({budget.source for budget in outlook.budget}),
    }


def _pledge(pledge: PathwayPledge) -> dict[str, Any]:
    return {
        "party": pledge.party,
        "kind": pledge.kind,
        "target_year": pledge.target_year,
        "origin": pledge.origin,
        "source": pledge.source,
    }


def _gt(values: FloatArray) -> list[float]:
    return _rounded(values / MT_IN_GT)


def _rounded(values: FloatArray) -> list[float]:
    return [round(float(value), _DIGITS) for value in values]
