"""Observations: packaged series, files of users, and targets that move with them."""

from pathlib import Path

import numpy as np
import pytest

from parley.climate.calibration.observations import (
    Observations,
    load_observations,
    load_series,
    move_targets,
    read_observations,
)
from parley.climate.calibration.targets import load_targets
from parley.errors import CalibrationError


def _write(path: Path, first: int = 1850, last: int = 2025, offset: float = 0.0, co2: bool = True) -> Path:
    lines = ["# ours", "year,gmst,co2" if co2 else "year,gmst"]
    for year in range(first, last + 1):
        warming = offset + max(0.0, 0.02 * (year - 1960))
        concentration = f",{300 + 2.5 * max(0, year - 1975)}" if co2 else ""
        lines.append(f"{year},{warming:.3f}{concentration if year >= 1960 or not co2 else ','}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("edition", "last"), [("2024", 2024), ("2022", 2022)])
def test_packaged_warming_begins_in_1850_and_is_above_1850_to_1900(edition: str, last: int) -> None:
    gmst = load_observations(edition).gmst
    assert (gmst.years[0], gmst.years[-1]) == (1850, last)
    assert (np.diff(gmst.years) == 1).all()
    assert gmst.mean(1850, 1900) == pytest.approx(0.0, abs=2e-3)


def test_the_last_twenty_years_are_as_published() -> None:
    gmst = load_observations().gmst
    assert gmst.mean(2003, 2022) == pytest.approx(1.024, abs=1e-3)
    assert gmst.mean(2005, 2024) == pytest.approx(1.087, abs=1e-3)
    assert gmst.mean(2015, 2024) == pytest.approx(1.24, abs=5e-3)


@pytest.mark.parametrize("name", ["erf_ari", "erf_aci", "erf_aerosol"])
def test_ranges_of_forcing_hold_their_best_estimates(name: str) -> None:
    series = load_series(name)
    assert ((series.low <= series.values) & (series.values <= series.high)).all()


def test_a_series_that_is_not_there_is_refused() -> None:
    with pytest.raises(CalibrationError, match="no packaged observations of 'rain'"):
        load_series("rain")


def test_a_mean_of_years_that_are_not_given_is_refused() -> None:
    with pytest.raises(CalibrationError, match=r"gmst is given for 1850–2024, but 2010–2029 is needed"):
        load_observations().gmst.mean(2010, 2029)


def test_observations_end_where_they_are_told_to() -> None:
    cut = load_observations().until(2022)
    assert cut.gmst.years[-1] == cut.co2.years[-1] == 2022
    with pytest.raises(CalibrationError, match="not for 2030; choose a year among them"):
        load_observations().until(2030)


def test_targets_move_with_the_observed_mean_and_keep_their_width() -> None:
    targets, observed = load_targets("2024"), load_observations()
    moved = move_targets(targets, 2022, observed)
    change = observed.gmst.mean(2003, 2022) - observed.gmst.mean(2005, 2024)
    assert moved[3].name == "GMST 2003–2022"
    assert moved[3].quantiles == pytest.approx([value + change for value in targets[3].quantiles])
    assert moved[3].distribution.width == pytest.approx(targets[3].distribution.width)
    assert "moved from 2005–2024" in moved[3].source
    assert moved[7].name == "CO2 2022"
    assert [one for one, other in zip(moved, targets, strict=True) if one != other] == [moved[3], moved[7]]


def test_moving_to_where_targets_are_changes_nothing() -> None:
    targets = load_targets("2024")
    assert move_targets(targets, 2024, load_observations()) == targets


def test_newer_observations_of_a_file_move_targets_on(tmp_path: Path) -> None:
    observed = read_observations(_write(tmp_path / "newer.csv"))
    assert (observed.gmst.years[-1], observed.co2.years[0]) == (2025, 1960)
    moved = move_targets(load_targets("2024"), 2025, observed)
    assert moved[3].name == "GMST 2006–2025"
    assert moved[3].distribution.location - load_targets("2024")[3].distribution.location == pytest.approx(0.02)
    assert moved[7].quantiles[1] == pytest.approx(422.77 + 2.5)


def test_a_file_without_co2_takes_that_of_the_package(tmp_path: Path) -> None:
    observed = read_observations(_write(tmp_path / "newer.csv", co2=False))
    assert isinstance(observed, Observations)
    assert observed.co2.years[-1] == 2024
    with pytest.raises(CalibrationError, match="co2 is given for 1850–2024, but 2025–2025 is needed"):
        move_targets(load_targets("2024"), 2025, observed)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("year,warming\n1850,0\n", "no column 'gmst'"),
        ("year,gmst\n1850,0\n1852,0\n", r"row 2, year: 1852 does not follow 1850"),
        ("year,gmst\n1850,warm\n", r"row 1, gmst: is 'warm', but must be a number"),
        ("year,gmst\n1850.5,0\n", r"row 1, year: is '1850\.5', but must be a number"),
        ("year,gmst\n1900,0\n1901,0\n", r"row 1, year: warming is above 1850–1900, so begin in 1850"),
    ],
)
def test_mistakes_in_a_file_are_told_by_row_and_column(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "observed.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CalibrationError, match=words):
        read_observations(path)


def test_warming_above_another_baseline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CalibrationError, match=r"its mean of 1850–1900 is 0\.300 K, but must be 0"):
        read_observations(_write(tmp_path / "other.csv", offset=0.3))
