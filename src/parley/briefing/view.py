"""What a briefing shows, before it becomes HTML, Markdown or JSON.

The view holds plain words for readers beside codes and numbers for programs. Every line that rests on a document
carries ``citations``: places in the view that point at a numbered ``Note``, which is a quote in its context.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.briefing.outlook_view import OutlookView
from parley.briefing.verdict_view import VerdictView


@dataclass(frozen=True, slots=True)
class Citation:
    """The ``place``-th mention (from 1) of note ``note``, so that a note can point back at each of its mentions."""

    note: int
    place: int


Citations = tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words, ``short`` for charts and chains.

    ``doubts`` says why it is not to be read as exact; ``ground`` is how it was inferred, where it was.
    """

    words: str
    short: str
    start: str | None = None
    end: str | None = None
    precision: str | None = None
    approximate: bool = False
    ground: str | None = None
    doubts: tuple[str, ...] = ()

    @property
    def uncertain(self) -> bool:
        return bool(self.doubts)


@dataclass(frozen=True, slots=True)
class PartyView:
    """A Party by its code and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Note:
    """One quote: ``exact`` is the document's text from ``start`` to ``end``; ``before`` and ``after`` are its context.

    ``cited`` counts the mentions of the note in the briefing.
    """

    number: int
    document: str
    source: str
    date: str
    start: int
    end: int
    before: str
    exact: str
    after: str
    cited: int


@dataclass(frozen=True, slots=True)
class SummaryLine:
    text: str
    date: DateView | None = None
    status: str | None = None
    citations: Citations = ()


@dataclass(frozen=True, slots=True)
class SummaryGroup:
    """A few lines under one heading; ``more`` counts those left to the section ``section``."""

    heading: str
    section: str
    lines: tuple[SummaryLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class LifeView:
    """One step in an event's life: the status that documents gave it.

    ``ordered`` tells that it was certainly reported after the step before it.
    """

    status: str
    label: str
    reported: DateView
    ordered: bool
    citations: Citations


@dataclass(frozen=True, slots=True)
class EventView:
    """An event; ``remark`` is a sentence on what is doubtful about it, ``background`` marks past history."""

    id: str
    kind: str
    status: str
    status_label: str
    title: str
    name: str | None
    date: DateView
    mode: str
    place: str | None
    parties: tuple[PartyView, ...]
    people: tuple[str, ...]
    life: tuple[LifeView, ...]
    background: bool = False
    corrected: bool = False
    remark: str | None = None
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PledgeView:
    """One entry of the pledge book: ``words`` for readers, the fields of the pledge for programs."""

    id: str
    words: str
    firmness: str
    firmness_label: str
    details: tuple[str, ...]
    kind: str
    gas: str | None
    low: float | None
    high: float | None
    unit: str | None
    base_year: int | None
    target_year: int | None
    about: str | None
    replaced_by: str | None
    verdict: VerdictView | None
    corrected: bool
    citations: Citations


@dataclass(frozen=True, slots=True)
class PartyPledges:
    """A Party's page of the pledge book: what stands, what it replaced, and what is only wanted or proposed."""

    party: PartyView
    standing: tuple[PledgeView, ...]
    replaced: tuple[PledgeView, ...]
    beside: tuple[PledgeView, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in its document's words, how it was read, who said it, and what the record says of it."""

    words: str
    reading: str
    said_by: str
    measure: str
    low: float | None
    high: float | None
    unit: str | None
    year: int | None
    comparator: str
    against: tuple[PartyView, ...]
    verdict: VerdictView | None
    corrected: bool
    reports: tuple[str, ...]
    citations: Citations


@dataclass(frozen=True, slots=True)
class SubjectClaims:
    subject: str
    party: str | None
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """Speech: ``quoted`` in the speaker's own words, otherwise the sentence that reports it."""

    words: str
    quoted: bool
    cue: str | None
    source: str
    date: DateView
    corrected: bool
    citations: Citations


@dataclass(frozen=True, slots=True)
class SpeakerStatements:
    speaker: str
    description: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """A stance; ``turn`` says what was held before where a Party turned against that."""

    issue: str
    stance: str
    words: str
    holder: str | None
    towards: tuple[PartyView, ...]
    corrected: bool
    turn: str | None
    citations: Citations


@dataclass(frozen=True, slots=True)
class PartyPositions:
    party: PartyView
    positions: tuple[PositionView, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A document's own note that it was wrong; ``touches`` says in words which lines of the briefing it bears on."""

    nature: str
    words: str
    source: str
    date: DateView
    touches: tuple[str, ...]
    citations: Citations


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """What one report says of the field in dispute; ``value`` is None where it only has words."""

    value: str | None
    words: str
    source: str
    date: DateView
    citations: Citations


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A point in dispute; ``about`` names the event, the pledge or the subject it is about."""

    id: str
    concerns: str
    about: str | None
    field: str
    words: str
    sides: tuple[ConflictSide, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    id: str
    name: str
    roles: tuple[str, ...]
    party: PartyView | None
    organisation: str | None
    also: tuple[str, ...]
    documents: int
    citations: Citations


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document as listed among the sources; ``counts`` says how many records of each kind."""

    id: str
    title: str
    untitled: bool
    publisher: str | None
    file: str
    date: DateView
    basis: str
    ground: str | None
    language: str
    sha256: str
    counts: tuple[str, ...]
    repairs: int

    @property
    def empty(self) -> bool:
        """Whether nothing was found in the document."""
        return not self.counts


@dataclass(frozen=True, slots=True)
class BriefingView:
    """All that a briefing shows, in reading order; notes are numbered by first mention.

    ``outlook`` is None where it was not asked for or no document has a pledge.
    """

    title: str
    subtitle: str
    latest: str | None
    summary: tuple[SummaryGroup, ...]
    corrections: tuple[CorrectionView, ...]
    timeline: tuple[EventView, ...]
    pledges: tuple[PartyPledges, ...]
    outlook: OutlookView | None
    conflicts: tuple[ConflictView, ...]
    claims: tuple[SubjectClaims, ...]
    statements: tuple[SpeakerStatements, ...]
    positions: tuple[PartyPositions, ...]
    people: tuple[PersonView, ...]
    sources: tuple[SourceView, ...]
    notes: tuple[Note, ...]
    readers: tuple[str, ...]
    checker: str | None
