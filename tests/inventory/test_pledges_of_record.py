from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import InventoryError
from parley.inventory.pledges_of_record import (
    book_note,
    history,
    last_day_of_record,
    pledges_of_record,
    shares_eu_pledges,
    submissions,
)
from parley.inventory.recorded_pledge import RecordedPledge, all_pledges, withdrawals
from parley.records.pledge import Firmness, Gas, PledgeKind, Qualifier, ReductionBasis
from parley.terms.parties import parties
from parley.terms.units import unit

NOT_READ = {"DZA", "IRQ", "IND", "VEN", "CHL", "OMN", "QAT", "ETH"}

days = st.dates(date(2015, 1, 1), date(2026, 12, 31))
any_pledge = st.sampled_from(all_pledges())
any_party = st.sampled_from(sorted({pledge.party for pledge in all_pledges()}))


def book(party: str, *day: int, **choice: object) -> set[str]:
    """The book in short: kind, target year and value of each pledge of emissions as a whole."""
    return {
        in_short(pledge)
        for pledge in pledges_of_record(party, as_of=date(*day), **choice)  # type: ignore[arg-type]
        if pledge.about is None
    }


def in_short(pledge: RecordedPledge) -> str:
    value = (
        "" if pledge.low is None else f" {pledge.low:g}" + ("" if pledge.high == pledge.low else f"-{pledge.high:g}")
    )
    return f"{pledge.kind} {pledge.target_year}{value}"


class TestTable:
    def test_every_party_is_known(self) -> None:
        assert {pledge.party for pledge in all_pledges()} <= set(parties())

    def test_ids_are_unique_and_rows_are_in_order_of_party_and_day(self) -> None:
        assert len({pledge.id for pledge in all_pledges()}) == len(all_pledges())
        keys = [(pledge.party, pledge.since) for pledge in all_pledges()]
        assert keys == sorted(keys)

    def test_tokens_are_those_of_a_pledge_in_a_document(self) -> None:
        for pledge in all_pledges():
            assert pledge.kind in get_args(PledgeKind)
            assert pledge.firmness in get_args(Firmness)
            assert pledge.qualifier is None or pledge.qualifier in get_args(Qualifier)
            assert pledge.gas is None or pledge.gas in get_args(Gas)
            assert (pledge.basis is not None) == (pledge.kind == "reduction")
            assert pledge.basis is None or pledge.basis in get_args(ReductionBasis)
            assert pledge.conditional in ("no", "stronger", "all", "unknown")
            assert pledge.confidence in ("high", "medium", "low", "none")
            assert pledge.dated_by in ("announced", "submitted", "snapshot")

    def test_units_are_known_and_there_where_there_is_a_value(self) -> None:
        for pledge in all_pledges():
            assert (pledge.unit is None) == (pledge.low is None and pledge.high is None), pledge.id
            if pledge.unit:
                unit(pledge.unit)

    def test_ends_are_in_order(self) -> None:
        for pledge in all_pledges():
            if pledge.low is not None and pledge.high is not None:
                assert pledge.low <= pledge.high, pledge.id
            if pledge.level_low_mtco2e is not None and pledge.level_high_mtco2e is not None:
                assert pledge.level_low_mtco2e <= pledge.level_high_mtco2e, pledge.id
            if pledge.bau_mtco2e is not None and pledge.level_high_mtco2e is not None:
                assert pledge.level_high_mtco2e <= pledge.bau_mtco2e, pledge.id

    def test_a_level_published_with_what_was_expected_otherwise_agrees_with_the_cut(self) -> None:
        checked = 0
        for pledge in all_pledges():
            if pledge.basis == "bau" and pledge.bau_mtco2e and pledge.low and pledge.level_high_mtco2e:
                assert pledge.level_high_mtco2e == pytest.approx(pledge.bau_mtco2e * (1 - pledge.low / 100), rel=0.02)
                checked += 1
        assert checked >= 8

    def test_a_pledge_is_submitted_no_more_than_a_day_before_it_is_announced(self) -> None:
        for pledge in all_pledges():
            if pledge.submitted:
                assert (pledge.since - pledge.submitted).days <= 1, pledge.id

    def test_targets_lie_ahead_of_bases_and_announcements(self) -> None:
        for pledge in all_pledges():
            if pledge.target_year:
                assert pledge.since.year <= pledge.target_year <= 2100, pledge.id
                assert pledge.base_year is None or 1990 <= pledge.base_year < pledge.target_year, pledge.id

    def test_what_takes_the_place_of_a_pledge_is_the_same_partys_and_later(self) -> None:
        by_id = {pledge.id: pledge for pledge in all_pledges()}
        for pledge in all_pledges():
            assert (pledge.ended is None) == (pledge.ended_by is None)
            if pledge.ended_by:
                heir = by_id[pledge.ended_by]
                assert heir.party == pledge.party
                assert heir.since == pledge.ended > pledge.since, pledge.id

    def test_no_party_has_two_standing_targets_of_one_kind_year_and_subject_on_two_days(self) -> None:
        allowed = {("FRA", 2030), ("GBR", 2035)}
        for pledge in all_pledges():
            for other in all_pledges():
                same = (pledge.party, pledge.kind, pledge.target_year, pledge.about, pledge.gas)
                if same == (other.party, other.kind, other.target_year, other.about, other.gas):
                    apart = other.since > pledge.since and pledge.ended is None
                    assert not apart or (pledge.party, pledge.target_year) in allowed, (pledge.id, other.id)

    def test_missing_stays_missing(self) -> None:
        unread = [pledge for pledge in all_pledges() if pledge.confidence == "none"]
        assert {pledge.party for pledge in unread} == NOT_READ
        assert not any(pledge.is_quantified for pledge in unread)

    def test_errors_of_the_net_zero_tracker_are_put_right_or_left_out(self) -> None:
        assert not [pledge for pledge in all_pledges() if pledge.origin == "tracker" and pledge.level_high_mtco2e]
        assert {pledge.origin for pledge in history("RUS") + history("NGA") + history("VNM")} <= {
            "dated",
            "hand",
            "latest",
        }
        (georgia,) = history("GEO")
        assert (georgia.base_year, georgia.target_year, georgia.low) == (1990, 2030, 35)

    def test_where_the_record_is_doubted_the_confidence_or_the_doubt_says_so(self) -> None:
        doubted = [pledge for pledge in all_pledges() if pledge.doubt]
        assert "USA-2021-04-22-net_zero-2050" in {pledge.id for pledge in doubted}
        assert len(doubted) >= 10


class TestBooks:
    def test_united_states(self) -> None:
        assert book("USA", 2016, 6, 1) == {"reduction 2020 17", "reduction 2025 26-28"}
        assert book("USA", 2018, 6, 1) == set()
        assert book("USA", 2018, 6, 1, leaving="effective") == {"reduction 2020 17", "reduction 2025 26-28"}
        assert book("USA", 2020, 11, 30, leaving="effective") == set()
        assert book("USA", 2021, 1, 20) == {"reduction 2025 26-28"}
        assert book("USA", 2021, 5, 1) == {"reduction 2025 26-28", "reduction 2030 50-52", "net_zero 2050"}
        assert "reduction 2035 61-66" in book("USA", 2025, 1, 19)
        assert book("USA", 2025, 3, 1) == set()
        assert "reduction 2035 61-66" in book("USA", 2025, 3, 1, leaving="effective")

    def test_china(self) -> None:
        assert book("CHN", 2015, 12, 1) == {"reduction 2020 40-45", "peak 2030", "reduction 2030 60-65"}
        (peak,) = pledges_of_record("CHN", as_of=date(2015, 12, 1), kind="peak")
        assert peak.qualifier == "around"
        assert book("CHN", 2020, 12, 1) == {
            "reduction 2020 40-45",
            "peak 2030",
            "net_zero 2060",
            "reduction 2030 60-65",
        }
        (peak,) = pledges_of_record("CHN", as_of=date(2020, 12, 1), kind="peak")
        assert peak.qualifier == "before"
        assert book("CHN", 2025, 10, 1) == {"peak 2030", "net_zero 2060", "reduction 2030 65", "reduction 2035 7-10"}

    def test_european_union(self) -> None:
        assert book("EUU", 2019, 6, 1) == {"reduction 2020 20-30", "reduction 2030 40", "reduction 2050 80-95"}
        assert book("EUU", 2021, 6, 1) == {"reduction 2030 55", "net_zero 2050"}
        (neutral,) = pledges_of_record("EUU", as_of=date(2021, 6, 1), kind="net_zero")
        assert neutral.firmness_on(date(2021, 6, 1)) == "pledged"
        assert neutral.firmness_on(date(2021, 8, 1)) == "in_law"

    def test_japan_on_the_day_after_its_new_target(self) -> None:
        assert book("JPN", 2021, 4, 21) == {"reduction 2030 26", "net_zero 2050"}
        assert book("JPN", 2021, 4, 23) == {"reduction 2030 46", "net_zero 2050"}

    def test_a_restated_pledge_stands_once(self) -> None:
        shares = pledges_of_record("IND", as_of=date(2022, 1, 1), kind="share")
        assert [(share.low, share.about) for share in shares] == [(50, "electric capacity, non-fossil")]

    def test_members_of_the_eu_share_its_pledges_which_count_once(self) -> None:
        day = date(2021, 6, 1)
        poland = pledges_of_record("POL", as_of=day)
        assert poland == pledges_of_record("EUU", as_of=day)
        assert pledges_of_record("POL", as_of=day, shared=False) == ()
        assert {pledge.party for pledge in pledges_of_record("DEU", as_of=day)} == {"DEU", "EUU"}
        everyone = pledges_of_record(as_of=day)
        assert len({pledge.id for pledge in everyone}) == len(everyone)

    def test_the_united_kingdom_leaves_the_eu_and_its_pledges(self) -> None:
        assert shares_eu_pledges("GBR", date(2020, 1, 30))
        assert not shares_eu_pledges("GBR", date(2020, 2, 1))
        assert book("GBR", 2021, 1, 1) == {"reduction 2030 68", "net_zero 2050"}

    def test_a_group_gives_what_it_pledged_as_a_group(self) -> None:
        (finance,) = pledges_of_record("DEV", as_of=date(2018, 1, 1), kind="finance")[:1]
        assert (finance.low, finance.unit, finance.target_year) == (100e9, "USD", 2020)

    def test_a_goal_of_a_past_year_is_over(self) -> None:
        assert "reduction 2025 37" in book("BRA", 2025, 12, 31)
        assert "reduction 2025 37" not in book("BRA", 2026, 1, 1)

    def test_what_begins_in_a_year_is_not_over_after_it(self) -> None:
        on_coal = [pledge.about for pledge in pledges_of_record("CHN", as_of=date(2030, 1, 1), kind="phase_out")]
        assert "coal use" in on_coal

    def test_without_a_day_the_book_is_that_of_the_last_day_of_record(self) -> None:
        assert pledges_of_record("JPN") == pledges_of_record("JPN", as_of=last_day_of_record())

    def test_history_keeps_what_was_replaced(self) -> None:
        assert [in_short(pledge) for pledge in history("NOR") if pledge.target_year == 2030] == [
            "reduction 2030 40",
            "reduction 2030 50-55",
            "reduction 2030 55",
        ]


class TestNotes:
    @pytest.mark.parametrize("code", ["XYZ", "China", "", "usa"])
    def test_an_unknown_party_is_an_error_that_says_how_codes_are_written(self, code: str) -> None:
        for ask in (pledges_of_record, history, submissions, book_note):
            with pytest.raises(InventoryError, match="code"):
                ask(code)

    def test_a_name_is_answered_with_its_code(self) -> None:
        with pytest.raises(InventoryError, match="the code of China is CHN"):
            pledges_of_record("China")

    def test_a_party_without_a_pledge_has_an_empty_book_and_a_note(self) -> None:
        assert pledges_of_record("LBY") == ()
        assert "no pledge of Libya is on record" in book_note("LBY")

    def test_the_note_tells_of_a_withdrawal(self) -> None:
        assert "announced on 2017-06-01, effective on 2020-11-04" in book_note("USA", date(2018, 1, 1))
        assert "withdrawal" not in book_note("USA", date(2022, 1, 1))

    def test_the_note_tells_of_documents_that_were_not_read(self) -> None:
        assert "submitted on 2025-11-13" in book_note("IRQ", date(2025, 12, 1))
        assert "submitted on" not in book_note("IRQ", date(2024, 12, 1))
        assert "submitted on 2025-09-13" in book_note("AGO", date(2025, 12, 1))

    def test_the_note_tells_of_a_snapshot_and_of_the_eu(self) -> None:
        assert "snapshot of 2022-12-20" in book_note("AGO", date(2023, 1, 1))
        assert "European Union" in book_note("POL")
        assert book_note("JPN", date(2021, 4, 23)) == ""


class TestSubmissions:
    def test_documents_come_by_day_and_none_twice(self) -> None:
        for party in ("CHN", "COL", "ARE", "EUU"):
            found = [document.submitted for document in submissions(party)]
            assert found == sorted(set(found))

    def test_documents_of_a_day_are_those_submitted_by_then(self) -> None:
        assert [found.version for found in submissions("JPN", as_of=date(2021, 4, 23))] == ["1", "2"]

    def test_submission_days_of_pledges_are_those_of_the_registry(self) -> None:
        """From the first NDCs of 2016 on; long-term strategies and INDCs are not in this registry."""
        elsewhere = {"net_zero", "peak"}
        missing = [
            pledge.id
            for pledge in all_pledges()
            if pledge.submitted
            and pledge.submitted > date(2017, 1, 1)
            and pledge.kind not in elsewhere
            and pledge.submitted not in {found.submitted for found in submissions(pledge.party)}
        ]
        assert missing == ["NZL-2021-10-31-reduction-2030"]


class TestProperties:
    @given(days, any_party)
    def test_a_book_has_nothing_announced_after_its_day(self, day: date, party: str) -> None:
        assert all(pledge.since <= day for pledge in pledges_of_record(party, as_of=day))

    @given(days, any_party)
    def test_a_book_has_nothing_replaced_by_its_day(self, day: date, party: str) -> None:
        ids = {pledge.id for pledge in pledges_of_record(party, as_of=day)}
        replaced = {pledge.id for pledge in history(party) if pledge.ended and pledge.ended <= day}
        assert not ids & replaced

    @given(any_pledge, days)
    def test_a_pledge_that_left_the_book_comes_back_only_with_a_return(self, pledge: RecordedPledge, day: date) -> None:
        later = [date(year, 12, 31) for year in range(day.year, 2027)]
        stands = [pledge.stands_on(each) for each in [day, *later]]
        came_back = any(not before and after for before, after in pairwise(stands)) and pledge.since <= day
        assert not came_back or withdrawals(pledge.party)

    @given(days)
    def test_the_book_of_all_holds_the_book_of_each(self, day: date) -> None:
        everyone = {pledge.id for pledge in pledges_of_record(as_of=day)}
        each = {found.id for code in parties() for found in pledges_of_record(code, as_of=day)}
        assert everyone == each

    @given(days, any_party)
    def test_what_is_announced_leaves_the_book_no_later_than_what_is_effective(self, day: date, party: str) -> None:
        if not withdrawals(party):
            announced, effective = (
                pledges_of_record(party, as_of=day, leaving=way) for way in ("announced", "effective")
            )
            assert announced == effective

    @given(st.sampled_from(sorted(parties())), days)
    def test_every_party_is_answered_on_every_day(self, party: str, day: date) -> None:
        assert pledges_of_record(party, as_of=day) or book_note(party, day)
