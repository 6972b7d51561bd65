"""The vocabulary of time words is whole and consistent."""

from __future__ import annotations

from parley.terms.when.arithmetic import DAYS_OF_UNIT, MONTHS_OF_UNIT, SEASON_FIRST_MONTH
from parley.terms.when.vocabulary import HEAD_WORDS, ROLES, load_tables

TABLES = load_tables()


def test_every_word_is_lower_case_and_single() -> None:
    phrases = ("reference", "bare_reference")
    words = [word for table, entries in TABLES.items() if table not in phrases for word in entries]
    assert all(word == word.lower() and " " not in word for word in words)


def test_every_month_weekday_and_season_is_named() -> None:
    assert set(TABLES["month"].values()) == set(range(1, 13))
    assert set(TABLES["weekday"].values()) == set(TABLES["weekdays"].values()) == set(range(1, 8))
    assert set(TABLES["season"].values()) == set(SEASON_FIRST_MONTH)


def test_every_unit_can_be_counted_and_every_plural_is_a_unit() -> None:
    assert set(TABLES["unit"].values()) == set(DAYS_OF_UNIT) | set(MONTHS_OF_UNIT)
    assert set(TABLES["plural"]) < set(TABLES["unit"])


def test_references_are_timex3_values_whose_words_are_known() -> None:
    for table in ("reference", "bare_reference"):
        assert set(TABLES[table].values()) <= {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
        assert all(word in ROLES for phrase in TABLES[table] for word in phrase.split())


def test_words_that_tell_a_time_head_a_run() -> None:
    assert {"august", "friday", "summer", "weeks", "yesterday", "tonight", "recently"} <= HEAD_WORDS
    assert not {"the", "of", "and", "two", "first"} & HEAD_WORDS
