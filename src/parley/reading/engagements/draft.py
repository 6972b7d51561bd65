"""An engagement as one clause tells it, before dates are shared out and restatements joined."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from parley.reading.agents import NOBODY, Actor
from parley.records import Place
from parley.records.engagement import EngagementKind, EngagementStatus, Mode
from parley.terms.summits import Summit
from parley.terms.when import Interval


@dataclass(frozen=True, slots=True)
class Draft:
    """What one clause tells of an engagement.

    ``head`` is the word that tells of it and ``owners`` the indices of the tokens that date expressions may hang on;
    ``start`` and ``end`` are the characters of the quote. ``status`` is None while only the date can tell it.
    ``reach`` are the tokens a leg of a longer trip takes its date from; ``generic`` marks "the visit", "the summit":
    """

    kind: EngagementKind
    head: Token
    owners: frozenset[int]
    start: int
    end: int
    actor: Actor = NOBODY
    status: EngagementStatus | None = None
    mode: Mode = "unknown"
    place: Place | None = None
    when: Interval | None = None
    date_words: str | None = None
    name: str | None = None
    visitor: str | None = None
    host: str | None = None
    generic: bool = False
    indefinite: bool = False
    series: str | None = None
    edition: Summit | None = None
    reach: tuple[int, int] | None = None
    restatements: tuple[tuple[int, int], ...] = ()
    inferred: tuple[tuple[str, str], ...] = ()

    @property
    def country(self) -> str | None:
        """The country of the place, where known."""
        return self.place.country if self.place else None
