"""Events and pledges of a ledger as other programs are told of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from parley import workflow
from parley.interop import Notice, write_icalendar
from parley.ledger import Ledger
from parley.records import Reading
from parley.workflow.notices import event_notices, pledge_notices
from tests.ledger.making import PLEDGE, make_reading, make_story
from tests.linking.making import meeting, reading

PAIR = ("Kari Lunde", "Rosa Quispe")
PLAN = reading("2021-08-27", meeting(*PAIR, status="planned", when="2021-09-01/2021-09-03"))
NEWS = reading("2021-09-06", meeting(*PAIR, when="2021-09-01/2021-09-03"))


def notices(path: Path, *readings: Reading) -> tuple[Notice, ...]:
    with Ledger(path) as ledger:
        for one in readings:
            ledger.add(one)
        return event_notices(workflow.view(ledger))


def test_an_event_keeps_its_name_while_its_life_goes_on(tmp_path: Path) -> None:
    (planned,) = notices(tmp_path / "plan.db", PLAN)
    (held,) = notices(tmp_path / "both.db", PLAN, NEWS)
    assert held.name == planned.name
    assert (planned.status, held.status) == ("planned", "held")
    assert (planned.updated, held.updated) == (date(2021, 8, 27), date(2021, 9, 6))
    assert (planned.revision, held.revision) == (0, 1)
    assert held.record != planned.record


def test_a_plan_whose_day_has_passed_is_said_to_be_no_more_than_that(tmp_path: Path) -> None:
    later = reading("2021-12-01", meeting("Kari Lunde", "Ana Flores", when="2021-11-30"))
    planned = notices(tmp_path / "plan.db", PLAN, later)[0]
    assert "The date has passed, but no document here says that it took place." in planned.remarks


def test_events_first_told_in_the_same_words_have_names_of_their_own(tmp_path: Path) -> None:
    words = "met them both"
    twice = reading(
        "2021-09-06",
        meeting(*PAIR, when="2021-09-01", words=words),
        meeting("Kari Lunde", "Ana Flores", when="2021-09-02", words=words),
    )
    first, second = notices(tmp_path / "two.db", twice)
    assert first.name != second.name


def test_a_pledge_is_told_with_its_party_its_firmness_and_its_words(tmp_path: Path) -> None:
    with Ledger(tmp_path / "story.db") as ledger:
        ledger.add(make_reading(make_story(1)))
        (pledge,) = pledge_notices(workflow.view(ledger))
    assert pledge.title == "Chile: Cut emissions by 30% by 2030"
    assert (pledge.status, pledge.life) == ("pledged", ("pledged",))
    assert [said.words for said in pledge.said] == [PLEDGE]


def test_the_order_of_arrival_changes_no_byte(tmp_path: Path) -> None:
    undated = reading(None, meeting(*PAIR, status="under_way"))
    one = notices(tmp_path / "one.db", PLAN, NEWS, undated)
    other = notices(tmp_path / "other.db", undated, NEWS, PLAN)
    assert write_icalendar(one, "Days") == write_icalendar(other, "Days")
