"""Groups are their members, each counted once."""

from __future__ import annotations

from datetime import date

import pytest

from parley.errors import InventoryError
from parley.inventory import describe, emissions, members_of
from parley.terms.parties import parties

EU27 = parties()["EUU"].members


def test_a_country_and_the_eu_are_themselves() -> None:
    assert members_of("CHN").codes == ("CHN",)
    assert members_of("EUU").codes == ("EUU",)


def test_the_g20_counts_the_eu_once_and_its_members_within_it() -> None:
    codes = members_of("G20").codes
    assert "EUU" in codes
    assert not set(codes) & set(EU27)
    assert len(codes) == 17  # nineteen countries without Germany, France and Italy, and the EU


def test_what_cannot_be_counted_of_a_group_is_said() -> None:
    assert "African Union is not counted" in members_of("G20").note
    assert "African Union" not in members_of("G20", date(2022, 1, 1)).note


def test_the_seven_are_seven() -> None:
    found = members_of("G7")
    assert found.codes == ("CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA")
    assert "takes part without being one" in found.note


def test_members_are_those_of_the_day() -> None:
    assert members_of("BRICS", date(2019, 6, 1)).codes == ("BRA", "CHN", "IND", "RUS", "ZAF")
    assert "ETH" in members_of("BRICS", date(2024, 6, 1)).codes


def test_the_eu_of_an_earlier_day_has_the_united_kingdom() -> None:
    before = members_of("EUU", date(2019, 1, 1)).codes
    assert sorted(before) == sorted((*EU27, "GBR"))
    assert members_of("EUU", date(2021, 1, 1)).codes == ("EUU",)


def test_the_eu_is_the_sum_of_its_members_but_for_rounding() -> None:
    whole = emissions("EUU").value(2019)
    parts = sum(emissions(code).value(2019) for code in EU27)
    assert parts == pytest.approx(whole, rel=1e-4)


def test_a_sum_counts_a_member_within_the_eu() -> None:
    found = members_of("DEU+EUU+USA")
    assert found.codes == ("EUU", "USA")
    assert "counted within the EU: DEU" in found.note


def test_a_sum_counts_nobody_twice() -> None:
    assert emissions("USA+USA").values == emissions("USA").values


@pytest.mark.parametrize(("one", "other"), [("EUU", "DEU"), ("DEU", "EUU"), ("G7", "USA"), ("WLD", "CHN")])
def test_series_that_count_somebody_twice_are_not_added(one: str, other: str) -> None:
    with pytest.raises(InventoryError, match="counted twice"):
        _ = emissions(one) + emissions(other)


def test_the_world_is_not_added_to_anybody() -> None:
    with pytest.raises(InventoryError, match="the world has all the others in it"):
        members_of("WLD+CHN")


@pytest.mark.parametrize("code", ["XYZ", "China", "", "chn", "CHN+"])
def test_a_code_that_is_none_is_refused(code: str) -> None:
    with pytest.raises(InventoryError, match="no Party, group or area"):
        members_of(code)


def test_a_group_whose_members_are_not_listed_has_no_figure() -> None:
    with pytest.raises(InventoryError, match=r"AOSIS.*members are not listed"):
        emissions("AOSIS")


def test_codes_and_sums_have_names() -> None:
    assert describe("AIR+SEA") == "international aviation and international shipping"
    assert describe("USA+EUU") == "United States and European Union"
