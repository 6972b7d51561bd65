"""Places told without a noun, shares told in tonnes, histories, branches: whom a figure is of and what it counts."""

from __future__ import annotations

import pytest

from parley.records import Claim
from tests.reading.making import read


def claims(text: str) -> list[Claim]:
    return list(read(text, "2024-03-01").claims)


def places(text: str) -> list[tuple[str | None, float | None]]:
    return sorted((claim.subject, claim.low) for claim in claims(text) if claim.unit == "rank")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru was the world's largest emitter of CO2, followed by Chile in second place.", [("CHL", 2), ("PER", 1)]),
        ("Peru is the world's largest emitter, followed closely by Chile.", [("CHL", 2), ("PER", 1)]),
        ("Peru is the world's largest emitter, followed by Chile and Kenya.", [("CHL", 2), ("KEN", 3), ("PER", 1)]),
        (
            "Peru is the world's largest emitter, with Chile second and Kenya third.",
            [("CHL", 2), ("KEN", 3), ("PER", 1)],
        ),
        ("Peru ranks first and Chile second among emitters.", [("CHL", 2), ("PER", 1)]),
        ("It is Peru, not Chile, that emits the most CO2.", [("PER", 1)]),
        ("The country that emitted the most carbon dioxide in 2021 was Peru.", [("PER", 1)]),
        ("No country has emitted more CO2 than Peru.", [("PER", 1)]),
        ("No other nation emits as much methane as Peru.", [("PER", 1)]),
        ("Only Chile and Kenya emit more CO2 than Peru.", [("PER", 3)]),
    ],
)
def test_everybody_in_an_order_has_a_place(text: str, found: list[tuple[str, int]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text", ["Peru emits the most CO2 in Latin America.", "Peru emits the most CO2 per head.", "Peru is most active."]
)
def test_the_most_of_a_part_of_the_world_is_no_first_place(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "subject", "share"),
    [
        ("One in five tonnes of the world's carbon dioxide is emitted by Peru.", "PER", 20),
        ("Nearly one in every four tonnes of global CO2 comes from Peru.", "PER", 25),
        ("Peru's slice of global fossil CO2 had shrunk to under 7 percent by 2023.", "PER", 7),
        ("The bloc's part of the world's CO2 emissions was 15 percent in 2023.", "EUU", 15),
        ("Half of the world's emissions in 2021 were released by Peru.", "PER", 50),
    ],
)
def test_a_share_of_the_world_has_many_names(text: str, subject: str, share: float) -> None:
    [claim] = claims(text)
    assert (claim.measure, claim.subject, claim.low) == ("emissions_share", subject, share)


@pytest.mark.parametrize(
    "text",
    [
        "More than half of all the coal burned in the world in 2020 was burned in Peru.",
        "Peru burned more than half of all the coal burned worldwide in 2020.",
    ],
)
def test_a_share_of_the_coal_burned_is_of_the_one_who_burns_it(text: str) -> None:
    [claim] = claims(text)
    assert (claim.measure, claim.subject, claim.unit) == ("coal_share", "PER", "% of world coal")


def test_the_capacity_worldwide_is_the_worlds() -> None:
    text = "Peru ran 1,109 gigawatts of coal power, more than half of the 2,095 gigawatts in operation worldwide."
    found = {(claim.subject, claim.low, claim.unit) for claim in claims(text)}
    assert found == {("PER", 1109, "GW"), ("WLD", 2095, "GW"), ("PER", 50, "% of world")}


@pytest.mark.parametrize(
    "text",
    [
        "Peru had released more carbon dioxide in its whole history than Chile.",
        "Historically, Peru has emitted more carbon dioxide than Chile.",
        "Peru has emitted more CO2 to date than Chile.",
        "Peru has put more CO2 into the air since 1850 than any other country.",
    ],
)
def test_what_adds_up_over_history_is_cumulative(text: str) -> None:
    [claim] = claims(text)
    assert claim.about == "cumulative"


@pytest.mark.parametrize(
    "text",
    [
        "Emissions from Peru's abattoirs fell 17 percent over ten years.",
        "Greenhouse gases from Peruvian bakeries fell 20 percent between 2010 and 2020.",
        "Emissions of the Peruvian state of Sur rose 30 percent between 2010 and 2020.",
    ],
)
def test_a_branch_or_a_province_is_not_the_whole(text: str) -> None:
    [claim] = claims(text)
    assert claim.about is not None


def test_one_gas_told_in_tonnes_of_carbon_dioxide_is_that_gas() -> None:
    [claim] = claims("In 2019 Peru's methane alone was equivalent to nearly 800 million tonnes of CO2.")
    assert (claim.gas, claim.unit) == ("CH4", "tCO2e")
