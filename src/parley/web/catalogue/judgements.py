"""Judgements as items of the catalogue, and where the records are now that they changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from parley.briefing.dates import MONTHS
from parley.briefing.headlines import headline
from parley.briefing.pledges import pledge_in_words
from parley.briefing.prose import capitalised, party_in_prose, tidy
from parley.records import BookEntry, Effect, Event, Judgement, LinkedPerson
from parley.records.ids import content_id
from parley.records.judgement import undone
from parley.records.linked import Linked
from parley.web.addresses import address_of
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.models.judgement import JudgementWhole, Moved, Named

VERB_LABELS = {"merge": "Merged", "split": "Split", "reject": "Rejected", "note": "Noted", "undo": "Undone"}
_STATE_LABELS = {"in_force": "in force", "not_applied": "not applied", "undone": "undone"}
_KINDS: Mapping[str, tuple[str, str]] = {
    "engagement": ("event", Event.prefix),
    "person": ("person", LinkedPerson.prefix),
    "pledge": ("pledge", BookEntry.prefix),
}
"""What reports of each kind are linked into, and how the ids of that begin."""


def judgement_items(desk: Desk) -> Iterator[Item]:
    """Every judgement, the newest first, then a ``moved`` for each id of a record that is not there any more."""
    told = _Told(desk)
    for judgement in reversed(desk.view.judgements):
        whole = told.whole(judgement)
        yield Item(
            kind="judgement",
            id=whole.id,
            title=f"{whole.verb_label} by {whole.author}",
            content=whole,
            facets=[("verb", whole.verb), ("state", whole.state), ("author", whole.author)],
            first_day=whole.time[:10],
            last_day=whole.time[:10],
            words=" ".join([whole.reason, whole.text, *(named.title or "" for named in whole.named)]),
        )
    for name, moved in told.moved().items():
        yield Item(kind="moved", id=name, title="", content=moved)


class _Told:
    """The judgements of a desk in words."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._effects: dict[str, Effect] = {effect.judgement: effect for effect in desk.view.links.effects}
        self._undone = undone(desk.view.judgements)

    def whole(self, judgement: Judgement) -> JudgementWhole:
        effect = self._effects.get(judgement.id)
        state = "undone" if judgement.id in self._undone else "in_force"
        if effect and not effect.applies:
            state = "not_applied"
        return JudgementWhole(
            id=judgement.id,
            number=judgement.number,
            verb=judgement.verb,
            verb_label=VERB_LABELS[judgement.verb],
            kind=_kind(judgement),
            named=tuple(self._named(name, judgement) for name in judgement.named),
            author=judgement.author,
            time=judgement.time.isoformat(timespec="seconds"),
            when=f"{judgement.time.day} {MONTHS[judgement.time.month]} {judgement.time.year}",
            reason=judgement.reason,
            text=judgement.text,
            state=state,
            state_label=_STATE_LABELS[state],
            effect=self._in_words(judgement, effect),
            words=self._desk.report_refs(anchor.report for anchor in judgement.anchors),
            undoes=judgement.undoes,
            undone_by=self._undone.get(judgement.id),
        )

    def moved(self) -> dict[str, Moved]:
        """Where the reports of every record are that a judgement named or made, and that is not there now."""
        found: dict[str, Moved] = {}
        for judgement in self._desk.view.judgements:
            kind = _kind(judgement)
            for name, reports in _records(judgement).items():
                if kind and name not in self._desk.view.linked:
                    holder = self._holder(kind, reports)
                    words = self._effects[judgement.id].words if judgement.id in self._effects else judgement.by
                    found[name] = Moved(id=holder.id if holder else None, words=words)
        return found

    def _named(self, name: str, judgement: Judgement) -> Named:
        kind = _kind(judgement)
        if kind is None:
            return Named(id=name, title=None, address=None)
        holder = self._desk.view.linked.get(name)
        if holder is None:
            reports = _records(judgement).get(name, (name,))
            holder = self._holder(kind, [report for report in reports if report in self._desk.view.reports])
        if holder is None:
            return Named(id=name, title=None, address=None)
        return Named(id=name, title=self._title(holder), address=address_of(kind, holder.id))

    def _holder(self, kind: str, reports: Iterable[str]) -> Linked | None:
        """The record of a kind that holds most of some reports."""
        wanted = set(reports)
        shared = ((len(wanted & set(one.reports)), one) for one in self._by_report(kind, wanted))
        return max(shared, key=lambda pair: (pair[0], pair[1].id), default=(0, None))[1]

    def _by_report(self, kind: str, reports: Iterable[str]) -> list[Linked]:
        found = {id(one): one for report in reports for one in self._holders[kind].get(report, ())}
        return list(found.values())

    @cached_property
    def _holders(self) -> Mapping[str, Mapping[str, list[Linked]]]:
        links = self._desk.view.links
        found: dict[str, dict[str, list[Linked]]] = {"event": {}, "person": {}, "pledge": {}}
        groups: tuple[tuple[str, Iterable[Linked]], ...] = (
            ("event", links.events),
            ("person", links.people),
            ("pledge", links.pledges),
        )
        for kind, records in groups:
            for record in records:
                for report in record.reports:
                    found[kind].setdefault(report, []).append(record)
        return found

    def _title(self, record: Linked) -> str:
        if isinstance(record, Event):
            return headline(record, self._desk.shelf)
        if isinstance(record, BookEntry):
            return f"{capitalised(party_in_prose(record.party))}: {pledge_in_words(record, self._desk.shelf)}"
        return tidy(record.name) if isinstance(record, LinkedPerson) else record.id

    def _in_words(self, judgement: Judgement, effect: Effect | None) -> str:
        if by := self._undone.get(judgement.id):
            return f"undone by {by}"
        return effect.words if effect else judgement.by


def _kind(judgement: Judgement) -> str | None:
    anchors = judgement.anchors
    return _KINDS[anchors[0].kind][0] if anchors and anchors[0].kind in _KINDS else None


def _records(judgement: Judgement) -> dict[str, tuple[str, ...]]:
    """The reports of the records that a judgement is about, as far as it tells: those named, and what it made."""
    kind = _kind(judgement)
    if kind is None:
        return {}
    ones, others = (tuple(anchor.report for anchor in side) for side in (judgement.ones, judgement.others))
    groups = [group for group in (ones, others, (*ones, *others)) if group]
    prefix = dict(_KINDS.values())[kind]
    found = {content_id(prefix, {"reports": sorted(set(group))}): group for group in groups}
    if judgement.verb == "merge":
        found |= dict(zip(judgement.named, (ones, others), strict=False))
    elif judgement.named and judgement.named[0].startswith(f"{prefix}_"):
        found[judgement.named[0]] = (*ones, *others)
    return found
