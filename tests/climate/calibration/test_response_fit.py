"""The likelihood of an energy balance, and what is fitted by it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from parley.climate.calibration.response import TABLE_COLUMNS
from parley.climate.calibration.response_fit import (
    Population,
    find_population,
    fit_response,
    load_abrupt,
    load_published,
    stands,
)
from parley.climate.kernels.kalman import log_likelihood
from parley.climate.tables import read_table

Array = NDArray[np.float64]


def plain_log_likelihood(parameters: Array, warming: Array, imbalance: Array) -> float:
    """One normal distribution of all years together: mean from the step response, covariance from the noise."""
    from scipy.linalg import expm, solve_discrete_lyapunov
    from scipy.stats import multivariate_normal

    gamma, c1, c2, c3, k1, k2, k3, efficacy, eta, xi, forcing = parameters
    rates = np.array(
        [
            [-gamma, 0.0, 0.0, 0.0],
            [1.0 / c1, -(k1 + k2) / c1, k2 / c1, 0.0],
            [0.0, k2 / c2, -(k2 + efficacy * k3) / c2, efficacy * k3 / c2],
            [0.0, 0.0, k3 / c3, -k3 / c3],
        ]
    )
    noise = np.diag([eta**2, (xi / c1) ** 2, 0.0, 0.0])
    # Van Loan 1978
    block = expm(np.block([[-rates, noise], [np.zeros((4, 4)), rates.T]]))
    step = expm(rates)
    push = np.linalg.solve(rates, (step - np.eye(4)) @ [gamma, 0.0, 0.0, 0.0]) * forcing
    long_ago = solve_discrete_lyapunov(step, block[4:, 4:].T @ block[:4, 4:])
    seen = np.array([[0.0, 1.0, 0.0, 0.0], [1.0, -k1, (1.0 - efficacy) * k3, -(1.0 - efficacy) * k3]])
    years = len(warming)
    state, means, covariance = np.array([forcing, 0.0, 0.0, 0.0]), [], np.empty((2 * years, 2 * years))
    for year in range(years):
        state = step @ state + push
        means.append(seen @ state)
        for other in range(year + 1):
            both = seen @ np.linalg.matrix_power(step, year - other) @ long_ago @ seen.T
            covariance[2 * year : 2 * year + 2, 2 * other : 2 * other + 2] = both
            covariance[2 * other : 2 * other + 2, 2 * year : 2 * year + 2] = both.T
    covariance += 1e-12 * np.eye(2 * years)
    data = np.column_stack([warming, imbalance]).ravel()
    return float(multivariate_normal.logpdf(data, np.concatenate(means), covariance))


@pytest.mark.parametrize("model", ["ACCESS-CM2", "CESM2", "MIROC-ES2L", "CNRM-CM6-1"])
@pytest.mark.parametrize("years", [1, 40])
def test_the_filter_gives_the_density_of_one_normal_distribution(model: str, years: int) -> None:
    warming, imbalance = (np.ascontiguousarray(series[:years]) for series in load_abrupt()[model])
    parameters = load_published()[model]
    expected = plain_log_likelihood(parameters, warming, imbalance)
    assert log_likelihood(parameters, warming, imbalance) == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize(("place", "value"), [(0, 0.0), (3, -1.0), (4, np.nan), (0, np.inf), (8, 1e9)])
def test_impossible_parameters_have_no_likelihood(place: int, value: float) -> None:
    parameters = load_published()["CESM2"].copy()
    parameters[place] = value
    assert log_likelihood(parameters, *load_abrupt()["CESM2"]) == -np.inf


@pytest.mark.parametrize("model", ["BCC-ESM1", "FGOALS-g3", "CESM2-WACCM"])
def test_published_fits_are_found_again(model: str) -> None:
    published, abrupt = load_published()[model], load_abrupt()[model]
    fit = fit_response(abrupt)
    assert fit.parameters == pytest.approx(published, rel=2e-3)
    penalty = 1e-5 * (fit.parameters[3] ** 2 - published[3] ** 2)
    assert fit.log_likelihood - penalty >= log_likelihood(published, *abrupt) - 1e-6


def test_fits_that_do_not_stand_are_fitted_again_as_packaged() -> None:
    published = load_published()
    population = find_population(fit for fit in published.values() if stands(fit))
    rows = {row["model"]: row for row in read_table("cmip6_response.csv")}
    fit = fit_response(load_abrupt()["GFDL-CM4"], population)
    packaged = [float(rows["GFDL-CM4"][name]) for name in TABLE_COLUMNS]
    assert fit.parameters == pytest.approx(packaged, rel=1e-4)


def test_every_packaged_fit_stands_and_has_the_likelihood_it_says() -> None:
    published, runs = load_published(), load_abrupt()
    rows = read_table("cmip6_response.csv")
    assert [row["model"] for row in rows] == list(published)
    for row in rows:
        parameters = np.array([float(row[name]) for name in TABLE_COLUMNS])
        assert stands(parameters)
        likelihood = log_likelihood(parameters, *runs[row["model"]])
        assert likelihood == pytest.approx(float(row["log_likelihood"]), abs=2e-3)
        if row["fit"] == "published":
            assert parameters == pytest.approx(published[row["model"]], rel=1e-7)
        else:
            assert not stands(published[row["model"]])


def test_what_is_said_of_a_population_is_the_mean_and_spread_of_logarithms() -> None:
    population = find_population([np.array([1.0, 2.0]), np.array([np.e**2, 2.0])])
    assert population == Population(pytest.approx([1.0, np.log(2.0)]), pytest.approx([np.sqrt(2.0), 0.0]))
