"""Growth by national statistics and plans."""

from __future__ import annotations

from parley.inventory.growth import expected_growth, growth_source, published_growth


def test_published_growth_is_one_figure_and_expected_growth_a_range() -> None:
    assert published_growth("CHN")[2021].slow == published_growth("CHN")[2021].fast == 8.4
    for party in ("CHN", "IND"):
        for growth in expected_growth(party).values():
            assert growth.slow < growth.central < growth.fast
            assert growth.source


def test_published_growth_has_no_gaps() -> None:
    years = sorted(published_growth("CHN"))
    assert years == list(range(years[0], years[-1] + 1))


def test_a_party_without_rows_has_no_growth_of_its_own() -> None:
    assert not published_growth("USA")
    assert not expected_growth("USA")


def test_the_table_names_its_source() -> None:
    assert growth_source().citation
