"""What if: a pledge in a few words, such as ``CHN net_zero 2050`` or ``EUU cut 60% 2035 from 1990``.

>>> parse_wish("IND peak 2035").target_year
2035
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from parley.errors import UsageError
from parley.inventory.recorded_pledge import all_pledges
from parley.pathways.axes import FIRST_YEAR, GWP, LAST_YEAR
from parley.pathways.party_codes import party_code
from parley.pathways.pledge import PathwayPledge
from parley.pathways.published_bases import published
from parley.pathways.recorded import usual_accounting

if TYPE_CHECKING:
    from parley.records.pledge import Gas

FORMS = (
    "CHN net_zero 2050",
    "IND peak 2035",
    "EUU cut 60% 2035 from 1990",
    "CHN cut 20% 2035 below peak",
    "IDN level 1000 2035",
    "CHN intensity 65% 2030 from 2005",
    "IDN bau 32% 2030",
)
"""An example of each form; ranges ("60-65%") and a gas at the end ("CO2", "GHG") are understood too."""

_VALUE = r"(?P<low>\d+(?:\.\d+)?)(?:-(?P<high>\d+(?:\.\d+)?))?"
_GAS = r"(?:\s+(?P<gas>CO2|GHG))?"
_PATTERNS = {
    "net_zero": re.compile(rf"net[_-]zero\s+(?P<year>\d{{4}}){_GAS}"),
    "peak": re.compile(rf"peak\s+(?P<year>\d{{4}}){_GAS}"),
    "base_year": re.compile(rf"cut\s+{_VALUE}\s*%\s+(?P<year>\d{{4}})\s+from\s+(?P<base>\d{{4}}){_GAS}"),
    "below_peak": re.compile(rf"cut\s+{_VALUE}\s*%\s+(?P<year>\d{{4}})\s+below\s+peak{_GAS}"),
    "absolute": re.compile(rf"level\s+{_VALUE}\s+(?P<year>\d{{4}}){_GAS}"),
    "intensity": re.compile(rf"intensity\s+{_VALUE}\s*%\s+(?P<year>\d{{4}})\s+from\s+(?P<base>\d{{4}}){_GAS}"),
    "bau": re.compile(rf"bau\s+{_VALUE}\s*%\s+(?P<year>\d{{4}})"),
}


def parse_wish(text: str) -> PathwayPledge:
    """The pledge that a wish stands for, counted as the Party's newest pledges are. Raises UsageError."""
    head, _, rest = text.strip().partition(" ")
    party = party_code(head, repr(text))
    for form, pattern in _PATTERNS.items():
        if found := pattern.fullmatch(rest.strip()):
            return _wish(text.strip(), party, form, found.groupdict())
    raise UsageError(f"{text!r} is no wish that can be read; write one like {' · '.join(FORMS)}")


def _wish(text: str, party: str, form: str, found: dict[str, str | None]) -> PathwayPledge:
    year = int(found["year"] or 0)
    base_year = int(base) if (base := found.get("base")) else None
    _check_years(text, year, base_year)
    kind = form if form in ("net_zero", "peak") else "reduction"
    ends = [float(end) for end in (found.get("low"), found.get("high")) if end is not None]
    percent = form in ("base_year", "below_peak", "intensity", "bau")
    if percent and not all(0 <= end <= 100 for end in ends):
        raise UsageError(f"{text!r}: a cut is from 0 to 100 %")
    bau = _recorded_bau(party, year) or published(party, "bau", year, date.max)
    accounting = usual_accounting(party, base_year, date.max)
    return PathwayPledge(
        id=f"wish:{text}",
        party=party,
        kind=kind,  # type: ignore[arg-type]  # one of three, by the forms
        target_year=year,
        low=min(ends, default=None),
        high=max(ends, default=None),
        unit=("%" if percent else "MtCO2e") if ends else None,
        basis=form if kind == "reduction" else None,  # type: ignore[arg-type]  # the forms are named by it
        base_year=base_year,
        bau_mtco2e=bau if form == "bau" else None,
        gas=_gas(party, kind, form, found.get("gas")),
        lulucf=accounting.lulucf,
        gross_net=accounting.gross_net,
        gwp=GWP,
        qualifier="by",
        assumed=accounting.assumed if kind == "reduction" else (),
        origin="wish",
        source=f"wish: {text}",
    )


def _check_years(text: str, year: int, base_year: int | None) -> None:
    if not FIRST_YEAR < year <= LAST_YEAR:
        raise UsageError(f"{text!r}: the target year is after {FIRST_YEAR} and no later than {LAST_YEAR}")
    if base_year is not None and not FIRST_YEAR <= base_year < year:
        raise UsageError(f"{text!r}: the base year is from {FIRST_YEAR} on and before {year}")


def _gas(party: str, kind: str, form: str, said: str | None) -> Gas:
    """The gas that is said, else that of the Party's newest pledge of the kind, else all gases."""
    if said == "CO2":
        return "CO2"
    alike = [
        pledge
        for pledge in all_pledges()
        if pledge.party == party and pledge.kind == kind and (kind != "reduction" or pledge.basis == form)
    ]
    newest = max(alike, key=lambda pledge: (pledge.since, pledge.id), default=None)
    return "CO2" if said is None and newest is not None and newest.gas == "CO2" else "GHG"


def _recorded_bau(party: str, year: int) -> float | None:
    known = [pledge for pledge in all_pledges() if (pledge.party, pledge.target_year) == (party, year)]
    return max((pledge.bau_mtco2e for pledge in known if pledge.bau_mtco2e), default=None)
