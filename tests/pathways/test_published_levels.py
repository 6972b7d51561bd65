"""Levels beside those that Parties published, or that are derived from their own inventories, on the same basis.

The rest is revised inventories and the metric: published levels are under AR4 or AR5, ours under AR6.
"""

from __future__ import annotations

from datetime import date

import pytest

from parley.inventory.recorded_pledge import all_pledges
from parley.pathways.axes import place
from parley.pathways.base import party_base
from parley.pathways.choices import Choices
from parley.pathways.party import party_pathway
from parley.pathways.pathway import Level, NotQuantified
from parley.pathways.selection import book_of_record, pledges_on

DAY = date(2024, 12, 31)
PUBLISHED = {pledge.id: pledge for pledge in all_pledges()}
WITHIN = 0.10
# Brazil's own inventory has more deforestation in 2005 (2,560 MtCO2e net) than Climate Watch has (2,145).
WITHIN_OF_BRAZIL = 0.20


def as_published(level: Level) -> float:
    """Our level with land use added back as the target counts it [MtCO2e]."""
    ours, base = level.mtco2e.item(), party_base(level.pledge.party, 2023)
    if level.pledge.lulucf != "included" or base.inventory_land is None:
        return ours
    today = float(base.inventory_land[place(2023)])
    if today <= 0:
        return ours + today
    if level.land_factor is None:
        return ours
    gross = party_pathway(level.pledge.party, (), Choices()).total(land=False)[0, place(2023)]
    return ours * float(1 + today / gross)


@pytest.mark.parametrize(
    "party", ["USA", "EUU", "RUS", "JPN", "BRA", "IDN", "KOR", "CAN", "MEX", "ZAF", "TUR", "AUS", "GBR", "THA", "VNM"]
)
def test_the_level_of_2030_is_near_the_published_one(party: str) -> None:
    tried = 0
    for policy in ("unconditional", "conditional"):
        found = party_pathway(party, pledges_on(party, DAY), Choices(policy=policy))  # type: ignore[arg-type]
        for level in found.levels:
            record = PUBLISHED[level.pledge.id]
            ends = record.level_high_mtco2e, record.level_low_mtco2e
            if level.year != 2030 or ends[0] is None or ends[1] is None:
                continue
            weak, strong = ends
            split = record.conditional in ("stronger", "unknown")
            stated = (weak if policy == "unconditional" else strong) if split else (weak + strong) / 2
            assert as_published(level) == pytest.approx(stated, rel=WITHIN_OF_BRAZIL if party == "BRA" else WITHIN)
            tried += 1
    assert tried


def test_every_level_tells_its_derivation_and_everything_else_its_reason() -> None:
    for party, pledges in book_of_record(DAY).items():
        found = party_pathway(party, pledges, Choices())
        for level in found.levels:
            assert level.steps, level.pledge.id
            assert all(step.endswith(".") for step in level.steps)
            assert any(figure.isdigit() for figure in " ".join(level.steps))
        for missing in found.not_quantified:
            assert isinstance(missing, NotQuantified)
            assert missing.reason
