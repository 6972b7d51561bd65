"""What a stretch of words is about, as a token of ``lexicon/issues.toml``."""

from __future__ import annotations

import re
from functools import cache

from parley.reading.lexicon import any_spacing, load


@cache
def issues() -> tuple[str, ...]:
    """All tokens, in the order of the table."""
    return tuple(token for tier in ("specific", "general") for token in load("issues")[tier])


def find_issue(text: str) -> tuple[str, int] | None:
    """The issue named first in ``text`` (lower case) and where; a general one only where there is no specific one."""
    for tier in ("specific", "general"):
        if (found := _pattern(tier).search(text)) and found.lastgroup:
            return found.lastgroup, found.start()
    return None


@cache
def _pattern(tier: str) -> re.Pattern[str]:
    rows: dict[str, list[str]] = load("issues")[tier]
    groups = (rf"(?P<{token}>\b(?:{'|'.join(words)})\b)" for token, words in rows.items())
    return re.compile(any_spacing("|".join(groups)))
