"""From all that a claim was held against to one token."""

from __future__ import annotations

import pytest

from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.settle import settle
from parley.records.verdict import Reference, Token


def candidate(holds: Token, time: Time = "then", *, on_words: bool = True, basis: str = "one") -> Candidate:
    reference = Reference(quantity="emissions", basis=basis, value=1.0, unit="Mt", source="table", holds=holds)
    return Candidate(reference, time, on_words)


def decided(*candidates: Candidate, timeless: bool = True, strict: bool = False, denied: bool = False) -> str:
    return settle(Finding(candidates, timeless, strict=strict), denied=denied).token


def test_one_basis_that_the_words_allow_is_enough() -> None:
    assert decided(candidate("contradicted"), candidate("supported", basis="two")) == "supported"


def test_a_basis_that_the_words_do_not_allow_makes_it_close() -> None:
    assert decided(candidate("contradicted"), candidate("supported", on_words=False)) == "close"


def test_being_close_on_a_basis_that_the_words_do_not_allow_is_not_enough() -> None:
    assert decided(candidate("contradicted"), candidate("close", on_words=False)) == "contradicted"


def test_true_of_another_year_is_close_for_a_claim_with_a_year() -> None:
    assert decided(candidate("contradicted"), candidate("supported", "near"), timeless=False) == "close"


def test_true_earlier_is_outdated_and_wins_over_close_and_contradicted() -> None:
    assert decided(candidate("contradicted"), candidate("supported", "earlier")) == "outdated"
    assert decided(candidate("close"), candidate("supported", "earlier")) == "outdated"


def test_a_claim_with_a_year_is_never_outdated() -> None:
    named = [candidate("contradicted"), candidate("supported", "earlier"), candidate("contradicted", "now")]
    assert decided(*named, timeless=False) == "contradicted"
    assert decided(candidate("supported"), candidate("contradicted", "now"), timeless=False) == "supported"


def test_true_when_said_and_no_longer_is_outdated() -> None:
    assert decided(candidate("supported"), candidate("contradicted", "now")) == "outdated"


def test_a_figure_that_is_still_close_is_not_outdated_but_a_threshold_no_longer_met_is() -> None:
    assert decided(candidate("supported"), candidate("close", "now")) == "supported"
    assert decided(candidate("supported"), candidate("close", "now"), strict=True) == "outdated"


def test_what_has_no_newer_figures_on_its_basis_is_not_outdated_by_another() -> None:
    assert decided(candidate("supported", basis="two"), candidate("contradicted", "now")) == "supported"


@pytest.mark.parametrize(
    ("holds", "expected"), [("supported", "contradicted"), ("contradicted", "supported"), ("close", "close")]
)
def test_denying_turns_true_and_false_round(holds: Token, expected: Token) -> None:
    assert decided(candidate(holds), denied=True) == expected


def test_denying_what_is_no_longer_so_is_right_and_what_was_so_when_said_was_wrong() -> None:
    assert decided(candidate("contradicted"), candidate("supported", "earlier"), denied=True) == "supported"
    assert decided(candidate("supported"), candidate("contradicted", "now"), denied=True) == "contradicted"


def test_nothing_found_is_not_checkable() -> None:
    assert decided() == "not_checkable"
    assert decided(candidate("supported", "now")) == "not_checkable"


def test_a_true_claim_names_the_basis_that_bears_it_out() -> None:
    decision = settle(Finding((candidate("contradicted"), candidate("supported", basis="two")), True))
    assert [each.reference.basis for each in decision.deciding] == ["two"]
