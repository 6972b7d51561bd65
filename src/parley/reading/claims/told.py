"""What words that rise, fall or compare are of, as the token of a claim's ``about``."""

from __future__ import annotations

import re

from parley.reading.claims.evidence import frame, is_summed, source_in
from parley.reading.claims.matters import part_named
from parley.reading.claims.ordering import quantity_by_evidence
from parley.reading.claims.vocabulary import construction, phrase

_EMITTED = phrase(r"<emissions>|\bemit\w*|\bpollut\w*")
_PER_HEAD = phrase(
    r"\b(?:per[- ](?:capita|head|person|inhabitant|resident|citizen)|a head|apiece|(?:head|person) for (?:head|person)"
    r"|each (?:person|inhabitant|citizen|resident))\b"
)
_SHARE = re.compile(
    r"\b(?:share|part|portion|slice|proportion|fraction|percentage|weight|reli\w+|depend\w+|hooked)\b"
    r"|\b(?:more|less) of (?:its|their|the|[\w-]+['’]s|[\w-]+(?:n|ese|ish)) (?:electricity|power|current)\b"
)
_POWER = frame("rivals", "power")
_PLANTS, _COAL = frame("ranked", "plants"), frame("ranked", "coal")
_OUTPUT = re.compile(r"\b(?:output|generation|production|generat\w+|electricity|power|use of)\b")
_PEOPLE, _ECONOMY = frame("ranked", "people"), frame("ranked", "economy")
_GOODS = construction("scope", "goods")


def about_of(words: str) -> str | None:
    """The token of what ``words`` are of; None where there are no figures of it, or the words do not tell."""
    if part_named(words):
        return None
    if _EMITTED.search(words):
        if _PER_HEAD.search(words):
            return "per_capita"
        return "cumulative" if is_summed(words) else "emissions"
    source = source_in(words)
    if _PLANTS.search(words) and not _SHARE.search(words):
        return "coal_capacity"
    if source and _SHARE.search(words):
        return f"{source}_electricity_share" if _POWER.search(words) or source == "nuclear" else None
    if _GOODS.search(words):
        return None
    if source and _OUTPUT.search(words):
        return f"{source}_electricity"
    if _COAL.search(words):
        return "coal" if quantity_by_evidence(words) else None
    if _PEOPLE.search(words):
        return "population"
    return None


def is_of_share(words: str) -> bool:
    """Whether words that compare are of a source's share of power: "relies more on", "a larger share of its power"."""
    return _SHARE.search(words) is not None and (about_of(words) or "").endswith("_electricity_share")


def is_free(noun: str) -> bool:
    """Whether a noun is of none of what there are figures of: people, output, fleets, power."""
    return not (
        _PEOPLE.search(noun) or _ECONOMY.search(noun) or _COAL.search(noun) or _POWER.search(noun) or source_in(noun)
    )


def is_per_head(words: str) -> bool:
    """Whether what each one has is meant."""
    return _PER_HEAD.search(words) is not None
