"""The 51 emitted species of the climate engine, with their properties, and the constants of its processes.

Figures are those of calibration v1.4.1 of FaIR (Smith et al. 2024, doi 10.5194/gmd-17-8569-2024), digit for digit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from parley.climate.tables import read_table

SLCFS = ("Sulfur", "BC", "OC", "NH3", "NOx", "VOC", "CO")
"""Short-lived climate forcers, known by their emissions only."""

MINOR_GASES = (
    *("CFC-11", "CFC-12", "CFC-113", "CFC-114", "CFC-115", "HCFC-22", "HCFC-141b", "HCFC-142b"),
    *("CCl4", "CHCl3", "CH2Cl2", "CH3Cl", "CH3CCl3", "CH3Br", "Halon-1211", "Halon-1301", "Halon-2402"),
    *("CF4", "C2F6", "C3F8", "c-C4F8", "C4F10", "C5F12", "C6F14", "C7F16", "C8F18", "NF3", "SF6", "SO2F2"),
    *("HFC-125", "HFC-134a", "HFC-143a", "HFC-152a", "HFC-227ea", "HFC-23", "HFC-236fa", "HFC-245fa", "HFC-32"),
    *("HFC-365mfc", "HFC-4310mee"),
)
"""The 40 greenhouse gases with one lifetime and a forcing linear in concentration."""

EMITTED = ("CO2 FFI", "CO2 AFOLU", "CH4", "N2O", *SLCFS, *MINOR_GASES)
"""All emitted species, in the order of the rows of every array of emissions."""


@dataclass(frozen=True, slots=True)
class Species:
    """One emitted species. Figures that have no meaning for it are nan.

    ``unit`` is that of its emissions; concentrations are in ppb (CH4, N2O) or ppt (minor gases).
    """

    name: str
    unit: str
    """``Gt CO2/yr``, ``Mt CH4/yr``, ``kt CFC11/yr``, …; NOx counts as NO2, sulphur as SO2."""
    iamc: str
    """Variable of the IAMC format, with the names of the Sixth Assessment Report's scenario database."""
    aliases: tuple[str, ...]
    """Other names in use; no name, whatever its case, belongs to two species."""
    molecular_weight: float
    """[g/mol]"""
    lifetime_years: float
    baseline_concentration: float
    """Concentration of 1750 [ppb or ppt]."""
    baseline_emissions: float
    """Emissions of 1750 [``unit``], which keep the baseline concentration."""
    radiative_efficiency: float
    """[W m-2 ppb-1]; nan where forcing is not linear in concentration."""
    tropospheric_adjustment: float
    """Share by which effective radiative forcing exceeds that with adjusted stratosphere."""
    cl_atoms: float
    br_atoms: float
    fractional_release: float
    """Share of the halogen set free in air of the mid-latitude stratosphere."""
    iirf_0: float
    """Impulse response integrated over 100 years [yr]."""
    g0: float
    g1: float
    """Lifetime is scaled by g0 exp(iirf / g1) [1, yr]; Leach et al. 2021, eq. 5."""
    may_be_negative: bool
    """Whether removal from the air may exceed emission."""


@cache
def species() -> Mapping[str, Species]:
    """The table of species by name, in the order of ``EMITTED``."""
    return MappingProxyType({row["name"]: _parse_species(row) for row in read_table("species.csv")})


@cache
def constants() -> Mapping[str, float]:
    """Constants of the processes by name; the unit is in the name or in ``data/constants.csv``.

    ``co2_partition_1`` … ``_4`` [1], ``co2_lifetime_years_1`` … ``_4``, ``co2_g0`` [1], ``co2_g1_years``
        the four carbon boxes (Leach et al. 2021)
    ``co2_molecular_weight_g_mol``, ``co2_baseline_concentration_ppm``, ``co2_baseline_emissions_gtco2``,
    ``co2_tropospheric_adjustment`` [1]
        of total CO2, which is calculated, not emitted, so that it is not among ``species()``; members of an ensemble
        have their own baseline concentration
    ``co2_reference_concentration_ppm``, ``ch4_reference_concentration_ppb``, ``n2o_reference_concentration_ppb``
        where the formulas of Meinshausen et al. 2020 give no forcing
    ``methane_sensitivity_CH4``, ``_N2O`` [ppb-1], ``_EESC`` [ppt-1], ``_Sulfur`` … ``_CO`` [(Mt/yr)-1],
    ``methane_sensitivity_temperature`` [K-1]
        relative change of the lifetime of methane by each driver
    ``eesc_baseline_concentration_ppt``, ``eesc_bromine_factor`` [1]
        equivalent effective stratospheric chlorine
    ``stratospheric_water_vapour_factor`` [W m-2 ppb-1 of CH4], ``lapsi_radiative_efficiency`` [W m-2 (Mt BC/yr)-1],
    ``land_use_forcing_per_gtco2`` [W m-2 per Gt CO2 of cumulative AFOLU], ``ozone_temperature_feedback`` [W m-2 K-1],
    ``volcanic_efficacy`` [1]
    """
    return MappingProxyType({row["name"]: float(row["value"]) for row in read_table("constants.csv")})


def _parse_species(row: dict[str, str]) -> Species:
    def number(column: str) -> float:
        return float(row[column] or "nan")

    return Species(
        name=row["name"],
        unit=row["unit"],
        iamc=row["iamc"],
        aliases=tuple(row["aliases"].split(";")) if row["aliases"] else (),
        molecular_weight=number("molecular_weight_g_mol"),
        lifetime_years=number("lifetime_years"),
        baseline_concentration=number("baseline_concentration"),
        baseline_emissions=number("baseline_emissions"),
        radiative_efficiency=number("radiative_efficiency_w_m2_ppb"),
        tropospheric_adjustment=number("tropospheric_adjustment"),
        cl_atoms=number("cl_atoms"),
        br_atoms=number("br_atoms"),
        fractional_release=number("fractional_release"),
        iirf_0=number("iirf_0_years"),
        g0=number("g0"),
        g1=number("g1_years"),
        may_be_negative=row["may_be_negative"] == "true",
    )
