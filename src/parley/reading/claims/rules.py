"""The constructions that make a number a figure of something: the table of lexicon/figures.toml, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from parley.reading.claims.vocabulary import phrase
from parley.reading.lexicon import load
from parley.records.claim import Measure

Holder = Literal["subject", "home", "whole", "world", "nobody"]
Guard = Literal["none", "verb", "clause"]

_DIMENSIONS: Mapping[str, tuple[str, ...]] = {
    "share": ("percent", "fraction"),
    "tonnes": ("emissions", "mass"),
    "power": ("power",),
    "multiple": ("multiple",),
    "temperature": ("temperature",),
    "area": ("area",),
    "duration": ("duration",),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A number means ``measure`` where the words around it fit.

    ``before`` must end at the number, ``after`` begin behind it, ``line`` occur in the sentence, ``unless`` not occur
    in its clause. ``holder`` tells how the one it is said of is found, ``guard`` where words of wishing undo it,
    ``unit`` what the figure is in, where not its own.
    """

    measure: Measure
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    line: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    holder: Holder = "subject"
    guard: Guard = "verb"
    unit: str | None = None


@cache
def rules_for(dimension: str) -> tuple[Rule, ...]:
    """The rules for numbers of one dimension, in the order in which they are tried."""
    return tuple(_rule(row) for row in load("figures")["rules"] if dimension in _DIMENSIONS[row["numbers"]])


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return phrase(template)


def _rule(row: Mapping[str, str]) -> Rule:
    patterns = {key: _pattern(row[key]) for key in ("before", "after", "line", "unless") if key in row}
    plain = {key: row[key] for key in ("measure", "holder", "guard", "unit") if key in row}
    return Rule(**plain, **patterns)  # type: ignore[arg-type]
