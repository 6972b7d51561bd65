"""Claims as pages show them."""

from __future__ import annotations

from parley.briefing.verdict_view import ClaimChart
from parley.checking.assertion import Assertion
from parley.records.claim import Comparator, Measure
from parley.records.verdict import Verdict
from parley.web.models.common import DateView, Facet, Listing, Model, PartyView, Quote
from parley.web.models.verdict import Disputed, VerdictBrief, VerdictWhole


class SpeakerView(Model):
    """Who says it; ``person`` is the id of somebody with a page, ``named`` false of a source without a name."""

    words: str
    named: bool
    person: str | None


class ClaimFields(Model):
    """A claim: the words of the document, how they were read, who said them, and the verdict.

    Claims that were read alike are one, whose id is that of the first; ``reports`` are the ids of all and ``quote`` is
    the first of their quotes. ``low`` and ``high`` are in ``unit``; ``subject`` says of whom or what it is, ``party``
    with the code where that is a Party.
    """

    id: str
    words: str
    reading: str
    subject: str
    party: PartyView | None
    said_by: SpeakerView
    published: DateView
    quote: Quote
    measure: Measure
    measure_label: str
    low: float | None
    high: float | None
    unit: str | None
    comparator: Comparator
    year: int | None
    against: tuple[PartyView, ...]
    verdict: VerdictBrief
    reason: str
    basis: str
    corrected: bool
    reports: tuple[str, ...]


class ClaimBrief(ClaimFields):
    """A claim in a list; ``conflicts`` counts what is in dispute about it."""

    conflicts: int


class Understood(Model):
    """One thing that the words were read as: ``inferred`` says on what ground, where they do not say it."""

    label: str
    words: str
    inferred: str | None = None


class ClaimWhole(ClaimFields):
    """A claim with its verdict, the records that it was held against, and its quotes."""

    understood: tuple[Understood, ...]
    checked: VerdictWhole
    quotes: tuple[Quote, ...]
    conflicts: tuple[Disputed, ...]
    corrections: tuple[Quote, ...]


class ClaimPage(ClaimWhole):
    """A claim and the figures of its chart; None where there is no series behind its verdict."""

    chart: ClaimChart | None
    key: tuple[str, ...]


class ClaimCheck(Model):
    """How the checker understood a claim, and its verdict: what the chart is made from."""

    assertion: Assertion
    verdict: Verdict


class VerdictCount(Model):
    """How many of the claims that the other filters leave have a verdict, and what that verdict means."""

    token: str
    label: str
    mark: str
    meaning: str
    count: int


class ClaimsPage(Listing):
    """A page of the claims."""

    items: tuple[ClaimBrief, ...]
    verdicts: tuple[VerdictCount, ...]
    measure: tuple[Facet, ...]
    party: tuple[Facet, ...]
