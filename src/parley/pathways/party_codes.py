"""A Party as a user names it, to the code of its pathway."""

from __future__ import annotations

from parley.errors import InventoryError, UsageError
from parley.inventory.members import EU
from parley.pathways.areas import area_of
from parley.terms.parties import find_code, is_group, name_of, parties


def party_code(words: str, said: str) -> str:
    """The code of a Party with a pathway of its own, given as code or name; ``said`` is what an error begins with.

    Raises UsageError for what is no Party, for a group, for a member of the EU, whose target is the EU's, and for an
    area without emissions of its own.
    """
    upper = words.strip().upper()
    code = upper if upper in parties() else find_code(words.strip())
    if code is None:
        raise UsageError(f"{said}: {words!r} is no Party; give a code such as CHN, EUU, USA")
    if is_group(code):
        raise UsageError(f"{said}: {name_of(code)} is no Party with a pathway of its own; name its members")
    if code in parties()[EU].members:
        raise UsageError(f"{said}: {name_of(code)} is within the EU's target and adds nothing to it; name EUU")
    try:
        area_of(code)
    except InventoryError as error:
        raise UsageError(f"{said}: {error}") from error
    return code
