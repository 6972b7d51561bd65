"""Positions through time: repeated statements are one stance, a turn is marked, order does not matter."""

from __future__ import annotations

import hashlib
import itertools

from hypothesis import given
from hypothesis import strategies as st

from parley.linking import link
from parley.records import Document, Position, Quote, Reading, Stance
from parley.terms.when import Interval


def told(published: str | None, *said: tuple[str, str, str], towards: tuple[str, ...] = ("PER",)) -> Reading:
    """A document of a day in which Chile is said to hold something: issue, stance, words."""
    text = f"{published}: " + " ".join(words for _, _, words in said)
    document = Document.of_text(
        text, hashlib.sha256(text.encode()).hexdigest(), published=Interval.parse(published) if published else None
    )
    positions = (
        Position(
            document=document.id,
            quotes=(Quote.of(text, text.index(words), text.index(words) + len(words)),),
            party="CHL",
            issue=issue,
            stance=stance,
            towards=towards,
            holder="Carla Soto",
        )
        for issue, stance, words in said
    )
    return Reading(document=document, reader="test", positions=tuple(positions))


def stances(*readings: Reading) -> tuple[Stance, ...]:
    return link(readings).positions


JANUARY = told("2021-01-10", ("sanctions", "supports", "Chile backs sanctions on Peru."))
MARCH = told("2021-03-10", ("sanctions", "supports", "Chile again defended the sanctions on Peru."))
MAY = told("2021-05-10", ("sanctions", "opposes", "Chile now rejects sanctions on Peru."))


def test_repeated_statements_of_one_stance_are_joined() -> None:
    (stance,) = stances(MARCH, JANUARY)
    assert stance.reports == (JANUARY.positions[0].id, MARCH.positions[0].id)
    assert (stance.since, stance.until) == (JANUARY.document.published, MARCH.document.published)
    assert stance.holders == ("Carla Soto",)


def test_a_turn_is_marked_with_what_was_held_before_and_until_when() -> None:
    before, after = stances(MAY, MARCH, JANUARY)
    assert (before.departs_from, after.departs_from) == ((), (before.id,))
    assert after.reasons == ("supports until 2021-03-10, opposes since 2021-05-10: for it, then against it",)


def test_a_stance_taken_up_again_is_a_turn_of_its_own() -> None:
    july = told("2021-07-10", ("sanctions", "supports", "Chile is in favour of sanctions once more."))
    first, second, third = stances(JANUARY, MAY, july)
    assert (second.departs_from, third.departs_from) == ((first.id,), (second.id,))
    assert third.stance == first.stance


def test_to_support_the_end_of_a_thing_and_to_oppose_it_is_no_turn() -> None:
    opposed = told("2021-01-10", ("coal", "opposes", "Chile opposes new coal plants."))
    ending = told("2021-05-10", ("coal", "supports", "Chile supports the phase-out of coal."))
    assert [stance.departs_from for stance in stances(opposed, ending)] == [(), ()]
    against_the_end = told("2021-06-10", ("coal", "opposes", "Chile rejects a phase-out of coal."))
    last = stances(opposed, ending, against_the_end)[-1]
    assert len(last.departs_from) == 1


def test_what_is_said_towards_others_is_no_turn() -> None:
    other = told("2021-05-10", ("sanctions", "opposes", "Chile rejects sanctions on Brazil."), towards=("BRA",))
    assert [stance.departs_from for stance in stances(JANUARY, other)] == [(), ()]


def test_neither_one_day_nor_an_unknown_one_shows_a_turn() -> None:
    same_day = told("2021-01-10", ("sanctions", "opposes", "Chile rejects sanctions on Peru."))
    undated = told(None, ("sanctions", "opposes", "Chile spoke against sanctions on Peru."))
    for other in (same_day, undated):
        assert [stance.departs_from for stance in stances(JANUARY, other)] == [(), ()]


def test_matters_kept_apart_and_then_tied_are_a_turn() -> None:
    apart = told("2021-01-10", ("human_rights", "separates", "Chile keeps human rights apart from the climate."))
    tied = told("2021-05-10", ("human_rights", "links", "Chile tied human rights to climate talks."))
    assert stances(apart, tied)[1].departs_from


EVERY = (
    JANUARY,
    MARCH,
    MAY,
    told("2021-04-01", ("coal", "urges", "Chile asks Peru to leave coal."), ("coal", "states", "Coal is the past.")),
    told(None, ("sanctions", "opposes", "Chile spoke against sanctions.")),
)


@given(st.permutations(EVERY))
def test_the_order_of_arrival_changes_nothing(readings: list[Reading]) -> None:
    assert stances(*readings) == stances(*EVERY)


def test_every_statement_is_in_one_stance() -> None:
    joined = list(itertools.chain.from_iterable(stance.reports for stance in stances(*EVERY)))
    assert sorted(joined) == sorted(position.id for reading in EVERY for position in reading.positions)
