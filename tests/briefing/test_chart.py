"""The timeline chart: nothing overlaps, nothing depends on the machine, uncertain dates are drawn so."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import altair as alt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.briefing import BriefingView, build_view
from parley.briefing.chart import timeline_spec, timeline_svg
from parley.briefing.chart_layout import NARROW, WIDE, Geometry, charted, layout
from parley.briefing.dates import date_view
from parley.records import Links
from parley.terms.when import Interval

from .story import make_story

# Wider than any system font sets the average letter at 12.5 pixels.
LETTER_WIDTH = 6.3


@pytest.fixture(scope="module")
def view() -> BriefingView:
    return build_view(*make_story())


@st.composite
def timelines(draw: st.DrawFn) -> BriefingView:
    """The story's view with events of its first kind on arbitrary days."""
    view = build_view(*make_story())
    starts = draw(st.lists(st.dates(date(2020, 1, 1), date(2032, 12, 31)), min_size=1, max_size=30))
    lengths = draw(st.lists(st.integers(0, 120), min_size=len(starts), max_size=len(starts)))
    events = [
        replace(
            view.timeline[1],
            id=f"evt_{place:012x}",
            title=draw(st.text(min_size=1, max_size=90)),
            date=date_view(Interval(start, start + timedelta(days=length))),
        )
        for place, (start, length) in enumerate(zip(starts, lengths, strict=True))
    ]
    return replace(view, timeline=tuple(events))


@pytest.mark.parametrize("geometry", [WIDE, NARROW])
@given(timelines())
def test_every_part_stands_inside_the_picture(geometry: Geometry, view: BriefingView) -> None:
    placed = layout(view, geometry)
    if placed is None:
        assert not charted(view)
        return
    for label in placed.labels:
        assert 0 <= label.x < placed.width
        assert 0 < label.y < placed.height
    for bar in placed.bars:
        assert geometry.label_width <= bar.x <= bar.x2 <= placed.width
        assert 0 < bar.y < placed.height


@pytest.mark.parametrize("geometry", [WIDE, NARROW])
@given(timelines())
def test_labels_do_not_meet(geometry: Geometry, view: BriefingView) -> None:
    placed = layout(view, geometry)
    labels = placed.labels if placed else ()
    titles = sorted(label.y for label in labels if label.role == "title")
    assert all(lower - upper >= geometry.row_height for upper, lower in itertools.pairwise(titles))
    assert all(len(label.words) <= geometry.label_letters for label in labels if label.role == "title")
    rows: dict[float, list[float]] = {}
    for label in labels:
        if label.role == "tick":
            rows.setdefault(label.y, []).append(label.x)
    for row in rows.values():
        assert all(right - left >= 6 * LETTER_WIDTH for left, right in itertools.pairwise(row))


def test_a_certain_date_is_solid_and_an_uncertain_one_is_not(view: BriefingView) -> None:
    placed = layout(view, WIDE)
    assert placed
    assert [bar.certain for bar in placed.bars] == [True, True, False]
    assert [line.role for line in placed.lines if line.role.startswith("open")] == ["open planned"]
    svg = timeline_svg(view, WIDE) or ""
    assert 'stroke-dasharray="3,2.5"' in svg
    assert 'stroke-dasharray="2,4"' in svg


def test_background_and_undated_events_are_left_to_the_list(view: BriefingView) -> None:
    assert [event.title for event in charted(view)] == [
        "Meeting of Daudi Mwangaza and Ingrid Falk",
        "Ingrid Falk’s visit to Nairobi",
        "Nordic climate forum",
    ]


def test_no_events_make_no_picture() -> None:
    assert timeline_svg(build_view([], Links()), WIDE) is None


def test_the_specification_follows_the_schema_of_vega_lite(view: BriefingView) -> None:
    placed = layout(view, WIDE)
    assert placed
    spec = timeline_spec(placed)
    assert alt.LayerChart.from_dict(spec).to_dict(validate=True)["height"] == placed.height


@pytest.fixture
def far_away() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Pacific/Kiritimati"
    time.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


def test_the_picture_has_no_time_zone_and_no_memory(view: BriefingView, far_away: None) -> None:
    first = timeline_svg(view, WIDE)
    assert timeline_svg(view, NARROW) != first
    assert timeline_svg(view, WIDE) == first
    assert first
    assert "1 Apr" in first
