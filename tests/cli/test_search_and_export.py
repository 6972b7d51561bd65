from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from icalendar import Calendar
from lxml import etree

from parley.ledger import Ledger
from tests.cli.conftest import Run
from tests.ledger.making import MEETING


def test_search_shows_documents_and_records(run: Run, ledger_file: Path) -> None:
    done = run("search", "minister", "lima", "--ledger", ledger_file)
    assert done.exit_code == 0
    assert done.stdout.count("doc_") == 2
    assert done.stdout.count("eng_") == 2
    hits = json.loads(run("search", "lima", "--ledger", ledger_file, "--format", "json").stdout)
    assert {hit["snippet"] for hit in hits if hit["kind"] == "engagement"} == {MEETING}


def test_the_export_is_the_canonical_form(run: Run, ledger_file: Path, tmp_path: Path) -> None:
    with Ledger(ledger_file, read_only=True) as ledger:
        canonical = "".join(f"{line}\n" for line in ledger.export())
    assert run("export", "--ledger", ledger_file).stdout == canonical
    done = run("export", "--ledger", ledger_file, "--output", "whole.jsonl")
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / "whole.jsonl").read_bytes() == canonical.encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stories.db", "whole.jsonl"]


def test_an_output_that_cannot_be_written_is_named(run: Run, ledger_file: Path) -> None:
    done = run("export", "--ledger", ledger_file, "--output", "nowhere/whole.jsonl")
    assert done.exit_code == 2
    assert "--output nowhere/whole.jsonl cannot be written" in done.stderr


def test_events_are_exported_as_a_calendar_a_timeline_and_a_feed(run: Run, ledger_file: Path, tmp_path: Path) -> None:
    calendar = run("export", "--format", "ics", "--party", "Peru", "--ledger", ledger_file, "--output", "peru.ics")
    assert (calendar.exit_code, calendar.stdout) == (0, "")
    (event,) = Calendar.from_ical((tmp_path / "peru.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2021, 5, 4)
    assert str(event["status"]) == "CONFIRMED"
    timeline = json.loads(run("export", "--format", "timelinejs", "--ledger", ledger_file).stdout)
    assert [slide["start_date"]["day"] for slide in timeline["events"]] == [4]
    feed = etree.fromstring(run("export", "--format", "atom", "--ledger", ledger_file).stdout.encode())
    terms = {category.get("term") for category in feed.iter("{http://www.w3.org/2005/Atom}category")}
    assert {"meeting", "held", "pledge", "pledged"} <= terms


def test_events_are_exported_by_time(run: Run, ledger_file: Path) -> None:
    done = run("export", "--format", "ics", "--since", "2022", "--ledger", ledger_file)
    assert "BEGIN:VEVENT" not in done.stdout


def test_choices_that_a_format_has_no_use_for_are_refused(run: Run, ledger_file: Path) -> None:
    chosen = run("export", "--party", "PER", "--ledger", ledger_file)
    assert (chosen.exit_code, "--party, --since and --until choose events" in chosen.stderr) == (2, True)
    everything = run("export", "--all", "--format", "ics", "--ledger", ledger_file)
    assert (everything.exit_code, "leave out --format ics" in everything.stderr) == (2, True)


def test_claims_are_exported_as_reviews_of_a_site(run: Run, ledger_file: Path) -> None:
    done = run("export", "--format", "claimreview", "--site", "https://example.org", "--ledger", ledger_file)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["@context"] == "https://schema.org"
    elsewhere = run("export", "--format", "atom", "--site", "https://example.org", "--ledger", ledger_file)
    assert (elsewhere.exit_code, "add --format claimreview" in elsewhere.stderr) == (2, True)
    file = run("export", "--format", "claimreview", "--site", "example.org", "--ledger", ledger_file)
    assert (file.exit_code, "is no address on the web" in file.stderr) == (2, True)
