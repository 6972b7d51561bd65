"""Names of emissions as tables write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.climate.emission_names import Role, nearest_species, read_emission_name, species_of_gas
from parley.climate.species import EMITTED, species


@pytest.mark.parametrize("name", EMITTED)
def test_every_species_is_known_by_its_name_its_variable_and_its_other_names(name: str) -> None:
    entry = species()[name]
    for written in (name, entry.iamc, *entry.aliases):
        assert read_emission_name(written).species == name
        assert read_emission_name(written).role is Role.SPECIES


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Emissions|CO2|AFOLU", "CO2 AFOLU"),
        ("Emissions|CO2|MAGICC AFOLU", "CO2 AFOLU"),
        ("Emissions|CO2|Biosphere", "CO2 AFOLU"),
        ("Emissions|CO2|Energy and Industrial Processes", "CO2 FFI"),
        ("Emissions|CO2|MAGICC Fossil and Industrial", "CO2 FFI"),
        ("CO2|Fossil", "CO2 FFI"),
        ("co2 ffi", "CO2 FFI"),
        ("Emissions|F-Gases|HFC|HFC134a", "HFC-134a"),
        ("Emissions|HFC|HFC43-10", "HFC-4310mee"),
        ("HFC-43-10mee", "HFC-4310mee"),
        ("Emissions|Montreal Gases|CFC|CFC11", "CFC-11"),
        ("Emissions|Montreal Gases|Halon1211", "Halon-1211"),
        ("Emissions|PFC|cC4F8", "c-C4F8"),
        ("Emissions|SOx", "Sulfur"),
        ("Emissions|NMVOC", "VOC"),
        ("AR6 climate diagnostics|Infilled|Emissions|CH4", "CH4"),
        (" Emissions | CH4 ", "CH4"),
    ],
)
def test_names_of_other_conventions_are_read(written: str, name: str) -> None:
    assert read_emission_name(written).species == name


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Emissions|CO2", Role.CO2_TOTAL),
        ("CO2", Role.CO2_TOTAL),
        ("Emissions|CO2|Energy", Role.CO2_ENERGY),
        ("Emissions|CO2|Industrial Processes", Role.CO2_INDUSTRY),
        ("Emissions|CO2|Energy|Supply", Role.SECTOR),
        ("Emissions|CO2|MAGICC AFOLU|Agriculture", Role.SECTOR),
        ("Emissions|CO2|AFOLU [NGHGI]", Role.SECTOR),
        ("Emissions|CH4|AFOLU", Role.SECTOR),
        ("Emissions|Kyoto Gases", Role.BASKET),
        ("Emissions|Kyoto Gases (AR6-GWP100)", Role.BASKET),
        ("Emissions|F-Gases", Role.BASKET),
        ("Emissions|HFC", Role.BASKET),
        ("Emissions|HFC|Industrial Processes", Role.BASKET),
        ("Emissions|Halon-1202", Role.NOT_MODELLED),
        ("NOx aviation", Role.NOT_MODELLED),
        ("Emissions|HFC|HFC245ca", Role.NOT_MODELLED),
        ("Primary Energy|Coal", Role.OTHER),
        ("Gross Emissions|CO2", Role.OTHER),
        ("Price|Carbon", Role.OTHER),
        ("Emissions", Role.OTHER),
        ("Emissions|HFC|HFC134b", Role.UNKNOWN),
        ("C4F8", Role.UNKNOWN),
    ],
)
def test_what_is_no_species_is_told_apart(written: str, role: Role) -> None:
    assert read_emission_name(written).role is role


def test_the_nearest_species_is_proposed_for_a_slip_and_none_for_nonsense() -> None:
    assert nearest_species("Emissions|HFC|HFC134b") == "HFC-134a"
    assert nearest_species("C4F8") == "c-C4F8"
    assert nearest_species("Population") is None


def test_the_gas_of_a_unit_is_read_alone() -> None:
    assert species_of_gas("HFC4310") == "HFC-4310mee"
    assert species_of_gas("CO2") is None


@given(st.sampled_from(EMITTED), st.randoms(use_true_random=False))
def test_case_and_blanks_do_not_matter(name: str, random: object) -> None:
    mixed = "".join(letter.upper() if random.random() < 0.5 else letter.lower() for letter in f" {name} ")  # type: ignore[attr-defined]
    assert read_emission_name(mixed).species == name


@given(st.text(max_size=30))
def test_any_text_has_a_role(written: str) -> None:
    read = read_emission_name(written)
    assert (read.species in EMITTED) == (read.role in (Role.SPECIES, Role.SECTOR) and read.species != "")
