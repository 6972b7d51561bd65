"""Names of Parties in text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.terms.parties import find_code, find_names, is_group, name_of, parties, regions


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The U.S. and the People's Republic of China met.", ["USA", "CHN"]),
        ("US-China ties and the EU’s plan", ["USA", "CHN", "EUU"]),
        ("Guinea-Bissau, not Guinea or Equatorial Guinea", ["GNB", "GIN", "GNQ"]),
        ("South Korean envoys in North Korea", ["KOR", "PRK"]),
        ("Rich nations owe poorer countries", ["DEV", "DVG"]),
        ("the G7, the G-20 and the African Union", ["G7", "G20", "AU"]),
        ("Let us go; it is up to us.", []),
    ],
)
def test_the_longest_name_of_a_party_is_found(text: str, codes: list[str]) -> None:
    assert [name.code for name in find_names(text)] == codes


@given(st.text(max_size=80))
def test_offsets_quote_the_text(text: str) -> None:
    for name in find_names(text):
        assert find_code(" ".join(text[name.start : name.end].split())) is not None


def test_every_party_has_a_name_and_every_name_one_party() -> None:
    owners: dict[str, str] = {}
    for code, entry in parties().items():
        assert entry.name
        for name in (entry.name, *entry.names):
            assert owners.setdefault(name, code) == code, name


def test_members_are_those_of_the_day() -> None:
    union = parties()["EUU"]
    assert "GBR" in union.members_on(date(2019, 6, 1))
    assert "GBR" not in union.members_on(date(2021, 6, 1))
    assert len(union.members_on(date(2021, 6, 1))) == 27


def test_members_of_groups_are_parties() -> None:
    for entry in parties().values():
        assert set(entry.members) <= set(parties()), entry.code


def test_the_eu_is_one_party_and_the_g7_is_several() -> None:
    assert not is_group("EUU")
    assert not is_group("CHN")
    assert is_group("G7")
    assert is_group("WLD")


def test_regions_belong_to_known_parties() -> None:
    assert regions()["California"] == "USA"
    assert set(regions().values()) <= set(parties())


def test_a_code_we_do_not_know_is_shown_as_it_is() -> None:
    assert (name_of("CHN"), name_of("XQZ")) == ("China", "XQZ")
