from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import inspect

from parley.ledger import Ledger, migrations
from parley.ledger.schema import JUDGEMENTS, SCHEMA_VERSIONS, VERDICTS, VERSION
from parley.records.verdict import Reference, Verdict
from tests.ledger.making import make_reading, make_story

COAL = Reference(
    party="PER",
    quantity="share of coal in electricity",
    basis="electricity generated",
    year=2019,
    value=48.2,
    unit="%",
    source="an invented yearbook, 2020, CC BY 4.0",
    holds="supported",
)


def verdict(token: str, report: str) -> Verdict:
    return Verdict.model_validate(
        {
            "claim": report,
            "token": token,
            "basis": "electricity",
            "reason": "Half of it is 48.2 %.",
            "references": (COAL,),
        }
    )


def test_the_newest_verdict_stands_and_the_older_are_kept(tmp_path: Path) -> None:
    reading = make_reading(make_story())
    claim = reading.claims[0].id
    with Ledger(tmp_path / "parley.db") as ledger:
        ledger.add(reading)
        assert ledger.verdicts() == {}
        assert ledger.add_verdicts({claim: verdict("supported", claim)}, "checker 1") == 1
        assert ledger.add_verdicts({claim: verdict("close", claim)}, "checker 2") == 1
        assert ledger.verdicts() == {claim: verdict("close", claim)}
        assert ledger.verdicts([claim, "cla_nowhere"]) == {claim: verdict("close", claim)}
        assert ledger.verdicts(["cla_nowhere"]) == ledger.verdicts([]) == {}
        kept = [line["record"] for line in map(json.loads, ledger.export()) if line["kind"] == "verdict"]
    assert [(record["checker"], record["order"], record["token"]) for record in kept] == [
        ("checker 1", 1, "supported"),
        ("checker 2", 2, "close"),
    ]


def test_a_checker_speaks_of_a_report_once_and_only_of_reports_there_are(tmp_path: Path) -> None:
    reading = make_reading(make_story())
    claim = reading.claims[0].id
    with Ledger(tmp_path / "parley.db") as ledger:
        ledger.add(reading)
        assert claim in ledger.unchecked("checker 1")
        ledger.add_verdicts({claim: verdict("supported", claim)}, "checker 1")
        assert claim not in ledger.unchecked("checker 1")
        again = {claim: verdict("close", claim), "cla_nowhere": verdict("close", "cla_nowhere")}
        assert ledger.add_verdicts(again, "checker 1") == 0
        assert ledger.verdicts() == {claim: verdict("supported", claim)}


def test_a_ledger_from_before_verdicts_gets_a_place_for_them_and_loses_nothing(tmp_path: Path) -> None:
    path, reading = tmp_path / "parley.db", make_reading(make_story())
    claim = reading.claims[0].id
    with Ledger(path) as ledger:
        ledger.add(reading)
        before = list(ledger.export())
        with ledger._store.writing() as connection:
            VERDICTS.drop(connection)
            JUDGEMENTS.drop(connection)
            connection.execute(SCHEMA_VERSIONS.update().values(version=1))
    with Ledger(path) as ledger:
        with ledger._store.reading() as connection:
            assert migrations.version_of(connection, path) == VERSION
            assert VERDICTS.name in inspect(connection).get_table_names()
        assert list(ledger.export()) == before
        assert ledger.add_verdicts({claim: verdict("supported", claim)}, "checker 1") == 1
