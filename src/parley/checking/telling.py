"""A reference as a clause: "China's share of the world's emissions was 27.8 % in 2019 (basis; source)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parley.checking.wording import figure_words, ordinal, party_words, source_words, span_words
from parley.records.verdict import Reference

_MULTIPLE = re.compile(r"(?P<what>.+) as a multiple of those of (?P<other>.+)")
_CHANGE = re.compile(r"(?P<form>change|growth|level) of (?P<what>.+?) (?:since (?P<base>\d{4})|on the year before)")
_PLURAL = re.compile(r"^(?:\w+ )?emissions\b")


def tell(reference: Reference) -> str:
    """One reference with its basis and source."""
    if reference.value is None:
        return _fact(reference)
    clause = _clause(reference, reference.value, reference.value, str(reference.year))
    return f"{clause} ({reference.basis}; {source_words(reference.source)})"


def tell_shortly(reference: Reference) -> str:
    """One reference without its basis and source."""
    if reference.value is None:
        return reference.fact
    return _clause(reference, reference.value, reference.value, str(reference.year))


def tell_together(references: Sequence[Reference]) -> str:
    """What several references say of one thing, from the lowest to the highest, as one clause."""
    figures = [reference for reference in references if reference.value is not None]
    if not figures:
        return tell(references[0]) if references else "nothing is on record"
    first = figures[0]
    alike = [reference for reference in figures if same_unit(reference, first)]
    low, high = spanned(alike)
    if low == high:
        return tell(first)
    years = sorted({reference.year for reference in alike if reference.year is not None})
    when = " and ".join(map(str, years))
    count = len({(reference.basis, reference.source) for reference in alike})
    return f"{_clause(first, low, high, when)} ({count} accounts, such as {first.basis}; {source_words(first.source)})"


def spanned(references: Sequence[Reference]) -> tuple[float, float]:
    """The lowest and the highest figure."""
    values = [reference.value for reference in references if reference.value is not None]
    return min(values), max(values)


def same_unit(one: Reference, other: Reference) -> bool:
    """Whether two figures may stand side by side: tonnes of CO2 and of CO2-equivalents may."""
    return one.unit == other.unit or _plain_unit(one.unit or "") == _plain_unit(other.unit or "")


@lru_cache(maxsize=256)
def _plain_unit(unit: str) -> str:
    return unit.replace("CO2e", "CO2").partition(" ")[0]


def _fact(reference: Reference) -> str:
    if reference.party is None or reference.unit is None:
        return f"{reference.fact} ({source_words(reference.source)})"
    between = reference.fact.replace(" to ", " and ")
    return f"{_whose(reference)} {reference.quantity} lay between {between} in {reference.year} ({reference.basis})"


def _clause(reference: Reference, low: float, high: float, when: str) -> str:
    whose, quantity, unit = _whose(reference), reference.quantity, reference.unit
    if multiple := _MULTIPLE.fullmatch(quantity):
        what = multiple["what"]
        return f"{whose} {what} {_was(what)} {span_words(low, high, 'times')} those of {multiple['other']} in {when}"
    if change := _CHANGE.fullmatch(quantity):
        return _changed(f"{whose} {change['what']}", change, low, high, unit, reference.year or 0)
    if unit == "rank":
        places = ordinal(low) if low == high else f"{ordinal(low)} to {ordinal(high)}"
        is_many = "were" if "+" in (reference.party or "") else "was"
        return f"{party_words(reference.party)} {is_many} {places} {quantity.removeprefix('rank ')} in {when}"
    return f"{whose} {quantity} {_was(quantity)} {span_words(low, high, unit)} in {when}"


def _changed(subject: str, change: re.Match[str], low: float, high: float, unit: str | None, year: int) -> str:
    since, what = change["base"] or str(year - 1), change["what"]
    match change["form"]:
        case "growth":
            return f"{subject} in {year} {_was(what)} {span_words(low, high, 'times')} those of {since}"
        case "level":
            return f"{subject} in {year} {_was(what)} {span_words(low, high, '%')} of those of {since}"
    if low < 0 < high:
        return f"{subject} changed by {span_words(low, high, unit)} from {since} to {year}"
    moved = "rose" if high > 0 else "fell"
    smaller, larger = sorted((abs(low), abs(high)))
    return f"{subject} {moved} by {span_words(smaller, larger, unit)} from {since} to {year}"


def _was(quantity: str) -> str:
    return "were" if _PLURAL.match(quantity) else "was"


def _whose(reference: Reference) -> str:
    name = party_words(reference.party)
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def right_figure(reference: Reference) -> str:
    """The figure with which a claim would be right; empty for a fact."""
    return figure_words(abs(reference.value), reference.unit) if reference.value is not None and reference.unit else ""
