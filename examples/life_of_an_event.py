"""Read two documents on one trip and print what the trip's life was: planned, then held.

python examples/life_of_an_event.py [FILE…]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import parley
from parley import workflow

DOCUMENTS = Path(__file__).parent / "documents"
TRIP = (DOCUMENTS / "podesta-to-visit-beijing.txt", DOCUMENTS / "readout-working-group-beijing.txt")


def told_more_than_once(files: Sequence[Path]) -> list[str]:
    """Each event that more than one of ``files`` tells, with its status by date of report."""
    reader = workflow.make_reader()
    readings = [reader.read(found) for found in workflow.ingest(files) if isinstance(found, parley.Document)]
    events = [event for event in workflow.link(readings).events if len({step.document for step in event.life}) > 1]
    return [_life(event) for event in events]


def _life(event: parley.Event) -> str:
    steps = " → ".join(f"{step.status} ({step.published.iso if step.published else 'undated'})" for step in event.life)
    return f"{event.kind}, {', '.join(event.people) or event.name}: {steps}"


if __name__ == "__main__":
    print("\n".join(told_more_than_once([Path(name) for name in sys.argv[1:]] or TRIP)))
