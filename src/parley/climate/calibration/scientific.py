"""SciPy, which fits need and draws do not."""

from __future__ import annotations

from typing import Any

from parley.errors import CalibrationError


def scipy_optimize() -> Any:
    """The module ``scipy.optimize``. Raises CalibrationError saying how to get it."""
    try:
        from scipy import optimize
    except ImportError as error:
        raise CalibrationError(
            "fits of the calibration need SciPy, which is not installed; install parley[calibration]"
        ) from error
    return optimize
