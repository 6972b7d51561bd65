"""The closed vocabulary of time words: ``vocabulary.toml`` turned round, from word to its roles.

A word may have several roles: "second" is an ordinal and a unit, "may" a month (and a verb, which has no role).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

Roles = Mapping[str, Any]

_PHRASES = ("reference", "bare_reference")


def load_tables() -> dict[str, dict[str, Any]]:
    """The tables of the packaged vocabulary by name."""
    text = resources.files("parley.terms.when").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _roles_by_word(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    roles: dict[str, dict[str, Any]] = {}
    for table, entries in tables.items():
        for entry, value in entries.items():
            if table in _PHRASES:
                words = entry.split()
                for word in words:
                    roles.setdefault(word, {})
                roles[words[0]]["phrase_opening"] = roles[words[-1]]["phrase_end"] = True
            else:
                roles.setdefault(entry, {})[table] = value
    return roles


def _phrases(table: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): value for phrase, value in table.items()}


_TABLES = load_tables()

ROLES: Mapping[str, Roles] = _roles_by_word(_TABLES)
REFERENCES: Mapping[tuple[str, ...], str] = _phrases(_TABLES["reference"])
BARE_REFERENCES: Mapping[tuple[str, ...], str] = _phrases(_TABLES["bare_reference"])

# A run of words is worth parsing only when one of these stands in it.
HEADS = frozenset(
    {
        "month", "weekday", "weekdays", "season", "daypart", "hour", "deictic", "unit", "decades",
        "adverb_of_repetition", "meridiem", "phrase_end",
    }
)  # fmt: skip
_OTHER_HEADS = {"tonight", "overnight", "nineteen", "twenty", "midcentury", "midyear", "period", "q1", "q2", "q3", "q4"}
HEAD_WORDS = frozenset(word for word, roles in ROLES.items() if HEADS & roles.keys()) | _OTHER_HEADS

# Month, weekday and season names that are also everyday words or names of people.
AMBIGUOUS = frozenset({"may", "march", "mar", "august", "sun", "sat", "wed", "mon", "dec", "jun", "jan"})
