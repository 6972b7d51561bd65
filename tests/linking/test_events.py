"""One event with its life from many reports, and events that look alike and are not one."""

from __future__ import annotations

import pytest

from parley.linking import link
from tests.linking.making import events_of, meeting, reading, visit

WHO = ("Kari Lunde", "Rosa Quispe")


def test_an_event_has_its_life_from_rumour_to_readout() -> None:
    (event,) = events_of(
        reading("2024-05-20", visit("Kari Lunde", status="trailed", when="2024-06")),
        reading("2024-06-01", visit("Kari Lunde", status="planned", when="2024-06-06/2024-06-08")),
        reading("2024-06-07", visit("Kari Lunde", status="under_way", when="2024-06-06/2024-06-08")),
        reading("2024-06-12", visit("Kari Lunde", when="2024-06-06/2024-06-08")),
    )
    assert [step.status for step in event.life] == ["trailed", "planned", "under_way", "held"]
    assert event.status == "held"
    assert event.reasons


def test_an_event_that_was_postponed_and_then_held_is_one() -> None:
    (event,) = events_of(
        reading("2024-05-20", meeting(*WHO, status="planned", when="2024-06-06")),
        reading("2024-06-04", meeting(*WHO, status="postponed")),
        reading("2024-06-20", meeting(*WHO, status="planned", when="2024-07-10")),
        reading("2024-07-12", meeting(*WHO, when="2024-07-10")),
    )
    assert [step.status for step in event.life] == ["planned", "postponed", "planned", "held"]
    assert event.when is not None
    assert event.when.iso == "2024-07-10/2024-07-10"


def test_without_a_word_of_a_move_two_days_a_month_apart_are_two_meetings() -> None:
    assert (
        len(
            events_of(
                reading("2024-05-20", meeting(*WHO, status="planned", when="2024-06-06")),
                reading("2024-07-12", meeting(*WHO, when="2024-07-10")),
            )
        )
        == 2
    )


def test_two_visits_of_one_person_months_apart_stay_apart() -> None:
    first = [reading(f"2024-04-{day}", visit("Kari Lunde", when="2024-04-06/2024-04-08")) for day in (10, 12)]
    second = [reading(f"2024-07-{day}", visit("Kari Lunde", when="2024-07-06/2024-07-08")) for day in (10, 12)]
    assert [len(event.reports) for event in events_of(*first, *second)] == [2, 2]


def test_a_mention_months_later_joins_the_old_event_and_is_marked() -> None:
    news = reading("2024-04-10", visit("Kari Lunde", when="2024-04-06/2024-04-08"))
    later = reading("2024-09-01", visit("Kari Lunde", when="2024-04", background=True))
    (event,) = events_of(news, later)
    assert event.background == (later.engagements[0].id,)
    assert event.when is not None
    assert event.when.iso == "2024-04-06/2024-04-08"


def test_a_mention_that_fits_two_events_joins_neither() -> None:
    april = reading("2024-04-10", visit("Kari Lunde", when="2024-04-06/2024-04-08"))
    july = reading("2024-07-10", visit("Kari Lunde", when="2024-07-06/2024-07-08"))
    later = reading("2025-02-01", visit("Kari Lunde", when="2024", background=True))
    assert len(events_of(april, july, later)) == 3


@pytest.mark.parametrize(
    "other",
    [
        meeting("Kari Lunde", "Luis Rojas", when="2024-06-06"),
        meeting(*WHO, when="2024-06-06", place="Oslo, NOR"),
        meeting(*WHO, when="2024-06-06", place=None, mode="virtual"),
        meeting(*WHO, when="2024-06-26"),
        {"kind": "statement", "people": (), "status": "held", "when": "2024-06-06"},
    ],
)
def test_other_people_places_modes_days_and_kinds_are_other_events(other: dict[str, object]) -> None:
    assert (
        len(
            events_of(
                reading("2024-06-27", meeting(*WHO, when="2024-06-06", mode="in_person")), reading("2024-06-28", other)
            )
        )
        == 2
    )


def test_talks_in_a_third_country_are_of_those_who_talk() -> None:
    told = meeting(*WHO, when="2024-06-06", place="Geneva, CHE")
    (event,) = events_of(reading("2024-06-07", told), reading("2024-06-08", told | {"parties": ("NOR", "PER", "CHE")}))
    assert event.place is not None
    assert event.place.country == "CHE"


def test_a_virtual_meeting_is_placed_nowhere() -> None:
    (event,) = events_of(reading("2024-06-07", meeting(*WHO, when="2024-06-06", mode="virtual")))
    assert event.place is None


def test_a_report_of_a_round_of_meetings_supports_each_of_them() -> None:
    before = reading(
        "2024-06-01",
        meeting("Kari Lunde", "Rosa Quispe", status="planned", when="2024-06-06"),
        meeting("Kari Lunde", "Luis Rojas", status="planned", when="2024-06-06"),
    )
    readout = reading("2024-06-09", meeting("Kari Lunde", "Rosa Quispe", "Luis Rojas", "Ana Flores", when="2024-06-06"))
    lone, other = events_of(before, readout)
    shared = readout.engagements[0].id
    assert lone.shared == other.shared == (shared,)
    assert {before.engagements[0].id, before.engagements[1].id, shared} == {*lone.reports, *other.reports}
    assert lone.status == other.status == "held"
    assert {name for event in (lone, other) for name in event.people} == {
        "Kari Lunde",
        "Rosa Quispe",
        "Luis Rojas",
        "Ana Flores",
    }
    assert not {"Rosa Quispe", "Luis Rojas"} <= set(lone.people)


def test_one_outlet_that_gives_another_day_tells_of_the_same_meeting() -> None:
    told = [reading(f"2024-06-0{day}", meeting(*WHO, when="2024-06-06")) for day in (7, 8, 9)]
    assert len(events_of(*told, reading("2024-06-10", meeting(*WHO, when="2024-06-03")))) == 1


def test_who_sent_another_was_expected_and_did_not_come() -> None:
    words = "Luis Rojas met Kari Lunde in place of Rosa Quispe"
    planned = reading("2024-06-01", meeting(*WHO, status="planned", when="2024-06-06"))
    held = reading(
        "2024-06-07",
        meeting("Kari Lunde", "Luis Rojas", when="2024-06-06", words=words),
        people=({"name": "Kari Lunde"}, {"name": "Luis Rojas"}, {"name": "Rosa Quispe"}),
    )
    assert len(events_of(planned, held)) == 1


@pytest.mark.parametrize(
    ("name", "place", "when", "words"),
    [
        ("COP26", None, None, None),
        ("26th Conference of the Parties", None, "2021-11", None),
        (None, "Glasgow, GBR", "2021-11-01/2021-11-12", "the climate talks"),
        (None, "GBR", "2021-11", "the UN summit in November"),
        (None, None, None, "the Glasgow climate talks"),
    ],
)
def test_a_conference_is_known_by_name_ordinal_host_or_words(
    name: str | None, place: str | None, when: str | None, words: str | None
) -> None:
    conference = {"kind": "conference", "people": (), "parties": (), "status": "planned"}
    known = conference | {"name": "COP26", "place": "Glasgow, GBR", "when": "2021-10-31/2021-11-12"}
    other = conference | {"name": name, "place": place, "when": when, "words": words}
    assert len(events_of(reading("2021-09-01", known), reading("2021-09-02", other))) == 1


def test_two_editions_are_two_conferences() -> None:
    told = {"kind": "conference", "people": (), "parties": (), "status": "planned"}
    assert (
        len(
            events_of(
                reading("2021-09-01", told | {"name": "COP26"}, told | {"name": "COP27"}),
                reading("2021-09-02", told | {"name": "COP27"}),
            )
        )
        == 2
    )


def test_a_trip_holds_its_legs_and_a_leg_its_meetings() -> None:
    links = link(
        [
            reading(
                "2024-06-12",
                visit("Kari Lunde", when="2024-06-03/2024-06-05", place="CHL", parties=("CHL", "NOR")),
                visit("Kari Lunde", when="2024-06-06/2024-06-08"),
                meeting(*WHO, when="2024-06-07"),
                visit("Kari Lunde", when="2024-09-06/2024-09-08"),
            )
        ]
    )
    (trip,) = links.trips
    by_id = {event.id: event for event in links.events}
    assert [by_id[leg].place.country for leg in trip.legs if by_id[leg].place] == ["CHL", "PER"]
    assert all(by_id[leg].part_of == trip.id for leg in trip.legs)
    (talks,) = [event for event in links.events if event.kind == "meeting"]
    assert talks.part_of == trip.legs[1]
    assert by_id.keys() - set(trip.legs) - {talks.id} == {e.id for e in links.events if e.part_of is None}


def test_a_trip_told_as_a_whole_is_not_one_of_its_visits() -> None:
    whole = visit("Kari Lunde", when="2024-06-03/2024-06-08", place=None, parties=("CHL", "NOR", "PER"))
    assert (
        len(events_of(reading("2024-06-10", whole), reading("2024-06-11", visit("Kari Lunde", when="2024-06-06")))) == 2
    )


def test_a_dialogue_with_the_name_of_a_summit_is_that_summit() -> None:
    talks = {"kind": "dialogue", "people": (), "parties": ("DEU",), "status": "planned"}
    summit = {"kind": "conference", "people": (), "parties": (), "status": "planned", "place": "Berlin, DEU"}
    name = "Petersberg Climate Dialogue"
    one = reading("2024-04-01", talks | {"name": name, "when": "2024-04-25/2024-04-26"})
    other = reading("2024-04-02", summit | {"name": name, "when": "2024-04"})
    assert len(events_of(one, other)) == 1
