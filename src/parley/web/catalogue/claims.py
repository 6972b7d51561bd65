"""Claims as items of the catalogue: what the record bears out least first, the newest before the older."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from parley.briefing.claims import (
    MEASURE_LABELS,
    Subject,
    alike_claims,
    claim_in_words,
    subject_in_words,
    value_in_words,
)
from parley.briefing.dates import date_view
from parley.briefing.footnotes import first_words
from parley.briefing.prose import and_list, capitalised, party_heading, tidy, words_of
from parley.briefing.shelf import party_view
from parley.briefing.speakers import said_by, speaker_in
from parley.briefing.verdicts import in_print
from parley.briefing.view import DateView, PartyView
from parley.checking.checked import CheckedClaim
from parley.records import Claim
from parley.records.verdict import SEVERITY
from parley.terms.parties import name_of
from parley.terms.when import Interval
from parley.web.catalogue.desk import Desk
from parley.web.catalogue.item import Item
from parley.web.catalogue.verdicts import brief_verdict, disputed, notes_on, whole_verdict
from parley.web.models.claim import ClaimBrief, ClaimCheck, ClaimFields, ClaimWhole, SpeakerView, Understood
from parley.workflow.claim_reviews import reviewed_claim

CHECK = "check"
"""The form of a claim that holds how the checker understood it: what its chart is drawn from."""
REVIEW = "review"
"""The form of a claim with a verdict that holds what a ClaimReview tells of it."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Claims that were read alike, with what the checker says of them."""

    subject: Subject
    claims: Sequence[Claim]
    checked: CheckedClaim
    published: DateView


def claim_items(desk: Desk) -> Iterator[Item]:
    """Every claim that was checked, claims that were read alike as one."""
    for group in sorted(_groups(desk), key=_by_verdict):
        yield _item(group, _whole(group, desk), desk)


def _groups(desk: Desk) -> Iterator[_Group]:
    for subject, groups in alike_claims(desk.shelf).items():
        for claims in groups:
            checked = desk.shelf.checked(claims)
            if checked:
                dates = [desk.shelf.published(claim.document) for claim in claims]
                newest = max(dates, key=lambda date: date.end or date.start or "")
                yield _Group(subject, claims, checked[0], newest)


def _by_verdict(group: _Group) -> tuple[int, tuple[int, ...]]:
    """The gravest first, and within each the newest."""
    day = group.published.end or group.published.start or "0000-00-00"
    return SEVERITY.index(group.checked.verdict.token), tuple(-int(part) for part in day.split("-"))


def _item(group: _Group, whole: ClaimWhole, desk: Desk) -> Item:
    shared = {name: getattr(whole, name) for name in ClaimFields.model_fields}
    concerned = [group.subject[0], *(code for claim in group.claims for code in (*claim.subjects, *claim.against))]
    return Item(
        kind="claim",
        id=whole.id,
        title=f"{whole.subject}: {whole.reading}",
        content=whole,
        brief=ClaimBrief(**shared, conflicts=len(whole.conflicts)),
        facets=[
            ("verdict", whole.verdict.token),
            ("measure", whole.measure),
            *(("party", code) for code in concerned if code),
            *([("person", whole.said_by.person)] if whole.said_by.person else []),
            *(("report", report) for report in whole.reports),
            *(("document", document) for document in {claim.document for claim in group.claims}),
        ],
        first_day=group.published.start or group.published.end,
        last_day=group.published.end or group.published.start,
        forms=dict(_forms(group, desk)),
        words=" ".join([whole.said_by.words, *(quote.exact for quote in whole.quotes), whole.reason]),
    )


def _forms(group: _Group, desk: Desk) -> Iterator[tuple[str, BaseModel]]:
    yield CHECK, ClaimCheck(assertion=group.checked.assertion, verdict=group.checked.verdict)
    if group.checked.verdict.token != "not_checkable":
        yield REVIEW, reviewed_claim(group.claims, group.checked.verdict, desk.shelf)


def _whole(group: _Group, desk: Desk) -> ClaimWhole:
    claim, verdict = group.claims[0], group.checked.verdict
    quotes, reports = desk.quotes_of(group.claims), tuple(one.id for one in group.claims)
    return ClaimWhole(
        id=claim.id,
        words=first_words(claim.quote),
        reading=claim_in_words(claim),
        subject=subject_in_words(claim),
        party=PartyView(code, party_heading(code)) if (code := group.subject[0]) else None,
        said_by=_speaker(claim, desk),
        published=group.published,
        quote=quotes[0],
        measure=claim.measure,
        measure_label=MEASURE_LABELS.get(claim.measure, words_of(claim.measure)),
        low=claim.low,
        high=claim.high,
        unit=claim.unit,
        comparator=claim.comparator,
        year=claim.year,
        against=tuple(party_view(code) for code in claim.against),
        verdict=brief_verdict(verdict.token),
        reason=in_print(verdict.reason),
        basis=in_print(verdict.basis),
        corrected=any(report in desk.shelf.corrected for report in reports),
        reports=reports,
        understood=tuple(_understood(claim, group)),
        checked=whole_verdict(verdict),
        quotes=quotes,
        conflicts=disputed(reports, desk),
        corrections=notes_on(reports, desk),
    )


def _speaker(claim: Claim, desk: Desk) -> SpeakerView:
    person = speaker_in(claim.attribution, claim.document, desk.shelf)
    named = claim.attribution.kind in ("named", "organisation") and bool(person or claim.attribution.name)
    return SpeakerView(
        words=said_by(claim.attribution, claim.document, desk.shelf), named=named, person=person.id if person else None
    )


def _understood(claim: Claim, group: _Group) -> Iterator[Understood]:
    """What the words were read as, one thing at a time, and what was not said but inferred."""
    grounds = {field: tidy(ground) for field, ground in claim.inferred}
    asserted = group.checked.assertion
    told = (
        ("Of whom", ("subject", "subjects"), subject_in_words(claim)),
        ("Measure", ("measure", "about"), _measure(claim)),
        ("Figure", ("low", "high", "unit"), _figure(claim)),
        ("Compared with", ("against",), and_list([name_of(code) for code in claim.against])),
        ("Year", ("year",), str(claim.year) if claim.year else "none named, so that of its time"),
        ("Against the year", ("base_year",), str(claim.base_year) if claim.base_year else ""),
        ("Counted as", ("gas", "basis"), _counted(claim)),
        ("Said on", ("said",), date_view(Interval.day(asserted.said)).words if asserted.said else ""),
        ("Beside it", ("unread",), f"“{tidy(asserted.unread)}” was not understood" if asserted.unread else ""),
    )
    for label, fields, words in told:
        if words:
            ground = next((grounds[field] for field in fields if field in grounds), None)
            yield Understood(label=label, words=words, inferred=ground)


def _measure(claim: Claim) -> str:
    told = (MEASURE_LABELS.get(claim.measure), tidy(words_of(claim.about or "")))
    what = ", ".join(part for part in told if part) or "not one of those that have figures"
    way = {"up": ", a rise", "down": ", a fall", "to": ", to a level"}.get(claim.direction or "", "")
    return capitalised(f"{what}{way}{', denied' if claim.denied else ''}")


def _figure(claim: Claim) -> str:
    if claim.low is None and claim.high is None:
        return {">": "more, without a figure", "<": "less, without a figure"}.get(claim.comparator, "none")
    written = f" (written “{tidy(claim.written)}”)" if claim.written else ""
    return f"{value_in_words(claim)}{written}"


def _counted(claim: Claim) -> str:
    return ", ".join(in_print(words_of(part)) for part in (claim.gas, claim.basis) if part)
