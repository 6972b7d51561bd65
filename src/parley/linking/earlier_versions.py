"""What an earlier version of a document said, before a correction note of a later one set it right."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.linking.shelf import Shelf
from parley.linking.versions import thing_of
from parley.records import Document, Reading, Report

_NEARLY = 0.8
_SHORTEST = 0.5
_NO_SOURCE = frozenset(["", "-", "text", "stdin"])
_WORD = re.compile(r"\w+")

Things = Mapping[tuple[object, ...], Sequence[Report]]


def reports_by_thing(wanted: Iterable[Report], readings: Iterable[Iterable[Report]]) -> Things:
    """All reports by what they are of, for those things that ``wanted`` are of."""
    things = {thing_of(report) for report in wanted}
    found: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for reports in readings:
        for report in reports:
            if (thing := thing_of(report)) in things:
                found[thing].append(report)
    return found


def earlier_of(report: Report, reading: Reading, things: Things, shelf: Shelf) -> Iterator[Report]:
    """What versions of the document that are no later say of the matter of ``report`` and it does not say any more."""
    still_said = {_said(other) for other in reading.reports()}
    for other in things.get(thing_of(report), ()):
        if other.document == report.document or _said(other) in still_said or shelf.day(other) > shelf.day(report):
            continue
        if _are_versions(reading.document, shelf.documents[other.document]):
            yield other


def _said(report: Report) -> str:
    """What a report says, wherever and in whatever words."""
    return report.model_dump_json(exclude={"id", "document", "quotes", "inferred", "background", "replaces"})


def _are_versions(one: Document, other: Document) -> bool:
    """The same source, or nearly the same words in texts not too unlike in length."""
    if one.source == other.source and one.source not in _NO_SOURCE:
        return True
    mine, yours = (Counter(_WORD.findall(document.text.lower())) for document in (one, other))
    shorter, longer = sorted((mine.total(), yours.total()))
    return shorter >= _SHORTEST * longer and (mine & yours).total() >= _NEARLY * shorter
