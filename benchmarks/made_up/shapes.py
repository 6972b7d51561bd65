"""The shapes of documents: what comes in which order, under what head, in what dress."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.made_up import patterns
from benchmarks.made_up.cast import Outlet
from benchmarks.made_up.happenings import Fact, Tell, TellGoal
from benchmarks.made_up.page import Page
from benchmarks.made_up.wording import choose


@dataclass(frozen=True, slots=True)
class Shape:
    """``parts`` in their order (see ``_part``); ``line`` dresses each piece of news; ``titles`` say nothing new."""

    parts: tuple[str, ...]
    titles: tuple[str, ...]
    pool: str = "news"
    line: str = "{}"
    gap: str = "\n\n"
    close: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a document is to say, where and when; ``published`` is None when the text must not give its date away."""

    shape: str
    outlet: Outlet
    published: date | None
    news: tuple[Tell, ...] = ()
    background: tuple[Tell, ...] = ()
    goals: tuple[TellGoal, ...] = ()
    facts: tuple[Fact, ...] = ()


SHAPES: Mapping[str, Shape] = {
    "press release": Shape(
        ("title", "date", "lead", "rest", "filler", "background", "goals", "facts", "close"),
        ("PRESS RELEASE", "FOR IMMEDIATE RELEASE", "Press statement"),
        "official",
        close=("ENDS", "###", "Notes to editors follow."),
    ),
    "wire": Shape(
        ("title", "dateline", "lead", "filler", "rest", "quote", "goals", "facts", "background"),
        ("Climate diplomacy: latest", "World news in brief", "Diplomacy update", "Politics"),
    ),
    "wire short": Shape(
        ("dateline", "lead", "rest", "facts", "goals"), ("",), gap=" ", close=("(Reporting by staff; editing by desk)",)
    ),
    "readout": Shape(
        ("title", "date", "lead", "rest", "filler", "goals", "close"),
        ("Readout", "Readout from the delegation", "Summary of proceedings"),
        "official",
        close=("The two sides agreed to stay in touch.", "Further contacts are foreseen."),
    ),
    "feature": Shape(
        ("title", "byline", "filler", "filler", "lead", "quote", "background", "rest", "filler", "facts", "goals"),
        ("The long road", "A table for two", "What patience buys", "The quiet work of agreement"),
        "feature",
    ),
    "preview": Shape(
        ("title", "byline", "filler", "ask", "lead", "rest", "ask", "background", "facts", "goals", "filler"),
        ("What to expect", "Five things to watch", "The days ahead"),
        "analysis",
    ),
    "rumour": Shape(
        ("title", "byline", "lead", "rest", "filler", "background", "facts"),
        ("Exclusive", "What we are hearing", "Insiders"),
    ),
    "corrected": Shape(
        ("title", "dateline", "lead", "rest", "filler", "background", "facts", "note"),
        ("Climate diplomacy: corrected", "Update"),
    ),
    "undated": Shape(
        ("title", "lead", "filler", "rest", "background", "goals", "facts", "filler"),
        ("Archive", "From our pages", "Notes from the talks"),
        "analysis",
    ),
    "digest": Shape(
        ("title", "date", "lead", "rest", "facts", "goals", "background"),
        ("In brief", "The week in climate", "Round-up"),
        line="- {}",
        gap="\n",
    ),
    "agenda": Shape(("title", "date", "agenda"), ("The week ahead", "Diary", "Forward planner"), line="* {}", gap="\n"),
    "live": Shape(
        ("title", "date", "lead", "rest", "filler", "background", "facts"),
        ("Live updates", "As it happened"),
        line="{clock} {}",
    ),
    "explainer": Shape(
        ("title", "byline", "ask", "goals", "ask", "facts", "filler", "lead", "rest", "background"),
        ("Explained: who has promised what", "Questions and answers", "The numbers behind the pledges"),
        "analysis",
    ),
    "newsletter": Shape(
        ("title", "date", "greeting", "lead", "filler", "rest", "goals", "facts", "background", "close"),
        ("The Carbon Letter", "Morning note", "Friday briefing"),
        "analysis",
        close=("That is all for today.", "Until next time."),
    ),
    "opinion": Shape(
        ("title", "byline", "background", "filler", "lead", "filler", "goals", "rest", "facts", "filler"),
        ("Comment", "A view from the desk", "Why it matters"),
        "analysis",
    ),
    "briefing": Shape(
        ("title", "date", "ask", "lead", "rest", "goals", "filler", "background"),
        ("Spokesperson's remarks", "Regular press briefing"),
        "official",
    ),
}

_QUESTIONS = (
    "What is planned?", "What has happened so far?", "Why does it matter?", "What comes next?", "Who is involved?",
    "What did they promise?",
)  # fmt: skip
_GREETINGS = ("Good morning.", "Hello, and welcome back.", "Dear readers,")
_BYLINES = ("By our diplomatic correspondent", "By the climate desk", "By a staff writer")
_NOTES = (
    "Correction: An earlier version of this article gave a wrong title for one of the officials.",
    "This article was corrected to remove a sentence about a meeting that was not announced.",
    "Clarification: A previous version of this story understated how long the talks lasted.",
)


def write(page: Page, plan: Plan, rng: Random) -> str:
    """The text of a document; what is told first is named in full."""
    shape = SHAPES[plan.shape]
    pieces: list[str] = []
    lead_in = ""
    for part in shape.parts:
        for piece in _part(part, page, plan, shape, rng):
            if part == "dateline":
                lead_in = piece
                continue
            pieces.append(lead_in + piece)
            lead_in = ""
    return "\n\n".join(_blocks(pieces, shape.gap)) + "\n"


def _blocks(pieces: list[str], gap: str) -> list[str]:
    return [gap.join(pieces)] if gap != "\n\n" else pieces


def _part(part: str, page: Page, plan: Plan, shape: Shape, rng: Random) -> Iterator[str]:
    if part in ("lead", "rest", "agenda"):
        told = plan.news[:1] if part == "lead" else plan.news[1:] if part == "rest" else plan.news
        for number, tell in enumerate(told):
            sentence = page.tell(tell, agenda=part == "agenda")
            yield _dressed(sentence + page.afterwards(tell), shape, number, rng)
    elif part == "background":
        yield from (page.tell(tell) for tell in plan.background)
    elif part == "goals":
        yield from (page.tell_goal(goal) for goal in plan.goals)
    elif part == "facts":
        yield from (page.tell_fact(fact) for fact in plan.facts)
    elif part == "quote":
        yield page.quote()
    elif part == "note":
        yield page.correct(rng.choice(_NOTES))
    elif words := _furniture(part, page, shape, rng):
        yield words


def _dressed(sentence: str, shape: Shape, number: int, rng: Random) -> str:
    clock = f"{9 + number}:{rng.choice(('05', '20', '40', '55'))}"
    return shape.line.replace("{clock}", clock).replace("{}", sentence)


def _furniture(part: str, page: Page, shape: Shape, rng: Random) -> str:
    """What says nothing about events."""
    published = page.published
    if part == "title":
        return rng.choice(shape.titles)
    if part == "date":
        return _long_date(published, page.outlet) if published else ""
    if part == "dateline":
        return f"{_abbreviated(published)} ({page.outlet.name}) - " if published else ""
    if part == "filler":
        return choose(patterns.FILLERS[shape.pool], rng)
    if part == "close":
        return rng.choice(shape.close)
    return rng.choice({"ask": _QUESTIONS, "greeting": _GREETINGS, "byline": _BYLINES}[part])


def _long_date(day: date, outlet: Outlet) -> str:
    return f"{day:%B} {day.day}, {day.year}" if outlet.month_first else f"{day.day} {day:%B} {day.year}"


def _abbreviated(day: date) -> str:
    return f"{day:%B} {day.day}".upper()
