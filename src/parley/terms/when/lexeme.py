"""Running text to runs of time words.

A run is an unbroken stretch of words of the vocabulary, numbers and a few marks, at least one of which can head a
time expression. Everything else in the text is passed over, so the parser sees only what may be a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, NamedTuple

from parley.terms.when.vocabulary import HEAD_WORDS, ROLES, Roles

_LEXEME = re.compile(
    r"""
      (?P<junk> (?:https?://|www\.)\S+ | [+(]\d[\d ()./-]{6,}\d | \d{2,4}[-.]\d{3}[-.]\d{4}\b
               | [$€£¥₹₩#№§]\s?\d[\d.,]* )
    | (?P<iso> \d{4}-\d\d-\d\d (?!\d|-) ) (?: T\d\d:?\d\d\S* )?
    | (?P<slashed> \d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/]) | \d{4}/\d{1,2}/\d{1,2}(?![\d/])
                 | \d{1,2}\.\d{1,2}\.\d{4}(?![\d.]) | \d{1,2}-\d{1,2}-\d{4}(?![\d-]) )
    | (?P<clock> \d{1,2}:\d\d(?::\d\d)? (?: \s?[ap]\.?m\b\.? )? | \d{1,2}\s?[ap]\.?m\b\.? )
    | (?P<number> \d+(?:[.,]\d+)* ) (?P<suffix> ['’]?s\b | [^\W\d_]+ | \s?% )?
    | (?P<word> [^\W\d_]\w* )
    | (?P<possessive> ['’]s?(?!\w) )
    | (?P<mark> [-‐‑–—~,/½] )
    """,
    re.VERBOSE,
)
_ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_NO_ROLES: Roles = MappingProxyType({})  # frozen, so that every lexeme may share it
_SPACED = re.compile(r"[ \t\u00a0\u202f]*\n?[ \t\u00a0\u202f]*")
_AFTER_ABBREVIATION = re.compile(r"\.\s{0,2}")


class Lexeme(NamedTuple):
    """One word, number or mark; ``kind`` is the name of its group, ``word`` its text in lower case."""

    kind: str
    text: str
    word: str
    start: int
    end: int
    roles: Roles = _NO_ROLES
    number: float | None = None
    suffix: str = ""
    glued: bool = False

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    def is_digits(self, least: int, most: int) -> bool:
        """A bare whole number of so many digits: no suffix, point or separator."""
        return self.kind == "number" and not self.suffix and least <= len(self.text) <= most and self.text.isdigit()


_BEYOND = Lexeme("beyond", "", "", 0, 0)
_MARGIN = 8  # farther than any rule looks past the end, or back before the start


class Run:
    """A run with the questions that the grammar asks of it. ``loose``: its whole text is known to be a time.

    Positions beyond either end are answered as by a lexeme without any role.
    """

    __slots__ = ("_lexemes", "length", "loose")

    def __init__(self, lexemes: list[Lexeme], loose: bool = False) -> None:
        self.length = len(lexemes)
        self.loose = loose
        # Negative positions count from the end of a list, so one margin serves both ends.
        self._lexemes = [*lexemes, *[_BEYOND] * _MARGIN]

    def __getitem__(self, i: int) -> Lexeme:
        return self._lexemes[i]

    def role(self, i: int, name: str) -> Any:
        """The value of a role of the lexeme at ``i``, or None."""
        return self._lexemes[i].roles.get(name)

    def at(self, i: int, *words: str) -> bool:
        return self._lexemes[i].word in words

    def skip(self, i: int, *words: str) -> int:
        """The position after ``i`` when one of the words stands there, else ``i``."""
        return i + 1 if self._lexemes[i].word in words else i

    def skip_roles(self, i: int, name: str) -> int:
        """The first position from ``i`` on without the role."""
        while name in self._lexemes[i].roles:
            i += 1
        return i


def runs(text: str) -> Iterator[list[Lexeme]]:
    """Stretches of time words of ``text``, in order; only those that can hold an expression."""
    run: list[Lexeme] = []
    headed = False
    end = -1
    for found in _LEXEME.finditer(text):
        lexeme = _lexeme(found, found.start() == end)
        if run and (lexeme is None or not _joined(text, run[-1], found.start())):
            if headed:
                yield run
            run, headed = [], False
        end = found.end()
        if lexeme is not None:
            run.append(lexeme)
            headed = headed or _is_head(lexeme)
    if headed:
        yield run


def _joined(text: str, before: Lexeme, start: int) -> bool:
    """Whether nothing but space, or the point of an abbreviation, lies between two lexemes."""
    if before.end == start:
        return True
    gap = text[before.end : start]
    if _SPACED.fullmatch(gap):
        return True
    abbreviated = (
        before.kind == "word" and len(before.text) <= 4 and ("month" in before.roles or "weekday" in before.roles)
    )
    return abbreviated and _AFTER_ABBREVIATION.fullmatch(gap) is not None


def _is_head(lexeme: Lexeme) -> bool:
    if lexeme.kind == "word":
        return lexeme.word in HEAD_WORDS
    if lexeme.kind == "number":
        return lexeme.text.isdigit() and (len(lexeme.text) == 4 or lexeme.suffix.endswith("s"))
    return lexeme.kind in ("iso", "slashed", "clock")


def _lexeme(found: re.Match[str], glued: bool) -> Lexeme | None:
    """The lexeme of a match, or None for what no time expression contains."""
    kind = found.lastgroup
    text = found.group()
    if kind == "word" or kind == "mark":
        word = text.lower()
        roles = ROLES.get(word)
        return None if roles is None else Lexeme(kind, text, word, found.start(), found.end(), roles, glued=glued)
    if kind is None or kind == "junk":
        return None
    if kind == "number" or kind == "suffix":
        return _number(found, glued)
    return Lexeme(kind, found.group(kind), text.lower(), found.start(), found.end(), glued=glued)


def _number(found: re.Match[str], glued: bool) -> Lexeme | None:
    digits, suffix = found.group("number"), (found.group("suffix") or "").lower()
    if suffix.strip() == "%" or len(digits) > 12:
        return None
    roles: dict[str, Any] = {}
    end = found.end()
    if suffix in _ORDINAL_SUFFIXES and digits.isdigit():
        roles["ordinal"] = int(digits)
    elif suffix and suffix not in ("s", "'s", "’s"):
        return None
    elif suffix in ("'s", "’s") and not digits.endswith("0"):
        suffix, end = "", found.end("number")
    plain = digits.replace(",", "")
    value = float(plain) if plain.replace(".", "", 1).isdigit() else None
    return Lexeme("number", digits, digits, found.start(), end, roles, value, suffix, glued)
