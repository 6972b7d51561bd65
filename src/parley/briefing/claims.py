"""Claims by subject: the words, how they were read, who said them, and what is on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from parley.briefing.amounts import amount, ordinal
from parley.briefing.charted_claims import charts_of
from parley.briefing.footnotes import Footnotes, first_words
from parley.briefing.prose import and_list, capitalised, party_heading, party_in_prose, tidy, words_of
from parley.briefing.shelf import Shelf, party_view
from parley.briefing.speakers import said_by
from parley.briefing.verdict_view import ClaimChart, VerdictView
from parley.briefing.verdicts import verdict_view
from parley.briefing.view import ClaimView, SubjectClaims
from parley.records import Claim
from parley.terms.parties import is_group, name_of

MEASURE_LABELS = {
    "emissions": "emissions",
    "emissions_share": "share of emissions",
    "rank_emitter": "rank among emitters",
    "change": "change",
    "ratio": "ratio",
    "per_capita": "per person",
    "cumulative": "cumulative emissions",
    "coal_capacity": "coal capacity",
    "coal_share": "share of coal",
    "renewables": "renewables",
    "electricity_share": "share of electricity",
    "energy_share": "share of energy",
    "target_gap": "gap between targets",
    "target": "target",
    "warming": "warming",
    "budget": "carbon budget",
    "money": "money",
    "rank_economy": "rank among economies",
    "office": "office",
    "event_date": "date of an event",
    "count": "count",
    "duration": "duration",
}
_COMPARATORS = {"=": "", "<": "less than ", ">": "more than ", "~": "about "}
_NO_SUBJECT = "Subject not stated"

Subject = tuple[str | None, str | None]
"""A Party's code, or words, or neither."""
_Reading = tuple[object, ...]


def claims_by_subject(shelf: Shelf, notes: Footnotes) -> tuple[SubjectClaims, ...]:
    """Parties by name, then other subjects by name, then claims without one."""
    claims = [claim for reading in shelf.readings for claim in reading.claims]
    charts = charts_of([shelf.checks[claim.id] for claim in claims if claim.id in shelf.checks])
    return tuple(
        SubjectClaims(
            subject=subject_heading(code, words),
            party=code,
            claims=tuple(claim_view(alike, shelf, notes, charts) for alike in groups),
        )
        for (code, words), groups in alike_claims(shelf).items()
    )


def alike_claims(shelf: Shelf) -> dict[Subject, list[list[Claim]]]:
    """Claims by subject in the order above; claims that were read alike, in several documents too, are one group."""
    found: dict[Subject, dict[_Reading, list[Claim]]] = {}
    for reading in shelf.readings:
        for claim in reading.claims:
            found.setdefault(_subject(claim), {}).setdefault(_reading(claim, shelf), []).append(claim)
    return {subject: list(found[subject].values()) for subject in sorted(found, key=_by_name)}


def subject_in_words(claim: Claim) -> str:
    """Of whom or what a claim is, standing alone: ``China and United States, taken together``."""
    if not claim.subjects:
        return subject_heading(*_subject(claim))
    names = and_list([party_heading(code) for code in claim.subjects])
    return f"{names}, taken together" if claim.together else names


def claim_in_words(claim: Claim) -> str:
    """How a claim was read: ``share of emissions: about 27% (2019)``."""
    value = value_in_words(claim)
    year = f" ({claim.year})" if claim.year else ""
    against = f", against {and_list([party_in_prose(code) for code in claim.against])}" if claim.against else ""
    label = MEASURE_LABELS.get(claim.measure) or tidy(words_of(claim.about or ""))
    return f"{': '.join(part for part in (label, value) if part) or 'no figure'}{year}{against}"


def claim_view(
    claims: Sequence[Claim], shelf: Shelf, notes: Footnotes, charts: Mapping[str, ClaimChart] = MappingProxyType({})
) -> ClaimView:
    """One line for claims that were read alike, with the quotes of all."""
    claim = claims[0]
    return ClaimView(
        words=first_words(claim.quote),
        reading=claim_in_words(claim),
        said_by=said_by(claim.attribution, claim.document, shelf),
        measure=claim.measure,
        low=claim.low,
        high=claim.high,
        unit=claim.unit,
        year=claim.year,
        comparator=claim.comparator,
        against=tuple(party_view(code) for code in claim.against),
        verdict=_verdict(claims, shelf, charts),
        corrected=any(one.id in shelf.corrected for one in claims),
        reports=tuple(one.id for one in claims),
        citations=notes.cite(claims),
    )


def _verdict(claims: Sequence[Claim], shelf: Shelf, charts: Mapping[str, ClaimChart]) -> VerdictView | None:
    """What checking says of claims that it says the same of, with the chart of the first that has one."""
    found = shelf.checked(claims)
    if not found:
        return None
    chart = next((charts[claim.id] for claim in claims if claim.id in charts), None)
    return replace(verdict_view(found[0].verdict), chart=chart)


def _reading(claim: Claim, shelf: Shelf) -> _Reading:
    """What two claims must share to be one line; a claim without a number stands for itself."""
    number = (claim.low, claim.high, claim.unit) if claim.low is not None or claim.high is not None else (claim.id,)
    speaker = said_by(claim.attribution, claim.document, shelf)
    checked = shelf.checks.get(claim.id)
    verdict = (checked.verdict.token, checked.verdict.reason) if checked else None
    return claim.measure, *number, claim.year, claim.comparator, claim.against, speaker, verdict


def value_in_words(claim: Claim) -> str | None:
    """A claim’s figure: ``about 27%``, ``2nd``, ``less than $3 billion``; else the number as it is written."""
    ranked = claim.measure in ("rank_emitter", "rank_economy") and claim.low is not None
    if ranked and claim.comparator == "<":
        return f"among the first {round(claim.low or 0)}"
    if ranked:
        return _COMPARATORS[claim.comparator] + ordinal(claim.low or 0)
    value = amount(claim.low, claim.high, claim.unit)
    if value is None:
        return tidy(claim.written) if claim.written else None
    return _COMPARATORS[claim.comparator] + value


def _subject(claim: Claim) -> Subject:
    """The subject as a Party's code, or as words."""
    if claim.subject is None:
        return None, None
    if _is_party(claim.subject):
        return claim.subject, None
    return None, tidy(claim.subject)


def _is_party(subject: str) -> bool:
    return name_of(subject) != subject or is_group(subject)


def subject_heading(code: str | None, words: str | None) -> str:
    """Of whom or what claims are, standing alone."""
    if code:
        return party_heading(code)
    return capitalised(words) if words else _NO_SUBJECT


def _by_name(subject: Subject) -> tuple[int, str]:
    code, words = subject
    if code:
        return 0, f"{code == 'WLD'}{name_of(code)}{code}"
    return (1, words) if words else (2, "")
