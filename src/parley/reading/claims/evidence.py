"""The words of lexicon/frames.toml as regular expressions, and what they say of a stretch of a sentence."""

from __future__ import annotations

import re
from functools import cache

from parley.reading.claims.vocabulary import phrase, tokens
from parley.reading.lexicon import load

_JOINS = re.compile(
    r"(?: (?:power|energy|farms?|turbines|stations?|plants?|panels|fired|burning))?(?:,|,? (?:and|or|plus"
    r"|as well as)|/) ?"
    r"(?:the |from |from the |by |by the |natural |onshore |offshore )*"
)
_SPOKEN_OF = re.compile(
    r"emi[ts]|co2|carbon|gas|pollut|ghg|coal|lignite|electric|power|energy|people|population|inhabitant|human|mankind"
    r"|citizen|popul|econom|gdp|output|generat|footprint|tonnes|grid|current|lights|fumes|exhaust|modules|panels"
    r"|polysilicon|live"
)
_MIXTURES = (
    (frozenset(("wind", "solar", "wind_and_solar")), "wind_and_solar"),
    (frozenset(("wind", "solar", "wind_and_solar", "hydro", "bioenergy", "geothermal", "renewables")), "renewables"),
    (frozenset(("nuclear", "renewables", "hydro", "non_fossil")), "non_fossil"),
)


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
    """The source of power that ``words`` name first, or last, with those joined to it; None for an unknown mixture."""
    found = sorted(
        {(match.start(), match.end(), token) for token, form in tokens("sources") for match in form.finditer(words)}
    )
    found = [each for each in found if not any(_covers(other, each) for other in found)]
    groups: list[list[tuple[int, int, str]]] = []
    for each in found:
        if groups and _JOINS.fullmatch(words[groups[-1][-1][1] : each[0]]):
            groups[-1].append(each)
        else:
            groups.append([each])
    if not groups:
        return None
    return _mixture({token for _, _, token in (groups[-1] if last else groups[0])})


def _covers(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether a name takes in another: "wind and solar" takes in "wind", "non-fossil" what it begins with."""
    longer = one[1] - one[0] > other[1] - other[0]
    first = _order(one[2]) < _order(other[2])
    same = one[:2] == other[:2]
    return one[0] <= other[0] and other[1] <= one[1] and (longer or (same and first))


@cache
def _order(token: str) -> int:
    return [name for name, _ in tokens("sources")].index(token)


def _mixture(sources: set[str]) -> str | None:
    if len(sources) == 1:
        return sources.pop()
    return next((name for names, name in _MIXTURES if sources <= names and len(sources) > 1), None)


def speaks_of_figures(words: str) -> bool:
    """Whether the words name anything of which there are figures here."""
    return _SPOKEN_OF.search(words) is not None


def opens_with_a_condition(words: str) -> bool:
    """Whether a sentence tells what would be: "if Ruritania drew half of its power from the wind, …"."""
    return frame("guards", "condition").match(words) is not None


def is_summed(words: str) -> bool:
    """Whether all that was ever emitted is meant."""
    return frame("history", "summed").search(words) is not None


def names_world(words: str) -> bool:
    """Whether the words are of the world's whole."""
    return frame("world", "named").search(words) is not None
