"""Joining a scenario that starts late to the packaged history."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from parley.climate.harmonise import Joined, join_to_history
from parley.climate.harmonise_methods import Method, harmonise, parse_method
from parley.climate.history import HISTORY_END, load_history, load_scenario_emissions
from parley.climate.species import EMITTED, species
from parley.errors import ScenarioError

CO2, AFOLU, CH4 = (EMITTED.index(name) for name in ("CO2 FFI", "CO2 AFOLU", "CH4"))
YEARS = np.arange(2015, 2161)


def scenario(first: int = 2015, last: int = 2160, factor: float = 1.1) -> NDArray[np.float64]:
    """ssp245 of these years, every species times ``factor``."""
    return np.array(load_scenario_emissions("ssp245").emissions[:, first - 1750 : last + 1 - 1750] * factor)


def join(values: NDArray[np.float64], first: int = 2015, **arguments: object) -> Joined:
    return join_to_history(np.arange(first, first + values.shape[1]), values, **arguments)  # type: ignore[arg-type]


futures = arrays(float, (51, 136), elements=st.floats(0, 1e4))
late_years = st.integers(2015, HISTORY_END)


@given(futures, late_years)
def test_joined_emissions_are_history_to_the_year_of_joining(values: NDArray[np.float64], year: int) -> None:
    joined = join(values, join_year=year)
    places = year - 1750 + 1
    assert joined.years.tolist() == list(range(1750, 2151))
    assert (joined.emissions[:, :places] == load_history().emissions[:, :places]).all()


@given(futures, late_years, st.sampled_from(["default", "offset", "reduce_offset_2100"]))
def test_joining_never_makes_negative_what_cannot_be(values: NDArray[np.float64], year: int, methods: str) -> None:
    joined = join(values, methods=methods, join_year=year)
    for row, entry in enumerate(species().values()):
        assert entry.may_be_negative or joined.emissions[row].min() >= 0, entry.name


@given(futures, late_years)
def test_what_is_changed_has_faded_out_by_2150(values: NDArray[np.float64], year: int) -> None:
    assert join(values, join_year=year).emissions[:, -1].tolist() == values[:, -1].tolist()


@given(futures)
def test_without_harmonising_the_scenario_stays_as_it_is(values: NDArray[np.float64]) -> None:
    joined = join(values, methods="none")
    assert (joined.emissions[:, 2015 - 1750 :] == values).all()
    assert (joined.emissions[:, : 2015 - 1750] == load_history().emissions[:, : 2015 - 1750]).all()
    assert joined.notes == ("joined as it is to the packaged history, which ends in 2014",)


@given(
    arrays(float, 30, elements=st.floats(-1e6, 1e6)),
    st.floats(-1e6, 1e6),
    st.sampled_from([Method("offset"), Method("offset", 2040), Method("offset", 2300)]),
)
def test_an_offset_meets_any_target(values: NDArray[np.float64], target: float, method: Method) -> None:
    moved = harmonise(np.arange(2024, 2054), values, 2024, target, method)
    assert moved[0] == pytest.approx(target, rel=1e-9, abs=1e-9)


def test_a_ratio_fades_linearly() -> None:
    moved = harmonise(np.arange(2020, 2031), np.ones(11), 2020, 2.0, Method("ratio", 2030))
    assert moved == pytest.approx(np.linspace(2, 1, 11))


def test_an_offset_fades_linearly_through_zero() -> None:
    moved = harmonise(np.arange(2020, 2031), np.linspace(1, -1, 11), 2020, 2.0, Method("offset", 2030))
    assert moved == pytest.approx(np.linspace(2, -1, 11))


def test_a_constant_ratio_and_a_constant_offset_stay() -> None:
    years, values = np.arange(2020, 2025), np.array([1.0, 2, 3, 4, 5])
    assert harmonise(years, values, 2020, 2.0, Method("ratio")).tolist() == [2, 4, 6, 8, 10]
    assert harmonise(years, values, 2020, 2.0, Method("offset")).tolist() == [2, 3, 4, 5, 6]


def test_by_default_gases_are_scaled_until_2080_and_land_use_is_shifted_until_2150() -> None:
    values = scenario()
    joined = join(values).emissions[:, 2015 - 1750 :]
    halfway = 2052 - 2015
    assert joined[CO2, halfway] == pytest.approx(values[CO2, halfway] * (1 + (1 / 1.1 - 1) / 2))
    assert (joined[CO2, 2080 - 2015 :] == values[CO2, 2080 - 2015 :]).all()
    offset = values[AFOLU, 2024 - 2015] * (1 / 1.1 - 1)
    assert joined[AFOLU, 2087 - 2015] == pytest.approx(values[AFOLU, 2087 - 2015] + offset / 2)


def test_a_scenario_that_reaches_zero_still_does() -> None:
    values = scenario()
    values[CO2, 2060 - 2015 :] = 0.0
    assert not join(values).emissions[CO2, 2060 - 1750 :].any()


def test_a_scenario_that_follows_on_the_history_is_not_changed() -> None:
    """ssp245 of 2025 and later already continues history; joined again it is itself to 0.2 %."""
    values = scenario(2025, 2100, factor=1.0)
    joined = join(values, first=2025)
    assert joined.emissions[:, 2025 - 1750 :] == pytest.approx(values, rel=2e-3, abs=1e-6)
    assert (joined.emissions[:, : 2025 - 1750] == load_history().emissions).all()
    assert "continued back" in joined.notes[0]


def test_a_single_year_after_history_is_joined() -> None:
    joined = join(scenario(2025, 2025), first=2025)
    assert joined.years[-1] == 2025
    assert joined.emissions[CO2, -1] < scenario(2025, 2025)[CO2, 0]


def test_a_scenario_from_1750_is_returned_as_it_is() -> None:
    values = scenario(1750, 2100)
    joined = join(values, first=1750)
    assert (joined.emissions == values).all()
    assert joined.notes == ()


def test_methods_can_be_chosen_by_species() -> None:
    values = scenario()
    joined = join(values, methods={"CH4": "none", "CO2 FFI": "reduce_ratio_2050"}).emissions[:, 2015 - 1750 :]
    assert (joined[CH4] == values[CH4]).all()
    assert (joined[CO2, 2050 - 2015 :] == values[CO2, 2050 - 2015 :]).all()
    assert joined[CO2, 2049 - 2015] < values[CO2, 2049 - 2015]
    assert joined[AFOLU, 2024 - 2015] == load_history().emissions[AFOLU, -1]


def test_notes_say_what_was_done_and_by_how_much() -> None:
    notes = join(scenario(factor=1 / 1.034)).notes
    assert notes[0] == "joined to the packaged history at 2024; its own values of 2015 to 2023 are not used"
    assert notes[1].startswith("scaled to meet history, fading out by 2080: CO2 FFI by 1.034, CH4 by 1.034")
    assert notes[2] == "shifted to meet history, fading out by 2150: CO2 AFOLU by +0.163 Gt CO2/yr"


def test_notes_say_which_species_are_joined_as_they_are() -> None:
    notes = join(scenario(), methods={"CH4": "none"}).notes
    assert notes[1] == "CH4 joined as it is to the packaged history, which ends in 2014"


def test_notes_tell_of_species_so_far_from_history_that_the_unit_may_be_wrong() -> None:
    values = scenario(factor=1.0)
    values[CO2] *= 1000
    joined = join(values)
    assert joined.notes[-1] == "far from history where they are joined, so check their units: CO2 FFI (1e+03 times)"
    assert joined.emissions[CO2, 2160 - 1750] == values[CO2, -1]


def test_notes_tell_of_species_held_at_zero() -> None:
    values = scenario(factor=1.0)
    row = EMITTED.index("SF6")
    values[row] = 100.0
    values[row, 2050 - 2015 :] = 0.0
    joined = join(values)
    assert joined.notes[-1] == "held at zero in years in which the shift would make them negative: SF6 from 2050"
    assert not joined.emissions[row, 2050 - 1750 :].any()


def test_a_gap_after_history_is_refused_naming_the_years() -> None:
    with pytest.raises(ScenarioError, match=r"ends in 2024 and the scenario starts in 2030; give 2025 to 2029 too"):
        join(scenario(2030), first=2030)


def test_a_gap_is_filled_with_a_straight_line_when_asked() -> None:
    values = scenario(2030)
    joined = join(values, first=2030, interpolate=True)
    line = joined.emissions[CO2, 2024 - 1750 : 2031 - 1750]
    assert np.diff(line) == pytest.approx((values[CO2, 0] - load_history().emissions[CO2, -1]) / 6)
    assert (joined.emissions[:, 2030 - 1750 :] == values).all()
    assert "2025 to 2029 are on a straight line" in joined.notes[0]


def test_a_gap_of_one_year_is_named_as_one_year() -> None:
    assert "; 2025 are on" in join(scenario(2026), first=2026, interpolate=True).notes[0]


def broken(change: Callable[[NDArray[np.float64]], None]) -> NDArray[np.float64]:
    values = scenario()
    change(values)
    return values


@pytest.mark.parametrize(
    ("values", "arguments", "message"),
    [
        (scenario(), {"methods": "magic"}, "'magic'.*reduce_ratio_2080"),
        (scenario(), {"methods": {"CO2": "none"}}, "no species 'CO2'"),
        (scenario(), {"methods": "reduce_ratio_2020"}, "CO2 FFI cannot fade out by 2020 what begins in 2024"),
        (scenario(), {"join_year": 2014}, "cannot be joined in 2014; it can be from 2015 to 2024"),
        (scenario(), {"join_year": 2025}, "cannot be joined in 2025"),
        (scenario(2015, 2020), {}, "ends in 2020, before history does"),
        (scenario()[:50], {}, r"\(51 species, year\)"),
        (broken(lambda values: values[CH4].put(3, np.nan)), {}, "CH4 has no value in 2018"),
        (broken(lambda values: values[CH4].fill(0)), {"methods": "ratio"}, "CH4 cannot be scaled.*use an offset"),
        (broken(lambda values: values[CO2].fill(-1)), {"methods": "ratio"}, "CO2 FFI cannot be scaled"),
    ],
)
def test_what_cannot_be_joined_is_refused_saying_why(
    values: NDArray[np.float64], arguments: dict[str, object], message: str
) -> None:
    with pytest.raises(ScenarioError, match=message):
        join(values, **arguments)


def test_years_that_are_not_consecutive_or_not_whole_are_refused() -> None:
    with pytest.raises(ScenarioError, match="2020 follows 2015"):
        join_to_history([2015, 2020], np.ones((51, 2)))
    with pytest.raises(ScenarioError, match=r"2015\.5 is no calendar year"):
        join_to_history([2015.5, 2016.5], np.ones((51, 2)))


def test_a_gap_cannot_be_harmonised() -> None:
    with pytest.raises(ScenarioError, match="no year in common"):
        join(scenario(2030), first=2030, methods="ratio", interpolate=True)


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("constant_ratio", Method("ratio")),
        ("model_zero", Method("offset")),
        ("reduce_ratio_2080", Method("ratio", 2080)),
        ("reduce_offset_2150_cov", Method("offset", 2150)),
    ],
)
def test_methods_have_their_published_names_too(name: str, method: Method) -> None:
    assert parse_method(name) == method


def test_what_is_given_is_not_changed() -> None:
    values = scenario()
    before = values.copy()
    join(values)
    assert (values == before).all()
