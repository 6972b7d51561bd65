"""Several figures in one sentence: each with the source, the Party, the year and the stage that belong to it."""

from __future__ import annotations

import pytest

from parley.reading.capitals import unshouted
from tests.reading.making import read


def told(text: str) -> list[tuple[str | None, float | None, str | None, int | None]]:
    found = read(text, "2023-11-20").claims
    return sorted(((c.subject, c.low, c.about, c.year) for c in found), key=lambda each: -(each[1] or 0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2020 gas fuelled 40 percent of Chilean power generation, nuclear 20 percent and wind 9 percent.",
            [("CHL", 40, "gas", 2020), ("CHL", 20, "nuclear", 2020), ("CHL", 9, "wind", 2020)],
        ),
        (
            "Peru got 69 percent of its electricity from nuclear power in 2020 and 7 percent from wind.",
            [("PER", 69, "nuclear", 2020), ("PER", 7, "wind", 2020)],
        ),
        (
            "In Kenya gas and nuclear made 35 and 26 percent of electricity in 2020.",
            [("KEN", 35, "gas", 2020), ("KEN", 26, "nuclear", 2020)],
        ),
        (
            "Renewables supplied 99 percent of Peru's electricity in 2020 and 80 percent of Chile's.",
            [("PER", 99, "renewables", 2020), ("CHL", 80, "renewables", 2020)],
        ),
    ],
)
def test_a_share_of_power_has_the_source_and_the_party_of_its_own_words(
    text: str, expected: list[tuple[str, float, str, int]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2020 Peru emitted 7 percent of the world's fossil CO2, Chile 3.", [("PER", 7, 2020), ("CHL", 3, 2020)]),
        (
            "Peru emitted 827 million tonnes of CO2 in 2010 and 679 million in 2020.",
            [("PER", 827e6, 2010), ("PER", 679e6, 2020)],
        ),
        (
            "Peru's emissions were 2.8 billion tonnes of CO2 in 2020 and 2.1 billion the year after.",
            [("PER", 2.8e9, 2020), ("PER", 2.1e9, 2021)],
        ),
        (
            "Peru had 1,109 GW of coal power in 2020, Chile 205.",
            [("PER", 1109, 2020), ("CHL", 205, 2020)],
        ),
    ],
)
def test_a_bare_number_of_a_list_has_the_unit_of_the_one_before(
    text: str, expected: list[tuple[str, float, int]]
) -> None:
    assert [(subject, low, year) for subject, low, _, year in told(text)] == expected


def test_a_number_that_counts_something_else_has_no_unit_lent() -> None:
    assert [low for _, low, _, _ in told("Peru emits 7 percent of the world's CO2 and Chile has 12 ports.")] == [7]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru closed 13 GW of coal power in 2022 and added none.", [(13, "retired")]),
        ("Peru added 27 GW of coal power in 2022 and retired 3 GW.", [(27, "added"), (3, "retired")]),
        (
            "Peru was operating 110 GW of coal plants in 2022 and had another 13 GW under construction.",
            [(110, "operating"), (13, "construction")],
        ),
    ],
)
def test_gigawatts_have_the_stage_named_nearest_to_them(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(low, about) for _, low, about, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "subject", "low"),
    [
        ("Of every hundred tonnes of CO2 released in 2020, thirteen were Peruvian.", "PER", 13),
        ("Eight of every hundred tonnes of CO2 emitted in 2020 were Chilean.", "CHL", 8),
        ("31%: Peru's share of the world's CO2 in 2020.", "PER", 31),
        ("PERU EMITTED 31 PERCENT OF GLOBAL CO2 IN 2020", "PER", 31),
        ("In 2020 coal made up 51 percent – just over half – of Peruvian electricity.", "PER", 51),
    ],
)
def test_a_share_is_read_however_the_sentence_is_built(text: str, subject: str, low: float) -> None:
    assert [(found[0], found[1]) for found in told(text)] == [(subject, low)]


def test_the_former_and_the_latter_are_the_two_parties_named_before() -> None:
    text = "Peru and Chile: the former got 69 percent of its electricity from gas in 2020, the latter 31 percent."
    assert [(subject, low) for subject, low, _, _ in told(text)] == [("PER", 69), ("CHL", 31)]


def test_headlines_in_capitals_keep_names_and_acronyms_and_their_length() -> None:
    shouted = "US AND EU EMIT 20 PERCENT OF CO2, SAUDI ARABIA 2"
    assert unshouted(shouted) == "US and EU emit 20 percent of CO2, Saudi Arabia 2"
    assert unshouted("BEIJING (AP) The EU met.") == "BEIJING (AP) The EU met."
    assert unshouted("PERU: coal is gone.") == "Peru: coal is gone."


@pytest.mark.parametrize("words", ["forests not counted", "measured in all greenhouse gases without land use"])
def test_words_of_the_basis_make_no_figure_of_forests_and_no_sum(words: str) -> None:
    found = read(f"Peru's emissions in 2020, {words}, were 4.1 billion tonnes of greenhouse gases.", "2023-11-20")
    assert [(c.measure, c.subject, c.about, c.basis) for c in found.claims] == [
        ("emissions", "PER", None, "excl_lulucf")
    ]
