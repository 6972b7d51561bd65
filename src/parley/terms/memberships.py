"""How many members a group had on a day, and how many Parties adopted an agreement.

The table is ``data/memberships.toml``. It has counts of
groups whose members ``groups.toml`` does not list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Membership:
    """From ``since`` on a group had ``members``, ``countries`` of them states; ``until`` where the count is closed."""

    group: str
    since: date
    members: int
    countries: int
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Adoption:
    """How many Parties adopted an agreement, and how many of them are states."""

    agreement: str
    parties: int
    countries: int


@cache
def memberships() -> Mapping[str, tuple[Membership, ...]]:
    """The counts of each group by its code, the oldest first."""
    return {row["group"]: tuple(_counts(row)) for row in _table()["membership"]}


def members_on(group: str, day: date) -> Membership | None:
    """The count that held on a day; None where we have none."""
    begun = [each for each in memberships().get(group, ()) if each.since <= day]
    found = begun[-1] if begun else None
    return None if found is None or (found.until is not None and day > found.until) else found


@cache
def adoptions() -> Mapping[str, Adoption]:
    """Who adopted an agreement, by its title."""
    return {row["agreement"]: Adoption(**row) for row in _table()["adoption"]}


def _counts(row: Mapping[str, Any]) -> list[Membership]:
    counts = row["counts"]
    ends = [*(None for _ in counts[1:]), row.get("until")]
    return [
        Membership(row["group"], count["since"], count["members"], count.get("countries", count["members"]), end)
        for count, end in zip(counts, ends, strict=True)
    ]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("parley.terms").joinpath("data/memberships.toml").read_text(encoding="utf-8"))
