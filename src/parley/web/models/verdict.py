"""Verdicts as pages show them, of claims and of pledges."""

from __future__ import annotations

from parley.briefing.verdict_view import RecordView
from parley.records.verdict import Token
from parley.web.models.common import Model


class VerdictBrief(Model):
    """A verdict in a list: ``mark`` is a sign for ``label``."""

    token: Token
    label: str
    mark: str


class VerdictWhole(Model):
    """What the record says, and why.

    ``meaning`` is what the token says of anything; ``basis`` the way of counting that decides; ``records`` all that it
    was held against, the deciding first; ``confidence`` (0 to 1) how sure it is that the words mean what was checked;
    ``missing`` what figures it would need to be checked.
    """

    token: Token
    label: str
    mark: str
    meaning: str
    reason: str
    basis: str
    confidence: float
    missing: str
    records: tuple[RecordView, ...]


class Disputed(Model):
    """A conflict by its id, and what it is about."""

    id: str
    words: str
