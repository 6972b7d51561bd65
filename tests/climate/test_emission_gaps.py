"""Years and species that a table does not give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.climate.emission_gaps import fill_species, fill_years, nearest_packaged, span_of
from parley.climate.emission_rows import EmissionRows
from parley.climate.history import SCENARIOS, load_scenario_emissions
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED
from parley.errors import ScenarioError

NAN = float("nan")


def rows(years: list[int], **series: list[float]) -> EmissionRows:
    return EmissionRows(np.array(years), {name: np.array(values) for name, values in series.items()}, {})


def packaged_rows(name: str, first: int, last: int, *species: str) -> EmissionRows:
    years, emissions = load_scenario_emissions(name)
    span = slice(first - int(years[0]), last - int(years[0]) + 1)
    return EmissionRows(years[span], {one: emissions[EMITTED.index(one), span] for one in species}, {})


def test_years_that_the_whole_table_lacks_lie_on_straight_lines_and_it_is_said() -> None:
    done = fill_years(rows([2020, 2030], CH4=[300.0, 400.0], BC=[10.0, 5.0]))
    assert done.years.tolist() == list(range(2020, 2031))
    assert done.rows["CH4"].tolist() == [300.0 + 10 * step for step in range(11)]
    assert done.rows["BC"][5] == 7.5
    assert done.notes == ("on straight lines between the years of the table: all species, 9 years of 2020 to 2030",)


def test_a_table_of_every_year_stays_as_it_is() -> None:
    done = fill_years(rows([2020, 2021, 2022], CH4=[1.0, 5.0, 2.0]))
    assert done.rows["CH4"].tolist() == [1.0, 5.0, 2.0]
    assert done.notes == ()


def test_a_year_that_one_species_lacks_is_an_error_that_names_both() -> None:
    gap = rows([2020, 2021, 2022], CH4=[1.0, NAN, 2.0], BC=[1.0, 1.0, 1.0], OC=[1.0, 1.0, 1.0])
    with pytest.raises(ScenarioError, match="CH4 has no value in 2021"):
        fill_years(gap)


def test_a_straight_line_over_a_gap_of_one_species_has_to_be_asked_for_and_is_said() -> None:
    gap = rows([2020, 2021, 2022], CH4=[1.0, NAN, 2.0], BC=[1.0, 1.0, 1.0])
    done = fill_years(gap, interpolate=True)
    assert done.rows["CH4"].tolist() == [1.0, 1.5, 2.0]
    assert done.notes == ("CH4 in 2021 is on a straight line between the years it has",)


@pytest.mark.parametrize(("values", "year"), [([NAN, 1.0, 2.0], 2020), ([1.0, 2.0, NAN], 2022)])
def test_nothing_is_drawn_beyond_the_values_there_are(values: list[float], year: int) -> None:
    gap = rows([2020, 2021, 2022], CH4=values, BC=[1.0, 1.0, 1.0])
    with pytest.raises(ScenarioError, match=f"CH4 has no value in {year}.*none beyond"):
        fill_years(gap, interpolate=True)


def test_years_that_only_a_few_species_have_are_used_for_these_alone() -> None:
    mixed = rows([2020, 2021, 2022], CH4=[0.0, NAN, 2.0], BC=[0.0, NAN, 4.0], CCl4=[1.0, 9.0, 1.0], OC=[0.0, NAN, 6.0])
    done = fill_years(mixed)
    assert done.rows["CCl4"].tolist() == [1.0, 9.0, 1.0]
    assert done.rows["OC"].tolist() == [0.0, 3.0, 6.0]
    assert done.notes == (
        "on straight lines between the years of the table: 3 species (CH4, BC, OC), 1 year of 2020 to 2022",
    )


def test_years_beyond_those_of_most_species_are_left_out_and_it_is_said() -> None:
    longer = rows([2019, 2020, 2021], CH4=[1.0, 1.0, 1.0], BC=[NAN, 2.0, 2.0], OC=[NAN, 3.0, 3.0])
    done = fill_years(longer)
    assert done.years.tolist() == [2020, 2021]
    assert done.notes == ("not used: 2019, for which the table has less than half of its species",)


def test_species_without_common_years_are_refused() -> None:
    with pytest.raises(ScenarioError, match="no year in which at least half"):
        fill_years(rows([2020, 2021, 2022], CH4=[1.0, NAN, NAN], BC=[NAN, 1.0, NAN], OC=[NAN, NAN, 1.0]))
    with pytest.raises(ScenarioError, match="no species at all"):
        fill_years(rows([2020]))


@given(st.sets(st.integers(2000, 2100), min_size=2), st.integers(0, 2**32 - 1))
def test_given_years_keep_their_values_and_others_lie_between_their_neighbours(years: set[int], seed: int) -> None:
    values = np.random.default_rng(seed).uniform(0, 100, len(years))
    done = fill_years(rows(sorted(years), CH4=values.tolist()))
    assert done.years.tolist() == list(range(min(years), max(years) + 1))
    np.testing.assert_array_equal(done.rows["CH4"][np.array(sorted(years)) - min(years)], values)
    assert done.rows["CH4"].min() >= values.min()
    assert done.rows["CH4"].max() <= values.max()


def test_missing_species_are_named_with_their_years_and_the_nearest_scenario() -> None:
    given = packaged_rows("ssp370", 2020, 2100, *(name for name in EMITTED if name not in ("HFC-23", "SF6")))
    with pytest.raises(ScenarioError) as refusal:
        fill_species(given.noting("not used, being a sum of several gases: Emissions|HFC"), None)
    message = str(refusal.value)
    assert "SF6, HFC-23 are missing in 2020 to 2100" in message
    assert "fill_from='ssp370'" in message
    assert "Emissions|HFC" in message


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_nearest_packaged_scenario_of_one_is_itself(name: str) -> None:
    assert nearest_packaged(packaged_rows(name, 2030, 2100, "CO2 FFI", "CO2 AFOLU")) == name


def test_without_co2_no_scenario_is_nearest() -> None:
    assert nearest_packaged(packaged_rows("ssp245", 2030, 2100, "CH4")) is None
    with pytest.raises(ScenarioError, match=r"^all species but CH4 are missing.*fill_from takes one of ssp119, "):
        fill_species(packaged_rows("ssp245", 2030, 2100, "CH4"), None)


def test_species_are_filled_from_another_scenario_and_it_is_said() -> None:
    given = packaged_rows("ssp119", 2030, 2100, *(name for name in EMITTED if name != "SF6"))
    filler = Scenario.packaged("ssp585")
    done = fill_species(given, filler)
    np.testing.assert_array_equal(done.rows["SF6"], filler.emissions[EMITTED.index("SF6"), 280:351])
    assert done.notes == ("taken from ssp585, because the table lacks them: SF6",)
    assert fill_species(done, filler) is done


def test_a_scenario_that_lacks_years_cannot_fill() -> None:
    short = Scenario("short", np.arange(2030, 2051), np.ones((len(EMITTED), 21)))
    with pytest.raises(ScenarioError, match="cannot be filled from short, which has 2030 to 2050"):
        fill_species(packaged_rows("ssp119", 2030, 2100, "CH4"), short)


@pytest.mark.parametrize(
    ("years", "text"),
    [
        ([2030], "2030"),
        ([2030, 2031], "2030 to 2031"),
        ([2030, 2040], "2030 and 2040"),
        ([2030, 2040, 2060], "2030, 2040 … 2060"),
    ],
)
def test_years_are_named_shortly(years: list[int], text: str) -> None:
    assert span_of(years) == text
