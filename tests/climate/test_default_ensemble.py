"""The ensemble that comes with Parley: what its files say, and what its members give."""

from hashlib import sha256

import numpy as np
import pytest

from parley.climate import Ensemble, Scenario
from parley.climate.calibration.chain import DIGITS
from parley.climate.calibration.observations import load_observations
from parley.climate.calibration.past import past_warming, run_past_of
from parley.climate.calibration.recipe import MEMBERS, PRIORS, SEED, Recipe
from parley.climate.calibration.report import LONG_TERM, reference_range, scenario_rows, warming_by_scenario
from parley.climate.default_ensemble import load_provenance, parse_ensemble
from parley.climate.tables import read_text
from parley.errors import EnsembleError

PROVENANCE = load_provenance()


def test_the_table_is_the_one_that_its_provenance_tells_of() -> None:
    table = read_text("default_ensemble.csv.gz")
    assert sha256(table.encode()).hexdigest() == PROVENANCE["table_sha256"]
    with pytest.raises(EnsembleError, match="not the one that its provenance tells of"):
        parse_ensemble(table + "\n", PROVENANCE, "a changed table")


def test_it_was_made_by_the_recipe_that_is_made_without_options() -> None:
    recipe = Recipe()
    assert (PROVENANCE["seed"], PROVENANCE["members"], PROVENANCE["priors"]["members"]) == (SEED, MEMBERS, PRIORS)
    assert [target["name"] for target in PROVENANCE["targets"]] == [target.name for target in recipe.targets]
    for told, target in zip(PROVENANCE["targets"], recipe.targets, strict=True):
        assert told["quantiles"] == pytest.approx(target.quantiles, rel=1e-5, abs=1e-6)
    assert PROVENANCE["priors"]["description"]
    default = Ensemble.default()
    assert (default.name, default.natural, default.provisional) == (recipe.name, recipe.natural, False)
    assert default.methane == recipe.methane
    assert not default.fair_compatible


def test_parameters_have_nine_digits() -> None:
    _, *rows = read_text("default_ensemble.csv.gz").splitlines()
    cells = [cell for row in rows[::50] for cell in row.split(",")[2:]]
    assert all(f"{float(cell):.{DIGITS}g}" == cell for cell in cells)


def test_its_quality_is_what_was_promised() -> None:
    weights = PROVENANCE["weights"]
    assert weights["effective_size"] >= 2 * MEMBERS
    for told, target in zip(PROVENANCE["quality"], PROVENANCE["targets"], strict=True):
        low, _, high = target["quantiles"]
        loose = 0.1 if target["quantity"] in ("GMST", "CO2") else 0.05
        misses = np.abs(np.subtract(told["weighted"], target["quantiles"])) / (high - low)
        assert misses.max() < loose, told["target"]
        assert abs(told["drawn"][1] - target["quantiles"][1]) / (high - low) < 0.08, told["target"]


def test_its_members_have_what_its_provenance_tells_of_sensitivity() -> None:
    default = Ensemble.default()
    for told, values in zip(PROVENANCE["quality"][:2], (default.ecs, default.tcr), strict=True):
        assert np.quantile(values, [0.05, 0.5, 0.95]) == pytest.approx(told["drawn"], rel=1e-5)


def test_observed_warming_goes_with_that_of_the_members() -> None:
    past = past_warming(run_past_of(Ensemble.default(), 2024), load_observations().gmst)
    assert 0.85 <= past.inside <= 0.96
    assert past.recent_observed == pytest.approx(1.24, abs=0.01)
    assert past.recent == pytest.approx(past.recent_observed, abs=0.06)


def test_other_weather_goes_with_observed_warming_as_well() -> None:
    past = past_warming(run_past_of(Ensemble.default(), 2024, seed=3), load_observations().gmst)
    assert 0.85 <= past.inside <= 0.96
    assert past.recent == pytest.approx(past.recent_observed, abs=0.06)


def test_it_warms_by_scenario_nearly_as_the_published_members_of_fair() -> None:
    for row in scenario_rows(Ensemble.default()):
        assert row.fair is not None
        assert row.drawn.middle == pytest.approx(row.fair.middle, abs=0.12), row.scenario
        assert row.drawn.low == pytest.approx(row.fair.low, abs=0.25), row.scenario
        assert row.drawn.high == pytest.approx(row.fair.high, abs=0.35), row.scenario


def test_assessed_warming_is_there_for_the_five_scenarios_of_the_assessment() -> None:
    ranges = {name: reference_range("AR6", "GMST", name, LONG_TERM) for name in ("ssp119", "ssp585", "ssp434")}
    assert ranges == {"ssp119": (1.0, 1.4, 1.8), "ssp585": (3.3, 4.4, 5.7), "ssp434": None}


def test_warming_by_scenario_does_not_depend_on_how_members_are_batched() -> None:
    scenario = Scenario.packaged("ssp245")
    all_at_once = warming_by_scenario(Ensemble.default(), [scenario])["ssp245"]
    alone = warming_by_scenario(Ensemble.default().subset([5]), [scenario])["ssp245"]
    assert alone[0] == pytest.approx(all_at_once[5], rel=1e-12)
