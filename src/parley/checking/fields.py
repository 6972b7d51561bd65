"""Among whom a rank is: the world, the members of a group, or some part of the world that there is no list of."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.checking.assertion import Assertion
from parley.checking.continents import continent_of
from parley.checking.places import check_among
from parley.errors import InventoryError
from parley.terms.parties import find_code, is_group, parties

_WORLD = re.compile(r"(?:the )?(?:world|planet|globe|earth)(?:'s)?", re.I)
_WITHIN = re.compile(
    r"\b(?:emitters?|polluters?|economy|economies|consumers?|users?|fleet|capacity|population)"
    r"(?: of (?:CO2|carbon(?: dioxide)?|greenhouse gas(?:es)?|coal|methane))?,? (?:in|within|of|among) (?:the )?"
    r"(?P<where>(?!CO2|CH4|GHG|Carbon|Greenhouse|Methane)[A-Z][\w-]*(?: (?:and )?[A-Z][\w-]*)*|bloc|region|continent)"
)
_POSSESSED = re.compile(
    r"\b(?P<where>[A-Z][\w-]*(?: [A-Z][\w-]*)*|bloc|region|continent)['’]s? "
    r"(?:(?:second|third|fourth|fifth|\w+th)[- ])?(?:largest|biggest|top|leading|main|most populous)\b"
)


def field_of(assertion: Assertion) -> str | None:
    """The code of the group to rank within, None for the world.

    By what is compared with, the unit ("rank in G20"), else the words ("the largest economy in Europe"). Raises
    InventoryError where nobody has a list of who belongs there.
    """
    if assertion.against:
        return check_among(assertion.against[0])
    unit = assertion.unit or "rank"
    where = unit.removeprefix("rank in ") if unit.startswith("rank in ") else _where(assertion.words)
    return None if where is None else _group(where)


@lru_cache(maxsize=1024)
def _where(words: str) -> str | None:
    found = _WITHIN.search(words) or _POSSESSED.search(words)
    return None if found is None or _WORLD.fullmatch(found["where"]) else found["where"]


def _group(words: str) -> str:
    if continent := continent_of(words):
        return continent
    code = find_code(words) or find_code(words.upper()) or find_code(words.title())
    if code is None or not (is_group(code) or parties()[code].members):
        raise InventoryError(f"there is no list of who belongs to {words}, so there is no order within it")
    return check_among(code)
