"""The legs of a journey: one visit for each country that the words lead to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import Actor
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.scene import Scene
from parley.reading.places import PlaceMention
from parley.records.engagement import EngagementStatus

_SEATS = {"Brussels": "EUU"}


def legs(
    scene: Scene,
    head: Token,
    first: int,
    end: int,
    stops: list[PlaceMention],
    actor: Actor,
    status: EngagementStatus | None,
    owners: set[int],
) -> Iterator[Draft]:
    """One draft for each country among the stops and each Party that sends somebody, each with the dates behind it."""
    done: set[str] = set()
    for number, stop in enumerate(stops):
        host = _host(stop)
        if host is None or host in done:
            continue
        done.add(host)
        following = stops[number + 1].first if number + 1 < len(stops) else end
        last = max(following, stop.last) if number + 1 == len(stops) else stop.last
        start, until = scene.characters(first if number == 0 else stop.first, max(last, head.i + 1))
        for visitor in _visitors(scene, actor):
            if host not in visitor.parties:
                yield Draft(
                    "visit",
                    head,
                    frozenset(owners),
                    start,
                    until,
                    Actor(visitor.people, (*visitor.parties, host)),
                    status,
                    "in_person",
                    stop.place,
                    visitor=visitor.parties[0] if visitor.parties else None,
                    host=host,
                    reach=(stop.last, following) if len(stops) > 1 else None,
                )


def _host(stop: PlaceMention) -> str | None:
    """Whose guest one is there; in Brussels, that of the Union."""
    return _SEATS.get(stop.city or "", stop.country)


def _visitors(scene: Scene, actor: Actor) -> list[Actor]:
    """Those who travel, by the Party they speak for."""
    if len(actor.parties) < 2:
        return [actor]
    by_party = [
        Actor(tuple(person for person in actor.people if scene.party_of(person) == code), (code,))
        for code in actor.parties
    ]
    return by_party if len(by_party) > 1 and actor.people else [actor]
