"""Make the tables of pledges of record, NDC documents, published assessments and warming potentials.

    python scripts/pledge_tables.py FOLDER

writes into ``src/parley/inventory/data`` and ``src/parley/terms/data``. Figures are those of the source folder and of
``pledges_by_hand.toml``, ``pledge_amendments.csv`` and ``assessments_by_hand.toml`` beside this script; layout, names
and tokens are ours. What each table is, and where its figures come from, is said in ``datapackage.json`` beside the
tables, which is kept by hand.
"""

from __future__ import annotations

import csv
import io
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pledge_rows

SCRIPTS = Path(__file__).parent
PARLEY = SCRIPTS.parent / "src" / "parley"
INVENTORY, TERMS = PARLEY / "inventory" / "data", PARLEY / "terms" / "data"

Row = dict[str, str]

# What the source names the case, and ours. Anything else is a pathway to a goal.
CASES = {
    "current policies": "current_policies",
    "policies and action": "current_policies",
    "policies implemented by end of 2020": "current_policies",
    "STEPS": "current_policies",
    "CPS": "current_policies",
    "unconditional NDC": "unconditional_ndc",
    "unconditional NDC (and announced pledges)": "unconditional_ndc",
    "unconditional NDCs (before COP26)": "unconditional_ndc",
    "unconditional INDC": "unconditional_ndc",
    "unconditional INDCs": "unconditional_ndc",
    "conditional NDC": "conditional_ndc",
    "conditional INDC": "conditional_ndc",
    "2030 (and 2035) targets only": "near_term_targets",
    "unconditional NDC + net-zero pledges": "ndc_and_net_zero",
    "conditional NDC + net-zero pledges": "ndc_and_net_zero",
    "pledges and targets": "ndc_and_net_zero",
    "all conditional and unconditional NDCs + long-term pledges": "ndc_and_net_zero",
    "same, second framework": "ndc_and_net_zero",
    "all pledges incl. India 2070 and methane pledge": "ndc_and_net_zero",
    "net-zero pledges (131 countries)": "ndc_and_net_zero",
    "APS": "ndc_and_net_zero",
    "APS with new pledges": "ndc_and_net_zero",
    "optimistic": "optimistic",
    "updated pledges, continued ambition": "all_ndcs",
}
LEVELS = ("ghg2030", "ghg2050")
METHANE_BY_ORIGIN = {  # AR6 WG1 Table 7.15
    "AR6GWP100": {"CH4 fossil": "29.8", "CH4 non-fossil": "27.0"},
    "AR6GWP20": {"CH4 fossil": "82.5", "CH4 non-fossil": "79.7"},
}
SF6_ERRATUM = {"metric": "AR6GWP100", "gwp": "24300", "note": "value after the erratum of AR6 WG1 Table 7.SM.7"}


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 1:
        raise SystemExit("usage: python scripts/pledge_tables.py FOLDER")
    folder = Path(arguments[0])
    write_rows(TERMS / "gwp.csv", gwp_rows(read_rows(folder / "gwp100_kyoto.csv")))
    added = tomllib.loads((SCRIPTS / "assessments_by_hand.toml").read_text("utf-8"))["assessment"]
    write_rows(INVENTORY / "assessments.csv", assessment_rows(read_rows(folder / "assessments.csv"), added))
    registry = read_rows(folder / "ndc_registry_2026-08.csv")
    write_rows(INVENTORY / "ndc_submissions.csv", submission_rows(registry))
    sources = pledge_rows.Sources(
        dated=read_rows(folder / "pledges_dated.csv"),
        latest=read_rows(folder / "pledges.csv"),
        tracker=read_rows(folder / "netzerotracker_countries_2022-12-20.csv"),
        registry=registry,
        by_hand=tomllib.loads((SCRIPTS / "pledges_by_hand.toml").read_text("utf-8")),
        amendments=read_rows(SCRIPTS / "pledge_amendments.csv"),
    )
    write_rows(INVENTORY / "pledges.csv", pledge_rows.pledges(sources))
    write_rows(INVENTORY / "pledge_withdrawals.csv", pledge_rows.withdrawals(sources))


def gwp_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """One row for each gas and set that gives it."""
    for row in rows:
        gas = row.pop("Species")
        for metric, value in row.items():
            if value and gas == "SF6" and metric == SF6_ERRATUM["metric"]:
                yield {"gas": gas, **SF6_ERRATUM, "superseded": plain(value)}
            elif value:
                yield {"gas": gas, "metric": metric, "gwp": plain(value), "superseded": "", "note": ""}
            if gas == "CH4":
                for origin, methane in METHANE_BY_ORIGIN.get(metric, {}).items():
                    yield {"gas": origin, "metric": metric, "gwp": methane, "superseded": "", "note": ""}


def assessment_rows(rows: Iterable[Row], added: Iterable[Mapping[str, object]]) -> Iterator[Row]:
    """Published outlooks in order of the day of publication."""
    every = [*rows, *({key: str(value) for key, value in row.items()} for row in added)]
    for row in sorted(every, key=lambda row: (row["date"], row["publisher"])):
        yield {
            "publisher": row["publisher"],
            "report": row["report"],
            "published": row["date"],
            "case": case_of(row["scenario"]),
            "scenario": row["scenario"],
            "horizon": row["metric"].removesuffix(" probability"),
            "probability_pct": row["probability_pct"] if row.get("warming_c") else "",
            "warming_c": row.get("warming_c", ""),
            "warming_low_c": row.get("warming_low", ""),
            "warming_high_c": row.get("warming_high", ""),
            **{
                f"{level}{bound}_gtco2e": row.get(f"{level}{end}", "")
                for level in LEVELS
                for bound, end in (("", "_gt"), ("_low", "_low"), ("_high", "_high"))
            },
            "confidence": row["confidence"],
            "source": row["source"],
            "note": row.get("notes", ""),
        }


def case_of(scenario: str) -> str:
    if scenario.startswith(("NDC synthesis", "new NDCs")):
        return "all_ndcs"
    return CASES.get(scenario, "goal")


def submission_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """NDC documents by Party and day, translations and letters once; documents without a date are left out."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row["submissionDate"]:
            key = (row["code"], row["submissionDate"])
            old = found.get(key)
            if old is None or (row["language"] == "English" != old["language"]):
                found[key] = row
    for (party, day), row in sorted(found.items()):
        version, status = row["version"].removesuffix(".0"), row["status"].lower()
        title = " ".join(row["title"].replace("\u200b", "").split())
        yield {"party": party, "submitted": day, "version": version, "status": status, "title": title}


def plain(number: str) -> str:
    return number.removesuffix(".0")


def read_rows(path: Path) -> list[Row]:
    lines = path.read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    rows = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode())


if __name__ == "__main__":
    main(sys.argv[1:])
