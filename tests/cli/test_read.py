from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.ledger import Ledger
from tests.cli.conftest import Run, RunProcess, StoryReader
from tests.ledger.making import SENTENCES

pytestmark = pytest.mark.usefixtures("use_reader")


def test_documents_are_read_into_the_ledger(run: Run, stories: Path) -> None:
    done = run("read", stories)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "2 read, 0 read before, 0 failed, 16 records" in done.stdout
    assert "kept in parley.db" in done.stdout
    with Ledger("parley.db", read_only=True) as ledger:
        assert len(list(ledger.documents())) == 2


def test_reading_again_changes_not_a_byte(run: Run, stories: Path) -> None:
    run("read", stories)
    before = run("export").stdout
    done = run("read", stories)
    assert done.exit_code == 0
    assert "0 read, 2 read before, 0 failed, 0 records" in done.stdout
    assert run("export").stdout == before


def test_the_order_and_the_number_of_runs_do_not_matter(run: Run, stories: Path) -> None:
    run("read", stories, "--ledger", "together.db")
    for number in (2, 1):
        run("read", stories / f"{number}.txt", "--ledger", "apart.db")
    assert run("export", "--ledger", "together.db").stdout == run("export", "--ledger", "apart.db").stdout


def test_a_new_reader_says_what_changed(run: Run, stories: Path, use_reader: Callable[[StoryReader], None]) -> None:
    run("read", stories)
    use_reader(StoryReader("story-reader/2", leave_out=("claims",)))
    done = run("read", stories / "1.txt")
    assert f"{stories / '1.txt'}: 0 added, 1 withdrawn, 7 unchanged" in done.stdout


def test_what_cannot_be_read_costs_only_itself(run: Run, stories: Path) -> None:
    (stories / "0-empty.txt").touch()
    (stories / "0-binary.txt").write_bytes(bytes(range(256)) * 10)
    (stories / "3-crash.txt").write_text("This text will crash the reader.", encoding="utf-8")
    done = run("read", stories, "missing.txt", "https://example.org/story")
    assert done.exit_code == 1
    assert "2 read, 0 read before, 5 failed, 16 records" in done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == 5
    for name in ("0-empty.txt", "0-binary.txt", "3-crash.txt", "missing.txt", "https://example.org/story"):
        assert sum(name in line for line in lines) == 1, name
    assert "ZeroDivisionError" in done.stderr
    assert "fetching comes later" in done.stderr


def test_a_document_without_any_record_is_kept_and_said_to_be_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "quiet.txt").write_text("Nothing happened at all in the valley today.", encoding="utf-8")
    done = run("read", "quiet.txt")
    assert done.exit_code == 0
    assert "quiet.txt: nothing to record was found in it" in done.stderr
    assert "quiet.txt" in run("documents").stdout


def test_the_same_bytes_twice_are_kept_once(run: Run, stories: Path) -> None:
    (stories / "copy.txt").write_bytes((stories / "1.txt").read_bytes())
    done = run("read", stories, stories / "1.txt")
    assert done.exit_code == 0
    assert f"{stories / 'copy.txt'}: the same bytes as {stories / '1.txt'}" in done.stdout
    with Ledger("parley.db", read_only=True) as ledger:
        assert len(list(ledger.documents())) == 2


def test_more_workers_keep_the_same(run: Run, stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stories / "0-empty.txt").touch()
    one = run("read", stories, "--ledger", "one.db", "--workers", "auto", "--workers", "1")
    monkeypatch.setenv("PARLEY_WORKERS", "2")
    two = run("read", stories, "--ledger", "two.db")
    assert one.exit_code == two.exit_code == 1
    assert "2 read, 0 read before, 1 failed" in two.stdout
    assert one.stderr.count("\n") == two.stderr.count("\n") == 1
    briefed = run("brief", stories / "1.txt", "--ledger", "two.db", "--workers", "2", "--output", "out")
    assert briefed.exit_code == 0


@pytest.mark.parametrize("workers", ["0", "-1", "257", "many", "1.5"])
def test_a_wrong_number_of_workers_is_named(run: Run, stories: Path, workers: str) -> None:
    done = run("read", stories, f"--workers={workers}")
    assert done.exit_code == 2
    assert f"--workers '{workers}' is neither a number from 1 to 256 nor auto" in done.stderr


def test_a_folder_without_a_place_for_the_ledger_is_named(run: Run, stories: Path) -> None:
    done = run("read", stories, "--ledger", "nowhere/parley.db")
    assert done.exit_code == 3
    assert "the folder nowhere does not exist" in done.stderr


def test_the_briefing_is_of_the_documents_named_only(run: Run, stories: Path, tmp_path: Path) -> None:
    run("read", stories)
    done = run("brief", stories / "1.txt", "--output", "out")
    assert (done.exit_code, done.stderr) == (0, "")
    written = [Path(line) for line in done.stdout.splitlines()]
    assert [path.name for path in written] == ["briefing.html", "briefing.md", "briefing.json"]
    assert "Story number 2" not in written[1].read_text(encoding="utf-8")
    run("brief", "--output", "whole")
    assert "Story number 2" in (tmp_path / "whole" / "briefing.md").read_text(encoding="utf-8")


def test_the_same_documents_give_the_same_briefing_whatever_the_ledger_held(
    run: Run, stories: Path, tmp_path: Path, use_reader: Callable[[StoryReader], None]
) -> None:
    run("brief", stories, "--output", "first", "--ledger", "first.db")
    (tmp_path / "another-path.txt").write_bytes((stories / "2.txt").read_bytes())
    run("read", "another-path.txt", stories / "2.txt", "--ledger", "second.db")
    use_reader(StoryReader("story-reader/2", leave_out=("claims",)))
    run("read", stories, "--ledger", "second.db")
    use_reader(StoryReader())
    run("brief", stories / "2.txt", stories / "1.txt", "--output", "second", "--ledger", "second.db")
    for name in ("briefing.html", "briefing.md", "briefing.json"):
        assert Path("first", name).read_bytes() == Path("second", name).read_bytes()


def test_a_briefing_of_some_documents_goes_on_when_others_fail(run: Run, stories: Path) -> None:
    done = run("brief", stories, "missing.txt")
    assert done.exit_code == 1
    assert Path("briefing", "briefing.html").exists()
    assert "missing.txt" in done.stderr
    nothing = run("brief", "missing.txt", "--output", "empty")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert not Path("empty").exists()


def test_an_empty_ledger_has_nothing_to_brief_on(run: Run, tmp_path: Path) -> None:
    assert run("brief").exit_code == 3
    Ledger(tmp_path / "parley.db").close()
    done = run("brief")
    assert done.exit_code == 4
    assert "no document to brief on" in done.stderr


def test_no_progress_is_shown_in_a_pipe(run_process: RunProcess, stories: Path) -> None:
    done = run_process("read", stories)
    assert done.stderr.count("\r") == 0
    assert "\x1b" not in done.stderr + done.stdout
    assert done.returncode == 0


def test_a_story_has_all_its_sentences(stories: Path) -> None:
    text = (stories / "1.txt").read_text(encoding="utf-8")
    assert all(sentence in text for sentence in SENTENCES)
    assert sorted(os.listdir(stories)) == ["1.txt", "2.txt"]
