"""Coal power by status and year, and what it commits to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import InventoryError
from parley.inventory import coal_capacity, coal_status, coal_use, committed_emissions
from parley.inventory.coal import LIFE_YEARS, LOAD_FACTOR, PIPELINE, STATUSES, TCO2_PER_MWH, Range


def test_plants_by_status_in_july_2023() -> None:
    assert coal_status("CHN").gw == pytest.approx(1108.9, abs=0.05)
    assert coal_status("CHN", "construction").gw == pytest.approx(136.2, abs=0.05)
    assert coal_status("WLD").gw == pytest.approx(2095, abs=0.5)
    assert coal_status("CHN").gw / coal_status("WLD").gw == pytest.approx(0.529, abs=0.0005)


def test_the_pipeline_is_what_is_neither_running_nor_given_up() -> None:
    assert coal_status("CHN", "pipeline").gw == pytest.approx(391.7, abs=0.05)
    assert coal_status("CHN", "pipeline").gw == pytest.approx(
        coal_status("CHN", "before_construction").gw + coal_status("CHN", "construction").gw
    )
    assert set(PIPELINE) < set(STATUSES)


def test_capacity_grows_by_what_is_added_and_falls_by_what_is_retired() -> None:
    operating, added, retired = (coal_capacity("CHN", quantity) for quantity in ("operating", "added", "retired"))
    change = operating.value(2020) - operating.value(2019)
    assert change == pytest.approx(added.value(2020) - retired.value(2020), abs=2.5)
    assert sum(added.value(year) for year in (2021, 2022, 2023)) == pytest.approx(70.4, abs=0.05)


def test_the_last_year_says_that_it_is_not_whole() -> None:
    assert "2023 ends with July" in coal_capacity("CHN").note


def test_the_seven_have_less_coal_than_china() -> None:
    assert coal_status("G7").gw < coal_status("CHN").gw


def test_half_of_the_world_s_coal_is_burnt_in_china() -> None:
    assert 100 * coal_use("CHN").value(2019) / coal_use("WLD").value(2019) == pytest.approx(51.9, abs=0.05)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: coal_status("CHN", "haunted"), "no status of coal power; there are operating"),
        (lambda: coal_status("TUV"), "lists no unit of 30 MW or more of Tuvalu"),
        (lambda: coal_capacity("CHN", "burnt"), "no quantity of coal power"),  # type: ignore[arg-type]
        (lambda: coal_capacity("TUV"), "no coal capacity operating of Tuvalu"),
    ],
)
def test_what_there_is_not_is_refused(call: object, words: str) -> None:
    with pytest.raises(InventoryError, match=words):
        call()  # type: ignore[operator]


class TestCommitted:
    def test_two_hundred_gigawatts_emit_thirty_two_gigatonnes(self) -> None:
        found = committed_emissions(200)
        assert found.yearly_gtco2.central == pytest.approx(0.79, abs=0.005)
        assert found.total_gtco2.central == pytest.approx(32, abs=0.5)
        assert (found.total_gtco2.low, found.total_gtco2.high) == (
            pytest.approx(14, abs=0.1),
            pytest.approx(52, abs=0.6),
        )

    def test_assumptions_are_told(self) -> None:
        assert committed_emissions(1).assumptions == (
            "load factor 0.5 (0.4 to 0.6); 0.9 tCO2 per MWh (0.8 to 0.98); 40 years (25 to 50)"
        )

    def test_an_assumption_given_as_one_number_has_no_range(self) -> None:
        found = committed_emissions(200, load_factor=0.5, tco2_per_mwh=0.9, life_years=40)
        assert found.total_gtco2.low == found.total_gtco2.central == found.total_gtco2.high
        assert found.assumptions == "load factor 0.5; 0.9 tCO2 per MWh; 40 years"

    def test_a_range_of_one_s_own_can_be_given(self) -> None:
        assert committed_emissions(200, life_years=Range(10, 20, 30)).total_gtco2.central == pytest.approx(0.7884 * 20)

    @given(st.floats(0, 1e4), st.floats(0, 1e4))
    def test_it_grows_in_step_with_capacity(self, one: float, other: float) -> None:
        both = committed_emissions(one + other).total_gtco2
        assert both.central == pytest.approx(
            committed_emissions(one).total_gtco2.central + committed_emissions(other).total_gtco2.central
        )
        assert both.low <= both.central <= both.high

    @pytest.mark.parametrize(
        "arguments",
        [
            {"gw": -1.0},
            {"gw": 1.0, "load_factor": 1.1},
            {"gw": 1.0, "tco2_per_mwh": -1.0},
            {"gw": 1.0, "life_years": -5},
        ],
    )
    def test_what_cannot_be_is_refused(self, arguments: dict[str, float]) -> None:
        with pytest.raises(InventoryError, match="cannot be"):
            committed_emissions(**arguments)

    def test_ranges_are_in_order(self) -> None:
        for assumption in (LOAD_FACTOR, TCO2_PER_MWH, LIFE_YEARS):
            assert assumption.low < assumption.central < assumption.high
