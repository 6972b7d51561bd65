"""Sentences out of patterns: ``[one|other|]`` takes one of several wordings, ``{slot}`` a word that is filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from random import Random

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


def choose(patterns: Sequence[str], rng: Random) -> str:
    """One of the patterns, its wordings chosen."""
    pattern = rng.choice(patterns)
    while found := _CHOICE.search(pattern):
        pattern = pattern[: found.start()] + rng.choice(found[1].split("|")) + pattern[found.end() :]
    return pattern


def slots(pattern: str) -> list[str]:
    """The slots of a pattern in their order."""
    return _SLOT.findall(pattern)


def fill(pattern: str, words: Mapping[str, str]) -> str:
    """The sentence: slots filled, spaces and commas tidied, a capital first."""
    text = _SLOT.sub(lambda found: words[found[1]], pattern)
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,.;])", r"\1", text)
    text = re.sub(r",(?=[,.])", "", text)
    return text[0].upper() + text[1:]
