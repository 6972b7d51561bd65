"""A ledger's claims with their verdicts, as fact checkers publish them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from parley.interop.claimreview import Appearance, Author, ReviewedClaim
from parley.records import Claim, Document
from parley.records.verdict import SEVERITY, Verdict
from parley.terms.when import Interval
from parley.workflow.checks import check_readings

if TYPE_CHECKING:
    from parley.briefing.shelf import Shelf
    from parley.workflow.ledger_view import View

_WEB = ("https://", "http://")


def reviewed_claims(view: View, party: str | None = None, period: Interval | None = None) -> tuple[ReviewedClaim, ...]:
    """The claims that could be checked, the gravest verdict first: of and by a Party, of documents of ``period``."""
    from parley.briefing.claims import alike_claims
    from parley.briefing.shelf import Shelf

    shelf = Shelf.of(view.readings, view.links, check_readings(view.readings))
    groups = [
        (claims, checked[0].verdict)
        for alike in alike_claims(shelf).values()
        for claims in alike
        if (checked := shelf.checked(claims)) and _is_wanted(claims, shelf, party, period)
    ]
    groups.sort(key=lambda group: SEVERITY.index(group[1].token))
    return tuple(
        reviewed_claim(claims, verdict, shelf) for claims, verdict in groups if verdict.token != "not_checkable"
    )


def reviewed_claim(claims: Sequence[Claim], verdict: Verdict, shelf: Shelf) -> ReviewedClaim:
    """Claims that were read alike as one, whose id is that of the first."""
    from parley.briefing.claims import claim_in_words, subject_in_words
    from parley.briefing.prose import capitalised, tidy
    from parley.briefing.verdicts import in_print
    from parley.checking.sentences import sentence_at

    first, text = claims[0], shelf.documents[claims[0].document].text
    subject = f"{subject_in_words(first)}, " if first.subject or first.subjects else ""
    return ReviewedClaim(
        claim=first.id,
        told=capitalised(f"{subject}{claim_in_words(first)}"),
        words=tidy(sentence_at(text, first.quote.start, first.quote.end)),
        token=verdict.token,
        reason=in_print(verdict.reason),
        author=_author(first, shelf),
        appearances=tuple(_appearances(claims, shelf)),
    )


def _is_wanted(claims: Iterable[Claim], shelf: Shelf, party: str | None, period: Interval | None) -> bool:
    return any(
        party in (None, claim.subject, *claim.subjects, claim.attribution.party)
        and (period is None or _shares_day(shelf.documents[claim.document], period))
        for claim in claims
    )


def _shares_day(document: Document, period: Interval) -> bool:
    return document.published is not None and document.published.overlaps(period)


def _author(claim: Claim, shelf: Shelf) -> Author | None:
    """Who is named as saying it; nobody where the outlet or a source without a name does."""
    from parley.briefing.prose import tidy
    from parley.briefing.speakers import speaker_in

    said = claim.attribution
    if said.kind not in ("named", "organisation") or not said.name:
        return None
    if person := speaker_in(said, claim.document, shelf):
        return Author(kind="Person", name=person.name, wikidata=person.wikidata)
    return Author(kind="Person" if said.kind == "named" else "Organization", name=tidy(said.name))


def _appearances(claims: Iterable[Claim], shelf: Shelf) -> Iterator[Appearance]:
    """The documents, each once, by date."""
    from parley.briefing.prose import tidy

    for document in dict.fromkeys(claim.document for claim in claims):
        held = shelf.documents[document]
        yield Appearance(
            title=shelf.label(document),
            publisher=tidy(held.publisher) if held.publisher else None,
            published=_published(held.published),
            address=held.source if held.source.startswith(_WEB) else None,
        )


def _published(when: Interval | None) -> str | None:
    """The day, else the month or the year in which the days lie; None where they lie in no one year."""
    if when is None or when.start is None or when.end is None:
        return None
    first, last = when.start.isoformat(), when.end.isoformat()
    return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length]), None)
