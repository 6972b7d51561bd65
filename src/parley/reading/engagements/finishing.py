"""From drafts to records: the status that only the date can tell, and the fields in the form of the data model."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from parley.reading.engagements.draft import Draft
from parley.reading.engagements.editions import with_calendar, with_edition
from parley.reading.engagements.lexicon import phrases
from parley.reading.engagements.scene import Scene
from parley.records import Engagement
from parley.records.base import OUTLET, Attribution
from parley.records.engagement import EngagementStatus
from parley.terms.summits import Summit
from parley.terms.when import Interval

_ANONYMOUS = phrases("status", "anonymous")
_ARRIVING = frozenset(["arrive", "land"])
_BACKGROUND_DAYS = 45
_HALF_A_WEEK = 4
# words that leave no doubt about the year or the side
_SURE = re.compile(
    r"\d{4}|\b(?:last|next|this|ago|today|yesterday|tomorrow|earlier|later|coming|past)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def settle(draft: Draft, published: Interval | None) -> Draft:
    """The draft with what its own clause makes sure: the edition of a summit, the status where tense and date agree;
    a date that denies a clear past tense is dropped."""
    draft = _by_the_tense(draft, published)
    if draft.kind == "conference":
        return with_edition(draft, published)
    by_date = status_by_date(draft.when, published)
    if (draft.status == "held" and by_date == "planned") or (draft.status == "postponed" and by_date == "held"):
        return replace(draft, when=None)
    if draft.status == "under_way" and draft.when is None and published is not None and published.days == 1:
        return replace(
            draft, when=published, inferred=(*draft.inferred, ("when", "under way on the day of publication"))
        )
    if draft.status is None or (draft.status == "under_way" and by_date in ("held", "planned")):
        return replace(draft, status=by_date or draft.status)
    return _up_to_now(draft, published)


def _up_to_now(draft: Draft, published: Interval | None) -> Draft:
    """What was held "this week" was held by the day of publication; who has just arrived is still there."""
    when = draft.when
    if draft.status != "held" or when is None or published is None or published.days != 1 or published.start is None:
        return draft
    if draft.kind == "visit" and draft.head.lemma_.lower() in _ARRIVING and _is_fresh(when, published.start):
        return replace(draft, status="under_way")
    if when.start and when.end and when.start <= published.start < when.end and draft.kind != "conference":
        return replace(draft, when=Interval(when.start, published.start))
    return draft


def _is_fresh(when: Interval, published: date) -> bool:
    """Whether an arrival was on the day of publication or the day before, or the stay lasts beyond it."""
    if when.start is None or when.end is None or when.start > published:
        return False
    if when.days == 1:
        return (published - when.start).days <= 1
    return published < when.end and when.precision == "day"


def _by_the_tense(draft: Draft, published: Interval | None) -> Draft:
    """A date without a year on the wrong side of publication, moved to where the verb says it lies."""
    by_date = status_by_date(draft.when, published)
    if draft.when is None or draft.date_words is None or _SURE.search(draft.date_words):
        return draft
    steps = {("planned", "held"): 1, ("held", "planned"): -1}
    step = steps.get((draft.status or "", by_date or "")) or _to_the_nearest(draft, published)
    if step is None or draft.when.precision not in ("day", "month") or (step < 0 and draft.kind == "conference"):
        return draft
    moved = _moved(draft.when, step, bool(_WEEKDAY.search(draft.date_words)))
    return replace(draft, when=moved, inferred=(*draft.inferred, ("when", "the tense of its verb")))


def _to_the_nearest(draft: Draft, published: Interval | None) -> int | None:
    """ "the talks on Wednesday were cancelled": the nearer Wednesday, for the verb does not tell of the talks' day."""
    if draft.status != "cancelled" or draft.when is None or not _WEEKDAY.fullmatch(draft.date_words or ""):
        return None
    if draft.when.days != 1 or published is None or published.days != 1:
        return None
    return 1 if (published.anchor - draft.when.anchor).days >= _HALF_A_WEEK else None


def _moved(when: Interval, step: int, by_week: bool) -> Interval:
    """A week or a year on, or back."""

    def move(day: date | None) -> date | None:
        if day is None or by_week:
            return day + timedelta(days=7 * step) if day else None
        year = day.year + step
        return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))

    return replace(when, start=move(when.start), end=move(when.end))


def conclude(draft: Draft, published: Interval | None) -> Draft:
    """The joined draft with its final status and date."""
    if draft.kind == "conference":
        draft = with_calendar(draft if draft.edition else with_edition(draft, published))
        if draft.status in ("cancelled", "postponed"):
            return draft
        by_date = status_by_date(draft.when, published)
        if by_date == "under_way" and draft.status == "held" and _is_over(draft.when, published):
            by_date = "held"
        if draft.edition and by_date != "planned" and _is_on(draft.edition, published):
            by_date = "under_way"
        return replace(draft, status=by_date or draft.status or "planned")
    if draft.status is not None:
        return draft
    ahead = draft.kind == "visit" and _is_ahead(draft, published)
    return replace(draft, status="planned" if ahead else status_by_date(draft.when, published) or "held")


def _is_ahead(draft: Draft, published: Interval | None) -> bool:
    """ "travels to Rome on Thursday", where Thursday is no earlier than the text."""
    present = draft.head.tag_ in ("VBZ", "VBP", "NNS") and draft.head.lemma_.lower() not in _ARRIVING
    day = draft.when.start if draft.when else None
    return present and bool(day and published and published.end and published.start and day >= published.start)


def _is_on(edition: Summit, published: Interval | None) -> bool:
    """Whether a known summit was still going on when the document was published."""
    return bool(published and published.end and edition.start <= published.end < edition.last_day)


def _is_over(when: Interval | None, published: Interval | None) -> bool:
    """Whether the last day has come."""
    return bool(when and when.end and published and published.end and when.end <= published.end)


def status_by_date(when: Interval | None, published: Interval | None) -> EngagementStatus | None:
    """Where the date lies from the day of publication."""
    if when is None or published is None or published.start is None or published.end is None:
        return None
    if when.end is not None and when.end < published.start:
        return "held"
    if when.start is not None and when.start > published.end:
        return "planned"
    if when.start is None or when.end is None:
        return "under_way"
    covers = when.start <= published.start and published.end <= when.end
    if when.precision != "day" or not covers or when.start == when.end:
        return None
    return "held" if when.end == published.end else "under_way"  # its last day is the day of the report


def finish(scene: Scene, draft: Draft) -> Engagement:
    """The record."""
    context = scene.context
    spans = list(dict.fromkeys([(draft.start, draft.end), *draft.restatements]))
    quotes = tuple(context.quote(start, end) for start, end in spans)
    assert draft.status is not None
    attribution = _attribution(scene, draft)
    return Engagement(
        document=context.document.id,
        quotes=quotes,
        kind=draft.kind,
        status="trailed" if draft.status == "planned" and attribution.kind == "anonymous" else draft.status,
        mode=draft.mode,
        parties=tuple(sorted(draft.actor.parties)),
        people=tuple(context.name_of(person) for person in draft.actor.people),
        place=draft.place,
        when=draft.when,
        name=draft.name,
        visitor=draft.visitor,
        host=draft.host,
        background=_is_background(draft, context.published),
        attribution=attribution,
        inferred=draft.inferred,
    )


def _attribution(scene: Scene, draft: Draft) -> Attribution:
    text = scene.context.sentence_at(draft.start).text.lower()
    if any(phrase in text for phrase in _ANONYMOUS):
        return Attribution(kind="anonymous")
    return OUTLET


def _is_background(draft: Draft, published: Interval | None) -> bool:
    """Past history: over for more than six weeks before the document was published."""
    if draft.when is None or draft.when.end is None or published is None or published.start is None:
        return False
    return (published.start - draft.when.end).days > _BACKGROUND_DAYS
