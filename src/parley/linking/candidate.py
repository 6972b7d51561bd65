"""A report of an engagement with all that comparison needs, as plain values.

Days are ordinals of the calendar (``date.toordinal``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from parley.linking.conferences import edition_of, summit_called
from parley.records import Engagement
from parley.terms.folding import fold
from parley.terms.when import Interval

_TALKS = frozenset(["meeting", "call", "dialogue"])
_ADDRESSES = frozenset(["speech", "hearing"])
_PLANS = frozenset(["trailed", "planned"])
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    (
        *(
            "with",
            "that",
            "this",
            "will",
            "their",
            "from",
            "have",
            "been",
            "were",
            "they",
            "said",
            "says",
            "after",
            "before",
        ),
        *(
            "meet",
            "meets",
            "meeting",
            "talks",
            "visit",
            "visited",
            "visits",
            "travel",
            "traveled",
            "travelled",
            "trip",
            "held",
        ),
        *(
            "climate",
            "minister",
            "envoy",
            "president",
            "special",
            "foreign",
            "more",
            "than",
            "which",
            "also",
            "into",
            "over",
        ),
    )
)
_MOVED = re.compile(
    r"\b(?:postpon\w+|reschedul\w+|delay(?:ed|ing)|put off|push(?:ed|ing) back|mov(?:ed|ing) (?:to|from|forward|back)"
    r"|brought forward|deferred|instead of|new date)\b",
    re.I,
)
# How long before and after its document an undated report may speak of, in days.
_REACH = {
    "trailed": (1, 180),
    "planned": (1, 120),
    "under_way": (3, 3),
    "held": (30, 1),
    "postponed": (60, 180),
    "cancelled": (60, 120),
}
_SLACK = {"day": 1, "week": 3, "month": 3, "season": 10, "year": 0, "decade": 0, "vague": 31}
_MOST_DAYS_AHEAD = 400
_UNSURE_DAYS = 15


@dataclass(slots=True, eq=False)
class Candidate:
    """One report, or several that tell exactly the same: ``reports`` of the documents ``documents``.

    ``first`` and ``last`` are the days between which the event lies as far as the report tells, None where it tells
    nothing; ``dated`` is true where the report itself gives them. ``absent`` are those of ``people`` who were expected
    but did not come, ``named`` all whom its words name. ``told`` is the document's day (of several plans the first,
    else the last) or what stands for it; ``published`` is the same where the day is sure, else None. ``mode``, ``city``
    and ``country`` are empty where unknown.
    """

    reports: list[Engagement]
    documents: set[str]
    group: str
    kind: str
    mode: str
    parties: frozenset[str]
    people: frozenset[str]
    absent: frozenset[str]
    named: frozenset[str]
    city: str
    country: str
    first: int | None
    last: int | None
    slack: int
    dated: bool
    told: int | None
    published: int | None
    planned: bool
    moved: bool
    background: bool
    name: str
    edition: str | None
    words: frozenset[str] = field(default_factory=frozenset)

    @property
    def signature(self) -> tuple[object, ...]:
        """All that comparison looks at but the words."""
        told = self.told if self.moved or not self.dated else None
        who = (self.parties, self.people, self.absent, self.named if len(self.people) < 2 else None)
        what = (self.group, self.kind, self.mode, self.name, self.edition, self.planned, self.moved, self.background)
        return (*what, *who, self.city, self.country, self.first, self.last, self.slack, self.dated, told)

    @property
    def order(self) -> str:
        """The least id of its reports."""
        return self.reports[0].id

    @property
    def width(self) -> int | None:
        """Days between which the event lies; None where nothing is told."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    @property
    def host(self) -> str:
        """The country visited, empty where unknown."""
        report = self.reports[0]
        return self.country or report.host or ""


def kind_class(engagement: Engagement) -> str:
    """Meetings, calls and dialogues are one group of kinds, speeches and hearings another."""
    if engagement.kind in _TALKS:
        return "talks"
    return "address" if engagement.kind in _ADDRESSES else engagement.kind


def candidate_of(
    report: Engagement,
    people: frozenset[str],
    absent: frozenset[str],
    named: frozenset[str],
    published: Interval | None,
    told_about: date | None,
) -> Candidate:
    """``told_about`` is the day that stands for the publication of an undated document, where there is one."""
    words = " ".join(quote.exact for quote in report.quotes[:2])
    moved = report.status == "postponed" or _MOVED.search(words) is not None
    told = _told(published, told_about)
    first, last, dated = _window(report, published, told)
    days = (first, last) if dated else (None, None)
    group, edition = kind_class(report), None
    if group == "conference":
        edition = edition_of(report, words, *days)
    elif group == "talks" and report.name and (edition := summit_called(report.name, *days)):
        group = "conference"
    if edition and not dated:
        first = last = told = None
    place = report.place
    virtual = report.mode == "virtual" or report.kind == "call"
    mode = "virtual" if virtual else "in_person" if report.mode == "in_person" or (place and place.city) else ""
    return Candidate(
        reports=[report],
        documents={report.document},
        group=group,
        kind=report.kind,
        mode=mode,
        parties=frozenset(report.parties),
        people=people | absent,
        absent=absent,
        named=named | people,
        city=fold(place.city) if place and place.city and not virtual else "",
        country=(place.country or "") if place and not virtual else "",
        first=first,
        last=last,
        slack=(_SLACK[report.when.precision] + (3 if report.when.approximate else 0)) if report.when else 0,
        dated=dated,
        told=told,
        published=_published(published, report.status in _PLANS),
        planned=report.status in _PLANS,
        moved=moved,
        background=report.background,
        name=fold(report.name) if report.name and group != "conference" else "",
        edition=edition,
        words=_content_words(words),
    )


def _told(published: Interval | None, about: date | None) -> int | None:
    if published is not None:
        return (published.end or published.anchor).toordinal()
    return about.toordinal() if about and about != date.max else None


def _published(published: Interval | None, planned: bool) -> int | None:
    """The day of publication where it is all but known: of a plan the first it may be, else the last."""
    if published is None or published.start is None or published.end is None:
        return None
    if (published.days or _UNSURE_DAYS) >= _UNSURE_DAYS:
        return None
    return (published.start if planned else published.end).toordinal()


def _window(report: Engagement, published: Interval | None, told: int | None) -> tuple[int | None, int | None, bool]:
    when = report.when
    if when is not None:
        start, end = when.start or when.end, when.end or when.start
        assert start is not None
        assert end is not None
        first, last = start.toordinal(), end.toordinal()
        if when.start is None:
            first = last - _MOST_DAYS_AHEAD
        if when.end is None and report.kind != "conference":
            last = first + 1
        return first, last, True
    if told is None:
        return None, None, False
    before, after = _REACH[report.status]
    if report.background and report.status == "held":
        before = 3 * 366
    earliest = published.start.toordinal() if published and published.start else told
    return min(earliest, told) - before, told + after, False


@lru_cache(maxsize=100_000)
def _content_words(words: str) -> frozenset[str]:
    return frozenset(stem for word in _WORD.findall(fold(words)) if (stem := word[:7]) not in _COMMON)


def _first_or_last(planned: bool, *days: int | None) -> int | None:
    known = [day for day in days if day is not None]
    return (min if planned else max)(known, default=None)


def bundled(candidates: Mapping[str, list[Candidate]]) -> list[Candidate]:
    """Candidates of which those that tell exactly the same are one; ``candidates`` are by document.

    Two of one document are never one, so the second of a kind in each document is bundled with other seconds.
    """
    bundles: dict[tuple[object, ...], Candidate] = {}
    for document in sorted(candidates):
        seen: dict[tuple[object, ...], int] = {}
        for candidate in sorted(candidates[document], key=lambda one: (one.reports[0].quote.start, one.order)):
            signature = candidate.signature
            seen[signature] = seen.get(signature, 0) + 1
            key = (*signature, seen[signature])
            if (bundle := bundles.get(key)) is None:
                bundles[key] = candidate
            else:
                bundle.reports += candidate.reports
                bundle.documents |= candidate.documents
                bundle.words |= candidate.words
                bundle.told = _first_or_last(bundle.planned, bundle.told, candidate.told)
                bundle.published = _first_or_last(bundle.planned, bundle.published, candidate.published)
    for bundle in bundles.values():
        bundle.reports.sort(key=lambda report: report.id)
    return sorted(bundles.values(), key=lambda bundle: bundle.order)
