"""Whatever the bytes, the cleaned text and its map tell the truth about them."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from parley.documents import parse_bytes, parse_text
from parley.documents.traced import Edit, Traced
from parley.errors import DocumentError
from parley.records.document import Document

WORDS = st.sampled_from(
    [
        "Norland",
        "“agreed”",
        "é",
        "Ã©",
        "â€™",
        "\r\n",
        "\n",
        " ",
        "\x02",
        "<b>",
        "</p><p>",
        "&amp;",
        "&nbsp;",
        "ō",
        "Å ",
        "40%",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map("".join)
RELAXED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    source = draw(st.text(max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=8)))
    edits = [Edit(*span, draw(st.text(max_size=3))) for span in zip(cuts[::2], cuts[1::2], strict=False)]
    return source, edits


@given(edited(), st.data())
def test_edits_do_what_they_say_and_kept_pieces_say_the_same(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    source, edits = case
    expected, at = "", 0
    for start, end, replacement in edits:
        expected, at = expected + source[at:start] + replacement, end
    traced = Traced.of(source).edited(edits)
    assert traced.text == expected + source[at:]
    cut = data.draw(st.integers(0, len(traced.text)))
    twice = traced.edited([Edit(cut, min(cut + 2, len(traced.text)), "x")])
    for piece in (*traced.pieces, *twice.pieces):
        assert 0 <= piece.start <= piece.end <= len(source)
        assert not piece.kept or source[piece.start : piece.end] == piece.text
    starts = [piece.start for piece in twice.pieces]
    assert starts == sorted(starts)


def parsed(data: bytes, name: str) -> Document | DocumentError:
    try:
        return parse_bytes(data, name)
    except DocumentError as error:
        return error


def check_map(document: Document, data: bytes) -> None:
    """Each character stands in the bytes at its place, or is one that cleaning has put there."""
    replaced = set("\n ’é&\u00a0\ufffd")
    for at, character in enumerate(document.text):
        span = document.original_span(at, at + 1)
        assert span is not None
        start, end = span
        assert 0 <= start <= end <= len(data)
        said = data[start:end].decode(document.encoding, "replace")
        assert said == character or character in replaced or said in ("Ã©", "â€™")


@example("<b></p><p></p><p>", "utf-8")
@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@RELAXED
def test_every_character_of_a_text_maps_to_the_bytes_that_say_it(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    document = parsed(data, "a.txt")
    if isinstance(document, Document):
        check_map(document, data)
    else:
        # What looks like HTML is read as such, whatever its name.
        assert not re.sub(r"<[^<>]*>", "", text).strip("\x02 \r\n")


@given(TEXTS)
@RELAXED
def test_every_character_of_a_page_maps_to_the_bytes_that_say_it(text: str) -> None:
    data = f"<!DOCTYPE html><html><body><p>{text}</p></body></html>".encode()
    document = parsed(data, "a.html")
    if isinstance(document, Document):
        check_map(document, data)
        assert "<b>" not in document.text
    else:
        assert "holds no text" in str(document)


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "P", "Z", "S"]), min_size=1))
def test_plain_ascii_is_never_changed(text: str) -> None:
    if not text.strip() or text.lstrip().startswith(("<", "%PDF", "{\\rtf", "PK", "GIF8")):
        return
    document = parse_text(text)
    assert (document.text, document.offsets, document.repairs) == (text, ((0, 0),), ())


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.eml", "a.md", "a"]))
@RELAXED
def test_any_bytes_give_a_document_or_a_clear_error(data: bytes, name: str) -> None:
    document = parsed(data, name)
    if isinstance(document, DocumentError):
        assert re.fullmatch(rf"{re.escape(name)}: .+; .+", str(document))
        return
    assert document.text.strip()
    for repair in document.repairs:
        assert 0 <= repair.start <= repair.end <= len(document.text)


@given(TEXTS)
@RELAXED
def test_the_same_bytes_give_the_same_document(text: str) -> None:
    if text.strip("\x02 \r\n"):
        assert parse_text(text) == parse_text(text)
