"""The word lists of the grammar, read once from ``reading/lexicon/numbers.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(files("parley.reading").joinpath("lexicon", "numbers.toml").read_text("utf-8"))

CARDINALS: dict[str, float] = _DATA["cardinals"]
SCALES: dict[str, float] = _DATA["scales"]
VAGUE: dict[str, float] = _DATA["vague"]
SHORT_SCALES: dict[str, float] = _DATA["short_scales"]
MONEY_SCALES: dict[str, float] = _DATA["money_scales"]
ORDINALS: dict[str, float] = _DATA["ordinals"]
DENOMINATORS: dict[str, float] = _DATA["denominators"]
GLYPHS: dict[str, float] = _DATA["glyphs"]
MULTIPLES: dict[str, float] = _DATA["multiples"]
SPANS: dict[str, dict[str, Any]] = _DATA["spans"]
HEDGES: dict[str, list[str]] = _DATA["hedges"]
HEDGES_AFTER: dict[str, list[str]] = _DATA["hedges_after"]
SUPERLATIVES: list[str] = _DATA["ranks"]["superlatives"]
BARE_SUPERLATIVES: list[str] = _DATA["ranks"]["bare"]
RANK_VERBS: list[str] = _DATA["ranks"]["verbs"]
LABELS: list[str] = _DATA["labels"]["words"]
POSITIONS: dict[str, int] = _DATA["positions"]
TIMES: list[str] = _DATA["times"]["words"]
PER: dict[str, list[str]] = _DATA["per"]


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"
