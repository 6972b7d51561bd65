"""Every example of the page on the rules of reading is what Parley says."""

from __future__ import annotations

import re
from datetime import date

import pytest

from parley.documents import parse_text
from parley.reading import Reader
from parley.terms.when import find_expressions, resolve
from tests.docs.reading_examples import PAGE, Example, examples, lines_of

PUBLISHED = date(2021, 8, 31)
DATES = re.findall(r"^\| `([^`]+)` \| (\S+/\S+) \|", PAGE.read_text(encoding="utf-8"), re.M)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_the_page_has_examples_of_every_kind_of_record() -> None:
    kinds = {line.partition(":")[0] for example in examples() for line in example.lines}
    assert {"person", "engagement", "pledge", "claim", "statement", "position", "correction"} <= kinds


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: example.text[:60].strip())
def test_example_is_read_as_the_page_says(example: Example, reader: Reader) -> None:
    found = lines_of(reader.read(parse_text(example.text)))
    assert set(example.lines) <= found


@pytest.mark.parametrize(("words", "days"), DATES)
def test_words_of_time_mean_the_days_the_page_says(words: str, days: str) -> None:
    (found,) = find_expressions(words)
    meant = resolve(found.expression, PUBLISHED)
    assert meant is not None
    assert meant.iso == days
