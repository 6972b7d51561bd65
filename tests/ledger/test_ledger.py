from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from parley.errors import RecordNotFound, UngroundedRecord
from parley.ledger import Added, Ledger
from parley.records import Correction, Document, Pledge, Quote, Reading
from tests.ledger.making import MEETING, READER, make_document, make_pledge, make_reading, make_story


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "parley.db")


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    reading = make_reading(make_story())
    assert ledger.add(reading) == Added(new=True, added=8, withdrawn=0, unchanged=0)
    assert list(ledger.readings()) == [reading]
    assert list(ledger.documents()) == [reading.document]
    assert list(ledger.reports()) == list(reading.reports())
    assert all(ledger.get(report.id) == report for report in reading.reports())
    assert ledger.get(reading.document.id) == reading.document


def test_reading_again_with_the_same_reader_changes_not_a_byte(ledger: Ledger) -> None:
    reading = make_reading(make_story())
    ledger.add(reading)
    before = list(ledger.export())
    assert ledger.add(reading) == Added(new=False, added=0, withdrawn=0, unchanged=8)
    assert list(ledger.export()) == before


def test_a_new_reader_adds_and_says_what_changed(ledger: Ledger) -> None:
    story = make_story()
    ledger.add(make_reading(story, leave_out=("claims",)))
    newer = make_reading(story, reader="parley-rules/0.2 test", leave_out=("positions", "corrections"))
    assert ledger.add(newer) == Added(new=True, added=1, withdrawn=2, unchanged=5)
    first, second = ledger.changes(story.id)
    assert (first.reader, len(first.added), first.withdrawn) == (READER, 7, ())
    assert (second.reader, second.added) == (newer.reader, (newer.claims[0].id,))
    assert (len(second.withdrawn), len(second.unchanged)) == (2, 5)


def test_the_current_view_is_the_newest_reading_and_nothing_is_lost(ledger: Ledger) -> None:
    story = make_story()
    older = make_reading(story)
    ledger.add(older)
    ledger.add(make_reading(story, reader="parley-rules/0.2 test", leave_out=("claims",)))
    assert list(ledger.reports(kind="claim")) == []
    assert ledger.get(older.claims[0].id) == older.claims[0]
    ledger.add(older)
    assert list(ledger.reports(kind="claim")) == [], "a reader that has had its turn does not come back to the top"


def test_a_text_cleaned_otherwise_is_another_edition_of_the_same_document(ledger: Ledger) -> None:
    story = make_story()
    cleaner = story.model_copy(update={"text": story.text.replace("Story number 0. ", "")})
    ledger.add(make_reading(story))
    assert ledger.add(make_reading(cleaner)).new
    assert [document.text for document in ledger.documents()] == [cleaner.text]
    assert [reading.document.text for reading in ledger.readings()] == [cleaner.text]
    assert [json.loads(line)["kind"] for line in ledger.export() if '"id":"doc_' in line].count("document") == 2


def test_the_same_bytes_under_two_paths_are_one_document_with_two_sources(ledger: Ledger) -> None:
    story = make_story()
    ledger.add(make_reading(story.model_copy(update={"source": "b.txt"})))
    ledger.add(make_reading(story.model_copy(update={"source": "a.txt"})))
    ledger.add_source(story.model_copy(update={"source": "c.txt"}))
    assert ledger.sources(story.id) == ("a.txt", "b.txt", "c.txt")
    assert [document.source for document in ledger.documents()] == ["a.txt"]
    assert len(list(ledger.readings())) == 1


def test_it_knows_what_a_reader_has_read(ledger: Ledger) -> None:
    story = make_story()
    assert not ledger.has(story, READER)
    ledger.add(make_reading(story))
    assert ledger.has(story, READER)
    assert not ledger.has(story, "parley-rules/0.2 test")
    assert not ledger.has(story.model_copy(update={"title": "Another title"}), READER)


def test_it_finds_what_a_reader_found_whichever_is_the_newest(ledger: Ledger) -> None:
    older = make_reading(make_story())
    ledger.add(older)
    ledger.add(make_reading(make_story(), reader="parley-rules/0.2 test", leave_out=("claims",)))
    moved = older.document.model_copy(update={"source": "elsewhere.txt"})
    assert ledger.find(older.document, READER) == older
    assert ledger.find(moved, READER) == older.model_copy(update={"document": moved})
    assert ledger.find(older.document, "parley-rules/0.3 test") is None


def test_a_record_without_its_words_is_refused_and_leaves_nothing(ledger: Ledger) -> None:
    story = make_story()
    stray = Quote(start=0, end=5, exact="Never")
    reading = Reading(
        document=story, reader=READER, pledges=(Pledge(document=story.id, quotes=(stray,), party="CHL", kind="other"),)
    )
    with pytest.raises(UngroundedRecord, match="'Never' are not at 0:5"):
        ledger.add(reading)
    assert list(ledger.export()) == []


def test_reports_are_found_by_kind_party_and_time(ledger: Ledger) -> None:
    ledger.add(make_reading(make_story()))
    assert {report.kind_of_report for report in ledger.reports(party="CHL")} == {
        "person",
        "engagement",
        "pledge",
        "claim",
    }
    assert [report.kind_of_report for report in ledger.reports(kind="position", party="PER")] == ["position"]
    assert list(ledger.reports(party="FRA")) == []
    held = date(2021, 5, 4)
    assert len(list(ledger.reports(kind="engagement", since=held, until=held))) == 1
    assert list(ledger.reports(kind="engagement", since=date(2021, 5, 5))) == []
    published = date(2021, 5, 5)
    assert len(list(ledger.reports(kind="pledge", since=published, until=published))) == 1
    assert list(ledger.reports(kind="pledge", until=held)) == []


def test_what_has_no_date_is_left_out_of_a_period_and_only_there(ledger: Ledger) -> None:
    undated = make_document("Chile will plant trees.", published=None)
    ledger.add(Reading(document=undated, reader=READER, pledges=(make_pledge(undated, "plant trees", 2030),)))
    assert len(list(ledger.reports(kind="pledge"))) == 1
    assert list(ledger.reports(kind="pledge", since=date(1900, 1, 1))) == []
    assert list(ledger.documents(until=date(2100, 1, 1))) == []


def test_documents_are_found_by_party_and_listed_by_date(ledger: Ledger) -> None:
    late, early, undated = (
        make_document(f"Chile will plant {trees} trees.", source=f"{trees}.txt", published=day)
        for trees, day in (("big", "2021-06-01"), ("old", "2020-01-01"), ("tall", None))
    )
    for document in (undated, late, early):
        pledges = () if document is early else (make_pledge(document, "plant", 2030),)
        ledger.add(Reading(document=document, reader=READER, pledges=pledges))
    assert [document.source for document in ledger.documents()] == ["old.txt", "big.txt", "tall.txt"]
    assert [document.source for document in ledger.documents(party="CHL")] == ["big.txt", "tall.txt"]
    assert ledger.newest(early.id).document == early


def test_an_unknown_id_is_said_to_be_unknown(ledger: Ledger) -> None:
    with pytest.raises(RecordNotFound, match="no ple_000000000000"):
        ledger.get("ple_000000000000")
    with pytest.raises(RecordNotFound, match="no document doc_000000000000"):
        ledger.changes("doc_000000000000")
    with pytest.raises(RecordNotFound, match="no document doc_000000000000"):
        ledger.newest("doc_000000000000")


def test_odd_characters_survive(ledger: Ledger) -> None:
    document = make_document('Nul \0, escape \x1b[31m, quote " and 漢字 🌍 café\u2028.', published=None)
    ledger.add(Reading(document=document, reader=READER))
    assert [kept.text for kept in ledger.documents()] == [document.text]
    assert all(line.isprintable() for line in ledger.export())


def test_the_export_is_sorted_canonical_and_complete(ledger: Ledger) -> None:
    reading = make_reading(make_story())
    ledger.add(reading)
    lines = list(ledger.export())
    assert lines == sorted(lines)
    rows = [json.loads(line) for line in lines]
    assert {row["kind"] for row in rows} == {"document", "reading", *(r.kind_of_report for r in reading.reports())}
    kept = next(row["record"] for row in rows if row["kind"] == "reading")
    assert kept["reports"] == [report.id for report in reading.reports()]
    assert not any("recorded" in line for line in lines)
    meeting = next(row["record"] for row in rows if row["kind"] == "engagement")
    assert meeting["quotes"][0]["exact"] == MEETING


def test_thousands_of_reports_come_out_in_order(ledger: Ledger) -> None:
    words = [f"number{place}" for place in range(1300)]
    document: Document = make_document(" ".join(words))
    pledges = tuple(make_pledge(document, word, 2030) for word in words)
    ledger.add(Reading(document=document, reader=READER, pledges=pledges))
    assert list(ledger.reports()) == list(pledges)
    exported = [json.loads(line)["id"] for line in ledger.export()]
    assert exported == sorted(exported)
    assert len(exported) == 1302


def test_a_field_added_later_does_not_change_what_is_kept(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    class LaterPledge(Pledge):
        cost: float | None = None

    class LaterDocument(Document):
        archived: bool = False

    reading = make_reading(make_story())
    ledger.add(reading)
    monkeypatch.setattr("parley.ledger.rows.KINDS", {"pledge": LaterPledge})
    (kept,) = ledger.reports(kind="pledge")
    assert isinstance(kept, LaterPledge)
    assert (kept.id, kept.cost) == (reading.pledges[0].id, None)
    assert ledger.has(LaterDocument.model_validate(reading.document.model_dump()), READER)


def test_a_correction_concerns_the_parties_of_what_it_touches(ledger: Ledger) -> None:
    reading = make_reading(make_story())
    touching = Correction(
        document=reading.document.id, quotes=reading.corrections[0].quotes, touches=(reading.pledges[0].id,)
    )
    ledger.add(reading.model_copy(update={"corrections": (touching,)}))
    assert list(ledger.reports(kind="correction", party="CHL")) == [touching]
    assert list(ledger.reports(kind="correction", party="PER")) == []
