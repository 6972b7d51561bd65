"""Pledges as pages show them: in a list, on the page of their Party, and each by itself."""

from __future__ import annotations

from typing import Literal

from parley.records.pledge import Firmness, PledgeKind
from parley.web.models.common import DateView, Facet, Listing, Model, PartyView, Quote, ReportRef
from parley.web.models.verdict import Disputed, VerdictBrief, VerdictWhole

State = Literal["standing", "replaced", "beside"]
"""``beside`` is what is only urged, proposed or drafted."""
BesideRecord = Literal["known", "different", "new", ""]
"""How it stands beside the pledges of record: they say the same, they have another of this kind, they have none; ``""``
where they are not compared."""


class PledgeFields(Model):
    """A pledge: ``words`` for readers, the fields of the pledge for programs.

    ``low`` and ``high`` are in ``unit``; ``change`` says how it differs from the one whose place it took.
    """

    id: str
    party: PartyView
    words: str
    kind: PledgeKind
    firmness: Firmness
    firmness_label: str
    state: State
    gas: str | None
    low: float | None
    high: float | None
    unit: str | None
    base_year: int | None
    target_year: int | None
    about: str | None
    since: DateView
    change: str | None
    record: BesideRecord
    verdict: VerdictBrief | None
    corrected: bool


class PledgeBrief(PledgeFields):
    """A pledge in a list: ``reports`` counts the reports of it, ``conflicts`` what is in dispute about it."""

    reports: int
    conflicts: int


class PledgeStep(Model):
    """One report in the history of a pledge: what it added to those before it, and its words."""

    report: str
    reported: DateView
    firmness: Firmness
    firmness_label: str
    step: Literal["first", "restated", "firmer"]
    label: str
    quotes: tuple[Quote, ...]


class PledgeRef(Model):
    """Another pledge of the book."""

    id: str
    words: str
    firmness_label: str


class PledgeOfRecord(Model):
    """A pledge of record: ``status`` says whether it stands on the last day of the record, or what became of it."""

    id: str
    words: str
    kind: PledgeKind
    firmness: Firmness
    firmness_label: str
    target_year: int | None
    since: str
    since_day: str
    stands: bool
    status: str
    condition: str | None
    note: str | None
    doubt: str | None
    source: str
    confidence: str


class PledgeWhole(PledgeFields):
    """A pledge with all reports of it, what it replaced and by which it was replaced, and what the record says of it.

    ``details`` are sentences on it; ``changed_by`` are the words that show the change; ``wanted`` is what is only urged
    or proposed on the matter.
    """

    details: tuple[str, ...]
    history: tuple[PledgeStep, ...]
    replaces: tuple[PledgeRef, ...]
    replaced_by: PledgeRef | None
    changed_by: tuple[Quote, ...]
    wanted: tuple[PledgeRef, ...]
    on_record: tuple[PledgeOfRecord, ...]
    checked: VerdictWhole | None
    conflicts: tuple[Disputed, ...]
    corrections: tuple[Quote, ...]
    reports: tuple[ReportRef, ...]


class PartyBrief(Model):
    """A Party in the book: how many of its pledges stand, were replaced, or are only wanted or proposed."""

    party: PartyView
    standing: int
    replaced: int
    beside: int


class PledgesPage(Listing):
    """A page of the pledge book, by Party; ``state`` counts what the other filters leave, the other facets all."""

    items: tuple[PledgeBrief, ...]
    parties: tuple[PartyBrief, ...]
    party: tuple[Facet, ...]
    kind: tuple[Facet, ...]
    firmness: tuple[Facet, ...]
    state: tuple[Facet, ...]
    record: tuple[Facet, ...]


class PartyRecord(Model):
    """The pledges of record of a Party, as of ``record_day``; ``note`` says what the record lacks.

    ``has_pathway`` tells that the outlook has a pathway of it.
    """

    party: PartyView
    on_record: tuple[PledgeOfRecord, ...]
    past_record: tuple[PledgeOfRecord, ...]
    record_day: str
    note: str
    has_pathway: bool


class PartyPledgesPage(PartyRecord):
    """A Party's page of the book: what documents say, and beside it the pledges of record.

    ``claims`` and ``positions`` count what else documents say of it.
    """

    standing: tuple[PledgeWhole, ...]
    replaced: tuple[PledgeWhole, ...]
    beside: tuple[PledgeWhole, ...]
    claims: int
    positions: int
