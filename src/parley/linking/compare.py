"""Whether two reports of engagements can be of one event, how much speaks for it, and why in words."""

from __future__ import annotations

from collections.abc import Mapping
from math import log2

from parley.linking.candidate import Candidate
from parley.linking.candidate import kind_class as kind_class
from parley.terms.parties import name_of

ENOUGH = 3.0
"""What must speak for it before two reports are joined."""

_LONGEST_MOVE_DAYS = 200
_FAR_DAYS = 100
_NAMED = 1.5
_PLAN_SLACK_DAYS = 2
_DISPUTED_DAYS = 4
_DISPUTED_WIDTH_DAYS = 7
TIMES = "their days are too far apart"
OTHER_DAYS = "they give other days"
OTHER_CITIES = "they give other cities"
DISPUTED = frozenset([OTHER_DAYS, OTHER_CITIES])
"""What two reports of one event may be at odds about, where most of its reports agree."""
OTHER_PEOPLE = "they bring different people together"


def objection(one: Candidate, other: Candidate) -> str | None:
    """Why two reports cannot be of one event; None when they can."""
    if one.group != other.group:
        return f"a {one.kind} is not a {other.kind}"
    if others := _people(one, other):
        return others
    if not one.documents.isdisjoint(other.documents):
        return "one document tells them apart"
    if one.group == "conference":
        return _of_conferences(one, other)
    where, when = _places(one, other), _times(one, other)
    hard = next((against for against in (where, when) if against and against not in DISPUTED), None)
    if where and when:
        hard = hard or TIMES
    return _modes(one, other) or _parties(one, other) or hard or where or when


def _of_conferences(one: Candidate, other: Candidate) -> str | None:
    if one.edition and other.edition:
        return None if _one_edition(one.edition, other.edition) else f"{one.edition} is not {other.edition}"
    if not one.country or not other.country:
        return "a conference without name and place cannot be told"
    if one.parties and other.parties and one.parties.isdisjoint(other.parties):
        return "they bring different Parties together"
    return _places(one, other) or _times(one, other)


def _one_edition(one: str, other: str) -> bool:
    """Whether the keys are equal, or the words of one name are among those of the other for one year or number."""
    if one == other:
        return True
    (*a, edition), (*b, other_edition) = one.split(), other.split()
    return bool(a and b) and edition == other_edition and (set(a) <= set(b) or set(b) <= set(a))


def _modes(one: Candidate, other: Candidate) -> str | None:
    if one.mode and other.mode and one.mode != other.mode and one.group == "talks":
        return "one was in person, the other by video or telephone"
    if one.name and other.name and one.name != other.name:
        return "they have different names"
    return None


def _people(one: Candidate, other: Candidate) -> str | None:
    if not one.people or not other.people or one.group == "conference":
        return None
    shared = len(one.people & other.people)
    if not shared:
        return "nobody takes part in both"
    if one.group == "talks" and shared < 2 <= min(len(one.people), len(other.people)):
        return OTHER_PEOPLE
    return None


def _parties(one: Candidate, other: Candidate) -> str | None:
    a, b = one.parties, other.parties
    if one.group == "visit":
        if one.host and other.host:
            return None if one.host == other.host else "they are in different countries"
        if max(len(a), len(b)) > 2 and a != b:
            return "a trip through several countries is not one of its visits"
        return None if a and b and 2 * len(a & b) >= len(a | b) else "their Parties differ"
    if one.group == "address":
        known = one.people and other.people
        return None if known or not a or not b or not a.isdisjoint(b) else "their Parties differ"
    if one.group == "talks" and len(one.people & other.people) > 1:
        return None
    if not a or not b or 2 * len(a & b) < len(a | b):
        return "their Parties differ"
    return None


def _places(one: Candidate, other: Candidate) -> str | None:
    if one.country and other.country and one.country != other.country:
        return "they are in different countries"
    if one.city and other.city and one.city != other.city and one.group != "visit":
        return OTHER_CITIES if _may_be_at_odds(one, other) else "they are in different cities"
    return None


def _may_be_at_odds(one: Candidate, other: Candidate) -> bool:
    """Whether one of two reports may be wrong on the day or city: both give days, and the rest fits."""
    exact = one.dated and other.dated and max(one.width or _FAR_DAYS, other.width or _FAR_DAYS) <= _DISPUTED_WIDTH_DAYS
    return exact and one.group in ("talks", "visit")


def same_people(one: Candidate, other: Candidate) -> bool:
    """Whether enough people are in both reports to join them though they are at odds on something else."""
    return len(one.people & other.people) >= (2 if one.group == "talks" else 1)


def _times(one: Candidate, other: Candidate) -> str | None:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None if len(one.people & other.people) > 1 else "without dates, two people would have to be in both"
    if one.first <= other.last + _slack(one, other) and other.first <= one.last + _slack(one, other):
        if _too_wide(one, other):
            return "the days told are too wide to tell"
        return None
    if moved_between(one, other):
        return None
    apart = max(one.first - other.last, other.first - one.last)
    there = one.city == other.city if one.group == "talks" else one.host == other.host
    return OTHER_DAYS if apart <= _DISPUTED_DAYS and there and _may_be_at_odds(one, other) else TIMES


def _slack(one: Candidate, other: Candidate) -> int:
    if not one.dated or not other.dated:
        return 0
    if one.group == "address":
        return 0 if one.slack == other.slack == 1 else max(one.slack, other.slack)
    a_plan = one.planned or other.planned
    enough = len(one.people & other.people) > (1 if one.group == "talks" else 0)
    return max(one.slack, other.slack) + (_PLAN_SLACK_DAYS if a_plan and enough else 0)


def _too_wide(one: Candidate, other: Candidate) -> bool:
    wide = max(one.width or 0, other.width or 0) > _FAR_DAYS
    return wide and one.dated and other.dated and one.people.isdisjoint(other.people)


def moved_between(one: Candidate, other: Candidate) -> bool:
    """Whether one report tells that the event of the other was moved to, or away from, another time."""
    return _moves(one, other) or _moves(other, one)


def _moves(moving: Candidate, other: Candidate) -> bool:
    day = moving.published
    if not moving.moved or day is None or other.first is None or other.last is None:
        return False
    if day - _LONGEST_MOVE_DAYS > other.last or other.first > day + _LONGEST_MOVE_DAYS:
        return False
    if other.published is None:
        return other.planned or other.last > day
    return other.planned if other.published <= day else other.last > day


def bridged(one: Candidate, other: Candidate, group: list[Candidate]) -> bool:
    """Whether a third report of ``group`` tells that the event was moved between what these two tell."""
    days = [day for day in (one.published, other.published) if day is not None]
    return (one.planned or other.planned) and any(
        third.moved
        and third.published is not None
        and (len(days) < 2 or min(days) <= third.published <= max(days))
        and _moves(third, one)
        and _moves(third, other)
        for third in group
    )


def score(one: Candidate, other: Candidate) -> float:
    """How much speaks for one event: shared people, place, kind, days and words."""
    shared = one.people & other.people
    total = 4.0 * min(len(shared), 3)
    if one.people and one.people == other.people:
        total += 3
    elif shared and (one.people <= other.people or other.people <= one.people):
        total += 2
    elif not one.people or not other.people:
        total -= 2
    total += _NAMED * min(len((one.named & other.named) - shared), 2)
    if one.parties and one.parties == other.parties:
        total += 1
    if one.city and one.city == other.city:
        total += 3
    elif one.country and one.country == other.country:
        total += 1
    total += 2 if one.kind == other.kind else 0
    total += 1 if one.mode and one.mode == other.mode else 0
    total += 3 if one.name and one.name == other.name else 0
    total += 8 if one.edition and other.edition else 0
    total += _likeness_of_times(one, other)
    if one.words and other.words:
        total += 3 * len(one.words & other.words) / len(one.words | other.words)
    return total


def _likeness_of_times(one: Candidate, other: Candidate) -> float:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0.0
    if not one.dated or not other.dated:
        return 1.0 - _distance(one, other) / 30
    if one.first == other.first and one.last == other.last:
        return 4.0 if one.last - one.first < 14 else 2.0
    if one.first > other.last or other.first > one.last:
        apart = max(one.first - other.last, other.first - one.last)
        return 1.0 - apart / 4 if apart < 8 else -1.0 - apart / 60
    width = max(one.last - one.first, other.last - other.first) + 1
    return max(0.5, 3.5 - log2(width) / 2)


def _distance(one: Candidate, other: Candidate) -> float:
    """Days between what a dated report gives and the document of the undated one; between the documents of two."""
    dated, undated = (one, other) if one.dated else (other, one)
    if undated.told is None:
        return 30.0
    if dated.dated:
        assert dated.first is not None
        assert dated.last is not None
        return max(dated.first - undated.told, undated.told - dated.last, 0)
    return abs(dated.told - undated.told) if dated.told is not None else 30.0


def reason(one: Candidate, other: Candidate, names: Mapping[str, str]) -> str:
    """Why two reports were joined. ``names`` are of people, by id."""
    if one.edition and other.edition:
        return f"both tell of {one.edition}"
    shared = sorted(names.get(person, person) for person in one.people & other.people)
    parties = ", ".join(sorted(one.parties & other.parties))
    who = " and ".join(shared) or (f"the same Parties ({parties})" if parties else "one name")
    where = ""
    if one.city and one.city == other.city:
        where = f" in {one.city.title()}"
    elif one.country and one.country == other.country:
        where = f" in {name_of(one.country)}"
    kind = one.kind if one.kind == other.kind else f"{min(one.kind, other.kind)} or {max(one.kind, other.kind)}"
    return f"{kind}: {who}{where}, {_times_in_words(one, other)}"


def _times_in_words(one: Candidate, other: Candidate) -> str:
    days = sorted({report.when.iso for candidate in (one, other) for report in candidate.reports[:1] if report.when})
    if one.dated and other.dated:
        if len(days) == 1:
            return f"on the same days ({days[0]})"
        apart = objection_of_days(one, other)
        return f"{'moved' if apart else 'at times that fit'} ({' and '.join(days)})"
    if days:
        return f"one of them undated, and told at a time that fits {days[0]}"
    return "both undated, and told at times that fit"


def objection_of_days(one: Candidate, other: Candidate) -> bool:
    """Whether the days told are apart by more than their precision allows."""
    assert one.first is not None
    assert one.last is not None
    assert other.first is not None
    assert other.last is not None
    return max(one.first - other.last, other.first - one.last) > _slack(one, other)
