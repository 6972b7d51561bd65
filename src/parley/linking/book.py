"""One pledge with all its reports, and which pledge took another's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from parley.linking.shelf import Shelf
from parley.records import BookEntry, Pledge

_FIRMEST_FIRST = ("achieved", "in_law", "in_policy", "pledged", "planned", "drafted", "proposed", "urged")
_NOT_STANDING = frozenset(["drafted", "proposed", "urged"])


def link_pledges(shelf: Shelf) -> tuple[BookEntry, ...]:
    """The pledge book: entries by Party, kind and target year."""
    groups: list[list[Pledge]] = []
    for block in _blocks(shelf).values():
        groups.extend(_groups(shelf.by_age(block)))
    entries = {pledge.id: index for index, group in enumerate(groups) for pledge in group}
    replaced = {
        entries[pledge.replaces]: index
        for index, group in enumerate(groups)
        for pledge in group
        if pledge.replaces in entries and entries[pledge.replaces] != index
    }
    plain = [_entry(group) for group in groups]
    book = [
        entry.model_copy(update={"standing": False, "replaced_by": plain[replaced[index]].id})
        if index in replaced
        else entry
        for index, entry in enumerate(plain)
    ]
    return tuple(sorted(book, key=lambda entry: (entry.party, entry.kind, entry.target_year or 9999, entry.id)))


def _blocks(shelf: Shelf) -> dict[tuple[str, str, bool], list[Pledge]]:
    blocks: dict[tuple[str, str, bool], list[Pledge]] = defaultdict(list)
    for reading in shelf:
        for pledge in reading.pledges:
            blocks[pledge.party, pledge.kind, pledge.firmness in _NOT_STANDING].append(pledge)
    return blocks


def _groups(pledges: Sequence[Pledge]) -> list[list[Pledge]]:
    groups: list[list[Pledge]] = []
    for pledge in pledges:
        home = next((group for group in groups if all(_same(pledge, other) for other in group)), None)
        if home is None:
            groups.append([pledge])
        else:
            home.append(pledge)
    return groups


def _same(one: Pledge, other: Pledge) -> bool:
    """Two reports of one pledge: nothing that both state differs."""
    if one.target_year != other.target_year or (one.unit and other.unit and one.unit != other.unit):
        return False
    if one.low is not None and other.low is not None and (one.low, one.high) != (other.low, other.high):
        return False
    if one.kind == "other" and (one.about or one.gas) != (other.about or other.gas):
        return False
    return not (
        one.about
        and other.about
        and one.about != other.about
        and one.kind in ("phase_out", "capacity", "share", "finance")
    )


def _entry(group: Sequence[Pledge]) -> BookEntry:
    firmest = min(group, key=lambda pledge: _FIRMEST_FIRST.index(pledge.firmness))
    valued = next((pledge for pledge in group if pledge.low is not None), group[0])
    return BookEntry(
        reports=tuple(pledge.id for pledge in group),
        party=group[0].party,
        kind=group[0].kind,
        firmness=firmest.firmness,
        gas=next((pledge.gas for pledge in group if pledge.gas), None),
        low=valued.low,
        high=valued.high,
        unit=valued.unit,
        base_year=next((pledge.base_year for pledge in group if pledge.base_year), None),
        target_year=group[0].target_year,
        about=next((pledge.about for pledge in group if pledge.about), None),
        standing=firmest.firmness not in _NOT_STANDING,
    )
