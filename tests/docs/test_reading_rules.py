"""Every example of the page on the rules of reading is what Parley says."""

from __future__ import annotations

import pytest

from parley.documents import parse_text
from parley.reading import Reader
from tests.docs.reading_examples import Example, examples, lines_of


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
