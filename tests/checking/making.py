"""Assertions for tests, as reading would make them."""

from __future__ import annotations

import warnings
from dataclasses import replace
from datetime import date
from typing import Any

import parley
from parley.checking.assertion import Assertion
from parley.checking.check import check_assertion
from parley.records.verdict import Verdict

SEPTEMBER_2021 = date(2021, 9, 1)
TODAY = date(2025, 12, 31)


def claim(measure: str, subject: str | None = None, low: float | None = None, **fields: Any) -> Assertion:
    """An assertion; ``high`` is ``low`` and ``written`` its shortest form unless given."""
    made = Assertion(measure=measure, words=fields.pop("words", "said"), subject=subject, low=low, high=low)
    written = f"{low:g}" if low is not None and abs(low) < 1000 else None
    return replace(made, **{"written": written, **fields})


def share(subject: str, percent: float, **fields: Any) -> Assertion:
    """A share of the world's emissions in 2019 unless another year is given."""
    return claim("emissions_share", subject, percent, **{"unit": "%", "year": 2019, **fields})


def check(assertion: Assertion, today: date = TODAY) -> Verdict:
    """The verdict on ``TODAY``."""
    return check_assertion(assertion, today=today)


def token(assertion: Assertion, today: date = TODAY) -> str:
    """The token of the verdict on ``TODAY``."""
    return check(assertion, today).token


def said_token(sentence: str, said: str) -> str:
    """The token of a sentence that was said on a day, read with the small model."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return str(parley.check(sentence, published=said).token)
