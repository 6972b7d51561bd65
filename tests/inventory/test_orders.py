"""Places in an order from whole arrays, against series read one by one."""

from __future__ import annotations

import pytest

from parley.errors import InventoryError
from parley.inventory.emissions import emissions
from parley.inventory.orders import emitters, gathered
from parley.inventory.people import population
from parley.inventory.ranking import COUNTRIES, WITH_EU, candidates, rank_emitters, rank_of
from parley.inventory.rates import cumulative, per_head

BASES = [("CO2", "fossil", "gcb"), ("GHG", "excl_lulucf", "edgar"), ("GHG", "incl_lulucf", "climatewatch")]


@pytest.mark.parametrize(("gas", "basis", "source"), BASES)
@pytest.mark.parametrize("rate", ["", "per head"])
@pytest.mark.parametrize("among", [COUNTRIES, WITH_EU, "G20"])
def test_places_are_those_of_the_ranking(gas: str, basis: str, source: str, rate: str, among: str) -> None:
    field = emitters(gas, basis, source, rate)
    ranking = rank_emitters(2019, gas=gas, basis=basis, source=source, among=among, rate=rate)
    for place in ranking.places[:30]:
        assert field.places(place.party, candidates(among))[2019] == place.rank


def test_places_by_all_ever_emitted_are_those_of_the_ranking() -> None:
    field = emitters("CO2", "fossil", "gcb", "cumulative")
    ranking = rank_emitters(2019, gas="CO2", basis="fossil", source="gcb", rate="cumulative")
    for place in ranking.places[:30]:
        assert field.places(place.party, candidates(COUNTRIES))[2019] == place.rank


@pytest.mark.parametrize("party", ["CHN", "EUU", "DEU", "TUV"])
def test_figures_are_those_of_the_series(party: str) -> None:
    field = emitters("CO2", "fossil", "gcb", "")
    row = dict(zip(field.years, field.values[field.codes.index(party)], strict=True))
    series = emissions(party, gas="CO2", basis="fossil", source="gcb")
    assert {year: value for year, value in row.items() if value == value} == dict(series.items())
    summed = emitters("CO2", "fossil", "gcb", "cumulative")
    last = summed.values[summed.codes.index(party), summed.years.index(2019)]
    assert last == pytest.approx(cumulative(party, gas="CO2", basis="fossil", source="gcb").value(2019))
    per_person = emitters("CO2", "fossil", "gcb", "per head")
    head = per_person.values[per_person.codes.index(party), per_person.years.index(2019)]
    tonnes_in_a_million = 1e6
    assert head * tonnes_in_a_million == pytest.approx(per_head(series).value(2019))


def test_any_series_can_be_put_in_order() -> None:
    field = gathered(population)
    assert [field.places(code, candidates(COUNTRIES))[2019] for code in ("CHN", "IND")] == [1, 2]
    assert field.places("USA", candidates(COUNTRIES))[2019] == rank_of("population", 2019).of("USA").rank


def test_who_has_no_figure_has_no_place() -> None:
    assert emitters("CO2", "fossil", "gcb", "").places("WLD", candidates(COUNTRIES)) == {}


def test_a_source_without_such_figures_is_refused() -> None:
    with pytest.raises(InventoryError, match="nowhere has no CO2 emissions"):
        emitters("CO2", "fossil", "nowhere", "")
