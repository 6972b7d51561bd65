"""When and where summits were held."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.checking.assertion import Assertion
from parley.terms.summits import Summit, summits
from tests.checking.making import check, claim, token


def summit(
    name: str,
    city: str | None = None,
    country: str | None = None,
    when: str | None = None,
    said: str | None = None,
    **fields: object,
) -> Assertion:
    day = date.fromisoformat(said) if said else None
    return claim("summit", country, detail=name, about=city, when=when, said=day, **fields)


@pytest.mark.parametrize(
    "when",
    [
        "2021-10-31/2021-11-12",  # as announced
        "2021-10-31/2021-11-13",  # as it ended
        "2021-11-01/2021-11-30",
        "2021-01-01/2021-12-31",
        "2021-11-03/2021-11-03",  # a day of it
    ],
)
def test_the_days_of_a_summit_are_right_as_announced_as_held_and_by_month_or_year(when: str) -> None:
    verdict = check(summit("COP26", "Glasgow", "GBR", when))
    assert verdict.token == "supported"
    assert "2021-10-31 to 2021-11-12 (closed on 2021-11-13)" in verdict.reason


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2021-11-01/2021-11-12", "close"),
        ("2021-12-01/2021-12-31", "close"),
        ("2020-11-01/2020-11-30", "close"),
        ("2020-01-01/2020-12-31", "close"),
        ("2021-06-01/2021-06-30", "contradicted"),
        ("2021-06-01/2021-06-12", "contradicted"),
        ("2012-01-01/2012-12-31", "contradicted"),
    ],
)
def test_days_or_a_year_a_little_off_are_close_and_others_wrong(when: str, expected: str) -> None:
    assert token(summit("COP26", "Glasgow", "GBR", when)) == expected


@pytest.mark.parametrize(("day", "expected"), [("2021-10-31", "supported"), ("2021-11-01", "close")])
def test_the_day_on_which_it_opens_is_that_day(day: str, expected: str) -> None:
    assert token(summit("COP26", when=f"{day}/{day}", words="COP26 opens on that day")) == expected


def test_another_city_is_wrong_even_in_the_same_country() -> None:
    assert token(summit("COP26", "Madrid", "ESP")) == "contradicted"
    assert token(summit("COP26", "London", "GBR")) == "contradicted"


def test_a_place_a_little_off_and_a_year_a_little_off_are_two_wrongs() -> None:
    assert token(summit("COP23", None, "FJI", year=2016)) == "contradicted"


def test_who_presided_over_a_conference_held_elsewhere_is_close() -> None:
    assert token(summit("COP23", None, "FJI")) == "close"
    assert token(summit("COP25", None, "CHL")) == "close"


def test_an_ordinal_names_the_edition() -> None:
    assert token(summit("28th Conference of the Parties", "Dubai", "ARE")) == "supported"
    assert token(summit("27th Conference of the Parties", "Dubai", "ARE")) == "contradicted"


def test_a_series_is_resolved_by_place_or_year() -> None:
    assert token(summit("G20 summit", "Rome", "ITA", "2021-10-30/2021-10-31")) == "supported"
    assert token(summit("G20 summit", None, "IND", year=2023)) == "supported"
    assert token(summit("G7 summit", "Cornwall", "GBR", "2021-06-01/2021-06-30")) == "supported"
    assert token(summit("G20 summit", "Paris", "FRA", year=2021)) == "contradicted"
    assert token(summit("G20 summit", "Rome", "ITA", year=2022)) == "close"


def test_a_forum_by_video_has_a_day_but_no_city() -> None:
    assert token(summit("Major Economies Forum", when="2021-09-17/2021-09-17")) == "supported"
    assert token(summit("Leaders Summit on Climate", "Washington", "USA", "2021-04-01/2021-04-30")) == "close"


def test_what_is_said_to_lie_ahead_after_it_was_held_is_outdated() -> None:
    ahead = {"words": "COP26 will take place in Glasgow"}
    assert token(summit("COP26", "Glasgow", "GBR", said="2021-06-01", **ahead)) == "supported"
    assert token(summit("COP26", "Glasgow", "GBR", said="2023-06-01", **ahead)) == "outdated"


def test_what_is_said_to_have_been_held_before_it_was_is_contradicted() -> None:
    past = {"words": "COP27 took place in Egypt"}
    assert token(summit("COP27", None, "EGY", said="2021-06-01", **past)) == "contradicted"
    assert token(summit("COP27", None, "EGY", said="2023-06-01", **past)) == "supported"


def test_a_name_alone_an_unknown_summit_and_a_plan_given_up_are_not_checkable() -> None:
    assert token(summit("COP26")) == "not_checkable"
    assert "COP45" in check(summit("COP45", "Paris", "FRA")).missing
    assert token(summit("COP26", "Glasgow", "GBR", status="postponed")) == "not_checkable"


@given(st.sampled_from([each for each in summits() if each.number and each.series == "COP"]))
def test_every_conference_was_held_on_its_days_in_its_city(edition: Summit) -> None:
    days = f"{edition.start.isoformat()}/{edition.last_day.isoformat()}"
    assert token(summit(edition.name, edition.city, edition.country, days)) == "supported"


@given(st.sampled_from([each for each in summits() if each.number and each.series == "COP"]), st.integers(1, 30))
def test_a_conference_is_never_right_in_another_year(edition: Summit, off: int) -> None:
    far = summit(edition.name, edition.city, edition.country, year=edition.start.year - off)
    assert token(far) == ("close" if off <= 3 else "contradicted")


def test_the_month_of_another_edition_makes_the_place_wrong() -> None:
    assert token(summit("G20 summit", "Hamburg", "DEU", "2019-06-01/2019-06-30")) == "contradicted"
    assert token(summit("G20 summit", "Osaka", "JPN", "2019-06-01/2019-06-30")) == "supported"


def test_a_conference_on_nature_is_that_of_the_other_convention() -> None:
    of_nature = {"words": "the biodiversity summit COP15 was held in Montreal"}
    assert token(summit("COP15", "Montreal", "CAN", year=2022, **of_nature)) == "supported"
    assert token(summit("COP15", "Montreal", "CAN", year=2022)) == "contradicted"
