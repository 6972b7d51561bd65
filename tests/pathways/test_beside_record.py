"""Pledges as told beside the book of record: repeated, gone, overtaken, bound up in others, vague, or new."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.pathways.beside_record import Beside, Standing, beside_record, repeats
from parley.pathways.book import book_on
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.records.pledge import Firmness, Gas, PledgeKind, ReductionBasis

DAY = date(2023, 6, 1)
CHOICES = Choices()


@cache
def book() -> tuple[PathwayPledge, ...]:
    return book_on(DAY)


def beside(told: PathwayPledge, said: date = DAY, day: date = DAY) -> Beside:
    return beside_record(told, said, day, book() if day == DAY else book_on(day), CHOICES)


def told(party: str, kind: PledgeKind, target_year: int | None = None, **fields: object) -> PathwayPledge:
    return replace(PathwayPledge(id="told", party=party, kind=kind, target_year=target_year), **fields)


def cut(party: str, percent: float, target_year: int | None, **fields: object) -> PathwayPledge:
    given: dict[str, object] = {"basis": "base_year", "low": percent, "high": percent, "unit": "%"}
    return told(party, "reduction", target_year, **(given | fields))


@pytest.mark.parametrize(
    ("pledge", "recorded"),
    [
        (told("IND", "net_zero", 2070), "IND-2021-11-01-net_zero-2070"),
        (told("IND", "net_zero"), "IND-2021-11-01-net_zero-2070"),
        (cut("JPN", 46, 2030, base_year=2013), "JPN-2021-04-22-reduction-2030"),
        (cut("IND", 45, None, basis="intensity", base_year=2005), "IND-2021-11-01-reduction-2030"),
        (cut("USA", 50, 2030, base_year=2005, low=50, high=52), "USA-2021-04-22-reduction-2030"),
    ],
)
def test_what_says_less_than_the_record_but_nothing_else_is_in_the_book(pledge: PathwayPledge, recorded: str) -> None:
    found = beside(pledge)
    assert (found.standing, found.pledge.id) == ("in_book", recorded)
    assert found.since


def test_one_end_of_a_range_and_another_base_are_the_same_pledge() -> None:
    assert beside(cut("USA", 52, 2030)).standing == "in_book"
    assert beside(cut("JPN", 46, 2030, base_year=2005)).standing == "in_book"
    assert beside(cut("CHN", 65, 2030, base_year=2005)).standing == "in_book"


def test_another_figure_or_year_is_another_pledge() -> None:
    recorded = next(pledge for pledge in book() if pledge.id == "JPN-2021-04-22-reduction-2030")
    assert repeats(cut("JPN", 46, 2030), recorded)
    assert not repeats(cut("JPN", 55, 2030), recorded)
    assert not repeats(cut("JPN", 46, 2035), recorded)
    assert not repeats(cut("KOR", 46, 2030), recorded)
    assert not repeats(cut("JPN", 46, 2030, about="methane"), recorded)


def test_a_stronger_one_is_new_and_has_from_the_record_what_its_words_leave_open() -> None:
    found = beside(cut("JPN", 55, 2030))
    assert (found.standing, found.pledge.low, found.pledge.base_year) == ("new", 55, 2013)
    assert "JPN-2021-04-22-reduction-2030" in found.pledge.assumed[-1]


def test_what_was_replaced_before_the_day_is_gone_with_the_day_on_which_it_was() -> None:
    assert beside(cut("JPN", 26, 2030)) == Beside("gone", cut("JPN", 26, 2030), "replaced in the book on 2021-04-22")


def test_what_a_party_left_is_gone_with_the_agreement() -> None:
    found = beside(cut("USA", 50, 2030, high=52), said=date(2024, 12, 1), day=date(2025, 6, 1))
    assert found.standing == "gone"
    assert "leaves" in found.why


def test_what_the_record_knows_of_a_later_day_stays() -> None:
    found = beside(cut("JPN", 40, 2030), said=date(2021, 1, 15))
    assert (found.standing, found.why) == ("overtaken", "the book has a later one, of 2021-04-22")


def test_members_of_the_eu_groups_and_the_world_have_no_place_of_their_own() -> None:
    assert beside(told("DEU", "net_zero", 2045)).standing == "within_eu"
    assert beside(told("G7", "net_zero", 2050)).standing == "no_pathway"
    assert beside(told("WLD", "net_zero", 2050)).standing == "no_pathway"


@pytest.mark.parametrize(
    ("pledge", "why"),
    [
        (told("NOR", "finance", 2030, low=3e9, high=3e9, unit="USD"), "it is not of emissions"),
        (told("NOR", "reduction", 2032), "it names no figure"),
        (told("KEN", "net_zero"), "it names no target year"),
        (cut("VNM", 170, 2032, basis="absolute", unit="MtCO2e"), "an amount may be of one sector"),
        (cut("NOR", 900, 2032), "a cut is from 0 to 200 %"),
        (cut("NOR", 60, 2032, base_year=2040), "its base year 2040 is not before its target year 2032"),
        (cut("NOR", 60, 2032, basis=None, base_year=None), "it does not say what the reduction is measured from"),
    ],
)
def test_what_no_level_follows_from_is_kept_out_with_the_reason(pledge: PathwayPledge, why: str) -> None:
    found = beside(pledge)
    assert found.standing == "no_level"
    assert found.why.startswith(why)


YEARS = st.one_of(st.none(), st.integers(1850, 2300))
VALUES = st.one_of(st.none(), st.floats(-1e12, 1e12), st.sampled_from([0.0, 40.0, 50.0, 65.0, 100.0, 170.0]))
PLEDGES = st.builds(
    PathwayPledge,
    id=st.just("told"),
    party=st.sampled_from(["CHN", "USA", "EUU", "DEU", "GBR", "VNM", "TUV", "VAT", "G7", "WLD", "XXX", ""]),
    kind=st.sampled_from(get_args(PledgeKind)),
    target_year=YEARS,
    low=VALUES,
    high=VALUES,
    unit=st.sampled_from([None, "%", "MtCO2e", "tCO2", "USD", "mugs"]),
    basis=st.sampled_from([None, *get_args(ReductionBasis)]),
    base_year=YEARS,
    gas=st.sampled_from([None, *get_args(Gas)]),
    about=st.sampled_from([None, "coal", "methane"]),
    conditional=st.sampled_from(["no", "all"]),
    firmness=st.sampled_from(get_args(Firmness)),
)


@settings(max_examples=300, deadline=None)
@given(PLEDGES)
def test_whatever_is_told_has_a_standing_and_a_reason_where_it_is_not_in_the_book(pledge: PathwayPledge) -> None:
    found = beside(pledge)
    assert found.standing in get_args(Standing)
    assert bool(found.why) == (found.standing not in ("in_book", "new"))
