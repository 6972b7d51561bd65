"""What the interval grammar finds in running text, and the days it means."""

from __future__ import annotations

from datetime import date

import pytest

from parley.terms.when import find_expressions, parse_expression, resolve

WEDNESDAY = date(2022, 5, 11)


def words(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_expressions(text)]


def days(text: str, direction: str | None = None, anchor: date | None = WEDNESDAY) -> str | None:
    found = find_expressions(text)
    assert len(found) == 1, [text[item.start : item.end] for item in found]
    interval = resolve(found[0].expression, anchor, direction)  # type: ignore[arg-type]
    return interval.iso if interval else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("signed 2021-08-31 in Oslo", "2021-08-31/2021-08-31"),
        ("signed on 31 August 2021", "2021-08-31/2021-08-31"),
        ("signed on Aug. 31st, 2021", "2021-08-31/2021-08-31"),
        ("signed on the 31st of August 2021", "2021-08-31/2021-08-31"),
        ("signed on Tuesday, August 31, 2021", "2021-08-31/2021-08-31"),
        ("signed on 31.8.2021", "2021-08-31/2021-08-31"),
        ("signed in August 2021", "2021-08-01/2021-08-31"),
        ("by 2060", "2060-01-01/2060-12-31"),
        ("Sept 30 to Oct 2, 2021", "2021-09-30/2021-10-02"),
        ("from December 28 to January 3, 2022", "2021-12-28/2022-01-03"),
        ("from 3 to 9 May 2021", "2021-05-03/2021-05-09"),
        ("on 18 and 19 June 2021", "2021-06-18/2021-06-19"),
        ("over September 1-3, 2021", "2021-09-01/2021-09-03"),
        ("between 2025 and 2030", "2025-01-01/2030-12-31"),
        ("for 2021-2030", "2021-01-01/2030-12-31"),
        ("in 2021-22", "2021-01-01/2022-12-31"),
        ("May-June 2021", "2021-05-01/2021-06-30"),
        ("above the 1850-1900 average", "1850-01-01/1900-12-31"),
        ("in the 2030s", "2030-01-01/2039-12-31"),
        ("in the 21st century", "2001-01-01/2100-12-31"),
        ("in the third quarter of 2021", "2021-07-01/2021-09-30"),
        ("in Q3 2021", "2021-07-01/2021-09-30"),
        ("in the first half of 2024", "2024-01-01/2024-06-30"),
        ("in fiscal 2030", "2030-01-01/2030-12-31"),
        ("the winter of 2021", "2021-12-01/2022-02-28"),
        ("in early December 2021", "2021-12-01/2021-12-10"),
        ("by the end of 2025", "2025-12-01/2025-12-31"),
        ("the week of July 16, 2023", "2023-07-16/2023-07-22"),
        ("in nineteen ninety-one", "1991-01-01/1991-12-31"),
    ],
)
def test_a_date_that_tells_its_year_needs_no_anchor(text: str, expected: str) -> None:
    assert days(text, anchor=None) == expected
    assert days(text, anchor=WEDNESDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2022-05-11/2022-05-11"),
        ("tomorrow", "2022-05-12/2022-05-12"),
        ("the day before yesterday", "2022-05-09/2022-05-09"),
        ("this week", "2022-05-09/2022-05-15"),
        ("last week", "2022-05-02/2022-05-08"),
        ("next month", "2022-06-01/2022-06-30"),
        ("this year", "2022-01-01/2022-12-31"),
        ("later this month", "2022-05-11/2022-05-31"),
        ("earlier this year", "2022-01-01/2022-05-11"),
        ("the rest of the decade", "2022-05-11/2029-12-31"),
        ("last November", "2021-11-01/2021-11-30"),
        ("this November", "2022-11-01/2022-11-30"),
        ("next March", "2023-03-01/2023-03-31"),
        ("this summer", "2022-06-01/2022-08-31"),
        ("last fall", "2021-09-01/2021-11-30"),
        ("last Friday", "2022-05-06/2022-05-06"),
        ("next Monday", "2022-05-16/2022-05-16"),
        ("March of last year", "2021-03-01/2021-03-31"),
        ("Tuesday of next week", "2022-05-17/2022-05-17"),
        ("next year's first quarter", "2023-01-01/2023-03-31"),
        ("the first week of July", "2022-07-01/2022-07-07"),
        ("two weeks ago", "2022-04-25/2022-05-01"),
        ("four years ago", "2018-01-01/2018-12-31"),
        ("a decade ago", "2012-01-01/2012-12-31"),
        ("two and a half years ago", "2019-10-01/2019-12-31"),
        ("the next nine years", "2022-05-11/2031-05-11"),
        ("the past two days", "2022-05-09/2022-05-11"),
        ("within 30 days", "2022-05-11/2022-06-10"),
        ("by mid-century", "2050-01-01/2050-12-31"),
        ("by the end of the decade", "2030-01-01/2030-12-31"),
        ("the end of the year", "2022-12-01/2022-12-31"),
        ("over the weekend", "2022-05-07/2022-05-08"),
        ("two days after 1 May", "2022-05-03/2022-05-03"),
    ],
)
def test_what_counts_from_the_anchor(text: str, expected: str) -> None:
    assert days(text) == expected
    assert days(text, anchor=None) is None


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("on Friday", "2022-05-06/2022-05-06", "2022-05-13/2022-05-13"),
        ("on Wednesday", "2022-05-11/2022-05-11", "2022-05-11/2022-05-11"),
        ("on Thursday morning", "2022-05-05/2022-05-05", "2022-05-12/2022-05-12"),
        ("in October", "2021-10-01/2021-10-31", "2022-10-01/2022-10-31"),
        ("in May", "2022-05-01/2022-05-31", "2022-05-01/2022-05-31"),
        ("on October 3", "2021-10-03/2021-10-03", "2022-10-03/2022-10-03"),
        ("on January 3", "2022-01-03/2022-01-03", "2023-01-03/2023-01-03"),
        ("in two years", None, "2024-01-01/2024-12-31"),
    ],
)
def test_the_direction_of_the_verb_picks_the_occurrence(text: str, past: str | None, future: str) -> None:
    assert days(text, "past") == past
    assert days(text, "future") == future


def test_a_month_near_at_hand_is_meant_whatever_the_tense() -> None:
    assert days("in June", "past") == "2022-06-01/2022-06-30"
    assert days("in April", "future") == "2022-04-01/2022-04-30"


def test_without_direction_weekdays_look_back_and_months_to_the_nearer_side() -> None:
    assert days("on Friday") == "2022-05-06/2022-05-06"
    assert days("in July") == "2022-07-01/2022-07-31"
    assert days("in October") == "2021-10-01/2021-10-31"


def test_days_named_before_in_the_text_are_counted_from() -> None:
    expression = find_expressions("The following day they met again.")[0].expression
    told = resolve(expression, WEDNESDAY, None, date(2022, 3, 31))
    assert told is not None
    assert told.iso == "2022-04-01/2022-04-01"


@pytest.mark.parametrize(
    "text",
    [
        "Delegates may march on.",
        "Call +47 22 20 20 30 or 202-647-2031.",
        "a cut of 50-52% by volume",
        "some 2030 delegates of 2,030 came",
        "2000 MW of solar, 1990 tonnes of ore, $2030 a head",
        "the second meeting fell short, and prices spring back",
        "a quarter of the emissions and three-quarters of the coal",
        "the 30th session, at 14.5 GW",
        "see https://example.org/2021/08/31/item",
        "the sun sat low",
    ],
)
def test_these_are_no_dates(text: str) -> None:
    assert words(text) == []


def test_offsets_cover_the_words_without_hedge_or_preposition() -> None:
    text = "Talks around the week of July 16, then on Thursday, September 2 and by 2060."
    assert words(text) == ["the week of July 16", "Thursday, September 2", "2060"]


def test_years_inside_names_and_compounds_are_found() -> None:
    assert words("the 2015 accord sets a mid-2030s goal against 2005 levels") == ["2015", "mid-2030s", "2005"]


def test_a_hedge_makes_the_interval_approximate() -> None:
    expression = find_expressions("likely around the week of July 16")[0].expression
    told = resolve(expression, WEDNESDAY, "future")
    assert told is not None
    assert (told.iso, told.precision, told.approximate) == ("2022-07-16/2022-07-22", "week", True)


def test_precision_is_that_of_the_words() -> None:
    told = {
        text: resolve(find_expressions(text)[0].expression, WEDNESDAY) for text in ("in 2030", "this week", "May 3")
    }
    assert {text: interval.precision for text, interval in told.items() if interval} == {
        "in 2030": "year",
        "this week": "week",
        "May 3": "day",
    }


def test_durations_habits_and_vague_words_have_no_interval() -> None:
    for text in ("for three days", "every two years", "recently", "so far", "in recent months"):
        assert days(text) is None


def test_whole_expressions_are_read_more_loosely() -> None:
    assert find_expressions("may") == ()
    expression = parse_expression("may")
    assert expression is not None
    told = resolve(expression, WEDNESDAY)
    assert told is not None
    assert told.iso == "2022-05-01/2022-05-31"
    assert parse_expression("no time at hand") is None
