"""Small matters of plain English: lists, articles, and text on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.terms.parties import name_of

# Names that take an article inside a sentence; name_of("WLD") brings its own.
_WITH_ARTICLE = (
    *("ARE", "BHS", "CAF", "COD", "COG", "COM", "CZE", "DOM", "EUU", "FSM", "GBR", "GMB"),
    *("MDV", "MHL", "NLD", "PHL", "SLB", "SYC", "USA", "G7", "G20", "G77", "V20"),
)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def and_list(words: Sequence[str], limit: int | None = None) -> str:
    """``a, b and c``; beyond ``limit`` the rest is counted: ``a, b and 3 others``."""
    if limit is not None and len(words) > limit + 1:
        words = [*words[:limit], f"{len(words) - limit} others"]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """``1 document``, ``5 documents``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def party_in_prose(code: str) -> str:
    """A Party's name as a sentence has it: ``the United States``, ``Japan``."""
    return f"the {name_of(code)}" if code in _WITH_ARTICLE else name_of(code)


def party_heading(code: str) -> str:
    """A Party's name standing alone: ``United States``, ``The world``."""
    return capitalised(name_of(code))


def capitalised(words: str) -> str:
    """``words`` with a capital first letter, the others left as they are."""
    return words[:1].upper() + words[1:]


def possessive(name: str) -> str:
    """``John Doe's``, ``the Philippines’``."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def tidy(text: str, keep_start: bool = False, keep_end: bool = False) -> str:
    """``text`` on one line with single spaces, its outer ones left out unless kept.

    Characters that a page cannot show or that would turn the direction of the text around it become U+FFFD.
    """
    line = re.sub(r"\s+", " ", _UNPRINTABLE.sub("\ufffd", text))
    start = " " if keep_start and line[:1] == " " else ""
    end = " " if keep_end and line[-1:] == " " else ""
    return f"{start}{line.strip()}{end}" if line.strip() else (start or end)


def words_of(token: str) -> str:
    """A vocabulary's token as words: ``human_rights`` is ``human rights``."""
    return token.replace("_", " ")
