"""Markdown to text: the marks go, every word stays and keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parley.documents.calendar_days import read_day
from parley.documents.content import Content, Dating
from parley.documents.decoding import Decoded
from parley.documents.traced import Edit, Traced
from parley.terms.when import Interval

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<fields>(?:[^\r\n]*\r?\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"(?m)^(?P<name>[A-Za-z_-]+):[ \t]*(?P<quote>[\"']?)(?P<value>[^\r\n]*?)(?P=quote)[ \t]*\r?$")
_HEADING = re.compile(r"(?m)^[ ]{0,3}#{1,6}[ \t]+(?P<title>[^\r\n]*?)[ \t]*#*[ \t]*\r?$")
# Whatever these match goes, but for the group "kept".
_MARKS = re.compile(
    r"""
    (?m:^[ ]{0,3}(?:```|~~~)[^\r\n]*(?:\r?\n|\Z))               # the fences around code
    | (?m:^[ ]{0,3}\[[^\]\r\n]{1,200}\]:[ \t]+\S[^\r\n]*(?:\r?\n|\Z))  # where a reference points to
    | (?m:^[ ]{0,3}(?:[-*_][ \t]*){3,}\r?$)                     # a rule
    | (?m:^[ ]{0,3}=+[ \t]*\r?$)                                # the line under a title
    | (?m:^[ ]{0,3}\#{1,6}[ \t]+)                               # the marks of a heading
    | (?m:^[ ]{0,3}(?:>[ \t]?)+)                                # the marks of a quotation
    | <!--(?s:.{0,5000}?)-->
    | </?[A-Za-z][^<>\n]{0,500}>(?!:)                           # tags
    | !\[[^\]\r\n]{0,500}\]\([^()\s]{0,1000}(?:[ \t]+"[^"\r\n]*")?\)       # pictures
    | \[(?P<kept>[^\[\]\r\n]{1,500})\](?:\([^()\s]{0,1000}(?:[ \t]+"[^"\r\n]*")?\)|\[[^\]\r\n]{0,100}\])
    | \\(?P<escaped>[\\`*_{}\[\]()\#+.!>|~-])
    | (?P<strong>\*{1,3}|(?<!\w)_{1,3}|__)(?P<inner>(?=\S)[^*_\r\n]{1,2000}?(?<=\S))(?P=strong)(?!\w)
    | `(?P<code>[^`\r\n]{1,500})`
    """,
    re.X,
)
_KEPT_GROUPS = ("kept", "escaped", "inner", "code")


class FrontMatter(NamedTuple):
    """The fields between two lines of dashes at the top; ``end`` is where the text begins."""

    fields: dict[str, str]
    end: int


def read_markdown(decoded: Decoded) -> Content:
    """The text of a Markdown file; its front matter is metadata."""
    front = _front_matter(decoded.text)
    heading = _HEADING.search(decoded.text, front.end)
    title = front.fields.get("title") or (heading["title"] if heading else None)
    publisher = front.fields.get("publisher") or front.fields.get("source")
    traced = Traced.of(decoded.text).edited(_edits(decoded.text, front.end))
    return Content(traced, decoded.encoding, decoded, title or None, publisher or None, _dating(front.fields))


def _front_matter(text: str) -> FrontMatter:
    found = _FRONT_MATTER.match(text)
    if not found:
        return FrontMatter({}, 0)
    fields = {field["name"].lower(): field["value"] for field in _FIELD.finditer(found["fields"])}
    return FrontMatter(fields, found.end()) if fields else FrontMatter({}, 0)


def _dating(fields: dict[str, str]) -> Dating | None:
    for name in ("date", "published", "pubdate"):
        if day := read_day(fields.get(name, "")):
            return Dating(Interval.day(day), "metadata", f'the front matter says "{name}: {fields[name]}"')
    return None


def _edits(text: str, start: int) -> Iterator[Edit]:
    if start:
        yield Edit(0, start)
    yield from _marks(text, start, len(text))


def _marks(text: str, start: int, end: int) -> Iterator[Edit]:
    for found in _MARKS.finditer(text, start, end):
        group = next((name for name in _KEPT_GROUPS if found[name] is not None), None)
        if group is None:
            yield Edit(*found.span())
        else:
            inner_start, inner_end = found.span(group)
            yield Edit(found.start(), inner_start)
            if group in ("kept", "inner"):
                yield from _marks(text, inner_start, inner_end)
            yield Edit(inner_end, found.end())
