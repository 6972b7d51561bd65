"""The packaged history of emissions and the packaged scenarios."""

import numpy as np
import pytest

from parley.climate.history import HISTORY_END, SCENARIOS, load_history, load_scenario_emissions
from parley.climate.species import EMITTED, species
from parley.errors import ScenarioError

AFTER = HISTORY_END + 1 - 1750


def of(name: str, year: int) -> float:
    return float(load_history().emissions[EMITTED.index(name), year - 1750])


def test_history_has_every_year_from_1750_to_2024() -> None:
    years, emissions = load_history()
    assert years.tolist() == list(range(1750, 2025))
    assert emissions.shape == (51, 275)
    assert np.isfinite(emissions).all()


@pytest.mark.parametrize("name", SCENARIOS)
def test_scenarios_have_every_year_to_2500(name: str) -> None:
    years, emissions = load_scenario_emissions(name)
    assert years.tolist() == list(range(1750, 2501))
    assert emissions.shape == (51, 751)
    assert np.isfinite(emissions).all()


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_negative_that_cannot_be(name: str) -> None:
    emissions = load_scenario_emissions(name).emissions
    for row, entry in enumerate(species().values()):
        assert entry.may_be_negative or emissions[row].min() >= 0, entry.name


@pytest.mark.parametrize("name", SCENARIOS)
def test_scenarios_differ_from_history_only_after_2024(name: str) -> None:
    assert (load_scenario_emissions(name).emissions[:, :AFTER] == load_history().emissions).all()


def test_any_two_scenarios_differ_after_2024() -> None:
    futures = [load_scenario_emissions(name).emissions[:2, AFTER:] for name in SCENARIOS]
    for place, one in enumerate(futures):
        assert all((one != other).any() for other in futures[:place])


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_emissions_go_on_without_a_jump_where_sources_meet(name: str, year: int) -> None:
    """No year's change is more than twice the largest of the three decades before, or a fifth of the level."""
    emissions = load_scenario_emissions(name).emissions
    place = year - 1750
    change = np.abs(emissions[:, place] - emissions[:, place - 1])
    before = np.abs(np.diff(emissions[:, place - 31 : place])).max(axis=1)
    level = np.abs(emissions[:, place - 1])
    jumps = [EMITTED[row] for row in np.flatnonzero(change > np.maximum(2 * before, 0.2 * level))]
    assert jumps == []


def test_history_is_that_of_the_calibration_to_2022() -> None:
    assert of("CO2 FFI", 2022) == 37.150372
    assert of("N2O", 2022) == 12.605845
    assert of("CH4", 1750) == 38.246272


def test_history_grows_after_2022_like_the_newest_one() -> None:
    assert of("CO2 FFI", 2024) / of("CO2 FFI", 2022) == pytest.approx(38.968215 / 38.032061, rel=1e-6)
    assert of("CH4", 2023) / of("CH4", 2022) == pytest.approx(362.28021 / 359.87272, rel=1e-7)


def test_land_use_goes_on_by_the_difference() -> None:
    assert of("CO2 AFOLU", 2024) - of("CO2 AFOLU", 2022) == pytest.approx(4.2 - 3.543616, abs=1e-6)


@pytest.mark.parametrize("name", ["CFC-113", "CFC-114", "CFC-115"])
def test_gases_of_which_the_newest_history_says_nothing_are_held(name: str) -> None:
    assert of(name, 2024) == of(name, 2023) == of(name, 2022) > 1


def test_history_in_1750_is_the_baseline() -> None:
    for name, entry in species().items():
        if name in ("CF4", "CO2 FFI", "CO2 AFOLU"):
            continue
        assert of(name, 1750) == pytest.approx(entry.baseline_emissions, rel=1e-7), name


def test_scenarios_are_linear_between_the_decades_after_2150() -> None:
    emissions = load_scenario_emissions("ssp585").emissions
    for decade in range(2150 - 1750, 2500 - 1750, 10):
        step = np.diff(emissions[:, decade : decade + 11])
        assert np.allclose(step, step[:, :1], rtol=1e-6, atol=1e-9)


def test_low_scenarios_emit_less_than_high_ones() -> None:
    cumulative = [load_scenario_emissions(name).emissions[:2, AFTER : 2101 - 1750].sum() for name in SCENARIOS]
    by_name = dict(zip(SCENARIOS, cumulative, strict=True))
    order = ["ssp119", "ssp126", "ssp245", "ssp460", "ssp370", "ssp585"]
    assert sorted(order, key=by_name.__getitem__) == order


def test_tables_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValueError, match="read-only"):
        load_history().emissions[0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        load_scenario_emissions("ssp245").emissions[0, 0] = 1


@pytest.mark.parametrize(("name", "answer"), [("SSP245", "did you mean 'ssp245'"), ("rcp85", "there are ssp119")])
def test_an_unknown_scenario_is_refused_with_those_there_are(name: str, answer: str) -> None:
    with pytest.raises(ScenarioError, match=answer):
        load_scenario_emissions(name)
