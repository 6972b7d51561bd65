"""Reading a catalogue: lists by facets, days and words; one thing by its id; how often each value of a facet comes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from parley.errors import RecordNotFound
from parley.ledger.search import CLOSE, OPEN, match_query, unmarked


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is to hold: every facet given must have one of its values; days must touch; words must all be there.

    ``since`` and ``until`` are ISO 8601 days; what has no day is left out by either.
    """

    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    since: str | None = None
    until: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a list as JSON texts, and how many there are on all pages."""

    total: int
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What a search found: where the words stand in ``snippet`` is told by ``marks`` (start, end)."""

    kind: str
    id: str
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


class Catalogue:
    """An open catalogue file. To be used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._meta: dict[str, str] = dict(self._connection.execute("SELECT name, value FROM meta").fetchall())

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def stamp(self) -> str:
        """What the ledger's stamp was when this was made."""
        return self._meta["stamp"]

    def meta(self, name: str) -> Any:
        """A value kept beside the items, from its JSON. Raises KeyError when there is none."""
        return json.loads(self._meta[name])

    def count(self, kind: str) -> int:
        """How many items of a kind there are."""
        return int(self._connection.execute("SELECT count(*) FROM items WHERE kind = ?", (kind,)).fetchone()[0])

    def find(
        self,
        kind: str,
        wanted: Wanted = Wanted(),
        *,
        offset: int = 0,
        limit: int = -1,
        whole: bool = False,
        newest: bool = False,
        by: str | None = None,
    ) -> Found:
        """Items of a kind in order: their briefs, or the ``whole`` of each. Raises UsageError on words without any.

        ``newest`` puts those with the last day first, the undated last; ``by``, a facet that each of them has once,
        those with the last of its values.
        """
        where, values = _conditions(kind, wanted)
        total = self._connection.execute(f"SELECT count(*) FROM items WHERE {where}", values).fetchone()[0]
        column = "content" if whole else "brief"
        source, order = f"items WHERE {where}", "last_day DESC NULLS LAST, place" if newest else "place"
        if by is not None:
            ranked = "SELECT place AS ranked, value AS rank FROM facets WHERE kind = ? AND name = ?"
            source, order = f"({ranked}) JOIN items ON place = ranked WHERE {where}", "rank DESC, place"
            values = (kind, by, *values)
        statement = f"SELECT {column} FROM {source} ORDER BY {order} LIMIT ? OFFSET ?"
        rows = self._connection.execute(statement, (*values, limit, offset))
        return Found(total, tuple(row[0] for row in rows))

    def forms(self, kind: str, name: str, wanted: Wanted = Wanted()) -> tuple[str, ...]:
        """One form of every item that is wanted, in order. Raises UsageError on words without any."""
        where, values = _conditions(kind, wanted)
        statement = (
            "SELECT forms.content FROM items JOIN forms ON forms.name = ? AND forms.place = items.place "
            f"WHERE {where} ORDER BY items.place"
        )
        return tuple(row[0] for row in self._connection.execute(statement, (name, *values)))

    def form(self, kind: str, name: str, item_id: str) -> str:
        """One form of an item as JSON. Raises RecordNotFound."""
        statement = (
            "SELECT forms.content FROM items JOIN forms ON forms.name = ? AND forms.place = items.place "
            "WHERE kind = ? AND id = ?"
        )
        row = self._connection.execute(statement, (name, kind, item_id)).fetchone()
        if row is None:
            raise RecordNotFound(f"there is no {kind} {item_id} in this ledger")
        return str(row[0])

    def each(self, kind: str) -> Iterator[str]:
        """The whole of every item of a kind, in order."""
        rows = self._connection.execute("SELECT content FROM items WHERE kind = ? ORDER BY place", (kind,))
        return (row[0] for row in rows)

    def get(self, kind: str, item_id: str) -> str:
        """The whole of an item as JSON. Raises RecordNotFound."""
        statement = "SELECT content FROM items WHERE kind = ? AND id = ?"
        row = self._connection.execute(statement, (kind, item_id)).fetchone()
        if row is None:
            raise RecordNotFound(f"there is no {kind} {item_id} in this ledger")
        return str(row[0])

    def successor(self, kind: str, item_id: str) -> str | None:
        """The id of what a thing has become that had this id in a catalogue before; None where nothing did."""
        statement = "SELECT id FROM successors WHERE kind = ? AND was = ?"
        row = self._connection.execute(statement, (kind, item_id)).fetchone()
        return None if row is None else str(row[0])

    def kinds_of(self, item_id: str) -> tuple[str, ...]:
        """The kinds of items that have this id."""
        rows = self._connection.execute("SELECT kind FROM items WHERE id = ? ORDER BY place", (item_id,))
        return tuple(row[0] for row in rows)

    def values(self, kind: str, name: str, wanted: Wanted | None = None) -> tuple[tuple[str, int], ...]:
        """The values of a facet with how many items have each, of those wanted or of all, the most frequent first."""
        among = ""
        values: tuple[str, ...] = (kind, name)
        if wanted is not None:
            where, more = _conditions(kind, wanted)
            among, values = f" AND place IN (SELECT place FROM items WHERE {where})", (kind, name, *more)
        statement = (
            f"SELECT value, count(*) AS n FROM facets WHERE kind = ? AND name = ?{among} "
            "GROUP BY value ORDER BY n DESC, value"
        )
        return tuple((row[0], row[1]) for row in self._connection.execute(statement, values))

    def search(
        self, words: str, *, kinds: Sequence[str] = (), offset: int = 0, limit: int = 50
    ) -> tuple[int, list[Match]]:
        """What holds all the words, best first, and how many there are. Raises UsageError without any word."""
        among = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        source = f"FROM word_index JOIN items ON items.place = word_index.rowid WHERE word_index MATCH ?{among}"
        values = (match_query(words), *kinds)
        total = self._connection.execute(f"SELECT count(*) {source}", values).fetchone()[0]
        statement = (
            f"SELECT kind, id, items.title, snippet(word_index, 1, '{OPEN}', '{CLOSE}', '…', 24) {source} "
            "ORDER BY bm25(word_index, 4.0, 1.0), place LIMIT ? OFFSET ?"
        )
        rows = self._connection.execute(statement, (*values, limit, offset))
        return total, [Match(kind, key, title, *unmarked(marked)) for kind, key, title, marked in rows]

    def tally(self, words: str) -> dict[str, int]:
        """How many items of each kind hold all the words. Raises UsageError without any word."""
        statement = (
            "SELECT kind, count(*) FROM word_index JOIN items ON items.place = word_index.rowid "
            "WHERE word_index MATCH ? GROUP BY kind"
        )
        return dict(self._connection.execute(statement, (match_query(words),)).fetchall())


def _conditions(kind: str, wanted: Wanted) -> tuple[str, tuple[str, ...]]:
    parts, values = ["kind = ?"], [kind]
    for name, chosen in wanted.facets.items():
        if chosen:
            slots = ", ".join("?" * len(chosen))
            parts.append(
                f"items.place IN (SELECT place FROM facets WHERE kind = ? AND name = ? AND value IN ({slots}))"
            )
            values += [kind, name, *chosen]
    if wanted.since:
        parts.append("last_day >= ?")
        values.append(wanted.since)
    if wanted.until:
        parts.append("first_day <= ?")
        values.append(wanted.until)
    if wanted.words and wanted.words.strip():
        parts.append("items.place IN (SELECT rowid FROM word_index WHERE word_index MATCH ?)")
        values.append(match_query(wanted.words))
    return " AND ".join(parts), tuple(values)
