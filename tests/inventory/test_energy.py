"""Electricity and primary energy by fuel, and shares of them."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
from parley.inventory import electricity, electricity_share, energy_share, energy_use, facts, primary_energy


@pytest.mark.parametrize(
    ("party", "fuel", "percent"),
    [
        ("CHN", "coal", 65.0),
        ("USA", "coal", 23.2),
        ("EUU", "coal", 15.7),
        ("IND", "coal", 73.9),
        ("JPN", "coal", 30.6),
        ("JPN", "nuclear", 6.7),
    ],
)
def test_shares_of_electricity_in_2019(party: str, fuel: str, percent: float) -> None:
    assert electricity_share(party, fuel).value(2019) == pytest.approx(percent, abs=0.05)


@pytest.mark.parametrize(("year", "percent"), [(2019, 57.1), (2021, 55.1)])
def test_the_share_of_coal_in_china_s_energy(year: int, percent: float) -> None:
    assert energy_share("CHN", "coal").value(year) == pytest.approx(percent, abs=0.05)


def test_fossil_and_non_fossil_are_all() -> None:
    for share in (electricity_share, energy_share):
        assert share("USA", "fossil").value(2019) + share("USA", "non_fossil").value(2019) == pytest.approx(100)


def test_renewables_and_nuclear_are_what_is_not_fossil() -> None:
    parts = electricity("FRA", "renewables").value(2019) + electricity("FRA", "nuclear").value(2019)
    assert electricity("FRA", "non_fossil").value(2019) == pytest.approx(parts)


def test_wind_and_solar_are_counted_together() -> None:
    parts = electricity("DNK", "wind").value(2019) + electricity("DNK", "solar").value(2019)
    assert electricity("DNK", "wind_and_solar").value(2019) == pytest.approx(parts)


def test_a_year_without_fossil_fuels_in_the_table_has_no_total() -> None:
    albania = electricity("ALB")
    assert 1985 not in albania.years
    assert albania.years


def test_the_share_of_a_group_is_of_its_own_whole() -> None:
    group = electricity_share("CHN+IND", "coal").value(2019)
    assert electricity_share("CHN", "coal").value(2019) < group < electricity_share("IND", "coal").value(2019)


def test_energy_says_how_it_counts() -> None:
    assert "substitution method" in primary_energy("CHN").note
    assert "substitution method" in energy_share("CHN", "coal").note


def test_two_sources_of_primary_energy_are_kept_apart() -> None:
    one, other = primary_energy("DEU"), energy_use("DEU")
    assert one.source != other.source
    assert one.value(2019) == pytest.approx(other.value(2019), rel=0.1)


def test_facts_of_publications_are_found_by_their_words() -> None:
    found = facts("CHN", "coal share of electricity")
    assert [(fact.period, fact.low, fact.high, fact.confidence) for fact in found] == [("2023", 60.5, 60.5, "medium")]


def test_a_fact_that_is_only_a_lower_end_says_so() -> None:
    assert [(fact.low, fact.high) for fact in facts("CHN", "solar manufacturing")] == [(80.0, None)]


@pytest.mark.parametrize("call", [lambda: electricity("CHN", "wood"), lambda: energy_share("CHN", "muscle")])
def test_a_fuel_that_is_none_is_refused_with_those_there_are(call: object) -> None:
    with pytest.raises(InventoryError, match="there are total, coal, gas"):
        call()  # type: ignore[operator]


def test_a_party_without_figures_is_refused() -> None:
    with pytest.raises(InventoryError, match="no primary energy"):
        primary_energy("TUV")
    with pytest.raises(InventoryError, match="no electricity"):
        electricity_share("ATA", "coal")
