"""What the press makes of the stories: which document says what, when, in which shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.made_up.cast import OFFICIAL, OUTLETS, Outlet
from benchmarks.made_up.happenings import Happening, Tell
from benchmarks.made_up.patterns import AGENDA, ANONYMOUS, EVENTS
from benchmarks.made_up.shapes import Plan
from benchmarks.made_up.stories import Story

_OFFICIAL_SHAPES = ("press release", "readout", "briefing")
_AFTER = (
    "wire",
    "wire short",
    "feature",
    "digest",
    "corrected",
    "undated",
    "live",
    "newsletter",
    "opinion",
    "explainer",
)
_BEFORE = ("wire", "preview", "press release", "newsletter", "wire short", "briefing", "undated")


def plans(stories: Sequence[Story], rng: Random) -> list[Plan]:
    """The documents of every story, and lists that speak of several."""
    made = [plan for story in stories for plan in _of_story(story, rng)]
    made += _agendas(stories, rng)
    made += _digests(stories, rng)
    made = [replace(plan, news=tuple(_anonymous(tell, stories, rng) for tell in plan.news)) for plan in made]
    made = [_with_background(plan, stories, rng) for plan in made]
    return [replace(plan, published=None) if _loses_its_date(plan, rng) else plan for plan in made]


def _loses_its_date(plan: Plan, rng: Random) -> bool:
    return plan.shape in _AFTER and not plan.background and rng.random() < 0.06


def _of_story(story: Story, rng: Random) -> Iterator[Plan]:
    if story.main.kind == "conference":
        yield from _of_conference(story.main, rng)
        return
    start, end = story.main.before or story.main.days
    if story.main.kind == "visit" and rng.random() < 0.6:
        yield _plan("rumour", start - timedelta(days=rng.randrange(16, 28)), story, "trailed", rng)
    if story.main.kind != "statement":
        for _ in range(rng.choice((1, 2, 3))):
            yield _plan(rng.choice(_BEFORE), start - timedelta(days=rng.randrange(3, 13)), story, "planned", rng)
    if story.main.before:
        for _ in range(3):
            yield _plan(rng.choice(("wire", "briefing", "digest")), start - timedelta(days=1), story, "postponed", rng)
        start, end = story.main.days
        yield _plan("preview", start - timedelta(days=3), story, "planned again", rng)
    if story.main.fate == "cancelled":
        for shape in ("wire", "press release", "wire short", "newsletter"):
            yield _plan(shape, start - timedelta(days=rng.randrange(1, 3)), story, "cancelled", rng)
        return
    if story.main.kind == "visit" and rng.random() < 0.7:
        yield _plan("wire short", start, story, "under_way", rng)
    for _ in range(rng.choice((4, 5, 6))):
        shape = rng.choice(_OFFICIAL_SHAPES if rng.random() < 0.3 else _AFTER)
        yield _plan(shape, end + timedelta(days=rng.choice((1, 1, 1, 2, 3, 6))), story, "held", rng)


def _of_conference(event: Happening, rng: Random) -> Iterator[Plan]:
    for _ in range(2):
        published = event.days[0] - timedelta(days=rng.randrange(5, 60))
        yield Plan("preview", rng.choice(OUTLETS), published, (Tell(event, "planned"),))
    for _ in range(3):
        published = event.days[1] + timedelta(days=rng.randrange(1, 20))
        yield Plan(
            rng.choice(("feature", "explainer", "opinion")), rng.choice(OUTLETS), published, (Tell(event, "held"),)
        )


def _plan(shape: str, published: date, story: Story, stage: str, rng: Random) -> Plan:
    """One document on a story; of visit and talks it tells one or the other or both."""
    outlet = _outlet(shape, rng)
    at_stage = "planned" if stage == "planned again" else stage
    told = [event for event in story.happenings if at_stage in EVENTS[event.kind]]
    if at_stage == "under_way":
        talks = [event for event in story.happenings[1:] if event.kind == "meeting"][:1]
        news = [Tell(told[0], "under_way"), *(Tell(event, "planned") for event in talks)]
    else:
        kept = [event for event in told if rng.random() < 0.75] or told[:1]
        early = stage in ("trailed", "planned") and story.main.before is not None
        news = [Tell(event, at_stage, days=event.before if early else None) for event in kept]
        news = _as_one_trip(news, rng) if at_stage in ("held", "planned") else news
        news = _listed(news, rng) if at_stage == "held" else news
    return Plan(shape, outlet, None if shape == "undated" else published, tuple(news))


def _as_one_trip(news: Sequence[Tell], rng: Random) -> list[Tell]:
    """Two legs of one trip, now and then in one sentence with the days of both."""
    legs = [tell for tell in news if tell.happening.kind == "visit"]
    if len(legs) != 2 or legs[0].happening.days[0].month != legs[1].happening.days[1].month or rng.random() > 0.4:
        return list(news)
    rest = [tell for tell in news if tell not in legs]
    return [replace(legs[0], also=(legs[1].happening,)), *rest]


def _listed(news: Sequence[Tell], rng: Random) -> list[Tell]:
    """Two meetings of one visitor in one city, now and then in one sentence."""
    talks = [tell for tell in news if tell.happening.kind == "meeting"]
    if len(talks) != 2 or talks[0].happening.city != talks[1].happening.city or rng.random() > 0.35:
        return list(news)
    rest = [tell for tell in news if tell not in talks]
    return [*rest, replace(talks[0], also=(talks[1].happening,))]


def _anonymous(tell: Tell, stories: Sequence[Story], rng: Random) -> Tell:
    """Talks told without names now and then, where the Parties had no others within three weeks."""
    event = tell.happening
    if event.kind != "meeting" or tell.stage not in ANONYMOUS or tell.also or rng.random() > 0.12:
        return tell
    alike = [other for story in stories for other in story.happenings if other.kind == event.kind]
    near = [other for other in alike if abs(other.days[0] - event.days[0]) < timedelta(days=21)]
    return replace(tell, anonymous=sum(other.parties == event.parties for other in near) == 1)


def _outlet(shape: str, rng: Random) -> Outlet:
    return OFFICIAL if shape in _OFFICIAL_SHAPES else rng.choice(OUTLETS)


def _agendas(stories: Sequence[Story], rng: Random) -> Iterator[Plan]:
    """Every few weeks a list of what is ahead."""
    events = [event for story in stories for event in story.happenings if event.kind in AGENDA]
    days = sorted({event.days[0] - timedelta(days=event.days[0].weekday() + 2) for event in events})
    for day in days[::3]:
        ahead = [event for event in events if timedelta() < event.days[0] - day <= timedelta(days=9)]
        ahead = [event for event in ahead if event.held and event.before is None]
        if ahead:
            yield Plan("agenda", rng.choice(OUTLETS), day, tuple(Tell(event, "planned") for event in ahead[:4]))


def _digests(stories: Sequence[Story], rng: Random) -> Iterator[Plan]:
    """Every few weeks a round-up of what has been."""
    events = [event for story in stories for event in story.happenings if event.held and event.kind != "conference"]
    for day in sorted({event.days[1] + timedelta(days=4) for event in events})[::4]:
        past = [event for event in events if timedelta() < day - event.days[1] <= timedelta(days=9)]
        news = tuple(Tell(event, "held") for event in past[:4])
        yield Plan(rng.choice(("digest", "newsletter", "live")), rng.choice(OUTLETS), day, news)


def _with_background(plan: Plan, stories: Sequence[Story], rng: Random) -> Plan:
    """Now and then the plan with a look back at something months old, rather of the same people than of others."""
    if plan.published is None or rng.random() > 0.4:
        return plan
    here = {person for tell in plan.news for person in tell.happening.people}
    parties = {party for tell in plan.news for party in tell.happening.parties}
    day = plan.published
    old = [
        event
        for story in stories
        for event in story.happenings
        if event.held and "background" in EVENTS[event.kind] and day - event.days[1] > timedelta(days=40)
    ]
    near = [event for event in old if here & set(event.people)] or [
        event for event in old if parties & set(event.parties) or event.kind == "conference"
    ]
    if not near:
        return plan
    return replace(plan, background=(Tell(rng.choice(near), "background"),))
