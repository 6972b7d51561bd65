"""From a figure down to pledges: they exist, and what they bring sums to the figure."""

from __future__ import annotations

import pytest

from parley.errors import UsageError
from parley.outlook.outlook import MT_IN_GT
from parley.outlook.pledge_words import pledge_in_words
from parley.outlook.sources import sources_of
from parley.outlook.sources_told import COLUMNS, figure_in_words, rows, told_sources
from parley.pathways.base import base_parties
from tests.outlook.making import PLEDGES, some_outlook

FIGURES = ("warming.2100", "warming.2050.95", "warming.peak", "warming.peak.66", "emissions.2030", "odds.1.5", "odds.2")


@pytest.mark.parametrize("figure", FIGURES)
def test_sources_name_pledges_that_are_in_the_book_and_every_party_once(figure: str) -> None:
    outlook = some_outlook()
    found = sources_of(outlook, figure)
    assert {pledge.id for pledge in found.pledges} <= {pledge.id for pledge in outlook.book}
    assert sorted(source.party for source in found.parties) == sorted(base_parties())
    assert all(source.data for source in found.parties)


@pytest.mark.parametrize("figure", FIGURES)
def test_only_parties_with_pledges_change_anything(figure: str) -> None:
    moved = {source.party for source in sources_of(some_outlook(), figure).parties if source.change_mtco2e}
    assert moved <= {pledge.party for pledge in PLEDGES}
    assert {"CHN", "EUU", "USA"} <= moved


def test_parties_and_what_no_party_has_sum_to_the_world() -> None:
    outlook = some_outlook()
    found = sources_of(outlook, "emissions.2035")
    without = outlook.current_policy.total()[0, 2035 - 1990]
    changed = sum(source.change_mtco2e for source in found.parties)
    assert (without + changed) / MT_IN_GT == pytest.approx(found.value, abs=1e-9)


def test_values_are_those_of_the_outlook() -> None:
    outlook = some_outlook(likelihood=66)
    assert sources_of(outlook, "warming.2100").value == outlook.likely(2100)
    assert sources_of(outlook, "warming.2100.50").value == outlook.median(2100)
    assert sources_of(outlook, "odds.2").value == outlook.warming.below[1]
    assert sources_of(outlook, "emissions.2030").value == outlook.world_gtco2e(2030)


@pytest.mark.parametrize(
    "figure",
    ["", "warming", "warming.1980", "warming.2100.51", "odds.peak", "odds.1.7", "sea.2100", "emissions.2030.50"],
)
def test_what_is_no_figure_is_refused_with_examples(figure: str) -> None:
    with pytest.raises(UsageError, match=r"is no figure of an outlook; ask for one such as warming\.2100"):
        sources_of(some_outlook(), figure)


def test_the_largest_change_comes_first_in_words_and_rows() -> None:
    outlook = some_outlook()
    found = sources_of(outlook, "warming.2100")
    assert found.parties[0].party == "CHN"
    assert figure_in_words(found, outlook).startswith(f"warming.2100 is {outlook.median(2100):.2f} K")
    table = [dict(zip(COLUMNS, row, strict=True)) for row in rows(found)]
    assert table[0]["party"] == "CHN"
    assert {row["pledge"] for row in table if row["pledge"]} == {pledge.id for pledge in outlook.pledges}


def test_every_step_stands_with_its_pledge() -> None:
    outlook = some_outlook()
    china = told_sources(sources_of(outlook, "warming.2100"), outlook)["parties"][0]
    assert {level["pledge"] for level in china["levels"]} <= {pledge["id"] for pledge in china["pledges"]}
    assert all(level["steps"] for level in china["levels"])


def test_a_pledge_is_told_briefly() -> None:
    assert [pledge_in_words(pledge) for pledge in PLEDGES[:3]] == [
        "peak by 2030 (CO2)",
        "net zero by 2060 (CO2)",
        "cut 55 % by 2030 from 1990 (base year, GHG)",
    ]
