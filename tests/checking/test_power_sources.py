"""Sources of power against each other, and against all others."""

from __future__ import annotations

import pytest

from tests.checking.making import check, claim


@pytest.mark.parametrize(
    ("party", "about", "token"),
    [
        ("USA", "gas_over_coal", "supported"),
        ("GBR", "coal_over_gas", "contradicted"),
        ("FRA", "nuclear_over_others", "supported"),
        ("FRA", "wind_over_others", "contradicted"),
        ("FRA", "nuclear_over_rest", "supported"),
        ("USA", "nuclear_over_rest", "contradicted"),
    ],
)
def test_one_source_makes_more_power_than_another(party: str, about: str, token: str) -> None:
    asserted = claim("comparison", party, None, against=(party,), about=about, comparator=">", year=2021)
    assert check(asserted).token == token


def test_a_source_without_figures_is_not_checkable() -> None:
    asserted = claim("comparison", "USA", None, against=("USA",), about="tidal_over_coal", comparator=">", year=2021)
    assert check(asserted).token == "not_checkable"
