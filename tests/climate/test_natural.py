"""Solar and volcanic forcing."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.climate.natural import EDITIONS, NaturalForcing
from parley.errors import ClimateError, ScenarioError


@pytest.mark.parametrize("edition", EDITIONS)
def test_packaged_editions_cover_1750_to_2501(edition: str) -> None:
    natural = NaturalForcing.packaged(edition)
    assert natural.timebounds.tolist() == list(range(1750, 2502))
    assert natural.name == edition


def test_the_first_edition_has_the_figures_of_the_calibration() -> None:
    solar, volcanic = NaturalForcing.packaged("v1.4.1").on([1750, 1816, 2023, 2024, 2033, 2300, 2301])
    assert volcanic.tolist() == [0.246391008, -6.455758865, 0.040381023, 0.040381023, 0, 0, 0]
    assert solar.tolist() == [0.102215039, *solar[1:5].tolist(), 0.025858548, 0]


def test_volcanic_forcing_of_the_newest_edition_fades_in_a_straight_line_over_ten_years() -> None:
    _, volcanic = NaturalForcing.packaged("2024").on(np.arange(2025, 2040))
    assert volcanic[0] == 0.237954228
    assert np.diff(volcanic[:11]) == pytest.approx(-0.0237954228, abs=1e-9)
    assert not volcanic[10:].any()


def test_the_editions_have_one_sun_and_the_same_quiet_years() -> None:
    first, newest = (NaturalForcing.packaged(name) for name in EDITIONS)
    assert np.abs(first.solar - newest.solar).max() < 3e-8
    assert first.volcanic[0] == pytest.approx(newest.volcanic[0], abs=2e-5)


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_is_left_after_the_end_of_a_series(edition: str) -> None:
    solar, volcanic = NaturalForcing.packaged(edition).on(np.arange(2301, 2502))
    assert not solar.any()
    assert not volcanic.any()


def test_an_unknown_edition_is_refused_with_those_there_are() -> None:
    with pytest.raises(ClimateError, match=r"'v1\.5'.*v1\.4\.1, 2024"):
        NaturalForcing.packaged("v1.5")


def test_years_not_covered_are_named() -> None:
    natural = NaturalForcing.packaged("2024")
    with pytest.raises(ClimateError, match=r"2 years from 2502 to 2503.*covers 1750 to 2501"):
        natural.on([2500, 2502, 2503])
    with pytest.raises(ClimateError, match="1 January of 1749 "):
        natural.on([1749])


@given(st.lists(st.integers(1750, 2501), min_size=1))
def test_values_come_in_the_order_asked_for(years: list[int]) -> None:
    natural = NaturalForcing.packaged("v1.4.1")
    solar, volcanic = natural.on(years)
    places = np.array(years) - 1750
    assert (solar == natural.solar[places]).all()
    assert (volcanic == natural.volcanic[places]).all()


def test_arrays_cannot_be_changed_in_place() -> None:
    natural = NaturalForcing("mine", np.array([1750, 1751]), np.zeros(2), np.zeros(2))
    for array in (natural.timebounds, natural.solar, natural.volcanic):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_arrays_given_can_be_changed_without_changing_the_forcing() -> None:
    solar = np.zeros(2)
    natural = NaturalForcing("mine", np.array([1750, 1751]), solar, np.zeros(2))
    solar[0] = 1.0
    assert natural.solar[0] == 0.0


FRAME = pd.DataFrame({"timebound": [1750, 1751], "Volcanic": [0.2, -1.0], "Solar": [0.1, 0.05]})


@pytest.mark.parametrize(
    "frame", [FRAME, FRAME.set_index("timebound"), FRAME.rename(columns={"timebound": "Year", "Solar": "solar_w_m2"})]
)
def test_a_data_frame_is_read_whatever_the_case_of_its_columns(frame: pd.DataFrame) -> None:
    natural = NaturalForcing.from_table(frame, name="mine")
    assert natural.timebounds.tolist() == [1750, 1751]
    assert natural.volcanic.tolist() == [0.2, -1.0]
    assert natural.solar.tolist() == [0.1, 0.05]


def test_a_csv_file_is_read_with_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "quiet.csv"
    path.write_text("# W/m2\nyear,Solar,Volcanic\n1750,0,0\n1751,0.1,-0.2\n", encoding="utf-8")
    natural = NaturalForcing.from_table(path)
    assert natural.name == "quiet.csv"
    assert natural.volcanic.tolist() == [0.0, -0.2]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("year,solar\n1750,0\n", "no column 'volcanic'"),
        ("solar,volcanic\n0,0\n", "no column 'timebound'"),
        ("year,solar,volcanic\n1750,0,\n", "no volcanic value in 1750"),
        ("year,solar,volcanic\n1750,0,much\n", "'much' in row 1 of column 'volcanic'"),
        ("year,solar,volcanic\n1750.5,0,0\n", "not mid-years"),
        ("year,solar,volcanic\n1751,0,0\n1750,0,0\n", "only increases"),
        ("year,solar,volcanic\n1750,0,0\n1750,0,0\n", "only increases"),
        ("year,solar,volcanic\n,0,0\n", "no year in row 1"),
        ("", "no column"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_saying_why(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "forcing.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError, match=message):
        NaturalForcing.from_table(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="cannot be read"):
        NaturalForcing.from_table(tmp_path / "none.csv")
