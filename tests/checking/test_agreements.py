"""When and where agreements were adopted, signed and came into force."""

from __future__ import annotations

import pytest

import parley
from parley.terms.agreements import agreements
from parley.terms.summits import place_named, summit_named

SENTENCES = [
    ("The Paris Agreement was adopted on 12 December 2015.", ["supported"]),
    ("The Paris Agreement was adopted in December 2016.", ["close"]),
    ("The Paris Agreement was adopted in 2009.", ["contradicted"]),
    ("The Paris Agreement was adopted at COP21.", ["supported"]),
    ("The Paris Agreement was adopted at COP20.", ["contradicted"]),
    ("The Paris Agreement was signed in Geneva in April 2016.", ["contradicted"]),
    ("In December 2015 ministers adopted the Paris Agreement.", ["supported"]),
    ("The Kyoto Protocol, adopted in 1997, came into force in 2005.", ["supported", "supported"]),
    ("The Kyoto Protocol, adopted in 1997, came into force in 1999.", ["contradicted", "supported"]),
    ("Since the Paris Agreement was adopted in 2015, ministers have met often.", []),
    ("The EU approved the Paris Agreement in October 2016.", []),
]


@pytest.mark.parametrize(("sentence", "tokens"), SENTENCES)
def test_an_agreement_is_held_against_its_day_and_place(sentence: str, tokens: list[str]) -> None:
    checked = parley.check(sentence, published="2022-03-01")
    told = [claim.verdict.token for claim in checked.claims if claim.verdict.basis.startswith("the day")]
    assert sorted(told) == sorted(tokens)


def test_steps_follow_each_other_and_places_are_known() -> None:
    for agreement in agreements():
        days = [day for day in (agreement.adopted, agreement.opened, agreement.in_force) if day]
        assert days == sorted(days)
        if agreement.adopted_at:
            summit = summit_named(agreement.adopted_at)
            assert summit is not None
            assert summit.start <= agreement.adopted <= summit.last_day
            assert summit.city == (place_named(agreement.adopted_in) or agreement.adopted_in)
