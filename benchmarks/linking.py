"""How well and how fast Parley links.

    python -m benchmarks.linking seeds --corpus DIR [--errors]
    python -m benchmarks.linking predict --records FILE [--texts DIR] > linked.json
    python -m benchmarks.linking made-up [--seed N] [--errors] [--write DIR]
    python -m benchmarks.linking speed [--sizes N ...]

``seeds`` scores the merges, people, pledges, conflicts and histories of a corpus with a timeline, once from its own
records ("linking alone") and once from its texts ("end to end"), where reports are matched to records by their quotes.
``predict`` links records in the form of the corpus, one document a line; with texts, quotes stand in them.
``made-up`` does as ``seeds`` on a generated press of which the truth is known, and once with gaps in its records; it
can be written out as a corpus.
``speed`` takes the time and memory of linking ever more reports, each size in a process of its own.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.corpus_form.reading import FromCorpus, from_corpus
from benchmarks.linking_form import Linked
from benchmarks.linking_gold import GoldTimeline, Row, load_rows
from benchmarks.linking_matching import match_reports
from benchmarks.linking_scores import Scores, naive_pairs, score
from benchmarks.linking_speed import SIZES, print_speed
from benchmarks.made_up.corpus import MadeUp, make_up
from benchmarks.made_up.gaps import with_gaps
from parley.documents import load_file, parse_text
from parley.linking import link
from parley.reading import Reader
from parley.records import Document


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    seeds = commands.add_parser("seeds", help="score a corpus with a timeline")
    seeds.add_argument("--corpus", type=Path, required=True)
    seeds.add_argument("--errors", action="store_true")
    seeds.set_defaults(run=lambda a: print_seeds(a.corpus, a.errors))
    predict = commands.add_parser("predict", help="link records in the form of the corpus")
    predict.add_argument("--records", type=Path, required=True)
    predict.add_argument("--texts", type=Path)
    predict.set_defaults(run=lambda a: print(json.dumps(predict_form(a.records, a.texts), ensure_ascii=False)))
    made_up = commands.add_parser("made-up", help="score a generated corpus")
    made_up.add_argument("--seed", type=int, default=1)
    made_up.add_argument("--errors", action="store_true")
    made_up.add_argument("--alone", action="store_true", help="from records only, without reading the texts")
    made_up.add_argument("--write", type=Path, help="a folder to write it into, as a corpus")
    made_up.set_defaults(run=lambda a: print_made_up(make_up(a.seed), a.errors, a.alone, a.write))
    speed = commands.add_parser("speed", help="time and memory of linking")
    speed.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    speed.set_defaults(run=lambda a: print_speed(a.sizes))
    arguments = parser.parse_args()
    arguments.run(arguments)


def predict_form(records: Path, texts: Path | None) -> dict[str, Any]:
    """The links of a file of records."""
    return Linked.of(convert(load_rows(records), texts)).form()


def convert(rows: Sequence[Row], texts: Path | None) -> list[FromCorpus]:
    """Rows as readings, with their texts where the folder has them."""
    return [from_corpus(row, _text_of(row, texts)) for row in rows]


def _text_of(row: Row, texts: Path | None) -> str | None:
    if texts is None:
        return None
    paths = [texts / name for name in (row.get("source"), f"{row['doc']}.txt") if name]
    found = next((path for path in paths if path.is_file()), None)
    return found.read_text(encoding="utf-8", errors="replace") if found else None


def link_texts(rows: Sequence[Row], documents: Sequence[Document], originals: Sequence[bytes]) -> Linked:
    """Read the documents of the rows and link what was read; a report has the name of the record whose words it has."""
    readings = list(Reader().read_many(documents))
    docs = {reading.document.id: str(row["doc"]) for row, reading in zip(rows, readings, strict=True)}
    names: dict[str, tuple[str, ...]] = {}
    for row, reading, original in zip(rows, readings, originals, strict=True):
        names.update(match_reports(reading, row, original))
    return Linked(readings, link(readings), docs, names)


def print_seeds(corpus: Path, errors: bool) -> None:
    rows = load_rows(corpus / "seeds.gold.jsonl")
    gold = GoldTimeline.load(corpus / "seeds.timeline.json")
    print_scores("linking alone", score(Linked.of(convert(rows, None)), gold), errors)
    print_scores("linking alone, with texts", score(Linked.of(convert(rows, corpus / "texts")), gold), errors)
    paths = [corpus / "texts" / f"{row['doc']}.txt" for row in rows]
    linked = link_texts(rows, [load_file(path) for path in paths], [path.read_bytes() for path in paths])
    print_scores("end to end", score(linked, gold), errors)


def print_made_up(made: MadeUp, errors: bool, alone: bool, folder: Path | None) -> None:
    if folder:
        made.write(folder)
    gold = GoldTimeline.of(made.timeline)
    print(f"{len(made.rows)} documents on {len(gold.events)} events")
    print(f"  joining what shares Parties and days: {naive_pairs(made.rows, gold)}")
    for title, rows in (("linking alone", made.rows), ("linking alone, records with gaps", with_gaps(made.rows, 1))):
        print_scores(title, score(Linked.of([from_corpus(row) for row in rows]), gold), errors)
    if not alone:
        documents = [_made_up_document(row, made.texts[row["doc"]]) for row in made.rows]
        originals = [made.texts[row["doc"]].encode() for row in made.rows]
        print_scores("end to end", score(link_texts(made.rows, documents, originals), gold), errors)


def _made_up_document(row: Row, text: str) -> Document:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    return parse_text(text, source=row["source"], published=published)


def print_scores(title: str, found: Scores, errors: bool) -> None:
    print(title)
    rows = {
        "pairs merged": found.pairs,
        "  both records found": found.reachable,
        "events complete": found.events,
        "forbidden merges kept apart": found.forbidden,
        "people with all their forms": found.entities,
        "people kept apart": found.distinct,
        "conflicts shown that are right": found.conflicts,
        "disputes found": found.disputes,
        "look-alikes left alone": found.consistent,
        "pledges merged": found.pledges,
        "pledge pairs": found.pledge_pairs,
        "standing pledges": found.standing,
        "replaced pledges": found.replaced,
        "histories": found.histories,
    }
    for name, value in rows.items():
        print(f"  {name:32} {value}")
        if errors and (problems := getattr(value, "problems", ())):
            print(f"      not: {'; '.join(problems)}")
    if errors:
        print(f"      merged wrongly: {'; '.join(found.wrong_pairs) or 'none'}")
        print(f"      not merged: {'; '.join(found.missed_pairs) or 'none'}")


if __name__ == "__main__":
    main()
