"""A ledger dates its undated documents when it is looked at, and keeps nothing of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from parley import workflow
from parley.ledger import Ledger
from parley.records import Reading
from tests.linking.making import meeting, reading

PAIR = ("Kari Lunde", "Rosa Quispe")
NEWS = reading("2021-09-06", meeting(*PAIR, when="2021-09-01/2021-09-03"))
UNDATED = reading(None, meeting(*PAIR, status="under_way"))
DAYS = "2021-09-01/2021-09-03"


def filled(path: Path, *readings: Reading) -> Ledger:
    ledger = Ledger(path)
    for one in readings:
        ledger.add(one)
    return ledger


def test_a_later_document_dates_an_earlier_one(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db", UNDATED) as ledger:
        assert workflow.view(ledger).documents[UNDATED.document.id].published is None
        ledger.add(NEWS)
        document = workflow.view(ledger).documents[UNDATED.document.id]
        assert document.published
        assert (document.published.iso, document.published_basis) == (DAYS, "inferred")


def test_the_life_of_the_event_has_the_date(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db", UNDATED, NEWS) as ledger:
        (event,) = workflow.view(ledger).links.events
        told = [(step.document, step.published.iso if step.published else None) for step in event.life]
        assert told == [(UNDATED.document.id, DAYS), (NEWS.document.id, "2021-09-06/2021-09-06")]


def test_nothing_is_stored_and_the_order_of_arrival_changes_nothing(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db", UNDATED, NEWS) as one, filled(tmp_path / "other.db", NEWS, UNDATED) as other:
        before = list(one.export())
        assert workflow.view(one) == workflow.view(other)
        assert list(one.export()) == before == list(other.export())
        assert one.newest(UNDATED.document.id).document.published is None


def test_documents_are_listed_and_found_by_the_date(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db", UNDATED, NEWS) as ledger:
        assert [one.id for one in workflow.dated_documents(ledger)] == [UNDATED.document.id, NEWS.document.id]
        early = workflow.dated_documents(ledger, "PER", until=date(2021, 9, 3))
        assert [one.id for one in early] == [UNDATED.document.id]
        assert [one.document.id for one in workflow.view(ledger, until=date(2021, 9, 3)).readings] == [early[0].id]
