"""Rows of the table of pledges, from four sources in one schema, each pledge with what ended it.

The four: pledges by the day they were announced, the newest pledges of each Party, a snapshot of the Net Zero Tracker
for Parties without a row in those, and what was entered by hand. Nothing is filled in: an empty cell stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pledge_cells import (
    KINDS,
    Draft,
    Row,
    base_of,
    condition_of,
    gas_of,
    land_of,
    law_of,
    number,
    qualifier_of,
    value_of,
)
from pledge_latest import latest_drafts, merged
from pledge_tracker import tracker_drafts

COLUMNS = (
    *("id", "party", "announced", "dated_by", "submitted", "kind", "basis", "low", "high", "unit", "base_year", "base"),
    *("target_year", "qualifier", "gas", "gas_scope", "lulucf", "accounting", "conditional", "condition", "about"),
    *("level_low_mtco2e", "level_high_mtco2e", "level_basis", "bau_mtco2e", "firmness", "firm_since"),
    *("ended", "ended_by", "origin", "source", "confidence", "note", "doubt"),
)
ABOUT = {("IND", "share"): "electric capacity, non-fossil", ("SAU", "other"): "emissions avoided a year"}


@dataclass
class Sources:
    """Everything the table is made of."""

    dated: Sequence[Row]
    latest: Sequence[Row]
    tracker: Sequence[Row]
    registry: Sequence[Row]
    by_hand: Mapping[str, Any]
    amendments: Sequence[Row]


def pledges(sources: Sources) -> Iterator[Row]:
    """The rows of the table, by Party and day."""
    drafts = [*map(dated_draft, pledges_only(sources.dated)), *map(hand_draft, sources.by_hand["pledge"])]
    instead = {name for entry in sources.by_hand["pledge"] for name in entry.get("instead_of", ())}
    for draft in latest_drafts(sources.latest, sources.registry, instead):
        if not merged(draft, drafts):
            drafts.append(draft)
    known = {draft["party"] for draft in drafts}
    drafts += [draft for draft in tracker_drafts(sources.tracker) if draft["party"] not in known]
    drafts.sort(key=lambda draft: (draft["party"], draft.day, draft["kind"], draft["target_year"], draft["about"]))
    name_drafts(drafts)
    amend(drafts, sources.amendments)
    end_drafts(drafts)
    for draft in drafts:
        if draft["firmness"] == "in_policy" and not draft["firm_since"]:
            draft.cells["firm_since"] = draft["submitted"]
        yield {column: draft[column] for column in COLUMNS}


def withdrawals(sources: Sources) -> Iterator[Row]:
    """Announcements to leave the Paris Agreement or to come back, with the days they took effect."""
    for row in sources.dated:
        if row["kind"] in ("withdrawal", "return"):
            effective = re.search(r"effective (\d{4}-\d\d-\d\d)", row["note"])
            assert effective, row
            yield {"party": row["iso3"], "act": row["kind"], "announced": row["announced"], "effective": effective[1]}


def pledges_only(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if row["kind"] not in ("withdrawal", "return"))


def dated_draft(row: Row) -> Draft:
    kind, basis = KINDS[row["kind"]]
    note = row["note"]
    cells = {
        "party": row["iso3"],
        "announced": row["announced"],
        "dated_by": "announced",
        "submitted": row["submitted"],
        "kind": kind,
        "basis": basis,
        **value_of(row["kind"], row["pct_low"], row["pct_high"], row["abs_low_mt"], row["abs_high_mt"], note),
        **base_of(row["base"]),
        "target_year": row["target_year"],
        "qualifier": qualifier_of(note),
        **gas_of(row["gas_scope"]),
        **land_of(row["lulucf"]),
        **condition_of(row["condition"]),
        "about": ABOUT.get((row["iso3"], kind), ""),
        **law_of(note),
        "origin": "dated",
        "source": "NDC documents and public record",
        "confidence": row["confidence"],
        "note": note,
    }
    if kind == "share":
        cells |= {"gas": "", "lulucf": ""}
    return Draft(cells, adds=row["adds"] == "yes")


def hand_draft(entry: Mapping[str, Any]) -> Draft:
    cells = {key: number(value) for key, value in entry.items() if key not in ("adds", "ends", "instead_of")}
    kind = cells["kind"]
    if "low" in cells:
        cells.setdefault("high", cells["low"])
        cells.setdefault("unit", "%")
    defaults = {
        "dated_by": "announced",
        "qualifier": "by" if "target_year" in cells else "",
        "gas": "GHG" if kind in ("reduction", "net_zero") else "",
        "lulucf": "unknown" if kind in ("reduction", "net_zero", "peak") else "",
        "conditional": "no",
        "firmness": "pledged",
        "origin": "hand",
        "confidence": "high",
    }
    return Draft({**defaults, **cells}, adds=entry.get("adds", True), ends=list(entry.get("ends", ())))


def name_drafts(drafts: Sequence[Draft]) -> None:
    taken: set[str] = set()
    for draft in drafts:
        parts = (draft["party"], draft["announced"], draft["kind"], draft["target_year"])
        name = "-".join(part for part in parts if part)
        letter = next(letter for letter in ("", "-b", "-c", "-d", "-e") if name + letter not in taken)
        draft.cells["id"] = name + letter
        taken.add(name + letter)


def amend(drafts: Sequence[Draft], amendments: Sequence[Row]) -> None:
    by_id = {draft["id"]: draft for draft in drafts}
    for row in amendments:
        draft = by_id.get(row["id"])
        if draft is None:
            raise SystemExit(f"pledge_amendments.csv: there is no pledge {row['id']}")
        if row["column"] == "ends":
            draft.ends.append(row["value"])
        elif row["column"] in COLUMNS:
            draft.cells[row["column"]] = row["value"]
        else:
            raise SystemExit(f"pledge_amendments.csv: there is no column {row['column']}")


def end_drafts(drafts: Sequence[Draft]) -> None:
    """Writes into each pledge the day it was replaced, and by which."""
    by_id = {draft["id"]: draft for draft in drafts}
    for draft in drafts:
        if not draft.adds:
            for old in drafts:
                if old.alike == draft.alike and old.day < draft.day:
                    end(old, draft)
        for name in draft.ends:
            if name not in by_id:
                raise SystemExit(f"{draft['id']} ends {name}, which is not there")
            end(by_id[name], draft)


def end(old: Draft, new: Draft) -> None:
    if not old["ended"]:
        old.cells |= {"ended": new.day.isoformat(), "ended_by": new["id"]}
