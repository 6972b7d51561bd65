"""Make the packaged tables of the climate engine from a folder of source figures.

    python scripts/climate_tables.py FOLDER

writes ``src/parley/climate/data``: species, constants, natural forcing, history of emissions and scenarios. What each
table is, and where its figures come from, is said in ``datapackage.json`` beside them, which is kept by hand.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from parley.climate.harmonise_methods import harmonise, parse_method
from parley.climate.history import FIRST_YEAR, HISTORY_END, LAST_YEAR, SCENARIOS
from parley.climate.species import EMITTED

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


CALIBRATED_TO = 2022
NATURAL_OBSERVED_TO = 2025
VOLCANIC_FADES_YEARS = 10
NATURAL_END = 2501
LARGEST_GROWTH = 2.0
SCENARIO_YEARS = np.array([*range(HISTORY_END + 1, 2151), *range(2160, LAST_YEAR + 1, 10)])


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 1:
        raise SystemExit("usage: python scripts/climate_tables.py FOLDER")
    source = Path(arguments[0])
    properties = {row["name"]: row for row in read_rows(source / "species_configs_properties_v141.csv")}
    write_rows(DATA / "species.csv", species_rows(properties))
    write_rows(DATA / "constants.csv", constant_rows(properties))
    write_rows(DATA / "natural_forcing.csv", natural_rows(source))

    calibrated = read_rows(source / "emissions_ssp_harmonised_1750-2499.csv.gz")
    history = make_history(calibrated, read_rows(source / "emissions_history_1750-2024_v160.csv.gz"))
    raw = read_raw_scenarios(source / "emissions_ssp_cmip6_raw_2015-2500.csv.gz")
    methods = read_methods(source / "harmonisation_methods.csv")
    write_rows(DATA / "emissions_history.csv.gz", history_rows(history))
    write_rows(DATA / "emissions_scenarios.csv.gz", scenario_rows(history, raw, methods))
    report_reproduction(calibrated, raw, methods)


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


def natural_rows(source: Path) -> Iterator[Row]:
    """Both editions to 2501: as they are, then volcanic fading linearly, and zero after the end of the series."""
    first = {int(row["timebound"]): row for row in read_rows(source / "solar_volcanic_erf.csv")}
    newest = {int(row["year"]): row for row in read_rows(source / "solar_volcanic_erf_v160.csv")}
    last = float(newest[NATURAL_OBSERVED_TO]["Volcanic"])
    for year in range(FIRST_YEAR, NATURAL_END + 1):
        row = first.get(year, {"Solar": "0", "Volcanic": "0"})
        yield natural_row("v1.4.1", year, row["Solar"], row["Volcanic"])
    for year in range(FIRST_YEAR, NATURAL_END + 1):
        row = newest.get(year, {"Solar": "0"})
        left = max(0.0, 1 - (year - NATURAL_OBSERVED_TO) / VOLCANIC_FADES_YEARS)
        volcanic = row["Volcanic"] if year <= NATURAL_OBSERVED_TO else f"{last * left:.9g}"
        yield natural_row("2024", year, f"{float(row['Solar']):.9g}", volcanic)


def natural_row(edition: str, year: int, solar: str, volcanic: str) -> Row:
    return {"edition": edition, "timebound": str(year), "solar_w_m2": solar, "volcanic_w_m2": volcanic}


def make_history(calibrated: Sequence[Row], newest: Sequence[Row]) -> dict[str, NDArray[np.float64]]:
    """Emissions of 1750 to 2024 by species: calibrated to 2022, then by the growth of the newest history.

    Growth is a ratio to 2022; for land use, which may be negative, a difference. Where the newest history has
    nothing in 2022 or grows more than twofold in a year or two (CFC-113, CFC-114, CFC-115, which its inversion leaves
    at zero in 2021 and takes up again in 2023), the value of 2022 is held. Small negative values that the inversion
    gave a gas which nothing removes (Halon-1211 before 1966) are zero. The newest history's row ``CO2`` is the sum of
    two others and is not used.
    """
    by_name = {row["variable"]: row for row in newest}
    history = {}
    for row in calibrated:
        if row["scenario"] != SCENARIOS[0]:
            continue
        name = row["variable"]
        known = np.array([float(row[f"{year}.5"]) for year in range(FIRST_YEAR, CALIBRATED_TO + 1)])
        growing = np.array([float(by_name[name][str(year)]) for year in range(CALIBRATED_TO, HISTORY_END + 1)])
        history[name] = without_negative(name, np.concatenate([known, continue_history(name, known[-1], growing)]))
    return history


def continue_history(name: str, last: float, growing: NDArray[np.float64]) -> NDArray[np.float64]:
    if name == "CO2 AFOLU":
        return last + growing[1:] - growing[0]
    if growing[0] <= 0 or max(growing[1:].max() / growing[0], growing[0] / growing[1:].min()) > LARGEST_GROWTH:
        return np.full(growing.size - 1, last)
    return last * growing[1:] / growing[0]


def read_raw_scenarios(path: Path) -> dict[tuple[str, str], NDArray[np.float64]]:
    """Emissions before harmonisation by scenario and species, every year from 2015 to 2500, in our units."""
    raw = {}
    years = np.arange(2015, LAST_YEAR + 1)
    for row in read_rows(path):
        knots = np.array([int(column) for column in row if column.isdigit()])
        values = np.array([float(row[str(knot)]) for knot in knots])
        factor = 1e-3 if row["Unit"] in ("Mt CO2/yr", "kt N2O/yr") else 1.0
        raw[row["Scenario"], species_name(row["Variable"])] = np.interp(years, knots, values * factor)
    return raw


def read_methods(path: Path) -> dict[tuple[str, str], str]:
    return {(row["scenario"], species_name(row["variable"])): row["method"] for row in read_rows(path)}


def species_name(variable: str) -> str:
    stem = variable.removeprefix("Emissions|")
    return {"CO2|Energy and Industrial Processes": "CO2 FFI", "CO2|AFOLU": "CO2 AFOLU"}.get(stem, stem)


def history_rows(history: Mapping[str, NDArray[np.float64]]) -> Iterator[Row]:
    for place, year in enumerate(range(FIRST_YEAR, HISTORY_END + 1)):
        yield {"year": str(year), **{name: digits(history[name][place]) for name in EMITTED}}


def scenario_rows(
    history: Mapping[str, NDArray[np.float64]],
    raw: Mapping[tuple[str, str], NDArray[np.float64]],
    methods: Mapping[tuple[str, str], str],
) -> Iterator[Row]:
    """Scenarios harmonised to the last year of history; every year to 2150, then the decades, linear between."""
    for scenario in SCENARIOS:
        harmonised = {
            name: without_negative(
                name, harmonise_from(HISTORY_END, history[name][-1], raw[scenario, name], methods[scenario, name])
            )
            for name in EMITTED
        }
        for year in SCENARIO_YEARS:
            cells = {name: digits(harmonised[name][year - HISTORY_END]) for name in EMITTED}
            yield {"scenario": scenario, "year": str(year), **cells}


def harmonise_from(join_year: int, target: float, raw: NDArray[np.float64], method: str) -> NDArray[np.float64]:
    """Values from ``join_year`` on, of values from 2015 on."""
    years = np.arange(join_year, LAST_YEAR + 1)
    return harmonise(years, raw[join_year - 2015 :], join_year, float(target), parse_method(method))


def report_reproduction(
    calibrated: Sequence[Row],
    raw: Mapping[tuple[str, str], NDArray[np.float64]],
    methods: Mapping[tuple[str, str], str],
) -> None:
    """Harmonise at 2022, as the calibration did, and print by method how far from its scenarios that is."""
    worst: dict[str, tuple[float, str]] = {}
    for row in calibrated:
        key = row["scenario"], row["variable"]
        theirs = np.array([float(row[f"{year}.5"]) for year in range(CALIBRATED_TO, LAST_YEAR)])
        ours = harmonise_from(CALIBRATED_TO, theirs[0], raw[key], methods[key])[: theirs.size]
        difference = float(np.abs(ours - theirs).max() / np.abs(theirs).max())
        worst[methods[key]] = max(worst.get(methods[key], (0.0, "")), (difference, " ".join(key)))
    sys.stdout.write(
        "largest difference from the scenarios of the calibration, relative to the series' largest value\n"
    )
    for method, (difference, where) in sorted(worst.items()):
        sys.stdout.write(f"{method:25} {difference:.1e} {where}\n")


def without_negative(name: str, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Zero where a gas that nothing removes would be negative."""
    return values if name.startswith("CO2") else values.clip(min=0.0)


def digits(value: float) -> str:
    return f"{value:.8g}"


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
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = content.decode("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    rows = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    content = text.getvalue().encode()
    path.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)


if __name__ == "__main__":
    main(sys.argv[1:])
