"""What linking should find, in the form of the corpus's timeline."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
Pair = frozenset[str]
"""Two ids of records."""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """``records`` are one event; ``optional`` ones may join it; ``history`` is each document's word by age."""

    id: str
    records: frozenset[str]
    optional: frozenset[str] = frozenset()
    history: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One person: the forms that each document has of the name."""

    name: str
    forms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class GoldPledge:
    """Reports of one pledge. ``standing`` and ``replaced`` are None where the gold does not say how things ended."""

    id: str
    records: frozenset[str]
    optional: frozenset[str] = frozenset()
    standing: bool | None = None
    replaced: bool | None = None


@dataclass(frozen=True, slots=True)
class GoldConflict:
    """Records by what they say of one matter; any two of different sides cannot both be true."""

    topic: str
    sides: tuple[frozenset[str], ...]

    @property
    def pairs(self) -> frozenset[Pair]:
        """Every two records of different sides."""
        return frozenset(
            frozenset((one, other)) for mine, yours in combinations(self.sides, 2) for one in mine for other in yours
        )


@dataclass(frozen=True, slots=True)
class GoldTimeline:
    """The events, people, pledges and conflicts of a set of documents.

    ``allowed`` are pairs that may be called a conflict or not, ``consistent`` ones that must not.
    """

    events: tuple[GoldEvent, ...]
    forbidden: tuple[tuple[str, str], ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    distinct: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[GoldConflict, ...] = ()
    allowed: frozenset[Pair] = frozenset()
    consistent: frozenset[Pair] = frozenset()
    pledges: tuple[GoldPledge, ...] = ()

    @classmethod
    def load(cls, path: Path) -> GoldTimeline:
        return cls.of(json.loads(path.read_text(encoding="utf-8")))

    @classmethod
    def of(cls, table: Row) -> GoldTimeline:
        """The timeline of a corpus; conflicts that are optional or inside one document are allowed, not asked for."""
        told = table.get("contradictions", ())
        asked = [row for row in told if not row.get("optional") and row.get("kind") != "correction"]
        return cls(
            events=tuple(map(_event, table.get("events", ()))),
            forbidden=tuple((one, other) for one, other in table.get("not_the_same", ())),
            entities=tuple(map(_entity, table.get("entities", ()))),
            distinct=tuple((one, other) for one, other in table.get("distinct_entities", ())),
            conflicts=tuple(map(_conflict, asked)),
            allowed=frozenset(_pair(row) for row in told if row not in asked),
            consistent=frozenset(map(_pair, table.get("consistent", ()))),
            pledges=tuple(map(_pledge, table.get("pledges", ()))),
        )


def load_rows(path: Path) -> list[dict[str, Any]]:
    """Documents of the corpus, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _event(row: Row) -> GoldEvent:
    history = tuple((doc, status) for doc, status in row.get("history", ()))
    return GoldEvent(row["id"], frozenset(row["records"]), frozenset(row.get("optional_records", ())), history)


def _entity(row: Row) -> GoldEntity:
    return GoldEntity(row["name"], {doc: tuple(forms) for doc, forms in row["forms"].items()})


def _pledge(row: Row) -> GoldPledge:
    optional = frozenset(row.get("optional_records", ()))
    return GoldPledge(row["id"], frozenset(row["records"]), optional, row.get("standing"), row.get("replaced"))


def _conflict(row: Row) -> GoldConflict:
    sides: dict[str, list[str]] = {}
    for value in row["values"]:
        sides.setdefault(str(value["value"]), []).append(value["record"])
    return GoldConflict(row["topic"], tuple(frozenset(records) for records in sides.values()))


def _pair(row: Row) -> Pair:
    return frozenset(row["records"] if "records" in row else (value["record"] for value in row["values"]))
