"""One organisation under several names: "the US State Department", "Department of State"; "IEA", "International Energy
Agency".

Words without weight, accents, case and order do not count, and the Party's own name does not where the Party is known.
An acronym joins the one full name of its letters, where the Parties do not differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parley.linking.names import name_key
from parley.linking.shelf import Shelf
from parley.records import LinkedOrganisation, Person, Report
from parley.terms.folding import fold
from parley.terms.parties import find_code, find_names

_SMALL = frozenset(["the", "of", "for", "and", "on", "in", "to", "a", "an", "s", "de", "la", "le", "du", "des"])
_ACRONYM = re.compile(r"[A-Z][A-Z.&-]{1,7}s?")
_NO_LETTERS = re.compile(r"[^A-Z]")
_NO_NAMES = frozenset(["state", "international", "national", "special", "global", "federal"])
_SHORT_FORM = re.compile(r"\(([A-Z][A-Z.&-]{1,7})\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation as one report names it."""

    name: str
    party: str | None
    report: str


def link_organisations(shelf: Shelf) -> tuple[LinkedOrganisation, ...]:
    """All organisations that reports name as an employer or a source, sorted by name."""
    groups: dict[tuple[tuple[str, ...], str | None], list[Mention]] = defaultdict(list)
    people = {name_key(person.name) for reading in shelf for person in reading.people}
    for mention in sorted(_mentions(shelf), key=lambda mention: (mention.report, mention.name)):
        if not (find_code(mention.name) or fold(mention.name) in _NO_NAMES or name_key(mention.name) in people):
            groups[_key(mention.name), mention.party].append(mention)
    reasons: dict[tuple[tuple[str, ...], str | None], set[str]] = defaultdict(set)
    _join_unknown_parties(groups)
    _join_acronyms(groups, reasons)
    linked = [_linked(group, reasons[key]) for key, group in groups.items() if key[0]]
    return tuple(organisation for *_, organisation in sorted((one.name, one.id, one) for one in linked))


def _mentions(shelf: Shelf) -> Iterator[Mention]:
    for reading in shelf:
        for report in reading.reports():
            yield from _named_in(report)


def _named_in(report: Report) -> Iterator[Mention]:
    if isinstance(report, Person):
        if report.organisation:
            yield Mention(report.organisation, report.party, report.id)
        return
    attribution = getattr(report, "attribution", None)
    if attribution is not None and attribution.kind == "organisation" and attribution.name:
        yield Mention(attribution.name, attribution.party, report.id)


@lru_cache(maxsize=50_000)
def _key(name: str) -> tuple[str, ...]:
    """The words that count, sorted; the name of a Party counts only where nothing else is left."""
    bare = _SHORT_FORM.sub(" ", name)
    words = _words(bare)
    for party in reversed(find_names(bare)):
        bare = bare[: party.start] + " " + bare[party.end :]
    return tuple(sorted(_words(bare) or words))


def _words(name: str) -> list[str]:
    return [word for word in fold(name.replace("’s ", " ").replace("'s ", " ")).split() if word not in _SMALL]


def _join_unknown_parties(groups: dict[tuple[tuple[str, ...], str | None], list[Mention]]) -> None:
    """Mentions without a Party go to the only Party that has an organisation of that name."""
    for key in sorted((key for key, party in groups if party is None)):
        named = [party for other, party in sorted(groups, key=str) if other == key and party is not None] if key else []
        if len(named) == 1:
            groups[key, named[0]] += groups.pop((key, None))


def _join_acronyms(
    groups: dict[tuple[tuple[str, ...], str | None], list[Mention]],
    reasons: dict[tuple[tuple[str, ...], str | None], set[str]],
) -> None:
    full: dict[str, set[tuple[tuple[str, ...], str | None]]] = defaultdict(set)
    for key, mentions in groups.items():
        for name in {mention.name for mention in mentions}:
            for letters in _initials(name):
                full[letters].add(key)
    for key in sorted((key for key in groups if len(key[0]) == 1), key=str):
        written = next((m.name for m in groups[key] if _ACRONYM.fullmatch(m.name.removeprefix("the "))), None)
        if written is None:
            continue
        letters = _NO_LETTERS.sub("", written.removeprefix("the "))
        fitting = sorted(
            (other for other in full.get(letters, ()) if other in groups and other != key and _agree(key[1], other[1])),
            key=str,
        )
        if len(fitting) == 1:
            groups[fitting[0]] += groups.pop(key)
            reasons[fitting[0]].add(f"{written} are the first letters of the full name")


def _initials(name: str) -> Iterator[str]:
    if short := _SHORT_FORM.search(name):
        yield _NO_LETTERS.sub("", short.group(1))
    words = [
        word for word in re.split(r"[\s-]+", _SHORT_FORM.sub(" ", name)) if fold(word) and fold(word) not in _SMALL
    ]
    if len(words) > 1:
        yield "".join(word[0].upper() for word in words)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _linked(group: Sequence[Mention], reasons: Iterable[str]) -> LinkedOrganisation:
    names = Counter(mention.name for mention in group)
    parties = Counter(mention.party for mention in group if mention.party)
    return LinkedOrganisation(
        reports=tuple(sorted({mention.report for mention in group})),
        name=min(names, key=lambda name: (bool(_ACRONYM.fullmatch(name)), -names[name], -len(name), name)),
        forms=tuple(sorted(names)),
        party=min(parties, key=lambda party: (-parties[party], party)) if parties else None,
        reasons=tuple(sorted(reasons)),
    )
