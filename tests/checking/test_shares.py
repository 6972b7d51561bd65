"""Shares of the world's emissions."""

from __future__ import annotations

import pytest

from tests.checking.making import SEPTEMBER_2021, check, claim, share, token


@pytest.mark.parametrize(("subject", "percent"), [("CHN", 27.0), ("USA", 11.0), ("IND", 6.6), ("EUU", 6.4)])
def test_the_shares_of_2019_hold_and_name_their_basis(subject: str, percent: float) -> None:
    verdict = check(share(subject, percent))
    assert verdict.token == "supported"
    assert verdict.basis
    assert "2019" in verdict.reason


@pytest.mark.parametrize("percent", [24.0, 25.0, 26.0, 27.0, 28.0, 29.0])
def test_of_china_everything_between_the_bases_is_accepted(percent: float) -> None:
    assert token(share("CHN", percent)) == "supported"


def test_what_lies_between_land_use_counted_and_left_out_says_so() -> None:
    verdict = check(share("CHN", 25.0))
    assert verdict.basis.startswith("between ")
    assert verdict.confidence < 0.8
    assert verdict.references[0].value is None
    assert "23.9 and 28.9 %" in verdict.reason


@pytest.mark.parametrize(("percent", "expected"), [(28.9, "supported"), (27.8, "close"), (40.0, "contradicted")])
def test_of_co2_only_co2_counts(percent: float, expected: str) -> None:
    assert token(share("CHN", percent, gas="CO2")) == expected


def test_what_is_true_only_of_co2_is_close_when_greenhouse_gases_are_said() -> None:
    verdict = check(share("CHN", 28.9, gas="GHG", written="28.9"))
    assert verdict.token == "close"
    assert "another basis" in verdict.reason
    assert verdict.basis.startswith("CO2 of fossil fuels and industry")


def test_words_on_land_use_leave_the_other_bases_out() -> None:
    assert token(share("CHN", 24.0, gas="GHG", basis="incl_lulucf")) == "supported"
    assert token(share("CHN", 24.0, gas="GHG", basis="excl_lulucf")) == "close"


def test_what_is_consumed_counts_only_where_it_is_said() -> None:
    assert token(share("CHN", 26.8, gas="CO2", basis="consumption")) == "supported"
    assert token(share("CHN", 26.8, gas="CO2")) == "close"
    assert not any("consumed" in each.basis for each in check(share("CHN", 26.8, gas="CO2")).references)


def test_two_sources_that_differ_are_both_shown_and_never_averaged() -> None:
    references = [each for each in check(share("CHN", 28.9, gas="CO2")).references if each.as_of == "then"]
    fossil = {each.source.partition(" (")[0]: each.value for each in references if "fossil" in each.basis}
    assert fossil == {"Global Carbon Budget": pytest.approx(28.88, abs=0.01), "EDGAR": pytest.approx(31.13, abs=0.01)}


def test_figures_of_then_and_of_now_are_both_shown() -> None:
    references = check(share("CHN", 27.0)).references
    assert {each.year for each in references if each.as_of == "then"} == {2019}
    assert max(each.year for each in references if each.as_of == "now" and each.year) == 2023


def test_every_reference_names_source_version_and_licence() -> None:
    for reference in check(share("IND", 7.1)).references:
        if "as published" not in reference.source:
            assert "(" in reference.source
            assert "CC" in reference.source


def test_several_are_summed_and_members_of_the_eu_are_not_counted_twice() -> None:
    both = check(claim("emissions_share", None, 41.0, unit="%", year=2019, subjects=("CHN", "USA"), gas="CO2"))
    with_germany = check(claim("emissions_share", None, 7.8, unit="%", year=2019, subjects=("EUU", "DEU"), gas="CO2"))
    assert both.token == "close"
    assert with_germany.token == "supported"


def test_a_share_of_a_group_is_taken_of_that_group() -> None:
    verdict = check(share("CHN", 36.2, against=("G20",), gas="CO2"))
    assert verdict.token == "supported"
    assert "G20" in verdict.reason


def test_the_share_of_a_year_not_far_off_is_close() -> None:
    verdict = check(share("CHN", 17.5, year=2000, gas="CO2"))
    assert verdict.token == "close"
    assert verdict.reason.startswith("Right for another year")


def test_without_a_year_a_share_of_the_past_is_outdated() -> None:
    verdict = check(share("CHN", 20.0, year=None, said=SEPTEMBER_2021, gas="CO2"))
    assert verdict.token == "outdated"
    assert "It was so earlier" in verdict.reason


def test_a_share_that_no_basis_comes_near_says_what_would_be_right() -> None:
    verdict = check(share("CHN", 60.0, gas="CO2"))
    assert verdict.token == "contradicted"
    assert "it would be right as" in verdict.reason
