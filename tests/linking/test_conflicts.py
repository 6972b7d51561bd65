"""What two documents cannot both be right about is set side by side; what only looks so is not."""

from __future__ import annotations

import hashlib
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.linking import link
from parley.linking.at_odds import Said, sides_of
from parley.records import Claim, Conflict, Document, Engagement, Person, Place, Quote, Reading
from parley.terms.when import Interval
from tests.reading.making import read

MET = "Rosa Quispe met Kari Lunde in Lima."


def reading(words: str, published: str | None, **fields: object) -> Reading:
    """A document of one sentence that tells of one meeting of two people, in Lima unless told otherwise."""
    sha256 = hashlib.sha256(f"{words} {published} {fields}".encode()).hexdigest()
    document = Document.of_text(words, sha256, published=Interval.parse(published) if published else None)
    quotes = (Quote.of(words, 0, len(words)),)
    people = ("Kari Lunde", "Rosa Quispe")
    known: dict[str, object] = {
        "kind": "meeting",
        "status": "held",
        "parties": ("NOR", "PER"),
        "people": people,
        "place": Place(city="Lima", country="PER"),
        "when": Interval.parse("2024-06-06"),
        **fields,
    }
    report = Engagement.model_validate({"document": document.id, "quotes": quotes, **known})
    return Reading(
        document=document,
        reader="hand",
        people=tuple(
            Person(document=document.id, quotes=quotes, name=name, party=party)
            for name, party in zip(people, ("NOR", "PER"), strict=True)
        ),
        engagements=(report,),
    )


def on(days: str) -> Interval:
    return Interval.parse(days)


def conflicts(*readings: Reading) -> list[Conflict]:
    return list(link(readings).conflicts)


def test_two_days_of_one_meeting_are_a_dispute_with_a_side_for_each() -> None:
    one, same = reading(f"{MET} 6 June", "2024-06-07"), reading(f"{MET} 6 June", "2024-06-08")
    other = reading(f"{MET} 7 June", "2024-06-09", when=on("2024-06-07"))
    (found,) = conflicts(one, same, other)
    assert (found.concerns, found.field) == ("event", "when")
    assert found.sides == ((one.engagements[0].id, same.engagements[0].id), (other.engagements[0].id,))
    assert found.reports == (one.engagements[0].id, other.engagements[0].id)
    assert found.words == "2024-06-06 against 2024-06-07"


@pytest.mark.parametrize(
    "other",
    [
        {"when": on("2024-06-06/2024-06-08")},
        {"when": Interval.month(2024, 6)},
        {"when": Interval.parse("2024-06-07/2024-06-08", approximate=True)},
        {"when": on("2024-06-07"), "status": "planned"},
        {"when": None},
        {"place": Place(country="PER")},
        {"people": ("Kari Lunde",)},
    ],
)
def test_what_differs_in_precision_or_is_a_plan_is_no_dispute(other: dict[str, object]) -> None:
    day = "2024-06-01" if other.get("status") == "planned" else "2024-06-09"
    assert not conflicts(reading(f"{MET} 6 June", "2024-06-07"), reading(f"{MET} 7 June", day, **other))


def test_a_day_that_the_other_side_of_the_world_calls_the_next_is_no_dispute_of_a_call() -> None:
    call = {"kind": "call", "mode": "virtual", "place": None}
    one = reading("They spoke on 6 June.", "2024-06-07", **call)
    assert not conflicts(one, reading("They spoke on 7 June.", "2024-06-08", when=on("2024-06-07"), **call))


def test_talks_of_several_days_of_which_each_tells_one_are_no_dispute() -> None:
    days = [reading(f"{MET} {day} June", "2024-06-09", when=on(f"2024-06-0{day}")) for day in (6, 7)]
    assert not conflicts(*days, reading(f"{MET} 6-7 June", "2024-06-09", when=on("2024-06-06/2024-06-07")))


def test_two_cities_are_a_dispute_but_not_on_a_journey() -> None:
    other = {"place": Place(city="Cusco", country="PER")}
    (found,) = conflicts(reading(f"{MET} 6 June", "2024-06-07"), reading("On 6 June in Cusco.", "2024-06-08", **other))
    assert (found.field, found.words) == ("place", "Lima against Cusco")
    trip = {"kind": "visit", "people": ("Kari Lunde",)}
    assert not conflicts(
        reading("On 6 June.", "2024-06-07", **trip), reading("On 6 June.", "2024-06-08", **trip, **other)
    )


def test_held_against_called_off_is_a_dispute_only_when_told_after_the_day() -> None:
    held = reading(f"{MET} 6 June", "2024-06-07")
    (found,) = conflicts(held, reading("It was called off on 6 June.", "2024-06-08", status="cancelled"))
    assert (found.field, found.words) == ("status", "held against cancelled")
    assert not conflicts(held, reading("It was called off on 6 June.", "2024-06-02", status="cancelled"))


def test_who_took_part_by_one_report_and_stayed_away_by_another() -> None:
    away = "Rosa Quispe stayed away; Luz Rojas met Kari Lunde in Lima on 6 June instead."
    one = reading(f"{MET} 6 June", "2024-06-07")
    (found,) = conflicts(one, reading(away, "2024-06-08", people=("Kari Lunde", "Luz Rojas")))
    assert (found.field, found.words) == ("people", "Rosa Quispe present against Rosa Quispe absent")


OPENS = "On November 1, COP26 will open in Glasgow, Scotland."
SPAN = "COP26 will be held October 31 to November 12, 2021, in Glasgow."


def test_the_opening_day_of_a_conference_is_in_dispute() -> None:
    (found,) = conflicts(read(OPENS, "2021-08-31"), read(SPAN, "2021-09-06"))
    assert (found.field, found.words) == ("when", "from 2021-11-01 against 2021-10-31/2021-11-12")
    assert not conflicts(read(OPENS.replace("November 1", "October 31"), "2021-08-31"), read(SPAN, "2021-09-06"))


SHARE = "Peru accounted for {} of the world's carbon dioxide emissions{}."


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (SHARE.format("3%", " in 2021"), SHARE.format("6%", " in 2021"), True),
        (SHARE.format("3%", " in 2021"), SHARE.format("6%", " in 2019"), False),
        (SHARE.format("3%", " in 2021"), SHARE.format("more than 2%", " in 2021"), False),
        (SHARE.format("3%", " in 2021"), SHARE.format("3.2%", " in 2021"), False),
        ("Peru is the world's third-largest emitter.", "Peru is the world's fourth-largest emitter.", True),
        ("Peru is the world's third-largest emitter.", "Peru is the world's fourth-largest coal producer.", False),
        (
            "Norwegian envoy Kari Lunde will visit Peru on 6 June. It is her second trip to Peru.",
            "Norwegian envoy Kari Lunde will visit Peru in October. It is her third trip to Peru.",
            False,
        ),
    ],
)
def test_figures_are_in_dispute_only_of_one_thing_and_time(one: str, other: str, differ: bool) -> None:
    assert bool(conflicts(read(one, "2024-06-01"), read(other, "2024-07-01"))) is differ


def test_two_base_years_of_one_pledge_are_in_dispute() -> None:
    cut = "Peru pledged to cut greenhouse gas emissions by 30% from {} levels by 2030."
    (found,) = conflicts(read(cut.format(2005), "2024-06-01"), read(cut.format(2013), "2024-07-01"))
    assert (found.concerns, found.field, found.words) == ("pledge", "base_year", "2005 against 2013")


def test_a_document_that_tells_both_figures_is_no_party_to_the_dispute() -> None:
    both = read(f"{SHARE.format('3%', ' in 2021')} {SHARE.format('6%', ' in 2021')}", "2024-06-01")
    assert not conflicts(both, read(SHARE.format("6%", " in 2021"), "2024-07-01"))


SENTENCES = (
    SHARE.format("3%", " in 2021"),
    SHARE.format("6%", " in 2021"),
    SHARE.format("about 5%", " in 2021"),
    OPENS,
    SPAN,
    "Peru is the world's third-largest emitter.",
    "Peru is the world's fourth-largest emitter.",
    "Peru pledged to cut emissions by 30% by 2030.",
    "Peru pledged to cut emissions by 40% by 2030.",
)
READ = [read(sentence, f"2021-08-{10 + number}") for number, sentence in enumerate(SENTENCES)]


@given(st.lists(st.sampled_from(READ), unique_by=lambda one: one.document.id, min_size=2, max_size=6), st.randoms())
def test_disputes_depend_on_no_order_and_are_between_documents(readings: list[Reading], rng: object) -> None:
    found = link(readings).conflicts
    shuffled = sorted(readings, key=lambda one: one.document.id)
    assert link(shuffled).conflicts == found
    home = {report.id: one.document.id for one in readings for report in one.reports()}
    for conflict in found:
        documents = [{home[report] for report in side} for side in conflict.sides]
        assert len(documents) > 1
        assert sum(map(len, documents)) == len(set().union(*documents))
        assert conflict.reports == tuple(side[0] for side in conflict.sides)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=12))
def test_any_two_values_of_different_sides_are_at_odds(told: list[tuple[int, int]]) -> None:
    said = [Said(value, f"r{number}", f"d{document}") for number, (value, document) in enumerate(told)]
    sides = sides_of(said, lambda one, other: abs(one - other) > 2)
    values = [[said[int(report[1:])].value for report in side.reports] for side in sides]
    assert all(abs(a - b) > 2 for n, one in enumerate(values) for other in values[n + 1 :] for a in one for b in other)


def test_figures_of_hand_made_claims_need_the_same_unit() -> None:
    one, other = (_claim(value, unit) for value, unit in ((3.0, "t CO2"), (9.0, "t CO2e")))
    assert not any(link(order).conflicts for order in permutations((one, other)))


def _claim(value: float, unit: str) -> Reading:
    words = f"It emitted {value:g} {unit}."
    document = Document.of_text(words, hashlib.sha256(words.encode()).hexdigest(), published=on("2024-06-01"))
    quotes = (Quote.of(words, 0, len(words)),)
    claim = Claim(
        document=document.id, quotes=quotes, subject="PER", measure="emissions", low=value, unit=unit, year=2020
    )
    return Reading(document=document, reader="hand", claims=(claim,))
