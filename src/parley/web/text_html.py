"""The text of a document as HTML: a hot place, where a template would look up a third of a million names.

Every word is escaped here. The content of the block, tags left out, is the text to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape


def text_html(page: Mapping[str, Any]) -> Markup:
    """Paragraphs of a document that a page holds (see ``DocumentWhole``), each record underlined and a link to it."""
    text: str = page["text"]
    kinds = [str(escape(record["kind"])) for record in page["records"]]
    parts: list[str] = []
    for paragraph in page["paragraphs"]:
        parts.append("<p>")
        for segment in paragraph["segments"]:
            words = str(escape(text[segment["start"] : segment["end"]]))
            if segment["marks"]:
                parts.extend(_marked(segment, words, kinds))
            else:
                parts.append(words)
        parts.append("</p>")
        # White space between paragraphs stays, so that places in the page are places in the text.
        parts.append(text[paragraph["end"] : paragraph["next_start"]])
    return Markup("".join(parts))


def _marked(segment: Mapping[str, Any], words: str, kinds: Sequence[str]) -> Iterator[str]:
    """A link to the record of the shortest quote; where quotes begin there are places for addresses to lead to."""
    marks, start = segment["marks"], segment["start"]
    names = [f"c{start}-{end}" for end in segment["anchors"]]
    yield from (f'<i id="{name}"></i>' for name in names[1:])
    numbers = " ".join(str(mark["record"]) for mark in marks)
    name = f' id="{names[0]}"' if names else ""
    stop = "" if segment["opens"] else ' tabindex="-1"'
    yield f'<a class="s" href="#n{marks[0]["record"] + 1}" data-r="{numbers}"{name}{stop}>'
    yield from (f'<u class="{kinds[mark["record"]]} l{mark["line"]}">' for mark in reversed(marks))
    yield words
    yield "</u>" * len(marks)
    yield "</a>"
