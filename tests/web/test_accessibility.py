"""Every page for everybody: with a keyboard, with a screen reader, without scripts, on a phone, on paper."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect
from starlette.testclient import TestClient

from tests.web.crawling import Parsed, crawl, kind_of, samples

_DESK, _PHONE = (1440, 900), (360, 740)
_MOST_BYTES = 1_500_000


@pytest.fixture(scope="module")
def addresses(client: TestClient) -> list[str]:
    """One page of every kind."""
    plain = [address.partition("?")[0] if "/search" not in address else address for address, _ in crawl(client)]
    return samples(list(dict.fromkeys(plain)), 1, kind_of)


@contextmanager
def opened(browser: Browser, size: tuple[int, int], *, dark: bool = False, scripts: bool = True) -> Iterator[Page]:
    """A tab of some size; the tests' own script may be put into it whatever the policy says."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        java_script_enabled=scripts,
        bypass_csp=True,
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("size", [_DESK, _PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious_and_nothing_scrolls_sideways(
    browser: Browser, site: str, addresses: list[str], size: tuple[int, int], dark: bool
) -> None:
    found = []
    with opened(browser, size, dark=dark) as page:
        for address in addresses:
            page.goto(f"{site}{address}", wait_until="load")
            found += [f"{address}: {fault}" for fault in _axe(page)]
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > size[0]:
                found.append(f"{address} is {width} wide")
    assert found == []


def test_every_page_is_whole_without_scripts_and_on_paper(browser: Browser, site: str, addresses: list[str]) -> None:
    with opened(browser, _DESK, scripts=False) as page:
        for address in addresses:
            page.goto(f"{site}{address}")
            expect(page.locator("h1"), address).to_have_count(1)
            expect(page.locator("h1"), address).to_be_visible()
            assert page.title().endswith(" – Parley"), address
            assert len(page.locator("main").inner_text()) > 60, address
            page.emulate_media(media="print")
            expect(page.locator("header.bar"), address).to_be_hidden()
            expect(page.locator("h1"), address).to_be_visible()
            page.emulate_media(media="screen")


def test_the_keyboard_reaches_the_content_and_shows_where_it_is(browser: Browser, site: str) -> None:
    with opened(browser, _DESK) as page:
        page.goto(f"{site}/timeline")
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        for _ in range(12):
            page.keyboard.press("Tab")
            shown = page.evaluate(
                """() => {
                    // Of a day the browser marks the part that is being written.
                    if (document.activeElement.type === "date") return true;
                    const style = getComputedStyle(document.activeElement);
                    return style.outlineStyle !== "none" || style.boxShadow !== "none";
                }"""
            )
            assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_no_page_weighs_much(client: TestClient, addresses: list[str]) -> None:
    """As it is sent, packed, with all its styles and scripts; what scripts load later is held to the same."""
    statics = {
        found: len(_packed(client, found)) for address in addresses for found in _statics(client.get(address).text)
    }
    for address in addresses:
        page = client.get(address)
        weight = len(_packed(client, address)) + sum(statics[found] for found in _statics(page.text))
        assert weight < _MOST_BYTES, f"{address}: {weight}"


def _axe(page: Page) -> list[str]:
    """What axe calls serious or critical."""
    page.evaluate(AXE_SCRIPT)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:160]}"
        for violation in result["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"][:2]
    ]


def _packed(client: TestClient, address: str) -> bytes:
    """What travels: the client unpacks, so it is packed again."""
    return gzip.compress(client.get(address).content, compresslevel=5)


def _statics(html: str) -> set[str]:
    found = {attributes.get("src") or attributes.get("href") for _, attributes in Parsed(html).elements}
    return {each for each in found if each and each.startswith("/static/")}
