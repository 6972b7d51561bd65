"""How well and how fast Parley links.

    python -m benchmarks.linking seeds --corpus DIR [--errors]
    python -m benchmarks.linking predict --records FILE [--texts DIR] > linked.json

``seeds`` scores the merges, people, pledges, conflicts and histories of a corpus with a timeline, once from its own
records ("linking alone") and once from its texts ("end to end"), where reports are matched to records by their quotes.
``predict`` links records in the form of the corpus, one document a line; with texts, quotes stand in them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus_form.reading import FromCorpus, from_corpus
from benchmarks.linking_form import Linked
from benchmarks.linking_gold import GoldTimeline, Row, load_rows
from benchmarks.linking_matching import match_reports
from benchmarks.linking_scores import Scores, score
from benchmarks.reading import load_texts
from parley.linking import link
from parley.reading import Reader


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


def link_texts(rows: Sequence[Row], texts: Path) -> Linked:
    """Read the texts and link what was read; reports have the names of the records that share their words."""
    of_doc = {str(row["doc"]): row for row in rows}
    documents = [document for document in load_texts(texts) if Path(document.source).stem in of_doc]
    readings = list(Reader().read_many(documents))
    docs = {reading.document.id: Path(reading.document.source).stem for reading in readings}
    names: dict[str, tuple[str, ...]] = {}
    for reading in readings:
        original = Path(reading.document.source).read_bytes()
        names.update(match_reports(reading, of_doc[docs[reading.document.id]], original))
    return Linked(readings, link(readings), docs, names)


def print_seeds(corpus: Path, errors: bool) -> None:
    rows = load_rows(corpus / "seeds.gold.jsonl")
    gold = GoldTimeline.load(corpus / "seeds.timeline.json")
    print_scores("linking alone", score(Linked.of(convert(rows, None)), gold), errors)
    print_scores("linking alone, with texts", score(Linked.of(convert(rows, corpus / "texts")), gold), errors)
    print_scores("end to end", score(link_texts(rows, corpus / "texts"), gold), errors)


def print_scores(title: str, found: Scores, errors: bool) -> None:
    print(title)
    rows = {
        "pairs merged": found.pairs,
        "  both records found": found.reachable,
        "events complete": found.events,
        "forbidden merges kept apart": found.forbidden,
        "people with all their forms": found.entities,
        "people kept apart": found.distinct,
        "conflicts": found.conflicts,
        "look-alikes left alone": found.consistent,
        "pledges merged": found.pledges,
        "pledge pairs": found.pledge_pairs,
        "standing pledges": found.standing,
        "histories": found.histories,
    }
    for name, value in rows.items():
        print(f"  {name:30} {value}")
        if errors and (problems := getattr(value, "problems", ())):
            print(f"      not: {'; '.join(problems)}")
    if errors:
        print(f"      merged wrongly: {'; '.join(found.wrong_pairs) or 'none'}")
        print(f"      not merged: {'; '.join(found.missed_pairs) or 'none'}")


if __name__ == "__main__":
    main()
