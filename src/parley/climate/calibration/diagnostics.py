"""A page to look at after a calibration: one HTML file with its own style and pictures, light and dark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from numpy.typing import NDArray

from parley.climate.calibration.chain import Calibration
from parley.climate.calibration.past import past_bands, past_warming, run_past_of
from parley.climate.calibration.pictures import (
    Densities,
    ParameterRow,
    density_svg,
    parameters_svg,
    past_svg,
    scenarios_svg,
    sensitivity_svg,
)
from parley.climate.calibration.prior_run import BATCH
from parley.climate.calibration.priors import draw_priors
from parley.climate.calibration.report import (
    SHARES,
    Range,
    ScenarioRow,
    TargetRow,
    digits_of,
    published,
    scenario_rows,
    target_rows,
    words,
)
from parley.errors import CalibrationError
from parley.version import __version__

Array = NDArray[np.float64]

_BINS = 80
_WIDER = 0.75
"""How far a picture of densities goes beyond the target's 5 to 95 % range, in its widths."""
_PRIOR_BATCH = 2_000_000
"""A batch of priors to draw parameters' ranges from, of its own."""
_READABLE = {
    "gamma_autocorrelation": "forgetting of stochastic forcing",
    "ocean_heat_transfer[0]": "climate feedback",
    "ocean_heat_transfer[1]": "heat exchange of layers 1 and 2",
    "ocean_heat_transfer[2]": "heat exchange of layers 2 and 3",
    "ocean_heat_capacity[0]": "heat capacity of layer 1",
    "ocean_heat_capacity[1]": "heat capacity of layer 2",
    "ocean_heat_capacity[2]": "heat capacity of layer 3",
    "deep_ocean_efficacy": "efficacy of deep heat uptake",
    "sigma_eta": "noise in forcing",
    "sigma_xi": "noise in temperature",
    "forcing_4co2": "forcing of four times CO2",
    "iirf_0[CO2]": "lifetime of CO2 in 1750",
    "iirf_uptake[CO2]": "its change with uptake",
    "iirf_temperature[CO2]": "its change with warming",
    "iirf_airborne[CO2]": "its change with airborne CO2",
    "baseline_concentration[CO2]": "CO2 in 1750",
    "solar_trend": "trend of solar forcing",
}
_PATTERNS = (
    (r"Light absorbing particles on snow and ice", "snow and ice"),
    (r"Equivalent effective stratospheric chlorine", "chlorine"),
    (r"erfari_radiative_efficiency\[(.*)\]", r"ERFari by \1"),
    (r"ozone_radiative_efficiency\[(.*)\]", r"ozone by \1"),
    (r"forcing_scale\[(.*)\]", r"scale: \1"),
)


def write_page(calibration: Calibration, path: Path) -> None:
    """Write the page. Raises CalibrationError when it cannot be written."""
    html = page(calibration)
    try:
        path.write_text(html, encoding="utf-8")
    except OSError as error:
        raise CalibrationError(f"{path}: cannot be written ({error.strerror}); name another file") from error


def page(calibration: Calibration) -> str:
    """The page; the same calibration gives the same bytes."""
    recipe, ensemble = calibration.recipe, calibration.ensemble
    past = run_past_of(ensemble, calibration.experiment.last_year)
    warmed = past_warming(past, recipe.observed.gmst)
    targets, scenarios = target_rows(calibration), scenario_rows(ensemble)
    html: str = _template("ensemble.html").render(
        version=__version__,
        recipe=recipe,
        passed=calibration.priors.passed.size,
        in_reach=int((calibration.weights.values > 0.0).sum()),
        effective=calibration.weights.effective_size,
        warmed=warmed,
        targets=[_target_cells(row) for row in targets],
        scenarios=[_scenario_cells(row) for row in scenarios],
        densities=[_svg(density_svg(densities)) for densities in _densities(calibration, targets)],
        pasts=[_svg(past_svg(band)) for band in (warmed.band, *past_bands(past))],
        sensitivity=_svg(sensitivity_svg(ensemble.ecs, ensemble.tcr)),
        warming=_svg(scenarios_svg(scenarios)),
        parameters=_svg(parameters_svg(_parameter_rows(calibration))),
    )
    return html


def _densities(calibration: Calibration, rows: list[TargetRow]) -> list[Densities]:
    priors, weights = calibration.priors, calibration.weights.values
    found = []
    for row, everyone, passed in zip(rows, priors.values, calibration.passed_values, strict=True):
        low, _, high = row.target.quantiles
        reach = _WIDER * row.target.distribution.width
        edges = np.linspace(low - reach, high + reach, _BINS + 1)
        points = 0.5 * (edges[1:] + edges[:-1])
        prior, weighted = (
            np.histogram(values, edges, weights=own)[0] / own.sum() / (edges[1] - edges[0])
            for values, own in ((everyone, priors.importance), (passed, weights))
        )
        title = f"{row.target.name} [{row.target.unit}]"
        aim = row.target.distribution.density(points)
        found.append(Densities(title, points, prior, weighted, aim, row.drawn))
    return found


def _parameter_rows(calibration: Calibration) -> list[ParameterRow]:
    """Of all parameters but the shapes of cloud forcing, which many models do not tell from zero."""
    drawn = calibration.ensemble.parameters
    prior = draw_priors(BATCH, calibration.recipe.seed, _PRIOR_BATCH)
    rows = []
    for name, column in prior.items():
        low, middle, high = np.quantile(column, SHARES)
        if name.startswith("aci_") or not high > low:
            continue
        scale = 0.5 * (high - low)
        ranges = [Range(*((np.quantile(values, SHARES) - middle) / scale)) for values in (column, drawn[name])]
        rows.append(ParameterRow(_readable(name), *ranges))
    return rows


def _readable(name: str) -> str:
    for pattern, words_for_it in _PATTERNS:
        name = re.sub(pattern, words_for_it, name)
    return _READABLE.get(name, name)


def _target_cells(row: TargetRow) -> dict[str, Any]:
    digits = digits_of(row.target)
    return {
        "name": f"{row.target.name} [{row.target.unit}]",
        "source": row.target.source,
        "ranges": [
            words(found, digits)
            for found in (row.target.quantiles, row.prior, row.weighted, row.drawn, published(row.target))
        ],
        "miss": 100.0 * max(map(abs, row.misses(row.weighted))),
        "drawn_miss": 100.0 * abs(row.misses(row.drawn).middle),
    }


def _scenario_cells(row: ScenarioRow) -> dict[str, Any]:
    less = None if row.assessed is None else f"{row.drawn.middle - row.assessed.middle:+.2f}".replace("-", "−")
    return {
        "name": row.scenario,
        "ranges": [words(row.drawn, 2), words(row.fair, 2), words(row.assessed, 1)],
        "less": less or "",
    }


def _template(name: str) -> Any:
    loader = PackageLoader("parley.climate.calibration")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["style"] = Markup(loader.get_source(environment, "ensemble.css")[0])
    return environment.get_template(name)


def _svg(drawn: str) -> Markup:
    return Markup(drawn)
