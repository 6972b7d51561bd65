"""The API keeps what its description promises: names, answers, errors."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance
from starlette.testclient import TestClient

from parley.web.catalogue.keeper import Keeper
from parley.web.options import ServeOptions
from parley.web.problems import PROBLEM_JSON
from tests.web.api_names import KEPT, names
from tests.web.conftest import client_for

_EXAMPLES, _FEW = 4, 1
"""How often each operation is asked, with what its description allows and with what it does not; and what is slow."""
_SLOW = "/outlook"


@pytest.fixture(scope="module")
def description(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


@pytest.fixture(scope="module")
def operations(description: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]


def test_names_do_not_change_by_accident(description: dict[str, Any]) -> None:
    """A name that is gone breaks somebody's program. Added ones are written down with ``tests.web.api_names``."""
    assert list(names(description)) == KEPT.read_text().splitlines()


def test_every_page_has_its_json_twin(operations: list[tuple[str, str, dict[str, Any]]]) -> None:
    paths = {path for path, _, _ in operations}
    pages = [path for path, _, operation in operations if "text/html" in _media(operation)]
    assert len(pages) > 15
    for path in pages:
        assert ("/index.json" if path == "/" else f"{path}.json") in paths
    assert {f"/{name}" for name in ("timeline", "pledges", "claims", "documents", "people", "positions")} <= set(pages)
    assert {"/", "/outlook", "/search", "/docs", "/judgements", "/read", "/conflicts"} <= set(pages)


def test_everything_is_described_in_words(
    operations: list[tuple[str, str, dict[str, Any]]], description: dict[str, Any]
) -> None:
    told = {tag["name"] for tag in description["tags"]}
    for path, method, operation in operations:
        place = f"{method} {path}"
        assert operation["summary"].endswith("."), place
        assert operation["description"], place
        assert set(operation["tags"]) <= told, place
        assert all(answer["description"] for answer in operation["responses"].values()), place
        assert _media(operation) or "303" in operation["responses"], place
    ids = [operation["operationId"] for _, _, operation in operations]
    assert len(set(ids)) == len(ids)
    for name, schema in description["components"]["schemas"].items():
        assert schema.get("description"), name


def test_every_error_is_described_as_a_problem(operations: list[tuple[str, str, dict[str, Any]]]) -> None:
    for path, _, operation in operations:
        for status, answer in operation["responses"].items():
            if status.startswith("4") or status == "default":
                assert PROBLEM_JSON in answer["content"], (path, status)


def test_every_error_is_a_problem(client: TestClient, description: dict[str, Any]) -> None:
    cases = {
        "/timeline/evt_000000000000.json": 404,
        "/nothing.json": 404,
        "/timeline.json?page=0": 422,
        "/timeline.json?no_such=1": 422,
        "/search.json?page=x": 422,
    }
    for address, status in cases.items():
        answer = client.get(address)
        assert answer.status_code == status, address
        assert answer.headers["content-type"] == PROBLEM_JSON
        assert set(answer.json()) == set(description["components"]["schemas"]["Problem"]["properties"])
        assert answer.json()["status"] == status
        assert answer.json()["detail"]
    answer = client.post("/timeline.json")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert "GET" in answer.headers["allow"]


def test_a_page_answers_programs_with_json(client: TestClient) -> None:
    for accepted, media in {
        "application/json": "application/json",
        "text/html": "text/html; charset=utf-8",
        "text/html,application/xhtml+xml,*/*;q=0.8": "text/html; charset=utf-8",
        "*/*": "text/html; charset=utf-8",
        "application/json;q=0.9, text/html;q=0.5": "application/json",
        "APPLICATION/JSON": "application/json",
        "application/json;q=²": "text/html; charset=utf-8",
        "": "text/html; charset=utf-8",
    }.items():
        answer = client.get("/timeline", headers={"Accept": accepted.encode("latin-1")})
        assert answer.headers["content-type"] == media, accepted
    assert client.get("/timeline", headers={"Accept": "application/json"}).json() == client.get("/timeline.json").json()


_AT_RANDOM = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def api(options: ServeOptions, keeper: Keeper) -> Iterator[Any]:
    """The application to be asked at random."""
    with client_for(options, keeper) as client:
        host = {"Host": f"127.0.0.1:{options.port}"}
        yield schemathesis.openapi.from_asgi("/openapi.json", client.app, headers=host)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_whatever_is_asked_is_answered_as_described(api: Any, options: ServeOptions, mode: GenerationMode) -> None:
    """No operation fails, and every answer is of a kind and a shape that its description has."""
    checks = [not_a_server_error, content_type_conformance, response_schema_conformance]
    headers = {"Host": f"127.0.0.1:{options.port}", "X-Parley-Token": options.token}
    asked, faults = 0, []
    for operation in (found.ok() for found in api.get_all_operations()):
        if "text/html" in _media(operation.definition.raw):
            # Its twin is the same function, and tests that go through all pages ask for it.
            continue

        @settings(_AT_RANDOM, max_examples=_FEW if operation.path.startswith(_SLOW) else _EXAMPLES)
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: schemathesis.Case) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate(headers=headers, checks=checks)

        # Where everything is allowed, nothing can be asked that is not.
        with contextlib.suppress(Unsatisfiable):
            try:
                ask()
            except FailureGroup as fault:
                faults.append(f"{operation.label}: {fault.exceptions[0]}")
    assert faults == []
    assert asked > 80


def _media(operation: dict[str, Any]) -> set[str]:
    return set(operation["responses"].get("200", {}).get("content", {}))


def test_the_description_is_json_that_needs_nothing_else(client: TestClient) -> None:
    text = client.get("/openapi.json").text
    assert json.loads(text)["openapi"].startswith("3.1")
    assert all(part.startswith("#/components/") for part in text.split('"$ref": "')[1:])
