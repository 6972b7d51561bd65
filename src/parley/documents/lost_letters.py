"""Letters that a wrong decoding has destroyed: found and marked, with what they may have been.

UTF-8 read as Latin-1 shows each byte as a letter of its own; when the control characters among them are then
dropped, ``ō`` (C5 8D) leaves a lone ``Å`` and ``’`` (E2 80 99) a lone ``â``. Such a loss cannot be undone; the bytes
that are left only say which letters it can have been.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

# Ã to È are the bytes C3 to C8, which lead the Latin letters of UTF-8.
_INSIDE_WORD = re.compile(r"(?<=[a-z])[Ã-È](?![A-ZÀ-Þ])")
_BEFORE_WORD = re.compile(r"(?<!\w)Ã(?=[a-z])")
# â is E2, which leads quotation marks, dashes and other signs.
_TWO_OF_THREE = re.compile(r"â[\xa0-\xb4\xb6-\xb9\xbb-\xbf]")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])â(?=(?:s|t|re|ve|ll|d|m)?(?![\w'’]))")
_OPENING = re.compile(r"(?<![\w-])â(?=[A-Z])")
_CLOSING = re.compile(r"(?<=[.,!?])â(?!\w)")
_DASH = re.compile(r"(?<= )â(?= )")
# In Windows-1252 the last byte of ” (E2 80 9D) has no letter at all.
_CP1252_CLOSING = re.compile(r"â€(?:\ufffd|(?![\u2018-\u201e\u2020-\u203a\u0152-\u017e\u02c6\u02dc\u2122¡-¿]))")
_REPLACED = re.compile("(?<!â€)\ufffd")
_LOST_SIGNS = re.compile("[Ã-Èâ\ufffd]")


class LostLetter(NamedTuple):
    """Letters are missing at ``start:end``; ``proposal`` holds every letter it can have been, None when any."""

    start: int
    end: int
    proposal: str | None


def find_lost_letters(text: str) -> list[LostLetter]:
    """All places in ``text`` where a letter was lost, in order."""
    if not _LOST_SIGNS.search(text):
        return []
    found: dict[int, LostLetter] = {}
    for pattern, propose in _RULES:
        for match in pattern.finditer(text):
            proposal = propose(match.group())
            if proposal or pattern is _REPLACED:
                found.setdefault(match.start(), LostLetter(match.start(), match.end(), proposal or None))
    return [found[start] for start in sorted(found)]


@cache
def _letters(lead: str, fits: Callable[[str], bool]) -> str:
    """The letters of two bytes that begin with ``lead`` and whose second byte is a Latin-1 control character."""
    candidates = (bytes((ord(lead), second)).decode("utf-8") for second in range(0x80, 0xA0))
    return "".join(letter for letter in candidates if letter.isalpha() and fits(letter))


def _small_letters(lead: str) -> str:
    return _letters(lead, str.islower)


def _capitals(lead: str) -> str:
    return _letters(lead, str.isupper)


def _signs_around(pair: str) -> str:
    """The signs E2 xx yy with ``yy`` known: general punctuation first, which is what texts hold."""
    last = ord(pair[1])
    return "".join(_printable(bytes((0xE2, 0x80, last))) or _printable(bytes((0xE2, 0x82, last))))


def _printable(sequence: bytes) -> Iterator[str]:
    return (sign for sign in sequence.decode("utf-8") if sign.isprintable())


_RULES: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (_INSIDE_WORD, _small_letters),
    (_BEFORE_WORD, _capitals),
    (_CP1252_CLOSING, lambda _: "”"),
    (_TWO_OF_THREE, _signs_around),
    (_APOSTROPHE, lambda _: "’"),
    (_OPENING, lambda _: "“‘"),
    (_CLOSING, lambda _: "”’"),
    (_DASH, lambda _: "–—"),
    (_REPLACED, lambda _: ""),
)
