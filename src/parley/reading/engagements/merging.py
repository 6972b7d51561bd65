"""Restatements of one engagement joined: one record for each thing in the world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.agents import Actor
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.lexicon import lemmas
from parley.terms.when import Interval

_ORDINALS = lemmas("talks", "ordinals")
_OWN_NAMES = ("dialogue", "forum", "assembly")
_ANY_GATHERING = frozenset(["meeting", "talks", "event", "gathering", "session"])
_TALKS = ("meeting", "dialogue", "call")
_CLASS = {"call": "talks", "meeting": "talks", "dialogue": "talks", "speech": "address", "hearing": "address"}


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with restatements joined to the first, or fuller, mention."""
    return [draft for draft in _joined_all(drafts) if _stands_alone(draft)]


def _joined_all(drafts: Sequence[Draft]) -> list[Draft]:
    merged: list[Draft] = []
    for draft in drafts:
        at = next((i for i in reversed(range(len(merged))) if same(merged[i], draft)), None)
        if at is None:
            merged.append(draft)
        else:
            merged[at] = _joined(merged[at], draft)
    return merged


def _stands_alone(draft: Draft) -> bool:
    """A conference needs a name, or a place and a date; "the visit" nobody told of is nothing."""
    if draft.kind in _TALKS:
        return _is_an_event(draft)
    if draft.kind != "conference":
        return not draft.generic
    told = draft.when is not None or draft.status in ("postponed", "cancelled")
    if draft.generic:
        apart = draft.place is not None or draft.mode == "virtual" or len(draft.actor.parties) > 1
        return told and (apart or (draft.indefinite and draft.head.lower_ == "summit"))
    return draft.edition is not None or told or (draft.name is None and draft.place is not None)


def _is_an_event(talks: Draft) -> bool:
    """ "Their meeting" tells of one where its day is told; what two merely agree to do one day is none yet."""
    if talks.generic:
        return talks.date_words is not None
    vague = talks.when is None and talks.place is None and not talks.actor.people
    return not (vague and talks.status == "planned")


def merge_visits(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with restatements of visits joined, so that what is part of a visit finds all that is told of it."""
    visits = _joined_all([draft for draft in drafts if draft.kind == "visit"])
    others = [draft for draft in drafts if draft.kind != "visit"]
    return sorted([*visits, *others], key=lambda draft: (draft.head.i, draft.start))


def same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell of one engagement."""
    if _CLASS.get(one.kind, one.kind) != _CLASS.get(other.kind, other.kind):
        return False
    if one.kind == "conference":
        return _same_conference(one, other)
    if one.generic or other.generic:
        return _refers(one, other)
    if not _same_time(one, other) or not _same_fate(one, other) or not _same_country(one, other):
        return False
    if len({number for draft in (one, other) if (number := _ordinal(draft))}) == 2:
        return False
    if one.kind == "visit":
        visitors = {one.visitor, other.visitor} - {None}
        return one.host == other.host and len(visitors) < 2 and _same_people(one, other)
    if one.kind == "statement":
        return _overlap(one.actor.parties, other.actor.parties) >= 0.99
    if {one.kind, other.kind} == {"meeting", "dialogue"}:
        return False
    if (one.kind == "call" or one.mode == "virtual") != (other.kind == "call" or other.mode == "virtual"):
        return False
    if _are_several(one) != _are_several(other) and bool(one.actor.people) != bool(other.actor.people):
        return False
    return _same_people(one, other) and _overlap(one.actor.parties, other.actor.parties) >= 0.5


def _ordinal(draft: Draft) -> str | None:
    """The "second" of "the second meeting"."""
    return next((child.lower_ for child in draft.head.children if child.lower_ in _ORDINALS), None)


def _are_several(draft: Draft) -> bool:
    """ "meetings": no single one of them."""
    return draft.head.tag_ == "NNS" and draft.head.lower_.endswith("meetings")


def _refers(one: Draft, other: Draft) -> bool:
    """ "the visit" is the visit last spoken of, if the person and the time agree."""
    if _CLASS.get(one.kind, one.kind) != _CLASS.get(other.kind, other.kind) or not _same_time(one, other):
        return False
    return _same_people(one, other)


def _same_time(one: Draft, other: Draft) -> bool:
    if one.when is None or other.when is None:
        return True
    return one.when.overlaps(other.when, 0)


def _same_fate(one: Draft, other: Draft) -> bool:
    over = {"held", "under_way"}
    ahead = {"planned", "trailed", "postponed"}
    statuses = {one.status, other.status} - {None}
    return len(statuses) < 2 or statuses <= over or statuses <= ahead | {"under_way"}


def _same_country(one: Draft, other: Draft) -> bool:
    return one.country is None or other.country is None or one.country == other.country


def _same_people(one: Draft, other: Draft) -> bool:
    """One's people are among the other's, or one names nobody."""
    ours, theirs = set(one.actor.people), set(other.actor.people)
    if not ours or not theirs:
        return (
            bool(set(one.actor.parties) & set(other.actor.parties)) or not one.actor.parties or not other.actor.parties
        )
    return ours <= theirs or theirs <= ours


def _overlap(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    if not ours and not theirs:
        return 1.0
    return len(set(ours) & set(theirs)) / len(set(ours) | set(theirs))


def _same_conference(one: Draft, other: Draft) -> bool:
    if one.edition is not None and other.edition is not None:
        return one.edition == other.edition
    if one.generic or other.generic:
        return _refers_to_conference(one, other)
    if set(one.actor.parties) != set(other.actor.parties) or not _same_country(one, other):
        return False
    if one.name and other.name:
        return one.name in other.name or other.name in one.name
    stated = one.when is not None and other.when is not None
    placed = one.country is not None and other.country is not None
    return _same_time(one, other) and (stated or placed)


def _refers_to_conference(one: Draft, other: Draft) -> bool:
    """ "the summit" is the one last spoken of, unless place or time forbid it."""
    if one.generic and other.generic and (one.when is None or other.when is None):
        return False
    if one.indefinite or other.indefinite:
        return False
    if other.place is not None and other.when is not None and one.place is None and one.when is None:
        return False
    if one.generic and not other.generic and one.head.sent.start != other.head.sent.start:
        return False
    if one.actor.parties and other.actor.parties and one.actor.parties != other.actor.parties:
        return False
    if not (_may_be_called(one, other) and _may_be_called(other, one)):
        return False
    return _same_time(one, other) and _same_country(one, other)


def _may_be_called(named: Draft, generic: Draft) -> bool:
    """ "the dialogue" is one whose name says so; "the summit" may be any that is not named a dialogue or a forum."""
    if named.name is None or not generic.generic:
        return True
    word, name = generic.head.lower_, named.name.lower()
    own = next((kind for kind in _OWN_NAMES if kind in name), None)
    return word == own if word in _OWN_NAMES else own is None or word in _ANY_GATHERING


def _both(one: Actor, other: Actor) -> Actor:
    """Everybody, in order of mention."""
    return Actor(tuple(dict.fromkeys(one.people + other.people)), tuple(dict.fromkeys(one.parties + other.parties)))


def _is_inferred(draft: Draft) -> bool:
    return any(field == "when" for field, _ in draft.inferred)


def _says_more(one: Interval, other: Interval) -> bool:
    """Whether a date is narrower: in days, or as an opening day within the month or year told besides."""
    if _opens_within(one, other) or _opens_within(other, one):
        return _opens_within(one, other)
    return (one.days or 999) < (other.days or 999)


def _opens_within(one: Interval, other: Interval) -> bool:
    exact = one.end is None and one.precision == "day" and other.precision != "day"
    return exact and other.contains(Interval(one.start, one.start))


def _joined(one: Draft, other: Draft) -> Draft:
    """The two as one: the fuller actor, the more precise date, the surer status."""
    if one.generic and not other.generic:
        one, other = other, one
    when, status = one.when or other.when, one.status or other.status
    put_off = next((draft for draft in (one, other) if draft.status == "postponed"), None)
    if put_off is not None:
        when = put_off.when
    elif one.when and other.when and _says_more(other.when, one.when) and not _is_inferred(other):
        when = other.when
    kept = {"planned": 1, "trailed": 0, "held": 2, "under_way": 3, "postponed": 4, "cancelled": 4, None: -1}
    if kept[other.status] > kept[status]:
        status = other.status
    place = one.place if one.place and (one.place.city or not other.place) else other.place
    return replace(
        one,
        actor=_both(one.actor, other.actor),
        when=when,
        status=status,
        place=place,
        name=one.name or other.name,
        edition=one.edition or other.edition,
        owners=one.owners | other.owners,
        mode=one.mode if one.mode != "unknown" else other.mode,
        restatements=(*one.restatements, (other.start, other.end), *other.restatements),
        inferred=tuple(dict.fromkeys(one.inferred + other.inferred)),
    )
