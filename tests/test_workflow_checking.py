from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

import parley
from parley import workflow
from parley.checking.sentence_lines import Sentence
from parley.checking.version import checker_name
from parley.ledger import Ledger
from parley.records import Document, Reading
from parley.terms.when import Interval
from tests.ledger.making import make_reading, make_story

THIRD = "Japan is the world's third-largest economy."


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    kept = Ledger(tmp_path / "parley.db")
    for number in range(3):
        kept.add(make_reading(make_story(number)))
    return kept


class Fragile:
    """Finds nothing in a document, and crashes on one."""

    name = "fragile/1"

    def read(self, document: Document) -> Reading:
        if "crash" in document.text:
            raise ZeroDivisionError("division by zero")
        return Reading(document=document, reader=self.name)

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        return map(self.read, documents)


def test_a_sentence_that_crashes_the_reader_costs_only_itself_and_keeps_its_place() -> None:
    texts = ["It rained.", "This will crash.", "", "It snowed.", "x" * 1_000_001]
    told: list[str] = []
    found = list(workflow.check_sentences(map(Sentence, texts), Fragile(), progress=told.append))
    assert [checked.text for checked in found] == texts == told
    assert [checked.failed for checked in found] == [False, True, False, False, True]
    assert found[1].reason.startswith("The text could not be read (ZeroDivisionError: division by zero).")
    assert found[4].reason == "The text has 1,000,001 characters of text, more than 1,000,000."
    assert {checked.token for checked in found} == {"not_checkable"}


def test_many_sentences_are_read_as_they_are_needed() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Sentence]:
        while True:
            taken.append(1)
            yield Sentence("It rained.")

    found = workflow.check_sentences(endless(), Fragile())
    assert [next(found).text for _ in range(70)] == ["It rained."] * 70
    assert len(taken) < 200


@pytest.mark.parametrize("published", ["2021-08-31", "2021-08", date(2021, 8, 31), Interval.year(2021)])
def test_a_claim_without_a_year_is_judged_for_the_day_on_which_it_was_said(
    published: date | str | Interval,
) -> None:
    (claim,) = parley.check(THIRD, published=published).claims
    assert claim.assertion.said is not None
    assert claim.assertion.said.year == 2021
    assert {reference.year for reference in claim.verdict.references if reference.as_of == "then"} == {2020}


def test_today_is_the_day_given_else_the_last_with_figures() -> None:
    assert parley.check(THIRD, today=date(2022, 6, 30)).token == "supported"
    assert parley.check(THIRD).token == "outdated"
    assert parley.check(THIRD).published is None


def test_a_date_that_the_text_states_counts_where_none_is_given() -> None:
    (claim,) = parley.check(f"TOKYO, 31 August 2021 — {THIRD}").claims
    assert claim.assertion.said == date(2021, 8, 31)


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        parley.check(THIRD, published="yesterday")


def test_a_ledger_is_checked_once_by_a_checker_and_again_by_another(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workflow.check_ledger(ledger) == len(ledger.verdicts()) > 0
    assert workflow.check_ledger(ledger) == 0
    monkeypatch.setattr("parley.checking.version.checker_name", lambda: f"{checker_name()}-newer")
    assert workflow.check_ledger(ledger) == len(ledger.verdicts())


def test_readings_named_are_checked_and_no_others(ledger: Ledger) -> None:
    first = next(iter(ledger.readings()))
    workflow.check_ledger(ledger, [first])
    checked = set(ledger.verdicts())
    assert checked
    assert checked <= {report.id for report in first.reports()}


def test_all_reports_with_a_verdict_are_told_with_their_documents(ledger: Ledger) -> None:
    assert workflow.judged(ledger) == []
    workflow.check_ledger(ledger)
    told = workflow.judged(ledger)
    assert {one.report.id for one in told} == set(ledger.verdicts())
    assert all(one.document.id == one.report.document for one in told)
    assert all(ledger.verdicts()[one.report.id] == one.verdict for one in told)
