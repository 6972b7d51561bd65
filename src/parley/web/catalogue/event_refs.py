"""How events and the people in them are pointed at from other pages."""

from __future__ import annotations

from collections.abc import Iterable

from parley.briefing.headlines import headline
from parley.briefing.shelf import party_view
from parley.briefing.timeline import STATUS_LABELS, event_date
from parley.records import Event
from parley.web.catalogue.desk import Desk
from parley.web.models.event import Delegation, EventRef, PersonRef


def event_ref(event: Event, desk: Desk) -> EventRef:
    """An event by its headline, date and status."""
    return EventRef(
        id=event.id,
        title=headline(event, desk.shelf),
        status=event.status,
        status_label=STATUS_LABELS[event.status],
        date=event_date(event, desk.shelf),
    )


def person_ref(name: str, desk: Desk) -> PersonRef:
    """Somebody known by a name, with the first office that documents give."""
    linked = desk.shelf.person_called(name)
    return PersonRef(
        id=linked.id if linked else None, name=name, role=linked.roles[0] if linked and linked.roles else None
    )


def delegations(parties: Iterable[str], people: Iterable[str], desk: Desk) -> tuple[Delegation, ...]:
    """Who takes part, by Party in the order given, then by organisation, then those whose side is not told."""
    by_side: dict[tuple[str | None, str | None], list[PersonRef]] = {(code, None): [] for code in parties}
    for name in people:
        linked = desk.shelf.person_called(name)
        party = linked.party if linked else None
        organisation = linked.organisation if linked and party is None else None
        by_side.setdefault((party, organisation), []).append(person_ref(name, desk))
    ordered = sorted(by_side, key=lambda side: (side[0] is None, side[1] is None))
    return tuple(
        Delegation(party=party_view(party) if party else None, organisation=organisation, people=tuple(by_side[side]))
        for side in ordered
        for party, organisation in [side]
    )
