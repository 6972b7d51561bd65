"""Pledges as told, against the pledge books of the day, of before and of now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.checking.assertion import Assertion
from parley.inventory.recorded_pledge import RecordedPledge, all_pledges
from tests.checking.making import check, claim, token

SAID = "2021-09-01"


def pledge(
    party: str | None,
    kind: str,
    year: int | None = None,
    figure: float | tuple[float, float] | None = None,
    said: str | None = SAID,
    **fields: Any,
) -> Assertion:
    low, high = figure if isinstance(figure, tuple) else (figure, figure)
    unit = fields.pop("unit", None if figure is None else "%")
    day = date.fromisoformat(said) if said else None
    told = {"high": high, "unit": unit, "year": year, "detail": kind, "said": day, "written": None, **fields}
    return claim("pledge", party, low, **told)


def cut(party: str, figure: float | tuple[float, float], base_year: int, **fields: Any) -> Assertion:
    return pledge(party, "reduction", fields.pop("year", 2030), figure, base_year=base_year, **fields)


@pytest.mark.parametrize(
    ("party", "year"), [("CHN", 2060), ("EUU", 2050), ("JPN", 2050), ("GBR", 2050), ("DEU", 2045), ("POL", 2050)]
)
def test_net_zero_by_the_year_of_record_is_supported(party: str, year: int) -> None:
    verdict = check(pledge(party, "net_zero", year))
    assert verdict.token == "supported"
    assert verdict.basis == "pledges of record"
    assert "announced" in verdict.reason


@pytest.mark.parametrize(("year", "expected"), [(2058, "close"), (2063, "close"), (2050, "contradicted")])
def test_a_target_year_is_close_within_three_years_and_wrong_beyond(year: int, expected: str) -> None:
    assert token(pledge("CHN", "net_zero", year)) == expected


def test_a_pledge_told_before_it_was_made_is_contradicted_and_its_day_is_told() -> None:
    verdict = check(pledge("IND", "net_zero", 2070, said="2021-10-01"))
    assert verdict.token == "contradicted"
    assert "2021-11-01" in verdict.reason


def test_a_pledge_that_had_been_replaced_when_it_was_told_is_outdated() -> None:
    assert token(cut("EUU", 40, 1990, comparator=">")) == "outdated"
    assert token(cut("JPN", 26, 2013)) == "outdated"
    assert token(pledge("CHN", "peak", 2030, comparator="~")) == "outdated"


def test_a_pledge_that_stood_when_it_was_told_and_was_replaced_or_left_since_is_outdated() -> None:
    replaced = check(cut("JPN", 26, 2013, said="2018-01-01"))
    left = check(cut("USA", (50, 52), 2005))
    assert (replaced.token, left.token) == ("outdated", "outdated")
    assert any(reference.as_of == "now" for reference in replaced.references)
    assert "2025-01-20" in left.reason


def test_a_pledge_told_with_the_month_it_was_made_is_never_outdated() -> None:
    words = "In April 2021 the United States pledged to cut emissions by 50 to 52 % below 2005 levels by 2030."
    assert token(cut("USA", (50, 52), 2005, words=words)) == "supported"
    assert token(cut("USA", (50, 52), 2005, words=words.replace("April 2021", "May 2020"))) == "close"


@pytest.mark.parametrize(
    ("figure", "expected"),
    [((50, 52), "supported"), (50, "close"), (51, "close"), (52, "close"), (48, "close"), (70, "contradicted")],
)
def test_one_end_of_a_range_is_close(figure: float | tuple[float, float], expected: str) -> None:
    assert token(cut("USA", figure, 2005), today=date(2021, 9, 1)) == expected


def test_at_least_the_weaker_end_is_right() -> None:
    told = cut("USA", 50, 2005, comparator=">", words="at least 50 %")
    assert token(told, today=date(2021, 9, 1)) == "supported"


def test_one_wrong_detail_is_close_and_two_contradict() -> None:
    assert token(cut("GBR", 68, 2005)) == "close"
    assert token(cut("GBR", 65, 2005)) == "contradicted"


def test_law_said_of_what_is_only_pledged_is_close() -> None:
    assert token(pledge("GBR", "net_zero", 2050, status="in_law")) == "supported"
    assert token(pledge("CHN", "net_zero", 2060, status="in_law")) == "close"
    assert token(pledge("JPN", "net_zero", 2050, said="2021-01-01", status="in_law", words="in law")) == "close"


def test_an_intensity_is_no_cut_of_emissions() -> None:
    assert token(cut("CHN", 65, 2005, basis="intensity")) == "supported"
    assert token(cut("CHN", 65, 2005, basis="base_year")) == "close"


def test_carbon_may_mean_all_gases_but_carbon_dioxide_does_not() -> None:
    told = {"gas": "CO2", "said": "2021-10-01"}
    assert token(cut("CAN", (40, 45), 2005, words="cut carbon emissions", **told)) == "supported"
    assert token(cut("CAN", (40, 45), 2005, words="cut carbon dioxide emissions", **told)) == "close"


def test_a_level_that_is_left_is_the_cut_to_it() -> None:
    assert token(cut("RUS", 70, 1990, direction="to")) == "supported"
    assert token(cut("RUS", 70, 1990)) == "contradicted"


def test_a_level_in_tonnes_is_held_against_the_level_of_record() -> None:
    told = pledge("ZAF", "reduction", 2030, (350, 420), "2022-01-01", unit="MtCO2e")
    assert token(told) == "supported"
    assert token(pledge("JPN", "reduction", 2030, 760, "2022-01-01", unit="MtCO2e")) == "supported"


def test_conditions_choose_the_end_of_the_range() -> None:
    words = "cut emissions by 31.89 % by 2030 on its own and 43.2 % with international support"
    for figure in (31.89, 43.2):
        told = pledge("IDN", "reduction", 2030, figure, "2023-09-02", words=words)
        assert token(told) == "supported"
    alone = words.replace("with international support", "on its own")
    assert token(pledge("IDN", "reduction", 2030, 43.2, "2023-09-02", words=alone)) == "contradicted"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (pledge("DEU", "phase_out", 2038, about="coal"), "supported"),
        (pledge("DEU", "phase_out", 2030, about="coal"), "contradicted"),
        (pledge("CHN", "phase_out", said="2022-01-01", words="no new coal plants abroad"), "supported"),
        (pledge("CHN", "phase_out", said="2020-01-01", words="no new coal plants abroad"), "contradicted"),
        (pledge("IND", "capacity", 2030, 500, "2022-01-01", unit="GW", words="non-fossil capacity"), "supported"),
        (pledge("IND", "share", 2030, 50, "2022-01-01", words="half of energy from renewables"), "close"),
        (pledge("WLD", "reduction", 2030, 30, "2022-09-01", gas="CH4", base_year=2020), "supported"),
        (pledge("WLD", "temperature_goal", None, 1.5, unit="degC"), "supported"),
        (pledge("DEV", "finance", 2020, 1e11, "2019-01-01", unit="USD"), "supported"),
        (
            pledge("WLD", "capacity", 2030, 3, "2024-01-01", unit="times", words="triple renewable capacity"),
            "supported",
        ),
        (pledge("JPN", "phase_out", 2030, about="coal"), "not_checkable"),
        (pledge("XYZ", "net_zero", 2050), "not_checkable"),
    ],
)
def test_other_kinds_of_pledges(told: Assertion, expected: str) -> None:
    assert token(told) == expected


def test_that_there_is_no_pledge_is_outdated_once_there_is_one_and_right_where_there_is_none() -> None:
    after = check(pledge("IND", "net_zero", said="2022-03-21", denied=True))
    assert after.token == "outdated"
    assert "2021-11-01" in after.reason
    assert token(pledge("IND", "net_zero", said="2021-03-21", denied=True)) == "outdated"
    assert token(pledge("IND", "net_zero", said="2021-03-21", denied=True), today=date(2021, 3, 21)) == "supported"
    assert token(pledge("IRN", "net_zero", said="2021-03-21", denied=True)) == "supported"


def test_of_several_parties_the_one_it_is_least_true_of_decides() -> None:
    both = pledge(None, "net_zero", 2050, subjects=("EUU", "JPN"))
    one_wrong = pledge(None, "net_zero", 2050, subjects=("EUU", "CHN"))
    assert (token(both), token(one_wrong)) == ("supported", "contradicted")


def test_what_is_urged_or_achieved_is_no_pledge() -> None:
    assert token(pledge("CHN", "net_zero", 2060, status="urged")) == "not_checkable"
    assert token(pledge("CHN", "net_zero", 2060, status="achieved")) == "not_checkable"
    assert token(pledge(None, "net_zero", 2060)) == "not_checkable"


def test_a_target_without_a_kind_is_net_zero() -> None:
    told = claim("target", "IND", year=2070, said=date(2022, 9, 1))
    assert token(told) == "supported"


cuts = [
    each
    for each in all_pledges()
    if each.kind == "reduction" and each.unit == "%" and each.high is not None and each.about is None
]
of_emissions = [
    each
    for each in all_pledges()
    if each.kind in ("net_zero", "peak") and each.target_year and each.ended is None and each.dated_by != "snapshot"
]


@given(st.sampled_from(of_emissions), st.integers(0, 400))
def test_a_pledge_of_record_is_right_while_it_stands_and_never_before_it_was_made(
    of_record: RecordedPledge, days: int
) -> None:
    told = {"comparator": "~"} if of_record.qualifier == "around" else {}
    after = of_record.since + timedelta(days=days)
    if of_record.stands_on(after):
        standing = pledge(of_record.party, of_record.kind, of_record.target_year, said=after.isoformat(), **told)
        assert token(standing, today=after) == "supported"
    if of_record.doubt is None:
        before = of_record.since - timedelta(days=days + 1)
        early = pledge(of_record.party, of_record.kind, of_record.target_year, said=before.isoformat(), **told)
        assert token(early, today=before) != "supported"


@given(st.sampled_from(cuts), st.floats(25, 60))
def test_a_cut_far_from_every_one_of_record_is_never_supported(of_record: RecordedPledge, off: float) -> None:
    assert of_record.high is not None
    figure = round(of_record.high + off, 1)
    others = [each.high for each in all_pledges() if each.party == of_record.party and each.unit == "%" and each.high]
    if min(abs(figure - other) for other in others) > 12:
        told = pledge(of_record.party, "reduction", of_record.target_year, figure, of_record.since.isoformat())
        assert token(told) not in ("supported", "outdated")


@given(st.sampled_from(of_emissions), st.integers(4, 40))
def test_a_target_year_far_from_every_one_of_record_is_never_supported(of_record: RecordedPledge, off: int) -> None:
    year = (of_record.target_year or 0) + off
    others = {each.target_year for each in all_pledges() if each.kind == of_record.kind and each.target_year}
    own = {each.target_year for each in all_pledges() if each.party == of_record.party and each.target_year in others}
    if all(abs(year - (other or 0)) > 3 for other in own):
        told = pledge(of_record.party, of_record.kind, year, said=of_record.since.isoformat())
        assert token(told) not in ("supported", "close")
