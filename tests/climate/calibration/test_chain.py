"""The chain on few members: the same bytes whatever the threads, files that are read again, tables and the page."""

from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from parley.climate.calibration.chain import Calibration, calibrate
from parley.climate.calibration.diagnostics import page, write_page
from parley.climate.calibration.provenance import provenance_text, table_text, write_calibration
from parley.climate.calibration.recipe import Recipe, make_recipe, recipe_of_fair
from parley.climate.calibration.report import (
    scenario_rows,
    scenarios_markdown,
    target_rows,
    targets_markdown,
)
from parley.climate.calibration.targets import load_targets
from parley.climate.default_ensemble import load_ensemble
from parley.climate.emulator import run
from parley.climate.history import SCENARIOS
from parley.climate.scenario import Scenario
from parley.errors import CalibrationError, EnsembleError

SMALL = {"members": 60, "priors": 25_000}


def _recipe() -> Recipe:
    return Recipe(name="small", **SMALL)


@cache
def _small(threads: int = 2) -> Calibration:
    return calibrate(_recipe(), threads)


def test_one_thread_and_more_make_the_same_bytes() -> None:
    one, two = (table_text(_small(threads).ensemble) for threads in (1, 2))
    assert one == two
    assert provenance_text(_small(1), one) == provenance_text(_small(2), two)


def test_another_seed_makes_other_members() -> None:
    other = calibrate(replace(_recipe(), seed=7), 2)
    assert not set(other.ensemble.seeds.tolist()) & set(_small().ensemble.seeds.tolist())


def test_members_are_a_part_of_those_near_observed_warming() -> None:
    small = _small()
    assert small.priors.rmse.size == SMALL["priors"]
    assert len(small.ensemble) == SMALL["members"]
    assert (small.priors.rmse[small.ensemble.members] < 0.17).all()
    assert (small.weights.values[small.drawn] > 0.0).all()


def test_few_members_already_agree_with_targets() -> None:
    for row in target_rows(_small()):
        assert abs(row.misses(row.weighted).middle) < 0.15, row.target.name
        assert row.prior.high - row.prior.low > row.weighted.high - row.weighted.low or row.target.quantity == "ERFari"


def test_a_run_with_seed_nought_repeats_the_past_that_a_member_was_chosen_for() -> None:
    small = _small()
    result = run(Scenario.packaged("ssp245"), small.ensemble, end=2024, internal_variability=True)
    co2 = run(
        Scenario.packaged("ssp245"), small.ensemble, end=2024, outputs=["concentration"], internal_variability=True
    )
    assert result.temperature is not None
    found = 0.5 * (co2.concentration["CO2"][0, :, -2] + co2.concentration["CO2"][0, :, -1])
    assert found == pytest.approx(small.passed_values[-1, small.drawn], abs=1e-4)


def test_files_are_read_again_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "small.csv.gz"
    write_calibration(_small(), path)
    found, made = load_ensemble(path), _small().ensemble
    assert (found.name, found.natural, found.fair_compatible, found.methane) == (
        *("small", made.natural, made.fair_compatible),
        made.methane,
    )
    assert (found.members == made.members).all()
    assert (found.seeds == made.seeds).all()
    assert all((found.parameters[name] == column).all() for name, column in made.parameters.items())
    assert not found.provisional


def test_files_are_the_same_bytes_whenever_they_are_written(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_calibration(_small(), tmp_path / f"{name}.csv.gz")
    assert (tmp_path / "one.csv.gz").read_bytes() == (tmp_path / "other.csv.gz").read_bytes()
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()


def test_a_table_that_was_changed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "small.csv"
    write_calibration(_small(), tmp_path / "small.csv.gz")
    path.write_text(table_text(_small().ensemble).replace("1.", "2.", 1), encoding="utf-8")
    with pytest.raises(EnsembleError, match=r"small\.csv: the table is not the one that its provenance tells of"):
        load_ensemble(path)


def test_a_table_without_provenance_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "alone.csv"
    path.write_text("member\n", encoding="utf-8")
    with pytest.raises(EnsembleError, match=r"alone\.csv: cannot be read .*provenance beside it"):
        load_ensemble(path)


def test_files_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    with pytest.raises(CalibrationError, match="cannot be written"):
        write_calibration(_small(), tmp_path / "nowhere" / "small.csv.gz")
    with pytest.raises(CalibrationError, match="cannot be written"):
        write_page(_small(), tmp_path / "nowhere" / "small.html")


def test_progress_goes_up_to_all() -> None:
    told: list[tuple[str, float]] = []
    calibrate(replace(_recipe(), priors=15_000, members=10), 2, lambda activity, share: told.append((activity, share)))
    assert told[-1] == ("running members", 1.0)
    assert [share for _, share in told] == sorted(share for _, share in told)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"members": 30_000}, "30000 members cannot be drawn of 25000 priors"),
        ({"seed": 10**6}, "the seed is 1000000, but must be from 0 to 999999"),
        ({"rmse_limit_k": 0.0}, "limit is 0 K, but must be above 0"),
        ({"rmse_limit_k": 0.05, "priors": 10_000}, r"none of 10000 members comes nearer than 0\.05 K"),
    ],
)
def test_recipes_that_cannot_be_followed_are_refused(changes: dict[str, float], words: str) -> None:
    with pytest.raises(CalibrationError, match=words):
        calibrate(replace(_recipe(), **changes), 2)  # type: ignore[arg-type]


def test_a_recipe_may_end_earlier() -> None:
    recipe = make_recipe(until=2022)
    assert [target.name for target in recipe.targets if target.moves] == ["GMST 2003–2022", "CO2 2022"]
    assert recipe.observed.gmst.years[-1] == 2022
    assert calibrate(replace(recipe, **SMALL), 2).experiment.last_year == 2022  # type: ignore[arg-type]


def test_the_recipe_of_fair_has_its_world() -> None:
    recipe = make_recipe("v1.4.1")
    assert recipe.targets == load_targets("v1.4.1")
    assert (recipe.natural, recipe.fair_compatible) == ("v1.4.1", True)
    assert recipe.methane == recipe_of_fair().methane


def test_targets_of_a_file_make_a_recipe_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "cool.csv"
    path.write_text("quantity,p05,p50,p95\nECS,1.8,2.5,3.6\n", encoding="utf-8")
    recipe = make_recipe(str(path))
    assert recipe.name == "cool"
    cool = calibrate(replace(recipe, **SMALL), 2)  # type: ignore[arg-type]
    assert np.median(cool.ensemble.ecs) == pytest.approx(2.5, abs=0.1)
    assert cool.priors.importance == pytest.approx(1.0)


def test_tables_have_a_row_for_each_target_and_scenario() -> None:
    targets, scenarios = target_rows(_small()), scenario_rows(_small().ensemble)
    assert [row.scenario for row in scenarios] == list(SCENARIOS)
    written = targets_markdown(targets) + scenarios_markdown(scenarios)
    assert all(f"| {target.name} [" in written for target in _recipe().targets)
    assert "| ssp245 |" in written
    assert "2.7 (2.1 to 3.5)" in written
    assert "2.96 (2.01 to 4.99)" in written


class _Tags(HTMLParser):
    """Which tags are open, and what is loaded from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.loaded += [
            value or "" for name, value in attrs if name in ("src", "href") and not (value or "").startswith("#")
        ]
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_stands_by_itself_and_shows_every_picture() -> None:
    tags = _Tags()
    html = page(_small())
    tags.feed(html)
    assert not tags.open
    assert not tags.loaded
    assert "script" not in tags.seen
    assert tags.seen.count("svg") >= len(_recipe().targets) + 4 + 3
    assert html == page(_small())


def test_the_page_says_what_users_named_without_taking_it_for_markup() -> None:
    named = replace(_small(), recipe=replace(_recipe(), name="<b>mine & yours</b>"))
    assert "<b>mine" not in page(named)
