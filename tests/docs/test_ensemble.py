"""The page of the ensemble has the figures of the ensemble that comes with Parley."""

from __future__ import annotations

import re

import pytest

from parley.climate.default_ensemble import load_provenance
from tests.docs.ensemble_tables import tables
from tests.docs.making import DOCS

PAGE = (DOCS / "explanation" / "ensemble.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", range(3), ids=["deviations", "targets", "scenarios"])
def test_its_tables_are_made_from_the_packaged_ensemble(place: int) -> None:
    assert tables()[place] in PAGE


def test_it_counts_members_as_the_provenance_does() -> None:
    provenance = load_provenance()
    counted = {
        "run": provenance["priors"]["members"],
        "passed": provenance["filter"]["members_passed"],
        "reach": provenance["weights"]["members_in_reach"],
        "effective": round(provenance["weights"]["effective_size"]),
        "drawn": provenance["members"],
    }
    told = {int(number.replace(" ", "")) for number in re.findall(r"\*\*(\d[\d ]*)\*\*", PAGE)}
    assert set(counted.values()) <= told, counted
