"""Make the packaged tables of reference figures from a folder of source figures.

    python scripts/inventory_tables.py FOLDER

writes ``src/parley/inventory/data``. Figures are digit for digit those of the sources; layout, names and codes are
ours: one row for each Party and quantity, one column for each year, an empty cell where there is no figure. What each
table is, and where its figures come from, is said in ``datapackage.json`` beside them, which is kept by hand, as is
``gdp_market.csv``.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "parley" / "inventory" / "data"

Row = dict[str, str]
Wide = dict[tuple[str, str], Row]

# Codes of the sources that are not ours. AIR and SEA are international bunkers; SUN is the Soviet Union, ISO 3166-3.
CODES = {
    "WORLD": "WLD",
    "EU27": "EUU",
    "INTL_AVIATION": "AIR",
    "INTL_SHIPPING": "SEA",
    "OWID_KOS": "XKX",
    "OWID_USS": "SUN",
    "ANT": "CUW",
}
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
CARBON_COLUMNS = {
    "co2": "fossil_co2_mt",
    "coal_co2": "coal_co2_mt",
    "oil_co2": "oil_co2_mt",
    "gas_co2": "gas_co2_mt",
    "cement_co2": "cement_co2_mt",
    "flaring_co2": "flaring_co2_mt",
    "other_industry_co2": "other_industry_co2_mt",
    "consumption_co2": "consumption_co2_mt",
    "land_use_change_co2": "land_co2_mt",
    "methane": "ch4_mtco2e",
    "nitrous_oxide": "n2o_mtco2e",
    "total_ghg": "ghg_mtco2e",
    "population": "population",
    "gdp": "gdp_ppp_usd2011",
    "primary_energy_consumption": "primary_energy_twh",
}
LAND_MODELS = {"BLUE": "BLUE", "H&C2023": "H&C2023", "OSCAR": "OSCAR", "LUCE": "LUCE", "mean": "mean"}
ELECTRICITY = ("coal", "gas", "oil", "nuclear", "hydro", "wind", "solar", "other_renewables", "total")
PRIMARY = ("coal", "gas", "oil", "nuclear", "hydro", "wind", "solar", "biofuels", "geo_biomass_other", "total")
COAL_STATUSES = (
    *("operating", "construction", "permitted", "pre_permit", "announced", "shelved"),
    *("mothballed", "cancelled", "retired"),
)
COAL_YEARLY = {"operating_GW": "operating", "added_GW": "added", "retired_GW": "retired"}

BEFORE = "before_1850"


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


def edgar_rows(source: Path) -> Wide:
    """MtCO2e under AR5 GWP100, by Party and gas."""
    return {
        (code_of(row["iso3"]), EDGAR_GASES[row["gas"]]): years_of(row)
        for row in read_rows(source / "edgar2024_by_gas.csv.gz")
    }


def edgar_sector_rows(source: Path) -> Wide:
    """MtCO2e of all gases by Party and sector: the sum of the gases' rows."""
    sums: dict[tuple[str, str], dict[str, float]] = {}
    for row in read_rows(source / "edgar2024_by_sector_gas.csv.gz"):
        total = sums.setdefault((code_of(row["iso3"]), row["sector"]), {})
        for year, cell in years_of(row).items():
            if cell:
                total[year] = total.get(year, 0.0) + float(cell)
    return {key: {year: f"{value:.3f}" for year, value in total.items()} for key, total in sums.items()}


def climate_watch_rows(source: Path) -> Wide:
    """MtCO2e of all gases by Party and basis."""
    return {
        (code_of(row["ISO"]), CLIMATE_WATCH_BASES[row["Sector"]]): years_of(row)
        for row in read_rows(source / "climatewatch_ghg_1990_2020.csv.gz")
        if row["Sector"] in CLIMATE_WATCH_BASES
    }


def carbon_rows(source: Path) -> Wide:
    """The columns that we use of the long table of Our World in Data, turned by year."""
    table: Wide = {}
    for row in read_rows(source / "owid_co2_by_country_year.csv.gz"):
        party = code_of(row["iso3"])
        for theirs, ours in CARBON_COLUMNS.items():
            if row[theirs]:
                table.setdefault((party, ours), {})[row["year"]] = row[theirs].removesuffix(".0")
        if row["year"] == "1850" and (earlier := emitted_before(row)):
            table.setdefault((party, "fossil_co2_mt"), {})[BEFORE] = earlier
    return table


def emitted_before(row: Row) -> str:
    """Fossil CO2 up to 1849, which the source has only inside its cumulative figure of 1850."""
    if not row["cumulative_co2"]:
        return ""
    earlier = float(row["cumulative_co2"]) - float(row["co2"] or 0)
    return f"{earlier:.3f}" if earlier > 0.0005 else ""


def land_rows(source: Path) -> Wide:
    """MtCO2 of land use by Party and bookkeeping model, and the mean that the source gives."""
    table: Wide = {}
    for row in read_rows(source / "gcb2024_lulucf_co2.csv.gz"):
        if row["country"] in UNPLACED:
            continue
        party = code_of(row["iso3"] or NAMED[row["country"]])
        for theirs, ours in LAND_MODELS.items():
            table.setdefault((party, ours), {})[row["year"]] = row[theirs]
    return table


def energy_rows(path: Path, fuels: Sequence[str]) -> Wide:
    """TWh by Party and fuel."""
    table: Wide = {}
    for row in read_rows(path):
        for fuel in fuels:
            if row[fuel]:
                table.setdefault((code_of(row["iso3"]), fuel), {})[row["year"]] = row[fuel]
    return table


def coal_year_rows(source: Path) -> Wide:
    """GW by Party and quantity."""
    table: Wide = {}
    for row in read_rows(source / "gem_coal_capacity_by_year.csv"):
        for theirs, ours in COAL_YEARLY.items():
            table.setdefault((code_of(row["iso3"]), ours), {})[row["year"]] = row[theirs]
    return table


def coal_status_rows(source: Path) -> Iterator[Row]:
    for row in sorted(read_rows(source / "gem_coal_status_2023-07.csv"), key=lambda row: code_of(row["iso3"])):
        yield {"party": code_of(row["iso3"]), **{f"{status}_gw": row[f"{status}_GW"] for status in COAL_STATUSES}}


def fact_rows(source: Path) -> Iterator[Row]:
    """Facts that publications state; those that our other tables give are left out, and so is a rule of thumb."""
    for row in read_rows(source / "energy_facts.csv"):
        if (row["source"].endswith((".csv", ".csv.gz")) and " " not in row["source"]) or not row["year"]:
            continue
        low, _, high = row["value"].partition("-")
        yield {
            "party": code_of(row["subject"]),
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


def code_of(code: str) -> str:
    return CODES.get(code, code)


def years_of(row: Mapping[str, str]) -> Row:
    return {column: cell for column, cell in row.items() if column.isdigit()}


def read_rows(path: Path) -> list[Row]:
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def write_wide(name: str, key: str, table: Wide) -> None:
    """Write a table with a row for each Party and key, sorted, and a column for each year."""
    columns = sorted(
        {column for row in table.values() for column in row}, key=lambda column: (column != BEFORE, column)
    )
    rows = ({"party": party, key: value, **row} for (party, value), row in sorted(table.items()) if any(row.values()))
    write_rows(name, rows, ("party", key, *columns))


def write_rows(name: str, rows: Iterable[Row], columns: Sequence[str] = ()) -> None:
    """Write a table, gzipped where its name says so, the same bytes each time."""
    lines = io.StringIO()
    kept = list(rows)
    writer = csv.DictWriter(lines, columns or tuple(kept[0]), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept)
    content = lines.getvalue().encode()
    (DATA / name).write_bytes(gzip.compress(content, 9, mtime=0) if name.endswith(".gz") else content)


if __name__ == "__main__":
    main(sys.argv[1:])
