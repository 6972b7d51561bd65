"""Files as publishers offer them, made small: one country, the EU's Germany, the world, bunkers."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from parley.inventory.shapes import CARBON_COLUMNS, EDGAR_SHEET, EDGAR_SUBSTANCES, ELECTRICITY_COLUMNS, FOSSIL_COLUMNS

LAST = 2025
OWID_ROWS = (("China", "CHN"), ("Germany", "DEU"), ("World", ""), ("Asia", ""), ("International aviation", ""))
GCB_ROWS = (("China", "CHN"), ("Germany", "DEU"), ("Global", "WLD"), ("Kuwaiti Oil Fires", "XIS"))
EDGAR_ROWS = (("China", "CHN"), ("EU27", "EU27"), ("GLOBAL TOTAL", "GLOBAL TOTAL"), ("International Shipping", "SEA"))


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    lines = io.StringIO()
    writer = csv.DictWriter(lines, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue().encode()


def make_owid_co2(last: int = LAST, value: float = 100.0) -> bytes:
    """Each figure of a year is ``value``; the cumulative one of 1850 has 7 of the years before."""
    figures = dict.fromkeys(CARBON_COLUMNS, value)
    rows = [
        {
            "country": name,
            "iso_code": code,
            "year": year,
            **figures,
            "cumulative_co2": value + 7 if year == 1850 else "",
        }
        for name, code in OWID_ROWS
        for year in (1849, 1850, 2019, last)
    ]
    return csv_bytes(["country", "year", "iso_code", *CARBON_COLUMNS, "cumulative_co2", "trade_co2"], rows)


def make_owid_energy(last: int = LAST) -> bytes:
    figures = {**dict.fromkeys(ELECTRICITY_COLUMNS, 1.0), "electricity_generation": 8.0}
    rows = [
        {"country": name, "iso_code": code, "year": year, **figures}
        for name, code in OWID_ROWS
        for year in (2000, last)
    ]
    return csv_bytes(["country", "year", "iso_code", *ELECTRICITY_COLUMNS], rows)


def make_gcb_fossil(last: int = LAST, value: float = 50.0) -> bytes:
    rows = [
        {"Country": name, "ISO 3166-1 alpha-3": code, "Year": year, **dict.fromkeys(FOSSIL_COLUMNS, value)}
        for name, code in GCB_ROWS
        for year in (1800, 1990, last)
    ]
    columns = ["Country", "ISO 3166-1 alpha-3", "UN M49", "Year", *FOSSIL_COLUMNS, "Per Capita"]
    return csv_bytes(columns, rows)


def make_edgar(last: int = LAST, sheet: str = EDGAR_SHEET, substances: Iterable[str] = EDGAR_SUBSTANCES) -> bytes:
    """Each gas of each of two sectors is 1 in 1970 and 2 in the last year."""
    rows: list[list[str | float]] = [["Substance", "Sector", "EDGAR Country Code", "Country", "1970", str(last)]]
    for gas in substances:
        for sector in ("Transport", "Processes", "Waste", "Agriculture", "Buildings", "Fuel Exploitation"):
            rows += [[gas, sector, code, name, 1.0, 2.0] for name, code in EDGAR_ROWS]
        for sector in ("Industrial Combustion", "Power Industry"):
            rows += [[gas, sector, code, name, 1.0, 2.0] for name, code in EDGAR_ROWS]
    rows.append(["Source: a footnote that is no row"])
    return make_xlsx({"info": [["nothing"]], sheet: rows})


def make_xlsx(sheets: Mapping[str, Sequence[Sequence[str | float]]]) -> bytes:
    """A workbook with shared strings, as spreadsheet programs write them."""
    strings: list[str] = []
    book = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(book, "w") as file:
        names = "".join(
            f'<sheet name="{escape(name)}" sheetId="{place}" r:id="rId{place}"/>'
            for place, name in enumerate(sheets, 1)
        )
        file.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{names}</sheets></workbook>'
        )
        targets = "".join(
            f'<Relationship Id="rId{place}" Target="worksheets/sheet{place}.xml"/>'
            for place in range(1, len(sheets) + 1)
        )
        file.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{targets}</Relationships>")
        for place, rows in enumerate(sheets.values(), 1):
            body = "".join(_row_xml(number, row, strings) for number, row in enumerate(rows, 1))
            file.writestr(
                f"xl/worksheets/sheet{place}.xml",
                f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
            )
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        file.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{items}</sst>')
    return book.getvalue()


def _row_xml(number: int, row: Sequence[str | float], strings: list[str]) -> str:
    cells = []
    for place, value in enumerate(row):
        where = f"{chr(ord('A') + place)}{number}"
        if isinstance(value, str):
            strings.append(value)
            cells.append(f'<c r="{where}" t="s"><v>{len(strings) - 1}</v></c>')
        else:
            cells.append(f'<c r="{where}"><v>{value}</v></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'
