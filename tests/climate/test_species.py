"""The table of emitted species and the constants."""

import math
from collections import Counter

import pytest

from parley.climate.species import EMITTED, MINOR_GASES, SLCFS, constants, species


def test_the_table_has_the_51_emitted_species_in_the_order_of_the_arrays() -> None:
    assert tuple(species()) == EMITTED
    assert len(EMITTED) == len(set(EMITTED)) == 51
    assert len(MINOR_GASES) == 40


def test_no_name_belongs_to_two_species_whatever_its_case() -> None:
    names = Counter(
        name.casefold() for entry in species().values() for name in {entry.name, entry.iamc, *entry.aliases}
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_no_name_is_listed_twice_for_a_species() -> None:
    for entry in species().values():
        names = [entry.name, entry.iamc, *entry.aliases]
        assert len(names) == len(set(names)), entry.name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Emissions|Montreal Gases|CFC|CFC11", "CFC-11"),
        ("Emissions|F-Gases|HFC|HFC134a", "HFC-134a"),
        ("Emissions|HFC|HFC43-10", "HFC-4310mee"),
        ("Emissions|HFC-4310mee", "HFC-4310mee"),
        ("Emissions|SO2", "Sulfur"),
        ("Emissions|Sulfur", "Sulfur"),
        ("Emissions|NMVOC", "VOC"),
        ("Emissions|c-C4F8", "c-C4F8"),
        ("Emissions|F-Gases|PFC|cC4F8", "c-C4F8"),
        ("Emissions|CO2|MAGICC AFOLU", "CO2 AFOLU"),
        ("Emissions|CO2|Energy and Industrial Processes", "CO2 FFI"),
        ("Emissions|Halon-1211", "Halon-1211"),
    ],
)
def test_names_of_other_tools_are_known(name: str, expected: str) -> None:
    owners = [entry.name for entry in species().values() if name in (entry.iamc, *entry.aliases)]
    assert owners == [expected]


def test_total_co2_is_not_taken_for_one_of_its_parts() -> None:
    assert all("CO2" not in entry.aliases and "Emissions|CO2" not in entry.aliases for entry in species().values())


def test_units_are_gigatonnes_of_co2_megatonnes_of_major_species_and_kilotonnes_of_minor_gases() -> None:
    units = {name: entry.unit for name, entry in species().items()}
    assert units["CO2 FFI"] == units["CO2 AFOLU"] == "Gt CO2/yr"
    assert (units["CH4"], units["N2O"]) == ("Mt CH4/yr", "Mt N2O/yr")
    assert (units["NOx"], units["Sulfur"]) == ("Mt NO2/yr", "Mt SO2/yr")
    assert all(units[name].startswith("Mt ") for name in SLCFS)
    assert all(units[name] == f"kt {name.replace('-', '')}/yr" for name in MINOR_GASES)


def test_every_minor_gas_has_all_the_properties_of_a_gas() -> None:
    for name in MINOR_GASES:
        gas = species()[name]
        assert gas.molecular_weight > 10, name
        assert gas.lifetime_years > 0, name
        assert gas.radiative_efficiency > 0, name
        assert gas.g0 >= 0, name
        assert gas.g1 > 0, name
        assert gas.iirf_0 > 0, name
        assert not math.isnan(gas.cl_atoms + gas.br_atoms + gas.fractional_release), name


def test_lifetimes_of_minor_gases_are_scaled_by_nearly_one_at_the_start() -> None:
    """g0 exp(iirf_0 / g1) is one by definition (Leach et al. 2021, eq. 5); g0 is stored with few digits."""
    for name in ("N2O", *MINOR_GASES):
        gas = species()[name]
        if gas.g0 > 0:
            assert gas.g0 * math.exp(gas.iirf_0 / gas.g1) == pytest.approx(1, abs=0.006), name


def test_slcfs_are_no_greenhouse_gases() -> None:
    for name in SLCFS:
        assert math.isnan(species()[name].lifetime_years)
        assert species()[name].baseline_emissions > 0


def test_only_co2_may_be_removed_from_the_air() -> None:
    assert [name for name, entry in species().items() if entry.may_be_negative] == ["CO2 FFI", "CO2 AFOLU"]


def test_figures_are_those_of_the_calibration() -> None:
    assert species()["CFC-11"].radiative_efficiency == 0.25941
    assert species()["C2F6"].g0 == 9.91e-88
    assert species()["N2O"].baseline_emissions == 1.00046404
    assert species()["CH4"].lifetime_years == 16.78837799


def test_constants_are_complete() -> None:
    values = constants()
    assert sum(values[f"co2_partition_{box}"] for box in range(1, 5)) == pytest.approx(1)
    assert values["eesc_baseline_concentration_ppt"] == 344.3627591
    assert values["land_use_forcing_per_gtco2"] == -0.000222468
    assert values["volcanic_efficacy"] == 0.6
    assert {f"methane_sensitivity_{name}" for name in ("CH4", "N2O", "EESC", "temperature", *SLCFS)} <= set(values)


def test_baseline_chlorine_follows_from_the_baseline_of_the_gases() -> None:
    """EESC = sum of (Cl + 45 Br) * release * concentration [ppt]; Halon-1211, counted 29 times, is printed to 1e-5."""
    total = sum(
        (gas.cl_atoms + constants()["eesc_bromine_factor"] * gas.br_atoms)
        * gas.fractional_release
        * gas.baseline_concentration
        for gas in map(species().__getitem__, MINOR_GASES)
    )
    assert total == pytest.approx(constants()["eesc_baseline_concentration_ppt"], abs=3e-4)
