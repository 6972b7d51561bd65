"""ClaimReview: what schema.org and search engines ask for, and nobody made an author whom no document names."""

from __future__ import annotations

import json
from typing import Any

import pytest

from parley.interop import ReviewedClaim, write_claim_review, write_claim_reviews
from parley.interop.claimreview import Appearance, Author
from parley.records.verdict import SEVERITY, Token

FIRST = Appearance(title="A morning paper", publisher="The Paper", published="2021-04", address=None)
LATER = Appearance(title="A page", publisher=None, published="2021-05-07", address="https://example.org/a")


def _reviewed(token: Token = "contradicted", **changes: Any) -> ReviewedClaim:
    fields = {
        "claim": "cla_0123456789ab",
        "told": "Vietnam, coal capacity: 30.2 GW",
        "words": "It limits its coal-fired capacity to 30.2 gigawatts.",
        "token": token,
        "reason": "It was 22.7 GW.",
        "author": None,
        "appearances": (LATER,),
    }
    return ReviewedClaim.model_validate({**fields, **changes})


def _one(reviewed: ReviewedClaim, site: str | None = "https://example.org/checks/") -> dict[str, Any]:
    read: dict[str, Any] = json.loads(write_claim_review(reviewed, site))
    return read


def test_a_review_has_what_search_engines_ask_for() -> None:
    review = _one(_reviewed())
    assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
    assert review["claimReviewed"] == "Vietnam, coal capacity: 30.2 GW"
    assert review["url"] == "https://example.org/checks/claims/cla_0123456789ab"
    rating = review["reviewRating"]
    assert (rating["@type"], rating["alternateName"]) == ("Rating", "Contradicted by the record")
    assert (rating["worstRating"], rating["ratingValue"], rating["bestRating"]) == (1, 1, 5)
    assert rating["ratingExplanation"] == "It was 22.7 GW."
    assert review["author"] == {"@type": "Organization", "name": "Parley"}


def test_without_the_address_of_a_site_no_address_is_made_up() -> None:
    assert "url" not in _one(_reviewed(), site=None)


def test_graver_verdicts_rate_lower_between_the_worst_and_the_best() -> None:
    ratings = [_one(_reviewed(token))["reviewRating"] for token in SEVERITY if token != "not_checkable"]
    values = [rating["ratingValue"] for rating in ratings]
    assert values == sorted(set(values))
    assert all(rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"] for rating in ratings)


def test_a_named_speaker_is_the_author_of_the_claim() -> None:
    author = Author(kind="Person", name="Ana Oru", wikidata="Q42")
    claim = _one(_reviewed(author=author))["itemReviewed"]
    assert claim["@type"] == "Claim"
    assert claim["author"] == {"@type": "Person", "name": "Ana Oru", "sameAs": "https://www.wikidata.org/wiki/Q42"}


def test_a_claim_without_a_named_speaker_has_no_author() -> None:
    assert "author" not in _one(_reviewed())["itemReviewed"]


def test_a_claim_stands_in_its_document_with_date_and_address() -> None:
    claim = _one(_reviewed())["itemReviewed"]
    assert claim["datePublished"] == "2021-05-07"
    assert claim["appearance"] == {
        "@type": "CreativeWork",
        "name": "A page",
        "datePublished": "2021-05-07",
        "url": "https://example.org/a",
    }


def test_the_first_of_several_documents_is_where_a_claim_appeared_first() -> None:
    claim = _one(_reviewed(appearances=(FIRST, LATER)))["itemReviewed"]
    assert claim["firstAppearance"]["publisher"] == {"@type": "Organization", "name": "The Paper"}
    assert claim["datePublished"] == "2021-04"
    assert [work["name"] for work in claim["appearance"]] == ["A morning paper", "A page"]


def test_what_could_not_be_checked_is_no_review() -> None:
    with pytest.raises(ValueError, match="could not be checked"):
        write_claim_review(_reviewed("not_checkable"))
    graph = json.loads(write_claim_reviews([_reviewed("not_checkable"), _reviewed("close")]))["@graph"]
    assert [review["reviewRating"]["ratingValue"] for review in graph] == [4]


def test_who_publishes_the_reviews_stands_for_them() -> None:
    graph = json.loads(write_claim_reviews([_reviewed()], publisher="The Desk"))["@graph"]
    assert graph[0]["author"]["name"] == "The Desk"
