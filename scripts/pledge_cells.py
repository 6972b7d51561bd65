"""Cells of the table of pledges, read from the words of the sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

Row = dict[str, str]

CODES = {"EU27": "EUU", "XXX": "EUU"}
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
LULUCF = {"incl": "included", "excl": "excluded", "gross-net": "included", "gross": "included"}


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
