"""How a total is shared among gases, and how it goes from one metric to another and back."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.pathways.axes import CO2_FFI, place, weights
from parley.pathways.base import party_base
from parley.pathways.gas_split import convert_total, residual_share, split_total
from tests.pathways.pledging import some_parties

metrics = st.sampled_from(["SARGWP100", "AR4GWP100", "AR5GWP100", "AR6GWP100"])
YEAR = 2035
COLUMNS = slice(place(YEAR), place(YEAR) + 1)


@settings(max_examples=100, deadline=None)
@given(some_parties, metrics, st.floats(-1.0, 1.5), st.floats(0, 1))
def test_gases_add_up_to_the_total_they_were_solved_for(party: str, gwp: str, kept: float, target: float) -> None:
    emissions, share = party_base(party, 2023).emissions, residual_share(np.full(1, target))
    counts = weights(gwp, land=False)
    total = kept * (counts @ emissions[:, place(YEAR)])
    factors = split_total(np.full((1, 1), total), emissions, share, COLUMNS, gwp)
    gases = factors[0, :, 0] * emissions[:, place(YEAR)]
    np.testing.assert_allclose(counts @ gases, total, atol=1e-6)
    floor = np.minimum(share * emissions[:, place(2020)], emissions[:, place(YEAR)])
    others = [gas for gas in range(len(gases)) if gas > CO2_FFI + 1]
    assert (gases[others] >= floor[others] - 1e-9).all()


@settings(max_examples=100, deadline=None)
@given(some_parties, metrics, metrics, st.floats(0.0, 1.2))
def test_a_total_goes_to_another_metric_and_back(party: str, one: str, other: str, kept: float) -> None:
    emissions, share = party_base(party, 2023).emissions, residual_share(np.full(1, 0.5))
    total = np.full(1, kept * (weights(one, land=False) @ emissions[:, place(YEAR)]))
    there = convert_total(total, emissions, share, YEAR, (one, other))
    back = convert_total(there, emissions, share, YEAR, (other, one))
    np.testing.assert_allclose(back, total, atol=1e-6)
