"""The lifetime of methane is held by data, not by bounds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from parley.climate.calibration.methane_lifetime import (
    departures,
    fit_methane_lifetime,
    load_past,
    methane_lifetime,
    misfit,
    simulate,
)
from parley.climate.calibration.priors import draw_priors
from parley.climate.drivers import drive
from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.methane import published_methane_lifetime
from parley.climate.natural import NaturalForcing
from parley.climate.scenario import Scenario


def test_the_packaged_lifetime_is_what_is_fitted() -> None:
    fitted, packaged = fit_methane_lifetime(), methane_lifetime()
    assert packaged.years == pytest.approx(fitted.years, rel=1e-6)
    assert packaged.by_ch4 == pytest.approx(fitted.by_ch4, rel=1e-6)
    assert packaged.by_warming == pytest.approx(fitted.by_warming, rel=1e-6)
    assert dict(packaged.by_driver) == pytest.approx(dict(fitted.by_driver), rel=1e-6)


def test_sensitivities_stay_within_what_models_allow() -> None:
    scores = np.array(list(departures(methane_lifetime()).values()))
    assert np.abs(scores).max() < 1.65
    assert np.sqrt(np.mean(scores**2)) == pytest.approx(1.0, abs=0.03)


def test_no_sensitivity_of_the_original_is_as_near_to_the_models() -> None:
    ours = np.array(list(departures(methane_lifetime()).values()))
    theirs = np.array(list(departures(published_methane_lifetime()).values()))
    assert np.sum(theirs**2) > 3.0 * np.sum(ours**2)


def test_observed_methane_is_met_almost_as_well_as_without_models() -> None:
    ours, theirs = misfit(methane_lifetime(), 2022), misfit(published_methane_lifetime(), 2022)
    assert ours == pytest.approx(21.5, abs=0.1)
    assert theirs == pytest.approx(20.2, abs=0.1)


def test_the_fit_is_of_the_engine_itself() -> None:
    """Without an effect of warming, which members work out for themselves, both give the same."""
    past = load_past()
    lifetime = replace(methane_lifetime(), by_warming=0.0)
    ensemble = Ensemble(draw_priors(1, 0, 0), name="one", methane=lifetime)
    result = run(Scenario.packaged("ssp245"), ensemble, end=2024, outputs=("concentration",))
    bounds = result.concentration["CH4"][0, 0]
    assert simulate(past, lifetime) == pytest.approx(0.5 * (bounds[1:] + bounds[:-1]), rel=1e-11)


def test_a_stronger_pull_of_any_driver_changes_methane_as_it_should() -> None:
    past, lifetime = load_past(), methane_lifetime()
    usual = simulate(past, lifetime)[-1]
    assert simulate(past, replace(lifetime, years=1.01 * lifetime.years))[-1] > usual
    assert simulate(past, replace(lifetime, by_ch4=1.1 * lifetime.by_ch4))[-1] > usual
    assert simulate(past, replace(lifetime, by_warming=1.1 * lifetime.by_warming))[-1] < usual
    more_nox = {**lifetime.by_driver, "NOx": 1.1 * lifetime.by_driver["NOx"]}
    assert simulate(past, replace(lifetime, by_driver=more_nox))[-1] < usual


def test_a_lifetime_can_drive_the_engine() -> None:
    drivers = drive(
        Scenario.packaged("ssp119"), NaturalForcing.packaged("2024"), methane_lifetime(), 2100, fair_compatible=False
    )
    assert np.isfinite(drivers.steps).all()
