"""The pledge book: what stands, since when, what it replaced and how; what is only wanted stands beside."""

from __future__ import annotations

from itertools import permutations

import pytest

from parley.linking import link
from parley.records import BookEntry, Reading
from tests.reading.making import read

CUT = "Peru pledged to cut greenhouse gas emissions by {}% from 2010 levels by 2030."


def told(*said: tuple[str, str | None]) -> list[Reading]:
    """A document each; those of the same words differ in their length."""
    return [read(text + "\n" * number, day) for number, (text, day) in enumerate(said)]


def book(*said: tuple[str, str | None]) -> dict[float | int | None, BookEntry]:
    """The entries by value, or by target year where they have none."""
    return {entry.low or entry.target_year: entry for entry in link(told(*said)).pledges}


def test_a_pledge_stands_since_its_first_report_and_is_restated_by_the_others() -> None:
    (entry,) = book((CUT.format(30), "2021-03-01"), (CUT.format(30), "2020-03-01"), (CUT.format(30), None)).values()
    assert entry.since is not None
    assert str(entry.since.start) == "2020-03-01"
    assert [step.step for step in entry.history] == ["first", "restated", "restated"]
    assert [step.report for step in entry.history] == list(entry.reports)


def test_a_pledge_put_into_law_is_firmer_not_new() -> None:
    (entry,) = book(
        ("Peru pledged to reach net zero by 2050.", "2020-03-01"),
        ("Peru has passed a law to reach net zero by 2050.", "2021-03-01"),
    ).values()
    assert [step.step for step in entry.history] == ["first", "firmer"]


@pytest.mark.parametrize(("later", "change"), [(45, "strengthened"), (20, "weakened")])
def test_a_later_value_takes_the_place_of_the_older(later: int, change: str) -> None:
    entries = book((CUT.format(30), "2020-03-01"), (CUT.format(later), "2021-03-01"), (CUT.format(later), "2021-06-01"))
    old, new = entries[30], entries[later]
    assert (old.standing, old.replaced_by) == (False, new.id)
    assert (new.standing, new.replaces, new.change) == (True, (old.id,), change)
    assert set(new.changed_by) <= set(new.reports)
    assert new.changed_by


@pytest.mark.parametrize(("later", "change"), [(2045, "strengthened"), (2055, "weakened")])
def test_a_nearer_year_of_net_zero_is_stronger_and_a_later_one_weaker(later: int, change: str) -> None:
    zero = "Peru pledged to reach net zero by {}."
    entries = book((zero.format(2050), "2020-03-01"), (zero.format(later), "2021-03-01"))
    assert entries[later].change == change
    assert not entries[2050].standing


def test_what_is_told_again_after_the_other_has_not_been_replaced() -> None:
    said = [(CUT.format(30), "2020-03-01"), (CUT.format(45), "2021-03-01"), (CUT.format(30), "2021-09-01")]
    links = link(told(*said))
    assert all(entry.standing for entry in links.pledges)
    assert [conflict.field for conflict in links.conflicts] == ["value"]


def test_a_cut_for_another_year_replaces_nothing() -> None:
    later = CUT.format(45).replace("2030", "2035")
    links = link(told((CUT.format(30), "2020-03-01"), (later, "2021-03-01")))
    assert all(entry.standing for entry in links.pledges)
    assert not links.conflicts


def test_what_is_urged_is_listed_beside_the_pledge_not_among() -> None:
    entries = book(
        ("Peru pledged to reach net zero by 2050.", "2020-03-01"),
        ("Norway urged Peru to reach net zero by 2040.", "2020-05-01"),
    )
    assert entries[2050].listed_beside == (entries[2040].id,)
    assert (entries[2040].standing, entries[2040].replaces, entries[2050].standing) == (False, (), True)


def test_the_order_of_documents_changes_nothing_in_the_book() -> None:
    readings = told(
        (CUT.format(30), "2020-03-01"),
        (CUT.format(45), "2021-03-01"),
        ("Peru will cut its emissions by 2030.", "2021-04-01"),
        ("Norway urged Peru to cut emissions by 60% by 2030.", None),
    )
    assert len({link(order).model_dump_json() for order in permutations(readings)}) == 1


def test_a_document_that_tells_what_it_replaced_leaves_the_older_year_standing_no_more() -> None:
    entries = book(("Peru has brought forward its net-zero target to 2045 from 2050.", "2021-03-01"))
    assert {year: entry.standing for year, entry in entries.items()} == {2045: True, 2050: False}
    assert (entries[2050].replaced_by, entries[2045].change) == (entries[2045].id, "strengthened")
