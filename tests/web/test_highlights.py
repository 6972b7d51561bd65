"""Cutting a text at overlapping quotes."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from parley.web.highlights import MOST_LINES, Paragraph, Span, cut, paragraphs
from parley.web.text_html import text_html

_TEXTS = st.text(st.sampled_from("ab é🌍\n "), min_size=1, max_size=60).filter(str.strip)


@st.composite
def _marked_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(_TEXTS)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] != pair[1])
    places = draw(st.lists(st.tuples(ends, st.integers(0, 5)), max_size=14))
    return text, [Span(min(pair), max(pair), record) for pair, record in places]


@given(_marked_texts())
def test_the_pieces_are_the_text_and_a_records_words_are_those_of_its_pieces(marked: tuple[str, list[Span]]) -> None:
    text, spans = marked
    pieces = cut(len(text), spans)
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    covered: dict[int, set[int]] = defaultdict(set)
    for piece in pieces:
        for mark in piece.marks:
            covered[mark.record] |= set(range(piece.start, piece.end))
    wanted: dict[int, set[int]] = defaultdict(set)
    for span in spans:
        wanted[span.record] |= set(range(span.start, span.end))
    assert covered == wanted


@given(_marked_texts())
def test_paragraphs_and_the_white_space_between_them_are_the_text(marked: tuple[str, list[Span]]) -> None:
    text, spans = marked
    found = paragraphs(text, spans)
    told = text[: found[0].start]
    for paragraph in found:
        words = "".join(text[piece.start : piece.end] for piece in paragraph.pieces)
        assert words == text[paragraph.start : paragraph.end]
        assert "\n\n" not in words.strip().replace(" ", "")
        gap = text[paragraph.end : paragraph.next_start]
        assert not gap.strip()
        told += words + gap
    assert told == text


@given(_marked_texts())
def test_quotes_that_overlap_have_lines_of_their_own_until_there_are_too_many(marked: tuple[str, list[Span]]) -> None:
    text, spans = marked
    for piece in cut(len(text), spans):
        lines = [mark.line for mark in piece.marks if mark.line < MOST_LINES - 1]
        assert len(lines) == len(set(lines))
        assert all(0 <= mark.line < MOST_LINES for mark in piece.marks)


@given(_marked_texts(), st.sampled_from(["<b>&amp;", "\u2028", "'\"><script>", "&#0;"]))
def test_the_words_of_the_page_are_the_text_to_the_letter(marked: tuple[str, list[Span]], spice: str) -> None:
    text, spans = marked
    text = text.replace("b", spice, 1)[: len(text)] if text.replace("b", spice, 1)[: len(text)].strip() else text
    told = [asdict(paragraph) | {"segments": list(_segments(paragraph))} for paragraph in paragraphs(text, spans)]
    page = {"text": text, "records": [{"kind": "claim"}] * 6, "paragraphs": told}
    read = html.unescape(re.sub(r"<[^>]*>", "", text_html(page)))
    assert read == text[told[0]["start"] :]


def _segments(paragraph: Paragraph) -> Iterator[dict[str, object]]:
    for piece in paragraph.pieces:
        yield asdict(piece) | {"anchors": [piece.end] if piece.marks else [], "opens": True}


def test_a_short_quote_within_a_long_one_is_underlined_next_to_its_words() -> None:
    outer, inner, outer_again = cut(20, [Span(0, 20, 0), Span(5, 9, 1)])
    assert [(mark.record, mark.line) for mark in inner.marks] == [(1, 0), (0, 1)]
    assert [mark.line for mark in (*outer.marks, *outer_again.marks)] == [1, 1]


def test_what_comes_after_a_quote_may_use_its_line() -> None:
    first, second = cut(10, [Span(0, 5, 0), Span(5, 10, 1)])
    assert [first.marks[0].line, second.marks[0].line] == [0, 0]
