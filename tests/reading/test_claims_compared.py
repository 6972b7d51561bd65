"""Orders, comparisons, rises and falls that no figure tells: read by what is compared, whatever the syntax."""

from __future__ import annotations

import pytest

from parley.records import Claim
from tests.reading.making import read


def claims(text: str) -> list[Claim]:
    return list(read(text, "2023-11-20").claims)


def only(text: str) -> Claim:
    found = claims(text)
    assert len(found) == 1, [(c.subject, c.measure, c.low, c.about, c.quote.exact) for c in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "subject", "about", "comparator"),
    [
        ("Gas produced more of Peru's electricity than coal in 2021.", "PER", "gas_over_coal", ">"),
        ("In Chile wind yielded less power than the sun in 2021.", "CHL", "wind_over_solar", "<"),
        ("Peru gets more electricity from hydropower than from wind.", "PER", "hydro_over_wind", ">"),
        ("Wind eclipsed coal in Chile's electricity mix.", "CHL", "wind_over_coal", ">"),
        (
            "Reactors generate more of Peru's electricity than all other sources combined.",
            "PER",
            "nuclear_over_rest",
            ">",
        ),
        ("Coal is Peru's main source of electricity.", "PER", "coal_over_others", ">"),
    ],
)
def test_sources_of_power_are_held_against_each_other(text: str, subject: str, about: str, comparator: str) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.against) == ("ratio", subject, (subject,))
    assert (claim.about, claim.comparator, claim.low) == (about, comparator, None)


@pytest.mark.parametrize(
    "text",
    [
        "Solar power is cheaper than coal power in Peru.",
        "Wind is more popular than coal in Peru's electricity debate.",
        "Peru built more wind than coal capacity, the electricity ministry said.",
    ],
)
def test_what_sources_cost_or_how_they_are_liked_is_no_comparison_of_power(text: str) -> None:
    assert not [claim for claim in claims(text) if "_over_" in (claim.about or "")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Coal's share of Peruvian electricity dwindled between 2010 and 2020.",
            [("PER", "coal_electricity_share", "down")],
        ),
        ("Chile's coal fleet grew between 2015 and 2021.", [("CHL", "coal_capacity", "up")]),
        ("Peru's population rose between 2010 and 2021.", [("PER", "population", "up")]),
        (
            "Peru lowered its CO2 between 2005 and 2021; in Chile and Kenya it rose.",
            [("PER", "emissions", "down"), ("CHL", "emissions", "up"), ("KEN", "emissions", "up")],
        ),
        (
            "Between 2005 and 2021 Peru's emissions fell, and so did Chile's.",
            [("PER", None, "down"), ("CHL", None, "down")],
        ),
    ],
)
def test_rises_and_falls_without_a_figure_are_of_whatever_moved(
    text: str, told: list[tuple[str, str | None, str]]
) -> None:
    assert [(claim.subject, claim.about, claim.direction) for claim in claims(text)] == told
    assert {claim.measure for claim in claims(text)} == {"change"}


@pytest.mark.parametrize(
    "text",
    [
        "The price of coal power in Peru rose between 2019 and 2021.",
        "Support for nuclear power in Peru fell between 2010 and 2012.",
        "Peru wants its emissions to have fallen between 2020 and 2030.",
    ],
)
def test_what_there_are_no_figures_of_does_not_rise_or_fall(text: str) -> None:
    assert not [claim for claim in claims(text) if claim.measure == "change"]


@pytest.mark.parametrize(
    ("text", "subject", "against", "comparator"),
    [
        ("In 2021 Peru's CO2 was level with Chile's.", "PER", ("CHL",), "~"),
        ("In CO2 per head Peru was on a par with Chile in 2021.", "PER", ("CHL",), "~"),
        ("Of Peru and Chile, Chile emits more CO2.", "CHL", ("PER",), ">"),
        ("The bigger of the two emitters, Peru and Chile, is Peru.", "PER", ("CHL",), ">"),
        ("Per inhabitant, Peru was well behind Chile in CO2 in 2021.", "PER", ("CHL",), "<"),
        ("Peru's emissions eclipse those of Chile.", "PER", ("CHL",), ">"),
    ],
)
def test_two_are_compared_in_any_syntax(text: str, subject: str, against: tuple[str, ...], comparator: str) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.against, claim.comparator) == ("ratio", subject, against, comparator)


@pytest.mark.parametrize(
    ("text", "subject", "place", "unit"),
    [
        ("Among single nations Peru comes second only to Chile in CO2.", "PER", 2, "rank"),
        ("In CO2 only Peru outdoes Chile.", "CHL", 2, "rank"),
        ("Peru's CO2 was matched by no other country.", "PER", 1, "rank"),
        ("None of the EU's other 26 members matched France in CO2.", "FRA", 1, "rank in EUU"),
        ("France leads the European Union's members in CO2.", "FRA", 1, "rank in EUU"),
        ("Nobody in Europe has a bigger economy than France.", "FRA", 1, "rank in europe"),
    ],
)
def test_places_are_read_from_who_outdoes_whom(text: str, subject: str, place: int, unit: str) -> None:
    claim = only(text)
    assert (claim.subject, claim.low, claim.unit) == (subject, place, unit)


def test_a_place_that_is_only_expected_is_none() -> None:
    assert not claims("Peru will overtake Chile as the biggest emitter by the 2040s.")


@pytest.mark.parametrize(
    "text",
    [
        "A citizen of Peru emits more CO2 than a citizen of Chile.",
        "In 2021 one Peruvian resident was answerable for ten times the CO2 of one Chilean.",
        "Head for head, Peru out-pollutes Chile.",
    ],
)
def test_one_person_for_another_is_emissions_per_head(text: str) -> None:
    assert only(text).about == "per_capita"


@pytest.mark.parametrize(
    ("text", "low", "unit", "against"),
    [
        ("Peru's CO2 in 2021 was 3 times the Chilean figure.", 3, "times", ("CHL",)),
        ("Peru emits half as much again of CO2 as Chile.", 1.5, "times", ("CHL",)),
        ("Peruvians emit less than half the global mean of CO2 per head.", 50, "%", ("WLD",)),
    ],
)
def test_multiples_are_of_what_another_has(text: str, low: float, unit: str, against: tuple[str, ...]) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.low, claim.unit, claim.against) == ("ratio", "PER", low, unit, against)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Peru generates no electricity from nuclear reactors.", "electricity_share"),
        ("Peru has no nuclear power.", "electricity_share"),
        ("Peru produces no coal power at all.", "coal_share"),
        ("Peru gets none of its electricity from wind.", "renewables"),
    ],
)
def test_power_there_is_none_of_is_a_share_of_nothing(text: str, measure: str) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.low) == (measure, "PER", 0)
    assert (claim.high or 0.0) < 1


def test_wishes_and_plans_are_no_power_there_is_none_of() -> None:
    assert not [c for c in claims("Peru has no plans for new nuclear reactors.") if c.measure == "electricity_share"]


def test_somebody_in_a_country_is_not_the_country() -> None:
    assert only("Peruvian bakers emit more CO2 than Chilean ones.").about == "bakers"


def test_a_second_comparison_that_leaves_than_out_is_one_of_its_own() -> None:
    found = claims("Peru has fewer inhabitants than Chile but emits more CO2 per head.")
    assert [(claim.about, claim.comparator) for claim in found] == [("population", "<"), ("per_capita", ">")]


def test_the_day_of_a_speech_is_not_the_year_of_its_figure() -> None:
    claim = only("Peru's emissions have been cut by half since 2000, the delegate told the plenary in December 2022.")
    assert (claim.measure, claim.base_year, claim.year) == ("change", 2000, None)


def test_a_comparison_behind_a_figure_is_of_that_figure() -> None:
    first, second, _ = claims(
        "Peru had emitted about 80 billion tonnes of fossil CO2 by 2021, more than Chile's 63 billion."
    )
    assert "cumulative" in {first.measure, second.measure}
    assert "cumulative" in {first.about, second.about}


def test_a_country_without_coal_plants_runs_none() -> None:
    claim = only("Peru no longer runs a single coal-fired power plant.")
    assert (claim.measure, claim.subject, claim.low, claim.unit) == ("coal_capacity", "PER", 0, "GW")
