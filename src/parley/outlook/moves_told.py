"""How the outlook has moved since Paris, in words, as plain data, and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from parley.inventory.recorded_pledge import all_pledges
from parley.inventory.tables import remembered
from parley.outlook.days import day_in_words
from parley.outlook.headline import degrees
from parley.outlook.since_paris import Move
from parley.outlook.told import told_choices
from parley.pathways.axes import LAST_YEAR
from parley.pathways.pledge import PathwayPledge
from parley.terms.parties import name_of

COLUMNS = ("day", "median_2100_k", "likely_2100_k", "peak_median_k", "odds_below_2", "change_k", "moved_by")
_DIGITS = 4
_WHAT = {"net_zero": "net zero {}", "peak": "peak by {}", "reduction": "target for {}"}


def moves_in_words(moves: Sequence[Move]) -> str:
    """One sentence: from where to where, and the two days that did most."""
    first, last = moves[0].outlook, moves[-1].outlook
    assert first.as_of is not None
    assert last.as_of is not None
    largest = sorted(moves[1:], key=lambda move: -abs(move.change_k))[:2]
    by = " and ".join(_on_its_day(move) for move in largest if move.change_k)
    moved = (
        f"From {day_in_words(first.as_of)} to {day_in_words(last.as_of)} the median warming of {LAST_YEAR} under the "
        f"pledges of record went from {degrees(first.median(LAST_YEAR))} to {degrees(last.median(LAST_YEAR))} °C"
    )
    return f"{moved}; it moved most {by}." if by else f"{moved}."


def _on_its_day(move: Move) -> str:
    assert move.outlook.as_of is not None
    return f"on {day_in_words(move.outlook.as_of)} ({moved_by(move, most=1)}, {_signed(move.change_k)} °C)"


def moved_by(move: Move, most: int | None = None) -> str:
    """What changed on a day: ``China: peak by 2030, net zero 2060``; of many, the first ``most`` Parties.

    Pledges that are older than the day, as they are known from a snapshot alone, are told together.
    """
    acts = dict.fromkeys(move.left, "leaves the Paris Agreement")
    acts |= dict.fromkeys(move.returned, "comes back to the Paris Agreement")
    seen = _from_snapshots()
    by_party: dict[str, list[str]] = {party: [] for party in acts}
    late = {pledge.party for pledge in move.came if pledge.id in seen}
    for pledge in move.came:
        if pledge.id not in seen and pledge.party not in acts:
            by_party.setdefault(pledge.party, []).append(_in_words(pledge))
    for pledge in move.went:
        if pledge.party not in by_party and pledge.party not in late:
            by_party.setdefault(pledge.party, []).append(f"{_in_words(pledge)} ends")
    named = [
        f"{name_of(party)} {acts[party]}" if party in acts else f"{name_of(party)}: {', '.join(dict.fromkeys(words))}"
        for party, words in _by_change(move, by_party)
    ]
    if late:
        named.insert(0, f"older pledges of {len(late)} Parties, known from a snapshot of this day")
    if most is not None and len(named) > most:
        return "; ".join([*named[:most], f"and {len(named) - most} more"])
    return "; ".join(named)


@remembered
def _from_snapshots() -> frozenset[str]:
    return frozenset(pledge.id for pledge in all_pledges() if pledge.dated_by == "snapshot")


def told_moves(moves: Sequence[Move]) -> dict[str, Any]:
    """The choices and every day, for JSON."""
    days = [
        {
            "day": str(move.outlook.as_of),
            "warming_2100": _by_name(move),
            "change_k": round(move.change_k, _DIGITS),
            "odds_below_2": round(move.outlook.warming.below[1], _DIGITS),
            "came": [pledge.id for pledge in move.came],
            "went": [pledge.id for pledge in move.went],
            "left": list(move.left),
            "returned": list(move.returned),
        }
        for move in moves
    ]
    return {"headline": moves_in_words(moves), "choices": told_choices(moves[-1].outlook), "days": days}


def rows(moves: Sequence[Move]) -> Iterator[tuple[str | float, ...]]:
    """A row for each day."""
    for move in moves:
        outlook = move.outlook
        values = (outlook.median(LAST_YEAR), outlook.likely(LAST_YEAR), outlook.warming.at_peak())
        numbers = (*values, outlook.warming.below[1], move.change_k)
        yield str(outlook.as_of), *(round(value, _DIGITS) for value in numbers), moved_by(move)


def _by_name(move: Move) -> dict[str, float]:
    outlook = move.outlook
    values = {"median": outlook.median(LAST_YEAR), "likely_below": outlook.likely(LAST_YEAR)}
    return {name: round(value, _DIGITS) for name, value in values.items()}


def _by_change(move: Move, by_party: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    """Parties by how much their emissions of this century changed, the largest first."""
    return sorted(by_party.items(), key=lambda each: (-move.moved_mtco2e.get(each[0], 0.0), each[0]))


def _in_words(pledge: PathwayPledge) -> str:
    return _WHAT.get(pledge.kind, pledge.kind.replace("_", " ")).format(pledge.target_year)


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")
