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
