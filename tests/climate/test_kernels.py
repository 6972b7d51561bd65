"""Every kernel does what its plain NumPy twin does."""

from __future__ import annotations

import math
from decimal import Decimal, localcontext

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from parley.climate.drivers import FIXED_GASES, drive
from parley.climate.emulator import run
from parley.climate.history import FIRST_YEAR
from parley.climate.kernels.aerosol import cloud_burden
from parley.climate.kernels.carbon import G0, G1, decayed, lifetime_scale
from parley.climate.kernels.forcing import ch4_erf, co2_erf, n2o_erf
from parley.climate.kernels.gases import fill_concentrations, fill_methane_lifetimes, fill_weighted_sum
from parley.climate.kernels.layout import N_STEP_COLUMNS, Linear, Step
from parley.climate.kernels.methane import factor
from parley.climate.natural import NaturalForcing
from parley.climate.result import OUTPUTS
from parley.climate.species import EMITTED, SLCFS, species
from tests.climate import making, twin

Array = NDArray[np.float64]

compiling = settings(deadline=None)
seeds = st.integers(0, 2**32 - 1)


@settings(deadline=None, max_examples=25)
@given(seed=seeds, layers=st.integers(2, 4), members=st.integers(1, 20), compatible=st.booleans())
def test_a_run_is_that_of_the_twin(seed: int, layers: int, members: int, compatible: bool) -> None:
    years = 60
    ensemble, emissions = making.make_ensemble(members, layers, seed), making.make_wild_emissions(years, seed)
    solar, volcanic = NaturalForcing.packaged("2024").on(np.arange(FIRST_YEAR, FIRST_YEAR + years + 1))
    expected = twin.run_members(emissions, solar, volcanic, ensemble.parameters, compatible=compatible)
    scenario = making.make_scenario(emissions)
    found = run(scenario, ensemble, end=FIRST_YEAR + years - 1, outputs=OUTPUTS, fair_compatible=compatible)
    assert_same(found.series("temperature")[0], expected.temperature)
    assert_same(found.series("erf")[0], expected.erf)
    assert_same(found.series("ocean_heat")[0], expected.heat)
    assert_same(found.concentration["CO2"][0], expected.co2)
    assert_same(found.concentration["CH4"][0], expected.ch4)
    assert found.erf_by_agent.keys() == expected.agents.keys()
    for agent, values in expected.agents.items():
        assert_same(found.erf_by_agent[agent][0], values)


def assert_same(found: Array, expected: Array) -> None:
    """To 1e-12 of the largest value; found is (member, timebound), expected (timebound, member)."""
    np.testing.assert_allclose(found.T, expected, rtol=0.0, atol=1e-12 * np.abs(expected).max())


def test_agents_add_up_to_the_total() -> None:
    found = run(
        making.make_scenario(making.make_wild_emissions(80)), making.make_ensemble(20), end=1829, outputs=OUTPUTS
    )
    np.testing.assert_allclose(sum(found.erf_by_agent.values()), found.series("erf"), rtol=0.0, atol=1e-13)


@compiling
@given(seeds)
def test_gases_of_a_fixed_lifetime_are_those_of_the_twin(seed: int) -> None:
    emissions = making.make_wild_emissions(40, seed)
    table = [species()[gas] for gas in FIXED_GASES]
    filled = np.empty((len(table), 41))
    fill_concentrations(
        emissions[[EMITTED.index(gas) for gas in FIXED_GASES]],
        np.array([gas.baseline_concentration for gas in table]),
        np.array([gas.baseline_emissions for gas in table]),
        np.array([gas.lifetime_years for gas in table]),
        np.array([twin.AIR / gas.molecular_weight for gas in table]),
        filled,
    )
    for gas, values in zip(FIXED_GASES, filled, strict=True):
        np.testing.assert_allclose(
            values, twin.one_box(gas, emissions[EMITTED.index(gas)], compatible=False), rtol=1e-13
        )


@compiling
@given(seeds)
def test_a_weighted_sum_is_a_product_of_matrices(seed: int) -> None:
    random = np.random.default_rng(seed)
    weights, values, filled = random.normal(size=17), random.normal(size=(17, 9)), np.empty(9)
    fill_weighted_sum(weights, values, filled)
    np.testing.assert_allclose(filled, weights @ values, rtol=0.0, atol=1e-13)


@compiling
@given(seeds)
def test_the_lifetime_of_methane_is_a_product_of_factors(seed: int) -> None:
    random = np.random.default_rng(seed)
    slcfs, changes = random.normal(0.0, 60.0, (7, 12)), random.normal(0.0, 300.0, (2, 13))
    of_slcfs, of_gases, filled = random.normal(0.0, 0.01, 7), random.normal(0.0, 0.002, 2), np.empty(12)
    fill_methane_lifetimes(slcfs, of_slcfs, changes, of_gases, 16.0, filled)
    factors = np.concatenate([1.0 + of_slcfs[:, None] * slcfs, 1.0 + of_gases[:, None] * changes[:, :-1]])
    np.testing.assert_allclose(filled, 16.0 * np.maximum(factors, 0.01).prod(axis=0), rtol=1e-14)


def test_a_step_holds_what_is_emitted_in_the_year_and_what_stands_at_its_end() -> None:
    emissions, ensemble = making.make_wild_emissions(30), making.make_ensemble()
    natural = NaturalForcing.packaged("v1.4.1")
    steps = drive(making.make_scenario(emissions), natural, ensemble.methane, 1779, fair_compatible=False).steps
    solar, volcanic = natural.on(np.arange(1750, 1781))
    shared = twin.share(emissions, solar, volcanic, compatible=False)
    expected = {
        int(Step.CO2_EMISSIONS): emissions[0] + emissions[1],
        int(Step.CO2_CUMULATIVE): np.cumsum(emissions[:2].sum(axis=0)) - emissions[:2].sum(axis=0),
        int(Step.CH4_EMISSIONS): emissions[2] - species()["CH4"].baseline_emissions,
        int(Step.SQRT_N2O): np.sqrt(shared.n2o[1:]),
        **{int(Step[name.upper()]): emissions[EMITTED.index(name)] for name in ("Sulfur", "BC", "OC")},
        **{int(Step.LINEAR + Linear[name.upper()]): shared.above[name] for name in SLCFS},
        int(Step.LINEAR + Linear.N2O): shared.n2o[1:] - 270.1,
        int(Step.LINEAR + Linear.EESC): shared.eesc[1:],
        int(Step.LINEAR + Linear.AFOLU): shared.land[1:],
        int(Step.LINEAR + Linear.MINOR_GASES): shared.minor[1:],
        int(Step.LINEAR + Linear.SOLAR): solar[1:],
        int(Step.LINEAR + Linear.SOLAR_TREND): shared.trend[1:],
        int(Step.LINEAR + Linear.VOLCANIC): volcanic[1:],
    }
    assert set(range(N_STEP_COLUMNS)) - set(expected) == {int(Step.CH4_LIFETIME)}
    for column, values in expected.items():
        np.testing.assert_allclose(steps[:, column], values, rtol=1e-12, atol=1e-11, err_msg=str(column))


@compiling
@given(
    box=st.floats(-10.0, 3000.0),
    emitted=st.floats(-20.0, 60.0),
    lifetime=st.floats(-2.0, 12.0).map(lambda exponent: 10.0**exponent),
)
def test_a_box_decays_with_every_digit_however_long_it_lives(box: float, emitted: float, lifetime: float) -> None:
    with localcontext(prec=60):
        kept = (-1 / Decimal(lifetime)).exp()
        expected = Decimal(box) * kept + Decimal(emitted) * Decimal(lifetime) * (1 - kept)
        found = Decimal(decayed(box, emitted, lifetime, 1.0 / lifetime))
        size = abs(Decimal(box)) + abs(Decimal(emitted)) + Decimal("1e-290")
        assert abs(found - expected) <= size * Decimal("1e-15")


@compiling
@given(
    iirf_0=st.floats(20.0, 45.0),
    slopes=st.tuples(st.floats(-0.01, 0.01), st.floats(-3.0, 6.0), st.floats(-0.01, 0.01)),
    state=st.tuples(st.floats(-2.0, 12.0), st.floats(0.0, 9000.0), st.floats(0.0, 5000.0)),
)
def test_lifetimes_scale_with_what_the_sinks_took_up(
    iirf_0: float, slopes: tuple[float, float, float], state: tuple[float, float, float]
) -> None:
    warming, cumulative, airborne = state
    iirf = iirf_0 + slopes[0] * (cumulative - airborne) + slopes[1] * warming + slopes[2] * airborne
    expected = 0.010178288 * np.exp(min(iirf, 100.0) / 11.41262243)
    assert (G0, G1) == (0.010178288, 11.41262243)
    assert lifetime_scale(iirf_0, *slopes, *state) == pytest.approx(expected, rel=1e-13)


@compiling
@given(co2=st.floats(1.0, 9000.0), n2o=st.floats(200.0, 900.0))
def test_the_forcing_of_co2_is_that_of_the_twin(co2: float, n2o: float) -> None:
    assert co2_erf(co2, math.sqrt(n2o)) == pytest.approx(float(twin.co2_erf(np.array(co2), n2o)), rel=1e-13, abs=1e-14)


@pytest.mark.parametrize("turn", [277.15, 277.15 + 0.00075906 / (2 * 2.4785e-7)])
def test_the_forcing_of_co2_has_no_step_where_its_formula_changes(turn: float) -> None:
    below, above = co2_erf(turn * (1.0 - 1e-12), 16.5), co2_erf(turn * (1.0 + 1e-12), 16.5)
    assert above - below == pytest.approx(0.0, abs=3e-11)


@pytest.mark.parametrize("co2", [0.0, -1.0, math.nan])
def test_air_without_co2_has_no_forcing_that_could_be_told(co2: float) -> None:
    assert math.isnan(co2_erf(co2, 16.5))


@compiling
@given(co2=st.floats(100.0, 9000.0), ch4=st.floats(100.0, 9000.0), n2o=st.floats(200.0, 900.0))
def test_the_forcing_of_methane_and_nitrous_oxide_is_that_of_the_twin(co2: float, ch4: float, n2o: float) -> None:
    roots = math.sqrt(co2), math.sqrt(ch4), math.sqrt(n2o)
    of_ch4, of_n2o = float(twin.ch4_erf(np.array(ch4), n2o)), float(twin.n2o_erf(np.array(co2), np.array(ch4), n2o))
    assert ch4_erf(roots[1], roots[2]) == pytest.approx(of_ch4, rel=1e-12, abs=1e-14)
    assert n2o_erf(*roots) == pytest.approx(of_n2o, rel=1e-12, abs=1e-14)


def test_forcing_is_zero_at_the_concentrations_that_the_formulas_refer_to() -> None:
    assert co2_erf(277.15, 16.5) == pytest.approx(0.0, abs=1e-14)
    assert ch4_erf(math.sqrt(731.41), 16.5) == 0.0
    assert n2o_erf(16.6, 27.0, math.sqrt(273.87)) == 0.0


@pytest.mark.parametrize(
    ("sensitivity", "change", "expected"), [(-0.0463, 1.0, 0.9537), (-0.0463, 21.6, 0.01), (-0.0463, 100.0, 0.01)]
)
def test_a_factor_on_the_lifetime_of_methane_has_a_floor(sensitivity: float, change: float, expected: float) -> None:
    assert factor(sensitivity, change) == pytest.approx(expected, rel=1e-14)


@compiling
@given(seeds)
def test_clouds_answer_to_the_logarithm_of_emissions(seed: int) -> None:
    random = np.random.default_rng(seed)
    shapes, emitted = 10.0 ** random.uniform(-90.0, 9.0, 3), random.uniform(0.0, 200.0, 3)
    assert cloud_burden(*shapes, *emitted) == pytest.approx(float(np.log(1.0 + shapes @ emitted)), rel=1e-14, abs=1e-15)
