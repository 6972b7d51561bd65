"""The examples of docs/explanation/checking-facts.md are what checking says of them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from parley.checking.assertions import assertions_of
from parley.checking.check import check_assertion
from parley.records.verdict import worst
from parley.workflow import read_text
from tests.docs.making import DOCS

ROW = re.compile(r"^\| (\d{4}-\d\d-\d\d) \| (.+?) \| (\w+) \|$", re.MULTILINE)
EXAMPLES = ROW.findall((DOCS / "explanation" / "checking-facts.md").read_text(encoding="utf-8"))


def test_there_is_an_example_of_every_verdict() -> None:
    assert {token for _, _, token in EXAMPLES} == {
        "supported",
        "close",
        "contradicted",
        "outdated",
        "not_checkable",
    }


@pytest.mark.parametrize(("said", "sentence", "token"), EXAMPLES)
def test_examples_get_the_verdict_that_the_page_gives_them(said: str, sentence: str, token: str) -> None:
    reading = read_text(sentence, published=date.fromisoformat(said))
    verdicts = [check_assertion(assertion, today=date(2025, 12, 31)) for assertion in assertions_of(reading)]
    assert worst(tuple(verdict.token for verdict in verdicts)) == token, [verdict.reason for verdict in verdicts]
