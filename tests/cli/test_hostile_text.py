"""Text from documents reaches a terminal, a spreadsheet and a shell without doing anything there."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.cli.plain import csv_cell, plain
from parley.ledger import Ledger
from parley.records import Attribution, Quote, Reading, Statement
from tests.cli.conftest import Run
from tests.ledger.making import make_document

WORDS = "=HYPERLINK(1) \x1b[2J\x1b]0;owned\x07 [bold red]not markup[/] \x9b31m \u202eesrever \x00 end"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "parley.db"
    document = make_document(WORDS, source="-evil\x1b[31m\n.txt", published=None)
    speaker = Attribution(kind="named", name="@SUM(A1)\x1b[5m", party="CHL")
    quote = Quote.of(document.text, 0, len(document.text))
    statement = Statement(document=document.id, quotes=(quote,), speech="quoted", attribution=speaker)
    with Ledger(path) as ledger:
        ledger.add(Reading(document=document, reader="r/1", statements=(statement,)))
    return path


def harmless(output: str) -> bool:
    return all(line.isprintable() for line in output.split("\n"))


def test_no_output_moves_the_cursor_or_is_taken_for_markup(run: Run, hostile: Path) -> None:
    statement = json.loads(run("statements", "--format", "json").stdout)[0]
    for arguments in (
        *(["statements", "--format", form] for form in ("table", "json", "jsonl", "csv")),
        *(["documents", "--format", form] for form in ("table", "json", "jsonl", "csv")),
        *(
            ["show", record, "--format", form]
            for record in (statement["id"], statement["document"])
            for form in ("text", "json")
        ),
        ["search", "markup"],
        ["export"],
    ):
        done = run(*arguments)
        assert done.exit_code == 0
        assert harmless(done.stdout), arguments
        assert not done.stderr
    for arguments in (["statements"], ["search", "markup"], ["show", statement["id"]]):
        assert "[bold red]not markup[/]" in " ".join(run(*arguments).stdout.split())


def test_json_keeps_every_character(run: Run, hostile: Path) -> None:
    statement = json.loads(run("statements", "--format", "json").stdout)[0]
    assert statement["quotes"][0]["exact"] == WORDS


def test_no_cell_is_a_formula(run: Run, hostile: Path) -> None:
    row = next(csv.DictReader(run("statements", "--format", "csv").stdout.splitlines()))
    assert row["quote"].startswith("'=HYPERLINK")
    assert row["speaker"].startswith("'@SUM")
    assert row["source"].startswith("'-evil")


def test_error_messages_are_harmless_too(run: Run, tmp_path: Path, hostile: Path) -> None:
    done = run("show", "\x1b[2Jple_0")
    assert done.exit_code == 4
    assert harmless(done.stderr)


@given(st.text())
def test_plain_text_is_one_printable_line_at_most(text: str) -> None:
    shown = plain(text)
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in shown)
    assert plain(shown) == shown


@given(st.text(), st.sampled_from("=+-@\t\r＝＋－＠"))
def test_a_cell_never_begins_like_a_formula(text: str, sign: str) -> None:
    for cell in (csv_cell(text), csv_cell(sign + text), csv_cell(f" {sign}{text}")):
        assert not str(cell).lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def test_numbers_stay_numbers() -> None:
    assert [csv_cell(value) for value in (-3.5, 2030, 0, None)] == [-3.5, 2030, 0, ""]
