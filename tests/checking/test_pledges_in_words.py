"""Pledges, targets and gaps as sentences tell them, in many voices, each with the verdict it should get."""

from __future__ import annotations

import csv
import warnings
from datetime import date
from pathlib import Path

import pytest

import parley
from parley.checking.assertions import assertions_of
from parley.checking.check import check_assertion
from parley.records.verdict import Verdict, worst

ROWS = list(csv.DictReader(Path(__file__).with_name("pledge_sentences.csv").read_text("utf-8").splitlines()))
EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


def verdicts(text: str, said: str) -> list[Verdict]:
    """The verdicts on all that a text asserts, in its order."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reading = parley.read_text(text, published=date.fromisoformat(said))
    return [check_assertion(each) for each in assertions_of(reading)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["sentence"][:60])
def test_a_sentence_gets_the_verdict_it_should(row: dict[str, str]) -> None:
    assert worst(tuple(each.token for each in verdicts(row["sentence"], row["said"]))) == row["verdict"]


def test_news_told_days_before_a_pledge_came_on_record_is_supported_with_the_day() -> None:
    text = (
        "The cabinet has met. Germany is to be climate neutral by 2045 and plans to cut emissions 65 percent by 2030."
    )
    found = verdicts(text, "2021-05-06")
    assert [each.token for each in found] == ["supported", "supported"]
    assert all("it came on record on 2021-05-12" in each.reason for each in found)


def test_what_was_replaced_need_only_have_been_pledged_once() -> None:
    text = (
        "Seoul now wants to cut emissions by 40 percent from 2018 levels by 2030. The earlier target was 24.4 percent."
    )
    assert "contradicted" not in [each.token for each in verdicts(text, "2021-11-20")]


def test_what_the_record_has_is_told_where_nothing_can_be_compared() -> None:
    (found,) = verdicts("Viet Nam will keep the emissions of its power sector at 190 megatonnes by 2030.", "2022-12-20")
    assert found.token == "not_checkable"
    assert "15.8 to 43.5 % reduction" in found.reason


def test_an_outdated_pledge_tells_both_times() -> None:
    (replaced,) = verdicts("Canada aims to cut emissions by 30 percent by 2030 from 2005 levels.", "2018-03-01")
    assert replaced.reason.startswith("Right when it was said: Canada had 30.0 % reduction against 2005 by 2030")
    assert "replaced on 2021-04-22 by 40.0 to 45.0 % reduction" in replaced.reason
    (earlier,) = verdicts("Canada aims to cut emissions by 30 percent by 2030 from 2005 levels.", "2023-03-01")
    assert earlier.reason.startswith("Right until 2021-04-22: Canada had 30.0 % reduction")


@pytest.mark.parametrize(
    ("sentence", "token"),
    [
        ("Will China pledge carbon neutrality by 2045?", []),
        ("China has pledged carbon neutrality by 2045.", ["contradicted"]),
    ],
)
def test_a_question_asserts_nothing(sentence: str, token: list[str]) -> None:
    assert [each.token for each in verdicts(sentence, "2022-03-01")] == token


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_no_news_of_the_example_documents_is_contradicted(path: Path) -> None:
    from parley.documents import load_file
    from parley.reading import Reader

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reading = Reader().read(load_file(path))
    pledges = [each for each in assertions_of(reading) if each.measure == "pledge"]
    assert "contradicted" not in [check_assertion(each).token for each in pledges]
