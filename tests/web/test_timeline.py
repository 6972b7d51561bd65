"""The timeline and its events."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley.web.models.event import EventWhole, TimelinePage


def test_the_timeline_and_each_of_its_events_are_pages_with_json_twins(client: TestClient) -> None:
    listed = TimelinePage.model_validate_json(client.get("/timeline.json").text)
    assert listed.total == len(listed.items) > 5
    for brief in listed.items:
        whole = EventWhole.model_validate_json(client.get(f"/timeline/{brief.id}.json").text)
        assert whole.title == brief.title
        assert all(step.quotes for step in whole.life)
        assert client.get(f"/timeline/{brief.id}").status_code == 200


def test_an_event_opens_from_the_timeline(tab: Page, site: str) -> None:
    tab.goto(f"{site}/timeline")
    first = tab.locator(".events a").first
    title = first.inner_text()
    first.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(title)
