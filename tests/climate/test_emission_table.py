"""Tables of emissions in the forms people have them."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.climate.emission_table import EmissionTable, listed, parse_year, read_emission_table
from parley.errors import ScenarioError
from tests.climate.making_tables import FOSSIL, LAND, YEARS, long, set_cell, value_of, wide

NAMES = (FOSSIL, LAND, "CH4")


def by_name(table: EmissionTable) -> dict[str, list[float]]:
    return {name: row.tolist() for name, row in zip(table.variables, table.values, strict=True)}


def two_scenarios() -> pd.DataFrame:
    return pd.concat([wide(names=NAMES, scenario="high"), wide(names=NAMES, scenario="low")], ignore_index=True)


@pytest.mark.parametrize(
    ("heading", "year"),
    [("2015", 2015), ("2015.0", 2015), ("1750.5", 1750), ("2015.50", 2015), ("unit", None), ("20155", None)],
)
def test_years_and_their_middles_are_read(heading: str, year: int | None) -> None:
    assert parse_year(heading) == year


def test_another_time_of_the_year_is_refused() -> None:
    with pytest.raises(ScenarioError, match=r"2015\.25 is neither a year nor its middle"):
        parse_year("2015.25")


@pytest.mark.parametrize("spell", [str, int, float, lambda year: f"{year}.5", lambda year: year + 0.5, np.int64])
def test_columns_of_years_may_be_numbers_or_texts_and_middles_of_years(spell: object) -> None:
    frame = wide(names=NAMES)
    frame.columns = [spell(int(c)) if str(c)[0].isdigit() else c for c in frame.columns]  # type: ignore[operator]
    table = read_emission_table(frame, None)
    assert table.years.tolist() == list(YEARS)
    assert by_name(table)["CH4"] == [value_of("CH4", year) for year in YEARS]


def test_a_long_table_says_the_same_as_a_wide_one() -> None:
    one, other = read_emission_table(wide(names=NAMES), None), read_emission_table(long(wide(names=NAMES)), None)
    assert one.years.tolist() == other.years.tolist()
    assert by_name(one) == by_name(other)
    assert one.units == other.units


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(NAMES) * len(YEARS))), st.permutations(range(6)))
def test_the_order_of_rows_and_columns_of_a_long_table_does_not_matter(rows: list[int], columns: list[int]) -> None:
    frame = long(wide(names=NAMES))
    mixed = frame.iloc[rows, columns]
    assert by_name(read_emission_table(mixed, None)) == by_name(read_emission_table(frame, None))


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(NAMES))), st.permutations(range(4 + len(YEARS))))
def test_the_order_of_rows_and_columns_of_a_wide_table_does_not_matter(rows: list[int], columns: list[int]) -> None:
    frame = wide(names=NAMES)
    mixed = frame.iloc[rows, columns]
    assert by_name(read_emission_table(mixed, None)) == by_name(read_emission_table(frame, None))


def test_headings_in_capitals_and_the_word_of_fair_are_read() -> None:
    frame = wide(names=NAMES).rename(columns={"scenario": "Scenario", "variable": "Specie", "unit": "UNIT"})
    assert read_emission_table(frame, None).variables == NAMES


def test_an_index_with_names_counts_as_columns() -> None:
    frame = wide(names=NAMES)
    indexed = frame.set_index(["scenario", "region", "variable", "unit"])
    assert by_name(read_emission_table(indexed, None)) == by_name(read_emission_table(frame, None))


def test_a_csv_file_with_comments_is_read_to_the_last_digit_plain_or_gzipped(tmp_path: Path) -> None:
    frame = set_cell(wide(names=NAMES), "CH4", 2025, 0.1 + 0.2)
    text = "# where it comes from, with commas\n# and a second line\n" + frame.to_csv(index=False)
    plain, zipped = tmp_path / "own.csv", tmp_path / "own.csv.gz"
    plain.write_text(text, "utf-8")
    zipped.write_bytes(gzip.compress(text.encode()))
    for path in (plain, str(zipped)):
        assert by_name(read_emission_table(path, None)) == by_name(read_emission_table(frame, None))


def test_a_file_without_scenarios_is_called_by_its_name_or_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "my-path.csv"
    wide(names=NAMES).drop(columns="scenario").to_csv(path, index=False)
    assert read_emission_table(path, None).scenario == "my-path"
    assert read_emission_table(path, "other").scenario == "other"


def test_a_scenario_is_chosen_by_name() -> None:
    frame = set_cell(two_scenarios(), "CH4", 2025, 7.0)
    frame.loc[frame["scenario"] == "high", "2025"] = 9.0
    table = read_emission_table(frame, "low")
    assert table.scenario == "low"
    assert table.values[:, YEARS.index(2025)].tolist()[2] == 7.0


def test_several_scenarios_without_a_name_are_listed() -> None:
    with pytest.raises(ScenarioError, match="2 scenarios; choose one by name: high, low"):
        read_emission_table(two_scenarios(), None)


def test_a_scenario_that_is_not_there_is_an_error_that_lists_those_that_are() -> None:
    with pytest.raises(ScenarioError, match="no scenario 'middle'; it has high, low"):
        read_emission_table(two_scenarios(), "middle")


def test_a_row_without_a_scenario_is_named() -> None:
    frame = two_scenarios()
    frame.loc[4, "scenario"] = None
    with pytest.raises(ScenarioError, match="row 5 of the table names no scenario"):
        read_emission_table(frame, "low")


def test_the_world_is_taken_out_of_regions() -> None:
    regions = wide(names=NAMES, region="R5ASIA")
    table = read_emission_table(pd.concat([regions, wide(names=NAMES)], ignore_index=True), None)
    assert len(table.variables) == len(NAMES)
    with pytest.raises(ScenarioError, match="no row of the table is of the region World, only of R5ASIA"):
        read_emission_table(regions, None)


def test_a_model_is_chosen_by_name() -> None:
    one, other = wide(names=NAMES).assign(model="AIM"), wide(names=NAMES).assign(model="WITCH")
    both = pd.concat([one, other], ignore_index=True)
    assert read_emission_table(both, None, "WITCH").models == ("WITCH",) * 3
    with pytest.raises(ScenarioError, match="no row is of the model 'GCAM'; there are AIM, WITCH"):
        read_emission_table(both, None, "GCAM")
    with pytest.raises(ScenarioError, match="no column of models"):
        read_emission_table(wide(names=NAMES), None, "GCAM")


def test_an_empty_cell_is_not_given_and_not_zero() -> None:
    frame = set_cell(wide(names=NAMES), "CH4", 2025, " ")
    table = read_emission_table(set_cell(frame, FOSSIL, 2026, None), None)
    given = dict(zip(table.variables, np.isnan(table.values), strict=True))
    assert table.years[given["CH4"]].tolist() == [2025]
    assert table.years[given[FOSSIL]].tolist() == [2026]


@pytest.mark.parametrize("make", [lambda frame: frame, long])
def test_a_cell_that_is_no_number_is_named(make: object) -> None:
    frame = make(set_cell(wide(names=NAMES), "CH4", 2025, "1,000"))  # type: ignore[operator]
    with pytest.raises(ScenarioError, match=r"CH4 in 2025: '1,000' is no number"):
        read_emission_table(frame, None)


def test_numbers_written_as_texts_are_numbers() -> None:
    table = read_emission_table(set_cell(wide(names=NAMES), "CH4", 2025, "12.5"), None)
    assert by_name(table)["CH4"][YEARS.index(2025)] == 12.5


def test_a_value_that_is_given_twice_is_named() -> None:
    frame = long(wide(names=NAMES))
    again = frame[(frame["variable"] == "CH4") & (frame["year"] == 2025)]
    with pytest.raises(ScenarioError, match="CH4 in 2025 is given more than once"):
        read_emission_table(pd.concat([frame, again], ignore_index=True), None)


def test_a_year_in_two_columns_is_an_error() -> None:
    frame = wide(names=NAMES)
    frame["2025.5"] = 1.0
    with pytest.raises(ScenarioError, match="two columns of the table give the year 2025"):
        read_emission_table(frame, None)


def test_a_row_with_no_year_is_named() -> None:
    frame = long(wide(names=NAMES)).astype({"year": object})
    frame.loc[3, "year"] = "soon"
    with pytest.raises(ScenarioError, match="row 4 of the table has the year 'soon'"):
        read_emission_table(frame, None)


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        (pd.DataFrame({"a": [1], "b": [2]}), "no table of emissions, its columns being a, b"),
        (pd.DataFrame({"variable": ["CH4"], "unit": ["Mt CH4/yr"], "value": [1.0]}), "one column a year or"),
        (wide(names=()), "no table of emissions"),
        (wide(names=NAMES).iloc[:0], "no rows"),
        (wide(names=NAMES).assign(value=1.0), "both columns of years and a column of values"),
        (wide(names=NAMES).assign(species="CH4"), "two columns of the table give the variable"),
    ],
)
def test_what_is_no_table_of_emissions_is_refused(frame: pd.DataFrame, why: str) -> None:
    with pytest.raises(ScenarioError, match=why):
        read_emission_table(frame, None)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="there is no file"):
        read_emission_table(tmp_path / "absent.csv", None)
    zipped = gzip.compress(b"variable,unit,2020\n" * 9)
    damaged = zipped[:12] + bytes([zipped[12] ^ 0xFF]) + zipped[13:]
    for content in (b"PK\x03\x04\xff\xfe", b"", b"\x1f\x8bbroken", zipped[:-9], damaged, b'a,"b\n', b"a,b\n1,2,3\n"):
        path = tmp_path / "strange.csv"
        path.write_bytes(content)
        with pytest.raises(ScenarioError, match=r"strange\.csv cannot be read as csv"):
            read_emission_table(path, None)


def test_reading_changes_nothing_in_the_frame() -> None:
    frame = wide(names=NAMES)
    before = frame.copy(deep=True)
    read_emission_table(frame, None).values[:] = 0.0
    pd.testing.assert_frame_equal(frame, before)


def test_long_lists_are_cut_and_say_so() -> None:
    assert listed("ab") == "a, b"
    assert listed("abcdefghijklmn").endswith(", l and 2 more")
