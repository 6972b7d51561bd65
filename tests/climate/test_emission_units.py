"""Units of emissions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.climate.emission_units import is_emission_unit, to_native
from parley.climate.species import EMITTED, species
from parley.errors import ScenarioError

POWERS = {"t": 0, "Mg": 0, "kt": 3, "Gg": 3, "Mt": 6, "Tg": 6, "Gt": 9, "Pg": 9}


@pytest.mark.parametrize("name", EMITTED)
def test_the_unit_of_a_species_changes_nothing(name: str) -> None:
    assert to_native(species()[name].unit, name) == 1.0


@pytest.mark.parametrize(
    ("unit", "name", "factor"),
    [
        ("Mt CO2/yr", "CO2 FFI", 1e-3),
        ("MtCO2/yr", "CO2 AFOLU", 1e-3),
        ("GtC/yr", "CO2 FFI", 44.009 / 12.011),
        ("Mt C/yr", "CO2 AFOLU", 44.009 / 12.011 / 1000),
        ("PgC yr-1", "CO2 FFI", 44.009 / 12.011),
        ("GtCO₂ yr⁻¹", "CO2 FFI", 1.0),
        ("t CO2 per year", "CO2 FFI", 1e-9),
        ("kt N2O/yr", "N2O", 1e-3),
        ("Mt N2ON/yr", "N2O", 44.013 / 28.014),
        ("Tg N2O-N/yr", "N2O", 44.013 / 28.014),
        ("Mt N/yr", "NOx", 46.006 / 14.007),
        ("Mt NO/yr", "NOx", 46.006 / 30.006),
        ("Mt S/yr", "Sulfur", 64.069 / 32.06),
        ("Gg SO2/a", "Sulfur", 1e-3),
        ("Tg CH4/year", "CH4", 1.0),
        ("Mt NMVOC/yr", "VOC", 1.0),
        ("Tg C/yr", "BC", 1.0),
        ("Mt N/yr", "NH3", 17.031 / 14.007),
        ("kt HFC4310/yr", "HFC-4310mee", 1.0),
        ("kt HFC43-10/yr", "HFC-4310mee", 1.0),
        ("t c-C4F8/yr", "c-C4F8", 1e-3),
        ("kt/yr", "SF6", 1.0),
    ],
)
def test_a_mass_of_the_species_is_converted(unit: str, name: str, factor: float) -> None:
    assert to_native(unit, name) == pytest.approx(factor, rel=1e-15)


@pytest.mark.parametrize(
    ("unit", "name", "why"),
    [
        ("Mt CO2-equiv/yr", "SF6", "depends on the metric"),
        ("MtCO2e/yr", "CH4", "depends on the metric"),
        ("Mt CO2eq/yr", "CO2 FFI", "depends on the metric"),
        ("kt HFC134a-equiv/yr", "HFC-134a", "depends on the metric"),
        ("Mt NOx/yr", "NOx", "nitrogen, NO or NO2"),
        ("Mt/yr", "NOx", "nitrogen, NO or NO2"),
        ("Gt/yr", "CO2 FFI", "carbon or of CO2"),
        ("Mt SOx/yr", "Sulfur", "sulphur or of SO2"),
        ("Mt CH4/yr", "N2O", "another substance"),
        ("kt HFC125/yr", "HFC-134a", "another substance"),
        ("Mt CO/yr", "CO2 FFI", "another substance"),
        ("Mt C/yr", "VOC", "a mixture"),
        ("Mt CO2", "CO2 FFI", "not a unit"),
        ("W/m2", "CH4", "not a unit"),
        ("mt CH4/yr", "CH4", "not a unit"),
        ("Mt CH4/day", "CH4", "not a unit"),
    ],
)
def test_what_is_no_mass_of_the_species_is_refused_with_its_own_unit(unit: str, name: str, why: str) -> None:
    with pytest.raises(ScenarioError, match=why) as refusal:
        to_native(unit, name)
    assert species()[name].unit in str(refusal.value)


@given(st.sampled_from(EMITTED), st.sampled_from(sorted(POWERS)), st.sampled_from(["/yr", " yr-1", "/a", " per year"]))
def test_any_prefix_and_way_to_say_a_year_means_the_same_mass(name: str, mass: str, time: str) -> None:
    own, _, substance = species()[name].unit.partition(" ")
    unit = f"{mass} {substance.removesuffix('/yr')}{time}"
    assert to_native(unit, name) == pytest.approx(10.0 ** (POWERS[mass] - POWERS[own]), rel=1e-15)


@given(st.sampled_from(sorted(POWERS)), st.sampled_from(sorted(POWERS)), st.floats(1e-6, 1e6))
def test_there_and_back_gives_the_same_figure(one: str, other: str, value: float) -> None:
    there = value * to_native(f"{one} CH4/yr", "CH4") / to_native(f"{other} CH4/yr", "CH4")
    back = there * to_native(f"{other} CH4/yr", "CH4") / to_native(f"{one} CH4/yr", "CH4")
    assert back == pytest.approx(value, rel=1e-14)


def test_a_mass_a_year_is_told_from_other_units() -> None:
    assert is_emission_unit("Mt Hg/yr")
    assert not is_emission_unit("million")
    assert not is_emission_unit("EJ/yr")
    assert not is_emission_unit("US$2010/t CO2")
