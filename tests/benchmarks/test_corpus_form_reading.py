"""Records of the corpus become readings: every field in our vocabulary, every quote in its text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from benchmarks.corpus_form.document import to_corpus
from benchmarks.corpus_form.reading import FromCorpus, from_corpus
from parley.terms.when import Interval

TEXT = (
    "Envoy Daniel Harper will meet Minister Lin Tao in Hanoi on 4 May. Harper's trip to Vietnam was put off to May 9.\n"
    "Vietnam pledged to cut emissions by 20 to 25% from 2010 levels by 2030. It has 24 gigawatts of coal power.\n"
    "“We will come,” Harper said. Correction: it was Vietnam that pledged to cut emissions."
)


def row(**changes: Any) -> dict[str, Any]:
    meeting = {
        "id": "x-E1",
        "kind": "meeting",
        "parties": ["VNM", "USA"],
        "people": ["Daniel Harper", "Lin Tao"],
        "place": "Hanoi, VNM",
        "start": "2023-05-04",
        "end": "2023-05-04",
        "precision": "day",
        "status": "planned",
        "mode": "in-person",
        "evidence": "Envoy Daniel Harper will meet Minister Lin Tao in Hanoi on 4 May.",
    }
    pledge = {
        "id": "x-P1",
        "party": "VNM",
        "kind": "reduction",
        "gas": None,
        "value": [20, 25],
        "unit": "%",
        "base_year": 2010,
        "target_year": 2030,
        "qualifier": "by",
        "status": "adopted",
        "evidence": "pledged to cut emissions by 20 to 25% from 2010 levels by 2030",
        "more_evidence": ["pledged to cut emissions"],
    }
    claim = {
        "id": "x-C1",
        "subject": "VNM",
        "measure": "coal_capacity",
        "value": 24,
        "unit": "GW",
        "year": None,
        "comparator": "=",
        "attributed_to": None,
        "evidence": "24 gigawatts of coal power",
    }
    return {
        "doc": "x",
        "published": "2023-05-01",
        "people": [
            {"name": "Daniel Harper", "role": "Climate Envoy", "party": "USA", "org": None, "mentions": ["Harper"]}
        ],
        "engagements": [meeting],
        "pledges": [pledge],
        "claims": [claim],
        "quotes": [{"id": "x-Q1", "speaker": "Daniel Harper", "text": "We will come,"}],
        "corrections": [{"id": "x-X1", "evidence": "Correction: it was Vietnam that pledged to cut emissions."}],
        "positions": [],
    } | changes


def engagement(**changes: Any) -> FromCorpus:
    return from_corpus(row(engagements=[row()["engagements"][0] | changes]), TEXT)


def test_a_document_comes_back_as_it_went_in() -> None:
    given = row()
    there = from_corpus(given, TEXT)
    back = to_corpus(there.reading, "x")
    assert back["published"] == "2023-05-01"
    for kind in ("engagements", "pledges", "claims"):
        (wanted,), (found,) = given[kind], back[kind]
        assert there.names[found["id"]] == (wanted["id"],)
        kept = wanted.keys() - {"id", "parties", "more_evidence"}
        assert {key: found[key] for key in kept} == {key: wanted[key] for key in kept}
        assert sorted(found.get("parties", [])) == sorted(wanted.get("parties", []))


def test_quotes_stand_in_the_text() -> None:
    reading = from_corpus(row(), TEXT).reading
    reading.check()
    assert reading.document.text == TEXT
    assert reading.engagements[0].quote.start == 0


def test_without_a_text_the_words_are_the_text() -> None:
    reading = from_corpus(row()).reading
    reading.check()
    assert reading.engagements[0].quote.exact in reading.document.text


def test_words_that_the_text_lacks_are_added_to_it() -> None:
    reading = engagement(evidence="words of another version").reading
    reading.check()
    assert reading.engagements[0].quote.exact == "words of another version"


def test_documents_that_say_the_same_are_two() -> None:
    one, other = (from_corpus(row(doc=doc)).reading for doc in ("x", "y"))
    assert one.document.id != other.document.id


def test_two_records_that_say_the_same_share_a_report() -> None:
    given = row()["engagements"][0]
    there = from_corpus(row(engagements=[given, given | {"id": "x-E2"}]), TEXT)
    (report,) = there.reading.engagements
    assert there.names[report.id] == ("x-E1", "x-E2")


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"status": "planned"}, "planned"),
        ({"status": "ongoing"}, "under_way"),
        ({"status": "cancelled"}, "cancelled"),
        ({"status": "planned", "evidence": "trip to Vietnam was put off to May 9"}, "postponed"),
        ({"status": "held", "evidence": "trip to Vietnam was put off to May 9"}, "held"),
    ],
)
def test_a_status_is_told_in_our_words(changes: dict[str, Any], status: str) -> None:
    assert engagement(**changes).reading.engagements[0].status == status


def test_a_visit_has_a_host_and_a_visitor() -> None:
    (visit,) = engagement(kind="visit", people=["Daniel Harper"]).reading.engagements
    assert (visit.visitor, visit.host) == ("USA", "VNM")


@pytest.mark.parametrize(
    ("start", "end", "when"),
    [
        (None, None, None),
        ("2023-05-04", None, "2023-05-04/.."),
        (None, "2023-05-04", "../2023-05-04"),
        ("2023-05-04", "2023-05-06", "2023-05-04/2023-05-06"),
        ("2023-05-06", "2023-05-04", "2023-05-06/.."),
    ],
)
def test_an_interval_may_lack_an_end(start: str | None, end: str | None, when: str | None) -> None:
    (meeting,) = engagement(start=start, end=end).reading.engagements
    assert (meeting.when.iso if meeting.when else None) == when


def test_what_is_months_old_is_background() -> None:
    (old,) = engagement(status="held", start="2022-11-04", end="2022-11-04").reading.engagements
    (fresh,) = engagement(status="held", start="2023-04-28", end="2023-04-28").reading.engagements
    assert (old.background, fresh.background) == (True, False)


def test_a_correction_touches_what_rests_on_its_words() -> None:
    reading = from_corpus(row(pledges=[row()["pledges"][0] | {"evidence": "Vietnam that pledged"}]), TEXT).reading
    assert reading.corrections[0].touches == (reading.pledges[0].id,)


def test_an_undated_document_is_dated_by_what_it_tells() -> None:
    held = row()["engagements"][0] | {"status": "held"}
    assert from_corpus(row(published=None, engagements=[held])).reading.document.published == Interval(
        date(2023, 5, 4), date(2023, 5, 7)
    )
    assert from_corpus(row(published=None)).reading.document.published == Interval(date(2023, 4, 27), date(2023, 5, 4))


def test_a_document_without_records_can_be_read() -> None:
    there = from_corpus({"doc": "empty", "published": None})
    assert list(there.reading.reports()) == []


def test_values_and_years_in_words_are_left_out() -> None:
    pledge = row()["pledges"][0] | {"value": "half", "base_year": "business as usual", "target_year": [2030, 2035]}
    (report,) = from_corpus(row(pledges=[pledge]), TEXT).reading.pledges
    assert (report.low, report.base_year, report.target_year) == (None, None, 2035)
