"""From nothing, or from the form of an older Parley, to the tables of today.

A ledger says its version in ``parley_schema``. To change the tables: raise ``schema.VERSION`` and add to
``MIGRATIONS``, under the new version, a function that brings a ledger of the version before to it. A migration may
add tables, columns and rows; it never changes what a report says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, func, insert, inspect, select

from parley.errors import LedgerError, LedgerTooNew
from parley.ledger import search
from parley.ledger.schema import JUDGEMENTS, METADATA, SCHEMA_VERSIONS, VERDICTS, VERSION

Migration = Callable[[Connection], None]


def _add_verdicts(connection: Connection) -> None:
    """To version 2: what checkers said of reports."""
    VERDICTS.create(connection)


def _add_judgements(connection: Connection) -> None:
    """To version 3: what people decided about the links."""
    JUDGEMENTS.create(connection)


MIGRATIONS: Mapping[int, Migration] = MappingProxyType({2: _add_verdicts, 3: _add_judgements})


def version_of(connection: Connection, path: Path) -> int:
    """The version of the tables; 0 where there are none yet.

    Raises LedgerError when the file is a database of something else.
    """
    tables = inspect(connection).get_table_names()
    if SCHEMA_VERSIONS.name in tables:
        return connection.scalar(select(func.max(SCHEMA_VERSIONS.c.version))) or 0
    if tables:
        raise LedgerError(
            f"{path} is a database, but not a ledger of Parley (it holds {', '.join(sorted(tables)[:3])}); "
            "name another file with --ledger"
        )
    return 0


def check_version(version: int, path: Path, newest: int = VERSION) -> None:
    """Raises LedgerTooNew or LedgerError unless a ledger of ``version`` can be read as it is."""
    if version > newest:
        raise LedgerTooNew(
            f"{path} was written by a newer Parley (ledger version {version}; this one knows {newest}); upgrade Parley"
        )
    if version == 0:
        raise LedgerError(f"{path} is empty; fill it with: parley read PATH --ledger {path}")
    if version < newest:
        raise LedgerError(
            f"{path} was written by an older Parley (ledger version {version} of {newest}); bring it up to date "
            f"with: parley read PATH --ledger {path}"
        )


def upgrade(
    connection: Connection, path: Path, migrations: Mapping[int, Migration] = MIGRATIONS, newest: int = VERSION
) -> None:
    """Create the tables, or bring older ones up to date, inside the caller's transaction.

    Raises LedgerTooNew, or LedgerError when the file is a database of something else.
    """
    version = version_of(connection, path)
    if version == 0:
        METADATA.create_all(connection)
        search.create(connection)
        _record(connection, newest)
        return
    for step in range(version + 1, newest + 1):
        migrations[step](connection)
        _record(connection, step)
    check_version(max(version, newest), path, newest)


def _record(connection: Connection, version: int) -> None:
    connection.execute(insert(SCHEMA_VERSIONS).values(version=version, recorded=datetime.now(UTC).isoformat()))
