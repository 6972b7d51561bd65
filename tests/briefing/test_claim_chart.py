"""The chart of a claim: sound, the same every time, and its words where they can be read."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import altair as alt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from parley.briefing.claim_chart import claim_chart_spec, claim_png, claim_svg, key_of
from parley.briefing.claim_layers import IN_FILE, ON_PAGE, TONES, Look
from parley.briefing.claim_layout import ClaimLayout, Label, wrap
from parley.briefing.verdict_view import ClaimChart, ClaimedView, SeriesView
from parley.records.verdict import SEVERITY

from .checked_story import make_chart

LOOKS = pytest.mark.parametrize("look", [ON_PAGE, IN_FILE], ids=["on a page", "in a file"])


def layout(chart: ClaimChart, look: Look = ON_PAGE) -> ClaimLayout:
    return ClaimLayout(chart, look.width, look.height, look.font_size)


def box(label: Label, size: float) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a label, with letters as wide as those of common fonts are on average."""
    length = 0.5 * size * len(label.words)
    left = label.x - length if label.align == "right" else label.x
    return left, left + length, label.y - size / 2, label.y + size / 2


@LOOKS
def test_the_specification_keeps_to_the_schema(look: Look) -> None:
    alt.LayerChart.from_dict(claim_chart_spec(make_chart(), look), validate=True)


@LOOKS
def test_the_same_chart_is_the_same_bytes(look: Look) -> None:
    assert claim_svg(make_chart(), look) == claim_svg(make_chart(), look)
    assert etree.fromstring(claim_svg(make_chart(), look)).tag == "{http://www.w3.org/2000/svg}svg"


def test_on_a_page_colours_are_those_of_the_page_and_in_a_file_its_own() -> None:
    assert not re.search(r"#[0-9a-f]{6}", claim_svg(make_chart()))
    in_file = claim_svg(make_chart(), IN_FILE)
    assert "var(" not in in_file
    assert "#fdfcfa" in in_file


def test_a_file_says_the_verdict_in_words_and_what_is_what() -> None:
    words = " ".join(etree.fromstring(claim_svg(make_chart(), IN_FILE)).itertext())
    for part in ("China: share of the world’s emissions", "Contradicted: claimed 45.0 %", "Diamond: as claimed."):
        assert part in words
    # The fonts that draw without a browser have no subscripts.
    assert "CO2 of fossil fuels; A source (2024)" in words
    assert claim_png(make_chart()).startswith(b"\x89PNG")


def test_the_key_names_what_is_drawn() -> None:
    assert key_of(make_chart()) == [
        "Diamond: as claimed.",
        "Dot and line: CO₂ of fossil fuels; A source (2024).",
        "Thin line: another way of counting, or another source.",
    ]
    alone = make_chart(line=None, others=(SeriesView("a", "b", ((1990, 1.0), (2020, 2.0))),) * 3, claimed=None)
    assert key_of(alone)[0].startswith("Dot: ")
    assert key_of(alone)[1] == "Thin lines: 3 other ways of counting, or other sources."


@pytest.mark.parametrize("token", SEVERITY)
def test_every_verdict_has_its_tone_in_both_looks(token: str) -> None:
    tone = TONES[token]  # type: ignore[index]
    assert tone in ON_PAGE.colours
    assert tone in IN_FILE.colours


@pytest.mark.parametrize(
    ("comparator", "shape"), [("=", "diamond"), ("~", "diamond"), (">", "triangle-up"), ("<", "triangle-down")]
)
def test_more_than_and_less_than_are_arrows(comparator: str, shape: str) -> None:
    chart = make_chart(claimed=None)
    assert layout(replace(chart, claimed=ClaimedView("20 %", 2019, 20.0, 20.0, comparator))).shape == shape


def test_the_claim_stands_at_its_figure_and_one_far_off_at_the_edge() -> None:
    near = layout(make_chart(claimed=30.0))
    assert near.claimed == (near.across(2019), near.down(30.0), near.down(30.0))
    far = layout(make_chart(claimed=4_000_000.0))
    assert far.claimed == (far.across(2019), 0.0, 0.0)
    assert far.domain[1] < 100


def test_the_first_place_stands_on_top_and_places_change_in_steps() -> None:
    points = ((2000, 2.0), (2001, 1.0), (2002, 1.0))
    chart = make_chart(unit="rank", claimed=1.0, record=1.0, line=SeriesView("a", "b", points), others=(), besides=None)
    placed = layout(chart)
    assert placed.down(1.0) < placed.down(2.0)
    assert placed.ticks == (1.0, 2.0)
    assert all(x == x2 or y == y2 for (x, y), (x2, y2) in itertools.pairwise(placed.path(points)))


@LOOKS
@settings(max_examples=60, deadline=None)
@given(
    claimed=st.floats(-10.0, 80.0).map(lambda value: round(value, 1)),
    record=st.floats(5.0, 40.0).map(lambda value: round(value, 1)),
    year=st.integers(1990, 2023),
)
def test_labels_stand_in_the_picture_and_off_each_other(look: Look, claimed: float, record: float, year: int) -> None:
    chart = make_chart(claimed=claimed, record=record)
    assert chart.claimed
    placed = layout(replace(chart, claimed=replace(chart.claimed, year=year)), look)
    boxes = [box(label, look.font_size) for label in placed.labels()]
    for left, right, top, bottom in boxes:
        assert left >= -1
        assert right <= look.width + 9
        assert top >= -12
        assert bottom <= look.height + 1
    for one, other in itertools.combinations(boxes, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] + 1 or other[3] <= one[2] + 1


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9))
def test_ticks_are_round_and_few_whatever_the_figures(low: float, spread: float) -> None:
    line = SeriesView("a", "b", ((1990, low), (2000, low + spread)))
    chart = make_chart(claimed=None, record=low, line=line, others=(), besides=None)
    placed = layout(chart)
    assert 2 <= len(placed.ticks) <= 6
    assert all(placed.domain[0] <= tick <= placed.domain[1] for tick in placed.ticks)


@given(st.text(max_size=200), st.integers(5, 80))
def test_wrapped_words_are_all_there(words: str, letters: int) -> None:
    assert " ".join(wrap(words, letters)) == " ".join(words.split())
