"""Search over the texts and the quotes, by SQLite's FTS5. Another database would need another file like this one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from parley.errors import UsageError

# The index holds no text of its own: it points into the tables. Words are compared without accents and endings.
_TABLES = (
    "CREATE VIRTUAL TABLE edition_words USING fts5(text, content='editions', content_rowid='id', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE quote_words USING fts5(exact, content='quotes', content_rowid='id', "
    "tokenize='porter unicode61 remove_diacritics 2')",
)
# Marks around each word found, from the block that no text should use.
OPEN, CLOSE = "\ue000", "\ue001"
_SNIPPET_TOKENS = 24

_FIND = """
WITH current AS (SELECT max(id) AS id FROM readings GROUP BY document)
SELECT * FROM (
    SELECT r.document AS id, 'document' AS kind, r.document AS document,
           snippet(edition_words, 0, :open, :close, '…', :tokens) AS words, bm25(edition_words) AS score
      FROM edition_words JOIN readings r ON r.edition = edition_words.rowid JOIN current USING (id)
     WHERE edition_words MATCH :query
    UNION ALL
    SELECT p.id, p.kind, p.document, snippet(quote_words, 0, :open, :close, '…', :tokens), bm25(quote_words)
      FROM quote_words JOIN quotes q ON q.id = quote_words.rowid JOIN reports p ON p.id = q.report
      JOIN found f ON f.report = p.id JOIN current ON current.id = f.reading
     WHERE quote_words MATCH :query AND q.ordinal = (
           SELECT min(other.ordinal) FROM quotes other JOIN quote_words w ON w.rowid = other.id
            WHERE other.report = q.report AND w.quote_words MATCH :query)
) ORDER BY kind <> 'document', score, id
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document or report with the words searched for; ``marks`` are their places in ``snippet``."""

    id: str
    kind: str
    document: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


def create(connection: Connection) -> None:
    """Create the index."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)


def index_edition(connection: Connection, key: int, words: str) -> None:
    """Put the text of one edition into the index."""
    connection.execute(
        text("INSERT INTO edition_words (rowid, text) VALUES (:key, :words)"), {"key": key, "words": words}
    )


def index_quotes(connection: Connection, reports: Sequence[str]) -> None:
    """Put the quotes of some reports into the index."""
    statement = text("INSERT INTO quote_words (rowid, exact) SELECT id, exact FROM quotes WHERE report = :report")
    connection.execute(statement, [{"report": report} for report in reports])


def find(connection: Connection, words: str) -> list[Hit]:
    """What holds all the words, best first, documents before reports.

    Words in double quotes are a phrase; ``solar*`` finds words that begin so. Raises UsageError without any word.
    """
    values = {"query": match_query(words), "open": OPEN, "close": CLOSE, "tokens": _SNIPPET_TOKENS}
    return [_hit(*row) for row in connection.execute(text(_FIND), values)]


def match_query(words: str) -> str:
    """A query of FTS5 with each phrase in quotes, so that nothing a user writes is taken for its language.

    Raises UsageError without any word.
    """
    terms = []
    for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', words):
        term = phrase or word
        if any(character.isalnum() for character in term):
            terms.append(f'"{term.rstrip("*")}"' + ("*" if word.endswith("*") else ""))
    if not terms:
        raise UsageError(f"there is no word in {words!r} to search for; give at least one")
    return " ".join(term.replace("\0", " ") for term in terms)


def _hit(record_id: str, kind: str, document: str, marked: str, _score: float) -> Hit:
    return Hit(record_id, kind, document, *unmarked(marked))


def unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Words with ``OPEN`` and ``CLOSE`` around some of them as plain words, and where those stand in them."""
    snippet, marks, opened = "", [], 0
    for part in re.split(f"([{OPEN}{CLOSE}])", marked):
        if part == OPEN:
            opened = len(snippet)
        elif part == CLOSE:
            marks.append((opened, len(snippet)))
        else:
            snippet += part
    return snippet, tuple(marks)
