"""Who held which office when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.checking.assertion import Assertion
from parley.terms.offices import Holder, holders
from tests.checking.making import check, claim, token


def office(name: str, held: str, party: str | None, said: str | None = None, **fields: object) -> Assertion:
    day = date.fromisoformat(said) if said else None
    return claim("office", party, about=name, detail=held, said=day, **fields)


def test_who_is_in_office_today_is_supported() -> None:
    verdict = check(office("Xi Jinping", "head_of_state", "CHN"))
    assert verdict.token == "supported"
    assert "2013-03-14" in verdict.references[0].fact
    assert "public record" in verdict.references[0].source


def test_who_has_left_since_is_outdated_and_both_times_are_shown() -> None:
    verdict = check(office("John Kerry", "climate_envoy", "USA", "2021-09-01"))
    assert verdict.token == "outdated"
    assert {reference.as_of for reference in verdict.references} == {"then", "now"}


def test_who_had_left_before_is_outdated_and_the_successor_is_named() -> None:
    verdict = check(office("Angela Merkel", "head_of_government", "DEU", "2023-05-10"))
    assert verdict.token == "outdated"
    assert any("Olaf Scholz" in reference.fact for reference in verdict.references)


@pytest.mark.parametrize(
    ("year", "expected"), [(2015, "supported"), (2017, "supported"), (2018, "close"), (2022, "contradicted")]
)
def test_a_year_that_is_named_is_judged_for_itself_and_is_never_outdated(year: int, expected: str) -> None:
    assert token(office("John Kerry", "foreign_minister", "USA", "2023-01-01", year=year)) == expected


def test_the_office_of_another_minister_is_contradicted() -> None:
    verdict = check(office("Shinjiro Koizumi", "foreign_minister", "JPN", "2021-09-01"))
    assert verdict.token == "contradicted"
    facts = " ".join(reference.fact for reference in verdict.references)
    assert "Environment Minister" in facts
    assert "Toshimitsu Motegi" in facts


def test_the_office_of_another_country_is_contradicted() -> None:
    assert token(office("Narendra Modi", "head_of_government", "PAK", year=2020)) == "contradicted"


def test_an_office_that_is_taken_only_later_is_contradicted_but_for_the_one_elect() -> None:
    assert token(office("Keir Starmer", "head_of_government", "GBR", "2024-06-01")) == "contradicted"
    elect = office("Donald Trump", "head_of_state", "USA", "2024-12-01", words="President-elect Donald Trump")
    assert token(elect) == "supported"


def test_a_former_minister_has_left_by_then() -> None:
    assert token(office("Todd Stern", "climate_envoy", "USA", "2021-09-01", status="former")) == "supported"
    assert token(office("John Kerry", "climate_envoy", "USA", "2022-06-01", status="former")) == "contradicted"


def test_what_somebody_was_at_a_time_left_open_is_not_outdated() -> None:
    was = office("Alok Sharma", "cop_president", None, "2023-01-13", words="Alok Sharma was the president of COP26.")
    assert token(was) == "supported"


def test_the_president_of_one_conference_is_not_that_of_another() -> None:
    was = office("Alok Sharma", "cop_president", None, "2023-01-13", words="Alok Sharma was the president of COP27.")
    assert token(was) == "contradicted"


def test_a_ministry_of_two_subjects_makes_two_ministers() -> None:
    for held in ("energy_minister", "climate_minister"):
        assert token(office("Ed Miliband", held, "GBR", "2025-02-01")) == "supported"


def test_the_same_work_under_another_title_is_right_where_nobody_has_that_title() -> None:
    assert check(office("Xie Zhenhua", "chief_negotiator", "CHN", "2021-09-01")).references[0].holds == "supported"
    assert token(office("Jonathan Pershing", "climate_adviser", "USA", year=2021)) == "contradicted"


def test_who_is_not_in_the_table_is_not_checkable_and_the_holder_is_told() -> None:
    verdict = check(office("Jane Doe", "climate_envoy", "USA", "2021-09-01"))
    assert verdict.token == "not_checkable"
    assert "John Kerry" in verdict.missing


def test_a_family_name_alone_means_somebody_of_that_party() -> None:
    assert token(office("Li", "head_of_government", "CHN", year=2020)) == "supported"
    assert token(office("Kerry", "climate_envoy", "CHN", "2021-09-01")) == "not_checkable"


def test_a_given_name_more_than_we_know_does_not_matter() -> None:
    assert token(office("Luiz Inácio Lula da Silva", "head_of_state", "BRA", "2024-01-01")) == "supported"


def test_a_denial_turns_the_verdict_round() -> None:
    assert token(office("Xi Jinping", "head_of_government", "CHN", "2021-02-01", denied=True)) == "supported"
    assert token(office("Xi Jinping", "head_of_state", "CHN", "2021-02-01", denied=True)) == "contradicted"


def test_without_an_office_or_a_name_there_is_nothing_to_check() -> None:
    assert token(claim("office", "USA", about="John Kerry")) == "not_checkable"
    assert token(claim("office", "USA", detail="climate_envoy")) == "not_checkable"


@given(st.sampled_from(holders()))
def test_everybody_in_the_table_held_the_office_in_the_year_the_term_began(holder: Holder) -> None:
    begun = holder.start.anchor.year
    assert token(office(holder.name, holder.office, holder.party, year=begun)) == "supported"


def test_an_office_under_a_leader_of_the_past_is_looked_for_in_that_time() -> None:
    words = "said Obama climate envoy Todd Stern"
    assert token(office("Todd Stern", "climate_envoy", "USA", "2021-09-03", words=words)) == "supported"
    unknown = office("John Podesta", "climate_adviser", None, "2021-09-03", words="Obama climate adviser John Podesta")
    assert token(unknown) == "not_checkable"
