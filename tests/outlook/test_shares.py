"""Shares add up to the whole, and do not depend on who is named first."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.errors import UsageError
from parley.outlook.fixed_order import evenly_spread, permutation
from parley.outlook.outlook import Outlook
from parley.outlook.project import project
from parley.outlook.shares import LARGEST, OTHERS, Shares, share_out
from parley.pathways.book import book_on
from parley.pathways.pledge import PathwayPledge

_EXACT_K = 1e-9
GLASGOW = date(2021, 11, 13)


@cache
def glasgow() -> Outlook:
    return project(as_of=GLASGOW)


@cache
def shares() -> Shares:
    return share_out(glasgow())


def test_parties_sum_to_the_change_against_current_policy() -> None:
    assert abs(sum(share.change_k for share in shares().parties) - shares().whole_k) < _EXACT_K
    assert shares().whole_k == pytest.approx(glasgow().median(2100) - project([]).median(2100), abs=_EXACT_K)
    assert shares().current_policy_k == pytest.approx(project([]).median(2100), abs=_EXACT_K)


def test_pledges_sum_to_their_party() -> None:
    for share in shares().parties:
        if share.party != OTHERS:
            assert abs(sum(each.change_k for each in share.pledges) - share.change_k) < _EXACT_K
            assert {each.pledge.party for each in share.pledges} == {share.party}


def test_the_largest_stand_alone_and_all_others_together() -> None:
    names = [share.party for share in shares().parties]
    assert len(names) == len(set(names)) == LARGEST + 1
    assert shares().parties[0].party == "CHN"
    assert all(share.change_k <= 0 for share in shares().parties)


def test_a_share_is_told_with_an_error_that_is_small_beside_it() -> None:
    for share in shares().parties[:5]:
        assert 0 <= share.error_k < 0.1 * abs(share.change_k)


def test_two_equal_cuts_of_one_party_share_alike_only_with_what_they_add() -> None:
    first, second = (
        PathwayPledge(id=name, party="CHN", kind="net_zero", target_year=2060, gas="GHG", origin="wish")
        for name in ("one", "other")
    )
    found = share_out(project([first, second])).parties[0]
    assert found.pledges[0].change_k == pytest.approx(found.pledges[1].change_k, abs=_EXACT_K)


def test_a_book_without_pledges_has_nothing_to_share() -> None:
    found = share_out(project([]))
    assert (found.parties, found.whole_k) == ((), 0.0)
    assert found.current_policy_k == project([]).median(2100)


def test_the_order_in_which_pledges_are_given_changes_nothing() -> None:
    turned = share_out(project(book_on(GLASGOW)[::-1]))
    assert turned.parties == shares().parties


@pytest.mark.parametrize("orders", [0, 1, 3, -2])
def test_orders_come_in_pairs(orders: int) -> None:
    with pytest.raises(UsageError, match="even number"):
        share_out(glasgow(), orders=orders)


@given(st.lists(st.text(max_size=5), unique=True, max_size=12), st.text(max_size=5))
def test_an_order_has_every_place_once_and_is_always_the_same(names: list[str], key: str) -> None:
    assert sorted(permutation(names, key)) == list(range(len(names)))
    assert permutation(names, key) == permutation(names, key)


@given(st.text(max_size=8), st.integers(1, 64))
@settings(max_examples=50)
def test_spread_numbers_have_one_in_each_part(name: str, size: int) -> None:
    parts = (evenly_spread(name, size) * size).astype(int)
    assert sorted(parts.tolist()) == list(range(size))
