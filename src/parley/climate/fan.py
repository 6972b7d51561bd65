"""Warming as a fan chart: a Vega-Lite specification made by Altair, drawn to SVG or PNG without a browser.

The file stands by itself: it carries its own colours on its own paper, so that it reads well in a dark viewer, too.
One scenario or two are drawn with both bands; more are drawn as medians, with their bands as bars at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.climate.fan_layers import BANDED, fan_spec
from parley.climate.fan_layout import Fan, Level, domain_of, first_difference, listed, make_curves, make_levels, short
from parley.climate.summary import Summary
from parley.climate.warming import BASELINE

if TYPE_CHECKING:
    from parley.climate.comparison import Comparison

START = 1900
"""The first year drawn."""

_JUDGED = "; crossings from 20-year means"
_LETTERS = 80
_OBSERVED = "; observed: Indicators of Global Climate Change 2024"


def fan_of_warming(summary: Summary, start: int = START) -> Fan:
    """The chart of a summary. Raises ClimateError when it lacks a quantile of the bands."""
    values = [scenario.warming for scenario in summary]
    names = [scenario.scenario for scenario in summary]
    curves = make_curves(names, summary.scenarios[0].years, values, summary.quantiles, start)
    first, last = summary.baseline
    observed = _observed(summary, curves[0].years)
    values_seen = [value for _, value in observed]
    return Fan(
        title=f"Warming under {listed(names)}",
        subtitle=f"Global surface temperature above {first}–{last} [°C]; {_bands(summary, len(curves))}"
        + ("; dots: observed" if observed else ""),
        warning=_warning(summary),
        source=_source(summary, _JUDGED * summary.smoothed + _OBSERVED * bool(observed)),
        curves=curves,
        levels=make_levels(summary),
        domain=domain_of(curves, (min([0.0, *values_seen]), max([2.1, *values_seen]))),
        observed=observed,
    )


def fan_of_differences(comparison: Comparison) -> Fan:
    """The chart of a comparison: each scenario less the first. Raises ClimateError when it lacks a quantile."""
    differences, summary = comparison.differences, comparison.summary
    names = [difference.scenario for difference in differences]
    values = [difference.warming for difference in differences]
    years = differences[0].years
    curves = make_curves(names, years, values, summary.quantiles, first_difference(years, values))
    return Fan(
        title=f"Warming under {listed(names)}, less that under {short(comparison.base)}",
        subtitle=f"Difference in global surface temperature [°C], member by member; {_bands(summary, len(curves))}",
        warning=_warning(summary),
        source=_source(summary),
        curves=curves,
        levels=(Level(0.0),),
        domain=domain_of(curves, (-0.02, 0.02)),
    )


def fan_svg(fan: Fan) -> str:
    """The chart as SVG markup. Same chart, same bytes."""
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(fan_spec(fan), vl_version=_vega_lite())
    return svg


def fan_png(fan: Fan) -> bytes:
    """The chart as a PNG picture, at twice the size of the SVG."""
    import vl_convert

    png: bytes = vl_convert.vegalite_to_png(fan_spec(fan), vl_version=_vega_lite(), scale=2)
    return png


def _vega_lite() -> str:
    """The version of Vega-Lite that Altair writes."""
    import altair as alt

    return ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])


def _bands(summary: Summary, curves: int) -> str:
    if curves <= BANDED:
        return f"median, 17–83 % and 5–95 % of {summary.members} members"
    return f"medians of {summary.members} members, with bars for 17–83 % and 5–95 % of them"


def _warning(summary: Summary) -> str:
    return "Provisional ensemble, not calibrated: do not rely on these odds." if summary.provisional else ""


def _source(summary: Summary, further: str = "") -> tuple[str, str]:
    from parley.version import __version__

    editions = short(", ".join(dict.fromkeys(scenario.natural for scenario in summary)), _LETTERS)
    varied = "; with internal variability" if summary.smoothed else ""
    ensemble = short(summary.ensemble, _LETTERS)
    return f"Parley {__version__}; ensemble: {ensemble}{varied}", f"Solar and volcanic forcing: {editions}{further}"


def _observed(summary: Summary, years: tuple[int, ...]) -> tuple[tuple[int, float], ...]:
    """Observed warming of the years drawn [K]; nothing when the baseline is not that of the observations."""
    if summary.baseline != BASELINE:
        return ()
    from parley.climate.calibration.observations import load_series

    series = load_series("gmst")
    seen = zip(series.years.tolist(), series.values.tolist(), strict=True)
    return tuple((year, value) for year, value in seen if years[0] <= year <= years[-1])
