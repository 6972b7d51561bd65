"""What holds for any documents, readers and orders."""

from __future__ import annotations

import random
import tempfile
from itertools import groupby
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.ledger import Ledger
from parley.records import Pledge, Quote, Reading
from tests.ledger.making import make_document

texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80).filter(lambda text: text.strip())
readers = st.sampled_from(["rules/1", "rules/2", "rules/3"])


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading of any text, with pledges at any of its words."""
    text = draw(texts)
    document = make_document(text, source=draw(st.sampled_from(["a.txt", "b.txt"])))
    pledges = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        if text[start:end].strip():
            quote = Quote.of(text, start, end)
            year = draw(st.integers(1990, 2100))
            pledges.append(Pledge(document=document.id, quotes=(quote,), party="CHL", kind="other", target_year=year))
    unique = tuple({pledge.id: pledge for pledge in pledges}.values())
    return Reading(document=document, reader=draw(readers), pledges=unique)


def export_of(some: list[Reading]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder, "parley.db")) as ledger:
        for reading in some:
            ledger.add(reading)
        return list(ledger.export())


def shuffled_by_document(some: list[Reading], seed: int) -> list[Reading]:
    """Another order of documents; readings of one document stay in theirs, as time has made it."""
    by_document = sorted(some, key=lambda reading: reading.document.id)
    groups = [list(group) for _, group in groupby(by_document, key=lambda reading: reading.document.id)]
    random.Random(seed).shuffle(groups)
    return [reading for group in groups for reading in group]


quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(st.lists(readings(), max_size=6), st.integers(0, 1000))
def test_the_export_does_not_depend_on_the_order_of_documents(some: list[Reading], seed: int) -> None:
    assert export_of(some) == export_of(shuffled_by_document(some, seed))


@quick
@given(st.lists(readings(), min_size=1, max_size=6), st.data())
def test_adding_again_changes_not_a_byte(some: list[Reading], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(some), max_size=6))
    assert export_of(some + again) == export_of(some)


@quick
@given(st.lists(readings(), max_size=6, unique_by=lambda reading: reading.document.id))
def test_what_goes_in_comes_out_and_the_export_is_sorted(some: list[Reading]) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder, "parley.db")) as ledger:
        for reading in some:
            added = ledger.add(reading)
            assert (added.new, added.added, added.withdrawn) == (True, len(reading.pledges), 0)
        kept = {reading.document.id: reading for reading in ledger.readings()}
        lines = list(ledger.export())
    assert kept == {reading.document.id: reading for reading in some}
    assert lines == sorted(lines)


@quick
@given(st.lists(readings(), max_size=6))
def test_the_counts_of_changes_add_up(some: list[Reading]) -> None:
    standing: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder, "parley.db")) as ledger:
        for reading in some:
            added = ledger.add(reading)
            before = standing.get(reading.document.id, 0)
            if added.new:
                assert added.unchanged + added.withdrawn == before
                standing[reading.document.id] = added.unchanged + added.added
        assert len(list(ledger.reports())) == sum(standing.values())
