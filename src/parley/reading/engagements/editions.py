"""Which edition of a known summit a conference is: by number, by city, by country or by year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from parley.reading.engagements.draft import Draft
from parley.records import Place
from parley.terms.summits import CLIMATE_CONFERENCE, Summit, summit_named, summits, summits_in
from parley.terms.when import Interval

_SLACK_DAYS = 20
_BESIDE_DAYS = 2
_LONG_BEFORE_DAYS = 300
_YEAR = re.compile(r"\d{4}|\b(?:last|next|this)\b", re.IGNORECASE)
_NEAR_DAYS = 200
_OFTEN = frozenset([CLIMATE_CONFERENCE, "G7", "G20"])
_YEARS_AROUND = 3
_CALENDAR = "the calendar of summits"


def with_edition(draft: Draft, published: Interval | None) -> Draft:
    """A conference with the known summit that it must be, and its name."""
    near = draft.when.anchor if draft.when else (published.anchor if published else None)
    edition = _edition(draft, near)
    if edition is None or not _agrees(draft, edition):
        edition = _edition_apart_from_the_date(draft, published)
        if edition is None:
            return draft
        draft = replace(draft, when=None, status=None)
    elif _is_of_another_day(draft, edition):
        draft = replace(draft, when=None)
    return replace(draft, name=edition.name if edition.series == CLIMATE_CONFERENCE else draft.name, edition=edition)


def _edition_apart_from_the_date(draft: Draft, published: Interval | None) -> Summit | None:
    """The edition that name or place tell where the date read with it cannot be its own: a day of something else, or a
    month that is meant in another year."""
    if draft.when is None or draft.generic or draft.status in ("postponed", "cancelled") or published is None:
        return None
    undated = replace(draft, when=None)
    edition = _edition(undated, published.anchor)
    if edition is None or not _agrees(undated, edition) or _is_put_off_later(draft.when, edition, published):
        return None
    month = draft.when.start and draft.when.start.month in (edition.start.month, edition.last_day.month)
    own_year = bool(_YEAR.search(draft.date_words or ""))
    numbered = draft.name is not None and summit_named(draft.name) is not None
    return edition if numbered or draft.when.precision == "day" or (month and not own_year) else None


def _is_put_off_later(when: Interval, edition: Summit, published: Interval) -> bool:
    """Whether the document is of a time when the edition was meant for an earlier day."""
    still_ahead = published.anchor < when.anchor < edition.start
    return still_ahead and (edition.start - published.anchor).days > _LONG_BEFORE_DAYS


def _is_of_another_day(draft: Draft, edition: Summit) -> bool:
    """A single day told outside the days of the edition is that of something else."""
    if draft.when is None or draft.when.days != 1 or draft.status in ("postponed", "cancelled"):
        return False
    return not draft.when.overlaps(Interval(edition.start, edition.last_day), _BESIDE_DAYS)


def with_calendar(draft: Draft) -> Draft:
    """A known summit whose date is not stated, with the date of the calendar."""
    if draft.edition is None or draft.when is not None or draft.status in ("postponed", "cancelled"):
        return draft
    when = Interval(draft.edition.start, draft.edition.last_day)
    return replace(draft, when=when, inferred=(*draft.inferred, ("when", _CALENDAR)))


def _edition(draft: Draft, near: date | None) -> Summit | None:
    if draft.name and (numbered := summit_named(draft.name)):
        return numbered
    if draft.name and (other := summit_named(f"CBD {draft.name}")):
        return other
    series = draft.series
    if draft.generic and draft.when is None:
        return None
    if series is None or near is None:
        return None
    of_series = [summit for summit in summits() if summit.series == series]
    if draft.place is not None and (draft.place.city or draft.place.country):
        of_series = [summit for summit in of_series if _is_there(summit, draft.place)]
    if draft.when is not None:
        of_series = [
            summit
            for summit in of_series
            if _closed(draft.when).overlaps(Interval(summit.start, summit.last_day), _SLACK_DAYS)
        ]
    elif draft.place is None:
        if series in _OFTEN:
            return None
        of_series = [summit for summit in of_series if abs((summit.start - near).days) < _NEAR_DAYS]
    best = min(of_series, key=lambda summit: abs((summit.start - near).days), default=None)
    return best if best is not None and abs((best.start - near).days) < 366 * _YEARS_AROUND else None


def _is_there(summit: Summit, place: Place) -> bool:
    if place.city and summit in summits_in(place.city):
        return True
    return place.country is not None and summit.country == place.country and place.city is None


def _agrees(draft: Draft, edition: Summit) -> bool:
    """Whether what is stated can be true of the edition."""
    if draft.country is not None and edition.country is not None and draft.country != edition.country:
        return False
    days = Interval(edition.start, edition.last_day)
    return draft.when is None or _closed(draft.when).overlaps(days, 2 * _SLACK_DAYS)


def _closed(when: Interval) -> Interval:
    """An open interval as the day that is known."""
    return when if when.start and when.end else Interval.day(when.anchor)
