"""Every error says what was wrong and what to do, in one shape: as a page for people, as JSON for programs."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from parley.web.models.problem import Problem
from tests.web.crawling import Parsed

CASES = {
    "/no/such/page": (404, "there is no page at /no/such/page; the first page is at /"),
    "/static/none.js": (404, "there is no file none.js"),
    "/timeline/evt_000000000000": (
        404,
        "there is no event evt_000000000000 in this ledger; what other documents have changed since has another "
        "address, and a search finds it",
    ),
    "/timeline?page=0": (422, "page: input should be greater than or equal to 1"),
    "/timeline?colour=red": (422, "colour: there is no such parameter"),
    "/timeline?page=1&page=x": (422, "page: input should be a valid integer, unable to parse string as an integer"),
}


@pytest.mark.parametrize("address", CASES)
def test_a_problem_is_a_page_or_json(client: TestClient, address: str) -> None:
    status, detail = CASES[address]
    answer = client.get(address, headers={"Accept": "application/json"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = Problem.model_validate_json(answer.text)
    assert (problem.status, problem.detail) == (status, detail)
    page = client.get(address)
    assert page.status_code == status
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    words = Parsed(page.text).text
    assert problem.title in words
    assert detail in words


def test_what_a_path_holds_is_told_as_text(client: TestClient) -> None:
    answer = client.get("/<script>window.__ran=1</script>")
    assert answer.status_code == 404
    assert "<script>window" not in answer.text
    assert "<script>window.__ran=1</script>" in Parsed(answer.text).text


def test_half_a_character_in_an_address_is_no_fault(client: TestClient) -> None:
    for address in ("/%ED%A0%80", "/timeline?%ED%A0%80=1", "/timeline?q=%FF", "/timeline/%00"):
        assert client.get(address).status_code in (200, 404, 422), address
