"""Summits, offices, pledges, warming, budgets and coal told in other words than the plainest."""

import warnings
from datetime import date

import pytest

import parley
from parley.checking.assertions import assertions_of
from parley.checking.check import check_assertion
from parley.records.verdict import worst


def _verdict(sentence: str, said: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reading = parley.read_text(sentence, published=date.fromisoformat(said))
    return worst(tuple(check_assertion(each).token for each in assertions_of(reading)))


@pytest.mark.parametrize(
    ("sentence", "token"),
    [
        ("It was in Lima that COP21 was held.", "contradicted"),
        ("It was Madrid that hosted COP26.", "contradicted"),
        ("Marrakech was the venue of COP21 in 2015.", "contradicted"),
        ("The city that hosted COP24 was Bonn.", "contradicted"),
        ("Katowice was where COP24 took place.", "supported"),
        ("COP21 took place at Le Bourget in December 2015.", "supported"),
        ("COP25 was held at the Scottish Event Campus in December 2019.", "contradicted"),
        ("Carbis Bay, where the G7 leaders met in June 2016, is small.", "contradicted"),
        ("The delegates flew to Madrid for COP24 in 2018.", "contradicted"),
    ],
)
def test_a_summit_is_held_against_the_place_however_it_is_named(sentence: str, token: str) -> None:
    assert _verdict(sentence, "2023-05-06") == token


def test_days_alone_bear_out_no_summit_at_a_place_that_is_not_known() -> None:
    assert _verdict("It was in Zzyzx that COP21 gathered in 2015.", "2019-05-06") == "not_checkable"


@pytest.mark.parametrize(
    ("sentence", "said", "token"),
    [
        ("Simon Stiell, who has led the UN climate secretariat since 2022, spoke.", "2024-04-10", "supported"),
        ("Simon Stiell, who has headed UN Climate Change since 2012, spoke.", "2024-04-10", "contradicted"),
        ("In 2021 China's foreign ministry was headed by Wang Yi.", "2022-07-07", "supported"),
        ("In 2021 Japan's environment ministry was led by Toshimitsu Motegi.", "2022-07-07", "contradicted"),
        ("Antony Blinken took over from John Kerry as US climate envoy in 2024.", "2024-05-15", "contradicted"),
    ],
)
def test_whoever_leads_a_body_holds_its_office(sentence: str, said: str, token: str) -> None:
    assert _verdict(sentence, said) == token


@pytest.mark.parametrize(
    ("sentence", "said", "token"),
    [
        ("John Kerry, the US climate envoy, will speak on Monday.", "2024-11-15", "outdated"),
        ("John Kerry, the US climate envoy, told reporters that talks went well.", "2024-08-10", "outdated"),
        ("John Kerry, the US climate envoy, will speak on Monday.", "2022-11-15", "supported"),
        ("US climate envoy John Kerry met him in Beijing in February 2024.", "2024-04-10", "supported"),
    ],
)
def test_an_office_told_as_held_is_outdated_once_it_has_ended(sentence: str, said: str, token: str) -> None:
    assert _verdict(sentence, said) == token


@pytest.mark.parametrize(
    ("sentence", "token"),
    [
        ("Japan now aims for a 46 percent cut from 2013 by 2030, up from 26 percent.", "supported"),
        (
            "Japan would cut emissions by 46 percent from 2013 by 2030, up from the 26 percent pledged in 2015.",
            "supported",
        ),
        (
            "Japan would cut emissions by 46 percent from 2013 by 2030, up from the 36 percent pledged in 2015.",
            "contradicted",
        ),
        ("Japan now aims for a 60 percent cut from 2013 by 2030, up from 26 percent.", "contradicted"),
    ],
)
def test_a_pledge_and_the_one_before_it_are_judged_apart(sentence: str, token: str) -> None:
    assert _verdict(sentence, "2021-06-23") == token


def test_a_condition_does_not_add_to_a_target_year_a_little_off() -> None:
    assert _verdict("Türkiye has committed to net zero by 2055, provided that finance comes.", "2023-12-02") == "close"


@pytest.mark.parametrize(
    ("sentence", "token"),
    [
        ("India's net-zero target of 2070 is two decades behind both the EU and Japan.", "supported"),
        ("India's net-zero target is a decade behind both the EU and China.", "contradicted"),
    ],
)
def test_a_gap_to_both_holds_for_both(sentence: str, token: str) -> None:
    assert _verdict(sentence, "2021-11-03") == token


@pytest.mark.parametrize(
    ("sentence", "said", "token"),
    [
        ("Current policies would heat the planet by 4.5 degrees by 2100, UNEP found.", "2023-12-12", "contradicted"),
        (
            "UNEP's 2022 report found that current policies would warm the planet by 2.8 degrees by 2100.",
            "2022-11-12",
            "supported",
        ),
        ("Humans had warmed the planet by about 1.1 °C in 2010-2019, the IPCC found.", "2021-08-10", "supported"),
        (
            "Human activity had heated the planet by 1.9 degrees in 2010-2019, the IPCC found.",
            "2021-08-10",
            "contradicted",
        ),
    ],
)
def test_warming_is_of_the_years_named_and_never_of_those_of_a_report(sentence: str, said: str, token: str) -> None:
    assert _verdict(sentence, said) == token


@pytest.mark.parametrize(
    ("sentence", "token"),
    [
        ("From 2020 on humanity could release 1,350 gigatonnes and keep an even chance of 2 degrees.", "supported"),
        ("A two-in-three chance of 1.5 °C means no more than 430 GtCO2 from the beginning of 2020.", "close"),
        (
            "The world can emit another 300 GtCO2 from 2020 for a 50 percent chance of staying below 2 °C.",
            "contradicted",
        ),
    ],
)
def test_a_budget_is_read_from_its_chance(sentence: str, token: str) -> None:
    assert _verdict(sentence, "2021-10-12") == token


@pytest.mark.parametrize(
    ("sentence", "token"),
    [
        ("Another 100 GW of coal power in India would emit 400 million tonnes of CO2 a year.", "supported"),
        ("Another 100 GW of coal would emit 60 billion tonnes of CO2 over 40 years.", "contradicted"),
    ],
)
def test_what_new_coal_power_would_emit_is_held_against_our_own_figures(sentence: str, token: str) -> None:
    assert _verdict(sentence, "2022-06-12") == token
