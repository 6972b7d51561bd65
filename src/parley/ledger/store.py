"""The file: how it is opened, born, locked, and what can be wrong with it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from parley.errors import LedgerError, LedgerLocked, LedgerMissing
from parley.ledger import migrations
from parley.ledger.schema import VERSION

DEFAULT_BUSY_SECONDS = 30.0


class Store:
    """An open ledger file that gives out transactions.

    Raises LedgerMissing, LedgerTooNew, LedgerLocked, or LedgerError when it cannot be used.
    """

    def __init__(self, path: Path, read_only: bool, busy_seconds: float) -> None:
        self.path, self.read_only, self._busy_seconds = path, read_only, busy_seconds
        self._check_place()
        if not read_only and not path.exists():
            self._give_birth()
        self._engine = self._engine_for(_read_only_address(path) if read_only else _address(path, "rwc"), read_only)
        try:
            self._check_tables()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the ledger, whatever others write meanwhile."""
        with self._errors_explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing."""
        if self.read_only:
            raise LedgerError(f"{self.path} was opened to be read only; open it without read_only to add to it")
        with self._errors_explained(), self._engine.connect() as connection:
            connection.execution_options(parley_writes=True)
            with connection.begin():
                yield connection

    def _check_place(self) -> None:
        if self.path.is_dir():
            raise LedgerError(f"{self.path} is a folder; name a file, such as {self.path / 'parley.db'}")
        if self.read_only and not self.path.exists():
            raise LedgerMissing(
                f"there is no ledger at {self.path}; make one with: parley read PATH --ledger {self.path}, "
                "or name another with --ledger"
            )
        if not self.path.parent.is_dir():
            raise LedgerError(f"the folder {self.path.parent} does not exist; make it, or name another with --ledger")

    def _give_birth(self) -> None:
        """Make the ledger beside its place and link it there: it is never seen half made, by anybody."""
        try:
            with tempfile.TemporaryDirectory(prefix=f".{self.path.name}.", dir=self.path.parent) as folder:
                newborn = Path(folder, "ledger.db")
                engine = self._engine_for(_address(newborn, "rwc"), read_only=False)
                _use_write_ahead_log(engine)
                with self._errors_explained(), engine.begin() as connection:
                    migrations.upgrade(connection, newborn)
                engine.dispose()
                # Another process may have been first, and some file systems know no links: then it is made in place.
                with suppress(OSError):
                    os.link(newborn, self.path)
        except OSError as error:
            raise LedgerError(f"{self.path} cannot be made: {error.strerror}; name another with --ledger") from error

    def _check_tables(self) -> None:
        with self.reading() as connection:
            version = migrations.version_of(connection, self.path)
        if self.read_only or version > VERSION:
            migrations.check_version(version, self.path)
            return
        with self._errors_explained():
            _use_write_ahead_log(self._engine)
        if version < VERSION:
            with self.writing() as connection:
                migrations.upgrade(connection, self.path)

    def _engine_for(self, address: str, read_only: bool) -> Engine:
        engine = create_engine(address, connect_args={"timeout": self._busy_seconds, "uri": True})
        event.listen(engine, "connect", _prepare_to_read if read_only else _prepare_to_write)
        event.listen(engine, "begin", _begin)
        return engine

    @contextmanager
    def _errors_explained(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            raise self._explained(error) from error

    def _explained(self, error: DatabaseError) -> LedgerError:
        words = str(error.orig)
        if "locked" in words or "busy" in words:
            return LedgerLocked(
                f"another process has held {self.path} for {self._busy_seconds:g} seconds; try again when it is done"
            )
        if "not a database" in words:
            return LedgerError(f"{self.path} is not a ledger of Parley; name another file with --ledger")
        if "malformed" in words or "corrupt" in words:
            return LedgerError(
                f"{self.path} is damaged ({words}); take its last copy, or read the documents again into a new file"
            )
        if "readonly" in words or "unable to open" in words:
            return LedgerError(f"{self.path} cannot be written ({words}); give permission, or name another file")
        return LedgerError(f"{self.path} cannot be used: {words}; is the disk full?")


def _address(path: Path, mode: str) -> str:
    return f"sqlite:///file:{quote(str(path.absolute()))}?mode={mode}&uri=true"


def _read_only_address(path: Path) -> str:
    """How to open a file that shall not be written.

    A write-ahead log needs its two helper files. Where we may write, SQLite makes and clears them away by itself
    (``query_only`` keeps us from more). Where we may not and there is no log, nobody is writing: it cannot change.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return _address(path, "rw")
    log = path.with_name(f"{path.name}-wal")
    return _address(path, "ro") if log.exists() else f"{_address(path, 'ro')}&immutable=1"


def _prepare_to_write(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the transactions are ours; see ``_begin``
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _prepare_to_read(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")


def _use_write_ahead_log(engine: Engine) -> None:
    """A property of the file, and set only once we know that the file is ours."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    except sqlite3.DatabaseError as error:
        raise DatabaseError("PRAGMA journal_mode", None, error) from error
    finally:
        connection.close()


def _begin(connection: Connection) -> None:
    """Writers queue at the start: two that begin by reading could otherwise block each other half way."""
    writes = connection.get_execution_options().get("parley_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
