"""Who committed to what by when, and how firmly, read from made-up sentences."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.lexicon import load
from parley.reading.pledges.merging import Draft, merge
from parley.reading.pledges.vocabulary import phrase
from parley.records import Firmness, Pledge, Quote
from tests.reading.making import read


def pledges(text: str, published: str | None = "2024-05-06") -> list[Pledge]:
    return list(read(text, published).pledges)


def only(text: str, published: str | None = "2024-05-06") -> Pledge:
    found = pledges(text, published)
    assert len(found) == 1, [(p.party, p.kind, p.target_year, p.quote.exact) for p in found]
    return found[0]


def told(text: str) -> set[tuple[str, str, int | None]]:
    return {(pledge.party, pledge.kind, pledge.target_year) for pledge in pledges(text)}


@pytest.mark.parametrize(
    ("text", "party", "kind", "year"),
    [
        ("Norway has pledged to reach net zero by 2041.", "NOR", "net_zero", 2041),
        ("Peru wants to be climate neutral before 2047.", "PER", "net_zero", 2047),
        ("Kenya said it would bring net emissions to zero by 2052.", "KEN", "net_zero", 2052),
        ("Chile aims for its emissions to peak in 2027.", "CHL", "peak", 2027),
        ("Malaysia will peak its carbon emissions before 2034.", "MYS", "peak", 2034),
        ("Greece will close its coal plants by 2028.", "GRC", "phase_out", 2028),
        ("Spain has moved its coal exit forward to 2027.", "ESP", "phase_out", 2027),
        ("Denmark is to ban sales of new diesel cars from 2031.", "DNK", "phase_out", 2031),
        ("Peru promised to end illegal deforestation by 2031.", "PER", "other", 2031),
        ("Kenya has drafted a plan for tackling methane.", "KEN", "other", None),
    ],
)
def test_goals_without_a_figure_have_party_kind_and_year(text: str, party: str, kind: str, year: int | None) -> None:
    pledge = only(text)
    assert (pledge.party, pledge.kind, pledge.target_year) == (party, kind, year)


@pytest.mark.parametrize(
    ("text", "low", "high", "basis", "base_year", "year"),
    [
        ("Chile will cut emissions by 37% from 2011 levels by 2032.", 37, 37, "base_year", 2011, 2032),
        ("Kenya vowed to lower emissions by 2033 by 28 to 31 per cent below 2012.", 28, 31, "base_year", 2012, 2033),
        ("Peru has set a goal of 41-44% below 2010 levels by 2035.", 41, 44, "base_year", 2010, 2035),
        ("Japan aims for a 17% cut by fiscal 2031 from fiscal 2016 levels.", 17, 17, "base_year", 2016, 2031),
        ("Ghana will cut emissions 24 percent below business as usual by 2031.", 24, 24, "bau", None, 2031),
        ("Vietnam promised to cut its carbon intensity by 22% from 2014 by 2031.", 22, 22, "intensity", 2014, 2031),
        ("Norway will lower emissions by 9 to 11% from their peak by 2036.", 9, 11, "below_peak", None, 2036),
        ("Iceland promised to halve its greenhouse gas emissions by 2033.", 50, 50, "base_year", None, 2033),
    ],
)
def test_cuts_have_their_value_basis_and_years(
    text: str, low: float, high: float, basis: str, base_year: int | None, year: int
) -> None:
    pledge = only(text)
    assert pledge.kind == "reduction"
    assert (pledge.low, pledge.high, pledge.unit) == (low, high, "%")
    assert (pledge.basis, pledge.base_year, pledge.target_year) == (basis, base_year, year)


def test_a_level_is_not_a_cut() -> None:
    level = only("Ghana will limit emissions to 70 per cent of the 1990 level by 2032.")
    assert level.to_level
    assert (level.low, level.base_year, level.target_year) == (70, 1990, 2032)
    assert not only("Ghana will cut emissions by 70 per cent from 1990 levels by 2032.").to_level


def test_a_cap_in_kilograms_of_a_gas_is_one_in_megatonnes_of_it() -> None:
    pledge = only("Kenya undertook to cap its methane emissions at 3 million kg of CH4 by 2031.")
    assert (pledge.low, pledge.unit, pledge.gas) == (0.003, "MtCH4", "CH4")


def test_a_cap_in_tonnes_is_an_absolute_level() -> None:
    pledge = only("Kenya undertook to cap its emissions at 210 million tonnes by 2031.")
    assert (pledge.low, pledge.unit, pledge.basis, pledge.to_level) == (210, "MtCO2e", "absolute", True)


@pytest.mark.parametrize(
    ("text", "kind", "low", "unit"),
    [
        ("Morocco aims to generate 58% of its power from renewables by 2031.", "share", 58, "%"),
        ("Chile will raise the share of renewables to 64 per cent by 2031.", "share", 64, "%"),
        ("Kenya wants all its electricity to come from renewables by 2032.", "share", 100, "%"),
        ("Morocco will get half of its energy from renewables by 2031.", "share", 50, "%"),
        ("Chile plans to install 35 GW of solar power by 2031.", "capacity", 35, "GW"),
        ("The G20 agreed to triple renewable energy capacity by 2031.", "capacity", 3, "times"),
    ],
)
def test_shares_and_capacities_have_their_figure(text: str, kind: str, low: float, unit: str) -> None:
    pledge = only(text)
    assert (pledge.kind, pledge.low, pledge.unit) == (kind, low, unit)


@pytest.mark.parametrize(
    ("text", "firmness"),
    [
        ("Norway urged Chile to reach net zero by 2045.", "urged"),
        ("Chile should reach net zero by 2045, Norway's envoy said.", "urged"),
        ("A bill before Chile's congress would make carbon neutrality by 2045 mandatory.", "proposed"),
        ("Chile has put a net zero by 2045 goal before parliament.", "proposed"),
        ("Chile's draft strategy foresees carbon neutrality by 2045.", "drafted"),
        ("Chile's president will ask Congress to bring net emissions to zero by 2045.", "proposed"),
        ("Chile plans to be carbon neutral by 2045.", "planned"),
        ("Chile has committed to net zero by 2045.", "pledged"),
        ("Chile passed a law last year to reach net zero by 2045.", "in_law"),
        ("Chile has enshrined climate neutrality by 2045 in law.", "in_law"),
        ("Under a law passed in 2021, Chile must reach net zero by 2045.", "in_law"),
    ],
)
def test_urged_proposed_drafted_planned_pledged_and_legislated_are_different_things(text: str, firmness: str) -> None:
    assert only(text).firmness == firmness


def test_what_one_asks_of_another_is_the_others_and_says_who_asks() -> None:
    pledge = only("Norway pressed Chile to commit to net zero by 2045.")
    assert (pledge.party, pledge.firmness, pledge.urged_by) == ("CHL", "urged", ("NOR",))


def test_a_target_that_somebody_is_asked_to_bring_forward_stays_a_pledge() -> None:
    pledge = only("Norway urged Chile to move up its 2055 target.")
    assert (pledge.party, pledge.kind, pledge.firmness) == ("CHL", "net_zero", "pledged")


def test_whose_goal_another_supports_is_not_the_supporters() -> None:
    assert only("Norway said it would support Chile's goal of net zero by 2045.").party == "CHL"
    assert only("Chile was on the right way and Norway would support its goal of net zero by 2045.").party == "CHL"


def test_whom_a_law_is_to_make_neutral_is_the_holder() -> None:
    assert only("Norway welcomed a draft law to make Chile climate neutral by 2045.").party == "CHL"


def test_a_country_described_by_its_rank_is_not_the_world() -> None:
    text = "Chile's president said the world's top copper exporter aimed for net zero by 2046."
    assert only(text).party == "CHL"


def test_it_in_reported_speech_is_whoever_speaks() -> None:
    assert only("In Norway, Chile's minister said the country would be carbon neutral by 2045.").party == "CHL"
    assert only("After talks with Norway, Chile said it would be carbon neutral by 2045.").party == "CHL"


@pytest.mark.parametrize(
    "text",
    [
        "Oil company Velmora said it would reach net zero by 2050.",
        "Velmora, the state utility, says it intends to shut 12 GW of coal capacity by 2034.",
        "The mayor pledged to run the city on 100 per cent clean energy by 2035.",
    ],
)
def test_companies_and_cities_are_nobodys_party(text: str) -> None:
    assert pledges(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Emissions in Chile fell by 12% from 2013 to 2019.",
        "China's emissions will peak in 2026, according to analysts.",
        "Chile's emissions must fall by half by 2030, scientists say.",
        "Chile installed 9 GW of solar power last year.",
        "Chile declined to say whether it would quit coal by 2030.",
        "Chile needs 40 billion dollars by 2030.",
        "Norway will help Chile to close its coal plants.",
        "Chile may host the summit in May 2030.",
        "Chile withdrew its pledge of a 30 percent cut.",
        "Chile has yet to name a date for net zero.",
        "An earlier version of this story said Chile would reach net zero by 2040.",
    ],
)
def test_facts_forecasts_needs_and_refusals_are_no_pledges(text: str) -> None:
    assert pledges(text) == []


def test_global_goals_belong_to_the_world() -> None:
    warming = only("Countries agreed to limit global warming to 1.5 degrees Celsius.")
    assert (warming.party, warming.kind, warming.low, warming.firmness) == ("WLD", "temperature_goal", 1.5, "in_policy")
    assert only("Nearly 150 countries promised to end deforestation by 2031.").party == "WLD"
    assert only("Norway called for a global peak of emissions by 2027.").party == "WLD"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile will peak its emissions before 2027 and go carbon neutral by 2048.",
            {("CHL", "peak", 2027), ("CHL", "net_zero", 2048)},
        ),
        (
            "Chile will quit coal by 2031, Peru by 2034 and Greece by 2029.",
            {("CHL", "phase_out", 2031), ("PER", "phase_out", 2034), ("GRC", "phase_out", 2029)},
        ),
        (
            "Chile aims for carbon neutrality in 2045, while Peru's goal is 2052.",
            {("CHL", "net_zero", 2045), ("PER", "net_zero", 2052)},
        ),
        (
            "When is carbon neutrality due? Chile has set its own for 2045, while Peru and Ghana aim for 2052.",
            {("CHL", "net_zero", 2045), ("PER", "net_zero", 2052), ("GHA", "net_zero", 2052)},
        ),
        (
            "Norway and Iceland both vowed to reach net zero by 2042.",
            {("NOR", "net_zero", 2042), ("ISL", "net_zero", 2042)},
        ),
        (
            "Chile plans to close five coal plants by 2027 and all of them by 2036.",
            {("CHL", "phase_out", 2027), ("CHL", "phase_out", 2036)},
        ),
    ],
)
def test_lists_that_leave_words_out_are_filled_in(text: str, expected: set[tuple[str, str, int | None]]) -> None:
    assert told(text) == expected


def test_a_target_and_the_one_it_replaced_are_two_and_the_new_one_names_the_old() -> None:
    new, old = pledges("Chile will cut emissions 41% by 2032, up from a previous goal of 27%.")
    assert (new.low, old.low) == (41, 27)
    assert new.replaces == old.id
    assert old.replaces is None


@pytest.mark.parametrize(
    ("text", "kind", "new", "old"),
    [
        ("Ghana moved its net zero date forward from 2065 to 2055.", "net_zero", 2055, 2065),
        ("Ghana has brought forward its net-zero target to 2055 from 2065.", "net_zero", 2055, 2065),
        ("Ghana's net zero target has been moved up to 2055 from 2065.", "net_zero", 2055, 2065),
        ("Ghana pushed back its net-zero target to 2065 from 2055.", "net_zero", 2065, 2055),
        ("Ghana now aims for net zero by 2055, previously 2065.", "net_zero", 2055, 2065),
        ("Ghana now aims for net zero by 2055 instead of 2065.", "net_zero", 2055, 2065),
        ("Ghana pledged net zero by 2055, rather than 2065 as before.", "net_zero", 2055, 2065),
        (
            "Ghana will be climate neutral in 2055, ten years earlier than its previous target of 2065.",
            *("net_zero", 2055, 2065),
        ),
        ("Ghana promised to peak emissions by 2028, brought forward from 2031.", "peak", 2028, 2031),
        ("Chile has brought its coal exit forward to 2033 from 2041.", "phase_out", 2033, 2041),
    ],
)
def test_a_year_that_another_took_the_place_of_is_the_older_pledge(text: str, kind: str, new: int, old: int) -> None:
    found = {pledge.target_year: pledge for pledge in pledges(text)}
    assert set(found) == {new, old}
    assert {pledge.kind for pledge in found.values()} == {kind}
    assert found[new].replaces == found[old].id
    assert found[old].replaces is None
    assert str(old) in found[old].quote.exact


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("Peru raised its target for 2032 from 24% to 43%.", 43, 24),
        ("Peru raised its 2032 target from 24 percent to 43 percent.", 43, 24),
        ("Peru lifted its 2032 emissions target from 24 to 43 percent below 2011.", 43, 24),
        ("Peru raised its 2032 emissions target from a 24 % to a 43 % cut from 2011 levels.", 43, 24),
        ("Peru lowered its target for 2032 from 43% to 24%.", 24, 43),
        ("Peru pledged to cut emissions by 43 percent by 2032, up from 24 percent previously.", 43, 24),
    ],
)
def test_a_figure_that_another_took_the_place_of_is_the_older_pledge(text: str, new: int, old: int) -> None:
    found = {pledge.low: pledge for pledge in pledges(text)}
    assert set(found) == {new, old}
    assert {(pledge.kind, pledge.target_year) for pledge in found.values()} == {("reduction", 2032)}
    assert found[new].replaces == found[old].id


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Norway pledged net zero by 2045 rather than 2040 as campaigners demand.", {2045}),
        ("Norway urged Chile to move its net-zero target from 2060 to 2050.", {2050}),
        ("Norway pledged net zero by 2045, five years earlier than Chile.", {2045}),
    ],
)
def test_a_year_that_nobody_had_pledged_is_no_older_pledge(text: str, years: set[int]) -> None:
    found = pledges(text)
    assert {pledge.target_year for pledge in found if pledge.party != "CHL" or pledge.firmness == "urged"} == years
    assert all(pledge.replaces is None for pledge in found)


def test_a_target_replaced_in_words_of_its_own_document_counts_only_with_its_successor() -> None:
    assert only("Previously, Chile had pledged a cut of 27 per cent.").replaces is None


def test_a_figure_half_inside_a_quotation_is_read_whole() -> None:
    pledge = only('Chile spoke of its goal, a "33 to 36% reduction" of emissions from 2012 levels by 2033.')
    assert (pledge.low, pledge.high, pledge.base_year, pledge.target_year) == (33, 36, 2012, 2033)


def test_support_makes_a_second_pledge_with_its_condition() -> None:
    alone, supported = pledges("Ghana will cut emissions by 15% by 2031, or 45% with international support.")
    assert (alone.low, alone.condition) == (15, None)
    assert (supported.low, supported.condition, supported.target_year) == (45, "with international support", 2031)


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("Norway will give 90 million dollars to Ghana.", {("NOR", 90e6)}),
        ("Ghana will receive $2.5 billion from Norway and Iceland.", {("NOR", 2.5e9), ("ISL", 2.5e9)}),
        ("Norway pledged $12 million, Iceland $3 million and Chile 2 million euros.",
         {("NOR", 12e6), ("ISL", 3e6), ("CHL", 2e6)}),
        ("Norway pledged $12 million, Iceland and Chile $3 million each.", {("NOR", 12e6), ("ISL", 3e6), ("CHL", 3e6)}),
        ("Norway (EUR 15 million) and Iceland (EUR 3 million) declared what they would give.",
         {("NOR", 15e6), ("ISL", 3e6)}),
        ("Iceland said that it would contribute to the fund.", {("ISL", None)}),
        ("Rich countries promised to provide $100 billion a year by 2020.", {("DEV", 100e9)}),
    ],
)  # fmt: skip
def test_finance_is_the_pledge_of_who_pays(text: str, paid: set[tuple[str, float | None]]) -> None:
    found = pledges(text)
    assert {pledge.kind for pledge in found} == {"finance"}
    assert {(pledge.party, pledge.low) for pledge in found} == paid


def test_the_collective_sum_is_that_of_developed_countries_as_a_guess_with_its_ground() -> None:
    pledge = only("The leaders reaffirmed the goal of mobilising $100 billion a year through to 2025.")
    assert pledge.party == "DEV"
    assert pledge.inferred[0][0] == "party"


def test_what_is_received_is_not_what_one_of_the_payers_pledged() -> None:
    pledge = only("Ghana would receive $8 billion, of which Norway pledged $1 billion.")
    assert (pledge.party, pledge.low) == ("NOR", 1e9)


def test_a_year_told_by_its_distance_is_derived_with_its_ground() -> None:
    ahead, other = pledges("Chile aims to be climate neutral by 2045, five years before Peru.")
    assert (ahead.party, ahead.target_year) == ("CHL", 2045)
    assert (other.party, other.target_year) == ("PER", 2050)
    assert other.inferred[0][0] == "target_year"
    behind = "Chile's 2055 net zero target is a decade behind those of Peru and Ghana."
    assert told(behind) >= {("PER", "net_zero", 2045), ("GHA", "net_zero", 2045)}


def test_a_second_year_in_front_of_its_goal_belongs_to_it() -> None:
    text = "By 2032 Chile wants to have cut emissions by 35 percent and by 2048 to be climate neutral."
    assert told(text) == {("CHL", "reduction", 2032), ("CHL", "net_zero", 2048)}


def test_a_text_in_the_first_person_speaks_for_the_party_it_names_most() -> None:
    pledge = only("Chile has done much. In Chile we will reach net zero by 2046.")
    assert pledge.party == "CHL"
    assert "party" in dict(pledge.inferred)


def test_restatements_are_further_quotes_of_one_pledge() -> None:
    pledge = only(
        "Chile has promised to become carbon neutral by 2045. Talks went on. Chile's 2045 net zero goal came up again, "
        "and Chile said it would be climate neutral by 2045."
    )
    assert len(pledge.quotes) >= 2


def test_a_year_meant_by_reference_is_found() -> None:
    text = "Chile will install 30 GW of solar by 2033. By then, Chile will get 70% of its power from renewables."
    assert {pledge.target_year for pledge in pledges(text)} == {2033}
    assert only("Chile promised to cut methane by 30% by the end of the decade.").target_year == 2030
    assert only("Chile promised to be carbon neutral by mid-century.").target_year == 2050
    assert only("Chile plans to close all coal plants within five years.").target_year == 2029


def test_the_scope_of_methane_is_kept() -> None:
    pledge = only("Chile will cut methane from oil and gas by 60 percent below 2013 levels by 2031.")
    assert (pledge.gas, pledge.about) == ("CH4", "methane")


def test_a_line_headed_by_its_party_needs_no_verb() -> None:
    pledge = only("Chile: at least 45% below 2011 by 2033.")
    assert (pledge.party, pledge.low, pledge.base_year, pledge.target_year) == ("CHL", 45, 2011, 2033)


def test_undated_documents_give_no_year_that_hangs_on_their_date() -> None:
    assert only("Chile promised to stop financing new coal plants by the end of this year.", None).target_year is None


def test_letters_that_grow_in_lower_case_move_no_quote() -> None:
    pledge = only("İİİ. In İzmir, Chile pledged to reach net zero by 2045.")
    assert pledge.quote.exact == "pledged to reach net zero by 2045"


def test_every_list_of_the_lexicon_compiles_and_repeats_nothing() -> None:
    for name, table in load("pledges").items():
        lists = table if isinstance(table, dict) else {"": table}
        for key, fragments in lists.items():
            assert len(fragments) == len(set(fragments)), (name, key)
            for fragment in fragments:
                assert re.compile(fragment)
            phrase(f"<{name}.{key}>" if key else f"<{name}>")


def test_the_cues_that_are_kinds_of_firmness_are_all_of_them() -> None:
    assert set(load("pledges")["cues"]) - {"forecast", "asked"} == set(get_args(Firmness))


YEARS = st.one_of(st.none(), st.integers(2025, 2060))


def _draft(party: str, year: int | None, place: int) -> Draft:
    quote = Quote(start=place, end=place + 4, exact="goal")
    return Draft(party, "reduction", "pledged", (quote,), target_year=year)


@given(st.lists(st.tuples(st.sampled_from(["CHL", "PER"]), YEARS), max_size=6))
def test_merging_loses_no_party_and_no_year_and_merging_again_changes_nothing(
    told: list[tuple[str, int | None]],
) -> None:
    drafts = [_draft(party, year, 10 * place) for place, (party, year) in enumerate(told)]
    merged = merge(drafts)
    assert {draft.party for draft in merged} == {party for party, _ in told}
    assert {(d.party, d.target_year) for d in merged} >= {(party, year) for party, year in told if year is not None}
    assert merge(merged) == merged
