"""Counts that two sources give of one thing: whose how-manieth trip it was, how many came to a summit.

A count grows with time, so that only counts of one event are compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from parley.linking.claim_conflicts import dispute, is_figure
from parley.linking.shelf import Shelf
from parley.records import Claim, Conflict, Engagement, Event
from parley.terms.folding import fold
from parley.terms.parties import find_names
from parley.terms.summits import summit_named

_TRIPS = frozenset(["trip", "trips", "visit", "visits"])
_COMERS = frozenset(["country", "countries", "nation", "nations", "party", "parties", "leader", "leaders", "delegate"])
_CAME = re.compile(
    r"\b(?:took part|take part|taking part|attend\w*|brought together|bring(?:s|ing)? together|gather\w*|participat\w+"
    r"|(?:delegates|delegations|representatives|leaders|negotiators) (?:from|of)|represented)\b",
    re.I,
)
_SINCE_WHEN = re.compile(
    r"\b(?:this (?:year|month|week|summer|autumn|fall|spring|winter)|since (?!(?:taking|assuming|entering) office)\w+"
    r"|in (?:as many|\w+) (?:days|weeks|months|years)|in his career|as \w+ (?:envoy|minister|president))",
    re.I,
)
_POSSESSIVE = re.compile(r"['’]s\b")
_SUMMIT = re.compile(r"\bCOP[- ]?\d\d\b|\bG-?20\b|\bG-?7\b")


def count_conflicts(shelf: Shelf, events: Sequence[Event]) -> Iterator[Conflict]:
    """Disputes over counts of one trip or one summit."""
    counts = [claim for reading in shelf for claim in reading.claims if claim.measure == "count" and is_figure(claim)]
    trips, comers = _trips(counts, shelf, events), _comers(counts)
    for key in sorted(trips.keys()):
        yield from dispute(shelf.by_age(trips[key]), shelf, "count")
    for name in sorted(comers):
        yield from dispute(shelf.by_age(comers[name]), shelf, "count")


def _trips(counts: Sequence[Claim], shelf: Shelf, events: Sequence[Event]) -> dict[tuple[str, str], list[Claim]]:
    """Counts of trips by the visit that their document tells as news, and by since when is counted."""
    told = [claim for claim in counts if (claim.unit or "").casefold() in _TRIPS]
    documents = {claim.document for claim in told}
    visits: dict[str, list[tuple[Engagement, str]]] = defaultdict(list)
    event_of = {report: event.id for event in events if event.kind == "visit" for report in event.reports}
    for reading in shelf:
        if reading.document.id in documents:
            visits[reading.document.id] = [
                (visit, event_of[visit.id])
                for visit in reading.engagements
                if visit.id in event_of and not visit.background
            ]
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in told:
        meant = {event for visit, event in visits[claim.document] if _is_of(claim, visit)}
        if len(meant) == 1:
            since = _SINCE_WHEN.search(claim.quote.exact)
            found[meant.pop(), since.group().casefold() if since else ""].append(claim)
    return found


def _is_of(claim: Claim, visit: Engagement) -> bool:
    """Whether the words name the country visited, and the traveller or nobody at all."""
    words = claim.quote.exact
    host = visit.host or (visit.place.country if visit.place else None)
    named = {name.code for name in find_names(words)}
    if host is None or host not in named:
        return False
    folded = set(fold(_POSSESSIVE.sub("", words)).split())
    names = set(chain.from_iterable(fold(person).split() for person in visit.people))
    return bool(folded & names) or re.search(r"\b(?:his|her|their|the envoy's)\b", words, re.I) is not None


def _comers(counts: Sequence[Claim]) -> dict[str, list[Claim]]:
    """How many came, by edition of the summit and what is counted."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in counts:
        unit, words = (claim.unit or "").casefold(), claim.quote.exact
        named = {summit.name for match in _SUMMIT.finditer(words) if (summit := summit_named(match.group()))}
        if unit in _COMERS and len(named) == 1 and _CAME.search(words):
            found[f"{named.pop()} {unit}"].append(claim)
    return found
