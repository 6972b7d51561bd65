"""FaIR 2.2.5 set up by its own public methods, on the tables that Parley's engine runs on.

FaIR reads emissions, parameters of members and properties of species. The last come with its calibrations as a file;
``make_species`` makes that table of Parley's packaged ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO

import numpy as np
import pandas as pd
from fair import FAIR
from fair.interface import fill, initialise
from fair.structure.species_configs import SPECIES_CONFIGS_EXCL_GASBOX
from numpy.typing import NDArray

from parley.climate.emulator import AGENTS
from parley.climate.kernels.agents import Agent
from parley.climate.natural import NaturalForcing
from parley.climate.parameters import EESC, MINOR_SCALE, SOLAR_TREND
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED, MINOR_GASES, SLCFS, constants, species

Array = NDArray[np.float64]

FIRST_YEAR, LAST_TREND_YEAR = 1750, 2020
BOXES = range(4)
PROPERTIES = (
    *("type", "input_mode", "greenhouse_gas"),
    *("aerosol_chemistry_from_emissions", "aerosol_chemistry_from_concentration"),
)
TYPES = {
    "CO2 FFI": "co2 ffi",
    "CO2 AFOLU": "co2 afolu",
    "CO2": "co2",
    "CH4": "ch4",
    "N2O": "n2o",
    "CFC-11": "cfc-11",
    "Sulfur": "sulfur",
    "BC": "black carbon",
    "OC": "organic carbon",
    "Solar": "solar",
    "Volcanic": "volcanic",
}
CALCULATED = {
    "Aerosol-radiation interactions": "ari",
    "Aerosol-cloud interactions": "aci",
    "Ozone": "ozone",
    "Light absorbing particles on snow and ice": "lapsi",
    "Stratospheric water vapour": "h2o stratospheric",
    "Land use": "land use",
    EESC: "eesc",
}
"""What FaIR works out from other species, and the type it has for each."""
ZERO_UNLESS_SAID = (
    *("tropospheric_adjustment", "forcing_temperature_feedback", "iirf_airborne", "iirf_uptake", "iirf_temperature"),
    *(
        "baseline_emissions",
        "contrails_radiative_efficiency",
        "erfari_radiative_efficiency",
        "h2o_stratospheric_factor",
    ),
    *("greenhouse_gas_radiative_efficiency", "lapsi_radiative_efficiency", "land_use_cumulative_emissions_to_forcing"),
    *("ozone_radiative_efficiency", "cl_atoms", "br_atoms", "fractional_release", "ch4_lifetime_chemical_sensitivity"),
    "aci_shape",
)


def build_fair(
    scenarios: Sequence[str],
    emissions: pd.DataFrame,
    parameters: pd.DataFrame,
    properties: pd.DataFrame,
    natural: NaturalForcing,
    end: int,
) -> FAIR:
    """FaIR from 1750 to the end of the year ``end``, ready to run once, without internal variability.

    emissions as ``make_emissions`` makes them; parameters has a row for each member and FaIR's columns; properties is
    indexed by species.
    """
    layers = sum(name.startswith("ocean_heat_capacity[") for name in parameters)
    model = FAIR(n_layers=layers, ch4_method="thornhill2021")
    model.define_time(FIRST_YEAR, end + 1, 1)
    model.define_scenarios(list(scenarios))
    model.define_configs(list(parameters.index))
    kinds = properties[list(PROPERTIES)].astype(dict.fromkeys(PROPERTIES[2:], bool)).to_dict("index")
    model.define_species(list(kinds), kinds)
    model.allocate()
    model.fill_from_pandas("emissions", emissions)
    model.fill_species_configs(_as_file(properties))
    model.override_defaults(_as_file(parameters.drop(columns=SOLAR_TREND, errors="ignore")))
    fill(model.climate_configs["stochastic_run"], False)
    _fill_natural(model, natural, parameters)
    initialise(model.concentration, model.species_configs["baseline_concentration"])
    for state in (model.forcing, model.temperature, model.cumulative_emissions, model.airborne_emissions):
        initialise(state, 0)
    return model


def make_emissions(scenarios: Sequence[Scenario]) -> pd.DataFrame:
    """FaIR's table of emissions: a row for each scenario and species, a column for the middle of each year."""
    frame = pd.concat([scenario.to_frame() for scenario in scenarios], ignore_index=True)
    return frame.rename(columns={name: f"{name + 0.5}" for name in frame.columns if not isinstance(name, str)})


def make_parameters(ensemble: Mapping[str, Array], members: Sequence[int] | NDArray[np.int64]) -> pd.DataFrame:
    """FaIR's table of parameters, which has the one factor of all minor gases 40 times."""
    columns = {name: values for name, values in ensemble.items() if name != MINOR_SCALE}
    columns |= {f"forcing_scale[{gas}]": ensemble[MINOR_SCALE] for gas in MINOR_GASES}
    return pd.DataFrame(columns, index=pd.Index(members))


def make_species() -> pd.DataFrame:
    """FaIR's table of species, from Parley's packaged tables."""
    names = (*EMITTED[:2], "CO2", *EMITTED[2:], "Solar", "Volcanic", *CALCULATED)
    table = pd.DataFrame([_row(name) for name in names], index=pd.Index(names))
    for column in ZERO_UNLESS_SAID:
        table[column] = table[column].fillna(0.0) if column in table else 0.0
    for column in SPECIES_CONFIGS_EXCL_GASBOX:
        if column not in table:
            table[column] = np.nan
    return table


def _row(name: str) -> dict[str, object]:
    emitted = name in EMITTED
    is_gas = name == "CO2" or (emitted and name not in (*EMITTED[:2], *SLCFS))
    halogens = (gas for gas in MINOR_GASES if species()[gas].cl_atoms + species()[gas].br_atoms > 0)
    default = "other halogen" if name in halogens else "f-gas" if name in MINOR_GASES else "other slcf"
    mode = "emissions" if emitted else "forcing" if name in ("Solar", "Volcanic") else "calculated"
    fixed: dict[str, object] = {
        "type": {**TYPES, **CALCULATED}.get(name, default),
        "input_mode": mode,
        "greenhouse_gas": is_gas,
        "aerosol_chemistry_from_emissions": name in SLCFS,
        "aerosol_chemistry_from_concentration": name in ("CH4", "N2O", EESC),
        "forcing_scale": 1.0,
        "forcing_efficacy": 1.0,
    }
    return fixed | (_emitted(name, is_gas) if emitted else {}) | _of_process(name)


def _emitted(name: str, is_gas: bool) -> dict[str, object]:
    own = species()[name]
    row: dict[str, object] = {
        "baseline_emissions": own.baseline_emissions,
        "molecular_weight": own.molecular_weight,
        "tropospheric_adjustment": own.tropospheric_adjustment,
    }
    if is_gas:
        row |= {f"partition_fraction{box}": float(box == 0) for box in BOXES}
        row |= {f"unperturbed_lifetime{box}": own.lifetime_years for box in BOXES}
        row |= {
            "baseline_concentration": own.baseline_concentration,
            "forcing_reference_concentration": own.baseline_concentration,
            "iirf_0": own.iirf_0,
            "g0": own.g0,
            "g1": own.g1,
            "greenhouse_gas_radiative_efficiency": own.radiative_efficiency,
            "cl_atoms": own.cl_atoms,
            "br_atoms": own.br_atoms,
            "fractional_release": own.fractional_release,
        }
    return row


def _of_process(name: str) -> dict[str, object]:
    """What stands among the constants of processes in Parley and beside a species in FaIR."""
    constant = constants()
    of_methane: dict[str, object] = {}
    if (key := f"methane_sensitivity_{'EESC' if name == EESC else name}") in constant:
        of_methane = {"ch4_lifetime_chemical_sensitivity": constant[key]}
    rows: dict[str, dict[str, object]] = {
        "CO2": {
            "molecular_weight": constant["co2_molecular_weight_g_mol"],
            "tropospheric_adjustment": constant["co2_tropospheric_adjustment"],
            "baseline_concentration": constant["co2_baseline_concentration_ppm"],
            "forcing_reference_concentration": constant["co2_reference_concentration_ppm"],
            "g0": constant["co2_g0"],
            "g1": constant["co2_g1_years"],
            **{f"partition_fraction{box}": constant[f"co2_partition_{box + 1}"] for box in BOXES},
            **{f"unperturbed_lifetime{box}": constant[f"co2_lifetime_years_{box + 1}"] for box in BOXES},
        },
        "CO2 AFOLU": {"land_use_cumulative_emissions_to_forcing": constant["land_use_forcing_per_gtco2"]},
        "CH4": {
            "forcing_reference_concentration": constant["ch4_reference_concentration_ppb"],
            "h2o_stratospheric_factor": constant["stratospheric_water_vapour_factor"],
            "lifetime_temperature_sensitivity": constant["methane_sensitivity_temperature"],
        },
        "N2O": {"forcing_reference_concentration": constant["n2o_reference_concentration_ppb"]},
        "BC": {"lapsi_radiative_efficiency": constant["lapsi_radiative_efficiency"]},
        "Ozone": {"forcing_temperature_feedback": constant["ozone_temperature_feedback"]},
        "Volcanic": {"forcing_efficacy": constant["volcanic_efficacy"]},
        "Aerosol-cloud interactions": {"aci_scale": np.nan},
        EESC: {"baseline_concentration": constant["eesc_baseline_concentration_ppt"]},
    }
    return of_methane | rows.get(name, {})


def _fill_natural(model: FAIR, natural: NaturalForcing, parameters: pd.DataFrame) -> None:
    """FaIR does not scale forcing that it is given, so that the members' factors are put into it."""
    bounds = model.timebounds.astype(int)
    solar, volcanic = natural.on(bounds)
    trend = np.clip((bounds - FIRST_YEAR) / (LAST_TREND_YEAR - FIRST_YEAR), 0.0, 1.0)
    by_member = solar[:, None] * parameters["forcing_scale[Solar]"].to_numpy()
    if SOLAR_TREND in parameters:
        by_member += trend[:, None] * parameters[SOLAR_TREND].to_numpy()
    fill(model.forcing, by_member[:, None, :], specie="Solar")
    by_member = volcanic[:, None] * parameters["forcing_scale[Volcanic]"].to_numpy()
    fill(model.forcing, by_member[:, None, :], specie="Volcanic")


def agents_of(model: FAIR) -> dict[str, Array]:
    """Effective radiative forcing [W m-2] by Parley's agents, (scenario, member, timebound), after a run."""
    found = {}
    for agent, name in AGENTS.items():
        names = list(MINOR_GASES) if agent is Agent.MINOR_GASES else [name]
        found[name] = _by_member(model.forcing.sel(specie=names).sum("specie"))
    return found


def concentration_of(model: FAIR, gas: str) -> Array:
    """Concentration [ppm, ppb or ppt], (scenario, member, timebound), after a run."""
    return _by_member(model.concentration.sel(specie=gas))


def outputs_of(model: FAIR) -> dict[str, Array]:
    """Temperature [K], total forcing [W m-2] and heat taken up [J], (scenario, member, timebound), after a run."""
    return {
        "temperature": _by_member(model.temperature.sel(layer=0)),
        "erf": _by_member(model.forcing_sum),
        "ocean_heat": _by_member(model.ocean_heat_content_change),
    }


def _by_member(values: object) -> Array:
    found: Array = values.transpose("scenario", "config", "timebounds").to_numpy()  # type: ignore[attr-defined]
    return found


def _as_file(table: pd.DataFrame) -> StringIO:
    """FaIR wants names of files, and reads them with pandas, which takes this as one."""
    return StringIO(table.to_csv())
