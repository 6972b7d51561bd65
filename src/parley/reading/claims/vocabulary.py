"""The lexicon of claims as regular expressions, compiled once."""

from __future__ import annotations

import re
from functools import cache

from parley.reading.lexicon import load


def phrase(template: str) -> re.Pattern[str]:
    """``template`` compiled, with ``<list>`` standing for any word of that list of the lexicon."""
    return re.compile(re.sub(r"(?<!P)<([a-z_]+)>", lambda name: _alternatives(name.group(1)), template))


@cache
def _alternatives(key: str) -> str:
    return "(?:" + "|".join(load("claims")[key]) + ")"
