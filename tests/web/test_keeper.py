"""The catalogue follows its ledger, whatever happens to the ledger or to the process that makes it."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parley.errors import LedgerError, LedgerMissing
from parley.ledger import Ledger
from parley.records import Engagement, Quote, Reading
from parley.terms.when import Interval
from parley.web.catalogue.keeper import Keeper
from parley.web.options import ServeOptions
from tests.ledger.making import make_document


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with one meeting."""
    path = tmp_path / "parley.db"
    with Ledger(path) as store:
        store.add(_meeting(2021))
    return path


@pytest.fixture
def keeper(ledger: Path) -> Iterator[Keeper]:
    with Keeper(ServeOptions(ledger=ledger)) as started:
        yield started


def test_what_is_added_is_shown_when_asked_for(keeper: Keeper, ledger: Path) -> None:
    assert keeper.catalogue.count("event") == 1
    with Ledger(ledger) as store:
        store.add(_meeting(2022))
    assert keeper.refresh(20)
    assert keeper.catalogue.count("event") == 2
    assert not keeper.stale


def test_what_others_add_is_shown_by_itself(keeper: Keeper, ledger: Path) -> None:
    with Ledger(ledger) as store:
        store.add(_meeting(2022))
    assert _comes(lambda: keeper.catalogue.count("event") == 2)


def test_a_refresh_waits_for_what_was_added_while_another_was_being_made(keeper: Keeper, ledger: Path) -> None:
    shown: list[tuple[int, bool, int]] = []
    with Ledger(ledger) as store:
        for year in range(2022, 2026):
            store.add(_meeting(year))
            wanted = year - 2020

            def ask(wanted: int = wanted) -> None:
                shown.append((wanted, keeper.refresh(30), keeper.catalogue.count("event")))

            threading.Thread(target=ask).start()
            time.sleep(0.05)
    assert _comes(lambda: len(shown) == 4, seconds=40)
    assert all(done and count >= wanted for wanted, done, count in shown)


def test_a_ledger_that_is_gone_leaves_the_pages_and_one_put_in_its_place_is_shown(keeper: Keeper, ledger: Path) -> None:
    for file in ledger.parent.glob("parley.db*"):
        file.unlink()
    assert not keeper.refresh(1.5)
    assert keeper.catalogue.count("event") == 1
    other = ledger.with_name("other.db")
    with Ledger(other) as store:
        store.add(_meeting(2030))
    # As many records as before: that it is another file is what tells.
    other.replace(ledger)
    assert keeper.refresh(20)
    assert '"2030-05-03"' in next(keeper.catalogue.each("event"))


def test_a_ledger_that_is_no_ledger_any_more_leaves_the_pages(keeper: Keeper, ledger: Path) -> None:
    broken = ledger.with_name("broken")
    broken.write_bytes(b"this is no ledger at all" * 100)
    broken.replace(ledger)
    assert not keeper.refresh(1.5)
    assert keeper.catalogue.count("event") == 1


def test_when_the_process_that_makes_catalogues_is_killed_the_next_is_made(keeper: Keeper, ledger: Path) -> None:
    process = keeper._maker._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join(5)
    with Ledger(ledger) as store:
        store.add(_meeting(2022))
    assert keeper.refresh(20)
    assert keeper.catalogue.count("event") == 2


def test_nothing_is_left_after_closing(ledger: Path) -> None:
    with Keeper(ServeOptions(ledger=ledger)) as keeper:
        folder = keeper.catalogue.path.parent
        process = keeper._maker._process
        assert [file.name for file in folder.iterdir()] == ["catalogue-1.db"]
    assert process is not None
    assert not process.is_alive()
    assert not folder.exists()
    keeper.close()


def test_only_the_newest_catalogue_is_kept(keeper: Keeper, ledger: Path) -> None:
    with Ledger(ledger) as store:
        store.add(_meeting(2022))
    before = keeper.catalogue
    assert keeper.refresh(20)
    assert [file.name for file in before.path.parent.iterdir()] == ["catalogue-2.db"]
    # Whoever still reads the one before can go on.
    assert before.count("event") == 1


def test_two_servers_of_one_ledger_do_not_disturb_each_other(keeper: Keeper, ledger: Path) -> None:
    with Keeper(ServeOptions(ledger=ledger)) as second:
        with Ledger(ledger) as store:
            store.add(_meeting(2022))
        assert second.refresh(20)
        assert keeper.refresh(20)
    assert keeper.catalogue.count("event") == 2


def test_what_cannot_be_read_at_the_start_is_said_and_nothing_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with pytest.raises(LedgerMissing):
        Keeper(ServeOptions(ledger=tmp_path / "none.db")).start()
    (tmp_path / "words.db").write_text("no ledger")
    with pytest.raises(LedgerError):
        Keeper(ServeOptions(ledger=tmp_path / "words.db")).start()
    assert not list(tmp_path.glob("parley-*"))
    monkeypatch.setattr("tempfile.tempdir", None)


def test_an_empty_ledger_has_a_catalogue(tmp_path: Path) -> None:
    Ledger(tmp_path / "empty.db").close()
    with Keeper(ServeOptions(ledger=tmp_path / "empty.db")) as keeper:
        assert keeper.catalogue.count("event") == 0


def test_how_far_the_first_making_is_is_told(ledger: Path, tmp_path: Path) -> None:
    told: list[str] = []
    keeper = Keeper(ServeOptions(ledger=shutil.copy(ledger, tmp_path / "copy.db")))
    try:
        keeper.start(told.append)
    finally:
        keeper.close()
    assert told[0] == "linking and checking the records"
    assert len(told) > 1


def _meeting(year: int) -> Reading:
    document = make_document(f"China and the United States met in London on 3 May {year}.", published=f"{year}-05-04")
    event = Engagement(
        document=document.id,
        quotes=(Quote.of(document.text, 0, len(document.text)),),
        kind="meeting",
        status="held",
        parties=("CHN", "USA"),
        when=Interval.parse(f"{year}-05-03"),
    )
    return Reading(document=document, reader="r/1", engagements=(event,))


def _comes(true: Callable[[], bool], seconds: float = 20) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    return true()
