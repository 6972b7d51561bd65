"""What a run of the ensemble gives: arrays by scenario, member and time, with where they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from parley.errors import ClimateError

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr

OUTPUTS = ("temperature", "erf", "erf_by_agent", "concentration", "ocean_heat")
"""What can be asked of a run."""

UNITS = {"temperature": "K", "erf": "W m-2", "erf_by_agent": "W m-2", "ocean_heat": "J"}
"""Of the outputs that have one unit; ``concentration_unit`` has the others."""

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


def concentration_unit(gas: str) -> str:
    """The unit of a gas's concentration: ppm, ppb or ppt."""
    return {"CO2": "ppm", "CH4": "ppb", "N2O": "ppb"}.get(gas, "ppt")


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Result:
    """The outputs that were asked for, of every scenario and every member.

    All arrays are (scenario, member, timebound), at the instants ``timebounds`` (1 January of each year), and may be
    views of memory that is laid out otherwise. What was not asked for is None or empty.

    Attributes:
        scenarios: names, unique.
        members: ids as in the ensemble's file, (member,).
        timebounds: years, of which 1 January is meant, (timebound,); one more than there are years of emissions.
        temperature: warming of the surface above 1750 [K].
        erf: total effective radiative forcing [W m-2].
        erf_by_agent: effective radiative forcing [W m-2] by agent.
        concentration: by gas: CO2 [ppm], CH4 and N2O [ppb], all others [ppt].
        ocean_heat: heat taken up by the Earth since 1750 [J].
        co2_emissions: total CO2 [GtCO2/yr], (scenario, year), of the years between the timebounds.
        ensemble: the ensemble's name.
        provisional: true when the ensemble is not calibrated, so that its odds are not to be relied on.
        fair_compatible: whether the oddities of FaIR were copied.
        natural: the edition of solar and volcanic forcing, by scenario.
        notes: what was done to the emissions before they were run, one sentence each, by scenario.
        internal_variability: whether year-to-year variability was drawn, from ``seed``.
    """

    scenarios: tuple[str, ...]
    members: IntArray
    timebounds: IntArray
    co2_emissions: FloatArray
    ensemble: str
    provisional: bool
    fair_compatible: bool
    natural: tuple[str, ...]
    notes: tuple[tuple[str, ...], ...]
    temperature: FloatArray | None = None
    erf: FloatArray | None = None
    erf_by_agent: Mapping[str, FloatArray] = field(default_factory=dict)
    concentration: Mapping[str, FloatArray] = field(default_factory=dict)
    ocean_heat: FloatArray | None = None
    internal_variability: bool = False
    seed: int = 0

    def __repr__(self) -> str:
        size = f"{len(self.scenarios)} scenarios x {self.members.size} members x {self.timebounds.size} timebounds"
        return f"<Result of {self.ensemble}: {size}; {', '.join(self.outputs)}>"

    @property
    def outputs(self) -> tuple[str, ...]:
        """The names, of ``OUTPUTS``, of what was asked for."""
        has = (self.temperature is not None, self.erf is not None, self.erf_by_agent, self.concentration)
        return tuple(name for name, there in zip(OUTPUTS, (*has, self.ocean_heat is not None), strict=True) if there)

    @property
    def years(self) -> IntArray:
        """The calendar years of the run, (year,): each lies between two timebounds."""
        return self.timebounds[:-1]

    def series(self, output: str) -> FloatArray:
        """One output that is a single array, (scenario, member, timebound).

        Raises ClimateError when it is not such an output, or was not asked for in the run.
        """
        values = {"temperature": self.temperature, "erf": self.erf, "ocean_heat": self.ocean_heat}
        if output not in values:
            raise ClimateError(f"{output!r} is not a series of its own; give one of {', '.join(values)}")
        if (found := values[output]) is None:
            raise ClimateError(f'the run kept no {output}; run it with outputs=("{output}", …)')
        return found

    def to_dataframe(self, output: str = "temperature", *, wide: bool = False) -> pd.DataFrame:
        """One output as a pandas frame; see ``frames.to_dataframe``."""
        from parley.climate.frames import to_dataframe

        return to_dataframe(self, output, wide=wide)

    def to_xarray(self) -> xr.Dataset:
        """All outputs as labelled arrays; needs the extra ``xarray``; see ``frames.to_xarray``."""
        from parley.climate.frames import to_xarray

        dataset: xr.Dataset = to_xarray(self)
        return dataset

    def to_iamc(self, model: str = "unspecified") -> pd.DataFrame:
        """Percentiles and odds under the names that climate-assessment writes; see ``iamc.to_iamc``."""
        from parley.climate.iamc import to_iamc

        return to_iamc(self, model)
