from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run
from tests.ledger.making import MEETING, POSITION


def listed(run: Run, ledger: Path, *arguments: str) -> list[dict[str, Any]]:
    done = run(*arguments, "--ledger", ledger, "--format", "json")
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def test_events_are_found_by_party_code_or_name_and_time(run: Run, ledger_file: Path) -> None:
    assert len(listed(run, ledger_file, "timeline", "--party", "PER")) >= 1
    by_name = listed(run, ledger_file, "timeline", "--party", "Chile", "--since", "2021-05", "--until", "2021")
    assert by_name == listed(run, ledger_file, "timeline", "--party", "chl")
    assert listed(run, ledger_file, "timeline", "--party", "FRA") == []
    assert listed(run, ledger_file, "timeline", "--since", "2021-05-05") == []
    assert listed(run, ledger_file, "timeline", "--until", "2021-04") == []


def test_an_event_comes_with_its_evidence(run: Run, ledger_file: Path) -> None:
    event = listed(run, ledger_file, "timeline")[0]
    assert event["status"] == "held"
    evidence = event["evidence"]
    assert isinstance(evidence, list)
    assert {report["quotes"][0]["exact"] for report in evidence} == {MEETING}


def test_pledges_and_people_are_found_by_when_they_were_told(run: Run, ledger_file: Path) -> None:
    for command, party in (("pledges", "CHL"), ("people", "PER")):
        assert len(listed(run, ledger_file, command, "--party", party, "--since", "2021-05-05")) >= 1
        assert listed(run, ledger_file, command, "--party", party, "--since", "2021-05-06") == []


def test_reports_are_found_by_party_and_publication(run: Run, ledger_file: Path) -> None:
    for command, party in (("claims", "CHL"), ("statements", "PER")):
        assert len(listed(run, ledger_file, command, "--party", party)) == 2
        assert listed(run, ledger_file, command, "--party", "FRA") == []
        assert listed(run, ledger_file, command, "--until", "2021-05-04") == []
    assert len(listed(run, ledger_file, "corrections", "--until", "2021-05-05")) == 2


def test_positions_are_what_a_party_holds_on_an_issue_with_every_statement(run: Run, ledger_file: Path) -> None:
    (stance,) = listed(run, ledger_file, "positions", "Peru", "--issue", "finance")
    assert (stance["issue"], stance["stance"], len(stance["reports"])) == ("finance", "supports", 2)
    assert {report["quotes"][0]["exact"] for report in stance["evidence"]} == {POSITION}
    assert listed(run, ledger_file, "positions", "--until", "2021-05-04") == []
    assert listed(run, ledger_file, "positions", "CHL") == []
    line = run("positions", "PER", "--ledger", ledger_file).stdout
    assert line.count(f"2021-05-05 “{POSITION}”") == 2
    shown = run("show", stance["id"], "--ledger", ledger_file)
    assert shown.stdout.startswith(f"stance {stance['id']}")


def test_an_issue_that_nobody_speaks_of_is_named_with_those_that_there_are(run: Run, ledger_file: Path) -> None:
    done = run("positions", "--issue", "coal", "--ledger", ledger_file)
    assert done.exit_code == 2
    assert "--issue 'coal' is no issue of this ledger, which has positions on finance" in done.stderr


def test_the_pledge_book_shows_amounts_and_years(run: Run, ledger_file: Path) -> None:
    line = run("pledges", "--ledger", ledger_file).stdout.splitlines()[1]
    assert all(words in line for words in ("CHL", "reduction", "30 %", "2030", "pledged", "yes"))


def test_documents_say_how_many_reports_they_hold(run: Run, ledger_file: Path) -> None:
    found = listed(run, ledger_file, "documents")
    assert {row["source"] for row in found} == {"stories/001.txt", "stories/002.txt"}
    assert {(row["reports"], row["published_basis"]) for row in found} == {(8, "stated")}
    assert all("text" not in row for row in found)
