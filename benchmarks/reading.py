"""How well and how fast Parley reads.

    python benchmarks/reading.py predict --texts DIR [--published FILE] > predicted.jsonl
    python benchmarks/reading.py score --corpus DIR [--errors]
    python benchmarks/reading.py speed --texts DIR

``predict`` writes one JSON document a line in the form of the corpus; FILE is a JSON object from file stem to the date
of publication, or null. ``score`` runs the scorers that lie in the corpus folder (``score.py``, ``score_values.py``) on
its texts and value sets. ``speed`` compares documents a second with the same spaCy model run alone with its default
components, in one run, each document's parse included on both sides.
"""

from __future__ import annotations

import argparse
import importlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus_form.document import to_corpus
from parley.documents import load_file
from parley.errors import DocumentError
from parley.reading import Reader
from parley.reading.nlp import DEFAULT_MODEL
from parley.records import Document, Reading
from parley.terms.when import Interval

HERE = Path(__file__).resolve().parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    predict = commands.add_parser("predict", help="write predictions in the form of the corpus")
    predict.add_argument("--texts", type=Path, required=True)
    predict.add_argument("--published", type=Path)
    predict.set_defaults(run=lambda a: print_predictions(a.texts, a.published))
    score = commands.add_parser("score", help="run the corpus's scorers")
    score.add_argument("--corpus", type=Path, required=True)
    score.add_argument("--errors", action="store_true")
    score.set_defaults(run=lambda a: print_scores(a.corpus, a.errors))
    speed = commands.add_parser("speed", help="compare with spaCy alone")
    speed.add_argument("--texts", type=Path, required=True)
    speed.set_defaults(run=lambda a: print_speed(a.texts))
    arguments = parser.parse_args()
    arguments.run(arguments)


def load_texts(folder: Path, published: Path | None = None) -> list[Document]:
    """The documents of a folder in order of name, dated from ``published`` where it names them."""
    dates: dict[str, str | None] = json.loads(published.read_text(encoding="utf-8")) if published else {}
    documents = []
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        try:
            document = load_file(path)
        except DocumentError as error:
            print(error, file=sys.stderr)
            continue
        if day := dates.get(path.stem):
            document = document.model_copy(update={"published": Interval.parse(day), "published_basis": "metadata"})
        documents.append(document)
    return documents


def predictions(folder: Path, published: Path | None = None) -> Iterator[str]:
    documents = load_texts(folder, published)
    for document, reading in zip(documents, Reader().read_many(documents), strict=True):
        row = to_corpus(reading, Path(document.source).stem)
        yield json.dumps(in_original_words(row, reading), ensure_ascii=False)


def in_original_words(row: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """The row with its quotes as the file's bytes have them, where cleaning changed the text."""
    original = Path(reading.document.source).read_bytes()
    as_written = {}
    for quote in (quote for report in reading.reports() for quote in report.quotes):
        if span := reading.document.original_span(quote.start, quote.end):
            as_written[quote.exact] = original[slice(*span)].decode(reading.document.encoding, "replace")
    for record in (record for records in row.values() if isinstance(records, list) for record in records):
        for field in ("evidence", "text"):
            if field in record:
                record[field] = as_written.get(record[field], record[field])
        if "more_evidence" in record:
            record["more_evidence"] = [as_written.get(words, words) for words in record["more_evidence"]]
    return row


def print_predictions(folder: Path, published: Path | None) -> None:
    for line in predictions(folder, published):
        print(line)


def print_scores(corpus: Path, errors: bool) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        predicted = Path(scratch) / "predicted.jsonl"
        predicted.write_text("\n".join(predictions(corpus / "texts")) + "\n", encoding="utf-8")
        flags = ["--per-doc", *(["--errors"] if errors else [])]
        run_scorer([corpus / "score.py", corpus / "seeds.gold.jsonl", predicted, "--texts", corpus / "texts", *flags])
        values: list[tuple[str, Path, list[str | Path]]] = [
            ("dates", corpus / "seeds.dates.jsonl", ["values.py", "predict", "dates"]),
            ("timex", corpus / "benchmarks" / "timex_tempeval3.jsonl", ["values.py", "predict", "timex"]),
            ("timex", corpus / "benchmarks" / "timex_timebank.jsonl", ["values.py", "predict", "timex"]),
            ("quantities", corpus / "benchmarks" / "quantities_recognizers.jsonl", ["quantities.py", "predict"]),
            ("quantities", corpus / "benchmarks" / "quantities_quantulum.jsonl", ["quantities.py", "predict"]),
        ]
        for measure, gold, (script, *arguments) in values:
            texts = ["--texts", corpus / "texts"] if measure == "dates" else []
            found = subprocess.run(
                [sys.executable, HERE / script, *arguments, gold, *texts], check=True, capture_output=True
            )
            predicted.write_bytes(found.stdout)
            print(f"{gold.name}: ", end="", flush=True)
            run_scorer([corpus / "score_values.py", measure, gold, predicted])


def run_scorer(command: list[str | Path]) -> None:
    subprocess.run([sys.executable, *command], check=True)


def print_speed(folder: Path, rounds: int = 5) -> None:
    """Documents a second, Parley against bare spaCy, the two in turn; the median round counts."""
    documents = load_texts(folder)
    texts = [document.text for document in documents]
    bare = importlib.import_module(DEFAULT_MODEL).load()
    reader = Reader()
    runs: dict[str, Callable[[], object]] = {
        "spaCy alone": lambda: list(bare.pipe(texts)),
        "Parley": lambda: list(reader.read_many(documents)),
    }
    for run in runs.values():
        run()
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            begun = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - begun)
    ratios = [alone / ours for alone, ours in zip(*seconds.values(), strict=True)]
    print(f"{len(documents)} documents, {sum(map(len, texts)) / 1000:.0f} kB, median of {rounds} rounds")
    for name, times in seconds.items():
        print(f"{name:12} {len(documents) / statistics.median(times):8.1f} documents/s")
    print(f"{'ratio':12} {statistics.median(ratios):8.2f}")


if __name__ == "__main__":
    main()
