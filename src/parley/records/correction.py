"""A note by which a document corrects or updates itself."""

from __future__ import annotations

from typing import ClassVar, Literal

from parley.records.base import Report


class Correction(Report):
    """The words of a correction note, what it says was wrong, and the reports of the same document it touches."""

    prefix: ClassVar[str] = "cor"
    kind_of_report: ClassVar[str] = "correction"

    nature: Literal["correction", "clarification", "update", "retraction"] = "correction"
    touches: tuple[str, ...] = ()
