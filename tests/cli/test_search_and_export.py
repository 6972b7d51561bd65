from __future__ import annotations

import json
from pathlib import Path

from parley.ledger import Ledger
from tests.cli.conftest import Run
from tests.ledger.making import MEETING


def test_search_shows_documents_and_records(run: Run, ledger_file: Path) -> None:
    done = run("search", "minister", "lima", "--ledger", ledger_file)
    assert done.exit_code == 0
    assert done.stdout.count("doc_") == 2
    assert done.stdout.count("eng_") == 2
    hits = json.loads(run("search", "lima", "--ledger", ledger_file, "--format", "json").stdout)
    assert {hit["snippet"] for hit in hits if hit["kind"] == "engagement"} == {MEETING}


def test_the_export_is_the_canonical_form(run: Run, ledger_file: Path, tmp_path: Path) -> None:
    with Ledger(ledger_file, read_only=True) as ledger:
        canonical = "".join(f"{line}\n" for line in ledger.export())
    assert run("export", "--ledger", ledger_file).stdout == canonical
    done = run("export", "--ledger", ledger_file, "--output", "whole.jsonl")
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / "whole.jsonl").read_bytes() == canonical.encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stories.db", "whole.jsonl"]


def test_an_output_that_cannot_be_written_is_named(run: Run, ledger_file: Path) -> None:
    done = run("export", "--ledger", ledger_file, "--output", "nowhere/whole.jsonl")
    assert done.exit_code == 2
    assert "--output nowhere/whole.jsonl cannot be written" in done.stderr
