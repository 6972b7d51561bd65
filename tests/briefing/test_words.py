"""Dates, amounts and lists in plain English."""

from __future__ import annotations

from datetime import date

import pytest

from parley.briefing.amounts import amount, number, ordinal
from parley.briefing.dates import date_view, months_in_words, span_in_words
from parley.briefing.prose import and_list, party_heading, party_in_prose, possessive, tidy
from parley.terms.when import Interval


@pytest.mark.parametrize(
    ("interval", "words", "uncertain"),
    [
        (Interval.parse("2030-03-12"), "12 March 2030", False),
        (Interval.parse("2030-03-12/2030-03-13"), "12–13 March 2030", False),
        (Interval.parse("2030-02-27/2030-03-02"), "27 February – 2 March 2030", False),
        (Interval.parse("2029-12-30/2030-01-02"), "30 December 2029 – 2 January 2030", False),
        (Interval.week_from(date(2030, 3, 11)), "week of 11 March 2030", True),
        (Interval(date(2030, 3, 11), date(2030, 3, 17), "week", True), "about the week of 11 March 2030", True),
        (Interval.month(2030, 3), "March 2030", True),
        (Interval(date(2030, 3, 1), date(2030, 3, 31), "month", True), "about March 2030", True),
        (Interval(date(2030, 6, 1), date(2030, 8, 31), "season"), "June–August 2030", True),
        (Interval(date(2029, 12, 1), date(2030, 2, 28), "season"), "December 2029 – February 2030", True),
        (Interval.year(2030), "2030", True),
        (Interval(date(2030, 1, 1), date(2039, 12, 31), "decade"), "the 2030s", True),
        (Interval(date(2030, 3, 5), date(2030, 3, 20), "vague"), "about 5–20 March 2030", True),
        (Interval.parse("2030-04-02/.."), "from 2 April 2030", True),
        (Interval.parse("../2030-04-02"), "until 2 April 2030", True),
        (None, "date not stated", True),
    ],
)
def test_a_date_says_what_is_known_and_no_more(interval: Interval | None, words: str, uncertain: bool) -> None:
    view = date_view(interval)
    assert (view.words, view.uncertain) == (words, uncertain)


def test_an_inferred_date_is_uncertain_and_says_why() -> None:
    view = date_view(Interval.parse("2030-03-12"), "the year is that of the document")
    assert view.ground == "the year is that of the document"
    assert view.doubts == ("Inferred: the year is that of the document.",)


def test_spans_of_whole_months_are_named_by_them() -> None:
    assert months_in_words(date(2030, 3, 1), date(2030, 3, 31)) == "March 2030"
    assert span_in_words(date(2030, 3, 1), date(2030, 3, 31)) == "1–31 March 2030"


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (27, 27, "%", "27%"),
        (50, 52, "%", "50–52%"),
        (3.5e12, 3.5e12, "USD", "$3.5 trillion"),
        (2e9, 3e9, "USD", "$2–3 billion"),
        (1200, 1200, "GW", "1,200 GW"),
        (12.1, 12.1, "GtCO2e", "12.1 GtCO₂e"),
        (1.5, 1.5, "degC", "1.5 °C"),
        (1, 1, "day", "1 day"),
        (2.5, 2.5, "year", "2.5 years"),
        (2, 2, "rank", "2nd"),
        (17, 17, "% of people", "17% of people"),
        (None, 30, "%", "30%"),
        (0, 0, None, "0"),
        (-5, -5, "%", "-5%"),
        (None, None, "%", None),
    ],
)
def test_an_amount_reads_as_in_a_newspaper(low: float | None, high: float | None, unit: str, words: str) -> None:
    assert amount(low, high, unit) == words


def test_numbers_keep_what_they_say_and_drop_needless_noughts() -> None:
    assert [number(value) for value in (1.0, 1234567.0, 0.03, 100.0)] == ["1", "1,234,567", "0.03", "100"]


def test_ordinals_know_their_teens() -> None:
    assert [ordinal(rank) for rank in (1, 2, 3, 4, 11, 12, 21, 112)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "112th")
    ]


def test_lists_read_as_english() -> None:
    assert and_list([]) == ""
    assert and_list(["a"]) == "a"
    assert and_list(["a", "b", "c"]) == "a, b and c"
    assert and_list(["a", "b", "c", "d"], limit=3) == "a, b, c and d"
    assert and_list(["a", "b", "c", "d", "e"], limit=3) == "a, b, c and 2 others"


def test_parties_take_an_article_where_english_has_one() -> None:
    assert [party_in_prose(code) for code in ("USA", "JPN", "WLD")] == ["the United States", "Japan", "the world"]
    assert party_heading("WLD") == "The world"
    assert possessive("the Netherlands") == "the Netherlands’"


def test_text_on_one_line_shows_what_a_page_cannot() -> None:
    assert tidy(" a\n\tb\x00c\u202ed ") == "a b\ufffdc\ufffdd"
    assert tidy(" a ", keep_start=True, keep_end=True) == " a "
