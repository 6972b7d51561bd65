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

from parley.climate.calibration.aerosol_cloud_fit import fit_cloud, load_cloud_series
from parley.climate.calibration.methane_lifetime import departures, fit_methane_lifetime
from parley.climate.calibration.ozone import fit_ozone
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
from parley.climate.parameters import EESC
from parley.climate.species import constants, species

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
METHANE_COLUMNS = {
    "lifetime_years": "base_yr",
    **{name: name for name in ("CH4", "NOx", "VOC")},
    "EESC": "HC",
    "N2O": "N2O",
    "temperature": "temp",
}
OZONE_MODELS = ("BCC-ESM1", "CESM2(WACCM6)", "GFDL-ESM4", "GISS-E2-1-H", "MRI-ESM2-0", "OsloCTM3")
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
    write_rows(DATA / "ar6_aerosol_radiation.csv", aerosol_radiation_rows(source))
    write_rows(DATA / "skeie_ozone.csv", ozone_rows(source))
    clouds = read_rows(source / "rfmip_aerosol_forcing.csv.gz")
    write_rows(DATA / "rfmip_aerosol_cloud.csv.gz", cloud_rows(clouds))
    write_rows(DATA / "rcmip_aerosol_emissions.csv.gz", aerosol_rows(read_rows(source / "rcmip_ssp245_so2_bc_oc.csv")))
    write_rows(DATA / "aerchemmip_methane.csv", methane_rows(read_rows(source / "ch4_lifetime_aerchemmip.csv")))
    observed = read_rows(folder / "ghg_concentrations_1750-2024.csv")
    write_rows(DATA / "precursor_concentrations.csv", concentration_rows(observed))


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


def aerosol_radiation_rows(source: Path) -> Iterator[Row]:
    means, sds = (
        {row["Species"]: row for row in read_rows(source / f"ar6ch6_thornhill_collins_{kind}.csv")}
        for kind in ("mean", "std")
    )
    for theirs, row in means.items():
        if float(row["Aerosol"]):
            name = {"SO2": "Sulfur", "HC": EESC}.get(theirs, theirs)
            yield {"species": name, "erf_w_m2": row["Aerosol"], "sd_w_m2": sds[theirs]["Aerosol_sd"]}


def ozone_rows(source: Path) -> Iterator[Row]:
    for part, name in (("troposphere", "trop"), ("stratosphere", "strat")):
        for row in read_rows(source / f"skeie2020_ozone_{name}.csv"):
            for year, value in row.items():
                if row["Model"] in OZONE_MODELS and year != "Model" and value:
                    yield {"model": row["Model"], "part": part, "year": year, "erf_w_m2": value}


def cloud_rows(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {"model": row["model"], "run": row["run"], "year": row["year"], "erf_w_m2": row["ERFaci"]}


def aerosol_rows(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        if int(row["year"]) >= 1850:
            yield {"year": row["year"], "sulfur": row["Sulfur"], "bc": row["BC"], "oc": row["OC"]}


def methane_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """By model; a figure of exactly zero stands for none given."""
    for row in rows:
        if row["model"] != "AerChemMIP_mean":
            given = {ours: row[theirs] if float(row[theirs]) else "" for ours, theirs in METHANE_COLUMNS.items()}
            yield {"model": row["model"], **given}


def concentration_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Chlorine of the stratosphere by the properties of the species, as the engine works it out."""
    bromine = constants()["eesc_bromine_factor"]
    halogens = {name: gas for name, gas in species().items() if gas.fractional_release > 0.0}
    for row in rows:
        eesc = sum(
            (gas.cl_atoms + bromine * gas.br_atoms) * gas.fractional_release * float(row[name])
            for name, gas in halogens.items()
        )
        yield {"year": row["YYYY"], "ch4_ppb": row["CH4"], "n2o_ppb": row["N2O"], "eesc_ppt": digits(eesc)}


def write_fits() -> None:
    write_rows(DATA / "aerosol_cloud_shapes.csv", fitted_cloud_rows())
    write_rows(DATA / "ozone_precursors.csv", fitted_ozone_rows())
    write_rows(DATA / "methane_lifetime.csv", fitted_methane_rows())
    write_rows(DATA / "cmip6_response.csv", fitted_response_rows())
    report_response()


def fitted_response_rows() -> Iterator[Row]:
    runs = {row["model"]: row["run"] for row in read_rows(DATA / "cmip6_response_published.csv")}
    for model, (kind, fit) in fit_standing().items():
        parameters = dict(zip(TABLE_COLUMNS, map(digits, fit.parameters), strict=True))
        likelihood = f"{fit.log_likelihood:.3f}"
        yield {"model": model, "run": runs[model], "fit": kind, **parameters, "log_likelihood": likelihood}


def fitted_cloud_rows() -> Iterator[Row]:
    for model, series in load_cloud_series().items():
        fit = fit_cloud(series)
        shapes = dict(zip(("shape_sulfur", "shape_bc", "shape_oc"), map(digits, fit.shapes), strict=True))
        yield {
            "model": model,
            "runs": str(series.runs),
            "years": str(series.forcing.size),
            "aci_scale": digits(fit.scale),
            **shapes,
            "rmse_w_m2": f"{fit.rmse:.5f}",
        }


def fitted_ozone_rows() -> Iterator[Row]:
    for name, normal in fit_ozone().items():
        unit = {"CH4": "W/m2/ppb", "N2O": "W/m2/ppb", EESC: "W/m2/ppt"}.get(name, "W/m2/(Mt/yr)")
        yield {"precursor": name, "mean": digits(normal.mean), "sd": digits(normal.sd), "unit": unit}


def fitted_methane_rows() -> Iterator[Row]:
    fit = fit_methane_lifetime()
    values = {"lifetime": fit.years, "CH4": fit.by_ch4, **fit.by_driver, "temperature": fit.by_warming}
    scores = departures(fit)
    units = {"lifetime": "yr", "CH4": "1/ppb", "N2O": "1/ppb", "EESC": "1/ppt", "temperature": "1/K"}
    for name, value in values.items():
        if value:
            score = f"{scores[name]:.2f}" if name in scores else ""
            yield {"driver": name, "value": digits(value), "unit": units.get(name, "1/(Mt/yr)"), "departure_sd": score}


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
