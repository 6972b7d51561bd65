"""Who held which office, and when: the Party of "Kerry" in 2021, the full name behind "President Xi".

``data/holders.csv`` is kept by hand from public record, from 2015 to the end of 2025: heads of state and of government,
ministers and envoys of the G20, the EU and the UN, heads of other Parties, presidents of each COP (under the Party they
served) and heads of international bodies (no Party). ``family`` is what newsrooms print on second mention, which for
many people is not the surname. An empty ``end`` means still in office when the table was made.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache, lru_cache
from importlib import resources

from parley.terms.folding import fold, lossy_pattern
from parley.terms.titles import office_leading, office_of, passing_words
from parley.terms.when.interval import Interval

__all__ = ["Holder", "find_holders", "holders", "is_known_name", "office_leading", "office_of"]

_TWO_YEARS = 2 * 366
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "shri", "smt", "hon"})
_NO_PART_OF_A_NAME = _HONORIFICS | {"jr", "sr", "ii", "iii"}


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office; ``start`` and ``end`` are as precise as we know them, ``end`` None is still in office."""

    party: str | None
    office: str
    title: str
    name: str
    family: str
    start: Interval
    end: Interval | None
    aliases: tuple[str, ...] = ()

    @property
    def given(self) -> str:
        """The name without the family name."""
        return " ".join(self.name.replace(self.family, " ", 1).split())

    @property
    def family_comes_first(self) -> bool:
        return self.name != self.family and self.name.startswith(self.family)

    @property
    def first_day(self) -> date:
        """The earliest day on which the term can have begun."""
        return self.start.start or date.min

    @property
    def last_day(self) -> date:
        """The latest day on which the term can have ended; ``date.max`` while in office."""
        return (self.end.end if self.end else None) or date.max

    def days_from(self, day: date) -> int:
        """Days between ``day`` and the term; 0 while in office."""
        return max((self.first_day - day).days, (day - self.last_day).days, 0)


class _Match(IntEnum):
    """How well words fit a name, best first."""

    FULL = 0
    FULL_WITH_LOST_LETTER = 1
    FAMILY = 2
    FAMILY_WITH_LOST_LETTER = 3
    GIVEN = 4


_LOSSY = {_Match.FULL: _Match.FULL_WITH_LOST_LETTER, _Match.FAMILY: _Match.FAMILY_WITH_LOST_LETTER}

Entries = tuple[tuple[_Match, Holder], ...]


def holders(party: str | None = None, office: str | None = None, on: date | None = None) -> tuple[Holder, ...]:
    """Holders of an office of a Party in office on a day, in order of Party, office and start; None is any."""
    found = _holders_of(party, office)
    return found if on is None else tuple(holder for holder in found if holder.days_from(on) == 0)


@lru_cache(maxsize=1024)
def _holders_of(party: str | None, office: str | None) -> tuple[Holder, ...]:
    return tuple(
        holder
        for holder in _holders()
        if (party is None or holder.party == party) and (office is None or holder.office == office)
    )


@lru_cache(maxsize=8192)
def find_holders(name_words: str, on: date | None = None) -> tuple[Holder, ...]:
    """Who may be meant by ``name_words``: a full name in either order, a family name, or a title before one of them.

    Accents, case and hyphens do not count, a lost letter ("ShinjirÅ") is bridged. With ``on``, only those in office
    within two years of that day. Sorted by how well the name fits, whether the title before it fits ("President Xi"),
    and how near the term lies; without a date the latest first. One person may come once for each office, and several
    people of different Parties may share a family name: the caller decides.
    """
    office, found = None, _matches(name_words)
    if not found:
        title, name = _split_title(name_words)
        office, found = (office_of(title) if title else None), _matches(name)

    def order(entry: tuple[_Match, Holder]) -> tuple[int, bool, int, int, str, str, str]:
        match, holder = entry
        misses_office = office is not None and holder.office != office
        distance = holder.days_from(on) if on else -holder.last_day.toordinal()
        place = (holder.party or "", holder.office, holder.name)
        return (match, misses_office, distance, -holder.first_day.toordinal(), *place)

    near = (entry for entry in found if on is None or entry[1].days_from(on) <= _TWO_YEARS)
    return tuple(holder for _, holder in sorted(near, key=order))


def is_known_name(name: str) -> bool:
    """Whether ``name`` is the full name (two words or more, accents and case aside) of somebody in the table."""
    entries = _index().get(_key(fold(name)), ())
    return " " in name.strip() and any(match is _Match.FULL for match, _ in entries)


def _split_title(name_words: str) -> tuple[str, str]:
    """The leading words that stand in titles, and the name after them; at least one word stays a name."""
    words = name_words.split()
    count = 0
    while count < len(words) - 1 and all(part in _title_words() for part in fold(words[count]).split()):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _matches(name: str) -> Entries:
    if damaged := _lossy_matches(name):
        return damaged
    words = _key(fold(name)).split()
    exact = _index().get(" ".join(words))
    if exact is None and len(words) > 2:  # a middle name more than we know
        exact = _index().get(f"{words[0]} {words[-1]}")
    return exact or ()


def _lossy_matches(name: str) -> Entries:
    without_suffix = " ".join(word for word in name.split() if word.rstrip(".").lower() not in _NO_PART_OF_A_NAME)
    return _matching(lossy_pattern(name)) or _matching(lossy_pattern(without_suffix))


def _matching(pattern: re.Pattern[str] | None) -> Entries:
    if pattern is None:
        return ()
    found: dict[Holder, _Match] = {}
    for key, entries in _index().items():
        if pattern.fullmatch(key):
            for match, holder in entries:
                lossy = _LOSSY.get(match, match)
                found[holder] = min(lossy, found.get(holder, lossy))
    return tuple((match, holder) for holder, match in found.items())


@cache
def _index() -> Mapping[str, Entries]:
    """Holders by folded name, each name with its best match to them."""
    index: dict[str, dict[Holder, _Match]] = {}
    for holder in _holders():
        for match, name in _spellings(holder):
            folded = fold(name)
            for key in (_key(folded), folded):
                entries = index.setdefault(key, {})
                entries[holder] = min(match, entries.get(holder, match))
    index.pop("", None)
    return {key: tuple((match, holder) for holder, match in entries.items()) for key, entries in index.items()}


def _spellings(holder: Holder) -> Iterator[tuple[_Match, str]]:
    yield _Match.FULL, holder.name
    yield _Match.FAMILY, holder.family
    if given := holder.given:
        yield _Match.FULL, f"{holder.family} {given}"
        yield _Match.FULL, f"{given} {holder.family}"
        if holder.family_comes_first:
            yield _Match.GIVEN, given
        else:
            yield _Match.FULL, f"{given.split()[0]} {holder.family}"
    for alias in holder.aliases:
        yield (_Match.FULL if " " in alias else _Match.FAMILY), alias


def _key(folded: str) -> str:
    """A folded name without initials, honorifics and suffixes."""
    return " ".join(word for word in folded.split() if len(word) > 1 and word not in _NO_PART_OF_A_NAME)


@cache
def _title_words() -> frozenset[str]:
    words = " ".join(fold(holder.title) for holder in _holders())
    return frozenset(words.split()) | passing_words() | _HONORIFICS


@cache
def _holders() -> tuple[Holder, ...]:
    table = resources.files("parley.terms").joinpath("data", "holders.csv").read_text(encoding="utf-8")
    return tuple(_holder(row) for row in csv.DictReader(table.splitlines()))


def _holder(row: Mapping[str, str]) -> Holder:
    return Holder(
        party=row["party"] or None,
        office=row["office"],
        title=row["title"],
        name=row["name"],
        family=row["family"],
        start=Interval.parse(row["start"]),
        end=Interval.parse(row["end"]) if row["end"] else None,
        aliases=tuple(alias for alias in row["aliases"].split(";") if alias),
    )
