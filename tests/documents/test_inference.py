from __future__ import annotations

from datetime import date

import pytest

from parley.documents import infer_published, parse_text
from parley.documents.tense import tense_at, vocabulary
from parley.records.engagement import Engagement
from parley.records.quote import Quote
from parley.terms.when import Interval


def inferred(text: str) -> tuple[str, str]:
    document = parse_text(text)
    assert document.published is not None
    assert document.published_basis == "inferred"
    return document.published.iso, document.published_ground or ""


def test_a_summit_ahead_and_a_planned_trip_give_two_weeks() -> None:
    iso, ground = inferred("Minister Brandt will be in Vikstad on March 9. It is her last trip before COP27.")
    assert iso == "2022-02-23/2022-03-09"
    assert '"in Vikstad on March 9" is still to come' in ground
    assert "COP27 (2022-11-06) is still ahead" in ground


def test_a_city_stands_for_its_summit_where_one_heads_into_it() -> None:
    assert inferred("The cut is her hardest task heading into Katowice.")[0] == "2017-12-02/2018-12-01"
    assert parse_text("The minister was heading to Katowice to see her aunt.").published is None


def test_a_summit_next_year_gives_this_year() -> None:
    assert inferred("Norland has offered to pay for next year's COP28 in Dubai.")[0] == "2022-01-01/2022-12-31"


def test_a_summit_last_year_gives_this_year() -> None:
    assert inferred("Norland signed at COP26 in Glasgow last year.")[0] == "2022-01-01/2022-12-31"


def test_days_before_a_summit_are_days() -> None:
    assert inferred("Norland joined just days before the COP29 conference.")[0] == "2024-10-28/2024-11-10"


def test_a_dateline_takes_its_year_from_the_rest() -> None:
    text = "VIKSTAD, July 16 (Wire) -- Norland is preparing for COP27, its minister said."
    iso, ground = inferred(text)
    assert iso == "2022-07-16/2022-07-16"
    assert 'the dateline "VIKSTAD, July 16 (Wire)"' in ground
    assert parse_text("VIKSTAD, July 16 (Wire) -- Norland agreed.").published is None


def test_an_event_just_held_and_one_soon_give_the_days_between() -> None:
    text = "The leaders met in Vikstad on 5 March 2022. Brandt will travel to Sudstad on 9 March."
    assert inferred(text)[0] == "2022-03-05/2022-03-09"


def test_a_season_told_as_past_narrows_the_year() -> None:
    iso, _ = inferred("Floods have struck Norland this summer. Brandt prepares for COP27.")
    assert (iso[:7], iso[11:18]) == ("2022-06", "2022-10")


def test_the_weekday_chooses_the_year() -> None:
    # 8 March was a Tuesday in 2022 and a Wednesday in 2023.
    text = "Copyright 2022. Brandt will travel to Sudstad on Tuesday, 8 March."
    assert inferred(text)[0] == "2022-02-22/2022-03-08"


@pytest.mark.parametrize(
    "text",
    [
        "Norland agreed to a cut.",
        "Emissions fell in 2015 and rose in 2019.",
        "Norland should cut its emissions by 2030.",
        "Brandt will travel to Sudstad on March 9.",
    ],
)
def test_what_tells_too_little_stays_unknown(text: str) -> None:
    document = parse_text(text)
    assert (document.published, document.published_basis, document.published_ground) == (None, "unknown", None)


def test_a_meeting_that_others_date_narrows_the_range() -> None:
    text = "Brandt and Lind just met in Sudstad for two days. All eyes turn to the talks ahead of COP27."
    known = Engagement(
        document="doc_000000000000",
        quotes=(Quote.of(text, 0, 10),),
        kind="meeting",
        status="held",
        people=("Ada Brandt", "Otto Lind"),
        place={"city": "Sudstad"},
        when=Interval(date(2022, 3, 7), date(2022, 3, 8)),
    )
    found = infer_published(parse_text(text), [known])
    assert found is not None
    assert found.published is not None
    assert found.published.iso == "2022-03-07/2022-03-18"
    assert "another document dates the meeting in Sudstad" in (found.ground or "")


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("She said he will be there on DAY", "future"),
        ("The meeting, which will be held DAY", "future"),
        ("They met there on DAY", "past"),
        ("On DAY they met", "past"),
        ("It would have been sent DAY", None),
        ("It is to be announced by DAY", None),
        ("The goal will probably be attained in DAY", "future"),
        ("On DAY the United Nations conference will open", "future"),
        ("They met. A table of DAY", None),
    ],
)
def test_the_tense_is_that_of_the_nearest_word(text: str, tense: str | None) -> None:
    start = text.index("DAY")
    assert tense_at(text, start, start + 3) == tense


def test_the_lexicon_has_no_word_on_two_sides() -> None:
    words = vocabulary()
    assert not set(words["future"]) & set(words["past"])
    assert not {*words["unreal"], *words["neutral"]} & {*words["past"], *words["future"]}
    assert not set(words["ahead_of_summit"]) & set(words["behind_summit"])
    for name in ("future", "unreal", "neutral", "past", "ahead_of_summit", "behind_summit", "trip", "no_participles"):
        assert len(words[name]) == len(set(words[name]))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("German Chancellor Olaf Scholz called British Prime Minister Rishi Sunak.", "2023-06-01"),
        ("Turkey's President spoke of the Inflation Reduction Act to U.S. President Joe Biden.", "2023-06-01"),
        (
            "Former US President Donald Trump spoke in Vikstad. British Prime Minister Boris Johnson replied.",
            "2022-01-01",
        ),
    ],
)
def test_people_in_office_bound_the_range(text: str, inside: str) -> None:
    iso, ground = inferred(text)
    assert iso[:10] < inside < iso[11:]
    assert " is " in ground


def test_a_minister_named_as_former_is_not_in_office() -> None:
    assert inferred("British Prime Minister Liz Truss spoke in Vikstad.")[0] == "2022-09-06/2022-10-25"
    assert parse_text("Former British Prime Minister Liz Truss spoke in Vikstad.").published is None


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("last year's COP27", "2023-01-01/2023-12-31"),
        ("next year's COP27", "2021-01-01/2021-12-31"),
        ("this month's COP27", "2022-11-01/2022-11-30"),
        ("next month's COP27", "2022-10-01/2022-10-31"),
        ("this week's COP27", "2022-10-31/2022-11-20"),
        ("next week's COP27", "2022-10-24/2022-11-05"),
        ("COP27, which opens in Egypt on November 6,", "2021-11-14/2022-11-05"),
    ],
)
def test_words_beside_a_summit_tell_how_far_away_it_is(words: str, iso: str) -> None:
    assert inferred(f"Minister Brandt spoke of {words} to her counterpart.")[0] == iso


def test_a_series_that_meets_again_goes_by_the_year_that_the_rest_tells() -> None:
    text = "Minister Brandt leaves for the Petersberg Climate Dialogue this week. © 2023 Vikstad Wire"
    iso, ground = inferred(text)
    assert iso == "2023-05-01/2023-05-07"
    assert "Petersberg" in ground


def test_years_counted_since_a_treaty_give_about_that_year() -> None:
    iso, ground = inferred("Six years after the Paris Agreement, Norland has no plan.")
    assert iso[:10] < "2021-12-12" < iso[11:]
    assert "6 years after the Paris Agreement (2015-12-12)" in ground


def test_a_weekday_in_the_opening_chooses_the_year_of_a_dateline() -> None:
    # 4 April was a Tuesday in 2023, a Monday in 2022 and a Thursday in 2024.
    text = "VIKSTAD, April 4 (Wire) -- Brandt met US climate envoy John Kerry on Tuesday."
    assert inferred(text)[0] == "2023-04-04/2023-04-04"


def test_a_day_that_was_put_off_is_not_one_that_was() -> None:
    text = "Norland postponed the talks to 9 May 2024. Brandt prepares for COP28."
    assert inferred(text)[0] == "2022-11-30/2023-11-29"
