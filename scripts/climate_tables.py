"""Make the packaged tables of the climate engine from a folder of source figures.

    python scripts/climate_tables.py FOLDER

writes ``src/parley/climate/data``: species, constants, natural forcing, history of emissions and scenarios. What each
table is, and where its figures come from, is said in ``datapackage.json`` beside them, which is kept by hand.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "parley" / "climate" / "data"

Row = dict[str, str]

SLCFS = ("Sulfur", "BC", "OC", "NH3", "NOx", "VOC", "CO")
MAJOR = ("CO2 FFI", "CO2 AFOLU", "CH4", "N2O")
PFCS = ("CF4", "C2F6", "C3F8", "c-C4F8", "C4F10", "C5F12", "C6F14", "C7F16", "C8F18")

# Our column: theirs.
SPECIES_COLUMNS = {
    "molecular_weight_g_mol": "molecular_weight",
    "lifetime_years": "unperturbed_lifetime0",
    "baseline_concentration": "baseline_concentration",
    "baseline_emissions": "baseline_emissions",
    "radiative_efficiency_w_m2_ppb": "greenhouse_gas_radiative_efficiency",
    "tropospheric_adjustment": "tropospheric_adjustment",
    "cl_atoms": "cl_atoms",
    "br_atoms": "br_atoms",
    "fractional_release": "fractional_release",
    "iirf_0_years": "iirf_0",
    "g0": "g0",
    "g1_years": "g1",
}

# IAMC name first, then the other names in use.
OTHER_NAMES = {
    "CO2 FFI": (
        "CO2|Energy and Industrial Processes",
        "CO2|MAGICC Fossil and Industrial",
        "CO2|Fossil",
        "CO2|FFI",
        "CO2_FFI",
    ),
    "CO2 AFOLU": ("CO2|AFOLU", "CO2|MAGICC AFOLU", "CO2|Biosphere", "CO2_AFOLU"),
    "Sulfur": ("Sulfur", "SO2", "SOx"),
    "VOC": ("VOC", "NMVOC"),
    "HFC-4310mee": ("HFC|HFC43-10", "HFC43-10", "HFC4310", "HFC-43-10mee", "HFC43-10mee", "HFC|HFC4310"),
}

MODEL = "Smith et al. 2024, doi 10.5194/gmd-17-8569-2024, calibration v1.4.1"
LEACH = "Leach et al. 2021, doi 10.5194/gmd-14-3007-2021"
MEINSHAUSEN = "Meinshausen et al. 2020, doi 10.5194/gmd-13-3571-2020"
THORNHILL = "Thornhill et al. 2021, doi 10.5194/acp-21-1105-2021; " + MODEL

# Our name, species and column of theirs, unit, source.
CONSTANTS = (
    *((f"co2_partition_{j + 1}", "CO2", f"partition_fraction{j}", "1", LEACH) for j in range(4)),
    *((f"co2_lifetime_years_{j + 1}", "CO2", f"unperturbed_lifetime{j}", "yr", LEACH) for j in range(4)),
    ("co2_g0", "CO2", "g0", "1", LEACH),
    ("co2_g1_years", "CO2", "g1", "yr", LEACH),
    ("co2_molecular_weight_g_mol", "CO2", "molecular_weight", "g/mol", MODEL),
    ("co2_baseline_concentration_ppm", "CO2", "baseline_concentration", "ppm", MODEL),
    ("co2_baseline_emissions_gtco2", "CO2", "baseline_emissions", "Gt CO2/yr", MODEL),
    ("co2_tropospheric_adjustment", "CO2", "tropospheric_adjustment", "1", MODEL),
    ("co2_reference_concentration_ppm", "CO2", "forcing_reference_concentration", "ppm", MEINSHAUSEN),
    ("ch4_reference_concentration_ppb", "CH4", "forcing_reference_concentration", "ppb", MEINSHAUSEN),
    ("n2o_reference_concentration_ppb", "N2O", "forcing_reference_concentration", "ppb", MEINSHAUSEN),
    *(
        (f"methane_sensitivity_{name}", name, "ch4_lifetime_chemical_sensitivity", unit, THORNHILL)
        for name, unit in (("CH4", "1/ppb"), ("N2O", "1/ppb"), *((name, "1/(Mt/yr)") for name in SLCFS))
    ),
    (
        "methane_sensitivity_EESC",
        "Equivalent effective stratospheric chlorine",
        "ch4_lifetime_chemical_sensitivity",
        "1/ppt",
        THORNHILL,
    ),
    ("methane_sensitivity_temperature", "CH4", "lifetime_temperature_sensitivity", "1/K", THORNHILL),
    (
        "eesc_baseline_concentration_ppt",
        "Equivalent effective stratospheric chlorine",
        "baseline_concentration",
        "ppt",
        MODEL,
    ),
    ("stratospheric_water_vapour_factor", "CH4", "h2o_stratospheric_factor", "W/m2/ppb", MODEL),
    ("lapsi_radiative_efficiency", "BC", "lapsi_radiative_efficiency", "W/m2/(Mt BC/yr)", MODEL),
    ("land_use_forcing_per_gtco2", "CO2 AFOLU", "land_use_cumulative_emissions_to_forcing", "W/m2/Gt CO2", MODEL),
    ("ozone_temperature_feedback", "Ozone", "forcing_temperature_feedback", "W/m2/K", MODEL),
    ("volcanic_efficacy", "Volcanic", "forcing_efficacy", "1", MODEL),
)
EESC_BROMINE = (
    "eesc_bromine_factor",
    "45",
    "1",
    "FaIR 2.2, ozone depletion by an atom of bromine over one of chlorine",
)


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 1:
        raise SystemExit("usage: python scripts/climate_tables.py FOLDER")
    source = Path(arguments[0])
    properties = {row["name"]: row for row in read_rows(source / "species_configs_properties_v141.csv")}
    write_rows(DATA / "species.csv", species_rows(properties))
    write_rows(DATA / "constants.csv", constant_rows(properties))


def species_rows(properties: Mapping[str, Row]) -> Iterator[Row]:
    minor = [name for name, row in properties.items() if row["greenhouse_gas"] == "1" and name not in ("CO2", *MAJOR)]
    for name in (*MAJOR, *SLCFS, *minor):
        variable, *others = iamc_names(name)
        yield {
            "name": name,
            "unit": native_unit(name),
            "iamc": variable,
            "aliases": ";".join(others),
            **{ours: blank_nan(properties[name][theirs]) for ours, theirs in SPECIES_COLUMNS.items()},
            "may_be_negative": "true" if name in ("CO2 FFI", "CO2 AFOLU") else "false",
        }


def constant_rows(properties: Mapping[str, Row]) -> Iterator[Row]:
    for name, species, column, unit, source in CONSTANTS:
        yield {"name": name, "value": properties[species][column], "unit": unit, "source": source}
    yield dict(zip(("name", "value", "unit", "source"), EESC_BROMINE, strict=True))


def native_unit(name: str) -> str:
    if name.startswith("CO2"):
        return "Gt CO2/yr"
    compound = {"Sulfur": "SO2", "NOx": "NO2"}.get(name, name.replace("-", ""))
    return f"{'Mt' if name in (*MAJOR, *SLCFS) else 'kt'} {compound}/yr"


def iamc_names(name: str) -> list[str]:
    """The IAMC variable, then every other name, with ``Emissions|`` and, where there is no ``|`` in it, without."""
    plain = name.replace("-", "")
    stems = [*OTHER_NAMES.get(name, ())]
    if name not in OTHER_NAMES:
        stems += {"HFC": [f"HFC|{plain}"], "PFC": [f"PFC|{plain}"]}.get(family(name), [])
    if not name.startswith("CO2"):
        stems += [plain, name]
    if family(name) in ("HFC", "PFC"):
        stems += [f"{family(name)}|{plain}", f"{family(name)}|{name}", f"F-Gases|{family(name)}|{plain}"]
    elif family(name) == "other F-gas":
        stems += [f"F-Gases|{plain}"]
    elif family(name) == "CFC":
        stems += [f"CFC|{plain}", f"Montreal Gases|CFC|{plain}", f"Montreal Gases|{plain}"]
    elif family(name) == "Montreal":
        stems += [f"Montreal Gases|{plain}"]
    bare = [stem for stem in stems if ("|" not in stem or stem.startswith("CO2|")) and stem != name]
    return list(dict.fromkeys([f"Emissions|{stem}" for stem in stems] + bare))


def family(name: str) -> str:
    if name in (*MAJOR, *SLCFS):
        return "own"
    if name in PFCS:
        return "PFC"
    if name in ("NF3", "SF6", "SO2F2"):
        return "other F-gas"
    return name[:3] if name.startswith(("HFC", "CFC")) else "Montreal"


def blank_nan(digits: str) -> str:
    return "" if digits == "nan" else digits


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
