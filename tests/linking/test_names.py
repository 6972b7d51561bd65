"""One person under several names, and two people whose names are near."""

from __future__ import annotations

import pytest

from parley.linking.name_forms import form_of, likeness
from tests.linking.making import named, people_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mira Solberg", "Dr. Mira Solberg"),
        ("Mira Solberg", "Special Envoy Mira SOLBERG"),
        ("Tran Minhduc", "Minhduc TRAN"),
        ("Seo Ha-yun", "Seo Ha Yun"),
        ("Seo Ha-yun", "Hayun Seo"),
        ("Łukasz Wójcik", "Lukasz Wojcik"),
        ("Mira K. Solberg", "Mira Solberg"),
        ("Tony Marsh", "Anthony Marsh"),
        ("Oleksii Havrylenko", "Oleksiy Havrylenko"),
        ("Jürgen Möller", "Juergen Moeller"),
        ("JÃ¼rgen MÃ¶ller", "Jürgen Möller"),
        ("Ursula von der Aue", "Ursula Von Der Aue"),
        ("Mohammed al-Tariq", "Mohamed Al Tariq"),
        ("Renjirō Takeda", "RenjirÅ Takeda"),
        ("M. Solberg", "Mira Solberg"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    role = {"party": "NOR", "role": "climate envoy"}
    people = people_of(named({"name": one, **role}), named({"name": other, **role}, published="2024-06-02"))
    assert len(people) == 1
    assert set(people[0].forms) == {one, other}
    assert people[0].reasons or form_of(one).words == form_of(other).words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xu Wen", "Xue Wen"),
        ("Li Wei", "Li Wen"),
        ("Kari Lunde", "Kari Lund"),
        ("Maria Kovac", "Marta Kovac"),
        ("Anna Larsen", "Anne Larsen"),
        ("Daichi Motoda", "Daichi Komoda"),
    ],
)
def test_near_names_are_two_people(one: str, other: str) -> None:
    assert likeness(form_of(one), form_of(other)) is None
    people = people_of(
        named({"name": one, "party": "NOR"}), named({"name": other, "party": "NOR"}, published="2024-06-02")
    )
    assert len(people) == 2


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    full = named({"name": "Mira Solberg", "party": "NOR"}, {"name": "Magnus Solberg", "party": "NOR"})
    people = people_of(full, named({"name": "M. Solberg", "party": "NOR"}, published="2024-06-02"))
    assert len(people) == 3


def test_a_full_name_of_two_parties_and_offices_is_two_people() -> None:
    people = people_of(
        named({"name": "Kim Berg", "party": "NOR", "role": "foreign minister"}),
        named({"name": "Kim Berg", "party": "DNK", "role": "energy minister"}, published="2024-06-02"),
    )
    assert len(people) == 2


@pytest.mark.parametrize("short", ["Solberg", "Mira", "President Solberg"])
def test_a_single_name_joins_the_one_full_name_it_is_part_of(short: str) -> None:
    (person,) = people_of(
        named({"name": "Mira Solberg", "party": "NOR"}), named({"name": short, "party": "NOR"}, published="2024-06-02")
    )
    assert person.name == "Mira Solberg"
    assert person.reasons == (f"{short}: a part of the full name",)


def test_of_two_of_one_family_name_the_office_decides() -> None:
    full = named(
        {"name": "Li Wen", "party": "CHN", "role": "climate envoy"},
        {"name": "Li Wei", "party": "CHN", "role": "environment minister"},
    )
    short = named({"name": "Li", "party": "CHN", "role": "environment minister"}, published="2024-06-02")
    unclear = named({"name": "Li", "party": "CHN"}, published="2024-06-03")
    by_name = {person.name: len(person.reports) for person in people_of(full, short, unclear)}
    assert by_name == {"Li Wen": 1, "Li Wei": 2, "Li": 1}


def test_two_people_of_one_document_are_not_joined_by_a_part_of_a_name() -> None:
    assert len(people_of(named({"name": "Mira Solberg", "party": "NOR"}, {"name": "Solberg", "party": "NOR"}))) == 2


def test_an_office_on_the_day_of_the_document_is_the_person_who_held_it() -> None:
    full = named({"name": "John Kerry", "party": "USA"}, published="2021-08-31")
    title = {"name": "the climate envoy", "party": "USA", "role": "climate envoy"}
    (person,) = people_of(full, named(title, published="2021-09-02"))
    assert any("held the office on 2021-09-02" in reason for reason in person.reasons)
    assert len(people_of(full, named(title, published="2016-10-02"))) == 2, "somebody else held it then"
    assert len(people_of(full, named(title, published=None))) == 2, "no day, no holder"


def test_the_name_shown_is_whole_and_undamaged() -> None:
    role = {"party": "FRA", "role": "climate envoy"}
    forms = ["H. Garnot", "Hélène GARNOT", "Hélène Garnot", "HÃ©lÃ¨ne Garnot", "Garnot"]
    (person,) = people_of(
        *(named({"name": form, **role}, published=f"2024-06-0{n}") for n, form in enumerate(forms, 1))
    )
    assert person.name == "Hélène Garnot"


def test_only_a_person_of_the_table_has_a_wikidata_item() -> None:
    known, unknown = people_of(
        named({"name": "Angela Merkel", "party": "DEU"}, {"name": "Mira Solberg", "party": "NOR"})
    )
    assert (known.wikidata, unknown.wikidata) == ("Q567", None)
