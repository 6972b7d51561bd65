"""The catalogue file: an SQLite database written once and then only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

from parley.web.catalogue.item import Item

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE items (
    place INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    brief TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE facets (kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, place INTEGER NOT NULL);
CREATE TABLE forms (
    name TEXT NOT NULL, place INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (name, place)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE word_index USING fts5(title, words, tokenize='porter unicode61 remove_diacritics 2');
"""
_INDEXES = """
CREATE UNIQUE INDEX items_by_id ON items (kind, id);
CREATE INDEX items_by_day ON items (kind, first_day, last_day);
CREATE UNIQUE INDEX facets_by_value ON facets (kind, name, value, place);
"""


def write_catalogue(path: Path, items: Iterable[Item], meta: Mapping[str, str]) -> None:
    """Write a new catalogue. The order of ``items`` is that in which each kind is listed."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        with connection:
            for place, item in zip(count(1), items, strict=False):
                _write(connection, place, item)
            connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        connection.executescript(_INDEXES + "ANALYZE;")
    finally:
        connection.close()


def _write(connection: sqlite3.Connection, place: int, item: Item) -> None:
    content = item.content.model_dump_json()
    brief = content if item.brief is None else item.brief.model_dump_json()
    row = (place, item.kind, item.id, item.title, item.first_day, item.last_day, brief, content)
    connection.execute("INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    facets = [(item.kind, name, value, place) for name, value in dict.fromkeys(item.facets)]
    connection.executemany("INSERT INTO facets VALUES (?, ?, ?, ?)", facets)
    forms = [(name, place, form.model_dump_json()) for name, form in item.forms.items()]
    connection.executemany("INSERT INTO forms VALUES (?, ?, ?)", forms)
    connection.execute("INSERT INTO word_index (rowid, title, words) VALUES (?, ?, ?)", (place, item.title, item.words))
