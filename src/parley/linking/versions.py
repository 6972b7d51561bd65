"""What a later version of a document adds to an earlier one, withdraws from it and alters in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from parley.records import Reading, Report

_PLACING = frozenset(["id", "document", "quotes", "inferred", "touches", "replaces"])
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_SAME_THING: dict[str, tuple[str, ...]] = {
    "person": ("name",),
    "engagement": ("kind", "parties"),
    "pledge": ("party", "kind", "about"),
    "claim": ("subject", "measure", "about"),
    "statement": ("speaker",),
    "position": ("party", "issue"),
    "correction": ("nature",),
}


@dataclass(frozen=True, slots=True)
class Altered:
    """A report and what it has become; ``fields`` are those that differ, none where only the words do."""

    was: Report
    now: Report
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the earlier text and those in their place; one of the two may be empty."""

    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one version to the next, in the order of the texts. ``unchanged`` counts the other reports."""

    added: tuple[Report, ...]
    withdrawn: tuple[Report, ...]
    altered: tuple[Altered, ...]
    unchanged: int
    passages: tuple[Passage, ...]


def difference(earlier: Reading, later: Reading) -> Difference:
    """Compare what was read in two versions, and their words sentence by sentence."""
    before, after = list(earlier.reports()), list(later.reports())
    alike = Counter(map(_content, before)) & Counter(map(_content, after))
    old, new = _without(before, alike), _without(after, alike)
    altered = _altered(old, new)
    gone, come = {pair.was.id for pair in altered}, {pair.now.id for pair in altered}
    return Difference(
        added=tuple(report for report in new if report.id not in come),
        withdrawn=tuple(report for report in old if report.id not in gone),
        altered=altered,
        unchanged=sum(alike.values()),
        passages=_passages(earlier.document.text, later.document.text),
    )


def _content(report: Report) -> tuple[str, str, str]:
    """What a report says and in which words, wherever they stand."""
    said = report.model_dump_json(exclude=set(_PLACING))
    return report.kind_of_report, said, "" if report.kind_of_report == "person" else _flat(report.quote.exact)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _without(reports: Iterable[Report], alike: Counter[tuple[str, str, str]]) -> list[Report]:
    left = Counter(alike)
    kept = []
    for report in reports:
        content = _content(report)
        if left[content]:
            left[content] -= 1
        else:
            kept.append(report)
    return kept


def _altered(old: Iterable[Report], new: Iterable[Report]) -> tuple[Altered, ...]:
    """Reports of one thing that say something else now, paired in the order of the texts."""
    waiting: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in new:
        waiting[thing_of(report)].append(report)
    found = []
    for report in old:
        if others := waiting[thing_of(report)]:
            now = max(others, key=lambda other: _likeness(report, other))
            others.remove(now)
            fields = (name for name in type(report).model_fields if name not in _PLACING)
            differing = (name for name in fields if getattr(report, name) != getattr(now, name))
            found.append(Altered(report, now, tuple(differing)))
    return tuple(found)


def thing_of(report: Report) -> tuple[object, ...]:
    """What a report is of, whatever it says of it: two versions tell of one thing in it."""
    kind = report.kind_of_report
    return kind, *(getattr(report, name) for name in _SAME_THING[kind])


def _likeness(one: Report, other: Report) -> float:
    return SequenceMatcher(None, one.quote.exact.split(), other.quote.exact.split(), autojunk=False).ratio()


def _passages(was: str, now: str) -> tuple[Passage, ...]:
    before, after = _sentences(was), _sentences(now)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(Passage(" ".join(before[a:b]), " ".join(after[c:d])) for step, a, b, c, d in steps if step != "equal")


def _sentences(text: str) -> Sequence[str]:
    return [flat for sentence in _SENTENCE.split(text) if (flat := _flat(sentence))]
