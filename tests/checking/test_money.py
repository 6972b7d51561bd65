"""Sums of climate finance."""

from __future__ import annotations

from datetime import date

import pytest

from parley.checking.assertion import Assertion
from parley.checking.published_figures import TABLES, finance_sums
from tests.checking.making import check, claim, token


def money(
    amount: float, words: str, subject: str | None = None, said: str | None = "2023-01-01", **fields: object
) -> Assertion:
    day = date.fromisoformat(said) if said else None
    told = {"unit": "USD", "written": fields.pop("written", f"{amount / 1e9:g} billion"), **fields}
    return claim("money", subject, amount, words=words, said=day, **told)


PROVIDED = "developed countries provided {} in climate finance to developing countries in 2020"


@pytest.mark.parametrize(
    ("amount", "expected"), [(83.3e9, "supported"), (89e9, "close"), (79.9e9, "close"), (150e9, "contradicted")]
)
def test_what_was_provided_in_a_year(amount: float, expected: str) -> None:
    assert token(money(amount, PROVIDED, "DEV", year=2020)) == expected


def test_what_was_provided_in_another_year_is_close() -> None:
    assert token(money(115.9e9, PROVIDED, "DEV", said="2025-01-01", year=2020)) == "close"


def test_a_goal_is_a_pledge_of_record() -> None:
    words = "rich countries promised $100 billion a year in climate finance by 2020"
    verdict = check(money(1e11, words, "DEV", said="2018-10-01", year=2020, written=None))
    assert verdict.token == "supported"
    assert verdict.basis == "pledges of record"
    assert token(money(5e11, words, None, said="2018-10-01", year=2020, written=None)) == "contradicted"


def test_sums_of_funds_and_laws() -> None:
    assert (
        token(money(356e6, "the Adaptation Fund was pledged $356 million", said="2021-12-01", written="356"))
        == "supported"
    )
    law = "the Inflation Reduction Act has $369 billion for climate and energy"
    assert token(money(369e9, law, "USA")) == "supported"
    assert token(money(900e9, law, "USA")) == "contradicted"


def test_an_older_sum_is_outdated() -> None:
    words = "developed countries provide 79.9 billion dollars of climate finance to developing countries"
    assert token(money(79.9e9, words, "DEV", said="2023-01-01"), today=date(2023, 1, 1)) == "outdated"


def test_other_money_another_currency_and_years_without_a_sum_are_not_checkable() -> None:
    assert token(money(3e9, "the dam cost $3 billion")) == "not_checkable"
    assert token(money(83.3e9, PROVIDED, "DEV", year=2020, unit="JPY")) == "not_checkable"
    assert token(money(83.3e9, PROVIDED, "DEV", year=1990)) == "not_checkable"
    assert token(money(83.3e9, PROVIDED, "DEV", said="2012-01-01")) == "not_checkable"


def test_every_sum_is_positive_and_was_known_after_its_year_began() -> None:
    for row in finance_sums():
        assert row.amount > 0
        assert row.published.year >= row.year


def test_every_table_is_described_with_sources_and_licence() -> None:
    from importlib import resources

    data = resources.files("parley.checking") / "data"
    described = {resource["path"]: resource for resource in TABLES.datapackage["resources"]}
    assert set(described) == {file.name for file in data.iterdir()} - {"datapackage.json"}
    for path, resource in described.items():
        rows = TABLES.rows(path)
        assert [field["name"] for field in resource["schema"]["fields"]] == list(rows[0])
        assert resource["sources"]
        assert resource["licenses"]
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
