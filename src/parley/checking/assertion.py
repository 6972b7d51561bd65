"""What a report asserts, in the form in which it can be held against figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parley.records.claim import Comparator, Direction

GOAL = "goal"
"""The status of a figure that is to be reached."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that is either so or not.

    ``measure`` is a token of ``records.claim.Measure`` or of ``MORE_MEASURES``; figures are in base units as in
    ``Claim``, ``written`` is the number as it stands in the text. ``gas`` and ``basis`` hold only what the words say,
    and are None where they are silent. ``against`` are the Parties compared with (``together``: their sum),
    ``subjects`` those of whom it is said together, ``subject`` then being None. ``year`` and ``base_year`` are named in
    the words, never guessed; ``said`` is the day on which it was said. ``denied`` turns it round: "is not".
    """

    measure: str
    words: str
    subject: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    comparator: Comparator = "="
    written: str | None = None
    year: int | None = None
    base_year: int | None = None
    gas: str | None = None
    basis: str | None = None
    against: tuple[str, ...] = ()
    together: bool = False
    said: date | None = None
    report: str | None = None
    detail: str | None = None
    """What else decides it: the pledge's kind, the summit, the office."""
    subjects: tuple[str, ...] = ()
    about: str | None = None
    """What is compared, ranked or has changed; the source of power; the stage of a plant; the city; the person."""
    direction: Direction | None = None
    denied: bool = False
    status: str | None = None
    """How firm a pledge is, whether an event was held or is planned, ``former`` of an office, ``GOAL`` of a figure."""
    when: str | None = None
    """The days of an event as stated, as an ISO 8601 interval; None where the words give none."""
    unread: str | None = None
    """What the sentence asserts beside it that was not understood; it must not count as borne out."""
    said_by: date | None = None
    """The last day on which it may have been said, where ``said`` only stands for some weeks or months."""


MORE_MEASURES = (
    *("pledge", "summit", "population", "gdp", "coal_use", "coal_rank", "coal_commitment", "comparison"),
    *("paris_agreement", "membership", "span", "hosted"),
)
"""Measures that are not of a claim: what a pledge, an event or an office asserts, or figures beside emissions."""
