"""Places in an order: emitters, economies, people, coal."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checking.making import SEPTEMBER_2021, check, claim, token


def rank(subject: str, place: float, **fields: object) -> str:
    return token(claim("rank_emitter", subject, place, **{"unit": "rank", **fields}))


@pytest.mark.parametrize(
    ("subject", "place", "expected"),
    [("CHN", 1, "supported"), ("USA", 2, "supported"), ("IND", 3, "supported"), ("BRA", 2, "contradicted")],
)
def test_ranks_of_emitters(subject: str, place: int, expected: str) -> None:
    assert rank(subject, place, said=SEPTEMBER_2021) == expected


def test_who_was_first_once_is_outdated_without_a_year_and_wrong_with_one() -> None:
    assert rank("USA", 1, said=SEPTEMBER_2021) == "outdated"
    assert rank("USA", 1, year=2015) == "contradicted"
    assert rank("USA", 1, year=2000) == "supported"


def test_the_union_is_ranked_as_one_and_was_third_when_that_was_said() -> None:
    verdict = check(claim("rank_emitter", "EUU", 3, unit="rank", said=date(2018, 12, 3)))
    assert verdict.token == "outdated"
    assert "the EU as one" in verdict.basis


def test_india_and_the_union_are_ranked_with_the_basis_named() -> None:
    verdict = check(claim("rank_emitter", "IND", 4, unit="rank", year=2019, gas="GHG"))
    assert verdict.token == "supported"
    assert "the EU as one" in verdict.basis
    assert (
        token(claim("rank_emitter", "IND", 4, unit="rank", year=2019, words="fourth of all countries")) != "supported"
    )


def test_the_top_five_are_five() -> None:
    assert rank("JPN", 5, comparator="<", year=2019) == "supported"
    assert rank("AUS", 5, comparator="<", year=2019) == "contradicted"


def test_two_are_the_top_two_when_both_are() -> None:
    pair = claim("rank_emitter", None, 2, unit="rank", comparator="<", year=2019, subjects=("CHN", "USA"))
    assert token(pair) == "supported"
    assert token(claim("rank_emitter", None, 2, unit="rank", comparator="<", year=2019, subjects=("CHN", "JPN"))) == (
        "contradicted"
    )


def test_who_is_not_among_the_first_is_rightly_denied_to_be() -> None:
    assert rank("CAN", 5, comparator="<", denied=True, said=date(2022, 3, 30)) == "supported"


def test_per_head_and_since_1850_others_come_first() -> None:
    assert rank("CHN", 1, year=2019, about="per_capita") == "contradicted"
    assert rank("USA", 1, year=2019, about="cumulative", gas="CO2") == "supported"
    assert rank("USA", 1, base_year=1850, gas="CO2", said=SEPTEMBER_2021) == "supported"


def test_within_a_group_only_members_are_ranked() -> None:
    assert rank("DEU", 1, unit="rank in EUU", year=2019) == "supported"
    assert rank("FRA", 1, unit="rank in EUU", year=2019) == "contradicted"
    assert rank("DEU", 1, words="Germany is the largest emitter in the European Union", year=2019) == "supported"
    assert rank("DEU", 1, words="Germany is the EU's biggest emitter", year=2019) == "supported"


def test_an_order_of_nobody_known_is_not_checkable() -> None:
    verdict = check(claim("rank_emitter", "DEU", 1, unit="rank in atlantis"))
    assert verdict.token == "not_checkable"
    assert "atlantis" in verdict.reason


@pytest.mark.parametrize("place", [0.0, -1.0, 2.5])
def test_a_place_that_cannot_be_is_called_so(place: float) -> None:
    verdict = check(claim("rank_emitter", "CHN", place, unit="rank", year=2019))
    assert verdict.token == "contradicted"
    assert "no place" in verdict.reason


def test_economies_are_ranked_at_market_rates_unless_purchasing_power_is_said() -> None:
    second = claim("rank_economy", "CHN", 2, unit="rank", said=SEPTEMBER_2021)
    assert token(second) == "supported"
    first = claim("rank_economy", "CHN", 1, unit="rank", said=SEPTEMBER_2021)
    assert token(first) == "close"
    assert "purchasing power" in check(first).basis
    assert token(claim("rank_economy", "CHN", 1, unit="rank", said=SEPTEMBER_2021, basis="ppp")) == "supported"


def test_the_third_economy_of_2021_is_so_no_longer() -> None:
    verdict = check(claim("rank_economy", "JPN", 3, unit="rank", said=SEPTEMBER_2021))
    assert verdict.token == "outdated"
    assert "True when said" in verdict.reason


def test_where_revisions_leave_a_place_open_either_is_accepted() -> None:
    fourth, fifth = (claim("rank_economy", "IND", place, unit="rank", year=2024) for place in (4, 5))
    assert token(fourth) == token(fifth) == "supported"


def test_a_part_of_the_world_without_a_list_of_members_has_no_order() -> None:
    for words in ("Sweden has the largest economy in Scandinavia", "Sweden is Scandinavia's largest economy"):
        assert token(claim("rank_economy", "SWE", 1, unit="rank", words=words, year=2022)) == "not_checkable"


def test_a_continent_has_an_order_of_its_own() -> None:
    for words in ("Germany has the largest economy in Europe", "Germany is Europe's largest economy"):
        assert token(claim("rank_economy", "DEU", 1, unit="rank", words=words, year=2022)) == "supported"
        assert token(claim("rank_economy", "FRA", 1, unit="rank", words=words, year=2022)) == "contradicted"
    assert (
        token(claim("rank_economy", "DEU", 1, unit="rank", words="the EU's largest economy", year=2022)) == "supported"
    )


@pytest.mark.parametrize("words", ["China is the world's largest economy", "China is the largest economy in the world"])
def test_the_world_is_no_part_of_the_world(words: str) -> None:
    assert rank("CHN", 1, words="the world's largest emitter of CO2", year=2019) == "supported"
    assert token(claim("rank_economy", "USA", 1, unit="rank", words=words, year=2022)) == "supported"


def test_people_and_coal_are_ranked_too() -> None:
    assert token(claim("population", "IND", 1, unit="rank", year=2023)) == "supported"
    assert token(claim("coal_rank", "IND", 2, unit="rank", year=2020)) == "supported"
    assert token(claim("coal_rank", "DEU", 1, unit="rank", year=2020)) == "contradicted"
