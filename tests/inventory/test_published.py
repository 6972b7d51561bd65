"""Shares of the world's emissions as reports have stated them."""

from __future__ import annotations

import pytest

from parley.inventory import share_of_world
from parley.inventory.published import published_shares


@pytest.mark.parametrize("party", ["CHN", "USA", "IND", "EUU"])
def test_a_published_share_lies_near_those_of_our_tables(party: str) -> None:
    (stated,) = published_shares(party)
    net, gross = (share_of_world(party, stated.year, basis=basis).percent for basis in ("incl_lulucf", "excl_lulucf"))
    assert 0.9 * net < stated.percent < 1.1 * gross


def test_of_most_parties_no_share_is_published_here() -> None:
    assert published_shares("NOR") == ()
