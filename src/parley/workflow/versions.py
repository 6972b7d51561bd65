"""Versions of one document in a ledger: the same source with other bytes, or nearly the same text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from parley.documents import find_duplicates
from parley.ledger import Ledger
from parley.linking.versions import Difference, difference
from parley.records import Document, Reading
from parley.workflow.ledger_view import view

_NEARLY = 0.8
_SHORTEST = 0.5
_NO_SOURCE = frozenset(["", "-", "text", "stdin"])


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a document that follow one another, why they are taken for such, and what changed."""

    earlier: Document
    later: Document
    ground: str
    difference: Difference


def changed_versions(ledger: Ledger, document: str | None = None) -> list[Versions]:
    """Every two versions that follow one another, by the later one's date; with ``document``, those it is one of.

    A version is later when it was published later, or, of the same or an unknown date, read into the ledger later.
    """
    readings = view(ledger).readings
    return versions_among(readings, recorded_times(ledger, readings), document)


def recorded_times(ledger: Ledger, readings: Iterable[Reading]) -> dict[str, str]:
    """When each document was first read into the ledger, by its id."""
    return {reading.document.id: ledger.changes(reading.document.id)[0].recorded for reading in readings}


def versions_among(
    readings: Sequence[Reading], recorded: Mapping[str, str], document: str | None = None
) -> list[Versions]:
    """The same of some readings; ``recorded`` is when each document was read into the ledger."""
    order = {reading.document.id: _age(reading, recorded[reading.document.id]) for reading in readings}
    by_id = {reading.document.id: reading for reading in readings}
    grounds = dict(_grounds([reading.document for reading in readings]))
    found = []
    for group in _groups(grounds):
        for one, other in pairwise(sorted(group, key=lambda name: order[name])):
            if document in (None, one, other):
                ground = grounds.get(frozenset((one, other)), "by way of another version")
                changed = difference(by_id[one], by_id[other])
                found.append(Versions(by_id[one].document, by_id[other].document, ground, changed))
    return sorted(found, key=lambda versions: order[versions.later.id])


def _age(reading: Reading, recorded: str) -> tuple[date, str, str]:
    published = reading.document.published
    return published.anchor if published else date.max, recorded, reading.document.id


def _grounds(documents: Sequence[Document]) -> Iterator[tuple[frozenset[str], str]]:
    """Pairs of documents that are versions of one, with the reason."""
    for pair in find_duplicates(documents):
        one, other = documents[pair.first], documents[pair.second]
        shorter, longer = sorted((len(one.text), len(other.text)))
        of_one_house = one.publisher is None or other.publisher is None or one.publisher == other.publisher
        if one.id != other.id and of_one_house and pair.similarity >= _NEARLY and shorter >= _SHORTEST * longer:
            yield frozenset((one.id, other.id)), f"{pair.similarity:.0%} of the shorter one's words are the same"
    by_source: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.source not in _NO_SOURCE:
            by_source[document.source].append(document.id)
    for source, names in by_source.items():
        for one_id, other_id in pairwise(names):
            yield frozenset((one_id, other_id)), f"the same source, {source}"


def _groups(pairs: Mapping[frozenset[str], str]) -> list[set[str]]:
    groups: list[set[str]] = []
    for pair in pairs:
        joined = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair]
        groups.append(set(pair).union(*joined))
    return groups
