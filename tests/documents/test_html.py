from __future__ import annotations

import socket
from datetime import date

import pytest

from parley.documents import parse_bytes
from parley.errors import UnreadableDocument
from parley.records.document import Document
from tests.documents.making import STORY, original_says, page


def read(source: str, name: str = "a.html") -> Document:
    return parse_bytes(source.encode(), name)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_the_article_is_read_without_what_surrounds_it() -> None:
    around = "<nav><a href='/'>Home</a> <a href='/sport'>Sport pages</a></nav><script>var secret = 'x';</script>"
    document = read(page(*STORY, around=around))
    assert document.text == "\n\n".join(STORY)
    assert document.media_type == "text/html"


def test_every_word_keeps_its_place_in_the_source() -> None:
    source = page("Norland &amp; Sud&shy;mark  agreed\n on <b>40%</b> &mdash; “at&nbsp;last”.", *STORY)
    document = read(source)
    assert document.text.startswith("Norland & Sud\u00admark agreed on 40% — “at last”.")
    for word in ("agreed", "40%", "minister Ada Brandt", "Otto Lind"):
        start = document.text.index(word)
        assert original_says(document, source.encode(), start, start + len(word)) == word
    start = document.text.index("—")
    assert original_says(document, source.encode(), start, start + 1) == "&mdash;"


def test_nothing_active_survives() -> None:
    evil = page(
        *STORY,
        '<img src=x onerror="alert(1)">Caption with words of its own, long enough to be a paragraph.',
        "<svg onload=alert(2)><text>drawn</text></svg>The last paragraph &lt;script&gt;alert(3)&lt;/script&gt; of it.",
        head="<style>p{color:red}</style><script>alert('head')</script>",
        around="<iframe src='javascript:alert(4)'>framed</iframe><a href='javascript:alert(5)'>link</a>",
    )
    text = read(evil).text
    for gone in ("onerror", "onload", "javascript:", "color:red", "alert('head')", "framed", "alert(1)", "alert(2)"):
        assert gone not in text
    # Escaped marks are words that the author wrote; they stay words.
    assert "<script>alert(3)</script>" in text


@pytest.mark.parametrize(
    "source",
    [
        "<html><body>" + "<div>" * 100_000 + STORY[0],
        "<html><body>" + "<p>a</p>" * 40_000,
        "<html><body><a" + "<a" * 100_000 + ">" + STORY[0],
        "<html><body>" + "<!--" * 100_000 + "--><p>" + STORY[0],
        "<html><body>" + "<a '\"" * 100_000 + "><p>" + STORY[0],
        "<html><body>" + "&amp;lt" * 100_000 + STORY[0],
        "<html><body>" + STORY[0] + "<script>" * 100_000,
    ],
    ids=["deep", "wide", "unclosed tags", "comments", "quotes", "entities", "scripts"],
)
def test_hostile_pages_are_read_in_their_time(source: str) -> None:
    assert read(source).text.strip()


def test_ten_megabytes_of_tags_are_refused_at_once() -> None:
    with pytest.raises(UnreadableDocument, match="a page of 2,500,002 tags, more than 250,000; save its text"):
        read("<html><body>" + "<br><hr>" * 1_250_000)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2021-05-03T08:00:00Z">',
        "<meta content='2021-05-03' name=DC.date.issued>",
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2021-05-03"}]}</script>',
        '<meta name="pubdate" content="Mon, 3 May 2021 10:00">',
    ],
)
def test_the_date_of_a_page_comes_from_its_marks(head: str) -> None:
    document = read(page(*STORY, head=head))
    assert document.published is not None
    assert (document.published.start, document.published_basis) == (date(2021, 5, 3), "metadata")
    assert "2021" in (document.published_ground or "")


def test_a_time_tag_gives_way_to_what_the_text_states() -> None:
    stated = page("Published 3 May 2021", *STORY, "<time datetime='2024-01-01'>today</time>")
    assert read(stated).published_basis == "stated"
    silent = read(page(*STORY, "<time datetime='2024-01-01'>today</time>"))
    assert silent.published is not None
    assert (silent.published.start, silent.published_basis) == (date(2024, 1, 1), "metadata")


def test_title_and_publisher_come_from_the_page() -> None:
    head = '<title>Talks &amp; more | Paper</title><meta property="og:site_name" content="The Vikstad Paper">'
    document = read(page(*STORY, head=head))
    assert (document.title, document.publisher) == ("Talks & more | Paper", "The Vikstad Paper")


def test_a_declared_encoding_is_followed() -> None:
    source = page(*STORY, "Ministři jednali v Praze o žádosti několika zemí.", head='<meta charset="windows-1250">')
    data = source.replace("“", '"').replace("”", '"').encode("cp1250")
    document = parse_bytes(data, "a.html")
    assert "Ministři jednali v Praze" in document.text
    start = document.text.index("žádosti")
    assert original_says(document, data, start, start + 7) == "žádosti"


def test_a_page_in_utf16_is_read() -> None:
    data = page(*STORY).encode("utf-16")
    document = parse_bytes(data, "a.html")
    assert document.text == "\n\n".join(STORY)
    assert original_says(document, data, 0, 7) == "Norland"


def test_pages_are_told_from_their_bytes_and_not_from_their_name() -> None:
    assert read(page(*STORY), "a.txt").media_type == "text/html"
    assert read("A plain line about 1 < 2 and talks.", "a.html").media_type == "text/plain"
    fragment = "".join(f"<p>{paragraph}</p>\n" for paragraph in STORY)
    document = read(fragment, "a.txt")
    assert (document.media_type, document.text) == ("text/html", "\n\n".join(STORY))


def test_a_page_without_words_says_so() -> None:
    with pytest.raises(UnreadableDocument, match="holds no text"):
        read("<html><body><script>var a = 'words';</script><img src=x></body></html>")
