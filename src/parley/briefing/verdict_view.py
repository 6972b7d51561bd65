"""What a briefing shows of a verdict, before it becomes HTML, Markdown or JSON."""

from __future__ import annotations

from dataclasses import dataclass

from parley.records.verdict import Token


@dataclass(frozen=True, slots=True)
class FigureView:
    """What is on record for one year, in words; ``token`` is what it alone says of the claim."""

    words: str
    year: int | None
    value: float | None
    unit: str | None
    token: Token


@dataclass(frozen=True, slots=True)
class CountedView:
    """A way of counting, and by whom."""

    basis: str
    source: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """What is on record for the claim's time and the newest, where that differs, and by which ways of counting.

    ``quantity`` says what is counted, where that is not what decides; ``more`` counts the ways left out here.
    """

    then: FigureView | None
    now: FigureView | None
    quantity: str | None
    counted: tuple[CountedView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SeriesView:
    """Figures by year, counted on ``basis`` by ``source``."""

    basis: str
    source: str
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class ClaimedView:
    """The claimed figure as it stands on a chart: ``words``, its year, and its ends."""

    words: str
    year: int
    low: float
    high: float
    comparator: str


@dataclass(frozen=True, slots=True)
class ClaimChart:
    """A claim's figure on the series of record: ``title`` says what it is of, ``finding`` claim and record in words.

    ``unit`` is that of all figures. ``record`` is the figure of the claim's time; ``line`` its series, None where it
    stands alone; ``others`` count otherwise. ``besides`` is an earlier figure with which the claim was true, or the
    newest.
    """

    title: str
    finding: str
    unit: str
    token: Token
    record: FigureView
    basis: str
    source: str
    line: SeriesView | None
    others: tuple[SeriesView, ...]
    claimed: ClaimedView | None
    besides: FigureView | None
    level: float | None


@dataclass(frozen=True, slots=True)
class VerdictView:
    """What checking says: ``mark`` is a sign for ``label``; ``records`` what it was held against, the deciding first.

    ``more`` counts the records left out here.
    """

    token: Token
    label: str
    mark: str
    reason: str
    basis: str
    confidence: float
    records: tuple[RecordView, ...] = ()
    more: int = 0
    chart: ClaimChart | None = None
