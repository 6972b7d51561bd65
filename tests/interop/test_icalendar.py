"""A calendar is read back as it was meant, by days, and keeps to RFC 5545."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from parley.interop import Notice, Said, write_icalendar
from tests.interop.making import notice

hostile = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


def events(*notices: Notice) -> list[Any]:
    return list(Calendar.from_ical(write_icalendar(notices, "Climate diplomacy")).walk("VEVENT"))


def test_an_event_is_read_back_as_whole_days_with_what_is_known_of_it() -> None:
    (event,) = events(notice())
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2021, 9, 1), date(2021, 9, 4))
    assert str(event["summary"]) == "Meeting of Mira Solberg and Rosa Quispe"
    assert str(event["location"]) == "Lima, Peru"
    assert str(event["uid"]) == notice().name
    description = str(event["description"])
    assert "Status: planned (27 August 2021) → held (6 September 2021)" in description
    assert (
        "“Solberg met Quispe; talks, they said, went well” (The envoy’s week, Daily, 6 September 2021)" in description
    )
    assert "evt_000000000001" in description


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("trailed", "TENTATIVE"),
        ("planned", "TENTATIVE"),
        ("postponed", "TENTATIVE"),
        ("under_way", "CONFIRMED"),
        ("held", "CONFIRMED"),
        ("cancelled", "CANCELLED"),
    ],
)
def test_said_is_not_so(status: str, word: str) -> None:
    (event,) = events(notice(status=status))
    assert str(event["status"]) == word


def test_the_stamp_is_the_day_of_the_newest_document_and_never_the_clock() -> None:
    (dated,), (undated,) = events(notice()), events(notice(updated=None))
    assert dated.decoded("dtstamp") == datetime(2021, 9, 6, tzinfo=UTC)
    assert undated.decoded("dtstamp") == datetime(1970, 1, 1, tzinfo=UTC)


def test_what_has_no_days_is_left_out_and_an_open_end_stands_on_the_day_known() -> None:
    assert events(notice(when=None)) == []
    for when, day in (("2021-09-01/..", 1), ("../2021-09-03", 3)):
        (event,) = events(notice(when=when))
        assert (event.decoded("dtstart").day, event.decoded("dtend").day) == (day, day + 1)


@given(hostile, hostile)
def test_any_words_are_read_back(title: str, words: str) -> None:
    (event,) = events(notice(title=title, said=(Said(words, "Daily"),)))
    assert str(event["summary"]) == title
    assert f"“{words}” (Daily)" in str(event["description"])


@given(hostile)
def test_lines_are_of_75_octets_at_most_and_end_in_crlf(words: str) -> None:
    written = write_icalendar([notice(title=words, said=(Said(words, words),))], words)
    lines = written.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert written.decode().startswith("BEGIN:VCALENDAR")


def test_the_order_of_notices_does_not_matter() -> None:
    several = [notice(number, when=f"2021-09-0{number}") for number in (1, 2, 3)]
    assert write_icalendar(several, "Days") == write_icalendar(several[::-1], "Days")
    assert [event.decoded("dtstart").day for event in events(*several[::-1])] == [1, 2, 3]
