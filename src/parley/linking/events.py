"""One event told by several documents, with its life by date of report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from parley.linking.compare import Candidate, compare, kind_class
from parley.linking.names import name_key
from parley.linking.shelf import Shelf
from parley.records import Engagement, Event, LifeStep, LinkedPerson, Person, Place
from parley.terms.when import Interval

_WIDTH_UNKNOWN = 100_000


def link_events(shelf: Shelf, people: Sequence[LinkedPerson]) -> tuple[Event, ...]:
    """All events, by time, the undated last."""
    identity = {report: person.id for person in people for report in person.reports}
    candidates = [
        candidate
        for reading in shelf
        for candidate in _candidates(reading.people, reading.engagements, identity, shelf)
    ]
    events = (_event(group, reasons, shelf) for group, reasons in _clusters(candidates))
    return tuple(sorted(events, key=lambda event: (event.when is None, event.when.iso if event.when else "", event.id)))


def _candidates(
    people: Iterable[Person], engagements: Iterable[Engagement], identity: dict[str, str], shelf: Shelf
) -> Iterator[Candidate]:
    by_name = {name_key(person.name): identity[person.id] for person in people}
    for engagement in engagements:
        known = frozenset(by_name[key] for name in engagement.people if (key := name_key(name)) in by_name)
        yield Candidate(engagement, known, shelf.published(engagement))


def _clusters(candidates: Sequence[Candidate]) -> Iterator[tuple[list[Candidate], list[str]]]:
    """Groups in which every pair can be one event; the likeliest pairs are joined first."""
    group_of = {candidate.engagement.id: [candidate] for candidate in candidates}
    reasons: dict[int, list[str]] = defaultdict(list)
    for one, other in sorted(_pairs(candidates), key=_pair_order):
        left, right = group_of[one.engagement.id], group_of[other.engagement.id]
        likeness = compare(one, other)
        if left is right or not likeness.same or not all(compare(a, b).same for a in left for b in right):
            continue
        left.extend(right)
        reasons[id(left)] += [*reasons.pop(id(right), []), likeness.reason]
        for member in right:
            group_of[member.engagement.id] = left
    seen: set[int] = set()
    for candidate in candidates:
        group = group_of[candidate.engagement.id]
        if id(group) not in seen:
            seen.add(id(group))
            yield group, sorted(set(reasons[id(group)]))


def _pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Pairs worth comparing: of one class of kind that share a Party, or of conferences."""
    blocks: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        for party in candidate.engagement.parties or ("",):
            blocks[kind_class(candidate.engagement), party].append(candidate)
    pairs = {
        tuple(sorted((one.engagement.id, other.engagement.id))): (one, other)
        for block in blocks.values()
        for one, other in combinations(block, 2)
    }
    yield from pairs.values()


def _pair_order(pair: tuple[Candidate, Candidate]) -> tuple[int, int, list[str]]:
    one, other = pair
    shared = len(one.people & other.people)
    return (
        -shared,
        max(_width(one.engagement.when), _width(other.engagement.when)),
        sorted([one.engagement.id, other.engagement.id]),
    )


def _width(when: Interval | None) -> int:
    return (when.days or _WIDTH_UNKNOWN) if when else _WIDTH_UNKNOWN


def _event(group: Sequence[Candidate], reasons: Sequence[str], shelf: Shelf) -> Event:
    reports = shelf.by_age(candidate.engagement for candidate in group)
    life = tuple(
        LifeStep(document=report.document, report=report.id, published=shelf.published(report), status=report.status)
        for report in reports
    )
    dated = [report for report in reports if shelf.published(report)]
    latest = (dated or reports)[-1]  # a document of unknown date cannot tell how things ended
    return Event(
        reports=tuple(report.id for report in reports),
        kind=latest.kind,
        status=latest.status,
        mode=next((report.mode for report in reversed(reports) if report.mode != "unknown"), "unknown"),
        parties=tuple(sorted({party for report in reports for party in report.parties})),
        people=_people(reports),
        place=_fullest(report.place for report in reversed(reports)),
        when=min(
            (report.when for report in reports if report.when), key=lambda when: (_width(when), when.iso), default=None
        ),
        name=next((report.name for report in reports if report.name), None),
        life=life,
        reasons=tuple(reasons),
    )


def _people(reports: Sequence[Engagement]) -> tuple[str, ...]:
    """Each participant once, under the fullest name."""
    names = sorted({name for report in reports for name in report.people}, key=lambda name: (-len(name.split()), name))
    kept: list[str] = []
    for name in names:
        if not any(set(name_key(name)) <= set(name_key(other)) for other in kept):
            kept.append(name)
    return tuple(sorted(kept))


def _fullest(places: Iterable[Place | None]) -> Place | None:
    known = [place for place in places if place]
    return next((place for place in known if place.city), known[0] if known else None)
