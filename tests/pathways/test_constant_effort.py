"""After its last target a Party keeps the rate at which its economy rids itself of emissions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from parley.pathways.axes import CO2_FFI, FloatArray, place, total
from parley.pathways.base import PartyBase
from parley.pathways.pathway import Level
from parley.pathways.rules import quantify
from parley.pathways.trajectory import draw_trajectory
from tests.pathways.examplia import a_reduction, examplia, setting


def path_to(level: float, base: PartyBase | None = None, **choices: object) -> FloatArray:
    """Emissions of Examplia, (gas, year), with a level of 2030 that leaves land use out."""
    chosen = setting(base, extension="constant-effort", **choices)
    found = quantify(a_reduction("absolute", level, lulucf="excluded"), chosen)
    assert isinstance(found, Level)
    emissions: FloatArray = draw_trajectory([found], chosen).emissions[0]
    return emissions


def test_by_hand() -> None:
    # 1,140 MtCO2e in 2020, 900 in 2030. In the next ten years the economy grows as in the ten before and so does
    # what it emits per unit fall, so that 2040 has 900 x 900 / 1,140.
    path = total(path_to(900.0))
    assert path[place(2030)] == pytest.approx(900.0)
    assert path[place(2040)] == pytest.approx(900.0 * 900.0 / 1140.0)


def test_it_goes_on_from_the_target_without_a_step() -> None:
    path = total(path_to(800.0))
    steps = np.abs(np.diff(path[place(2024) :]))
    assert steps.max() < 2.0 * steps[place(2030) - place(2024) - 1]


def test_a_stronger_target_is_kept_with_more_effort() -> None:
    strong, weak = path_to(700.0), path_to(900.0)
    later = slice(place(2031), None)
    assert (strong[CO2_FFI, later] < weak[CO2_FFI, later]).all()


def test_a_fast_economy_never_comes_nearer_to_current_policy_than_its_target() -> None:
    base = examplia()
    grown = replace(base, gdp=_booming(base))
    path, policy = total(path_to(1100.0, grown)), total(base.emissions)
    kept = path / policy
    assert (kept[place(2030) :] <= kept[place(2030)] + 1e-9).all()


def test_without_a_figure_the_economy_grows_by_two_per_cent() -> None:
    base = examplia()
    unknown = replace(base, gdp=None)
    # Growth is steady whatever it is, so that it falls out: the same figure as by hand.
    assert total(path_to(900.0, unknown))[place(2040)] == pytest.approx(900.0 * 900.0 / 1140.0)


def _booming(base: PartyBase) -> FloatArray:
    assert base.gdp is not None
    boom = np.ones(base.gdp.shape[1])
    boom[place(2030) :] = 1.2 ** np.arange(boom.size - place(2030))
    found: FloatArray = base.gdp * boom
    return found
