"""From the files that publishers offer to our wide tables.

A wide table has a row for each Party and kind and a column for each year. Figures stay digit for digit as published.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Iterable, Mapping

from parley.errors import InventoryError
from parley.inventory.members import AVIATION, EU, SHIPPING, SOVIET_UNION, WORLD
from parley.inventory.xlsx import read_sheet
from parley.terms.parties import parties

Row = dict[str, str]
Table = dict[tuple[str, str], Row]
Rows = Iterable[Mapping[str, str]]

BEFORE = "before_1850"

# Codes and names of publishers that are not our codes.
CODES = {
    **dict.fromkeys(("WORLD", "OWID_WRL", "GLOBAL", "World", "Global", "GLOBAL TOTAL"), WORLD),
    **dict.fromkeys(("EU27", "OWID_EU27", "European Union (27)"), EU),
    **dict.fromkeys(("INTL_AVIATION", "International aviation", "International Aviation"), AVIATION),
    **dict.fromkeys(("INTL_SHIPPING", "International shipping", "International Shipping"), SHIPPING),
    **dict.fromkeys(("OWID_KOS", "Kosovo"), "XKX"),
    **dict.fromkeys(("OWID_USS", "USSR"), SOVIET_UNION),
    "ANT": "CUW",
}
_OTHERS = ("SCG", *CODES.values())

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
# From 2025 on the source counts energy supply in place of the substitution method: another figure, not a newer one.
_CHANGED = "primary_energy_consumption"
FOSSIL_COLUMNS = {
    "Total": "fossil_co2_mt",
    "Coal": "coal_co2_mt",
    "Oil": "oil_co2_mt",
    "Gas": "gas_co2_mt",
    "Cement": "cement_co2_mt",
    "Flaring": "flaring_co2_mt",
    "Other": "other_industry_co2_mt",
}
ELECTRICITY_COLUMNS = {
    "coal_electricity": "coal",
    "gas_electricity": "gas",
    "oil_electricity": "oil",
    "nuclear_electricity": "nuclear",
    "hydro_electricity": "hydro",
    "wind_electricity": "wind",
    "solar_electricity": "solar",
    "other_renewable_electricity": "other_renewables",
    "electricity_generation": "total",
}
EDGAR_SUBSTANCES = {
    "CO2": "CO2",
    "GWP_100_AR5_CH4": "CH4",
    "GWP_100_AR5_N2O": "N2O",
    "GWP_100_AR5_F-gases": "F-gases",
}
EDGAR_SHEET = "GHG_by_sector_and_country"

# Of each format: the file as bytes, and a function that gives a table of ours as it is now.
Shape = Callable[[bytes, Callable[[str], str]], dict[str, bytes]]


def code_of(*names: str) -> str | None:
    """Our code for a row, from its code or its name; None for continents, income groups and other sums."""
    for name in names:
        code = CODES.get(name, name)
        if code in _OTHERS or (code in parties() and not parties()[code].is_group):
            return code
    return None


def shape_owid_co2(content: bytes, current: Callable[[str], str]) -> dict[str, bytes]:
    """``owid-co2-data.csv`` of Our World in Data."""
    columns = {theirs: ours for theirs, ours in CARBON_COLUMNS.items() if theirs != _CHANGED}
    table = carbon_table(_csv_rows(content), columns)
    kept = CARBON_COLUMNS[_CHANGED]
    table.update({key: row for key, row in read_table(current("carbon.csv.gz")).items() if key[1] == kept})
    return {"carbon.csv.gz": write_table("quantity", table)}


def carbon_table(rows: Rows, columns: Mapping[str, str]) -> Table:
    """The long table of Our World in Data, turned by year, and what its cumulative figure of 1850 says of before."""
    table: Table = {}
    for row in rows:
        party = code_of(row.get("iso_code") or row.get("iso3") or "", row["country"])
        if party is None or int(row["year"]) < 1850:
            continue
        for theirs, ours in columns.items():
            if row[theirs]:
                table.setdefault((party, ours), {})[row["year"]] = row[theirs].removesuffix(".0")
        if row["year"] == "1850" and (earlier := _emitted_before(row)):
            table.setdefault((party, "fossil_co2_mt"), {})[BEFORE] = earlier
    return table


def shape_gcb_fossil(content: bytes, current: Callable[[str], str]) -> dict[str, bytes]:
    """The flat file of fossil CO2 of the Global Carbon Project (``GCB…_MtCO2_flat.csv``); all else stays."""
    fresh: Table = {}
    for row in _csv_rows(content):
        party = code_of(row["ISO 3166-1 alpha-3"], row["Country"])
        if party is None or int(row["Year"]) < 1850:
            continue
        for theirs, ours in FOSSIL_COLUMNS.items():
            if row[theirs]:
                fresh.setdefault((party, ours), {})[row["Year"]] = row[theirs]
    for kind in FOSSIL_COLUMNS.values():
        fresh.setdefault((EU, kind), _sum_of_members(fresh, kind))
    table = read_table(current("carbon.csv.gz"))
    for key, figures in fresh.items():
        before = {BEFORE: earlier} if (earlier := table.get(key, {}).get(BEFORE)) else {}
        table[key] = {**before, **figures}
    return {"carbon.csv.gz": write_table("quantity", table)}


def shape_owid_energy(content: bytes, _: Callable[[str], str]) -> dict[str, bytes]:
    """``owid-energy-data.csv`` of Our World in Data: electricity by fuel."""
    table: Table = {}
    for row in _csv_rows(content):
        party = code_of(row["iso_code"], row["country"])
        if party is None:
            continue
        for theirs, ours in ELECTRICITY_COLUMNS.items():
            if row[theirs]:
                table.setdefault((party, ours), {})[row["year"]] = row[theirs]
    return {"electricity.csv.gz": write_table("fuel", table)}


def shape_edgar(content: bytes, _: Callable[[str], str]) -> dict[str, bytes]:
    """The booklet of EDGAR (``EDGAR_…_GHG_booklet_….xlsx``), sheet by sector and country."""
    gases: dict[tuple[str, str], dict[str, float]] = {}
    by_sector: dict[tuple[str, str], dict[str, float]] = {}
    for row in read_sheet(content, EDGAR_SHEET):
        gas = EDGAR_SUBSTANCES.get(row["Substance"])
        party = code_of(row["EDGAR Country Code"], row["Country"])
        if gas is None or party is None:
            continue
        for year, cell in row.items():
            if year.isdigit() and cell:
                for sums in (gases.setdefault((party, gas), {}), gases.setdefault((party, "GHG"), {})):
                    sums[year] = sums.get(year, 0.0) + float(cell)
                sector = by_sector.setdefault((party, row["Sector"]), {})
                sector[year] = sector.get(year, 0.0) + float(cell)
    return {
        "edgar_emissions.csv.gz": write_table("gas", rounded(gases)),
        "edgar_sectors.csv.gz": write_table("sector", rounded(by_sector)),
    }


SHAPES: dict[str, Shape] = {
    "owid-co2": shape_owid_co2,
    "owid-energy": shape_owid_energy,
    "gcb-fossil": shape_gcb_fossil,
    "edgar": shape_edgar,
}


def rounded(sums: Mapping[tuple[str, str], Mapping[str, float]]) -> Table:
    """Sums as cells, to the thousandth."""
    return {key: {year: f"{value:.3f}" for year, value in row.items()} for key, row in sums.items()}


def write_table(kind: str, table: Table) -> bytes:
    """A wide table as gzipped csv: rows and columns sorted, the same bytes each time.

    Raises InventoryError when it is empty.
    """
    columns = sorted(
        {column for row in table.values() for column in row}, key=lambda column: (column != BEFORE, column)
    )
    if not columns:
        raise InventoryError("there is no figure of any Party in it")
    rows = ({"party": party, kind: value, **row} for (party, value), row in sorted(table.items()) if any(row.values()))
    return gzip.compress(write_csv(("party", kind, *columns), rows), 9, mtime=0)


def write_csv(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Rows as csv, an empty cell where a row lacks a column."""
    lines = io.StringIO()
    writer = csv.DictWriter(lines, tuple(columns), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue().encode()


def read_table(text: str) -> Table:
    """A wide table of ours, its empty cells left out."""
    header, *lines = csv.reader(io.StringIO(text))
    return {
        (party, kind): {column: cell for column, cell in zip(header[2:], cells, strict=True) if cell}
        for party, kind, *cells in lines
    }


def _csv_rows(content: bytes) -> Iterable[Mapping[str, str]]:
    return csv.DictReader(io.StringIO(content.decode("utf-8-sig")))


def _emitted_before(row: Mapping[str, str]) -> str:
    """Fossil CO2 up to 1849, which the source has only inside its cumulative figure of 1850."""
    if not row["cumulative_co2"]:
        return ""
    earlier = float(row["cumulative_co2"]) - float(row["co2"] or 0)
    return f"{earlier:.3f}" if earlier > 0.0005 else ""


def _sum_of_members(table: Table, kind: str) -> Row:
    """The EU as the sum of its members, in the years in which any has a figure."""
    sums: dict[str, float] = {}
    for member in parties()[EU].members:
        for year, cell in table.get((member, kind), {}).items():
            sums[year] = sums.get(year, 0.0) + float(cell)
    return {year: f"{value:.3f}" for year, value in sums.items()}
