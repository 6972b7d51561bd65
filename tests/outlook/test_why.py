"""Why two outlooks differ: parts that sum, and what they are named after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.outlook.outlook import Outlook
from parley.outlook.project import project
from parley.outlook.why import PARTS, why
from parley.outlook.why_told import rows, told_why, why_in_words
from tests.outlook.making import PLEDGES, few, some_outlook

_some = st.fixed_dictionaries(
    {
        "policy": st.sampled_from(["unconditional", "net-zero"]),
        "extension": st.sampled_from(["constant-effort", "flat", "net-zero"]),
        "data_year": st.sampled_from([2019, 2023]),
    }
)


@settings(max_examples=8, deadline=None)
@given(_some, _some, st.sets(st.sampled_from(PLEDGES)), st.sampled_from([(), ("CHN",)]))
def test_parts_sum_to_the_difference(first: dict, second: dict, left_out: set, withdraw: tuple) -> None:  # type: ignore[type-arg]
    one = project(PLEDGES, ensemble=few(), **first)
    other = project([each for each in PLEDGES if each not in left_out], ensemble=few(), withdraw=withdraw, **second)
    found = why(one, other, few())
    assert sum(found.parts.values()) == pytest.approx(found.whole_k, abs=1e-9)
    assert found.first_k == pytest.approx(one.median(2100), abs=1e-6)
    assert found.second_k == pytest.approx(other.median(2100), abs=1e-6)


def differ(other: Outlook) -> dict[str, float]:
    return {part: value for part, value in why(some_outlook(), other, few()).parts.items() if abs(value) > 1e-12}


def test_an_outlook_does_not_differ_from_itself() -> None:
    found = why(some_outlook(), some_outlook(), few())
    assert set(found.parts) == set(PARTS)
    assert not any(found.parts.values())
    assert why_in_words(found).endswith("nothing has changed that moves it.")


def test_only_the_part_that_changed_has_a_share() -> None:
    assert set(differ(project(PLEDGES[2:], ensemble=few()))) == {"pledges"}
    assert set(differ(project(PLEDGES, ensemble=few(), withdraw=["CHN"]))) == {"withdrawals"}
    assert set(differ(some_outlook(extension="flat"))) == {"method"}
    assert set(differ(some_outlook(data_year=2019))) == {"data"}


def test_a_party_that_leaves_warms_and_one_that_comes_back_cools() -> None:
    without = project(PLEDGES, ensemble=few(), withdraw=["CHN"])
    assert why(some_outlook(), without, few()).parts["withdrawals"] > 0
    back = why(without, some_outlook(), few())
    assert back.parts["withdrawals"] < 0
    assert back.returned == ("CHN",)


def test_a_pledge_that_has_become_law_is_no_other_pledge() -> None:
    firmer = [replace(pledge, firmness="in_law") for pledge in PLEDGES]
    found = why(some_outlook(), project(firmer, ensemble=few()), few())
    assert (found.came, found.went) == ((), ())
    assert found.whole_k == pytest.approx(0, abs=1e-12)


def test_two_days_of_record_tell_who_came_back_and_what_came() -> None:
    days = [project(as_of=day, ensemble=few()) for day in (date(2020, 9, 1), date(2021, 2, 1))]
    found = why(*days, few())
    assert found.returned == ("USA",)
    assert "CHN-2020-09-22-net_zero-2060" in [pledge.id for pledge in found.came]
    assert found.parts["pledges"] < 0
    assert found.parts["withdrawals"] < 0
    assert "pledges" in why_in_words(found)


def test_the_rows_and_the_json_have_the_parts_as_they_are() -> None:
    found = why(some_outlook(), some_outlook(extension="flat"), few())
    assert dict(rows(found)) == {**found.parts, "whole": found.whole_k}
    content = told_why(found)
    assert sum(content["parts_k"].values()) == pytest.approx(content["whole_k"], abs=1e-9)
    assert content["choices"] == {"extension": {"first": "net-zero", "second": "flat"}}
