"""Which record of the corpus each report of a reading is, told by their quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from parley.linking.compare import kind_class
from parley.linking.names import name_key
from parley.records import Claim, Correction, Engagement, Pledge, Reading, Report

Row = Mapping[str, Any]
Span = tuple[int, int]

_CLASS = {"meeting": "talks", "call": "talks", "dialogue": "talks", "speech": "address", "hearing": "address"}
_NEAR_BYTES = 150


def match_reports(reading: Reading, row: Row, original: bytes) -> dict[str, tuple[str, ...]]:
    """For each report of ``reading`` that stands by the words of a record of ``row`` and can be it, the record's id.

    One report a record, the likeliest first, but several where the record may be split. ``original`` is the file.
    """
    pairs = sorted(_candidates(reading, row, original), key=lambda pair: (-pair[0], pair[1].id, pair[2]["id"]))
    names: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for _, report, record in pairs:
        if report.id not in names and (record["id"] not in taken or record.get("split_ok")):
            names[report.id] = (record["id"],)
            taken.add(record["id"])
    return names


def _candidates(reading: Reading, row: Row, original: bytes) -> Iterator[tuple[float, Report, Row]]:
    reports: dict[str, Sequence[Report]] = {
        "engagements": reading.engagements,
        "pledges": reading.pledges,
        "claims": reading.claims,
        "corrections": reading.corrections,
    }
    spans = {
        report.id: [span for q in report.quotes if (span := reading.document.original_span(q.start, q.end))]
        for kind in reports.values()
        for report in kind
    }
    for kind, those in reports.items():
        for record in row.get(kind) or ():
            evidence = _evidence(record, original)
            for report in those:
                likeness = _likeness(report, record)
                shared = _shared(spans[report.id], evidence)
                if likeness is not None and shared is not None:
                    yield likeness + shared, report, record


def _evidence(record: Row, original: bytes) -> list[Span]:
    """Where in the file the record's words stand, wherever they do."""
    found = []
    for words in (record.get("evidence"), *(record.get("more_evidence") or ())):
        sought = (words or "").encode()
        start = original.find(sought) if sought else -1
        while start >= 0:
            found.append((start, start + len(sought)))
            start = original.find(sought, start + 1)
    return found


def _shared(mine: Sequence[Span], yours: Sequence[Span]) -> float | None:
    """The largest part of a stretch that lies in one of the other side; None where they are far from each other."""
    shared = [
        (min(a[1], b[1]) - max(a[0], b[0])) / min(a[1] - a[0], b[1] - b[0])
        for a in mine
        for b in yours
        if max(a[0], b[0]) - min(a[1], b[1]) <= _NEAR_BYTES
    ]
    return max(0.0, max(shared)) if shared else None


def _likeness(report: Report, record: Row) -> float | None:
    """How alike a report and a record are; None when they cannot be one."""
    if isinstance(report, Engagement):
        return _engagement_likeness(report, record)
    if isinstance(report, Pledge):
        if (report.party, report.kind) != (record["party"], record["kind"]):
            return None
        return float(report.target_year == record["target_year"]) + float(_value(report) == _list(record["value"]))
    if isinstance(report, Claim):
        return float(report.subject == record["subject"]) + float(_value(report) == _list(record["value"]))
    return 0.0 if isinstance(report, Correction) else None


def _engagement_likeness(report: Engagement, record: Row) -> float | None:
    if kind_class(report) != _CLASS.get(record["kind"], record["kind"]):
        return None
    parties: float = _overlap(report.parties, record["parties"])
    people = _overlap(_words(report.people), _words(record["people"]))
    country = (record.get("place") or "").rpartition(",")[2].strip() or None
    same_place = bool(report.place and country and report.place.country == country)
    if parties == 0 and people == 0 and not same_place:
        return None
    same_kind: bool = report.kind == record["kind"]
    return people + 0.5 * parties + 0.25 * same_kind + 0.25 * same_place


def _words(names: Sequence[str]) -> set[str]:
    return {word for name in names for word in name_key(name)}


def _overlap(one: Sequence[str] | set[str], other: Sequence[str] | set[str]) -> float:
    """Jaccard's; two empty sides share all."""
    both = set(one) | set(other)
    return len(set(one) & set(other)) / len(both) if both else 1.0


def _value(report: Pledge | Claim) -> list[float | None]:
    return [report.low, report.high]


def _list(value: Any) -> list[float | None]:
    return list(value) if isinstance(value, list) else [value, value]
