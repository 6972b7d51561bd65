"""When a document was published, and how that is known.

In order of trust: the leading ``date 2021-05-03`` line and the metadata of the file; what the text states of itself
(a dateline, "Published 3 May 2021", a line that is a date); weak metadata (the day a PDF file was made); and what can
be inferred from what it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from parley.documents.calendar_days import DAY, american_day, day_in, month_and_day
from parley.documents.content import UNDATED, Dating
from parley.documents.inference import PartialDate, infer_dating
from parley.terms.when import Interval

# Systems without a date write 1970 or 1980; nothing read here is older than the climate convention's talks.
_EARLIEST = date(1988, 1, 1)
_HEAD, _TAIL = 1500, 400

_LEADING = re.compile(r"\A[ \t]*date[ \t]+(?P<day>\d{4}-\d\d-\d\d)\b[ \t]*(?:\r?\n)?")
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5}(?:[+-]\d+)?)?)?"
_LABELS = (
    r"(?:(?:First |Date )?[Pp]ublished|Posted|Publication [Dd]ate|Issued|Released?(?: [Dd]ate)?"
    r"|Date(?: of publication)?|F(?:or|OR) [Ii](?:mmediate|MMEDIATE) [Rr](?:elease|ELEASE)"
    r"|(?:News|Press) (?:[Aa]rticle|[Rr]elease)|Article)"
)
_LATER_LABELS = r"(?:(?:Last )?[Uu]pdated|Last [Mm]odified|(?:Last )?[Rr]evised)"
_LABEL_PLACE = r"(?:^[ \t•*|·#>-]*|[|•·]\s*|\. )"
_AFTER_LABEL = rf"(?:\s+(?:[Oo]n|[Ii]n [A-Z]\w+ on|[Tt]ype|[Dd]ate))?[:,|\s–—-]*{_WEEKDAY}"
_LABELLED = re.compile(rf"(?m:{_LABEL_PLACE})(?P<label>{_LABELS}){_AFTER_LABEL}(?i:{DAY})")
_UPDATED = re.compile(rf"(?m:{_LABEL_PLACE})(?P<label>{_LATER_LABELS}){_AFTER_LABEL}(?i:{DAY})")
_PLACE = r"[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){0,3}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?){0,2}"
_DATELINE = re.compile(
    rf"(?m:^)[ \t]*(?:date \d{{4}}-\d\d-\d\d[ \t]+)?(?P<place>{_PLACE}),?\s+{_WEEKDAY}(?i:{DAY})\.?,?\s*"
    r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)?\s*(?:--|[-–—:])"
)
_LONE_LINE = re.compile(rf"(?m)^[ \t]*(?:{_PLACE}[,:]\s+)?{_WEEKDAY}(?i:{DAY}){_CLOCK}[ \t.]*\r?$")
_TODAY = re.compile(rf"\b[Tt]oday,?\s+\(?{_WEEKDAY}(?:the\s+)?(?i:{DAY})")
_AMERICAN_LINE = re.compile(r"(?m)^[ \t]*(?P<day>\d{1,2}/\d{1,2}/\d{4})\s+\d{1,2}:\d\d\s*[AP]M\s+(?:[ECMP][SD]?T)\b")


def body_start(text: str) -> int:
    """Where the article begins: after a leading ``date 2021-05-03`` if there is one, else 0."""
    found = _LEADING.match(text)
    return found.end() if found else 0


def date_document(text: str, metadata: Dating | None = None) -> Dating:
    """The published date of a document with cleaned ``text`` whose file says ``metadata``."""
    if metadata and not _plausible(metadata):
        metadata = None
    sources = (_leading(text), None if _weak(metadata) else metadata, _stated(text), metadata)
    body = text[body_start(text) :]
    known = next((dating for dating in sources if dating is not None), None)
    return known or infer_dating(body, _partial_dateline(body)) or UNDATED


def _plausible(dating: Dating) -> bool:
    return dating.published is not None and dating.published.anchor >= _EARLIEST


def _weak(metadata: Dating | None) -> bool:
    return metadata is not None and metadata.weak


def _leading(text: str) -> Dating | None:
    found = _LEADING.match(text)
    if not found:
        return None
    try:
        day = date.fromisoformat(found["day"])
    except ValueError:
        return None
    return Dating(Interval.day(day), "metadata", f'the leading line says "date {found["day"]}"')


def _stated(text: str) -> Dating | None:
    head, tail_start = text[:_HEAD], max(0, len(text) - _TAIL)
    grounds = (
        *_full_days(_LABELLED, head),
        *_full_days(_DATELINE, head),
        *_full_days(_LONE_LINE, head),
        *_american_lines(head),
        *_full_days(_UPDATED, head),
        *_full_days(_TODAY, head),
        *_full_days(_LABELLED, text[tail_start:]),
        *_full_days(_LONE_LINE, text[tail_start:]),
    )
    for day, words in grounds:
        if day >= _EARLIEST:
            return Dating(Interval.day(day), "stated", f'the text says "{words}"')
    return None


def _full_days(pattern: re.Pattern[str], text: str) -> Iterator[tuple[date, str]]:
    for found in pattern.finditer(text):
        if day := day_in(found):
            yield day, _words(found.group())


def _american_lines(text: str) -> Iterator[tuple[date, str]]:
    for found in _AMERICAN_LINE.finditer(text):
        if day := american_day(found["day"]):
            yield day, _words(found.group())


def _partial_dateline(text: str) -> PartialDate | None:
    """Month and day of a dateline that has no year."""
    for found in _DATELINE.finditer(text[:_HEAD]):
        if not found["iso"] and not (found["year"] or found["year2"]):
            return PartialDate(*month_and_day(found), _words(found.group()), found.end())
    return None


def _words(found: str) -> str:
    return " ".join(found.split()).strip("|•·-–— .,:")[:80]
