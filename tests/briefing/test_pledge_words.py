"""How a pledge reads in the pledge book."""

from __future__ import annotations

import pytest

from parley import read_text
from parley.briefing.pledges import pledge_in_words
from parley.briefing.shelf import Shelf
from parley.linking import link


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Germany pledged 6 billion euros a year in climate finance by 2025.", "€6 billion of finance a year by 2025"),
        ("Norway has promised net-zero emissions by 2050.", "Net-zero emissions by 2050"),
        ("Chile plans to phase out coal by 2040.", "Phase out coal by 2040"),
    ],
)
def test_a_pledge_reads_as_a_newspaper_would_put_it(sentence: str, words: str) -> None:
    reading = read_text(sentence, "2023-05-05")
    links = link([reading])
    assert [pledge_in_words(entry, Shelf.of([reading], links)) for entry in links.pledges] == [words]
