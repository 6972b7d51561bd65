"""Climate agreements: when and where each was adopted, opened for signature and came into force.

The table is ``data/agreements.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

Step = Literal["adopted", "opened", "in_force"]
STEP_WORDS: dict[Step, str] = {
    "adopted": "adopted",
    "opened": "opened for signature",
    "in_force": "in force",
}

_STEPS: tuple[tuple[Step, re.Pattern[str]], ...] = (
    (
        "in_force",
        re.compile(
            r"\b(?:came|comes|coming|entered|enters|entry|went)(?: formally)? into (?:force|effect)\b|\btook effect\b",
            re.I,
        ),
    ),
    ("opened", re.compile(r"\b(?:formally |first )?signed\b|\bopened for signature\b|\bsigning of\b", re.I)),
    (
        "adopted",
        re.compile(
            r"\b(?:adopt(?:ed|ion of)|agreed|concluded|struck|reached|sealed|clinched|gavelled|negotiated"
            r"|hammered out)\b",
            re.I,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """``adopted_in`` and ``opened_in`` are cities, ``adopted_at`` the name of a summit; None where there is none."""

    title: str
    name: str
    adopted: date
    adopted_in: str
    adopted_at: str | None = None
    opened: date | None = None
    opened_in: str | None = None
    in_force: date | None = None

    def day(self, step: Step) -> date | None:
        """The day of a step; None where it has not been taken, or needs none."""
        match step:
            case "adopted":
                return self.adopted
            case "opened":
                return self.opened
            case _:
                return self.in_force

    def city(self, step: Step) -> str | None:
        """Where a step was taken; coming into force is nowhere."""
        return {"adopted": self.adopted_in, "opened": self.opened_in, "in_force": None}[step]


@cache
def agreements() -> tuple[Agreement, ...]:
    """All agreements in the order of the table."""
    text = resources.files("parley.terms").joinpath("data/agreements.toml").read_text(encoding="utf-8")
    return tuple(Agreement(**row) for row in tomllib.loads(text)["agreement"])


def agreement_titled(title: str) -> Agreement | None:
    """The agreement with a title of the table."""
    return next((each for each in agreements() if each.title == title), None)


def find_agreements(text: str) -> Iterator[tuple[re.Match[str], Agreement]]:
    """Where ``text`` names agreements."""
    for agreement, pattern in _names():
        for found in pattern.finditer(text):
            yield found, agreement


def find_steps(words: str) -> Iterator[tuple[re.Match[str], Step]]:
    """Where words tell of a step: adopted, opened for signature, in force; in their order."""
    found = ((match, step) for step, pattern in _STEPS for match in pattern.finditer(words))
    yield from sorted(found, key=lambda each: each[0].start())


@cache
def _names() -> tuple[tuple[Agreement, re.Pattern[str]], ...]:
    return tuple((each, re.compile(rf"\b(?:{each.name})(?!\w)")) for each in agreements())
