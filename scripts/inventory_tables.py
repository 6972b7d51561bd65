"""Make the packaged tables of reference figures from a folder of source figures.

    python scripts/inventory_tables.py FOLDER

writes ``src/parley/inventory/data``. Figures are digit for digit those of the sources; layout, names and codes are
ours: one row for each Party and quantity, one column for each year, an empty cell where there is no figure. What each
table is, and where its figures come from, is said in ``datapackage.json`` beside them, which is kept by hand, as are
``gdp_market.csv``, ``gdp_growth.csv``, ``inventory_land.csv`` and ``r5_regions.csv``.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from parley.inventory.shapes import (
    CARBON_COLUMNS,
    Row,
    Table,
    carbon_table,
    code_of,
    rounded,
    write_csv,
    write_table,
)

DATA = Path(__file__).parents[1] / "src" / "parley" / "inventory" / "data"

# Rows that the source gives a name only.
NAMED = {"Micronesia (Federated States of)": "FSM", "State of Palestine": "PSE", "Vatican City": "VAT"}
# What the Global Carbon Budget cannot give to a country; the world has it.
UNPLACED = ("OTHER", "DISPUTED")

EDGAR_GASES = {"CO2": "CO2", "CH4": "CH4", "N2O": "N2O", "FGAS": "F-gases", "TOTAL": "GHG"}
CLIMATE_WATCH_BASES = {
    "Total excluding LUCF": "excl_lulucf",
    "Total including LUCF": "incl_lulucf",
    "Land-Use Change and Forestry": "lulucf",
    "Bunker Fuels": "bunkers",
}
LAND_MODELS = ("BLUE", "H&C2023", "OSCAR", "LUCE", "mean")
ELECTRICITY = ("coal", "gas", "oil", "nuclear", "hydro", "wind", "solar", "other_renewables", "total")
PRIMARY = ("coal", "gas", "oil", "nuclear", "hydro", "wind", "solar", "biofuels", "geo_biomass_other", "total")
COAL_STATUSES = (
    *("operating", "construction", "permitted", "pre_permit", "announced", "shelved"),
    *("mothballed", "cancelled", "retired"),
)
COAL_YEARLY = {"operating_GW": "operating", "added_GW": "added", "retired_GW": "retired"}

SCENARIO_VARIABLES = {"CO2|FFI": ("co2_ffi", "MtCO2"), "CH4": ("ch4", "MtCH4")}
WORLD_VARIABLES = {"N2O": ("n2o", "MtCO2e (AR6GWP100)"), "FGAS": ("f_gases", "MtCO2e (AR6GWP100)")}
# Only the world has it.
UNUSED_YEARS = ("2019",)


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 1:
        raise SystemExit("usage: python scripts/inventory_tables.py FOLDER")
    source = Path(arguments[0])
    write_wide("edgar_emissions.csv.gz", "gas", edgar_rows(source))
    write_wide("edgar_sectors.csv.gz", "sector", edgar_sector_rows(source))
    write_wide("climatewatch_emissions.csv.gz", "basis", climate_watch_rows(source))
    write_wide("carbon.csv.gz", "quantity", carbon_rows(source))
    write_wide("land_co2.csv.gz", "model", land_rows(source))
    write_wide("electricity.csv.gz", "fuel", energy_rows(source / "owid_electricity_mix_twh.csv.gz", ELECTRICITY))
    write_wide(
        "primary_energy.csv.gz",
        "fuel",
        energy_rows(source / "owid_primary_energy_substitution_twh.csv.gz", PRIMARY),
    )
    write_wide("coal_by_year.csv.gz", "quantity", coal_year_rows(source))
    write_rows("coal_status.csv", coal_status_rows(source))
    write_rows("energy_facts.csv", fact_rows(source))
    write_rows("world_levels.csv", level_rows(source))
    write_rows("published_shares.csv", published_share_rows(source))
    write_rows("ssp245_regions.csv", scenario_rows(source))


def edgar_rows(source: Path) -> Table:
    """MtCO2e under AR5 GWP100, by Party and gas."""
    return {
        (party_of(row["iso3"]), EDGAR_GASES[row["gas"]]): years_of(row)
        for row in read_rows(source / "edgar2024_by_gas.csv.gz")
    }


def edgar_sector_rows(source: Path) -> Table:
    """MtCO2e of all gases by Party and sector: the sum of the gases' rows."""
    sums: dict[tuple[str, str], dict[str, float]] = {}
    for row in read_rows(source / "edgar2024_by_sector_gas.csv.gz"):
        total = sums.setdefault((party_of(row["iso3"]), row["sector"]), {})
        for year, cell in years_of(row).items():
            if cell:
                total[year] = total.get(year, 0.0) + float(cell)
    return rounded(sums)


def climate_watch_rows(source: Path) -> Table:
    """MtCO2e of all gases by Party and basis."""
    return {
        (party_of(row["ISO"]), CLIMATE_WATCH_BASES[row["Sector"]]): years_of(row)
        for row in read_rows(source / "climatewatch_ghg_1990_2020.csv.gz")
        if row["Sector"] in CLIMATE_WATCH_BASES
    }


def carbon_rows(source: Path) -> Table:
    """The columns that we use of the long table of Our World in Data, turned by year."""
    return carbon_table(read_rows(source / "owid_co2_by_country_year.csv.gz"), CARBON_COLUMNS)


def land_rows(source: Path) -> Table:
    """MtCO2 of land use by Party and bookkeeping model, and the mean that the source gives."""
    table: Table = {}
    for row in read_rows(source / "gcb2024_lulucf_co2.csv.gz"):
        if row["country"] in UNPLACED:
            continue
        party = party_of(row["iso3"] or NAMED[row["country"]])
        for model in LAND_MODELS:
            table.setdefault((party, model), {})[row["year"]] = row[model]
    return table


def energy_rows(path: Path, fuels: Sequence[str]) -> Table:
    """TWh by Party and fuel."""
    table: Table = {}
    for row in read_rows(path):
        for fuel in fuels:
            if row[fuel]:
                table.setdefault((party_of(row["iso3"]), fuel), {})[row["year"]] = row[fuel]
    return table


def coal_year_rows(source: Path) -> Table:
    """GW by Party and quantity."""
    table: Table = {}
    for row in read_rows(source / "gem_coal_capacity_by_year.csv"):
        for theirs, ours in COAL_YEARLY.items():
            table.setdefault((party_of(row["iso3"]), ours), {})[row["year"]] = row[theirs]
    return table


def coal_status_rows(source: Path) -> Iterator[Row]:
    for row in sorted(read_rows(source / "gem_coal_status_2023-07.csv"), key=lambda row: party_of(row["iso3"])):
        yield {"party": party_of(row["iso3"]), **{f"{status}_gw": row[f"{status}_GW"] for status in COAL_STATUSES}}


def fact_rows(source: Path) -> Iterator[Row]:
    """Facts that publications state; those that our other tables give are left out, and so is a rule of thumb."""
    for row in read_rows(source / "energy_facts.csv"):
        if (row["source"].endswith((".csv", ".csv.gz")) and " " not in row["source"]) or not row["year"]:
            continue
        low, _, high = row["value"].partition("-")
        yield {
            "party": party_of(row["subject"]),
            "measure": row["measure"],
            "period": row["year"],
            "low": low.removeprefix(">"),
            "high": "" if low.startswith(">") else (high or low),
            "unit": row["unit"],
            "basis": row["basis"],
            "source": row["source"].partition("; tracker gives")[0],
            "confidence": row["confidence"],
        }


def level_rows(source: Path) -> Iterator[Row]:
    for row in read_rows(source / "world_levels.csv"):
        if row["source"].endswith(".csv.gz"):
            continue
        yield {
            "publisher": row["publisher"],
            "quantity": row["quantity"],
            "year": row["year"],
            "value_gt": row["value_gt"],
            "low_gt": row["low"],
            "high_gt": row["high"],
            "gwp": row["gwp"],
            "lulucf": row["lulucf"],
            "source": row["source"],
        }


def published_share_rows(source: Path) -> Iterator[Row]:
    """Shares of the world's emissions as their publisher states them, a row for each Party."""
    for row in read_rows(source / "shares_2019_check.csv"):
        publisher, published, _ = row["source"].partition(" (published)")
        if not published:
            continue
        for code in ("CHN", "USA", "IND", "EU27"):
            yield {
                "party": party_of(code),
                "publisher": publisher,
                "year": "2019",
                "percent": row[code],
                "basis": row["basis"],
                "gwp": row["gwp"],
            }


def scenario_rows(source: Path) -> Iterator[Row]:
    """SSP2-4.5 by region, of the world where the source has no regions; without what it has by difference of ships."""
    by_region = [
        (row["region"].replace("WORLD", "WLD"), SCENARIO_VARIABLES[row["variable"].split(" ")[0]], row)
        for row in read_rows(source / "ssp245_r5_by_decade.csv")
        if row["region"] != "BUNKERS" and row["variable"].split(" ")[0] in SCENARIO_VARIABLES
    ]
    of_world = [
        ("WLD", WORLD_VARIABLES[row["variable"]], row)
        for row in read_rows(source / "ssp_world_kyoto_by_decade.csv")
        if row["scenario"] == "ssp245" and row["variable"] in WORLD_VARIABLES
    ]
    for region, (gas, unit), row in sorted([*by_region, *of_world], key=lambda found: found[:2]):
        for year, value in years_of(row).items():
            if year not in UNUSED_YEARS:
                yield {"region": region, "gas": gas, "unit": unit, "year": year, "value": value}


def party_of(code: str) -> str:
    found = code_of(code)
    if found is None:
        raise SystemExit(f"{code} is no code of ours; add it to the shapes of the inventory")
    return found


def years_of(row: Mapping[str, str]) -> Row:
    return {column: cell for column, cell in row.items() if column.isdigit()}


def read_rows(path: Path) -> list[Row]:
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def write_wide(name: str, kind: str, table: Table) -> None:
    (DATA / name).write_bytes(write_table(kind, table))


def write_rows(name: str, rows: Iterable[Row]) -> None:
    kept = list(rows)
    (DATA / name).write_bytes(write_csv(kept[0], kept))


if __name__ == "__main__":
    main(sys.argv[1:])
