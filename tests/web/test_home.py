"""The first page, and how a page learns that its ledger has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley.ledger import Ledger
from parley.web.catalogue.keeper import Keeper
from parley.web.models.home import HomePage, StatusPage
from parley.web.options import ServeOptions
from tests.web.conftest import free_port, running


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[tuple[ServeOptions, Keeper]]:
    """A keeper of a ledger without any document."""
    path = tmp_path / "empty.db"
    Ledger(path).close()
    options = ServeOptions(ledger=path, port=free_port())
    with Keeper(options) as started:
        yield options, started


def test_the_first_page_tells_what_the_ledger_holds(client: TestClient) -> None:
    home = HomePage.model_validate_json(client.get("/index.json").text)
    assert home.documents == client.get("/documents.json").json()["total"]
    for tally in home.tallies:
        assert client.get(tally.address).status_code == 200, tally.address
    counts = {tally.address: tally.count for tally in home.tallies}
    assert counts["/timeline"] == client.get("/timeline.json").json()["total"]
    assert counts["/people"] == client.get("/people.json").json()["total"]
    assert "2021" in home.title
    assert client.get("/", headers={"Accept": "application/json"}).json() == home.model_dump(mode="json")


def test_what_was_told_last_stands_first(client: TestClient) -> None:
    home = HomePage.model_validate_json(client.get("/index.json").text)
    for lines in (home.newest, home.pledges):
        told = [line.told.start or "" for line in lines]
        assert told == sorted(told, reverse=True)
        for line in lines:
            assert line.quote is not None
            assert client.get(f"{line.address}.json").status_code == 200
    assert [line.title for line in home.ahead] == ["COP29"]


def test_disputes_corrections_and_verdicts_are_counted_and_lead_on(client: TestClient) -> None:
    home = HomePage.model_validate_json(client.get("/index.json").text)
    assert home.disputes
    assert home.corrections[0].touches
    assert sum(verdict.count for verdict in home.verdicts) == client.get("/claims.json").json()["total"]
    for address in (*(one.address for one in home.verdicts), *(one.address for one in home.disputes)):
        assert client.get(address).status_code == 200, address


def test_the_status_is_never_kept(client: TestClient) -> None:
    answer = client.get("/status.json")
    assert answer.headers["cache-control"] == "no-store"
    status = StatusPage.model_validate_json(answer.text)
    assert not status.stale
    assert f'data-stamp="{status.stamp}"' in client.get("/").text


def test_the_newest_event_is_one_click_away(tab: Page, site: str) -> None:
    tab.goto(site)
    first = tab.locator("#newest + .lines h3 a").first
    title = first.inner_text()
    first.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(title)
    for width in (360, 1440):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(site)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_an_empty_ledger_says_how_to_begin_and_the_page_follows_when_something_was_read(
    tab: Page, empty: tuple[ServeOptions, Keeper], examples_ledger: Path
) -> None:
    options, keeper = empty
    with running(options, keeper) as address:
        for page in ("/people", "/positions", "/judgements", "/search?q=coal", "/timeline"):
            assert tab.request.get(f"{address}{page}").status == 200
        tab.goto(address)
        expect(tab.get_by_role("heading", level=1)).to_have_text("Nothing has been read yet")
        expect(tab.locator("code").first).to_contain_text("parley read")
        with Ledger(examples_ledger, read_only=True) as every, Ledger(options.ledger) as ledger:
            ledger.add(next(iter(every.readings())))
        assert keeper.refresh(60)
        tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(tab.locator(".changed")).to_have_text(re.compile("The ledger has changed"))
        tab.get_by_role("link", name="show it").click()
        expect(tab.get_by_role("heading", level=1)).to_have_text(re.compile("Climate diplomacy"))
        expect(tab.locator(".changed")).to_be_empty()
