"""The table of bases and business as usual that Parties published."""

from __future__ import annotations

from datetime import date

from parley.inventory.recorded_pledge import all_pledges
from parley.pathways.areas import base_parties
from parley.pathways.published_bases import TABLE, published
from parley.terms.tables import Tables

TABLES = Tables("parley.pathways")


def test_every_row_is_of_a_party_and_is_used_by_a_pledge() -> None:
    for row in TABLES.rows(TABLE):
        assert row["party"] in base_parties()
        assert float(row["mtco2e"]) > 0
        assert row["citation"]
        year, since = int(row["year"]), date.fromisoformat(row["since"])
        assert any(
            (pledge.base_year if row["measure"] == "base" else pledge.target_year) == year
            for pledge in all_pledges()
            if pledge.party == row["party"] and pledge.kind == "reduction" and pledge.since >= since
        ), row


def test_columns_are_described() -> None:
    (resource,) = TABLES.datapackage["resources"]
    assert resource["path"] == TABLE
    assert [field["name"] for field in resource["schema"]["fields"]] == list(TABLES.rows(TABLE)[0])


def test_what_is_published_later_is_not_known_before() -> None:
    assert published("KOR", "base", 2018, date(2021, 10, 17)) is None
    assert published("KOR", "base", 2018, date(2021, 10, 18)) == 727.6
    assert published("KOR", "base", None, date(2022, 1, 1)) is None
