from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect

from parley.errors import LedgerError, LedgerTooNew
from parley.ledger import Ledger, migrations
from parley.ledger.schema import JUDGEMENTS, METADATA, SCHEMA_VERSIONS, VERSION
from parley.records import Anchor, Judgement
from tests.ledger.making import make_reading, make_story


def add_notes(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE notes (report TEXT PRIMARY KEY, words TEXT NOT NULL)")


def fail_half_way(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE half (done TEXT)")
    raise RuntimeError("the power went out")


def test_a_new_ledger_has_the_tables_of_today_and_says_their_version(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with Ledger(path) as ledger, ledger._store.reading() as connection:
        assert migrations.version_of(connection, path) == VERSION
        assert set(METADATA.tables) <= set(inspect(connection).get_table_names())


def test_there_is_a_step_to_every_version_after_the_first() -> None:
    assert set(migrations.MIGRATIONS) == set(range(2, VERSION + 1))


def test_an_older_ledger_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with Ledger(path) as ledger:
        ledger.add(make_reading(make_story()))
        before = list(ledger.export())
        with ledger._store.writing() as connection:
            migrations.upgrade(connection, path, {VERSION + 1: add_notes}, newest=VERSION + 1)
        with ledger._store.reading() as connection:
            assert migrations.version_of(connection, path) == VERSION + 1
            assert "notes" in inspect(connection).get_table_names()
        assert list(ledger.export()) == before


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with Ledger(path) as ledger:
        with pytest.raises(RuntimeError, match="power"), ledger._store.writing() as connection:
            migrations.upgrade(connection, path, {VERSION + 1: fail_half_way}, newest=VERSION + 1)
        with ledger._store.reading() as connection:
            assert migrations.version_of(connection, path) == VERSION
            assert "half" not in inspect(connection).get_table_names()


def test_an_older_ledger_opened_to_be_read_says_how_to_bring_it_up_to_date() -> None:
    with pytest.raises(LedgerError, match="older Parley"):
        migrations.check_version(1, Path("old.db"), newest=2)
    with pytest.raises(LedgerTooNew):
        migrations.check_version(3, Path("new.db"), newest=2)


def test_a_ledger_from_before_judgements_keeps_what_it_has_and_can_be_judged(tmp_path: Path) -> None:
    path, reading = tmp_path / "parley.db", make_reading(make_story())
    with Ledger(path) as ledger:
        ledger.add(reading)
        before = list(ledger.export())
        with ledger._store.writing() as connection:
            JUDGEMENTS.drop(connection)
            connection.execute(SCHEMA_VERSIONS.update().values(version=2))
    with Ledger(path) as ledger:
        assert list(ledger.export()) == before
        time = datetime(2024, 6, 1, tzinfo=UTC)
        anchor = Anchor.of(reading.claims[0], reading)
        made = Judgement(verb="reject", ones=(anchor,), author="Ana", time=time)
        assert [ledger.judge(made).number, ledger.judge(made).number] == [1, 2]
        assert len({judgement.id for judgement in ledger.judgements()}) == 2
    with Ledger(path, read_only=True) as ledger:
        assert [judgement.number for judgement in ledger.judgements()] == [1, 2]
        assert set(ledger.rejected()) == {reading.claims[0].id}
