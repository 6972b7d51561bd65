"""The text as the grammar sees it: same length, same offsets, fewer kinds of space, dash and quote."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_ALIKE = {
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ", "\u2002": " ", "\u2003": " ", "\t": " ", "\r": " ",
    "’": "'", "‘": "'", "\u2212": "-", "\u2010": "-", "\u2011": "-", "—": "–", "₂": "2", "₄": "4", "İ": "I",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """``plain`` is the text with its look-alike characters made alike, ``low`` the same in lower case.

    Both are as long as ``text``, so that offsets are those of the text.
    """

    text: str
    plain: str
    low: str

    @classmethod
    def of(cls, text: str) -> Page:
        plain = text
        for character, common in _ALIKE.items():
            plain = plain.replace(character, common)
        plain = _LONE_BREAK.sub(" ", plain)
        return cls(text, plain, plain.lower())
