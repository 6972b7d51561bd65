"""What checking says of a claim: one of five tokens, with the figures that decide it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from parley.records.base import Record

Token = Literal["supported", "close", "contradicted", "outdated", "not_checkable"]
"""From DESIGN's table of when a verdict is which; docs/explanation/checking.md has examples of each."""

SEVERITY: tuple[Token, ...] = ("contradicted", "outdated", "close", "supported", "not_checkable")
"""The worst first: a sentence with several claims has the first of these that one of them has."""


class Reference(Record):
    """One figure or fact of record that a claim was held against.

    ``value`` is in ``unit`` (or None for a fact, which ``fact`` then tells in words); ``basis`` says how it is counted;
    ``holds`` is what this basis alone would say of the claim. ``as_of`` tells the figures of the time for which the
    claim speaks (``then``) from the newest (``now``).
    """

    party: str | None = None
    quantity: str
    basis: str
    year: int | None = None
    value: float | None = None
    unit: str | None = None
    fact: str = ""
    source: str
    """Name, version and licence of the data set, or where the fact is on record."""
    holds: Token
    as_of: Literal["then", "now"] = "then"


class Verdict(Record):
    """The token, the basis that decides it, why in one sentence, and every reference looked at.

    ``claim`` is the id of the report that was checked; ``confidence`` (0 to 1) how sure it is that the words mean what
    was checked; ``missing`` what figures a claim that is not checkable would need. Never a token other than
    ``not_checkable`` without a basis and a reference.
    """

    claim: str | None = None
    token: Token
    basis: str = ""
    reason: str
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
    references: tuple[Reference, ...] = ()
    missing: str = ""

    @model_validator(mode="after")
    def _rests_on_something(self) -> Verdict:
        if self.token != "not_checkable" and not (self.basis and self.references):
            raise ValueError(f"a verdict of {self.token} needs a basis and a reference")
        return self


def worst(tokens: tuple[Token, ...]) -> Token:
    """The token of a sentence whose claims have these; ``not_checkable`` when there are none."""
    return next((token for token in SEVERITY if token in tokens), "not_checkable")
