"""Years between the targets of two Parties: "China's goal is a decade behind that of the European Union"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from parley.checking.account import AsOf
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.compare import YEARS_OFF, figure_bounds
from parley.checking.facts import best, day_meant, day_of_checking
from parley.checking.pledge_times import may_have_stood
from parley.checking.pledge_words import BASIS, describe_pledge
from parley.checking.subject import others_of, subject_of
from parley.checking.wording import party_words
from parley.inventory.pledges_of_record import history, pledges_of_record
from parley.inventory.recorded_pledge import RecordedPledge
from parley.inventory.tables import remembered
from parley.records.pledge import PledgeKind
from parley.records.verdict import Reference, Token, worst
from parley.version import __version__

KINDS: tuple[PledgeKind, ...] = ("net_zero", "peak", "phase_out", "reduction", "share", "capacity")
_LATER = {"later": 1, "earlier": -1}


def check_target_gap(assertion: Assertion, today: date | None) -> Finding:
    """The target years of both Parties on the day, and now, and the years between them.

    Raises InventoryError for a Party that is not known.
    """
    others = others_of(assertion)
    if not others:
        return Finding(missing="whose target it is compared with")
    kind: PledgeKind = next((known for known in KINDS if known == assertion.about), "net_zero")
    parties = (subject_of(assertion), *others)
    day, now = day_meant(assertion, today), day_of_checking(today)
    then = _least_true(_candidates(assertion, parties, kind, day, "then"))
    if not then:
        return Finding(missing=_missing(parties, kind, day))
    later = _least_true(_candidates(assertion, parties, kind, now, "now")) if now != day else ()
    return Finding((*then, *later), timeless=True)


def _least_true(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Of gaps to several Parties those that it is least true of, as all are claimed."""
    each = tuple(found)
    least = worst(tuple(candidate.holds for candidate in each))
    return tuple(candidate for candidate in each if candidate.holds == least)


def _candidates(
    assertion: Assertion, parties: tuple[str, ...], kind: PledgeKind, day: date, time: Time
) -> Iterator[Candidate]:
    """The gap to each Party compared with; of several targets of one Party the pair that fits best."""
    for other in parties[1:]:
        ours, theirs = _targets(parties[0], kind, day), _targets(other, kind, day)
        pairs = [(one, two) for one in ours for two in theirs]
        if not pairs:
            if ours or theirs:
                yield Candidate(_lacking(parties[0] if not ours else other, kind, day, time), time)
            continue
        tokens = [_judge(assertion, _gap(*pair)) for pair in pairs]
        token = best(tokens)
        yield Candidate(_reference(pairs[tokens.index(token)], day, token, time), time)


def _judge(assertion: Assertion, gap: int) -> Token:
    """``gap`` is how many years the subject's target lies behind the other's."""
    sign = _LATER.get(assertion.direction or "", 0)
    if sign and gap * sign <= 0:
        return "contradicted"
    if assertion.low is None or assertion.high is None:
        return "supported"
    years = abs(gap)
    token = figure_bounds(assertion.low, assertion.high, assertion.comparator, assertion.written).judge(years)
    off = min(abs(years - assertion.low), abs(years - assertion.high))
    return "close" if token == "contradicted" and off <= YEARS_OFF else token


@remembered
def _targets(party: str, kind: PledgeKind, day: date) -> list[RecordedPledge]:
    """Dated targets that stood; a member of the EU has the EU's where it has none of its own.

    One that is known from a snapshot is older than that, and stands before it where nothing else does.
    """
    standing = [pledge for pledge in pledges_of_record(party, as_of=day, kind=kind) if pledge.target_year is not None]
    own = [pledge for pledge in standing if pledge.party == party]
    older = [pledge for pledge in history(party) if pledge.kind == kind and may_have_stood(pledge, day)]
    return own or [pledge for pledge in older if pledge.target_year is not None] or standing


def _gap(one: RecordedPledge, other: RecordedPledge) -> int:
    return (one.target_year or 0) - (other.target_year or 0)


def _gap_words(gap: int) -> str:
    if gap == 0:
        return "both targets are of one year"
    return f"the target lies {abs(gap)} years {'later' if gap > 0 else 'earlier'}"


def _reference(pair: tuple[RecordedPledge, RecordedPledge], day: date, holds: Token, time: Time) -> Reference:
    one, other = pair
    return Reference(
        party=one.party,
        quantity="years between targets",
        basis=BASIS,
        year=one.target_year,
        fact=f"{_gap_words(_gap(one, other))}: {party_words(one.party)}, {describe_pledge(one, day)}; "
        f"{party_words(other.party)}, {describe_pledge(other, day)}",
        source=f"Parley {__version__}, pledges of record ({one.source}; {other.source})",
        holds=holds,
        as_of=_as_of(time),
    )


def _lacking(party: str, kind: PledgeKind, day: date, time: Time) -> Reference:
    """That a Party had no such target on the day contradicts any gap to it."""
    return Reference(
        party=party,
        quantity="years between targets",
        basis=BASIS,
        fact=f"{party_words(party)} had no {kind.replace('_', ' ')} target with a year on {day.isoformat()}",
        source=f"Parley {__version__}, pledges of record",
        holds="contradicted",
        as_of=_as_of(time),
    )


def _as_of(time: Time) -> AsOf:
    return "now" if time == "now" else "then"


def _missing(parties: tuple[str, ...], kind: PledgeKind, day: date) -> str:
    names = " and ".join(party_words(party) for party in parties)
    return f"{kind.replace('_', ' ')} targets of {names} on record for {day.isoformat()}"
