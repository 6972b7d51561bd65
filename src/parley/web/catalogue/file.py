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
CREATE TABLE holdings (
    kind TEXT NOT NULL, report TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (kind, report, place)
) WITHOUT ROWID;
CREATE TABLE successors (
    kind TEXT NOT NULL, was TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, was)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE word_index USING fts5(title, words, tokenize='porter unicode61 remove_diacritics 2');
"""
_INDEXES = """
CREATE UNIQUE INDEX items_by_id ON items (kind, id);
CREATE INDEX items_by_day ON items (kind, first_day, last_day);
CREATE UNIQUE INDEX facets_by_value ON facets (kind, name, value, place);
CREATE INDEX holdings_by_place ON holdings (place);
"""
# What had an id in the catalogue before and has another now is what joins most of its reports. Then what had led there.
_SUCCEED = """
INSERT INTO successors (kind, was, id)
SELECT kind, was, id FROM (
    SELECT old.kind AS kind, old.id AS was, (
        SELECT items.id FROM before.holdings AS had
          JOIN holdings ON holdings.kind = had.kind AND holdings.report = had.report
          JOIN items ON items.place = holdings.place
         WHERE had.place = old.place
         GROUP BY items.place ORDER BY count(*) DESC, items.place LIMIT 1) AS id
      FROM before.items AS old
     WHERE old.place IN (SELECT place FROM before.holdings)
       AND NOT EXISTS (SELECT 1 FROM items WHERE items.kind = old.kind AND items.id = old.id))
 WHERE id IS NOT NULL;
INSERT OR IGNORE INTO successors (kind, was, id)
SELECT old.kind, old.was, coalesce(next.id, old.id)
  FROM before.successors AS old LEFT JOIN successors AS next ON next.kind = old.kind AND next.was = old.id
 WHERE EXISTS (SELECT 1 FROM items WHERE items.kind = old.kind AND items.id = coalesce(next.id, old.id))
   AND NOT EXISTS (SELECT 1 FROM items WHERE items.kind = old.kind AND items.id = old.was);
"""


def write_catalogue(path: Path, items: Iterable[Item], meta: Mapping[str, str], before: Path | None = None) -> None:
    """Write a new catalogue. The order of ``items`` is that in which each kind is listed.

    ``before`` is the catalogue whose place it takes: ids that were given there lead to what they have become.
    """
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        with connection:
            for place, item in zip(count(1), items, strict=False):
                _write(connection, place, item)
            connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
        connection.executescript(_INDEXES + "ANALYZE;")
        if before is not None:
            connection.execute("ATTACH ? AS before", (str(before),))
            connection.executescript(_SUCCEED)
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
    held = [(item.kind, report, place) for report in dict.fromkeys(item.holds)]
    connection.executemany("INSERT INTO holdings VALUES (?, ?, ?)", held)
    connection.execute("INSERT INTO word_index (rowid, title, words) VALUES (?, ?, ?)", (place, item.title, item.words))
