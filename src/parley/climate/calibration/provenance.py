"""An ensemble as files: the table of its members, and beside it what they were made from and how well it went.

Both are the same to the last byte whenever and wherever the same version makes them of the same recipe (the compressed
table on one version of zlib).
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from parley.climate.calibration.carbon_choice import CANDIDATES
from parley.climate.calibration.chain import DIGITS, Calibration
from parley.climate.calibration.constrain import BINS, ROUNDS
from parley.climate.calibration.observations import Series
from parley.climate.calibration.prior_run import BATCH
from parley.climate.calibration.priors import prior_description
from parley.climate.calibration.report import Range, target_rows
from parley.climate.calibration.targets import Target
from parley.climate.default_ensemble import SEED, provenance_path
from parley.climate.ensemble import Ensemble
from parley.climate.methane import MethaneLifetime
from parley.climate.tables import read_text
from parley.errors import CalibrationError
from parley.version import __version__

_INPUTS = (
    "emissions_history.csv.gz",
    "emissions_scenarios.csv.gz",
    "natural_forcing.csv",
    "species.csv",
    "constants.csv",
)
"""Tables that a run of the past reads."""
_FIGURES = 6


def write_calibration(calibration: Calibration, path: Path) -> None:
    """Write the table of members to ``path``, which ends in .csv.gz, and its provenance beside it.

    Raises CalibrationError when the files cannot be written.
    """
    beside = provenance_path(path)
    table = table_text(calibration.ensemble)
    try:
        path.write_bytes(compressed(table))
        beside.write_text(provenance_text(calibration, table), encoding="utf-8")
    except OSError as error:
        raise CalibrationError(f"{path}: cannot be written ({error.strerror}); name another file") from error


def table_text(ensemble: Ensemble) -> str:
    """The members as csv: id, seed, and parameters with nine significant digits."""
    lines = [",".join(["member", SEED, *ensemble.parameters])]
    columns = list(ensemble.parameters.values())
    for row, (member, seed) in enumerate(zip(ensemble.members.tolist(), ensemble.seeds.tolist(), strict=True)):
        cells = (f"{float(column[row]):.{DIGITS}g}" for column in columns)
        lines.append(",".join([str(member), str(seed), *cells]))
    return "\n".join(lines) + "\n"


def compressed(text: str) -> bytes:
    """With gzip, without name or time."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as file:
        file.write(text.encode())
    return packed.getvalue()


def provenance_text(calibration: Calibration, table: str) -> str:
    """``describe`` as JSON."""
    return json.dumps(describe(calibration, table), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def describe(calibration: Calibration, table: str) -> dict[str, Any]:
    """Everything that the ensemble was made from, and its quality; plain values only."""
    recipe = calibration.recipe
    return {
        "name": recipe.name,
        "provisional": False,
        "members": recipe.members,
        "seed": recipe.seed,
        "table_sha256": _hash(table.encode()),
        "natural": recipe.natural,
        "fair_compatible": recipe.fair_compatible,
        "methane": _methane(recipe.methane),
        "priors": {
            "members": recipe.priors,
            "batch": BATCH,
            "carbon_candidates": CANDIDATES,
            "description": prior_description(),
        },
        "filter": _filter(calibration),
        "targets": [_target(target) for target in recipe.targets],
        "weights": _weights(calibration),
        "quality": [_quality(row) for row in _rows(calibration)],
        "engine": engine(),
    }


def engine() -> dict[str, Any]:
    """The version that ran the members, with hashes of the kernels' source and of the tables it read."""
    kernels = resources.files("parley.climate") / "kernels"
    sources = sorted((file.name, file.read_bytes()) for file in kernels.iterdir() if file.name.endswith(".py"))
    return {
        "parley": __version__,
        "kernels_sha256": _hash(b"\0".join(text for _, text in sources)),
        "tables_sha256": {name: _hash(read_text(name).encode()) for name in _INPUTS},
    }


def _rows(calibration: Calibration) -> Iterable[tuple[str, Mapping[str, Range]]]:
    for row in target_rows(calibration):
        yield row.target.name, {"prior": row.prior, "weighted": row.weighted, "drawn": row.drawn}


def _quality(row: tuple[str, Mapping[str, Range]]) -> dict[str, Any]:
    """5th, 50th and 95th percentile of priors, weighted members and drawn members."""
    name, ranges = row
    return {"target": name, **{kind: [_figure(value) for value in found] for kind, found in ranges.items()}}


def _filter(calibration: Calibration) -> dict[str, Any]:
    recipe, priors = calibration.recipe, calibration.priors
    return {
        "rmse_limit_k": recipe.rmse_limit_k,
        "observed_warming": _series(recipe.observed.gmst),
        "members_passed": int(priors.passed.size),
        "members_run_away": int(np.isnan(priors.rmse).sum()),
    }


def _weights(calibration: Calibration) -> dict[str, Any]:
    weights = calibration.weights
    return {
        "rounds": ROUNDS,
        "bins": BINS,
        "heaviest": _figure(1.0 / calibration.recipe.members),
        "share_in_wrong_bins": _figure(float(weights.history[-1])),
        "members_in_reach": int((weights.values > 0.0).sum()),
        "effective_size": _figure(weights.effective_size),
        "effective_size_by_formula_of_fair": weights.effective_size_of_fair,
    }


def _series(series: Series) -> dict[str, Any]:
    values = "\n".join(f"{year},{value!r}" for year, value in zip(series.years, series.values.tolist(), strict=True))
    years = [int(series.years[0]), int(series.years[-1])]
    return {"source": Path(series.source).name, "years": years, "sha256": _hash(values.encode())}


def _target(target: Target) -> dict[str, Any]:
    return {
        "name": target.name,
        "quantity": target.quantity,
        "years": None if target.first_year is None else [target.first_year, target.last_year],
        "unit": target.unit,
        **asdict(target.distribution),
        "quantiles": [_figure(value) for value in target.quantiles],
        "source": target.source,
    }


def _methane(methane: MethaneLifetime) -> dict[str, Any]:
    return {
        "years": methane.years,
        "by_ch4": methane.by_ch4,
        "by_warming": methane.by_warming,
        "by_driver": dict(methane.by_driver),
    }


def _figure(value: float) -> float:
    return float(f"{value:.{_FIGURES}g}")


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
