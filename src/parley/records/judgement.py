"""What people decide about the links: joined, taken apart, rejected, noted, undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import ClassVar, Literal

from pydantic import Field

from parley.records.anchor import Anchor
from parley.records.base import Record
from parley.records.ids import content_id
from parley.records.reading import Reading

Verb = Literal["merge", "split", "reject", "note", "undo"]

_LISTS = ("people", "engagements", "pledges", "claims", "statements", "positions", "corrections")


class Judgement(Record):
    """One decision of somebody, who says why. It is never changed; an ``undo`` takes it back.

    ``number`` is its place among the judgements of its ledger, 0 before it is kept. ``named`` are the ids that were
    given. ``ones`` and ``others`` are what they meant: of a merge the reports of the one and the other; of a split
    those taken out and those left behind, or no ``ones`` where all were taken apart; else only ``ones``. ``undoes`` is
    the id of a judgement, ``text`` the words of a note.
    """

    prefix: ClassVar[str] = "jud"

    number: int = Field(default=0, ge=0)
    verb: Verb
    named: tuple[str, ...] = ()
    ones: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    undoes: str | None = None
    text: str = ""
    author: str = Field(min_length=1)
    time: datetime
    reason: str = ""

    @property
    def id(self) -> str:
        return content_id(self.prefix, self.model_dump(mode="json", exclude_defaults=True))

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """All that it points at."""
        return (*self.ones, *self.others)

    @property
    def by(self) -> str:
        """Who and when, and why where that is said: ``Ana Oru on 2021-05-05 (“two rooms”)``."""
        words = f"{self.author} on {self.time.date().isoformat()}"
        return f"{words} (“{self.reason}”)" if self.reason else words


class Effect(Record):
    """What a judgement does to the present view: whether it ``applies``, how in ``words``, to which ``reports``."""

    judgement: str
    applies: bool
    words: str
    reports: tuple[str, ...] = ()


def undone(judgements: Iterable[Judgement]) -> Mapping[str, str]:
    """The undoing that holds, by id of the judgement that it undoes. An undoing can be undone, too."""
    by: dict[str, str] = {}
    for judgement in sorted(judgements, key=lambda judgement: judgement.number, reverse=True):
        if judgement.undoes is not None and judgement.id not in by:
            by[judgement.undoes] = judgement.id
    return by


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, by number: neither undone nor an undoing."""
    known = sorted(judgements, key=lambda judgement: judgement.number)
    gone = undone(known)
    return tuple(judgement for judgement in known if judgement.verb != "undo" and judgement.id not in gone)


def find_rejected(reading: Reading, judgements: Iterable[Judgement]) -> Mapping[str, str]:
    """The judgement that rejects it, by id, of all reports of a reading that some judgements in force reject."""
    here = [
        (judgement.id, anchor)
        for judgement in judgements
        if judgement.verb == "reject"
        for anchor in judgement.ones
        if anchor.document == reading.document.id
    ]
    found = ((anchor.find(reading).report, judgement) for judgement, anchor in here)
    return {report: judgement for report, judgement in found if report is not None}


def without(reading: Reading, reports: Iterable[str]) -> Reading:
    """A reading without some reports."""
    gone = frozenset(reports)
    if not gone:
        return reading
    kept = {name: tuple(one for one in getattr(reading, name) if one.id not in gone) for name in _LISTS}
    return reading.model_copy(update=kept)
