"""Which codes a Party, a group or a sum of them stands for, each counted once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parley.errors import InventoryError
from parley.inventory.tables import remembered
from parley.terms.parties import name_of, parties

WORLD = "WLD"
EU = "EUU"
AVIATION, SHIPPING = "AIR", "SEA"
SOVIET_UNION = "SUN"
# Codes of the tables that are no Party of ours: bunkers, Serbia with Montenegro, Kosovo, the Soviet Union.
AREAS = {
    AVIATION: "international aviation",
    SHIPPING: "international shipping",
    "SCG": "Serbia and Montenegro",
    SOVIET_UNION: "the Soviet Union",
    "XKX": "Kosovo",
}
# The bloc sits with the Seven without being one of them; the G20 counts it as a member.
_NOT_COUNTED = {"G7": (EU,)}
# The day on which the EU came to have the members that the sources mean by EU27.
_EU27_SINCE = date(2020, 2, 1)
_CODE = re.compile(r"[A-Z][A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Members:
    """The codes that make up what was asked for, and what has to be said about them."""

    codes: tuple[str, ...]
    note: str


@remembered
def members_of(party: str, on: date | None = None) -> Members:
    """The codes that ``party`` stands for: ``CHN``, ``EUU``, ``G20``, or several joined by ``+`` (``USA+EUU``).

    Members are those of the day ``on``, of today's table if it is None. The EU stays one code where it has the
    members that sources mean by EU27; its countries are then not counted again. Raises InventoryError for a code that
    is not known or a group whose members are not.
    """
    found: set[str] = set()
    notes: list[str] = []
    names = party.split("+")
    for name in names:
        codes, said = _expand(name.strip(), on)
        found.update(codes)
        notes.extend(said)
    if WORLD in found and len(found) > 1:
        raise InventoryError(f"{party}: the world has all the others in it; ask for it alone")
    if EU in found:
        twice = found & set(parties()[EU].members)
        found -= twice
        if twice and len(names) > 1:
            notes.append(f"counted within the EU: {', '.join(sorted(twice))}")
    return Members(tuple(sorted(found)), "; ".join(notes))


def describe(code: str) -> str:
    """The name of a code of ours or of the tables; a sum is named part by part."""
    return " and ".join(AREAS.get(part, name_of(part)) for part in code.split("+"))


def _expand(code: str, on: date | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = parties().get(code)
    if known is None:
        if code in AREAS:
            return (code,), ()
        hint = "" if _CODE.fullmatch(code) else "; codes are written like CHN, EUU, G20, WLD"
        raise InventoryError(f"{code!r} is no Party, group or area that the inventory knows{hint}")
    if code == EU:
        return _european_union(on)
    if not known.is_group or code == WORLD:
        return (code,), ()
    if not known.members:
        raise InventoryError(f"{known.name} ({code}): its members are not listed, so there is no figure for it")
    members = known.members_on(on or date.max)
    codes: list[str] = []
    notes = [f"{known.name}" + (f" on {on}" if on else "") + f": {', '.join(members)}"]
    for member in members:
        if member in _NOT_COUNTED.get(code, ()):
            notes.append(f"{name_of(member)} takes part without being one of the {known.name} and is not counted")
        elif parties()[member].is_group and not parties()[member].members:
            notes.append(f"{name_of(member)} is not counted: its members are not listed")
        else:
            expanded, said = _expand(member, on)
            codes.extend(expanded)
            notes.extend(said)
    return tuple(codes), tuple(notes)


def _european_union(on: date | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if on is None or on >= _EU27_SINCE:
        return (EU,), ("the EU is its 27 members since 2020 in every year",)
    members = parties()[EU].members_on(on)
    return members, (f"the EU on {on}: {len(members)} members",)
