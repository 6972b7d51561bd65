from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from parley.terms.summits import (
    before_in_series,
    climate_conference_in,
    editions,
    place_named,
    series_names,
    summit_named,
    summit_places,
    summits,
    summits_in,
)


def test_the_table_is_whole() -> None:
    for summit in summits():
        assert summit.start <= summit.end <= summit.last_day
        assert (summit.end - summit.start).days < 21
        assert summit.country is None or (len(summit.country) == 3 and summit.country.isupper())
        assert summit.closed is None or summit.closed > summit.end
    assert list(summits()) == sorted(summits(), key=lambda summit: (summit.start, summit.name))


def test_each_series_is_numbered_in_order_of_time() -> None:
    for series in {summit.series for summit in summits()}:
        numbers = [summit.number for summit in summits() if summit.series == series and summit.number]
        assert numbers == sorted(numbers)


def test_the_climate_conferences_are_all_there() -> None:
    numbers = [summit.number for summit in summits() if summit.series == "COP"]
    assert numbers == list(range(1, 32))


@pytest.mark.parametrize("series", ["G7", "G20"])
def test_the_seven_and_the_twenty_met_every_year_since_2015_but_for_the_cancelled_summit_of_2020(series: str) -> None:
    held = [summit.start.year for summit in editions(series)]
    missed = {2020} if series == "G7" else set()
    assert held == [year for year in range(2015, 2026) if year not in missed]


def test_the_major_economies_forum_met_under_two_presidents() -> None:
    held = [(summit.start.isoformat(), summit.city, summit.country) for summit in editions("MEF")]
    assert held == [
        ("2015-04-19", "Washington", "USA"),
        ("2015-07-18", "Mondorf-les-Bains", "LUX"),
        ("2015-09-29", "New York", "USA"),
        ("2016-04-23", "New York", "USA"),
        ("2021-09-17", None, "USA"),
        ("2022-01-27", None, "USA"),
        ("2022-06-17", None, "USA"),
        ("2023-03-14", None, "USA"),
        ("2023-04-20", None, "USA"),
    ]


@pytest.mark.parametrize(
    ("number", "city", "country", "start", "last_day"),
    [
        (1, "Berlin", "DEU", date(1995, 3, 28), date(1995, 4, 7)),
        (3, "Kyoto", "JPN", date(1997, 12, 1), date(1997, 12, 11)),
        (15, "Copenhagen", "DNK", date(2009, 12, 7), date(2009, 12, 19)),
        (21, "Paris", "FRA", date(2015, 11, 30), date(2015, 12, 12)),
        (25, "Madrid", "ESP", date(2019, 12, 2), date(2019, 12, 15)),
        (26, "Glasgow", "GBR", date(2021, 10, 31), date(2021, 11, 13)),
        (28, "Dubai", "ARE", date(2023, 11, 30), date(2023, 12, 13)),
        (30, "Belém", "BRA", date(2025, 11, 10), date(2025, 11, 22)),
    ],
)
def test_a_climate_conference_has_its_place_and_days(
    number: int, city: str, country: str, start: date, last_day: date
) -> None:
    found = summit_named(f"COP{number}")
    assert found is not None
    assert (found.city, found.country, found.start, found.last_day) == (city, country, start, last_day)


def test_no_two_summits_share_name_and_start() -> None:
    keys = [(summit.name, summit.start) for summit in summits()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", ["COP26", "Cop 26", "COP-26", "the 26th session of the Conference of the Parties"])
def test_a_conference_has_many_spellings(name: str) -> None:
    found = summit_named(name)
    assert found is not None
    assert (found.start, found.end, found.city) == (date(2021, 10, 31), date(2021, 11, 12), "Glasgow")


def test_a_bare_number_is_the_climate_convention() -> None:
    assert (summit_named("COP15").city, summit_named("CBD COP15").city) == ("Copenhagen", "Montreal")  # type: ignore[union-attr]
    assert summit_named("COP99") is None
    assert summit_named("a summit") is None


def test_summits_are_found_by_city_year_and_month() -> None:
    assert [summit.name for summit in summits_in("Rome")] == ["G20 summit 2021"]
    assert [summit.series for summit in summits_in("Paris", year=2015, month=12)] == ["COP"]
    assert summits_in("Rome", year=2020) == ()
    assert summits_in("Nowhere") == ()


def test_a_city_or_a_country_names_its_conference() -> None:
    assert climate_conference_in("Belem").name == "COP30"  # type: ignore[union-attr]
    assert climate_conference_in("ARE").name == "COP28"  # type: ignore[union-attr]
    assert climate_conference_in("Bonn") is None
    assert climate_conference_in("Bonn", near=date(2017, 5, 1)).name == "COP23"  # type: ignore[union-attr]
    assert climate_conference_in("Vikstad", near=date(2017, 5, 1)) is None


def test_the_edition_before_is_of_the_same_series() -> None:
    cop26 = summit_named("COP26")
    assert cop26 is not None
    assert before_in_series(cop26) == summit_named("COP25")
    assert before_in_series(summits()[0]) is None


def test_every_other_name_of_a_place_is_of_a_city_in_the_table() -> None:
    cities = {summit.city for summit in summits()}
    assert set(summit_places().values()) <= cities
    assert place_named("sharm El Sheikh") == "Sharm el-Sheikh"


def test_every_series_with_names_of_its_own_has_editions() -> None:
    for series, names in series_names().items():
        assert editions(series)
        assert re.compile(names).groups == 0


def test_editions_of_a_series_do_not_overlap() -> None:
    for series in series_names():
        held = editions(series)
        assert all(earlier.last_day < later.start for earlier, later in pairwise(held))
