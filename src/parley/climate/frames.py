"""Results as pandas frames and as labelled arrays of xarray, with units in their attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from parley.climate.result import OUTPUTS, UNITS, Result, concentration_unit
from parley.errors import ClimateError

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr

FloatArray = npt.NDArray[np.float64]

_LONG_NAMES = {
    "temperature": "warming of the surface above 1750",
    "erf": "effective radiative forcing, total",
    "erf_by_agent": "effective radiative forcing by agent",
    "ocean_heat": "heat taken up by the Earth since 1750",
}
_DIMENSIONS = ("scenario", "member", "timebound")


def to_dataframe(result: Result, output: str = "temperature", *, wide: bool = False) -> pd.DataFrame:
    """One output as a frame, one row for each scenario, member and timebound; wide: a column for each timebound.

    The index is (scenario, member, timebound), or (scenario, member) when wide; forcing by agent has the agent, and
    concentration the gas, before the scenario. A long frame has one column, named as the output. ``attrs["units"]``
    is the unit, for concentrations by gas. Raises ClimateError when the run does not have the output.
    """
    import pandas as pd

    parts = _parts(result, output)
    level = {"erf_by_agent": "agent", "concentration": "gas"}.get(output)
    index = pd.MultiIndex.from_product([result.scenarios, result.members], names=_DIMENSIONS[:2])
    columns = pd.Index(result.timebounds, name="timebound")
    frames = {
        name: pd.DataFrame(values.reshape(len(index), -1), index=index, columns=columns)
        for name, values in parts.items()
    }
    frame = pd.concat(frames, names=[level]) if level else frames[output]
    if not wide:
        frame = frame.stack().to_frame(output)
    frame.attrs = {"units": _unit(output, parts), "ensemble": result.ensemble, "provisional": result.provisional}
    return frame


def to_xarray(result: Result) -> xr.Dataset:
    """All outputs as one data set over scenario, member and timebound; forcing by agent has the agent as well.

    Each gas is a variable of its own, since gases differ in unit: ``concentration_CO2`` [ppm]. Attributes say units
    and what the run rests on. Raises ClimateError when xarray is not installed.
    """
    try:
        import xarray as xr
    except ImportError as error:
        problem = "labelled arrays need xarray, which is not installed"
        raise ClimateError(f"{problem}; install it with: pip install 'parley[xarray]'") from error
    variables: dict[str, Any] = {
        name: (_DIMENSIONS, result.series(name), _attributes(name, UNITS[name]))
        for name in result.outputs
        if name in ("temperature", "erf", "ocean_heat")
    }
    if result.erf_by_agent:
        stacked = np.stack(list(result.erf_by_agent.values()))
        variables["erf_by_agent"] = (("agent", *_DIMENSIONS), stacked, _attributes("erf_by_agent", "W m-2"))
    for gas, values in result.concentration.items():
        attributes = {"units": concentration_unit(gas), "long_name": f"concentration of {gas}"}
        variables[f"concentration_{gas}"] = (_DIMENSIONS, values, attributes)
    co2 = {"units": "GtCO2 yr-1", "long_name": "emissions of CO2, total"}
    variables["co2_emissions"] = (("scenario", "year"), result.co2_emissions, co2)
    return xr.Dataset(variables, _coordinates(result), _provenance(result))


def _parts(result: Result, output: str) -> dict[str, FloatArray]:
    """The arrays of an output by name: agents, gases, or the one array under the output's own name."""
    if output not in OUTPUTS:
        raise ClimateError(f"{output!r} is not an output; give one of {', '.join(OUTPUTS)}")
    if output not in ("erf_by_agent", "concentration"):
        return {output: result.series(output)}
    parts = dict(result.erf_by_agent if output == "erf_by_agent" else result.concentration)
    if not parts:
        raise ClimateError(f'the run kept no {output}; run it with outputs=("{output}", …)')
    return parts


def _unit(output: str, parts: dict[str, FloatArray]) -> str | dict[str, str]:
    return {gas: concentration_unit(gas) for gas in parts} if output == "concentration" else UNITS[output]


def _attributes(name: str, unit: str) -> dict[str, str]:
    return {"units": unit, "long_name": _LONG_NAMES[name]}


def _coordinates(result: Result) -> dict[str, Any]:
    instants = {"long_name": "year of which 1 January is meant"}
    coordinates: dict[str, Any] = {
        "scenario": list(result.scenarios),
        "member": ("member", result.members, {"long_name": "id in the ensemble"}),
        "timebound": ("timebound", result.timebounds, instants),
        "year": ("year", result.years, {"long_name": "calendar year of emissions"}),
        "natural": ("scenario", list(result.natural), {"long_name": "edition of solar and volcanic forcing"}),
    }
    if result.erf_by_agent:
        coordinates["agent"] = list(result.erf_by_agent)
    return coordinates


def _provenance(result: Result) -> dict[str, str | int]:
    """Attributes that netCDF can hold, which knows no true or false."""
    from parley.version import __version__

    notes = zip(result.scenarios, result.notes, strict=True)
    return {
        "source": f"parley {__version__}",
        "ensemble": result.ensemble,
        "provisional": int(result.provisional),
        "fair_compatible": int(result.fair_compatible),
        "internal_variability": int(result.internal_variability),
        "seed": result.seed,
        "notes": "\n".join(f"{scenario}: {note}" for scenario, said in notes for note in said),
    }
