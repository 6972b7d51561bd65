"""How the outlook has moved since Paris: days, what moved it, and the chart."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from parley.inventory.pledges_of_record import last_day_of_record
from parley.outlook.canvas import Panel
from parley.outlook.moves_notes import place_notes
from parley.outlook.moves_plot import draw_moves
from parley.outlook.moves_told import COLUMNS, moved_by, moves_in_words, rows, told_moves
from parley.outlook.project import project
from parley.outlook.since_paris import PARIS, Move, days_of_change, since_paris
from tests.outlook.making import few

DAYS = (
    *(PARIS, date(2017, 6, 1), date(2020, 9, 21), date(2020, 9, 22), date(2021, 1, 20), date(2021, 11, 13)),
    *(date(2022, 12, 20), date(2025, 1, 20), date(2025, 12, 31)),
)


@cache
def moves() -> tuple[Move, ...]:
    return since_paris(ensemble=few(), days=DAYS)


def move_of(day: date) -> Move:
    return next(move for move in moves() if move.outlook.as_of == day)


def test_days_begin_in_paris_end_with_the_record_and_have_the_days_that_count() -> None:
    days = days_of_change()
    assert (days[0], days[-1]) == (PARIS, last_day_of_record())
    assert list(days) == sorted(set(days))
    assert {date(2017, 6, 1), date(2020, 9, 22), date(2021, 1, 1), date(2021, 1, 20), date(2025, 1, 20)} <= set(days)


def test_changes_add_up_from_the_first_day_to_the_last() -> None:
    whole = moves()[-1].outlook.median(2100) - moves()[0].outlook.median(2100)
    assert sum(move.change_k for move in moves()) == pytest.approx(whole, abs=1e-12)


def test_each_day_is_the_outlook_of_that_day() -> None:
    alone = project(as_of=date(2021, 11, 13), ensemble=few())
    assert move_of(date(2021, 11, 13)).outlook.median(2100) == alone.median(2100)


def test_who_leaves_warms_and_who_comes_back_cools() -> None:
    assert move_of(date(2017, 6, 1)).left == ("USA",)
    assert move_of(date(2017, 6, 1)).change_k > 0
    assert move_of(date(2021, 1, 20)).returned == ("USA",)
    assert move_of(date(2021, 1, 20)).change_k < 0


def test_what_moved_it_is_told_with_the_party_that_moved_most_first() -> None:
    assert moved_by(move_of(date(2017, 6, 1))).startswith("United States leaves the Paris Agreement")
    assert moved_by(move_of(date(2020, 9, 22))) == "China: peak by 2030, net zero 2060"
    assert moved_by(move_of(date(2021, 11, 13)), most=2).endswith(" more")


def test_pledges_of_a_snapshot_are_not_told_as_of_its_day() -> None:
    said = moved_by(move_of(date(2022, 12, 20)), most=1)
    assert said.startswith("older pledges of ")
    assert "known from a snapshot of this day" in said


def test_the_sentence_names_both_ends_and_the_two_largest_moves() -> None:
    said = moves_in_words(moves())
    assert said.startswith("From 12 December 2015 to 31 December 2025 the median warming of 2100 ")
    largest = sorted((move for move in moves()), key=lambda move: -abs(move.change_k))[:2]
    for move in largest:
        assert f"{move.change_k:+.2f}".replace("-", "−") in said


def test_rows_and_json_have_every_day() -> None:
    table = [dict(zip(COLUMNS, row, strict=True)) for row in rows(moves())]
    content = told_moves(moves())["days"]
    assert [row["day"] for row in table] == [each["day"] for each in content] == [day.isoformat() for day in DAYS]
    assert [row["median_2100_k"] for row in table] == [each["warming_2100"]["median"] for each in content]


def test_a_firmer_pledge_neither_comes_nor_goes() -> None:
    for before, after in pairwise(moves()):
        earlier = {pledge.id for pledge in before.outlook.pledges}
        assert not earlier & {pledge.id for pledge in after.came}


def test_names_on_the_chart_meet_neither_each_other_nor_the_edge() -> None:
    panel = Panel(60, 130, 960, 440, (2015.9, 2026.0), (1.5, 3.25))
    curves = []
    for quantile in (0.5, 0.66):
        corners: list[tuple[float, float]] = []
        for move in moves():
            day = move.outlook.as_of
            assert day is not None
            x, y = panel.x(day.year + day.month / 12), panel.y(move.outlook.warming.in_year(2100, quantile))
            corners += [(x, corners[-1][1]), (x, y)] if corners else [(x, y)]
        curves.append(corners)
    notes = place_notes(moves(), panel, curves)
    assert len(notes) >= 4
    for at, note in enumerate(notes):
        assert panel.left <= note.box.left
        assert note.box.right <= panel.right
        assert not any(note.box.meets(other.box) for other in notes[at + 1 :])


def test_the_chart_is_the_same_each_time_and_says_what_moved_it() -> None:
    drawn = draw_moves(moves()).svg()
    assert drawn == draw_moves(moves()).svg()
    assert "Since Paris, the outlook has moved from" in drawn
    assert "22 Sep 2020" in drawn
    assert draw_moves(moves()).png().startswith(b"\x89PNG")
