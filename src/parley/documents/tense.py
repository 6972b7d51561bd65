"""Whether what a text tells lies behind its writer or ahead, by the words of ``lexicon/dating.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

Tense = Literal["past", "future"]

_REACH = 160
_CLAUSE_END = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘A-Z])|\n\s*\n|[;]")


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """The tense of ``text[start:end]``: that of the nearest word before it in its sentence, else of the first after.

    None when there is no such word, or when it says what should or could be.
    """
    before = list(_cues().finditer(_clause_before(text, start)))
    if before:
        return _tense(before[-1])
    after = _cues().search(_CLAUSE_END.split(text[end : end + _REACH], maxsplit=1)[0])
    return _tense(after) if after else None


def is_trip(text: str, start: int) -> bool:
    """Whether the sentence before ``start`` tells of a trip or a meeting someone is going to."""
    return _words("trip").search(_clause_before(text, start)) is not None


def tense_before(text: str, start: int) -> Tense | None:
    """The tense of the nearest word before ``start`` in its sentence."""
    cues = list(_cues().finditer(_clause_before(text, start)))
    return _tense(cues[-1]) if cues else None


def straight_before(text: str, start: int) -> Tense | None:
    """Whether the summit named at ``start`` lies ahead or behind, by the words straight before it."""
    before = text[max(0, start - 60) : start].rstrip("( ") + " "
    if _straight_before("ahead_of_summit").search(before):
        return "future"
    return "past" if _straight_before("behind_summit").search(before) else None


def _clause_before(text: str, start: int) -> str:
    return _CLAUSE_END.split(text[max(0, start - _REACH) : start])[-1]


def _tense(cue: re.Match[str]) -> Tense | None:
    if cue["past"]:
        return "past"
    return "future" if cue["future"] else None


@cache
def vocabulary() -> dict[str, Any]:
    """The lexicon as it stands in its file."""
    return tomllib.loads(
        resources.files("parley.documents").joinpath("lexicon/dating.toml").read_text(encoding="utf-8")
    )


@cache
def _cues() -> re.Pattern[str]:
    groups = {name: "|".join(vocabulary()[name]) for name in ("future", "unreal", "neutral", "past")}
    participle = rf"(?!(?:{'|'.join(vocabulary()['no_participles'])})\b)(?-i:[a-z]{{3,}}ed)"
    # "will probably be held" is one word here, so that "held" is not taken for the past.
    passive = r"(?:(?:\s+\w+){0,3}?\s+(?:be|have)(?:\s+been)?(?:\s+\w+ly)?\s+\w+)?"
    return re.compile(
        rf"\b(?:(?P<future>(?:{groups['future']}){passive})|(?P<unreal>(?:{groups['unreal']}){passive}|{groups['neutral']})|(?P<past>{groups['past']}|{participle}))\b",
        re.I,
    )


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(vocabulary()[name])})\b", re.I)


@cache
def _straight_before(name: str) -> re.Pattern[str]:
    """The words at the end, with at most three small words between them and the summit."""
    return re.compile(rf"\b(?:{'|'.join(vocabulary()[name])})\s+(?:[\w’'-]+\s+){{0,3}}\Z", re.I)
