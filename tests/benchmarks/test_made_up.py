"""The made-up press: the same for the same seed, true to its own truth, and of many shapes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.corpus_form.reading import from_corpus
from benchmarks.linking import convert, predict_form
from benchmarks.linking_form import Linked
from benchmarks.linking_gold import GoldTimeline, load_rows
from benchmarks.linking_scores import score
from benchmarks.linking_speed import make_readings
from benchmarks.made_up.corpus import MadeUp, make_up
from benchmarks.made_up.shapes import SHAPES


@pytest.fixture(scope="module")
def made() -> MadeUp:
    return make_up(1)


def test_a_seed_gives_the_same_bytes(made: MadeUp) -> None:
    again = make_up(1)
    assert (again.texts, json.dumps(again.rows), json.dumps(again.timeline)) == (
        made.texts,
        json.dumps(made.rows),
        json.dumps(made.timeline),
    )
    assert make_up(2).texts != made.texts


def test_it_is_large_and_of_many_shapes(made: MadeUp) -> None:
    assert len(made.rows) >= 300
    assert len(made.timeline["events"]) >= 60
    assert len(SHAPES) >= 12
    assert len(made.timeline["contradictions"]) >= 15
    assert len(made.timeline["consistent"]) >= 50
    assert any(row["published"] is None for row in made.rows)


def test_all_evidence_stands_in_its_text(made: MadeUp) -> None:
    for row in made.rows:
        text = made.texts[row["doc"]]
        document = from_corpus(row, text).reading.document
        assert document.text == text


def test_every_record_is_in_the_truth_and_no_two_sentences_are_often_the_same(made: MadeUp) -> None:
    records = {record["id"] for row in made.rows for record in row["engagements"]}
    assert records == {record for event in made.timeline["events"] for record in event["records"]}
    told = Counter(record["evidence"] for row in made.rows for record in row["engagements"])
    assert sum(count for count in told.values() if count == 1) > 0.9 * len(told)


def test_dates_fit_the_status(made: MadeUp) -> None:
    for row in made.rows:
        for record in row["engagements"]:
            if row["published"] and record["start"] and record["precision"] == "day":
                if record["status"] == "held":
                    assert record["start"] <= row["published"]
                elif record["status"] == "planned":
                    assert record["start"] >= row["published"]


def test_people_of_one_event_are_named_in_the_document(made: MadeUp) -> None:
    for row in made.rows:
        named = {person["name"] for person in row["people"]}
        assert {name for record in row["engagements"] for name in record["people"]} <= named


def test_written_out_it_can_be_read_back_and_linked(made: MadeUp, tmp_path: Path) -> None:
    made.write(tmp_path)
    rows = load_rows(tmp_path / "seeds.gold.jsonl")
    assert rows == list(made.rows)
    assert GoldTimeline.load(tmp_path / "seeds.timeline.json") == GoldTimeline.of(made.timeline)
    assert convert(rows[:3], tmp_path / "texts")[0].reading.document.text == made.texts[rows[0]["doc"]]
    linked = predict_form(tmp_path / "seeds.gold.jsonl", tmp_path / "texts")
    assert set(linked) == {"events", "people", "conflicts", "pledges"}
    assert set(linked["events"][0]) == {"records", "history"}


def test_readings_for_speed_are_the_same_each_time_and_grounded() -> None:
    readings = make_readings(500)
    assert readings == make_readings(500)
    assert sum(1 for reading in readings for _ in reading.reports()) > 400
    for reading in readings:
        reading.check()


def test_linking_its_records_joins_what_belongs_together_and_little_else(made: MadeUp) -> None:
    found = score(Linked.of([from_corpus(row) for row in made.rows]), GoldTimeline.of(made.timeline))
    assert found.pairs.precision >= 0.98
    assert found.pairs.recall >= 0.90
    assert found.forbidden.problems == ()
    assert found.distinct.problems == ()
