"""Pledges whose holder, year or firmness stands elsewhere: in lists, in the sentence before, in a denial."""

from __future__ import annotations

import pytest

from parley.records import Pledge
from tests.reading.making import read


def pledges(text: str, published: str | None = "2024-05-06") -> list[Pledge]:
    return list(read(text, published).pledges)


def told(text: str) -> set[tuple[str, str, float | None, int | None]]:
    return {(pledge.party, pledge.kind, pledge.high, pledge.target_year) for pledge in pledges(text)}


def test_a_bulleted_list_is_held_by_the_words_above_it() -> None:
    text = (
        "Under the declaration Peru will:\n"
        "- have its emissions peak by 2031;\n"
        "- limit its coal capacity to 12 gigawatts;\n"
        "- get 61 percent of its electricity from renewables by 2034.\n\n"
        "Oil prices fell."
    )
    assert told(text) == {
        ("PER", "peak", None, 2031),
        ("PER", "capacity", 12, None),
        ("PER", "share", 61, 2034),
    }


def test_years_told_respectively_go_to_their_parties() -> None:
    text = "Iceland, Finland and Norway want to be carbon neutral by 2041, 2036 and 2033 respectively."
    assert told(text) == {
        ("ISL", "net_zero", None, 2041),
        ("FIN", "net_zero", None, 2036),
        ("NOR", "net_zero", None, 2033),
    }


def test_sums_told_respectively_go_to_their_parties() -> None:
    text = "Spain, Italy and Greece promised 3 million euros, 4 million euros and 5 million euros respectively."
    assert told(text) == {
        ("ESP", "finance", 3e6, None),
        ("ITA", "finance", 4e6, None),
        ("GRC", "finance", 5e6, None),
    }


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Chile aims for carbon neutrality by 2051, and Kenya has made a similar commitment.", 2051),
        ("Chile promised to be carbon neutral by 2051. Kenya followed with a pledge to do the same by 2061.", 2061),
    ],
)
def test_a_similar_commitment_is_a_pledge_of_its_own(text: str, year: int) -> None:
    assert ("KEN", "net_zero", None, year) in told(text)


def test_a_second_deadline_is_a_second_pledge() -> None:
    found = pledges("Poland is to close its last coal plant by 2041 and by law no later than 2046.")
    assert {(pledge.target_year, pledge.firmness) for pledge in found} == {(2041, "planned"), (2046, "in_law")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya already gets 87% of its electricity from renewables.",
        "Peru approved 31 gigawatts of new coal power in 2022.",
        "Chile relies on coal for about 41% of its electricity.",
        "Ghana's emissions are down, with a decrease of 13% between 2011 and 2021.",
        "Peru has not set a date for net zero.",
        "Peru has no net zero target.",
        "The deal would see Peru shut coal plants early.",
        "Halving emissions in nine years would cost Chile dearly.",
        "A proposal by Ghana to phase out coal was blocked.",
        "Analysts expect Ghana's emissions to peak in 2031.",
        "Peru will export four gigawatts of power by 2031.",
    ],
)
def test_facts_denials_and_hypotheses_are_no_pledges(text: str) -> None:
    assert pledges(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru has reached its target of 14 GW of wind and solar power.",
        "Norway met its goal of cutting emissions 22 percent by 2023.",
    ],
)
def test_a_goal_that_was_reached_is_achieved(text: str) -> None:
    assert [pledge.firmness for pledge in pledges(text)] == ["achieved"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Canada pledged in 2023 to cut emissions 44 percent by 2033.", 2033),
        ("Oman set 2058 as its target date for net zero.", 2058),
        ("Peru will close its coal plants in the first half of the 2040s.", 2045),
        ("Kenya must leave coal if it wants to hold a summit in 2027.", None),
    ],
)
def test_the_year_aimed_at_is_no_other_year(text: str, year: int | None) -> None:
    assert {pledge.target_year for pledge in pledges(text)} == {year}


def test_a_year_of_another_verb_is_not_taken_over() -> None:
    text = "Chile confirmed that it will launch a carbon market in 2027 and announced 21 million dollars for Kenya."
    assert ("CHL", "finance", 21e6, None) in told(text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Donor countries will mobilise $5 billion for Peru.", "DEV"),
        ("The fund has received pledges of $31 million from Norway.", "NOR"),
        ("Germany will support Namibia's hydrogen plans with 41 million euros.", "DEU"),
        ("The $100 billion a year they promised in 2009 never came.", "DEV"),
    ],
)
def test_a_sum_belongs_to_those_who_pay_it(text: str, party: str) -> None:
    assert {pledge.party for pledge in pledges(text)} == {party}


def test_what_a_deal_is_worth_is_no_promise_of_its_receiver() -> None:
    assert pledges("Peru may not finish the plan for its $5.1 billion energy deal in time.") == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Samoa calls on big emitters to halve their emissions by 2031.", "WLD"),
        ("The envoy called for rich countries to phase out coal by 2031.", "DEV"),
        ("Ghana has faced pressure from Paris to end its use of coal by 2031.", "GHA"),
        ("Kenya urged Peru to set a net-zero date.", "PER"),
    ],
)
def test_those_who_are_asked_are_found(text: str, party: str) -> None:
    assert [(pledge.party, pledge.firmness) for pledge in pledges(text)] == [(party, "urged")]


@pytest.mark.parametrize(
    "text",
    [
        "Countries agreed to triple renewable energy capacity by 2031 at the summit.",
        "More than 130 nations pledged to triple renewable power by 2031.",
    ],
)
def test_unnamed_countries_are_the_world(text: str) -> None:
    assert told(text) == {("WLD", "capacity", 3, 2031)}


def test_a_dateline_is_no_subject() -> None:
    text = "LIMA, Peru -- A group of wealthy countries will raise $21 billion for clean power, officials said."
    assert {pledge.party for pledge in pledges(text)} == {"DEV"}


def test_the_ministers_of_a_group_are_the_group() -> None:
    text = (
        "An agreement by G7 ministers was reached. The ministers promised to decarbonise their power sectors by 2036."
    )
    assert [(pledge.party, pledge.kind, pledge.about) for pledge in pledges(text)] == [("G7", "other", "power")]
