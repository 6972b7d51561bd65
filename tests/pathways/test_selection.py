"""Which pledges count, whose they are, and what wishes replace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from parley.errors import UsageError
from parley.pathways.choices import Choices
from parley.pathways.party import party_pathway
from parley.pathways.selection import book_of_record, counted, pledges_on, with_wishes, within_eu
from parley.pathways.wishes import FORMS, parse_wish
from tests.pathways.pledging import a_cut, a_net_zero


def ids(party: str, day: date) -> set[str]:
    return {pledge.id for pledge in pledges_on(party, day)}


def test_what_is_urged_proposed_or_drafted_never_counts() -> None:
    for firmness in ("urged", "proposed", "drafted"):
        assert counted([replace(a_cut("USA"), firmness=firmness)], Choices()) == ()  # type: ignore[arg-type]


def test_current_policy_counts_nothing_and_net_zero_counts_where_it_is_asked_for() -> None:
    pledges = (a_cut("USA"), a_net_zero("USA"))
    assert counted(pledges, Choices(policy="current")) == ()
    assert counted(pledges, Choices(policy="conditional", extension="constant-effort")) == (pledges[0],)
    assert counted(pledges, Choices(policy="conditional", extension="net-zero")) == pledges


def test_conditional_pledges_count_from_conditional_on() -> None:
    pledge = replace(a_cut("ETH"), conditional="all")
    assert counted([pledge], Choices(policy="unconditional", extension="flat")) == ()
    assert counted([pledge], Choices(policy="conditional", extension="flat")) == (pledge,)


def test_members_of_the_eu_are_listed_and_never_added() -> None:
    book = book_of_record(date(2024, 12, 31))
    assert "EUU" in book
    assert "DEU" not in book
    assert "DEU-2021-05-12-reduction-2030" in {pledge.id for pledge in within_eu(date(2024, 12, 31))}


def test_the_united_kingdom_takes_part_in_the_cut_of_the_eu_until_2020() -> None:
    assert "EUU-2014-10-24-reduction-2030/GBR" in ids("GBR", date(2019, 6, 1))
    assert not any(name.endswith("/GBR") for name in ids("GBR", date(2021, 6, 1)))
    shared = party_pathway("GBR", pledges_on("GBR", date(2019, 6, 1)), Choices(data_year=2018))
    assert any("the EU's cut" in flag for level in shared.levels for flag in level.flags)


def test_a_party_that_left_has_no_pledges() -> None:
    assert "USA" in book_of_record(date(2024, 12, 31))
    assert "USA" not in book_of_record(date(2025, 6, 1))


def test_land_use_that_a_target_does_not_speak_of_is_counted_as_in_the_newest_that_does() -> None:
    found = next(pledge for pledge in pledges_on("TUR", date(2026, 1, 1)) if pledge.target_year == 2035)
    assert found.lulucf == "included"
    assert found.assumed == ("land use taken as included, as in TUR-2022-11-15-reduction-2030",)


def test_gross_bases_stay_gross_in_the_next_target_from_the_same_base() -> None:
    by_year = {pledge.target_year: pledge for pledge in pledges_on("JPN", date(2026, 1, 1)) if pledge.base_year == 2013}
    assert by_year[2030].gross_net
    assert by_year[2035].gross_net
    assert by_year[2030].base_mtco2e == 1408


def test_a_wish_takes_the_place_of_the_same_kind_and_year() -> None:
    pledges = pledges_on("CHN", date(2024, 12, 31))
    found = with_wishes(pledges, [parse_wish("CHN net_zero 2050"), parse_wish("CHN cut 30% 2035 from 2020")])
    assert [pledge.target_year for pledge in found if pledge.kind == "net_zero"] == [2050]
    assert {pledge.target_year for pledge in found if pledge.kind == "reduction"} == {2030, 2035}
    assert len(found) == len(pledges) + 1
    stronger = party_pathway("CHN", found, Choices()).total().sum()
    assert stronger < party_pathway("CHN", pledges, Choices()).total().sum()


@pytest.mark.parametrize("text", FORMS)
def test_every_form_of_a_wish_gives_a_pathway(text: str) -> None:
    wish = parse_wish(text)
    found = party_pathway(wish.party, (wish,), Choices())
    assert found.pledges == (wish,)


def test_wishes_take_gas_land_use_and_reference_from_the_record() -> None:
    assert parse_wish("CHN peak 2028").gas == "CO2"
    assert parse_wish("CHN peak 2028 GHG").gas == "GHG"
    assert parse_wish("JPN cut 60% 2035 from 2013").gross_net
    assert parse_wish("MEX bau 40% 2030").bau_mtco2e == 991
    assert (parse_wish("EUU cut 60-65% 2035 from 1990").low, parse_wish("EUU cut 60-65% 2035 from 1990").high) == (
        60,
        65,
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("WLD net_zero 2050", "no Party with a pathway of its own"),
        ("DEU net_zero 2045", "within the EU's target"),
        ("XXX peak 2030", "is no Party"),
        ("CHN soon", "write one like"),
        ("CHN cut 130% 2030 from 2005", "0 to 100 %"),
        ("CHN cut 30% 2030 from 1980", "the base year is from 1990"),
        ("CHN net_zero 2150", "no later than 2100"),
    ],
)
def test_wishes_that_make_no_sense_are_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        parse_wish(text)
