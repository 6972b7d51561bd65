"""Make the packaged tables of the calibration's priors.

    python scripts/calibration_tables.py FOLDER    sources of the priors, from a folder of source figures
    python scripts/calibration_tables.py --fits    what is fitted to those sources, from the packaged tables alone

What each table is, and where its figures come from, is said in ``datapackage.json`` beside them, which is kept by hand.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from parley.climate.calibration.response import TABLE_COLUMNS
from parley.climate.calibration.response_fit import (
    DEEP_PENALTY,
    fit_response,
    fit_standing,
    load_abrupt,
    load_published,
    stands,
)
from parley.climate.kernels.kalman import log_likelihood

DATA = Path(__file__).parents[1] / "src" / "parley" / "climate" / "data"

Row = dict[str, str]

# Our column: theirs.
RESPONSE_COLUMNS = {
    "gamma_autocorrelation": "gamma",
    **{f"ocean_heat_capacity_{layer}": f"C{layer}" for layer in (1, 2, 3)},
    **{f"ocean_heat_transfer_{layer}": f"kappa{layer}" for layer in (1, 2, 3)},
    "deep_ocean_efficacy": "epsilon",
    "sigma_eta": "sigma_eta",
    "sigma_xi": "sigma_xi",
    "forcing_4co2": "F_4xCO2",
}
CARBON_COLUMNS = {
    "iirf_0_years": "r0_yr",
    "iirf_uptake_years_per_gtc": "rU_yr_per_GtC",
    "iirf_temperature_years_per_k": "rT_yr_per_K",
    "iirf_airborne_years_per_gtc": "rA_yr_per_GtC",
}


def main(arguments: Sequence[str]) -> None:
    if len(arguments) != 1:
        raise SystemExit("usage: python scripts/calibration_tables.py FOLDER | --fits")
    if arguments[0] == "--fits":
        write_fits()
    else:
        write_sources(Path(arguments[0]))


def write_sources(folder: Path) -> None:
    source = folder / "calibration"
    fits = read_rows(source / "ebm3_cmip6_fits.csv")
    chosen = {(row["model"], row["run"]) for row in fits if row["used_in_prior"] == "1"}
    write_rows(DATA / "cmip6_response_published.csv", response_rows(fits))
    write_rows(DATA / "cmip6_abrupt4xco2.csv.gz", abrupt_rows(read_rows(source / "abrupt4xCO2_cmip6.csv.gz"), chosen))
    write_rows(DATA / "c4mip_carbon_cycle.csv", carbon_rows(read_rows(source / "carbon_cycle_c4mip_fits.csv")))


def response_rows(fits: Iterable[Row]) -> Iterator[Row]:
    """One run of each model."""
    for row in fits:
        if row["used_in_prior"] == "1":
            parameters = {ours: row[theirs] for ours, theirs in RESPONSE_COLUMNS.items()}
            yield {"model": row["model"], "run": row["run"], **parameters}


def abrupt_rows(rows: Iterable[Row], chosen: set[tuple[str, str]]) -> Iterator[Row]:
    for row in rows:
        if (row["model"], row["run"]) in chosen:
            yield {
                "model": row["model"],
                "run": row["run"],
                "year": row["year"],
                "warming_k": row["tas_anomaly_K"],
                "imbalance_w_m2": row["toa_net_down_Wm2"],
            }


def carbon_rows(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {"model": row["model"], **{ours: row[theirs] for ours, theirs in CARBON_COLUMNS.items()}}


def write_fits() -> None:
    write_rows(DATA / "cmip6_response.csv", fitted_response_rows())
    report_response()


def fitted_response_rows() -> Iterator[Row]:
    runs = {row["model"]: row["run"] for row in read_rows(DATA / "cmip6_response_published.csv")}
    for model, (kind, fit) in fit_standing().items():
        parameters = dict(zip(TABLE_COLUMNS, map(digits, fit.parameters), strict=True))
        likelihood = f"{fit.log_likelihood:.3f}"
        yield {"model": model, "run": runs[model], "fit": kind, **parameters, "log_likelihood": likelihood}


def report_response() -> None:
    """Fit the models whose published fit stands, too, and print how far from it that is."""
    sys.stdout.write("own fits of the published models: largest relative difference, gain of penalised likelihood\n")
    for model, published in load_published().items():
        if not stands(published):
            continue
        abrupt = load_abrupt()[model]
        own = fit_response(abrupt)
        gain = own.log_likelihood - log_likelihood(published, *abrupt)
        gain -= DEEP_PENALTY * float(own.parameters[3] ** 2 - published[3] ** 2)
        sys.stdout.write(f"{model:18}{np.abs(own.parameters / published - 1.0).max():9.1e}{gain:12.1e}\n")


def digits(value: float) -> str:
    return f"{value:.8g}"


def read_rows(path: Path) -> list[Row]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = content.decode("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    rows = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    content = text.getvalue().encode()
    path.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)


if __name__ == "__main__":
    main(sys.argv[1:])
