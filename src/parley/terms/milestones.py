"""Treaties, laws, plans and shocks that date a text which names them: nobody can before their day.

The table is ``data/milestones.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Milestone:
    """``day`` is the first on which one could speak of it; from one that is ``counted`` texts count the years."""

    name: str
    day: date
    counted: bool = False


@dataclass(frozen=True, slots=True)
class MilestoneName:
    """``text[start:end]`` names a milestone."""

    start: int
    end: int
    milestone: Milestone


@cache
def milestones() -> tuple[Milestone, ...]:
    """All milestones in order of their day."""
    text = resources.files("parley.terms").joinpath("data/milestones.toml").read_text(encoding="utf-8")
    listed = [Milestone(**row) for row in tomllib.loads(text)["milestone"]]
    return tuple(sorted(listed, key=lambda milestone: (milestone.day, milestone.name)))


def find_milestones(text: str) -> Iterator[MilestoneName]:
    """Where ``text`` names milestones, the youngest that its words fit."""
    for found in _names().finditer(text):
        milestone = next(each for each in reversed(milestones()) if re.fullmatch(each.name, found.group()))
        yield MilestoneName(*found.span(), milestone)


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(each.name for each in reversed(milestones()))})(?!\w)")
