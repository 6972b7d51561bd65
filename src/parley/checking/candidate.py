"""What a claim is held against: a reference, what it says of the claim, and of which time it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from parley.records.verdict import Reference, Token

Time = Literal["then", "now", "earlier", "near"]
"""``then``: the time that the claim speaks for; ``now``: the newest figures; ``earlier``: an earlier time at which the
claim was true; ``near``: a year at most three off the one named, for which it is true."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reference that may decide. ``on_words`` is false for a basis that the words of the claim do not allow."""

    reference: Reference
    time: Time = "then"
    on_words: bool = True

    @property
    def holds(self) -> Token:
        """What this reference alone says of the claim."""
        return self.reference.holds


@dataclass(frozen=True, slots=True)
class Finding:
    """All that was found for an assertion.

    ``timeless`` is true where the claim names no time of its own, so that it can be outdated. ``missing`` says what
    figures there are none of; without a ``then`` candidate it is the reason that nothing can be checked. ``remark`` is
    said beside the verdict whatever it is; ``confidence`` is how sure it is that the words mean what was checked;
    ``denial_judged`` that "is not" is already reckoned with.
    """

    candidates: tuple[Candidate, ...] = ()
    timeless: bool = False
    missing: str = ""
    remark: str = ""
    confidence: float = 1.0
    denial_judged: bool = False


def finding_of_facts(references: Sequence[Reference]) -> Finding:
    """The finding of a check of facts, whose references say for themselves of which time they are."""
    known = [reference for reference in references if reference.holds != "not_checkable"]
    missing = "; ".join(dict.fromkeys(each.fact for each in references if each.holds == "not_checkable"))
    return Finding(
        tuple(Candidate(reference, reference.as_of) for reference in known),
        timeless=True,
        missing=missing,
        denial_judged=True,
    )
