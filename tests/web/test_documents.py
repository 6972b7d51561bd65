"""The list of documents, and each to be read with its records in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.testclient import TestClient

from parley import workflow
from parley.ledger import Ledger
from parley.web.catalogue.keeper import Keeper
from parley.web.models.document import DocumentsPage, DocumentWhole
from parley.web.options import ServeOptions
from tests.web.conftest import client_for, free_port

_FIRST = """Oslo, 3 May 2021

Japan will cut its emissions by 40 percent by 2030, Prime Minister Ken Ota said on Monday.

The cafÃ© of the ministry stayed open. The minister will meet Germany's environment minister in Berlin on 6 May.
"""
_SECOND = _FIRST.replace("40 percent", "50 percent").replace("3 May", "4 May")


@pytest.fixture(scope="module")
def every(client: TestClient) -> list[DocumentWhole]:
    """All documents of the examples."""
    listed = DocumentsPage.model_validate_json(client.get("/documents.json").text)
    answers = [client.get(f"/documents/{brief.id}.json").text for brief in listed.items]
    return [DocumentWhole.model_validate_json(answer) for answer in answers]


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A ledger of two versions of one document, with broken characters."""
    folder = tmp_path_factory.mktemp("versions")
    with Ledger(folder / "versions.db") as ledger:
        for name, text in (("first", _FIRST), ("second", _SECOND)):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            workflow.read(workflow.ingest([folder / f"{name}.txt"]), ledger, workflow.reading.small_reader())
    options = ServeOptions(ledger=folder / "versions.db", port=free_port())
    with Keeper(options) as keeper, client_for(options, keeper) as asking:
        yield asking


def test_documents_are_listed_newest_first_and_each_is_a_page_with_a_json_twin(client: TestClient) -> None:
    listed = DocumentsPage.model_validate_json(client.get("/documents.json").text)
    assert listed.total == len(listed.items) == 11
    days = [brief.date.start or "" for brief in listed.items]
    assert days == sorted(days, reverse=True)
    assert client.get("/documents").status_code == 200
    for brief in listed.items:
        whole = DocumentWhole.model_validate_json(client.get(f"/documents/{brief.id}.json").text)
        assert (whole.title, len(whole.records)) == (brief.title, brief.records)
        assert sum(kind.count for kind in whole.counts) == brief.records
        assert client.get(f"/documents/{brief.id}").status_code == 200


def test_documents_are_filtered_by_party_publisher_days_and_words(client: TestClient) -> None:
    def titles(query: str) -> list[str]:
        return [item["title"] for item in client.get(f"/documents.json?{query}").json()["items"]]

    assert titles("party=IND&publisher=Parley+examples") == ["Modi sets 2070 net-zero date for India"]
    assert [title[:10] for title in titles("since=2021-11-01&until=2021-12-31&party=&q=")] == [
        "Modi sets ",
        "“How eight",
    ]
    assert titles("q=Petersberg+Sharma") == ["“Petersberg Climate Dialogue: ministers prepare for Glasgow”"]
    assert titles("party=TUV") == []
    assert client.get("/documents.json?publsher=x").status_code == 422
    assert client.get("/documents.json?since=soon").status_code == 422
    assert client.get("/documents/doc_000000000000").status_code == 404


def test_every_records_words_are_those_of_its_segments(every: list[DocumentWhole]) -> None:
    for document in every:
        words: dict[int, str] = {}
        told = ""
        for paragraph in document.paragraphs:
            for segment in paragraph.segments:
                piece = document.text[segment.start : segment.end]
                told += piece
                for mark in segment.marks:
                    words[mark.record] = words.get(mark.record, "") + piece
            told += document.text[paragraph.end : paragraph.next_start]
        assert told == document.text[document.paragraphs[0].start :]
        for number, record in enumerate(document.records):
            places = sorted({(place.start, place.end) for place in record.places})
            if all(one[1] <= other[0] for one, other in pairwise(places)):
                quoted = "".join(document.text[start:end] for start, end in places)
                assert _without_gaps(words[number]) == _without_gaps(quoted)


def test_records_stand_in_the_order_of_the_text_and_every_first_quote_has_an_anchor(
    client: TestClient, every: list[DocumentWhole]
) -> None:
    for document in every:
        begins = [record.places[0].start for record in document.records]
        assert begins == sorted(begins)
        ids = re.findall(r' id="(c\d+-\d+)"', client.get(f"/documents/{document.id}").text)
        assert len(ids) == len(set(ids))
        assert {f"c{r.places[0].start}-{r.places[0].end}" for r in document.records} <= set(ids)


def test_records_say_how_they_were_read_what_checking_says_and_where_more_is(every: list[DocumentWhole]) -> None:
    records = [record for document in every for record in document.records]
    claim = next(record for record in records if record.kind == "claim" and record.verdict)
    assert claim.verdict is not None
    assert claim.verdict.reason
    pledge = next(record for record in records if record.title == "Germany: Cut emissions by 88% by 2040")
    assert (pledge.tone, pledge.tone_label) == ("in_law", "in law")
    assert pledge.links[0].address.startswith("/pledges/entry/bok_")
    assert any(record.links[0].address.startswith("/timeline/evt_") for record in records if record.links)
    correction = next(record for record in records if record.kind == "correction")
    touched = re.fullmatch(r"#c(\d+)-(\d+)", correction.links[0].address)
    assert touched is not None
    assert any(record.corrected for record in records if record.kind == "pledge")
    assert any("inferred: " in words for record in records for words in record.inferred)


def test_a_document_tells_what_another_version_of_it_added_withdrew_and_altered(versions: TestClient) -> None:
    listed = DocumentsPage.model_validate_json(versions.get("/documents.json").text)
    assert [brief.versions for brief in listed.items] == [1, 1]
    newer = DocumentWhole.model_validate_json(versions.get(f"/documents/{listed.items[0].id}.json").text)
    (version,) = newer.versions
    assert (version.id, version.later) == (listed.items[1].id, False)
    assert any("low" in one.fields for one in version.altered)
    assert any("40 percent" in passage.was and "50 percent" in passage.now for passage in version.passages)
    html = versions.get(f"/documents/{listed.items[0].id}").text
    assert "This is a later version of a document" in html
    assert "There is a later version of this document" in versions.get(f"/documents/{listed.items[1].id}").text


def test_what_was_repaired_and_where_a_document_was_found_is_told(versions: TestClient) -> None:
    newest = versions.get("/documents.json").json()["items"][0]["id"]
    document = DocumentWhole.model_validate_json(versions.get(f"/documents/{newest}.json").text)
    (repair,) = document.repairs
    assert (repair.kind, document.text[repair.start : repair.end]) == ("mojibake", repair.words)
    assert "café" in document.text
    html = versions.get(f"/documents/{newest}").text
    assert all(words in html for words in (document.sha256, document.reader, Path(document.sources[0]).name))


def test_the_text_of_the_page_is_the_text_of_the_document(tab: Page, site: str, every: list[DocumentWhole]) -> None:
    for document in every:
        tab.goto(f"{site}/documents/{document.id}")
        assert tab.locator("#text").evaluate("block => block.textContent") == document.text


def test_records_are_walked_through_by_keyboard_held_and_let_go(tab: Page, site: str) -> None:
    tab.goto(f"{site}/documents/{_document(tab, site, 'Petersberg')}")
    details = tab.locator("#details")
    expect(details).to_be_hidden()
    stops = tab.locator('#text .s:not([tabindex="-1"])')
    stops.first.focus()
    tab.keyboard.press("ArrowRight")
    expect(stops.nth(1)).to_be_focused()
    tab.keyboard.press("Tab")
    expect(stops.nth(2)).to_be_focused()
    expect(details).to_be_visible()
    shown = details.locator("h3").first.inner_text()
    tab.keyboard.press("Enter")
    expect(details).to_be_focused()
    expect(details.get_by_role("button", name="Close")).to_be_visible()
    tab.mouse.move(5, 5)
    expect(details.locator("h3").first).to_have_text(shown)
    tab.keyboard.press("Escape")
    expect(details).to_be_hidden()
    expect(stops.nth(2)).to_be_focused()
    tab.keyboard.press("ArrowLeft")
    expect(stops.nth(1)).to_be_focused()


def test_where_records_overlap_all_are_shown_until_their_kind_is_switched_off(tab: Page, site: str) -> None:
    tab.goto(f"{site}/documents/{_document(tab, site, 'Biden')}")
    both = tab.locator("#text .s:has(u.pledge u.person), #text .s:has(u.statement u.pledge)").first
    both.hover()
    details = tab.locator("#details")
    expect(details.locator(".record")).to_have_count(2)
    words = details.locator(".record.pledge h3").inner_text()
    assert ":" in words
    tab.locator("#kind-pledge").uncheck()
    both.hover()
    expect(details.locator(".record")).to_have_count(1)
    assert both.locator("u.pledge").evaluate("line => getComputedStyle(line).textDecorationColor") == "rgba(0, 0, 0, 0)"
    expect(tab.locator(".records .record.pledge").first).to_be_hidden()


def test_an_address_leads_to_the_very_characters_also_within_a_record(tab: Page, site: str) -> None:
    document = _document(tab, site, "Biden")
    text = tab.request.get(f"{site}/documents/{document}.json").json()["text"]
    start = text.index("neutral by 2050, ten years")
    tab.goto(f"{site}/documents/{document}#c{start}-{start + 26}")
    marks = tab.locator("mark.sought")
    assert "".join(marks.all_inner_texts()) == "neutral by 2050, ten years"
    expect(marks.first).to_be_in_viewport()
    expect(tab.locator("#details")).to_be_visible()
    last = tab.locator(".records blockquote a").last
    last.click()
    assert "".join(marks.all_inner_texts()) == last.text_content()
    expect(marks.first).to_be_in_viewport()
    tab.go_back()
    assert "".join(marks.all_inner_texts()) == "neutral by 2050, ten years"


def test_on_a_phone_details_are_a_sheet_at_the_bottom_and_nothing_scrolls_sideways(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    tab = context.new_page()
    tab.goto(f"{site}/documents/{_document(tab, site, 'Biden')}")
    assert tab.evaluate("document.documentElement.scrollWidth") == 360
    tab.locator("#text .s").nth(3).tap()
    box = tab.locator("#details").bounding_box()
    assert box is not None
    assert (round(box["y"] + box["height"]), round(box["width"])) == (740, 360)
    tab.locator("#details").get_by_role("button", name="Close").tap()
    expect(tab.locator("#details")).to_be_hidden()
    context.close()


def test_without_scripts_each_highlight_leads_to_its_record_and_back(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{site}/documents/{_document(tab, site, 'Petersberg')}")
    first = tab.locator("#text .s").first
    words = first.inner_text()
    first.click()
    record = tab.locator(":target")
    expect(record).to_have_class(re.compile("record"))
    link = record.locator("blockquote a")
    assert words in link.inner_text()
    link.click()
    assert tab.locator(":target").inner_text().startswith(words[:5])
    context.close()


def _document(tab: Page, site: str, words: str) -> str:
    """The id of the document whose title has these words."""
    found = tab.request.get(f"{site}/documents.json").json()["items"]
    return next(str(item["id"]) for item in found if words in item["title"])


def _without_gaps(words: str) -> str:
    return "".join(words.split())
