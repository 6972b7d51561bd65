from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.errors import LedgerError, LedgerLocked, LedgerMissing, LedgerTooNew
from parley.ledger import Ledger
from parley.ledger.schema import VERSION
from tests.ledger.making import make_reading, make_story

# Opens the ledger once before it gives up its rights, so that everything is imported.
READ_WITHOUT_RIGHTS = """
import os, sys
from parley.ledger import Ledger
Ledger(sys.argv[1], read_only=True).close()
if os.geteuid() == 0:
    os.setuid(65534)
print(len(list(Ledger(sys.argv[1], read_only=True).export())))
"""


def test_a_missing_ledger_is_made_for_writing_and_missed_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with pytest.raises(LedgerMissing, match="parley read PATH --ledger"):
        Ledger(path, read_only=True)
    assert not path.exists()
    Ledger(path).close()
    with Ledger(path, read_only=True) as ledger:
        assert list(ledger.export()) == []
    assert os.listdir(tmp_path) == ["parley.db"]


def test_the_file_is_kept_safe(tmp_path: Path) -> None:
    with Ledger(tmp_path / "parley.db") as ledger, ledger._store.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30000}


def test_a_ledger_opened_to_be_read_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    Ledger(path).close()
    with Ledger(path, read_only=True) as ledger:
        with pytest.raises(LedgerError, match="opened to be read only"):
            ledger.add(make_reading(make_story()))
        with ledger._store.reading() as connection, pytest.raises(Exception, match="readonly"):
            connection.exec_driver_sql("DELETE FROM documents")


def test_reading_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with Ledger(path) as ledger:
        ledger.add(make_reading(make_story()))
    before = path.read_bytes()
    with Ledger(path, read_only=True) as ledger:
        assert len(list(ledger.export())) == 10
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["parley.db"]


@pytest.fixture
def folder_for_nobody() -> Iterator[Path]:
    """A folder that a process without rights can reach; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_ledger_in_a_folder_without_write_permission_can_be_read(folder_for_nobody: Path) -> None:
    path = folder_for_nobody / "parley.db"
    with Ledger(path) as ledger:
        ledger.add(make_reading(make_story()))
    path.chmod(0o444)
    folder_for_nobody.chmod(0o555)
    done = subprocess.run([sys.executable, "-c", READ_WITHOUT_RIGHTS, str(path)], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("10\n", "")


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.db"
    text.write_bytes(b"These are my notes, not a ledger. " * 100)
    database = tmp_path / "bookmarks.db"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
    connection.close()
    for path, words in ((text, "is not a ledger of Parley"), (database, "not a ledger of Parley .it holds bookmarks.")):
        before = path.read_bytes()
        for read_only in (True, False):
            with pytest.raises(LedgerError, match=words):
                Ledger(path, read_only=read_only)
        assert path.read_bytes() == before


def test_a_damaged_ledger_says_so(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with Ledger(path) as ledger:
        for number in range(40):
            ledger.add(make_reading(make_story(number)))
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xff" * len(content[4096 * 2 :])
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="is damaged"), Ledger(path, read_only=True) as ledger:
        list(ledger.export())


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    path.touch()
    with pytest.raises(LedgerError, match="is empty"):
        Ledger(path, read_only=True)
    with Ledger(path) as ledger:
        ledger.add(make_reading(make_story()))
        assert len(list(ledger.documents())) == 1


def test_folders_and_missing_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger(tmp_path)
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger(tmp_path / "nowhere" / "parley.db")


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    Ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO parley_schema VALUES (?, 'later')", (VERSION + 1,))
    connection.close()
    for read_only in (True, False):
        with pytest.raises(LedgerTooNew, match="upgrade Parley"):
            Ledger(path, read_only=read_only)


def test_waiting_for_another_writer_ends_with_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with Ledger(path) as holder, holder._store.writing(), Ledger(path, busy_seconds=0.1) as waiter:
        with pytest.raises(LedgerLocked, match=r"for 0\.1 seconds; try again"):
            waiter.add(make_reading(make_story()))
        assert list(waiter.export()) == [], "reading goes on while another writes"


def test_a_record_changed_by_hand_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with Ledger(path) as ledger:
        ledger.add(make_reading(make_story()))
    with sqlite3.connect(path) as connection:
        connection.execute("""UPDATE reports SET content = replace(content, '2030', '2060') WHERE kind = 'pledge'""")
    connection.close()
    with Ledger(path, read_only=True) as ledger, pytest.raises(LedgerError, match="changed by hand"):
        list(ledger.reports(kind="pledge"))
