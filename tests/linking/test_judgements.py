"""What people judge about the links, and that it outlives other readers and other documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from parley import workflow
from parley.errors import RecordNotFound, UsageError
from parley.ledger import Ledger
from parley.linking.judgements import Rulings
from parley.records import Anchor, Event, Judgement, Reading
from parley.workflow import View
from tests.ledger.judging import HAND, READERS, make_news, read_news
from tests.ledger.making import make_reading, make_story

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Two documents that tell alike of one meeting."""
    ledger = Ledger(tmp_path / "parley.db")
    for number in (1, 2):
        ledger.add(make_reading(make_story(number)))
    return ledger


def meetings(ledger: Ledger) -> tuple[Event, ...]:
    return workflow.view(ledger).links.events


def test_a_split_takes_reports_out_and_a_merge_puts_them_back(ledger: Ledger) -> None:
    (meeting,) = meetings(ledger)
    done = workflow.split(ledger, meeting.id, meeting.reports[:1], HAND)
    assert {record.reports for record in done.records} == {meeting.reports[:1], meeting.reports[1:]}
    one, other = meetings(ledger)
    assert (one.people, other.people) == (meeting.people, meeting.people)
    assert "taken apart by Ana Lindgren <ana@example.org> on 2024-06-01 (“two rooms”)" in one.reasons
    workflow.merge(ledger, one.id, other.id, HAND)
    (whole,) = meetings(ledger)
    assert set(whole.reports) == set(meeting.reports)
    assert any(reason.startswith("joined by Ana Lindgren") for reason in whole.reasons)


def test_a_split_without_reports_takes_all_of_them_apart(ledger: Ledger) -> None:
    ledger.add(make_reading(make_story(3)))
    (meeting,) = meetings(ledger)
    workflow.split(ledger, meeting.id, [], HAND)
    assert [len(event.reports) for event in meetings(ledger)] == [1, 1, 1]


def test_people_and_pledges_are_merged_and_split_too(ledger: Ledger) -> None:
    for listed in (lambda view: view.links.people, lambda view: view.links.pledges):
        before = listed(workflow.view(ledger))
        workflow.split(ledger, before[0].id, before[0].reports[:1], HAND)
        assert len(listed(workflow.view(ledger))) == len(before) + 1
    oru, vell = (one for one in workflow.view(ledger).links.people if len(one.reports) == 1)
    workflow.merge(ledger, oru.id, vell.id, HAND)
    workflow.undo(ledger, None, HAND)
    ana = [person for person in workflow.view(ledger).links.people if person.name == "Ana Oru"]
    assert len(ana) == 2


def test_two_people_judged_one_are_one_in_their_meetings(ledger: Ledger) -> None:
    oru, vell = workflow.view(ledger).links.people
    workflow.merge(ledger, oru.id, vell.id, HAND)
    (meeting,) = meetings(ledger)
    assert len(meeting.people) == 1


def test_what_is_rejected_leaves_every_view_and_stays_in_the_ledger(ledger: Ledger) -> None:
    pledge = make_reading(make_story(1)).pledges[0]
    workflow.reject(ledger, pledge.id, HAND)
    shown = workflow.view(ledger)
    assert pledge.id not in shown.reports
    assert all(pledge.id not in entry.reports for entry in shown.links.pledges)
    assert pledge.id not in {report.id for report in ledger.reports()}
    assert pledge.id not in {hit.id for hit in ledger.search("emissions")}
    assert not any(pledge.id in line for line in ledger.export() if '"kind":"judgement"' not in line)
    assert any(line.startswith(f'{{"id":"{pledge.id}"') for line in ledger.export(everything=True))
    assert ledger.get(pledge.id) == pledge
    with pytest.raises(UsageError, match="rejected already"):
        workflow.reject(ledger, pledge.id, HAND)


def test_a_rejection_finds_what_another_reader_makes_of_the_same_words(tmp_path: Path) -> None:
    document = make_news(1)
    with Ledger(tmp_path / "parley.db") as ledger:
        ledger.add(read_news(document, READERS[0]))
        pledge = read_news(document, READERS[0]).pledges[0]
        workflow.reject(ledger, pledge.id, HAND)
        later = read_news(document, READERS[2])
        ledger.add(later)
        assert later.pledges[0].id != pledge.id
        assert list(ledger.reports(kind="pledge")) == []
        assert set(ledger.rejected()) == {pledge.id, later.pledges[0].id}


def test_a_judgement_whose_words_are_no_longer_read_is_kept_and_says_why(ledger: Ledger) -> None:
    (meeting,) = meetings(ledger)
    kept = workflow.split(ledger, meeting.id, meeting.reports[:1], HAND).judgement
    for number in (1, 2):
        ledger.add(make_reading(make_story(number), "blind reader/2", leave_out=("engagements",)))
    (effect,) = workflow.view(ledger).links.effects
    assert (effect.judgement, effect.applies) == (kept.id, False)
    assert effect.words.startswith("blind reader/2 reads no engagement in the words “Minister Ana Oru met")
    for number in (1, 2):
        ledger.add(make_reading(make_story(number), "good reader/3"))
    assert len(meetings(ledger)) == 2


def test_words_that_moved_in_the_text_are_found_where_they_are_now() -> None:
    reading = make_reading(make_story(1))
    anchor = Anchor.of(reading.pledges[0], reading)
    moved = make_story(1).model_copy(update={"text": "  Cleaned anew. " + make_story(1).text})
    again = make_reading(moved, "reader/2")
    assert again.pledges[0].id != reading.pledges[0].id
    assert anchor.find(again).report == again.pledges[0].id
    gone = make_story(1).model_copy(update={"text": "Nothing is left."})
    assert "no longer in the text" in anchor.find(Reading(document=gone, reader="reader/3")).why


def test_another_report_of_the_same_words_is_never_taken_for_the_one_judged() -> None:
    reading = make_reading(make_story(1))
    first = reading.pledges[0]
    second = first.model_copy(update={"id": "", "target_year": 2035})
    second = type(first).model_validate({**second.model_dump(), "id": ""})
    both = reading.model_copy(update={"pledges": (first, second)})
    anchor = Anchor.of(first, both)
    assert anchor.find(reading.model_copy(update={"pledges": (second,)})).report is None


def judgement(verb: str, ones: list[Anchor], others: list[Anchor], number: int) -> Judgement:
    return Judgement.model_validate(
        {"verb": verb, "ones": ones, "others": others, "number": number, "author": "Ana", "time": NOON}
    )


def test_a_later_merge_does_not_join_in_passing_what_a_split_keeps_apart() -> None:
    readings = [make_reading(make_story(number)) for number in range(3)]
    a, b, c = (Anchor.of(reading.engagements[0], reading) for reading in readings)
    rulings = Rulings(readings, [judgement("split", [a], [b], 1), judgement("merge", [a], [c], 2)])
    groups = rulings.regroup("engagement", [(a.report,), (b.report, c.report)])
    assert [group.reports for group in groups] == [(a.report,), (b.report, c.report)]
    assert [effect.applies for effect in rulings.effects] == [True, False]
    assert "keeps apart" in rulings.effects[1].words


def test_a_later_merge_of_the_very_reports_wins_over_a_split() -> None:
    readings = [make_reading(make_story(number)) for number in range(2)]
    a, b = (Anchor.of(reading.engagements[0], reading) for reading in readings)
    rulings = Rulings(readings, [judgement("split", [a], [b], 1), judgement("merge", [a], [b], 2)])
    (group,) = rulings.regroup("engagement", [(a.report, b.report)])
    assert set(group.reports) == {a.report, b.report}


def test_undoing_an_undoing_does_it_again(ledger: Ledger) -> None:
    (meeting,) = meetings(ledger)
    split = workflow.split(ledger, meeting.id, meeting.reports[:1], HAND).judgement
    undoing = workflow.undo(ledger, None, HAND).judgement
    assert len(meetings(ledger)) == 1
    with pytest.raises(UsageError, match=f"undone already, by {undoing.id}"):
        workflow.undo(ledger, split.id, HAND)
    workflow.undo(ledger, undoing.id, HAND)
    assert len(meetings(ledger)) == 2


def test_a_note_changes_nothing_and_is_told_by_why(ledger: Ledger) -> None:
    before = workflow.view(ledger).links.model_copy(update={"effects": ()})
    (meeting,) = meetings(ledger)
    workflow.note(ledger, meeting.id, "see the photograph", HAND)
    shown = workflow.view(ledger)
    assert shown.links.model_copy(update={"effects": ()}) == before
    ((_, effect),) = workflow.why(shown, meeting.id).notes
    assert "see the photograph" in effect.words


def test_why_says_what_a_split_keeps_apart(ledger: Ledger) -> None:
    (meeting,) = meetings(ledger)
    workflow.split(ledger, meeting.id, meeting.reports[:1], HAND)
    shown = workflow.view(ledger)
    one, other = shown.links.events
    found = workflow.why(shown, one.id)
    assert [(kept.record, kept.why) for kept in found.apart] == [(other.id, found.judged[0][1].words)]


Refused = Callable[[Ledger, View], object]


@pytest.mark.parametrize(
    ("refused", "error", "words"),
    [
        (lambda db, v: workflow.merge(db, v.links.events[0].id, v.links.people[0].id, HAND), UsageError, "of one kind"),
        (lambda db, v: workflow.merge(db, *[v.links.events[0].id] * 2, HAND), UsageError, "are one event already"),
        (
            lambda db, v: workflow.merge(db, "evt_000000000000", v.links.events[0].id, HAND),
            RecordNotFound,
            "look it up",
        ),
        (lambda db, v: workflow.split(db, v.links.events[0].id, ["eng_0"], HAND), UsageError, "no report of"),
        (
            lambda db, v: workflow.split(db, v.links.events[0].id, v.links.events[0].reports, HAND),
            UsageError,
            "not all",
        ),
        (lambda db, v: workflow.note(db, v.links.events[0].id, "  ", HAND), UsageError, "no words in the note"),
        (lambda db, v: workflow.undo(db, None, HAND), RecordNotFound, "no judgement in force"),
        (lambda db, v: workflow.undo(db, "jud_0", HAND), RecordNotFound, "no judgement jud_0"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_leaves_nothing(
    ledger: Ledger, refused: Refused, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        refused(ledger, workflow.view(ledger))
    assert ledger.judgements() == ()
