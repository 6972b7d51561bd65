"""Results made from arrays, for tests of what is made of a result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from parley.climate.result import Result

FloatArray = npt.NDArray[np.float64]


def make_result(temperature: FloatArray | None = None, start: int = 1750, **fields: Any) -> Result:
    """A result with this temperature, (scenario, member, timebound); names and provenance are made up."""
    if temperature is None:
        temperature = make_temperature()
    scenarios, members, timebounds = temperature.shape
    given: dict[str, Any] = {
        "scenarios": tuple(f"path-{number}" for number in range(1, scenarios + 1)),
        "members": np.arange(members, dtype=np.int64) * 7 + 3,
        "timebounds": np.arange(start, start + timebounds, dtype=np.int64),
        "co2_emissions": np.linspace(0.0, 40.0, scenarios * (timebounds - 1)).reshape(scenarios, -1),
        "ensemble": "invented",
        "provisional": False,
        "fair_compatible": False,
        "natural": ("2024",) * scenarios,
        "notes": ((),) * scenarios,
        "temperature": temperature,
    }
    return Result(**(given | fields))


def make_temperature(scenarios: int = 2, members: int = 41, start: int = 1750, end: int = 2100) -> FloatArray:
    """Smooth warming that sets in at 1850, stronger with every scenario and member; members lie side by side."""
    timebounds = np.arange(start, end + 2)
    strength = np.linspace(0.7, 1.3, members)
    since = np.clip(timebounds - 1850, 0, None) / 175
    curve = np.array([(0.6 + 0.4 * number) * since**2 for number in range(1, scenarios + 1)])
    return (curve[:, :, None] * strength).transpose(0, 2, 1)


def make_outputs(temperature: FloatArray) -> Mapping[str, Any]:
    """All other outputs, of the shape of ``temperature``."""
    agents = (
        *("CO2", "CH4", "N2O", "Minor greenhouse gases", "Ozone", "Stratospheric water vapour"),
        *("Aerosol-radiation interactions", "Aerosol-cloud interactions"),
        *("Light absorbing particles on snow and ice", "Land use", "Solar", "Volcanic"),
    )
    by_agent = {agent: temperature * (0.1 + 0.05 * place) for place, agent in enumerate(agents)}
    common = np.linspace(1.0, 80.0, temperature.shape[-1])
    return {
        "erf": np.sum(list(by_agent.values()), axis=0),
        "erf_by_agent": by_agent,
        "concentration": {
            "CO2": 280 + 90 * temperature,
            "CH4": 730 + 600 * temperature,
            "N2O": 270 + 40 * temperature,
            "CF-4": np.broadcast_to(common, temperature.shape),
        },
        "ocean_heat": 3.6e23 * temperature,
    }
