"""How many members a group has and how many Parties adopted an agreement, against the counts of record."""

from __future__ import annotations

from datetime import date

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.compare import bounds_of
from parley.checking.facts import PUBLIC_RECORD, best, day_meant, day_of_checking
from parley.checking.wording import party_words
from parley.records.verdict import Reference, Token
from parley.terms.memberships import Membership, adoptions, members_on, memberships

MEASURE = "membership"
ABOUT = frozenset(("members", "members_aside", "adopted_by"))
"""What a claim of count is about that is checked here."""
_SOURCE = PUBLIC_RECORD.format("members of groups")


def check_membership(assertion: Assertion, today: date) -> Finding:
    """The count of the day meant and that of now. Raises ValueError where there is no figure."""
    subject = assertion.subject or ""
    if assertion.about == "adopted_by":
        return _check_adoption(assertion)
    day = date(assertion.year, 12, 31) if assertion.year else day_meant(assertion, today)
    then = members_on(subject, day)
    if then is None:
        return Finding(missing=f"how many members {party_words(subject)} had on {day.isoformat()}")
    if assertion.year and (begun := members_on(subject, date(assertion.year, 1, 1))) and begun != then:
        return Finding((_candidate(assertion, begun), _candidate(assertion, then)))
    found = _candidate(assertion, then)
    past = [each for each in memberships()[subject] if each.since < then.since]
    earlier = [each for each in past if _judge(assertion, each) == "supported"]
    borne_out = found.holds == "supported" or (found.holds == "close" and not earlier)
    if assertion.about == "members_aside" and borne_out:
        return Finding(missing="what the sentence says beside the number of members")
    if assertion.year:
        return Finding((found,))
    now = members_on(subject, day_of_checking(today))
    candidates = (found, *(_candidate(assertion, each, "earlier") for each in earlier))
    return Finding((*candidates, *((_candidate(assertion, now, "now"),) if now else ())), timeless=True, strict=True)


def _check_adoption(assertion: Assertion) -> Finding:
    adoption = adoptions()[assertion.subject or ""]
    bounds = bounds_of(assertion)
    reference = Reference(
        quantity="Parties that adopted it",
        basis="the count of public record",
        fact=f"the {adoption.agreement} was adopted by {adoption.parties} Parties, {adoption.countries} of them states",
        source=_SOURCE,
        holds=best([bounds.judge(adoption.parties), bounds.judge(adoption.countries)]),
    )
    return Finding((Candidate(reference),))


def _judge(assertion: Assertion, membership: Membership) -> Token:
    bounds = bounds_of(assertion)
    return best([bounds.judge(membership.members), bounds.judge(membership.countries)])


def _candidate(assertion: Assertion, membership: Membership, time: Time = "then") -> Candidate:
    states = f", {membership.countries} of them states" if membership.countries != membership.members else ""
    reference = Reference(
        party=membership.group,
        quantity="members",
        basis="the count of public record",
        year=membership.since.year,
        value=float(membership.members),
        unit="members",
        fact=f"{party_words(membership.group)} has had {membership.members} members{states} since {membership.since}",
        source=_SOURCE,
        holds=_judge(assertion, membership),
    )
    return Candidate(reference, time)
