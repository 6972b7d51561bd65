"""Read a folder into a ledger and print the pledge book of one Party.

python examples/pledge_book.py [PARTY [FOLDER]]
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import parley
from parley import workflow

DOCUMENTS = Path(__file__).parent / "documents"


def pledge_book(folder: Path, ledger_file: Path, party: str) -> list[str]:
    """One line for each pledge of ``party``, with the words of every document that reports it."""
    with parley.Ledger(ledger_file) as ledger:
        workflow.read(workflow.ingest([folder]), ledger, workflow.make_reader())
        view = workflow.view(ledger)
    found: list[str] = []
    for entry in view.pledges(party):
        standing = "stands" if entry.standing else "does not stand"
        found.append(f"{entry.party} {entry.kind}, {entry.target_year or 'no year'}: {entry.firmness}, {standing}")
        for report in view.evidence(entry):
            found.append(f"  “{report.quote.exact}” ({Path(view.documents[report.document].source).name})")
    return found


if __name__ == "__main__":
    with TemporaryDirectory() as scratch:
        party = sys.argv[1] if len(sys.argv) > 1 else "IND"
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else DOCUMENTS
        print("\n".join(pledge_book(folder, Path(scratch) / "parley.db", party)))
