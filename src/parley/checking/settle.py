"""From all that a claim was held against to one token, and the candidates that decide it.

Supported where one basis that the words allow bears the claim out. A claim without a year is outdated when it was true
earlier, or when said, and is no longer; that wins over close and contradicted. Close when it is true only on
another basis than the words say, or only of a year at most three off. What no basis comes near is contradicted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from parley.checking.candidate import Candidate, Finding
from parley.checking.compare import turned
from parley.records.verdict import Token

Ground = Literal["true", "no longer", "earlier", "other basis", "other year", "near", "wrong", "nothing"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A token, the ground for it, and the candidates it rests on, the first the one to name."""

    token: Token
    ground: Ground
    deciding: tuple[Candidate, ...]


def settle(finding: Finding, *, denied: bool = False) -> Decision:
    """The token that a finding comes to; ``denied`` where the words say that it is not so."""
    decision = _settle(finding)
    if not denied:
        return decision
    if decision.ground == "earlier":
        return Decision("supported", "earlier", decision.deciding)
    if decision.ground == "no longer":
        return Decision("contradicted", "no longer", decision.deciding)
    return Decision(turned(decision.token), decision.ground, decision.deciding)


def _settle(finding: Finding) -> Decision:
    then = _of(finding, "then")
    if not then:
        return Decision("not_checkable", "nothing", ())
    allowed = [candidate for candidate in then if candidate.on_words] or then
    if true := _holding(allowed, "supported"):
        gone = _no_longer(finding, true)
        return Decision("outdated", "no longer", (*true, *gone)) if gone else Decision("supported", "true", true)
    if earlier := (_of(finding, "earlier") if finding.timeless else ()):
        latest = max(earlier, key=lambda candidate: candidate.reference.year or 0)
        return Decision("outdated", "earlier", (latest, *allowed))
    if past := _holding(allowed, "outdated"):
        return Decision("outdated", "earlier", past)
    if other := _holding(then, "supported"):
        return Decision("close", "other basis", (*other, *allowed))
    if close := _holding(allowed, "close"):
        return Decision("close", "near", close)
    if near := _of(finding, "near"):
        return Decision("close", "other year", (near[0], *allowed))
    return Decision("contradicted", "wrong", tuple(allowed))


def _of(finding: Finding, time: str) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate in finding.candidates if candidate.time == time)


def _holding(candidates: Sequence[Candidate], token: Token) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate in candidates if candidate.holds == token)


def _no_longer(finding: Finding, true: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The newest figures on the words' bases where a claim without a year, true when said, holds on none of them."""
    now = [candidate for candidate in _of(finding, "now") if candidate.on_words]
    still_true: tuple[Token, ...] = ("supported",) if finding.strict else ("supported", "close")
    if not finding.timeless or not now or any(candidate.holds in still_true for candidate in now):
        return ()
    bases = {candidate.reference.basis for candidate in now}
    still = [candidate for candidate in true if candidate.reference.basis not in bases]
    return () if still else tuple(now)
