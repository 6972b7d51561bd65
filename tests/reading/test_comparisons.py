"""Comparisons of Parties: with a number or without, with several, with the rest of the world."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.records import Claim
from tests.reading.making import read


def claims(text: str) -> list[Claim]:
    return list(read(text, "2023-11-20").claims)


def only(text: str) -> Claim:
    found = claims(text)
    assert len(found) == 1, [(c.subject, c.measure, c.low, c.quote.exact) for c in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "comparator", "about"),
    [
        ("Peru emits more than Chile.", ">", None),
        ("Peru emits less CO2 than Chile.", "<", None),
        ("Peru's emissions are lower than Chile's.", "<", None),
        ("Peru's emissions are higher than those of Chile.", ">", None),
        ("Peru's annual emissions exceed those of Chile.", ">", None),
        ("Peru's emissions have overtaken Chile's.", ">", None),
        ("Per head, Peru emits more than Chile.", ">", "per_capita"),
        ("Peruvians emit less per person than Chileans.", "<", "per_capita"),
        ("Peru has emitted more CO2 since 1850 than Chile.", ">", "cumulative"),
        ("Historically, Peru has emitted more than Chile.", ">", "cumulative"),
        ("Peru has more people than Chile.", ">", "population"),
        ("Peru burns less coal than Chile.", "<", "coal"),
        ("Peru's economy is larger than Chile's.", ">", "gdp"),
    ],
)
def test_a_comparison_needs_no_number(text: str, comparator: str, about: str | None) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.low, claim.against) == ("ratio", "PER", None, ("CHL",))
    assert (claim.comparator, claim.about) == (comparator, about)


def test_a_comparison_may_name_its_year_and_its_gas() -> None:
    claim = only("In 2020 Peru emitted more greenhouse gases than Chile.")
    assert (claim.year, claim.gas) == (2020, "GHG")


def test_a_comparison_over_years_has_both_ends() -> None:
    claim = only("Peru put out more CO2 between 1990 and 2019 than Chile did.")
    assert (claim.base_year, claim.year, claim.about) == (1990, 2019, "cumulative")


@pytest.mark.parametrize(
    ("text", "against", "together"),
    [
        ("Peru emits more than Chile and Kenya combined.", ("CHL", "KEN"), True),
        ("Peru emits more than Chile and Kenya put together.", ("CHL", "KEN"), True),
        ("Peru emits more than Chile, Kenya and Ghana together.", ("CHL", "KEN", "GHA"), True),
        ("Peru emits more than Chile and Kenya.", ("CHL", "KEN"), False),
        ("Peru emits more than the world average per head.", ("WLD",), False),
    ],
)
def test_those_compared_with_may_be_summed(text: str, against: tuple[str, ...], together: bool) -> None:
    claim = only(text)
    assert (claim.against, claim.together) == (against, together)


def test_several_may_be_compared_together() -> None:
    claim = only("Peru, Chile and Kenya together emit less than Ghana.")
    assert (claim.subject, claim.subjects, claim.against) == (None, ("PER", "CHL", "KEN"), ("GHA",))


@pytest.mark.parametrize(
    ("text", "low", "unit", "against"),
    [
        ("Peru emits twice as much as Chile.", 2, "times", ("CHL",)),
        ("Peru's emissions are four times those of Chile.", 4, "times", ("CHL",)),
        ("Peru's emissions per person are about eight times Chile's.", 8, "times", ("CHL",)),
        ("Peru emitted half as much CO2 as Chile in 2019.", 0.5, "times", ("CHL",)),
        ("Peru emitted 30% more CO2 than Chile in 2019.", 30, "%", ("CHL",)),
        ("Peru emitted 30% more CO2 than Chile and Kenya combined.", 30, "%", ("CHL", "KEN")),
        ("Peru's per capita emissions are three times the world average.", 3, "times", ("WLD",)),
        ("Peru burned seven times as much coal as Chile.", 7, "times", ("CHL",)),
        ("Peru's emissions are a tenth of Chile's.", 0.1, "times", ("CHL",)),
    ],
)
def test_a_ratio_has_those_it_is_a_ratio_to(text: str, low: float, unit: str, against: tuple[str, ...]) -> None:
    claim = only(text)
    assert (claim.measure, claim.subject, claim.low, claim.unit) == ("ratio", "PER", low, unit)
    assert (claim.against, claim.together) == (against, len(against) > 1)


@pytest.mark.parametrize(
    ("text", "measure", "unit"),
    [
        ("Peru emits more than the rest of the world combined.", "emissions_share", "%"),
        ("Peru burns more coal than the rest of the world.", "coal_share", "% of world coal"),
        ("Peru has more coal plants than the rest of the world combined.", "coal_capacity", "% of world"),
    ],
)
def test_more_than_the_rest_is_more_than_half(text: str, measure: str, unit: str) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low, claim.unit, claim.comparator) == ("PER", measure, 50, unit, ">")


@pytest.mark.parametrize(
    ("text", "measure", "about"),
    [
        ("Peru emits more than any other country.", "rank_emitter", None),
        ("Peru's emissions are the highest in the world.", "rank_emitter", None),
        ("Peru's per capita emissions are the highest in the world.", "rank_emitter", "per_capita"),
        ("Peru generates more solar power than any other country.", "renewables", "solar"),
        ("Peru's economy is the biggest in the world.", "rank_economy", None),
        ("Peru has the world's largest population.", "other", "population"),
    ],
)
def test_more_than_any_other_is_the_first_place(text: str, measure: str, about: str | None) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low, claim.unit, claim.about) == ("PER", measure, 1, "rank", about)


@pytest.mark.parametrize("text", ["Peru emits more than in 1990.", "Peru emits more than it did in 1990."])
def test_a_comparison_with_a_year_is_a_change(text: str) -> None:
    claim = only(text)
    assert (claim.measure, claim.low, claim.base_year, claim.direction) == ("change", None, 1990, "up")


@pytest.mark.parametrize(
    "text",
    [
        "Peru's emissions could exceed those of Chile by 2030.",
        "Peru must emit less than Chile.",
        "If Peru emitted more than Chile, nobody would mind.",
        "Peru pays more climate finance than Chile.",
        "Peru cut its emissions by more than any other country.",
        "Peru emits more than expected.",
        "Peru emits more than Atlantis and Chile combined.",
        "Peru emits more than it says.",
        "The top three emitters, Peru, Chile and Kenya, met in Lima.",
    ],
)
def test_what_is_wished_supposed_or_not_known_is_no_comparison(text: str) -> None:
    assert [claim for claim in claims(text) if claim.measure in ("ratio", "rank_emitter")] == []


def test_a_share_of_several_is_said_of_them_together() -> None:
    for text in (
        "Peru and Chile are responsible for over 40% of global emissions.",
        "Together, Peru and Chile emitted 40% of the world's CO2 in 2020.",
        "The top two emitters, Peru and Chile, emit 40% of the world's greenhouse gases.",
    ):
        claim = only(text)
        assert (claim.subject, claim.subjects, claim.low) == (None, ("PER", "CHL"), 40)


def test_a_share_that_each_has_is_said_of_each() -> None:
    found = claims("Peru and Chile each emit 4% of the world's CO2.")
    assert {claim.subject for claim in found} == {"PER", "CHL"}


def test_who_overtakes_another_takes_its_rank() -> None:
    found = claims("Peru overtook Chile as the largest emitter in 2006.")
    assert {(c.measure, c.subject, c.low, c.against, c.year) for c in found} == {
        ("ratio", "PER", None, ("CHL",), 2006),
        ("rank_emitter", "PER", 1, (), 2006),
    }


@pytest.mark.parametrize(
    ("text", "measure", "place", "about"),
    [
        ("Peru's coal fleet is the third largest in the world.", "other", 3, "coal_capacity"),
        ("The world's biggest emitter is Peru.", "rank_emitter", 1, None),
        ("Peru ranks second in greenhouse gas emissions.", "rank_emitter", 2, None),
    ],
)
def test_a_rank_may_stand_at_either_end(text: str, measure: str, place: int, about: str | None) -> None:
    claim = only(text)
    assert (claim.subject, claim.measure, claim.low, claim.about) == ("PER", measure, place, about)


SOME_WORDS = (
    *("Peru", "Chile", "the EU", "emits", "emissions", "more", "less", "than", "any other country", "twice", "half of"),
    *("as much as", "the rest of the world", "since 1990", "between 1990 and 2019", "not", "COP26", "was held in"),
    *("Glasgow", "is", "foreign minister of", "a population of", "34 million", "combined", "and", ",", "(", ")", ";"),
    *(
        "coal",
        "the largest",
        "in the world",
        "has no net-zero target",
        "per head",
        "fell by",
        "40%",
        "it is false that",
    ),
)


@given(st.lists(st.sampled_from(SOME_WORDS), min_size=1, max_size=14).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_words_are_read_and_rest_on_the_text(text: str) -> None:
    reading = read(text, "2023-11-20")
    reading.check()
    for claim in reading.claims:
        assert not (claim.subject and claim.subjects)
        assert claim.together <= (len(claim.against) > 1)
        assert claim.low is not None or claim.measure in ("ratio", "change", "office", "event_date", "target")
