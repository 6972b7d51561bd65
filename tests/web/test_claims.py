"""Claims: their verdicts, the chart that shows them, and their ways out."""

from __future__ import annotations

import csv
import json
import re
from base64 import b64encode
from hashlib import sha256
from io import StringIO
from typing import Any

from lxml import etree
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley.records.verdict import SEVERITY
from parley.web.models.claim import ClaimBrief, ClaimPage, ClaimsPage

SVG = "{http://www.w3.org/2000/svg}"


def _list(client: TestClient, query: str = "") -> ClaimsPage:
    return ClaimsPage.model_validate_json(client.get(f"/claims.json{query}").text)


def _emitted(client: TestClient) -> ClaimBrief:
    return next(item for item in _list(client, "?party=DEU").items if item.low == 739e6)


def test_the_claims_and_each_of_them_are_pages_with_json_twins(client: TestClient) -> None:
    listed = _list(client)
    assert listed.total == len(listed.items) > 10
    for brief in listed.items:
        whole = ClaimPage.model_validate_json(client.get(f"/claims/{brief.id}.json").text)
        assert whole.reading == brief.reading
        assert whole.quotes
        assert whole.understood
        page = client.get(f"/claims/{brief.id}")
        assert page.status_code == 200
        assert (f"/claims/{brief.id}/chart.svg" in page.text) == (whole.chart is not None)


def test_what_the_record_does_not_bear_out_comes_first(client: TestClient) -> None:
    listed = _list(client).items
    ranks = [SEVERITY.index(item.verdict.token) for item in listed]
    assert ranks == sorted(ranks)
    newest = _list(client, "?sort=newest").items
    days = [item.published.end or "" for item in newest]
    assert days == sorted(days, reverse=True)
    assert {item.id for item in newest} == {item.id for item in listed}


def test_filters_are_by_verdict_measure_party_and_words(client: TestClient) -> None:
    whole = _list(client)
    close = _list(client, "?verdict=close")
    assert {item.verdict.token for item in close.items} == {"close"}
    assert [one.count for one in close.verdicts] == [one.count for one in whole.verdicts]
    assert sum(one.count for one in whole.verdicts) == whole.total
    germany = _list(client, "?party=DEU&measure=change")
    assert {(item.subject, item.measure) for item in germany.items} == {("Germany", "change")}
    assert sum(one.count for one in germany.verdicts) == germany.total
    assert {item.subject for item in _list(client, "?q=Modi").items} == {"India"}
    assert client.get("/claims.json?verdicts=close").status_code == 422


def test_a_claim_tells_what_it_was_read_as_and_held_against(client: TestClient) -> None:
    claim = ClaimPage.model_validate_json(client.get(f"/claims/{_emitted(client).id}.json").text)
    read = {one.label: one.words for one in claim.understood}
    assert read["Of whom"] == "Germany"
    assert "739 million" in read["Figure"]
    record = claim.checked.records[0]
    assert record.then
    assert (record.then.year, record.then.unit, record.then.token) == (2020, "MtCO2e (AR4GWP100)", "close")
    assert "EDGAR" in record.counted[0].source
    assert claim.chart
    assert claim.chart.claimed
    assert claim.chart.claimed.low == 739


def test_a_speaker_who_is_a_person_leads_to_the_person_and_an_outlet_to_nobody(client: TestClient) -> None:
    speakers = {item.said_by.words: item.said_by for item in _list(client).items}
    assert speakers["Narendra Modi"].person
    assert not speakers["The document itself"].named


def test_sources_that_differ_are_said_on_both_claims(client: TestClient) -> None:
    disputed = [item for item in _list(client, "?party=DEU").items if item.conflicts]
    assert len(disputed) == 2
    pages = [ClaimPage.model_validate_json(client.get(f"/claims/{item.id}.json").text) for item in disputed]
    assert pages[0].conflicts == pages[1].conflicts
    assert f"/conflicts/{pages[0].conflicts[0].id}" in client.get(f"/claims/{disputed[0].id}").text


def test_a_chart_is_drawn_for_both_schemes_and_may_use_its_own_style_only(client: TestClient) -> None:
    answer = client.get(f"/claims/{_emitted(client).id}/chart.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    root = etree.fromstring(answer.content)
    (style,) = root.iter(f"{SVG}style")
    digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in answer.headers["content-security-policy"]
    assert "prefers-color-scheme:dark" in (style.text or "")
    assert not [element for element in root.iter() if element.get("style")]
    used = set(re.findall(r"var\((--[\w-]+)\)", answer.text))
    assert used
    assert all(f"{name}:#" in (style.text or "") for name in used)
    assert "claimed 739" in "".join(root.itertext())
    narrow = client.get(f"/claims/{_emitted(client).id}/chart.svg?narrow=true")
    assert int(etree.fromstring(narrow.content).get("width")) < int(root.get("width") or 0)


def test_a_claim_without_a_series_has_no_chart(client: TestClient) -> None:
    silent = _list(client, "?verdict=not_checkable").items[0]
    answer = client.get(f"/claims/{silent.id}/chart.svg", headers={"Accept": "application/json"})
    assert answer.status_code == 404
    assert "no series of record" in answer.json()["detail"]


def test_the_table_has_every_claim_of_the_filter(client: TestClient) -> None:
    answer = client.get("/claims.csv?per_page=2")
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert len(rows) == _list(client).total
    emitted = next(row for row in rows if row["id"] == _emitted(client).id)
    assert (emitted["verdict"], float(emitted["low"]), emitted["unit"]) == ("close", 739e6, "tCO2e")
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def _reviews(client: TestClient) -> list[dict[str, Any]]:
    graph: list[dict[str, Any]] = client.get("/claims.claimreview.json").json()["@graph"]
    return graph


def test_what_could_be_checked_goes_out_as_claimreview(client: TestClient) -> None:
    checkable = [item for item in _list(client).items if item.verdict.token != "not_checkable"]
    reviews = {review["url"].rpartition("/")[2]: review for review in _reviews(client)}
    assert set(reviews) == {item.id for item in checkable}
    for item in checkable:
        answer = client.get(f"/claims/{item.id}.claimreview.json")
        assert answer.headers["content-type"].startswith("application/ld+json")
        one = json.loads(answer.text)
        assert one == {"@context": "https://schema.org", **reviews[item.id]}
        assert one["url"].startswith("http://127.0.0.1:")
        assert client.get(f"/claims/{item.id}").status_code == 200
        assert one["reviewRating"]["alternateName"]
        assert one["claimReviewed"]


def test_only_named_speakers_are_authors_in_claimreview(client: TestClient) -> None:
    authors = {
        item.said_by.words
        for item in _list(client).items
        if item.said_by.named and item.verdict.token != "not_checkable"
    }
    told = [review["itemReviewed"].get("author", {}).get("name") for review in _reviews(client)]
    assert {name for name in told if name} == authors
    assert None in told


def test_what_could_not_be_checked_is_no_review(client: TestClient) -> None:
    silent = _list(client, "?verdict=not_checkable").items[0]
    answer = client.get(f"/claims/{silent.id}.claimreview.json")
    assert answer.status_code == 404
    assert "could not be checked" in answer.json()["detail"]
    assert client.get("/claims/cla_none.json").status_code == 404


def test_claims_follow_a_click_on_a_verdict_and_go_back(tab: Page, site: str) -> None:
    tab.goto(f"{site}/claims")
    claims = tab.locator(".claims > li")
    everything = claims.count()
    tab.locator(".verdicts a.close").click()
    expect(tab.locator(".claims > li.close")).to_have_count(5)
    expect(claims).to_have_count(5)
    assert tab.url.endswith("?verdict=close")
    expect(tab.locator(".verdicts a.close")).to_have_attribute("aria-current", "true")
    expect(tab.locator("select[name=verdict]")).to_have_value("close")
    tab.go_back()
    expect(claims).to_have_count(everything)
    tab.get_by_label("Order").select_option("newest")
    expect(claims.first).not_to_have_class("outdated")
    tab.get_by_label("Words").fill("gigawatts")
    expect(claims).to_have_count(2)
    tab.reload()
    expect(claims).to_have_count(2)
    tab.get_by_label("Words").fill("Germany emitted")
    tab.locator(".claims h2 a", has_text="739 million").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("emissions: 739 million")
    picture = tab.locator(".chart img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    tab.wait_for_function("[...document.images].every((one) => one.complete && one.naturalWidth > 0)")
    tab.goto(f"{site}{picture.get_attribute('src')}")
    assert tab.evaluate("getComputedStyle(document.querySelector('svg')).getPropertyValue('--ink')").startswith("#")


def test_claims_are_filtered_by_keyboard_alone(tab: Page, site: str) -> None:
    tab.goto(f"{site}/claims")
    tab.locator(".verdicts a.outdated").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".claims > li")).to_have_count(2)
    expect(tab.locator(".verdicts a.outdated")).to_be_focused()
    expect(tab.locator("form + [role=status]")).to_have_text("2 claims")
    tab.keyboard.press("Enter")
    expect(tab.locator(".claims > li.supported")).to_have_count(5)
    words = tab.get_by_label("Words")
    words.press_sequentially("“")
    tab.wait_for_timeout(400)
    expect(tab.locator(".claims > li.supported")).to_have_count(5)
    words.press_sequentially("emitter", delay=10)
    expect(tab.locator(".claims > li")).to_have_count(3)
    expect(words).to_be_focused()


def test_a_claim_is_whole_without_scripts_and_on_a_phone(tab: Page, site: str, client: TestClient) -> None:
    browser = tab.context.browser
    assert browser
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    phone = context.new_page()
    phone.goto(f"{site}/claims")
    phone.locator("select[name=verdict]").select_option("outdated")
    phone.get_by_role("button", name="Show").click()
    expect(phone.locator(".claims > li.outdated")).to_have_count(2)
    phone.locator(".claims h2 a").first.click()
    expect(phone.locator(".finding h2")).to_contain_text("Outdated")
    context.close()
    tab.set_viewport_size({"width": 360, "height": 740})
    for address in ("/claims", f"/claims/{_emitted(client).id}"):
        tab.goto(f"{site}{address}")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
