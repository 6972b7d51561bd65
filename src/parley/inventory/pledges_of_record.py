"""The pledge book of any day since 2015: what each Party had announced by then, and neither replaced nor withdrawn.

The tables are compiled from the public record (NDC documents, the NDC registry, laws, speeches) and, for Parties that
these leave out, from the Net Zero Tracker of 20 December 2022. Missing stays missing: a Party without a pledge in the
book may have one that the tables do not know, which ``book_note`` says.

>>> from datetime import date
>>> [pledge.target_year for pledge in pledges_of_record("CHN", as_of=date(2021, 1, 1), kind="net_zero")]
[2060]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from parley.errors import InventoryError
from parley.inventory.members import AREAS, EU
from parley.inventory.recorded_pledge import Leaving, RecordedPledge, all_pledges, withdrawals
from parley.inventory.tables import remembered, rows
from parley.terms.parties import find_code, name_of, parties

if TYPE_CHECKING:  # pydantic, on which records rest, is slow to import
    from parley.records.pledge import PledgeKind

SUBMISSIONS = "ndc_submissions.csv"
SNAPSHOT = date(2022, 12, 20)


@dataclass(frozen=True, slots=True)
class Submission:
    """An NDC document in the registry; ``status`` is that of August 2026: active or archived."""

    party: str
    submitted: date
    version: str
    status: str
    title: str


def pledges_of_record(
    party: str | None = None,
    *,
    as_of: date | None = None,
    kind: PledgeKind | None = None,
    leaving: Leaving = "announced",
    shared: bool = True,
) -> tuple[RecordedPledge, ...]:
    """The pledges that stood on the day ``as_of``, by Party and day of announcement; of all Parties if none is named.

    Without ``as_of``, those of the last day that the tables know of (``last_day_of_record``). A Party that leaves the
    Paris Agreement leaves its pledges: on the day it announces so, or, with ``leaving="effective"``, when that takes
    effect; coming back brings those back that are not over. A member of the EU is bound by the EU's pledges, which
    come behind its own as the EU's (their ``party`` is ``EUU``; leave them out with ``shared=False``), so that each
    pledge counts once when Parties are put together. A group gives what it pledged as a group. May be empty:
    ``book_note`` says why. Raises InventoryError for a code that is not known.
    """
    day = as_of or last_day_of_record()
    return tuple(
        pledge
        for pledge in _candidates(party, day, shared)
        if kind in (None, pledge.kind) and pledge.stands_on(day, leaving)
    )


def history(party: str) -> tuple[RecordedPledge, ...]:
    """Every pledge of a Party or group, by day of announcement, replaced ones too. Raises InventoryError as above."""
    return _own(_known(party))


def submissions(party: str, *, as_of: date | None = None) -> tuple[Submission, ...]:
    """The NDC documents a Party had submitted by ``as_of``, by day. Raises InventoryError for an unknown code."""
    day = as_of or date.max
    return tuple(found for found in _submissions() if found.party == _known(party) and found.submitted <= day)


def book_note(party: str, as_of: date | None = None) -> str:
    """What has to be said of a Party's book on a day: why it is empty, what it lacks; "" when there is nothing.

    Raises InventoryError for a code that is not known.
    """
    day = as_of or last_day_of_record()
    return "; ".join(_notes(_known(party), day))


@remembered
def last_day_of_record() -> date:
    """The last day on which something in the tables was announced or submitted."""
    return max(*(pledge.since for pledge in all_pledges()), *(found.submitted for found in _submissions()))


def shares_eu_pledges(party: str, day: date) -> bool:
    """Whether a Party is a member of the EU on ``day``, and so bound by the EU's pledges."""
    return party in parties()[EU].members_on(day)


def _candidates(party: str | None, day: date, shared: bool) -> tuple[RecordedPledge, ...]:
    if party is None:
        return all_pledges()
    own = _own(_known(party))
    return own + _own(EU) if shared and shares_eu_pledges(party, day) else own


@remembered
def _own(party: str) -> tuple[RecordedPledge, ...]:
    return tuple(pledge for pledge in all_pledges() if pledge.party == party)


def _known(party: str) -> str:
    if party in parties() or party in AREAS:
        return party
    code = find_code(party)
    hint = f"; the code of {name_of(code)} is {code}" if code else "; codes are written like CHN, EUU, G20, WLD"
    raise InventoryError(f"{party!r} is no Party or group that pledges are known of{hint}")


def _notes(party: str, day: date) -> Iterator[str]:
    book = pledges_of_record(party, as_of=day, shared=False)
    for left in withdrawals(party):
        if left.holds_on(day):
            yield f"withdrawal from the Paris Agreement announced on {left.announced}, effective on {left.effective}"
    if shares_eu_pledges(party, day):
        yield "member of the European Union, whose pledges it shares"
    elif not book:
        yield f"no pledge of {name_of(party)} is on record for {day}"
    if book and all(pledge.dated_by == "snapshot" for pledge in book):
        yield f"known from a snapshot of {SNAPSHOT} alone, what came before and after is not"
    if unread := _unread(party, day):
        yield f"an NDC was submitted on {unread} of which the table has no content"
    yield from (f"{pledge.id}: {pledge.doubt}" for pledge in book if pledge.doubt)


def _unread(party: str, day: date) -> date | None:
    """The day of the last NDC document younger than all that was read for the table; None when there is none.

    Updates up to the snapshot of the Net Zero Tracker were read: they are in it or in the rows of the Party.
    """
    if shares_eu_pledges(party, day):
        return None
    read = [pledge.submitted or pledge.since for pledge in _own(party) if pledge.is_quantified and pledge.since <= day]
    newest = max((found.submitted for found in submissions(party, as_of=day)), default=None)
    seen = max(read, default=date.min)
    return newest if newest and newest > (max(seen, SNAPSHOT) if _own(party) else seen) else None


@remembered
def _submissions() -> tuple[Submission, ...]:
    return tuple(
        Submission(row["party"], date.fromisoformat(row["submitted"]), row["version"], row["status"], row["title"])
        for row in rows(SUBMISSIONS)
    )
