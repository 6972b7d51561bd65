"""What the priors rest on, told for the provenance of an ensemble and for readers."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from parley.climate.tables import load_datapackage, read_text

AFTER = "Smith et al. 2024, doi 10.5194/gmd-17-8569-2024, section 3, as in calibration v1.4.1"

TABLES = {
    "response": ("cmip6_response.csv",),
    "carbon": ("c4mip_carbon_cycle.csv",),
    "methane lifetime": ("methane_lifetime.csv", "aerchemmip_methane.csv", "precursor_concentrations.csv"),
    "aerosol-radiation interactions": ("ar6_aerosol_radiation.csv", "precursor_concentrations.csv"),
    "aerosol-cloud interactions": ("aerosol_cloud_shapes.csv",),
    "ozone": ("ozone_precursors.csv",),
}
"""Packaged tables by process; forcing scales and CO2 in 1750 have theirs in the code."""

DEVIATIONS = (
    (
        "response",
        "nine of 49 models have energy balances fitted again",
        "their published fits lose a layer, or have noise without a memory that annual data can tell; the spread of "
        "the other 40 is the prior of the new fits",
    ),
    (
        "response",
        "draws are not rejected for rounding errors of the noise covariance",
        "the covariance is worked out without cancellation, so that every draw that is physical can be run",
    ),
    (
        "response",
        "the rank of a member's forcing is taken in a fixed sample of the prior",
        "a batch of members then does not depend on the others",
    ),
    (
        "methane lifetime",
        "sensitivities are held to the mean of models by penalties, not by bounds, and the lifetime is free",
        "five of seven figures of the original are at a bound, so that the bounds and not the data made them",
    ),
    (
        "aerosol-cloud interactions",
        "mean forcing is even between -1.7 and -0.3 W m-2, the assessed 5 and 95 %",
        "so the original describes it, but what it draws is even between -1.6 and -0.4",
    ),
    (
        "aerosol-cloud interactions",
        "shapes are fitted to the mean of a model's runs",
        "the original, by a slip, takes one run of each model",
    ),
    (
        "aerosol-cloud interactions",
        "a model's shapes are drawn with a spread of a tenth of that over models; a species without a part keeps none",
        "the original smooths logarithms of shapes that are zero but for rounding; draws span 99 orders of magnitude",
    ),
    (
        "aerosol-radiation interactions",
        "the forcing of halogens is felt, unless runs are compatible with FaIR",
        "FaIR loses it, though the prior has it",
    ),
    (
        "solar",
        "the trend is kept as a parameter of the members",
        "the published ensemble was calibrated with it but does not have it",
    ),
)
"""Process, what differs from the original, why."""


def prior_description() -> dict[str, Any]:
    """Sources, tables with their versions and hashes, and where the priors differ from those they are made after."""
    versions = {resource["path"]: resource["version"] for resource in load_datapackage()["resources"]}
    names = sorted({name for of_process in TABLES.values() for name in of_process})
    return {
        "after": AFTER,
        "tables": {
            name: {"version": versions[name], "sha256": sha256(read_text(name).encode()).hexdigest()} for name in names
        },
        "processes": {process: list(of_process) for process, of_process in TABLES.items()},
        "deviations": [
            {"process": process, "deviation": deviation, "reason": reason} for process, deviation, reason in DEVIATIONS
        ],
    }
