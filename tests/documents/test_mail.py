from __future__ import annotations

from datetime import date

import pytest

from parley.documents import parse_bytes
from parley.errors import UnreadableDocument
from tests.documents.making import STORY, message, original_says, page

TEXT = "\n\n".join(STORY) + "\n"


@pytest.mark.parametrize("transfer", ["8bit", "quoted-printable", "base64"])
def test_the_text_of_a_message_is_read(transfer: str) -> None:
    document = parse_bytes(message(TEXT, transfer=transfer).as_bytes(), "a.eml")
    assert document.text == TEXT
    assert document.media_type == "message/rfc822"
    assert (document.title, document.publisher) == ("Statement on the talks", "Ministry of Climate")
    assert document.published is not None
    assert (document.published.start, document.published_basis) == (date(2021, 5, 3), "metadata")


@pytest.mark.parametrize("transfer", ["8bit", "quoted-printable"])
def test_words_keep_their_places_in_the_message(transfer: str) -> None:
    data = message(TEXT, transfer=transfer).as_bytes()
    document = parse_bytes(data, "a.eml")
    for words in ("Ada Brandt", "Otto Lind", "a beginning"):
        start = document.text.index(words)
        assert original_says(document, data, start, start + len(words)).replace("=\n", "") == words


def test_base64_has_no_places() -> None:
    assert parse_bytes(message(TEXT, transfer="base64").as_bytes(), "a.eml").original_span(0, 4) is None


def test_plain_text_goes_before_html() -> None:
    data = message(TEXT, html=page("Another text")).as_bytes()
    assert parse_bytes(data, "a.eml").text == TEXT


def test_html_is_read_where_there_is_nothing_else() -> None:
    data = message(None, html=page(*STORY) + "<script>alert(1)</script>", transfer="quoted-printable").as_bytes()
    document = parse_bytes(data, "a.eml")
    assert document.text == "\n\n".join(STORY)
    start = document.text.index("Otto Lind")
    assert original_says(document, data, start, start + 9) == "Otto Lind"


def test_windows_line_ends_are_no_trouble() -> None:
    data = message(TEXT, transfer="quoted-printable").as_bytes().replace(b"\n", b"\r\n")
    assert parse_bytes(data, "a.eml").text == TEXT


def test_a_message_of_attachments_only_is_told() -> None:
    mail = message(None)
    mail.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="a.bin")
    with pytest.raises(UnreadableDocument, match="message without any text"):
        parse_bytes(mail.as_bytes(), "a.eml")


@pytest.mark.parametrize(
    "damage",
    [
        b"Content-Type: text/plain; charset=no-such-charset\n",
        b"Content-Type: multipart/mixed; boundary=\n",
        b"Date: the day before yesterday\n",
        b"Subject: =?utf-8?q?broken\n",
    ],
)
def test_damaged_headers_cost_at_most_what_they_say(damage: bytes) -> None:
    data = b"From: a@b.example\n" + damage + b"\nNorland agreed to a cut."
    assert parse_bytes(data, "a.eml").text.strip() == "Norland agreed to a cut."


def test_a_text_about_a_message_is_a_text() -> None:
    assert parse_bytes(b"Subject: to approval, the plan will go on.\nNext line.", "a.txt").media_type == "text/plain"
