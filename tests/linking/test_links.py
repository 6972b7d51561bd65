"""Several documents on one thing: one person, one event with its life, one pledge, and what they disagree on."""

from __future__ import annotations

from itertools import permutations

import pytest

from parley.linking import link
from parley.records import Links, Reading
from tests.reading.making import read

PLANNED = "Norwegian climate envoy Kari Lunde will visit Peru from 6 to 8 June, the ministry said."
HELD = "Norwegian climate envoy Kari Lunde visited Lima, Peru, on 6-8 June and met Peruvian minister Rosa Quispe."
LATER = "Norwegian envoy Lunde will travel to Peru in October, her second trip this year."
OTHER = "Kari Lund, a Danish minister, visited Peru on 6-8 June."


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [read(PLANNED, "2024-06-01"), read(HELD, "2024-06-09"), read(LATER, "2024-06-20"), read(OTHER, "2024-06-10")]


@pytest.fixture(scope="module")
def links(readings: list[Reading]) -> Links:
    return link(readings)


def test_two_documents_on_one_visit_give_one_event_with_its_life(readings: list[Reading], links: Links) -> None:
    (visit,) = [event for event in links.events if event.kind == "visit" and len(event.reports) > 1]
    assert [step.status for step in visit.life] == ["planned", "held"]
    assert visit.status == "held"
    assert visit.parties == ("NOR", "PER")
    assert {step.document for step in visit.life} == {readings[0].document.id, readings[1].document.id}
    assert visit.reasons


def test_a_later_trip_and_a_visit_by_somebody_else_stay_apart(links: Links) -> None:
    visits = [event for event in links.events if event.kind == "visit"]
    assert len(visits) == 3


def test_a_family_name_alone_joins_the_one_full_name_it_fits(links: Links) -> None:
    lunde = [person for person in links.people if "Kari Lunde" in person.forms]
    assert len(lunde) == 1
    assert "Kari Lund" not in lunde[0].forms


def test_the_order_of_documents_changes_nothing(readings: list[Reading], links: Links) -> None:
    for order in permutations(readings):
        assert link(order) == links


def test_one_pledge_told_twice_is_one_entry_with_both_reports() -> None:
    links = link(
        [
            read("Peru pledged to reach net zero by 2050.", "2024-06-01"),
            read("Peru has committed to net-zero emissions by 2050, its minister said.", "2024-07-01"),
        ]
    )
    (entry,) = links.pledges
    assert (entry.party, entry.kind, entry.target_year, len(entry.reports)) == ("PER", "net_zero", 2050, 2)
    assert entry.standing


def test_what_is_urged_does_not_stand() -> None:
    (entry,) = link([read("Norway urged Peru to phase out coal by 2035.")]).pledges
    assert (entry.party, entry.firmness, entry.standing) == ("PER", "urged", False)


def test_two_sources_with_two_figures_are_shown_side_by_side() -> None:
    one = read("Peru emitted 0.4% of the world's emissions in 2019.", "2024-06-01")
    other = read("Peru accounted for 0.6% of global emissions in 2019.", "2024-07-01")
    (conflict,) = link([one, other]).conflicts
    assert (conflict.concerns, conflict.field) == ("claim", "emissions_share")
    assert set(conflict.reports) == {one.claims[0].id, other.claims[0].id}


def test_nothing_is_lost_every_report_is_in_exactly_one_view(readings: list[Reading], links: Links) -> None:
    engagements = [report.id for reading in readings for report in reading.engagements]
    assert sorted(report for event in links.events for report in event.reports) == sorted(engagements)
    people = [report.id for reading in readings for report in reading.people]
    assert sorted(report for person in links.people for report in person.reports) == sorted(people)


def test_a_document_without_a_date_does_not_decide_how_a_visit_ended() -> None:
    visit = "Norwegian envoy Kari Lunde {} Lima, Peru, {} 6 June 2024."
    told = [read(visit.format("will visit", "on"), None), read(visit.format("visited", "on"), "2024-06-09")]
    (event,) = [event for event in link(told).events if event.kind == "visit"]
    assert (len(event.life), event.status) == (2, "held")


@pytest.mark.parametrize(
    ("one", "other", "differ"), [("12", "12.4", False), ("12", "13.1", True), ("about 12", "12.6", False)]
)
def test_figures_that_differ_only_in_rounding_do_not_conflict(one: str, other: str, differ: bool) -> None:
    sentence = "Peru emitted {}% of the world's emissions in 2019."
    links = link([read(sentence.format(one), "2024-06-01"), read(sentence.format(other), "2024-07-01")])
    assert bool(links.conflicts) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (
            "Peru emitted 3% of the world's CO2 in 2019.",
            "Peru emitted 6% of the world's greenhouse gases in 2019.",
            False,
        ),
        ("Peru emitted 3% of the world's CO2 in 2019.", "Peru emitted 6% of the world's emissions in 2019.", True),
        ("Peru gets 9% of its electricity from solar.", "Peru gets 5% of its electricity from wind.", False),
        ("Peru gets 9% of its electricity from coal.", "Peru does not get 5% of its electricity from coal.", False),
    ],
)
def test_figures_of_two_things_do_not_conflict(one: str, other: str, differ: bool) -> None:
    assert bool(link([read(one, "2024-06-01"), read(other, "2024-07-01")]).conflicts) is differ
