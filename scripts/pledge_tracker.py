"""Goals of the Net Zero Tracker, as of its snapshot of 20 December 2022."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pledge_cells import CODES, Draft, Row

GROUPS = Path(__file__).parents[1] / "src" / "parley" / "terms" / "data" / "groups.toml"
EU_MEMBERS = frozenset(tomllib.loads(GROUPS.read_text("utf-8"))["EUU"]["members"])
TRACKER_NEUTRAL = {
    "Net zero": "net zero",
    "Carbon neutral(ity)": "carbon neutrality",
    "Climate neutral": "climate neutrality",
    "GHG neutral(ity)": "neutrality of all greenhouse gases",
    "Zero carbon": "zero carbon",
}
TRACKER_TYPES = {
    "Emissions reduction target": "base_year",
    "Reduction v. BAU": "bau",
    "Emissions intensity target": "intensity",
}
TRACKER_STATUS = {
    "In law": "in_law",
    "In policy document": "in_policy",
    "Declaration / pledge": "pledged",
    "Proposed / in discussion": "proposed",
    "Achieved (self-declared)": "achieved",
    "": "pledged",
}
TRACKER_GASES = {"Carbon dioxide and other GHGs": "GHG", "Carbon dioxide only": "CO2"}
TRACKER_DAY = "2022-12-20"


def tracker_drafts(rows: Iterable[Row]) -> Iterator[Draft]:
    """Goals of Parties that have no other row: net zero, and targets of Parties outside the EU.

    Levels are left out: the tracker gives them now in tonnes, now in thousands or millions, some swapped with the
    baseline, some as 1.0.
    """
    for row in rows:
        party = CODES.get(row["iso3"], row["iso3"])
        ends, interims = tracker_cells(row, "end_target"), tracker_cells(row, "interim_target")
        if row["end_target"] in TRACKER_NEUTRAL:
            yield neutral_tracker(party, row)
        targets = [cells for cells in (ends, interims) if cells and party not in EU_MEMBERS]
        for cells in {cells["target_year"]: cells for cells in targets}.values():
            yield Draft({**tracker_common(party, row), **cells, "confidence": "low"})
        if ends and party in EU_MEMBERS and ends["target_year"] == "2050":
            yield Draft({**tracker_common(party, row), **ends, "confidence": "medium"})


def neutral_tracker(party: str, row: Row) -> Draft:
    status = TRACKER_STATUS[row["end_target_status"]]
    achieved = status == "achieved"
    cells = {
        **tracker_common(party, row),
        "kind": "net_zero",
        "target_year": "" if achieved else row["end_target_year"].removesuffix(".0"),
        "qualifier": "" if achieved else "by",
        "firmness": status,
        "note": TRACKER_NEUTRAL[row["end_target"]] + (", declared as achieved by the Party itself" if achieved else ""),
        "confidence": "low" if achieved or status == "proposed" else "medium",
    }
    return Draft(cells)


def tracker_common(party: str, row: Row) -> Row:
    return {
        "party": party,
        "announced": TRACKER_DAY,
        "dated_by": "snapshot",
        "gas": TRACKER_GASES.get(row["gasses_coverage"], ""),
        "lulucf": "unknown",
        "conditional": "unknown",
        "firmness": "pledged",
        "origin": "tracker",
        "source": "Net Zero Tracker, 20 December 2022",
    }


def tracker_cells(row: Row, which: str) -> Row | None:
    """A target in per cent, or None where there is none that can be used."""
    basis = TRACKER_TYPES.get(row[which])
    low = row[f"{which}_percentage_reduction"].removesuffix(".0")
    year, base = (row[f"{which}_{name}"].removesuffix(".0") for name in ("year", "baseline_year"))
    note = ""
    if base and year and int(base) > int(year):
        year, base, note = base, year, "base and target year are swapped in the source"
    if basis is None or not low or not year or base == year:
        return None
    cells = {"kind": "reduction", "basis": basis, "low": low, "high": low, "unit": "%", "target_year": year}
    if which == "end_target":
        cells["firmness"] = TRACKER_STATUS[row["end_target_status"]]
    return {**cells, "base_year": "" if basis == "bau" else base, "qualifier": "by", "note": note}
