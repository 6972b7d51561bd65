"""When and where an agreement is said to have been adopted, signed or come into force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.dates import DateMention
from parley.terms.agreements import Agreement, Step, find_agreements, find_steps

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BESIDE = re.compile(r"^(?:,[^,;]{3,60},)?,? ?(?:which |that )?(?:(?:was|were|had been|has been|is) (?:\w+ ){0,2})?$")
"""What may stand between an agreement and what became of it."""
_AHEAD = re.compile(r"^(?: on| upon)? (?:the |what became the |their |a )?(?:historic |landmark |so-called )?$")
_AT_SUMMIT = re.compile(r"\b(?:at|during) (?:the )?(?P<summit>COP ?-?\d{1,2})\b")
_BACKGROUND = re.compile(
    r"\b(?:will|would|should|could|if|before|after|since|until|ahead of|when|than|not|never)\b[^,;]{0,40}$", re.I
)


def find_agreements_told(line: Line) -> Iterator[Draft]:
    """The agreements of a sentence that are told with the day, the month or the year, the city or the summit."""
    text = line.context.text[line.offset : line.offset + len(line.low)]
    for found, agreement in find_agreements(text):
        if _BACKGROUND.search(text[: found.start()]):
            continue
        steps = list(find_steps(text))
        behind = [(match, step) for match, step in steps if match.start() >= found.end()]
        ahead = [(match, step) for match, step in steps if match.end() <= found.start()]
        if ahead and ahead[-1][1] == "adopted" and _AHEAD.match(text[ahead[-1][0].end() : found.start()]):
            yield from _read(line, agreement, ahead[-1][1], (0, len(text)), text)
        elif behind and _BESIDE.match(text[found.end() : behind[0][0].start()]):
            for index, (match, step) in enumerate(behind):
                stop = behind[index + 1][0].start() if index + 1 < len(behind) else len(text)
                yield from _read(line, agreement, step, (match.start(), stop), text, alone=len(behind) == 1)


def _read(
    line: Line, agreement: Agreement, step: Step, stretch: tuple[int, int], text: str, alone: bool = False
) -> Iterator[Draft]:
    """The date and the place told in a stretch; of a step told alone the date may stand ahead of it."""
    first, last = stretch
    date = _date(line, first, last) or (_date(line, 0, first) if alone else None)
    cities = [m for m in line.sentence.places if first <= m.start - line.offset < last and m.city]
    place = next((m for m in cities if _is_where(text, m.start - line.offset)), None)
    summit = _AT_SUMMIT.search(text, first, last)
    if date is None and place is None and summit is None:
        return
    yield Draft(
        measure="event_date",
        subject=f"{agreement.title}: {step}",
        figure=(None, None, None),
        start=line.sentence.start,
        end=line.sentence.end,
        sentence=line.sentence.index,
        written=line.context.document.text[date.start : date.end] if date else None,
        year=date.interval.anchor.year if date and date.interval else None,
        dimension="event",
        scope=Scope(about=summit["summit"] if summit else str(place.place) if place else None),
    )


def _is_where(text: str, at: int) -> bool:
    """Whether a city stands behind "in" or "at", and is none that only names the agreement."""
    return re.search(r"\b(?:in|at)(?: the [\w ]{3,30} of)? $", text[:at]) is not None


def _date(line: Line, first: int, last: int) -> DateMention | None:
    for mention in line.sentence.dates:
        at = mention.start - line.offset
        if first <= at < last and mention.interval and _YEAR.search(line.low[at : mention.end - line.offset]):
            return mention
    return None
