"""A correction bears on what it speaks of, on copies without the note, and on all that rests on them."""

from __future__ import annotations

from parley.linking import link
from parley.linking.corrections import COPIED, EARLIER, INSIDE
from parley.records import Links, Reading
from parley.records.linked import SET_RIGHT
from tests.reading.making import read

PLEDGE = "Peru has pledged to reach net zero by 2060."
NOTE = "Correction: An earlier version of this story misstated when Peru plans to reach net zero. It is 2060."
OTHER = "Norway emitted 0.1% of the world's emissions in 2019."


def links_of(*readings: Reading) -> Links:
    return link(readings)


def test_what_the_note_speaks_of_is_touched_and_so_is_what_rests_on_it() -> None:
    corrected = read(f"{PLEDGE} {OTHER}\n\n{NOTE}", "2024-06-02")
    (pledge, *_), (note,) = corrected.pledges, corrected.corrections
    links = links_of(corrected)
    (correction,) = links.corrections
    assert correction.reports == (note.id,)
    assert pledge.id in correction.touched
    assert corrected.claims[0].id not in correction.touched
    (entry,) = [entry for entry in links.pledges if pledge.id in entry.reports]
    assert entry.id in correction.rests


def test_a_copy_elsewhere_without_the_note_is_touched_too() -> None:
    corrected, copy = read(f"{PLEDGE} {OTHER}\n\n{NOTE}", "2024-06-02"), read(f"{OTHER} {PLEDGE}", "2024-06-01")
    (correction,) = links_of(corrected, copy).corrections
    reasons = dict(zip(correction.touched, correction.reasons, strict=True))
    assert reasons[copy.pledges[0].id] == COPIED
    assert COPIED not in {reasons[pledge.id] for pledge in corrected.pledges}


def test_a_report_that_stands_in_the_note_is_touched() -> None:
    note = "Correction: This story has been updated to say that Peru has pledged to reach net zero by 2060."
    corrected = read(f"{OTHER}\n\n{note}", "2024-06-02")
    (correction,) = links_of(corrected).corrections
    assert dict(zip(correction.touched, correction.reasons, strict=True)).get(corrected.pledges[0].id) == INSIDE


def test_a_dispute_of_which_a_side_was_corrected_rests_on_the_note() -> None:
    share = "Peru emitted {}% of the world's emissions in 2019."
    note = "Correction: An earlier version of this story misstated what Peru emitted in 2019. It is 6% of the world's."
    one, other = read(share.format(3), "2024-06-01"), read(f"{share.format(6)}\n\n{note}", "2024-06-02")
    links = links_of(one, other)
    (conflict,) = links.conflicts
    (correction,) = links.corrections
    assert conflict.id in correction.rests


def test_without_a_note_there_is_no_correction() -> None:
    assert links_of(read(PLEDGE)).corrections == ()


def test_what_an_earlier_version_said_is_touched_and_the_later_one_is_what_was_set_right() -> None:
    was = read(f"{PLEDGE.replace('2060', '2055')} {OTHER}", "2024-06-01")
    corrected = read(f"{PLEDGE} {OTHER}\n\n{NOTE}", "2024-06-02")
    (correction,) = links_of(corrected, was).corrections
    reasons = dict(zip(correction.touched, correction.reasons, strict=True))
    assert reasons[was.pledges[0].id] == EARLIER
    assert reasons[corrected.pledges[0].id] == SET_RIGHT


def test_another_document_that_says_otherwise_is_no_earlier_version() -> None:
    other = read(
        "Ministers left the summit in silence, while Peru has pledged to reach net zero by 2055.", "2024-06-01"
    )
    corrected = read(f"{PLEDGE} {OTHER}\n\n{NOTE}", "2024-06-02")
    (correction,) = links_of(corrected, other).corrections
    assert other.pledges[0].id not in correction.touched
