"""Which office a title names: "Minister of Ecology and Environment" is an ``environment_minister``.

The vocabulary is ``data/offices.toml``; tokens are those of the ``office`` column of ``data/holders.csv``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from parley.terms.folding import fold
from parley.terms.parties import find_names

_SEGMENT = re.compile(r",|;|/|&|\band\b")
_MINISTRY = re.compile(r"\b(?:ministry|department)\b", re.I)
_NUMBERED_SUMMIT = re.compile(r"\bcop ?\d+\b")

Phrases = Mapping[str, str]
"""Office by phrase."""


@lru_cache(maxsize=4096)
def office_of(title: str) -> str | None:
    """The canonical office that a title phrase names, or None: an aide's title names none.

    Country names and words such as "former" do not matter. A deputy has an office only where deputies have one of
    their own (``deputy_foreign_minister``, ``deputy_head_of_government``, …).
    """
    words = _words(title)
    if led := _by_institution(words):
        return led
    if named := _longest_phrase(words):
        return None if named == "nobody" else named
    if _contains_any(words, _list("subordinates")):
        return None
    office = _by_head(title.partition(" and ")[0]) or _by_subject(words)
    if office and office != "vice_president" and _contains_any(words, _list("deputies")):
        return f"deputy_{office}" if f"deputy_{office}" in _table()["phrases"] else None
    return office or next(filter(None, map(_by_head, _SEGMENT.split(title))), None)


@lru_cache(maxsize=1024)
def office_leading(body: str) -> str | None:
    """The office of whoever leads a body: a ministry by its minister, an institution by its head."""
    if named := _led_bodies().get(_words(body)):
        return named
    if _MINISTRY.search(body):
        return office_of(_MINISTRY.sub("minister", body))
    return office_of(f"{body} chief")


def passing_words() -> frozenset[str]:
    """Words such as "former" and "acting", which say when and how an office is held, not which."""
    return _list("passing")


def _longest_phrase(words: str) -> str | None:
    padded = f" {words} "
    return next((office for phrase, office in _phrases().items() if f" {phrase} " in padded), None)


def _by_institution(words: str) -> str | None:
    """The office of whoever leads an institution that the title names: "IEA chief", "head of the IMF"."""
    for institution, office in _table()["institutions"].items():
        rest = re.sub(rf"\b{institution}\b", " ", words)
        if rest != words and _without_passing_words(rest) in _list("leaders.words"):
            return str(office)
    return None


def _by_head(segment: str) -> str | None:
    """The office of a title that is whole by itself, such as "then-US President"."""
    pieces, position = [], 0
    for name in find_names(segment):
        pieces.append(segment[position : name.start])
        position = name.end
    return _heads().get(_without_passing_words(_words(" ".join([*pieces, segment[position:]]))))


def _by_subject(words: str) -> str | None:
    """The office of a minister, secretary or commissioner: the subject named first decides, the longest there."""
    split = words.split()
    is_commissioner = "commissioner" in split
    if not is_commissioner and not _contains_any(words, _list("minister_heads")):
        return None
    for index in range(len(split)):
        for length in range(min(4, len(split) - index), 0, -1):
            office = _subjects().get(" ".join(split[index : index + length]))
            if office and is_commissioner:
                return office.replace("_minister", "_commissioner")
            if office:
                return office
    return None


def _without_passing_words(words: str) -> str:
    return " ".join(word for word in words.split() if word not in _list("passing"))


def _words(title: str) -> str:
    """The title folded, in one spelling, small words left out; "COP26" is "cop"."""
    folded = _NUMBERED_SUMMIT.sub("cop", fold(title.replace("'s ", " ").replace("’s ", " ").replace("U.S.", "US")))
    small = _list("small")
    words = " ".join(word for word in folded.split() if word not in small)
    return _spelling_pattern().sub(lambda found: _table()["spellings"][found.group()], words)


def _contains_any(words: str, vocabulary: Iterable[str]) -> bool:
    padded = f" {words} "
    return any(f" {word} " in padded for word in vocabulary)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("parley.terms").joinpath("data", "offices.toml").read_text(encoding="utf-8"))


@cache
def _list(name: str) -> frozenset[str]:
    section, _, key = name.partition(".")
    return frozenset(_table()[section][key] if key else _table()[section])


@cache
def _phrases() -> Phrases:
    """Longest phrase first; of one length in the order of the file."""
    table = _by_phrase("phrases")
    return dict(sorted(table.items(), key=lambda entry: -len(entry[0].split())))


@cache
def _heads() -> Phrases:
    return _by_phrase("heads")


@cache
def _led_bodies() -> Phrases:
    return _by_phrase("bodies")


@cache
def _subjects() -> Phrases:
    return _by_phrase("subjects")


def _by_phrase(section: str) -> Phrases:
    return {phrase: office for office, phrases in _table()[section].items() for phrase in phrases}


@cache
def _spelling_pattern() -> re.Pattern[str]:
    longest_first = sorted(_table()["spellings"], key=lambda words: (-len(words), words))
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")
