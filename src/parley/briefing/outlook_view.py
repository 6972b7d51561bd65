"""What the outlook's section shows: what pledges mean in degrees, those of the documents beside those of record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parley.briefing.view import Citations, PartyView

HEADS = ("2100, median", "2100, likely below", "Peak, median", "Odds of 1.5 °C", "Odds of 2 °C", "World emissions 2030")
"""What stands in ``BookFigures.cells``."""
Points = tuple[tuple[int, float], ...]
"""Values by year."""


@dataclass(frozen=True, slots=True)
class OutlookSentence:
    """A sentence that can be quoted; its citations are of the pledges that it names."""

    text: str
    citations: Citations = ()


@dataclass(frozen=True, slots=True)
class BookFigures:
    """What one book of pledges comes to: warming above 1850–1900 [K], odds of never exceeding it (0 to 1), emissions.

    ``world_2030_gtco2e`` is the world's emissions with land use [GtCO2e under AR6 GWP100]; ``cells`` are all of these
    in words, as ``HEADS``.
    """

    name: str
    cells: tuple[str, ...]
    median_2100_k: float
    likely_2100_k: float
    peak_k: float
    below_15: float
    below_20: float
    world_2030_gtco2e: float


@dataclass(frozen=True, slots=True)
class OutlookPledge:
    """A pledge of the documents that comes to a level of emissions.

    ``standing`` is a token, ``beside`` says in words how it stands beside the book of record. ``level`` is what it
    comes to, ``steps`` how, ``flags`` what to know of that. ``change_k`` is what this pledge by itself changes in the
    median warming of 2100 [K], None where it is not in the book. ``corrections`` cite the notes that bear on it.
    """

    id: str
    record: str | None
    party: PartyView
    words: str
    standing: str
    beside: str
    level: str
    steps: tuple[str, ...]
    flags: tuple[str, ...]
    change_k: float | None
    change: str
    citations: Citations
    corrected: bool = False
    corrections: Citations = ()


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A pledge of the documents that does not enter the outlook."""

    id: str
    party: PartyView
    words: str
    citations: Citations


@dataclass(frozen=True, slots=True)
class NotCountedGroup:
    """Those that do not enter it for one reason."""

    reason: str
    pledges: tuple[NotCounted, ...]


@dataclass(frozen=True, slots=True)
class FanChart:
    """World emissions by year [GtCO2e] under each book, warming under each (its median) and its bands [K].

    ``bands`` are the quantiles 5, 17, 83 and 95 % of the book whose fan is drawn, the last of ``names``; ``known`` is
    the last year of emissions that are known.
    """

    names: tuple[str, ...]
    emissions: tuple[Points, ...]
    warming: tuple[Points, ...]
    bands: tuple[Points, ...]
    known: int
    caption: str
    alternative: str


@dataclass(frozen=True, slots=True)
class OutlookView:
    """The outlook of the book of record of ``day`` and of the same with the documents' pledges in it.

    ``figures_in_full`` are those of ``parley outlook --format json`` without yearly series, by name of the book.
    """

    day: str
    paragraphs: tuple[tuple[OutlookSentence, ...], ...]
    books: tuple[BookFigures, ...]
    pledges: tuple[OutlookPledge, ...]
    not_counted: tuple[NotCountedGroup, ...]
    choices: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    figures_in_full: Mapping[str, Any]
    chart: FanChart = field(metadata={"drawn": True})
