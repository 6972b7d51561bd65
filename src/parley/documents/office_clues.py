"""Clues from people named in an office that they held for a time: "President Ada Lind", "the envoy, Otto Brandt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from parley.documents.clues import HABIT, LATEST, LIKELY, WEAK, Clue, Stretch
from parley.terms.folding import fold
from parley.terms.offices import Holder, holders, office_of

_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+")
_LONGEST_NAME = 40
_TITLE_REACH, _TITLE_WORDS = 80, 7
_BREAK = re.compile(r"[,;:!?()\"“”\n]|(?<![A-Z])\.\s")
_APPOSITION = re.compile(r",\s+(?:the |who is |a )?(?P<title>[^,.;:()\n]{4,70})")
_OVER = re.compile(
    r"\b(?:former|formerly|then|ex|late|previous|predecessor|successor|past|previously|outgoing|funeral|death|mourning|memory)\b",
    re.I,
)
_NOT_YET = re.compile(r"\b(?:elect|designate|nominee|candidate|incoming|future|would-be)\b", re.I)
# People are named long before and after they hold an office, most while they do.
_AROUND_TERM = timedelta(days=300)


class _Name(NamedTuple):
    """A way to write the name of one or more holders; ``full`` with a given name."""

    words: str
    full: bool
    holders: tuple[Holder, ...]


def offices_told(text: str) -> Iterator[Clue]:
    """One clue of each known person: in office, else no longer in office, else just named."""
    told: dict[str, Clue] = {}
    for found in _CAPITALISED.finditer(text):
        for name in _names().get(_folded(found.group()), ()):
            if _stands_at(text, found.start(), name.words):
                for person, clue in _told(text, found.start(), name):
                    if person not in told or clue.weight > told[person].weight:
                        told[person] = clue
                break
    yield from told.values()


def _told(text: str, start: int, name: _Name) -> Iterator[tuple[str, Clue]]:
    before = _BREAK.split(text[max(0, start - _TITLE_REACH) : start])[-1].split()
    after = _apposition(text, start, name)
    titled = " ".join(before[-_TITLE_WORDS:])
    holding = [holder for holder in name.holders if _has_office(holder, before, after)]
    written = " ".join(text[start : start + len(name.words)].split())
    if not holding:
        if name.full and not _OVER.search(titled) and not _NOT_YET.search(titled):
            stretches = _stretches((h.first_day - _AROUND_TERM, _later(h.last_day)) for h in name.holders)
            yield name.holders[0].name, Clue(stretches, HABIT, f"it names {written}")
        return
    if _NOT_YET.search(titled):
        return
    title = holding[0].title
    if _OVER.search(titled) or (after and _OVER.search(after)):
        stretches = _after_terms(holding)
        yield holding[0].name, Clue(stretches, WEAK, f"{written} is no longer {title}")
        return
    stretches = _stretches((holder.first_day, holder.last_day) for holder in holding)
    yield holding[0].name, Clue(stretches, LIKELY, f"{written} is {title}")


def _has_office(holder: Holder, before: Sequence[str], after: str | None) -> bool:
    if after and office_of(after) == holder.office:
        return True
    titles = (" ".join(before[-count:]) for count in range(min(_TITLE_WORDS, len(before)), 0, -1))
    return next(filter(None, map(office_of, titles)), None) == holder.office


def _apposition(text: str, start: int, name: _Name) -> str | None:
    """The words set off behind a full name, which may be a title."""
    if not name.full:
        return None
    end = start + len(name.words)
    comma = text.find(",", end - 3, end + 6)
    found = _APPOSITION.match(text, comma) if comma >= 0 else None
    return found["title"] if found else None


def _stretches(terms: Iterator[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for first, last in sorted(terms):
        last = min(last, LATEST)
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def _after_terms(terms: Sequence[Holder]) -> tuple[Stretch, ...]:
    """From the end of each term to the begin of the next."""
    ordered = _stretches((holder.first_day, holder.last_day) for holder in terms)
    begins = [*(first for first, _ in ordered[1:]), LATEST]
    return tuple((last, begin) for (_, last), begin in zip(ordered, begins, strict=True) if last < begin)


def _later(day: date) -> date:
    return day + _AROUND_TERM if day < LATEST else LATEST


def _stands_at(text: str, start: int, words: str) -> bool:
    return f"{_folded(text[start : start + _LONGEST_NAME])} ".startswith(f"{words} ")


def _folded(words: str) -> str:
    if words.isascii() and words.isalpha():
        return words.lower()
    return fold(words)


@cache
def _names() -> Mapping[str, tuple[_Name, ...]]:
    """The names of holders by their first word, the longest first."""
    called: dict[str, dict[Holder, bool]] = {}
    for holder in holders():
        full = {holder.name, f"{holder.given} {holder.family}", *(name for name in holder.aliases if " " in name)}
        for name in full:
            called.setdefault(fold(name), {})[holder] = " " in name.strip()
        called.setdefault(fold(holder.family), {}).setdefault(holder, False)
    by_first: dict[str, list[_Name]] = {}
    for words in sorted(called, key=lambda words: (-len(words), words)):
        named = called[words]
        by_first.setdefault(words.partition(" ")[0], []).append(_Name(words, any(named.values()), tuple(named)))
    return {first: tuple(names) for first, names in by_first.items()}
