"""Pledges that documents report, as pathways take them."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from parley.pathways.choices import Choices
from parley.pathways.party import party_pathway
from parley.pathways.reported import of_report
from parley.pathways.rules.ends import find_level
from parley.records.base import Quote
from parley.records.pledge import Pledge
from tests.pathways.examplia import setting

DAY = date(2021, 11, 1)


def a_report(**fields: Any) -> Pledge:
    quote = Quote(start=0, end=4, exact="Word", prefix="", suffix="")
    return Pledge(document="doc_1", quotes=(quote,), **fields)


def test_a_reported_cut_counts_land_use_as_the_record_does() -> None:
    report = a_report(party="USA", kind="reduction", basis="base_year", low=50.0, high=52.0, unit="%", base_year=2005)
    found = of_report(report.model_copy(update={"target_year": 2030}), DAY)
    assert (found.lulucf, found.gwp, found.origin) == ("included", "AR4GWP100", "document")
    assert found.assumed
    assert party_pathway("USA", (found,), Choices()).levels[0].year == 2030


def test_to_a_share_of_the_base_is_a_cut_by_the_rest() -> None:
    report = a_report(
        party="RUS",
        kind="reduction",
        basis="base_year",
        low=65.0,
        high=67.0,
        unit="%",
        to_level=True,
        base_year=1990,
        target_year=2035,
    )
    found = of_report(report, DAY)
    assert (found.low, found.high) == (33.0, 35.0)


def test_what_is_said_with_a_condition_depends_on_support() -> None:
    report = a_report(party="VEN", kind="net_zero", target_year=2050, condition="with international support")
    assert of_report(report, DAY).conditional == "all"


def test_levels_are_read_in_gigatonnes_too() -> None:
    report = a_report(
        party="IDN", kind="reduction", basis="absolute", low=1.2, high=1.2, unit="GtCO2e", target_year=2030
    )
    level = find_level(of_report(report, DAY), setting())
    assert level is not None
    np.testing.assert_allclose(level, 1200)
