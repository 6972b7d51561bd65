"""The newest pledges of each Party: its net-zero goal, its target for 2030 and the one after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledge_cells import CODES, KINDS, Draft, Row, base_of, gas_of, land_of, status_of, support_of, value_of

LATEST_TYPES = {
    "base-year": "base_year",
    "BAU": "bau",
    "BAU (cumulative)": "bau",
    "absolute": "absolute",
    "intensity": "intensity",
    "avoided amount": "avoided",
    "peak-relative": "below_peak",
}
ROUND_OF_2035 = "2024-07-01"
NOT_READ = "submitted; its content is not read here"


def latest_drafts(rows: Sequence[Row], registry: Sequence[Row], instead: set[str]) -> Iterator[Draft]:
    """The newest net-zero goal, the 2030 target and the one after it of each Party, as far as there are any."""
    for row in rows:
        party = CODES.get(row["iso3"], row["iso3"])
        for name, make in (("net zero", neutral_draft), ("2030", target_2030), ("2035", target_2035)):
            if f"{party} {name}" not in instead and (draft := make(party, row, registry)):
                yield draft
        if row["peak"] and f"{party} peak" not in instead and party != "CHN":
            raise SystemExit(f"{party}: the peak {row['peak']!r} has no day; enter it by hand")


def neutral_draft(party: str, row: Row, _: Sequence[Row]) -> Draft | None:
    if not row["nz_year"]:
        return None
    cells = {
        **latest_cells(party, row, row["nz_announced"], "announced", confidence(row, "2030")),
        "kind": "net_zero",
        "target_year": row["nz_year"],
        "qualifier": "by",
        **gas_of(row["nz_scope"]),
        "lulucf": "unknown",
        **status_of(row["nz_status"]),
        "note": row["nz_term"],
    }
    return Draft(cells)


def target_2030(party: str, row: Row, registry: Sequence[Row]) -> Draft | None:
    if row["t30_type"] not in LATEST_TYPES:
        return None
    day = last_document(party, registry)
    kind, basis = KINDS[LATEST_TYPES[row["t30_type"]]]
    absolute = (row["t30_abs_low_mt"], row["t30_abs_high_mt"])
    cells = {
        **latest_cells(party, row, day, "submitted", confidence(row, "2030")),
        "submitted": day,
        "kind": kind,
        "basis": basis,
        **value_of(LATEST_TYPES[row["t30_type"]], row["t30_low_pct"], row["t30_high_pct"], *absolute, ""),
        **base_of(row["t30_base"]),
        "target_year": "2030",
        "qualifier": "by",
        **gas_of(row["t30_gas_scope"]),
        **land_of(row["t30_lulucf"]),
        **support_of(row["t30_uncond"], row["t30_cond"]),
        "level_low_mtco2e": absolute[0],
        "level_high_mtco2e": absolute[1],
        "level_basis": row["t30_abs_basis"],
        "bau_mtco2e": row["t30_bau_mt"],
        "firmness": "pledged",
        "note": note_on(row, later=False),
    }
    if row["t30_type"] == "BAU (cumulative)":
        cells["accounting"] = "emissions of 2020 to 2030 together"
    return Draft(cells, adds=False)


def target_2035(party: str, row: Row, _: Sequence[Row]) -> Draft | None:
    day = row["t35_submitted"].removesuffix(" (archived)")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return None
    kind, basis = KINDS[LATEST_TYPES[row["t35_type"]]] if row["t35_type"] else ("other", "")
    absolute = (row["t35_abs_low_mt"], row["t35_abs_high_mt"])
    value = value_of(
        LATEST_TYPES.get(row["t35_type"], ""), row["t35_low_pct"], row["t35_high_pct"], *absolute, row["notes"]
    )
    is_read = bool(value["low"] or value["high"] or any(absolute))
    cells = {
        **latest_cells(party, row, day, "submitted", confidence(row, "2035") if is_read else "none"),
        "submitted": day,
        "kind": kind,
        "basis": basis,
        **value,
        **base_of(row["t35_base"]),
        "target_year": row["t35_year"],
        "qualifier": "by" if row["t35_year"] else "",
        "gas": "GHG" if is_read else "",
        "lulucf": "unknown",
        "conditional": "unknown",
        "level_low_mtco2e": absolute[0],
        "level_high_mtco2e": absolute[1],
        "firmness": "pledged",
        "note": note_on(row, later=True) if is_read else NOT_READ,
    }
    return Draft(cells)


def note_on(row: Row, *, later: bool) -> str:
    """The sentences of a note on the target after 2030, or those on the one of 2030."""
    sentences = [sentence.rstrip(".") for sentence in re.split(r"(?<=[\w)%])\. (?=[A-Z0-9])", row["notes"]) if sentence]
    said = [sentence for sentence in sentences if bool(re.search(r"20(?:35|4\d)|NDC 3\.0", sentence)) is later]
    if row["t30_type"] == "absolute" and row["t30_low_pct"] and not later:
        said.append(f"{row['t30_low_pct']} % below what was expected otherwise")
    return "; ".join(said)


def latest_cells(party: str, row: Row, announced: str, dated_by: str, how_sure: str) -> Row:
    found = re.match(r"\d{4}(-\d\d){0,2}", announced)
    assert found, (party, announced)
    return {
        "party": party,
        "announced": found[0],
        "dated_by": dated_by,
        "conditional": "no",
        "origin": "latest",
        "source": row["source"].removesuffix("; from knowledge"),
        "confidence": how_sure,
    }


def confidence(row: Row, year: str) -> str:
    """How sure the source is of a target: "high (2030) / none (2035)", "low (2035)", "medium"."""
    words = row["confidence"]
    if found := re.search(rf"(\w+) \({year}\)", words):
        return found[1]
    return "medium" if "(" in words else words


def last_document(party: str, registry: Sequence[Row]) -> str:
    """The day of the last NDC document of a Party before the round of targets for 2035."""
    days = [row["submissionDate"] for row in registry if row["code"] == party]
    return max((day for day in days if day and day < ROUND_OF_2035), default=ROUND_OF_2035)


def merged(new: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether ``new`` says more of a pledge that is there already, whose empty cells it then fills."""
    same = [
        draft
        for draft in drafts
        if draft.alike[:3] == new.alike[:3] and draft["about"] in ("", "emissions avoided a year")
    ]
    if not same:
        return False
    old = max(same, key=lambda draft: draft.day)
    if old.day < new.day and old["origin"] == "hand":
        return False
    differs = {name for name in ("basis", "low", "high", "base_year") if new[name] and old[name] != new[name]}
    if differs and old["kind"] != "other":
        raise SystemExit(f"{old.cells} and {new.cells} differ in {sorted(differs)}; enter the right one by hand")
    for name in ("gas_scope", "accounting", "level_low_mtco2e", "level_high_mtco2e", "level_basis", "bau_mtco2e"):
        if not old[name]:
            old.cells[name] = new[name]
    if new["firmness"] not in ("", "pledged") and old["firmness"] == "pledged":
        old.cells |= {name: new[name] for name in ("firmness", "firm_since")}
    if new["firm_since"] and old["firmness"] == new["firmness"]:
        old.cells["firm_since"] = max(old["firm_since"], new["firm_since"], key=len)
    return True
