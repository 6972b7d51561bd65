"""A series says what it is, and is added only to one of its kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import InventoryError
from parley.inventory import Series, Source, total

SOURCE = Source("atlas", "Atlas", "7", "CC0-1.0", 2020, "Atlas, 2020.")
FIGURES = st.dictionaries(st.integers(1850, 2023), st.floats(-1e9, 1e9), min_size=1)


def make_series(figures: dict[int, float], party: str = "NOR", **others: str) -> Series:
    empty = Series(party, "emissions", "CO2", "fossil", "MtCO2", (), (), SOURCE)
    return replace(empty.with_items(figures), **others)  # type: ignore[arg-type]


def test_a_figure_is_had_by_its_year() -> None:
    series = make_series({2001: 2.0, 2000: 1.0})
    assert (series.value(2001), series.get(1999), series.span) == (2.0, None, (2000, 2001))


def test_a_year_without_a_figure_is_refused_with_the_years_there_are() -> None:
    with pytest.raises(
        InventoryError, match=r"emissions of Norway \(CO2 fossil\) by Atlas \(7\).* 1999.* 2000 to 2001"
    ):
        make_series({2000: 1.0, 2001: 2.0}).value(1999)


def test_gaps_between_years_are_said() -> None:
    with pytest.raises(InventoryError, match="2000 to 2005, with gaps"):
        make_series({2000: 1.0, 2005: 2.0}).value(2003)


def test_a_series_without_a_figure_has_no_span() -> None:
    with pytest.raises(InventoryError, match="no figures at all"):
        _ = make_series({}).span


def test_the_unit_changes_with_the_figures() -> None:
    series = make_series({2000: 1500.0}).to("GtCO2")
    assert (series.unit, series.value(2000)) == ("GtCO2", pytest.approx(1.5))


def test_carbon_dioxide_is_not_turned_into_equivalents() -> None:
    with pytest.raises(InventoryError, match="metric"):
        make_series({2000: 1.0}).to("MtCO2e (AR6GWP100)")


@given(one=FIGURES, other=FIGURES)
def test_a_sum_has_the_years_that_both_have(one: dict[int, float], other: dict[int, float]) -> None:
    added = make_series(one) + make_series(other, "SWE")
    assert added.party == "NOR+SWE"
    assert dict(added.items()) == {year: one[year] + other[year] for year in sorted(one.keys() & other.keys())}


@given(one=FIGURES, other=FIGURES)
def test_a_sum_does_not_depend_on_the_order(one: dict[int, float], other: dict[int, float]) -> None:
    there, back = make_series(one) + make_series(other), make_series(other) + make_series(one)
    assert there.values == back.values


def test_the_builtin_sum_and_total_agree() -> None:
    parts = [make_series({2000: value}) for value in (1.0, 2.0, 3.0)]
    assert sum(parts).value(2000) == total(parts).value(2000) == 6.0  # type: ignore[union-attr]


def test_a_sum_of_nothing_is_refused() -> None:
    with pytest.raises(InventoryError, match="nothing to add"):
        total([])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"quantity": "population"}, "quantities differ"),
        ({"gas": "CH4"}, r"gases differ \(CO2, CH4\)"),
        ({"basis": "incl_lulucf"}, "what one counts the other leaves out"),
        ({"unit": "GtCO2"}, "units differ"),
    ],
)
def test_series_of_two_kinds_are_not_added(change: dict[str, str], words: str) -> None:
    with pytest.raises(InventoryError, match=words):
        _ = make_series({2000: 1.0}) + make_series({2000: 1.0}, **change)


def test_two_sources_are_never_added() -> None:
    other = replace(make_series({2000: 1.0}), source=replace(SOURCE, key="globe", name="Globe"))
    with pytest.raises(InventoryError, match="never mixed"):
        _ = make_series({2000: 1.0}) + other


def test_a_difference_is_refused_between_bases_too() -> None:
    with pytest.raises(InventoryError, match="bases differ"):
        make_series({2000: 1.0}).minus(make_series({2000: 1.0}, basis="lulucf"), "without land")


def test_notes_are_said_once() -> None:
    series = make_series({2000: 1.0}).with_note("one", "two", "one; two", "three")
    assert series.note == "one; two; three"


def test_a_number_is_not_added_to_a_series() -> None:
    with pytest.raises(TypeError):
        _ = make_series({2000: 1.0}) + 1.0  # type: ignore[operator]
