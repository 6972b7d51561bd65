"""The chart of an outlook."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import altair as alt

from parley.outlook.canvas import Canvas, Panel, wrapped
from parley.outlook.plot import draw_outlook
from parley.outlook.project import project
from tests.outlook.making import few, some_outlook


def words(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_the_chart_says_what_the_pledges_lead_to_and_from_which_day() -> None:
    book = project(as_of=date(2021, 11, 13), ensemble=few())
    said = words(draw_outlook(book).svg())
    assert f"The world’s pledges of 13 November 2021 lead to {book.median(2100):.1f} °C of warming in 2100" in said
    for label in ("as pledged", "current policy", "median", "1.5 °C", "2 °C", "World emissions in GtCO2e a year"):
        assert label in said, label
    assert f"{book.world_gtco2e(2030):.0f}" in said


def test_no_pledges_are_drawn_where_none_count() -> None:
    said = words(draw_outlook(some_outlook(policy="current")).svg())
    assert "as pledged" not in said
    assert any(line.startswith("Current policies lead to") for line in said)


def test_the_headline_figure_of_the_chart_is_at_the_likelihood_asked_for() -> None:
    likely = some_outlook(likelihood=66)
    title = next(line for line in words(draw_outlook(likely).svg()) if "lead to" in line)
    assert title == f"These pledges likely lead to no more than {likely.likely(2100):.1f} °C of warming in 2100"


def test_the_chart_is_valid_vega_lite_and_the_same_each_time() -> None:
    outlook = some_outlook()
    drawn = draw_outlook(outlook)
    assert drawn.svg() == draw_outlook(outlook).svg()
    alt.Chart.from_dict(drawn.spec())
    assert drawn.png().startswith(b"\x89PNG")


def test_panels_place_years_across_and_values_up() -> None:
    panel = Panel(10, 20, 100, 200, (2000, 2100), (0.0, 4.0))
    assert (panel.x(2000), panel.x(2100), panel.y(0.0), panel.y(4.0)) == (10, 110, 220, 20)


def test_words_are_wrapped_between_words_only() -> None:
    lines = wrapped("one two three four five", 12, 60)
    assert " ".join(lines) == "one two three four five"
    assert len(lines) > 1
    assert wrapped("", 12, 60) == [""]


def test_an_empty_canvas_has_its_size() -> None:
    canvas = Canvas(300, 200)
    canvas.text("here", 10, 10)
    assert 'width="300" height="200"' in canvas.svg()
