"""The lexicon of pledges as regular expressions, compiled once."""

from __future__ import annotations

import re
from functools import cache

from parley.reading.lexicon import load


def alternatives(*keys: str) -> str:
    """An expression for any word of the lists ``keys`` of the lexicon; ``cues.urged`` names a list of a table."""
    return "(?:" + "|".join(fragment for key in keys for fragment in _listed(key)) + ")"


def phrase(template: str, flags: int = 0) -> re.Pattern[str]:
    """``template`` compiled, with ``<list>`` standing for any word of that list of the lexicon."""
    return re.compile(re.sub(r"(?<!P)<([a-z_.]+)>", lambda name: alternatives(name.group(1)), template), flags)


@cache
def _listed(key: str) -> tuple[str, ...]:
    table = load("pledges")
    for part in key.split("."):
        table = table[part]
    return tuple(table)
