"""Places and days of summits, terms of office, outlooks, budgets and money, in the words that people use for them."""

from __future__ import annotations

import pytest

from tests.checking.making import said_token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2024-12-01", "Next year's conference, COP30, will meet in the Amazonian port city of Belém.", "supported"),
        ("2025-06-01", "Rio de Janeiro will host COP30.", "contradicted"),
        ("2023-12-20", "Delegates left COP28, held in the Azerbaijani capital of Baku, with a deal.", "contradicted"),
        ("2021-02-18", "Governments tightened the transparency rules at COP24 in Berlin.", "contradicted"),
        ("2018-01-05", "COP22 took place in the Moroccan city of Marrakesh.", "supported"),
        ("2022-03-01", "The twenty-sixth Conference of the Parties met in Glasgow.", "supported"),
        ("2022-03-01", "The twenty-first Conference of the Parties met in Lima.", "contradicted"),
        ("2016-01-10", "The 2015 UN climate conference was held in Copenhagen.", "contradicted"),
        ("2024-12-15", "Azerbaijan, host of COP29, is a large exporter of gas.", "supported"),
        ("2024-12-15", "Georgia hosted COP29.", "contradicted"),
        ("2023-09-20", "Mumbai was the venue of this year's G20 summit.", "contradicted"),
        ("2022-12-10", "Marrakesh was where the nations gathered for COP27 in November 2022.", "contradicted"),
        ("2023-01-10", "Egypt's capital, venue of last November's COP27, is full of cars.", "contradicted"),
        ("2022-06-01", "COP25 was held in Madrid instead of Santiago.", "supported"),
        ("2022-03-01", "Leaders of the G20 gathered in Rome at the end of October 2021.", "supported"),
        ("2022-03-01", "In early October 2021 the G20 met in Rome.", "close"),
        ("2025-06-03", "Belém will host COP30 in November 2025, a year after Baku staged COP29.", "supported"),
        ("2021-10-01", "Ministers discussed COP26 in Milan on Thursday.", "not_checkable"),
    ],
)
def test_a_summit_is_known_by_any_words_for_its_place_and_days(said: str, sentence: str, token: str) -> None:
    assert said_token(sentence, said) == token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2020-03-01", "Jean-Claude Juncker led the Commission until 2019.", "supported"),
        ("2020-03-01", "Jean-Claude Juncker led the European Commission until 2018.", "close"),
        ("2020-03-01", "Jean-Claude Juncker led the European Commission until 2014.", "contradicted"),
        ("2023-03-01", "Ursula von der Leyen has been president of the European Commission since 2017.", "close"),
        ("2022-09-01", "From 2016 to 2022 Patricia Espinosa was the executive secretary of the UNFCCC.", "supported"),
        (
            "2022-09-01",
            "From 2010 to 2016 Patricia Espinosa was the executive secretary of the UNFCCC.",
            "contradicted",
        ),
        ("2022-08-01", "Xi Jinping, China's president since 2013, promised neutrality.", "supported"),
        ("2025-03-01", "Lee Zeldin heads the EPA.", "supported"),
        ("2024-06-01", "Sultan Al Jaber presided over COP28.", "supported"),
        ("2024-06-01", "Sultan Al Jaber presided over COP27.", "contradicted"),
        ("2023-02-01", "As Japan's environment minister in 2020, Shinjiro Koizumi called for wind.", "supported"),
        ("2023-02-01", "As Japan's foreign minister in 2020, Shinjiro Koizumi called for wind.", "contradicted"),
        ("2021-03-01", "Simon Stiell, the UN's climate chief, asked for more ambition.", "contradicted"),
        ("2021-06-01", "Kwasi Kwarteng, the British business secretary, opened the plant.", "supported"),
        (
            "2022-10-11",
            "Patricia Espinosa, then head of the UN climate secretariat, praised the Glasgow pact.",
            "supported",
        ),
        (
            "2022-10-11",
            "Christiana Figueres, then head of the UN climate secretariat, praised the Glasgow pact.",
            "contradicted",
        ),
        ("2022-05-17", "John Kerry is the US climate envoy, a post he has held since early 2021.", "supported"),
        ("2023-05-09", "The executive secretary of the UN climate convention, Patricia Espinosa, spoke.", "outdated"),
    ],
)
def test_a_term_of_office_is_known_by_its_ends_and_its_body(said: str, sentence: str, token: str) -> None:
    assert said_token(sentence, said) == token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        (
            "2023-11-25",
            "On present policies the world is headed for 3 °C, by UNEP's 2023 Emissions Gap Report.",
            "supported",
        ),
        (
            "2023-11-25",
            "On present policies the world is headed for 4 °C, by UNEP's 2023 Emissions Gap Report.",
            "contradicted",
        ),
        (
            "2021-11-20",
            "If every promise were kept the world would warm by 1.3 degrees, according to the IEA.",
            "contradicted",
        ),
        (
            "2021-11-20",
            "If all pledges were honoured, warming could be limited to 1.8 degrees, the IEA said.",
            "supported",
        ),
        ("2023-05-01", "In May 2021 CAT estimated that current policies would lead to 2.9 degrees.", "supported"),
        (
            "2021-11-20",
            "In November 2021 Climate Action Tracker put warming on current policies at 2.9 degrees.",
            "close",
        ),
        ("2024-03-01", "UNEP's Emissions Gap Report of 2023 has pledges leading to 2.5 to 2.9 degrees.", "supported"),
        (
            "2025-12-01",
            "National plans would limit warming to 2.3 to 2.5 °C, UNEP's Emissions Gap Report 2025 finds.",
            "supported",
        ),
    ],
)
def test_an_outlook_is_judged_by_the_report_that_is_quoted(said: str, sentence: str, token: str) -> None:
    assert said_token(sentence, said) == token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2021-09-01", "The planet has already warmed by 1.3 degrees.", "close"),
        ("2025-02-01", "Copernicus put 2024 at 1.6 degrees above pre-industrial times.", "supported"),
        ("2025-02-01", "Copernicus put 2024 at 1.2 degrees above pre-industrial times.", "contradicted"),
        ("2021-09-01", "The IPCC found in August 2021 that humans have warmed the climate by 1.07 °C.", "supported"),
        ("2025-06-30", "Temperatures in the decade to 2024 were 1.24 °C above those of 1850-1900.", "supported"),
    ],
)
def test_warming_so_far_is_no_single_year_unless_it_is_named(said: str, sentence: str, token: str) -> None:
    assert said_token(sentence, said) == token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2022-05-01", "The budget for a 60 % chance of 1.5 °C was 450 billion tonnes of CO2 from 2020.", "close"),
        (
            "2022-05-01",
            "The budget for a 60 % chance of 1.5 °C was 900 billion tonnes of CO2 from 2020.",
            "contradicted",
        ),
        (
            "2022-05-01",
            "The carbon budget for a 50 % chance of 1.5 °C is 900 billion tonnes from 2020.",
            "contradicted",
        ),
        ("2024-07-01", "At present rates the budget for 1.5 °C will be used up in about five years.", "supported"),
        ("2024-07-01", "At present rates the budget for 1.5 °C will last another 25 years.", "contradicted"),
        (
            "2025-12-01",
            "The Global Carbon Budget 2025 leaves 170 billion tonnes of CO2 for an even chance of 1.5 °C.",
            "supported",
        ),
    ],
)
def test_a_budget_is_judged_by_the_chance_that_is_named(said: str, sentence: str, token: str) -> None:
    assert said_token(sentence, said) == token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2023-02-01", "Wealthy nations delivered $83.3bn of the promised $100bn in 2020.", "supported"),
        ("2023-02-01", "Climate finance provided by rich nations in 2020 came to 120 billion dollars.", "contradicted"),
        ("2024-09-01", "Rich countries met their promise of 100 billion dollars a year in 2022.", "supported"),
        (
            "2022-12-01",
            "In 2020 the rich world kept its promise of 100 billion dollars a year in climate finance.",
            "contradicted",
        ),
        ("2022-09-01", "South Africa was offered $8.5 billion at COP26 to wean itself off coal.", "supported"),
        ("2022-09-01", "South Africa was offered $15 billion at COP26 to wean itself off coal.", "contradicted"),
    ],
)
def test_money_is_judged_by_what_came_of_the_promise(said: str, sentence: str, token: str) -> None:
    assert said_token(sentence, said) == token
