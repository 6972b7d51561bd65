"""``parley pledges PARTY`` tells the history of a Party's pledges, ``parley changes`` what versions changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parley.cli.exits import ExitCode
from parley.ledger import Ledger
from tests.cli.conftest import Run
from tests.reading.making import read

CUT = "Canada pledged to cut greenhouse gas emissions by {}% from 2005 levels by 2030."
NOTE = "Correction: An earlier version of this story misstated by how much Canada plans to cut emissions. It is 45%."


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    """A ledger of four documents on one Party, the last of which corrects itself; all have one source."""
    path = tmp_path / "pledges.db"
    said = (
        (CUT.format(30), "2020-03-01"),
        (CUT.format(45), "2021-05-01"),
        ("Norway urged Canada to reach net zero by 2040.", "2021-05-02"),
        (f"{CUT.format(45)}\n\n{NOTE}", "2021-06-01"),
    )
    with Ledger(path) as ledger:
        for text, day in said:
            ledger.add(read(text, day))
    return path


def test_the_history_tells_what_took_whose_place_and_by_which_reports(run: Run, ledger_file: Path) -> None:
    told = run("pledges", "Canada", "--ledger", ledger_file).stdout
    stands, rest = told.split("Replaced")
    replaced, beside = rest.split("Beside the pledges")
    assert "strengthened: took the place of reduction GHG 30 % from 2005, 2030" in stands
    assert "2021-06-01, restated" in stands
    assert "known: on record as CAN-2021-04-22-reduction-2030" in stands
    assert "a source was corrected: cor_" in stands
    assert "replaced by reduction GHG 45 %" in replaced
    assert "net zero, 2040 (urged)" in beside


def test_the_list_says_how_each_stands_beside_the_record(run: Run, ledger_file: Path) -> None:
    listed = json.loads(run("pledges", "--party", "CAN", "--ledger", ledger_file, "--format", "json").stdout)
    assert {entry["change"] for entry in listed} == {None, "strengthened"}
    lines = run("pledges", "--ledger", ledger_file, "--format", "csv").stdout.splitlines()
    record = lines[0].split(",").index("record")
    assert [line.split(",")[record] for line in lines[1:]] == ["", "known", "known"]


def test_a_party_is_named_once(run: Run, ledger_file: Path) -> None:
    result = run("pledges", "Canada", "--party", "CAN", "--ledger", ledger_file)
    assert result.exit_code == ExitCode.USAGE
    assert "once" in result.stderr


def test_a_correction_is_shown_with_the_pledge_that_rests_on_it(run: Run, ledger_file: Path) -> None:
    listed = json.loads(run("pledges", "--party", "CAN", "--ledger", ledger_file, "--format", "json").stdout)
    (entry,) = [entry for entry in listed if entry["standing"]]
    assert entry["corrections"]
    assert f"corrected by {entry['corrections'][0]}" in run("show", entry["id"], "--ledger", ledger_file).stdout


def test_versions_of_one_source_are_shown_as_a_difference_and_both_are_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "versions.db"
    with Ledger(path) as ledger:
        for text, day in ((CUT.format(30), "2020-03-01"), (f"{CUT.format(32)} Chile will visit Peru.", "2020-03-02")):
            document = read(text, day).document.model_copy(update={"source": "https://news.example/canada"})
            again = read(text, day)
            ledger.add(again.model_copy(update={"document": document}))
    rows = json.loads(run("changes", "--ledger", path, "--format", "json").stdout)
    assert {row["ground"] for row in rows} == {"the same source, https://news.example/canada"}
    (pledge,) = [row for row in rows if row["kind"] == "pledge"]
    assert (pledge["change"], pledge["fields"]) == ("altered", ["low", "high"])
    assert len(json.loads(run("documents", "--ledger", path, "--format", "json").stdout)) == 2
    of_one = json.loads(run("changes", rows[0]["earlier"], "--ledger", path, "--format", "json").stdout)
    assert of_one == rows


def test_a_document_that_is_not_there_has_no_versions(run: Run, ledger_file: Path) -> None:
    assert run("changes", "doc_000000000000", "--ledger", ledger_file).exit_code != ExitCode.GOOD
