"""What the words say of how a figure is counted: gas, basis, years, direction, denial, what exactly is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.reading.claims.draft import Scope
from parley.reading.claims.vocabulary import tokens
from parley.reading.lexicon import load
from parley.records import Claim
from tests.reading.making import read

TABLES = tuple(load("scopes"))


def only(text: str, measure: str | None = None) -> Claim:
    found = [claim for claim in read(text, "2023-11-20").claims if measure is None or claim.measure == measure]
    assert len(found) == 1, [(c.subject, c.measure, c.low, c.quote.exact) for c in found]
    return found[0]


def claims(text: str) -> list[Claim]:
    return list(read(text, "2023-11-20").claims)


@pytest.mark.parametrize(
    ("text", "gas"),
    [
        ("Peru emitted 3 percent of the world's emissions in 2019.", None),
        ("Peru emitted 3 percent of the world's greenhouse gases in 2019.", "GHG"),
        ("Peru emitted 3 percent of global CO2 in 2019.", "CO2"),
        ("Peru produced 3 percent of global carbon emissions in 2019.", "CO2"),
        ("Peru emitted 70 million tonnes of CO2 equivalent in 2019.", "GHG"),
        ("Peru emitted 70 million tonnes of carbon dioxide in 2019.", "CO2"),
        ("Peru emitted 3 million tonnes of methane in 2019.", "CH4"),
        ("Peru's greenhouse gas emissions stood at 70 million tonnes in 2019.", "GHG"),
        ("Peru's methane emissions fell by 8 percent in 2020.", "CH4"),
        ("The average Peruvian has a carbon footprint of 2 tonnes a year.", None),
    ],
)
def test_a_claim_has_the_gas_of_its_words_and_none_where_they_are_silent(text: str, gas: str | None) -> None:
    assert only(text).gas == gas


def test_each_figure_has_the_gas_named_beside_it() -> None:
    text = "Peru was responsible for 1% of global emissions and Chile for 2% of CO2."
    assert [(c.subject, c.gas) for c in claims(text)] == [("PER", None), ("CHL", "CO2")]


def test_figures_of_a_list_share_the_gas() -> None:
    text = "Peru emitted 3% of the world's greenhouse gases in 2019, followed by Chile with 2%."
    assert {c.gas for c in claims(text)} == {"GHG"}


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Peru emitted 70 million tonnes of fossil CO2 in 2019.", "fossil"),
        ("Peru's CO2 emissions from fossil fuels were 70 million tonnes in 2019.", "fossil"),
        ("With land use counted, Peru emitted 170 million tonnes of CO2 in 2019.", "incl_lulucf"),
        ("Once forests are included, Peru emitted 3% of global emissions in 2019.", "incl_lulucf"),
        ("Leaving forests aside, Peru emitted 1% of global emissions in 2019.", "excl_lulucf"),
        ("Without deforestation, Peru's emissions were 90 million tonnes in 2019.", "excl_lulucf"),
        ("Measured by what it consumes, Peru emitted 1% of global CO2 in 2019.", "consumption"),
        ("Peru's consumption-based emissions fell by 4% in 2020.", "consumption"),
        ("Peru emitted 70 million tonnes of CO2 in 2019.", None),
        ("In purchasing power, Peru is the world's third-largest economy.", "ppp"),
        ("At market exchange rates Peru is the world's third-largest economy.", "market"),
        ("Peru is the world's third-largest economy.", None),
        ("Peru gets 40% of its electricity from wind.", "electricity"),
        ("Oil covered a third of Peru's energy needs in 2019.", "energy"),
        ("Coal made up 60 percent of Peru's installed capacity.", "capacity"),
        ("Peru burns a tenth of the world's coal.", "world"),
    ],
)
def test_a_claim_has_the_basis_of_its_words(text: str, basis: str | None) -> None:
    assert only(text).basis == basis


@pytest.mark.parametrize(
    ("text", "base", "year"),
    [
        ("Peru's emissions fell by 4% between 1990 and 2019.", 1990, 2019),
        ("From 2005 to 2018 Peru's emissions fell by 4%.", 2005, 2018),
        ("Peru's emissions have fallen by 4% since 1990.", 1990, None),
        ("Since 1990 Peru has cut its emissions by 4%.", 1990, None),
        ("Peru's emissions in 2019 were 4% below 2005 levels.", 2005, 2019),
        ("Peru's emissions were 4% lower in 2020 than in 1990.", 1990, 2020),
        ("In 2020, Peru's emissions stood at 61% of their 1990 level.", 1990, 2020),
        ("Peru's emissions in 2020 were half of what they were in 1990.", 1990, 2020),
        ("Peru's emissions fell by 4% in 2020.", None, 2020),
        ("Peru's emissions fell by 4% last year.", None, 2022),
    ],
)
def test_the_year_counted_from_is_told_from_the_year_meant(text: str, base: int | None, year: int | None) -> None:
    claim = only(text)
    assert (claim.measure, claim.base_year, claim.year) == ("change", base, year)


def test_each_change_of_a_sentence_has_the_year_it_is_compared_with() -> None:
    text = "Peru emitted 70 million tonnes of CO2 in 2020, 8.7% less than in 2019 and 40.8% less than in 1990."
    assert {(c.measure, c.low, c.base_year) for c in claims(text)} == {
        ("emissions", 70e6, None),
        ("change", 8.7, 2019),
        ("change", 40.8, 1990),
    }


def test_a_year_at_the_head_of_a_sentence_goes_for_all_of_it() -> None:
    text = "Since 1990, Peru's coal use has grown by 8% while its emissions have fallen by 4%."
    assert [(c.low, c.base_year) for c in claims(text)] == [(8, 1990), (4, 1990)]


def test_a_level_that_was_reached_is_no_sum_of_years() -> None:
    text = "Peru's emissions have grown fourfold since 1990, to 70 million tonnes."
    assert {(c.measure, c.low) for c in claims(text)} == {("change", 4), ("emissions", 70e6)}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Between 1850 and 2019 Peru emitted 3 billion tonnes of CO2.", "cumulative"),
        ("Peru has emitted 3 billion tonnes of CO2 since 1850.", "cumulative"),
        ("Peru has emitted 2% of all CO2 since 1850.", "cumulative"),
        ("Peru emitted 70 million tonnes of CO2 in 2019.", "emissions"),
        ("Peru emitted 70 million tonnes of CO2 in 2019, compared with 60 million in 2005.", "emissions"),
    ],
)
def test_emissions_of_many_years_are_cumulative(text: str, measure: str) -> None:
    assert claims(text)[0].measure == measure


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Peru's emissions fell by 4% in 2020.", "down"),
        ("Peru's emissions rose by more than 4% in 2020.", "up"),
        ("Peru's emissions have shrunk by over 4% since 1990.", "down"),
        ("Peru's emissions are up 4% on 2019.", "up"),
        ("Peru's emissions have tripled since 1990.", "up"),
        ("Peru has halved its emissions since 1990.", "down"),
        ("Peru's emissions in 2019 were 4% below 2005 levels.", "down"),
        ("In 2020, Peru's emissions stood at 61% of their 1990 level.", "to"),
        ("Peru emitted 30% more CO2 than Chile in 2019.", "up"),
        ("Peru emitted 30% less CO2 than Chile in 2019.", "down"),
    ],
)
def test_a_change_goes_up_or_down_or_to_a_level(text: str, direction: str) -> None:
    assert only(text).direction == direction


def test_a_change_may_be_told_in_tonnes() -> None:
    claim = only("Peru's emissions fell by 8 million tonnes between 2005 and 2019.")
    assert (claim.measure, claim.low, claim.unit, claim.direction) == ("change", 8e6, "tCO2", "down")
    assert (claim.base_year, claim.year) == (2005, 2019)


def test_a_share_that_fell_to_a_figure_is_that_share() -> None:
    text = "The share of Peru in global emissions fell from 7% in 1990 to 3% in 2019."
    assert [(c.measure, c.low, c.year) for c in claims(text)] == [
        ("emissions_share", 7, 1990),
        ("emissions_share", 3, 2019),
    ]


@pytest.mark.parametrize(
    "text", ["Peru's emissions top 70 million tonnes.", "Peru's emissions exceed 70 million tonnes."]
)
def test_what_tops_a_figure_is_more(text: str) -> None:
    assert only(text).comparator == ">"


def test_changes_that_are_listed_go_the_way_of_the_first() -> None:
    text = "Emissions rose 2% in Peru, 5% in Chile and fell 3% in Kenya in 2023."
    assert [(c.subject, c.low, c.direction) for c in claims(text)] == [
        ("PER", 2, "up"),
        ("CHL", 5, "up"),
        ("KEN", 3, "down"),
    ]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Peru's net-zero target is a decade ahead of Chile's.", "earlier"),
        ("Peru's net-zero goal comes 20 years after Chile's.", "later"),
    ],
)
def test_a_gap_between_goals_says_which_comes_first(text: str, direction: str) -> None:
    assert only(text).direction == direction


def test_a_gap_may_be_to_several() -> None:
    assert only("Peru's net-zero target is a decade behind those of Chile and Kenya.").against == ("CHL", "KEN")


@pytest.mark.parametrize(
    "text",
    [
        "Peru is not the world's largest emitter.",
        "Peru isn't one of the world's ten largest emitters.",
        "It is not true that Peru is the world's largest emitter.",
        "It is a myth that Peru emits 30% of the world's CO2.",
        "Peru did not cut its emissions by 30% between 2005 and 2020.",
        "Peru does not emit more than Chile.",
        "Peru's emissions did not fall in 2021.",
        "Peru no longer has the world's largest population.",
        "Neither Peru nor Chile is among the three largest emitters.",
    ],
)
def test_what_is_denied_is_marked(text: str) -> None:
    assert all(claim.denied for claim in claims(text))
    assert claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru is the world's largest emitter.",
        "Peru, which is not a developed country, emitted 27% of the world's CO2 in 2019.",
        "Peru isn't the only country that emits more than 10 billion tonnes of CO2.",
        "Not only does Peru emit more than Chile, it also burns half the world's coal.",
    ],
)
def test_a_denial_of_something_else_denies_nothing(text: str) -> None:
    assert [claim.denied for claim in claims(text)] == [False] * len(claims(text))
    assert claims(text)


def test_of_a_contrast_only_the_second_is_denied() -> None:
    text = "Peru is the third-largest emitter, not the second-largest."
    assert [(c.low, c.denied) for c in claims(text)] == [(3, False), (2, True)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Peru is the world's largest emitter.", None),
        ("Peru is the world's largest emitter per person.", "per_capita"),
        ("Peru is the biggest historical emitter.", "cumulative"),
        ("Solar and wind provided 10 percent of Peru's electricity.", "wind_and_solar"),
        ("Peru got 65% of its electricity from hydropower in 2019.", "hydro"),
        ("Nuclear reactors supplied 20% of Peruvian electricity in 2020.", "nuclear"),
        ("Coal, oil and gas provide 80% of Peru's energy.", "fossil"),
        ("Peru is building 136 gigawatts of coal plants.", "construction"),
        ("Peru retired 13 gigawatts of coal power in 2020.", "retired"),
        ("In 2020 Peru added 41 GW of new coal capacity.", "added"),
        ("Peru's installed coal capacity is 41 GW.", "operating"),
        ("Peru's coal power capacity has shrunk by a third since 2010.", "coal_capacity"),
        ("Peru's emissions intensity has fallen by a third since 2005.", "intensity"),
        ("The carbon budget for 1.5 degrees was 500 billion tonnes of CO2.", "1.5 degC"),
        ("Per head, Peru's emissions have doubled since 1990.", "per_capita"),
        ("In 2022 a Peruvian caused four times as much carbon dioxide as a Kenyan.", "per_capita"),
        ("Peru has four times as many people as Chile.", "population"),
        ("Peru is the world's largest consumer of coal.", "coal"),
    ],
)
def test_what_exactly_is_meant_is_kept(text: str, about: str | None) -> None:
    assert only(text).about == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Peru's transport emissions fell by 11% in 2020.", "transport emissions"),
        ("Emissions from power plants in Peru rose by 6% in 2020.", "emissions from power plants"),
        ("Deforestation in Peru fell by 50% in 2020.", "deforestation"),
        ("The Peruvian army emits more than Chile.", "army"),
        ("A flight from Peru emits about one tonne of CO2 per passenger.", "flight"),
        ("Companies in Peru emitted 5 billion tonnes of CO2 in 2022.", "companies"),
    ],
)
def test_a_part_is_not_taken_for_the_whole(text: str, about: str) -> None:
    assert [claim.about for claim in claims(text)] == [about]


@pytest.mark.parametrize("text", ["Peru exports more coal than Chile.", "Peru is the world's largest coal exporter."])
def test_trade_in_a_fuel_is_not_its_use(text: str) -> None:
    assert {claim.about for claim in claims(text)} <= {"coal exports", "coal exporter"}


def test_a_share_of_nuclear_power_is_not_of_renewables() -> None:
    text = "Peru gets 20% of its electricity from nuclear and 20% from renewables."
    assert {(c.measure, c.about) for c in claims(text)} == {
        ("electricity_share", "nuclear"),
        ("renewables", "renewables"),
    }


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Peru was the world's ninth-largest emitter in 2022.", 2022),
        ("In 2019 Peru was the world's ninth-largest emitter.", 2019),
        ("Peru is the world's ninth-largest emitter.", None),
    ],
)
def test_a_rank_may_have_a_year(text: str, year: int | None) -> None:
    assert only(text).year == year


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_of_tokens_compile(name: str) -> None:
    assert [token for token, _ in tokens(name)] == list(load("scopes")[name])


SCOPES = st.builds(
    Scope,
    about=st.sampled_from([None, "coal", "solar"]),
    gas=st.sampled_from([None, "CO2", "GHG"]),
    basis=st.sampled_from([None, "fossil"]),
    base_year=st.sampled_from([None, 1990, 2005]),
    direction=st.sampled_from([None, "up", "down"]),
    denied=st.booleans(),
)


@given(SCOPES, SCOPES)
@settings(max_examples=200, deadline=None)
def test_what_scopes_say_together_fits_both(one: Scope, other: Scope) -> None:
    if one.fits(other):
        joined = one.completed(other)
        assert joined.fits(one)
        assert joined.fits(other)
        assert other.fits(one)
