"""Which pledges of documents enter an outlook, and what correction notes do to them, read by the real rules."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import cache
from itertools import permutations

import pytest

from parley.outlook.corrected import corrected_in_words
from parley.outlook.project import project
from parley.outlook.told_pledges import Told, corrected, put_over, told_pledges
from parley.pathways.book import book_on
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.records import Reading
from parley.workflow import View, link
from tests.outlook.making import few
from tests.reading.making import read

DAY = date(2024, 6, 30)
PLEDGE = "Turkey has pledged to reach net zero by 2045."
NOTE = "Correction: An earlier version of this article misstated Turkey's pledge of net zero."
UPDATE = "Update: This article was updated with what Turkey has pledged and what net zero means."
STORY = read(f"The council met in Ankara. {PLEDGE}", "2024-06-02")
OTHER = read("Ministers listened. Turkey will be carbon neutral by 2045, its government has promised.", "2024-06-03")
CORRECTED = read(f"The council met in Ankara. {PLEDGE}\n\n{NOTE}", "2024-06-04")


@cache
def book() -> tuple[PathwayPledge, ...]:
    return book_on(DAY)


def view(*readings: Reading) -> View:
    return View(readings, link(readings))


def told(*readings: Reading) -> tuple[Told, ...]:
    return told_pledges(view(*readings), DAY, book(), Choices())


def standings(*readings: Reading) -> dict[int | None, str]:
    return {each.entry.target_year: each.beside.standing for each in told(*readings)}


def test_what_no_note_touches_enters_unmarked() -> None:
    (turkey,) = told(STORY)
    assert (turkey.beside.standing, turkey.notes) == ("new", ())
    assert corrected((turkey,), view(STORY)) == ()


def test_a_pledge_whose_every_report_was_corrected_does_not_enter() -> None:
    (turkey,) = told(STORY, CORRECTED)
    assert (turkey.beside.standing, turkey.beside.why) == ("corrected", "its source has corrected it")
    assert [bearing.note for bearing in turkey.notes] == list(CORRECTED.corrections)
    assert put_over(book(), (turkey,)) == book()


def test_one_of_which_another_source_stands_enters_with_the_words_of_the_note() -> None:
    held = view(STORY, OTHER, CORRECTED)
    found = told_pledges(held, DAY, book(), Choices())
    (mark,) = corrected(found, held)
    assert found[0].beside.standing == "new"
    assert mark.pledge == found[0].beside.pledge.id == OTHER.pledges[0].id
    assert (mark.party, mark.words, mark.document) == ("TUR", NOTE, CORRECTED.document.id)
    assert (mark.published, mark.nature) == ("2024-06-04", "correction")
    assert set(mark.touched) == {STORY.pledges[0].id, CORRECTED.pledges[0].id}
    assert len(mark.told) == 3
    assert "Türkiye, net zero by 2045" in corrected_in_words(mark)
    assert "2 of 3 reports" in corrected_in_words(mark)
    assert NOTE in corrected_in_words(mark)


def test_the_terms_are_those_of_the_reports_that_stand() -> None:
    wrong = read("Japan has pledged to cut its emissions by 60 percent from 2013 levels by 2030.\n\n"
                 "Correction: An earlier version misstated Japan's pledge to cut emissions.", "2024-06-09")  # fmt: skip
    right = read("Japan has promised that it will cut its emissions by 60 percent by 2030.", "2024-06-02")
    (japan,) = told(wrong, right)
    assert japan.beside.pledge.id == right.pledges[0].id


def test_what_is_updated_stands_and_is_marked() -> None:
    updated = read(f"The council met in Ankara. {PLEDGE}\n\n{UPDATE}", "2024-06-04")
    (turkey,) = told(updated)
    assert updated.corrections[0].nature == "update"
    assert turkey.beside.standing == "new"
    assert [bearing.note for bearing in turkey.notes] == list(updated.corrections)


def test_what_had_been_replaced_by_a_pledge_that_was_retracted_stands_again() -> None:
    words = "Turkey has strengthened its pledge and will now reach net zero by 2040."
    stronger = read(words, "2024-06-12")
    retracted = read(f"{words}\n\nRetraction: This article was withdrawn.", "2024-06-20")
    assert standings(STORY, stronger) == {2040: "new"}
    assert standings(STORY, stronger, retracted) == {2040: "corrected", 2045: "new"}
    held = view(STORY, stronger, retracted)
    (mark,) = corrected(told_pledges(held, DAY, book(), Choices()), held)
    assert mark.touched == ()
    assert "of what had taken its place" in corrected_in_words(mark)


def test_what_a_note_set_right_counts_and_what_an_earlier_version_said_does_not() -> None:
    wrong = read("The council met in Ankara. Turkey has pledged to reach net zero by 2040.", "2024-06-01")
    assert standings(wrong) == {2040: "new"}
    assert standings(wrong, CORRECTED) == {2040: "corrected", 2045: "new"}
    held = view(wrong, CORRECTED)
    (mark,) = corrected(told_pledges(held, DAY, book(), Choices()), held)
    assert (mark.says, mark.words) == ("net zero by 2045 (GHG)", NOTE)


def test_a_pledge_of_record_stays_and_says_that_a_report_of_it_was_corrected() -> None:
    india = read("India has pledged to reach net zero by 2070.\n\n"
                 "Correction: An earlier version misstated how India is to reach net zero.", "2024-06-02")  # fmt: skip
    held = view(india)
    found = told_pledges(held, DAY, book(), Choices())
    assert [each.beside.standing for each in found] == ["in_book"]
    assert put_over(book(), found) == book()
    assert [mark.pledge for mark in corrected(found, held)] == ["IND-2021-11-01-net_zero-2070"]


def test_the_order_of_documents_changes_nothing() -> None:
    marks = []
    for readings in permutations((STORY, OTHER, CORRECTED)):
        held = view(*readings)
        found = told_pledges(held, DAY, book(), Choices())
        marks.append(([each.beside for each in found], [asdict(mark) for mark in corrected(found, held)]))
    assert all(mark == marks[0] for mark in marks)


@pytest.mark.parametrize(("withdraw", "marked"), [((), 1), (("TUR",), 0)])
def test_an_outlook_says_so_only_where_the_pledge_shapes_it(withdraw: tuple[str, ...], marked: int) -> None:
    held = view(STORY, OTHER, CORRECTED)
    found = told_pledges(held, DAY, book(), Choices())
    outlook = project(
        put_over(book(), found), as_of=DAY, ensemble=few(), withdraw=withdraw, corrections=corrected(found, held)
    )
    assert len(outlook.corrections) == marked
