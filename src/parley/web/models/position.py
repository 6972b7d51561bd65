"""Positions as pages show them: what a Party holds on an issue, through time."""

from __future__ import annotations

from parley.web.models.common import DateView, Facet, Listing, Model, PartyView, Quote


class Telling(Model):
    """One report of a stance: when, by whom where that is told, in which words."""

    id: str
    date: DateView
    holder: str | None
    person: str | None
    corrected: bool
    quote: Quote


class StanceBrief(Model):
    """A stance in a list. ``since`` and ``until`` are the dates of the first and the last document that tells it.

    ``phrase`` is the stance with whom it is addressed to (``urges China``); ``turned`` marks one that departs from an
    earlier one.
    """

    id: str
    party: PartyView
    issue: str
    issue_label: str
    stance: str
    stance_label: str
    phrase: str
    towards: tuple[PartyView, ...]
    words: str
    since: DateView
    until: DateView
    told: int
    turned: bool
    corrected: bool


class StanceWhole(StanceBrief):
    """A stance with every telling of it; ``turn`` says what was held until then, ``departs_from`` names that."""

    turn: str | None
    departs_from: tuple[str, ...]
    tellings: tuple[Telling, ...]


class IssueStances(Model):
    """What a Party holds on one issue, by date of the first telling."""

    issue: str
    label: str
    stances: tuple[StanceWhole, ...]


class MatrixStance(Model):
    """How often a Party is told to take a stance on an issue."""

    stance: str
    label: str
    told: int
    turned: bool


class MatrixCell(Model):
    """What a Party holds on one issue."""

    issue: str
    stances: tuple[MatrixStance, ...]


class MatrixRow(Model):
    """A Party, with a cell for each issue on which it holds something."""

    party: PartyView
    cells: tuple[MatrixCell, ...]


class Matrix(Model):
    """Parties by issues, the issues told of most often first."""

    issues: tuple[Facet, ...]
    rows: tuple[MatrixRow, ...]


class PositionsPage(Listing):
    """A page of stances by Party, issue and date, with the matrix that leads to them."""

    items: tuple[StanceBrief, ...]
    matrix: Matrix
    issues: tuple[Facet, ...]
    stances: tuple[Facet, ...]
    parties: tuple[Facet, ...]


class PartyPositionsPage(Model):
    """What one Party holds, by issue, and what others hold towards it."""

    party: PartyView
    issues: tuple[IssueStances, ...]
    towards_it: tuple[StanceBrief, ...]
    parties: tuple[Facet, ...]
