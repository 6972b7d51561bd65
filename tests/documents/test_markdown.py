from __future__ import annotations

from datetime import date

from parley.documents import parse_bytes
from tests.documents.making import original_says

SOURCE = """---
title: "Talks in Vikstad"
date: 2021-05-03
---
# The *third* round

Norland [agreed](https://norland.example/a_b "page") on **a cut of 40%** by_2030 and `more`.

> A [note][1] said: 2 \\* 3.

![chart](chart.png)
- first
- second

[1]: https://sudmark.example
"""


def test_marks_go_and_words_stay() -> None:
    document = parse_bytes(SOURCE.encode(), "a.md")
    assert document.media_type == "text/markdown"
    expected = "The third round Norland agreed on a cut of 40% by_2030 and more. A note said: 2 * 3. - first - second"
    assert " ".join(document.text.split()) == expected


def test_words_keep_their_places() -> None:
    document = parse_bytes(SOURCE.encode(), "a.md")
    for words in ("third", "agreed", "a cut of 40%", "by_2030", "note", "2 "):
        start = document.text.index(words)
        assert original_says(document, SOURCE.encode(), start, start + len(words)) == words


def test_front_matter_is_metadata() -> None:
    document = parse_bytes(SOURCE.encode(), "a.markdown")
    assert document.title == "Talks in Vikstad"
    assert document.published is not None
    assert (document.published.start, document.published_basis) == (date(2021, 5, 3), "metadata")


def test_the_first_heading_is_the_title_where_nothing_else_is() -> None:
    assert parse_bytes(b"Intro\n\n## Talks fail ##\n\nThey failed.", "a.md").title == "Talks fail"
