"""Time expressions of running text, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.terms.when.expression import Expression
from parley.terms.when.grammar import read_expression
from parley.terms.when.lexeme import Run, runs


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and its place: ``text[start:end]`` are its words, without a hedge before them."""

    start: int
    end: int
    expression: Expression


def find_expressions(text: str) -> tuple[Found, ...]:
    """The time expressions of a running text, in order, never overlapping."""
    return tuple(found for lexemes in runs(text) for found in _expressions(Run(lexemes)))


def parse_expression(text: str) -> Expression | None:
    """What ``text`` says when all of it is known to be one time expression; None when it cannot be read.

    Looser than ``find_expressions``: here "May", "the quarter" and "now" are times without more ado, and words around
    the expression ("a mere 24 hours") are passed over.
    """
    found = [item for lexemes in runs(text) for item in _expressions(Run(lexemes, loose=True))]
    return max(found, key=lambda item: item.end - item.start).expression if found else None


def _expressions(run: Run) -> Iterator[Found]:
    i = 0
    while i < run.length:
        read = read_expression(run, i)
        if read is None:
            i += 1
            continue
        expression, start, i = read
        yield Found(run[start].start, run[i - 1].end, expression)
