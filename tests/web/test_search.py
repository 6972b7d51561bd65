"""Search over everything."""

from __future__ import annotations

import html
import re

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from parley.web.models.search import SearchPage


def found(client: TestClient, q: str, **more: str | int) -> SearchPage:
    """What a search answers."""
    return SearchPage.model_validate_json(client.get("/search.json", params={"q": q, **more}).text)


def test_every_kind_is_counted_and_leads_to_a_page(client: TestClient) -> None:
    kinds = set()
    for words in ("climate", "Germany", "target", "739", "Merkel"):
        page = found(client, words, per_page=100)
        assert sum(kind.count for kind in page.kinds) == page.total == len(page.items)
        for hit in page.items:
            kinds.add(hit.kind)
            address, _, fragment = hit.address.partition("#")
            shown = client.get(address)
            assert shown.status_code == 200, hit.address
            assert not fragment or fragment.startswith("c") or f'id="{fragment}"' in shown.text
    assert {"event", "pledge", "claim", "person", "position", "statement", "document", "correction"} <= kinds


def test_the_words_found_are_marked_by_their_places(client: TestClient) -> None:
    marked = [hit for hit in found(client, "neutral*").items if hit.marks]
    assert marked
    for hit in marked:
        for mark in hit.marks:
            assert hit.snippet[mark.start : mark.end].lower().startswith("neutral")
    page = client.get("/search?q=neutral*").text
    assert "<mark>neutral" in page


def test_a_statement_leads_to_its_place_in_the_document(client: TestClient) -> None:
    statements = found(client, "decisive decade", kind="statement").items
    assert [hit.title for hit in statements] == ["Joe Biden"]
    assert re.fullmatch(r"/documents/doc_\w+#c\d+-\d+", statements[0].address)


def test_quotes_make_a_phrase_and_a_star_begins_a_word(client: TestClient) -> None:
    assert 0 < found(client, '"climate neutral"').total < found(client, "climate neutral").total
    assert found(client, "emi*").total > found(client, "emitter").total
    assert found(client, "neutrality").total == found(client, "neutral").total


def test_a_kind_is_filtered_and_pages_follow_one_another(client: TestClient) -> None:
    only = found(client, "climate", kind="document", per_page=3)
    assert {hit.kind for hit in only.items} == {"document"}
    assert only.total == next(kind.count for kind in only.kinds if kind.value == "document")
    assert only.pages == -(-only.total // 3)
    second = found(client, "climate", kind="document", per_page=3, page=2)
    assert not {hit.id for hit in only.items} & {hit.id for hit in second.items}
    assert client.get("/search.json?q=climate&kind=dream").status_code == 422


def test_without_a_word_a_person_is_helped_and_a_program_is_told(client: TestClient) -> None:
    for query in ("", "?q=", "?q=%20", "?q=***", '?q="'):
        page = client.get(f"/search{query}", headers={"Accept": "text/html"})
        assert page.status_code == 200
        assert "words in quotes stand side by side" in page.text
        assert client.get(f"/search.json{query}").status_code == 422
    nothing = client.get("/search?q=zyzzyva", headers={"Accept": "text/html"})
    assert nothing.status_code == 200
    assert "Nothing here holds this word" in nothing.text


@pytest.mark.parametrize(
    "hostile",
    [
        '"',
        '"climate',
        'climate"',
        '""climate""',
        "NEAR(climate finance, 5)",
        "climate AND finance",
        "climate NOT finance",
        "climate OR",
        "title:climate",
        "{title words}: climate",
        "^climate",
        "climate*",
        "*climate",
        "cli*mate*",
        "climate\x00finance",
        "\x00a",
        "climate + finance",
        "-climate",
        "'; DROP TABLE items; --",
        "<script>alert(1)</script>",
        "\ue000climate\ue001",
        "climate\u202e",
        "气候",
        "ª",
        "a" * 500,
        "a " * 250,
    ],
)
def test_no_words_are_taken_for_a_language_of_the_index(client: TestClient, hostile: str) -> None:
    twin = client.get("/search.json", params={"q": hostile})
    assert twin.status_code in (200, 422)
    if twin.status_code == 200:
        SearchPage.model_validate_json(twin.text)
    page = client.get("/search", params={"q": hostile}, headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert client.get("/search.json", params={"q": "climate"}).json()["total"] > 0


def test_ten_thousand_characters_are_refused(client: TestClient) -> None:
    assert client.get("/search.json", params={"q": "a" * 2_000}).status_code == 422
    assert client.get("/search.json", params={"q": "a" * 10_000}).status_code in (414, 422)
    page = client.get("/search", params={"q": "climate " * 250}, headers={"Accept": "text/html"})
    assert page.status_code == 422


def test_what_was_asked_is_shown_as_it_was_asked(client: TestClient) -> None:
    asked = '"><b>climate</b>'
    page = client.get("/search", params={"q": asked}, headers={"Accept": "text/html"}).text
    assert f'value="{html.escape(asked).replace("&quot;", "&#34;")}"' in page
    assert "<b>climate" not in page


def test_a_search_from_any_page_by_keyboard(tab: Page, site: str) -> None:
    tab.goto(f"{site}/people")
    tab.keyboard.press("/")
    expect(tab.locator(".find input")).to_be_focused()
    tab.keyboard.type("carbon neutral")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/search\?q=carbon\+neutral"))
    tab.get_by_role("link", name=re.compile("^Statements")).click()
    expect(tab.locator(".hits .kicker").first).to_contain_text("Statement")
    expect(tab.locator(".hits mark").first).to_be_visible()
    tab.go_back()
    tab.wait_for_load_state("load")
    expect(tab.get_by_role("link", name=re.compile("^Everything"))).to_have_attribute("aria-current", "true")
    tab.keyboard.press("/")
    expect(tab.get_by_label("Words to look for")).to_be_focused()
    tab.keyboard.press("/")
    expect(tab.get_by_label("Words to look for")).to_have_value("/")
