"""Who is said to hold an office: "was Ruritania's foreign minister in 2022", "has been president since 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.periods import year_of_rank
from parley.reading.claims.vocabulary import construction
from parley.reading.people import PersonMention
from parley.terms.offices import office_of

_HOLDING, _ENDING, _DENIED, _AHEAD = (
    construction("offices", form) for form in ("holding", "ending", "denied", "title_ahead")
)
_SINCE = re.compile(r" (?:since|from|in) (?:\w+ )?(?P<year>(?:19|20)\d\d)\b")


def find_officeholders(line: Line) -> Iterator[Draft]:
    """The offices that a sentence says somebody holds or held."""
    for mention in line.sentence.people:
        end = mention.end - line.offset
        found = _HOLDING.match(line.low[end:])
        if found is not None and (draft := _read(line, mention, found, end)):
            yield draft
        elif ahead := _AHEAD.search(line.low[: mention.start - line.offset]):
            yield from _read_ahead(line, mention, ahead)


def _read_ahead(line: Line, mention: PersonMention, found: re.Match[str]) -> Iterator[Draft]:
    """The title stands before the name: "Ruritania's foreign minister is …"."""
    start, stop = found.span("title")
    written = line.context.document.text[line.offset + start : line.offset + stop]
    if office_of(written) is None:
        return
    named = line.parties(start, stop)
    yield Draft(
        measure="office",
        subject=named[0].code if named else None,
        figure=(None, None, None),
        start=line.offset + start,
        end=mention.end,
        sentence=line.sentence.index,
        written=written,
        year=int(found["year"]) if found["year"] else year_of_rank(line, mention.end - line.offset),
        dimension="office",
        scope=Scope(about=line.context.name_of(mention.person)),
    )


def _read(line: Line, mention: PersonMention, found: re.Match[str], end: int) -> Draft | None:
    start = end + found.start("title")
    title = _ENDING.sub("", found["title"])
    stop = start + len(title)
    written = line.context.document.text[line.offset + start : line.offset + stop]
    if office_of(written) is None:
        return None
    named = line.parties(start, stop)
    since = _SINCE.match(line.low[stop:])
    return Draft(
        measure="office",
        subject=named[0].code if named else None,
        figure=(None, None, None),
        start=mention.start,
        end=line.offset + stop + (since.end() if since else 0),
        sentence=line.sentence.index,
        written=written,
        year=int(since["year"]) if since else year_of_rank(line, stop),
        dimension="office",
        scope=Scope(
            about=line.context.name_of(mention.person),
            denied=_DENIED.search(found[0][: found.start("title")]) is not None,
        ),
    )
