"""Who is said to hold an office: "was Ruritania's foreign minister in 2022", "has been president since 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.periods import year_of_rank
from parley.reading.claims.vocabulary import construction
from parley.reading.people import PersonMention
from parley.terms.offices import office_leading, office_of

_HOLDING, _BESIDE, _ENDING, _DENIED = (
    construction("offices", form) for form in ("holding", "beside", "ending", "denied")
)
_AHEAD, _SERVING, _LEADING, _LED_BY = (
    construction("offices", form) for form in ("title_ahead", "serving", "leading", "led_by")
)
_HEAD_YEAR = re.compile(r"\W*in (?:\w+ )?(?P<year>(?:19|20)\d\d),? ")
_SINCE = re.compile(
    r"(?: from [a-z' .-]{3,40}?)? (?:since|from|in|until|till|between) "
    r"(?:(?:early|late|mid|the \w+ of|\d{1,2}) ?-?)?(?:\w+ )?"
    r"(?P<year>(?:19|20)\d\d)\b"
)


_HAS = re.compile(r" (?:now |still |again )?(?:has|have|keeps|got) (?:in )?$")
_KEPT = re.compile(r" (?:for|as) (?:an? |its |their )?(?P<title>[^,;:()\"“”.]{3,50}?)(?= (?:and|while|but)\b|[,;:.]|$)")


def find_officeholders(line: Line) -> Iterator[Draft]:
    """The offices that a sentence says somebody holds or held."""
    for mention in line.sentence.people:
        end = mention.end - line.offset
        held = _HOLDING.match(line.low[end:]) or _BESIDE.match(line.low[end:])
        led = _LEADING.match(line.low[end:])
        draft = (_read(line, mention, held, end) if held else None) or (
            _leader(line, mention, led, end) if led else None
        )
        if draft is not None:
            yield draft
        elif (kept := _KEPT.match(line.low[end:])) and _HAS.search(line.low[: mention.start - line.offset]):
            yield from _read_kept(line, mention, kept, end)
        elif led_by := _LED_BY.search(line.low[: mention.start - line.offset]):
            yield from _read_led(line, mention, led_by)
        elif ahead := _ahead(line.low[: mention.start - line.offset]):
            yield from _read_ahead(line, mention, ahead)


def _read_kept(line: Line, mention: PersonMention, found: re.Match[str], end: int) -> Iterator[Draft]:
    """ "Ruritania has Ann Smith for a prime minister": the office is of whoever has her."""
    start, stop = end + found.start("title"), end + found.end("title")
    written = line.context.document.text[line.offset + start : line.offset + stop]
    at = mention.start - line.offset
    owner = next(
        (each for each in reversed(line.parties(0, at)) if _HAS.fullmatch(line.low, each.end - line.offset, at)), None
    )
    if office_of(written) is None or owner is None:
        return
    yield Draft(
        measure="office",
        subject=owner.code,
        figure=(None, None, None),
        start=owner.start,
        end=line.offset + stop,
        sentence=line.sentence.index,
        written=written,
        year=None,
        dimension="office",
        scope=Scope(about=line.context.name_of(mention.person)),
    )


def _ahead(words: str) -> re.Match[str] | None:
    """A title that stands before the name; "as foreign minister" only with a year, else it is that of a person."""
    if serving := _SERVING.search(words):
        return serving if serving["year"] or serving["then"] else None
    return _AHEAD.search(words)


def _read_ahead(line: Line, mention: PersonMention, found: re.Match[str]) -> Iterator[Draft]:
    """The title stands before the name: "Ruritania's foreign minister is …"."""
    start, stop = found.span("title")
    written = line.context.document.text[line.offset + start : line.offset + stop]
    if office_of(written) is None:
        return
    named = line.parties(start, stop)
    year = found["year"] or found.groupdict().get("then")
    yield Draft(
        measure="office",
        subject=named[0].code if named else None,
        figure=(None, None, None),
        start=line.offset + start,
        end=mention.end,
        sentence=line.sentence.index,
        written=written,
        year=int(year) if year else year_of_rank(line, mention.end - line.offset),
        dimension="office",
        scope=Scope(about=line.context.name_of(mention.person)),
    )


def _read_led(line: Line, mention: PersonMention, found: re.Match[str]) -> Iterator[Draft]:
    """The body stands before the name: "Ruritania's foreign ministry was headed by …"."""
    start, stop = found.span("body") if found["body"] else found.span("at_head")
    if opening := _HEAD_YEAR.match(line.low[start:stop]):
        start += opening.end()
    written = line.context.document.text[line.offset + start : line.offset + stop]
    if office_leading(written) is None:
        return
    year = found["year"] or found["then"] or (opening["year"] if opening else None)
    yield _of_body(line, mention, (start, stop), int(year) if year else None, (start, mention.end - line.offset))


def _leader(line: Line, mention: PersonMention, found: re.Match[str], end: int) -> Draft | None:
    """ "who has led the climate secretariat since 2022"."""
    body = _ENDING.sub("", found["body"])
    start = end + found.start("body")
    stop = start + len(body)
    if office_leading(line.context.document.text[line.offset + start : line.offset + stop]) is None:
        return None
    since = _SINCE.match(line.low[stop:])
    last = stop + (since.end() if since else 0)
    year = int(since["year"]) if since else None
    return _of_body(line, mention, (start, stop), year, (mention.start - line.offset, last))


def _of_body(
    line: Line, mention: PersonMention, body: tuple[int, int], year: int | None, words: tuple[int, int]
) -> Draft:
    named = line.parties(*body)
    return Draft(
        measure="office",
        subject=named[0].code if named else None,
        figure=(None, None, None),
        start=line.offset + words[0],
        end=line.offset + words[1],
        sentence=line.sentence.index,
        written=line.context.document.text[line.offset + body[0] : line.offset + body[1]],
        year=year or year_of_rank(line, body[1]),
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
