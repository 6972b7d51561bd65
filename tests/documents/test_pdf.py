from __future__ import annotations

from datetime import date

import pytest

from parley.documents import parse_bytes
from parley.errors import UnreadableDocument
from tests.documents.making import pdf


def test_the_text_layer_is_read() -> None:
    document = parse_bytes(pdf("Norland will cut its emis-\nsions by 40% by 2030.\nSudmark agreed."), "a.pdf")
    assert document.text == "Norland will cut its emissions by 40% by 2030.\nSudmark agreed."
    assert document.media_type == "application/pdf"


def test_its_words_have_no_places_in_the_bytes() -> None:
    document = parse_bytes(pdf("Norland agreed."), "a.pdf")
    assert document.offsets == ()
    assert document.original_span(0, 7) is None
    assert document.original_offset(0) is None


def test_the_day_it_was_made_is_weak_metadata() -> None:
    made = parse_bytes(pdf("Norland agreed.", created="D:20210503101500+02'00'", title="Talks"), "a.pdf")
    assert made.published is not None
    assert (made.published.start, made.published_basis, made.title) == (date(2021, 5, 3), "metadata", "Talks")
    stated = parse_bytes(pdf("Vikstad, 30 April 2021\nNorland agreed.", created="D:20210503101500"), "a.pdf")
    assert stated.published is not None
    assert (stated.published.start, stated.published_basis) == (date(2021, 4, 30), "stated")


def test_a_password_is_asked_for_in_words() -> None:
    with pytest.raises(UnreadableDocument, match="password-protected PDF; save a copy without the password"):
        parse_bytes(pdf("Norland agreed.", password="secret"), "a.pdf")


def test_pictures_only_is_told() -> None:
    with pytest.raises(UnreadableDocument, match="without a text layer; run text recognition"):
        parse_bytes(pdf(""), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", pdf("Norland agreed.")[:200], b"%PDF-1.4\n" + b"\0\xff" * 500])
def test_damage_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="PDF"):
        parse_bytes(data, "a.pdf")
