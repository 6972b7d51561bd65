"""The accounting bases of emissions, and which of them words allow."""

from __future__ import annotations

import pytest

from parley.checking.bases import emission_ways, kinds


def allowed(gas: str | None, basis: str | None) -> set[str]:
    return {f"{kind.gas} {kind.basis}" for kind in kinds(gas, basis) if kind.on_words}


@pytest.mark.parametrize(
    ("gas", "basis", "expected"),
    [
        (None, None, {"GHG excl_lulucf", "GHG incl_lulucf", "CO2 fossil", "CO2 incl_lulucf"}),
        ("GHG", None, {"GHG excl_lulucf", "GHG incl_lulucf"}),
        ("CO2", None, {"CO2 fossil", "CO2 incl_lulucf"}),
        ("CO2", "fossil", {"CO2 fossil"}),
        (None, "fossil", {"CO2 fossil"}),
        (None, "incl_lulucf", {"GHG incl_lulucf", "CO2 incl_lulucf"}),
        ("GHG", "excl_lulucf", {"GHG excl_lulucf"}),
        ("CO2", "consumption", {"CO2 consumption"}),
        ("CH4", None, {"CH4 excl_lulucf", "CH4 incl_lulucf"}),
        ("F-gases", None, {"F-gases excl_lulucf"}),
        (None, "lulucf", {"CO2 lulucf", "GHG lulucf"}),
    ],
)
def test_words_allow_the_bases_that_a_careful_reader_might_mean(
    gas: str | None, basis: str | None, expected: set[str]
) -> None:
    assert allowed(gas, basis) == expected


def test_bases_on_the_words_come_first() -> None:
    order = [kind.on_words for kind in kinds("CO2", None)]
    assert order == sorted(order, reverse=True)


def test_every_large_party_has_two_sources_for_each_gas() -> None:
    for gas in ("CO2", "GHG"):
        sources = {way.account.source for way in emission_ways("IND", gas, None) if way.on_words}
        assert len(sources) >= 2


def test_other_metrics_are_accounts_of_their_own() -> None:
    bases = {way.account.basis for way in emission_ways("IND", "GHG", "excl_lulucf", True)}
    assert {f"all greenhouse gases without land use ({metric})" for metric in ("AR4", "AR5", "AR6")} <= bases


def test_bookkeeping_models_are_heard_only_on_land_use_itself() -> None:
    assert not any("OSCAR" in way.account.source for way in emission_ways("BRA", None, None))
    assert any("OSCAR" in way.account.source for way in emission_ways("BRA", "CO2", "lulucf"))
