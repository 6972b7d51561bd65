"""From the world's gases to all species: met with history, filled in as the scenarios have it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.climate.history import FIRST_YEAR as FIRST_OF_HISTORY
from parley.climate.history import SCENARIOS, load_history, load_scenario_emissions
from parley.climate.species import EMITTED, SLCFS
from parley.pathways.axes import CH4, CO2_FFI, CO2_LAND, F_GASES, GASES, N2O, N_YEARS, FloatArray, place
from parley.pathways.infill import FADED_BY, harmonised, to_scenario
from parley.pathways.responses import (
    gas_response,
    middle_f_gases,
    middle_of,
    precursor_range,
    precursor_slopes,
)

DATA_YEAR = 2023
JOIN = place(DATA_YEAR)


def middle_world() -> FloatArray:
    """SSP2-4.5 as a sum of pathways would have it, (gas, year)."""
    world = np.empty((len(GASES), N_YEARS))
    world[CO2_FFI], world[CO2_LAND] = 1e3 * middle_of("CO2 FFI"), 1e3 * middle_of("CO2 AFOLU")
    world[CH4], world[N2O], world[F_GASES] = middle_of("CH4"), middle_of("N2O"), middle_f_gases()
    return world


def test_a_world_that_is_the_middle_scenario_comes_out_as_it() -> None:
    found = to_scenario("middle", harmonised(middle_world(), DATA_YEAR), DATA_YEAR)
    wanted = load_scenario_emissions("ssp245").emissions[:, : found.years.size]
    assert np.allclose(found.emissions, wanted, rtol=1e-12, atol=1e-12)


@given(st.floats(0.5, 1.5), st.floats(-500, 500), st.floats(0.5, 1.5))
@settings(max_examples=25, deadline=None)
def test_it_meets_history_in_the_data_year_and_is_itself_once_the_difference_has_faded(
    factor: float, offset: float, methane: float
) -> None:
    world = middle_world()
    world[CO2_FFI] *= factor
    world[CO2_LAND] += offset
    world[CH4] *= methane
    found = harmonised(world, DATA_YEAR)
    past = load_history().emissions[:, : DATA_YEAR - FIRST_OF_HISTORY + 1]
    assert found[CO2_FFI, JOIN] == pytest.approx(1e3 * past[EMITTED.index("CO2 FFI"), -1])
    assert found[CO2_LAND, JOIN] == pytest.approx(1e3 * past[EMITTED.index("CO2 AFOLU"), -1])
    assert found[CH4, JOIN] == pytest.approx(past[EMITTED.index("CH4"), -1])
    late = place(FADED_BY)
    assert np.allclose(found[[CO2_FFI, CO2_LAND], late:], world[[CO2_FFI, CO2_LAND], late:])
    assert np.allclose(np.diff(found[CH4, JOIN:]), np.diff(world[CH4, JOIN:]))


def test_zero_stays_zero_where_a_ratio_meets_history() -> None:
    world = middle_world()
    world[CO2_FFI, place(2040) :] = 0.0
    assert (harmonised(world, DATA_YEAR)[CO2_FFI, place(2040) :] == 0).all()


@given(st.floats(-0.5, 2.0))
@settings(max_examples=25, deadline=None)
def test_short_lived_species_stay_within_what_scenarios_emit(factor: float) -> None:
    world = middle_world()
    world[CO2_FFI, JOIN + 1 :] *= factor
    found = to_scenario("any", world, DATA_YEAR)
    least, most = precursor_range()
    rows = [EMITTED.index(species) for species in SLCFS]
    ours = found.emissions[rows, 1990 - FIRST_OF_HISTORY :]
    assert (ours >= least - 1e-9).all()
    assert (ours <= most + 1e-9).all()


def test_less_carbon_comes_with_less_sulphur() -> None:
    world = middle_world()
    less = world.copy()
    less[CO2_FFI, JOIN + 1 :] *= 0.7
    row = EMITTED.index("Sulfur")
    more_sulphur, less_sulphur = (to_scenario("s", each, DATA_YEAR).emissions[row] for each in (world, less))
    later = slice(2030 - FIRST_OF_HISTORY, None)
    assert (less_sulphur[later] < more_sulphur[later]).all()


def test_responses_are_shares_and_fossil_carbon_answers_fully() -> None:
    response = gas_response()
    assert (response >= 0).all()
    assert (response <= 1).all()
    assert (response[CO2_FFI] == 1).all()
    assert (response[CO2_LAND] == 0).all()
    assert response[CH4, place(2030)] > response[N2O, place(2030)] > 0


def test_a_slope_is_the_least_squares_line_through_the_middle_scenario() -> None:
    year = place(2050)
    now = place(2024)
    scenarios = {name: load_scenario_emissions(name).emissions[:, 1990 - FIRST_OF_HISTORY :] for name in SCENARIOS}
    middle = scenarios["ssp245"]
    rows = EMITTED.index("CO2 FFI"), EMITTED.index("Sulfur")
    x, y = (
        np.array([(each[row, year] - middle[row, year]) / middle[row, now] for each in scenarios.values()])
        for row in rows
    )
    slope, *_ = np.linalg.lstsq(x[:, None], y, rcond=None)
    assert precursor_slopes()[SLCFS.index("Sulfur"), year] == pytest.approx(slope[0])
