"""A step of a year through the layers of the energy balance, exact for any layers, rates and noise."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from parley.climate.kernels.energy_balance import discretise
from tests.climate import making, twin

Array = NDArray[np.float64]

balances = given(seed=st.integers(0, 2**32 - 1), layers=st.integers(2, 4))
compiling = settings(deadline=None, max_examples=50)


def steps_of(parameters: dict[str, Array]) -> tuple[Array, Array, Array]:
    """Matrix, push and root of the noise of every member."""
    capacity = twin.layers_of(parameters, "ocean_heat_capacity").T.copy()
    transfer = twin.layers_of(parameters, "ocean_heat_transfer").T.copy()
    members, states = capacity.shape[0], capacity.shape[1] + 1
    matrix, root = np.empty((members, states, states)), np.empty((members, states, states))
    push = np.empty((members, states))
    discretise(
        parameters["gamma_autocorrelation"],
        capacity,
        transfer,
        parameters["deep_ocean_efficacy"],
        parameters["sigma_eta"],
        parameters["sigma_xi"],
        matrix,
        push,
        root,
    )
    return matrix, push, root


@compiling
@balances
def test_a_step_is_the_exponential_of_the_rates(seed: int, layers: int) -> None:
    parameters = making.make_parameters(3, layers, seed)
    matrix, push, _ = steps_of(parameters)
    expected = twin.year_steps(parameters)
    np.testing.assert_allclose(matrix, expected[0], rtol=1e-11, atol=1e-15)
    np.testing.assert_allclose(push, expected[1], rtol=1e-11, atol=1e-15)


@compiling
@balances
def test_the_noise_of_a_step_is_the_integral_of_its_sources(seed: int, layers: int) -> None:
    parameters = making.make_parameters(1, layers, seed)
    root = steps_of(parameters)[2][0]
    expected = noise_covariance(parameters)
    scale = np.sqrt(np.outer(np.diag(expected), np.diag(expected)))
    np.testing.assert_allclose(root @ root.T / scale, expected / scale, rtol=0.0, atol=1e-12)
    assert np.array_equal(root, np.tril(root))


def noise_covariance(parameters: dict[str, Array]) -> Array:
    capacity, transfer = (twin.layers_of(parameters, f"ocean_heat_{name}")[:, 0] for name in ("capacity", "transfer"))
    gamma, efficacy = (float(parameters[name][0]) for name in ("gamma_autocorrelation", "deep_ocean_efficacy"))
    matrix = twin.rates(gamma, capacity, transfer, efficacy)
    intensity = np.zeros_like(matrix)
    intensity[0, 0] = parameters["sigma_eta"][0] ** 2
    intensity[1, 1] = (parameters["sigma_xi"][0] / capacity[0]) ** 2
    return twin.noise_covariance(matrix, intensity)


@compiling
@balances
def test_layers_come_to_rest_where_outgoing_heat_balances_forcing(seed: int, layers: int) -> None:
    """All layers at F / k1, however they exchange heat among them."""
    parameters = making.make_parameters(5, layers, seed)
    matrix, push, _ = steps_of(parameters)
    rest = np.linalg.solve(np.eye(layers + 1) - matrix, push[:, :, None])[:, :, 0]
    np.testing.assert_allclose(rest[:, 0], 1.0, rtol=1e-10)
    expected = 1.0 / parameters["ocean_heat_transfer[0]"]
    np.testing.assert_allclose(rest[:, 1:], np.repeat(expected[:, None], layers, axis=1), rtol=1e-9)


@compiling
@balances
def test_heat_and_forcing_never_cool_any_layer(seed: int, layers: int) -> None:
    matrix, push, _ = steps_of(making.make_parameters(5, layers, seed))
    assert (matrix >= 0.0).all()
    assert (push > 0.0).all()


@pytest.mark.parametrize("gamma", [1e-3, 0.5, 28.0, 200.0, 3000.0])
def test_rates_may_be_slow_or_fast(gamma: float) -> None:
    parameters = making.make_parameters(1)
    parameters["gamma_autocorrelation"][:] = gamma
    matrix, push, root = steps_of(parameters)
    expected = twin.year_steps(parameters)
    np.testing.assert_allclose(matrix, expected[0], rtol=1e-10, atol=1e-15)
    np.testing.assert_allclose(push, expected[1], rtol=1e-10, atol=1e-15)
    assert (root[0] @ root[0].T)[0, 0] == pytest.approx(
        parameters["sigma_eta"][0] ** 2 * -np.expm1(-2.0 * gamma) / (2.0 * gamma), rel=1e-12
    )


def test_without_sources_there_is_no_noise() -> None:
    parameters = making.make_parameters(2)
    parameters["sigma_eta"][:] = parameters["sigma_xi"][:] = 0.0
    assert not steps_of(parameters)[2].any()


def test_one_source_alone_gives_its_own_noise() -> None:
    parameters = making.make_parameters(1)
    parameters["sigma_eta"][:] = 0.0
    root, expected = steps_of(parameters)[2][0], noise_covariance(parameters)
    np.testing.assert_allclose(root @ root.T, expected, rtol=1e-12, atol=1e-18)
    assert not root[0].any()
