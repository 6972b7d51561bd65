"""Whose requests are answered, how large they may be, and what a browser may do with the answers."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import Depends, FastAPI, Request
from fastapi.responses import PlainTextResponse, Response
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from parley.web import guard
from parley.web.catalogue.keeper import Keeper
from parley.web.guard import HEADERS, check_edit, check_token
from parley.web.hosts import Hosts, is_local
from parley.web.options import ReadingLimits, ServeOptions
from tests.web.conftest import client_for, run_apart


@pytest.fixture(scope="module")
def asking(options: ServeOptions, keeper: Keeper) -> Iterator[TestClient]:
    """The application with pages of the tests' own, which do what no page of ours should."""
    client = client_for(options, keeper)
    app = client.app
    assert isinstance(app, FastAPI)

    @app.get("/fault")
    async def fault() -> None:
        raise ValueError("the words of a document\x1b[2J")

    @app.post("/take")
    async def take(request: Request) -> Response:
        return PlainTextResponse(str(len(await request.body())))

    @app.post("/change", dependencies=[Depends(check_token)])
    async def change() -> str:
        return "done"

    @app.post("/edit", dependencies=[Depends(check_edit)])
    async def edit() -> str:
        return "done"

    with client:
        yield client


def test_every_answer_carries_the_headers(asking: TestClient) -> None:
    for path in ("/timeline", "/timeline.json", "/nothing", "/timeline?page=0", "/static/parley.css", "/fault"):
        answer = asking.get(path)
        assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS), path
    assert {"unsafe-inline", "unsafe-eval", "data:", "*"}.isdisjoint(HEADERS["Content-Security-Policy"].split())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "LOCALHOST:80", "localhost.", "[0:0:0:0::1]:9000"])
def test_a_server_of_this_machine_answers_for_its_names(asking: TestClient, host: str) -> None:
    assert asking.get("/timeline", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "127.0.0.1:1:2", "[::1", "192.168.1.5"],
)
def test_no_other_host_is_answered_or_told_anything(asking: TestClient, host: str) -> None:
    answer = asking.get("/timeline", headers={"Host": host, "Accept": "text/html"})
    assert answer.status_code == 421
    assert answer.headers["content-type"] == "application/problem+json"
    assert "examples" not in answer.text


def test_a_request_without_a_host_or_with_two_is_refused(options: ServeOptions, keeper: Keeper) -> None:
    for headers in ([], [(b"host", b"localhost"), (b"host", b"localhost")]):
        assert _raw(options, keeper, headers).startswith("421")


def test_a_server_for_all_addresses_answers_addresses_but_no_name_of_a_site() -> None:
    everywhere = Hosts("0.0.0.0")
    assert all(everywhere.allow(host) for host in ("192.168.1.5:8350", "[fe80::1]:8350", "localhost", "parley:8350"))
    assert not any(everywhere.allow(host) for host in ("evil.example", "192.168.1.5.evil.example", ""))
    named = Hosts("desk.example.org")
    assert named.allow("desk.example.org:8350")
    assert not named.allow("localhost")


@given(st.text())
def test_whatever_a_host_header_holds_is_decided(header: str) -> None:
    assert not Hosts("127.0.0.1").allow(f"{header}.evil.example")
    assert isinstance(Hosts("::").allow(header), bool)


def test_which_addresses_are_local() -> None:
    assert all(is_local(name) for name in ("127.0.0.1", "127.9.9.9", "localhost", "::1", "LOCALHOST"))
    assert not any(is_local(name) for name in ("0.0.0.0", "::", "192.168.1.5", "desk.example.org", ""))


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_no_other_page_can_change_anything(asking: TestClient, options: ServeOptions, headers: dict[str, str]) -> None:
    answer = asking.post("/change", data={"token": options.token}, headers=headers)
    assert answer.status_code == 403
    assert "own pages" in answer.text


def test_our_own_pages_can(asking: TestClient, options: ServeOptions) -> None:
    headers = {"Origin": f"http://127.0.0.1:{options.port}", "Sec-Fetch-Site": "same-origin"}
    assert asking.post("/change", data={"token": options.token}, headers=headers).status_code == 200
    assert asking.post("/change", headers={"X-Parley-Token": options.token}).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "é" * 32, "\x00"])
def test_a_wrong_token_is_refused(asking: TestClient, token: str) -> None:
    assert asking.post("/change", data={"token": token}).status_code == 403
    assert asking.post("/change", files={"token": ("token", token)}).status_code == 403


def test_a_token_that_no_encoding_knows_is_refused(asking: TestClient) -> None:
    body = (
        b'--b\r\nContent-Disposition: form-data; name="_charset_"\r\n\r\nunicode_escape\r\n'
        b'--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n\\ud800\r\n--b--\r\n'
    )
    sent = {"Content-Type": "multipart/form-data; boundary=b; charset=unicode_escape"}
    assert asking.post("/change", content=body, headers=sent).status_code == 403


def test_only_a_server_started_for_it_changes_the_ledger(asking: TestClient) -> None:
    answer = asking.post("/edit", headers={"Accept": "application/json"})
    assert answer.status_code == 403
    assert "parley serve --edit" in answer.json()["detail"]


def test_no_other_site_can_load_our_pages_into_its_own_but_links_are_followed(asking: TestClient) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site"}
    followed = foreign | {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    framed = foreign | {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}
    drawn = foreign | {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}
    assert asking.get("/timeline", headers=followed).status_code == 200
    assert [asking.get("/timeline", headers=headers).status_code for headers in (framed, drawn)] == [403, 403]


def test_a_body_that_is_too_large_is_refused_before_it_is_read(asking: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 50_000

    told = asking.post("/take", content=b"x" * 300_000, headers={"Accept": "application/json"})
    untold = asking.post("/take", content=(b"x" * 50_000 for _ in range(6)), headers={"Accept": "application/json"})
    for answer in (told, untold):
        assert answer.status_code == answer.json()["status"] == 413
        assert answer.headers["content-type"] == "application/problem+json"
    assert asking.post("/take", content=b"x" * 100_000).text == "100000"


@pytest.mark.parametrize("length", ["-1", "1e3", "²", "9" * 40])
def test_a_length_that_is_none_is_refused(options: ServeOptions, keeper: Keeper, length: str) -> None:
    headers = [(b"host", b"localhost"), (b"content-length", length.encode("latin-1"))]
    assert _raw(options, keeper, headers).startswith("413")


def test_a_body_that_does_not_come_is_not_waited_for(
    options: ServeOptions, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_BODY_SECONDS", 0.05)
    assert _raw(options, keeper, [(b"host", b"localhost")], path="/change", method="POST", hanging=True)[:3] == "408"


def test_an_address_that_is_too_long_is_refused(asking: TestClient) -> None:
    assert asking.get(f"/timeline?q={'x' * 9_000}").status_code == 414


def test_head_is_get_without_a_body(asking: TestClient) -> None:
    whole, head = asking.get("/timeline"), asking.head("/timeline")
    assert head.status_code == 200
    assert not head.content
    assert head.headers["etag"] == whole.headers["etag"]


def test_a_fault_is_told_in_one_shape_without_words_of_its_own(
    asking: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "parley.web"):
        answer = asking.get("/fault", headers={"Accept": "application/json"})
    assert answer.status_code == 500
    assert "ValueError" in answer.json()["detail"]
    assert "words of a document" not in answer.text
    assert [record.getMessage() for record in caplog.records] == ["ValueError at '/fault'"]


def test_nothing_but_http_is_spoken(asking: TestClient) -> None:
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), asking.websocket_connect("/timeline"):
        pass


def test_the_limits_of_uploads_are_those_of_the_options(options: ServeOptions, keeper: Keeper, tmp_path: Path) -> None:
    small = ServeOptions(ledger=options.ledger, port=options.port, limits=ReadingLimits(all_bytes=1_000))
    with client_for(small, keeper) as client:
        assert client.post("/read", content=b"x" * 300_000).status_code == 413
        assert client.post("/read", content=b"x" * 100_000).status_code != 413


def _raw(
    options: ServeOptions,
    keeper: Keeper,
    headers: list[tuple[bytes, bytes]],
    path: str = "/timeline",
    method: str = "GET",
    hanging: bool = False,
) -> str:
    """The status and detail of the answer to a request that no client would send."""
    from parley.web.app import make_app

    app = make_app(options, keeper)

    @app.post("/change", dependencies=[Depends(check_token)])
    async def change() -> str:
        return "done"

    sent: list[dict[str, object]] = []
    kind = [(b"content-type", b"application/x-www-form-urlencoded")] if hanging else []
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "scheme": "http",
        "query_string": b"",
        "headers": [*headers, *kind, (b"accept", b"application/json")],
        "server": ("127.0.0.1", options.port),
    }

    async def receive() -> dict[str, object]:
        if hanging:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    async def ask() -> None:
        await app(scope, receive, send)  # type: ignore[arg-type]

    run_apart(ask())
    body = sent[1]["body"]
    assert isinstance(body, bytes)
    return f"{sent[0]['status']} {json.loads(body)['detail']}"
