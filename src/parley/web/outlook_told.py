"""What a scenario comes to, in figures and in words, beside the pledges of record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.briefing.dates import span_in_words
from parley.briefing.outlook_words import change_in_words, subscript
from parley.briefing.prose import party_heading, party_in_prose
from parley.climate.fan_layout import percent
from parley.outlook.added_coal import AddedCoal
from parley.outlook.five import five_choices
from parley.outlook.headline import degrees, headline
from parley.outlook.odds import QUANTILES, THRESHOLDS_K, Warming
from parley.outlook.outlook import MT_IN_GT, CarbonBudget, Outlook, quantiles_at
from parley.pathways.axes import FIRST_YEAR, LAST_YEAR, FloatArray, place
from parley.web.models.common import PartyView
from parley.web.models.outlook import (
    OutlookCoal,
    OutlookFigure,
    OutlookNumbers,
    OutlookParty,
    OutlookRun,
    OutlookSeries,
)
from parley.web.outlook_runs import Ran

YEARS_TOLD = (2030, 2035, 2050, LAST_YEAR)
PARTY_YEARS = (2035, 2050)
_BANDS = {"5": 0.05, "17": 0.17, "50": 0.5, "83": 0.83, "95": 0.95}
_MOST_PARTIES = 20
_DIGITS = 4
_SEEN_K = 0.005


def tell_run(ran: Ran, record: Ran) -> OutlookRun:
    """Everything that changes with a scenario. ``record`` is the outlook of the newest pledges of record."""
    outlook, coal = ran.outlook, ran.coal
    return OutlookRun(
        address=ran.scenario.address,
        name=scenario_words(ran),
        headline=_headline(ran),
        compared=_compared(ran, record),
        choices={name: subscript(words) for name, words in five_choices(outlook.choices).items()},
        figures=_figures(ran),
        numbers=_numbers(ran),
        series=series_of(ran),
        parties=_parties(ran),
        coal=tell_coal(coal) if coal else None,
        members=outlook.members,
        ensemble=outlook.ensemble,
        notes=tuple(subscript(note) for note in outlook.notes),
    )


def _headline(ran: Ran) -> str:
    """The sentence to quote, with the book and its changes in words, and the coal plants in its figures."""
    outlook = ran.outlook
    if ran.scenario.asked_differs and ran.scenario.asked.choices.policy != "current":
        those = scenario_words(ran).replace("pledges of record", "those of record", 1)
        outlook = replace(outlook, name=those)
    return subscript(headline(replace(outlook, warming=warming_of(ran))))


def scenario_words(ran: Ran) -> str:
    """What the outlook is of: ``pledges of record on 30 July 2026; China: net zero 2050; without India``."""
    asked, day = ran.scenario.asked, ran.outlook.as_of
    book = f"pledges of record on {span_in_words(day, day)}" if day else "pledges"
    parts = [f"{book} under those of the ledger" if asked.pledges == "ledger" else book]
    for wish, written in zip(asked.wishes, ran.scenario.wishes, strict=True):
        said = written.partition(" ")[2].replace("net_zero", "net zero")
        parts.append(f"{party_heading(wish.party)}: {said}")
    parts += [f"without {party_in_prose(party)}" for party in asked.withdraw]
    parts += [f"without {name}" for name in asked.without]
    if ran.coal is not None:
        parts.append(f"{ran.coal.gw:g} GW of coal in {party_in_prose(ran.coal.party)} on top")
    return subscript("; ".join(parts))


def series_of(ran: Ran) -> OutlookSeries:
    """What is drawn of a scenario."""
    outlook, warming = ran.outlook, warming_of(ran)
    added: FloatArray | float = ran.coal.added_gtco2 if ran.coal else 0.0
    central, strong, weak = (world.total()[0] / MT_IN_GT + added for world in (outlook.world, *outlook.ends))
    return OutlookSeries(
        first_year=FIRST_YEAR,
        known=outlook.choices.data_year,
        emissions=_rounded(central, 3),
        emissions_low=_rounded(strong, 3),
        emissions_high=_rounded(weak, 3),
        warming={name: _rounded(warming.by_quantile[QUANTILES.index(level)], 3) for name, level in _BANDS.items()},
    )


def warming_of(ran: Ran) -> Warming:
    """The warming of a scenario, with the plants that it adds."""
    return ran.coal.warming if ran.coal else ran.outlook.warming


def tell_coal(coal: AddedCoal) -> OutlookCoal:
    """What added plants do, in words."""
    committed = coal.committed.total_gtco2
    words = [
        f"{coal.gw:g} GW of coal in {party_in_prose(coal.party)} from {coal.first_year} on emit "
        f"{committed.central:.1f} GtCO₂ over their lives ({committed.low:.1f} to {committed.high:.1f}), "
        f"{coal.budget_share_percent:.0f} % of what is left for 1.5 °C at even odds.",
        f"When nobody makes up for them, {LAST_YEAR} changes by {change_in_words(coal.warming_k)}; the figures and "
        "the chart above have them in.",
    ]
    if coal.outlives_net_zero is not None:
        words.append(f"They would run on after the Party's net zero in {coal.outlives_net_zero}.")
    return OutlookCoal(
        party=coal.party,
        gw=coal.gw,
        words=tuple(words),
        warming_2100_k=round(coal.warming_k, _DIGITS),
        odds_change={
            f"{level:g}": round(change, _DIGITS) for level, change in zip(THRESHOLDS_K, coal.odds_change, strict=True)
        },
    )


def alternatives(run: OutlookRun) -> tuple[str, str]:
    """What the two plots show, for who cannot see them."""
    by_id = {figure.id: figure for figure in run.figures}
    values = [f"{by_id[f'emissions_{year}'].value} in {year}" for year in (2030, 2050)]
    emitted = f"World emissions to {LAST_YEAR}: {', '.join(values)}."
    warmed = f"Warming to {LAST_YEAR}: {by_id['warming_2100'].value} in {LAST_YEAR}, {by_id['warming_2100'].range}."
    return emitted, warmed


def gt_words(gt: float, digits: int = 1) -> str:
    """``54.8 GtCO₂e``."""
    return f"{gt:.{digits}f} GtCO₂e".replace("-", "−")


def share_words(ran: Ran, party: str) -> str:
    """``26 %`` of the world's emissions in the data year."""
    outlook = ran.outlook
    year = place(outlook.choices.data_year)
    return percent(float(outlook.pathway(party).total()[0, year] / outlook.world.total()[0, year]))


def by_size(ran: Ran) -> list[str]:
    """Parties with a pathway, the largest emitter of the data year first."""
    year = place(ran.outlook.choices.data_year)
    pathways = ran.outlook.world.pathways
    return sorted(pathways, key=lambda party: (-float(pathways[party].total()[0, year]), party))


def _figures(ran: Ran) -> tuple[OutlookFigure, ...]:
    outlook, warming = ran.outlook, warming_of(ran)
    likelihood = outlook.choices.likelihood / 100
    last = warming.by_quantile[:, -1]
    below = dict(zip(THRESHOLDS_K, warming.below, strict=True))
    return (
        _warmth("warming_2100", f"Warming in {LAST_YEAR}", last, likelihood, f"warming.{LAST_YEAR}"),
        _warmth("peak", "Peak warming", warming.peak, likelihood, "warming.peak"),
        OutlookFigure(
            id="odds_15", label="Odds of never passing 1.5 °C", value=percent(below[1.5]), range="",
            note=_crossed(warming, 1.5), source="odds.1.5",
        ),
        OutlookFigure(
            id="odds_20", label="Odds of never passing 2 °C", value=percent(below[2.0]), range="",
            note=_crossed(warming, 2.0), source="odds.2",
        ),
        *(_emitted(ran, year) for year in (2030, 2050)),
        _net_zero("net_zero_co2", "CO₂ of the world at net zero", outlook.net_zero_co2, ran),
        _net_zero("net_zero_ghg", "All greenhouse gases at net zero", outlook.net_zero_ghg, ran),
        *(_budget(budget) for budget in outlook.budget if budget.likelihood == 0.5),
    )  # fmt: skip


def _warmth(
    name: str, label: str, values: Sequence[float] | FloatArray, likelihood: float, source: str
) -> OutlookFigure:
    at = dict(zip(QUANTILES, values, strict=True))
    beside = (
        f"likely below {degrees(at[0.66], 2)} °C (66 %)"
        if likelihood == 0.5
        else f"not exceeded at odds of 66 %; median {degrees(at[0.5])} °C"
    )
    return OutlookFigure(
        id=name,
        label=label,
        value=f"{degrees(at[likelihood], 2)} °C",
        range=f"5–95 %: {degrees(at[0.05])} to {degrees(at[0.95])} °C",
        note=beside,
        source=source,
    )


def _crossed(warming: Warming, level: float) -> str:
    year = warming.crossing[THRESHOLDS_K.index(level)][QUANTILES.index(0.5)]
    return f"even odds of passing it by {year}" if year else "even odds are for staying below it"


def _emitted(ran: Ran, year: int) -> OutlookFigure:
    outlook = ran.outlook
    added = float(ran.coal.added_gtco2[place(year)]) if ran.coal else 0.0
    low, high = (value + added for value in outlook.range_gtco2e(year))
    return OutlookFigure(
        id=f"emissions_{year}",
        label=f"World emissions in {year}",
        value=gt_words(outlook.world_gtco2e(year) + added),
        range=f"targets leave open {low:.1f} to {high:.1f}",
        note="",
        source=f"emissions.{year}",
    )


def _net_zero(name: str, label: str, year: int | None, ran: Ran) -> OutlookFigure:
    return OutlookFigure(
        id=name,
        label=label,
        value=str(year) if year else f"not by {LAST_YEAR}",
        range="",
        note="without the coal plants" if ran.coal else "",
        source=f"emissions.{year or LAST_YEAR}",
    )


def _budget(budget: CarbonBudget) -> OutlookFigure:
    level = f"{budget.temperature_k:g}"
    return OutlookFigure(
        id=f"budget_{level.replace('.', '')}",
        label=f"Budget of {level} °C used up",
        value=str(budget.used_up) if budget.used_up else f"not by {LAST_YEAR}",
        range="",
        note=f"{budget.gtco2:,.0f} GtCO₂ from {budget.since} on, at even odds",
        source=f"emissions.{budget.used_up or LAST_YEAR}",
    )


def _numbers(ran: Ran) -> OutlookNumbers:
    outlook, warming = ran.outlook, warming_of(ran)
    added = ran.coal.added_gtco2 if ran.coal else None
    return OutlookNumbers(
        warming_2100=quantiles_at(warming.by_quantile[:, -1]),
        peak=quantiles_at(warming.peak),
        odds={f"{level:g}": round(odds, _DIGITS) for level, odds in zip(THRESHOLDS_K, warming.below, strict=True)},
        emissions={
            str(year): round(
                outlook.world_gtco2e(year) + (0.0 if added is None else float(added[place(year)])), _DIGITS
            )
            for year in YEARS_TOLD
        },
        net_zero_co2=outlook.net_zero_co2,
        net_zero_ghg=outlook.net_zero_ghg,
    )


def _parties(ran: Ran) -> tuple[OutlookParty, ...]:
    """The largest emitters of the data year, what they emit then and later, and what their pledges change."""
    outlook = ran.outlook
    return tuple(_party(outlook, ran, party) for party in by_size(ran)[:_MOST_PARTIES])


def _party(outlook: Outlook, ran: Ran, party: str) -> OutlookParty:
    years = (outlook.choices.data_year, *PARTY_YEARS)
    emitted = outlook.pathway(party).total()[0] / MT_IN_GT
    nothing = outlook.current_policy.pathways[party].total()[0] / MT_IN_GT
    values = [float(emitted[place(year)]) for year in years]
    change = float(emitted[place(2050)] - nothing[place(2050)])
    return OutlookParty(
        party=PartyView(party, party_heading(party)),
        share=share_words(ran, party),
        emissions={str(year): round(value, 3) for year, value in zip(years, values, strict=True)},
        cells=(*(_gt(value) for value in values), _signed(change)),
        change_2050=round(change, 3),
        address=party_address(party, ran.scenario.address),
    )


def party_address(party: str, address: str) -> str:
    """The page of a Party in a scenario."""
    return f"/outlook/{party}?{address}" if address else f"/outlook/{party}"


def _compared(ran: Ran, record: Ran) -> str:
    """The scenario beside the pledges of record; "" where it is no other."""
    if not ran.scenario.asked_differs:
        return ""
    after, before = warming_of(ran), record.outlook.warming
    change = float(after.by_quantile[QUANTILES.index(0.5), -1] - before.by_quantile[QUANTILES.index(0.5), -1])
    at = THRESHOLDS_K.index(2.0)
    said = change_in_words(change) if abs(change) >= _SEEN_K else "less than 0.01 °C"
    odds = [percent(each.below[at]) for each in (before, after)]
    moved = f"{odds[0]} → {odds[1]}" if odds[0] != odds[1] else f"{odds[0]} as before"
    return f"Beside the pledges of record: {said} in {LAST_YEAR}; odds of 2 °C {moved}."


def _gt(value: float) -> str:
    words = f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
    return words.replace("-", "−") if float(words) else words.removeprefix("-")


def _signed(value: float) -> str:
    words = f"{value:+.2f}"
    return words.replace("-", "−") if float(words) else "0"


def _rounded(values: FloatArray, digits: int) -> tuple[float, ...]:
    return tuple(round(value, digits) for value in values.tolist())
