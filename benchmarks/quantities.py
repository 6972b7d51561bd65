"""Numbers and units against public test sets.

    quantities.py predict GOLD.jsonl > predicted.jsonl
    quantities.py speed TEXT...

``predict`` reads the ``text`` of each row of GOLD and writes ``{"id", "results": [{"value", "unit"}]}``, one row a
line: a number as it is in its unit, a range as ``[low, high]``, "equal to 170" as the interval ``[170, 170]``,
"the last but one" as -1 from the end.
``speed`` prints milliseconds for each 6 kB of the given text files.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from parley.reading.numbers import NumberMention, find_numbers, find_positions

ROUNDS = 20


def result(mention: NumberMention) -> dict[str, Any]:
    """A mention in the form of the test sets. A fixed point is an interval there."""
    is_interval = mention.low != mention.high or (mention.hedge or "").startswith("equal")
    unit = f"{mention.unit} per {mention.per}" if mention.per else mention.unit
    return {"value": [mention.low, mention.high] if is_interval else mention.low, "unit": unit}


def predict(gold: Path) -> None:
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        results = [result(mention) for mention in find_numbers(row["text"])]
        results += [{"value": place.steps, "unit": None} for place in find_positions(row["text"])]
        print(json.dumps({"id": row["id"], "results": results}, ensure_ascii=False))


def speed(paths: list[Path]) -> None:
    for path in paths:
        text = path.read_text("utf-8", "replace")
        started = time.perf_counter()
        for _ in range(ROUNDS):
            found = find_numbers(text)
        elapsed = (time.perf_counter() - started) / ROUNDS
        print(f"{path.name:40} {len(found):4} numbers {elapsed * 1000 * 6000 / max(1, len(text)):6.2f} ms for 6 kB")


def main(arguments: list[str]) -> int:
    match arguments:
        case ["predict", gold]:
            predict(Path(gold))
        case ["speed", *paths] if paths:
            speed([Path(path) for path in paths])
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
