"""``parley climate compare``: what one scenario warms less, or more, than another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.climate_options import (
    DEFAULT,
    ComparisonFormat,
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
    Running,
    SeedOption,
    StartOption,
    ThreadsOption,
    VariabilityOption,
    check_start,
    kind_of_plot,
    run_scenarios,
)
from parley.cli.climate_output import Cells, ensemble_words, ranged, write_csv, write_json, write_plot, write_table
from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.climate.comparison import Comparison

ScenariosArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="SCENARIO",
        help="Two or more packaged scenarios, or scenarios of --emissions; all are compared with the first.",
        show_default=False,
    ),
]
FormatOption = Annotated[ComparisonFormat, typer.Option("--format", help="How to write the comparison.")]

_SHOWN_YEARS = (2030, 2050, 2100)


def compare(
    scenarios: ScenariosArgument,
    emissions: EmissionsOption = None,
    form: FormatOption = ComparisonFormat.TABLE,
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
    """Compare scenarios: how much more or less they warm than the first.

    The same members run every scenario, so that the difference is taken member by member: it is far surer than either
    warming. Odds are compared as they are. --plot draws the differences.
    """
    kind, first = kind_of_plot(plot), check_start(start, end)
    if len(scenarios) < 2:
        raise UsageError(f"{scenarios[0]} alone cannot be compared; name another scenario after it")
    chosen = Emissions(emissions, model, harmonise, fill_from, tuple(ignore or ()), interpolate, native_units)
    result = run_scenarios(
        scenarios, chosen, Running(ensemble, end, threads, internal_variability, seed), ("temperature",)
    )
    from parley.climate.comparison import compare as compare_scenarios

    comparison = compare_scenarios(result)
    if plot is not None and kind is not None:
        from parley.climate.fan import fan_of_differences

        write_plot(fan_of_differences(comparison if start is None else comparison.since(start)), plot, kind)
    _write(comparison, form, first)


def _write(comparison: Comparison, form: ComparisonFormat, first: int) -> None:
    match form:
        case ComparisonFormat.TABLE:
            names = [difference.scenario for difference in comparison.differences]
            write_table(_title(comparison), names, _table_rows(comparison))
        case ComparisonFormat.CSV:
            from parley.climate.comparison import ROW_COLUMNS

            write_csv(ROW_COLUMNS, (row.values() for row in comparison.since(first).rows()))
        case ComparisonFormat.JSON:
            write_json(comparison.since(first).to_dict())


def _title(comparison: Comparison) -> str:
    summary = comparison.summary
    what = f"Warming less that of {comparison.base} in °C, member by member: median (5 to 95 %) of {summary.members}"
    return f"{what} members; ensemble: {ensemble_words(summary)}"


def _table_rows(comparison: Comparison) -> Iterator[Cells]:
    summary, differences = comparison.summary, comparison.differences
    places = [summary.quantiles.index(quantile) for quantile in (0.5, 0.05, 0.95)]
    years = differences[0].years.tolist()
    for year in [year for year in _SHOWN_YEARS if year <= years[-1]] or [years[-1]]:
        columns = [difference.warming[:, years.index(year)] for difference in differences]
        yield str(year), [ranged(*(_signed(values[place]) for place in places)) for values in columns]
    yield "peak", [ranged(*(_signed(difference.peak[place]) for place in places)) for difference in differences]
    for level in differences[0].odds_below:
        cells = []
        for difference in differences:
            before, after = (summary[name].limit(level).below for name in (comparison.base, difference.scenario))
            cells.append(_change(before, after))
        yield f"stays below {level:g} °C", cells


def _signed(value: float) -> str:
    words = f"{value:+.2f}"
    return words.replace("-", "−") if float(words) else "0.00"


def _change(before: float, after: float) -> str:
    from parley.climate.fan_layout import percent

    return f"{percent(before)} → {percent(after)}"
