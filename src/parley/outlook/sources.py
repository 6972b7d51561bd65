"""From a figure of an outlook back to the pathways, the pledges and the data that it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from parley.errors import UsageError
from parley.inventory.series import Source
from parley.outlook.corrected import Corrected
from parley.outlook.odds import QUANTILES, THRESHOLDS_K
from parley.outlook.outlook import Outlook, quantile_key
from parley.pathways.axes import GWP, LAST_YEAR, place, total
from parley.pathways.base import party_base
from parley.pathways.pathway import Level
from parley.pathways.pledge import PathwayPledge
from parley.pathways.world import central_pathway

_FIGURE = re.compile(
    r"(?P<what>warming|emissions|odds)\.(?P<which>peak|\d{4}|\d(?:\.\d)?)(?:\.(?P<quantile>\d\d?))?", re.ASCII
)
_FORMS = "warming.2100, warming.2100.66, warming.peak, emissions.2030 or odds.1.5"


@dataclass(frozen=True, slots=True)
class PartySource:
    """What one Party's pathway brings to a figure.

    ``mtco2e`` are its emissions in the year, ``change_mtco2e`` what its pledges change in them against current policy;
    for warming and odds both are sums from the year after the data year to the year, as warming follows from all of
    them. ``pledges`` shape it, ``levels`` are what those with a target come to, with the steps that derive them,
    ``flags`` say what to know, ``data`` are the series.
    """

    party: str
    mtco2e: float
    change_mtco2e: float
    pledges: tuple[PathwayPledge, ...]
    levels: tuple[Level, ...]
    flags: tuple[str, ...]
    data: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """A figure of an outlook and all that it rests on, the Parties by how much their pledges change.

    ``corrections`` are the notes that bear on its pledges of documents.
    """

    figure: str
    value: float
    unit: str
    year: int
    summed: bool
    parties: tuple[PartySource, ...]
    ensemble: str | None
    corrections: tuple[Corrected, ...] = ()

    @property
    def pledges(self) -> tuple[PathwayPledge, ...]:
        """The pledges behind it; their ids are those of the book of record or of the ledger."""
        return tuple(pledge for party in self.parties for pledge in party.pledges)


def sources_of(outlook: Outlook, figure: str) -> Sources:
    """What a figure rests on: ``warming.2100``, ``warming.peak.66``, ``emissions.2030``, ``odds.1.5``.

    Raises UsageError when there is no such figure.
    """
    value, unit, year, summed = _value(outlook, figure)
    parties = [_of_party(outlook, party, year, summed) for party in outlook.world.pathways]
    parties.sort(key=lambda source: (source.change_mtco2e, -source.mtco2e, source.party))
    ensemble = outlook.ensemble if summed else None
    return Sources(figure, value, unit, year, summed, tuple(parties), ensemble, outlook.corrections)


def _value(outlook: Outlook, figure: str) -> tuple[float, str, int, bool]:
    found = _FIGURE.fullmatch(figure)
    reading = _READ.get(found["what"]) if found else None
    answer = reading(outlook, found["which"], found["quantile"]) if found and reading else None
    if answer is None:
        raise UsageError(f"{figure!r} is no figure of an outlook; ask for one such as {_FORMS}")
    return answer


_Answer = tuple[float, str, int, bool] | None


def _warming(outlook: Outlook, which: str, quantile: str | None) -> _Answer:
    by_key = {quantile_key(each): each for each in QUANTILES}
    level = by_key.get(quantile or str(outlook.choices.likelihood))
    if level is None:
        return None
    if which == "peak":
        peak_year = outlook.warming.peak_year[QUANTILES.index(level)] or LAST_YEAR
        return outlook.warming.at_peak(level), "K", peak_year, True
    if not which.isdigit() or int(which) not in outlook.warming.years:
        return None
    return outlook.warming.in_year(int(which), level), "K", int(which), True


def _emissions(outlook: Outlook, which: str, quantile: str | None) -> _Answer:
    if quantile or not which.isdigit() or int(which) not in outlook.warming.years:
        return None
    return outlook.world_gtco2e(int(which)), f"GtCO2e/yr ({GWP})", int(which), False


def _odds(outlook: Outlook, which: str, quantile: str | None) -> _Answer:
    thresholds = {f"{threshold:g}": at for at, threshold in enumerate(THRESHOLDS_K)}
    at = thresholds.get(f"{float(which):g}") if which != "peak" else None
    return None if at is None or quantile else (outlook.warming.below[at], "1", LAST_YEAR, True)


_READ: dict[str, Callable[[Outlook, str, str | None], _Answer]] = {
    "warming": _warming,
    "emissions": _emissions,
    "odds": _odds,
}


def _of_party(outlook: Outlook, party: str, year: int, summed: bool) -> PartySource:
    pathway, choices = outlook.world.pathways[party], outlook.choices
    nothing = central_pathway(party, (), choices)
    first = place(choices.data_year) + 1 if summed else place(year)
    emitted, without = (total(each.emissions[0])[first : place(year) + 1] for each in (pathway, nothing))
    return PartySource(
        party=party,
        mtco2e=float(np.sum(emitted)),
        change_mtco2e=float(np.sum(emitted - without)),
        pledges=pathway.pledges,
        levels=pathway.levels,
        flags=pathway.flags,
        data=tuple(dict.fromkeys(party_base(party, choices.data_year).sources.values())),
    )
