"""From an assertion to a verdict.

No clock: the day of the check is an argument, and without one it is the day up to which the tables in use go.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from parley.checking.assertion import GOAL, Assertion
from parley.checking.candidate import Finding
from parley.checking.explain import explain, nearest_first, without_figures
from parley.checking.registry import CHECKS
from parley.checking.sense import absurd, wrong_unit
from parley.checking.settle import Decision, settle
from parley.checking.times import newest_day
from parley.errors import InventoryError
from parley.records.verdict import Reference, Verdict

_BASES_NAMED = 3
_SINCE = re.compile(r"since (?:the year )?(\d{4})")


def check_assertion(assertion: Assertion, *, today: date | None = None) -> Verdict:
    """The verdict on one assertion, judged for the time it speaks of and for ``today``.

    Never raises on odd input: what cannot be checked gets ``not_checkable`` with the reason in plain words.
    """
    if problem := wrong_unit(assertion):
        return _not_checkable(assertion, problem)
    if assertion.status == GOAL:
        return _not_checkable(assertion, "the words tell of a goal, which no figure of what there is can bear out")
    check = CHECKS.get(assertion.measure)
    if check is None:
        return _not_checkable(assertion, without_figures(assertion))
    try:
        finding = check(assertion, today or newest_day())
    except (InventoryError, ValueError) as error:
        return _not_checkable(assertion, str(error))
    decision = settle(finding, denied=assertion.denied and not finding.denial_judged)
    if decision.token == "not_checkable":
        return _not_checkable(
            assertion, f"not on record: {finding.missing}" if finding.missing else "nothing is on record"
        )
    if decision.token == "supported" and assertion.unread and not _held_since(assertion, today):
        return _not_checkable(
            assertion, f"only a part of the sentence was understood, not what it says with “{assertion.unread}”"
        )
    if decision.ground == "near":
        decision = replace(decision, deciding=nearest_first(assertion, decision.deciding))
    reason = explain(assertion, finding, decision)
    if odd := absurd(assertion):
        reason = f"{odd[0].upper()}{odd[1:]}; {reason}"
    return Verdict(
        claim=assertion.report,
        token=decision.token,
        basis=_basis(decision),
        reason=reason,
        confidence=finding.confidence,
        references=_references(finding, decision),
    )


def _held_since(assertion: Assertion, today: date | None) -> bool:
    """Whether what was not read is only since when it is so, and it was so in that year already."""
    found = _SINCE.fullmatch(assertion.unread or "")
    if found is None:
        return False
    return check_assertion(replace(assertion, year=int(found[1]), unread=None), today=today).token == "supported"


def _basis(decision: Decision) -> str:
    """The bases that decide, the first few by name."""
    bases = tuple(dict.fromkeys(candidate.reference.basis for candidate in decision.deciding))
    more = len(bases) - _BASES_NAMED
    return "; ".join(bases[:_BASES_NAMED]) + (f"; and {more} more" if more > 0 else "")


def _references(finding: Finding, decision: Decision) -> tuple[Reference, ...]:
    """Every reference once, those that decide first."""
    first = [candidate.reference for candidate in decision.deciding]
    shown = {id(reference) for reference in first}
    others = (each.reference for each in finding.candidates if id(each.reference) not in shown)
    return (*first, *others, *finding.context)


def _not_checkable(assertion: Assertion, missing: str) -> Verdict:
    reason = f"{missing[0].upper()}{missing[1:]}" if missing else "Nothing is on record"
    return Verdict(
        claim=assertion.report,
        token="not_checkable",
        reason=reason if reason.endswith(".") else f"{reason}.",
        missing=missing,
    )
