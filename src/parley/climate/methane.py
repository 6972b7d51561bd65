"""How the lifetime of methane answers to chemistry and warming: one set of figures for a whole ensemble."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from parley.climate.species import SLCFS, constants, species

DRIVERS = (*SLCFS, "N2O", "EESC")
"""What changes the lifetime and is the same for all members."""


@dataclass(frozen=True, slots=True)
class MethaneLifetime:
    """The lifetime in 1750 and its relative change for each driver above 1750.

    Thornhill et al. 2021 (doi 10.5194/acp-21-1105-2021): the factors 1 + sensitivity x change multiply.
    """

    years: float
    by_ch4: float
    """[ppb-1]"""
    by_warming: float
    """[K-1]"""
    by_driver: Mapping[str, float]
    """By ``DRIVERS``: emissions [(Mt/yr)-1], N2O [ppb-1], EESC [ppt-1]; what is not named has no effect."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_driver", MappingProxyType(dict(self.by_driver)))

    def __reduce__(self) -> tuple[type[MethaneLifetime], tuple[float, float, float, dict[str, float]]]:
        return MethaneLifetime, (self.years, self.by_ch4, self.by_warming, dict(self.by_driver))


@cache
def published_methane_lifetime() -> MethaneLifetime:
    """The figures of calibration v1.4.1 (Smith et al. 2024, doi 10.5194/gmd-17-8569-2024)."""
    constant = constants()
    return MethaneLifetime(
        species()["CH4"].lifetime_years,
        constant["methane_sensitivity_CH4"],
        constant["methane_sensitivity_temperature"],
        {name: constant[f"methane_sensitivity_{name}"] for name in DRIVERS},
    )
