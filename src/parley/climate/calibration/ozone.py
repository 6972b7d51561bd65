"""Prior of ozone forcing by precursor: independent normal distributions around a fit to models.

The fit is to the forcing of six models of Skeie et al. 2020 (doi 10.1038/s41612-020-00131-0); bounds and spread of each
precursor are those of Thornhill et al. 2021 (doi 10.5194/acp-21-853-2021). Smith et al. 2024 (doi
10.5194/gmd-17-8569-2024, section 3.7).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.normals import HALF_WIDTH, Normal, draw_normals
from parley.climate.calibration.observations import load_series
from parley.climate.calibration.precursors import change, load_precursors
from parley.climate.calibration.scientific import scipy_optimize
from parley.climate.parameters import EESC
from parley.climate.species import constants
from parley.climate.tables import read_table

Array = NDArray[np.float64]


class Assessed(NamedTuple):
    """Forcing of a precursor's change from 1850 to 2014 [W m-2]."""

    best: float
    low: float
    high: float
    spread: float
    """Half its 5–95 % range."""


ASSESSED = {
    "CH4": Assessed(0.14, 0.09, 0.19, 0.05),
    "N2O": Assessed(0.03, 0.01, 0.05, 0.02),
    EESC: Assessed(-0.11, -0.21, -0.01, 0.10),
    "CO": Assessed(0.067, 0.010, 0.124, 0.057),
    "VOC": Assessed(0.043, 0.0, 0.086, 0.043),
    "NOx": Assessed(0.20, 0.09, 0.31, 0.11),
}
_UNCOUPLED = "OsloCTM3"
"""Driven by observed weather, so that its ozone knows no warming of its own; it goes on after the others end."""
_BEFORE_1850 = 0.03
"""Forcing of 1850 above 1750 [W m-2]."""
_FIRST, _LAST, _OTHERS_END, _CHANGE_END = 1750, 2019, 2010, 2014


@cache
def ozone() -> dict[str, Normal]:
    """Forcing of a unit of each precursor, as packaged: [W m-2] per Mt/yr, ppb or ppt."""
    return {
        f"ozone_radiative_efficiency[{row['precursor']}]": Normal(float(row["mean"]), float(row["sd"]))
        for row in read_table("ozone_precursors.csv")
    }


def draw_ozone(size: int, stream: np.random.Generator) -> dict[str, Array]:
    """Columns of ``size`` members, each precursor on its own."""
    return draw_normals(ozone(), size, stream)


def fit_ozone() -> dict[str, Normal]:
    """What ``ozone`` is made from: precursors' coefficients by least squares, within their assessed bounds.

    Assessed forcing is scaled so that its sum is that of the models. Raises CalibrationError without SciPy.
    """
    wanted = model_forcing()
    drivers = np.stack([load_precursors()[name][: wanted.size] - load_precursors()[name][0] for name in ASSESSED])
    grown = np.array([change(name, _FIRST, _CHANGE_END) for name in ASSESSED])
    scale = wanted[_CHANGE_END - _FIRST] / sum(assessed.best for assessed in ASSESSED.values())
    bounds = [scale * np.array([getattr(of, side) for of in ASSESSED.values()]) for side in ("low", "high")]
    # In forcing of 2014, so that all unknowns are of one size.
    found = scipy_optimize().lsq_linear((drivers / grown[:, None]).T, wanted, bounds=bounds, method="bvls")
    return {
        name: Normal(float(forcing / by), float(scale * assessed.spread / by / HALF_WIDTH))
        for (name, assessed), forcing, by in zip(ASSESSED.items(), found.x, grown, strict=True)
    }


def model_forcing() -> Array:
    """Mean forcing of the models without the feedback of warming, (year,) of 1750 to 2019, above 1750 [W m-2]."""
    series = _load_models()
    years = sorted(year for year in series["GFDL-ESM4"] if year <= _OTHERS_END)
    mean = {year: float(np.mean([_at(of_model, year) for of_model in series.values()])) for year in years}
    later = {
        year: mean[_OTHERS_END] + value - series[_UNCOUPLED][_OTHERS_END]
        for year, value in series[_UNCOUPLED].items()
        if year > _OTHERS_END
    }
    knots = {_FIRST: 0.0} | {year: value + _BEFORE_1850 for year, value in {**mean, **later}.items()}
    return np.interp(np.arange(_FIRST, _LAST + 1), list(knots), list(knots.values()))


def _load_models() -> dict[str, dict[int, float]]:
    """Forcing above 1850 by model and year, both parts of the atmosphere, without the feedback of warming."""
    series: dict[str, dict[int, float]] = {}
    for row in read_table("skeie_ozone.csv"):
        of_model = series.setdefault(row["model"], {1850: 0.0})
        of_model[int(row["year"])] = of_model.get(int(row["year"]), 0.0) + float(row["erf_w_m2"])
    feedback = constants()["ozone_temperature_feedback"]
    for model, of_model in series.items():
        if model != _UNCOUPLED:
            series[model] = {year: value - feedback * _warming(year) for year, value in of_model.items()}
    return series


def _warming(year: int) -> float:
    """Observed mean of the eleven years around a year [K]; none in 1850."""
    return 0.0 if year == 1850 else load_series("gmst", "2022").mean(year - 5, year + 5)


def _at(series: dict[int, float], year: int) -> float:
    years = sorted(series)
    return float(np.interp(year, years, [series[known] for known in years]))
