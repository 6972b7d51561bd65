"""What an engagement takes over from the trip or the event it is part of: place and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from parley.reading.engagements.draft import Draft

_TALKS = ("meeting", "dialogue")
_DURING = frozenset(["at", "during", "in", "for", "on", "to", "of", "after", "with"])
_DESTINATION = "the visit that leads to it"
_FAR_TOKENS = 30
_HIGHEST = 8
_TRIP = "the visit it is part of"
_EVENT = "the event it takes place at"


def inherit(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; what lacks a date takes that of the event it is told to be at, and talks with a host at home the
    place, and if need be the dates, of the visit to that host."""
    events = [draft for draft in drafts if draft.kind == "conference" and draft.when is not None]
    placed = [_from_event(draft, events) if draft.kind not in ("conference", "call") else draft for draft in drafts]
    visits = [draft for draft in placed if draft.kind == "visit" and draft.host and draft.status != "cancelled"]
    hosted = [_from_trip(draft, visits) if draft.kind in _TALKS else draft for draft in placed]
    talks = [draft for draft in hosted if draft.kind in _TALKS and draft.when is not None and draft.status == "held"]
    return [
        _from_talks(draft, talks) if draft.kind == "statement" and draft.when is None else draft for draft in hosted
    ]


def lend(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; a conference that somebody travels to, told with neither place nor date, has those of the visit."""
    visits = [draft for draft in drafts if draft.kind == "visit" and draft.place is not None]
    speeches = [draft for draft in drafts if draft.kind in ("speech", "hearing") and draft.when is not None]
    shared = [_on_the_day(draft, speeches) if draft.kind == "conference" else draft for draft in drafts]
    return [_at_destination(draft, visits) if draft.kind == "conference" else draft for draft in shared]


def _on_the_day(event: Draft, speeches: Sequence[Draft]) -> Draft:
    """ "told a summit on Wednesday": the summit was on Wednesday too."""
    speech = next((speech for speech in speeches if event.head.i in speech.owners), None)
    named = event.series is not None and event.place is None
    if speech is None or event.when is not None or event.generic or named:
        return event
    return replace(event, when=speech.when, inferred=(*event.inferred, ("when", "the speech told with it")))


def _at_destination(event: Draft, visits: Sequence[Draft]) -> Draft:
    if event.place is not None or event.when is not None or (event.generic and not event.indefinite):
        return event
    for visit in visits:
        near = 0 < event.head.i - visit.head.i < _FAR_TOKENS and visit.head.sent.start == event.head.sent.start
        if near and _purpose_of(event, [visit]) is not None:
            grounds = (("place", _DESTINATION), ("when", _DESTINATION))
            return replace(event, place=visit.place, when=visit.when, inferred=(*event.inferred, *grounds))
    return event


def _from_event(draft: Draft, events: Sequence[Draft]) -> Draft:
    """The date, and where none is told the place, of the conference that the same clause names behind "at" or "for"."""
    if draft.when is not None or draft.status in ("cancelled", "postponed"):
        return draft
    event = next((event for event in events if _is_at(event.head, draft)), None)
    if event is None:
        return draft
    inferred = (*draft.inferred, ("when", _EVENT))
    if draft.place is None and event.place is not None and draft.mode != "virtual":
        return replace(draft, when=event.when, place=event.place, inferred=(*inferred, ("place", _EVENT)))
    return replace(draft, when=event.when, inferred=inferred)


def _is_at(event: Token, draft: Draft) -> bool:
    """Whether the event hangs on the words of the draft by "at", "during", "for" and the like alone, or stands behind
    them so."""
    if draft.head.i < event.i < draft.head.sent.end:
        between = event.doc[draft.head.i + 1 : event.left_edge.i]
        if len(between) and between[-1].lower_ in _DURING and not any(token.pos_ == "VERB" for token in between):
            return True
    token = event
    for _ in range(_HIGHEST):
        if token.i in draft.owners:
            return token.i != event.i or event.i in draft.owners
        if token.head == token or token.pos_ in ("VERB", "AUX"):
            return False
        if token.dep_ == "prep" and token.lower_ not in _DURING:
            return False
        token = token.head
    return False


def _from_trip(talks: Draft, visits: Sequence[Draft]) -> Draft:
    if talks.mode == "virtual":
        return talks
    trip = _purpose_of(talks, visits) or _trip_of(talks, visits)
    if trip is None:
        return talks if talks.place is None else replace(talks, mode="in_person")
    inferred = list(talks.inferred)
    if talks.place is None and trip.place is not None:
        inferred.append(("place", _TRIP))
    if talks.when is None and trip.when is not None:
        inferred.append(("when", _TRIP))
    return replace(
        talks, mode="in_person", place=talks.place or trip.place, when=talks.when or trip.when, inferred=tuple(inferred)
    )


def _purpose_of(talks: Draft, visits: Sequence[Draft]) -> Draft | None:
    """The visit of "will be in A to meet B": the verb of the talks hangs on that of the visit."""
    token = talks.head
    for _ in range(_HIGHEST):
        for visit in reversed(visits):
            if token.i in visit.owners and visit.head.i < talks.head.i:
                return visit
        if token.head == token or token.dep_ == "conj":
            return None
        token = token.head
    return None


def _trip_of(talks: Draft, visits: Sequence[Draft]) -> Draft | None:
    """The visit of one of them to the other, agreeing in time and place; of several the nearest in the text."""
    fitting = [
        visit
        for visit in visits
        if visit.host in talks.actor.parties
        and set(visit.actor.people) & set(talks.actor.people)
        and talks.country in (None, visit.host)
        and (talks.when is None or visit.when is None or talks.when.overlaps(visit.when, 1))
        and _could_be_one(talks, visit)
    ]
    return min(fitting, key=lambda visit: (visit.when is None, abs(visit.head.i - talks.head.i)), default=None)


def _could_be_one(talks: Draft, visit: Draft) -> bool:
    """A meeting that was held is no part of a visit still to come, nor the other way round."""
    ahead = ("planned", "trailed", "postponed")
    if talks.status == "held":
        return visit.status not in ahead
    return visit.status != "held" if talks.status in ahead else True


def _from_talks(statement: Draft, talks: Sequence[Draft]) -> Draft:
    """A joint statement without a date is of the day of the talks between those who issued it."""
    own = [t for t in talks if set(statement.actor.parties) == set(t.actor.parties) and len(t.actor.parties) > 1]
    if not own:
        return statement
    nearest = min(own, key=lambda t: abs(t.head.i - statement.head.i))
    return replace(
        statement, when=nearest.when, inferred=(*statement.inferred, ("when", "the talks of those who issued it"))
    )
