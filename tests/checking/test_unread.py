"""A part of a sentence that is borne out never stands for the whole."""

from __future__ import annotations

import pytest

import parley
from parley.checking.assertions import assertions_of
from parley.checking.check import check_assertion
from parley.records.verdict import worst


def verdict(sentence: str, said: str = "2024-03-01") -> str:
    reading = parley.read_text(sentence, published=said)
    return worst(tuple(check_assertion(assertion).token for assertion in assertions_of(reading)))


@pytest.mark.parametrize(
    "sentence",
    [
        "China was the world's largest emitter of CO2 in 2022, with Brazil taking second place.",
        "China was the world's biggest emitter of CO2 in 2022, followed closely by Japan.",
        "China was the world's biggest emitter of CO2 in 2022 and Russia came second.",
        "China has been the largest emitter of CO2 since 1950.",
        "China, like Brazil, emits more CO2 than the United States.",
        "China and Brazil each emit more CO2 than the United States.",
        "The US is the second-largest emitter of CO2, just behind India.",
        "Japan is the fifth-largest emitter of CO2, trailing Germany and Brazil.",
        "After China, the biggest emitter of CO2 is Russia.",
        "Only China emits more CO2 than Germany.",
        "China had 1,109 gigawatts of coal power in July 2023, a tenth of the total.",
        "The United States put 427 billion tonnes of fossil CO2 into the air between 1850 and 2022, 80% of the total.",
        "China emitted 11.4 billion tonnes of fossil CO2 in 2022, ahead of Mars and 99 percent of the region.",
    ],
)
def test_a_true_part_beside_words_that_were_not_understood_does_not_make_a_sentence_supported(sentence: str) -> None:
    assert verdict(sentence) != "supported"


def test_the_reason_names_the_words_that_were_not_understood() -> None:
    reading = parley.read_text("China had 1,109 gigawatts of coal power in July 2023, 70% of the total.")
    found = [check_assertion(assertion) for assertion in assertions_of(reading)]
    assert any("only a part of the sentence was understood" in each.reason.lower() for each in found)


def test_a_sentence_that_was_read_as_a_whole_is_supported() -> None:
    assert verdict("China emitted 11.4 billion tonnes of fossil CO2 in 2022.") == "supported"
    assert verdict("China has been the world's largest emitter of CO2 since 2007.") == "supported"
    assert verdict("The US is the second-largest emitter of CO2, behind China.") == "supported"
    assert verdict("China emits more CO2 than the United States and the EU combined.") == "supported"
