"""Parties, groups and other territories: codes, names, and where a text names them.

Codes are ISO 3166-1 alpha-3; the European Union is ``EUU``, the world ``WLD``, groups have codes of their own (``G7``,
``DEV``, …; see ``data/groups.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal

Form = Literal["name", "demonym", "metonym"]

_LONGEST_NAME_IN_WORDS = 7
_WORD = re.compile(r"[A-Z]-?\d+\b|(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Party:
    """A Party, group or territory with the words used for it."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    capital: str | None = None
    members: tuple[str, ...] = ()
    joined: tuple[tuple[str, date], ...] = ()
    former: tuple[tuple[str, date], ...] = ()

    @property
    def is_group(self) -> bool:
        """Whether the code stands for several Parties rather than one; the EU is one."""
        return len(self.code) != 3 or self.code in ("WLD", "DEV", "DVG", "LDC", "PIF", "UMB", "G77", "V20", "G20")

    def members_on(self, day: date) -> tuple[str, ...]:
        """Codes of the members on ``day``, sorted."""
        joined = dict(self.joined)
        current = [member for member in self.members if joined.get(member, date.min) <= day]
        gone_later = [member for member, left in self.former if day < left]
        return tuple(sorted([*current, *gone_later]))


@dataclass(frozen=True, slots=True)
class PartyName:
    """``text[start:end]`` names the Party ``code``, as a name, a demonym or a metonym."""

    start: int
    end: int
    code: str
    form: Form


@cache
def parties() -> Mapping[str, Party]:
    """All Parties, groups and territories by code."""
    entries: dict[str, Party] = {}
    for file in ("parties.toml", "groups.toml"):
        table = tomllib.loads(resources.files("parley.terms").joinpath("data", file).read_text(encoding="utf-8"))
        entries.update({code: _party(code, row) for code, row in table.items()})
    return entries


def name_of(code: str) -> str:
    """The name we show for a code; a code that is not ours is returned as it is."""
    entry = parties().get(code)
    return entry.name if entry else code


def is_group(code: str) -> bool:
    """Whether ``code`` stands for several Parties."""
    entry = parties().get(code)
    return entry is not None and entry.is_group


def find_code(words: str) -> str | None:
    """The code that a whole name, demonym, metonym or code stands for, else None."""
    if words in parties():
        return words
    found = _spellings().get(words) or _spellings().get(words.removeprefix("the ").removeprefix("The "))
    return found[0] if found else None


def find_names(text: str) -> tuple[PartyName, ...]:
    """Every place where ``text`` names a Party; the longest name wins where several begin at one word."""
    words = list(_WORD.finditer(text))
    first_words = _first_words()
    found: list[PartyName] = []
    behind = 0
    for index in [index for index, word in enumerate(words) if word[0] in first_words]:
        if index >= behind and (match := _longest_name(text, words, index)) is not None:
            last, name = match
            found.append(name)
            behind = last + 1
    return tuple(found)


def _longest_name(text: str, words: list[re.Match[str]], first: int) -> tuple[int, PartyName] | None:
    start = words[first].start()
    for last in range(min(first + _LONGEST_NAME_IN_WORDS, len(words)) - 1, first - 1, -1):
        end = words[last].end()
        if entry := _spellings().get(" ".join(text[start:end].split())):
            return last, PartyName(start, end, *entry)
    return None


@cache
def regions() -> Mapping[str, str]:
    """The code of the Party by the name of a state or province of it ("California" lies in ``USA``)."""
    return {region: entry.code for entry in parties().values() for region in entry.regions}


@cache
def _spellings() -> Mapping[str, tuple[str, Form]]:
    table: dict[str, tuple[str, Form]] = {}
    for entry in parties().values():
        for name in (entry.name, *entry.names):
            table.setdefault(name, (entry.code, "name"))
            table.setdefault(name[0].upper() + name[1:], (entry.code, "name"))
        for demonym in entry.demonyms:
            table.setdefault(demonym, (entry.code, "demonym"))
            if demonym.endswith(("an", "i", "er")):
                table.setdefault(f"{demonym}s", (entry.code, "demonym"))
    for entry in parties().values():
        for metonym in entry.metonyms:
            table.setdefault(metonym, (entry.code, "metonym"))
            table.setdefault(metonym[0].upper() + metonym[1:], (entry.code, "metonym"))
    return table


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.group() for name in _spellings() if (word := _WORD.search(name)))


def _party(code: str, row: Mapping[str, Any]) -> Party:
    return Party(
        code=code,
        name=row["name"],
        names=tuple(row.get("names", ())),
        demonyms=tuple(row.get("demonyms", ())),
        metonyms=tuple(row.get("metonyms", ())),
        regions=tuple(row.get("regions", ())),
        capital=row.get("capital"),
        members=tuple(row.get("members", ())),
        joined=tuple((member, date.fromisoformat(day)) for member, day in row.get("joined", {}).items()),
        former=tuple((member, date.fromisoformat(day)) for member, day in row.get("former", {}).items()),
    )
