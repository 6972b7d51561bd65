"""The words of lexicon/frames.toml as regular expressions, and what they say of a stretch of a sentence."""

from __future__ import annotations

import re
from functools import cache

from parley.reading.claims.vocabulary import phrase, tokens
from parley.reading.lexicon import load


@cache
def frame(table: str, name: str) -> re.Pattern[str]:
    """The expression ``name`` of a table of lexicon/frames.toml, compiled."""
    return phrase(load("frames")[table][name])


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, phrase(pattern)) for kind, pattern in load("frames")["wholes"].items())


def kind_of(words: str) -> str | None:
    """What ``words``, the phrase that a share is of, are a whole of; None for what there are no figures of."""
    kind = next((kind for kind, pattern in _kinds() if pattern.search(words)), None)
    return None if kind == "nothing" else kind


def source_in(words: str, *, last: bool = False) -> str | None:
    """The source of power that ``words`` name first, or last; of two names at one place the longer one."""
    found = [
        (match.start(), -match.end(), token) for token, form in tokens("sources") for match in form.finditer(words)
    ]
    if not found:
        return None
    place = max(found)[0] if last else min(found)[0]
    around = [each for each in found if each[0] == place or (last and each[0] <= place < -each[1])]
    return min(around, key=lambda each: (each[1] + each[0], each[0]))[2]


def is_summed(words: str) -> bool:
    """Whether all that was ever emitted is meant."""
    return frame("history", "summed").search(words) is not None


def names_world(words: str) -> bool:
    """Whether the words are of the world's whole."""
    return frame("world", "named").search(words) is not None
