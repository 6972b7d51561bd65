"""Why reports were joined to one event, person or pledge: by rule, and by judgement."""

from __future__ import annotations

from dataclasses import dataclass

from parley.records import Effect, Judgement
from parley.records.linked import BookEntry, Event, Linked
from parley.workflow.judging import is_judged, linked_record, word_for
from parley.workflow.ledger_view import View


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Another record of the kind that could have been the same, and why it is not."""

    record: str
    why: str


@dataclass(frozen=True, slots=True)
class Why:
    """A linked record explained.

    ``reasons`` say why its reports were joined, ``judged`` which merges and splits made it, ``notes`` what was put
    beside it, ``apart`` what was kept apart.
    """

    record: Linked
    kind: str
    reasons: tuple[str, ...]
    judged: tuple[tuple[Judgement, Effect], ...]
    notes: tuple[tuple[Judgement, Effect], ...]
    apart: tuple[KeptApart, ...]


def why(shown: View, record: str) -> Why:
    """What is known of the links of an event, a person or a pledge, or of what a report belongs to.

    Raises RecordNotFound or UsageError.
    """
    found = linked_record(shown, record)
    effects = {effect.judgement: effect for effect in shown.links.effects if effect.applies}
    here = [
        (judgement, effects[judgement.id])
        for judgement in shown.judgements
        if judgement.id in effects and set(found.reports) & set(effects[judgement.id].reports)
    ]
    judged = tuple(pair for pair in here if pair[0].verb in ("merge", "split"))
    decided = _apart_by_judgement(shown, found, judged)
    known = {one.record for one in decided}
    return Why(
        record=found,
        kind=word_for(found),
        reasons=reasons_of(found),
        judged=judged,
        notes=tuple(pair for pair in here if pair[0].verb == "note"),
        apart=(*decided, *(one for one in _apart_by_rule(shown, found) if one.record not in known)),
    )


def reasons_of(record: Linked) -> tuple[str, ...]:
    """Why the reports of a linked record were joined."""
    told = tuple(getattr(record, "reasons", ()))
    if told:
        return told
    if len(record.reports) == 1:
        return ("one report only: nothing was joined",)
    if isinstance(record, BookEntry):
        return ("one Party, kind and target year, and nothing that two of its reports both state differs",)
    return ("the same name",)


def _apart_by_judgement(
    shown: View, record: Linked, judged: tuple[tuple[Judgement, Effect], ...]
) -> tuple[KeptApart, ...]:
    found: dict[str, str] = {}
    for judgement, effect in judged:
        if judgement.verb == "split":
            for other in shown.linked.values():
                if other.id != record.id and is_judged(other) and set(effect.reports) & set(other.reports):
                    found[other.id] = effect.words
    return tuple(KeptApart(other, words) for other, words in found.items())


def _apart_by_rule(shown: View, record: Linked) -> tuple[KeptApart, ...]:
    from parley.linking.apart import kept_apart

    if not isinstance(record, Event):
        return ()
    return tuple(KeptApart(one.event, one.why) for one in kept_apart(record, shown.readings, shown.links))
