"""Dating by the ledger: what an undated document tells of known events says when it was written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.linking import link
from parley.linking.dating import LedgerDate, date_documents, with_dates
from parley.records import Reading
from parley.terms.when import Interval
from tests.linking.making import meeting, reading, visit

PAIR = ("Kari Lunde", "Rosa Quispe")
PLAN = reading("2021-08-27", meeting(*PAIR, status="planned", when="2021-09-01/2021-09-03"))
NEWS = reading("2021-09-06", meeting(*PAIR, when="2021-09-01/2021-09-03"))


def dates(*readings: Reading) -> dict[str, LedgerDate]:
    return date_documents(readings, link(readings).events)


def dated(undated: Reading, *known: Reading) -> LedgerDate | None:
    return dates(undated, *known).get(undated.document.id)


@pytest.mark.parametrize(
    ("status", "first", "last", "approximate"),
    [
        ("under_way", "2021-09-01", "2021-09-03", False),
        ("held", "2021-09-01", "2021-10-03", True),
        ("planned", "2021-08-02", "2021-09-01", True),
    ],
)
def test_a_document_is_dated_by_how_it_tells_a_known_event(
    status: str, first: str, last: str, approximate: bool
) -> None:
    found = dated(reading(None, meeting(*PAIR, status=status)), PLAN, NEWS)
    assert found
    assert found.published.iso == f"{first}/{last}"
    assert found.published.approximate is approximate


def test_the_ground_names_the_event_its_days_and_how_it_is_told() -> None:
    found = dated(reading(None, meeting(*PAIR, status="under_way")), PLAN, NEWS)
    assert found
    assert found.ground == (
        "2 other documents of this ledger date the meeting of Kari Lunde and Rosa Quispe in Lima, PER to 2021-09-01 to "
        "2021-09-03, which this one tells as under way (“N”)"
    )


def test_two_events_narrow_the_days_between_them() -> None:
    visit_after = visit("Kari Lunde", "Luis Rojas", status="planned", when="2021-09-20", place="Cusco, PER")
    later = reading("2021-09-05", visit_after)
    undated = reading(None, meeting(*PAIR), visit_after | {"when": None})
    found = dated(undated, NEWS, later)
    assert found
    assert (found.published.start, found.published.end) == (date(2021, 9, 1), date(2021, 9, 20))


def test_what_is_told_as_past_history_says_only_that_it_was_before() -> None:
    assert dated(reading(None, meeting(*PAIR, background=True)), PLAN, NEWS) is None


def inferred(one: Reading, published: str) -> Reading:
    update = {"published": Interval.parse(published), "published_basis": "inferred"}
    return one.model_copy(update={"document": one.document.model_copy(update=update)})


def test_a_document_dated_by_its_own_words_dates_another_which_is_said() -> None:
    undated = reading(None, meeting(*PAIR, status="under_way"))
    found = dated(undated, inferred(NEWS, "2021-08-25/2021-09-10"))
    assert found
    assert (found.published.iso, found.published.approximate) == ("2021-09-01/2021-09-03", True)
    assert found.ground.startswith("another document of this ledger, its own date inferred, dates the meeting")


def test_a_document_dated_to_a_season_dates_no_other() -> None:
    undated = reading(None, meeting(*PAIR, status="under_way"))
    assert dated(undated, inferred(NEWS, "2021-07-25/2021-09-10")) is None


def test_a_meeting_without_days_is_within_the_visit_that_it_is_part_of() -> None:
    stay = visit("Kari Lunde", when="2021-09-01/2021-09-03", place="Lima, PER")
    told = reading("2021-09-05", stay, meeting(*PAIR, when="2021-09-02"))
    undated = reading(None, meeting(*PAIR, status="under_way"))
    events = [
        event.model_copy(update={"reports": (undated.engagements[0].id,)}) if event.kind == "meeting" else event
        for event in link([told]).events
    ]
    found = date_documents([told, undated], events)[undated.document.id]
    assert found.published.iso == "2021-09-01/2021-09-03"


def test_what_just_happened_is_not_old() -> None:
    undated = reading(None, meeting(*PAIR, words="just met"), people=tuple({"name": name} for name in PAIR))
    found = dated(undated, NEWS)
    assert found
    assert found.published.iso == "2021-09-01/2021-09-13"


def test_a_vague_event_dates_nothing() -> None:
    vague = reading("2021-12-30", meeting(*PAIR, when="2021"))
    assert dated(reading(None, meeting(*PAIR)), vague) is None


def test_a_date_that_is_stated_stays() -> None:
    assert dates(PLAN, NEWS) == {}


def test_an_inferred_range_is_narrowed_but_never_contradicted() -> None:
    undated = reading(None, meeting(*PAIR, status="under_way"))
    for inferred, expected in (("2021-08-20/2021-09-02", "2021-09-01/2021-09-02"), ("2021-10-01/2021-10-20", None)):
        update = {"published": Interval.parse(inferred), "published_basis": "inferred"}
        ranged = undated.model_copy(update={"document": undated.document.model_copy(update=update)})
        # The event is given, as linking may see in such a range that another is meant.
        events = [
            event.model_copy(update={"reports": (*event.reports, ranged.engagements[0].id)})
            for event in link([PLAN, NEWS]).events
        ]
        found = date_documents([ranged, PLAN, NEWS], events).get(ranged.document.id)
        assert (found.published.iso if found else None) == expected


def test_a_dated_reading_says_that_its_date_is_inferred_and_why() -> None:
    undated = reading(None, meeting(*PAIR, status="under_way"))
    found = dates(undated, NEWS)
    (document,) = (one.document for one in with_dates([undated], found))
    assert (document.published_basis, document.text) == ("inferred", undated.document.text)
    assert document.published_ground == found[document.id].ground
    assert undated.document.published is None


MANY = (PLAN, NEWS, *(reading(None, meeting(*PAIR, status=status)) for status in ("under_way", "held", "planned")))


@given(st.permutations(MANY))
def test_the_order_of_arrival_changes_no_date(readings: list[Reading]) -> None:
    assert dates(*readings) == dates(*MANY)
