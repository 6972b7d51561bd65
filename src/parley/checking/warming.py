"""Warming so far, above 1850–1900: "the world has warmed by about 1.2 degrees", "2024 was 1.5 degrees warmer".

Held against the observed mean of the year, of the five and ten years that end with it, and against what assessments
had published by the day. Warming to come ("on track for 2.7 degrees") is of ``projections``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from parley.checking.account import Account, Way
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.compare import CLOSE, Bounds, bounds_of
from parley.checking.projections import check_projection, is_projection
from parley.checking.published_figures import PublishedWarming, published_warming
from parley.checking.report_dates import report_times, years_of_reports
from parley.checking.weigh import weigh
from parley.checking.wording import party_words
from parley.climate.tables import read_table
from parley.inventory.tables import remembered
from parley.records.verdict import Reference, Token

WORLD = "WLD"
QUANTITY = "warming above 1850–1900"
_SOURCE = "Indicators of Global Climate Change 2024, release v2025.06.11, CC BY 4.0"
_EDITION = "2024"
_DECADE = 10
_OLD_DAYS = 3 * 366
"""How long a published figure is still heard on a claim without a year."""
_MARGIN_K = 0.1
_PRE_INDUSTRIAL = 1900
_FAHRENHEIT = 1.8
_SPAN = re.compile(r"\b(?P<first>(?:19|20)\d\d)(?:\s?[-–—]\s?|(?<=\d) (?:to|and|through) )(?P<last>(?:19|20)\d\d)\b")
_PRE_1900 = re.compile(r"\b18[5-9]\d\b|\bpre-?industrial\b|\bnineteenth\b|\b19th\b", re.I)
_PUBLISHERS = (
    (r"\bWMO\b|\bWorld Meteorological\b", "WMO"),
    (r"\bCopernicus\b", "Copernicus"),
    (r"\bIPCC\b|\bIntergovernmental Panel\b", "IPCC"),
    (r"\bIGCC\b|\bIndicators of Global Climate Change\b", "IGCC"),
)
_BY_HUMANS = re.compile(
    r"\b(?:humans?|humanity|humankind|mankind|people"
    r"|human[- ](?:activit\w+|influence|actions?|emissions)"
    r"|human[- ](?:caused|induced|made)|man-?made|anthropogenic)\b",
    re.I,
)
_PARTS = re.compile(
    r"\bthe (?:Arctic|Antarctic|Alps|Himalayas|oceans?|land|tropics|Mediterranean|Middle East)\b"
    r"|\bthe (?:region|continent|country|city)\b|\b(?:Antarctica|Africa|Asia|Europe|Siberia|Greenland)\b",
    re.I,
)
_WHOLE = re.compile(r"\b(?:world|globe|global(?:ly)?|planet|earth|humans?|humanity)\b", re.I)
_SO_FAR = re.compile(r"\b(?:by|since|until|had|has|have|already|so far|decades?|(?:ten|five) years|long-term)\b", re.I)


def check_warming(assertion: Assertion, today: date) -> Finding:
    """Observed and assessed warming on every way of taking the mean. Raises ValueError where there is no figure."""
    if (region := _region(assertion)) is not None:
        return Finding(missing=f"figures of warming of {region}, only of the world as a whole")
    assertion = _with_its_years(assertion)
    bounds = _no_wider(_in_kelvin(assertion), assertion)
    if is_projection(assertion):
        return check_projection(assertion, today, bounds)
    if assertion.base_year is not None and assertion.base_year > _PRE_INDUSTRIAL:
        return weigh(assertion, today, (Way(_since(assertion.base_year)),), bounds, "coal")
    quoted = _told_then(assertion)
    if quoted is not assertion:
        assertion, today = quoted, quoted.said or today
    published = _published(assertion, today, bounds)
    if assertion.year is not None and published and _publisher(assertion.words):
        return Finding(tuple(published), confidence=_confidence(assertion))
    found = weigh(assertion, today, _ways(assertion), bounds, "coal")
    if not (found.candidates or published):
        return found
    timeless = assertion.year is None and not report_times(assertion.words)
    return Finding((*found.candidates, *published), timeless=timeless, confidence=_confidence(assertion))


def _with_its_years(assertion: Assertion) -> Assertion:
    """The year that warming is of: the last of a stretch that is named, never the year of a report."""
    words = assertion.words
    if spans := [found for found in _SPAN.finditer(words) if int(found["last"]) > _PRE_INDUSTRIAL]:
        own = assertion.base_year in (None, *(int(found["first"]) for found in spans)) or _PRE_1900.search(words)
        return replace(assertion, year=int(spans[0]["last"]), base_year=None if own else assertion.base_year)
    since = assertion.base_year
    if assertion.year is None and since is not None and since > _PRE_INDUSTRIAL and _PRE_1900.search(words):
        return replace(assertion, year=since, base_year=None)
    if assertion.year is not None and assertion.year in years_of_reports(words):
        return replace(assertion, year=None)
    return assertion


def _told_then(assertion: Assertion) -> Assertion:
    """A claim that quotes a report by its year, as if it had been made when that year, or month, ended."""
    times = [time for time in report_times(assertion.words) if time.end]
    if assertion.year is not None or not times:
        return assertion
    last = max(time.end for time in times if time.end)
    return replace(assertion, said=min(last, assertion.said or last))


def _no_wider(bounds: Bounds, assertion: Assertion) -> Bounds:
    """ "Two degrees" is not 1.5: where half a unit would be half a degree, a tenth of a degree is the margin."""
    if assertion.comparator in ("<", ">") or assertion.low is None or assertion.high is None:
        return bounds
    scale = _FAHRENHEIT if assertion.unit == "degF" else 1.0
    claimed = assertion.low / scale, assertion.high / scale
    low, high = max(bounds.low, claimed[0] - _MARGIN_K), min(bounds.high, claimed[1] + _MARGIN_K)
    return Bounds(low, high, min(low, claimed[0] / (1 + CLOSE)), max(high, claimed[1] / (1 - CLOSE)))


def _region(assertion: Assertion) -> str | None:
    """A part of the world of which it is said; None for the whole."""
    if assertion.subject not in (None, WORLD):
        return party_words(assertion.subject)
    found = _PARTS.search(assertion.words)
    return found.group() if found and not _WHOLE.search(assertion.words) else None


def _in_kelvin(assertion: Assertion) -> Bounds:
    bounds = bounds_of(assertion)
    if assertion.unit != "degF":
        return bounds
    return Bounds(*(end / _FAHRENHEIT for end in (bounds.low, bounds.high, bounds.close_low, bounds.close_high)))


def _ways(assertion: Assertion) -> tuple[Way, ...]:
    """A single year, five and ten; of a year that is named, more only where the words tell of warming up to it.

    Where none is named, a single year is another basis: "the world has warmed" is of more than that.
    """
    so_far = _tells_of_more_than_a_year(assertion)
    return (
        Way(annual(), on_words=assertion.year is not None),
        Way(mean_up_to(5), on_words=so_far),
        Way(mean_up_to(10), on_words=so_far),
    )


def _tells_of_more_than_a_year(assertion: Assertion) -> bool:
    if assertion.year is None or _SO_FAR.search(assertion.words) is not None:
        return True
    return any(int(found["last"]) == assertion.year for found in _SPAN.finditer(assertion.words))


def span_basis(years: int, human_caused: bool = False) -> str:
    """How the mean is taken, in words."""
    part = "as far as humans caused it" if human_caused else "as observed"
    return f"mean of one year, {part}" if years == 1 else f"mean of the {years} years up to then, {part}"


@remembered
def annual() -> Account:
    """Observed warming by year."""
    return Account(WORLD, QUANTITY, span_basis(1), "degC", _SOURCE, _observed())


@remembered
def mean_up_to(years: int) -> Account:
    """Observed warming as the mean of so many years that end with each year."""
    means = {year: mean for year in _observed() if (mean := _mean(year - years + 1, year)) is not None}
    return Account(WORLD, QUANTITY, span_basis(years), "degC", _SOURCE, means)


@remembered
def _since(base_year: int) -> Account:
    """Observed warming of ten years above the ten years around ``base_year``."""
    base = _mean(base_year - _DECADE // 2, base_year + _DECADE // 2 - 1)
    figures = {} if base is None else {year: mean - base for year, mean in mean_up_to(_DECADE).figures.items()}
    basis = f"{span_basis(_DECADE)}, above the ten years around {base_year}"
    return Account(WORLD, f"warming since {base_year}", basis, "degC", _SOURCE, figures)


@remembered
def _observed() -> dict[int, float]:
    return {
        int(row["year"]): float(row["value"])
        for row in read_table("observations.csv")
        if (row["series"], row["edition"]) == ("gmst", _EDITION)
    }


def _mean(first: int, last: int) -> float | None:
    observed = _observed()
    if first not in observed or last not in observed:
        return None
    return sum(observed[year] for year in range(first, last + 1)) / (last - first + 1)


def _published(assertion: Assertion, today: date, bounds: Bounds) -> list[Candidate]:
    """What assessments had published by the day, and have by now."""
    said = assertion.said or today
    if assertion.year is not None:
        publisher = _publisher(assertion.words)
        rows = [row for row in published_warming() if row.last_year == assertion.year and row.published <= today]
        rows = [row for row in rows if publisher in (None, row.publisher)]
        return [_candidate(row, bounds, "then", assertion) for row in rows]
    now = newest_published(today) if said != today else ()
    return [
        *(_candidate(row, bounds, "then", assertion) for row in newest_published(said)),
        *(_candidate(row, bounds, "now", assertion) for row in now),
    ]


@lru_cache(maxsize=1024)
def _publisher(words: str) -> str | None:
    """The publisher of figures whom the words name."""
    return next((name for pattern, name in _PUBLISHERS if re.search(pattern, words)), None)


def _is_on_words(row: PublishedWarming, assertion: Assertion) -> bool:
    """What humans caused only where they are named, a single year's only where it is; more than a year, or than ten, is
    not what a year is called."""
    if row.what == "human_caused" and not _BY_HUMANS.search(assertion.words):
        return False
    if assertion.year is None and row.what == "observed" and row.first_year == row.last_year:
        return False
    span = row.last_year - row.first_year + 1
    return span <= (_DECADE if _tells_of_more_than_a_year(assertion) else 1)


@lru_cache(maxsize=512)
def newest_published(day: date) -> tuple[PublishedWarming, ...]:
    """The newest figure of each publisher for each kind of mean on ``day``, where it is not too old."""
    newest: dict[tuple[str, str, int], PublishedWarming] = {}
    for row in sorted(published_warming(), key=lambda each: each.published):
        if row.published <= day and (day - row.published).days <= _OLD_DAYS:
            newest[row.publisher, row.what, row.last_year - row.first_year] = row
    return tuple(newest.values())


def _candidate(row: PublishedWarming, bounds: Bounds, time: Time, assertion: Assertion) -> Candidate:
    return _remembered_candidate(row, bounds.judge(row.warming_c), time, _is_on_words(row, assertion))


@remembered
def _remembered_candidate(row: PublishedWarming, holds: Token, time: Time, on_words: bool) -> Candidate:
    reference = Reference(
        party=WORLD,
        quantity=QUANTITY,
        basis=span_basis(row.last_year - row.first_year + 1, row.what == "human_caused"),
        year=row.last_year,
        value=row.warming_c,
        unit="degC",
        source=row.source,
        holds=holds,
        as_of="now" if time == "now" else "then",
    )
    return Candidate(reference, time, on_words)


def _confidence(assertion: Assertion) -> float:
    """A claim that names no base may be of another than pre-industrial times."""
    return 0.9 if assertion.base_year is None else 1.0
