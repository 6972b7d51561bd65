"""Total CO2 and its parts."""

from __future__ import annotations

import numpy as np
import pytest

from parley.climate.emission_co2 import FOSSIL, LAND, complete_co2
from parley.climate.emission_names import Role
from parley.climate.emission_rows import EmissionRows
from parley.errors import ScenarioError

YEARS = np.arange(2020, 2024)
FOSSIL_GT = np.array([36.0, 37.0, 38.0, 39.0])
LAND_GT = np.array([4.0, 3.0, -1.0, 0.0])


def rows(**given: np.ndarray) -> EmissionRows:
    names = {"fossil": FOSSIL, "land": LAND}
    roles = {"total": Role.CO2_TOTAL, "energy": Role.CO2_ENERGY, "industry": Role.CO2_INDUSTRY}
    return EmissionRows(
        YEARS,
        {names[key]: values for key, values in given.items() if key in names},
        {roles[key]: values for key, values in given.items() if key in roles},
    )


def test_parts_alone_are_left_as_they_are() -> None:
    given = rows(fossil=FOSSIL_GT, land=LAND_GT)
    assert complete_co2(given) is given


def test_a_total_that_agrees_is_not_counted_a_second_time() -> None:
    done = complete_co2(rows(fossil=FOSSIL_GT, land=LAND_GT, total=FOSSIL_GT + LAND_GT + 0.005))
    assert done.rows[FOSSIL] is FOSSIL_GT
    assert done.rows[LAND] is LAND_GT
    assert "agrees" in done.notes[0]


def test_a_total_that_contradicts_its_parts_names_the_worst_year() -> None:
    total = FOSSIL_GT + LAND_GT + np.array([0.0, 0.1, 2.0, 0.0])
    with pytest.raises(
        ScenarioError, match="total CO2 in 2022 is 39 Gt CO2/yr, but CO2 FFI and CO2 AFOLU add up to 37"
    ):
        complete_co2(rows(fossil=FOSSIL_GT, land=LAND_GT, total=total))


def test_years_that_one_of_them_lacks_are_not_compared() -> None:
    total = np.array([np.nan, 40.0, 37.0, np.nan])
    assert "agrees" in complete_co2(rows(fossil=FOSSIL_GT, land=LAND_GT, total=total)).notes[0]


def test_fossil_co2_is_total_less_land_use() -> None:
    done = complete_co2(rows(land=LAND_GT, total=FOSSIL_GT + LAND_GT))
    np.testing.assert_allclose(done.rows[FOSSIL], FOSSIL_GT, rtol=1e-15)
    assert done.notes == ("CO2 FFI is total CO2 less CO2 AFOLU",)


def test_land_use_is_total_less_fossil_co2() -> None:
    done = complete_co2(rows(fossil=FOSSIL_GT, total=FOSSIL_GT + LAND_GT))
    np.testing.assert_allclose(done.rows[LAND], LAND_GT, atol=1e-14)
    assert done.notes == ("CO2 AFOLU is total CO2 less CO2 FFI",)


def test_a_total_that_is_only_fossil_lacks_land_use() -> None:
    with pytest.raises(ScenarioError, match="land use is missing; add CO2 AFOLU"):
        complete_co2(rows(fossil=FOSSIL_GT, total=FOSSIL_GT))


def test_a_total_alone_is_refused_because_land_use_is_a_species_of_its_own() -> None:
    with pytest.raises(ScenarioError, match="only in total; add CO2 from land use"):
        complete_co2(rows(total=FOSSIL_GT))


def test_land_use_of_another_scenario_splits_a_total() -> None:
    done = complete_co2(rows(total=FOSSIL_GT + LAND_GT), LAND_GT)
    np.testing.assert_allclose(done.rows[FOSSIL], FOSSIL_GT, rtol=1e-15)
    assert LAND not in done.rows


def test_energy_and_industry_make_up_fossil_co2() -> None:
    done = complete_co2(rows(land=LAND_GT, energy=FOSSIL_GT - 2.0, industry=np.full(4, 2.0)))
    np.testing.assert_allclose(done.rows[FOSSIL], FOSSIL_GT, rtol=1e-15)
    assert done.notes == ("CO2 FFI is the sum of CO2 from energy and industrial processes",)


def test_energy_alone_is_not_taken_for_all_of_fossil_co2() -> None:
    assert FOSSIL not in complete_co2(rows(land=LAND_GT, energy=FOSSIL_GT)).rows
