"""Quantiles by year of outputs other than temperature."""

from __future__ import annotations

import numpy as np
import pytest

from parley.climate.bands import find_bands
from parley.climate.summary import ROW_COLUMNS
from tests.climate.making_results import make_outputs, make_result, make_temperature


def test_every_output_that_was_kept_has_its_band_in_its_unit() -> None:
    temperature = make_temperature(2, 9)
    bands = list(find_bands(make_result(temperature, **make_outputs(temperature))))
    units = {band.name: band.unit for band in bands if band.scenario == "path-2"}
    assert len(bands) == 2 * len(units)
    assert (units["erf"], units["erf|Ozone"], units["ocean_heat"]) == ("W m-2", "W m-2", "J")
    assert (units["concentration|CO2"], units["concentration|N2O"], units["concentration|CF-4"]) == (
        "ppm",
        "ppb",
        "ppt",
    )


def test_a_band_is_the_quantiles_of_calendar_years() -> None:
    temperature = make_temperature(1, 9)
    band = next(find_bands(make_result(temperature, erf=3 * temperature), (0.17, 0.5)))
    years = 3 * (temperature[0, :, 1:] + temperature[0, :, :-1]) / 2
    assert band.values == pytest.approx(np.quantile(years, (0.17, 0.5), axis=0), abs=1e-12)


def test_a_gas_that_is_the_same_in_all_members_has_equal_quantiles() -> None:
    temperature = make_temperature(1, 9)
    outputs = make_outputs(temperature)
    bands = {band.name: band for band in find_bands(make_result(temperature, **outputs))}
    assert np.ptp(bands["concentration|CF-4"].values, axis=0).max() == 0
    assert np.ptp(bands["concentration|CO2"].values, axis=0).max() > 0


def test_rows_have_the_columns_of_the_summary_and_hold_what_the_dict_does() -> None:
    temperature = make_temperature(1, 9)
    band = next(find_bands(make_result(temperature, ocean_heat=1.234567891e24 * temperature)))
    rows = list(band.rows())
    assert all(tuple(row) == ROW_COLUMNS for row in rows)
    said = band.to_dict()
    assert [row["value"] for row in rows if row["quantile"] == 0.95] == said["quantiles"]["0.95"]
    assert len(f"{said['quantiles']['0.5'][-1]:e}".split("e")[0].rstrip("0")) <= 8


def test_without_other_outputs_there_is_no_band() -> None:
    assert list(find_bands(make_result())) == []
