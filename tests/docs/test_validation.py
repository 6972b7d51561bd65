"""The page of validation has the tables that the benchmark prints."""

from __future__ import annotations

import pytest

from benchmarks import outlook
from tests.docs.making import page

PAGE = page("validation.md")
MISSED = "India's 2070 added, elsewhere constant-effort, median 2100 [K]"


@pytest.mark.parametrize("table", ["reaches", "levels"])
def test_its_tables_are_what_the_benchmark_prints(table: str) -> None:
    made = {
        "reaches": lambda: outlook.table(outlook.REACHES, [each.row() for each in outlook.reaches()], markdown=True),
        "levels": lambda: outlook.table(outlook.LEVELS, list(outlook.levels()), markdown=True),
    }[table]()
    assert made in PAGE


def test_what_is_not_met_is_told_in_words() -> None:
    assert [reach.what for reach in outlook.reaches() if not reach.is_in] == [MISSED]
    assert "this line is not met by default" in PAGE
