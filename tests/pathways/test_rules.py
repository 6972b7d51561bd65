"""Rules of levels, by the examples of docs/explanation/pathways.md, which are worked there by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from parley.pathways.axes import CO2_FFI, CO2_LAND, F_GASES, place, total
from parley.pathways.draws import one_draw
from parley.pathways.net_zero import draw_net_zero
from parley.pathways.pathway import Level, NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules import Setting, quantify
from parley.pathways.trajectory import NON_BINDING, draw_trajectory
from tests.pathways.examplia import a_reduction, examplia, setting

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "pathways.md").read_text(encoding="utf-8")


def level_of(pledge: PathwayPledge, where: Setting | None = None) -> Level:
    found = quantify(pledge, where or setting())
    assert isinstance(found, Level), found
    return found


def check(value: float, figure: str) -> None:
    """The value is the figure of the page, as it is written there."""
    digits = len(figure.partition(".")[2])
    assert f"{value:,.{digits}f}" == figure
    assert f"**{figure}" in PAGE


def test_a_net_cut_holds_the_sink() -> None:
    level = level_of(a_reduction("base_year", 50, base_year=2005))
    check(level.mtco2e.item(), "600")
    assert level.land_factor is None
    assert level.steps == (
        "2005 without land use, our series: 1,000 MtCO2e (AR6GWP100).",
        "With land use of -100 MtCO2e by inventories: 900 MtCO2e.",
        "Cut by 50 %: 450 MtCO2e.",
        "The sink is held at today's 150 MtCO2e of the Party's kind of inventory, so without land use"
        " 450 MtCO2e + 150 MtCO2e = 600 MtCO2e.",
    )


def test_a_gross_base_with_a_net_target() -> None:
    check(level_of(a_reduction("base_year", 50, base_year=2005, gross_net=True)).mtco2e.item(), "650")


def test_a_cut_without_land_use() -> None:
    check(level_of(a_reduction("base_year", 50, base_year=2005, lulucf="excluded")).mtco2e.item(), "500")


def test_land_use_that_is_a_source_is_cut_in_step() -> None:
    base = examplia(land_of_inventories=(300.0, 400.0), land=200.0)
    level = level_of(a_reduction("base_year", 50, base_year=2005), setting(base))
    check(level.mtco2e.item(), "487.5")
    assert level.land_factor is not None
    assert level.land_factor.item() == pytest.approx(650 / 1600)
    emissions = draw_trajectory([level], setting(base)).emissions[0]
    assert emissions[CO2_LAND, place(2030)] == pytest.approx(200 * 650 / 1600)


def test_land_use_that_is_a_small_source_is_left_out() -> None:
    base = examplia(land_of_inventories=(300.0, 100.0), land=200.0)
    level = level_of(a_reduction("base_year", 50, base_year=2005), setting(base))
    assert (level.mtco2e.item(), level.land_factor) == (500.0, None)
    assert any("small source" in flag for flag in level.flags)


def test_a_level_is_put_in_proportion_to_the_base_that_the_party_published() -> None:
    pledge = a_reduction("absolute", 400, base_year=2005, base_mtco2e=800.0)
    check(level_of(pledge).mtco2e.item(), "600")
    check(level_of(a_reduction("absolute", 400)).mtco2e.item(), "550")
    assert "level as published, by the Party's own inventory" in level_of(a_reduction("absolute", 400)).flags


def test_a_cut_below_business_as_usual_counts_with_its_weaker_end_without_support() -> None:
    pledge = a_reduction("bau", (30, 40), bau_mtco2e=1500.0, conditional="stronger", lulucf="excluded")
    check(level_of(pledge, setting(policy="unconditional")).mtco2e.item(), "1,050")
    check(level_of(pledge, setting(policy="conditional")).mtco2e.item(), "900")


def test_without_a_published_business_as_usual_there_is_no_level() -> None:
    found = quantify(a_reduction("bau", 30), setting())
    assert isinstance(found, NotQuantified)
    assert "no business as usual is published" in found.reason


def test_an_intensity_grows_with_the_economy() -> None:
    pledge = a_reduction("intensity", 65, base_year=2005, gas="CO2")
    level = level_of(pledge)
    check(level.mtco2e.item(), "840")
    assert level.co2_only
    slow, fast = (
        level_of(pledge, setting(draws=replace(one_draw(), gdp=np.full(1, gdp)))).mtco2e.item() for gdp in (0.0, 1.0)
    )
    assert slow == pytest.approx(840 / np.exp(0.07))
    assert fast == pytest.approx(840 * np.exp(0.07))


def test_a_peak_is_growth_that_fades_to_the_middle_of_the_years_left() -> None:
    peak = PathwayPledge("peak", "XXA", "peak", 2030, gas="GHG", qualifier="by")
    level = level_of(peak)
    check(level.mtco2e.item(), "1,243")
    higher = level_of(peak, setting(draws=one_draw(peak=1.0))).mtco2e.item()
    assert higher > level.mtco2e.item() > level_of(peak, setting(draws=one_draw(peak=0.0))).mtco2e.item() > 1200


def test_a_cut_below_a_peak_takes_the_peak_that_is_pledged() -> None:
    peak = PathwayPledge("peak", "XXA", "peak", 2030, gas="GHG", qualifier="by")
    pledge = a_reduction("below_peak", 10, target_year=2035, lulucf="excluded")
    check(level_of(pledge, setting(examplia(), peak, pledge)).mtco2e.item(), "1,118")
    by_tonnes = replace(pledge, unit="MtCO2e", low=42.5, high=42.5)
    assert level_of(by_tonnes, setting(examplia(), peak)).mtco2e.item() == pytest.approx(1200, abs=0.1)


def test_lines_are_straight_and_gases_follow_down_to_their_residual() -> None:
    where = setting()
    emissions = draw_trajectory([level_of(a_reduction("base_year", 50, base_year=2005))], where).emissions
    lines = total(emissions, land=False)[0]
    check(lines[place(2026)], "943")
    assert lines[place(2030)] == pytest.approx(600)
    assert (emissions[0, CO2_FFI, place(2030)], emissions[0, F_GASES, place(2030)]) == pytest.approx((500, 100))
    deep = draw_trajectory([level_of(a_reduction("absolute", 200, lulucf="excluded"))], where).emissions[0]
    check(deep[CO2_FFI, place(2030)], "120")
    check(deep[F_GASES, place(2030)], "80")


def test_constant_effort_goes_on_at_the_rate_per_unit_of_the_economy() -> None:
    where = setting(extension="constant-effort")
    lines = total(
        draw_trajectory([level_of(a_reduction("base_year", 50, base_year=2005))], where).emissions, land=False
    )[0]
    check(lines[place(2040)], "316")


def test_a_flat_level_is_held() -> None:
    where = setting(extension="flat")
    emissions = draw_trajectory([level_of(a_reduction("base_year", 50, base_year=2005))], where).emissions
    np.testing.assert_allclose(total(emissions, land=False)[0, place(2030) :], 600)


def test_net_zero_of_all_gases_takes_out_what_is_left() -> None:
    level = level_of(a_reduction("base_year", 50, base_year=2005))
    where = setting()
    without = draw_trajectory([level], where).emissions
    pledge = PathwayPledge("zero", "XXA", "net_zero", 2050, gas="GHG")
    line = draw_net_zero(pledge, without, [level], where).emissions[0]
    check(line[F_GASES, place(2050)], "80")
    check(line[CO2_FFI, place(2050)], "-80")
    assert total(line, land=False)[place(2050) :] == pytest.approx(0, abs=1e-9)
    check(line[CO2_FFI, place(2040)], "210")


def test_net_zero_of_co2_leaves_other_gases_alone() -> None:
    where = setting(extension="flat")
    pledge = PathwayPledge("zero", "XXA", "net_zero", 2050, gas="CO2")
    level = level_of(a_reduction("intensity", 65, base_year=2005, gas="CO2"))
    without = draw_trajectory([level], where).emissions
    line = draw_net_zero(pledge, without, [level], where).emissions[0]
    assert line[CO2_FFI, place(2050) :] == pytest.approx(0)
    assert line[F_GASES] == pytest.approx(200)


def test_removals_are_capped_and_what_is_missed_is_said() -> None:
    base = examplia()
    emissions = base.emissions.copy()
    emissions[F_GASES] = 1200.0
    where = setting(replace(base, emissions=emissions))
    pledge = PathwayPledge("zero", "XXA", "net_zero", 2050, gas="GHG")
    line = draw_net_zero(pledge, draw_trajectory([], where).emissions, [], where)
    # 40 % of 1,200 is 480 of F-gases to make up for; 15 % of the 2,140 emitted in 2020 is 321.
    assert line.emissions[0, CO2_FFI, place(2050)] == pytest.approx(-321)
    assert any("removals are capped at 15 % of 2020: 159 MtCO2e are left" in flag for flag in line.flags)


def test_a_target_above_current_policy_does_not_bind() -> None:
    weak = level_of(a_reduction("absolute", 2000, lulucf="excluded"))
    found = draw_trajectory([weak], setting())
    assert NON_BINDING in found.levels[0].flags
    np.testing.assert_array_equal(found.emissions[0], examplia().emissions)
    hot = draw_trajectory([weak], setting(hot_air=True))
    assert total(hot.emissions, land=False)[0, place(2030)] == pytest.approx(2000)


def test_what_has_no_level_says_why() -> None:
    for kind, words in (("share", "sensitivity"), ("finance", "money"), ("other", "nothing of emissions")):
        found = quantify(PathwayPledge("x", "XXA", kind, 2030), setting())  # type: ignore[arg-type]
        assert isinstance(found, NotQuantified)
        assert words in found.reason
    for pledge, words in (
        (a_reduction("base_year", 50, base_year=1985), "outside of the data"),
        (a_reduction("base_year", 50), "no base year"),
        (a_reduction("base_year", 50, base_year=2005, target_year=2020), "lies in the data"),
        (a_reduction("base_year", 50, base_year=2005, gas="CH4"), "of CH4 alone"),
        (a_reduction("base_year", 50, base_year=2005, about="power"), "of a part of emissions"),
        (a_reduction("absolute", None), "no level in tonnes"),
    ):
        found = quantify(pledge, setting())
        assert isinstance(found, NotQuantified)
        assert words in found.reason
