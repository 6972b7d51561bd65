"""The base of every Party: history as the sources have it, each area once, and current policy after the data year."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.errors import InventoryError
from parley.inventory import emissions, pledges_of_record, use_newer
from parley.inventory.offers import LAND
from parley.inventory.tables import wide
from parley.pathways.areas import area_of, areas
from parley.pathways.axes import CH4, CO2_FFI, CO2_LAND, F_GASES, GASES, N2O, N_YEARS, YEARS, place, total
from parley.pathways.base import PartyBase, base_parties, bunkers, land_rest, party_base
from parley.pathways.baseline import FASTEST_TREND
from parley.terms.parties import parties

parties_of_the_base = st.sampled_from(base_parties())
data_years = st.integers(2012, 2023)
WITHOUT_LAND = (CO2_FFI, CH4, N2O, F_GASES)

# Parties of which EDGAR has nothing, or only with another.
SMALL = {"AND", "FSM", "LIE", "MCO", "MHL", "MNE", "NIU", "NRU", "PSE", "SMR", "SSD", "TUV", "VAT"}


def world(data_year: int) -> np.ndarray:
    every = [party_base(party, data_year).emissions for party in base_parties()]
    summed: np.ndarray = np.sum([*every, bunkers(data_year).emissions], axis=0)
    summed[CO2_LAND] += land_rest(data_year)
    return summed


@pytest.mark.parametrize(
    ("gas", "kind", "gwp"),
    [(CO2_FFI, "CO2", None), (CH4, "CH4", "mass"), (N2O, "N2O", "mass"), (F_GASES, "F-gases", None)],
)
def test_parties_and_bunkers_sum_to_the_world_of_the_source_in_every_year(gas: int, kind: str, gwp: str | None) -> None:
    basis = "fossil" if kind == "CO2" else "excl_lulucf"
    source = emissions("WLD", gas=kind, basis=basis, source="edgar", gwp=gwp)
    summed = world(2023)[gas]
    for year in range(1990, 2024):
        assert summed[place(year)] == pytest.approx(source.value(year), abs=0.03)


def test_land_use_of_parties_and_the_rest_is_that_of_the_world() -> None:
    source = wide(LAND).row("WLD", "mean")
    assert source is not None
    summed = world(2023)[CO2_LAND]
    for year in range(1990, 2024):
        assert summed[place(year)] == pytest.approx(source[year], abs=1e-9)


def test_what_is_left_of_land_use_is_small() -> None:
    assert np.abs(land_rest(2023)).max() < 60


def test_nobody_is_counted_twice() -> None:
    codes = [code for party in base_parties() for code in areas()[party].codes]
    assert len(codes) == len(set(codes))
    assert not set(parties()["EUU"].members) & set(codes)
    assert not {"WLD", "AIR", "SEA"} & set(codes)


def test_the_eu_is_the_sum_of_its_members() -> None:
    members = np.sum([party_base(member, 2023).emissions for member in parties()["EUU"].members], axis=0)
    union = party_base("EUU", 2023)
    history = slice(0, place(2023) + 1)
    assert union.emissions[:, history] == pytest.approx(members[:, history], abs=0.2)
    gdp = sum(party_base(member, 2023).gdp[1, place(2022)] for member in parties()["EUU"].members)  # type: ignore[index]
    assert union.gdp is not None
    assert union.gdp[1, place(2022)] == pytest.approx(gdp)


def test_serbia_has_the_figures_of_serbia_and_montenegro() -> None:
    assert party_base("SRB", 2023).emissions[CO2_FFI, place(2019)] == emissions(
        "SCG", gas="CO2", basis="fossil", source="edgar"
    ).value(2019)
    assert "EDGAR counts Montenegro with Serbia" in party_base("SRB", 2023).notes


@pytest.mark.parametrize(("part", "whole"), [("MNE", "SRB"), ("SSD", "SDN"), ("LIE", "CHE")])
def test_an_area_that_is_counted_with_another_says_with_which(part: str, whole: str) -> None:
    with pytest.raises(InventoryError, match=f"ask for {whole}"):
        party_base(part, 2023)


@pytest.mark.parametrize("party", ["TUV", "WLD", "AIR", "G20", "Atlantis"])
def test_what_edgar_has_no_country_of_has_no_base(party: str) -> None:
    with pytest.raises(InventoryError, match=party):
        area_of(party)


@pytest.mark.parametrize("year", [1999, 2024])
def test_a_data_year_without_figures_is_refused(year: int) -> None:
    with pytest.raises(InventoryError, match=str(year)):
        party_base("CHN", year)
    with pytest.raises(InventoryError, match=str(year)):
        bunkers(year)


@given(parties_of_the_base, data_years)
@settings(deadline=None, max_examples=60)
def test_gases_are_never_negative_and_always_numbers(party: str, data_year: int) -> None:
    base = party_base(party, data_year)
    assert base.emissions.shape == (len(GASES), N_YEARS)
    assert np.isfinite(base.emissions).all()
    assert (base.emissions[list(WITHOUT_LAND)] >= 0).all()


@given(parties_of_the_base, data_years)
@settings(deadline=None, max_examples=60)
def test_history_is_the_same_whatever_the_data_year(party: str, data_year: int) -> None:
    history = slice(0, place(data_year) + 1)
    older, newest = party_base(party, data_year), party_base(party, 2023)
    assert (older.emissions[:, history] == newest.emissions[:, history]).all()


@given(parties_of_the_base, data_years)
@settings(deadline=None, max_examples=60)
def test_the_projection_sets_out_from_the_data_year(party: str, data_year: int) -> None:
    base = party_base(party, data_year).emissions[list(WITHOUT_LAND)]
    last, following = base[:, place(data_year)], base[:, place(data_year) + 1]
    assert (following <= last * np.exp(FASTEST_TREND)).all()
    assert (following >= last * np.exp(-FASTEST_TREND)).all()


@given(parties_of_the_base, data_years)
@settings(deadline=None, max_examples=60)
def test_land_use_steps_no_further_than_the_data_year_was_from_its_recent_mean(party: str, data_year: int) -> None:
    land = party_base(party, data_year).emissions[CO2_LAND]
    recent = land[place(data_year - 4) : place(data_year) + 1]
    assert land[place(data_year) + 1] == pytest.approx(recent.mean())


@given(parties_of_the_base, data_years)
@settings(deadline=None, max_examples=30)
def test_land_spread_opens_after_the_data_year_to_both_sides(party: str, data_year: int) -> None:
    low, high = party_base(party, data_year).land_spread
    known = slice(0, place(data_year) + 1)
    assert not low[known].any()
    assert not high[known].any()
    assert (low <= 0).all()
    assert (high >= 0).all()


@given(parties_of_the_base, data_years)
@settings(deadline=None, max_examples=30)
def test_economies_are_known_to_the_data_year_at_most_and_ordered_after_it(party: str, data_year: int) -> None:
    gdp = party_base(party, data_year).gdp
    if gdp is None:
        assert any("no figure of the economy" in note for note in party_base(party, data_year).notes)
        return
    slow, central, fast = gdp
    after = data_year < YEARS
    assert (slow[after] < central[after]).all()
    assert (central[after] < fast[after]).all()
    assert (gdp > 0).all()


def test_a_base_made_anew_has_the_same_bytes() -> None:
    first = party_base("IND", 2023)
    use_newer(None)
    second = party_base("IND", 2023)
    assert first is not second
    assert first.emissions.tobytes() == second.emissions.tobytes()
    assert first.land_spread.tobytes() == second.land_spread.tobytes()


def test_a_base_cannot_be_changed_by_who_asked_for_it() -> None:
    base = party_base("IND", 2023)
    for array in (base.emissions, base.land_spread, base.gdp, base.inventory_land, land_rest(2023)):
        assert array is not None
        with pytest.raises(ValueError, match="read-only"):
            array[..., 0] = 1.0


def test_bunkers_are_flat_and_apart() -> None:
    base = bunkers(2019)
    source = sum(emissions(code, source="edgar").value(2019) for code in ("AIR", "SEA"))
    assert total(base.emissions, "AR5GWP100")[place(2019)] == pytest.approx(source, abs=0.01)
    assert (base.emissions[:, place(2019) :] == base.emissions[:, [place(2019)]]).all()


def test_each_figure_names_its_source() -> None:
    sources = {name: source.key for name, source in party_base("IDN", 2023).sources.items()}
    assert sources == {
        "emissions": "edgar",
        "co2_land": "gcb",
        "growth": "ssp245",
        "inventory_land": "climatewatch",
        "gdp": "maddison",
    }
    assert party_base("CHN", 2023).sources["gdp"].key == "growth"


def test_what_a_base_lacks_is_said() -> None:
    base = party_base("GRL", 2023)
    assert base.inventory_land is None
    assert base.gdp is None
    assert set(base.sources) == {"emissions", "growth"}
    assert len(base.notes) == 3


@pytest.mark.parametrize("party", ["CHN", "BRA", "NAM"])
def test_land_use_of_inventories_is_held_after_its_last_year(party: str) -> None:
    base = party_base(party, 2023)
    assert base.inventory_land is not None
    assert (base.inventory_land[place(2020) :] == base.inventory_land[place(2020)]).all()
    assert np.isfinite(base.inventory_land).all()


def test_current_policy_is_within_what_the_emissions_gap_report_of_2024_gives_for_2030() -> None:
    with_land = total(world(2023)) / 1e3
    assert with_land[place(2023)] == pytest.approx(57.1, rel=0.01)
    assert 53 <= with_land[place(2030)] <= 59


def test_every_party_with_a_pledge_of_record_has_a_base_or_is_counted_with_another_or_small() -> None:
    pledged = {pledge.party for pledge in pledges_of_record(shared=False)}
    without = {party for party in pledged if not parties()[party].is_group and party not in base_parties()}
    assert without - set(parties()["EUU"].members) <= SMALL


def test_the_base_of_a_party_is_made_once() -> None:
    base: PartyBase = party_base("BRA", 2023)
    assert party_base("BRA", 2023) is base
