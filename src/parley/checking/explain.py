"""The reason for a verdict, in one sentence: the deciding figure, year, basis and source, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.settle import Decision
from parley.checking.wording import figure_words, ordinal, party_words, source_words, span_words
from parley.records.verdict import Reference

_MULTIPLE = re.compile(r"(?P<what>.+) as a multiple of those of (?P<other>.+)")
_CHANGE = re.compile(r"(?P<form>change|growth|level) of (?P<what>.+?) (?:since (?P<base>\d{4})|on the year before)")
_PLURAL = re.compile(r"^(?:\w+ )?emissions\b")
_COMPARED = frozenset(("comparison",))
_MEGATONNE = 1e6


def explain(assertion: Assertion, finding: Finding, decision: Decision) -> str:
    """Why the token is what it is."""
    sentence = _because(assertion, finding, decision)
    said = f"{sentence}; {finding.remark}" if finding.remark else sentence
    return f"{said[0].upper()}{said[1:]}."


def _because(assertion: Assertion, finding: Finding, decision: Decision) -> str:
    match decision.ground:
        case "nothing":
            return f"there are no {finding.missing}" if finding.missing else "there are no figures of it"
        case "true":
            return _denied(assertion, told(decision.deciding[0].reference)) + _others(finding, decision.deciding)
        case "no longer":
            newest = next(candidate for candidate in decision.deciding if candidate.time == "now")
            return f"true when said, as {told(decision.deciding[0].reference)}, but no longer: {_brief(newest)}"
        case "earlier":
            old, *then = decision.deciding
            now = f", but {_span(then)}" if then else ""
            return f"it was so earlier: {told(old.reference)}{now}"
        case "other year":
            right, *then = decision.deciding
            return f"right for another year: {told(right.reference)}; {_span(then)}"
        case "other basis":
            right = decision.deciding[0]
            rest = [candidate for candidate in decision.deciding if candidate.on_words]
            on_words = f"; as the words have it, {_span(rest)}" if rest else ""
            return f"true only on another basis: {told(right.reference)}{on_words}"
        case "near":
            return f"not quite: {told(decision.deciding[0].reference)}" + _others(finding, decision.deciding)
        case _:
            return _wrong(assertion, decision.deciding)


def told(reference: Reference) -> str:
    """A reference as a clause: "China's share of the world's emissions was 27.8 % in 2019 (basis; source)"."""
    ground = f"({reference.basis}; {source_words(reference.source)})"
    if reference.value is None:
        if reference.party is None or reference.unit is None:
            return f"{reference.fact} ({source_words(reference.source)})"
        return f"{_whose(reference)} {reference.quantity} lies {_between(reference)}in {reference.year} {ground}"
    return f"{_clause(reference)} {ground}"


def _between(reference: Reference) -> str:
    return f"between {reference.fact.replace(' to ', ' and ')} "


def _clause(reference: Reference) -> str:
    value, year = reference.value or 0.0, reference.year
    whose = _whose(reference)
    if multiple := _MULTIPLE.fullmatch(reference.quantity):
        what, figure = multiple["what"], figure_words(value, "times")
        return f"{whose} {what} {_was(what)} {figure} those of {multiple['other']} in {year}"
    if change := _CHANGE.fullmatch(reference.quantity):
        return _changed(reference, whose, change["form"], change["what"], change["base"])
    if reference.unit == "rank":
        place = f"{ordinal(value)} {reference.quantity.removeprefix('rank ')}"
        return f"{party_words(reference.party)} {_is_many(reference.party)} {place} in {year}"
    figure = figure_words(value, reference.unit)
    return f"{whose} {reference.quantity} {_was(reference.quantity)} {figure} in {year}"


def _changed(reference: Reference, whose: str, form: str, what: str, base: str | None) -> str:
    value, year = reference.value or 0.0, reference.year or 0
    since = base or str(year - 1)
    if form == "growth":
        return f"{whose} {what} in {year} {_was(what)} {figure_words(value, 'times')} those of {since}"
    if form == "level":
        return f"{whose} {what} in {year} {_was(what)} {figure_words(value, '%')} of those of {since}"
    moved = "rose" if value >= 0 else "fell"
    return f"{whose} {what} {moved} by {figure_words(abs(value), reference.unit)} from {since} to {year}"


def _is_many(party: str | None) -> str:
    return "were" if party and "+" in party else "was"


def _was(quantity: str) -> str:
    return "were" if _PLURAL.match(quantity) else "was"


def _whose(reference: Reference) -> str:
    name = party_words(reference.party)
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _brief(candidate: Candidate) -> str:
    reference = candidate.reference
    if reference.value is None:
        return reference.fact
    return _clause(reference)


def _others(finding: Finding, deciding: Sequence[Candidate]) -> str:
    """What the other bases that the words allow say, where it is something else."""
    shown = {candidate.reference for candidate in deciding}
    first = deciding[0].reference
    rest = [
        candidate.reference
        for candidate in finding.candidates
        if candidate.time == "then" and candidate.on_words and candidate.reference not in shown
    ]
    values = [each.value for each in rest if each.value is not None and each.unit and _same_unit(each, first)]
    if not values:
        return ""
    return f"; on other bases it is {span_words(min(values), max(values), first.unit)}"


def _same_unit(one: Reference, other: Reference) -> bool:
    return (one.unit or "").partition(" ")[0][:3] == (other.unit or "").partition(" ")[0][:3]


def _span(candidates: Sequence[Candidate]) -> str:
    """What several say of one thing, as one clause."""
    references = [candidate.reference for candidate in candidates if candidate.reference.value is not None]
    if not references:
        return candidates[0].reference.fact if candidates else "nothing is on record"
    first = references[0]
    values = [each.value for each in references if each.value is not None and _same_unit(each, first)]
    if len(set(values)) == 1:
        return told(first)
    years = sorted({each.year for each in references if each.year is not None})
    when = str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
    bases = f"({len({each.basis for each in references})} bases, first {first.basis}; {source_words(first.source)})"
    whose = _whose(first)
    return f"{whose} {first.quantity} was {span_words(min(values), max(values), first.unit)} in {when} {bases}"


def _wrong(assertion: Assertion, candidates: Sequence[Candidate]) -> str:
    clause = _denied(assertion, _span(candidates))
    reference = candidates[0].reference
    if reference.value is None or assertion.measure in _COMPARED or reference.unit is None or assertion.denied:
        return clause
    right = figure_words(abs(reference.value), reference.unit)
    return f"{clause}; it would be right as {right}"


def nearest_first(assertion: Assertion, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, those first that the figure claimed comes nearest to."""
    return tuple(sorted(candidates, key=lambda candidate: _distance(assertion.low, candidate.reference)))


def _distance(claimed: float | None, reference: Reference) -> float:
    if claimed is None or reference.value is None:
        return 0.0
    scale = _MEGATONNE if (reference.unit or "").startswith("Mt") else 1.0
    return abs(abs(claimed) - abs(reference.value * scale))


def _denied(assertion: Assertion, clause: str) -> str:
    return f"what is denied here is on record: {clause}" if assertion.denied else clause
