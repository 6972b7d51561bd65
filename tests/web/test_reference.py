"""The reference of the API says all that its description does, without scripts and without a network."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.testclient import TestClient

from parley.web.models.reference import ReferencePage
from tests.web.crawling import Parsed


@pytest.fixture(scope="module")
def page(client: TestClient) -> ReferencePage:
    return ReferencePage.model_validate_json(client.get("/docs.json").text)


def test_every_operation_and_every_model_is_in_it(client: TestClient, page: ReferencePage) -> None:
    description: dict[str, Any] = client.get("/openapi.json").json()
    endpoints = [endpoint for group in page.groups for endpoint in group.endpoints]
    told = {(each.path, each.method.lower()) for each in endpoints} | {
        (each.page, "get") for each in endpoints if each.page
    }
    assert told == {(path, method) for path, found in description["paths"].items() for method in found}
    assert [model.name for model in page.models] == sorted(description["components"]["schemas"])
    assert [group.name for group in page.groups][-1] == "reference"


def test_every_endpoint_has_words_answers_and_an_example(page: ReferencePage) -> None:
    models = {model.name for model in page.models}
    for endpoint in (endpoint for group in page.groups for endpoint in group.endpoints):
        assert endpoint.summary
        assert endpoint.answers
        assert {answer.model for answer in endpoint.answers if answer.model} <= models
        assert endpoint.example.startswith("curl ")
        assert "{" not in endpoint.example
        if endpoint.method == "POST":
            assert "X-Parley-Token" in endpoint.example
    for model in page.models:
        assert all(set(field.models) <= models for field in model.fields)


def test_all_of_it_is_in_the_page_and_its_links_lead_somewhere(client: TestClient, page: ReferencePage) -> None:
    parsed = Parsed(client.get("/docs").text)
    ids = {found["id"] for _, found in parsed.elements if "id" in found}
    assert {endpoint.id for group in page.groups for endpoint in group.endpoints} <= ids
    assert {link[1:] for link in parsed.links if link.startswith("#")} <= ids
    assert "/docs" in Parsed(client.get("/timeline").text).links


def test_it_opens_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened: Page = context.new_page()
    opened.goto(f"{site}/timeline")
    opened.get_by_role("contentinfo").get_by_role("link", name="API").click()
    expect(opened.get_by_role("heading", level=1)).to_have_text("The API")
    opened.locator("#timeline_json > summary").click()
    expect(opened.locator("#timeline_json pre")).to_contain_text("curl 'http://127.0.0.1:")
    context.close()
