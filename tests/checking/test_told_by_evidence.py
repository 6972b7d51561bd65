"""Sentences that only the second reader understands, from words to verdict."""

from __future__ import annotations

import pytest

import parley
from parley.checking.assertions import assertions_of
from parley.checking.check import check_assertion
from parley.records.verdict import worst


def verdict(sentence: str, said: str = "2022-12-01") -> str:
    reading = parley.read_text(sentence, published=said)
    return worst(tuple(check_assertion(assertion).token for assertion in assertions_of(reading)))


@pytest.mark.parametrize(
    ("sentence", "token"),
    [
        ("Reactors furnished France with 69 percent of its current in 2021.", "supported"),
        ("Reactors furnished Poland with 69 percent of its current in 2021.", "contradicted"),
        ("More than half of all coal is burned in China.", "supported"),
        ("More than half of all coal is burned in India.", "contradicted"),
        ("The pandemic took 5 percent off the world's fossil CO2 emissions in 2020.", "supported"),
        ("The pandemic took 15 percent off the world's fossil CO2 emissions in 2020.", "contradicted"),
        ("Third among emitters of fossil CO2 in 2021 was India.", "supported"),
        ("Third among emitters of fossil CO2 in 2021 was Japan.", "contradicted"),
        ("All told, the United States has released more fossil CO2 than any other country.", "supported"),
        ("All told, India has released more fossil CO2 than the United States.", "contradicted"),
        ("No EU member emits as much carbon dioxide as Germany.", "supported"),
        ("No EU member emits as much carbon dioxide as France.", "contradicted"),
        ("Nigeria is Africa's most populous nation.", "supported"),
        ("South Africa is Africa's most populous nation.", "contradicted"),
        ("Nearly all of Norway's electricity comes from water and wind.", "supported"),
        ("Nearly all of Poland's electricity comes from wind.", "contradicted"),
        ("Half of humanity lives in India.", "contradicted"),
    ],
)
def test_the_verdict_follows_the_figures_in_any_words(sentence: str, token: str) -> None:
    assert verdict(sentence) == token


def test_more_than_a_third_stays_true_when_it_has_become_more() -> None:
    assert verdict("Germany has cut its fossil CO2 by more than a third since 1990.") == "supported"


def test_a_multiple_that_was_not_read_is_not_borne_out_by_the_rest() -> None:
    sentence = "China emitted 31 percent of the world's fossil CO2 in 2021, twice the share of 2019."
    assert verdict(sentence) == "not_checkable"


def test_half_of_what_is_no_figure_does_not_stand_in_the_way() -> None:
    sentence = "France, which drew 69 percent of its electricity from reactors in 2021, shut half of them for repairs."
    assert verdict(sentence) == "supported"


def test_a_claim_without_figures_is_told_with_what_was_read() -> None:
    reading = parley.read_text("Germany imports 40 percent of its gas from Norway.", published="2022-01-01")
    reasons = [check_assertion(assertion).reason for assertion in assertions_of(reading)]
    assert any("Read was “40”" in reason and "Germany" in reason for reason in reasons)
