"""Who comes first, among whom, and who stands around."""

from __future__ import annotations

from itertools import pairwise

import pytest

from parley.errors import InventoryError
from parley.inventory import rank, rank_emitters, rank_of
from parley.inventory.ranking import named


def test_the_largest_emitters_of_2019_are_in_order() -> None:
    assert [place.party for place in rank_emitters(2019).places[:7]] == [
        "CHN",
        "USA",
        "IND",
        "RUS",
        "JPN",
        "BRA",
        "IDN",
    ]
    assert rank("IND", 2019).rank == 3


def test_with_the_eu_as_one_india_comes_fourth_by_all_gases_and_by_fossil_co2() -> None:
    assert rank("IND", 2019, among="countries and EU").rank == 4
    assert rank("EUU", 2019, gas="CO2", basis="fossil", among="countries and EU").rank == 3


def test_members_of_the_eu_are_not_in_a_ranking_that_has_the_eu() -> None:
    with pytest.raises(InventoryError, match="Germany is not in the ranking of countries and EU"):
        rank_emitters(2019, among="countries and EU").of("DEU")


def test_the_eu_is_not_in_a_ranking_of_countries() -> None:
    with pytest.raises(InventoryError, match="European Union is not in the ranking"):
        rank("EUU", 2019)


def test_neither_bunkers_nor_the_world_are_ranked() -> None:
    ranked = {place.party for place in rank_emitters(2019).places}
    assert not ranked & {"WLD", "AIR", "SEA", "EUU", "SUN"}


def test_a_ranking_is_by_one_source_only() -> None:
    ranking = rank_emitters(2019)
    assert ranking.like.source.key == "edgar"
    assert "SRB" not in {place.party for place in ranking.places}
    assert "SCG" in {place.party for place in ranking.places}


def test_a_group_can_be_ranked() -> None:
    places = rank_emitters(2019, gas="CO2", rate="per head", among="G20").places
    assert [place.party for place in places[:4]] == ["SAU", "AUS", "USA", "CAN"]
    assert len(places) == 19


def test_the_list_around_a_party_is_shown() -> None:
    ranking = rank_emitters(2019)
    assert [place.party for place in ranking.around("IND", 1)] == ["USA", "IND", "RUS"]
    assert [place.party for place in ranking.around("CHN", 1)] == ["CHN", "USA"]
    assert named(ranking.around("CHN", 1)) == "1 China, 2 United States"


def test_places_can_be_had_by_rank() -> None:
    ranking = rank_emitters(2019)
    assert ranking.at(1).party == "CHN"
    with pytest.raises(InventoryError, match="no rank 0"):
        ranking.at(0)
    with pytest.raises(InventoryError, match="no rank 999"):
        ranking.at(999)


def test_values_fall_and_ranks_rise() -> None:
    places = rank_emitters(2010, gas="CH4", basis="excl_lulucf").places
    assert [place.rank for place in places] == list(range(1, len(places) + 1))
    assert all(one.value >= other.value for one, other in pairwise(places))


def test_the_united_states_have_emitted_most_since_1850_with_and_without_land_use() -> None:
    for basis in ("fossil", "incl_lulucf"):
        ranking = rank_emitters(2019, gas="CO2", basis=basis, rate="cumulative")
        assert ranking.at(1).party == "USA"


def test_economies_are_ranked_at_market_rates_and_at_purchasing_power() -> None:
    market, ppp = rank_of("gdp market", 2021), rank_of("gdp ppp", 2021)
    assert [place.party for place in market.places[:4]] == ["USA", "CHN", "JPN", "DEU"]
    assert [place.party for place in ppp.places[:3]] == ["CHN", "USA", "IND"]


def test_ranks_too_close_to_tell_are_given_as_a_span() -> None:
    assert rank_of("gdp market", 2021).span_of("IND") == (5, 6)
    assert rank_of("gdp market", 2021).span_of("CHN") == (2, 2)
    assert rank_of("gdp market", 2022).span_of("IND") == (5, 5)


def test_the_eu_as_such_is_not_ranked_where_it_has_no_figure() -> None:
    with pytest.raises(InventoryError, match="of the EU as such is not known"):
        rank_of("gdp ppp", 2019, "countries and EU")


def test_coal_is_ranked() -> None:
    assert [place.party for place in rank_of("coal capacity", 2021).places[:3]] == ["CHN", "IND", "USA"]
    assert rank_of("coal use", 2019).at(1).party == "CHN"


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: rank_of("beauty", 2019), "nothing Parties are ranked by; there are gdp market"),
        (lambda: rank_emitters(2019, among="AOSIS"), "nobody to rank"),
        (lambda: rank_emitters(2019, rate="per goat"), "no way to rank"),
        (lambda: rank_emitters(2050), "none of countries has a figure for 2050"),
    ],
)
def test_what_cannot_be_ranked_is_refused(call: object, words: str) -> None:
    with pytest.raises(InventoryError, match=words):
        call()  # type: ignore[operator]
