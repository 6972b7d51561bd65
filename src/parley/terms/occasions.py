"""Known days that a text names: summits by their place, and what became of agreements ("its entry into force")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from parley.terms.agreements import STEP_WORDS, Agreement, Step, find_agreements
from parley.terms.milestones import find_milestones
from parley.terms.summits import Summit, climate_conference_in, place_named, summit_named

_STEPS: tuple[tuple[Step, re.Pattern[str]], ...] = (
    (
        "in_force",
        re.compile(
            r"\b(?:com(?:e|es|ing)|came|enter(?:s|ed|ing)?|entry|go|went|put)(?: formally)? into (?:force|effect)\b"
            r"|\b(?:take|took|taking) (?:legal )?effect\b"
            r"|\b(?:became|become|becoming) (?:binding|law|legally binding)\b",
            re.I,
        ),
    ),
    ("opened", re.compile(r"\bopened for signature\b|\bsigning (?:ceremony|of)\b|\bwas signed\b", re.I)),
    (
        "adopted",
        re.compile(
            r"\badopt(?:ed|ion|ing)\b|\bconclusion of\b|\b(?:was|were|been) (?:agreed|concluded|struck)\b", re.I
        ),
    ),
)
_NUMBERED = re.compile(r"\bCOP ?-?\d{1,2}\b")
_KIND = r"(?:summit|conference|COP|talks|gathering|meeting|climate (?:summit|conference|talks|change conference))"
_CITY = r"(?P<city>[A-Z][\w-]+(?: (?:el[- ]|Aires|Hague|Delhi)[\w-]*)?)"
_HELD_IN = (
    re.compile(rf"\b{_CITY}(?:['’]s)? (?:climate )?(?:UN )?{_KIND}\b"),
    re.compile(
        rf"\b(?:{_KIND}|one|that)(?: (?:of|in) \d{{4}})?(?:,? (?:which|that)(?: \w+){{1,3}})? (?:in|at|held in) {_CITY}"
    ),
    re.compile(rf"\bfrom {_CITY} to\b"),
    re.compile(rf"\bfrom [A-Z][\w-]+ to {_CITY}"),
    re.compile(rf"\bbetween {_CITY} and [A-Z]"),
    re.compile(rf"\bbetween [A-Z][\w-]+ and {_CITY}"),
)
_NEAR_YEAR = re.compile(r"^(?:,? (?:in|of) )?\(?(?P<year>(?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Occasion:
    """``text[start:end]`` stands for what happened on ``day``; ``words`` say it in full."""

    start: int
    end: int
    day: date
    words: str


@lru_cache(maxsize=512)
def occasions_in(text: str) -> tuple[Occasion, ...]:
    """The occasions that a text names, in their order; each day once."""
    agreed = _of_agreements(text)
    found = [*agreed, *_summits(text)]
    found += [
        Occasion(name.start, name.end, name.milestone.day, text[name.start : name.end])
        for name in find_milestones(text)
        if name.milestone.counted and not any(one.start <= name.start < one.end for one in found) and not agreed
    ]
    by_day: dict[date, Occasion] = {}
    for occasion in sorted(found, key=lambda one: one.start):
        by_day.setdefault(occasion.day, occasion)
    return tuple(by_day.values())


def _of_agreements(text: str) -> list[Occasion]:
    """The steps of the one agreement that is named, or its adoption where the text tells of none."""
    named = list(find_agreements(text))
    agreements = {agreement.title: agreement for _, agreement in named}
    steps = [(found, step) for step, form in _STEPS for found in form.finditer(text)]
    if steps and len(agreements) != 1:
        return []
    if steps:
        agreement = next(iter(agreements.values()))
        told = [_occasion(*found.span(), agreement, step) for found, step in steps]
    else:
        told = [_occasion(*found.span(), agreement, "adopted") for found, agreement in named]
    return [occasion for occasion in told if occasion is not None]


def _occasion(start: int, end: int, agreement: Agreement, step: Step) -> Occasion | None:
    day = agreement.day(step)
    return None if day is None else Occasion(start, end, day, f"the {agreement.title} ({STEP_WORDS[step]})")


def _summits(text: str) -> list[Occasion]:
    found = [
        _held(match.start(), match.end(), summit)
        for match in _NUMBERED.finditer(text)
        if (summit := summit_named(match.group()))
    ]
    for form in _HELD_IN:
        for match in form.finditer(text):
            city = place_named(match["city"])
            year = _NEAR_YEAR.match(text[match.end() :])
            near = date(int(year["year"]), 7, 1) if year else None
            summit = climate_conference_in(city, near) if city else None
            if summit and not any(one.start <= match.start("city") < one.end for one in found):
                found.append(_held(*match.span("city"), summit))
    return found


def _held(start: int, end: int, summit: Summit) -> Occasion:
    return Occasion(start, end, summit.start, f"{summit.name} in {summit.city}")
