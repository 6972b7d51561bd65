"""Finished answers are kept as long as the catalogue, told from each other, and not sent twice to who has them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from parley.web import kept
from parley.web.catalogue.keeper import Keeper
from parley.web.kept import KeptAnswers
from tests.web.conftest import run_apart

Headers = dict[str, str]


class Counting:
    """An application that says how often it was asked, with headers and status to choose."""

    def __init__(
        self, status: int = 200, headers: Headers | None = None, parts: tuple[bytes, ...] = (b"words ",)
    ) -> None:
        self.asked, self._status, self._headers, self._parts = 0, status, headers or {}, parts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        headers = [(name.lower().encode(), value.encode()) for name, value in self._headers.items()]
        await send({"type": "http.response.start", "status": self._status, "headers": headers})
        for number, part in enumerate(self._parts, start=1):
            body = part + str(self.asked).encode()
            await send({"type": "http.response.body", "body": body, "more_body": number < len(self._parts)})


class Asking:
    """Asks for pages of a catalogue that can be exchanged."""

    def __init__(self, app: Counting) -> None:
        self.app = app
        self.keeper = SimpleNamespace(catalogue=object())
        self.kept = KeptAnswers(app, cast(Keeper, self.keeper))

    def __call__(
        self, path: str = "/", query: str = "", method: str = "GET", **headers: str
    ) -> tuple[int, Headers, bytes]:
        """Status, headers and body."""
        sent: list[Message] = []
        scope: dict[str, Any] = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        }

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        run_apart(self.kept(scope, receive, send))
        found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return sent[0]["status"], found, b"".join(message.get("body", b"") for message in sent[1:])


def test_an_answer_is_made_once_for_each_way_of_asking() -> None:
    ask = Asking(Counting())
    for _ in range(3):
        ask("/a")
        ask("/b")
        ask("/a", "q=1")
        ask("/a", accept="application/json")
        ask("/a", accept_encoding="gzip")
    assert ask.app.asked == 5
    assert ask("/a")[2] == b"words 1"


def test_another_catalogue_has_answers_of_its_own() -> None:
    ask = Asking(Counting())
    first, ask.keeper.catalogue = ask("/a"), object()
    assert first[2] != ask("/a")[2]


def test_an_answer_of_the_catalogue_before_is_not_kept_for_the_next() -> None:
    ask = Asking(Counting())

    class Exchanging(Counting):
        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            ask.keeper.catalogue = object()
            await super().__call__(scope, receive, send)

    ask.kept = KeptAnswers(Exchanging(), cast(Keeper, ask.keeper))
    assert ask("/a")[2] != ask("/a")[2]


@pytest.mark.parametrize(
    "app",
    [
        Counting(status=404),
        Counting(status=500),
        Counting(headers={"Cache-Control": "no-store"}),
        Counting(parts=(b"a", b"b")),
    ],
)
def test_problems_and_what_is_not_to_be_stored_and_streams_are_not_kept(app: Counting) -> None:
    ask = Asking(app)
    ask("/a")
    status, headers, body = ask("/a")
    assert app.asked == 2
    assert "etag" not in headers
    assert body.endswith(b"2")
    assert status == ask("/a", method="POST")[0]


def test_who_has_an_answer_is_only_told_so() -> None:
    ask = Asking(Counting(headers={"Vary": "Accept", "Content-Type": "text/html", "Content-Length": "7"}))
    status, headers, body = ask("/a")
    assert (status, body, headers["cache-control"]) == (200, b"words 1", "no-cache")
    tag = headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        status, headers, body = ask("/a", if_none_match=known)
        assert (status, body, headers["etag"], headers["vary"]) == (304, b"", tag, "Accept")
        assert "content-length" not in headers
    assert ask("/a", if_none_match='"other"')[0] == 200
    # The same words in the next catalogue: whoever has them need not load them again.
    ask.app.asked, ask.keeper.catalogue = 0, object()
    assert ask("/a", if_none_match=tag)[0] == 304


def test_what_is_kept_is_bounded_with_all_that_belongs_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_BYTES", 20_000)
    ask = Asking(Counting())
    for number in range(100):
        ask("/a", f"q={number}{'x' * 4_000}")
    assert 1 <= len(ask.kept._answers) <= 4
    assert ask.kept._bytes <= 20_000
    ask("/a", f"q=99{'x' * 4_000}")
    assert ask.app.asked == 100


def test_what_is_very_large_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_LARGEST", 3)
    ask = Asking(Counting())
    ask("/a")
    assert ask("/a")[2] == b"words 2"


def test_pages_twins_and_files_are_told_apart_packed_and_not_sent_twice(client: TestClient) -> None:
    for path in ("/timeline", "/timeline.json", "/static/parley.css"):
        packed = client.get(path)
        plain = client.get(path, headers={"Accept-Encoding": "identity"})
        assert packed.headers["content-encoding"] == "gzip"
        assert "content-encoding" not in plain.headers
        assert packed.content == plain.content
        assert "Accept-Encoding" in packed.headers["vary"]
        assert client.get(path, headers={"If-None-Match": packed.headers["etag"]}).status_code == 304
    as_json = client.get("/timeline", headers={"Accept": "application/json"})
    assert as_json.headers["content-type"] == "application/json"
    assert client.get("/timeline", headers={"Accept": "text/html"}).headers["content-type"].startswith("text/html")
    assert "Accept" in as_json.headers["vary"].split(", ")
    problem = client.get("/timeline/evt_0000000000000000")
    assert problem.status_code == 404
    assert problem.headers["cache-control"] == "no-store"
