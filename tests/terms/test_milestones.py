from __future__ import annotations

import re
from datetime import date

from parley.terms.milestones import find_milestones, milestones


def test_the_table_is_whole() -> None:
    assert list(milestones()) == sorted(milestones(), key=lambda milestone: (milestone.day, milestone.name))
    for milestone in milestones():
        assert re.compile(milestone.name).groups == 0
        assert date(1992, 1, 1) < milestone.day


def test_a_milestone_is_found_by_each_of_its_names() -> None:
    for words in ("the Paris Agreement", "the Paris climate accord", "the Paris deal"):
        (found,) = find_milestones(f"Norland left {words}.")
        assert found.milestone.day == date(2015, 12, 12)
        assert found.milestone.counted


def test_the_longer_and_younger_name_is_meant() -> None:
    (found,) = find_milestones("Norland copied the European Green Deal.")
    assert found.milestone.day == date(2019, 12, 11)
    assert list(find_milestones("Norland has a Parisian agreement.")) == []
