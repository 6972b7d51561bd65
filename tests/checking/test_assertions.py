"""From a sentence to what it asserts: the words alone, nothing guessed, nothing twice."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.checking.assertion import MORE_MEASURES, Assertion
from parley.checking.assertions import assertions_of
from parley.checking.claims import of_claim
from parley.checking.sentences import is_called_untrue, sentence_at, states_a_condition
from parley.records import Claim, Measure, Quote
from tests.reading.making import read


def asserted(text: str, said: str | None = "2022-05-02") -> list[Assertion]:
    return assertions_of(read(text, said))


def only(text: str, said: str | None = "2022-05-02") -> Assertion:
    found = asserted(text, said)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "measure", "subject", "low", "unit"),
    [
        ("Peru emitted 27% of the world's emissions in 2019.", "emissions_share", "PER", 27, "%"),
        ("Peru emitted 70 million tonnes of CO2 in 2019.", "emissions", "PER", 70e6, "tCO2"),
        ("Peru is the world's third-largest emitter.", "rank_emitter", "PER", 3, "rank"),
        ("Peru's emissions fell by 4% in 2020.", "change", "PER", 4, "%"),
        ("Peruvians emitted 1.9 tonnes of CO2 per head in 2019.", "per_capita", "PER", 1.9, "tCO2/person"),
        ("Between 1850 and 2019 Peru emitted 3 billion tonnes of CO2.", "cumulative", "PER", 3e9, "tCO2"),
        ("Peru's emissions are twice those of Chile.", "ratio", "PER", 2, "times"),
        ("Peru emits more than Chile.", "comparison", "PER", None, None),
        ("Peru has 12 gigawatts of coal power.", "coal_capacity", "PER", 12, "GW"),
        ("Peru gets 40% of its electricity from coal.", "coal_share", "PER", 40, "%"),
        ("Peru is the world's second largest consumer of coal.", "coal_rank", "PER", 2, "rank"),
        ("Peru got 5% of its electricity from solar in 2015.", "renewables", "PER", 5, "%"),
        ("Peru gets 70% of its electricity from nuclear power.", "electricity_share", "PER", 70, "%"),
        ("Oil covered a third of Peru's energy needs in 2019.", "energy_share", "PER", 33.3333, "%"),
        ("Peru's net zero target is a decade ahead of Chile's.", "target_gap", "PER", 10, "year"),
        ("Peru has pledged to cut emissions by 30% by 2030.", "pledge", "PER", 30, "%"),
        ("The world has warmed by 1.2 degrees.", "warming", "WLD", 1.2, "degC"),
        ("The carbon budget for 1.5 degrees was 500 billion tonnes of CO2.", "budget", "WLD", 500e9, "tCO2"),
        ("Peru is the world's third-largest economy.", "rank_economy", "PER", 3, "rank"),
        ("Peru has 34 million people.", "population", "PER", 34e6, "people"),
        ("Peru has the world's largest population.", "population", "PER", 1, "rank"),
        ("Peru's GDP was 240 billion dollars in 2022.", "gdp", "PER", 240e9, "USD"),
    ],
)
def test_one_claim_is_one_assertion(text: str, measure: str, subject: str, low: float | None, unit: str | None) -> None:
    assertion = only(text)
    assert (assertion.measure, assertion.subject, assertion.low, assertion.unit) == (measure, subject, low, unit)
    assert assertion.words == text
    assert assertion.said == date(2022, 5, 2)


def test_two_claims_of_a_sentence_are_two_assertions() -> None:
    found = asserted("Peru emitted 27% of the world's greenhouse gases in 2019, followed by Chile with 11%.")
    assert [(one.subject, one.low) for one in found] == [("PER", 27), ("CHL", 11)]


def test_a_claim_and_a_pledge_of_a_sentence_are_two_assertions_in_their_order() -> None:
    found = asserted("Peru, whose emissions have halved since 1990, aims for net zero by 2050.")
    assert [one.measure for one in found] == ["change", "pledge"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru must do more to fight climate change.",
        "The minister called the talks constructive.",
        "Emissions could fall by 30 percent by 2030, analysts said.",
        "Chile urged Peru to phase out coal by 2030.",
        "If Peru met its target, its emissions would fall by half.",
        "Peru's net-zero goal is a good one.",
        "",
    ],
)
def test_a_sentence_without_a_claim_asserts_nothing(text: str) -> None:
    assert asserted(text or "…") == []


def test_a_claim_made_twice_is_asserted_once() -> None:
    text = "Peru is the world's third-largest emitter. “Peru is the world's third-largest emitter,” an envoy said."
    assert len([one for one in asserted(text) if one.measure == "rank_emitter"]) == 1


def test_words_are_the_sentence_of_a_longer_text() -> None:
    text = "The talks went on. Peru emits 3% of the world's CO2, Dr. A. Holm of the U.N. said. Nobody smiled."
    assert only(text).words == "Peru emits 3% of the world's CO2, Dr. A. Holm of the U.N. said."


def test_a_document_without_a_date_was_said_on_no_day() -> None:
    assert only("Peru emits 3% of the world's CO2.", None).said is None


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Peru's emissions have halved since 1990.", 50, "%"),
        ("Peru has halved its emissions since 1990.", 50, "%"),
        ("Peru's emissions in 2020 were a third of what they were in 1990.", 66.6667, "%"),
        ("Peru's emissions have doubled since 1990.", 2, "times"),
    ],
)
def test_a_fall_is_told_in_per_cent_and_a_rise_as_it_is(text: str, low: float, unit: str) -> None:
    assertion = only(text)
    assert assertion.low == pytest.approx(low, abs=0.001)
    assert (assertion.unit, assertion.base_year) == (unit, 1990)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's transport emissions fell by 11% in 2020.",
        "Deforestation in Peru fell by 50% in 2020.",
        "The Peruvian army emits more than Chile.",
        "Companies in Peru emitted 5 billion tonnes of CO2 in 2022.",
        "Peru is the world's largest coal exporter.",
        "Peru produces more solar panels than Chile.",
    ],
)
def test_a_part_or_another_thing_is_not_held_against_the_whole(text: str) -> None:
    assert {one.measure for one in asserted(text)} == {"other"}


def test_a_pledge_keeps_how_it_is_meant() -> None:
    assertion = only("Peru has pledged to cut its methane emissions by 30% by 2030 from 2010 levels.")
    assert (assertion.detail, assertion.year, assertion.base_year) == ("reduction", 2030, 2010)
    assert (assertion.gas, assertion.basis, assertion.status, assertion.comparator) == (
        *("CH4", "base_year"),
        *("pledged", "="),
    )


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Peru wants its emissions to peak before 2030.", "<"),
        ("Peru wants its emissions to peak by 2030.", "="),
        ("Peru wants its emissions to peak around 2030.", "~"),
    ],
)
def test_before_a_year_is_less_than_it(text: str, comparator: str) -> None:
    assertion = only(text)
    assert (assertion.detail, assertion.year, assertion.comparator) == ("peak", 2030, comparator)


def test_a_pledge_whose_year_was_counted_from_anothers_is_not_asserted() -> None:
    found = asserted("Peru wants to be climate neutral by 2050, a decade before Chile.")
    assert [(one.measure, one.subject) for one in found] == [("pledge", "PER"), ("target_gap", "PER")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Peru has no net-zero target.", None),
        ("Peru has not committed to net zero by 2050.", 2050),
        ("It is not true that Peru has pledged net zero by 2050.", 2050),
    ],
)
def test_a_goal_may_be_denied(text: str, year: int | None) -> None:
    assertion = only(text)
    assert (assertion.measure, assertion.detail, assertion.year) == ("pledge", "net_zero", year)
    assert assertion.denied


def test_a_summit_has_its_place_and_the_days_as_they_are_told() -> None:
    assertion = only("COP26 was held in Glasgow in November 2021.")
    assert (assertion.measure, assertion.detail, assertion.about, assertion.subject) == (
        *("summit", "COP26"),
        *("Glasgow", "GBR"),
    )
    assert (assertion.when, assertion.status) == ("2021-11-01/2021-11-30", "held")


def test_a_summit_told_otherwise_than_it_was_keeps_its_words() -> None:
    assertion = only("COP27 was held in Glasgow in November 2020.", "2023-05-02")
    assert (assertion.detail, assertion.about, assertion.subject, assertion.year) == ("COP27", "Glasgow", "GBR", 2020)
    assert assertion.when == "2020-11-01/2020-11-30"


def test_days_from_our_calendar_are_not_what_was_said() -> None:
    found = asserted("Peru's envoy will attend COP26 in Glasgow.", "2021-08-02")
    assert [one.when for one in found if one.measure == "summit"] in ([], [None])


@pytest.mark.parametrize(
    ("text", "party", "year"),
    [
        ("Ada Holm was Norway's foreign minister in 2021.", "NOR", 2021),
        ("Ada Holm is Norway's foreign minister.", "NOR", None),
        ("Norway's foreign minister, Ada Holm, went home.", "NOR", 2022),
        ("Ada Holm was president of COP26.", None, None),
    ],
)
def test_an_office_has_its_holder_and_its_party(text: str, party: str | None, year: int | None) -> None:
    assertion = next(one for one in asserted(text) if one.measure == "office")
    assert (assertion.about, assertion.subject, assertion.year) == ("Ada Holm", party, year)
    assert assertion.detail in ("foreign_minister", "cop_president")


def test_a_former_office_is_marked_and_of_no_year() -> None:
    assertion = next(one for one in asserted("Former Norwegian climate envoy Ada Holm went home.") if one.about)
    assert (assertion.status, assertion.year) == ("former", None)


def test_an_office_that_only_our_table_knows_is_not_asserted() -> None:
    assert [one for one in asserted("Annalena Baerbock went home.") if one.measure == "office"] == []


def test_several_are_summed_only_where_the_words_say_so() -> None:
    both = only("Peru emits more than Chile and Kenya combined.")
    each = only("Peru emits more than Chile and Kenya.")
    joint = only("Together, Peru and Chile emit more than Kenya.")
    assert (both.against, both.together) == (("CHL", "KEN"), True)
    assert (each.against, each.together) == (("CHL", "KEN"), False)
    assert (joint.subject, joint.subjects) == (None, ("PER", "CHL"))


def test_a_report_can_be_found_by_its_assertion() -> None:
    reading = read("Peru emits 3% of the world's CO2.", "2022-05-02")
    assert [one.report for one in assertions_of(reading)] == [claim.id for claim in reading.claims]


def test_the_same_text_asserts_the_same() -> None:
    text = "Peru emitted 27% of the world's CO2 in 2019, Chile 11%. Ada Holm was Norway's foreign minister in 2021."
    assert asserted(text) == asserted(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One. Two. Three.", "Two."),
        ("One.\nTwo words\nThree.", "Two words"),
        ("He came. Two, Mr. Smith said. He went.", "Two, Mr. Smith said."),
        ("Two", "Two"),
    ],
)
def test_the_sentence_around_a_quote_is_found_by_its_punctuation(text: str, words: str) -> None:
    start = text.index("Two")
    assert sentence_at(text, start, start + 3) == words


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
@settings(max_examples=200, deadline=None)
def test_a_sentence_holds_the_words_it_is_asked_for(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert " ".join(text[start:end].split()) in sentence_at(text, start, end)


def test_a_condition_and_an_untruth_are_told_by_their_words() -> None:
    assert states_a_condition("If Peru met its target, nobody would mind.")
    assert not states_a_condition("Nobody would mind if Peru met its target.")
    assert is_called_untrue("It is a myth that Peru emits most.")
    assert not is_called_untrue("Peru emits most.")


FIGURES = st.none() | st.floats(0.001, 1e13, allow_nan=False)


@given(
    measure=st.sampled_from(Measure.__args__),  # type: ignore[attr-defined]
    about=st.sampled_from([None, "per_capita", "coal", "transport emissions", "population", "gdp", "net_zero"]),
    low=FIGURES,
    unit=st.sampled_from([None, "%", "times", "rank", "tCO2", "people", "USD"]),
    direction=st.sampled_from([None, "up", "down", "to"]),
    written=st.none() | st.text(max_size=20),
)
@settings(max_examples=300, deadline=None)
def test_whatever_a_claim_holds_it_asserts_something_known(
    measure: Measure, about: str | None, low: float | None, unit: str | None, direction: str | None, written: str | None
) -> None:
    quote = Quote(start=0, end=4, exact="Peru")
    fields = {"about": about, "unit": unit, "direction": direction, "written": written, "subject": "PER"}
    claim = Claim(document="doc_0", quotes=(quote,), measure=measure, low=low, high=low, **fields)  # type: ignore[arg-type]
    assertion = of_claim(claim, "Peru", date(2022, 5, 2))
    assert assertion.measure in (*Measure.__args__, *MORE_MEASURES)  # type: ignore[attr-defined]
    assert assertion.report == claim.id
    assert (assertion.low is None) == (low is None)
