"""The reason for a verdict, in one sentence: the deciding figure, year, basis and source, and what would be right."""

from __future__ import annotations

from collections.abc import Sequence

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.settle import Decision
from parley.checking.telling import right_figure, same_unit, spanned, tell, tell_shortly, tell_together
from parley.checking.wording import party_words, span_words
from parley.records.verdict import Reference

_MEGATONNE = 1e6


def explain(assertion: Assertion, finding: Finding, decision: Decision) -> str:
    """Why the token is what it is."""
    sentence = _because(assertion, finding, decision)
    said = f"{sentence}; {finding.remark}" if finding.remark else sentence
    return f"{said[0].upper()}{said[1:]}."


def without_figures(assertion: Assertion) -> str:
    """What was read of a claim of which there are no figures, and what is missing."""
    of = f" of {assertion.about.replace('_', ' ')}" if assertion.about else ""
    whom = party_words(assertion.subject) if assertion.subject else "nobody in particular"
    read = f"“{assertion.written}”{of}" if assertion.written else assertion.measure.replace("_", " ")
    kind = "a figure of another kind" if assertion.measure == "other" else f"a claim of {assertion.measure}"
    return f"read was {read}, said of {whom}; that is {kind}, and there are no figures to hold it against"


def nearest_first(assertion: Assertion, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, those first that the figure claimed comes nearest to."""
    return tuple(sorted(candidates, key=lambda candidate: _distance(assertion.low, candidate.reference)))


def _because(assertion: Assertion, finding: Finding, decision: Decision) -> str:
    if decision.token == "outdated" and finding.outdated:
        return f"{finding.outdated[0].upper()}{finding.outdated[1:]}"
    first, *others = [candidate.reference for candidate in decision.deciding]
    match decision.ground:
        case "true":
            return _denied(assertion, tell(first)) + _elsewhere(finding, decision)
        case "no longer":
            newest = next(candidate.reference for candidate in decision.deciding if candidate.time == "now")
            if newest.fact and newest.fact == first.fact:
                return f"true when said, and no longer: {tell(first)}"
            return f"true when said, as {tell(first)}, but no longer: {tell_shortly(newest)}"
        case "earlier":
            return f"it was so earlier: {tell(first)}" + (f", but {tell_together(others)}" if others else "")
        case "other year":
            return f"right for another year: {tell(first)}; {tell_together(others)}"
        case "other basis":
            meant = [candidate.reference for candidate in decision.deciding if candidate.on_words]
            on_words = f"; as the words have it, {tell_together(meant)}" if meant else ""
            return f"true only on another basis: {tell(first)}{on_words}"
        case "near":
            return f"not quite: {tell(first)}" + _elsewhere(finding, decision)
        case _:
            return _wrong(assertion, [first, *others])


def _wrong(assertion: Assertion, references: Sequence[Reference]) -> str:
    clause = _denied(assertion, tell_together(references))
    right = right_figure(references[0])
    if assertion.denied or assertion.low is None or not right:
        return clause
    return f"{clause}; it would be right as {right}"


def _denied(assertion: Assertion, clause: str) -> str:
    return f"what is denied here stands against the record: {clause}" if assertion.denied else clause


def _elsewhere(finding: Finding, decision: Decision) -> str:
    """What the other bases that the words allow say, where it is something else."""
    shown = {id(candidate.reference) for candidate in decision.deciding}
    first = decision.deciding[0].reference
    rest = [
        candidate.reference
        for candidate in finding.candidates
        if candidate.time == "then" and candidate.on_words and id(candidate.reference) not in shown
    ]
    figures = [each for each in rest if each.value is not None and each.unit and same_unit(each, first)]
    return f"; on other bases it is {span_words(*spanned(figures), first.unit)}" if figures else ""


def _distance(claimed: float | None, reference: Reference) -> float:
    if claimed is None or reference.value is None:
        return 0.0
    scale = _MEGATONNE if (reference.unit or "").startswith("Mt") else 1.0
    return abs(abs(claimed) - abs(reference.value * scale))
