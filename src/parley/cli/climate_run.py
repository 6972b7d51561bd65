"""``parley climate run``: scenarios to warming, with its odds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.climate_options import (
    DEFAULT,
    Emissions,
    EmissionsOption,
    EndOption,
    EnsembleOption,
    FillOption,
    HarmoniseOption,
    IgnoreOption,
    InterpolateOption,
    ModelOption,
    NativeOption,
    PlotOption,
    ResultFormat,
    Running,
    SeedOption,
    StartOption,
    ThreadsOption,
    VariabilityOption,
    check_start,
    kind_of_plot,
    run_scenarios,
)
from parley.cli.climate_output import (
    Cells,
    ensemble_words,
    number,
    ranged,
    write_csv,
    write_json,
    write_plot,
    write_table,
)
from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.climate import Result, Summary
    from parley.climate.bands import Band
    from parley.climate.iamc import Row

ScenariosArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SCENARIO",
        help="Packaged scenarios such as ssp245, or scenarios of --emissions; if none is named, all of that file.",
        show_default=False,
    ),
]
OutputsOption = Annotated[
    str,
    typer.Option(
        "--outputs",
        metavar="NAMES",
        help="What to write, with commas: temperature, erf, erf_by_agent, concentration, ocean_heat.",
    ),
]
FormatOption = Annotated[ResultFormat, typer.Option("--format", help="How to write the result.")]

_SHOWN_YEARS = (2030, 2050, 2100)
_DIGITS = 7


def run(
    scenarios: ScenariosArgument = None,
    emissions: EmissionsOption = None,
    outputs: OutputsOption = "temperature",
    form: FormatOption = ResultFormat.TABLE,
    plot: PlotOption = None,
    ensemble: EnsembleOption = DEFAULT,
    start: StartOption = None,
    end: EndOption = 2100,
    harmonise: HarmoniseOption = DEFAULT,
    fill_from: FillOption = None,
    model: ModelOption = None,
    ignore: IgnoreOption = None,
    interpolate: InterpolateOption = False,
    native_units: NativeOption = False,
    internal_variability: VariabilityOption = False,
    seed: SeedOption = 0,
    threads: ThreadsOption = None,
) -> None:
    """Run scenarios: how much they warm, and how surely.

    Writes warming above 1850–1900 with its 5 to 95 % range, odds of staying below 1.5, 2 and 3 °C, and when these are
    crossed. --plot draws a fan chart. What was done to the emissions, and what to beware of, is said on standard error.
    """
    kind, first, asked = kind_of_plot(plot), check_start(start, end), _outputs(outputs)
    chosen = Emissions(emissions, model, harmonise, fill_from, tuple(ignore or ()), interpolate, native_units)
    result = run_scenarios(scenarios or (), chosen, Running(ensemble, end, threads, internal_variability, seed), asked)
    from parley.climate import summarise

    summary = summarise(result)
    if plot is not None and kind is not None:
        from parley.climate.fan import START, fan_of_warming

        write_plot(fan_of_warming(summary, START if start is None else start), plot, kind)
    _write(result, summary, form, first, model)


def _outputs(option: str) -> tuple[str, ...]:
    """The outputs asked for; temperature always is. Raises UsageError for an unknown one."""
    from parley.climate.result import OUTPUTS

    names = [name.strip() for name in option.split(",") if name.strip()]
    for name in names:
        if name not in OUTPUTS:
            raise UsageError(f"--outputs {name!r} is not known; give some of {', '.join(OUTPUTS)}")
    return tuple(dict.fromkeys(["temperature", *names]))


def _write(result: Result, summary: Summary, form: ResultFormat, first: int, model: str | None) -> None:
    from parley.climate.bands import find_bands

    match form:
        case ResultFormat.TABLE:
            bands = list(find_bands(result, summary.quantiles))
            write_table(_title(summary), [found.scenario for found in summary], _table_rows(summary, bands))
        case ResultFormat.CSV:
            from parley.climate.summary import ROW_COLUMNS

            kept = (band.since(first) for band in find_bands(result, summary.quantiles))
            rows = (*summary.since(first).rows(), *(row for band in kept for row in band.rows()))
            write_csv(ROW_COLUMNS, (row.values() for row in rows))
        case ResultFormat.JSON:
            write_json(_json(result, summary.since(first), first))
        case ResultFormat.IAMC:
            _write_iamc(result, model, first)


def _title(summary: Summary) -> str:
    first, last = summary.baseline
    what = f"Warming above {first}–{last} in °C: median (5 to 95 %) of {summary.members} members"
    return f"{what}; ensemble: {ensemble_words(summary)}"


def _table_rows(summary: Summary, bands: list[Band]) -> Iterator[Cells]:
    from parley.climate.fan_layout import percent

    places = [summary.quantiles.index(quantile) for quantile in (0.5, 0.05, 0.95)]
    scenarios, last = summary.scenarios, int(summary.scenarios[0].years[-1])
    for year in [year for year in _SHOWN_YEARS if year <= last] or [last]:
        warming = [found.warming_in(year) for found in scenarios]
        yield str(year), [ranged(*(number(values[place]) for place in places)) for values in warming]
    yield "peak", [ranged(*(number(found.peak[place]) for place in places)) for found in scenarios]
    yield "year of peak", [ranged(*(_year(found.peak_year[place]) for place in places)) for found in scenarios]
    levels = [limit.threshold_k for limit in scenarios[0].limits]
    for level in levels:
        yield f"stays below {level:g} °C", [percent(found.limit(level).below) for found in scenarios]
    for level in levels:
        crossing = [found.limit(level).crossing for found in scenarios]
        yield f"crosses {level:g} °C", [ranged(*(_year(years[place]) for place in places)) for years in crossing]
    end = min(last, _SHOWN_YEARS[-1])
    for name in dict.fromkeys(band.name for band in bands):
        alike = [band for band in bands if band.name == name]
        cells = [[_figures(band.values[place, end - int(band.years[0])]) for place in places] for band in alike]
        yield f"{name} in {end} [{alike[0].unit}]", [ranged(*cell) for cell in cells]


def _figures(value: float) -> str:
    """Four significant figures, zeros included."""
    return f"{value:#.4g}".rstrip(".").replace("-", "−")


def _year(year: int | None) -> str:
    return "never" if year is None else str(year)


def _json(result: Result, summary: Summary, first: int) -> dict[str, object]:
    from parley.climate.bands import find_bands
    from parley.version import __version__

    content = summary.to_dict()
    outputs: dict[str, list[dict[str, object]]] = {name: [] for name in result.scenarios}
    for band in find_bands(result, summary.quantiles):
        outputs[band.scenario].append(band.since(first).to_dict())
    for scenario in content["scenarios"]:
        scenario["outputs"] = outputs[scenario["name"]]
    engine = {
        "version": __version__,
        "fair_compatible": result.fair_compatible,
        "internal_variability": result.internal_variability,
        "seed": result.seed,
    }
    return {"parley": engine, **content}


def _write_iamc(result: Result, model: str | None, first: int) -> None:
    from parley.climate.iamc import iamc_rows, written_years

    years = written_years(result)
    kept = years >= first
    rows = (_iamc_cells(row, model or "unspecified", row.values[kept].tolist()) for row in iamc_rows(result))
    write_csv(("model", "scenario", "region", "variable", "unit", *map(str, years[kept])), rows)


def _iamc_cells(row: Row, model: str, values: list[float]) -> list[str | float]:
    return [model, row.scenario, "World", row.variable, row.unit, *map(_digits, values)]


def _digits(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
