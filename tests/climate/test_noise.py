"""Internal variability: normal numbers that hang on nothing but a member's seed and the place."""

from __future__ import annotations

import numba
import numpy as np
import pytest
import scipy.stats
from numpy.typing import NDArray

from parley.climate.emulator import member_seeds, run
from parley.climate.ensemble import Ensemble
from parley.climate.kernels.energy_balance import discretise
from parley.climate.kernels.noise import mixed, normal_pair, uniform
from parley.climate.natural import NaturalForcing
from parley.climate.parameters import SOLAR_TREND, layered
from tests.climate import making, twin

Array = NDArray[np.float64]
Words = NDArray[np.uint64]

MASK = 2**64 - 1
GOLDEN = 0x9E3779B97F4A7C15


def mix(number: int) -> int:
    """The finaliser of SplitMix64 in whole numbers of any size."""
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & MASK
    return number ^ (number >> 31)


def even(seed: int, place: int) -> float:
    """From 0 (excluded) to 1 (included), in steps of 2**-52."""
    return 1.0 - (mix((seed + (place + 1) * GOLDEN) & MASK) >> 12) * 2.0**-52


def normals(seed: int, count: int) -> Array:
    """The first numbers of a seed's sequence."""
    first, second = (np.array([even(seed, 2 * place + part) for place in range(count // 2)]) for part in (0, 1))
    radius = np.sqrt(-2.0 * np.log(first))
    turn = 2.0 * np.pi * second
    return np.stack([radius * np.sin(turn), radius * np.cos(turn)], axis=1).ravel()


@numba.njit  # type: ignore[untyped-decorator]
def fill_normals(seeds: Words, filled: Array) -> None:
    for member in range(seeds.size):
        for place in range(filled.shape[1] // 2):
            one, other = normal_pair(seeds[member], np.uint64(place))
            filled[member, 2 * place] = one
            filled[member, 2 * place + 1] = other


def draw(members: int, count: int, seed: int = 0) -> Array:
    """Numbers (member, place) as a run draws them for an ensemble."""
    seeds = member_seeds(making.make_ensemble(members), seed).ravel()[:members]
    filled = np.empty((members, count))
    fill_normals(seeds, filled)
    return filled


@pytest.mark.parametrize("seed", [0, 1, 2**63, 2**64 - 1, 0x0123456789ABCDEF])
def test_bits_are_mixed_as_the_twin_mixes_them(seed: int) -> None:
    assert int(mixed(np.uint64(seed))) == mix(seed)
    assert [uniform(np.uint64(seed), np.uint64(place)) for place in range(50)] == [
        even(seed, place) for place in range(50)
    ]


def test_normal_numbers_are_those_of_the_twin() -> None:
    seed = 77777
    filled = np.empty((1, 2000))
    fill_normals(np.array([seed], dtype=np.uint64), filled)
    np.testing.assert_allclose(filled[0], normals(seed, 2000), rtol=0.0, atol=4e-15)


def test_numbers_are_standard_normal() -> None:
    numbers = draw(200, 2000).ravel()
    size = numbers.size
    assert abs(numbers.mean()) < 4.0 / np.sqrt(size)
    assert abs(numbers.var() - 1.0) < 4.0 * np.sqrt(2.0 / size)
    assert abs(scipy.stats.skew(numbers)) < 4.0 * np.sqrt(6.0 / size)
    assert abs(scipy.stats.kurtosis(numbers)) < 4.0 * np.sqrt(24.0 / size)
    assert scipy.stats.kstest(numbers, "norm").pvalue > 0.01


def test_members_and_years_are_independent() -> None:
    numbers = draw(40, 5000)
    together = np.corrcoef(numbers)[~np.eye(40, dtype=bool)]
    assert np.abs(together).max() < 5.0 / np.sqrt(5000)
    sequence = numbers.ravel()
    for lag in (1, 2, 3, 4, 8, 1401):
        assert abs(np.corrcoef(sequence[:-lag], sequence[lag:])[0, 1]) < 4.0 / np.sqrt(sequence.size), lag
    squares = sequence**2
    assert abs(np.corrcoef(squares[:-1], squares[1:])[0, 1]) < 4.0 / np.sqrt(sequence.size)


def test_no_number_comes_twice() -> None:
    numbers = draw(1000, 1404)
    assert np.unique(numbers).size == numbers.size


def test_another_seed_of_the_run_gives_other_numbers_to_every_member() -> None:
    one, other = draw(50, 1000, seed=0), draw(50, 1000, seed=1)
    assert not np.isin(one, other).any()
    assert abs(np.corrcoef(one.ravel(), other.ravel())[0, 1]) < 4.0 / np.sqrt(one.size)


def test_a_run_with_variability_is_that_of_the_twin() -> None:
    years, layers = 50, 3
    ensemble, emissions = making.make_ensemble(5, layers), making.make_wild_emissions(years)
    root = noise_roots(ensemble)
    seeds = member_seeds(ensemble, 9).ravel()[: len(ensemble)]
    drawn = np.array([normals(int(seed), years * (layers + 1)).reshape(years, layers + 1) for seed in seeds])
    solar, volcanic = NaturalForcing.packaged("2024").on(np.arange(1750, 1751 + years))
    expected = twin.run_members(
        emissions, solar, volcanic, ensemble.parameters, compatible=False, noise=np.einsum("mij,myj->yim", root, drawn)
    )
    found = run(
        making.make_scenario(emissions),
        ensemble,
        end=1749 + years,
        outputs=("temperature", "ocean_heat", "concentration"),
        internal_variability=True,
        seed=9,
    )
    np.testing.assert_allclose(found.series("temperature")[0].T, expected.temperature, rtol=0.0, atol=1e-12)
    np.testing.assert_allclose(found.concentration["CO2"][0].T, expected.co2, rtol=1e-12)
    np.testing.assert_allclose(
        found.series("ocean_heat")[0].T, expected.heat, rtol=0.0, atol=1e-12 * expected.heat.max()
    )


def noise_roots(ensemble: Ensemble) -> Array:
    own = ensemble.parameters
    capacity, transfer = layered(own, "ocean_heat_capacity"), layered(own, "ocean_heat_transfer")
    members, states = capacity.shape[0], capacity.shape[1] + 1
    matrix, root = np.empty((members, states, states)), np.empty((members, states, states))
    discretise(
        own["gamma_autocorrelation"],
        capacity,
        transfer,
        own["deep_ocean_efficacy"],
        own["sigma_eta"],
        own["sigma_xi"],
        matrix,
        np.empty((members, states)),
        root,
    )
    return root


def test_years_vary_as_much_as_the_noise_of_the_layers_makes_them() -> None:
    """The variance over many members after a century in balance, against that of the linear system."""
    same = {name: np.repeat(values, 4000) for name, values in making.make_parameters(1).items()}
    same[SOLAR_TREND][:] = 0.0
    ensemble = Ensemble(same, name="one member many times")
    balanced = making.make_scenario(making.make_balanced_emissions(101), natural=making.make_quiet())
    varied = run(balanced, ensemble, end=1850, internal_variability=True).series("temperature")[0, :, -1]
    matrix, _ = twin.year_steps({name: values[:1] for name, values in same.items()})
    root = noise_roots(ensemble.subset(slice(0, 1)))[0]
    covariance = np.zeros_like(root)
    for _ in range(101):
        covariance = matrix[0] @ covariance @ matrix[0].T + root @ root.T
    # Ozone and the sinks of carbon answer to warming a little, which the linear system does not know of.
    assert varied.std() == pytest.approx(np.sqrt(covariance[1, 1]), rel=0.06)
    assert abs(varied.mean()) < 4.0 * varied.std() / np.sqrt(varied.size)
