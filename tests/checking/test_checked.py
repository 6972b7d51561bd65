"""A text with the verdicts on its claims, and what checking says of the reports of a reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

import parley
from parley.checking.checked import NO_CLAIM, Checked, CheckedClaim, check_reports, check_text, worst_first
from parley.records import Claim, Reading
from parley.records.verdict import SEVERITY, Token
from tests.checking.making import check, claim, share
from tests.ledger.making import make_document, make_reading, make_story

TEXT = (
    "China emitted 27 % of the world's emissions in 2019. Later: China emitted 27 % of the world's emissions in 2019."
)


def reading_of(text: str, *claims: Claim) -> Reading:
    return Reading(document=make_document(text), reader="by hand", claims=claims)


def claim_of(text: str, start: int, percent: float = 27.0) -> Claim:
    document = make_document(text)
    quote = parley.Quote.of(text, start, start + 20)
    fields = {"subject": "CHN", "measure": "emissions_share", "low": percent, "high": percent, "unit": "%"}
    return Claim(document=document.id, quotes=(quote,), year=2019, written=f"{percent:g}", **fields)


def checked_claims(*tokens: Token) -> tuple[CheckedClaim, ...]:
    """Claims with these verdicts and otherwise the same."""
    report, assertion = claim_of(TEXT, 0), share("CHN", 27.0)
    found = check(assertion)
    return tuple(CheckedClaim(report, assertion, found.model_copy(update={"token": token})) for token in tokens)


@pytest.mark.parametrize(
    ("tokens", "token"),
    [
        (("supported", "close"), "close"),
        (("supported", "outdated", "close"), "outdated"),
        (("outdated", "contradicted"), "contradicted"),
        (("not_checkable", "supported"), "supported"),
        (("not_checkable",), "not_checkable"),
        ((), "not_checkable"),
    ],
)
def test_a_text_has_the_worst_of_its_claims(tokens: tuple[Token, ...], token: Token) -> None:
    assert Checked("", claims=checked_claims(*tokens)).token == token


def test_the_claim_that_decides_gives_reason_basis_and_reference() -> None:
    supported, wrong = check(share("CHN", 27.0)), check(share("CHN", 45.0))
    report, assertion = claim_of(TEXT, 0), share("CHN", 27.0)
    checked = Checked("", claims=tuple(CheckedClaim(report, assertion, verdict) for verdict in (supported, wrong)))
    assert (checked.reason, checked.basis) == (wrong.reason, wrong.basis)
    assert checked.reference == wrong.references[0]


def test_a_text_without_a_claim_says_so() -> None:
    checked = check_text(reading_of("It rained in Lima."))
    assert (checked.token, checked.claims, checked.reason) == ("not_checkable", (), NO_CLAIM)
    assert (checked.basis, checked.reference, checked.failed) == ("", None, False)


def test_claims_stand_in_the_order_of_the_text_with_their_words() -> None:
    first, second = claim_of(TEXT, 60, 45.0), claim_of(TEXT, 0)
    checked = check_text(reading_of(TEXT, first, second))
    assert [one.report.id for one in checked.claims] == [second.id, first.id]
    assert [one.words for one in checked.claims] == [TEXT[:20], TEXT[60:80]]
    assert [one.verdict.token for one in checked.claims] == ["supported", "contradicted"]


def test_a_claim_that_is_repeated_has_the_verdict_of_the_first() -> None:
    first, again = claim_of(TEXT, 0), claim_of(TEXT, 60)
    assert len(check_text(reading_of(TEXT, first, again)).claims) == 1
    found = check_reports(reading_of(TEXT, first, again))
    assert set(found) == {first.id, again.id}
    assert found[again.id].verdict == found[first.id].verdict.model_copy(update={"claim": again.id})


def test_only_reports_that_are_wanted_are_checked() -> None:
    first, again, wrong = claim_of(TEXT, 0), claim_of(TEXT, 60), claim_of(TEXT, 30, 45.0)
    reading = reading_of(TEXT, first, again, wrong)
    every = check_reports(reading)
    assert check_reports(reading, only={again.id, wrong.id}) == {key: every[key] for key in (again.id, wrong.id)}
    assert check_reports(reading, only=()) == {}


def test_every_claim_of_a_reading_has_a_verdict_and_statements_have_none() -> None:
    reading = make_reading(make_story())
    found = check_reports(reading)
    assert {one.id for one in reading.claims} <= set(found)
    assert {one.report.kind_of_report for one in found.values()} <= {"claim", "pledge", "engagement", "person"}
    assert all(one.verdict.reason for one in found.values())


def test_the_gravest_come_first_and_equals_keep_their_order() -> None:
    tokens: tuple[Token, ...] = ("supported", "close", "contradicted", "supported")
    claims = [replace(one, assertion=claim("x", low=float(place))) for place, one in enumerate(checked_claims(*tokens))]
    ordered = worst_first(claims)
    assert [one.verdict.token for one in ordered] == sorted(tokens, key=SEVERITY.index)
    assert [one.assertion.low for one in ordered] == [2.0, 1.0, 0.0, 3.0]
