"""What must hold of the climate whatever the members and the emissions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.history import FIRST_YEAR, SCENARIOS
from parley.climate.natural import NaturalForcing
from parley.climate.parameters import SOLAR_TREND
from parley.climate.result import OUTPUTS, Result
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED, SLCFS
from tests.climate import making, twin

Array = NDArray[np.float64]

ENSEMBLE = making.make_ensemble(41)
THREADS = (1, 2, 3, 5)

some = settings(deadline=None, max_examples=25)
seeds = st.integers(0, 2**32 - 1)


def assert_same_bits(one: Result, other: Result, scenario: int = 0, members: slice = slice(None)) -> None:
    """Of ``one``, its first scenario and all members; of ``other``, this scenario and these members."""
    assert one.outputs == other.outputs == OUTPUTS
    for output in ("temperature", "erf", "ocean_heat"):
        assert np.array_equal(one.series(output)[0], other.series(output)[scenario, members]), output
    for parts, others in ((one.erf_by_agent, other.erf_by_agent), (one.concentration, other.concentration)):
        assert parts.keys() == others.keys()
        for name, values in parts.items():
            assert np.array_equal(values[0], others[name][scenario, members]), name


def changed(scenario: Scenario, species: str, year: int, by: float) -> Scenario:
    row = scenario.emissions[EMITTED.index(species)]
    return scenario.with_emissions(species, {year: float(row[year - FIRST_YEAR]) + by})


@pytest.mark.parametrize("variable", [False, True])
def test_results_are_the_same_bits_on_any_number_of_threads(variable: bool) -> None:
    scenarios = [Scenario.packaged(name) for name in ("ssp119", "ssp370")]
    results = [
        run(scenarios, making.make_ensemble(203), outputs=OUTPUTS, internal_variability=variable, threads=threads)
        for threads in THREADS
    ]
    for result in results[1:]:
        for scenario in range(2):
            one = run(scenarios[scenario], making.make_ensemble(203), outputs=OUTPUTS, internal_variability=variable)
            assert_same_bits(one, result, scenario)


@some
@given(first=st.integers(0, 40), size=st.integers(1, 41), variable=st.booleans())
def test_a_member_is_the_same_bits_whoever_runs_beside_it(first: int, size: int, variable: bool) -> None:
    members = slice(first, first + size)
    scenario = Scenario.packaged("ssp245")
    whole = run(scenario, ENSEMBLE, end=1850, outputs=OUTPUTS, internal_variability=variable)
    part = run(scenario, ENSEMBLE.subset(members), end=1850, outputs=OUTPUTS, internal_variability=variable)
    assert part.members.tolist() == whole.members[members].tolist()
    assert_same_bits(part, whole, members=members)


def test_the_order_of_members_is_of_no_account() -> None:
    order = np.random.default_rng(1).permutation(len(ENSEMBLE))
    scenario = Scenario.packaged("ssp585")
    as_they_are = run(scenario, ENSEMBLE, internal_variability=True).series("temperature")
    shuffled = run(scenario, ENSEMBLE.subset(order), internal_variability=True).series("temperature")
    assert np.array_equal(as_they_are[:, order], shuffled)


@pytest.mark.parametrize("variable", [False, True])
@pytest.mark.parametrize("place", range(len(SCENARIOS)))
def test_a_scenario_is_the_same_bits_alone_as_among_eight(place: int, variable: bool) -> None:
    together = run_all(variable)
    alone = run(Scenario.packaged(SCENARIOS[place]), ENSEMBLE, outputs=OUTPUTS, internal_variability=variable)
    assert_same_bits(alone, together, place)


_runs: dict[bool, Result] = {}


def run_all(variable: bool) -> Result:
    if variable not in _runs:
        scenarios = [Scenario.packaged(name) for name in SCENARIOS]
        _runs[variable] = run(scenarios, ENSEMBLE, outputs=OUTPUTS, internal_variability=variable)
    return _runs[variable]


def test_scenarios_that_share_no_history_or_all_of_it_are_the_same_bits_as_alone() -> None:
    wild = [making.make_scenario(making.make_wild_emissions(90, seed), f"wild {seed}") for seed in range(3)]
    twice = making.make_scenario(wild[0].emissions, "the first again")
    together = run([*wild, twice], ENSEMBLE, end=1839, outputs=OUTPUTS)
    for place, scenario in enumerate([*wild, twice]):
        assert_same_bits(run(scenario, ENSEMBLE, end=1839, outputs=OUTPUTS), together, place)
    all_shared = run([wild[0], twice], ENSEMBLE, end=1839, outputs=OUTPUTS)
    assert_same_bits(run(wild[0], ENSEMBLE, end=1839, outputs=OUTPUTS), all_shared, 1)


def test_natural_forcing_of_its_own_parts_a_scenario_from_the_others() -> None:
    """Emissions are equal, the volcanoes are not."""
    quiet = Scenario.packaged("ssp245", natural=making.make_quiet())
    quiet = Scenario("quiet", quiet.years, quiet.emissions, quiet.natural)
    together = run([Scenario.packaged("ssp245"), quiet], ENSEMBLE, outputs=OUTPUTS)
    assert_same_bits(run(quiet, ENSEMBLE, outputs=OUTPUTS), together, 1)
    assert not np.array_equal(*together.series("temperature"))


@pytest.mark.parametrize("variable", [False, True])
def test_a_second_run_is_the_same_bits(variable: bool) -> None:
    scenario, ensemble = Scenario.packaged("ssp126"), making.make_ensemble(20)
    first = run(scenario, ensemble, outputs=OUTPUTS, internal_variability=variable, seed=3)
    run(Scenario.packaged("ssp585"), ensemble, outputs=OUTPUTS, internal_variability=True, seed=4)
    assert_same_bits(run(scenario, ensemble, outputs=OUTPUTS, internal_variability=variable, seed=3), first)


def test_what_is_asked_for_beside_it_changes_no_output() -> None:
    scenario = Scenario.packaged("ssp119")
    everything = run(scenario, ENSEMBLE, outputs=OUTPUTS)
    for output in ("temperature", "erf", "ocean_heat"):
        assert np.array_equal(run(scenario, ENSEMBLE, outputs=(output,)).series(output), everything.series(output))


@pytest.mark.parametrize("end", [1751, 1800, 2023, 2024, 2100])
def test_a_run_that_ends_earlier_is_the_same_as_far_as_it_goes(end: int) -> None:
    short = run(Scenario.packaged("ssp370"), ENSEMBLE, end=end).series("temperature")
    long = run(Scenario.packaged("ssp370"), ENSEMBLE, end=2150).series("temperature")
    assert np.array_equal(short, long[:, :, : short.shape[2]])


@some
@given(species=st.sampled_from(EMITTED), year=st.integers(1750, 2100), by=st.floats(0.5, 50.0))
def test_edited_emissions_take_effect_at_the_end_of_their_year_and_not_before(
    species: str, year: int, by: float
) -> None:
    scenario = Scenario.packaged("ssp245")
    before = run(scenario, ENSEMBLE, outputs=("temperature", "erf"))
    after = run(changed(scenario, species, year, by), ENSEMBLE, outputs=("temperature", "erf"))
    bound = year + 1 - FIRST_YEAR
    for output in ("temperature", "erf"):
        one, other = before.series(output)[0], after.series(output)[0]
        assert np.array_equal(one[:, :bound], other[:, :bound])
        assert (one[:, bound] != other[:, bound]).all()


@some
@given(
    name=st.sampled_from(SCENARIOS),
    species=st.sampled_from(["CO2 FFI", "CH4"]),
    year=st.integers(1750, 2099),
    by=st.floats(0.1, 100.0),
)
def test_more_of_a_greenhouse_gas_in_any_year_never_cools_any_year(
    name: str, species: str, year: int, by: float
) -> None:
    scenario = Scenario.packaged(name)
    both = run([scenario, renamed(changed(scenario, species, year, by))], ENSEMBLE).series("temperature")
    assert (both[1] - both[0] >= 0.0).all()
    assert (both[1, :, year + 1 - FIRST_YEAR] > both[0, :, year + 1 - FIRST_YEAR]).all()


@some
@given(name=st.sampled_from(SCENARIOS), year=st.integers(1750, 2099), by=st.floats(0.1, 100.0))
def test_more_sulphur_in_any_year_never_warms_any_year(name: str, year: int, by: float) -> None:
    scenario = Scenario.packaged(name)
    both = run([scenario, renamed(changed(scenario, "Sulfur", year, by))], ENSEMBLE).series("temperature")
    assert (both[1] - both[0] <= 0.0).all()
    assert (both[1, :, year + 1 - FIRST_YEAR] < both[0, :, year + 1 - FIRST_YEAR]).all()


def renamed(scenario: Scenario) -> Scenario:
    return Scenario(f"{scenario.name}, changed", scenario.years, scenario.emissions)


def at_rest(ensemble: Ensemble) -> Ensemble:
    """Without the trend that some members give the sun."""
    still = {name: values * (name != SOLAR_TREND) for name, values in ensemble.parameters.items()}
    return Ensemble(still, name="at rest")


def test_emissions_of_1750_under_a_constant_sun_keep_the_climate_of_1750_exactly() -> None:
    balanced = making.make_scenario(making.make_balanced_emissions(351), natural=making.make_quiet())
    still = run(balanced, at_rest(ENSEMBLE), outputs=OUTPUTS, fair_compatible=False)
    for output in ("temperature", "erf", "ocean_heat"):
        assert not still.series(output).any()
    for gas, values in still.concentration.items():
        assert (values == values[:, :, :1]).all(), gas


def test_fair_leaves_a_trace_of_chlorine_in_the_climate_of_1750() -> None:
    """Its stored baseline is 1.5e-4 ppt below what the gases add up to."""
    balanced = making.make_scenario(making.make_balanced_emissions(351), natural=making.make_quiet())
    still = run(balanced, at_rest(ENSEMBLE), fair_compatible=True).series("temperature")
    assert 0.0 < np.abs(still).max() < 1e-7


@some
@given(seeds)
def test_no_carbon_is_lost(seed: int) -> None:
    """What was emitted is in the air or went, year by year, into land and sea at the rate at which the boxes decay.

    The engine tells concentrations; what the sinks took is the integral of the decay over each year, which the twin
    works out by itself from the engine's own warming.
    """
    years, ensemble = 80, making.make_ensemble(6, seed=seed)
    emissions = making.make_wild_emissions(years, seed)
    found = run(making.make_scenario(emissions), ensemble, end=1749 + years, outputs=("temperature", "concentration"))
    warming, co2 = found.series("temperature")[0].T, found.concentration["CO2"][0].T
    airborne = (co2 - co2[0]) * 44.009 / twin.AIR
    boxes, sunk, emitted = np.zeros((4, 6)), np.zeros(6), 0.0
    for year in range(years):
        boxes, taken = twin.step_co2(ensemble.parameters, boxes, emissions[:2, year].sum(), emitted, warming[year])
        sunk, emitted = sunk + taken, emitted + float(emissions[:2, year].sum())
        np.testing.assert_allclose(airborne[year + 1] + sunk, emitted, rtol=1e-11)


def test_sinks_take_up_carbon_as_long_as_some_is_emitted() -> None:
    found = run(Scenario.packaged("ssp585"), ENSEMBLE, outputs=("concentration",))
    co2 = found.concentration["CO2"][0]
    uptake = found.co2_emissions[0] - np.diff(co2, axis=1) * 44.009 / twin.AIR
    assert (uptake > 0.0).all()
    airborne_share = (co2[:, -1] - co2[:, 0]) * 44.009 / twin.AIR / found.co2_emissions[0].sum()
    assert ((airborne_share > 0.2) & (airborne_share < 1.0)).all()


@some
@given(seed=seeds, layers=st.integers(2, 4))
def test_the_heat_taken_up_is_what_came_in_and_did_not_go_out(seed: int, layers: int) -> None:
    """The imbalance at the top of the air, from the engine's own forcing, summed over years and the Earth."""
    years, ensemble = 60, making.make_ensemble(5, layers, seed)
    outputs = ("temperature", "erf", "erf_by_agent", "ocean_heat")
    found = run(
        making.make_scenario(making.make_wild_emissions(years, seed)), ensemble, end=1749 + years, outputs=outputs
    )
    erf, volcanic = found.series("erf")[0].T, found.erf_by_agent["Volcanic"][0].T
    in_layers = layers_of(ensemble, erf - 0.4 * volcanic)
    np.testing.assert_allclose(found.series("temperature")[0].T, in_layers[:, 0], rtol=0.0, atol=1e-12)
    imbalance = twin.imbalance_of(ensemble.parameters, erf, in_layers)
    expected = np.concatenate([np.zeros((1, 5)), np.cumsum(imbalance[1:], axis=0)]) * twin.EARTH_W_M2_YEARS
    np.testing.assert_allclose(found.series("ocean_heat")[0].T, expected, rtol=0.0, atol=1e-12 * np.abs(expected).max())


def test_heat_is_stored_where_layers_have_warmed() -> None:
    """Capacity times warming of all layers, but for up to three years by which the surface lags behind forcing."""
    emissions = making.make_balanced_emissions(1000)
    emissions[EMITTED.index("CH4")] += 200.0
    balanced = making.make_scenario(emissions, natural=making.make_quiet(2750))
    found = run(balanced, at_rest(ENSEMBLE), end=2749, outputs=("erf", "ocean_heat"))
    layers = layers_of(ENSEMBLE, found.series("erf")[0].T)
    stored = np.einsum("lm,lm->m", twin.layers_of(ENSEMBLE.parameters, "ocean_heat_capacity"), layers[-1])
    heat, erf = found.series("ocean_heat")[0, :, -1] / twin.EARTH_W_M2_YEARS, found.series("erf")[0, :, -1]
    assert (np.abs(heat - stored) < 3.0 * erf).all()
    assert (heat > 30.0 * erf).all()


def layers_of(ensemble: Ensemble, felt: Array) -> Array:
    """Temperature (timebound, layer, member) [K] of all layers under a forcing (timebound, member) [W m-2]."""
    matrix, push = twin.year_steps(ensemble.parameters)
    states = [np.zeros_like(push.T)]
    for forcing in felt[1:]:
        states.append(np.einsum("mij,jm->im", matrix, states[-1]) + push.T * forcing)
    return np.array(states)[:, 1:]


def test_members_without_volcanoes_have_none() -> None:
    """A factor of zero takes an agent out, whatever its series."""
    parameters = dict(ENSEMBLE.parameters)
    parameters["forcing_scale[Volcanic]"] = np.zeros(len(ENSEMBLE))
    without = Ensemble(parameters, name="without volcanoes")
    scenario = Scenario.packaged("ssp245")
    solar, _ = NaturalForcing.packaged("2024").on(np.arange(1750, 2102))
    calm = NaturalForcing("calm", np.arange(1750, 2102), solar, np.zeros(352))
    quiet = Scenario("calm", scenario.years, scenario.emissions, calm)
    one, other = run(scenario, without).series("temperature"), run(quiet, without).series("temperature")
    assert np.array_equal(one, other)


@pytest.mark.parametrize("species", SLCFS)
def test_a_short_lived_forcer_is_forgotten_by_forcing_a_year_later(species: str) -> None:
    """But for what its warming does to ozone, carbon and methane, and what it did to the lifetime of methane."""
    scenario = Scenario.packaged("ssp245")
    both = run([scenario, renamed(changed(scenario, species, 1990, 5.0))], ENSEMBLE, outputs=("erf_by_agent",))
    for agent in ("Aerosol-cloud interactions", "Light absorbing particles on snow and ice"):
        one, other = both.erf_by_agent[agent]
        bound = 1991 - FIRST_YEAR
        assert np.array_equal(np.delete(one, bound, axis=1), np.delete(other, bound, axis=1))
