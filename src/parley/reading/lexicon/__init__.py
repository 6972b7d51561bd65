"""Word lists as data: one TOML file a concept, read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_BLANK_OR_KEPT = re.compile(
    r"""\\.|\[(?:\\.|[^\]\\])*\]                      # an escape, a class
    |\(\?<[=!](?:[^()\\]|\\.|\([^()]*\))*\)           # a look-behind, which needs a fixed width
    |[ ]\?|[ ](?![*+{?])""",
    re.VERBOSE,
)
_SPACED = {" ": " +", " ?": " *"}


@cache
def load(name: str) -> dict[str, Any]:
    """The table ``name``.toml of this folder."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def words(name: str, key: str) -> frozenset[str]:
    """A list of lower-case words of a table as a set."""
    return frozenset(load(name)[key])


def any_spacing(pattern: str) -> str:
    """A regular expression in which each blank also fits several, as where a line was broken inside a phrase.

    Blanks inside classes and look-behinds, and those that already have a quantifier, are left as they are; an optional
    blank becomes any number of them.
    """
    return _BLANK_OR_KEPT.sub(lambda found: _SPACED.get(found.group(), found.group()), pattern)
