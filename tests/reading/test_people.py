"""Who is named, with which office, for which Party."""

from __future__ import annotations

import pytest

from parley.records import Person
from tests.reading.making import read


def people_of(text: str, published: str | None = "2024-05-06") -> dict[str, Person]:
    return {person.name: person for person in read(text, published).people}


def test_a_stacked_list_of_titles_gives_each_person_the_own_title() -> None:
    people = people_of(
        "In Oslo she met Finance Minister Ola Brekke, Trade Minister Siv Dahl, and State Councilor and Foreign "
        "Minister Shen Yulan."
    )
    assert {name: person.role for name, person in people.items()} == {
        "Ola Brekke": "Finance Minister",
        "Siv Dahl": "Trade Minister",
        "Shen Yulan": "State Councilor and Foreign Minister",
    }


@pytest.mark.parametrize(
    ("sentence", "name", "party"),
    [
        ("Norwegian Environment Minister Kari Lunde arrived on Sunday.", "Kari Lunde", "NOR"),
        ("Kari Lunde, Norway's environment minister, arrived on Sunday.", "Kari Lunde", "NOR"),
        ("Norway's environment minister, Kari Lunde, arrived on Sunday.", "Kari Lunde", "NOR"),
        ("Kari Lunde, the Norwegian climate envoy, arrived on Sunday.", "Kari Lunde", "NOR"),
        ("The US ambassador to China, Dale Hopper, arrived on Sunday.", "Dale Hopper", "USA"),
        ("Former Oregon Gov. Dale Hopper arrived on Sunday.", "Dale Hopper", "USA"),
    ],
)
def test_the_party_comes_from_the_title_or_the_apposition(sentence: str, name: str, party: str) -> None:
    assert people_of(sentence)[name].party == party


def test_a_family_name_and_a_given_name_used_as_one_join_the_full_name() -> None:
    people = people_of(
        "Chinese climate envoy Shen Yulan opened the talks. Shen spoke first. Later Yulan answered questions."
    )
    assert list(people) == ["Shen Yulan"]
    assert people["Shen Yulan"].aliases == ("Shen", "Yulan")


def test_near_names_of_different_people_stay_apart() -> None:
    people = people_of("Premier Shen Yulan met President Sheng Yula. Shen thanked Sheng.")
    assert sorted(people) == ["Shen Yulan", "Sheng Yula"]


def test_a_former_office_is_marked_as_former() -> None:
    person = people_of("Dale Hopper, a former secretary of state, spoke in Lima.")["Dale Hopper"]
    assert person.former
    assert person.role == "a former secretary of state"


def test_particles_and_hyphens_belong_to_the_name() -> None:
    people = people_of("President Anna von der Aue met Minister Kim Seo-jin and Minister Khalid al-Rashid in Bonn.")
    assert {"Anna von der Aue", "Kim Seo-jin"} <= set(people)
    assert any(name.endswith("al-Rashid") for name in people)


def test_a_party_that_the_text_leaves_out_is_marked_as_inferred() -> None:
    people = people_of("Norway wants more. Norway's parliament agreed, and Environment Minister Kari Lunde said so.")
    assert people["Kari Lunde"].party == "NOR"
    assert [field for field, _ground in people["Kari Lunde"].inferred] == ["party"]


def test_agreements_summits_and_newspapers_are_nobody() -> None:
    assert people_of("The Paris Agreement and the Glasgow Climate Pact were praised by the Lima Herald.") == {}
