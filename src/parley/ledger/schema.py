"""The tables.

    documents ─< editions ─< readings ─< found >─ reports ─< quotes
                     └──< sources                    └──< report_parties

A document is known by its bytes. An edition is what those bytes were taken to say: the cleaned text and its metadata,
which a later Parley may clean or date better. A reading is what one reader (name and version) found in one edition.
A report belongs to every reading that found it, so a reading that finds the same adds no report, and nothing is ever
changed or deleted. The current view of a document is its newest reading. ``verdicts`` holds what each checker (its
rules and figures) said of a report; the newest stands. ``judgements`` holds what people decided about the links; it
names no row of the other tables, as it points at words.

Plain SQL throughout, so that another database can hold it; what only SQLite can do is in ``search.py`` and
``store.py``.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

VERSION = 3

METADATA = MetaData()

SCHEMA_VERSIONS = Table(
    "parley_schema",
    METADATA,
    Column("version", Integer, primary_key=True),
    Column("recorded", String, nullable=False),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", String, primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
)

EDITIONS = Table(
    "editions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("fingerprint", String(64), nullable=False, unique=True),  # SHA-256 of text and metadata
    Column("first_day", String(10)),  # published, ISO 8601; see ``rows.day_range``
    Column("last_day", String(10)),
    Column("metadata", Text, nullable=False),  # JSON: the record without text and source; repairs are in it
    Column("text", Text, nullable=False),
)

SOURCES = Table(
    "sources",
    METADATA,
    Column("edition", ForeignKey("editions.id"), primary_key=True),
    Column("path", String, primary_key=True),
)

READINGS = Table(
    "readings",
    METADATA,
    Column("id", Integer, primary_key=True),  # in order of recording
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("edition", ForeignKey("editions.id"), nullable=False),
    Column("reader", String, nullable=False),
    Column("recorded", String, nullable=False),
    UniqueConstraint("edition", "reader"),
    Index("readings_by_document", "document", "id"),
)

REPORTS = Table(
    "reports",
    METADATA,
    Column("id", String, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("first_day", String(10)),  # when it happened, for engagements
    Column("last_day", String(10)),
    Column("content", Text, nullable=False),  # JSON: the record without id and quotes
)

REPORT_PARTIES = Table(
    "report_parties",
    METADATA,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("party", String, primary_key=True, index=True),
)

QUOTES = Table(
    "quotes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("report", ForeignKey("reports.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    UniqueConstraint("report", "ordinal"),
)

FOUND = Table(
    "found",
    METADATA,
    Column("reading", ForeignKey("readings.id"), primary_key=True),
    Column("report", ForeignKey("reports.id"), primary_key=True, index=True),
    Column("ordinal", Integer, nullable=False),  # place of the report in the reading
)

VERDICTS = Table(
    "verdicts",
    METADATA,
    Column("id", Integer, primary_key=True),  # in order of recording
    Column("report", ForeignKey("reports.id"), nullable=False, index=True),
    Column("checker", String, nullable=False),
    Column("recorded", String, nullable=False),
    Column("content", Text, nullable=False),  # JSON: the record
    UniqueConstraint("report", "checker"),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("number", Integer, primary_key=True),  # in order of recording, without gaps
    Column("id", String, nullable=False, unique=True),
    Column("content", Text, nullable=False),  # JSON: the record without its number
)
