"""Rows of a table by species, in native units."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.climate.emission_names import Role
from parley.climate.emission_rows import EmissionRows, Units, read_emission_rows
from parley.climate.emission_table import read_emission_table
from parley.climate.species import EMITTED
from parley.errors import ScenarioError
from tests.climate.making_tables import FOSSIL, LAND, YEARS, renamed, set_cell, value_of, wide, with_row


def read(frame: pd.DataFrame, ignore: Collection[str] = (), units: Units = None) -> EmissionRows:
    return read_emission_rows(read_emission_table(frame, None), ignore=ignore, units=units)


def test_every_species_of_a_table_is_read_in_the_order_of_the_model() -> None:
    rows = read(wide().iloc[::-1])
    assert tuple(rows.rows) == EMITTED
    assert rows.rows["CH4"].tolist() == [value_of("CH4", year) for year in YEARS]
    assert rows.notes == ()


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(
        [
            (FOSSIL, "Emissions|CO2|MAGICC Fossil and Industrial", "Mt CO2/yr", 1e3),
            (LAND, "Emissions|CO2|AFOLU", "Gt C/yr", 12.011 / 44.009),
            ("N2O", "Emissions|N2O", "kt N2O/yr", 1e3),
            ("Sulfur", "Emissions|Sulfur", "Mt S/yr", 32.06 / 64.069),
            ("NOx", "Emissions|NOx", "Mt N/yr", 14.007 / 46.006),
            ("HFC-4310mee", "Emissions|HFC|HFC43-10", "t HFC43-10/yr", 1e3),
        ]
    )
)
def test_the_same_emissions_under_another_name_and_unit_are_the_same_rows(
    other: tuple[str, str, str, float],
) -> None:
    name, variable, unit, factor = other
    rows = read(renamed(wide(), name, variable, unit, factor))
    assert tuple(rows.rows) == EMITTED
    np.testing.assert_allclose(rows.rows[name], [value_of(name, year) for year in YEARS], rtol=1e-14)


def test_sectors_sums_and_species_the_model_lacks_are_left_out_and_said() -> None:
    frame = with_row(wide(), "Emissions|CH4|AFOLU", "Mt CH4/yr", "CH4")
    frame = with_row(frame, "Emissions|Kyoto Gases", "Mt CO2-equiv/yr", FOSSIL)
    frame = with_row(frame, "Emissions|HFC", "kt HFC134a-equiv/yr", "HFC-134a")
    frame = with_row(frame, "Halon-1202", "kt Halon1202/yr", "Halon-1211")
    frame = with_row(frame, "Primary Energy|Coal", "EJ/yr", "CH4")
    frame = with_row(frame, "Population", "million", "CH4")
    rows = read(frame)
    assert tuple(rows.rows) == EMITTED
    assert rows.notes == (
        "not used, being a sector of a species: Emissions|CH4|AFOLU",
        "not used, being a sum of several gases: Emissions|HFC, Emissions|Kyoto Gases",
        "not used, being a species the model does not have: Halon-1202 (the model has no Halon-1202)",
        "not used, being no emission: Population, Primary Energy|Coal",
    )
    assert read(frame.iloc[::-1]).notes == rows.notes


def test_a_misspelt_species_is_an_error_and_not_passed_over() -> None:
    frame = renamed(wide(), "HFC-134a", "HFC-134b", "kt HFC134a/yr")
    with pytest.raises(ScenarioError, match="no species is called 'HFC-134b'; 'HFC-134b' is perhaps HFC-134a"):
        read(frame)


def test_a_variable_can_be_left_out_on_purpose_and_is_said() -> None:
    frame = with_row(wide(), "Emissions|Hg", "t Hg/yr", "BC")
    with pytest.raises(ScenarioError, match=r"no species is called 'Emissions\|Hg'"):
        read(frame)
    assert read(frame, ignore=("Emissions|Hg",)).notes == ("left out as asked: Emissions|Hg",)
    with pytest.raises(ScenarioError, match=r"no variable 'Emissions\|As' to ignore"):
        read(frame, ignore=("Emissions|As",))


def test_a_species_by_two_names_is_an_error_that_names_both() -> None:
    frame = with_row(wide(), "Emissions|HFC|HFC134a", "kt HFC134a/yr", "HFC-134a")
    with pytest.raises(ScenarioError, match=r"HFC-134a is given by 'Emissions\|HFC\|HFC134a', 'HFC-134a'"):
        read(frame)
    assert tuple(read(frame, ignore=("HFC-134a",)).rows) == EMITTED


def test_what_climate_assessment_infilled_goes_before_what_it_harmonised() -> None:
    frame = wide()
    frame["variable"] = "AR6 climate diagnostics|Infilled|Emissions|" + frame["variable"].str.replace("CO2 ", "CO2|")
    earlier = "AR6 climate diagnostics|Harmonized|Emissions|CH4"
    both = with_row(frame, earlier, "Mt CH4/yr", "AR6 climate diagnostics|Infilled|Emissions|CH4", 2.0)
    rows = read(both)
    assert rows.rows["CH4"].tolist() == [value_of("CH4", year) for year in YEARS]
    assert rows.notes == (f"not used, being infilled in the table as well: {earlier}",)


def test_a_species_given_twice_is_an_error() -> None:
    with pytest.raises(ScenarioError, match="CH4 is given by 2 rows that are all called 'CH4'"):
        read(with_row(wide(), "CH4", "Mt CH4/yr", "CH4"))


def test_a_species_given_by_two_models_is_an_error_that_lists_them() -> None:
    both = pd.concat([wide().assign(model="WITCH"), wide().assign(model="AIM")], ignore_index=True)
    with pytest.raises(ScenarioError, match="CO2 FFI is given by 2 models; choose one by model=…: AIM, WITCH"):
        read(both)


def test_a_unit_that_cannot_be_used_names_the_species() -> None:
    with pytest.raises(ScenarioError, match="SF6: 'Mt CO2-equiv/yr' is an equivalent"):
        read(renamed(wide(), "SF6", "Emissions|SF6", "Mt CO2-equiv/yr"))
    with pytest.raises(ScenarioError, match="SF6 has no unit; its own is kt SF6/yr"):
        read(renamed(wide(), "SF6", "Emissions|SF6", " "))


def test_a_table_without_units_has_to_say_that_they_are_native() -> None:
    frame = wide().drop(columns="unit")
    with pytest.raises(ScenarioError, match=r"no column of units; add one \(Gt CO2/yr for CO2 FFI"):
        read(frame)
    assert tuple(read(frame, units="native").rows) == EMITTED
    with pytest.raises(ScenarioError, match="would overrule"):
        read(wide(), units="native")


def test_a_unit_that_is_not_clear_can_be_told_without_an_edit_of_the_table() -> None:
    frame = renamed(wide(), "NOx", "Emissions|NOx", "Mt NOx/yr", 30.006 / 46.006)
    with pytest.raises(ScenarioError, match="NOx: 'Mt NOx/yr' does not say whether"):
        read(frame)
    rows = read(frame, units={"Emissions|NOx": "Mt NO/yr"})
    np.testing.assert_allclose(rows.rows["NOx"], [value_of("NOx", year) for year in YEARS], rtol=1e-14)
    assert rows.notes == ("units as asked: Emissions|NOx in Mt NO/yr",)
    with pytest.raises(ScenarioError, match="no variable 'NOx' to give a unit to"):
        read(frame, units={"NOx": "Mt NO/yr"})


def test_an_infinite_value_names_species_and_year() -> None:
    with pytest.raises(ScenarioError, match="CH4 in 2024 is infinite"):
        read(set_cell(wide(), "CH4", 2024, float("inf")))


def test_a_row_without_any_value_is_not_given() -> None:
    frame = wide()
    frame.loc[frame["variable"] == "SF6", [str(year) for year in YEARS]] = np.nan
    assert "SF6" not in read(frame).rows


def test_total_co2_is_kept_apart_from_species() -> None:
    rows = read(with_row(wide(), "Emissions|CO2", "Mt CO2/yr", FOSSIL, 1000.0))
    assert tuple(rows.rows) == EMITTED
    np.testing.assert_allclose(rows.co2[Role.CO2_TOTAL], rows.rows[FOSSIL], rtol=1e-15)
