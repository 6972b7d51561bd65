"""Rows of the table of pledges, from four sources in one schema, each pledge with what ended it.

The four: pledges by the day they were announced, the newest pledges of each Party, a snapshot of the Net Zero Tracker
for Parties without a row in those, and what was entered by hand. Nothing is filled in: an empty cell stays empty.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

Row = dict[str, str]

COLUMNS = (
    *("id", "party", "announced", "dated_by", "submitted", "kind", "basis", "low", "high", "unit", "base_year", "base"),
    *("target_year", "qualifier", "gas", "gas_scope", "lulucf", "accounting", "conditional", "condition", "about"),
    *("level_low_mtco2e", "level_high_mtco2e", "level_basis", "bau_mtco2e", "firmness", "firm_since"),
    *("ended", "ended_by", "origin", "source", "confidence", "note", "doubt"),
)
CODES = {"EU27": "EUU", "XXX": "EUU"}
GROUPS = Path(__file__).parents[1] / "src" / "parley" / "terms" / "data" / "groups.toml"
EU_MEMBERS = frozenset(tomllib.loads(GROUPS.read_text("utf-8"))["EUU"]["members"])
# The source's kind: ours, and the basis of a reduction.
KINDS = {
    "base_year": ("reduction", "base_year"),
    "bau": ("reduction", "bau"),
    "intensity": ("reduction", "intensity"),
    "absolute": ("reduction", "absolute"),
    "below_peak": ("reduction", "below_peak"),
    "avoided": ("other", ""),
    "net_zero": ("net_zero", ""),
    "peak": ("peak", ""),
    "share": ("share", ""),
}
LATEST_TYPES = {
    "base-year": "base_year",
    "BAU": "bau",
    "BAU (cumulative)": "bau",
    "absolute": "absolute",
    "intensity": "intensity",
    "avoided amount": "avoided",
    "peak-relative": "below_peak",
}
LULUCF = {"incl": "included", "excl": "excluded", "gross-net": "included", "gross": "included"}
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
ABOUT = {("IND", "share"): "electric capacity, non-fossil", ("SAU", "other"): "emissions avoided a year"}
ROUND_OF_2035 = "2024-07-01"
NOT_READ = "submitted; its content is not read here"


@dataclass
class Sources:
    """Everything the table is made of."""

    dated: Sequence[Row]
    latest: Sequence[Row]
    tracker: Sequence[Row]
    registry: Sequence[Row]
    by_hand: Mapping[str, Any]
    amendments: Sequence[Row]


@dataclass
class Draft:
    """A row in the making: its cells, whether it ends its like, and the ids it ends besides."""

    cells: Row
    adds: bool = True
    ends: list[str] = field(default_factory=list)

    @property
    def alike(self) -> tuple[str, str, str, str]:
        return self["party"], self["kind"], self["target_year"], self["about"]

    @property
    def day(self) -> date:
        """The first day on which it was surely announced."""
        return last_day(self["announced"])

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def pledges(sources: Sources) -> Iterator[Row]:
    """The rows of the table, by Party and day."""
    drafts = [*map(dated_draft, pledges_only(sources.dated)), *map(hand_draft, sources.by_hand["pledge"])]
    instead = {name for entry in sources.by_hand["pledge"] for name in entry.get("instead_of", ())}
    for draft in latest_drafts(sources, instead):
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


def latest_drafts(sources: Sources, instead: set[str]) -> Iterator[Draft]:
    """The newest net-zero goal, the 2030 target and the one after it of each Party, as far as there are any."""
    for row in sources.latest:
        party = CODES.get(row["iso3"], row["iso3"])
        for name, make in (("net zero", neutral_draft), ("2030", target_2030), ("2035", target_2035)):
            if f"{party} {name}" not in instead and (draft := make(party, row, sources.registry)):
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
    if differs and not (old["kind"] == "other"):
        raise SystemExit(f"{old.cells} and {new.cells} differ in {sorted(differs)}; enter the right one by hand")
    for name in ("gas_scope", "accounting", "level_low_mtco2e", "level_high_mtco2e", "level_basis", "bau_mtco2e"):
        if not old[name]:
            old.cells[name] = new[name]
    if new["firmness"] not in ("", "pledged") and old["firmness"] == "pledged":
        old.cells |= {name: new[name] for name in ("firmness", "firm_since")}
    if new["firm_since"] and old["firmness"] == new["firmness"]:
        old.cells["firm_since"] = max(old["firm_since"], new["firm_since"], key=len)
    return True


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


def value_of(kind: str, low_pct: str, high_pct: str, low_mt: str, high_mt: str, note: str) -> Row:
    """The value of a pledge with its unit: per cent, or a level where the pledge is one."""
    if kind == "absolute":
        return {"low": low_mt, "high": high_mt, "unit": "MtCO2e" if low_mt or high_mt else ""}
    if kind == "avoided":
        found = re.search(r"(\d+) (?:MtCO2e|Mt) a year", note)
        return {"low": found[1], "high": found[1], "unit": "MtCO2e"} if found else {"low": "", "high": "", "unit": ""}
    low, high = low_pct or high_pct, high_pct or low_pct
    return {"low": low, "high": high, "unit": "%" if low else ""}


def base_of(base: str) -> Row:
    year = re.search(r"\d{4}", base)
    words = "" if base == (year[0] if year else "BAU") or base.startswith("BAU") else base
    return {"base_year": year[0] if year and not base.startswith("BAU") else "", "base": words}


def qualifier_of(note: str) -> str:
    found = re.match(r"(?:carbon neutrality )?(around|before) \d{4}", note)
    return found[1] if found else "by"


def gas_of(scope: str) -> Row:
    gas = "CO2" if re.match(r"CO2(?! CH4)", scope) else "CH4" if scope == "CH4" else "GHG" if scope else ""
    if scope.startswith("unspecified"):
        gas = ""
    return {"gas": gas, "gas_scope": "" if scope in ("GHG", "CO2", "CH4", "all GHG") else scope}


def land_of(words: str) -> Row:
    first = re.match(r"[a-z-]+", words)
    token = LULUCF.get(first[0], "unknown") if first else "unknown"
    return {"lulucf": token, "accounting": "" if words in LULUCF and words != "gross-net" else words}


def condition_of(words: str) -> Row:
    if words == "low without; high with support":
        return {"conditional": "stronger", "condition": "with support"}
    return {"conditional": "all" if words else "no", "condition": words}


def support_of(without: str, with_support: str) -> Row:
    if not with_support:
        return {"conditional": "no", "condition": ""}
    return {"conditional": "stronger" if without else "all", "condition": "with support"}


def law_of(note: str) -> Row:
    found = re.search(r"\blaw ((?:\d{1,2} )?[A-Z][a-z]+ \d{4})", note)
    return {"firmness": "in_law", "firm_since": iso(found[1])} if found else {"firmness": "pledged"}


def status_of(words: str) -> Row:
    if law := re.search(r"law \(?(\d{4}-\d\d(?:-\d\d)?)|law (\d{4}-\d\d)", words):
        return {"firmness": "in_law", "firm_since": law[1] or law[2]}
    if words.startswith("law"):
        return {"firmness": "in_law"}
    if decree := re.search(r"decree \((\d{4}-\d\d-\d\d)\)", words):
        return {"firmness": "in_policy", "firm_since": decree[1]}
    return {"firmness": "in_policy" if "policy" in words else "pledged"}


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


def last_day(text: str) -> date:
    """The last day of a year, month or day."""
    if len(text) == 10:
        return date.fromisoformat(text)
    year, month = int(text[:4]), int(text[5:7] or 12)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def iso(words: str) -> str:
    """``27 June 2019`` or ``June 2021`` in ISO 8601, as precise as it is."""
    if words[0].isdigit():
        return datetime.strptime(words, "%d %B %Y").date().isoformat()
    return datetime.strptime(words, "%B %Y").date().isoformat()[:7]


def number(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)
