from __future__ import annotations

from pathlib import Path

import pytest

from parley.errors import UsageError
from parley.ledger import Ledger
from parley.records import Reading
from tests.ledger.making import MEETING, make_document, make_reading, make_story


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = Ledger(tmp_path / "parley.db")
    ledger.add(make_reading(make_story()))
    return ledger


def test_search_finds_the_document_and_the_reports_whose_words_match(ledger: Ledger) -> None:
    hits = ledger.search("lima")
    assert [hit.kind for hit in hits] == ["document", "engagement"]
    assert hits[1].snippet == MEETING
    assert [hits[1].snippet[start:end] for start, end in hits[1].marks] == ["Lima"]


def test_a_report_with_several_matching_quotes_is_one_hit(ledger: Ledger) -> None:
    assert [hit.kind for hit in ledger.search("percent")] == ["document", "pledge"]


def test_words_are_all_wanted_in_any_ending_case_and_accent(ledger: Ledger) -> None:
    assert [hit.kind for hit in ledger.search("EMISSION cutting")] == ["document", "pledge"]
    assert [hit.kind for hit in ledger.search("límá")] == ["document", "engagement"]
    assert ledger.search("lima antarctica") == []


def test_phrases_and_beginnings_are_understood(ledger: Ledger) -> None:
    assert [hit.kind for hit in ledger.search('"carbon price"')] == ["document", "position"]
    assert ledger.search('"price carbon"') == []
    assert [hit.kind for hit in ledger.search("misspel*")] == ["document", "correction"]


@pytest.mark.parametrize(
    "words", ["NEAR(lima", "AND lima", "x:lima", "exact:lima", "^lima", '"lima', "-lima", "{lima}", "lima\0"]
)
def test_no_words_are_taken_for_a_query_language(ledger: Ledger, words: str) -> None:
    plain = "".join(character if character.isalnum() else " " for character in words)
    assert ledger.search(words) == ledger.search(f'"{plain}"')


@pytest.mark.parametrize("words", ["", "  ", "?!", '""', "*"])
def test_a_search_without_a_word_is_refused(ledger: Ledger, words: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        ledger.search(words)


def test_only_the_newest_reading_is_searched(ledger: Ledger) -> None:
    ledger.add(make_reading(make_story(), reader="parley-rules/0.2 test", leave_out=("engagements",)))
    assert [hit.kind for hit in ledger.search("lima")] == ["document"]


def test_the_marks_of_the_search_in_a_text_do_no_harm(ledger: Ledger) -> None:
    ledger.add(Reading(document=make_document("odd \ue001 private \ue000 signs"), reader="r/1"))
    assert [hit.kind for hit in ledger.search("private")] == ["document"]
