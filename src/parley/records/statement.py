"""What somebody said, quoted or reported."""

from __future__ import annotations

from typing import ClassVar, Literal

from parley.records.base import Attribution, Report


class Statement(Report):
    """Speech with its speaker.

    A ``quoted`` statement's first quote is exactly what stood between the quotation marks (marks left out, a trailing
    comma kept); a ``reported`` one's is the reporting sentence. ``speaker`` is a Person's name in this document or the
    words for an organisation or an anonymous source; ``cue`` is the reporting verb.
    """

    prefix: ClassVar[str] = "sta"
    kind_of_report: ClassVar[str] = "statement"

    speech: Literal["quoted", "reported"]
    attribution: Attribution
    cue: str | None = None

    @property
    def speaker(self) -> str | None:
        return self.attribution.name
