from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import InventoryError
from parley.inventory.coverage import coverage, parties_with, pledged_share
from parley.inventory.emissions import emissions
from parley.terms.parties import parties

days = st.dates(date(2015, 1, 1), date(2026, 12, 31))


class TestCoverage:
    def test_what_there_is_of_a_large_party(self) -> None:
        held = {(found.quantity, found.gas, found.basis) for found in coverage("CHN")}
        assert {("emissions", "GHG", "excl_lulucf"), ("emissions", "CO2", "fossil"), ("population", None, None)} <= held

    def test_spans_are_those_of_the_series(self) -> None:
        (held,) = [
            found
            for found in coverage("IND")
            if (found.gas, found.basis, found.source.key) == ("GHG", "excl_lulucf", "edgar")
        ]
        assert (held.first, held.last) == emissions("IND", source="edgar").span

    def test_two_independent_sources_cover_the_emissions_of_the_g20(self) -> None:
        for code in parties()["G20"].members:
            if code != "AU":
                sources = {
                    found.source.key for found in coverage(code) if (found.gas, found.basis) == ("GHG", "excl_lulucf")
                }
                assert len(sources) >= 2, code

    def test_a_territory_may_have_nothing(self) -> None:
        assert coverage("BVT") == ()

    def test_an_unknown_code_is_an_error(self) -> None:
        with pytest.raises(InventoryError, match="'XYZ' is no Party"):
            coverage("XYZ")

    def test_countries_that_have_a_quantity(self) -> None:
        everywhere = parties_with("emissions", "CO2", "fossil")
        assert len(everywhere) > 200
        assert set(parties_with("coal capacity operating")) < set(everywhere)

    def test_a_quantity_that_nobody_has_is_an_error_with_those_there_are(self) -> None:
        with pytest.raises(InventoryError, match=r"no country has such figures of 'happiness'; there are .*population"):
            parties_with("happiness")


class TestPledgedShare:
    def test_net_zero_went_from_little_to_most_of_the_world_and_the_united_states_left(self) -> None:
        percents = [
            pledged_share(date(*day), kind="net_zero").percent
            for day in ((2019, 6, 1), (2020, 6, 1), (2020, 12, 31), (2021, 12, 31), (2024, 12, 31), (2025, 6, 1))
        ]
        first, after_eu, after_china, after_glasgow, before_return, after_return = percents
        assert first < 2 < after_eu < 12
        assert 30 < after_china < 55
        assert 70 < after_glasgow < 85
        assert 82 < before_return < 93
        assert before_return - after_return == pytest.approx(
            emissions("USA").value(2023) / emissions("WLD").value(2023) * 100, abs=0.5
        )

    def test_largest_emitters_are_named_first(self) -> None:
        found = pledged_share(date(2025, 6, 1), kind="net_zero")
        assert found.covered[:3] == ("CHN", "IND", "RUS")
        assert found.uncovered[0] == "USA"
        assert found.year == 2023

    def test_members_of_the_eu_count_once_and_by_the_eus_pledges(self) -> None:
        found = pledged_share(date(2020, 6, 1), kind="net_zero")
        assert {"POL", "DEU", "HUN"} <= set(found.covered)
        assert "EUU" not in found.covered + found.uncovered

    def test_the_year_of_the_emissions_can_be_chosen_and_is_refused_where_there_are_none(self) -> None:
        assert pledged_share(date(2021, 12, 31), year=2019).world_mtco2e == emissions("WLD").value(2019)
        with pytest.raises(InventoryError, match="no figure for 1900"):
            pledged_share(date(2021, 12, 31), year=1900)

    @given(days)
    def test_covered_and_uncovered_are_the_countries_of_the_world(self, day: date) -> None:
        found = pledged_share(day)
        assert not set(found.covered) & set(found.uncovered)
        assert 0 <= found.percent <= 100
        assert len(found.covered) + len(found.uncovered) > 190
