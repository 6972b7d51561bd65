"""Figures per head, and sums over years."""

from __future__ import annotations

from datetime import date

import pytest

from parley.errors import InventoryError
from parley.inventory import (
    coal_capacity,
    cumulative,
    electricity,
    electricity_share,
    emissions,
    gdp,
    per_head,
    population,
)


class TestPerHead:
    def test_emissions_are_in_tonnes_a_head(self) -> None:
        china = per_head(emissions("CHN"))
        assert (china.unit, china.quantity) == ("tCO2e (AR5GWP100)", "emissions per head")
        assert china.value(2019) == pytest.approx(14275.531e6 / 1423520354)

    def test_the_population_s_source_is_said(self) -> None:
        assert "World Population Prospects" in per_head(emissions("CHN")).note

    def test_the_world_per_head_shares_bunkers_and_says_so(self) -> None:
        assert "shipping are shared among all" in per_head(emissions("WLD")).note

    def test_a_group_is_divided_by_its_own_people(self) -> None:
        value = per_head(emissions("USA+EUU")).value(2019)
        people = population("USA").value(2019) + population("EUU").value(2019)
        assert value == pytest.approx((6212.457 + 3678.016) * 1e6 / people, rel=1e-4)

    def test_people_are_those_of_the_members_counted(self) -> None:
        day = date(2019, 6, 1)
        group = emissions("BRICS", on=day)
        heads = sum(population(code).value(2019) for code in ("BRA", "CHN", "IND", "RUS", "ZAF"))
        assert per_head(group).value(2019) == pytest.approx(group.value(2019) * 1e6 / heads)

    def test_members_without_figures_are_not_among_the_people(self) -> None:
        assert per_head(emissions("USA+PRI+UMI")).value(2019) == pytest.approx(
            emissions("USA+PRI").value(2019) * 1e6 / population("USA+PRI").value(2019)
        )

    @pytest.mark.parametrize(
        ("series", "unit"),
        [
            (emissions("CHN", gas="CO2"), "tCO2"),
            (emissions("CHN", gas="CH4", gwp="mass"), "tCH4"),
            (electricity("CHN"), "kWh"),
            (coal_capacity("CHN"), "W"),
            (gdp("CHN"), "USD"),
            (gdp("CHN", "ppp"), "international dollars of 2011"),
        ],
    )
    def test_each_quantity_has_the_unit_of_one_person(self, series: object, unit: str) -> None:
        assert per_head(series).unit == unit  # type: ignore[arg-type]

    def test_a_share_is_not_divided(self) -> None:
        with pytest.raises(InventoryError, match="a rate already"):
            per_head(electricity_share("CHN", "coal"))
        with pytest.raises(InventoryError, match="a rate already"):
            per_head(per_head(emissions("CHN")))


class TestCumulative:
    def test_a_sum_grows_by_each_year(self) -> None:
        whole, yearly = cumulative("GBR"), emissions("GBR", gas="CO2")
        assert whole.value(2019) - whole.value(2018) == pytest.approx(yearly.value(2019))

    def test_the_sum_since_1850_is_that_of_its_years(self) -> None:
        assert cumulative("USA").value(2019) == pytest.approx(
            sum(emissions("USA", gas="CO2").between(1850, 2019).values)
        )

    @pytest.mark.parametrize(("party", "mt"), [("GBR", 78487.953), ("CHN", 226924.891), ("BRA", 15813.457)])
    def test_since_1750_it_is_what_the_source_says(self, party: str, mt: float) -> None:
        assert cumulative(party, since=1750).value(2019) == pytest.approx(mt, abs=0.05)

    def test_land_use_counts_before_the_first_coal_did(self) -> None:
        china = cumulative("CHN", basis="incl_lulucf")
        assert china.source.key == "gcb-blue"
        assert china.value(1900) > 0
        assert emissions("CHN", gas="CO2").span[0] > 1900

    def test_a_source_that_begins_later_is_taken_only_for_later_years(self) -> None:
        assert cumulative("CHN", basis="incl_lulucf", since=1990).source.key == "gcb"
        assert cumulative("CHN", gas="GHG", basis="excl_lulucf", since=1970).source.key == "edgar"

    def test_a_sum_since_a_later_year_is_smaller(self) -> None:
        assert cumulative("DEU", since=1990).value(2019) < cumulative("DEU").value(2019)

    def test_a_group_is_the_sum_of_its_members(self) -> None:
        parts = sum(cumulative(code).value(2019) for code in ("CHN", "IND"))
        assert cumulative("CHN+IND").value(2019) == pytest.approx(parts)

    def test_gaps_are_said(self) -> None:
        assert "no figures for" in cumulative("ARM").note
        assert "no figures for" not in cumulative("USA").note

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ({"since": 1700}, r"since 1700; there are: gcb from 1750 on, edgar from 1970 on"),
            ({"since": 1850, "gas": "GHG", "basis": "excl_lulucf"}, "edgar from 1970 on, climatewatch from 1990 on"),
            ({"since": 1750, "basis": "incl_lulucf"}, "gcb from 1990 on, gcb-blue from 1850 on"),
            ({"gas": "F-gases", "basis": "consumption"}, "none at all"),
        ],
    )
    def test_no_sum_reaches_back_further_than_its_source(self, arguments: dict[str, object], words: str) -> None:
        with pytest.raises(InventoryError, match=words):
            cumulative("CHN", **arguments)  # type: ignore[arg-type]

    def test_a_party_without_data_is_refused(self) -> None:
        with pytest.raises(InventoryError, match="no CO2 emissions fossil of ATA"):
            cumulative("ATA", basis="fossil", source="edgar", since=1970)
