"""Scenarios: emissions in, checked, never silently changed."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.climate.harmonise import join_to_history
from parley.climate.history import SCENARIOS, load_history, load_scenario_emissions
from parley.climate.natural import NaturalForcing
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED, species
from parley.errors import ScenarioError
from tests.climate.making_tables import FOSSIL, LAND, YEARS, long, renamed, set_cell, value_of, wide, with_row

CH4, SF6 = EMITTED.index("CH4"), EMITTED.index("SF6")


def short() -> Scenario:
    """A scenario of ten years, with a figure of its own for each species and year."""
    values = [[value_of(name, year) for year in YEARS] for name in EMITTED]
    return Scenario("short", np.array(YEARS), np.array(values))


def column_of(scenario: Scenario, name: str, years: range) -> list[float]:
    first = int(scenario.years[0])
    return scenario.emissions[EMITTED.index(name), years.start - first : years.stop - first].tolist()


class TestPackaged:
    @pytest.mark.parametrize("name", SCENARIOS)
    def test_each_is_complete_from_1750_to_2500(self, name: str) -> None:
        scenario = Scenario.packaged(name)
        assert scenario.name == name
        assert scenario.years.tolist() == list(range(1750, 2501))
        np.testing.assert_array_equal(scenario.emissions, load_scenario_emissions(name).emissions)

    def test_another_name_is_an_error_that_lists_them(self) -> None:
        with pytest.raises(ScenarioError, match="ssp119"):
            Scenario.packaged("ssp1-1.9 or so")


class TestFromTable:
    def test_a_table_from_1750_on_is_taken_as_it_is(self) -> None:
        frame = wide(years=range(1750, 1761))
        scenario = Scenario.from_table(frame)
        assert scenario.years.tolist() == list(range(1750, 1761))
        assert column_of(scenario, "CH4", range(1750, 1761)) == [value_of("CH4", year) for year in range(1750, 1761)]

    def test_emissions_of_1750_that_are_not_the_models_are_said(self) -> None:
        own = Scenario.packaged("ssp245").to_frame()
        changed = own.copy()
        changed.loc[changed["variable"] == "CH4", 1750] = 26.6
        assert not any("does not start at zero" in note for note in Scenario.from_table(own).notes)
        note = next(note for note in Scenario.from_table(changed).notes if "does not start at zero" in note)
        assert "CH4 (26.6 Mt CH4/yr, not 38.2)" in note

    def test_years_before_1750_are_left_out_and_it_is_said(self) -> None:
        scenario = Scenario.from_table(wide(years=range(1740, 1755)))
        assert scenario.years[0] == 1750
        assert "not used: 1740 to 1749, before the model's first year" in scenario.notes
        with pytest.raises(ScenarioError, match="mine: the table ends in 1744"):
            Scenario.from_table(wide(years=range(1740, 1745)))

    @pytest.mark.parametrize(
        "method", ["default", "none", "offset", dict.fromkeys(EMITTED, "none") | {"CH4": "reduce_ratio_2040"}]
    )
    def test_a_late_table_is_joined_to_history_as_asked_and_says_so(self, method: str | dict[str, str]) -> None:
        years = range(2020, 2051)
        scenario = Scenario.from_table(wide(years=years), harmonise=method)
        own = [[value_of(name, year) for year in years] for name in EMITTED]
        joined = join_to_history(years, own, method)
        np.testing.assert_array_equal(scenario.emissions, joined.emissions)
        assert scenario.years.tolist() == list(range(1750, 2051))
        assert scenario.notes == joined.notes != ()

    def test_the_year_of_joining_can_be_chosen(self) -> None:
        scenario = Scenario.from_table(wide(years=range(2015, 2031)), harmonise="ratio", join_year=2018)
        history = load_history()
        assert column_of(scenario, "CH4", range(2018, 2019)) == [history.emissions[CH4, 2018 - 1750]]
        assert column_of(scenario, "CH4", range(2019, 2020)) != [history.emissions[CH4, 2019 - 1750]]

    def test_an_unknown_method_and_one_without_history_name_the_scenario(self) -> None:
        with pytest.raises(ScenarioError, match="mine: no method of harmonising is called 'magic'"):
            Scenario.from_table(wide(), harmonise="magic")
        with pytest.raises(ScenarioError, match="mine: it starts in 1750"):
            Scenario.from_table(wide(years=range(1750, 1755)), harmonise="ratio")

    def test_the_same_table_gives_the_same_scenario_whatever_its_form(self, tmp_path: Path) -> None:
        frame = wide()
        (tmp_path / "mine.csv").write_text(frame.to_csv(index=False), "utf-8")
        one = Scenario.from_table(frame)
        others = (
            Scenario.from_table(long(frame)),
            Scenario.from_table(long(frame).sample(frac=1.0, random_state=1)),
            Scenario.from_table(frame.iloc[::-1, ::-1]),
            Scenario.from_table(tmp_path / "mine.csv"),
            Scenario.from_table(frame),
        )
        for other in others:
            np.testing.assert_array_equal(one.emissions, other.emissions)
            assert one.fingerprint == other.fingerprint
            assert one.notes == other.notes

    def test_names_and_units_of_iamc_give_the_same_emissions(self) -> None:
        frame = renamed(wide(), FOSSIL, "Emissions|CO2|Energy and Industrial Processes", "Mt CO2/yr", 1000.0)
        frame = renamed(frame, "N2O", "Emissions|N2O", "kt N2O/yr", 1000.0)
        frame = renamed(frame, "HFC-134a", "Emissions|F-Gases|HFC|HFC134a", "t HFC134a/yr", 1000.0)
        np.testing.assert_allclose(
            Scenario.from_table(frame).emissions, Scenario.from_table(wide()).emissions, rtol=1e-14
        )

    def test_a_missing_species_names_scenario_species_years_and_a_way_out(self) -> None:
        frame = wide(names=[name for name in EMITTED if name != "HFC-23"])
        with pytest.raises(ScenarioError, match=r"^mine: HFC-23 is missing in 2020 to 2030; .*fill_from='ssp\d"):
            Scenario.from_table(frame)

    @pytest.mark.parametrize("filler", ["ssp126", Scenario.packaged("ssp126")])
    def test_missing_species_are_filled_from_another_scenario(self, filler: Scenario | str) -> None:
        years = range(2020, 2051)
        frame = wide(years=years, names=[name for name in EMITTED if name not in ("HFC-23", "BC")])
        scenario = Scenario.from_table(frame, fill_from=filler)
        for name in ("HFC-23", "BC"):
            packaged = column_of(Scenario.packaged("ssp126"), name, range(1750, 2051))
            assert column_of(scenario, name, range(1750, 2051)) == packaged
        assert "taken from ssp126, because the table lacks them: BC, HFC-23" in scenario.notes

    def test_total_co2_alone_needs_land_use_which_may_be_filled_in(self) -> None:
        frame = wide(years=range(2020, 2051), names=[name for name in EMITTED if name not in (FOSSIL, LAND)])
        frame = with_row(frame, "Emissions|CO2", "Mt CO2/yr", "CH4", 1000.0)
        with pytest.raises(ScenarioError, match="mine: CO2 is given only in total"):
            Scenario.from_table(frame)
        scenario = Scenario.from_table(frame, fill_from="ssp245", harmonise="none")
        land = column_of(Scenario.packaged("ssp245"), LAND, range(2030, 2051))
        fossil = column_of(scenario, FOSSIL, range(2030, 2051))
        assert column_of(scenario, LAND, range(2030, 2051)) == land
        assert np.add(fossil, land) == pytest.approx([value_of("CH4", year) for year in range(2030, 2051)], rel=1e-14)

    def test_total_co2_is_never_counted_beside_its_parts(self) -> None:
        frame = wide()
        years = [str(year) for year in YEARS]
        parts = frame[frame["variable"].isin([FOSSIL, LAND])][years].sum()
        total = pd.DataFrame([{"scenario": "mine", "region": "World", "variable": "CO2", "unit": "Gt CO2/yr", **parts}])
        scenario = Scenario.from_table(pd.concat([frame, total], ignore_index=True))
        np.testing.assert_array_equal(scenario.emissions, Scenario.from_table(frame).emissions)
        total["2025"] += 3.0
        with pytest.raises(ScenarioError, match="mine: total CO2 in 2025 is"):
            Scenario.from_table(pd.concat([frame, total], ignore_index=True))

    def test_decades_are_joined_by_straight_lines(self) -> None:
        knots = (2020, 2030, 2040, 2050)
        coarse = Scenario.from_table(wide(years=knots), harmonise="none")
        fine = Scenario.from_table(wide(years=range(2020, 2051)), harmonise="none")
        np.testing.assert_allclose(coarse.emissions, fine.emissions, rtol=1e-14)
        assert any("on straight lines" in note for note in coarse.notes)

    @pytest.mark.parametrize("value", [None, float("nan"), ""])
    def test_a_single_empty_cell_is_an_error_and_never_zero(self, value: object) -> None:
        with pytest.raises(ScenarioError, match=r"^mine: CH4 has no value in 2025"):
            Scenario.from_table(set_cell(wide(), "CH4", 2025, value))

    def test_a_row_that_a_long_table_lacks_is_an_error(self) -> None:
        frame = long(wide())
        frame = frame[~((frame["variable"] == "CH4") & (frame["year"] == 2025))]
        with pytest.raises(ScenarioError, match=r"^mine: CH4 has no value in 2025"):
            Scenario.from_table(frame)
        assert any("CH4 in 2025" in note for note in Scenario.from_table(frame, interpolate=True).notes)

    def test_negative_emissions_are_only_for_co2(self) -> None:
        frame = set_cell(set_cell(wide(), LAND, 2029, -5.0), FOSSIL, 2030, -10.0)
        assert column_of(Scenario.from_table(frame, harmonise="none"), FOSSIL, range(2030, 2031)) == [-10.0]
        for name in ("CH4", "BC", "SF6", "HFC-134a"):
            with pytest.raises(ScenarioError, match=f"^mine: {name} in 2029 is -1 .*zero or more"):
                Scenario.from_table(set_cell(frame, name, 2029, -1.0))

    def test_traces_below_zero_of_minor_gases_are_kept_and_said(self) -> None:
        scenario = Scenario.from_table(set_cell(wide(), "C3F8", 2029, -0.09), harmonise="none")
        assert column_of(scenario, "C3F8", range(2029, 2030)) == [-0.09]
        assert "a little below zero and left so: C3F8 (-0.09 kt C3F8/yr in 2029)" in scenario.notes

    def test_an_infinite_value_is_an_error(self) -> None:
        with pytest.raises(ScenarioError, match=r"^mine: CH4 in 2025 is infinite"):
            Scenario.from_table(set_cell(wide(), "CH4", 2025, float("inf")))

    def test_a_start_after_history_needs_leave_for_a_straight_line(self) -> None:
        frame = wide(years=range(2030, 2041))
        with pytest.raises(ScenarioError, match=r"^mine: the packaged history ends in 2024"):
            Scenario.from_table(frame)
        assert Scenario.from_table(frame, interpolate=True).years[-1] == 2040

    def test_a_file_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(ScenarioError, match=r"^absent: there is no file"):
            Scenario.from_table(tmp_path / "absent.csv")

    def test_natural_forcing_is_kept(self) -> None:
        forcing = NaturalForcing("none", np.array([1750, 1751]), np.zeros(2), np.zeros(2))
        assert Scenario.from_table(wide(), natural=forcing).natural is forcing
        assert Scenario.from_table(wide()).natural is None


class TestNothingChangesBehindOnesBack:
    def test_an_edit_in_place_raises(self) -> None:
        scenario = Scenario.packaged("ssp245")
        with pytest.raises(ValueError, match="read-only"):
            scenario.emissions[0, 0] = 1.0
        with pytest.raises(ValueError, match="read-only"):
            scenario.years[0] = 1
        with pytest.raises(AttributeError):
            scenario.emissions = scenario.emissions * 2  # type: ignore[misc]

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
    def test_a_copy_can_be_written_to_no_more_than_the_scenario(self, again: object) -> None:
        scenario = again(short())  # type: ignore[operator]
        assert scenario.fingerprint == short().fingerprint
        with pytest.raises(ValueError, match="read-only"):
            scenario.emissions[0, 0] = 1.0

    def test_a_later_edit_of_the_source_changes_nothing(self) -> None:
        frame = wide(years=range(1750, 1761))
        scenario = Scenario.from_table(frame)
        before = scenario.emissions.copy()
        frame.loc[:, "1755"] = 0.0
        np.testing.assert_array_equal(scenario.emissions, before)
        array = np.ones((len(EMITTED), 2))
        direct = Scenario("direct", np.array([2000, 2001]), array)
        array[:] = 5.0
        assert (direct.emissions == 1.0).all()

    def test_the_packaged_history_is_not_shared(self) -> None:
        scenario = Scenario.packaged("ssp245").with_emissions("CH4", {1900: 1.0})
        assert scenario.emissions[CH4, 150] == 1.0
        assert load_history().emissions[CH4, 150] != 1.0


class TestWithEmissions:
    def test_years_of_a_mapping_are_set_and_no_others(self) -> None:
        changed = short().with_emissions("Emissions|CH4", {2030: 20.0, 2025.5: 10}, name="edited")
        assert changed.name == "edited"
        assert column_of(changed, "CH4", range(2030, 2031)) == [20.0]
        difference = np.argwhere(changed.emissions != short().emissions)
        assert difference.tolist() == [[CH4, 5], [CH4, 10]]
        assert changed.notes == ("CH4 was set for 2025 and 2030",)

    def test_a_series_and_an_array_are_taken_too(self) -> None:
        series = pd.Series([1.0, 2.0], index=[2021, 2022])
        assert column_of(short().with_emissions("SF6", series), "SF6", range(2021, 2023)) == [1.0, 2.0]
        whole = short().with_emissions("SF6", np.arange(11.0))
        assert whole.emissions[SF6].tolist() == list(range(11))
        assert whole.notes == ("SF6 was set for 2020 to 2030",)

    def test_the_scenario_itself_stays(self) -> None:
        scenario = short()
        before = scenario.fingerprint
        assert scenario.with_emissions("CH4", {2030: 0.0}).fingerprint != before
        assert scenario.fingerprint == before
        np.testing.assert_array_equal(scenario.emissions, short().emissions)

    @pytest.mark.parametrize(
        ("name", "values", "why"),
        [
            ("CH4", {2031: 1.0}, "short: there is no year 2031; the scenario has 2020 to 2030"),
            ("CH4", {"soon": 1.0}, "short: 'soon' is no year"),
            ("CH4", {2030: 1.0, 2030.5: 2.0}, "more than once"),
            ("CH4", {}, "no year was given"),
            ("CH4", {2030: "much"}, "a value is no number"),
            ("CH4", np.ones(3), "values of shape"),
            ("CH4", {2030: -1.0}, "short: CH4 in 2030 is -1 Mt CH4/yr"),
            ("CH4", {2030: float("nan")}, "short: CH4 in 2030 is nan"),
            ("CO2", {2030: 1.0}, "change CO2 FFI or CO2 AFOLU"),
            ("HFC134b", {2030: 1.0}, "did you mean 'HFC-134a'"),
            ("wool", {2030: 1.0}, "there are CO2 FFI, CO2 AFOLU"),
        ],
    )
    def test_what_no_scenario_can_have_is_refused(self, name: str, values: object, why: str) -> None:
        with pytest.raises(ScenarioError, match=why):
            short().with_emissions(name, values)  # type: ignore[arg-type]


class TestRoundTrip:
    @pytest.mark.parametrize("name", SCENARIOS)
    def test_a_packaged_scenario_comes_back_to_the_last_bit_through_a_frame(self, name: str) -> None:
        scenario = Scenario.packaged(name)
        back = Scenario.from_table(scenario.to_frame())
        assert back.name == name
        assert back.fingerprint == scenario.fingerprint
        np.testing.assert_array_equal(back.emissions, scenario.emissions)

    def test_and_through_a_file(self, tmp_path: Path) -> None:
        scenario = Scenario.packaged("ssp534-over")
        scenario.to_frame().to_csv(tmp_path / "table.csv", index=False)
        assert Scenario.from_table(tmp_path / "table.csv").fingerprint == scenario.fingerprint

    @settings(max_examples=20, deadline=None)
    @given(st.integers(0, 2**32 - 1), st.integers(1, 40))
    def test_any_emissions_come_back_to_the_last_bit(self, seed: int, length: int) -> None:
        random = np.random.default_rng(seed)
        emissions = random.lognormal(0.0, 5.0, (len(EMITTED), length))
        emissions[:2] -= 5.0
        scenario = Scenario("drawn", np.arange(1750, 1750 + length), emissions)
        frame = scenario.to_frame()
        for table in (frame, long(frame)):
            np.testing.assert_array_equal(Scenario.from_table(table).emissions, scenario.emissions)

    def test_the_frame_has_names_units_and_a_column_a_year(self) -> None:
        frame = short().to_frame()
        assert list(frame.columns) == ["scenario", "region", "variable", "unit", *YEARS]
        assert tuple(frame["variable"]) == EMITTED
        assert frame["unit"].tolist() == [entry.unit for entry in species().values()]


class TestDirect:
    @pytest.mark.parametrize(
        ("years", "shape", "why"),
        [
            ([2000, 2002], (len(EMITTED), 2), "odd: the year 2002 follows 2000"),
            ([2000, 2001], (3, 2), "must be .51 species, year"),
            ([], (len(EMITTED), 0), "0 years"),
        ],
    )
    def test_emissions_that_do_not_fit_are_refused(self, years: list[int], shape: tuple[int, int], why: str) -> None:
        with pytest.raises(ScenarioError, match=why):
            Scenario("odd", np.array(years), np.ones(shape))

    def test_two_equal_inputs_have_one_fingerprint_and_any_change_another(self) -> None:
        assert short().fingerprint == short().fingerprint
        zero = Scenario("zero", np.array([2000]), np.zeros((len(EMITTED), 1)))
        assert Scenario("minus", np.array([2000]), -zero.emissions).fingerprint == zero.fingerprint
        others = {
            zero.fingerprint,
            Scenario("late", np.array([2001]), zero.emissions).fingerprint,
            zero.with_emissions("CH4", {2000: 1.0}).fingerprint,
            zero.with_emissions("N2O", {2000: 1.0}).fingerprint,
            Scenario("sun", zero.years, zero.emissions, NaturalForcing.packaged("2024")).fingerprint,
        }
        assert len(others) == 5

    def test_its_name_is_shown_and_its_figures_are_not(self) -> None:
        assert repr(short()) == "<Scenario short: 51 species, 2020–2030>"
