"""The timeline and its events: filters, chart, life, exports; with and without scripts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect
from starlette.testclient import TestClient

from parley.web.catalogue.keeper import Keeper
from parley.web.models.event import EventMarks, EventWhole, TimelinePage
from parley.web.options import ServeOptions
from tests.web.conftest import client_for, running

VISIT, MEETING = "Kari Lunde’s visit to Lima", "Meeting of Kari Lunde and Rosa Quispe"


@pytest.fixture(scope="module")
def asking(lima: tuple[ServeOptions, Keeper]) -> Iterator[TestClient]:
    with client_for(*lima) as client:
        yield client


@pytest.fixture(scope="module")
def address(lima: tuple[ServeOptions, Keeper]) -> Iterator[str]:
    with running(*lima) as site:
        yield site


def listed(client: TestClient, query: str = "") -> TimelinePage:
    return TimelinePage.model_validate_json(client.get(f"/timeline.json?{query}").text)


def titles(client: TestClient, query: str = "") -> list[str]:
    return [item.title for item in listed(client, query).items]


def whole(client: TestClient, title: str) -> EventWhole:
    found = [item.id for item in listed(client).items if item.title == title]
    return EventWhole.model_validate_json(client.get(f"/timeline/{found[-1]}.json").text)


def test_the_timeline_and_each_of_its_events_are_pages_with_json_twins(client: TestClient) -> None:
    everything = listed(client, "background=true")
    assert everything.total == len(everything.items) > 5
    for brief in everything.items:
        event = EventWhole.model_validate_json(client.get(f"/timeline/{brief.id}.json").text)
        assert event.title == brief.title
        assert event.reasons
        assert all(step.quotes for step in event.life)
        assert client.get(f"/timeline/{brief.id}").status_code == 200


def test_background_is_no_news_until_it_is_asked_for(client: TestClient) -> None:
    news, everything = listed(client), listed(client, "background=true")
    assert not any(item.background for item in news.items)
    assert news.background == everything.total - news.total > 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("party=CHL", ["Kari Lunde’s visit to Chile"]),
        ("person=Rosa+Quispe", [MEETING, MEETING]),
        ("kind=visit", [VISIT, "Kari Lunde’s visit to Chile"]),
        ("status=planned&status=held&kind=meeting", [MEETING, MEETING]),
        ("dispute=true", [MEETING]),
        ("since=2021-09-03&until=2021-10-31", [VISIT, "Kari Lunde’s visit to Chile"]),
        ("from=2021-08-01&to=2021-08-31", [MEETING]),
        ("since=&party=&q=", [MEETING, VISIT, MEETING, "Kari Lunde’s visit to Chile", "Ministerial on Climate"]),
        ("q=ministerial", ["Ministerial on Climate"]),
        ("party=FRA", []),
    ],
)
def test_every_filter_leaves_what_fits_it(asking: TestClient, query: str, expected: list[str]) -> None:
    assert titles(asking, query) == expected
    assert asking.get(f"/timeline?{query}").status_code == 200


def test_filters_in_use_are_named_each_with_the_query_that_leaves_it_out(asking: TestClient) -> None:
    page = listed(asking, "party=NOR&party=PER&q=Lima&from=2021-09-01&to=2021-09-30")
    assert [(one.label, one.without) for one in page.chosen] == [
        ("Norway", "?party=PER&q=Lima&from=2021-09-01&to=2021-09-30"),
        ("Peru", "?party=NOR&q=Lima&from=2021-09-01&to=2021-09-30"),
        ("“Lima”", "?party=NOR&party=PER&from=2021-09-01&to=2021-09-30"),
        ("1–30 September 2021", "?party=NOR&party=PER&q=Lima"),
    ]
    assert page.counted == "2 of 5 events"
    assert [(facet.value, facet.count) for facet in page.facets.party] == [("CHL", 1), ("NOR", 4), ("PER", 3)]


@pytest.mark.parametrize("query", ["since=soon", "partie=NOR", "q=%21%21"])
def test_a_filter_that_cannot_be_used_is_said_to_be_so(asking: TestClient, query: str) -> None:
    refused = asking.get(f"/timeline.json?{query}")
    assert refused.status_code == 422
    assert refused.json()["detail"]


def test_an_event_tells_its_life_with_the_words_of_every_step(asking: TestClient) -> None:
    visit = whole(asking, VISIT)
    assert [(step.status, step.stated) for step in visit.life] == [
        ("trailed", ("week of 16 August 2021",)),
        ("planned", ("18–20 August 2021",)),
        ("postponed", ()),
        ("held", ("1–3 September 2021",)),
    ]
    assert "may travel to Lima" in " ".join(quote.exact for quote in visit.life[0].quotes)
    assert [(side.party and side.party.code, [one.name for one in side.people]) for side in visit.delegations] == [
        ("NOR", ["Kari Lunde"]),
        ("PER", []),
    ]
    assert [one.title for one in visit.during] == [MEETING]
    assert any("16–22 August 2021" in reason for reason in visit.reasons)


def test_an_event_in_dispute_shows_both_sides_and_the_correction(asking: TestClient) -> None:
    meeting = whole(asking, MEETING)
    (dispute,) = meeting.conflicts
    assert [side.value for side in dispute.sides] == ["2 September 2021", "3 September 2021"]
    assert [note.nature for note in meeting.corrections] == ["Correction"]
    assert meeting.part_of
    assert meeting.part_of.title == VISIT
    page = asking.get(f"/timeline/{meeting.id}").text
    for words in ("Where sources differ", "in Lima on 3 September 2021", "has been corrected", "Why this is one event"):
        assert words in page


def test_events_lead_to_their_neighbours_in_the_order_of_the_list(asking: TestClient) -> None:
    ids = [item.id for item in listed(asking).items]
    for place, event in enumerate(ids):
        page = EventWhole.model_validate_json(asking.get(f"/timeline/{event}.json").text)
        assert (page.before and page.before.id) == (ids[place - 1] if place else None)
        assert (page.after and page.after.id) == (ids[place + 1] if place + 1 < len(ids) else None)


def test_marks_are_of_all_days_whatever_part_the_chart_shows(asking: TestClient) -> None:
    text = asking.get("/timeline/marks.json?from=2021-09-01&to=2021-09-02&party=NOR").text
    marks = EventMarks.model_validate_json(text)
    assert marks.total == len(marks.marks) == 4
    about = next(mark for mark in marks.marks if "Chile" in mark.title)
    assert (about.start, about.approximate, about.uncertain) == ("2021-10-10", True, True)


def test_the_timeline_goes_to_calendars_feeds_timelines_and_spreadsheets(asking: TestClient) -> None:
    calendar = asking.get("/timeline.ics?party=CHL")
    assert calendar.headers["content-type"] == "text/calendar; charset=utf-8"
    assert calendar.headers["content-disposition"] == 'attachment; filename="parley-timeline.ics"'
    assert [str(event["summary"]) for event in Calendar.from_ical(calendar.text).walk("VEVENT")] == [
        "Kari Lunde’s visit to Chile"
    ]
    visit = whole(asking, VISIT)
    one = Calendar.from_ical(asking.get(f"/timeline/{visit.id}.ics").text).walk("VEVENT")
    assert [str(event["status"]) for event in one] == ["CONFIRMED"]
    feed = asking.get("/timeline.atom")
    assert feed.headers["content-type"] == "application/atom+xml"
    assert len(ElementTree.fromstring(feed.text).findall("{http://www.w3.org/2005/Atom}entry")) == 5
    slides = json.loads(asking.get("/timeline.timelinejs.json?kind=visit").text)
    assert [slide["text"]["headline"] for slide in slides["events"]] == [VISIT, "Kari Lunde’s visit to Chile"]
    table = asking.get("/timeline.csv?dispute=true")
    (row,) = csv.DictReader(io.StringIO(table.text))
    assert (row["title"], row["parties"], row["conflicts"]) == (MEETING, "NOR; PER", "1")
    assert asking.get("/timeline/evt_000000000000.ics").status_code == 404


def test_exports_are_described_with_their_media_types(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path, media in (("/timeline.ics", "text/calendar"), ("/timeline.csv", "text/csv")):
        assert list(paths[path]["get"]["responses"]["200"]["content"]) == [media]


def test_without_scripts_filters_years_pages_and_events_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/timeline?per_page=2")
    expect(tab.locator(".event")).to_have_count(2)
    tab.get_by_role("link", name="Next").click()
    expect(tab.locator(".event")).to_have_count(2)
    tab.get_by_label("Kind").select_option("visit")
    tab.get_by_role("button", name="Show").click()
    expect(tab.locator(".event .title")).to_have_text([VISIT, "Kari Lunde’s visit to Chile"])
    tab.get_by_role("link", name="2021 2 events").click()
    expect(tab.locator("#ranged")).to_contain_text("1 January – 31 December 2021")
    tab.get_by_label("Leave out: Visit").click()
    expect(tab.locator(".event")).to_have_count(5)
    tab.get_by_role("link", name=VISIT).click()
    expect(tab.locator(".life > li")).to_have_count(4)
    context.close()


def test_filters_change_list_and_chart_without_a_new_page_and_back_restores_them(tab: Page, address: str) -> None:
    tab.goto(f"{address}/timeline")
    tab.evaluate("window.same = true")
    expect(tab.locator(".mark")).to_have_count(5)
    tab.get_by_label("Kind").select_option("visit")
    expect(tab.locator(".event")).to_have_count(2)
    expect(tab.locator(".mark")).to_have_count(2)
    assert tab.url.endswith("/timeline?kind=visit")
    tab.get_by_label("Words").fill("Chile")
    expect(tab.locator(".event .title")).to_have_text(["Kari Lunde’s visit to Chile"])
    expect(tab.get_by_role("status").first).to_contain_text("1 of 5 events")
    tab.go_back()
    expect(tab.locator(".event")).to_have_count(2)
    expect(tab.get_by_label("Words")).to_have_value("")
    tab.get_by_label("Leave out: Visit").click()
    expect(tab.locator(".event")).to_have_count(5)
    assert tab.evaluate("window.same") is True


def test_the_chart_is_zoomed_and_walked_by_keyboard_and_its_range_is_in_the_address(
    tab: Page, browser: Browser, address: str
) -> None:
    tab.goto(f"{address}/timeline")
    expect(tab.locator(".mark")).to_have_count(5)
    tab.locator("#stage").focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    expect(tab.locator("#caption")).to_have_text(f"{VISIT}, 1–3 September 2021, held")
    for _ in range(4):
        tab.keyboard.press("+")
    expect(tab.locator(".event .title")).to_have_text([VISIT, MEETING])
    assert "from=2021-08-" in tab.url
    assert "to=2021-09-" in tab.url
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    other = context.new_page()
    other.goto(tab.url)
    expect(other.locator(".event .title")).to_have_text([VISIT, MEETING])
    expect(other.locator("#caption")).to_contain_text("2021: 2 events")
    context.close()
    tab.keyboard.press("End")
    expect(tab.locator("#caption")).to_contain_text("Ministerial on Climate, week of 8 November 2021")
    tab.keyboard.press("0")
    expect(tab.locator(".event")).to_have_count(5)
    assert "from" not in tab.url
    tab.keyboard.press("Home")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text(MEETING)


def test_wheel_and_hand_zoom_and_move_the_chart_and_back_leads_to_where_it_began(tab: Page, address: str) -> None:
    tab.goto(f"{address}/timeline")
    box = tab.locator("#stage").bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.2, box["y"] + box["height"] - 60
    tab.mouse.move(x, y)
    for _ in range(4):
        tab.mouse.wheel(0, -300)
    expect(tab.locator(".event")).to_have_count(2)
    zoomed = tab.url
    for _ in range(2):
        tab.mouse.move(x, y)
        tab.mouse.down()
        tab.mouse.move(x + 850, y, steps=6)
        tab.mouse.up()
    expect(tab.locator(".event .title").first).to_have_text(MEETING)
    assert tab.url != zoomed
    assert "from=" in tab.url
    tab.go_back()
    expect(tab.locator(".event")).to_have_count(5)
    assert tab.url == f"{address}/timeline"


def test_the_list_grows_as_one_scrolls(tab: Page, address: str) -> None:
    tab.goto(f"{address}/timeline?per_page=2")
    expect(tab.locator(".event")).to_have_count(5)
    expect(tab.locator(".event .year")).to_have_text(["2021", "", "", "", ""])
    expect(tab.locator(".pager")).to_have_count(0)
