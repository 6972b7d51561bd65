"""How often a claim is read as it is meant, and judged as it should be.

    python -m benchmarks.checking [--held] [--misses] [--today DATE]

``checking_sentences.jsonl`` holds sentences of our own, each with the day it was said, what it asserts and the verdict
it should get, with the figures that decide it (``why``). ``also`` are verdicts that are as good where the rules leave
it open. A third of them is held out: rules are made with the others (``--held`` runs those held out, totals only).
Tables: assertions read and verdicts right by kind of sentence, verdicts by the one expected, and claims judged a second
once parsed. A wrong claim that is called supported is the error that must not happen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from parley.checking.assertion import Assertion
from parley.checking.assertions import assertions_of
from parley.checking.check import check_assertion
from parley.reading import Reader
from parley.records import Document, Reading
from parley.records.verdict import Token, Verdict, worst
from parley.terms.when import Interval

SENTENCES = Path(__file__).resolve().parent / "checking_sentences.jsonl"
TOKENS: tuple[Token, ...] = ("supported", "close", "contradicted", "outdated", "not_checkable")
_SAME_FIGURE = 0.002
_FEWEST_JUDGED = 20_000


@dataclass(frozen=True)
class Judged:
    """A sentence with what was made of it."""

    row: dict[str, Any]
    assertions: tuple[Assertion, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def token(self) -> Token:
        return worst(tuple(verdict.token for verdict in self.verdicts))

    @property
    def is_read(self) -> bool:
        """Whether everything that the sentence asserts was read, and nothing checkable besides."""
        wanted = self.row["claims"]
        found = [one for one in self.assertions if one.measure != "other"]
        told = [claim for claim in wanted if claim["measure"] != "other"]
        return len(found) == len(told) and all(any(_is(one, claim) for one in found) for claim in told)

    @property
    def is_right(self) -> bool:
        return self.token in (self.row["verdict"], *self.row.get("also", ()))

    @property
    def is_wrongly_supported(self) -> bool:
        """Whether it is called supported though it is contradicted, outdated or close."""
        return self.token == "supported" and not self.is_right and self.row["verdict"] != "not_checkable"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held", action="store_true", help="the sentences held out, totals only")
    parser.add_argument("--misses", action="store_true", help="list what went wrong")
    parser.add_argument("--today", type=date.fromisoformat, default=None)
    arguments = parser.parse_args()
    rows = [row for row in load_sentences() if row["held"] == arguments.held]
    readings = read(rows)
    judged = [judge(row, reading, arguments.today) for row, reading in zip(rows, readings, strict=True)]
    if not arguments.held:
        print_by(judged, "group")
    print_by(judged, "verdict")
    print_confusion(judged)
    print_totals(judged)
    print_speed([one for each in judged for one in each.assertions], arguments.today)
    if arguments.misses and not arguments.held:
        print_misses(judged)


def load_sentences(path: Path = SENTENCES) -> list[dict[str, Any]]:
    """The rows of the table of sentences."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read(rows: Iterable[dict[str, Any]]) -> list[Reading]:
    """Each sentence read as a document of its own, published on the day it was said."""
    documents = [
        Document.of_text(
            row["text"], hashlib.sha256(row["text"].encode()).hexdigest(), published=Interval.parse(row["said"])
        )
        for row in rows
    ]
    return list(Reader().read_many(documents))


def judge(row: dict[str, Any], reading: Reading, today: date | None) -> Judged:
    assertions = tuple(assertions_of(reading))
    return Judged(row, assertions, tuple(check_assertion(one, today=today) for one in assertions))


def _is(assertion: Assertion, claim: dict[str, Any]) -> bool:
    """Whether an assertion is the one expected: measure, of whom, figure and year."""
    whom = claim["subject"]
    of_whom = set(assertion.subjects) == set(whom) if isinstance(whom, list) else assertion.subject == whom
    figure = claim.get("low")
    same = figure is None or (assertion.low is not None and abs(assertion.low - figure) <= _SAME_FIGURE * abs(figure))
    year = claim.get("year")
    return assertion.measure == claim["measure"] and of_whom and same and (year is None or assertion.year == year)


def print_by(judged: Sequence[Judged], key: str) -> None:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        groups[each.row[key]].append(each)
    print(f"{key:18} {'sentences':>9} {'read':>6} {'right':>6} {'wrongly supported':>18}")
    for name, members in groups.items():
        _print_row(name, members)
    print()


def print_totals(judged: Sequence[Judged]) -> None:
    _print_row("all", judged)
    share = sum(each.is_right for each in judged) / len(judged)
    print(f"verdict right in {100 * share:.1f} %")


def _print_row(name: str, members: Sequence[Judged]) -> None:
    read_as_meant, right, supported = (
        sum(getattr(each, of) for each in members) for of in ("is_read", "is_right", "is_wrongly_supported")
    )
    print(f"{name:18} {len(members):9} {read_as_meant:6} {right:6} {supported:18}")


def print_confusion(judged: Sequence[Judged]) -> None:
    """Verdicts expected (rows) and given (columns)."""
    counts = Counter((each.row["verdict"], each.token) for each in judged)
    print("expected \\ given   " + " ".join(f"{token:>13}" for token in TOKENS))
    for wanted in TOKENS:
        print(f"{wanted:18} " + " ".join(f"{counts[wanted, given]:13}" for given in TOKENS))
    print()


def print_speed(assertions: Sequence[Assertion], today: date | None) -> None:
    """Claims judged a second, each of them many times over."""
    if not assertions:
        return
    rounds = max(1, _FEWEST_JUDGED // len(assertions))
    begun = time.perf_counter()
    for _ in range(rounds):
        for one in assertions:
            check_assertion(one, today=today)
    seconds = time.perf_counter() - begun
    print(f"{rounds * len(assertions) / seconds:,.0f} claims a second once parsed")


def print_misses(judged: Sequence[Judged]) -> None:
    for each in judged:
        if each.is_read and each.is_right:
            continue
        row = each.row
        print(f"\n{row['id']} ({row['said']}) {row['text']}")
        print(f"  expected {row['verdict']}, given {each.token}; {row['why']}")
        if not each.is_read:
            print(f"  expected {row['claims']}")
        for one, verdict in zip(each.assertions, each.verdicts, strict=True):
            print(f"  {_in_short(one)}\n    {verdict.token}: {verdict.reason}")


def _in_short(assertion: Assertion) -> str:
    fields = (
        "measure",
        "subject",
        "subjects",
        "low",
        "high",
        "unit",
        "comparator",
        "year",
        "base_year",
        "gas",
        "basis",
    )
    more = ("against", "together", "about", "detail", "direction", "denied", "status", "when")
    told = {name: getattr(assertion, name) for name in (*fields, *more)}
    return ", ".join(f"{name}={value!r}" for name, value in told.items() if value not in (None, (), False, "="))


if __name__ == "__main__":
    sys.exit(main())
