"""From a figure of the outlook to the words behind it, and each Party's and pledge's share of the change."""

from __future__ import annotations

from math import isnan, nan

from parley.briefing.outlook_words import change_in_words, flags_in_words, level_in_words, subscript
from parley.briefing.prose import party_heading
from parley.outlook.corrected import corrected_in_words
from parley.outlook.pledge_words import pledge_in_words
from parley.outlook.shares import OTHERS, PartyShare, Shares
from parley.outlook.sources import PartySource, Sources
from parley.pathways.axes import LAST_YEAR
from parley.pathways.pledge import PathwayPledge
from parley.web.models.common import PartyView
from parley.web.models.outlook import (
    DataSet,
    FigureLink,
    OutlookSharesPage,
    OutlookSourcesPage,
    PartyShareView,
    PledgeShareView,
    SourceParty,
    SourcePledge,
)
from parley.web.outlook_runs import Ran
from parley.web.outlook_told import party_address, scenario_words, tell_coal

_ORIGINS = {"record": "on record", "document": "from this ledger", "wish": "your change"}
_OTHERS = (
    (f"warming.{LAST_YEAR}", f"Warming in {LAST_YEAR}"),
    ("warming.peak", "Peak warming"),
    ("odds.1.5", "Odds of 1.5 °C"),
    ("odds.2", "Odds of 2 °C"),
    ("emissions.2030", "Emissions in 2030"),
    ("emissions.2050", "Emissions in 2050"),
)


def sources_page(ran: Ran, found: Sources) -> OutlookSourcesPage:
    """What a figure rests on, the Parties whose pledges change most first."""
    data = {str(source): source for party in found.parties for source in party.data}
    return OutlookSourcesPage(
        figure=found.figure,
        words=_name(found),
        value=_value(found),
        name=scenario_words(ran),
        address=ran.scenario.address,
        basis=_basis(found, ran),
        others=tuple(FigureLink(id=figure, words=words) for figure, words in _OTHERS),
        parties=tuple(_party(each, found, ran) for each in found.parties if each.pledges),
        corrections=tuple(corrected_in_words(each) for each in found.corrections),
        data=tuple(
            DataSet(name=name, licence=source.licence, citation=source.citation)
            for name, source in sorted(data.items())
        ),
        ensemble=f"{ran.outlook.members} members of {found.ensemble}" if found.ensemble else "",
        coal=tell_coal(ran.coal) if ran.coal else None,
    )


def shares_page(ran: Ran, shares: Shares) -> OutlookSharesPage:
    """The change against current policy, taken apart; bars run from zero, and cuts to the left of it."""
    changes = [share.change_k for share in shares.parties] or [0.0]
    least, most = min(0.0, *changes), max(0.0, *changes)
    span = (most - least) or 1.0
    return OutlookSharesPage(
        address=ran.scenario.address,
        name=scenario_words(ran),
        current_policy_k=shares.current_policy_k,
        whole_k=shares.whole_k,
        orders=shares.orders,
        together=_change(shares.whole_k, nan),
        words=(
            f"Without any pledge {LAST_YEAR} would be {shares.current_policy_k:.2f} °C warmer than 1850–1900; with all "
            f"of them it is {shares.current_policy_k + shares.whole_k:.2f} °C, a change of "
            f"{change_in_words(shares.whole_k)}. The shares below sum to that. "
            f"Each is the mean over {shares.orders} orders in which Parties come in; the "
            "error says how much orders differ."
        ),
        parties=tuple(_share(each, least, span, ran) for each in shares.parties),
    )


def _share(share: PartyShare, least: float, span: float, ran: Ran) -> PartyShareView:
    name = "All others" if share.party == OTHERS else party_heading(share.party)
    left = min(share.change_k, 0.0) - least
    return PartyShareView(
        party=PartyView(share.party, name),
        linked=share.party in ran.outlook.world.pathways,
        change_k=share.change_k,
        error_k=_error(share.error_k),
        change=_change(share.change_k, share.error_k),
        left=round(100 * left / span, 2),
        width=round(100 * abs(share.change_k) / span, 2),
        pledges=tuple(
            PledgeShareView(
                id=each.pledge.id,
                words=subscript(pledge_in_words(each.pledge)),
                change_k=each.change_k,
                error_k=_error(each.error_k),
                change=_change(each.change_k, each.error_k),
            )
            for each in share.pledges
            if abs(each.change_k) > 1e-6
        ),
    )


def _change(change_k: float, error_k: float) -> str:
    words = f"{change_k:+.3f}".replace("-", "−") if float(f"{change_k:.3f}") else "0.000"
    return f"{words} °C" if isnan(error_k) else f"{words} ± {error_k:.3f} °C"


def _error(error_k: float) -> float | None:
    return None if isnan(error_k) else error_k


def _basis(found: Sources, ran: Ran) -> str:
    """Whose pledges it is of, and what the emissions beside each Party are."""
    first = ran.outlook.choices.data_year + 1
    over = f"summed over {first} to {found.year}" if found.summed else f"of {found.year}"
    return f"From {scenario_words(ran)}. Emissions beside each Party are {over}, with land use."


def _name(found: Sources) -> str:
    named = dict(_OTHERS).get(found.figure)
    if named:
        return named
    what, _, which = found.figure.partition(".")
    return {
        "emissions": f"World emissions in {which}",
        "warming": f"Warming, {which.replace('.', ', ')} %" if "." in which else f"Warming in {which}",
        "odds": f"Odds of never passing {which} °C",
    }[what]


def _value(found: Sources) -> str:
    match found.unit:
        case "1":
            return f"{100 * found.value:.0f} %"
        case "K":
            return f"{found.value:.2f} °C"
    return f"{found.value:.1f} GtCO₂e"


def _party(source: PartySource, found: Sources, ran: Ran) -> SourceParty:
    scale, unit = (1e-3, "GtCO₂e") if found.summed or abs(source.mtco2e) >= 1e3 else (1.0, "MtCO₂e")
    change = f"{source.change_mtco2e * scale:+,.1f} {unit}".replace("-", "−")
    return SourceParty(
        party=PartyView(source.party, party_heading(source.party)),
        emissions=f"{source.mtco2e * scale:,.1f} {unit}".replace("-", "−"),
        change=change if float(f"{source.change_mtco2e * scale:.1f}") else "next to nothing",
        pledges=tuple(_pledge(pledge, source, ran) for pledge in source.pledges),
        flags=flags_in_words(source.flags),
        address=party_address(source.party, ran.scenario.address),
    )


def _pledge(pledge: PathwayPledge, source: PartySource, ran: Ran) -> SourcePledge:
    level = next((each for each in source.levels if each.pledge.id == pledge.id), None)
    return SourcePledge(
        id=pledge.id,
        words=subscript(pledge_in_words(pledge)),
        origin=pledge.origin,
        origin_label=_ORIGINS[pledge.origin],
        source="" if pledge.origin != "record" else pledge.source,
        quotes=ran.quotes.get(pledge.id, ()),
        level=level_in_words(level, ran.outlook.choices) if level else "",
        steps=tuple(map(subscript, level.steps)) if level else (),
    )
