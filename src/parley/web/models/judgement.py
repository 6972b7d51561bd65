"""Judgements as pages show them: what people decided, and what that does."""

from __future__ import annotations

from parley.web.models.common import Listing, Model, ReportRef


class Named(Model):
    """A record that a judgement names; ``address`` and ``title`` are of what now holds it, None where nothing does."""

    id: str
    title: str | None
    address: str | None


class JudgementWhole(Model):
    """A judgement: who decided what, when and why, and what it does now.

    ``state`` is ``in_force``, ``not_applied`` (its words are no longer read as they were) or ``undone``; ``effect``
    says it in words. ``kind`` is that of the records it is about, None for an undoing. ``undoes`` and ``undone_by``
    are ids of judgements.
    """

    id: str
    number: int
    verb: str
    verb_label: str
    kind: str | None
    named: tuple[Named, ...]
    author: str
    time: str
    when: str
    reason: str
    text: str
    state: str
    state_label: str
    effect: str
    words: tuple[ReportRef, ...]
    undoes: str | None
    undone_by: str | None


class JudgementsPage(Listing):
    """A page of the judgements, the newest first."""

    items: tuple[JudgementWhole, ...]


class Moved(Model):
    """Where the reports of a record that judgements changed are now; ``id`` is None where they are nowhere."""

    id: str | None
    words: str


class Candidate(Model):
    """A record that another could be merged with."""

    id: str
    title: str
    address: str
    facts: str


class CandidatesPage(Model):
    """Records of one kind that hold some words, or that resemble the record with ``id`` where no words are given."""

    kind: str
    id: str
    title: str
    address: str
    q: str
    items: tuple[Candidate, ...]


class Again(Model):
    """A judgement that could not be made: ``problem`` says why; the rest is what was entered."""

    verb: str
    kind: str
    id: str
    title: str
    address: str
    problem: str
    reports: tuple[ReportRef, ...]
    chosen: tuple[str, ...]
    text: str
    reason: str
    candidates: tuple[Candidate, ...]
    other: str
