"""The reading room's own: what was given to be read, and how far the reading is."""

from __future__ import annotations

from typing import Literal

from parley.web.models.common import Model
from parley.web.models.document import DocumentWhole, KindCount

DocumentState = Literal["queued", "reading", "read", "failed", "cancelled"]


class ReadingRoomPage(Model):
    """What may be given to be read at once: how many files, bytes of one and of all, seconds for each."""

    kinds: tuple[str, ...]
    most_files: int
    most_file_bytes: int
    most_bytes: int
    most_seconds: float


class Layout(Model):
    """What is told of a document that was read, before it is opened."""

    title: str
    counts: tuple[KindCount, ...]
    records: int


class GivenDocument(Model):
    """A document of a job. ``number`` counts from 1; ``problem`` is why it could not be read, ``address`` where it can
    be seen when it is read, ``kept`` its id when it was put into the ledger.
    """

    number: int
    name: str
    bytes: int
    state: DocumentState
    state_label: str
    problem: str | None
    title: str | None
    counts: tuple[KindCount, ...]
    records: int
    address: str | None
    kept: str | None


class ReadingJob(Model):
    """Documents given together. ``done`` tells that nothing of it waits to be read any more."""

    id: str
    done: bool
    over: int
    documents: tuple[GivenDocument, ...]
    may_keep: bool


class Preview(Model):
    """Which document of which job is shown; ``kept`` is its id when it is in the ledger."""

    job: str
    number: int
    kept: str | None
    may_keep: bool


class PreviewedDocument(DocumentWhole):
    """A document that was read but is not in the ledger; its links stay in it."""

    preview: Preview
