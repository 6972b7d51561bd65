"""A pledge left out by its id: in Python, in words, on the command line."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from parley import workflow
from parley.cli.main import app
from parley.errors import UsageError

_PLEDGE = "CHN-2020-09-22-net_zero-2060"


def test_an_outlook_without_a_pledge_is_warmer_and_says_so() -> None:
    kept, left = (workflow.outlook_of(workflow.ask(without=names)) for names in ((), (_PLEDGE,)))
    assert left.median(2100) > kept.median(2100)
    assert f"without {_PLEDGE}" in left.name
    assert _PLEDGE not in {pledge.id for pledge in left.book}
    assert {pledge.id for pledge in kept.book} - {pledge.id for pledge in left.book} == {_PLEDGE}


def test_pledges_to_leave_out_are_named_in_words() -> None:
    asked = workflow.ask_in_words(f"2021-11-13 without={_PLEDGE},EUU-2019-12-12-net_zero-2050")
    assert asked.without == (_PLEDGE, "EUU-2019-12-12-net_zero-2050")


def test_a_pledge_that_did_not_stand_on_the_day_changes_nothing_and_a_note_says_so() -> None:
    early = workflow.outlook_of(workflow.ask(as_of="2019-01-01", without=[_PLEDGE]))
    assert early.median(2100) == workflow.outlook_of(workflow.ask(as_of="2019-01-01")).median(2100)
    assert any(_PLEDGE in note and "does not stand" in note for note in early.notes)


def test_an_id_that_no_pledge_has_is_refused() -> None:
    with pytest.raises(UsageError, match="no pledge is called that"):
        workflow.outlook_of(workflow.ask(without=["CHN-1900-01-01-peak"]))


def test_a_wish_takes_the_place_of_a_pledge_that_is_left_out() -> None:
    wished = workflow.outlook_of(workflow.ask(wishes=["CHN net_zero 2050"]))
    both = workflow.outlook_of(workflow.ask(wishes=["CHN net_zero 2050"], without=[_PLEDGE]))
    assert both.median(2100) == wished.median(2100)


def test_the_command_line_leaves_a_pledge_out() -> None:
    done = CliRunner().invoke(app, ["outlook", "--without", _PLEDGE, "--format", "json", "--no-shares"])
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert _PLEDGE not in found["sources"]["counted"]
    assert found["warming"]["2100"]["median"] > 0


def test_a_cut_below_the_peak_can_be_wished_for() -> None:
    weak, strong = (
        workflow.outlook_of(workflow.ask(wishes=[f"CHN cut {cut}% 2035 below peak"])).world_gtco2e(2035)
        for cut in (8, 30)
    )
    assert strong < weak
