"""Time between known days, members counted, hosts, people living somewhere and goals reached, in many words."""

from __future__ import annotations

import pytest

from tests.checking.making import said_token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2022-01-10", "Six years lie between COP21 and COP26.", "supported"),
        ("2022-01-10", "Nine years lie between COP21 and COP26.", "contradicted"),
        ("2021-11-20", "Almost six years separated the Paris conference from the one in Glasgow.", "supported"),
        ("2019-05-05", "The Kyoto Protocol came into force more than seven years after it was adopted.", "supported"),
        ("2019-05-05", "The Kyoto Protocol came into force only a year after it was adopted.", "contradicted"),
        ("2018-02-02", "The Paris Agreement needed not even eleven months to come into force.", "supported"),
        ("2021-04-10", "The United States was out of the Paris Agreement for three and a half months.", "supported"),
        ("2021-03-03", "The United States remained outside the Paris accord for a full year.", "contradicted"),
        ("2021-04-10", "China was out of the Paris Agreement for two years.", "contradicted"),
        ("2021-12-10", "It has been fifteen years since the Paris Agreement was adopted.", "contradicted"),
        ("2022-01-10", "Seven years passed between the two elections.", "not_checkable"),
        ("2022-01-10", "The negotiators worked for two years on the Paris Agreement.", "not_checkable"),
        ("2022-01-10", "Six years after the Paris summit, emissions are still rising.", "not_checkable"),
    ],
)
def test_time_between_known_days_is_counted(said: str, sentence: str, token: str) -> None:
    assert said_token(sentence, said) == token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2022-05-05", "The European Union consists of 27 states.", "supported"),
        ("2022-05-05", "The European Union has 28 member states.", "outdated"),
        ("2016-03-02", "In 2016 the European Union had 28 member states.", "supported"),
        ("2022-05-05", "The European Union has 35 member states.", "contradicted"),
        ("2022-06-27", "The European Union counts 27 members, the G7 nine.", "contradicted"),
        ("2024-03-02", "With the African Union's entry, the G20 grew to 21 members.", "supported"),
        ("2024-05-05", "The 28 members of the European Union negotiate as one.", "outdated"),
        ("2024-05-05", "The 27 members of the European Union negotiate as one.", "not_checkable"),
        ("2024-03-02", "Twelve members of the European Union voted against the plan.", "not_checkable"),
        ("2018-05-05", "Nearly 200 countries adopted the Paris Agreement.", "supported"),
        ("2018-05-05", "The Paris Agreement was adopted by 50 countries.", "contradicted"),
        ("2018-02-02", "Thirty countries have ratified the treaty.", "not_checkable"),
        ("2022-01-10", "Six years lie between COP21 and COP26, and emissions have doubled meanwhile.", "not_checkable"),
        ("2022-11-06", "Poland, which has hosted the COP three times, gets all its power from hydro.", "not_checkable"),
    ],
)
def test_members_are_counted_for_the_day_and_not_where_they_are_named_in_passing(
    said: str, sentence: str, token: str
) -> None:
    assert said_token(sentence, said) == token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2022-05-05", "The United States is outside the Paris Agreement.", "outdated"),
        ("2021-04-10", "Germany is no longer a party to the Paris Agreement.", "contradicted"),
        ("2022-04-10", "The United States is again a party to the Paris Agreement.", "supported"),
        ("2021-04-10", "Iran is outside the Paris Agreement.", "not_checkable"),
        ("2023-11-06", "Poland has never hosted a climate conference.", "contradicted"),
        ("2021-12-10", "The United States has never hosted a COP.", "supported"),
        ("2023-11-06", "Poland has hosted the COP three times.", "supported"),
        ("2022-11-06", "Spain hosted the climate conference of 2015.", "contradicted"),
        ("2022-11-06", "Italy was host of the 2018 climate summit.", "contradicted"),
        ("2024-01-09", "Dubai played host to COP28 in December 2023.", "supported"),
        ("2020-01-06", "When Chile pulled out, Rome stepped in as the venue of COP25.", "contradicted"),
        ("2023-07-20", "Next came Alok Sharma, the Briton who had presided over COP27 in Egypt.", "contradicted"),
        ("2023-02-05", "Ann Whitfield, who presided over COP27 in Egypt, spoke first.", "not_checkable"),
        ("2023-12-20", "COP28 was presided over by Sultan Al Jaber.", "supported"),
        ("2023-03-20", "London has Boris Johnson for a prime minister.", "outdated"),
        ("2021-08-27", "Fumio Kishida, prime minister of Japan, will receive the envoy on Tuesday.", "contradicted"),
    ],
)
def test_who_hosted_presided_or_stands_outside_is_looked_up(said: str, sentence: str, token: str) -> None:
    assert said_token(sentence, said) == token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2023-05-05", "Roughly 8 billion people inhabit the planet.", "supported"),
        ("2022-05-05", "Humanity already numbers eleven billion.", "contradicted"),
        ("2024-06-06", "About 500 million people were living in Nigeria in 2023.", "contradicted"),
        ("2022-05-05", "Two billion people on the planet lack clean water.", "not_checkable"),
        ("2022-05-05", "Some 300 million people in India live without power.", "not_checkable"),
        ("2024-12-10", "China has already met its 2030 goal of 1,200 gigawatts of wind and solar.", "supported"),
        ("2021-12-10", "China has already met its 2030 goal of 1,200 gigawatts of wind and solar.", "contradicted"),
        ("2022-10-01", "Three out of four solar modules made in 2021 came from China.", "supported"),
        ("2022-10-01", "One in four solar modules made in 2021 came from China.", "contradicted"),
        ("2021-10-10", "At half load, 200 gigawatts of coal power emit about 8 billion tonnes a year.", "contradicted"),
        (
            "2022-08-01",
            "Climate finance for poor countries was $83.3 billion in 2020, nearly $17 billion short of the goal.",
            "supported",
        ),
        (
            "2022-08-01",
            "Climate finance for poor countries was $83.3 billion in 2020, nearly $40 billion short of the goal.",
            "contradicted",
        ),
        ("2024-06-10", "Averaged over 2023, the world was 1.45 degrees warmer than in the 19th century.", "supported"),
        (
            "2022-12-30",
            "The Earth is already three full degrees warmer than before the industrial age.",
            "contradicted",
        ),
    ],
)
def test_people_goals_reached_coal_finance_and_warming_are_read_in_more_words(
    said: str, sentence: str, token: str
) -> None:
    assert said_token(sentence, said) == token


@pytest.mark.parametrize(
    ("said", "sentence", "token"),
    [
        ("2022-06-27", "Theresa May's departing government legislated for net zero by 2050 in 2020.", "close"),
        ("2022-08-05", "Emmanuel Macron's government has promised climate neutrality by 2030.", "contradicted"),
        ("2022-12-05", "South Korea has given itself until 2070 to reach carbon neutrality.", "contradicted"),
        ("2021-12-05", "Japan aspires to climate neutrality by 2050.", "supported"),
        (
            "2022-02-22",
            "The European Union has bound itself to 80 percent fewer emissions in 2030 than in 1990.",
            "contradicted",
        ),
        (
            "2022-12-05",
            "Between Germany's date for climate neutrality and India's for net zero lie 25 years.",
            "supported",
        ),
        (
            "2022-12-05",
            "Between Germany's date for climate neutrality and India's for net zero lie five years.",
            "contradicted",
        ),
    ],
)
def test_pledges_are_read_of_a_leaders_government_and_by_what_a_party_gives_itself(
    said: str, sentence: str, token: str
) -> None:
    assert said_token(sentence, said) == token
