"""Why two outlooks differ, in a sentence, as plain data, and as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from parley.outlook.headline import degrees
from parley.outlook.why import Why

COLUMNS = ("part", "change_k")

_MEANT = {
    "pledges": "pledges",
    "withdrawals": "Parties that left the Paris Agreement or came back to it",
    "method": "other choices",
    "data": "newer or older data",
}


def why_in_words(found: Why) -> str:
    """One sentence: from what to what, and the part that did most."""
    moved = f"From {found.first} to {found.second} the median of 2100 goes from {degrees(found.first_k, 2)}"
    moved += f" to {degrees(found.second_k, 2)} °C"
    largest = max(found.parts, key=lambda part: abs(found.parts[part]))
    if abs(found.parts[largest]) < 0.0005:
        return f"{moved}: nothing has changed that moves it."
    return f"{moved}; most of what moved it are {_MEANT[largest]} ({_signed(found.parts[largest])} °C)."


def told_why(found: Why) -> dict[str, Any]:
    """Everything, for JSON; parts are not rounded, so that they sum to the whole."""
    return {
        "first": {"outlook": found.first, "median_2100_k": found.first_k},
        "second": {"outlook": found.second, "median_2100_k": found.second_k},
        "whole_k": found.whole_k,
        "parts_k": dict(found.parts),
        "came": [pledge.id for pledge in found.came],
        "went": [pledge.id for pledge in found.went],
        "left": list(found.left),
        "returned": list(found.returned),
        "corrections": [asdict(each) for each in found.corrections],
        "notes": list(found.notes),
        "choices": {name: {"first": before, "second": after} for name, before, after in found.choices},
    }


def rows(found: Why) -> Iterator[tuple[str, float]]:
    """Each part with what it changes the median of 2100 by [K], and the whole."""
    yield from found.parts.items()
    yield "whole", found.whole_k


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")
