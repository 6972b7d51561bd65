"""The lexicon of pledges as regular expressions, compiled once."""

from __future__ import annotations

import re
from functools import cache

from parley.reading.lexicon import any_spacing, load

_NAME = re.compile(r"(?<!P)<([a-z_.]+)>")


def phrase(template: str) -> re.Pattern[str]:
    """``template`` compiled, with ``<list>`` standing for any word of that list of the lexicon.

    ``<cues.urged>`` is a list in a table. ``<hedges>`` stands for any number of hedge words, each with its space.
    """
    return re.compile(any_spacing(_NAME.sub(_alternatives, template)))


def listed(key: str) -> frozenset[str]:
    """The words of a list as a set."""
    return frozenset(_list(key))


def _alternatives(name: re.Match[str]) -> str:
    words = "(?:" + "|".join(_list(name.group(1))) + ")"
    return f"(?:{words} )*" if name.group(1) == "hedges" else words


@cache
def _list(key: str) -> tuple[str, ...]:
    table = load("pledges")
    for part in key.split("."):
        table = table[part]
    return tuple(table)
