"""From a claim to what it asserts: the measure that decides it, and figures in one form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parley.checking.assertion import Assertion
from parley.checking.coal_emitted import MEASURE as COAL_COMMITMENT
from parley.checking.coal_emitted import says_what_it_emits
from parley.checking.hosts import ABOUT as HOSTED_ABOUT
from parley.checking.hosts import MEASURE as HOSTED
from parley.checking.memberships import ABOUT as MEMBERSHIPS
from parley.checking.memberships import MEASURE as MEMBERSHIP
from parley.checking.paris_agreement import MEASURE as PARIS_AGREEMENT
from parley.checking.power_sources import is_of_sources
from parley.checking.spans import MEASURE as SPAN
from parley.checking.spans import is_of_days
from parley.records import Claim
from parley.terms.offices import office_leading, office_of
from parley.terms.when import Interval, parse_expression, resolve

_EMITTED = frozenset(("emissions", "emissions_share", "per_capita", "cumulative"))
_COMPARED = frozenset(
    (
        *("per_capita", "cumulative", "population", "gdp", "coal", "coal_capacity", "coal_power", "intensity"),
        *("emissions", "electricity", "electricity_share", "energy", "solar", "wind", "nuclear", "renewables"),
    )
)
_RANKED = frozenset(("per_capita", "cumulative"))
_CODE = 3
_COAL = frozenset(("coal", "coal_capacity", "coal_power"))


def of_claim(claim: Claim, words: str, said: date | None) -> Assertion:
    """What a claim asserts; of a part of the whole, such as emissions of transport, ``other``."""
    assertion = Assertion(
        measure=_measure(claim),
        words=words,
        subject=claim.subject,
        low=claim.low,
        high=claim.high,
        unit=claim.unit,
        comparator=claim.comparator,
        written=claim.written,
        year=claim.year,
        base_year=claim.base_year,
        gas=claim.gas,
        basis=claim.basis,
        against=claim.against,
        together=claim.together,
        said=said,
        report=claim.id,
        subjects=claim.subjects,
        about=claim.about,
        direction=claim.direction,
        denied=claim.denied,
    )
    match claim.measure:
        case "office":
            return replace(assertion, detail=_office(claim.written or ""), written=None)
        case "event_date":
            return _event(assertion, said)
        case "target":
            return replace(assertion, detail=claim.about, about=None)
        case "coal_capacity" if says_what_it_emits(words):
            return replace(assertion, measure=COAL_COMMITMENT)
        case "change" if claim.unit == "times" and claim.direction == "down" and claim.low and claim.high:
            return _fall(assertion, claim.low, claim.high)
        case _:
            return assertion


def _office(written: str) -> str | None:
    """The office that a title names, or that of whoever leads the body that is named."""
    return office_of(written) or office_leading(written)


def _measure(claim: Claim) -> str:
    about = claim.about
    match claim.measure:
        case "emissions" | "emissions_share" | "per_capita" | "cumulative" if about is not None:
            return "other"
        case "rank_emitter" if about is not None and about not in _RANKED:
            return "other"
        case "change" | "ratio" if about is not None and not _is_compared(about):
            return "other"
        case "change" if about == "gdp":
            return "other"
        case "renewables" if about is not None and claim.unit == "rank" and about not in _COMPARED:
            return "other"
        case "ratio" if claim.low is None:
            return "comparison"
        case "other" if about == PARIS_AGREEMENT:
            return PARIS_AGREEMENT
        case "other" if claim.unit and claim.unit.startswith("rank") and (claim.written or "").endswith(" to"):
            return "other"  # the first to do something
        case "other" if claim.unit and claim.unit.startswith("rank"):
            return (
                "rank_economy"
                if about == "gdp"
                else "coal_rank"
                if about in _COAL
                else "population"
                if about == "population"
                else "other"
            )
        case "other" if claim.unit == "%" and about in ("population", "gdp"):
            return about
        case "count" if about == "population":
            return "population"
        case "count" if about in MEMBERSHIPS:
            return MEMBERSHIP
        case "count" if about == HOSTED_ABOUT:
            return HOSTED
        case "duration" if is_of_days(about):
            return SPAN
        case "money" if about == "gdp":
            return "gdp"
        case "event_date":
            return "summit"
        case "target":
            return "pledge"
        case _:
            return claim.measure


def _is_compared(about: str) -> bool:
    """Whether there are figures to compare: of a known quantity, a source's share of electricity, or two sources."""
    return about in _COMPARED or about.endswith(("_electricity", "_electricity_share")) or is_of_sources(about)


def _fall(assertion: Assertion, low: float, high: float) -> Assertion:
    """ "Halved" and "fell to a third" as a fall in per cent; "a threefold fall" leaves a third."""
    kept = [value if value < 1 else 1 / value for value in (low, high)]
    falls = sorted(round(100 * (1 - part), 4) for part in kept)
    return replace(assertion, low=falls[0], high=falls[1], unit="%")


def _event(assertion: Assertion, said: date | None) -> Assertion:
    """A summit told with its place and days: its name is the subject, its place what the claim is about."""
    place = assertion.about or ""
    city, _, country = place.rpartition(", ") if ", " in place or len(place) == _CODE else (place, "", "")
    when = _interval(assertion.written, said)
    return replace(
        assertion,
        subject=country or None,
        about=city or None,
        detail=assertion.subject,
        written=None,
        when=when.iso if when else None,
    )


def _interval(words: str | None, said: date | None) -> Interval | None:
    """The days that words of a date mean, counted from the day on which they were said."""
    expression = parse_expression(words) if words else None
    if expression is None:
        return None
    return resolve(expression, said)
