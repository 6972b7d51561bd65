"""The pledge book: one pledge with all its reports, since when it stands, and what took whose place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from parley.linking.judgements import Rulings
from parley.linking.pledge_terms import NOT_STANDING, matter_of, same_pledge, strength
from parley.linking.replacing import Group, Replacement, replacements
from parley.linking.ruled_pledges import ruled_pledges
from parley.linking.shelf import Shelf
from parley.records import BookEntry, Pledge
from parley.records.linked import BookStep

_FIRMEST_FIRST = ("achieved", "in_law", "in_policy", "pledged", "planned", "drafted", "proposed", "urged")

Block = tuple[str, str, bool]


def link_pledges(shelf: Shelf, rulings: Rulings) -> tuple[BookEntry, ...]:
    """The pledge book: entries by Party, kind and target year, joined and taken apart as people decided."""
    found = {block: _groups(pledges, shelf) for block, pledges in _blocks(shelf).items()}
    blocks = ruled_pledges(found, shelf, rulings)
    beside = {block: [_entry(group, shelf) for group in groups] for block, groups in blocks.items() if block[2]}
    book = [entry for entries in beside.values() for entry in entries]
    for block, groups in blocks.items():
        if not block[2]:
            book += _standing(groups, beside.get((*block[:2], True), ()), shelf)
    return tuple(sorted(book, key=lambda entry: (entry.party, entry.kind, entry.target_year or 9999, entry.id)))


def _blocks(shelf: Shelf) -> dict[Block, list[Pledge]]:
    blocks: dict[Block, list[Pledge]] = defaultdict(list)
    for reading in shelf:
        for pledge in reading.pledges:
            blocks[pledge.party, pledge.kind, pledge.firmness in NOT_STANDING].append(pledge)
    return {block: shelf.by_age(pledges) for block, pledges in blocks.items()}


def _groups(pledges: Sequence[Pledge], shelf: Shelf) -> list[list[Pledge]]:
    """Reports of one pledge together, by age. What gives no value goes with the value told last before it."""
    alike: dict[tuple[object, ...], list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        alike[_terms(pledge)].append(pledge)
    groups: list[list[Sequence[Pledge]]] = []
    vague: list[Pledge] = []
    for same in alike.values():
        if same[0].low is None:
            vague += same
            continue
        home = next((group for group in groups if all(same_pledge(same[0], other[0]) for other in group)), None)
        if home is None:
            groups.append([same])
        else:
            home.append(same)
    made = [[pledge for same in group for pledge in same] for group in groups]
    _place(shelf.by_age(vague), made, shelf)
    return [shelf.by_age(group) for group in made]


def _terms(pledge: Pledge) -> tuple[object, ...]:
    """All that ``same_pledge`` looks at."""
    what = (pledge.about, pledge.gas, pledge.basis, pledge.to_level, pledge.unit)
    return pledge.low, pledge.high, pledge.target_year, *what


def _place(vague: Iterable[Pledge], groups: list[list[Pledge]], shelf: Shelf) -> None:
    fitting: dict[tuple[object, ...], list[list[Pledge]]] = {}
    firsts = {id(group): shelf.day(shelf.by_age(group)[0]) for group in groups}
    for pledge in vague:
        terms = _terms(pledge)
        if terms not in fitting:
            fitting[terms] = [group for group in groups if same_pledge(pledge, group[0])]
            if not fitting[terms]:
                groups.append([])
                fitting[terms] = [groups[-1]]
                firsts[id(groups[-1])] = shelf.day(pledge)
        told = [group for group in fitting[terms] if firsts[id(group)] <= shelf.day(pledge)]
        home = max(told, key=lambda group: firsts[id(group)]) if told else fitting[terms][0]
        home.append(pledge)


def _standing(groups: Sequence[list[Pledge]], beside: Sequence[BookEntry], shelf: Shelf) -> list[BookEntry]:
    """Entries of a Party and kind, each with what took its place and what it took the place of."""
    plain = [_entry(group, shelf) for group in groups]
    changes = replacements([Group.of(group, shelf) for group in groups])
    replaced = {change.old: change for change in changes}
    replacing: dict[int, list[Replacement]] = defaultdict(list)
    for change in changes:
        replacing[change.new].append(change)
    return [
        entry.model_copy(
            update={
                "standing": entry.standing and number not in replaced,
                "replaced_by": plain[replaced[number].new].id if number in replaced else None,
                "replaces": tuple(sorted(plain[change.old].id for change in replacing[number])),
                "change": _change(groups, replacing[number]),
                "changed_by": tuple(dict.fromkeys(one for change in replacing[number] for one in change.reports)),
                "listed_beside": tuple(other.id for other in beside if _is_of_one_matter(entry, other)),
            }
        )
        for number, entry in enumerate(plain)
    ]


def _change(
    groups: Sequence[Sequence[Pledge]], changes: Sequence[Replacement]
) -> Literal["strengthened", "weakened", "changed"] | None:
    """How it differs from the last that it took the place of."""
    if not changes:
        return None
    last = max(changes, key=lambda change: change.old)
    if matter_of(groups[last.old][0]) != matter_of(groups[last.new][0]):
        return "changed"
    before, after = strength(groups[last.old][0]), strength(groups[last.new][0])
    if before is None or after is None or before == after:
        return "changed"
    return "strengthened" if after > before else "weakened"


def _is_of_one_matter(entry: BookEntry, other: BookEntry) -> bool:
    return not (entry.about and other.about and entry.about != other.about)


def _entry(group: Sequence[Pledge], shelf: Shelf) -> BookEntry:
    firmest = min(group, key=lambda pledge: _FIRMEST_FIRST.index(pledge.firmness))
    valued = next((pledge for pledge in group if pledge.low is not None), group[0])
    dates = (shelf.published(pledge) for pledge in group)
    return BookEntry(
        reports=tuple(pledge.id for pledge in group),
        party=group[0].party,
        kind=group[0].kind,
        firmness=firmest.firmness,
        gas=next((pledge.gas for pledge in group if pledge.gas), None),
        low=valued.low,
        high=valued.high,
        unit=valued.unit,
        base_year=_told_most([pledge.base_year for pledge in group if pledge.base_year]),
        target_year=group[0].target_year,
        about=next((pledge.about for pledge in group if pledge.about), None),
        standing=firmest.firmness not in NOT_STANDING,
        since=next((published for published in dates if published), None),
        history=_history(group, shelf),
    )


def _told_most(years: Sequence[int]) -> int | None:
    """The year most reports give, of equals the one told first."""
    counts: Mapping[int, int] = Counter(years)
    return max(counts, key=lambda year: (counts[year], -years.index(year)), default=None)


def _history(group: Sequence[Pledge], shelf: Shelf) -> tuple[BookStep, ...]:
    steps: list[BookStep] = []
    best = len(_FIRMEST_FIRST)
    for pledge in group:
        rank = _FIRMEST_FIRST.index(pledge.firmness)
        step: Literal["first", "restated", "firmer"] = "first" if not steps else "firmer" if rank < best else "restated"
        best = min(best, rank)
        steps.append(
            BookStep(
                document=pledge.document,
                report=pledge.id,
                published=shelf.published(pledge),
                firmness=pledge.firmness,
                step=step,
            )
        )
    return tuple(steps)
