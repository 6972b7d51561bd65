"""Correction notes as one record each."""

from __future__ import annotations

import pytest

from tests.reading.making import read

STORY = "Kari Lunde visited Lima in March to talk about forests.\n\n"


@pytest.mark.parametrize(
    ("note", "nature"),
    [
        ("An earlier version of this story gave the wrong month. It has been corrected.", "correction"),
        ("Correction: Lunde visited in April, not March.", "correction"),
        ("This article was updated to include a comment by the embassy.", "update"),
        ("Clarification: the plan covers carbon dioxide only.", "clarification"),
        ("(This story corrects the name of the minister in paragraph 2.)", "correction"),
    ],
)
def test_a_note_at_the_foot_is_one_record(note: str, nature: str) -> None:
    corrections = read(STORY + note).corrections
    assert [(c.quote.exact, c.nature) for c in corrections] == [(note, nature)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The earlier version of the treaty had a weaker target.",
        "Ministers said the plan would be corrected by the market.",
        "Lunde rejected the criticism as wrong.",
    ],
)
def test_other_sentences_about_change_are_no_notes(sentence: str) -> None:
    assert read(STORY + sentence).corrections == ()


def test_a_note_is_tied_to_the_records_it_is_about() -> None:
    reading = read(
        "Peru pledged to cut emissions by 30% by 2030. Chile pledged to reach net zero by 2050.\n\n"
        "Correction: An earlier version of this story misstated Peru's target for 2030."
    )
    (peru,) = [pledge for pledge in reading.pledges if pledge.party == "PER"]
    assert reading.corrections[0].touches == (peru.id,)
    assert not any("earlier version" in statement.quote.exact for statement in reading.statements)


PLEDGES = "Peru pledged to cut emissions by 30% by 2030. Chile pledged to reach net zero by 2050.\n\n"


@pytest.mark.parametrize(
    "note",
    [
        "This article has been retracted.",
        "Retraction: The report was withdrawn on Monday.",
        "Editor's note: We have retracted this story, of which a part on Peru could not be confirmed.",
    ],
)
def test_a_note_that_withdraws_the_document_is_about_all_of_it(note: str) -> None:
    reading = read(PLEDGES + note)
    assert [correction.nature for correction in reading.corrections] == ["retraction"]
    assert {pledge.id for pledge in reading.pledges} <= set(reading.corrections[0].touches)
    assert len(reading.pledges) == 2


def test_a_text_of_others_that_was_withdrawn_takes_nothing_back() -> None:
    reading = read(PLEDGES + "The text was withdrawn by the hosts on Friday.")
    assert {name for correction in reading.corrections for name in correction.touches} == set()
