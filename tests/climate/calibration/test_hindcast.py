"""What is measured of a run of the past, against the same from the engine's public results."""

from functools import cache

import numpy as np
import pytest

from parley.climate.calibration.hindcast import Past, measure, warming, warming_error, window_mean
from parley.climate.calibration.observations import Series, load_observations
from parley.climate.calibration.prior_run import SCENARIO, run_past
from parley.climate.calibration.targets import Target, load_targets
from parley.climate.drivers import drive
from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.natural import NaturalForcing
from parley.climate.result import Result
from parley.climate.scenario import Scenario
from parley.climate.warming import annual_mean, annual_warming

MEMBERS = 21
FIRST = 1750


@cache
def _ensemble() -> Ensemble:
    return Ensemble.default().subset(slice(MEMBERS))


@cache
def _past() -> Past:
    ensemble, scenario = _ensemble(), Scenario.packaged(SCENARIO)
    drivers = drive(scenario, NaturalForcing.packaged(ensemble.natural), ensemble.methane, 2024, False)
    return run_past(ensemble, drivers, FIRST)


@cache
def _result() -> Result:
    outputs = ("temperature", "concentration", "ocean_heat", "erf_by_agent")
    return run(Scenario.packaged(SCENARIO), _ensemble(), end=2024, outputs=outputs, internal_variability=True)


def _target(quantity: str) -> Target:
    return next(target for target in load_targets("2024") if target.quantity == quantity)


def _measured(quantity: str) -> np.ndarray:
    return measure(_target(quantity), _past(), warming(_past()))


def test_ends_of_a_window_have_half_weight() -> None:
    values = np.array([4.0, 1.0, 2.0, 8.0])
    assert window_mean(values, 0, 3) == pytest.approx((2.0 + 1.0 + 2.0 + 4.0) / 3.0)
    assert window_mean(values, 1, 2) == pytest.approx(1.5)


def test_warming_is_the_mean_of_the_years_of_the_target() -> None:
    years = annual_warming(_result(), 0)
    assert _measured("GMST") == pytest.approx(years[2005 - FIRST : 2025 - FIRST].mean(axis=0), abs=1e-12)


def test_co2_is_the_mean_of_its_year() -> None:
    years = annual_mean(_result().concentration["CO2"][0])
    assert _measured("CO2") == pytest.approx(years[2024 - FIRST], abs=1e-9)


def test_energy_uptake_is_from_the_middle_of_its_first_to_the_middle_of_its_last_year() -> None:
    years = annual_mean(_result().series("ocean_heat")[0])
    assert _measured("Earth energy uptake") == pytest.approx((years[2020 - FIRST] - years[1971 - FIRST]) / 1e21)


@pytest.mark.parametrize(
    ("quantity", "agents"),
    [
        ("ERFari", ["Aerosol-radiation interactions"]),
        ("ERFaci", ["Aerosol-cloud interactions"]),
        ("ERFaer", ["Aerosol-radiation interactions", "Aerosol-cloud interactions"]),
    ],
)
def test_forcing_by_aerosols_is_that_of_the_agents(quantity: str, agents: list[str]) -> None:
    forcing = sum(annual_mean(_result().erf_by_agent[agent][0]) for agent in agents)
    assert _measured(quantity) == pytest.approx(forcing[2005 - FIRST : 2015 - FIRST].mean(axis=0), abs=1e-12)


@pytest.mark.parametrize("quantity", ["ECS", "TCR"])
def test_sensitivities_are_those_of_the_ensemble(quantity: str) -> None:
    assert _measured(quantity) == pytest.approx({"ECS": _ensemble().ecs, "TCR": _ensemble().tcr}[quantity])


def test_the_error_of_warming_is_against_the_state_at_the_end_of_each_year() -> None:
    observed = load_observations().gmst
    warmed = warming(_past())
    states = warmed[1851 - FIRST : 2026 - FIRST]
    expected = np.sqrt(((states - observed.values[:, None]) ** 2).mean(axis=0))
    assert warming_error(warmed, FIRST, observed) == pytest.approx(expected)
    assert warmed.shape[1] == MEMBERS


def test_a_member_that_is_as_observed_has_no_error() -> None:
    warmed = warming(_past())
    years = np.arange(1850, 2025)
    nothing = np.full(years.size, np.nan)
    same = Series("gmst", years, warmed[1851 - FIRST : 2026 - FIRST, 3], nothing, nothing, "a member")
    error = warming_error(warmed, FIRST, same)
    assert error[3] == 0.0
    assert (np.delete(error, 3) > 0.0).all()
