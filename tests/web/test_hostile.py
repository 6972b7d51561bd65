"""Two hundred hostile texts in every field that reaches a page: none runs, whichever of two walls is left.

The first wall is escaping, the second the Content-Security-Policy. Each is tested without the other.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley import workflow
from parley.ledger import Ledger
from parley.web.catalogue.keeper import Keeper
from parley.web.guard import HEADERS
from parley.web.options import ServeOptions
from tests.web.conftest import client_for, free_port, running
from tests.web.crawling import Parsed, crawl_all, kind_of, samples
from tests.web.hostile import TEXTS, make_hostile_ledger, mark_of

FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠|%]")
NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*(e[-+]?[0-9]+)?|%")
ADDRESS = re.compile(r"(/[^\\\x00-\x1f#]*|\?[^\\\x00-\x1f#]*)?(#[^\x00-\x1f]*)?")
_NOWHERE = "http://127.0.0.1:8999"
REFERENCES = ("href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "srcset", "poster", "ping")


@dataclass
class Everything:
    """All that the site of the hostile ledger answers with, by address."""

    options: ServeOptions
    keeper: Keeper
    client: TestClient
    answers: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def pages(self) -> dict[str, str]:
        return {address: body for address, (kind, body) in self.answers.items() if kind.startswith("text/html")}


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    path = tmp_path_factory.mktemp("hostile") / "parley.db"
    make_hostile_ledger(path)
    with Ledger(path) as ledger:
        workflow.check_ledger(ledger)
    options = ServeOptions(ledger=path, port=free_port(), edit=True, author=TEXTS[0])
    with Keeper(options) as keeper, client_for(options, keeper) as client:
        found = Everything(options, keeper, client)
        for address, kind, body in crawl_all(client):
            found.answers[address] = (kind, body)
        yield found


def test_there_are_two_hundred_texts_each_with_a_word_of_its_own() -> None:
    assert len(set(TEXTS)) == len(TEXTS) >= 200
    assert all(text.endswith(mark_of(number)) for number, text in enumerate(TEXTS))


def test_every_page_is_our_own_elements_and_nothing_else(everything: Everything) -> None:
    assert len(everything.pages) > 500
    faults = [f"{address}: {fault}" for address, body in everything.pages.items() for fault in _faults(Parsed(body))]
    assert faults[:10] == []


def test_every_text_is_shown_as_text(everything: Everything) -> None:
    shown = {kind: _words(everything, kind) for kind in ("/documents", "/timeline", "/people", "/claims")}
    for kind, words in shown.items():
        missing = [number for number in range(len(TEXTS)) if mark_of(number) not in words]
        assert not missing, f"{kind}: {missing}"
    everywhere = "".join(shown.values())
    for number, text in enumerate(TEXTS):
        # HTML has no NUL and knows one line feed only; blanks are all one.
        plain = " ".join(text.replace("\x00", "\ufffd").split())
        assert plain in everywhere or plain.replace("\ufffd", "") in everywhere, f"{number}: {plain[:80]!r}"


def test_twins_are_json_and_served_as_such(everything: Everything) -> None:
    checked = 0
    for kind, body in everything.answers.values():
        if kind == "application/json":
            json.loads(body)
            checked += 1
    assert checked > 200
    answer = everything.client.get("/timeline.json")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_exports_are_well_formed_and_inert(everything: Everything) -> None:
    kinds = set()
    for address, (kind, body) in everything.answers.items():
        plain_kind = kind.partition(";")[0]
        kinds.add(plain_kind)
        if plain_kind == "text/csv":
            cells = [cell for row in csv.reader(io.StringIO(body)) for cell in row]
            harmful = [cell for cell in cells if FORMULA.match(cell) and not cell.startswith("'")]
            assert [cell for cell in harmful if not NUMBER.fullmatch(cell)] == [], address
        elif plain_kind in ("application/atom+xml", "image/svg+xml"):
            root = ElementTree.fromstring(body)
            assert not any(element.tag.endswith("}script") for element in root.iter()), address
            assert not any(name.startswith("on") for element in root.iter() for name in element.attrib), address
        elif plain_kind == "text/calendar":
            lines = body.split("\r\n")
            assert lines.count("BEGIN:VCALENDAR") == 1, address
            assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT"), address
            assert "SUMMARY:more" not in lines, address
    assert kinds <= {
        *("text/html", "application/json", "text/csv", "text/calendar", "application/atom+xml", "image/svg+xml"),
        *("application/geo+json", "application/ld+json", "application/x-ndjson", "text/plain", "text/css"),
        "application/feed+json",
    }, kinds


def test_whatever_is_asked_for_is_answered_and_shown_as_text(everything: Everything) -> None:
    """Every text as words to search for, as a filter, as an id and as a parameter that there is not."""
    ways = ("/search?q={}", "/timeline?q={}", "/people?q={}", "/timeline/{}", "/documents/{}", "/people/{}", "/{}")
    more = ("/claims/{}", "/pledges/{}", "/positions/{}", "/conflicts/{}", "/timeline?party={}", "/timeline?{}=1")
    for number, text in enumerate([*TEXTS, "\ud800", "\x00"]):
        sent = quote(text[:300], safe="", errors="surrogatepass")
        ways_now = (*ways, *more) if number % 8 == 0 else (ways[number % len(ways)], more[number % len(more)])
        for way in ways_now:
            answer = everything.client.get(way.format(sent), follow_redirects=False)
            assert answer.status_code < 500, way.format(sent)
            assert set(answer.headers) & {"set-cookie"} == set()
            assert "\n" not in answer.headers.get("location", "")
            if answer.headers.get("content-type", "").startswith("text/html"):
                assert list(_faults(Parsed(answer.text))) == [], way.format(sent)


def test_nothing_runs_where_only_escaping_is_left(everything: Everything, browser: Browser) -> None:
    """The policy is taken off every answer, so that whatever came through would run."""
    addresses = samples(list(everything.pages), 8, kind_of)
    assert _what_happens(everything, browser, addresses, with_policy=False) == []


def test_no_page_breaks_the_policy(everything: Everything, browser: Browser) -> None:
    addresses = samples(list(everything.pages), 1, kind_of)
    assert _what_happens(everything, browser, addresses, with_policy=True) == []


def test_the_canary_would_sing(browser: Browser, everything: Everything) -> None:
    """That these tests see what they look for: a page without escaping, with the policy and without it."""
    text = next(text for text in TEXTS if "<img src=x onerror=" in text)
    for with_policy, expected in ((False, "ran"), (True, "Content Security Policy")):
        with _watched(browser, _NOWHERE, with_policy) as (page, happened, context):
            context.route(f"{_NOWHERE}/page", _answering(f"<h1>x</h1>{text}", dict(HEADERS) if with_policy else {}))
            context.route(f"{_NOWHERE}/x", lambda route: route.abort())
            page.goto(f"{_NOWHERE}/page")
            page.wait_for_timeout(100)
            _look(page, "/page", happened)
        assert any(expected in what for what in happened)
        assert ("ran: /page" in happened) is not with_policy


def test_texts_pasted_and_files_dropped_are_read_as_text(everything: Everything, browser: Browser) -> None:
    """Through the real readers of documents, with names of files that attack, too."""
    token = {"X-Parley-Token": everything.options.token}
    files = [("files", (text[:60], f"<html><body><p>{text}</p></body></html>", "text/html")) for text in TEXTS[:6]]
    answer = everything.client.post("/read", files=files, headers=token, follow_redirects=True)
    assert answer.status_code < 500
    if answer.headers["content-type"].startswith("text/html"):
        assert list(_faults(Parsed(answer.text))) == []


def _answering(body: str, headers: dict[str, str]) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=body, content_type="text/html", headers=headers)


def _words(everything: Everything, kind: str) -> str:
    """All words of the pages of a kind, blanks as one."""
    pages = [Parsed(body).text for address, body in everything.pages.items() if address.startswith(kind)]
    return " ".join(" ".join(pages).split())


def _faults(page: Parsed) -> Iterator[str]:
    """What is in a page that none of our templates writes."""
    for tag, attributes in page.elements:
        if tag in ("iframe", "object", "embed", "base", "style", "template", "marquee", "frameset", "math", "audio"):
            yield f"<{tag}>"
        if tag == "script" and not (attributes.get("src") or "").startswith("/static/"):
            yield "<script>"
        if tag == "meta" and "http-equiv" in attributes and not (attributes.get("content") or "").isdigit():
            # A page may load itself again, where there are no scripts.
            yield "<meta http-equiv>"
        for name, value in attributes.items():
            if name.startswith("on") or name in ("style", "srcdoc", "ping"):
                yield f"{name}={value!r}"
            if name in REFERENCES and value and not _leads_inside(value):
                yield f"{name}={value!r}"


def _leads_inside(address: str) -> bool:
    """Whether an address stays within this site; those of data sets and licences lead to their publishers."""
    if address.startswith("https://") and "evil" not in address:
        return True
    return ADDRESS.fullmatch(address) is not None and not address.startswith("//")


class _watched:  # noqa: N801
    """A tab that notes whatever should not happen; without the policy where that is asked for."""

    def __init__(self, browser: Browser, site: str, with_policy: bool) -> None:
        self._browser, self._site, self._with_policy = browser, site, with_policy
        self.happened: list[str] = []

    def __enter__(self) -> tuple[Page, list[str], BrowserContext]:
        self.context = self._browser.new_context(reduced_motion="reduce")
        self.context.on("request", self._asked)
        self.context.on("dialog", lambda dialog: (self.happened.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page = self.context.new_page()
        page.on("console", lambda said: self.happened.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("pageerror", lambda error: self.happened.append(f"error: {error}"))
        page.on("popup", lambda opened: self.happened.append(f"popup: {opened.url}"))
        self.context.route(lambda address: not address.startswith(f"{self._site}/"), lambda route: route.abort())
        return page, self.happened, self.context

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def _asked(self, request: object) -> None:
        address = request.url  # type: ignore[attr-defined]
        if not address.startswith(f"{self._site}/"):
            self.happened.append(f"request: {address}")


def _what_happens(everything: Everything, browser: Browser, addresses: list[str], with_policy: bool) -> list[str]:
    """Everything that should not, while these pages are opened one after the other."""
    behind = (lambda app: app) if with_policy else _WithoutPolicy
    with (
        running(everything.options, everything.keeper, behind) as site,
        _watched(browser, site, with_policy) as (page, happened, _),
    ):
        for address in addresses:
            page.goto(f"{site}{address}", wait_until="load")
            assert urlsplit(page.url).path == urlsplit(address).path, address
            _look(page, address, happened)
        page.wait_for_timeout(200)
    return happened


def _look(page: Page, address: str, happened: list[str]) -> None:
    """Whether anything has run, or stands ready to run when something is clicked."""
    found = page.evaluate(
        """() => {
            const bad = window.__ran === undefined ? [] : ["ran"];
            for (const element of document.querySelectorAll("*")) {
                for (const {name, value} of element.attributes) {
                    if (name.startsWith("on")) bad.push("handler " + name);
                    if (!["href", "src", "action", "formaction", "xlink:href"].includes(name)) continue;
                    if (/^[\\s\\u0000-\\u001f]*(javascript|data|vbscript):/i.test(value)) bad.push("address " + value);
                }
            }
            if (!document.querySelector("h1")) bad.push("no heading");
            return bad;
        }"""
    )
    happened += [f"{what}: {address}" for what in found]


class _WithoutPolicy:
    """Takes the policy off every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_without(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message["headers"] if pair[0].lower() != b"content-security-policy"]
                message = {**message, "headers": kept}
            await send(message)

        await self._app(scope, receive, send_without)
