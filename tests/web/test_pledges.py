"""The pledge book: what stands, since when, beside what is on record, and as a table."""

from __future__ import annotations

import csv
from io import StringIO

from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley.web.charts import firmness_mark, year_strip, years_span
from parley.web.models.pledge import PartyPledgesPage, PledgesPage, PledgeWhole


def _book(client: TestClient, query: str = "") -> PledgesPage:
    return PledgesPage.model_validate_json(client.get(f"/pledges.json{query}").text)


def _party(client: TestClient, code: str) -> PartyPledgesPage:
    return PartyPledgesPage.model_validate_json(client.get(f"/pledges/{code}.json").text)


def test_the_book_and_each_of_its_pledges_and_parties_are_pages_with_json_twins(client: TestClient) -> None:
    book = _book(client, "?state=all")
    assert book.total == len(book.items) > 30
    for brief in book.items:
        whole = PledgeWhole.model_validate_json(client.get(f"/pledges/entry/{brief.id}.json").text)
        assert whole.words == brief.words
        assert len(whole.reports) == brief.reports
        assert all(step.quotes for step in whole.history)
        assert brief.words in client.get(f"/pledges/entry/{brief.id}").text
    for each in book.parties:
        party = _party(client, each.party.code)
        assert (len(party.standing), len(party.replaced)) == (each.standing, each.replaced)
        assert client.get(f"/pledges/{each.party.code}").status_code == 200


def test_the_book_shows_what_stands_and_keeps_what_is_only_urged_beside(client: TestClient) -> None:
    assert {item.state for item in _book(client).items} == {"standing"}
    urged = _book(client, "?state=beside&firmness=urged").items
    assert urged
    assert not {item.id for item in urged} & {item.id for item in _book(client).items}
    china = _party(client, "CHN")
    assert china.has_pathway
    assert china.claims
    assert {pledge.firmness for pledge in china.beside} == {"urged"}
    assert china.standing


def test_filters_are_by_party_kind_words_and_beside_the_record(client: TestClient) -> None:
    assert {item.party.code for item in _book(client, "?party=IND").items} == {"IND"}
    assert {item.kind for item in _book(client, "?kind=net_zero&kind=peak").items} == {"net_zero", "peak"}
    assert {item.record for item in _book(client, "?record=new").items} == {"new"}
    assert {item.party.code for item in _book(client, "?q=kilowatts").items} == {"CHN"}
    assert _book(client, "?party=&kind=&state=&q=").total == _book(client).total
    assert _book(client, "?party=BRA&kind=peak").total == 0
    assert client.get("/pledges.json?color=red").status_code == 422
    assert client.get("/pledges.json?state=gone").status_code == 422


def test_a_pledge_tells_what_it_replaced_and_by_which_words(client: TestClient) -> None:
    canada = _party(client, "CAN")
    newer, older = canada.standing[0], canada.replaced[0]
    assert newer.change == "strengthened"
    assert [one.id for one in newer.replaces] == [older.id]
    assert older.replaced_by
    assert older.replaced_by.id == newer.id
    assert any("40 to 45 percent" in quote.exact for quote in newer.changed_by)
    page = client.get(f"/pledges/entry/{newer.id}").text
    assert f"/pledges/entry/{older.id}" in page


def test_a_pledge_stands_beside_those_of_record(client: TestClient) -> None:
    zero = next(item for item in _party(client, "CHN").standing if item.kind == "net_zero")
    assert (zero.record, [one.id for one in zero.on_record]) == ("known", ["CHN-2020-09-22-net_zero-2060"])
    peak = next(item for item in _party(client, "VNM").standing if item.kind == "peak")
    assert (peak.record, [one.target_year for one in peak.on_record]) == ("different", [2035])
    assert peak.checked


def test_a_party_that_no_document_tells_of_still_has_its_pledges_of_record(client: TestClient) -> None:
    russia = _party(client, "RUS")
    assert [*russia.standing, *russia.replaced, *russia.beside] == []
    assert any(pledge.kind == "net_zero" for pledge in russia.on_record)
    page = client.get("/pledges/RUS").text
    assert "No document of this ledger tells of a pledge of Russia" in page
    assert "/outlook/RUS" in page
    assert "/positions/RUS" not in page
    assert "RUS" not in {each.party.code for each in _book(client).parties}


def test_a_party_that_left_tells_what_became_of_its_pledges_of_record(client: TestClient) -> None:
    left = [pledge for pledge in _party(client, "USA").past_record if pledge.target_year == 2030]
    assert any("left with the Paris Agreement" in pledge.status for pledge in left)


def test_a_code_that_is_no_party_is_not_found(client: TestClient) -> None:
    answer = client.get("/pledges/XXX.json")
    assert answer.status_code == 404
    assert "no Party or group has the code XXX" in answer.json()["detail"]
    assert client.get("/pledges/entry/bok_none.json").status_code == 404


def test_the_table_has_every_pledge_of_the_filter_and_no_formula(client: TestClient) -> None:
    answer = client.get("/pledges.csv?state=all&per_page=5")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert len(rows) == _book(client, "?state=all").total
    assert {row["party"] for row in rows} >= {"CHN", "IND", "USA"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_years_hold_every_pledge_and_a_strip_ends_at_its_year() -> None:
    def pledge(year: int, since: str) -> dict[str, object]:
        return {
            "target_year": year,
            "since": {"start": since, "end": since},
            "kind": "reduction",
            "firmness": "pledged",
            "state": "standing",
        }

    assert years_span([pledge(2030, "2021-04-23")]) == (2015, 2060)
    assert years_span([pledge(2083, "1992-05-09")]) == (1990, 2085)
    drawn = year_strip([pledge(2040, "2015-01-01")], (2015, 2065))
    assert 'x1="0.00%" x2="50.00%"' in drawn
    assert 'x="50.00%"' in drawn


def test_firmness_fills_more_bars_the_firmer_it_is() -> None:
    filled = [firmness_mark(name).count('class="on"') for name in ("urged", "pledged", "in_law", "achieved")]
    assert filled == [1, 5, 7, 8]


def test_the_book_follows_its_filters_and_goes_back(tab: Page, site: str) -> None:
    tab.goto(f"{site}/pledges")
    headings = tab.locator(".book-party h2")
    everyone = headings.count()
    tab.get_by_label("Party").select_option("CHN")
    expect(headings).to_have_count(1)
    assert tab.url.endswith("/pledges?party=CHN")
    tab.get_by_role("link", name="Only urged or proposed").click()
    expect(tab.locator(".book-party li")).to_have_count(2)
    assert "state=beside" in tab.url
    tab.get_by_label("Words").fill("Beijing")
    expect(tab.locator(".book-party li")).to_have_count(1)
    tab.go_back()
    expect(headings).to_have_count(1)
    expect(tab.locator(".book-party li")).to_have_count(7)
    tab.go_back()
    expect(headings).to_have_count(everyone)
    expect(tab.get_by_label("Party")).to_have_value("")
    tab.get_by_role("link", name="China", exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("China")
    expect(tab.locator(".years svg.strip").first).to_be_visible()
    assert tab.locator(".years .rows li").count() > 10


def test_the_book_is_whole_without_scripts_and_on_a_phone(tab: Page, site: str) -> None:
    browser = tab.context.browser
    assert browser
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    phone = context.new_page()
    phone.goto(f"{site}/pledges")
    phone.get_by_label("Kind").select_option("net_zero")
    phone.get_by_role("button", name="Show").click()
    assert "kind=net_zero" in phone.url
    assert phone.locator(".book-party li").count() == 6
    for address in ("/pledges", "/pledges/CHN", "/pledges/VNM"):
        tab.set_viewport_size({"width": 360, "height": 740})
        tab.goto(f"{site}{address}")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
