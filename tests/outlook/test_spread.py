"""The spread of an outlook: parts of a variance, drawn the same every time."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np
import pytest

from parley.climate.ensemble import Ensemble
from parley.errors import UsageError
from parley.outlook.outlook import Outlook
from parley.outlook.project import project
from parley.outlook.spread import Spread, draws_by_party, spread_of
from parley.pathways.base import base_parties
from parley.pathways.choices import Choices

DRAWS = 40


@cache
def glasgow() -> Outlook:
    return project(as_of=date(2021, 11, 13), choices=Choices(extension="constant-effort"))


@cache
def spread() -> Spread:
    return spread_of(glasgow(), draws=DRAWS)


def test_the_parts_are_shares_and_sum_to_one() -> None:
    parts = (spread().pledges, spread().extension, spread().climate, spread().together)
    assert sum(parts) == pytest.approx(1.0, abs=1e-12)
    assert all(0 <= part <= 1 for part in parts)


def test_the_climate_part_is_what_members_differ_by_on_the_mean_of_draws() -> None:
    warming = spread().warming_k
    assert warming.shape == (DRAWS, len(Ensemble.default()))
    assert spread().climate == pytest.approx(warming.mean(axis=0).var() / warming.var())


def test_the_central_outlook_lies_within_the_draws() -> None:
    assert spread().warming_k.min() < glasgow().median(2100) < spread().warming_k.max()
    low, high = spread().world_2030_gtco2e.min(), spread().world_2030_gtco2e.max()
    assert low < glasgow().world_gtco2e(2030) < high


def test_without_pledges_only_land_use_and_climate_spread() -> None:
    found = spread_of(project([]), draws=DRAWS)
    assert found.climate > 0.99
    assert found.extension < 1e-4


def test_growth_and_what_follows_are_shared_by_all_parties_and_the_rest_is_each_its_own() -> None:
    drawn = draws_by_party(DRAWS)
    assert set(drawn) == set(base_parties())
    china, india = drawn["CHN"], drawn["IND"]
    assert (china.gdp == india.gdp).all()
    assert (china.flat == india.flat).all()
    assert int(china.flat.sum()) == DRAWS // 2
    assert (china.target != india.target).any()
    assert np.allclose(sorted(china.target), sorted(india.target))


def test_the_same_draws_every_time() -> None:
    again = spread_of(glasgow(), draws=DRAWS)
    assert again.warming_k.tobytes() == spread().warming_k.tobytes()


@pytest.mark.parametrize("draws", [0, 2, 5, -4])
def test_draws_are_an_even_number_from_four_on(draws: int) -> None:
    with pytest.raises(UsageError, match="even number"):
        spread_of(glasgow(), draws=draws)
