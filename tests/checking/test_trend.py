"""The series behind a verdict: what the same check says of each year, and the claim on it."""

from __future__ import annotations

from typing import Any

import pytest

from parley.checking.assertion import Assertion
from parley.checking.trend import Trend, trend_of
from tests.checking.making import SEPTEMBER_2021, check, claim, share


def trend(assertion: Assertion) -> Trend:
    found = trend_of(assertion, check(assertion))
    assert found is not None
    return found


def test_the_line_says_of_each_year_what_a_claim_of_that_year_is_held_against() -> None:
    found = trend(share("CHN", 45.0))
    assert found.line is not None
    for year, value in (point for point in found.line.points if point[0] in (1995, 2010, 2023)):
        verdict = check(share("CHN", 45.0, year=year))
        same = [each for each in verdict.references if (each.basis, each.source) == (found.basis, found.source)]
        assert same[0].value == value
    assert found.then in found.line.points


def test_other_ways_of_counting_stand_beside_the_one_that_decides() -> None:
    found = trend(share("CHN", 45.0))
    ways = [(line.basis, line.source) for line in found.others]
    assert ways
    assert (found.basis, found.source) not in ways
    assert len(set(ways)) == len(ways)


@pytest.mark.parametrize(
    ("assertion", "low", "unit"),
    [
        (share("CHN", 45.0), 45.0, "%"),
        (claim("emissions", "IND", 3.9e9, unit="tCO2e", written="3.9 billion", year=2022), 3900.0, "MtCO2e"),
        (claim("change", "EUU", 24.0, unit="%", direction="down", base_year=1990, year=2019), -24.0, "%"),
        (claim("ratio", "CHN", 40.0, unit="%", direction="up", against=("USA",), year=2005), 1.4, "times"),
        (claim("ratio", "CHN", 40.0, unit="%", direction="down", against=("USA",), year=2005), 0.6, "times"),
        (claim("ratio", "IND", 2.0, unit="times", against=("EUU",), year=2019), 2.0, "times"),
        (claim("per_capita", "USA", 15.0, unit="tCO2/person", year=2019), 15.0, "tCO2/person"),
        (claim("population", "IND", 1.4e9, unit="person", year=2020, written="1.4 billion"), 1.4e9, "people"),
        (claim("coal_capacity", "CHN", 1000.0, unit="GW", year=2020, written="1,000"), 1000.0, "GW"),
        (claim("rank_emitter", "USA", 2.0, unit="rank", year=2019), 2.0, "rank"),
    ],
    ids=lambda value: f"{value.measure} {value.unit}" if isinstance(value, Assertion) else "",
)
def test_the_claimed_figure_is_put_into_the_unit_of_record(assertion: Assertion, low: float, unit: str) -> None:
    found = trend(assertion)
    assert found.claimed is not None
    assert found.claimed.low == pytest.approx(low)
    assert found.claimed.year == assertion.year
    assert found.unit.partition(" (")[0].startswith(unit)


def test_less_of_a_fall_is_more_on_the_chart() -> None:
    found = trend(claim("change", "EUU", 20.0, unit="%", direction="down", comparator=">", base_year=1990, year=2019))
    assert found.claimed is not None
    assert (found.claimed.low, found.claimed.comparator) == (-20.0, "<")


def test_a_comparison_without_a_figure_is_held_against_as_much_as_the_other() -> None:
    found = trend(claim("comparison", "IND", comparator=">", against=("EUU",), said=SEPTEMBER_2021))
    assert (found.level, found.claimed) == (1.0, None)
    rose = trend(claim("change", "USA", unit=None, comparator=">", direction="up", year=2021))
    assert rose.level == 0.0


def test_what_was_true_earlier_is_named_beside_the_figure_of_the_claims_time() -> None:
    found = trend(claim("rank_economy", "JPN", 3.0, unit="rank"))
    assert found.besides == (2022, 3.0)
    assert found.then[0] > 2022
    assert found.claimed is not None
    assert found.claimed.year == found.then[0]


def test_the_newest_figure_is_named_where_it_is_another() -> None:
    found = trend(share("CHN", 45.0))
    assert found.line is not None
    assert found.besides == found.line.points[-1]
    newest = trend(share("CHN", 45.0, year=found.besides[0]))
    assert newest.besides is None


@pytest.mark.parametrize(
    "fields",
    [
        {"measure": "office", "subject": "USA", "about": "John Kerry", "detail": "climate_envoy"},
        {"measure": "pledge", "subject": "CHN", "detail": "net_zero", "year": 2060},
        {"measure": "count", "subject": "CHN", "low": 12.0, "unit": "visit"},
        {"measure": "emissions_share", "subject": "CHN", "low": 27.0, "unit": "GW"},
        {"measure": "rank_emitter", "subject": "USA", "low": 1.0, "unit": "rank", "year": 2019, "denied": True},
    ],
    ids=lambda fields: str(fields["measure"]),
)
def test_facts_and_what_cannot_be_drawn_have_no_trend(fields: dict[str, Any]) -> None:
    assertion = claim(fields.pop("measure"), **fields)
    assert trend_of(assertion, check(assertion)) is None
