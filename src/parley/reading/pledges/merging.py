"""One record for a pledge however often the document tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from parley.reading.pledges.goal import Figure
from parley.records import Pledge, Quote
from parley.records.pledge import Firmness, Gas, PledgeKind, Qualifier, ReductionBasis

DATED = ("net_zero", "peak", "phase_out")
"""Kinds of pledges that are known by their year."""
_SAME_FIGURE = 0.005


@dataclass(frozen=True, slots=True)
class Draft:
    """A pledge as one sentence tells it; ``older`` marks the one that another pledge of the document replaces.

    ``reference`` marks a mere mention of a goal that should be told elsewhere in the document.
    """

    party: str
    kind: PledgeKind
    firmness: Firmness
    quotes: tuple[Quote, ...]
    basis: ReductionBasis | None = None
    gas: Gas | None = None
    figure: Figure | None = None
    to_level: bool = False
    base_year: int | None = None
    target_year: int | None = None
    qualifier: Qualifier | None = None
    about: str | None = None
    condition: str | None = None
    urged_by: tuple[str, ...] = ()
    inferred: tuple[tuple[str, str], ...] = ()
    reference: bool = False
    older: bool = False


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with restatements joined to the first of their kind; bare references without one are left out."""
    merged: list[Draft] = []
    drafts = list(drafts)
    for draft in [d for d in drafts if not d.reference] + [d for d in drafts if d.reference]:
        index = next((i for i, other in enumerate(merged) if _same(other, draft)), None)
        if index is not None:
            merged[index] = _joined(merged[index], draft)
        elif not draft.reference or draft.kind == "net_zero":
            merged.append(draft)
    return merged


def _same(one: Draft, other: Draft) -> bool:
    if one.party != other.party or one.older != other.older:
        return False
    if one.kind != other.kind:
        return one.kind == "reduction" and other.kind == "other" and one.gas == other.gas == "CH4"
    if (one.firmness == "urged") != (other.firmness == "urged"):
        return False
    return (
        _fits(one.target_year, other.target_year)
        and _fits(one.base_year, other.base_year)
        and _same_figure(one, other)
        and _same_scope(one, other)
    )


def _fits(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other


def _same_figure(one: Draft, other: Draft) -> bool:
    if one.kind == "net_zero":
        return True
    if one.figure is None or other.figure is None:
        return one.kind not in ("finance", "capacity", "share") or one.figure is other.figure
    return one.figure[2] == other.figure[2] and all(
        abs(mine - its) <= _SAME_FIGURE * max(abs(mine), abs(its))
        for mine, its in zip(one.figure[:2], other.figure[:2], strict=True)
    )


def _same_scope(one: Draft, other: Draft) -> bool:
    if "CH4" in (one.gas, other.gas) and one.gas != other.gas:
        return False
    both_figures = one.figure is not None and other.figure is not None
    if both_figures and "intensity" in (one.basis, other.basis) and one.basis != other.basis:
        return False
    if one.kind not in ("phase_out", "other"):
        return True
    return one.about is None or other.about is None or one.about == other.about


def _joined(first: Draft, other: Draft) -> Draft:
    """``first`` with what ``other`` adds."""
    known = [q for q in other.quotes if all((q.start, q.end) != (p.start, p.end) for p in first.quotes)]
    return replace(
        first,
        quotes=first.quotes + tuple(known),
        basis=first.basis or other.basis,
        gas=first.gas or other.gas,
        figure=first.figure or other.figure,
        base_year=first.base_year or other.base_year,
        target_year=first.target_year or other.target_year,
        qualifier=first.qualifier or other.qualifier,
        about=first.about or other.about,
        condition=first.condition or other.condition,
        urged_by=first.urged_by or other.urged_by,
    )


def reports(document: str, drafts: Iterable[Draft]) -> list[Pledge]:
    """The records of merged drafts; one that replaces an older pledge of the document names it."""
    drafts = _without_lone_older(list(drafts))
    older = {index: _report(document, draft) for index, draft in enumerate(drafts) if draft.older}
    found = []
    for index, draft in enumerate(drafts):
        if index in older:
            found.append(older[index])
            continue
        replaced = next((p.id for i, p in older.items() if _replaces(draft, drafts[i])), None)
        found.append(_report(document, draft, replaced))
    return found


def _without_lone_older(drafts: list[Draft]) -> list[Draft]:
    """A target called earlier or previous is only old where the document has the one that replaced it."""
    newer = [draft for draft in drafts if not draft.older]
    return [replace(draft, older=draft.older and any(_replaces(other, draft) for other in newer)) for draft in drafts]


def _replaces(draft: Draft, older: Draft) -> bool:
    same = draft.party == older.party and draft.kind == older.kind
    if draft.kind == "reduction":
        same = same and _fits(draft.target_year, older.target_year)
    if draft.figure is not None and older.figure is not None:
        same = same and draft.figure[2] == older.figure[2]
    differs = draft.figure != older.figure
    if draft.kind in DATED:
        differs = draft.target_year != older.target_year and draft.about == older.about
    return same and draft.firmness != "urged" and differs


def _report(document: str, draft: Draft, replaces: str | None = None) -> Pledge:
    low, high, unit = draft.figure or (None, None, None)
    return Pledge(
        document=document,
        quotes=draft.quotes,
        inferred=draft.inferred,
        party=draft.party,
        kind=draft.kind,
        firmness=draft.firmness,
        basis=draft.basis,
        gas=draft.gas,
        low=low,
        high=high,
        unit=unit,
        to_level=draft.to_level,
        base_year=draft.base_year,
        target_year=draft.target_year,
        qualifier=draft.qualifier,
        about=draft.about,
        condition=draft.condition,
        urged_by=draft.urged_by,
        replaces=replaces,
    )
