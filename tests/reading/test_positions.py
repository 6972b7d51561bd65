"""What Parties hold on issues, read from made-up sentences."""

from __future__ import annotations

import re

import pytest

from parley.reading.lexicon import load
from parley.reading.positions.cues import FRAMES
from parley.reading.positions.issues import find_issue, issues
from parley.records import Position
from tests.reading.making import document, read

STANCES = {"supports", "opposes", "urges", "links", "separates", "claims", "states"}


def positions(text: str) -> list[Position]:
    return list(read(text).positions)


def only(text: str) -> Position:
    found = positions(text)
    assert len(found) == 1, [(p.party, p.issue, p.quote.exact) for p in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "party", "stance", "issue", "towards"),
    [
        ("Canada urged Brazil to stop building coal plants.", "CAN", "urges", "coal", ("BRA",)),
        ("Norway called on Mexico to cut methane leaks.", "NOR", "urges", "methane", ("MEX",)),
        ("The Chilean government rejected the carbon border levy.", "CHL", "opposes", "carbon_border", ()),
        ("Kenya accused Norway of hiding oil subsidies.", "KEN", "opposes", "fossil_fuels", ("NOR",)),
        ("Kenya has warned Norway against drilling for oil.", "KEN", "opposes", "fossil_fuels", ("NOR",)),
        ("Ottawa wants rich nations to pay their climate debts.", "CAN", "urges", "finance", ("DEV",)),
        ("Mexico refused to discuss a price on carbon.", "MEX", "opposes", "carbon_pricing", ()),
        ("Norway stopped short of endorsing an end to oil and gas.", "NOR", "opposes", "fossil_fuels", ()),
        ("Mexico did not welcome the carbon border levy.", "MEX", "opposes", "carbon_border", ()),
        ("Canada announced that it is leaving the Paris Agreement.", "CAN", "opposes", "paris_agreement", ()),
        ("The reefs, which Mexico claims as its own, are small.", "MEX", "claims", "territory", ()),
    ],
)
def test_a_stance_has_its_holder_issue_and_addressee(
    text: str, party: str, stance: str, issue: str, towards: tuple[str, ...]
) -> None:
    found = only(text)
    assert (found.party, found.stance, found.issue, found.towards) == (party, stance, issue, towards)


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("The clause on coal was removed after objections from Mexico.", "MEX", "opposes"),
        ("Ottawa's refusal to join the coal pledge has angered its neighbours.", "CAN", "opposes"),
        ("Brazil has faced pressure from Norway to protect its forests.", "NOR", "urges"),
        ("A proposal to end oil subsidies was blocked by Mexico.", "MEX", "opposes"),
        ("The proposal, opposed by Mexico, would end subsidies for oil.", "MEX", "opposes"),
        ("That compares with a share of at least 10% sought by Nairobi.", "KEN", "urges"),
        ("The pledge was a step that Mexico had resisted until the last moment.", "MEX", "opposes"),
        ("Ottawa steps up its efforts to persuade Brazil to leave coal behind.", "CAN", "urges"),
        ("Canada joined Norway in opposing new coal mines.", "CAN", "opposes"),
    ],
)
def test_a_stance_in_a_noun_a_passive_or_a_clause_without_a_subject_has_its_holder(
    text: str, party: str, stance: str
) -> None:
    found = only(text)
    assert (found.party, found.stance) == (party, stance)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Mexico will not be pushed into a coal phase-out.", "MEX"),
        ("Mexico has not signed up to the methane pledge.", "MEX"),
        ("Mexico has shown little appetite for a carbon tax.", "MEX"),
        ("Mexico is reluctant to set a date for ending coal power.", "MEX"),
        ("Mexico isn't in favour of a levy on shipping.", "MEX"),
        ("Mexico's ministry said the levy would hurt its exporters.", "MEX"),
        ("Mexico called the carbon border levy protectionist.", "MEX"),
        ("A Mexican official said rich countries had an obligation to pay.", "MEX"),
        ("Countries including Mexico and Chile have come out against the levy.", "CHL"),
        ("Two State Department officials said that China should pay its share.", "USA"),
        ("A foreign ministry spokeswoman in Nairobi said that China should pay its share.", "KEN"),
        ("Budapest said families should not foot the bill for carbon taxes.", "HUN"),
    ],
)
def test_a_refusal_or_verdict_is_a_position(text: str, party: str) -> None:
    assert party in {position.party for position in positions(text)}


def test_he_who_urges_a_party_is_not_of_that_party() -> None:
    text = (
        "Prime Minister Ola Brekkhus of Norway spoke with President Ana Lima of Brazil. "
        "He urged Brazil to protect its forests."
    )
    found = only(text)
    assert (found.party, found.holder) == ("NOR", "Ola Brekkhus")


def test_an_opinion_of_the_document_itself_follows_no_question_and_no_condition() -> None:
    assert positions("Reporters asked why Canada should pay for coal exits.") == []
    assert positions("If Norway wants to see an end to coal, campaigners say, it may not get it.") == []


def test_a_joint_position_gives_one_record_for_each_party() -> None:
    found = positions("Norway and Canada agreed to encourage Brazil to protect its forests.")
    assert {position.party for position in found} == {"NOR", "CAN"}
    assert {position.towards for position in found} == {("BRA",)}
    assert len({position.quote.exact for position in found}) == 1


def test_what_a_minister_says_others_must_do_is_the_position_of_his_country() -> None:
    text = "Norway's environment minister, Ola Brekkhus, said that donors should double climate finance."
    found = only(text)
    assert (found.party, found.stance, found.issue) == ("NOR", "urges", "finance")
    assert found.attribution.name == "Ola Brekkhus"


def test_we_in_quotation_marks_is_the_speaker() -> None:
    text = '"We ask for no new coal," said Ola Brekkhus, Norway\'s environment minister, at a meeting in Brazil.'
    found = only(text)
    assert (found.party, found.issue) == ("NOR", "coal")


def test_it_in_reported_speech_is_the_party_that_speaks() -> None:
    found = only(
        "Mexico, which Canada has courted for years, said on Monday that it would not sign the methane pledge."
    )
    assert (found.party, found.issue) == ("MEX", "methane")


def test_keeping_climate_apart_from_other_matters_separates() -> None:
    found = only("Canada has tried to keep the climate talks separate from trade.")
    assert (found.party, found.stance, found.issue) == ("CAN", "separates", "trade")


def test_what_hinders_is_held_by_the_one_who_says_so() -> None:
    text = "Mexico's foreign ministry said that Canadian tariffs were hindering cooperation on climate."
    found = only(text)
    assert (found.party, found.stance, found.towards) == ("MEX", "links", ("CAN",))


def test_the_quote_is_the_clause_of_the_stance() -> None:
    text = (
        "After two days of talks in a hotel by the lake, Canada urged Brazil to stop building coal plants, "
        "which supply a tenth of its power."
    )
    found = only(text)
    assert found.quote.exact == "Canada urged Brazil to stop building coal plants"
    assert text[found.quote.start : found.quote.end] == found.quote.exact


def test_a_position_told_twice_is_one_record() -> None:
    text = (
        "Canada urged Brazil to abandon coal.\n\nBrazil was silent. Canada again pressed Brazil to leave coal behind."
    )
    found = only(text)
    assert len(found.quotes) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Analysts urged Brazil to stop building coal plants.",
        "Former Norwegian minister Ola Brekkhus, now of the Fjord Institute, called for an end to coal.",
        "The company opposed the methane rules.",
        "The talks in Norway have been pushed back to May.",
        "Canada will cut its emissions by 40% by 2030.",
        "Brazil was expected to speak on Monday.",
        "Canada's minister told reporters that the two countries had plans to hold a summit on methane.",
        "China's demand for coal rose by 5% last year.",
        "Kenya wants 100% of its power to come from renewables by 2030.",
        "Ottawa declined to comment on the talks about coal.",
        "The call from Ana Lima of Brazil to the envoy lasted 20 minutes.",
        "Brazil asked its parliament for funds.",
        "Brazil linked up with Chile on forests through a joint office.",
    ],
)
def test_others_and_other_news_are_no_positions(text: str) -> None:
    assert positions(text) == []


def test_a_party_asked_in_the_passive_is_not_the_holder() -> None:
    assert all(position.party != "BRA" for position in positions("Brazil was urged to stop building coal plants."))


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("new coal plants", "coal"),
        ("sanctions over forced labour", "sanctions"),
        ("limit warming to 1.5 degrees", "temperature_goal"),
        ("climate action", "ambition"),
        ("ahead of the climate summit", None),
        ("a cup of tea", None),
    ],
)
def test_an_issue_is_the_most_specific_one_named_first(words: str, issue: str | None) -> None:
    found = find_issue(words)
    assert (found[0] if found else None) == issue


def test_the_lexicon_is_whole() -> None:
    table = load("positions")
    assert len(issues()) == len(set(issues()))
    assert all(re.fullmatch(r"[a-z_]+", token) for token in issues())
    assert {row["stance"] for row in [*table["verbs"], *table["phrases"]]} <= STANCES
    assert {row["stance"] for row in table["nouns"]} <= STANCES
    assert {row["frame"] for row in table["verbs"]} <= set(FRAMES)
    assert {row.get("by", "subject") for row in table["phrases"]} <= {"subject", "speaker"}
    assert {row.get("needs", "issue") for row in [*table["verbs"], *table["phrases"]]} <= {"issue", "party", "matter"}
    assert {row["issue"] for row in table["phrases"] if "issue" in row} <= set(issues())


def test_every_quote_is_in_the_document() -> None:
    text = (
        "Canada urged Brazil to leave coal. “We reject this,” said Brazil’s minister Ana Tuxá.  Norway hailed the deal."
    )
    reading = read(text)
    assert reading.positions
    for position in reading.positions:
        for quote in position.quotes:
            assert document(text).text[quote.start : quote.end] == quote.exact
