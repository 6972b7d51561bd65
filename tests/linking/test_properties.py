"""What holds for links whatever is told: the order of readings changes nothing, and nothing is lost or told twice."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.linking import link
from parley.records import Reading
from tests.linking.making import PEOPLE, reading

DAYS = ("2024-06-05", "2024-06-06", "2024-06-07/2024-06-09", "2024-06", "2024-07-20", "2024", None)
PLACES = ("Lima, PER", "Cusco, PER", "PER", "Oslo, NOR", None)


@st.composite
def engagements(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "kind": draw(st.sampled_from(("visit", "meeting", "meeting", "call", "statement"))),
        "status": draw(st.sampled_from(("trailed", "planned", "held", "postponed", "cancelled"))),
        "people": tuple(draw(st.lists(st.sampled_from(sorted(PEOPLE)), unique=True, max_size=4))),
        "place": draw(st.sampled_from(PLACES)),
        "when": draw(st.sampled_from(DAYS)),
        "background": draw(st.booleans()),
        "mode": draw(st.sampled_from(("unknown", "in_person", "virtual"))),
    }


@st.composite
def presses(draw: st.DrawFn) -> list[Reading]:
    """A few documents on the same few people."""
    told = draw(st.lists(st.lists(engagements(), min_size=1, max_size=3), min_size=2, max_size=9))
    days = ("2024-06-01", "2024-06-06", "2024-06-10", "2024-07-25", "2025-03-01", None)
    return [reading(draw(st.sampled_from(days)), *document) for document in told]


@settings(max_examples=150, deadline=None)
@given(press=presses(), seed=st.integers(0, 99))
def test_neither_the_order_of_readings_nor_doubles_change_the_links(press: list[Reading], seed: int) -> None:
    links = link(press)
    shuffled = [*press, press[0]]
    Random(seed).shuffle(shuffled)
    again = link(shuffled)
    assert again == links
    assert again.model_dump_json() == links.model_dump_json()
    assert [event.id for event in again.events] == [event.id for event in links.events]


@settings(max_examples=150, deadline=None)
@given(press=presses())
def test_every_report_is_in_one_event_but_for_those_shared(press: list[Reading]) -> None:
    links = link(press)
    told = Counter(report for event in links.events for report in event.reports)
    shared = {report for event in links.events for report in event.shared}
    assert told.keys() == {
        report.id for one in {r.document.id: r for r in press}.values() for report in one.engagements
    }
    assert {report for report, times in told.items() if times > 1} == shared
    people = Counter(report for person in links.people for report in person.reports)
    assert set(people.values()) <= {1}
    assert len({event.id for event in links.events}) == len(links.events)


@settings(max_examples=150, deadline=None)
@given(press=presses())
def test_one_document_never_tells_an_event_twice_and_every_merge_has_its_reason(press: list[Reading]) -> None:
    for event in link(press).events:
        documents = [step.document for step in event.life]
        assert len(set(documents)) == len(documents)
        assert bool(event.reasons) == (len(event.reports) > 1)
        assert [step.report for step in event.life] == list(event.reports)


@settings(max_examples=100, deadline=None)
@given(press=presses())
def test_trips_hold_only_visits_and_parts_lead_to_what_is_there(press: list[Reading]) -> None:
    links = link(press)
    events, trips = {event.id: event for event in links.events}, {trip.id: trip for trip in links.trips}
    for trip in links.trips:
        assert len(trip.legs) > 1
        assert all(events[leg].kind == "visit" and events[leg].part_of == trip.id for leg in trip.legs)
    for event in links.events:
        if event.part_of:
            assert (event.part_of in trips) if event.kind == "visit" else events[event.part_of].kind == "visit"


@settings(max_examples=100, deadline=None)
@given(press=presses())
def test_events_of_one_day_hold_no_two_countries(press: list[Reading]) -> None:
    reports = {report.id: report for one in press for report in one.engagements}
    for event in link(press).events:
        there = [reports[report] for report in event.reports if reports[report].kind != "call"]
        places = [report.place for report in there if report.mode != "virtual"]
        known = [place.country for place in places if place]
        assert all(one == other for one, other in combinations(known, 2))
