"""What a Party holds on an issue."""

from __future__ import annotations

from typing import ClassVar

from parley.records.base import OUTLET, Attribution, Report


class Position(Report):
    """A Party's stance on an issue, in the words of the document.

    ``issue`` is a token of ``reading/lexicon/issues.toml`` (coal, sanctions, trade, human rights, finance, …);
    ``stance`` is one of ``supports``, ``opposes``, ``urges``, ``links``, ``separates``, ``claims``, ``states``.
    ``towards`` are the Parties it is addressed to.
    """

    prefix: ClassVar[str] = "pos"
    kind_of_report: ClassVar[str] = "position"

    party: str
    issue: str
    stance: str
    towards: tuple[str, ...] = ()
    holder: str | None = None
    attribution: Attribution = OUTLET
