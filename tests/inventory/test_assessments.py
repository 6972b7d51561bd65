from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import InventoryError
from parley.inventory.assessments import CASES, assessments, latest_assessment, publishers

days = st.dates(date(2015, 1, 1), date(2026, 12, 31))


class TestTable:
    def test_rows_are_unique_and_in_order_of_publication(self) -> None:
        every = assessments()
        keys = [
            (row.publisher, row.report, row.published, row.scenario, row.horizon, row.probability_pct) for row in every
        ]
        assert len(set(keys)) == len(keys)
        assert [row.published.start for row in every] == sorted(row.published.start or date.min for row in every)

    def test_every_case_of_the_closed_set_has_rows(self) -> None:
        assert {row.case for row in assessments()} == set(CASES)

    def test_values_lie_in_their_ranges(self) -> None:
        for row in assessments():
            for low, value, high in (
                (row.warming_low_c, row.warming_c, row.warming_high_c),
                (row.ghg2030_low_gtco2e, row.ghg2030_gtco2e, row.ghg2030_high_gtco2e),
                (row.ghg2050_low_gtco2e, row.ghg2050_gtco2e, row.ghg2050_high_gtco2e),
            ):
                if low is not None and high is not None and value is not None:
                    assert low <= value <= high, row

    def test_warming_comes_with_its_chance_and_horizon(self) -> None:
        for row in assessments():
            assert (row.warming_c is None) == (row.probability_pct is None), row
            assert row.horizon in ("2100", "peak", "2035")
            assert row.confidence in ("high", "medium", "low")

    def test_a_higher_chance_means_more_warming_in_one_report(self) -> None:
        compared = 0
        for row in assessments(probability_pct=66):
            for other in assessments(row.publisher, row.case, probability_pct=50, horizon=row.horizon):
                if (other.report, other.scenario) == (row.report, row.scenario):
                    assert (other.warming_c or 0.0) < (row.warming_c or 0.0), (row, other)
                    compared += 1
        assert compared > 10


class TestAccess:
    @pytest.mark.parametrize(
        ("publisher", "case", "chance", "day", "warming"),
        [
            ("UNEP", "unconditional_ndc", 66, date(2021, 11, 1), 2.7),
            ("UNEP", "unconditional_ndc", 66, date(2023, 12, 1), 2.9),
            ("UNEP", "current_policies", 66, date(2024, 12, 1), 3.1),
            ("Climate Action Tracker", "near_term_targets", 50, date(2021, 11, 10), 2.4),
            ("IEA", "ndc_and_net_zero", 50, date(2021, 11, 4), 1.8),
            ("IEA", "ndc_and_net_zero", 50, date(2021, 11, 3), 2.1),
        ],
    )
    def test_the_newest_outlook_of_a_day(
        self, publisher: str, case: str, chance: float, day: date, warming: float
    ) -> None:
        assert latest_assessment(publisher, case, as_of=day, probability_pct=chance).warming_c == warming

    def test_a_paper_is_found_by_its_authors(self) -> None:
        (row,) = assessments("Meinshausen et al.")
        assert (row.warming_c, row.horizon, row.case) == (1.95, "peak", "ndc_and_net_zero")

    def test_an_outlook_that_was_not_there_yet_is_an_error_that_says_so(self) -> None:
        with pytest.raises(InventoryError, match="UNEP had published no outlook for current_policies by 2015-01-01"):
            latest_assessment("UNEP", "current_policies", as_of=date(2015, 1, 1))

    def test_an_unknown_publisher_or_case_is_an_error_with_those_there_are(self) -> None:
        with pytest.raises(InventoryError, match=r"no publisher 'NASA'; there are .*UNEP"):
            assessments("NASA")
        with pytest.raises(InventoryError, match="no case 'hope'; there are current_policies"):
            assessments(case="hope")

    @given(days, st.sampled_from(publishers()))
    def test_nothing_is_told_before_it_was_published(self, day: date, publisher: str) -> None:
        assert all(row.since <= day for row in assessments(publisher, as_of=day))
