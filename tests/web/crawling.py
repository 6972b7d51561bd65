"""Going through a site by its links, as a reader would who misses nothing."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

from starlette.testclient import TestClient

STARTS = (
    *("/", "/timeline?per_page=200", "/pledges", "/claims?per_page=200", "/documents?per_page=200", "/docs", "/read"),
    *(
        "/people?per_page=200",
        "/positions",
        "/conflicts?per_page=200",
        "/outlook",
        "/search?q=emissions",
        "/judgements",
    ),
)
_QUERIES_EACH = 3
"""How many links to one page are followed that differ in what they ask for: filters could be combined without end."""
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


class Parsed(HTMLParser):
    """A page as a browser without scripts has it: its links, its words, and every element with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "script" not in self._open and "style" not in self._open:
            self.text += data

    @property
    def links(self) -> list[str]:
        """Where its anchors lead, and its JSON twin."""
        return [words for tag, found in self.elements if tag in ("a", "link") and (words := found.get("href"))]


def crawl(client: TestClient, most: int = 5_000) -> Iterator[tuple[str, Parsed]]:
    """Every page that can be reached by links, with its address; raises AssertionError on a page that is broken."""
    for address, kind, body in crawl_all(client, most):
        if kind.startswith("text/html"):
            yield address, Parsed(body)


def crawl_all(client: TestClient, most: int = 5_000) -> Iterator[tuple[str, str, str]]:
    """The address, media type and words of everything that can be reached by links.

    Of the outlooks of Parties, which each run the ensemble, only some.
    """
    waiting = deque(STARTS)
    seen, asked = {*STARTS, "/outlook/full.json"}, Counter[str]()
    while waiting:
        assert len(seen) < most, "the links of the site do not end"
        address = waiting.popleft()
        answer = client.get(address)
        assert answer.status_code < 400, f"{address}: {answer.status_code} {answer.text[:300]}"
        kind = answer.headers["content-type"]
        yield address, kind, answer.text
        if not kind.startswith("text/html"):
            continue
        for link in Parsed(answer.text).links:
            found = own_address(link, address)
            if found and found not in seen and _worth(found, asked):
                seen.add(found)
                waiting.append(found)


def own_address(link: str, page: str) -> str | None:
    """The path and query that a link of a page leads to; None when it leads out of the site or within the page."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not (parts.path or parts.query):
        return None
    path = parts.path or urlsplit(page).path
    return f"{path}?{parts.query}" if parts.query else path


def _worth(address: str, asked: Counter[str]) -> bool:
    """Whether a link is to be followed: of those to one page with the same parameters only some are."""
    parts = urlsplit(address)
    if not parts.query and not parts.path.startswith("/outlook/"):
        return True
    way = kind_of(address) if parts.path.startswith("/outlook") else parts.path
    way = f"{way}?{sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})}"
    asked[way] += 1
    return asked[way] <= _QUERIES_EACH


def samples(addresses: Mapping[str, object] | list[str], each: int, kind_of: Callable[[str], str]) -> list[str]:
    """The first ``each`` addresses of every kind."""
    counted, found = Counter[str](), []
    for address in addresses:
        counted[kind_of(address)] += 1
        if counted[kind_of(address)] <= each:
            found.append(address)
    return found


def kind_of(address: str) -> str:
    """Pages with the same kind of address: ``/timeline/evt_…`` is one, whatever its event."""
    parts = urlsplit(address)
    steps = ["…" if "_" in step or step.isupper() or "%" in step else step for step in parts.path.split("/")]
    return "/".join(steps) + ("?" if parts.query else "")
