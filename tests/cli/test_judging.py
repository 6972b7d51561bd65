from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ledger.making import make_reading, make_story

WHO = ("--author", "Ana Lindgren", "--time", "2024-06-01T12:00:00+00:00")
SNAPSHOT = Path(__file__).parent / "snapshots" / "judging.txt"


@pytest.fixture
def judged(run: Run, ledger_file: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("PARLEY_LEDGER", str(ledger_file))
    return run


def event_id(run: Run, place: int = 0) -> str:
    return str(json.loads(run("timeline", "--format", "json").stdout)[place]["id"])


def test_a_session_of_judging_reads_as_in_the_snapshot(judged: Run) -> None:
    pledge = make_reading(make_story(1)).pledges[0].id
    meeting = make_reading(make_story(1)).engagements[0].id
    commands = (
        ("split", event_id(judged), meeting, *WHO, "--reason", "two rooms"),
        ("why", meeting),
        ("reject", pledge, *WHO),
        ("note", meeting, "see the photograph", *WHO),
        ("undo", *WHO),
        ("judgements",),
    )
    told = ""
    for command in commands:
        done = judged(*command)
        assert done.exit_code == 0, done.stderr
        told += f"$ parley {' '.join(command)}\n{done.stdout}\n"
    assert "\n".join(line.rstrip() for line in told.splitlines()) + "\n" == SNAPSHOT.read_text(encoding="utf-8")


def test_json_has_the_judgement_its_effect_and_what_is_now(judged: Run) -> None:
    event = event_id(judged)
    done = json.loads(judged("split", event, *WHO, "--format", "json").stdout)
    assert (done["verb"], done["author"], done["time"]) == ("split", "Ana Lindgren", "2024-06-01T12:00:00Z")
    assert done["effect"]["applies"] is True
    assert len(done["now"]) == 2
    merged = json.loads(judged("merge", *(one["id"] for one in done["now"]), *WHO, "--format", "json").stdout)
    assert [one["id"] for one in merged["now"]] == [event]
    why = json.loads(judged("why", event, "--format", "json").stdout)
    assert any("on the same days" in reason for reason in why["why"])
    assert [one["verb"] for one in why["judgements"]] == ["split", "merge"]
    listed = json.loads(judged("judgements", "--format", "json").stdout)
    assert [(one["number"], one["state"]) for one in listed] == [(1, "in force"), (2, "in force")]


def test_undoing_restores_the_bytes_of_the_export(judged: Run) -> None:
    before = judged("export").stdout
    judged("reject", make_reading(make_story(1)).pledges[0].id, *WHO)
    assert judged("export").stdout != before
    assert judged("undo", *WHO).exit_code == 0
    assert judged("export").stdout == before
    assert judged("export", "--all").stdout.count('"kind":"judgement"') == 2


def test_a_rejected_report_is_shown_with_who_rejected_it(judged: Run) -> None:
    pledge = make_reading(make_story(1)).pledges[0].id
    by = json.loads(judged("reject", pledge, *WHO, "--format", "json").stdout)["id"]
    assert f"rejected by {by}" in " ".join(judged("show", pledge).stdout.split())


def test_the_author_is_the_one_given_else_of_the_environment_else_of_the_system(
    judged: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ida")
    event = event_id(judged)
    assert json.loads(judged("note", event, "a", "--format", "json").stdout)["author"] == "ida"
    monkeypatch.setenv("PARLEY_AUTHOR", "Ida Rask")
    assert json.loads(judged("note", event, "b", "--format", "json").stdout)["author"] == "Ida Rask"
    assert json.loads(judged("note", event, "c", *WHO, "--format", "json").stdout)["author"] == "Ana Lindgren"


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (("merge", "evt_000000000000", "evt_000000000001"), 4, "look it up again"),
        (("undo",), 4, "no judgement in force"),
        (("reject", "evt_000000000000", "--time", "noon"), 2, "--time 'noon' is not a time"),
        (("why", "evt_000000000000"), 4, "look it up again"),
        (("judgements", "--ledger", "none.db"), 3, "there is no ledger"),
    ],
)
def test_what_cannot_be_done_ends_with_the_exit_code_of_its_kind(
    judged: Run, command: tuple[str, ...], code: int, words: str
) -> None:
    done = judged(*command)
    assert (done.exit_code, words in done.stderr) == (code, True), done.stderr
