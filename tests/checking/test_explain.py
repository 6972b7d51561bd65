"""The one sentence that says why."""

from __future__ import annotations

from datetime import date

import pytest

from parley.checking.assertion import Assertion
from parley.checking.wording import figure_words, ordinal, party_words, span_words
from tests.checking.making import SEPTEMBER_2021, check, claim, share

REASONS: list[tuple[Assertion, str]] = [
    (
        share("CHN", 60.0, gas="CO2", basis="fossil"),
        "China's share of the world's emissions was 28.9 to 31.1 % in 2019 (2 accounts, such as CO2 of fossil fuels "
        "and industry; Global Carbon Budget (2024)); it would be right as 28.9 %.",
    ),
    (
        share("CHN", 28.9, gas="GHG", basis="excl_lulucf"),
        "True only on another basis: China's share of the world's emissions was 28.9 % in 2019 (CO2 of fossil fuels "
        "and industry; Global Carbon Budget (2024)); as the words have it, China's share of the world's emissions was "
        "26.5 to 27.8 % in 2019 (2 accounts, such as all greenhouse gases without land use (AR5); EDGAR "
        "(EDGAR_2024_GHG)).",
    ),
    (
        claim("rank_emitter", "USA", 1, unit="rank", gas="CO2", basis="fossil", said=SEPTEMBER_2021),
        "It was so earlier: the United States was first among emitters in 2005 (CO2 of fossil fuels and industry, each "
        "country by itself; Global Carbon Budget (2024)), but the United States was second among emitters in 2019 (CO2 "
        "of fossil fuels and industry, each country by itself; Global Carbon Budget (2024)).",
    ),
    (
        claim("ratio", "CHN", 2.3, unit="times", against=("USA",), gas="GHG", basis="excl_lulucf", year=2019),
        "China's emissions were 2.30 times those of the United States in 2019 (all greenhouse gases without land use "
        "(AR5); EDGAR (EDGAR_2024_GHG)); on other bases it is 2.11 times.",
    ),
    (
        claim("change", "GBR", 42.1, unit="%", direction="down", base_year=1990, year=2019, gas="GHG"),
        "The United Kingdom's emissions fell by 42.1 % from 1990 to 2019 (all greenhouse gases without land use (AR5); "
        "EDGAR (EDGAR_2024_GHG)); on other bases it is -43.1 to -40.6 %.",
    ),
    (
        claim("rank_economy", "JPN", 3, unit="rank", said=date(2020, 1, 1), basis="market"),
        "True when said, as Japan was third among economies in 2018 (market exchange rates, each country by itself; "
        "World Bank, GDP (current US$)), but no longer: Japan was fourth among economies in 2024.",
    ),
    (
        share("IND", 120.0, gas="CO2", basis="fossil"),
        "No share is above 100 %, and this one is 120 %; India's share of the world's emissions was 6.68 to 7.04 % in "
        "2019 (2 accounts, such as CO2 of fossil fuels and industry; Global Carbon Budget (2024)); it would be right "
        "as 7.04 %.",
    ),
]


@pytest.mark.parametrize(("assertion", "reason"), REASONS)
def test_a_reason_names_figure_year_basis_and_source(assertion: Assertion, reason: str) -> None:
    assert check(assertion).reason == reason


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (27.84, "%", "27.8 %"),
        (6.6, "%", "6.60 %"),
        (14275.5, "MtCO2e (AR5GWP100)", "14.3 GtCO2e"),
        (440.6, "MtCO2", "441 MtCO2"),
        (1.411e9, "people", "1.41 billion people"),
        (17.82e12, "USD", "17.8 trillion USD"),
        (1108.9, "GW", "1,109 GW"),
        (9.9, "tCO2/person", "9.90 tCO2/person"),
        (1.004, "times", "1.004 times"),
        (2.0, "rank", "second"),
        (11.0, "rank", "11th"),
        (-2.5, "pp", "-2.50 percentage points"),
    ],
)
def test_figures_are_written_as_people_write_them(value: float, unit: str, words: str) -> None:
    assert figure_words(value, unit) == words


def test_spans_name_their_unit_once() -> None:
    assert span_words(23.9, 28.9, "%") == "23.9 to 28.9 %"
    assert span_words(28.9, 28.9, "%") == "28.9 %"
    assert span_words(900.0, 14000.0, "MtCO2") == "900 MtCO2 to 14.0 GtCO2"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("CHN", "China"),
        ("USA", "the United States"),
        ("WLD", "the world"),
        ("CHN+USA", "China and the United States"),
        ("CHN+USA+EUU", "China, the United States and the European Union"),
    ],
)
def test_parties_are_named_with_their_article(code: str, name: str) -> None:
    assert party_words(code) == name


def test_places_count_on_after_the_tenth() -> None:
    assert [ordinal(place) for place in (1, 3, 10, 12, 21, 102, 111)] == [
        "first",
        "third",
        "tenth",
        "12th",
        "21st",
        "102nd",
        "111th",
    ]
