"""Real processes on one ledger: killed at any moment, and writing at once."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from parley.ledger import Ledger
from tests.ledger.making import make_reading, make_story

ROOT = Path(__file__).parents[2]
# Adds the stories FIRST … LAST to the ledger, saying each number when it is kept.
WRITER = """
import sys
from tests.ledger.making import make_reading, make_story
from parley.ledger import Ledger
path, reader, first, last = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
with Ledger(path) as ledger:
    for number in range(first, last):
        ledger.add(make_reading(make_story(number), reader))
        print(number, flush=True)
"""
REPORTS_OF_A_STORY = 8
KILLS = 12


def start_writer(path: Path, reader: str, first: int, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), reader, str(first), str(last)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(ROOT)},
        text=True,
    )


def whole_documents(path: Path) -> set[str]:
    """The sources of the documents in a ledger, each checked to be whole."""
    with Ledger(path, read_only=True) as ledger:
        for reading in ledger.readings():
            reading.check()
            assert len(list(reading.reports())) == REPORTS_OF_A_STORY
        rows = [json.loads(line) for line in ledger.export()]
        documents = {row["id"] for row in rows if row["kind"] == "document"}
        assert documents == {row["id"] for row in rows if row["kind"] == "reading"}
        assert len(rows) == len(documents) * (2 + REPORTS_OF_A_STORY)
        return {document.source for document in ledger.documents()}


def check_integrity(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO quote_words (quote_words) VALUES ('integrity-check')")
    connection.close()


def test_a_process_killed_at_any_moment_leaves_whole_documents_only(tmp_path: Path) -> None:
    chance = random.Random(20210504)
    path = tmp_path / "parley.db"
    for attempt in range(KILLS):
        first = attempt * 1000
        writer = start_writer(path, "reader/1", first, first + 1000)
        assert writer.stdout is not None
        said = [writer.stdout.readline()]
        time.sleep(chance.uniform(0.0, 0.08))
        writer.send_signal(signal.SIGKILL)
        said += writer.communicate()[0].splitlines()
        assert writer.returncode == -signal.SIGKILL
        kept = whole_documents(path)
        promised = {f"stories/{int(number):03}.txt" for number in said if number.strip()}
        assert promised <= kept, "what was said to be kept is kept"
    check_integrity(path)
    with Ledger(path) as ledger:
        assert ledger.add(make_reading(make_story(999_999))).new


def test_a_process_killed_while_it_makes_the_ledger_leaves_none_or_a_good_one(tmp_path: Path) -> None:
    chance = random.Random(7)
    for attempt in range(KILLS):
        path = tmp_path / f"{attempt}.db"
        writer = start_writer(path, "reader/1", 0, 3)
        deadline = time.monotonic() + 10
        while not any(tmp_path.glob(f"*{path.name}*")) and time.monotonic() < deadline:
            time.sleep(0.0005)
        time.sleep(chance.uniform(0.0, 0.02))
        writer.kill()
        writer.communicate()
        if path.exists():
            whole_documents(path)
        with Ledger(path) as ledger:
            ledger.add(make_reading(make_story()))
        assert "stories/000.txt" in whole_documents(path)


def test_several_processes_may_read_into_one_ledger(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    writers = [start_writer(path, "reader/1", first, first + 30) for first in (0, 15, 30)]
    for writer in writers:
        _, complaints = writer.communicate(timeout=60)
        assert (writer.returncode, complaints) == (0, "")
    assert whole_documents(path) == {f"stories/{number:03}.txt" for number in range(60)}
    check_integrity(path)
    alone = tmp_path / "alone.db"
    with Ledger(alone) as ledger:
        for number in reversed(range(60)):
            ledger.add(make_reading(make_story(number), "reader/1"))
        with Ledger(path, read_only=True) as shared:
            assert list(shared.export()) == list(ledger.export())
