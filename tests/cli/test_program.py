"""What holds for every command: help, version, exit codes, one line of error, a closed pipe."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

import parley
from parley.cli.main import app
from parley.ledger import Ledger
from parley.records import Reading
from tests.cli.conftest import Run, RunProcess
from tests.ledger.making import make_document

COMMANDS = sorted(get_command(app).commands)
WITHOUT_LEDGER = {"climate", "data"}
LISTS = ["timeline", "pledges", "claims", "statements", "positions", "corrections", "people", "documents"]


def test_every_command_has_sentence_help_and_says_where_the_ledger_is(run: Run) -> None:
    overview = run("--help")
    assert overview.exit_code == 0
    assert run().stdout == overview.stdout
    for command in COMMANDS:
        line = re.search(rf"^  {command} +(.+)$", overview.stdout, re.MULTILINE)
        assert line is not None
        assert line[1].endswith("."), f"the help of {command} is cut short: {line[1]}"
        helped = run(command, "--help")
        assert helped.exit_code == 0
        assert ("$PARLEY_LEDGER" in helped.stdout) is (command not in WITHOUT_LEDGER)
        assert ("./parley.db" in helped.stdout) is (command not in WITHOUT_LEDGER)


def test_help_tells_all_exit_codes(run: Run) -> None:
    from parley.cli.exits import ExitCode

    words = " ".join(run("--help").stdout.split())
    assert all(f"{code.value} " in words[words.index("Exit codes") :] for code in ExitCode)


def test_the_version_is_said(run_process: RunProcess) -> None:
    done = run_process("--version")
    assert (done.returncode, done.stdout) == (0, f"parley {parley.__version__}\n")


def test_the_version_is_that_of_the_package() -> None:
    import tomllib

    project = tomllib.loads(Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == parley.__version__


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["frobnicate"], 2, "No such command 'frobnicate'"),
        (["read"], 2, "Missing argument 'PATH'"),
        (["timeline", "--since", "yesterday"], 2, "--since 'yesterday' is not a day"),
        (["timeline", "--since", "2022", "--until", "2021"], 2, "--until 2021 lies before --since 2022"),
        (["pledges", "--party", "Atlantis"], 2, "--party 'Atlantis' is not a country"),
        (["claims", "--format", "xml"], 2, "'xml' is not one of"),
        (["search", "??"], 3, "no ledger at parley.db"),
        (["timeline"], 3, "no ledger at parley.db; make one with: parley read PATH --ledger parley.db"),
        (["show", "ple_000000000000", "--ledger", "nowhere.db"], 3, "no ledger at nowhere.db"),
    ],
)
def test_errors_are_one_clear_line_with_an_exit_code_by_kind(
    run_process: RunProcess, arguments: list[str], code: int, words: str
) -> None:
    done = run_process(*arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_errors_that_need_a_ledger_have_their_codes_too(run: Run, ledger_file: Path) -> None:
    for arguments, code, words in (
        (["search", "??"], 2, "no word"),
        (["show", "ple_000000000000"], 4, "no ple_000000000000"),
        (["show", "evt_000000000000"], 4, "no event evt_000000000000"),
        (["show", "nonsense"], 4, "no nonsense"),
    ):
        done = run(*arguments, "--ledger", ledger_file)
        assert (done.exit_code, done.stderr.count("\n")) == (code, 1)
        assert words in done.stderr


def test_the_ledger_is_the_option_else_the_environment_else_the_folder(
    run_process: RunProcess, ledger_file: Path
) -> None:
    assert run_process("documents", "--ledger", ledger_file, PARLEY_LEDGER="nowhere.db").returncode == 0
    assert run_process("documents", PARLEY_LEDGER=str(ledger_file)).returncode == 0
    assert run_process("documents").returncode == 3
    os.rename(ledger_file, ledger_file.with_name("parley.db"))
    assert run_process("documents", PARLEY_LEDGER="").returncode == 0


def test_a_wrong_setting_names_its_key_and_value(run_process: RunProcess, ledger_file: Path) -> None:
    done = run_process("documents", "--ledger", ledger_file, PARLEY_BUSY_SECONDS="soon")
    assert done.returncode == 2
    assert "PARLEY_BUSY_SECONDS='soon' is not a number of seconds" in done.stderr


def test_a_fault_in_parley_is_one_line_unless_asked_for_more(
    run: Run, ledger_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr("parley.ledger.Ledger.documents", fail)
    done = run("documents", "--ledger", ledger_file)
    assert (done.exit_code, done.stderr.count("\n")) == (70, 1)
    assert "KeyError: 'oops'" in done.stderr
    monkeypatch.setenv("PARLEY_DEBUG", "1")
    assert isinstance(run("documents", "--ledger", ledger_file).exception, KeyError)


def test_an_interrupt_says_that_what_was_read_is_kept(
    run: Run, ledger_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("parley.ledger.Ledger.documents", interrupt)
    done = run("documents", "--ledger", ledger_file)
    assert done.exit_code == 130
    assert "is kept" in done.stderr


def test_a_reader_that_has_had_enough_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "long.db"
    with Ledger(path) as ledger:
        for number in range(40):
            ledger.add(Reading(document=make_document(f"{number} " + "word " * 2000), reader="r/1"))
    program = "from parley.cli.main import main; main()"
    command = [sys.executable, "-c", program, "export", "--ledger", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.readline()
        writer.stdout.close()
        assert writer.stderr.read() == b""
        assert writer.wait() == 0


def test_help_comes_at_once_and_without_the_heavy_libraries() -> None:
    heavy = ("spacy", "altair", "sqlalchemy", "trafilatura", "numpy")
    program = (
        "import sys; import parley; from parley.cli.main import app; app(['--help'], standalone_mode=False); "
        f"assert not set({heavy}) & set(sys.modules), set({heavy}) & set(sys.modules)"
    )
    seconds = []
    for _ in range(3):
        before = os.times()
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
        after = os.times()  # the child's own time, whatever else this machine is doing
        seconds.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(seconds) < 0.5


@pytest.mark.parametrize("command", LISTS)
def test_every_list_comes_in_every_format(run: Run, ledger_file: Path, command: str) -> None:
    import csv
    import json

    rows = {}
    for form in ("table", "json", "jsonl", "csv"):
        done = run(command, "--ledger", ledger_file, "--format", form)
        assert (done.exit_code, done.stderr) == (0, "")
        rows[form] = done.stdout
    ids = [record["id"] for record in json.loads(rows["json"])]
    assert ids
    assert [json.loads(line)["id"] for line in rows["jsonl"].splitlines()] == ids
    assert [row["id"] for row in csv.DictReader(rows["csv"].splitlines())] == ids
    assert [line.split()[0] for line in rows["table"].splitlines() if re.match(r"[a-z]{3}_", line)] == ids


@pytest.mark.parametrize("command", LISTS)
def test_an_empty_list_is_said_to_be_empty(run: Run, tmp_path: Path, command: str) -> None:
    Ledger(tmp_path / "parley.db").close()
    done = run(command)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "nothing found\n")
    assert run(command, "--format", "json").stdout == "[]\n"
    assert run(command, "--format", "csv").stdout.startswith("id,")


def test_nothing_is_written_by_commands_that_only_look(run: Run, ledger_file: Path) -> None:
    before = ledger_file.read_bytes()
    for command in (*LISTS, "export"):
        assert run(command, "--ledger", ledger_file).exit_code == 0
    assert ledger_file.read_bytes() == before
    assert sorted(os.listdir(ledger_file.parent)) == ["stories.db"]
