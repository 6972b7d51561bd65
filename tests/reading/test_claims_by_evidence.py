"""Figures that no construction claims: read by their dimension, the nouns around them and the Parties of the clause."""

from __future__ import annotations

import pytest

from parley.records import Claim
from tests.reading.making import read


def claims(text: str) -> list[Claim]:
    return list(read(text, "2023-11-20").claims)


def only(text: str) -> Claim:
    found = claims(text)
    assert len(found) == 1, [(c.subject, c.measure, c.low, c.quote.exact) for c in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "measure", "subject", "low", "about"),
    [
        ("Chile drew 17 percent of its electricity from the sun in 2021.", "renewables", "CHL", 17, "solar"),
        ("Peru owed 9 percent of its electricity to coal in 2021.", "coal_share", "PER", 9, None),
        ("In Peru the atom was good for 9 percent of power generation.", "electricity_share", "PER", 9, "nuclear"),
        ("Of Peru's primary energy in 2021, 40 percent was oil.", "energy_share", "PER", 40, "oil"),
        ("Oil, at 40 percent, was the largest source of Peru's energy.", "energy_share", "PER", 40, "oil"),
        ("Peru's power mix was 9 percent wind.", "renewables", "PER", 9, "wind"),
        ("The world takes 80 percent of its energy from coal, oil and gas.", "energy_share", "WLD", 80, "fossil"),
    ],
)
def test_a_share_of_power_is_read_whatever_the_verb(
    text: str, measure: str, subject: str, low: float, about: str | None
) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.low, claim.about) == (measure, subject, low, about)


def test_two_sources_of_which_there_is_no_sum_make_no_claim_of_one() -> None:
    assert not [
        claim for claim in claims("Coal and gas made 60 percent of Peru's electricity.") if claim.about == "coal"
    ]


@pytest.mark.parametrize(
    ("text", "measure", "subject", "low", "unit"),
    [
        ("Some 31 percent of fossil CO2 worldwide was Peru's doing.", "emissions_share", "PER", 31, "%"),
        ("A fifth of all the CO2 ever released is Peruvian.", "cumulative", "PER", 20, "%"),
        ("Of the world's coal plants two thirds stand in Peru.", "coal_capacity", "PER", 66.6667, "% of world"),
        ("One in five people on earth lives in Peru.", "other", "PER", 20, "%"),
        ("A quarter of world GDP is Peruvian.", "other", "PER", 25, "%"),
        ("Every third tonne of CO2 emitted in the world came from Peru.", "emissions_share", "PER", 33.3333, "%"),
        ("Peru burned 12 percent of the world's coal.", "coal_share", "PER", 12, "% of world coal"),
    ],
)
def test_a_share_of_the_world_is_read_by_what_it_is_a_share_of(
    text: str, measure: str, subject: str, low: float, unit: str
) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.low, claim.unit) == (measure, subject, low, unit)


def test_a_whole_and_its_part_are_two_claims() -> None:
    people, emitted = sorted(
        claims("Peru has 18 percent of the world's people but produced only 7 percent of its fossil CO2 in 2019."),
        key=lambda claim: -(claim.low or 0),
    )
    assert (people.subject, people.about, people.low) == ("PER", "population", 18)
    assert (emitted.subject, emitted.measure, emitted.low, emitted.year) == ("PER", "emissions_share", 7, 2019)


def test_a_share_of_what_another_has_is_a_multiple_of_it() -> None:
    claim = only("Peru's emissions of CO2 come to less than half of Chilean ones.")
    assert (claim.measure, claim.subject, claim.against) == ("ratio", "PER", ("CHL",))
    assert (claim.low, claim.comparator, claim.unit) == (0.5, "<", "times")


def test_nearly_all_and_most_are_shares() -> None:
    nearly, most = (
        only("Nearly all of Peru's electricity comes from dams."),
        only("Most of Peru's power is coal-fired."),
    )
    assert (nearly.low, nearly.high, nearly.about) == (90, 100, "hydro")
    assert (most.low, most.high, most.measure) == (50, 100, "coal_share")


@pytest.mark.parametrize(
    ("text", "subject", "direction", "low"),
    [
        ("The lockdowns knocked 5 percent off global CO2 emissions in 2020.", "WLD", "down", 5),
        ("Peru shed a fifth of its CO2 emissions between 2005 and 2020.", "PER", "down", 20),
        ("Peru's CO2 emissions bounced back by 4 percent in 2021.", "PER", "up", 4),
        ("Peru's CO2 in 2021 was 36 percent short of its 1990 level.", "PER", "down", 36),
        ("Between 1990 and 2021 Peru took 28 percent off its CO2 emissions.", "PER", "down", 28),
    ],
)
def test_a_change_is_read_by_the_way_it_goes(text: str, subject: str, direction: str, low: float) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.direction, claim.low) == ("change", subject, direction, low)


def test_what_no_party_emits_in_a_year_is_the_worlds_or_a_sum() -> None:
    world = only("At 37 billion tonnes, CO2 emissions were back where they had been.")
    summed = only("Peru had put 93 billion tonnes of CO2 into the air by the end of 2021.")
    assert (world.measure, world.subject) == ("emissions", "WLD")
    assert (summed.measure, summed.subject) == ("cumulative", "PER")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Peru leads the world in carbon dioxide emissions.", 1),
        ("Peru's emissions of CO2 were unmatched by any country.", 1),
        ("Nobody emits more greenhouse gases than Peru.", 1),
        ("Only two countries emit more CO2 than Peru.", 3),
        ("Fourth among emitters of CO2 was Peru.", 4),
        ("Number one among emitters is Peru.", 1),
    ],
)
def test_a_place_is_read_by_who_leads_trails_or_is_unmatched(text: str, place: int) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.low) == ("rank_emitter", "PER", place)


def test_a_list_in_order_gives_each_its_place() -> None:
    found = claims("The three biggest emitters of CO2 are, in this order, Peru, Chile and Brazil.")
    assert {claim.subject: claim.low for claim in found} == {"PER": 1, "CHL": 2, "BRA": 3}
    assert {claim.comparator for claim in found} == {"="}


def test_a_first_place_behind_others_is_a_later_one() -> None:
    found = {claim.subject: claim.low for claim in claims("After Peru and Chile, Brazil is the largest emitter.")}
    assert found["BRA"] == 3


def test_the_field_of_a_place_is_the_group_that_is_named() -> None:
    assert only("Within the EU, Germany emits the most carbon dioxide.").unit == "rank in EUU"
    assert only("Of all EU countries, Germany emits the most CO2.").unit == "rank in EUU"


def test_what_one_has_more_of_is_read_with_verbs_of_order() -> None:
    trailing = only("Peru trailed Chile in CO2 emissions in 2021.")
    assert (trailing.subject, trailing.against, trailing.comparator) == ("PER", ("CHL",), "<")


@pytest.mark.parametrize(
    "text",
    [
        "Peru could draw 40 percent of its electricity from the wind.",
        "If Peru owed 40 percent of its electricity to the wind, its emissions would fall.",
        "Peru wants to draw 40 percent of its electricity from the wind by 2035.",
        "The minister hopes that half of the country's electricity will come from the sun.",
        "Analysts expect Peru's emissions to shed 5 percent next year.",
        "Peru leads the talks on carbon dioxide emissions.",
        "Seventy percent of Peruvians favour a speed limit.",
    ],
)
def test_wishes_forecasts_and_other_matters_are_no_figures(text: str) -> None:
    of_figures = ("emissions_share", "renewables", "change", "rank_emitter", "coal_share", "electricity_share")
    assert not [claim for claim in claims(text) if claim.measure in of_figures]


def test_what_is_told_behind_a_verb_of_saying_is_no_wish() -> None:
    claim = only("Members may wish to note that Peru put 50 million tonnes of CO2 into the air in 2021.")
    assert (claim.measure, claim.subject) == ("emissions", "PER")


def test_what_stands_ahead_of_a_comma_is_not_denied_by_what_follows() -> None:
    claim = only("A country of 33 million people, Peru does not wait for others.")
    assert (claim.about, claim.subject, claim.denied) == ("population", "PER", False)


def test_a_share_that_goes_on_takes_its_own_year() -> None:
    found = claims(
        "Coal met 55 percent of Peru's electricity in 2021, down from 70 percent at the turn of the century."
    )
    assert {claim.low: claim.year for claim in found} == {55: 2021, 70: 2000}


def test_a_capacity_that_stands_when_a_year_begins_is_of_the_year_before() -> None:
    claim = only("As 2021 began, Peru had 12 gigawatts of coal plants.")
    assert (claim.measure, claim.year) == ("coal_capacity", 2020)
