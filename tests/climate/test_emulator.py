"""A run: what it is asked for, what it gives, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest

from parley.climate.drivers import FIXED_GASES
from parley.climate.emulator import AGENTS, run
from parley.climate.kernels.agents import Agent
from parley.climate.kernels.layout import LANES
from parley.climate.natural import NaturalForcing
from parley.climate.result import OUTPUTS
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED, MINOR_GASES
from parley.errors import ClimateError, ScenarioError
from tests.climate import making

SSP245 = Scenario.packaged("ssp245")


def test_a_run_has_a_timebound_more_than_years_and_begins_in_balance() -> None:
    result = run([SSP245, Scenario.packaged("ssp119")], making.make_ensemble(5), end=2100, outputs=OUTPUTS)
    assert result.timebounds.tolist() == list(range(1750, 2102))
    assert result.years.tolist() == list(range(1750, 2101))
    assert result.scenarios == ("ssp245", "ssp119")
    assert result.members.tolist() == [1000, 1007, 1014, 1021, 1028]
    everything = [result.series("temperature"), result.series("erf"), result.series("ocean_heat")]
    everything += [*result.erf_by_agent.values(), *result.concentration.values()]
    assert all(values.shape == (2, 5, 352) for values in everything)
    assert all(np.isfinite(values).all() for values in everything)
    assert not any(values[:, :, 0].any() for values in (*everything[:3], *result.erf_by_agent.values()))
    assert list(result.erf_by_agent) == [AGENTS[agent] for agent in Agent]
    assert list(result.concentration) == ["CO2", "CH4", *FIXED_GASES]


def test_concentrations_begin_at_those_of_1750() -> None:
    ensemble = making.make_ensemble()
    gases = run(SSP245, ensemble, end=1760, outputs=("concentration",)).concentration
    assert np.array_equal(gases["CO2"][0, :, 0], ensemble.parameters["baseline_concentration[CO2]"])
    assert gases["CH4"][0, :, 0].tolist() == [729.2] * 4
    assert gases["N2O"][0, :, 0].tolist() == [270.1] * 4
    assert gases["CF4"][0, :, 0].tolist() == [34.05] * 4


@pytest.mark.parametrize("output", OUTPUTS)
def test_only_what_is_asked_for_is_given(output: str) -> None:
    result = run(SSP245, making.make_ensemble(), end=1800, outputs=(output,))
    assert result.outputs == (output,)
    assert run(SSP245, making.make_ensemble(), end=1800, outputs=output).outputs == (output,)


def test_temperature_is_what_is_given_unless_something_is_asked_for() -> None:
    assert run(SSP245, making.make_ensemble(), end=1800).outputs == ("temperature",)


@pytest.mark.parametrize("members", [1, LANES - 1, LANES, LANES + 1, 5 * LANES])
def test_any_number_of_members_can_be_run(members: int) -> None:
    result = run(SSP245, making.make_ensemble(members), end=1760, outputs=OUTPUTS)
    assert result.series("temperature").shape == (1, members, 12)
    assert result.erf_by_agent["CO2"].shape == result.concentration["SF6"].shape == (1, members, 12)


@pytest.mark.parametrize("layers", [2, 3, 4])
def test_the_ocean_may_have_any_number_of_layers(layers: int) -> None:
    warming = run(Scenario.packaged("ssp370"), making.make_ensemble(10, layers)).series("temperature")[0, :, -1]
    assert ((warming > 1.0) & (warming < 12.0)).all()


def test_a_result_says_where_it_came_from() -> None:
    noted = Scenario("with notes", SSP245.years, SSP245.emissions, None, ("harmonised",))
    result = run([SSP245, noted], making.make_ensemble(provisional=True), end=1800, internal_variability=True, seed=8)
    assert (result.ensemble, result.provisional, result.fair_compatible) == ("invented", True, False)
    assert result.natural == ("2024", "2024")
    assert result.notes == ((), ("harmonised",))
    assert (result.internal_variability, result.seed) == (True, 8)
    np.testing.assert_array_equal(result.co2_emissions[0], SSP245.emissions[:2, :51].sum(axis=0))


def test_a_run_is_fair_compatible_as_its_ensemble_is_unless_told_otherwise() -> None:
    ours, fair = making.make_ensemble(), making.make_ensemble(fair_compatible=True)
    assert not run(SSP245, ours, end=1760).fair_compatible
    assert run(SSP245, fair, end=1760).fair_compatible
    one, other = run(SSP245, ours, fair_compatible=True), run(SSP245, fair)
    assert np.array_equal(one.series("temperature"), other.series("temperature"))


def test_what_is_copied_of_fair_is_chlorine_and_the_lifetimes_of_gases_at_rest() -> None:
    ensemble = making.make_ensemble()
    ours, fair = (run(SSP245, ensemble, outputs=OUTPUTS, fair_compatible=compatible) for compatible in (False, True))
    differs = [gas for gas in MINOR_GASES if (ours.concentration[gas][0, 0] != fair.concentration[gas][0, 0]).any()]
    assert {"SF6", "C2F6", "CFC-115"} < set(differs)
    assert "CF4" not in differs
    change = ours.erf_by_agent["Aerosol-radiation interactions"] - fair.erf_by_agent["Aerosol-radiation interactions"]
    chlorine = ensemble.parameters["erfari_radiative_efficiency[Equivalent effective stratospheric chlorine]"]
    assert np.array_equal(np.sign(change[0, :, 250]), np.sign(chlorine))
    assert 1e-5 < np.abs(ours.series("temperature") - fair.series("temperature")).max() < 0.1


def test_the_sun_and_volcanoes_of_a_scenario_go_before_those_of_the_ensemble() -> None:
    own = Scenario("own", SSP245.years, SSP245.emissions, NaturalForcing.packaged("v1.4.1"))
    result = run([SSP245, own], making.make_ensemble(), outputs=("erf_by_agent",))
    assert result.natural == ("2024", "v1.4.1")
    one, other = result.erf_by_agent["Volcanic"]
    assert not np.array_equal(one, other)
    as_calibrated = run(SSP245, making.make_ensemble(natural="v1.4.1"), outputs=("erf_by_agent",))
    assert np.array_equal(as_calibrated.erf_by_agent["Volcanic"][0], other)


def test_natural_forcing_is_scaled_by_the_members_factors_and_zero_at_first() -> None:
    ensemble = making.make_ensemble()
    result = run(SSP245, ensemble, outputs=("erf_by_agent",))
    solar, volcanic = NaturalForcing.packaged("2024").on(result.timebounds)
    own = ensemble.parameters
    scale = own["forcing_scale[Volcanic]"][:, None]
    np.testing.assert_allclose(result.erf_by_agent["Volcanic"][0, :, 1:], scale * volcanic[1:], rtol=1e-14)
    line = np.minimum((result.timebounds - 1750) / 270.0, 1.0)
    expected = own["forcing_scale[Solar]"][:, None] * solar + own["solar_trend"][:, None] * line
    np.testing.assert_allclose(result.erf_by_agent["Solar"][0, :, 1:], expected[:, 1:], rtol=0.0, atol=1e-15)


def test_internal_variability_is_of_its_seed() -> None:
    ensemble = making.make_ensemble(20)
    calm = run(SSP245, ensemble).series("temperature")
    one, again, other = (
        run(SSP245, ensemble, internal_variability=True, seed=seed).series("temperature") for seed in (1, 1, 2)
    )
    assert np.array_equal(one, again)
    assert (one[:, :, 1:] != other[:, :, 1:]).all()
    assert (one[:, :, 1:] != calm[:, :, 1:]).all()
    assert not one[:, :, 0].any()


@pytest.mark.parametrize("seed", [0, -1, 2**63, 2**64 + 5, np.int64(-7)])
def test_any_whole_number_is_a_seed(seed: int) -> None:
    assert np.isfinite(
        run(SSP245, making.make_ensemble(), end=1760, internal_variability=True, seed=seed).series("temperature")
    ).all()


def test_an_output_that_is_not_known_is_named() -> None:
    with pytest.raises(
        ClimateError, match=r"output 'sea level' is not known; give some of temperature, erf, .*ocean_heat"
    ):
        run(SSP245, making.make_ensemble(), outputs=("temperature", "sea level"))
    with pytest.raises(ClimateError, match="no output was asked for"):
        run(SSP245, making.make_ensemble(), outputs=())


def test_a_run_needs_a_scenario_and_each_a_name_of_its_own() -> None:
    with pytest.raises(ScenarioError, match="no scenario was given"):
        run([], making.make_ensemble())
    with pytest.raises(ScenarioError, match="two scenarios are named 'ssp245'"):
        run([SSP245, Scenario.packaged("ssp119"), SSP245], making.make_ensemble())


def test_a_run_begins_and_ends_within_the_emissions() -> None:
    with pytest.raises(ScenarioError, match="ssp245: its emissions begin in 1750, but the run in 1850"):
        run(SSP245, making.make_ensemble(), start=1850)
    with pytest.raises(ScenarioError, match="ssp245: its emissions end in 2500, but the run in 2501"):
        run(SSP245, making.make_ensemble(), end=2501)
    with pytest.raises(ScenarioError, match="ends in 1740, before it starts in 1750"):
        run(SSP245, making.make_ensemble(), end=1740)
    assert run(SSP245, making.make_ensemble(), end=1750).series("temperature").shape == (1, 4, 2)


def test_natural_forcing_that_is_too_short_is_named_with_the_years_it_lacks() -> None:
    short = Scenario("short", SSP245.years, SSP245.emissions, making.make_quiet(2050))
    with pytest.raises(ClimateError, match="natural forcing 'none' has no values for 1 January of 51 years from 2051"):
        run(short, making.make_ensemble())


@pytest.mark.parametrize("threads", [1, 3])
def test_a_climate_that_runs_away_is_named_with_scenario_member_and_year(threads: int) -> None:
    """More CO2 removed than the air holds."""
    impossible = SSP245.with_emissions("CO2 FFI", {2050: -9000.0}, name="vacuum")
    with pytest.raises(
        ClimateError, match=r"vacuum: member 1000 of invented leaves what the model can follow in 2050 \(40 "
    ):
        run([SSP245, impossible], making.make_ensemble(40), threads=threads)


def test_a_large_removal_that_the_air_can_bear_is_run() -> None:
    removed = SSP245.with_emissions("CO2 FFI", dict.fromkeys(range(2050, 2060), -100.0), name="removed")
    both = run([SSP245, removed], making.make_ensemble()).series("temperature")
    assert (both[1, :, -1] < both[0, :, -1]).all()


@pytest.mark.parametrize("species", EMITTED)
def test_no_species_is_without_effect(species: str) -> None:
    row = SSP245.emissions[EMITTED.index(species)]
    more = SSP245.with_emissions(species, row * 1.5 + 1.0, name="more")
    both = run([SSP245, more], making.make_ensemble(), end=2030, outputs=("erf",)).series("erf")
    assert (both[0, :, 1:] != both[1, :, 1:]).all()
