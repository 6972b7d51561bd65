"""Two Parties' targets put beside each other, in sentences of our own with invented facts."""

from __future__ import annotations

import pytest

from tests.reading.making import read

GAPS = [
    ("Chile's net-zero date and Peru's are ten years apart.", ("CHL", ("PER",), 10, None)),
    ("Half a decade lies between the net-zero targets of Chile and Peru.", ("CHL", ("PER",), 5, None)),
    (
        "The gap between Chile's and Peru's dates for carbon neutrality is two full decades.",
        ("CHL", ("PER",), 20, None),
    ),
    ("Chile and Peru have the same target year for net zero.", ("CHL", ("PER",), 0, None)),
    ("Chile has the same net-zero date as Peru.", ("CHL", ("PER",), 0, None)),
    ("Chile shares Peru's net-zero deadline.", ("CHL", ("PER",), 0, None)),
    ("India's net-zero date trails Peru's by fifteen years.", ("IND", ("PER",), 15, "later")),
    ("Chile's neutrality goal beats Europe's by a decade.", ("CHL", ("EUU",), 10, "earlier")),
    ("Chile gave itself until 2070, ten years longer than Peru.", ("CHL", ("PER",), 10, "later")),
    ("A quarter of a century before Peru, Chile is to be carbon neutral.", ("CHL", ("PER",), 25, "earlier")),
    ("Chile plans to reach net zero before Peru does.", ("CHL", ("PER",), None, "earlier")),
    ("Chile wants to be carbon neutral later than Peru.", ("CHL", ("PER",), None, "later")),
]


@pytest.mark.parametrize(("text", "expected"), GAPS, ids=[text[:50] for text, _ in GAPS])
def test_a_gap_is_read_with_its_parties_years_and_side(
    text: str, expected: tuple[str, tuple[str, ...], float | None, str | None]
) -> None:
    claims = [claim for claim in read(text).claims if claim.measure == "target_gap"]
    assert [(claim.subject, claim.against, claim.low, claim.direction) for claim in claims] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Chile pledged net zero before Peru did.",
        "Chile and Peru made the same speech.",
        "Chile wants to be carbon neutral by 2050, and Peru has set the same year.",
        "Chile left the talks ten minutes before Peru.",
    ],
)
def test_what_compares_no_target_years_is_no_gap(text: str) -> None:
    assert not [claim for claim in read(text).claims if claim.measure == "target_gap"]


def test_the_same_year_told_of_another_party_is_its_pledge() -> None:
    pledges = read("Chile wants to be carbon neutral by 2050, and Peru has set the same year.").pledges
    assert [(pledge.party, pledge.target_year) for pledge in pledges] == [("CHL", 2050), ("PER", 2050)]


@pytest.mark.parametrize(
    ("text", "party", "denied"),
    [
        ("Chile pulled out of the Paris Agreement in 2022.", "CHL", False),
        ("Peru has never left the Paris accord.", "PER", True),
    ],
)
def test_leaving_the_paris_agreement_is_a_claim(text: str, party: str, denied: bool) -> None:
    (found,) = (claim for claim in read(text).claims if claim.about == "paris_agreement")
    assert (found.subject, found.denied) == (party, denied)


def test_a_wish_to_leave_is_no_claim() -> None:
    assert not [claim for claim in read("Chile should leave the Paris Agreement.").claims if claim.about]
