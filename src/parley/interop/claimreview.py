"""Claims with their verdicts as fact checkers publish them. Source: schema.org ClaimReview, Claim and Rating.

Google's search asks for ``claimReviewed``, ``reviewRating`` with ``alternateName``, and ``url``; the rest is what it
recommends. Who is not named in a document is not named here: an outlet speaking for itself and a source without a name
are no authors of a claim. What could not be checked is no review.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal

from parley.records.base import Record
from parley.records.verdict import Token

CONTEXT = "https://schema.org"
_RATINGS: dict[Token, tuple[int, str]] = {
    "contradicted": (1, "Contradicted by the record"),
    "outdated": (3, "Outdated: true once, no longer"),
    "close": (4, "Close: nearly so, or only when counted otherwise"),
    "supported": (5, "Supported by the record"),
}
_WORST, _BEST = 1, 5
_PROGRAM = "Parley"


class Author(Record):
    """Who made a claim, where the document names somebody; ``wikidata`` is the item of a person."""

    kind: Literal["Person", "Organization"]
    name: str
    wikidata: str | None = None


class Appearance(Record):
    """A document in which a claim was made: ``published`` is its day, month or year (ISO 8601), as far as it is known.

    ``address`` is where it was published on the web; the name of a file is none.
    """

    title: str
    publisher: str | None
    published: str | None
    address: str | None


class ReviewedClaim(Record):
    """A claim and what the record says of it: ``told`` in few words, ``words`` the sentence in which it stands.

    ``appearances`` stand by date, the undated last.
    """

    claim: str
    told: str
    words: str
    token: Token
    reason: str
    author: Author | None
    appearances: tuple[Appearance, ...]


def claim_review(reviewed: ReviewedClaim, site: str | None = None, publisher: str | None = None) -> dict[str, Any]:
    """A ClaimReview without its context.

    ``site`` is the address under which the pages of claims are published; without it there is no ``url``, which a
    publisher then has to add. ``publisher`` is the organisation that stands for the review; without it that is Parley.
    Raises ValueError for a claim that could not be checked.
    """
    if reviewed.token not in _RATINGS:
        raise ValueError(f"{reviewed.claim} could not be checked, so there is no review of it; leave it out")
    value, name = _RATINGS[reviewed.token]
    return _filled(
        {
            "@type": "ClaimReview",
            "url": f"{site.rstrip('/')}/claims/{reviewed.claim}" if site else None,
            "claimReviewed": reviewed.told,
            "author": {"@type": "Organization", "name": publisher or _PROGRAM},
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": value,
                "bestRating": _BEST,
                "worstRating": _WORST,
                "alternateName": name,
                "ratingExplanation": reviewed.reason,
            },
            "itemReviewed": _claim(reviewed),
        }
    )


def write_claim_review(reviewed: ReviewedClaim, site: str | None = None, publisher: str | None = None) -> bytes:
    """One ClaimReview as JSON-LD. Raises ValueError as above."""
    return _written({"@context": CONTEXT, **claim_review(reviewed, site, publisher)})


def write_claim_reviews(
    reviewed: Iterable[ReviewedClaim], site: str | None = None, publisher: str | None = None
) -> bytes:
    """Many as one JSON-LD graph, in their order; what could not be checked is left out."""
    reviews = [claim_review(each, site, publisher) for each in reviewed if each.token in _RATINGS]
    return _written({"@context": CONTEXT, "@graph": reviews})


def _claim(reviewed: ReviewedClaim) -> dict[str, Any]:
    works = [_work(each) for each in reviewed.appearances]
    return _filled(
        {
            "@type": "Claim",
            "name": reviewed.told,
            "text": reviewed.words,
            "author": _author(reviewed.author) if reviewed.author else None,
            "datePublished": reviewed.appearances[0].published if reviewed.appearances else None,
            "firstAppearance": works[0] if len(works) > 1 and reviewed.appearances[0].published else None,
            "appearance": works[0] if len(works) == 1 else works or None,
        }
    )


def _author(author: Author) -> dict[str, Any]:
    same_as = f"https://www.wikidata.org/wiki/{author.wikidata}" if author.wikidata else None
    return _filled({"@type": author.kind, "name": author.name, "sameAs": same_as})


def _work(appearance: Appearance) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": appearance.publisher} if appearance.publisher else None
    return _filled(
        {
            "@type": "CreativeWork",
            "name": appearance.title,
            "publisher": publisher,
            "datePublished": appearance.published,
            "url": appearance.address,
        }
    )


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _written(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
