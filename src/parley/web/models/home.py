"""The first page: what a ledger is, and what is new in it."""

from __future__ import annotations

from parley.web.models.common import DateView, Model, PartyView, Quote


class Tally(Model):
    """How many there are of something, and where they are shown."""

    label: str
    count: int
    address: str


class Headline(Model):
    """A line of the first page that leads to a page of its own. ``told`` is the date of the newest document on it."""

    title: str
    address: str
    date: DateView | None
    told: DateView
    token: str | None
    token_label: str | None
    party: PartyView | None
    quote: Quote | None


class Dispute(Model):
    """What sources disagree on."""

    about: str | None
    words: str
    address: str


class Corrected(Model):
    """A document's own note that it was wrong."""

    nature: str
    words: str
    date: DateView
    touches: tuple[str, ...]
    quote: Quote


class HomePage(Model):
    """The first page. Lists hold the newest few, and the tallies say how many there are."""

    title: str
    standfirst: str
    documents: int
    tallies: tuple[Tally, ...]
    ahead: tuple[Headline, ...]
    newest: tuple[Headline, ...]
    pledges: tuple[Headline, ...]
    disputes: tuple[Dispute, ...]
    corrections: tuple[Corrected, ...]
    verdicts: tuple[Tally, ...]


class StatusPage(Model):
    """Which ledger the pages show: ``stamp`` is another as soon as they show more; ``stale`` while they show less."""

    stamp: str
    stale: bool
    documents: int
