from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

import parley
from parley import workflow
from parley.errors import DocumentError, LedgerError, RecordNotFound
from parley.ledger import Ledger
from parley.records import Document, Pledge, Quote, Reading
from parley.terms.when import Interval
from tests.ledger.making import SENTENCES, make_document, make_reading, make_story


class CountingReader:
    """Reads stories, counting; crashes on one text and invents words for another."""

    name = "counting-reader/1"

    def __init__(self) -> None:
        self.read_ids: list[str] = []

    def read(self, document: Document) -> Reading:
        self.read_ids.append(document.id)
        if "crash" in document.text:
            raise ZeroDivisionError("division by zero")
        if "invent" in document.text:
            quote = Quote(start=0, end=5, exact="Never")
            return Reading(
                document=document,
                reader=self.name,
                pledges=(Pledge(document=document.id, quotes=(quote,), party="CHL", kind="other"),),
            )
        if all(sentence in document.text for sentence in SENTENCES):
            return make_reading(document, self.name)
        return Reading(document=document, reader=self.name)

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """In batches of three, as a pipeline would: it looks ahead of what it has given out."""
        batch: list[Document] = []
        for document in documents:
            batch.append(document)
            if len(batch) == 3:
                yield from [self.read(waiting) for waiting in batch]
                batch = []
        yield from [self.read(waiting) for waiting in batch]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "parley.db")


def test_documents_go_into_the_ledger_in_order(ledger: Ledger) -> None:
    stories = [make_story(number) for number in range(7)]
    outcome = workflow.read(stories, ledger, CountingReader())
    assert [taken.document for taken in outcome.taken] == stories
    assert outcome.errors == ()
    assert outcome.readings(ledger) == [make_reading(story, CountingReader.name) for story in stories]


def test_what_was_read_is_not_read_again(ledger: Ledger) -> None:
    stories = [make_story(number) for number in range(2)]
    workflow.read(stories, ledger, CountingReader())
    reader = CountingReader()
    moved = stories[0].model_copy(update={"source": "elsewhere.txt"})
    outcome = workflow.read([moved, stories[1], make_story(2)], ledger, reader)
    assert reader.read_ids == [make_story(2).id]
    assert len(outcome.documents) == 3
    assert ledger.sources(moved.id) == ("elsewhere.txt", "stories/000.txt")


def test_a_crash_costs_one_document_only(ledger: Ledger) -> None:
    crashing = make_document("This will crash.", source="crash.txt")
    inventing = make_document("This will invent words.", source="invent.txt")
    missing = DocumentError("missing.txt", "there is no such file")
    found = [make_story(0), make_story(1), crashing, make_story(2), missing, inventing, make_story(3)]
    outcome = workflow.read(found, ledger, CountingReader())
    assert [taken.document.source for taken in outcome.taken] == [f"stories/00{number}.txt" for number in range(4)]
    assert sorted(error.source for error in outcome.errors) == ["crash.txt", "invent.txt", "missing.txt"]
    complaints = {error.source: str(error) for error in outcome.errors}
    assert "ZeroDivisionError" in complaints["crash.txt"]
    assert "'Never' are not at 0:5" in complaints["invent.txt"]
    assert len(list(ledger.readings())) == 4


class BrokenInBatches(CountingReader):
    """Fails at once when it is given several documents."""

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        raise RuntimeError("no batches today")


def test_a_reader_that_cannot_read_in_batches_reads_one_by_one(ledger: Ledger) -> None:
    stories = [make_story(number) for number in range(3)]
    outcome = workflow.read([*stories, make_document("This will crash.")], ledger, BrokenInBatches())
    assert [taken.document for taken in outcome.taken] == stories
    assert len(outcome.errors) == 1


def test_a_ledger_that_fails_ends_the_work(tmp_path: Path) -> None:
    Ledger(tmp_path / "parley.db").close()
    closed = Ledger(tmp_path / "parley.db", read_only=True)
    with pytest.raises(LedgerError, match="read only"):
        workflow.read([make_story()], closed, CountingReader())


def test_progress_is_told_once_for_each_document(ledger: Ledger) -> None:
    told: list[str] = []
    missing = DocumentError("missing.txt", "there is no such file")
    workflow.read([make_story(0), missing], ledger, CountingReader())
    workflow.read([make_story(0), missing, make_story(1)], ledger, CountingReader(), told.append)
    assert sorted(told) == ["missing.txt", "stories/000.txt", "stories/001.txt"]


def test_duplicates_are_named_with_what_is_the_same() -> None:
    story = make_story(0)
    copy = story.model_copy(update={"source": "copy.txt"})
    assert workflow.duplicates([story, copy, story]) == [
        "copy.txt: the same bytes as stories/000.txt",
        "stories/000.txt: the same bytes as copy.txt",
    ]


def test_a_view_joins_reports_and_filters_what_it_joins(ledger: Ledger) -> None:
    ledger.add(make_reading(make_story()))
    shown = workflow.view(ledger)
    spring, autumn = Interval(date(2021, 5, 1), date(2021, 5, 31)), Interval(date(2021, 9, 1), None)
    assert len(shown.events()) == len(shown.events("CHL", spring)) == 1
    assert shown.events("FRA") == shown.events(period=autumn) == []
    assert len(shown.pledges("CHL", spring)) == 1
    assert shown.pledges("PER") == shown.pledges(period=autumn) == []
    assert [person.name for person in shown.people("PER", spring)] == ["Ana Oru"]
    assert all(shown.linked[record.id] is record for record in (*shown.events(), *shown.pledges(), *shown.people()))
    assert {report.kind_of_report for report in shown.evidence(shown.events()[0])} == {"engagement"}


def test_a_briefing_needs_a_document(tmp_path: Path) -> None:
    with pytest.raises(RecordNotFound, match="to brief on"):
        workflow.brief([], tmp_path / "briefing")
    assert all(path.exists() for path in workflow.brief([make_reading(make_story())], tmp_path / "briefing"))


@pytest.mark.parametrize(
    ("published", "interval"),
    [
        ("2021-05-05", Interval.day(date(2021, 5, 5))),
        (date(2021, 5, 5), Interval.day(date(2021, 5, 5))),
        ("2021-05", Interval.month(2021, 5)),
        (Interval.year(2021), Interval.year(2021)),
    ],
)
def test_a_text_is_read_with_the_date_it_is_given(
    monkeypatch: pytest.MonkeyPatch, published: date | str | Interval, interval: Interval
) -> None:
    monkeypatch.setattr("parley.workflow.reading.small_reader", CountingReader)
    reading = parley.read_text(make_story().text, published=published)
    assert reading.document.published == interval
    assert len(list(reading.reports())) == 8


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        parley.read_text("Chile will plant trees.", published="yesterday")


def test_the_package_offers_what_it_names_and_loads_it_late() -> None:
    for name in parley.__all__:
        assert getattr(parley, name) is not None
    assert set(dir(parley)) == set(parley.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = parley.nonsense
    program = "import sys, parley; sys.exit(bool({'pydantic', 'spacy', 'sqlalchemy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0
