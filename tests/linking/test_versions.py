"""A later version of a document: what it added, withdrew and altered, sentence by sentence and report by report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.linking.versions import difference
from tests.reading.making import read

CUT = "Peru pledged to cut greenhouse gas emissions by {}% from 2010 levels by 2030."
ZERO = "Chile pledged to reach net zero by 2050."
SHARE = "Norway emitted 0.1% of the world's emissions in 2019."
SENTENCES = (CUT.format(30), CUT.format(40), ZERO, SHARE, "It rained.")


def test_what_is_said_otherwise_is_altered_and_the_fields_are_named() -> None:
    changed = difference(read(f"{CUT.format(30)} {ZERO}"), read(f"{ZERO} {CUT.format(40)}"))
    (pair,) = changed.altered
    assert (pair.was.kind_of_report, set(pair.fields)) == ("pledge", {"low", "high"})
    assert not changed.added
    assert not changed.withdrawn
    assert changed.unchanged == 1


def test_what_is_new_is_added_and_what_is_gone_withdrawn() -> None:
    changed = difference(read(f"{ZERO} {SHARE}"), read(f"{ZERO} {CUT.format(30)}"))
    assert [report.kind_of_report for report in changed.added] == ["pledge"]
    assert [report.kind_of_report for report in changed.withdrawn] == ["claim"]
    (passage,) = changed.passages
    assert (passage.was, passage.now) == (SHARE, CUT.format(30))


def test_a_report_that_only_stands_elsewhere_is_unchanged() -> None:
    changed = difference(read(ZERO), read(f"It rained. {ZERO}"))
    assert (changed.added, changed.withdrawn, changed.altered, changed.unchanged) == ((), (), (), 1)


@given(*[st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True)] * 2)
def test_every_report_of_both_versions_is_counted_once(was: list[str], now: list[str]) -> None:
    earlier, later = read(" ".join(was)), read(" ".join(now))
    changed = difference(earlier, later)
    paired = len(changed.altered) + changed.unchanged
    assert len(changed.withdrawn) + paired == len(list(earlier.reports()))
    assert len(changed.added) + paired == len(list(later.reports()))
    assert difference(earlier, earlier).passages == ()
