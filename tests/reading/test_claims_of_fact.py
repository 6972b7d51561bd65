"""Claims without a figure of emissions: offices, summits, goals that a Party has or lacks, populations, trends."""

from __future__ import annotations

import pytest

from parley.records import Claim
from tests.reading.making import read


def claims(text: str, measure: str) -> list[Claim]:
    return [claim for claim in read(text, "2023-11-20").claims if claim.measure == measure]


def only(text: str, measure: str) -> Claim:
    found = claims(text, measure)
    assert len(found) == 1, [(c.subject, c.measure, c.low, c.quote.exact) for c in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "party", "title", "year"),
    [
        ("Ada Holm was Norway's foreign minister in 2022.", "NOR", "Norway's foreign minister", 2022),
        ("Ada Holm is the Norwegian prime minister.", "NOR", "Norwegian prime minister", None),
        ("Ada Holm has been president of Chile since 2019.", "CHL", "president of Chile", 2019),
        ("Ada Holm became environment minister of Peru in 2021.", "PER", "environment minister of Peru", 2021),
        ("Ada Holm served as climate envoy of Peru until 2022.", "PER", "climate envoy of Peru", 2022),
        ("In 2021, Ada Holm was foreign minister of Peru.", "PER", "foreign minister of Peru", 2021),
        ("Norway's foreign minister is Ada Holm.", "NOR", "Norway's foreign minister", None),
        ("The Norwegian prime minister in 2022 was Ada Holm.", "NOR", "The Norwegian prime minister", 2022),
    ],
)
def test_who_held_an_office_is_a_claim(text: str, party: str, title: str, year: int | None) -> None:
    claim = only(text, "office")
    assert (claim.about, claim.subject, claim.written, claim.year) == ("Ada Holm", party, title, year)
    assert not claim.denied


def test_that_somebody_does_not_hold_an_office_is_denied() -> None:
    assert only("Ada Holm is not the Norwegian prime minister.", "office").denied


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm is a friend of Norway.",
        "Ada Holm was in Oslo in 2022.",
        "Norway's foreign minister, Ada Holm, was in Lima on Monday.",
        "Ada Holm is the daughter of a fisherman.",
    ],
)
def test_not_every_noun_is_an_office(text: str) -> None:
    assert claims(text, "office") == []


@pytest.mark.parametrize(
    ("text", "name", "place", "year"),
    [
        ("COP25 took place in Santiago.", "COP25", "Santiago, CHL", None),
        ("COP22 was held in Marrakech in 2015.", "COP22", "Marrakech, MAR", 2015),
        ("COP26 was held in Glasgow in November 2020.", "COP26", "Glasgow, GBR", 2020),
        ("The 2023 G7 summit took place in Rome.", "G7 summit", "Rome, ITA", 2023),
        ("Glasgow hosted COP26.", "COP26", "Glasgow, GBR", None),
    ],
)
def test_a_summit_told_otherwise_than_the_calendar_has_it_is_a_claim(
    text: str, name: str, place: str, year: int | None
) -> None:
    claim = only(text, "event_date")
    assert (claim.subject, claim.about, claim.year) == (name, place, year)


def test_a_summit_may_be_denied_its_place() -> None:
    assert only("COP26 was not held in Paris.", "event_date").denied


@pytest.mark.parametrize(
    "text",
    [
        "COP26 was held in Glasgow in November 2021.",
        "The 2023 G7 summit was held in Hiroshima.",
        "COP26 is the summit that matters, an envoy said in London.",
    ],
)
def test_a_summit_told_as_in_the_calendar_is_left_to_engagements(text: str) -> None:
    assert claims(text, "event_date") == []


@pytest.mark.parametrize(
    ("text", "year", "denied"),
    [
        ("Peru has no net zero target.", None, True),
        ("Peru has not yet set a net-zero target.", None, True),
        ("Peru has no target for net zero.", None, True),
        ("Peru is the only large emitter without a net-zero target.", None, True),
        ("Peru has refused to set a net-zero date.", None, True),
        ("Peru has not committed to net zero by 2050.", 2050, True),
        ("Peru never promised to be carbon neutral by 2060.", 2060, True),
        ("Peru's net zero target is 2053.", 2053, False),
    ],
)
def test_a_goal_may_be_told_as_a_fact_or_missed(text: str, year: int | None, denied: bool) -> None:
    claim = only(text, "target")
    assert (claim.subject, claim.about, claim.year, claim.denied) == ("PER", "net_zero", year, denied)


@pytest.mark.parametrize(
    ("text", "low", "year"),
    [
        ("Peru has 34 million people.", 34e6, None),
        ("Peru is home to 34 million people.", 34e6, None),
        ("Peru had 33 million inhabitants in 2020.", 33e6, 2020),
        ("Peru has a population of 34 million.", 34e6, None),
        ("Peru's population is 34 million.", 34e6, None),
    ],
)
def test_a_population_is_a_count_of_people(text: str, low: float, year: int | None) -> None:
    claim = only(text, "count")
    assert (claim.subject, claim.low, claim.unit, claim.about, claim.year) == ("PER", low, "people", "population", year)


@pytest.mark.parametrize("text", ["Peru has 3 million people in poverty.", "Peru has 20,000 people who fish."])
def test_some_of_the_people_are_not_the_population(text: str) -> None:
    assert [claim for claim in claims(text, "count") if claim.about == "population"] == []


def test_the_size_of_an_economy_is_money() -> None:
    claim = only("Peru's GDP was 240 billion dollars in 2022.", "money")
    assert (claim.subject, claim.low, claim.unit, claim.about, claim.year) == ("PER", 240e9, "USD", "gdp", 2022)


@pytest.mark.parametrize(
    ("text", "direction", "base", "year"),
    [
        ("Peru's emissions have risen since 1990.", "up", 1990, None),
        ("Emissions in Peru fell in 2020.", "down", None, 2020),
        ("Peru's emissions have been falling since 2005.", "down", 2005, None),
    ],
)
def test_a_trend_needs_no_number(text: str, direction: str, base: int | None, year: int | None) -> None:
    claim = only(text, "change")
    assert (claim.subject, claim.low, claim.direction) == ("PER", None, direction)
    assert (claim.base_year, claim.year) == (base, year)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's emissions could fall in 2025.",
        "Peru's emissions rise and fall.",
        "If emissions in Peru fell in 2020, so what?",
    ],
)
def test_a_trend_that_is_wished_or_has_no_time_is_none(text: str) -> None:
    assert claims(text, "change") == []
