"""Where the made-up press disagrees: one document of several says something else of an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

from benchmarks.made_up.cast import COUNTRIES, FIGURES, Figure
from benchmarks.made_up.happenings import Happening, Tell
from benchmarks.made_up.shapes import Plan

_LEAST_TOLD = 3
_EACH = 4


def with_disputes(plans: Sequence[Plan], rng: Random) -> list[Plan]:
    """The plans with wrong days, wrong cities, a held event called off and a stand-in, each in a few documents."""
    made = list(plans)
    events = _told_often(made)
    rng.shuffle(events)
    chosen = iter(events)
    for _ in range(_EACH):
        _change(made, next(chosen), rng, "days")
    for _ in range(_EACH):
        _change(made, next(event for event in chosen if _other_city(event)), rng, "city")
    for _ in range(_EACH - 1):
        _change(made, next(event for event in chosen if event.kind == "meeting"), rng, "status")
    for _ in range(_EACH - 2):
        _change(made, next(event for event in chosen if _stand_ins(event)), rng, "instead")
    return made


def _told_often(plans: Sequence[Plan]) -> list[Happening]:
    told: dict[Happening, int] = {}
    for plan in plans:
        for tell in plan.news:
            told[tell.happening] = told.get(tell.happening, 0) + _is_plain(tell)
    return [event for event, times in told.items() if times >= _LEAST_TOLD and event.kind in ("meeting", "visit")]


def _is_plain(tell: Tell) -> bool:
    return tell.stage == "held" and not tell.also and not tell.anonymous


def _other_city(event: Happening) -> str | None:
    cities = COUNTRIES[event.country].cities if event.country and event.country in COUNTRIES else ()
    return next((city for city in cities if city != event.city), None)


def _stand_ins(event: Happening) -> list[Figure]:
    """Who of the host's Party could have met the visitor instead; for talks only."""
    if event.kind != "meeting":
        return []
    return [other for other in FIGURES if other.party == event.people[1].party and other not in event.people]


def _change(plans: list[Plan], event: Happening, rng: Random, what: str) -> None:
    """Let one dated document say something else, and the others be exact."""
    places = [
        (number, place)
        for number, plan in enumerate(plans)
        for place, tell in enumerate(plan.news)
        if tell.happening == event and _is_plain(tell)
    ]
    dated = [place for place in places if plans[place[0]].published] or places
    odd = max(dated, key=lambda place: (plans[place[0]].published or event.days[0], place))
    for number, place in places:
        tell = plans[number].news[place]
        changed = _odd(tell, rng, what) if (number, place) == odd else replace(tell, exact=True)
        news = (*plans[number].news[:place], changed, *plans[number].news[place + 1 :])
        plans[number] = replace(plans[number], news=news)


def _odd(tell: Tell, rng: Random, what: str) -> Tell:
    event = tell.happening
    if what == "days":
        shift = timedelta(days=-rng.choice((1, 2)))
        return replace(tell, days=(event.days[0] + shift, event.days[1] + shift), exact=True)
    if what == "city":
        return replace(tell, city=_other_city(event), exact=True)
    if what == "status":
        return replace(tell, stage="cancelled", exact=True)
    return replace(tell, instead=rng.choice(_stand_ins(event)), exact=True)
