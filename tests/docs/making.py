"""What the pages of ``docs/`` are compared with."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def page(name: str) -> str:
    """A page of ``docs/``."""
    return (DOCS / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of its rank or above."""
    rank = len(heading) - len(heading.lstrip("#"))
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{rank}}} |\Z)", text, re.M | re.S)
    assert found, f"there is no heading {heading!r}"
    return found[1]


def first_column(text: str) -> list[str]:
    """The code words in the first column of the tables in ``text``."""
    return re.findall(r"^\| `([^`]+)` \|", text, re.M)


def rows(text: str) -> dict[str, str]:
    """The tables in ``text``: code word of the first column to the words of the second."""
    return dict(re.findall(r"^\| `([^`]+)` \| (.*?) \|", text, re.M))
