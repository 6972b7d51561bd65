"""The data model: what a document says, and the linked view of many documents."""

from parley.records.anchor import Anchor
from parley.records.base import OUTLET, Attribution, Record, Report
from parley.records.claim import Claim, Comparator, Direction, Measure
from parley.records.correction import Correction
from parley.records.document import DateBasis, Document, Repair
from parley.records.engagement import Engagement, EngagementKind, EngagementStatus, Mode, Place
from parley.records.ids import content_id, document_id
from parley.records.judgement import Effect, Judgement, Verb
from parley.records.linked import (
    BookEntry,
    Conflict,
    Event,
    LifeStep,
    LinkedOrganisation,
    LinkedPerson,
    Links,
    Stance,
    Trip,
)
from parley.records.person import Person
from parley.records.pledge import Firmness, Gas, Pledge, PledgeKind, Qualifier, ReductionBasis
from parley.records.position import Position
from parley.records.quote import Quote
from parley.records.reading import REPORT_TYPES, Reading
from parley.records.statement import Statement

__all__ = [
    "OUTLET",
    "REPORT_TYPES",
    "Anchor",
    "Attribution",
    "BookEntry",
    "Claim",
    "Comparator",
    "Conflict",
    "Correction",
    "DateBasis",
    "Direction",
    "Document",
    "Effect",
    "Engagement",
    "EngagementKind",
    "EngagementStatus",
    "Event",
    "Firmness",
    "Gas",
    "Judgement",
    "LifeStep",
    "LinkedOrganisation",
    "LinkedPerson",
    "Links",
    "Measure",
    "Mode",
    "Person",
    "Place",
    "Pledge",
    "PledgeKind",
    "Position",
    "Qualifier",
    "Quote",
    "Reading",
    "Record",
    "ReductionBasis",
    "Repair",
    "Report",
    "Stance",
    "Statement",
    "Trip",
    "Verb",
    "content_id",
    "document_id",
]
