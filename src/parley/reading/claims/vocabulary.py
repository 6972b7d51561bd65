"""The lexicon of claims as regular expressions, compiled once."""

from __future__ import annotations

import re
from functools import cache

from parley.reading.lexicon import any_spacing, load

_PLACEHOLDER = re.compile(r"(?<!P)<([a-z_]+)>")


def phrase(template: str) -> re.Pattern[str]:
    """``template`` compiled, with ``<name>`` standing for any word of that list of the lexicon, or for a fragment."""
    return re.compile(any_spacing(_filled(template)))


def construction(kind: str, name: str) -> re.Pattern[str]:
    """The construction ``name`` of a table of lexicon/constructions.toml, compiled."""
    return phrase(load("constructions")[kind][name])


def _filled(template: str) -> str:
    return _PLACEHOLDER.sub(lambda name: _expression(name.group(1)), template)


@cache
def _expression(name: str) -> str:
    table = load("claims")
    if name in table["fragments"]:
        return _filled(table["fragments"][name])
    return _filled("(?:" + "|".join(table[name]) + ")")


@cache
def tokens(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A table of lexicon/scopes.toml: tokens in the order in which they are tried, each with what stands for it."""
    return tuple((token, phrase(pattern)) for token, pattern in load("scopes")[name].items())


def first_token(name: str, low: str) -> str | None:
    """The first token of a table of lexicon/scopes.toml that the words ``low`` have something of."""
    return next((token for token, pattern in tokens(name) if pattern.search(low)), None)
