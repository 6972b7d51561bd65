"""Whatever is merged, split, rejected, noted, undone and read again, in whatever order."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from parley import workflow
from parley.ledger import Ledger
from parley.records import Reading
from parley.records.judgement import in_force
from parley.workflow.judging import is_judged
from tests.ledger.judging import HAND, READERS, make_news, read_news

SEQUENCES = 500
TOGETHER = 50
STEPS = 5

Snapshot = tuple[list[str], str]


def snapshot(ledger: Ledger) -> Snapshot:
    """What a ledger says now: its canonical export, and what is linked."""
    return list(ledger.export()), workflow.view(ledger).links.model_dump_json(exclude={"effects"})


def judge(ledger: Ledger, rng: random.Random) -> None:
    """Some judgement on something in view; at times there is nothing to judge."""
    shown = workflow.view(ledger)
    records = [record for record in shown.linked.values() if is_judged(record)]
    if not records:
        return
    one = rng.choice(records)
    alike = [record for record in records if type(record) is type(one) and record.id != one.id]
    verb = rng.choice(("merge", "merge", "split", "split", "reject", "note"))
    if verb == "merge" and alike:
        workflow.merge(ledger, one.id, rng.choice(alike).id, HAND)
    elif verb == "split" and len(one.reports) > 1:
        out = rng.sample(sorted(one.reports), rng.randrange(len(one.reports)))
        workflow.split(ledger, one.id, out, HAND)
    elif verb == "reject":
        workflow.reject(ledger, rng.choice(sorted(one.reports)), HAND)
    else:
        workflow.note(ledger, one.id, f"note {rng.random()}", HAND)


def run_sequence(ledger: Ledger, rng: random.Random) -> list[Reading]:
    """Random steps; each undoing that follows its judgement must bring back the very snapshot from before."""
    added: list[Reading] = []
    before: list[Snapshot | None] = []
    for _ in range(STEPS):
        step = rng.choice(("judge", "judge", "undo", "read"))
        if step == "judge":
            state, count = snapshot(ledger), len(ledger.judgements())
            judge(ledger, rng)
            before += [state] if len(ledger.judgements()) > count else []
        elif step == "undo" and before:
            workflow.undo(ledger, None, HAND)
            state_before = before.pop()
            assert state_before is None or snapshot(ledger) == state_before
        else:
            added.append(read_news(make_news(rng.randrange(4)), rng.choice(READERS)))
            if ledger.add(added[-1]).new:
                before = [None] * len(before)
    return added


def refilled(path: Path, readings: Sequence[Reading], rng: random.Random) -> Ledger:
    """A ledger with the same readings, the documents in another order."""
    documents = sorted({reading.document.id for reading in readings})
    rng.shuffle(documents)
    ledger = Ledger(path)
    for document in documents:
        for reading in readings:
            if reading.document.id == document:
                ledger.add(reading)
    return ledger


@pytest.fixture(scope="module")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("judged") / "empty.db"
    Ledger(path).close()
    return path


@pytest.mark.parametrize("first", range(0, SEQUENCES, TOGETHER))
def test_undoing_restores_the_exact_export_and_the_order_of_documents_is_no_matter(
    first: int, empty_ledger: Path, tmp_path: Path
) -> None:
    for seed in range(first, first + TOGETHER):
        rng = random.Random(seed)
        start = [read_news(make_news(number)) for number in range(2)]
        one, other = (Path(shutil.copy(empty_ledger, tmp_path / f"{seed}-{which}.db")) for which in "ab")
        with Ledger(one) as ledger:
            for reading in start:
                ledger.add(reading)
            readings = [*start, *run_sequence(ledger, rng)]
            with refilled(other, readings, rng) as again:
                unjudged = snapshot(again)
                for judgement in ledger.judgements():
                    again.judge(judgement)
                assert snapshot(again) == snapshot(ledger)
                assert list(again.export(everything=True)) == list(ledger.export(everything=True))
            while in_force(ledger.judgements()):
                workflow.undo(ledger, None, HAND)
            assert snapshot(ledger) == unjudged
