"""Pledges of record as pages show them beside what documents say."""

from __future__ import annotations

from datetime import date

from parley.briefing.dates import date_view
from parley.briefing.pledges import FIRMNESS_LABELS, recorded_in_words
from parley.briefing.verdicts import in_print
from parley.inventory.pledges_of_record import last_day_of_record
from parley.inventory.recorded_pledge import RecordedPledge, withdrawals
from parley.inventory.tables import remembered
from parley.terms.when.interval import Interval
from parley.web.models.pledge import PledgeOfRecord

_SINCE = {"announced": "announced", "submitted": "submitted", "snapshot": "known since"}


@remembered
def pledge_of_record(pledge: RecordedPledge) -> PledgeOfRecord:
    """A pledge of record on the last day of the record."""
    day = last_day_of_record()
    firmness = pledge.firmness_on(day)
    return PledgeOfRecord(
        id=pledge.id,
        words=recorded_in_words(pledge),
        kind=pledge.kind,
        firmness=firmness,
        firmness_label=FIRMNESS_LABELS[firmness],
        target_year=pledge.target_year,
        since=f"{_SINCE[pledge.dated_by]} {_days(pledge.announced)}",
        since_day=pledge.since.isoformat(),
        stands=pledge.stands_on(day),
        status=_status(pledge, day),
        condition=pledge.condition,
        note=in_print(pledge.note) if pledge.note else None,
        doubt=pledge.doubt,
        source=pledge.source,
        confidence=pledge.confidence,
    )


def _days(when: Interval) -> str:
    return date_view(when).words


def _status(pledge: RecordedPledge, day: date) -> str:
    """Whether it stands, or what became of it."""
    if pledge.has_been_replaced_by(day) and pledge.ended:
        return f"replaced on {date_view(Interval.day(pledge.ended)).words}"
    if pledge.is_over_by(day):
        return "its year has passed"
    for left in withdrawals(pledge.party):
        if pledge.since < left.announced and left.holds_on(day):
            words = date_view(Interval.day(left.announced)).words
            return f"left with the Paris Agreement, as announced on {words}"
    return "stands"
