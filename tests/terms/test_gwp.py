from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import UsageError
from parley.terms.gwp import GWP_SETS, find_gwp, gases, gwp

ENTRIES = [(gas, metric) for metric in GWP_SETS for gas in gases(metric)]


@pytest.mark.parametrize(
    ("metric", "methane", "nitrous_oxide"),
    [
        ("SARGWP100", 21, 310),
        ("TARGWP100", 23, 296),
        ("AR4GWP100", 25, 298),
        ("AR5GWP100", 28, 265),
        ("AR5CCFGWP100", 34, 298),
        ("AR6GWP100", 27.9, 273),
        ("AR6GWP20", 81.2, 273),
    ],
)
def test_methane_and_nitrous_oxide_are_those_of_each_report(metric: str, methane: float, nitrous_oxide: float) -> None:
    assert (gwp("CH4", metric), gwp("N2O", metric)) == (methane, nitrous_oxide)


@pytest.mark.parametrize("metric", GWP_SETS)
def test_carbon_dioxide_counts_once_and_every_set_has_the_fluorinated_gases(metric: str) -> None:
    assert gwp("CO2", metric) == 1
    assert {"CO2", "CH4", "N2O", "HFC134a", "SF6", "CF4"} <= set(gases(metric))


def test_ar6_counts_fossil_methane_more_than_other_and_its_mean_lies_between() -> None:
    for metric in ("AR6GWP100", "AR6GWP20"):
        assert gwp("CH4 non-fossil", metric) < gwp("CH4", metric) < gwp("CH4 fossil", metric)
    assert (gwp("CH4 fossil", "AR6GWP100"), gwp("CH4 non-fossil", "AR6GWP100")) == (29.8, 27.0)


def test_the_erratum_of_ar6_on_sulphur_hexafluoride_is_applied_and_told() -> None:
    entry = find_gwp("SF6", "AR6GWP100")
    assert (entry.value, entry.superseded) == (24300, 25200)
    assert "erratum" in entry.note
    assert [pair for pair in ENTRIES if find_gwp(*pair).superseded] == [("SF6", "AR6GWP100")]


@pytest.mark.parametrize("spelling", ["HFC134a", "HFC-134a", "hfc-134A", "HFC 134a"])
def test_a_gas_may_be_written_in_the_usual_ways(spelling: str) -> None:
    assert gwp(spelling, "AR4GWP100") == 1430


def test_an_unknown_set_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"'AR6' is not a set of warming potentials; there are .*AR6GWP100"):
        gwp("CH4", "AR6")


def test_an_unknown_gas_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"'argon' has no warming potential here; .*CH4"):
        gwp("argon", "AR6GWP100")


def test_a_gas_that_a_set_leaves_out_is_refused_with_the_sets_that_give_it() -> None:
    with pytest.raises(UsageError, match=re.escape("SARGWP100 gives no warming potential for NF3; take one of TAR")):
        gwp("NF3", "SARGWP100")


@given(st.sampled_from(ENTRIES))
def test_every_potential_is_positive_and_no_gas_but_carbon_dioxide_counts_one(pair: tuple[str, str]) -> None:
    gas, metric = pair
    assert gwp(gas, metric) > 1 or gas == "CO2"


@given(st.text(), st.text())
def test_any_other_words_are_refused(gas: str, metric: str) -> None:
    if (gas, metric) not in ENTRIES:
        with pytest.raises(UsageError):
            find_gwp(gas, metric if metric in GWP_SETS else "none of them")
