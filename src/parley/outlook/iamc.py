"""World emissions and warming of an outlook as IAMC rows: model, scenario, region, variable, unit, a column a year."""

from __future__ import annotations

from collections.abc import Iterator

from parley.outlook.odds import QUANTILES, THRESHOLDS_K
from parley.outlook.outlook import Outlook
from parley.pathways.axes import CH4, CO2_FFI, CO2_LAND, F_GASES, N2O, FloatArray, place, total
from parley.version import __version__

MODEL = f"Parley v{__version__}"
WORLD = "World"
FIRST_COLUMNS = ("model", "scenario", "region", "variable", "unit")
_GASES = (
    (CO2_FFI, "Emissions|CO2|Energy and Industrial Processes", "Mt CO2/yr"),
    (CO2_LAND, "Emissions|CO2|AFOLU", "Mt CO2/yr"),
    (CH4, "Emissions|CH4", "Mt CH4/yr"),
    (N2O, "Emissions|N2O", "kt N2O/yr"),
    (F_GASES, "Emissions|F-Gases", "Mt CO2-equiv/yr"),
)
_TO_UNIT = {N2O: 1e3}
_DIGITS = 4

Row = tuple[str | float, ...]


def header(outlook: Outlook) -> tuple[str, ...]:
    """The names of the columns."""
    return FIRST_COLUMNS + tuple(str(year) for year in outlook.warming.years)


def rows(outlook: Outlook) -> Iterator[Row]:
    """The world met with history, every Party as its inventory counts, warming by quantile and odds by year's end."""
    for variable, unit, values in _emission_rows(outlook.emissions):
        yield _row(outlook, WORLD, variable, unit, values)
    for party, pathway in outlook.world.pathways.items():
        for variable, unit, values in _emission_rows(pathway.emissions[0]):
            yield _row(outlook, party, variable, unit, values)
    for quantile, values in zip(QUANTILES, outlook.warming.by_quantile, strict=True):
        name = f"AR6 climate diagnostics|Surface Temperature (GSAT)|{MODEL}|{100 * quantile:.1f}th Percentile"
        yield (*_names(outlook, WORLD, name, "K"), *(round(float(value), _DIGITS) for value in values))
    for threshold, odds in zip(THRESHOLDS_K, outlook.warming.exceeded, strict=True):
        name = f"AR6 climate diagnostics|Exceedance Probability {threshold:.1f}C|{MODEL}"
        yield (*_names(outlook, WORLD, name, ""), *(round(float(value), _DIGITS) for value in odds))


def _emission_rows(emissions: FloatArray) -> Iterator[tuple[str, str, FloatArray]]:
    for gas, variable, unit in _GASES:
        yield variable, unit, emissions[gas] * _TO_UNIT.get(gas, 1.0)
    yield "Emissions|CO2", "Mt CO2/yr", emissions[CO2_FFI] + emissions[CO2_LAND]
    yield "Emissions|Kyoto Gases", "Mt CO2-equiv/yr", total(emissions)


def _row(outlook: Outlook, region: str, variable: str, unit: str, values: FloatArray) -> Row:
    first = place(int(outlook.warming.years[0]))
    shown = values[first : first + outlook.warming.years.size]
    return (*_names(outlook, region, variable, unit), *(round(float(value), _DIGITS) for value in shown))


def _names(outlook: Outlook, region: str, variable: str, unit: str) -> tuple[str, ...]:
    return MODEL, outlook.name, region, variable, unit
