"""Lines of a file of sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.checking.sentence_lines import Sentence, parse_lines
from parley.terms.when import Interval

YEAR = Interval.parse("2020")


def parse(*lines: bytes, published: Interval | None = None) -> list[Sentence]:
    return list(parse_lines(lines, published))


def test_a_date_and_a_tab_may_stand_before_the_sentence() -> None:
    assert parse(b"2021-08-31\tIt rains.\n", b"2021-08\tIt rains.\r\n", b"It rains.", b"\tIt rains.") == [
        Sentence("It rains.", Interval.parse("2021-08-31")),
        Sentence("It rains.", Interval.parse("2021-08")),
        Sentence("It rains."),
        Sentence("It rains."),
    ]


def test_the_date_given_counts_where_a_line_has_none() -> None:
    assert parse(b"2021\tIt rains.", b"It rains.", published=YEAR) == [
        Sentence("It rains.", Interval.parse("2021")),
        Sentence("It rains.", YEAR),
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert parse("\ufeff2021\tRain.\n".encode()) == [Sentence("Rain.", Interval.parse("2021"))]


def test_a_blank_line_is_a_sentence_without_words() -> None:
    assert parse(b"\n", b"  \r\n", b"2021\t\n") == [Sentence(""), Sentence(""), Sentence("", Interval.parse("2021"))]


def test_a_line_that_cannot_be_used_says_why() -> None:
    date, letters = parse(b"31 August\tIt rains.", b"It \xff rains.")
    assert (date.text, date.published) == ("It rains.", None)
    assert "'31 August' before the tab is not a day, month or year" in date.problem
    assert "byte 4 of the line is not UTF-8" in letters.problem
    assert letters.text == "It \ufffd rains."


@given(st.lists(st.binary(max_size=60).map(lambda line: line.replace(b"\n", b" ")), max_size=8))
def test_each_line_gives_one_sentence_whatever_it_holds(lines: list[bytes]) -> None:
    assert len(parse(*lines)) == len(lines)
