"""What pledges without a level would save, beside the outlook and never in it."""

from __future__ import annotations

from datetime import date

from parley.outlook.project import project
from parley.outlook.sensitivities import of_pathway, sensitivities
from parley.outlook.told import told
from parley.pathways.book import book_on


def test_they_are_of_pledges_that_have_no_level_and_the_largest_comes_first() -> None:
    outlook = project(as_of=date(2024, 12, 31))
    found = sensitivities(outlook)
    without = {each.pledge.id for pathway in outlook.world.pathways.values() for each in pathway.not_quantified}
    assert found
    assert {each.pledge.id for each in found} <= without
    saved = [each.saved_mtco2 for each in found]
    assert saved == sorted(saved, reverse=True)
    assert all(each.steps for each in found)


def test_they_change_nothing_of_the_outlook() -> None:
    book = book_on(date(2024, 12, 31))
    named = {each.pledge.id for each in sensitivities(project(book))}
    without = project([pledge for pledge in book if pledge.id not in named])
    assert (without.emissions == project(book).emissions).all()


def test_json_tells_those_of_a_party_with_its_steps() -> None:
    outlook = project(as_of=date(2024, 12, 31))
    china = told(outlook)["parties"]["CHN"]["sensitivities"]
    assert [each["pledge"] for each in china] == [
        each.pledge.id for each in of_pathway(outlook.pathway("CHN"), outlook)
    ]
    assert all(each["steps"] and each["saved_mtco2"] is not None for each in china)
