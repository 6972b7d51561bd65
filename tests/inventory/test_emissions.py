"""Emissions of every Party by gas, basis, metric and source."""

from __future__ import annotations

import time

import pytest

from parley.errors import InventoryError
from parley.inventory import all_emissions, bunker_emissions, emissions, total
from parley.inventory.offers import OFFERS
from parley.inventory.tables import Wide, read_text
from parley.terms.parties import parties
from parley.terms.units import unit

COUNTRIES = [code for code, party in parties().items() if not party.is_group and code != "EUU"]


def test_the_default_is_all_gases_without_land_use_by_edgar() -> None:
    china = emissions("CHN")
    assert (china.gas, china.basis, china.unit, china.source.key) == (
        "GHG",
        "excl_lulucf",
        "MtCO2e (AR5GWP100)",
        "edgar",
    )
    assert china.value(2019) == 14275.531
    assert china.span == (1970, 2023)


@pytest.mark.parametrize(
    ("gas", "basis", "source", "value"),
    [
        ("GHG", "excl_lulucf", "edgar", 14275.531),
        ("GHG", "excl_lulucf", "climatewatch", 12732.25),
        ("GHG", "incl_lulucf", "edgar+gcb", 14057.931),
        ("GHG", "incl_lulucf", "climatewatch", 12085.05),
        ("GHG", "incl_lulucf", "jones", 12614.095),
        ("GHG", "lulucf", "climatewatch", -647.2),
        ("CO2", "fossil", "gcb", 10713.984),
        ("CO2", "fossil", "edgar", 11850.593),
        ("CO2", "incl_lulucf", "gcb", 10496.384),
        ("CO2", "incl_lulucf", "gcb-blue", 10488.223),
        ("CO2", "lulucf", "gcb", -217.6),
        ("CO2", "lulucf", "gcb:OSCAR", -363.01),
        ("CO2", "consumption", "gcb", 9931.447),
        ("CH4", "excl_lulucf", "edgar", 1626.063),
        ("CH4", "incl_lulucf", "jones", 1699.523),
        ("N2O", "excl_lulucf", "edgar", 400.004),
        ("F-gases", "excl_lulucf", "edgar", 398.872),
    ],
)
def test_china_of_2019_on_each_basis_by_each_source(gas: str, basis: str, source: str, value: float) -> None:
    series = emissions("CHN", gas=gas, basis=basis, source=source)
    assert series.value(2019) == pytest.approx(value, abs=1e-6)
    assert series.source.key == source


def test_carbon_dioxide_without_land_use_is_fossil_carbon_dioxide() -> None:
    assert emissions("IND", gas="CO2") == emissions("IND", gas="CO2", basis="fossil")


def test_every_offer_has_the_world_and_its_source() -> None:
    for offer in OFFERS:
        world = emissions("WLD", gas=offer.gas, basis=offer.basis, source=offer.key)
        assert world.source.citation
        assert world.source.licence
        assert world.years


def test_every_figure_has_a_unit_with_its_metric() -> None:
    for series in all_emissions("BRA"):
        assert unit(series.unit).metric in ("AR4GWP100", "AR5GWP100", "AR6GWP100")


def test_sources_that_differ_are_shown_side_by_side() -> None:
    keys = [(series.basis, series.source.key) for series in all_emissions("USA")]
    assert keys == [
        ("excl_lulucf", "edgar"),
        ("excl_lulucf", "climatewatch"),
        ("incl_lulucf", "edgar+gcb"),
        ("incl_lulucf", "climatewatch"),
        ("incl_lulucf", "jones"),
        ("lulucf", "climatewatch"),
    ]


def test_all_sources_of_one_basis_can_be_had() -> None:
    keys = [series.source.key for series in all_emissions("USA", gas="CO2", basis="lulucf")]
    assert keys == ["gcb", "gcb:H&C2023", "gcb:OSCAR", "gcb:LUCE", "gcb-blue"]


def test_the_mean_of_land_use_is_that_of_the_source() -> None:
    mean, *models = all_emissions("BRA", gas="CO2", basis="lulucf")
    assert mean.value(2019) == pytest.approx(sum(model.value(2019) for model in models) / 4, abs=0.01)


def test_nearly_every_country_has_figures_from_two_sources() -> None:
    with_two = [code for code in COUNTRIES if len({s.source.key for s in all_emissions(code, gas="CO2")}) >= 2]
    members_of_the_un = 193
    assert len(with_two) >= members_of_the_un


def test_a_default_falls_to_the_next_source_and_says_so() -> None:
    serbia = emissions("SRB")
    assert serbia.source.key == "climatewatch"
    assert "EDGAR has Serbia only together with others" in serbia.note


def test_a_sum_over_members_equals_the_sum_of_their_series() -> None:
    whole = emissions("USA+IND+JPN")
    parts = total(emissions(code) for code in ("USA", "IND", "JPN"))
    assert whole.value(2010) == pytest.approx(parts.value(2010))


def test_a_member_without_figures_is_named() -> None:
    assert "without" in emissions("USA+ATA").note
    assert "ATA" in emissions("USA+ATA").note


def test_what_the_source_counts_with_a_country_is_not_missing() -> None:
    assert "without" not in emissions("ESP+AND").note


class TestMetric:
    def test_methane_follows_its_weight(self) -> None:
        old, new = (emissions("IND", gas="CH4", gwp=gwp) for gwp in ("AR5GWP100", "AR6GWP100"))
        assert new.value(2019) / old.value(2019) == pytest.approx(27.9 / 28)
        assert new.unit == "MtCO2e (AR6GWP100)"

    def test_methane_and_nitrous_oxide_can_be_had_in_mass(self) -> None:
        methane = emissions("CHN", gas="CH4", gwp="mass")
        assert (methane.unit, methane.value(2019)) == ("MtCH4", pytest.approx(1626.063 / 28))
        assert emissions("CHN", gas="N2O", gwp="mass").value(2019) == pytest.approx(400.004 / 265)

    def test_all_gases_are_converted_gas_by_gas_and_f_gases_are_left_with_a_note(self) -> None:
        series = emissions("CHN", gwp="AR6GWP100")
        parts = 11850.593 + 1626.063 * 27.9 / 28 + 400.004 * 273 / 265 + 398.872
        assert series.value(2019) == pytest.approx(parts)
        assert "F-gases are left under AR5GWP100" in series.note

    def test_the_metric_of_the_source_changes_nothing(self) -> None:
        assert emissions("CHN", gwp="AR5GWP100").values == emissions("CHN").values

    def test_a_country_without_f_gases_is_converted_too(self) -> None:
        assert emissions("TUV", gwp="AR4GWP100").value(2019) > 0

    def test_carbon_dioxide_alone_is_the_same_under_every_metric(self) -> None:
        assert emissions("CHN", gas="CO2", gwp="AR4GWP100") == emissions("CHN", gas="CO2")

    def test_a_total_that_is_not_given_by_gas_is_not_converted(self) -> None:
        with pytest.raises(InventoryError, match="only as CO2-equivalents under AR4GWP100"):
            emissions("CHN", gwp="AR6GWP100", source="climatewatch")

    def test_f_gases_alone_are_not_converted(self) -> None:
        with pytest.raises(InventoryError, match="cannot be put under AR6GWP100"):
            emissions("CHN", gas="F-gases", gwp="AR6GWP100")

    def test_of_all_sources_those_that_cannot_be_converted_say_so(self) -> None:
        left = [series for series in all_emissions("CHN", gwp="AR6GWP100") if "cannot be put under" in series.note]
        assert {series.source.key for series in left} == {"climatewatch"}
        assert all(series.unit == "MtCO2e (AR4GWP100)" for series in left)

    @pytest.mark.parametrize("gwp", ["AR9GWP100", "AR6", "28", ""])
    def test_a_metric_that_is_none_is_refused(self, gwp: str) -> None:
        with pytest.raises(InventoryError, match="gwp="):
            emissions("CHN", gwp=gwp)


class TestBunkers:
    def test_the_world_is_the_countries_and_the_bunkers(self) -> None:
        table = Wide(read_text("edgar_emissions.csv.gz"))
        countries = sum(
            (table.row(code, "GHG") or {}).get(2019, 0.0)
            for code in table.parties("GHG")
            if code not in ("WLD", "EUU", "AIR", "SEA")
        )
        world = emissions("WLD").value(2019)
        assert countries + bunker_emissions().value(2019) == pytest.approx(world, rel=1e-5)

    def test_bunkers_are_converted_like_the_world(self) -> None:
        assert bunker_emissions(gwp="AR6GWP100").unit == "MtCO2e (AR6GWP100)"
        assert bunker_emissions(gwp="AR6GWP100").value(2019) > bunker_emissions().value(2019)

    @pytest.mark.parametrize(
        ("gas", "source", "value"),
        [("CO2", "gcb", 1250.779), ("CO2", "edgar", 1318.998), ("GHG", "climatewatch", 1324.51)],
    )
    def test_each_source_has_its_own(self, gas: str, source: str, value: float) -> None:
        assert bunker_emissions(gas=gas, source=source).value(2019) == pytest.approx(value, abs=1e-3)

    def test_a_source_without_them_says_so(self) -> None:
        with pytest.raises(InventoryError, match="does not give international aviation"):
            bunker_emissions(basis="incl_lulucf", source="jones")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"gas": "CO3"}, "no gas of the inventory; there are CO2, CH4"),
        ({"basis": "net"}, "no basis of the inventory; there are fossil"),
        ({"gas": "CO2", "basis": "lulucf", "source": "edgar"}, "of CO2 there are: consumption by gcb"),
        ({"gas": "F-gases", "basis": "consumption"}, "there are no figures of F-gases consumption"),
        ({"source": "guess"}, "no figures of GHG excl_lulucf by guess"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(arguments: dict[str, str], words: str) -> None:
    with pytest.raises(InventoryError, match=words):
        emissions("CHN", **arguments)  # type: ignore[arg-type]


def test_a_party_without_data_is_told_with_the_reason() -> None:
    with pytest.raises(InventoryError, match=r"Antarctica has no GHG.*EDGAR lacks ATA"):
        emissions("ATA")


@pytest.mark.parametrize("year", [1849, 1969, 2024, 2050])
def test_a_year_out_of_range_is_told_with_the_range(year: int) -> None:
    with pytest.raises(InventoryError, match="1970 to 2023"):
        emissions("CHN").value(year)


@pytest.mark.parametrize("name", ["edgar_emissions.csv.gz", "carbon.csv.gz", "land_co2.csv.gz", "electricity.csv.gz"])
def test_a_table_is_opened_in_a_tenth_of_a_second(name: str) -> None:
    started = time.perf_counter()
    Wide(read_text(name))
    assert time.perf_counter() - started < 0.1
