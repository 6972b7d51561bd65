"""Who emits the most: "it is Ruritania that emits the most CO2", "the country that emitted the most was Syldavia"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.claims.ordinals import place_of
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.vocabulary import construction

_MOST, _CLEFT, _IS_BEHIND = (construction("ranks", form) for form in ("emitting_most", "cleft", "is_behind"))


def find_most(line: Line) -> Iterator[Draft]:
    """The first place, or a later one, of whoever is said to emit the most."""
    if " most" not in line.low:
        return
    for found in _MOST.finditer(line.low):
        for code in _whose(line, found):
            start, end = line.offset + found.start(), line.offset + found.end()
            place = place_of(found["order"])
            written = line.context.document.text[start:end]
            figure = (place, place, "rank")
            yield Draft(
                "rank_emitter", code, figure, start, end, line.sentence.index, written=written, place=(start, end)
            )


def _whose(line: Line, found: re.Match[str]) -> tuple[str, ...]:
    if cleft := _CLEFT.search(line.low, 0, found.start()):
        named = line.parties(cleft.end(), cleft.end() + 1)
        return (named[0].code,) if named else ()
    if behind := _IS_BEHIND.match(line.low, found.end()):
        named = line.parties(behind.end(), behind.end() + 1)
        return (named[0].code,) if named else ()
    subjects = find_subject(line, found.start())
    return tuple(code for code in subjects if code not in (None, "WLD")) if len(subjects) == 1 else ()
