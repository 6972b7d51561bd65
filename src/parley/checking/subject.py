"""Of whom a claim speaks, and whom it compares, as codes that the inventory understands."""

from __future__ import annotations

from parley.checking.assertion import Assertion
from parley.checking.wording import party_words
from parley.errors import InventoryError
from parley.terms.parties import find_code

WORLD = "WLD"


def subject_of(assertion: Assertion) -> str:
    """The Party, or the sum of Parties (``CHN+USA``). Raises InventoryError when none is named or known."""
    if assertion.subjects:
        return "+".join(_code(each) for each in assertion.subjects)
    if not assertion.subject:
        raise InventoryError("the words do not tell of whom this is said, so there is nothing to hold it against")
    return "+".join(_code(each) for each in assertion.subject.split("+"))


def others_of(assertion: Assertion) -> tuple[str, ...]:
    """Those compared with, one by one or, where their sum is meant, as one. Raises InventoryError for one unknown."""
    codes = tuple(_code(each) for each in assertion.against)
    return ("+".join(codes),) if assertion.together and codes else codes


def whole_of(assertion: Assertion) -> str:
    """What a share is of: the world, or the group that is named. Raises InventoryError for a share of oneself."""
    whole = others_of(assertion)[0] if assertion.against else WORLD
    if whole == subject_of(assertion):
        raise InventoryError(f"{party_words(whole)} as a share of itself is nothing to check")
    return whole


def _code(words: str) -> str:
    if (code := find_code(words)) is None:
        raise InventoryError(f"there are no figures of {words!r}: it is no Party or group that the inventory knows")
    return code
