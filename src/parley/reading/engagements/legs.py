"""The legs of a journey: one visit for each country that the words lead to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from parley.reading.agents import Actor
from parley.reading.engagements.draft import Draft
from parley.reading.engagements.scene import Scene
from parley.reading.places import PlaceMention
from parley.records.engagement import EngagementStatus


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
    """One draft for each country among the stops, each with the dates behind it."""
    done: set[str] = set()
    visitor = actor.parties[0] if actor.parties else None
    for number, stop in enumerate(stops):
        country = stop.country
        if country is None or country in actor.parties or country in done:
            continue
        done.add(country)
        following = stops[number + 1].first if number + 1 < len(stops) else end
        last = max(following, stop.last) if number + 1 == len(stops) else stop.last
        start, until = scene.characters(first if number == 0 else stop.first, max(last, head.i + 1))
        parties = tuple(dict.fromkeys([*actor.parties, country]))
        yield Draft(
            "visit",
            head,
            frozenset(owners),
            start,
            until,
            Actor(actor.people, parties),
            status,
            "in_person",
            stop.place,
            visitor=visitor,
            host=country,
            reach=(stop.last, following) if len(stops) > 1 else None,
        )
