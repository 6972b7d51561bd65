"""Make the packaged tables of targets, observations and references of the calibration from a folder of source figures.

    python scripts/calibration_observations.py FOLDER

writes ``calibration_targets.csv``, ``observations.csv`` and ``reference_ranges.csv`` of ``src/parley/climate/data``.
What each is, and where its figures come from, is said in ``datapackage.json`` beside them, which is kept by hand.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from parley.climate.calibration.hindcast import measure, warming
from parley.climate.calibration.prior_run import run_past
from parley.climate.calibration.report import LONG_TERM, warming_by_scenario
from parley.climate.calibration.targets import load_targets
from parley.climate.drivers import drive
from parley.climate.ensemble import Ensemble
from parley.climate.history import SCENARIOS
from parley.climate.natural import NaturalForcing
from parley.climate.scenario import Scenario

DATA = Path(__file__).parents[1] / "src" / "parley" / "climate" / "data"

Row = dict[str, str]

TARGET_COLUMNS = (
    *("set", "quantity", "first_year", "last_year", "unit", "location", "scale", "shape"),
    *("p05", "p50", "p95", "moves", "source"),
)
OBSERVATION_COLUMNS = ("series", "edition", "year", "value", "low", "high", "unit")
SHARES = {"p05": 0.05, "p17": 0.17, "p50": 0.5, "p83": 0.83, "p95": 0.95}
REFERENCE_COLUMNS = ("source", "quantity", "scenario", "first_year", "last_year", "unit", *SHARES)
ASSESSED_WARMING = {
    "ssp119": ("1.0", "1.4", "1.8"),
    "ssp126": ("1.3", "1.8", "2.4"),
    "ssp245": ("2.1", "2.7", "3.5"),
    "ssp370": ("2.8", "3.6", "4.6"),
    "ssp585": ("3.3", "4.4", "5.7"),
}
UNITS = {"K": "K", "ZJ": "ZJ", "W/m2": "W m-2", "ppm": "ppm"}
PERIODS = {
    "Earth energy uptake 1971 to 2020": ("Earth energy uptake", "1971", "2020"),
    "GMST 2003-2022 rel 1850-1900": ("GMST", "2003", "2022"),
    "GMST 2005-2024 rel 1850-1900": ("GMST", "2005", "2024"),
    "CO2 concentration 2022": ("CO2", "2022", "2022"),
    "CO2 concentration 2024": ("CO2", "2024", "2024"),
    "ERFari 2005-2014 rel 1750": ("ERFari", "2005", "2014"),
    "ERFaci 2005-2014 rel 1750": ("ERFaci", "2005", "2014"),
    "ERFaer 2005-2014 rel 1750": ("ERFaer", "2005", "2014"),
    "ECS": ("ECS", "", ""),
    "TCR": ("TCR", "", ""),
}
ASSESSED = {
    "ECS": "AR6 WGI section 7.5.5: very likely 2 to 5 K, best estimate 3 K",
    "TCR": "AR6 WGI section 7.5.5: very likely 1.2 to 2.4 K, best estimate 1.8 K",
    "Earth energy uptake": "Calibration v1.4.1 of FaIR, after Indicators of Global Climate Change 2022",
    "GMST": "Calibration v1.4.1 of FaIR, after Indicators of Global Climate Change 2022",
    "ERFari": "AR6 WGI section 7.3.3.1",
    "ERFaci": "AR6 WGI section 7.3.3.2",
    "ERFaer": "AR6 WGI section 7.3.3: sum of ERFari and ERFaci as independent",
    "CO2": "Calibration v1.4.1 of FaIR, after Indicators of Global Climate Change 2022",
}
NEWEST = {
    "GMST": "That of v1.4.1 moved by the change of the mean that Indicators of Global Climate Change 2024 has, 0.063 K",
    "CO2": "Concentrations of calibration v1.6.0 of FaIR for 2024, spread as in calibration v1.4.1",
}
FORCINGS = {
    "erf_ari": "aerosol-radiation_interactions",
    "erf_aci": "aerosol-cloud_interactions",
    "erf_aerosol": "aerosol",
}


def main(folder: Path) -> None:
    """Write all tables."""
    write("calibration_targets.csv", TARGET_COLUMNS, target_rows(folder))
    write("observations.csv", OBSERVATION_COLUMNS, observation_rows(folder))
    write("reference_ranges.csv", REFERENCE_COLUMNS, [*assessed_rows(), *published_rows(folder)])


def target_rows(folder: Path) -> Iterator[Row]:
    """The sets v1.4.1 and 2024, digit for digit."""
    for row in read(folder / "calibration" / "constraints.csv"):
        if row["set"] not in ("v1.4.1", "2024"):
            continue
        quantity, first, last = PERIODS[row["quantity"]]
        source = NEWEST.get(quantity, ASSESSED[quantity]) if row["set"] == "2024" else ASSESSED[quantity]
        period = (quantity, first, last, UNITS[row["unit"]])
        form = (row["par1_mean_or_loc"], row["par2_sd_or_scale"], row["par3_shape"])
        moves = "yes" if quantity in ("GMST", "CO2") else "no"
        cells = (row["set"], *period, *form, row["p05"], row["p50"], row["p95"], moves, source)
        yield dict(zip(TARGET_COLUMNS, cells, strict=True))


def observation_rows(folder: Path) -> Iterator[Row]:
    """All series, each with its years."""
    observed = folder / "observations"
    for row in read(observed / "igcc_gmst_annual.csv"):
        yield observation("gmst", "2024", whole_year(row["time"]), row["GMST"], "K")
    for row in read(observed / "igcc_gmst_1850-2022_v141.csv"):
        yield observation("gmst", "2022", whole_year(row["time"]), row["gmst"], "K")
    for edition in ("2024", "2022"):
        for row in read(folder / f"ghg_concentrations_1750-{edition}.csv"):
            if int(row["YYYY"]) >= 1850:
                yield observation("co2", edition, row["YYYY"], f"{float(row['CO2']):.9g}", "ppm")
    yield from heat_rows(observed)
    yield from forcing_rows(observed)


def heat_rows(observed: Path) -> Iterator[Row]:
    """Heat taken up by the Earth since the middle of 1971; the range of the change is not given."""
    rows = [row for row in read(observed / "igcc_earth_energy_uptake.csv") if row["total"]]
    start = float(rows[0]["total"])
    for row in rows:
        value = float(row["total"]) - start
        yield observation("earth_energy_uptake", "2024", whole_year(row["time"]), f"{value:.6g}", "ZJ")


def forcing_rows(observed: Path) -> Iterator[Row]:
    """Best estimates, 5th and 95th percentiles of aerosol forcing."""
    tables = [read(observed / f"igcc_erf_{part}_aggregates.csv") for part in ("best", "p05", "p95")]
    for name, column in FORCINGS.items():
        for best, low, high in zip(*tables, strict=True):
            year = whole_year(best["time"])
            if int(year) >= 1850:
                yield observation(name, "2024", year, best[column], "W m-2", low[column], high[column])


def assessed_rows() -> Iterator[Row]:
    """Warming by scenario of Table SPM.1 of AR6 WGI: best estimates and very likely ranges."""
    for scenario, (low, best, high) in ASSESSED_WARMING.items():
        cells = ("AR6", "GMST", scenario, *map(str, LONG_TERM), "K", low, "", best, "", high)
        yield dict(zip(REFERENCE_COLUMNS, cells, strict=True))


def published_rows(folder: Path) -> Iterator[Row]:
    """The published members of v1.4.1, run by Parley as FaIR does and without variability."""
    ensemble = Ensemble.from_fair(folder / "fair_v141_parameters.csv.gz")
    scenario, natural = Scenario.packaged("ssp245"), NaturalForcing.packaged(ensemble.natural)
    drivers = drive(scenario, natural, ensemble.methane, 2024, True)
    past = run_past(ensemble, drivers, int(scenario.years[0]), variable=False)
    warmed = warming(past)
    both = {target.name: target for target in (*load_targets("v1.4.1"), *load_targets("2024"))}
    for target in both.values():
        years = ("", "") if target.first_year is None else (str(target.first_year), str(target.last_year))
        yield published((target.quantity, "", *years, target.unit), measure(target, past, warmed))
    found = warming_by_scenario(ensemble, [Scenario.packaged(name) for name in SCENARIOS])
    for name, values in found.items():
        yield published(("GMST", name, *map(str, LONG_TERM), "K"), values)


def published(quantity: tuple[str, ...], values: np.ndarray) -> Row:
    """Quantiles over members, to four figures."""
    cells = [f"{value:.5g}" for value in np.quantile(values, list(SHARES.values()))]
    return dict(zip(REFERENCE_COLUMNS, ("FaIR v1.4.1", *quantity, *cells), strict=True))


def observation(series: str, edition: str, year: str, value: str, unit: str, low: str = "", high: str = "") -> Row:
    """A row of the table."""
    cells = (series, edition, year, value, low, high, unit)
    return dict(zip(OBSERVATION_COLUMNS, cells, strict=True))


def whole_year(time: str) -> str:
    """The calendar year that a mid-year such as 1850.5 lies in."""
    return str(int(float(time)))


def read(path: Path) -> list[Row]:
    """Rows of a csv file whose lines beginning with # are comments."""
    with path.open(encoding="utf-8") as text:
        return list(csv.DictReader(line for line in text if not line.startswith("#")))


def write(name: str, columns: Iterable[str], rows: Iterable[Row]) -> None:
    """A table into the package."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (DATA / name).write_text(text.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
