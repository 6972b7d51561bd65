"""Quoted speech, its exact words and its speaker."""

from __future__ import annotations

import pytest

from parley.records import Statement
from tests.reading.making import read


def quoted(text: str) -> list[tuple[str | None, str]]:
    return [(s.speaker, s.quote.exact) for s in read(text).statements if s.speech == "quoted"]


@pytest.mark.parametrize(
    "text",
    [
        '"We are late," said Norwegian minister Kari Lunde.',
        '"We are late," Kari Lunde, the Norwegian minister, told reporters.',
        'Norwegian minister Kari Lunde said: "We are late,"',
        "“We are late,” said Norwegian minister Kari Lunde.",
        '"We are late," said Fjord Institute founder and climate adviser Kari Lunde.',
        '"We are late,” Kari Lunde said.',
        "‘We are late,’ Norwegian minister Kari Lunde said in Oslo.",
    ],
)
def test_the_speaker_stands_behind_or_before_the_words(text: str) -> None:
    assert quoted(text) == [("Kari Lunde", "We are late,")]


def test_a_bare_continuation_keeps_its_speaker() -> None:
    said = quoted('"We are late," said Kari Lunde, the minister. "The ice does not wait for us to finish talking."')
    assert [speaker for speaker, _ in said] == ["Kari Lunde", "Kari Lunde"]


def test_one_quotation_over_several_paragraphs_has_one_speaker() -> None:
    said = quoted(
        'Minister Kari Lunde said: "We are late and everybody in this room knows it.\n\n'
        '"The ice does not wait for us to finish talking."\n'
    )
    assert [speaker for speaker, _ in said] == ["Kari Lunde", "Kari Lunde"]
    assert said[1][1].startswith("The ice")


def test_he_said_goes_back_to_the_last_speaker() -> None:
    said = quoted(
        "Minister Ola Brekke met Minister Shen Yulan in Oslo.\n\n"
        '"We are late," Brekke said.\n\n"But we are not lost," he said.'
    )
    assert said == [("Ola Brekke", "We are late,"), ("Ola Brekke", "But we are not lost,")]


def test_half_a_sentence_in_marks_is_speech_of_the_clause_around_it() -> None:
    said = quoted('Shen Yulan told delegates that the plan would "undo the work of a whole decade" unless changed.')
    assert said == [("Shen Yulan", "undo the work of a whole decade")]


def test_the_words_of_a_relative_clause_belong_to_its_head() -> None:
    said = quoted(
        'Brekke spoke with Foreign Minister Shen Yulan, who told Brekke that Oslo was a "partner and friend,".'
    )
    assert [speaker for speaker, _ in said] == ["Shen Yulan"]


def test_a_ministry_and_a_nameless_source_are_speakers_of_their_own_kind() -> None:
    statements = read(
        'Norway\'s foreign ministry said in a statement: "No decision has been taken on the matter."\n\n'
        '"It will be a short trip," said an official familiar with the plans.'
    ).statements
    kinds = [(s.attribution.kind, s.attribution.name) for s in statements if s.speech == "quoted"]
    assert kinds[0][0] == "organisation"
    assert "foreign ministry" in (kinds[0][1] or "")
    assert kinds[1][0] == "anonymous"


@pytest.mark.parametrize(
    "text",
    [
        'The panel, entitled, "Northern Voices: Leadership in a Warming Arctic," was streamed from Oslo.',
        'Ministers called the "green" label a problem.',
        'She wrote a book, "The Long Thaw of the North", in 2019.',
    ],
)
def test_titles_and_scare_quotes_are_not_speech(text: str) -> None:
    assert quoted(text) == []


def test_reported_speech_is_kept_with_its_speaker() -> None:
    statements = read("Kari Lunde said on Monday that Norway would go further.").statements
    assert [(s.speech, s.speaker, s.cue) for s in statements] == [("reported", "Kari Lunde", "say")]


def test_a_lost_closing_mark_does_not_swallow_the_next_paragraph() -> None:
    statements: tuple[Statement, ...] = read(
        'Kari Lunde said: "We are late and we know it.\n\nOla Brekke was not in the room.\n'
    ).statements
    quotes = [s.quote.exact for s in statements if s.speech == "quoted"]
    assert quotes == ["We are late and we know it."]


def test_a_line_break_inside_a_quotation_does_not_end_it() -> None:
    said = quoted('"We are late. \nIt was a warning to all,"\nsaid Kari Lunde, the Norwegian minister.')
    assert said == [("Kari Lunde", "We are late. \nIt was a warning to all,")]
