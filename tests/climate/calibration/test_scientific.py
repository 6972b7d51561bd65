"""Fits need SciPy; draws do without."""

from __future__ import annotations

import sys

import pytest

from parley.climate.calibration.ozone import fit_ozone
from parley.climate.calibration.priors import draw_priors
from parley.errors import CalibrationError


def test_without_scipy_fits_say_how_to_get_it_and_draws_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(CalibrationError, match=r"install parley\[calibration\]"):
        fit_ozone()
    assert draw_priors(5, 1, 0)["forcing_4co2"].size == 5
