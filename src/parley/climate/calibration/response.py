"""Prior of the climate response: the energy balance of CMIP6 models, smoothed to a density.

Cummins et al. 2020 (doi 10.1175/JCLI-D-19-0589.1) for the fits, Smith et al. 2024 (doi 10.5194/gmd-17-8569-2024,
section 3.1) for the density and what is left out of it.
"""

from __future__ import annotations

from functools import cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.kde import KernelDensity
from parley.climate.calibration.streams import Process, open_stream
from parley.climate.parameters import layer_names
from parley.climate.tables import read_table

Array = NDArray[np.float64]

LAYERS = 3
COLUMNS = (
    "gamma_autocorrelation",
    *layer_names(LAYERS),
    "deep_ocean_efficacy",
    "sigma_eta",
    "sigma_xi",
    "forcing_4co2",
)
"""Rows of the density: [1/yr], [W yr m-2 K-1], [W m-2 K-1], [1], [W m-2]"""

TABLE_COLUMNS = (
    "gamma_autocorrelation",
    *(f"ocean_heat_capacity_{layer + 1}" for layer in range(LAYERS)),
    *(f"ocean_heat_transfer_{layer + 1}" for layer in range(LAYERS)),
    *COLUMNS[1 + 2 * LAYERS :],
)
"""The same in the tables of fits."""

SLOWEST_NOISE = 0.5
SMALLEST_SURFACE = 1.8
WEAKEST_FEEDBACK = 0.3
"""What gamma [1/yr], the first capacity [W yr m-2 K-1] and the feedback parameter [W m-2 K-1] have to exceed."""

_TRIES = 16384
_REFERENCE_SIZE = 1 << 18
_SCORES = np.linspace(-4.0, 4.0, 801)


@cache
def response_density() -> KernelDensity:
    """Around one run of each of 49 models, with Scott's bandwidth."""
    rows = read_table("cmip6_response.csv")
    return KernelDensity.around(np.array([[float(row[name]) for row in rows] for name in TABLE_COLUMNS]))


def draw_response(size: int, stream: np.random.Generator) -> dict[str, Array]:
    """Columns of ``size`` members, each accepted by ``is_physical``; rejected draws are drawn again."""
    density, kept, missing = response_density(), [], size
    while missing > 0:
        drawn = density.draw(_TRIES, stream)
        accepted = drawn[:, is_physical(drawn)][:, :missing]
        kept.append(accepted)
        missing -= accepted.shape[1]
    return dict(zip(COLUMNS, np.concatenate(kept, axis=1), strict=True))


def is_physical(drawn: Array) -> NDArray[np.bool_]:
    """Which draws (row as ``COLUMNS``, draw) are kept: nothing negative, and layers that grow with depth."""
    gamma, first, second, third, feedback = drawn[:5]
    return np.asarray(
        (drawn[:10] > 0.0).all(axis=0)
        & (gamma > SLOWEST_NOISE)
        & (first > SMALLEST_SURFACE)
        & (second > first)
        & (third > second)
        & (feedback > WEAKEST_FEEDBACK)
    )


def forcing_score(forcing_4co2: Array) -> Array:
    """Standard normal score of each forcing of a quadrupling of CO2 [W m-2] within the prior, at most 4 either way.

    The prior's distribution is that of a reference sample of its own, so that a member's score does not depend on the
    members beside it.
    """
    return np.interp(forcing_4co2, _reference_forcing(), _SCORES)


@cache
def _reference_forcing() -> Array:
    stream = open_stream(0, Process.RESPONSE_REFERENCE, 0)
    sample = draw_response(_REFERENCE_SIZE, stream)["forcing_4co2"]
    normal = NormalDist()
    return np.asarray(np.quantile(sample, [normal.cdf(score) for score in _SCORES]))
