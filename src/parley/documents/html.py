"""A web page to the text of its article, each word tied to its place in the source.

nh3 takes out whatever could be active, trafilatura says which blocks are the article, and the words themselves are
then taken from the source, so that every one of them keeps its place. Nothing is fetched.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parley.documents.content import Content
from parley.documents.decoding import Decoded
from parley.documents.html_marks import Token, deepest_nesting, tokens
from parley.documents.page_metadata import read_metadata
from parley.documents.traced import Edit, Traced
from parley.errors import UnreadableDocument

DEEPEST_NESTING = 1000
MOST_TAGS = 60_000
MOST_MARKS = 250_000

_TAGS = frozenset(
    {
        *("a", "abbr", "address", "article", "aside", "b", "blockquote", "body", "br", "caption", "cite", "code", "dd"),
        *(
            "del",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
        ),
        *("hr", "i", "ins", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "section", "small", "span"),
        *("strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul"),
    }
)
# What trafilatura looks at to tell the article from what surrounds it.
_ATTRIBUTES = frozenset({"class", "id", "role", "itemprop", "style", "hidden", "aria-hidden"})
_BULLET = re.compile(r"\A(?:- |\d+\. |#+ )")
# White space, and the soft hyphens and zero-width marks that do not show.
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")


def read_html(decoded: Decoded, source: str) -> Content:
    """The article of a page with its title, publisher and date where the page names them.

    Raises UnreadableDocument when the page is nothing but marks.
    """
    traced, metadata = Traced.of(decoded.text), read_metadata(decoded.text)
    return Content(
        article(traced, source), decoded.encoding, decoded, metadata.title, metadata.publisher, metadata.dating
    )


def article(page: Traced, source: str) -> Traced:
    """The article in ``page``, or all its visible text when there is nothing like an article.

    Raises UnreadableDocument when it has more marks than any page written for readers.
    """
    if (marks_at_most := page.text.count("<")) > MOST_MARKS:
        problem = f"is a page of {marks_at_most:,} tags, more than {MOST_MARKS:,}"
        raise UnreadableDocument(source, problem, "save its text and give that file")
    marks = list(tokens(page.text))
    visible = _Visible(marks)
    spans = list(visible.find(_article_lines(page.text, marks)))
    if not spans:
        spans = list(visible.blocks())
    return page.edited(_edits(marks, spans, len(page.text)))


def _article_lines(source: str, marks: list[Token]) -> list[str]:
    """The lines of the article as trafilatura sees them; none for a fragment, and for a page too wild to be looked at.

    A fragment (no ``html``, no ``body``) has nothing around its article.
    """
    names = {token.tag_name for token in marks if token.kind == "tag"}
    if names.isdisjoint({"html", "body"}):
        return []
    if sum(token.kind == "tag" for token in marks) > MOST_TAGS or deepest_nesting(marks) > DEEPEST_NESTING:
        return []
    import nh3  # these two are slow to import, and most documents are not pages
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says of a page is not for our users
    inert = nh3.clean(source, tags=set(_TAGS), attributes={"*": set(_ATTRIBUTES)}, link_rel=None)
    try:
        text = trafilatura.extract(f"<html><body>{inert}</body></html>", include_comments=False, include_tables=True)
    except Exception:  # whatever a page breaks in there, its visible text can still be read
        return []
    return [line for line in (text or "").splitlines() if line.strip()]


class Span(NamedTuple):
    """Source offsets of one block of the article."""

    start: int
    end: int


class _Visible:
    """The visible characters of a page without white space, and where each stands in the source."""

    def __init__(self, marks: list[Token]) -> None:
        self._marks = marks
        self._words = [word for token in marks if token.kind in ("text", "reference") for word in _seen(token)]
        self._starts: list[int] = []
        total = 0
        for word in self._words:
            self._starts.append(total)
            total += len(word.text)
        self._text = "".join(word.text for word in self._words)

    def find(self, lines: Iterable[str]) -> Iterator[Span]:
        """The places of ``lines``, each after the one before."""
        at = 0
        for line in lines:
            for part in _parts(line):
                found = list(self._find_part(part, at))
                if self._is_one_stretch(found, part):
                    found = [(found[0][0], found[-1][1])]
                for start, end in found:
                    yield Span(self._source(start), self._source_end(end - 1))
                    at = end

    @staticmethod
    def _is_one_stretch(found: list[tuple[int, int]], part: str) -> bool:
        """Whether little stands between the first and the last half found: words that look different in the page."""
        return len(found) > 1 and found[-1][1] - found[0][0] < 1.2 * len(part)

    def _find_part(self, part: str, at: int) -> Iterator[tuple[int, int]]:
        """Where ``part`` stands from ``at`` on; in halves where something in the middle was left out."""
        compact = _UNSEEN.sub("", part)
        start = self._text.find(compact, at) if compact else -1
        if start >= 0:
            yield start, start + len(compact)
            return
        words = part.split()
        if len(words) < 4:
            return
        for half in (words[: len(words) // 2], words[len(words) // 2 :]):
            for found in self._find_part(" ".join(half), at):
                yield found
                at = found[1]

    def blocks(self) -> Iterator[Span]:
        """All visible text, block by block."""
        first: Token | None = None
        last: Token | None = None
        for token in self._marks:
            if token.breaks_line and first and last:
                yield Span(first.start, last.end)
                first = last = None
            elif token.kind in ("text", "reference") and not token.text.isspace():
                first, last = first or token, token
        if first and last:
            yield Span(first.start, last.end)

    def _source(self, at: int) -> int:
        index = bisect_right(self._starts, at) - 1
        token = self._words[index]
        return token.start + (at - self._starts[index] if token.kind == "text" else 0)

    def _source_end(self, last: int) -> int:
        index = bisect_right(self._starts, last) - 1
        token = self._words[index]
        return token.start + last - self._starts[index] + 1 if token.kind == "text" else token.end


def _seen(token: Token) -> Iterator[Token]:
    """The parts of a token that show."""
    if not _UNSEEN.search(token.text):
        yield token
    elif token.kind == "text":
        for found in re.finditer(rf"[^{_UNSEEN.pattern[1:-2]}]+", token.text):
            yield Token("text", token.start + found.start(), token.start + found.end(), found.group())


def _parts(line: str) -> Iterator[str]:
    """A line of the article without the marks that stand for list items and table cells."""
    for cell in line.split(" | ") if line.count("|") > 1 else (line,):
        bare = cell.strip("| ")
        yield _BULLET.sub("", bare) if bare else bare


def _edits(marks: list[Token], spans: list[Span], length: int) -> Iterator[Edit]:
    """Everything outside ``spans`` goes; inside them the marks go and white space is single."""
    spans = _merged(spans)
    index, at = 0, 0
    for number, span in enumerate(spans):
        yield Edit(at, span.start, "\n\n" if number else "")
        while index < len(marks) and marks[index].end <= span.start:
            index += 1
        inside = []
        while index < len(marks) and marks[index].start < span.end:
            inside.append(marks[index])
            index += 1
        yield from _inner_edits(inside)
        if inside and inside[-1].end > span.end:
            index -= 1
        at = span.end
    yield Edit(at, length)


def _merged(spans: list[Span]) -> list[Span]:
    """Spans that touch, made one."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _inner_edits(inside: list[Token]) -> Iterator[Edit]:
    """Edits for runs of white space, tags and hidden parts, and for character references."""
    gap: list[Token] = []
    for token in inside:
        if token.kind == "text" or (token.kind == "reference" and not token.text.isspace()):
            yield from _gap_edits(gap)
            gap = []
            if token.kind == "reference":
                yield Edit(token.start, token.end, token.text)
        else:
            gap.append(token)


def _gap_edits(gap: list[Token]) -> Iterator[Edit]:
    """One line end or one space for all that stands between two words, nothing where that is what stands there."""
    if not gap:
        return
    if any(token.breaks_line for token in gap):
        replacement = "\n"
    else:
        replacement = " " if any(token.kind in ("space", "reference") for token in gap) else ""
    if len(gap) > 1 or gap[0].text != replacement:
        yield Edit(gap[0].start, gap[-1].end, replacement)
