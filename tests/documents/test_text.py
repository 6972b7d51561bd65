from __future__ import annotations

import codecs
from datetime import date

import pytest

from parley.documents import MOST_BYTES, MOST_CHARACTERS, parse_bytes, parse_text
from parley.errors import UnreadableDocument, UnsupportedSource
from parley.terms.when import Interval
from tests.documents.making import STORY, original_says

TEXT = "\n".join(STORY)


def test_clean_utf8_text_is_left_as_it_is() -> None:
    text = " date 2021-05-03 Talks – “at last”…\n\n  ﬁne ＡＢ \t \u200bthree\u00a0words\n"
    document = parse_bytes(text.encode(), "a.txt")
    assert document.text == text
    assert document.repairs == ()
    assert document.offsets == ((0, 0),)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_every_common_encoding_gives_the_same_text_and_a_true_map(data: bytes, encoding: str) -> None:
    document = parse_bytes(data, "a.txt")
    assert (document.text, document.encoding) == (TEXT, encoding)
    start = TEXT.index("“a beginning”")
    assert original_says(document, data, start, start + 13) == "“a beginning”"


def test_line_ends_become_one_kind_and_keep_their_places() -> None:
    data = b"one\r\ntwo\rthree\n"
    document = parse_bytes(data, "a.txt")
    assert document.text == "one\ntwo\nthree\n"
    assert document.original_span(4, 7) == (5, 8)
    assert document.original_span(0, 3) == (0, 3)
    assert document.original_span(3, 4) == (3, 5)
    assert document.repairs == ()


def test_one_broken_byte_does_not_turn_the_rest_into_another_encoding() -> None:
    data = "Zoë, Anaïs and Málaga met. ".encode() * 3 + b"caf\xe9 talks"
    document = parse_bytes(data, "a.txt")
    assert document.encoding == "utf-8"
    assert "Zoë, Anaïs and Málaga" in document.text
    lost = document.repairs[-1]
    assert (lost.kind, document.text[lost.start : lost.end], lost.proposal) == ("lost_letter", "\ufffd", "é")
    assert document.original_span(lost.start, lost.end) == (len(data) - 7, len(data) - 6)


def test_a_given_date_is_stated() -> None:
    document = parse_text(TEXT, published=date(2021, 5, 3))
    assert (document.published, document.published_basis) == (Interval.day(date(2021, 5, 3)), "stated")
    assert parse_text(TEXT, published=Interval.year(2021)).published == Interval.year(2021)


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n ", b"\0\0\0\0"])
def test_empty_input_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"a\.txt: is empty; give"):
        parse_bytes(data, "a.txt")


def test_empty_text_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="is empty"):
        parse_text("")


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"PK\x03\x04rest", "ZIP"), (b"\x89PNG\r\n\x1a\n", "picture"), (b"{\\rtf1 hello}", "RTF")],
)
def test_other_kinds_of_file_are_named(data: bytes, word: str) -> None:
    with pytest.raises(UnsupportedSource, match=word):
        parse_bytes(data, "a.txt")


def test_binary_data_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="binary data"):
        parse_bytes(b"text \x00\x01\x02 and more \xfe\xff" * 20, "a.txt")


def test_a_broken_utf16_file_is_refused_with_the_place() -> None:
    with pytest.raises(UnreadableDocument, match="utf-16-le but byte 6 is not"):
        parse_bytes(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xd8", "a.txt")


def test_one_line_of_50_mb_is_refused_at_once() -> None:
    with pytest.raises(UnreadableDocument, match="has 50 MB, more than the 20 MB"):
        parse_bytes(b"a" * 50_000_000, "long.txt")


def test_a_text_longer_than_a_few_books_is_refused() -> None:
    assert MOST_CHARACTERS < MOST_BYTES
    with pytest.raises(UnreadableDocument, match="1,000,001 characters of text, more than 1,000,000"):
        parse_text("a" * (MOST_CHARACTERS + 1))


def test_a_lone_surrogate_in_a_string_is_marked_as_lost() -> None:
    document = parse_text("Talks in Vik\ud800stad")
    assert document.text == "Talks in Vik\ufffdstad"
    assert [repair.kind for repair in document.repairs] == ["lost_letter"]
