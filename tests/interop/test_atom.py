"""A feed keeps to RFC 4287: ids, titles and times on every entry, the newest first, nothing from the clock."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parley.interop import Notice, Said, write_atom
from tests.interop.making import notice

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(*notices: Notice, most: int = 100) -> Element:
    return etree.fromstring(write_atom(notices, "Climate diplomacy", most))


def titles(parsed: Element) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in parsed.findall(f"{ATOM}entry")]


def test_a_feed_and_its_entries_have_all_that_the_standard_asks_for() -> None:
    parsed = feed(notice(), notice(2, title="COP26"))
    entries = parsed.findall(f"{ATOM}entry")
    for part in (parsed, *entries):
        assert all(part.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert parsed.findtext(f"{ATOM}author/{ATOM}name") == "Parley"
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2
    assert all(str(entry.findtext(f"{ATOM}id")).startswith("urn:uuid:") for entry in entries)
    content = entries[0].find(f"{ATOM}content")
    assert content is not None
    assert content.get("type") == "html"
    assert "Solberg met Quispe" in str(content.text)


def test_the_newest_come_first_and_the_feed_is_as_young_as_they() -> None:
    old, new = notice(1, title="old", updated=date(2021, 1, 1)), notice(2, title="new", updated=date(2021, 2, 1))
    parsed = feed(old, new)
    assert titles(parsed) == ["new", "old"]
    assert parsed.findtext(f"{ATOM}updated") == "2021-02-01T00:00:00Z"
    assert titles(feed(old, new, most=1)) == ["new"]


def test_what_no_dated_document_tells_of_is_not_new() -> None:
    parsed = feed(notice(updated=None))
    assert titles(parsed) == []
    assert parsed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=80))
def test_words_of_documents_are_read_back_as_words(words: str) -> None:
    parsed = feed(notice(title=words, said=(Said(f"<b>{words}</b>", "Daily"),)))
    assert titles(parsed)[0] == words
    html = etree.HTML(str(parsed.findtext(f"{ATOM}entry/{ATOM}content")))
    assert html.findall(".//b") == []


def test_the_order_of_notices_does_not_matter() -> None:
    several = [notice(number) for number in (1, 2, 3)]
    assert write_atom(several, "Feed") == write_atom(several[::-1], "Feed")
