"""Shares, capacity and phase-outs: what they would save, and that they change no pathway."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from parley.inventory.energy import electricity
from parley.pathways.axes import place
from parley.pathways.choices import Choices
from parley.pathways.party import party_pathway
from parley.pathways.pathway import NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.sensitivity import Sensitivity, sensitivity_of


def a_pledge(party: str, kind: Any, value: float | None, unit: str | None, about: str, year: int) -> PathwayPledge:
    return PathwayPledge("x", party, kind, year, low=value, high=value, unit=unit, about=about)


def saved(pledge: PathwayPledge) -> float:
    found = sensitivity_of(pledge, 2023)
    assert isinstance(found, Sensitivity), found
    return found.saved_mtco2


def test_ending_coal_power_saves_what_it_would_emit_at_todays_share() -> None:
    total, coal = electricity("IND"), electricity("IND", "coal").value(2021)
    growth = (total.value(2021) / total.value(2016)) ** (1 / 5)
    pledge = a_pledge("IND", "phase_out", None, None, "coal power", 2040)
    assert saved(pledge) == pytest.approx(0.9 * coal * growth**19)


def test_clean_electricity_in_full_displaces_coal_oil_and_gas() -> None:
    fuels = {fuel: electricity("GBR", fuel).value(2021) for fuel in ("coal", "oil", "gas")}
    growth = electricity("GBR").value(2021) / electricity("GBR").value(2016)
    pledge = a_pledge("GBR", "share", 100.0, "%", "electricity, clean", 2026)
    expected = growth * (0.9 * fuels["coal"] + 0.7 * fuels["oil"] + 0.42 * fuels["gas"])
    assert saved(pledge) == pytest.approx(expected, rel=0.02)


def test_more_saves_more_and_what_is_reached_saves_nothing() -> None:
    shares = [saved(a_pledge("CHN", "share", share, "%", "primary energy, non-fossil", 2030)) for share in (5, 25, 40)]
    assert shares[0] == 0 < shares[1] < shares[2]
    capacity = [saved(a_pledge("CHN", "capacity", size, "GW", "wind and solar", 2035)) for size in (100, 3600, 5000)]
    assert capacity[0] == 0 < capacity[1] < capacity[2]


def test_a_gigawatt_of_wind_and_solar_in_the_place_of_coal_saves_what_the_page_says() -> None:
    less, more = (saved(a_pledge("CHN", "capacity", size, "GW", "wind and solar", 2035)) for size in (3600, 3601))
    assert f"{more - less:.2f}" == "1.58"
    page = Path(__file__).parents[2] / "docs" / "explanation" / "pathways.md"
    assert "**1.58 MtCO2**" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("pledge", "words"),
    [
        (a_pledge("KOR", "phase_out", None, None, "public finance for coal power abroad", 2030), "no level"),
        (a_pledge("IND", "share", 50.0, "%", "electric capacity, non-fossil", 2030), "no figures"),
        (a_pledge("IND", "capacity", 500.0, "GW", "electric capacity, non-fossil", 2030), "no figure of what"),
        (a_pledge("CHN", "share", None, "%", "electricity, clean", 2030), "no share in per cent"),
        (a_pledge("CHN", "phase_out", None, None, "coal power", 2020), "no year to come"),
        (a_pledge("CHN", "finance", 1.0, "USD", "a year", 2030), "no sensitivity"),
        (a_pledge("TUV", "share", 100.0, "%", "electricity, renewable", 2030), "Tuvalu"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.party,
)
def test_what_has_no_figures_says_so(pledge: PathwayPledge, words: str) -> None:
    found = sensitivity_of(pledge, 2023)
    assert isinstance(found, NotQuantified)
    assert words in found.reason


def test_a_reference_that_nobody_published_is_our_current_policy_as_a_sensitivity() -> None:
    policy = party_pathway("IRN", (), Choices()).total(land=False)[0, place(2030)]
    below = replace(a_pledge("IRN", "reduction", 4.0, "%", "", 2030), basis="bau", about=None)
    assert saved(below) == pytest.approx(0.04 * policy)
    assert saved(a_pledge("SAU", "other", 278.0, "MtCO2e", "emissions avoided a year", 2030)) == 278


def test_a_sensitivity_changes_no_pathway() -> None:
    pledge = replace(a_pledge("GBR", "share", 100.0, "%", "electricity, clean", 2030), id="share")
    found = party_pathway("GBR", (pledge,), Choices())
    np.testing.assert_array_equal(found.emissions, party_pathway("GBR", (), Choices()).emissions)
    assert [each.pledge for each in found.not_quantified] == [pledge]
