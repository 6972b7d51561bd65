"""A page's source in tokens: tags, comments, scripts, character references, words.

Every pattern runs in time linear in the page, whatever the page holds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["text", "reference", "space", "tag", "hidden"]

_HIDDEN = "script|style|noscript|template|title|svg|math|iframe|object|textarea|select|canvas|audio|video"
_TOKEN = re.compile(
    rf"""
    (?P<hidden><!--(?s:.*?)(?:-->|\Z)
        | <(?P<name>{_HIDDEN})\b(?:[^<>"']|"[^"<]{{0,5000}}"|'[^'<]{{0,5000}}')*+
          (?:(?<=/)>|(?:>|\Z|(?=<))(?s:.*?)(?:</(?P=name)\s*>|\Z)))
    | (?P<tag><[!/?a-zA-Z](?:[^<>"']|"[^"]{{0,5000}}"|'[^']{{0,5000}}')*+>|<[!/?a-zA-Z][^<>]*+>?)
    | (?P<reference>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});?)
    | (?P<space>[ \t\r\n\f\u00a0]++)
    | (?P<text>[^<&\s\u00a0]++|.)
    """,
    re.X | re.I | re.S,
)
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *(
            "img",
            "ins",
            "kbd",
            "label",
            "mark",
            "meter",
            "nobr",
            "output",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
        ),
        *("span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
_NO_END = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_END_MAY_BE_LEFT_OUT = frozenset(
    {
        *("body", "colgroup", "dd", "dt", "html", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot"),
        *("th", "thead", "tr"),
    }
)


class Token(NamedTuple):
    kind: Kind
    start: int
    end: int
    text: str

    @property
    def tag_name(self) -> str:
        found = _TAG_NAME.match(self.text)
        return found[1].lower() if found else ""

    @property
    def breaks_line(self) -> bool:
        """Whether words on both sides stand in different blocks."""
        name = self.tag_name
        return self.kind == "tag" and name != "" and name not in _INLINE


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a page in order; a reference's ``text`` is what it stands for."""
    for found in _TOKEN.finditer(source):
        kind: Kind = found.lastgroup if found.lastgroup != "name" else "hidden"  # type: ignore[assignment]
        text = found.group()
        yield Token(kind, found.start(), found.end(), html.unescape(text) if kind == "reference" else text)


def deepest_nesting(marks: list[Token]) -> int:
    """How deep elements stand in each other at most, elements that need no end tag left out."""
    depth = deepest = 0
    for token in marks:
        if token.kind != "tag" or token.text.endswith("/>"):
            continue
        name = token.tag_name
        if not name or name in _NO_END or name in _END_MAY_BE_LEFT_OUT:
            continue
        depth = max(0, depth - 1) if token.text.startswith("</") else depth + 1
        deepest = max(deepest, depth)
    return deepest
