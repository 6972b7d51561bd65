"""The fan chart: what it shows, that its labels do not meet, and that it stands by itself."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree

import altair as alt
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.climate.comparison import compare
from parley.climate.fan import fan_of_differences, fan_of_warming, fan_png, fan_svg
from parley.climate.fan_layers import fan_spec
from parley.climate.fan_layout import Fan, palette, percent, split, spread, written
from parley.climate.result import Result
from parley.climate.summary import summarise
from parley.errors import ClimateError
from tests.climate.making_results import make_result, make_temperature

PAPER = "#fdfcfa"


def parting(scenarios: int, members: int = 21) -> Result:
    """Scenarios that are one until 2025 and part then."""
    temperature = np.repeat(make_temperature(1, members), scenarios, axis=0)
    after = np.clip(np.arange(1750, 2102) - 2025, 0, None) / 76
    return make_result(temperature + np.linspace(-0.5, 2, scenarios)[:, None, None] * after)


def words(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def texts(svg: str) -> list[tuple[float, float, str]]:
    """Right end or left end, height and words of each text, from the picture's corner."""
    found = []

    def walk(node: ElementTree.Element, x: float, y: float) -> None:
        for shift in re.findall(r"translate\(([-\d.]+),\s*([-\d.]+)\)", node.get("transform", "")):
            x, y = x + float(shift[0]), y + float(shift[1])
        if node.tag.endswith("}text"):
            found.append((x, y, "".join(node.itertext())))
        for child in node:
            walk(child, x, y)

    walk(ElementTree.fromstring(svg), 0, 0)
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scenarios", [1, 2, 3, 8])
def test_the_specification_is_sound(scenarios: int) -> None:
    summary = summarise(parting(scenarios))
    alt.Chart.from_dict(fan_spec(fan_of_warming(summary)), validate=True)


def test_a_chart_of_one_scenario_says_what_it_shows() -> None:
    svg = fan_svg(fan_of_warming(summarise(parting(1))))
    said = words(svg)
    assert said[said.index("Warming under path-1") + 1].startswith("Global surface temperature above 1850–1900 [°C]")
    assert any("21 members" in line for line in said)
    assert any(line.startswith("1.5 °C · half the members cross by 20") for line in said)
    assert {"median", "5 %", "95 %"} <= set(said)
    assert any("ensemble: invented" in line for line in said)
    assert not any("Provisional" in line for line in said)


def test_what_was_observed_is_shown_beside_what_was_computed() -> None:
    fan = fan_of_warming(summarise(parting(1)))
    assert fan.observed[0][0] == 1900
    assert fan.observed[-1][1] > 1
    said = words(fan_svg(fan))
    assert any("dots: observed" in line for line in said)
    assert any("Indicators of Global Climate Change" in line for line in said)


def test_observations_are_left_out_where_the_baseline_is_another() -> None:
    fan = fan_of_warming(summarise(parting(1), baseline=(1995, 2014)))
    assert fan.observed == ()
    assert "observed" not in " ".join(words(fan_svg(fan)))


def test_a_provisional_ensemble_is_named_as_such() -> None:
    result = make_result(make_temperature(1), provisional=True)
    assert "Provisional ensemble, not calibrated: do not rely on these odds." in words(
        fan_svg(fan_of_warming(summarise(result)))
    )


def test_several_scenarios_are_named_with_their_ranges_beside_the_plot() -> None:
    summary = summarise(parting(3))
    said = words(fan_svg(fan_of_warming(summary)))
    for scenario in summary:
        assert scenario.scenario in said
        low, middle, high = (scenario.warming_at_end[place] for place in (0, 3, 6))
        assert f"{written(middle, 9)} ({written(low, 9)} to {written(high, 9)})" in said


def test_differences_have_a_chart_that_begins_shortly_before_they_set_in() -> None:
    fan = fan_of_differences(compare(parting(2)))
    assert fan.title == "Warming under path-2, less that under path-1"
    assert fan.curves[0].years[0] == 2010
    assert fan.levels[0].value == 0
    alt.Chart.from_dict(fan_spec(fan), validate=True)


def test_the_years_that_all_have_in_common_are_drawn_once() -> None:
    fan = fan_of_warming(summarise(parting(3)))
    common, rest = split(fan.curves)
    assert common is not None
    assert (common.years[0], common.years[-1]) == (1900, 2024)
    assert {curve.years[0] for curve in rest} == {2024}
    assert [curve.last for curve in rest] == [curve.last for curve in fan.curves]


@pytest.mark.parametrize("scenarios", [1, 2, 5])
def test_the_same_chart_is_the_same_bytes(scenarios: int) -> None:
    first, second = (fan_svg(fan_of_warming(summarise(parting(scenarios)))) for _ in range(2))
    assert first == second


def test_the_file_stands_by_itself() -> None:
    svg = fan_svg(fan_of_warming(summarise(parting(2))))
    assert f'fill="{PAPER}"' in svg
    assert "var(--" not in svg
    assert not re.search(r"(?:href|src)=", svg)


def test_a_picture_is_a_png() -> None:
    assert fan_png(fan_of_warming(summarise(parting(1)))).startswith(b"\x89PNG\r\n")


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "A name that nobody would ever want to read to its end",
        "Ærø",
        "tab\t\x1b[31m\x00\u202e\ud800",
    ],
)
def test_any_name_is_shown_as_text_and_cut_to_fit(name: str) -> None:
    temperature = parting(2).series("temperature")
    svg = fan_svg(fan_of_warming(summarise(make_result(temperature, scenarios=("a", name)))))
    assert "<script" not in svg
    shown = [line for line in words(svg) if line.startswith(name[:3])]
    assert len(shown) == 1
    assert len(shown[0]) <= 26


@pytest.mark.parametrize("scenarios", [1, 2, 3, 8, 12])
def test_all_words_stand_inside_the_picture_and_labels_do_not_meet(scenarios: int) -> None:
    svg = fan_svg(fan_of_warming(summarise(parting(scenarios))))
    root = ElementTree.fromstring(svg)
    width, height = (float(root.get(side, "0")) for side in ("width", "height"))
    placed = texts(svg)
    assert len(placed) > 10
    for x, y, _ in placed:
        assert 0 < x < width
        assert 8 < y < height
    columns: dict[float, list[float]] = {}
    for x, y, _ in placed:
        if x > 690:
            columns.setdefault(x, []).append(y)
    assert columns
    for heights in columns.values():
        assert all(lower - upper >= 14 for upper, lower in itertools.pairwise(sorted(heights)))


@given(st.lists(st.floats(-50, 450), min_size=1, max_size=15))
def test_labels_are_spread_in_their_order_and_no_more_than_needed(places: list[float]) -> None:
    found = spread(places, 17, 6, 354)
    assert all(6 - 1e-6 <= place <= 354 + 1e-6 for place in found)
    order = sorted(range(len(places)), key=lambda place: places[place])
    gaps = [found[after] - found[before] for before, after in itertools.pairwise(order)]
    assert all(gap >= 17 - 1e-6 for gap in gaps)
    if all(places[after] - places[before] >= 17 for before, after in itertools.pairwise(order)) and all(
        6 <= place <= 354 for place in places
    ):
        assert found == pytest.approx(places)


def test_too_many_labels_stand_closer() -> None:
    found = spread([100.0] * 50, 17, 6, 354)
    assert (found[0], found[-1]) == pytest.approx((6, 354))


def test_every_colour_can_be_told_from_the_paper() -> None:
    for count in range(1, 9):
        colours = palette(count)
        assert len(set(colours)) == count
        for colour in colours:
            assert (luminance(PAPER) + 0.05) / (luminance(colour) + 0.05) >= 3
    assert len(palette(20)) == 20


def test_the_warmest_scenario_has_the_warmest_colour() -> None:
    temperature = parting(4).series("temperature")[::-1]
    fan: Fan = fan_of_warming(summarise(make_result(temperature)))
    assert [curve.colour for curve in fan.curves] == list(palette(4))[::-1]


def test_shares_are_all_or_none_only_when_they_are() -> None:
    shares = (0, 0.001, 0.0099, 0.01, 0.42, 0.99, 0.995, 1)
    found = [percent(share) for share in shares]
    assert found == ["0 %", "under 1 %", "under 1 %", "1 %", "42 %", "99 %", "over 99 %", "100 %"]


@pytest.mark.parametrize(
    ("quantiles", "start", "problem"),
    [
        ((0.5,), 1900, "the chart needs the quantiles 0.05, 0.17, 0.83, 0.95"),
        ((0.05, 0.17, 0.5, 0.83, 0.95), 2200, "2200"),
    ],
)
def test_what_cannot_be_drawn_is_told(quantiles: tuple[float, ...], start: int, problem: str) -> None:
    with pytest.raises(ClimateError, match=problem):
        fan_of_warming(summarise(parting(1), quantiles=quantiles), start)
