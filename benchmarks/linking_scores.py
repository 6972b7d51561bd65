"""Links against what they should be: merges pair by pair, whole events, people, pledges, conflicts, histories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby
from typing import Any, Literal

from benchmarks.corpus_form.events import to_interval
from benchmarks.linking_form import Linked
from benchmarks.linking_gold import GoldEntity, GoldTimeline, Pair, Row
from parley.linking.names import name_key
from parley.terms.folding import fold
from parley.terms.when import Interval

_TITLES = frozenset(("president", "premier", "prime", "minister", "mr", "ms", "mrs", "dr", "chancellor", "secretary"))


@dataclass(frozen=True, slots=True)
class Ratio:
    """``right`` of ``found`` answers are right, of ``wanted`` that were asked for."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    def __str__(self) -> str:
        figures = f"precision {self.precision:.3f} recall {self.recall:.3f}"
        return f"{figures} (right {self.right}, found {self.found}, wanted {self.wanted})"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of ``wanted`` are as they should be, and the names of the others."""

    right: int
    wanted: int
    problems: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.right} of {self.wanted}"


@dataclass(frozen=True, slots=True)
class Scores:
    """All that is measured on one set."""

    pairs: Ratio
    reachable: Ratio
    """As ``pairs``, asked only for pairs of which the reader found both records."""
    events: Count
    forbidden: Count
    entities: Count
    distinct: Count
    conflicts: Count
    """Pairs of records set side by side that do contradict each other, of all that were."""
    disputes: Count
    """Matters in dispute of which some pair was found."""
    consistent: Count
    pledges: Count
    pledge_pairs: Ratio
    standing: Ratio
    replaced: Ratio
    histories: Count
    wrong_pairs: tuple[str, ...] = field(default=(), repr=False)
    missed_pairs: tuple[str, ...] = field(default=(), repr=False)


def score(linked: Linked, gold: GoldTimeline) -> Scores:
    """Everything at once; what the gold does not speak of counts 0 of 0."""
    events = [frozenset(linked.theirs(event.reports)) for event in linked.links.events]
    entries = [frozenset(linked.theirs(entry.reports)) for entry in linked.links.pledges]
    known = {name for ids in linked.names.values() for name in ids}
    wanted, allowed = _gold_pairs((event.records, event.optional) for event in gold.events)
    found = _pairs(events)
    conflicts = {frozenset(pair) for pair in linked.conflicts()} - gold.allowed
    wanted_pledges, allowed_pledges = _gold_pairs((pledge.records, pledge.optional) for pledge in gold.pledges)
    pledge_pairs = _judged(_pairs(entries), wanted_pledges, allowed_pledges)
    return Scores(
        pairs=_ratio(found, wanted, allowed),
        reachable=_ratio(found, {pair for pair in wanted if pair <= known}, allowed),
        events=_count(
            (event.id, any(event.records <= group for group in events)) for event in gold.events if event.records
        ),
        forbidden=_forbidden(gold, events),
        entities=_count(_entities(linked, gold)),
        distinct=_count(_distinct(linked, gold)),
        conflicts=_conflicts(conflicts, gold),
        disputes=_count((one.topic, not one.pairs.isdisjoint(conflicts)) for one in gold.conflicts),
        consistent=_count(
            (" and ".join(sorted(pair)), pair not in conflicts) for pair in sorted_pairs(gold.consistent)
        ),
        pledges=_count(
            (pledge.id, any(pledge.records <= group for group in entries)) for pledge in gold.pledges if pledge.records
        ),
        pledge_pairs=Ratio(len(pledge_pairs & wanted_pledges), len(pledge_pairs), len(wanted_pledges)),
        standing=_in_the_end(linked, gold, "standing"),
        replaced=_in_the_end(linked, gold, "replaced"),
        histories=_count(_histories(linked, gold)),
        wrong_pairs=_told(_judged(found, wanted, allowed) - wanted),
        missed_pairs=_told(wanted - found),
    )


def naive_pairs(rows: Iterable[Row], gold: GoldTimeline) -> Ratio:
    """What joining any two reports of different documents would reach that share their Parties and a day."""
    known = [(row["doc"], record, to_interval(record)) for row in rows for record in row["engagements"]]
    found: set[Pair] = set()
    for (doc, one, when), (other_doc, other, then) in combinations(known, 2):
        if doc != other_doc and when and then and when.overlaps(then) and set(one["parties"]) == set(other["parties"]):
            found.add(frozenset((one["id"], other["id"])))
    return _ratio(found, *_gold_pairs((event.records, event.optional) for event in gold.events))


def sorted_pairs(pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs in order of their ids."""
    return sorted(pairs, key=sorted)


def _told(pairs: Iterable[Pair]) -> tuple[str, ...]:
    return tuple(" + ".join(sorted(pair)) for pair in sorted_pairs(pairs))


def _pairs(groups: Iterable[frozenset[str]]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def _gold_pairs(groups: Iterable[tuple[frozenset[str], frozenset[str]]]) -> tuple[set[Pair], set[Pair]]:
    """Pairs that must be merged, and pairs that may be: those with an optional record of the same group."""
    wanted: set[Pair] = set()
    allowed: set[Pair] = set()
    for records, optional in groups:
        wanted |= _pairs([records])
        allowed |= _pairs([records | optional])
    return wanted, allowed - wanted


def _judged(found: set[Pair], wanted: set[Pair], allowed: set[Pair]) -> set[Pair]:
    return {pair for pair in found if pair in wanted or pair not in allowed}


def _ratio(found: set[Pair], wanted: set[Pair], allowed: set[Pair]) -> Ratio:
    judged = _judged(found, wanted, allowed)
    return Ratio(len(judged & wanted), len(judged), len(wanted))


def _count(answers: Iterable[tuple[str, bool]]) -> Count:
    told = list(answers)
    return Count(sum(right for _, right in told), len(told), tuple(name for name, right in told if not right))


def _forbidden(gold: GoldTimeline, events: Sequence[frozenset[str]]) -> Count:
    """Pairs of events of which no record of the one is in a group with one of the other; shared records aside."""
    records = {event.id: event.records for event in gold.events}

    def apart(one: str, other: str) -> bool:
        mine, yours = records[one] - records[other], records[other] - records[one]
        return not any(group & mine and group & yours for group in events)

    return _count((f"{one} and {other}", apart(one, other)) for one, other in gold.forbidden)


def _entities(linked: Linked, gold: GoldTimeline) -> Iterator[tuple[str, bool]]:
    """Whether every form in every document was found and all are one person."""
    for entity in gold.entities:
        found = _identities(linked, entity)
        yield entity.name, None not in found and len(found) == 1


def _distinct(linked: Linked, gold: GoldTimeline) -> Iterator[tuple[str, bool]]:
    entities = {entity.name: entity for entity in gold.entities}
    for one, other in gold.distinct:
        mine, yours = (_identities(linked, entities.get(name) or _anywhere(linked, name)) for name in (one, other))
        yield f"{one} and {other}", not (mine & yours) - {None}


def _anywhere(linked: Linked, name: str) -> GoldEntity:
    """A person of whom the gold says no more than the name."""
    return GoldEntity(name, {doc: (name,) for doc in linked.docs.values() if _persons(linked, doc, name)})


def _identities(linked: Linked, entity: GoldEntity) -> set[str | None]:
    """Linked people for all forms of an entity; None for a form that nobody has."""
    owner = {report: person.id for person in linked.links.people for report in person.reports}
    found: set[str | None] = set()
    for doc, forms in entity.forms.items():
        for form in forms:
            reports = _persons(linked, doc, form)
            found |= {owner[report] for report in reports} or {None}
    return found


def _persons(linked: Linked, doc: str, form: str) -> list[str]:
    """Person reports of a document that have ``form`` as a name, honorifics aside."""
    key = _key(form)
    return [
        person.id
        for reading in linked.readings
        if linked.docs[reading.document.id].startswith(doc)
        for person in reading.people
        if any(_key(name) == key for name in (person.name, *person.aliases, *(q.exact for q in person.quotes)))
    ]


def _key(name: str) -> tuple[str, ...]:
    words = tuple(word for word in name_key(name) if word not in _TITLES)
    return words or (fold(name),)


def _conflicts(found: set[Pair], gold: GoldTimeline) -> Count:
    wanted = {pair for conflict in gold.conflicts for pair in conflict.pairs}
    return _count((" + ".join(sorted(pair)), pair in wanted) for pair in sorted_pairs(found))


def _in_the_end(linked: Linked, gold: GoldTimeline, what: Literal["standing", "replaced"]) -> Ratio:
    """Records said to be of pledges that stand, or were replaced, of those of which the gold speaks."""
    spoken_of = {record for pledge in gold.pledges if getattr(pledge, what) is not None for record in pledge.records}
    wanted = {record for pledge in gold.pledges if getattr(pledge, what) for record in pledge.records}
    found = {record for row in linked.pledges() for record in row[what]} & spoken_of
    return Ratio(len(found & wanted), len(found), len(wanted))


def _histories(linked: Linked, gold: GoldTimeline) -> Iterator[tuple[str, bool]]:
    """Whether the group with most of an event's records tells its life, in the documents the gold names.

    Documents of one day may come in any order.
    """
    told: list[dict[str, Any]] = [linked.event(event) for event in linked.links.events]
    nothing: dict[str, Any] = {"records": [], "history": []}
    days = {linked.docs[r.document.id]: r.document.published for r in linked.readings}
    for event in gold.events:
        if event.history:
            best = max(told, key=lambda one: len(event.records & set(one["records"])), default=nothing)
            named = {_named(doc, linked.docs.values()): status for doc, status in event.history}
            mine = [(doc, status) for doc, status in best["history"] if doc in named]
            yield event.id, _by_day(mine, days) == _by_day(list(named.items()), days)


def _named(name: str, docs: Iterable[str]) -> str:
    """The document that the gold means: the one of that name, or the one whose name begins with it."""
    return next((doc for doc in docs if doc == name or doc.startswith(f"{name}_")), name)


def _by_day(steps: Sequence[tuple[str, str]], days: Mapping[str, Interval | None]) -> list[list[tuple[str, str]]]:
    """Steps in their order, those of one day sorted among themselves."""
    return [sorted(group) for _, group in groupby(steps, key=lambda step: days.get(step[0]) or step[0])]
