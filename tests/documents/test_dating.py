from __future__ import annotations

from datetime import date

import pytest

from parley.documents import body_start, parse_text
from parley.documents.calendar_days import read_day
from parley.documents.content import Dating
from parley.documents.dating import date_document
from parley.terms.when import Interval

DAY = date(2021, 5, 3)


def stated(text: str) -> date | None:
    found = date_document(text)
    return found.published.start if found.published and found.basis == "stated" else None


def test_the_leading_line_is_metadata_and_stays_in_the_text() -> None:
    text = " date 2021-05-03 (Wire) -- Norland agreed to a cut."
    document = parse_text(text)
    assert document.text == text
    assert (document.published, document.published_basis) == (Interval.day(DAY), "metadata")
    assert text[body_start(text) :] == "(Wire) -- Norland agreed to a cut."


def test_a_leading_line_that_is_no_day_is_just_words() -> None:
    assert parse_text(" date 2021-13-45 Norland agreed.").published is None
    assert body_start("Norland agreed.") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Published 3 May 2021\nNorland agreed.",
        "Talks | Published: Monday, May 3, 2021 | 3 min read\nNorland agreed.",
        "Posted On: 03 MAY 2021 12:17AM by NIB Vikstad\nNorland agreed.",
        "Norland agreed\n  • Article type Note\n  • Publication date 3 May 2021\nMore.",
        "News article 3 May 2021 Directorate of Air\nNorland agreed.",
        "FOR IMMEDIATE RELEASE: May 3, 2021\nNorland agreed.",
        "For immediate release, May 3rd, 2021\nNorland agreed.",
        "VIKSTAD, May 3, 2021 (Wire) -- Norland agreed.",
        "VIKSTAD, NL, May 3, 2021 /NWS/ - Norland agreed.",
        "Vikstad, 3 May 2021 – Norland agreed.",
        "Readout\n\nMay 3, 2021\n\nNorland agreed.",
        "Readout\nMonday, 3 May 2021, 10:15 GMT\nNorland agreed.",
        "Notice\n05/03/2021 02:55 PM EDT\nNorland agreed.",
        "Updated 3 May 2021\nNorland agreed.",
        "Norland issued this statement today (3 May 2021).",
        "Norland and Sudmark agreed on a plan.\n\nVikstad, 3 May 2021",
    ],
)
def test_a_date_that_the_text_states_of_itself_is_found(text: str) -> None:
    assert stated(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "Norland quoted a study published on 3 May 2021 by the academy.",
        "The talks of May 3, 2021 led nowhere.",
        "Norland will present its plan on May 3, 2021.",
        "04/03/2021 Norland agreed.",
    ],
)
def test_a_day_in_running_text_is_not_the_date(text: str) -> None:
    assert stated(text) is None


def test_the_day_of_publication_goes_before_the_update() -> None:
    assert stated("Updated 9 May 2021\nPublished 3 May 2021\nNorland agreed.") == DAY


def test_metadata_goes_before_words_and_weak_metadata_after() -> None:
    text = "Published 3 May 2021\nNorland agreed."
    strong = Dating(Interval.day(date(2021, 5, 4)), "metadata", "a header")
    assert date_document(text, strong) == strong
    assert date_document(text, strong._replace(weak=True)).basis == "stated"
    assert date_document("Norland agreed.", strong._replace(weak=True)).basis == "metadata"


def test_a_system_without_a_clock_dates_nothing() -> None:
    assert date_document("Norland agreed.", Dating(Interval.day(date(1970, 1, 1)), "metadata", "x")).published is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-05-03T23:59:00-05:00", DAY),
        ("Mon, 03 May 2021 10:00:00 GMT", DAY),
        ("20210503", DAY),
        ("2021/05/03", DAY),
        ("3rd of May, 2021", DAY),
        ("Sept. 9 2021", date(2021, 9, 9)),
        ("12/31/2021", date(2021, 12, 31)),
        ("03/04/2021", None),
        ("31 February 2021", None),
        ("May 2021", None),
    ],
)
def test_days_of_headers_are_read(value: str, day: date | None) -> None:
    assert read_day(value) == day
