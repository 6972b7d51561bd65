"""Read one text and print who met whom.

python examples/who_met_whom.py [FILE [DAY]]
"""

from __future__ import annotations

import sys
from pathlib import Path

import parley

READOUT = Path(__file__).parent / "documents" / "readout-working-group-beijing.txt"


def lines(text: str, published: str | None = None) -> list[str]:
    """One line for each engagement: status, kind, who, where, when, and the words that say so."""
    return [_line(engagement) for engagement in parley.read_text(text, published=published).engagements]


def _line(engagement: parley.Engagement) -> str:
    who = ", ".join(engagement.people or engagement.parties) or engagement.name or "nobody named"
    where = engagement.place or "no place given"
    when = engagement.when.iso if engagement.when else "no day given"
    return f"{engagement.status} {engagement.kind}: {who}; {where}; {when}\n  “{engagement.quote.exact}”"


if __name__ == "__main__":
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else READOUT
    day = sys.argv[2] if len(sys.argv) > 2 else None
    print("\n".join(lines(file.read_text(encoding="utf-8"), day)))
