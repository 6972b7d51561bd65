"""The closed set of units: known tokens, exact factors, refusals that say why."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError, UsageError
from parley.terms.units import UNSTATED, canonical, convert, table, to_canonical, unit

TOKENS = sorted(table().units)


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (12.1, "GtCO2", "MtCO2", 12100.0),
        (1.0, "TWh", "PJ", 3.6),
        (200.0, "GW", "MW", 200_000.0),
        (1.0, "Mha", "km2", 10_000.0),
        (1.0, "bbl", "L", 158.987294928),
        (2.0, "week", "day", 14.0),
        (50.0, "bp", "pp", 0.5),
        (250.0, "USDc", "USD", 2.5),
        (100.0, "degC", "degF", 212.0),
        (0.0, "degC", "K", 273.15),
        (1.0, "MtCO2e (AR6GWP100)", "ktCO2e (AR6GWP100)", 1000.0),
    ],
)
def test_units_convert_within_their_dimension(value: float, source: str, target: str, expected: float) -> None:
    assert convert(value, source, target) == pytest.approx(expected, rel=1e-12)


def test_a_warming_converts_without_the_offset_of_the_thermometer() -> None:
    assert convert(1.5, "degC", "degF", difference=True) == pytest.approx(2.7, rel=1e-12)
    assert convert(1.5, "degC", "degF") == pytest.approx(34.7, rel=1e-12)


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("GW", "GWh", "measures power, the other energy"),
        ("GtCO2", "GtCO2e", "has to be applied to each gas"),
        ("tC", "tCO2", "one is of C, the other of CO2"),
        ("USD", "EUR", "exchange rates"),
        ("MtCO2e", "MtCO2e (AR6GWP100)", "metrics differ (unstated, AR6GWP100)"),
        ("MtCO2e (AR4GWP100)", "MtCO2e (AR6GWP100)", "metrics differ"),
        ("%", "pp", "measures percent, the other percentage_point"),
    ],
)
def test_unlike_things_do_not_convert_and_the_error_says_why(source: str, target: str, reason: str) -> None:
    with pytest.raises(UsageError) as caught:
        convert(1.0, source, target)
    assert reason in str(caught.value)
    assert isinstance(caught.value, ParleyError)


@pytest.mark.parametrize("token", ["gigawatt", "", "MtCO2 (AR6GWP100)", "MtCO2e (GWP)", "$", "gw"])
def test_an_unknown_token_is_refused(token: str) -> None:
    with pytest.raises(UsageError, match="not a unit Parley knows"):
        unit(token)


def test_the_metric_is_part_of_a_co2_equivalent_only() -> None:
    assert unit("GtCO2e").metric == UNSTATED
    assert unit("GtCO2").metric is None
    stated = unit("GtCO2e (AR5GWP100)")
    assert (stated.symbol, stated.metric, stated.token) == ("GtCO2e", "AR5GWP100", "GtCO2e (AR5GWP100)")


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("GW", "W"),
        ("TWh", "J"),
        ("MtCO2e", "tCO2e"),
        ("MtCO2e (AR6GWP100)", "tCO2e (AR6GWP100)"),
        ("ktCH4", "tCH4"),
        ("GBPc", "GBP"),
        ("degF", "degC"),
        ("km2", "m2"),
    ],
)
def test_each_dimension_has_a_canonical_unit(token: str, expected: str) -> None:
    assert canonical(token) == expected


@pytest.mark.parametrize("token", TOKENS)
def test_every_unit_is_sound(token: str) -> None:
    known = unit(token)
    assert known.token == token
    assert known.factor > 0
    assert math.isfinite(known.factor)
    assert unit(canonical(token)).factor == 1.0
    assert convert(to_canonical(3.0, token), canonical(token), token) == pytest.approx(3.0, rel=1e-9)


def test_every_spelling_leads_to_a_unit() -> None:
    spellings = table().spellings
    for meanings in (spellings.names, spellings.symbols, spellings.tight, spellings.before):
        for spelling, (symbol, factor) in meanings.items():
            assert spelling.strip() == spelling
            assert symbol in table().units, spelling
            assert factor > 0
    assert all(name == name.lower() for name in spellings.names)


@given(st.sampled_from(TOKENS), st.floats(min_value=-1e6, max_value=1e6))
def test_there_and_back_is_the_same_value(token: str, value: float) -> None:
    there = to_canonical(value, token, difference=True)
    assert convert(there, canonical(token), token, difference=True) == pytest.approx(value, rel=1e-9, abs=1e-300)
