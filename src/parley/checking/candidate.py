"""What a claim is held against: a reference, what it says of the claim, and of which time it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from parley.records.verdict import Reference, Token

Time = Literal["then", "now", "earlier", "near"]
"""``then``: the time that the claim speaks for; ``now``: the newest figures; ``earlier``: an earlier time at which the
claim was true; ``near``: a year at most three off the one named, for which it is true."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reference that may decide, and what it alone says of the claim (``holds``).

    ``on_words`` is false for a basis that the words of the claim do not allow.
    """

    reference: Reference
    time: Time = "then"
    on_words: bool = True
    holds: Token = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "holds", self.reference.holds)


@dataclass(frozen=True, slots=True)
class Finding:
    """All that was found for an assertion.

    ``timeless`` is true where the claim names no time of its own, so that it can be outdated. ``missing`` says what
    figures there are none of; without a ``then`` candidate it is the reason that nothing can be checked. ``remark`` is
    said beside the verdict whatever it is, ``context`` are references that judge nothing. ``confidence`` is how sure it
    is that the words mean what was checked; ``denial_judged``, that "is not" is already reckoned with. ``strict``
    claims ("more than") are no longer true as soon as they are not met, others only when they are not even close.
    ``outdated`` is the reason in words where that is what it comes to.
    """

    candidates: tuple[Candidate, ...] = ()
    timeless: bool = False
    missing: str = ""
    remark: str = ""
    confidence: float = 1.0
    context: tuple[Reference, ...] = ()
    denial_judged: bool = False
    strict: bool = False
    outdated: str = ""
