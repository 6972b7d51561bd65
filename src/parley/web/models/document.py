"""Documents as the reading room shows them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from parley.records.document import DateBasis
from parley.records.verdict import Token
from parley.web.models.common import DateView, Facet, Listing, Model

RecordKind = Literal["engagement", "pledge", "claim", "statement", "position", "correction", "person"]


class KindCount(Model):
    """How many records of a kind a document has; ``label`` names the kind, one or several."""

    kind: RecordKind
    label: str
    count: int


class DocumentBrief(Model):
    """A document in a list. ``basis`` is how its date is known, ``ground`` why it was inferred to be that.

    ``versions`` counts the other versions of it.
    """

    id: str
    title: str
    untitled: bool
    publisher: str | None
    date: DateView
    basis: DateBasis
    basis_label: str
    ground: str | None
    counts: tuple[KindCount, ...]
    records: int
    corrections: int
    versions: int


class DocumentsPage(Listing):
    """A page of the list of documents, with what it can be filtered by."""

    items: tuple[DocumentBrief, ...]
    parties: tuple[Facet, ...]
    publishers: tuple[Facet, ...]


class Place(Model):
    """A stretch of the text: ``end`` is excluded, and both count Unicode code points."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)


class SegmentMark(Model):
    """That a segment is of a record, by its number in ``records``, whose quote is underlined on ``line`` (0 is next
    to the words).
    """

    record: int
    line: int


class Segment(Place):
    """A stretch that the same records speak of throughout. ``anchors`` are the ends of the quotes that begin here;
    ``opens`` tells that the first quote of a record does.
    """

    marks: tuple[SegmentMark, ...] = ()
    anchors: tuple[int, ...] = ()
    opens: bool = False


class TextParagraph(Place):
    """Segments from ``start`` to ``end``, then white space to ``next_start``."""

    next_start: int
    segments: tuple[Segment, ...]


class RecordFact(Model):
    """One thing that a record says, in words."""

    label: str
    words: str


class RecordLink(Model):
    """Where more is to be read on a record."""

    address: str
    words: str


class RecordVerdict(Model):
    """What checking says of a record; ``references`` are the figures that it was held against, in words."""

    token: Token
    label: str
    mark: str
    reason: str
    basis: str
    references: tuple[str, ...]


class DocumentRecord(Model):
    """A record as its document has it: ``title`` is how it was read, ``words`` the text of its first place.

    ``tone`` and ``tone_label`` are the status of an engagement or how firm a pledge is. ``inferred`` says what was not
    stated, and the ground of each guess.
    """

    id: str
    kind: RecordKind
    kind_label: str
    title: str
    words: str
    places: tuple[Place, ...]
    tone: str | None
    tone_label: str | None
    facts: tuple[RecordFact, ...]
    verdict: RecordVerdict | None
    inferred: tuple[str, ...]
    corrected: bool
    links: tuple[RecordLink, ...]


class TextRepair(Model):
    """A place that was repaired or is to be doubted; ``proposal`` is what may have stood there, never put in.

    ``start`` and ``end`` are the same where a character was left out.
    """

    start: int
    end: int
    kind: Literal["mojibake", "lost_letter", "control"]
    label: str
    words: str
    proposal: str | None


class ChangedRecord(Model):
    """A record that one version has and the other has not, or has otherwise: ``fields`` are those that differ.

    ``was`` and ``now`` are its words in the earlier and the later version, with their ``was_at`` and ``now_at``.
    """

    kind_label: str
    fields: tuple[str, ...] = ()
    was: str | None = None
    was_at: Place | None = None
    now: str | None = None
    now_at: Place | None = None


class ChangedPassage(Model):
    """Words of the earlier text and those in their place; one of the two may be empty."""

    was: str
    now: str


class DocumentVersion(Model):
    """The version of a document before this one or, with ``later``, after it, and what changed between the two."""

    id: str
    title: str
    date: DateView
    later: bool
    ground: str
    added: tuple[ChangedRecord, ...]
    withdrawn: tuple[ChangedRecord, ...]
    altered: tuple[ChangedRecord, ...]
    passages: tuple[ChangedPassage, ...]


class DocumentWhole(Model):
    """A document to be read: its text in paragraphs and segments, and every record in the order of the text."""

    id: str
    title: str
    untitled: bool
    publisher: str | None
    date: DateView
    basis: DateBasis
    basis_label: str
    ground: str | None
    language: str
    sources: tuple[str, ...]
    sha256: str
    media_type: str
    encoding: str
    reader: str
    counts: tuple[KindCount, ...]
    text: str
    paragraphs: tuple[TextParagraph, ...]
    records: tuple[DocumentRecord, ...]
    repairs: tuple[TextRepair, ...]
    versions: tuple[DocumentVersion, ...]
