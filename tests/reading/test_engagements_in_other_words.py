"""Engagements as readouts, previews, diaries and lists put them."""

from __future__ import annotations

import pytest

from tests.reading.making import read
from tests.reading.test_engagements import A_WEDNESDAY, days, only, told


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Weber told Lin at a meeting in Oslo on Monday that time was short.", {"Anna Weber", "Lin Tao"}),
        ("At a meeting in Oslo on Monday, Weber told Lin that time was short.", {"Anna Weber", "Lin Tao"}),
        ("Weber urged Lin during talks in Oslo on Monday to sign.", {"Anna Weber", "Lin Tao"}),
        ("Weber used a meeting with Lin in Oslo on Monday to press for more.", {"Anna Weber", "Lin Tao"}),
        ("Weber and Lin came together in Oslo on Monday.", {"Anna Weber", "Lin Tao"}),
        ("Weber and Lin sat down together in Oslo on Monday.", {"Anna Weber", "Lin Tao"}),
        ("Moreau got together with Nair in Oslo on Monday.", {"Luc Moreau", "Arjun Nair"}),
        ("Moreau and Nair discussed methane at a meeting in Oslo on Monday.", {"Luc Moreau", "Arjun Nair"}),
        ("At their meeting in Oslo on Monday, Weber and Nair reviewed progress.", {"Anna Weber", "Arjun Nair"}),
        ("Nair was welcomed in Oslo by Moreau on Monday.", {"Luc Moreau", "Arjun Nair"}),
    ],
)
def test_a_meeting_may_be_told_by_what_was_said_there(sentence: str, people: set[str]) -> None:
    talks = only(sentence)
    assert (talks.kind, talks.status, str(talks.place), days(talks)) == (
        "meeting",
        "held",
        "Oslo, NOR",
        "2023-05-15/2023-05-15",
    )
    assert set(talks.people) == people


@pytest.mark.parametrize(
    "sentence",
    [
        "Harper is considering a visit to Hanoi in June.",
        "Harper is weighing a trip to Hanoi in June.",
        "A visit by Harper to Hanoi is being discussed and could happen in June.",
        "A visit by Harper to Hanoi in June is under discussion.",
        "A trip by Harper to Hanoi is on the cards for June.",
        "The possibility of a visit by Harper to Hanoi in June is being explored.",
    ],
)
def test_a_visit_that_is_only_talked_of_is_trailed(sentence: str) -> None:
    visit = only(sentence)
    assert (visit.kind, visit.status, visit.visitor, days(visit)) == (
        "visit",
        "trailed",
        "USA",
        "2023-06-01/2023-06-30",
    )


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Harper to visit Hanoi on 4 June", "visit"),
        ("Visit of Harper to Hanoi on 4 June", "visit"),
        ("A trip will take Harper to Hanoi on 4 June.", "visit"),
        ("Harper has accepted an invitation to visit Hanoi on 4 June.", "visit"),
        ("Vietnam confirmed that Harper would visit Hanoi on 4 June.", "visit"),
        ("Vietnam will receive Harper in Hanoi on 4 June.", "visit"),
        ("Preparations for a visit by Harper to Hanoi on 4 June are under way.", "visit"),
        ("Harper to meet Nair in Hanoi on 4 June", "meeting"),
        ("4 June – Talks between Harper and Nair in Hanoi", "meeting"),
        ("In Hanoi, Harper will hold talks with Nair on 4 June.", "meeting"),
    ],
)
def test_previews_diaries_and_lists_tell_of_what_is_planned(sentence: str, kind: str) -> None:
    engagement = only(sentence)
    assert (engagement.kind, engagement.status, str(engagement.place)) == (kind, "planned", "Hanoi, VNM")
    assert days(engagement) == "2023-06-04/2023-06-04"


@pytest.mark.parametrize(
    ("sentence", "status", "when"),
    [
        (
            "Harper will not visit Hanoi on 4 June as planned; the trip was postponed and will take place in July.",
            "postponed",
            "2023-07-01/2023-07-31",
        ),
        ("Harper will no longer travel to Hanoi on 4 June.", "cancelled", "2023-06-04/2023-06-04"),
        ("Harper will not be going to Hanoi on 4 June as scheduled.", "cancelled", "2023-06-04/2023-06-04"),
        (
            "Harper's visit to Hanoi, originally planned for 4 June, has been put off and will now take place in July.",
            "postponed",
            "2023-07-01/2023-07-31",
        ),
        ("Harper may yet cancel his visit to Hanoi on 4 June.", "planned", "2023-06-04/2023-06-04"),
    ],
)
def test_a_plan_given_up_or_put_off_says_so_with_its_day(sentence: str, status: str, when: str) -> None:
    visit = only(sentence)
    assert (visit.kind, visit.status, str(visit.place), days(visit)) == ("visit", status, "Hanoi, VNM", when)


def test_those_who_call_a_meeting_off_are_those_who_would_have_met() -> None:
    talks = only("Weber and Lin have called off the meeting in Bonn that was planned on 4 June.")
    assert (talks.kind, talks.status, str(talks.place)) == ("meeting", "cancelled", "Bonn, DEU")
    assert set(talks.people) == {"Anna Weber", "Lin Tao"}
    assert days(talks) == "2023-06-04/2023-06-04"


def test_a_city_before_another_country_s_minister_keeps_its_own_country() -> None:
    talks = only("In Geneva, US Special Envoy Daniel Harper met Lin on Monday.")
    assert str(talks.place) == "Geneva, CHE"


@pytest.mark.parametrize(
    "sentence",
    [
        "Harper will not visit Hanoi.",
        "Norway welcomed Lin's announcement on Monday.",
        "Germany and Kenya came together to sign the treaty in 2019.",
        "Weber told reporters that time was short.",
    ],
)
def test_denials_praise_and_joint_deeds_are_no_engagement(sentence: str) -> None:
    assert told(sentence) == []


def test_the_day_of_a_report_is_not_the_day_of_what_it_tells() -> None:
    text = (
        "World news\n\nMAY 17 (Morning Wire) - German Chancellor Anna Weber met French President Luc Moreau in Oslo on "
    )
    (talks,) = read(text + "Monday.", A_WEDNESDAY).engagements
    assert days(talks) == "2023-05-15/2023-05-15"
