from __future__ import annotations

import json
from pathlib import Path

from parley.ledger import Ledger
from tests.cli.conftest import Run
from tests.ledger.making import CLAIM, PLEDGE, make_reading, make_story
from tests.linking.making import meeting, reading


def test_a_report_is_shown_with_its_words_in_context(run: Run, ledger_file: Path) -> None:
    pledge = make_reading(make_story(1)).pledges[0]
    done = run("show", pledge.id, "--ledger", ledger_file)
    assert done.exit_code == 0
    words = " ".join(done.stdout.split())
    assert words.startswith(f"pledge {pledge.id}")
    assert f"4 May 2021. »{PLEDGE}« {CLAIM}" in words
    assert "will cut emissions by »30 percent« by 2030." in words
    assert "target year 2030" in words
    assert "stories/001.txt (2021-05-05)" in words


def test_a_document_is_shown_with_its_readings_and_reports(run: Run, ledger_file: Path) -> None:
    reading = make_reading(make_story(1))
    words = " ".join(run("show", reading.document.id, "--ledger", ledger_file).stdout.split())
    assert "8 added, 0 withdrawn, 0 unchanged" in words
    assert all(report.id in words for report in reading.reports())


def test_linked_records_are_shown_with_the_words_of_each_report(run: Run, ledger_file: Path) -> None:
    for command, heading in (("timeline", "event"), ("pledges", "pledge"), ("people", "person")):
        record = json.loads(run(command, "--ledger", ledger_file, "--format", "json").stdout)[0]
        done = run("show", record["id"], "--ledger", ledger_file)
        assert done.exit_code == 0
        assert done.stdout.startswith(f"{heading} {record['id']}")
        assert all(report["id"] in done.stdout for report in record["evidence"])
        assert json.loads(run("show", record["id"], "--ledger", ledger_file, "--format", "json").stdout) == record
        assert "»" in done.stdout


def test_a_withdrawn_report_says_who_found_it_and_who_did_not(run: Run, ledger_file: Path) -> None:
    story = make_story(1)
    claim = make_reading(story).claims[0]
    with Ledger(ledger_file) as ledger:
        ledger.add(make_reading(story, reader="parley-rules/0.2 test", leave_out=("claims",)))
    words = " ".join(run("show", claim.id, "--ledger", ledger_file).stdout.split())
    assert "last found by parley-rules/0.1 test" in words
    assert "withdrawn by parley-rules/0.2 test" in words
    assert f"»{CLAIM}«" in words


def test_words_cleaned_otherwise_since_are_shown_with_their_own_context(run: Run, ledger_file: Path) -> None:
    story = make_story(1)
    claim = make_reading(story).claims[0]
    cleaner = story.model_copy(update={"text": story.text.replace("Story number 1. ", "")})
    with Ledger(ledger_file) as ledger:
        ledger.add(make_reading(cleaner))
    words = " ".join(run("show", claim.id, "--ledger", ledger_file).stdout.split())
    assert f"{claim.quote.prefix}»{CLAIM}«{claim.quote.suffix}".strip() in words


def test_an_undated_document_is_shown_with_the_date_that_the_ledger_gives_it(run: Run, tmp_path: Path) -> None:
    pair = ("Kari Lunde", "Rosa Quispe")
    undated = reading(None, meeting(*pair, status="under_way"))
    with Ledger(tmp_path / "dated.db") as ledger:
        for one in (undated, reading("2021-09-06", meeting(*pair, when="2021-09-01/2021-09-03"))):
            ledger.add(one)
    shown = run("show", undated.document.id, "--ledger", tmp_path / "dated.db").stdout
    shown = " ".join(shown.split())
    assert "2021-09-01/2021-09-03" in shown
    assert "another document of this ledger dates the meeting of Kari Lunde and Rosa Quispe" in shown
