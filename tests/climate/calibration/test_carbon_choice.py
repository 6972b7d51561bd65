"""Members whose carbon cycle was chosen, with their weights, tell of the prior what plain draws tell."""

from functools import cache

import numpy as np
import pytest

from parley.climate.calibration.carbon_choice import NAMES, CarbonGuess, choose_carbon, fit_guess
from parley.climate.calibration.constrain import weighted_quantiles
from parley.climate.calibration.priors import draw_priors
from parley.climate.calibration.targets import Target, load_targets

SIZE = 10_000


def _target() -> Target:
    return load_targets("2024")[-1]


@cache
def _drawn() -> dict[str, np.ndarray]:
    return draw_priors(SIZE, 5, 0)


def _co2(columns: dict[str, np.ndarray]) -> np.ndarray:
    """A stand-in for a run: CO2 [ppm] that bends with the parameters."""
    scores = [(columns[name] - _drawn()[name].mean()) / _drawn()[name].std() for name in NAMES]
    return 440.0 + 14.0 * scores[0] + 12.0 * scores[1] + 3.0 * scores[0] * scores[1] + 2.0 * scores[4]


@cache
def _guess() -> CarbonGuess:
    guess = fit_guess(_drawn(), _co2(_drawn()), _target())
    assert guess is not None
    return guess


def test_the_guess_is_right_where_co2_is_quadratic() -> None:
    aim, off = _target().quantiles[1], 2.0
    table = np.stack([_drawn()[name] for name in NAMES])
    chance, co2 = _guess().chance(table), _co2(_drawn())
    assert (chance[np.abs(co2 - aim) < 0.05] > 0.98).all()
    assert (chance[np.abs(co2 - aim) > off] < 0.2).all()


def test_chosen_members_are_near_the_target_many_times_as_often() -> None:
    chosen, _ = choose_carbon(_drawn(), _guess(), 5, 0)
    low, _, high = _target().quantiles
    near = [float(np.mean((low < co2) & (co2 < high))) for co2 in (_co2(_drawn()), _co2(chosen))]
    assert near[1] > 10 * near[0]


@pytest.mark.parametrize("name", NAMES)
def test_weighted_members_have_the_prior_of_every_parameter(name: str) -> None:
    chosen, importance = choose_carbon(_drawn(), _guess(), 5, 0)
    assert importance.mean() == pytest.approx(1.0, abs=0.1)
    plain = _drawn()[name]
    found = weighted_quantiles(chosen[name], importance, [0.25, 0.5, 0.75])
    assert found == pytest.approx(np.quantile(plain, [0.25, 0.5, 0.75]), abs=0.1 * plain.std())


def test_only_the_carbon_cycle_is_chosen() -> None:
    chosen, _ = choose_carbon(_drawn(), _guess(), 5, 0)
    assert set(chosen) == set(_drawn())
    assert all((chosen[name] == column).all() for name, column in _drawn().items() if name not in NAMES)


def test_the_choice_is_the_same_for_the_same_batch_and_different_for_another() -> None:
    one, again, other = (choose_carbon(_drawn(), _guess(), 5, batch)[0][NAMES[0]] for batch in (0, 0, 1))
    assert (one == again).all()
    assert (one != other).any()


def test_too_few_members_allow_no_guess() -> None:
    few = {name: column[:50] for name, column in _drawn().items()}
    assert fit_guess(few, _co2(_drawn())[:50], _target()) is None
